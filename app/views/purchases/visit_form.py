"""The body of a visit: who, the code of a card, what was bought, points, and the next appointment, with what it all comes to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.counter import CounterBasis, CounterCustomer, CounterPoints, Reckoning, reckon
from app.domain.customers import CustomerFields
from app.domain.offers import OfferKind
from app.domain.purchases import LineFields
from app.domain.visits import VisitExtras
from app.views.purchases.bought_part import BoughtPart
from app.views.purchases.code_part import CodePart, CodeState
from app.views.purchases.customer_bar import CustomerBar
from app.views.purchases.newcomer_form import NewcomerForm
from app.views.purchases.next_part import NextPart
from app.views.purchases.points_part import PointsPart
from app.views.widgets.layouts import boxed, column, hairline, set_shown


class VisitForm(QWidget):
    """`changed` after every key that changes what it comes to."""

    changed = Signal()

    def __init__(self, context: AppContext, *, is_edit: bool) -> None:
        super().__init__()
        self._context = context
        self._is_edit = is_edit
        self._basis = CounterBasis()
        self._points: CounterPoints | None = None
        self._filled_in: tuple[LineFields, ...] = ()
        self._used_before = 0
        self._usual_days: int | None = None
        self._build()
        self._connect()

    def set_basis(self, basis: CounterBasis) -> None:
        self._basis = basis
        self.bought.set_basis(basis)
        self.points.set_basis(basis.currency, basis.tax_entry)

    def show_customer(self, customer: CounterCustomer, day: date) -> None:
        self.bar.show_customer(customer, self._basis.currency, self._context.clock.today())
        self._show_parts(has_code=not self._is_edit, has_next=not self._is_edit)
        self._usual_days = customer.usual_days
        self.set_day(day)
        self.code.begin(customer.id, may_be_introduced=customer.last is None, currency=self._basis.currency)
        self.points.set_used(self._used_before)
        self.show_points(customer.points)

    def show_nobody(self) -> None:
        self.bar.show_nobody()
        self._show_parts(has_code=False, has_next=False)
        self.show_points(None)

    def show_newcomer(self, typed: str, day: date) -> None:
        self.bar.show_newcomer()
        self._show_parts(has_code=True, has_next=True, is_new=True)
        self._usual_days = None
        self.set_day(day)
        self.code.begin(None, may_be_introduced=True, currency=self._basis.currency)
        self.points.reset()
        self.newcomer.begin(typed)

    def set_day(self, day: date) -> None:
        """The day of the visit, from which the next appointment counts and on which a card has to hold."""
        self.next.set_dates(day, self._usual_days, self._basis.closed_weekdays)
        self.code.set_day(day)

    def show_points(self, points: CounterPoints | None) -> None:
        """What decides about points; None where there is no customer."""
        self._points = points
        self.points.show_points(points)
        self._on_changed()

    def set_used(self, points: int) -> None:
        """What a recorded visit used, before its customer is shown."""
        self._used_before = points

    def set_in_charge(self, name: str) -> None:
        self.bought.set_in_charge(name)
        self.next.set_staff(self._basis.staff, name)

    def put_in(self, lines: Sequence[LineFields], caption: str) -> None:
        """Fill the lines in, unless the user has written some already."""
        if self.bought.written() == self._filled_in:
            self.bought.show_lines(lines, caption)
            self._filled_in = self.bought.written()

    def sums(self) -> Reckoning:
        return reckon(self.bought.lines(), self._basis.tax_entry, self._points, self.points.used())

    @property
    def counter_points(self) -> CounterPoints | None:
        return self._points

    def offered_points(self) -> int:
        """What the card gives on top."""
        return self.code.offer().points

    def introduction_points(self) -> int:
        """What the customer gets for having been introduced."""
        return self._points.introduced if self._points is not None and self.code.is_introduction() else 0

    def has_discount_offer(self) -> bool:
        return self.code.offer().kind in (OfferKind.PERCENT, OfferKind.AMOUNT) and bool(self.bought.offered())

    def extras(self) -> VisitExtras:
        code, referral, by_another = self.code.codes() if not self.code.isHidden() else ("", "", False)
        follow_up = self.next.follow_up() if not self._next_box.isHidden() else None
        return VisitExtras(code, by_another, referral, follow_up)

    def is_touched(self) -> bool:
        """Whether something was typed that closing would lose."""
        if self.bought.written() != self._filled_in or self.bought.unfinished() or self.points.used() != self._used_before:
            return True
        if self.code.typed() or self.next.is_touched():
            return True
        return not self.newcomer.isHidden() and self.newcomer.fields() != CustomerFields()

    def is_code_open(self) -> bool:
        """Whether a code was typed that was not answered yet."""
        return not self.code.isHidden() and self.code.is_open()

    def is_code_good(self) -> bool:
        return self.code.state is CodeState.ACCEPTED

    def problem(self) -> str | None:
        """What keeps it from being recorded, None when nothing does; the cursor goes there. Empty when it stands beside its field."""
        sentence = self.bought.problem()
        if sentence:
            return "" if self.bought.is_by_amount() else sentence
        if self.points.problem():
            self.points.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return "" if self.points.trouble.isVisible() else self.points.problem()
        if self._next_box.isHidden():
            return None
        return self.next.problem() or None

    def show_error(self, field: str, sentence: str) -> str:
        """Put the cursor where the shop found something wrong; gives back the sentence unless it now stands beside the field."""
        places: dict[str, QWidget] = {
            "name": self.newcomer.name,
            "code": self.code.field,
            "referral_code": self.code.field,
            "points": self.points.field,
            "due": self.next.day,
        }
        places.get(field, self.bought.first_field()).setFocus(Qt.FocusReason.OtherFocusReason)
        if field == "amount" and self.bought.is_by_amount():
            self.bought.amount_field.set_error(sentence)
        elif field == "name":
            self.newcomer.name_field.set_error(sentence)
        elif field in ("code", "referral_code"):
            self.code.show_refusal(sentence)
        else:
            return sentence
        return ""

    def _build(self) -> None:
        self.bar = CustomerBar()
        self.newcomer = NewcomerForm()
        self.code = CodePart(self._context)
        self.bought = BoughtPart(self._context)
        self.points = PointsPart(self._context.clock)
        self.next = NextPart(self._context.clock)
        self._points_box = boxed(column(hairline(), self.points, gap=10))
        self._next_box = boxed(column(hairline(), self.next, gap=10))
        self.setLayout(column(self.bar, self.newcomer, hairline(), self.code, self.bought, self._points_box, self._next_box, gap=10))

    def _connect(self) -> None:
        self.bought.changed.connect(self._on_changed)
        self.points.changed.connect(self._on_changed)
        self.code.settled.connect(self._on_code)
        self.code.accepted.connect(self.bought.focus_first)
        self.next.changed.connect(self.changed)

    def _show_parts(self, *, has_code: bool, has_next: bool, is_new: bool = False) -> None:
        set_shown(self.newcomer, is_new)
        set_shown(self.code, has_code)
        set_shown(self._next_box, has_next)

    def _on_code(self) -> None:
        self.bought.set_offer(self.code.offer(), self.code.offer_caption())

    def _on_changed(self) -> None:
        self.points.set_amount(sum(line.amount for line in self.bought.lines()))
        set_shown(self._points_box, self.points.is_offered())
        self.code.show_fit(bool(self.bought.offered()))
        self.changed.emit()
