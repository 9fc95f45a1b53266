"""The code of a card: checked on Enter, with what it offers or why it is refused. The sale goes on without it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.codes import CodeFinding, CodeOfAnother, written
from app.domain.money import JPY, Currency, format_money
from app.domain.offers import NO_OFFER, Offer, OfferKind, offer_words
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.moments import day_text, language, short_day
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WIDTH = 128


class CodeState(Enum):
    EMPTY = "empty"
    TYPED = "typed"
    CHECKING = "checking"
    ACCEPTED = "accepted"
    OF_ANOTHER = "of_another"
    REFUSED = "refused"


class CodeField(TextField):
    """Enter means "check it": a hand scanner ends with it, and the panel must not hear it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self.entered.emit()


class CodePart(QWidget):
    """`settled` after every answer and when the field is emptied; `accepted` when Enter found a good one: the keys may move on;
    `customer_wanted`: the visit is to be that of the card's customer."""

    settled = Signal()
    accepted = Signal()
    customer_wanted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._currency: Currency = JPY
        self._customer_id: int | None = None
        self._may_be_introduced = False
        self._day = context.clock.today()
        self._state = CodeState.EMPTY
        self._finding: CodeFinding | None = None
        self._is_of_another = self._moves_on = False
        self._build()
        self._connect()

    @property
    def state(self) -> CodeState:
        return self._state

    def begin(self, customer_id: int | None, *, may_be_introduced: bool, currency: Currency) -> None:
        """For whose visit the code is; what was typed already is looked at anew. `may_be_introduced`: has not bought yet."""
        self._customer_id, self._may_be_introduced, self._currency = customer_id, may_be_introduced, currency
        self.label.setText(self.tr("Code of a card or an introduction") if may_be_introduced else self.tr("Code of a card"))
        if self.typed():
            self.check()

    def set_day(self, day: date) -> None:
        """The day of the visit, on which the offer has to hold."""
        if day != self._day:
            self._day = day
            if self._state is not CodeState.EMPTY:
                self.check()

    def set_code(self, text: str) -> None:
        self.field.setText(text)
        self._on_typed()

    def typed(self) -> str:
        return self.field.text().strip()

    def is_open(self) -> bool:
        """Whether something stands there that was not answered yet."""
        return self._state in (CodeState.TYPED, CodeState.CHECKING)

    def check(self) -> None:
        """Ask what the code is."""
        text, day = self.typed(), self._day
        if not text:
            self._settle(CodeState.EMPTY)
            return
        self._state = CodeState.CHECKING

        def op(session: Session, _control: JobControl) -> CodeFinding:
            from app.queries.codes import look_up

            return look_up(session, text, day)

        self._context.tasks.query(op, self._on_found, owner=self, replaces="code", failed=self._on_failed)

    def show_refusal(self, sentence: str) -> None:
        """What the shop said when the code was to be used."""
        self._finding = None
        self._settle(CodeState.REFUSED, sentence)

    def offer(self) -> Offer:
        """What the card grants for this visit; NO_OFFER without one."""
        is_card = self._state is CodeState.ACCEPTED and self._finding is not None and not self._finding.is_referral
        return self._finding.offer if is_card and self._finding is not None else NO_OFFER

    def is_introduction(self) -> bool:
        """Whether it is the code of whoever sent the customer."""
        return self._state is CodeState.ACCEPTED and self._finding is not None and self._finding.is_referral

    def offer_caption(self) -> str:
        """The short words beside what it takes off."""
        offer = self.offer()
        if offer.kind is OfferKind.PERCENT:
            return self.tr("Card {percent}% off").format(percent=offer.value)
        return self.tr("Card {amount} off").format(amount=format_money(offer.value, self._currency, language()))

    def codes(self) -> tuple[str, str, bool]:
        """The code to use up, the code of an introduction, and whether the card is somebody else's."""
        if self._state is not CodeState.ACCEPTED or self._finding is None:
            return "", "", False
        if self._finding.is_referral:
            return "", self._finding.code, False
        return self._finding.code, "", self._is_of_another

    def show_fit(self, fits: bool) -> None:
        """Whether what the card takes off found a line."""
        kinds = (OfferKind.PERCENT, OfferKind.AMOUNT)
        set_shown(self.misfit, not fits and self.offer().kind in kinds)

    def _build(self) -> None:
        self.label = Text(self.tr("Code of a card"), TextStyle.BODY, Tone.TEXT2)
        self.field = CodeField()
        self.field.setFixedWidth(theme_of(self).px(_WIDTH))
        self.field.setAccessibleName(self.label.text())
        self.label.setBuddy(self.field)
        self.good, self.bad = IconLabel("check", size=16, tone=Tone.OK), IconLabel("circle-alert", size=16, tone=Tone.WARN)
        self.status = WrapLabel("", TextStyle.BODY, Tone.OK)
        self.theirs, self.anyway = LinkButton("", small=True), LinkButton(self.tr("Use it all the same"), small=True)
        self._choice = boxed(row(self.theirs, self.anyway, STRETCH, gap=4))
        self.misfit = WrapLabel(self.tr("Nothing on the receipt fits the card yet."), TextStyle.CAPTION, Tone.WARN)
        for part in (self.good, self.bad, self._choice, self.misfit):
            part.hide()
        line = row(IconLabel("qr-code", size=16, tone=Tone.TEXT2), self.label, self.field, 2, self.good, self.bad, gap=8)
        line.addWidget(boxed(column(self.status, self.misfit, gap=0)), 1, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column(line, self._choice, gap=2))

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.field.edited_done.connect(self._on_left)
        self.theirs.clicked.connect(self._on_theirs)
        self.anyway.clicked.connect(self._on_anyway)

    def _settle(self, state: CodeState, sentence: str = "") -> None:
        self._state = state
        is_good = state is CodeState.ACCEPTED
        self.status.setText(sentence)
        self.status.set_tone(Tone.OK if is_good else Tone.WARN)
        set_shown(self.good, is_good)
        set_shown(self.bad, state in (CodeState.REFUSED, CodeState.OF_ANOTHER))
        set_shown(self._choice, state is CodeState.OF_ANOTHER)
        if state is not CodeState.ACCEPTED:
            set_shown(self.misfit, False)
        self.field.setAccessibleDescription(sentence)
        self.settled.emit()
        moves_on, self._moves_on = self._moves_on, False
        if moves_on and is_good:
            self.accepted.emit()

    def _refuse(self, sentence: str) -> None:
        self._settle(CodeState.REFUSED, self.tr("{why} The sale goes on without it.").format(why=sentence))

    def _words(self, offer: Offer) -> str:
        return offer.words or offer_words(offer, language(), format_money(offer.value, self._currency, language()))

    def _card_words(self, finding: CodeFinding) -> str:
        title = finding.title or self.tr("Thank-you card")
        offer, today = finding.offer, self._context.clock.today()
        if offer.kind is OfferKind.NONE:
            sent = self.tr("{card} · sent {day}")
            return sent.format(card=title, day=day_text(finding.sent_on, today=today)) if finding.sent_on is not None else title
        if offer.valid_until is None:
            return self.tr("{card} · {offer}").format(card=title, offer=self._words(offer))
        until = short_day(offer.valid_until, today)
        return self.tr("{card} · {offer} (until {day})").format(card=title, offer=self._words(offer), day=until)

    def _accept(self, finding: CodeFinding, *, of_another: bool = False) -> None:
        self._finding, self._is_of_another = finding, of_another
        self.field.setText(written(finding.code))
        if finding.is_referral:
            name = polite_name(finding.customer_name, is_company=finding.is_company)
            sentence = self.tr("Introduced by {name}").format(name=name)
        else:
            sentence = self._card_words(finding)
        self._settle(CodeState.ACCEPTED, sentence)

    def _look_at_card(self, finding: CodeFinding) -> None:
        today = self._context.clock.today()
        name = polite_name(finding.customer_name, is_company=finding.is_company)
        if finding.used is not None:
            sentence = self.tr("Used already on {day} by {name}. The sale goes on without it.")
            used = finding.used
            self._settle(CodeState.REFUSED, sentence.format(day=day_text(used.day, today=today), name=polite_name(used.name)))
        elif finding.is_over and finding.offer.valid_until is not None:
            until = day_text(finding.offer.valid_until, today=today)
            self._settle(CodeState.REFUSED, self.tr("It was valid until {day}. The sale goes on without it.").format(day=until))
        elif finding.customer_id != self._customer_id:
            self.theirs.setText(self.tr("This is the visit of {name}").format(name=name))
            self._settle(CodeState.OF_ANOTHER, self._context.messages.sentence(CodeOfAnother(name=finding.customer_name)))
        else:
            self._accept(finding)

    def _on_found(self, finding: CodeFinding) -> None:
        self._finding = finding
        if not finding.is_referral:
            self._look_at_card(finding)
        elif self._may_be_introduced and finding.customer_id != self._customer_id:
            self._accept(finding)
        else:
            name = polite_name(finding.customer_name, is_company=finding.is_company)
            self._refuse(
                self.tr("With this code {name} introduces new customers; for others it is written down among their details.").format(
                    name=name
                )
            )

    def _on_failed(self, error: Exception) -> None:
        self._finding = None
        self._refuse(self._context.messages.sentence(error))

    def _on_typed(self) -> None:
        self._finding = None
        if self._state not in (CodeState.EMPTY, CodeState.TYPED) or not self.typed():
            self._settle(CodeState.EMPTY)
        self._state = CodeState.TYPED if self.typed() else CodeState.EMPTY

    def _on_entered(self) -> None:
        if self._state is CodeState.ACCEPTED or not self.typed():
            self.accepted.emit()
        else:
            self._moves_on = True
            self.check()

    def _on_left(self) -> None:
        if self._state is CodeState.TYPED:
            self.check()

    def _on_theirs(self) -> None:
        if self._finding is not None:
            self.customer_wanted.emit(self._finding.customer_id)

    def _on_anyway(self) -> None:
        if self._finding is not None:
            self._accept(self._finding, of_another=True)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
