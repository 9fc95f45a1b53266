"""What the card promises to whoever brings it: the kind, for what, until when, and the words that say so on the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from app.domain.money import Currency, currency_of, format_money
from app.domain.offers import LARGEST_VALUE, NO_OFFER, OFFER_KIND_LABELS, Offer, OfferKind, noted_on, offer_note, offer_words
from app.domain.periods import add_months
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import YEN, PrintSettings
from app.domain.print_work import OFFER_PIECES
from app.views.labels import label_of
from app.views.moments import language
from app.views.printing.part_column import PartColumn
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import TextField

_ALL = ("", "")
_GROUP, _PRODUCT = "group", "product"
_TAKES_OFF = (OfferKind.PERCENT, OfferKind.AMOUNT)
_FIRST_VALUES = {OfferKind.PERCENT: 10, OfferKind.AMOUNT: 500, OfferKind.POINTS: 100}


class OfferPart(PartColumn):
    """`changed`: the user chose or typed. The words follow the choice until they are typed by hand."""

    changed = Signal()

    def __init__(self, today: date, *, has_free_words: bool = True) -> None:
        """`has_free_words`: whether words can be typed where nothing is offered."""
        super().__init__()
        self._today = today
        self._has_free_words = has_free_words
        self._currency: Currency = currency_of(YEN)
        self._products: tuple[str, ...] = ()
        self._groups: tuple[str, ...] = ()
        self._offer = NO_OFFER
        self._piece = OFFER_PIECES[WorkKind.CARD]
        self._build()
        self._connect()
        self._show_fields()

    def set_choices(self, products: Sequence[str], groups: Sequence[str], currency: str) -> None:
        """What an offer can be for, and in which money."""
        self._products, self._groups, self._currency = tuple(products), tuple(groups), currency_of(currency)
        self._show_subjects()

    def show_settings(self, settings: PrintSettings, kind: WorkKind) -> None:
        """Put the settings into the fields, in the words of a kind of work; nothing is announced."""
        self._piece = OFFER_PIECES[kind]
        self.words_field.label.setText(self._words_title(kind))
        self.words.setAccessibleName(self._words_title(kind))
        offer = noted_on(settings.offer, language(), self._piece)
        if offer.kind is OfferKind.NONE:
            text = settings.text(language())
            offer = replace(NO_OFFER, words=text.offer, note=text.offer_note)
        self._offer = offer
        self.kind.set_current(offer.kind)
        self._show_subjects()
        if self.value.value() != (offer.value or None):
            self.value.set_value(offer.value or None)
        if self.until.value() != offer.valid_until:
            self.until.set_value(offer.valid_until)
        for field, words in ((self.words, offer.words), (self.note, offer.note)):
            if field.text() != words:
                field.setText(words)
                # The beginning is what one looks for.
                field.setCursorPosition(0)
        self._show_fields()

    def applied_to(self, settings: PrintSettings) -> PrintSettings:
        """An offer has words of its own; without one they belong to the text of the design."""
        if self._offer.kind is not OfferKind.NONE:
            return replace(settings, offer=self._offer)
        text = replace(settings.text(language()), offer=self._offer.words, offer_note=self._offer.note)
        return replace(settings, offer=NO_OFFER).with_text(text, language())

    def show_problem(self, sentence: str, field: str = "value") -> None:
        """Under the field it is about; empty takes it away."""
        for name, place in (("value", self.value_field), ("words", self.words_field), ("valid_until", self.until_field)):
            told = sentence if name == field else ""
            if place.error() != told:
                place.set_error(told)

    def _build(self) -> None:
        self.kind = ComboField([(kind, label_of(kind, OFFER_KIND_LABELS, "Offers")) for kind in OfferKind])
        self.value = NumberField(1, LARGEST_VALUE)
        self.subject = ComboField([(_ALL, self.tr("The whole purchase"))])
        self.until = DateField(today=self._today)
        self.words = TextField(self.tr("e.g. 10% off a cut"))
        self.note = TextField(self.tr("e.g. please bring this along"))
        self.value_field = FormField(self.tr("How much"), self.value)
        self.subject_field = FormField(self.tr("For what"), self.subject)
        self.until_field = FormField(self.tr("Valid until"), self.until)
        self.hint = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.body.addWidget(FormField(self.tr("Offer"), self.kind))
        for field in (self.value_field, self.subject_field, self.until_field):
            self.body.addWidget(field)
        self.words_field = FormField(self._words_title(WorkKind.CARD), self.words)
        self.body.addWidget(self.words_field)
        self.note_field = FormField(self.tr("Note below the offer"), self.note)
        self.body.addWidget(self.note_field)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.value.value_changed.connect(self._on_chosen)
        self.subject.changed.connect(self._on_chosen)
        self.until.value_changed.connect(self._on_chosen)
        self.words.textEdited.connect(self._on_words)
        self.note.textEdited.connect(self._on_words)

    def _show_subjects(self) -> None:
        chosen = self._subject_key(self._offer)
        options: list[tuple[tuple[str, str], str]] = [(_ALL, self.tr("The whole purchase"))]
        options += [((_GROUP, name), self.tr("All of {group}").format(group=name)) for name in self._groups]
        options += [((_PRODUCT, name), name) for name in self._products]
        if chosen not in [key for key, _text in options]:
            options.append((chosen, chosen[1]))
        self.subject.set_options(options, chosen)

    def _show_fields(self) -> None:
        kind = self._offer.kind
        set_shown(self.value_field, kind in _FIRST_VALUES)
        set_shown(self.subject_field, kind in _TAKES_OFF)
        set_shown(self.until_field, kind is not OfferKind.NONE)
        for words in (self.words_field, self.note_field):
            set_shown(words, self._has_free_words or kind is not OfferKind.NONE)
        self.show_problem("")
        self._show_hint()

    def _show_hint(self) -> None:
        if self._offer.kind is OfferKind.NONE and self.words.text().strip():
            self.hint.setText(self.tr("These words are printed, but nobody counts them. Choose above what is offered to have it counted."))
        else:
            code = self.tr("Every piece carries a code. Entered at the next visit it tells whose came back, and the offer counts once.")
            self.hint.setText(code)

    def _words_title(self, kind: WorkKind) -> str:
        if kind is WorkKind.LETTER:
            return self.tr("Words on the letter")
        return self.tr("Words on the small card") if kind is WorkKind.PURSE else self.tr("Words on the card")

    def _on_kind(self, kind: object) -> None:
        chosen = OfferKind(str(kind))
        if chosen is OfferKind.NONE:
            self._take(replace(NO_OFFER))
            return
        until = self._offer.valid_until or add_months(self._today, 1)
        subject = self._offer if chosen in _TAKES_OFF else NO_OFFER
        self._take(
            replace(
                self._offer,
                kind=chosen,
                value=_FIRST_VALUES.get(chosen, 0),
                product=subject.product,
                product_code=subject.product_code,
                group=subject.group,
                valid_until=until,
            )
        )

    def _on_chosen(self) -> None:
        chosen = self.subject.current()
        kind, name = chosen if isinstance(chosen, tuple) else _ALL
        value = self.value.value()
        self._take(
            replace(
                self._offer,
                value=int(value) if value is not None else 0,
                product=name if kind == _PRODUCT else "",
                product_code=self._offer.product_code if kind == _PRODUCT and name == self._offer.product else "",
                group=name if kind == _GROUP else "",
                valid_until=self.until.value(),
            )
        )

    def _on_words(self) -> None:
        self._offer = replace(self._offer, words=self.words.text(), note=self.note.text())
        self._show_hint()
        self.changed.emit()

    def _take(self, offer: Offer) -> None:
        """The words go along unless they were typed by hand."""
        before = self._offer
        if offer.kind is OfferKind.NONE:
            offer = replace(offer, words="", note="")
        else:
            if before.kind is OfferKind.NONE or before.words == self._words(before):
                offer = replace(offer, words=self._words(offer))
            if before.kind is OfferKind.NONE or before.note == offer_note(before, language(), self._piece):
                offer = replace(offer, note=offer_note(offer, language(), self._piece))
        self._offer = offer
        self.changed.emit()

    def _words(self, offer: Offer) -> str:
        is_yen = self._currency.code == YEN and language() == "ja"
        return offer_words(offer, language(), f"{offer.value:,}円" if is_yen else format_money(offer.value, self._currency, language()))

    @staticmethod
    def _subject_key(offer: Offer) -> tuple[str, str]:
        if offer.product:
            return _PRODUCT, offer.product
        return (_GROUP, offer.group) if offer.group else _ALL
