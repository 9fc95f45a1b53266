"""One slip of a day: who, what or how much, points; recorded as soon as it is finished, and mended in place when it cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.counter import CounterBasis, CounterCustomer, CounterPoints, Reckoning, most_points, reckon
from app.domain.customers import CustomerFields
from app.domain.errors import DomainError
from app.domain.money import format_money
from app.domain.numbers import format_number
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.text import is_kana, to_hiragana
from app.domain.visits import VisitOutcome
from app.views.labels_customers import polite_name
from app.views.moments import language
from app.views.purchases.customer_search import CustomerSearch
from app.views.purchases.line_row import AS_THE_VISIT
from app.views.purchases.product_search import ProductSearch
from app.views.purchases.visit_saving import CustomerQuestion, NameQuestion, VisitSaving
from app.views.purchases.wording import joined, short_name
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, LinkButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption, ElidedLabel, NumberText, Text, WrapLabel, plain_tooltip
from app.views.widgets.layouts import STRETCH, boxed, column, hairline, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import mark_error

NUMBER, STAFF, POINTS, AMOUNT, STATE = 26, 92, 92, 88, 92
LINE = 34
GAP = 8


class SlipState(Enum):
    OPEN = "open"
    WRITING = "writing"
    RECORDED = "recorded"


class SlipRow(QWidget):
    """`finished`: it is being recorded, the next one may begin. `changed`: what the sheet sums up is different. `mend_requested`: a
    recorded one is to be taken back and typed anew."""

    finished = Signal()
    changed = Signal()
    mend_requested = Signal()
    removed = Signal()

    def __init__(self, context: AppContext, basis: CounterBasis, number: int, day: date) -> None:
        super().__init__()
        self._context = context
        self._basis = basis
        self._day = day
        self._number = number
        self._state = SlipState.OPEN
        self._customer: CounterCustomer | None = None
        self._newcomer: CustomerFields | None = None
        self._is_nobody = self._is_awaited = self._is_product_sure = False
        self._lines: tuple[LineFields, ...] = ()
        self._outcome: VisitOutcome | None = None
        self._is_narrow = False
        self._build()
        self._connect()
        self._show()

    @property
    def state(self) -> SlipState:
        return self._state

    @property
    def outcome(self) -> VisitOutcome | None:
        return self._outcome

    def begin(self) -> None:
        self.who.begin()

    def set_number(self, number: int) -> None:
        """Where it stands in the stack."""
        self._number = number
        self.number.setText(str(number))
        self.remove.setAccessibleName(self.tr("Remove slip {number}").format(number=number))
        self.remove.setToolTip(plain_tooltip(self.remove.accessibleName()))

    def set_day(self, day: date) -> None:
        """The day of slips that are not recorded yet."""
        if self._state is SlipState.OPEN and day != self._day:
            self._day = day
            if self._customer is not None:
                self._ask(self._customer.id)

    def set_in_charge(self, name: str) -> None:
        if self._state is SlipState.OPEN:
            options = [(AS_THE_VISIT, self.tr("Nobody")), *((one, short_name(one)) for one in self._basis.staff)]
            self.staff.set_options(options, name)
            self.staff.set_current(name if name in self._basis.staff else AS_THE_VISIT)

    def is_touched(self) -> bool:
        """Whether something was typed that is not recorded."""
        if self._state is not SlipState.OPEN:
            return self._state is SlipState.WRITING
        words = self.who.typed() or self.items.typed() or (self.points.text().strip() not in ("", "0"))
        return bool(words) or self._is_known() or bool(self._lines)

    def sums(self) -> Reckoning:
        return reckon(self._lines, self._basis.tax_entry, self._counter_points(), self._used())

    def set_narrow(self, is_narrow: bool) -> None:
        """With little room staff, points and amount stand in a line of their own."""
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            (self._below if is_narrow else self._beside).addWidget(self._tail)
            set_shown(self._below_box, is_narrow)

    def take_back(self) -> None:
        """It is not recorded any more: to be typed anew, with everything as it was."""
        self._outcome = None
        self._state = SlipState.OPEN
        self._show()
        self.changed.emit()
        self._to_items()

    # what it is made of

    def _build(self) -> None:
        px = theme_of(self).px
        self.number = NumberText(str(self._number), TextStyle.CAPTION, Tone.TEXT3)
        self.number.setFixedWidth(px(NUMBER))
        self.who = CustomerSearch(self._context, offers_newcomer=True, is_compact=True)
        self.name = LinkButton("")
        self.name_words = ElidedLabel("", TextStyle.ROW_TITLE)
        self.twice = WrapLabel("", TextStyle.CAPTION, Tone.WARN)
        self.name.setToolTip(self.tr("Somebody else"))
        who = boxed(column(self.who, row(self.name, STRETCH, gap=0), self.name_words, self.twice, STRETCH, gap=2))
        self.items = ProductSearch(self._context, reads_amounts=True)
        self.items.set_products(self._basis.often, self._basis.currency, has_list=self._basis.has_products)
        self.what = ElidedLabel("", TextStyle.BODY, Tone.TEXT)
        what = boxed(column(self.what, self.items, STRETCH, gap=2))
        self.staff = ComboField([(AS_THE_VISIT, self.tr("Nobody"))], AS_THE_VISIT)
        self.staff.setAccessibleName(self.tr("In charge"))
        self.staff.setFixedWidth(px(STAFF))
        self.points = NumberField(0, step=10)
        self.points.setAccessibleName(self.tr("Points to use"))
        self.points.setFixedWidth(px(POINTS))
        self.usable = Caption("")
        self.staff_words, self.points_words = ElidedLabel("", TextStyle.BODY, Tone.TEXT2), NumberText("", TextStyle.BODY, Tone.TEXT2)
        self.staff_words.setFixedWidth(px(STAFF))
        points = boxed(column(self.points, self.points_words, self.usable, gap=1))
        points.setFixedWidth(px(POINTS))
        self.amount = NumberText("", TextStyle.BODY_BOLD)
        self.amount.setFixedWidth(px(AMOUNT))
        self.done = IconLabel("check", size=16, tone=Tone.OK)
        self.state_words = Text("", TextStyle.CAPTION, Tone.TEXT2)
        self.mend = LinkButton(self.tr("Mend"), small=True)
        self.remove = IconButton("x", self.tr("Remove slip {number}").format(number=self._number))
        state = boxed(row(self.done, self.state_words, self.mend, self.remove, STRETCH, gap=2))
        state.setFixedWidth(px(STATE))
        tail = row(gap=GAP)
        for line in (self.number, self.name_words, self.what, self.staff_words, self.points_words, self.amount, state):
            # Beside fields of this height a word stands in the middle of them.
            line.setMinimumHeight(px(LINE))
        for part in (self.staff, self.staff_words, points, self.amount, state):
            tail.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._tail = boxed(tail)
        self._beside = row(gap=GAP)
        self._beside.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(who, 3)
        self._beside.addWidget(what, 4)
        self._beside.addWidget(self._tail, 0, Qt.AlignmentFlag.AlignTop)
        self._below = row(STRETCH, gap=0)
        self._below_box = boxed(self._below)
        self._below_box.hide()
        self.trouble = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.DANGER)
        self.setLayout(column(self._beside, self._below_box, self.trouble, hairline(), gap=3))

    def _connect(self) -> None:
        self.who.chosen.connect(self._on_chosen)
        self.who.nobody_chosen.connect(self._on_nobody)
        self.who.newcomer_requested.connect(self._on_newcomer)
        self.name.clicked.connect(self._on_other_wanted)
        self.items.line_chosen.connect(self._on_line)
        self.items.amount_typed.connect(self._on_amount)
        self.items.search.entered.connect(self._on_items_entered)
        self.points.value_changed.connect(self._on_points)
        self.points.returnPressed.connect(self._on_save)
        self.mend.clicked.connect(self.mend_requested)
        self.remove.clicked.connect(self.removed)

    def _is_known(self) -> bool:
        return self._customer is not None or self._newcomer is not None or self._is_nobody

    def _counter_points(self) -> CounterPoints | None:
        return None if self._customer is None else self._customer.points

    def _used(self) -> int:
        typed = self.points.value()
        return int(typed) if typed is not None else 0

    def _last_lines(self) -> tuple[LineFields, ...]:
        return () if self._customer is None else self._customer.lines

    def _money(self, amount: int) -> str:
        return format_money(amount, self._basis.currency, language())

    def _name(self) -> str:
        if self._customer is not None:
            return polite_name(self._customer.name, is_company=self._customer.is_company)
        if self._newcomer is not None:
            return self.tr("{name} (new)").format(name=polite_name(self._newcomer.name))
        return self.tr("Without a customer") if self._is_nobody else ""

    def _show(self) -> None:
        is_open, known = self._state is SlipState.OPEN, self._is_known()
        set_shown(self.who, is_open and not known)
        self.name.setText(self._name())
        self.name_words.setText(self._name())
        set_shown(self.name, is_open and known)
        set_shown(self.name_words, not is_open)
        customer = self._customer
        is_twice = is_open and customer is not None and customer.last is not None and customer.last.day == self._day
        self.twice.setText(self.tr("Has a visit on this day already.") if is_twice else "")
        set_shown(self.twice, is_twice)
        set_shown(self.items, is_open)
        self.what.setText(self._what())
        set_shown(self.what, bool(self.what.text()))
        self._show_hint()
        points = self._counter_points()
        most = most_points(points, sum(line.amount for line in self._lines)) if self._lines else (points.usable if points else 0)
        has_points = points is not None and points.rule is not None and points.usable > 0
        self.points.setEnabled(has_points)
        set_shown(self.points, is_open)
        self.usable.setText(self.tr("up to {points}").format(points=format_number(most)))
        set_shown(self.usable, is_open and has_points)
        self.points_words.setText(format_number(self._used()) if self._used() else "")
        set_shown(self.points_words, not is_open)
        self.staff_words.setText(self.staff.currentText() if self.staff.current() != AS_THE_VISIT else "")
        set_shown(self.staff, is_open and bool(self._basis.staff))
        set_shown(self.staff_words, not is_open and bool(self._basis.staff))
        self._show_amount()
        set_shown(self.done, self._state is SlipState.RECORDED)
        set_shown(self.mend, self._state is SlipState.RECORDED)
        self.state_words.setText(self.tr("Saving…") if self._state is SlipState.WRITING else "")
        set_shown(self.state_words, self._state is SlipState.WRITING)
        set_shown(self.remove, is_open and self.is_touched())
        if not is_open:
            self._say("")

    def _show_amount(self) -> None:
        self.amount.setText(self._money(self.sums().payment) if self._lines else "")

    def _what(self) -> str:
        """What was bought, in a few words."""
        if not self._lines:
            return ""
        return joined(" ".join(part for part in (line.product, self._money(line.amount)) if part) for line in self._lines)

    def _show_hint(self) -> None:
        usual = sum(line.amount for line in self._last_lines())
        if self._lines:
            hint = self.tr("More, another price, or Enter to go on")
        elif usual:
            hint = self.tr("As last time {amount}: press Enter").format(amount=self._money(usual))
        else:
            hint = self.tr("Product or amount")
        self.items.search.setPlaceholderText(hint)

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        set_shown(self.trouble, bool(sentence))

    def _to_items(self) -> None:
        self.items.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # who

    def _ask(self, customer_id: int) -> None:
        self._is_awaited = True
        question = CustomerQuestion(customer_id, self._day, self._context.clock.today(), None)
        self._context.tasks.query(question, self._on_customer, owner=self, replaces="who", failed=self._on_lost)

    def _on_chosen(self, customer_id: int, _code: str) -> None:
        self._ask(customer_id)

    def _on_customer(self, customer: CounterCustomer) -> None:
        is_new = self._customer is None or self._customer.id != customer.id
        self._customer, self._newcomer, self._is_nobody = customer, None, False
        self._is_awaited = False
        self._show()
        if is_new:
            self._say("")
            self._to_items()

    def _on_lost(self, error: Exception) -> None:
        self._is_awaited = False
        self._say(self._context.messages.sentence(error))

    def _on_nobody(self) -> None:
        self._customer, self._newcomer, self._is_nobody = None, None, True
        self.points.clear()
        self._show()
        self._to_items()

    def _on_newcomer(self, typed: str) -> None:
        kana = to_hiragana(typed) if is_kana(typed) else ""
        self._customer, self._is_nobody = None, False
        self._newcomer = CustomerFields(name=typed, kana=kana)
        self._show()
        self._to_items()

    def _on_other_wanted(self) -> None:
        self._customer, self._newcomer, self._is_nobody = None, None, False
        self.points.clear()
        self._show()
        self.who.begin()
        self.changed.emit()

    # what

    def _put_in(self, lines: Sequence[LineFields]) -> None:
        self._lines = tuple(lines)
        self._say("")
        self._show()
        self.changed.emit()

    def _on_line(self, line: LineFields) -> None:
        is_free = line == LineFields(product=line.product)
        if is_free and self._is_nobody and not self._lines and not self._is_product_sure:
            self._ask_for_name(line)
            return
        self._put_in([*self._lines, line])
        self._to_items()

    def _ask_for_name(self, line: LineFields) -> None:
        """One Enter too many says that nobody in particular came, and a name is typed where products are: it is looked for once."""
        self._is_product_sure = self._is_awaited = True

        def settle(is_name: bool) -> None:
            self._is_awaited = False
            if not is_name:
                self._on_line(line)
                return
            self._on_other_wanted()
            self.who.type_in(line.product)
            self._say(self.tr("“{text}” is found among the customers. Enter takes the first.").format(text=line.product))

        question = NameQuestion(line.product, self._context.clock.today())
        self._context.tasks.query(question, settle, owner=self, replaces="who", failed=self._on_lost)

    def _on_amount(self, amount: int) -> None:
        """An amount by itself, or the price of what was named before."""
        last = self._lines[-1] if self._lines else LineFields()
        priced = replace(last, quantity=LineFields().quantity, unit_price=amount, discount=0, amount=amount)
        is_named = bool(last.product)
        self._put_in([*self._lines[:-1], priced])
        if not is_named:
            self._go_on()

    def _on_items_entered(self, text: str) -> None:
        if text:
            return
        if not self._lines and self._last_lines():
            self._put_in(self._last_lines())
        if self._lines:
            self._go_on()
        else:
            self._say(self.tr("Please type a product or an amount."))

    def _go_on(self) -> None:
        if self.points.isEnabled():
            self.points.setFocus(Qt.FocusReason.TabFocusReason)
            self.points.selectAll()
        else:
            self._on_save()

    def _on_points(self) -> None:
        mark_error(self.points, False)
        self._say("")
        self._show_amount()
        self.changed.emit()

    # recording

    def _problem(self) -> str:
        if not self._is_known():
            self.who.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("Please choose who came. Enter in the empty field means: without a customer.")
        if self.items.typed():
            self._to_items()
            return self.tr("“{text}” is not on the slip yet. Press Enter to add it, or delete the words.").format(text=self.items.typed())
        if any(line.amount <= 0 for line in self._lines) or not self._lines:
            self._to_items()
            return self.tr("Please type a product or an amount.")
        most = most_points(self._counter_points(), sum(line.amount for line in self._lines))
        if not self.points.is_valid() or self._used() > most:
            mark_error(self.points, True)
            self.points.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("At most {points} points can be used here.").format(points=format_number(most))
        return ""

    def _on_save(self) -> None:
        if self._state is not SlipState.OPEN or self._is_awaited:
            return
        problem = self._problem()
        if problem:
            self._say(problem)
            return
        staff = self.staff.current()
        fields = PurchaseFields(day=self._day, lines=self._lines, staff=staff if isinstance(staff, str) else "", points_used=self._used())
        saving = VisitSaving(self._context, fields, None if self._customer is None else self._customer.id, self._newcomer, None)
        self._state = SlipState.WRITING
        self._show()
        self.finished.emit()
        self._context.tasks.command(saving, self._on_recorded, owner=self, failed=self._on_failed)

    def _on_recorded(self, outcome: VisitOutcome) -> None:
        self._outcome = outcome
        self._state = SlipState.RECORDED
        self._show()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        """Back to be mended; nothing of it is lost."""
        self._state = SlipState.OPEN
        self._show()
        if isinstance(error, DomainError) and error.field == "points" and self._customer is not None:
            self._ask(self._customer.id)
        self._say(self._context.messages.sentence(error))
        self.changed.emit()
