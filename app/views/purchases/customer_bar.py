"""Who it is, when they came last and what to remember, above the lines of the visit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.counter import CounterCustomer
from app.domain.money import Currency, format_money
from app.views.labels_customers import chip_word, polite_name
from app.views.moments import day_text, language
from app.views.points.tier_words import tier_tone
from app.views.purchases.wording import joined
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.avatar import Avatar
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Inset
from app.views.widgets.chip import Chip
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown


class NoteLine(QWidget):
    """覚えておくこと in one line; a longer one opens in place, so that nothing typed is left behind."""

    def __init__(self) -> None:
        super().__init__()
        self._note = ""
        self._is_open = False
        self._build()
        self.open.clicked.connect(self._on_open)

    def text(self) -> str:
        return self._note

    def show_note(self, note: str) -> None:
        self._note, self._is_open = note, False
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _build(self) -> None:
        self.line = ElidedLabel("", TextStyle.BODY)
        self.whole = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.open = LinkButton(self.tr("Open what to remember"), small=True)
        layout = row(gap=8, margins=(4, 0, 0, 0))
        layout.addWidget(IconLabel("info", size=16, tone=Tone.INFO), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.whole, 1)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)

    def _show(self) -> None:
        lines = self._note.splitlines() or [""]
        self.line.setText(lines[0])
        self.whole.setText(self._note)
        is_long = len(lines) > 1 or self.line.sizeHint().width() > self.width() - self.open.sizeHint().width() - theme_of(self).px(40)
        self.open.setText(self.tr("Close what to remember") if self._is_open else self.tr("Open what to remember"))
        set_shown(self.open, is_long)
        set_shown(self.line, not self._is_open)
        set_shown(self.whole, self._is_open)

    def _on_open(self) -> None:
        self._is_open = not self._is_open
        self._show()


class CustomerBar(QWidget):
    """`change_requested`: it was somebody else."""

    change_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.change.clicked.connect(self.change_requested)

    def show_customer(self, customer: CounterCustomer, currency: Currency, today: date) -> None:
        self.avatar.set_name(customer.name)
        self.name.setText(polite_name(customer.name, is_company=customer.is_company))
        tier = customer.points.tier
        self.chip.set(*((tier.name, tier_tone(customer.points.tier_rank)) if tier is not None else chip_word(customer.chip)))
        self.line.setText(self._last_visit(customer, currency, today))
        self.note.show_note(customer.note)
        self._show_parts(is_person=True, has_note=bool(customer.note))

    def show_nobody(self) -> None:
        """A sale without a customer."""
        self.name.setText(self.tr("Without a customer"))
        self.line.setText(self.tr("Counts in the sales, not in the return rate."))
        self._show_parts(is_person=False, has_note=False)

    def show_newcomer(self) -> None:
        self.name.setText(self.tr("New customer"))
        self.line.setText(self.tr("Is added together with this visit."))
        self._show_parts(is_person=False, has_note=False)

    def _build(self) -> None:
        self.avatar = Avatar("", 44)
        self.icon = IconLabel("user", size=22, tone=Tone.PRIMARY)
        self.name = ElidedLabel("", TextStyle.DIALOG_TITLE)
        self.chip = Chip("")
        self.line = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.change = LinkButton(self.tr("Somebody else"))
        first = row(self.name, self.chip, gap=8)
        first.addStretch(1)
        inner = row(self.avatar, self.icon, gap=14)
        inner.addWidget(boxed(column(first, self.line, gap=2)), 1)
        inner.addWidget(self.change)
        bar = Inset(Tone.PRIMARY, margins=(14, 8, 10, 8))
        bar.add(inner)
        self.note = NoteLine()
        self.setLayout(column(bar, self.note, gap=8))

    def _show_parts(self, *, is_person: bool, has_note: bool) -> None:
        set_shown(self.avatar, is_person)
        set_shown(self.icon, not is_person)
        set_shown(self.chip, is_person)
        set_shown(self.note, has_note)

    def _last_visit(self, customer: CounterCustomer, currency: Currency, today: date) -> str:
        if customer.last is None:
            return self.tr("The first visit")
        last = customer.last
        values = {
            "day": day_text(last.day, today=today),
            "products": joined(last.products),
            "amount": format_money(last.amount, currency, language()),
            "days": customer.usual_days,
        }
        if customer.usual_days is None:
            sentence = self.tr("Last {day} {products} {amount}") if last.products else self.tr("Last {day} {amount}")
        elif last.products:
            sentence = self.tr("Last {day} {products} {amount} · usually every {days} days")
        else:
            sentence = self.tr("Last {day} {amount} · usually every {days} days")
        return sentence.format(**values)
