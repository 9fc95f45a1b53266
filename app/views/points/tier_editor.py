"""One tier as it is typed: its name, from how much on it begins, how points count in it, what else it brings."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal

from app.domain.money import Currency
from app.domain.tiers import HIGHEST_RATE, STANDARD_RATE, TierBasis, TierDraft, TierFields
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton
from app.views.widgets.card import Inset
from app.views.widgets.form_field import FormField
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.text_field import TextField

_TENTH = 10


class TierEditor(Inset):
    """`edited` whenever something typed changes; `remove_requested` carries the editor of a tier that is to go."""

    edited = Signal()
    remove_requested = Signal(object)

    def __init__(self, draft: TierDraft, basis: TierBasis, currency: Currency) -> None:
        super().__init__(gap=8)
        self._id = draft.id
        self._basis = basis
        self._build(draft, currency)
        self._connect()
        self.set_basis(basis)

    def draft(self) -> TierDraft:
        """What is typed; a threshold or rate that cannot be read is 0."""
        rate = self.rate.value()
        field = self.amount if self._basis is TierBasis.SPEND else self.visits
        threshold = field.value()
        percent = 0 if rate is None else int(Decimal(rate) * STANDARD_RATE)
        return TierDraft(
            self._id, TierFields(self.name.text().strip(), 0 if threshold is None else int(threshold), percent, self.perks.text().strip())
        )

    def set_basis(self, basis: TierBasis) -> None:
        """Money or visits; what was typed for the other is kept."""
        self._basis = basis
        set_shown(self.amount_field, basis is TierBasis.SPEND)
        set_shown(self.visits_field, basis is TierBasis.VISITS)

    def set_preview(self, words: str) -> None:
        self.preview.setText(words)
        set_shown(self.preview, bool(words))

    def set_warning(self, words: str) -> None:
        """Something that can be saved all the same."""
        self.warning.setText(words)
        set_shown(self._warning, bool(words))

    def field_named(self, name: str) -> FormField:
        """The field a DomainError speaks of."""
        threshold = self.amount_field if self._basis is TierBasis.SPEND else self.visits_field
        return {"threshold": threshold, "rate": self.rate_field}.get(name, self.name_field)

    def clear_errors(self) -> None:
        for field in (self.name_field, self.amount_field, self.visits_field, self.rate_field):
            field.clear_error()

    def _build(self, draft: TierDraft, currency: Currency) -> None:
        fields = draft.fields
        self.name = TextField()
        self.amount = MoneyField(currency, minimum=1, step=10_000)
        self.visits = NumberField(1, 1000)
        is_fine = fields.rate % _TENTH == 0
        self.rate = NumberField(Decimal(1), Decimal(HIGHEST_RATE) / STANDARD_RATE, decimals=1 if is_fine else 2, step=Decimal("0.1"))
        self.perks = TextField(self.tr("Head spa in the month of the birthday"))
        self.name.setText(fields.name)
        (self.amount if self._basis is TierBasis.SPEND else self.visits).set_value(fields.threshold or None)
        self.rate.set_value(Decimal(fields.rate) / STANDARD_RATE)
        self.perks.setText(fields.perks)
        self.name_field = FormField(self.tr("Name"), self.name)
        self.amount_field = FormField(self.tr("Purchases from"), self.amount)
        self.visits_field = FormField(self.tr("Visits from"), self.visits)
        self.rate_field = FormField(self.tr("Points, times"), self.rate)
        self.remove = IconButton("trash-2", self.tr("Remove this tier"))
        self.preview = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.PRIMARY)
        self.warning = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.WARN)
        warned = row(IconLabel("triangle-alert", tone=Tone.WARN), gap=6)
        warned.addWidget(self.warning, 1)
        self._warning = boxed(warned)
        first = row(gap=10)
        first.addWidget(self.name_field, 3)
        first.addWidget(self.amount_field, 2)
        first.addWidget(self.visits_field, 2)
        first.addWidget(self.rate_field, 1)
        first.addLayout(column(self.remove, STRETCH, gap=0))
        self.add(first)
        self.add(FormField(self.tr("Perks"), self.perks))
        self.add(self._warning)
        self.add(self.preview)
        self._warning.hide()
        self.preview.hide()

    def _connect(self) -> None:
        self.name.textEdited.connect(self.edited)
        self.perks.textEdited.connect(self.edited)
        for field in (self.amount, self.visits, self.rate):
            field.value_changed.connect(self.edited)
        self.remove.clicked.connect(self._on_remove)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self)
