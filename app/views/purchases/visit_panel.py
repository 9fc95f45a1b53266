"""来店を記録: who came, what was bought, for how much. Ctrl+N, a few kana, Enter, Ctrl+Enter; or two clicks."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customers import CustomerFields
from app.domain.dates import PROBLEM_SENTENCES, DateError
from app.domain.errors import DomainError
from app.domain.money import format_money
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.visits import VisitOutcome
from app.jobs.job import JobControl
from app.views.labels import translated
from app.views.labels_customers import polite_name
from app.views.moments import day_text, language
from app.views.purchases.basis import VisitBasis, VisitCustomer, VisitStart, find_customer, find_start
from app.views.purchases.bill import Bill
from app.views.purchases.bought_part import PREFILL_LINES, BoughtPart
from app.views.purchases.customer_bar import CustomerBar
from app.views.purchases.customer_search import CustomerSearch
from app.views.purchases.newcomer_form import NewcomerForm
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.icons import IconLabel
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import Caption, Text, WrapLabel
from app.views.widgets.layouts import boxed, column, hairline, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea, mark_error

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NOBODY = ""


class Who(Enum):
    """Whose visit is being written down."""

    OPEN = "open"
    CUSTOMER = "customer"
    NEWCOMER = "newcomer"
    NOBODY = "nobody"


def open_visit_panel(context: AppContext, window: QWidget, customer_id: int | None = None, purchase_id: int | None = None) -> VisitPanel:
    """A new visit, of `customer_id` when it is known; with `purchase_id` a visit that is to be changed."""
    panel = VisitPanel(context, window, customer_id, purchase_id)
    panel.open_panel(panel.search.search if customer_id is None and purchase_id is None else panel.day)
    panel.load()
    return panel


class VisitPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int | None, purchase_id: int | None) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Record a visit") if purchase_id is None else self.tr("Change a visit"))
        self._context = context
        self._customer_id = customer_id
        self._purchase_id = purchase_id
        self._basis = VisitBasis()
        self._start: PurchaseFields | None = None
        self._customer: VisitCustomer | None = None
        self._who = Who.OPEN
        self._is_awaited = customer_id is not None or purchase_id is not None
        self._saves_when_ready = False
        self._filled_in: tuple[LineFields, ...] = ()
        self._build()
        self._connect()
        self._words_before = self._words()

    def load(self) -> None:
        """Ask for the shop's ways and for whoever is known already."""
        customer_id, purchase_id, today = self._customer_id, self._purchase_id, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> VisitStart:
            return find_start(session, customer_id, purchase_id, today)

        self._context.tasks.query(op, self._on_start, owner=self, failed=self._on_load_failed)

    def fields(self) -> PurchaseFields:
        """The visit as it stands in the form, on top of what the form does not show."""
        start = self._start or PurchaseFields(day=self._context.clock.today())
        staff = self.staff.current()
        return replace(
            start,
            day=self.day.value() or start.day,
            lines=self.bought.lines(),
            staff=staff if isinstance(staff, str) else NOBODY,
            note=self.memo.text().strip(),
        )

    def is_touched(self) -> bool:
        """Whether something was typed that closing would lose."""
        if self._words() != self._words_before or self.bought.lines() != self._filled_in or self.bought.unfinished():
            return True
        if self._who is Who.OPEN:
            return bool(self.search.typed())
        is_new_name = self._who is Who.NEWCOMER and self.newcomer.fields() != CustomerFields()
        return is_new_name or (self._start is not None and self.staff.current() != self._start.staff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._is_awaited:
            # Faster than the answer: the keys count as soon as the customer is here.
            self._saves_when_ready = True
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        today = self._context.clock.today()
        self.day = DateField(today=today, optional=False, past_only=True)
        self.day.set_value(today)
        self.day.setAccessibleName(self.tr("Day of the visit"))
        self.day.setFixedWidth(theme_of(self).px(126))
        self.day_words = Caption("", Tone.TEXT2)
        self.staff = ComboField([(NOBODY, self.tr("Nobody in charge"))], NOBODY)
        self.staff.setAccessibleName(self.tr("In charge"))
        self.staff.hide()
        for part in (self.day_words, self.day, self.staff):
            self.header_row.addWidget(part)
        self.problem = WrapLabel("", TextStyle.BODY_BOLD, Tone.DANGER)
        problem = row(IconLabel("triangle-alert", size=16, tone=Tone.DANGER), gap=8)
        problem.addWidget(self.problem, 1)
        self._problem_box = boxed(problem)
        self._problem_box.hide()
        self.search = CustomerSearch(self._context, offers_newcomer=self._purchase_id is None)
        self.bar = CustomerBar()
        self.newcomer = NewcomerForm()
        self.bought = BoughtPart()
        self._visit = boxed(column(self.bar, self.newcomer, hairline(), self.bought, gap=12))
        self._visit.hide()
        set_shown(self.search, not self._is_awaited)
        for widget in (self._problem_box, self.search, self._visit):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._build_summary()

    def _build_summary(self) -> None:
        self.bill = Bill()
        self.memo = TextArea(lines=3)
        memo_label = Text(self.tr("Note (stays in the history)"), TextStyle.BODY, Tone.TEXT2)
        memo_label.setBuddy(self.memo)
        self.memo.setAccessibleName(memo_label.text())
        self.summary.addWidget(self.bill)
        self.summary.addStretch(1)
        self.summary.addWidget(memo_label)
        self.summary.addWidget(self.memo)
        self.save = PrimaryButton("", "check")
        self.set_primary(
            self.save, boxed(row(KeyHints([("Ctrl+Enter", self.tr("records"))]), Caption(self.tr("Can be undone"), Tone.TEXT2)))
        )
        self.set_summary_visible(False)
        self.set_close_guard(self._may_close)

    def _connect(self) -> None:
        self.search.chosen.connect(self._on_chosen)
        self.search.nobody_chosen.connect(self._on_nobody)
        self.search.newcomer_requested.connect(self._on_newcomer)
        self.bar.change_requested.connect(self._on_other_wanted)
        self.bought.changed.connect(self._show_sums)
        self.day.value_changed.connect(self._on_day_changed)
        self.day.edited_done.connect(self._check_day)
        self.save.clicked.connect(self._on_save)
        self.closed.connect(self.deleteLater)

    def _words(self) -> tuple[str, str]:
        return self.day.text(), self.memo.text()

    # who has come

    def _on_start(self, start: VisitStart) -> None:
        self._basis = start.basis
        self._start = start.fields
        self.bought.set_basis(start.basis)
        self.bill.set_basis(start.basis.currency, start.basis.tax_entry)
        names = list(start.basis.staff)
        if start.fields is not None and start.fields.staff and start.fields.staff not in names:
            names.append(start.fields.staff)
        charge = self.tr("{name} in charge")
        options = [(NOBODY, self.tr("Nobody in charge")), *((name, charge.format(name=name)) for name in names)]
        self.staff.set_options(options, NOBODY)
        set_shown(self.staff, bool(names))
        if start.fields is not None:
            self.day.set_value(start.fields.day)
            self.memo.set_text(start.fields.note)
        self._words_before = self._words()
        self._show_day()
        if start.customer is not None:
            self._show_customer(start.customer)
        elif start.fields is not None:
            self._show_nobody()

    def _on_load_failed(self, error: Exception) -> None:
        self.close_panel()
        self._context.messages.error(error)

    def _on_chosen(self, customer_id: int) -> None:
        today = self._context.clock.today()
        self._is_awaited = True

        def op(session: Session, _control: JobControl) -> VisitCustomer:
            return find_customer(session, customer_id, today)

        self._context.tasks.query(op, self._show_customer, owner=self, replaces="who", failed=self._on_not_found)

    def _on_not_found(self, error: Exception) -> None:
        self._is_awaited = self._saves_when_ready = False
        self._context.messages.error(error)

    def _show_customer(self, customer: VisitCustomer) -> None:
        self._customer = customer
        self.bar.show_customer(customer, self._basis.currency, self._context.clock.today())
        if self._start is None:
            lines = customer.lines if len(customer.lines) <= PREFILL_LINES else ()
            self._put_in(lines, self.tr("Filled in as last time") if lines else "")
            usual = customer.last.staff if customer.last is not None and customer.last.staff else customer.staff
            self.staff.set_current(usual if usual in self._basis.staff else NOBODY)
        self._begin(Who.CUSTOMER)

    def _on_nobody(self) -> None:
        self._show_nobody()

    def _show_nobody(self) -> None:
        self._customer = None
        self.bar.show_nobody()
        if self._start is None:
            self._put_in((), "")
        self._begin(Who.NOBODY)

    def _on_newcomer(self, typed: str) -> None:
        self._customer = None
        self.bar.show_newcomer()
        if self._start is None:
            self._put_in((), "")
        self._begin(Who.NEWCOMER)
        self.newcomer.begin(typed)

    def _begin(self, who: Who) -> None:
        """The visit can be written down: what it comes to stands beside it."""
        is_first = self._who is Who.OPEN
        self._who = who
        self._is_awaited = False
        if self._start is not None and is_first:
            self._put_in(self._start.lines, "")
            self.staff.set_current(self._start.staff)
        set_shown(self.search, False)
        set_shown(self.newcomer, who is Who.NEWCOMER)
        set_shown(self._visit, True)
        self.set_summary_visible(True)
        self._say("")
        self._show_sums()
        self.bought.focus_first()
        if self._saves_when_ready:
            self._saves_when_ready = False
            self._on_save()

    def _put_in(self, lines: tuple[LineFields, ...], caption: str) -> None:
        """Fill the lines in, unless the user has written some already."""
        if self.bought.lines() == self._filled_in:
            self.bought.show_lines(lines, caption)
            self._filled_in = self.bought.lines()

    def _on_other_wanted(self) -> None:
        self._who = Who.OPEN
        self._customer = None
        set_shown(self._visit, False)
        set_shown(self.search, True)
        self.set_summary_visible(False)
        self.search.begin()

    # what is shown while it is typed

    def _show_sums(self) -> None:
        lines = self.bought.lines()
        self.bill.show_lines(lines)
        total = sum(line.amount for line in lines)
        amount = format_money(total, self._basis.currency, language())
        if self._purchase_id is not None:
            text = self.tr("Save the change · {amount}").format(amount=amount)
        elif total:
            text = self.tr("Record the visit · {amount}").format(amount=amount)
        else:
            text = self.tr("Record the visit")
        self.save.setText(text)
        self._say("")

    def _show_day(self) -> None:
        day, today = self.day.value(), self._context.clock.today()
        if day == today:
            self.day_words.setText(self.tr("Today"))
        else:
            self.day_words.setText(day_text(day, today=today) if day is not None else "")

    def _on_day_changed(self) -> None:
        mark_error(self.day, False)
        self._say("")
        self._show_day()

    def _check_day(self) -> bool:
        self._show_day()
        if self.day.is_valid():
            return True
        reading = self.day.reading()
        sentence = self.tr("Please enter today or an earlier day.")
        if isinstance(reading, DateError) and reading.problem in PROBLEM_SENTENCES:
            sentence = translated("Formats", PROBLEM_SENTENCES[reading.problem])
        mark_error(self.day, True)
        self._say(sentence)
        return False

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
        if self._who is Who.NEWCOMER and not self.newcomer.check():
            return
        problem = self.bought.problem()
        if problem:
            self._say("" if self.bought.is_by_amount() else problem)
            return
        self.save.setEnabled(False)
        self._context.tasks.command(self._operation(), self._on_saved, owner=self, failed=self._on_failed)

    def _operation(self) -> _Saving:
        newcomer = self.newcomer.fields() if self._who is Who.NEWCOMER else None
        customer_id = self._customer.id if self._customer is not None else None
        return _Saving(self._context, self.fields(), customer_id, newcomer, self._purchase_id)

    def _on_saved(self, outcome: VisitOutcome) -> None:
        name = self._name()
        self.set_close_guard(lambda: True)
        self.close_panel()
        if self._purchase_id is not None:
            sentence = self.tr("The visit is changed")
        elif name:
            sentence = self.tr("The visit of {name} is recorded").format(name=name)
        else:
            sentence = self.tr("The sale is recorded")
        self._context.messages.toast(sentence, undo_action_id=outcome.action_id)

    def _name(self) -> str:
        if self._customer is not None:
            return polite_name(self._customer.name, is_company=self._customer.is_company)
        return polite_name(self.newcomer.fields().name) if self._who is Who.NEWCOMER else ""

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if not isinstance(error, DomainError) or not error.field:
            self._context.messages.error(error)
            return
        sentence = self._context.messages.sentence(error)
        if error.field == "amount" and self.bought.is_by_amount():
            self.bought.amount_field.set_error(sentence)
        elif error.field == "name":
            self.newcomer.name_field.set_error(sentence)
        else:
            self._say(sentence)
        places: dict[str, QWidget] = {"day": self.day, "staff": self.staff, "name": self.newcomer.name}
        places.get(error.field, self.bought.first_field()).setFocus(Qt.FocusReason.OtherFocusReason)


class _Saving:
    """The write of one visit, with everything it needs taken along."""

    def __init__(
        self, context: AppContext, fields: PurchaseFields, customer_id: int | None, newcomer: CustomerFields | None, purchase_id: int | None
    ) -> None:
        self._now, self._today = context.clock.now(), context.clock.today()
        self._fields = fields
        self._customer_id = customer_id
        self._newcomer = newcomer
        self._purchase_id = purchase_id

    def __call__(self, session: Session, _control: JobControl) -> VisitOutcome:
        from app.services.purchases import edit_visit, record_first_visit, record_visit

        now, today, fields = self._now, self._today, self._fields
        if self._newcomer is not None:
            return record_first_visit(session, self._newcomer, fields, now=now, today=today)
        if self._purchase_id is not None:
            return edit_visit(session, self._purchase_id, fields, now=now, today=today, customer_id=self._customer_id)
        return record_visit(session, self._customer_id, fields, now=now, today=today)
