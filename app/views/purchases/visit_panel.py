"""来店を記録: who came, what was bought, for how much. Ctrl+N, a few kana, Enter, Ctrl+Enter; or two clicks."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.context import AppContext
from app.domain.counter import CounterBasis, CounterCustomer, CounterPoints, CounterStart
from app.domain.errors import DomainError
from app.domain.money import format_money
from app.domain.points import PointsUsedAlready
from app.domain.purchases import PurchaseFields
from app.domain.visits import VisitOutcome
from app.views.labels_customers import polite_name
from app.views.moments import language
from app.views.purchases.bill import Bill, PointsBill
from app.views.purchases.bought_part import PREFILL_LINES
from app.views.purchases.customer_search import CustomerSearch
from app.views.purchases.flow_box import FlowBox
from app.views.purchases.outcome_words import confirm_negative, recorded_sentence
from app.views.purchases.visit_form import VisitForm
from app.views.purchases.visit_head import NOBODY, VisitHead
from app.views.purchases.visit_saving import CustomerQuestion, PointsQuestion, StartQuestion, VisitSaving
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import Caption, Text, WrapLabel
from app.views.widgets.layouts import boxed, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea


class Who(Enum):
    """Whose visit is being written down."""

    OPEN = "open"
    CUSTOMER = "customer"
    NEWCOMER = "newcomer"
    NOBODY = "nobody"


def open_visit_panel(
    context: AppContext, window: QWidget, customer_id: int | None = None, purchase_id: int | None = None, *, code: str = ""
) -> VisitPanel:
    """A new visit, of `customer_id` when it is known; with `purchase_id` a visit that is to be changed. `code` of a card is looked
    for as if it had been typed."""
    panel = VisitPanel(context, window, customer_id, purchase_id)
    panel.open_panel(panel.search.search if customer_id is None and purchase_id is None else panel.day)
    panel.load()
    if code:
        panel.search.look_for(code)
    return panel


class VisitPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int | None, purchase_id: int | None) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Record a visit") if purchase_id is None else self.tr("Change a visit"))
        self._context = context
        self._customer_id = customer_id
        self._purchase_id = purchase_id
        self._basis = CounterBasis()
        self._start: PurchaseFields | None = None
        self._customer: CounterCustomer | None = None
        self._who = Who.OPEN
        self._code = ""
        self._is_awaited = customer_id is not None or purchase_id is not None
        self._saves_when_ready = False
        self._build()
        self._connect()
        self._words_before = self._words()

    def load(self) -> None:
        """Ask for the shop's ways and for whoever is known already."""
        question = StartQuestion(self._customer_id, self._purchase_id, self._context.clock.today())
        self._context.tasks.query(question, self._on_start, owner=self, failed=self._on_load_failed)

    def fields(self) -> PurchaseFields:
        """The visit as it stands in the form, on top of what the form does not show."""
        start = self._start or PurchaseFields(day=self._context.clock.today())
        return replace(
            start,
            day=self.day.value() or start.day,
            lines=self.form.bought.lines(),
            staff=self.head.in_charge(),
            note=self.memo.text().strip(),
            points_used=self.form.points.used(),
        )

    def is_touched(self) -> bool:
        """Whether something was typed that closing would lose."""
        if self._words() != self._words_before or self.form.is_touched():
            return True
        if self._who is Who.OPEN:
            return bool(self.search.typed())
        return self._start is not None and self.head.in_charge() != self._start.staff

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_coming = self._is_awaited or (self._who is Who.OPEN and self.search.is_taking())
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and is_coming:
            # Faster than the answer: the keys count as soon as the customer is here.
            self._saves_when_ready = True
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.head = VisitHead(self._context.clock)
        self.day, self.staff = self.head.day, self.head.staff
        self.many = LinkButton(self.tr("Enter a day of slips"), small=True)
        self.many.setToolTip("Ctrl+Shift+D")
        set_shown(self.many, not self._is_awaited)
        self.header_row.addWidget(self.many)
        self.header_row.addWidget(self.head)
        self.problem = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        problem = row(IconLabel("triangle-alert", size=16, tone=Tone.DANGER), gap=8)
        problem.addWidget(self.problem, 1)
        self._problem_box = boxed(problem)
        self._problem_box.hide()
        self.search = CustomerSearch(self._context, offers_newcomer=self._purchase_id is None)
        self.form = VisitForm(self._context, is_edit=self._purchase_id is not None)
        self.form.hide()
        set_shown(self.search, not self._is_awaited)
        for widget in (self._problem_box, self.search, self.form):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._build_summary()

    def _build_summary(self) -> None:
        self.bill, self.points_bill = Bill(), PointsBill()
        self.memo = TextArea(lines=3)
        memo_label = Text(self.tr("Note (stays in the history)"), TextStyle.BODY, Tone.TEXT2)
        memo_label.setBuddy(self.memo)
        self.memo.setAccessibleName(memo_label.text())
        self.summary.addWidget(self.bill)
        self.summary.addWidget(self.points_bill)
        self.summary.addStretch(1)
        self.summary.addWidget(memo_label)
        self.summary.addWidget(self.memo)
        self.save = PrimaryButton("", "check")
        hint = KeyHints([("Ctrl+Enter", self.tr("records"))])
        self.set_primary(self.save, FlowBox(hint, Caption(self.tr("Can be undone"), Tone.TEXT2), gap=14))
        self.set_summary_visible(False)
        self.set_close_guard(self._may_close)

    def _connect(self) -> None:
        self.search.chosen.connect(self._on_chosen)
        self.search.nobody_chosen.connect(self._on_nobody)
        self.search.newcomer_requested.connect(self._on_newcomer)
        self.form.bar.change_requested.connect(self._on_other_wanted)
        self.form.code.customer_wanted.connect(self._on_customer_of_card)
        self.form.code.settled.connect(self._on_code_settled)
        self.form.changed.connect(self._show_sums)
        self.head.day_changed.connect(self._on_day_changed)
        self.head.day_left.connect(self._check_day)
        self.head.staff_changed.connect(self._on_staff)
        self.many.clicked.connect(self._on_many)
        self.save.clicked.connect(self._on_save)
        self.closed.connect(self.deleteLater)

    def _words(self) -> tuple[str, str]:
        return self.day.text(), self.memo.text()

    # who has come

    def _on_start(self, start: CounterStart) -> None:
        self._basis = start.basis
        self._start = start.fields
        self.form.set_basis(start.basis)
        self.bill.set_basis(start.basis.currency, start.basis.tax_entry)
        self.points_bill.set_currency(start.basis.currency)
        names = list(start.basis.staff)
        if start.fields is not None and start.fields.staff and start.fields.staff not in names:
            names.append(start.fields.staff)
        self.head.set_staff(names)
        if start.fields is not None:
            self.head.set_day(start.fields.day)
            self.memo.set_text(start.fields.note)
            self.form.set_used(start.fields.points_used)
        self._words_before = self._words()
        if start.customer is not None:
            self._show_customer(start.customer)
        elif start.fields is not None:
            self._show_nobody()

    def _on_load_failed(self, error: Exception) -> None:
        self.close_panel()
        self._context.messages.error(error)

    def _on_chosen(self, customer_id: int, code: str) -> None:
        self._is_awaited = True
        self._code = code
        question = CustomerQuestion(customer_id, self.head.visit_day(), self._context.clock.today(), self._purchase_id)
        self._context.tasks.query(question, self._show_customer, owner=self, replaces="who", failed=self._on_not_found)

    def _on_customer_of_card(self, customer_id: int) -> None:
        self._on_chosen(customer_id, self.form.code.typed())

    def _on_not_found(self, error: Exception) -> None:
        self._is_awaited = self._saves_when_ready = False
        self._context.messages.error(error)

    def _show_customer(self, customer: CounterCustomer) -> None:
        self._customer = customer
        self.form.show_customer(customer, self.head.visit_day())
        if self._start is None:
            lines = customer.lines if len(customer.lines) <= PREFILL_LINES else ()
            usual = customer.last.staff if customer.last is not None and customer.last.staff else customer.staff
            self.head.set_in_charge(usual if usual in self._basis.staff else NOBODY)
            self.form.put_in(lines, self.tr("Filled in as last time") if lines else "")
        if self._code:
            self.form.code.set_code(self._code)
            self.form.code.check()
        self._code = ""
        self._begin(Who.CUSTOMER)

    def _on_nobody(self) -> None:
        self._saves_when_ready = False
        self._show_nobody()

    def _show_nobody(self) -> None:
        self._customer = None
        self.form.show_nobody()
        if self._start is None:
            self.form.put_in((), "")
        self._begin(Who.NOBODY)

    def _on_newcomer(self, typed: str) -> None:
        self._customer, self._saves_when_ready = None, False
        if self._start is None:
            self.form.put_in((), "")
        self._begin(Who.NEWCOMER)
        self.form.show_newcomer(typed, self.head.visit_day())
        self._ask_points()

    def _begin(self, who: Who) -> None:
        """The visit can be written down: what it comes to stands beside it."""
        is_first = self._who is Who.OPEN
        self._who = who
        self._is_awaited = False
        if self._start is not None and is_first:
            self.form.put_in(self._start.lines, "")
            self.head.set_in_charge(self._start.staff)
        self.form.set_in_charge(self.head.in_charge())
        set_shown(self.search, False)
        set_shown(self.many, False)
        set_shown(self.form, True)
        self.set_summary_visible(True)
        self._say("")
        self._show_sums()
        self.form.bought.focus_first()
        if self._saves_when_ready:
            self._saves_when_ready = False
            self._on_save()

    def _on_other_wanted(self) -> None:
        self._who = Who.OPEN
        self._customer = None
        set_shown(self.form, False)
        set_shown(self.search, True)
        self.set_summary_visible(False)
        self.search.begin()

    def _on_staff(self) -> None:
        self.form.set_in_charge(self.head.in_charge())

    def _on_many(self) -> None:
        from app.views.purchases.day_sheet import open_day_sheet

        day, window = self.day.value(), self.window()
        if self.close_panel():
            open_day_sheet(self._context, window, day)

    # what is shown while it is typed

    def _show_sums(self) -> None:
        sums = self.form.sums()
        self.bill.show_sums(sums, has_offer=self.form.has_discount_offer())
        is_edit = self._purchase_id is not None
        offered, introduction = self.form.offered_points(), self.form.introduction_points()
        self.points_bill.show_points(self.form.counter_points, sums, offered=offered, introduction=introduction, is_edit=is_edit)
        amount = format_money(sums.payment, self._basis.currency, language())
        if is_edit:
            text = self.tr("Save the change · {amount}").format(amount=amount)
        elif sums.amount:
            text = self.tr("Record · {amount}").format(amount=amount)
        else:
            text = self.tr("Record the visit")
        self.save.setText(text)
        self._say("")

    def _on_day_changed(self) -> None:
        self._say("")
        if self.day.value() is not None and self._who in (Who.CUSTOMER, Who.NEWCOMER):
            self._ask_points()

    def _ask_points(self) -> None:
        """What decides about points, and what an offer is worth, may differ from day to day."""
        day = self.head.visit_day()
        self.form.set_day(day)
        customer_id = self._customer.id if self._customer is not None else None
        question = PointsQuestion(customer_id, day, self._context.clock.today(), self._purchase_id)
        self._context.tasks.query(question, self._on_points, owner=self, replaces="points")

    def _on_points(self, points: CounterPoints) -> None:
        if points.day == self.head.visit_day() and self._who in (Who.CUSTOMER, Who.NEWCOMER):
            said = self.problem.text()
            self.form.show_points(points)
            self._say(said)

    def _check_day(self) -> bool:
        problem = self.head.problem()
        if problem:
            self._say(problem)
        return not problem

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        set_shown(self._problem_box, bool(sentence))

    # saving

    def _may_close(self) -> bool:
        if not self.is_touched():
            return True
        return self._context.messages.confirm(
            self.tr("Leave without recording?"),
            self.tr("What you typed is not saved yet."),
            safe=self.tr("Go on writing"),
            danger=self.tr("Leave without recording"),
        )

    def _on_save(self) -> None:
        if not self._check_day():
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.form.newcomer.isHidden() and not self.form.newcomer.check():
            return
        problem = self.form.problem()
        if problem is not None:
            self._say(problem)
            self._show_trouble()
            return
        if self.form.is_code_open():
            self._saves_when_ready = True
            self.form.code.check()
            return
        self._write()

    def _show_trouble(self) -> None:
        """Why it is not recorded: above the form, or beside the field that has the cursor."""
        focused = self._problem_box if self.problem.text() else QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.bring_into_sight(focused)

    def _on_code_settled(self) -> None:
        """A code that was still open when the visit was to be recorded: with a refusal the user looks first."""
        if self._saves_when_ready and not self._is_awaited:
            self._saves_when_ready = False
            if self.form.is_code_good():
                self._write()

    def _write(self, *, allow_negative: bool = False) -> None:
        self.save.setEnabled(False)
        newcomer = self.form.newcomer.fields() if self._who is Who.NEWCOMER else None
        customer_id = self._customer.id if self._customer is not None else None
        saving = VisitSaving(
            self._context, self.fields(), customer_id, newcomer, self._purchase_id, self.form.extras(), allow_negative=allow_negative
        )
        self._context.tasks.command(saving, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, outcome: VisitOutcome) -> None:
        is_edit, name = self._purchase_id is not None, self._name()
        self.set_close_guard(lambda: True)
        self.close_panel()
        sentence = self.tr("The visit is changed") if is_edit else recorded_sentence(name, outcome)
        self._context.messages.toast(sentence, undo_action_id=outcome.action_id)

    def _name(self) -> str:
        if self._customer is not None:
            return polite_name(self._customer.name, is_company=self._customer.is_company)
        return polite_name(self.form.newcomer.fields().name) if self._who is Who.NEWCOMER else ""

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if isinstance(error, PointsUsedAlready):
            if confirm_negative(self._context.messages, error):
                self._write(allow_negative=True)
        elif not isinstance(error, DomainError) or not error.field:
            self._context.messages.error(error)
        elif error.field in ("day", "staff"):
            self._say(self._context.messages.sentence(error))
            (self.day if error.field == "day" else self.staff).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if error.field == "points":
                # Somebody else used them meanwhile: what is left now is what counts.
                self._ask_points()
            self._say(self.form.show_error(error.field, self._context.messages.sentence(error)))
            self._show_trouble()
