"""Planning a follow-up: for whom, when, what about, and who does it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customers import CustomerKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpRow, FollowUpSource
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.follow_ups.day_choice import DayChoice
from app.views.follow_ups.words import kind_text
from app.views.labels_customers import polite_name
from app.views.leaving import may_leave
from app.views.moments import day_text
from app.views.purchases.customer_search import CustomerSearch
from app.views.theme import TextStyle
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel, Title
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 520


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the form needs to know. `name` is empty while no customer is chosen; `usual` when they come by their usual gap."""

    staff: tuple[str, ...]
    name: str
    is_company: bool
    usual: date | None
    follow_up: FollowUpRow | None


@dataclass(frozen=True, slots=True)
class _Saved:
    """`added` and `left_out` of many; None for one."""

    action_id: int | None
    added: int | None = None
    left_out: int = 0


def open_follow_up(
    context: AppContext, window: QWidget, customer_id: int | None = None, *, follow_up_id: int | None = None
) -> FollowUpPanel:
    """A new one for a customer (or for one to be found in the panel), or an old one to change."""
    panel = FollowUpPanel(context, window, () if customer_id is None else (customer_id,), follow_up_id)
    panel.open_panel(panel.first_field())
    return panel


def open_follow_ups(
    context: AppContext,
    window: QWidget,
    customer_ids: Sequence[int],
    *,
    source: FollowUpSource = FollowUpSource.HAND,
    kind: FollowUpKind = FollowUpKind.CALL,
    note: str = "",
) -> FollowUpPanel:
    """The same for many customers at once."""
    panel = FollowUpPanel(context, window, tuple(customer_ids), None, source=source, is_for_many=True)
    panel.kind.set_current(kind)
    panel.note.setText(note)
    panel.keep_as_begun()
    panel.open_panel(panel.first_field())
    return panel


class FollowUpPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        customer_ids: tuple[int, ...],
        follow_up_id: int | None,
        *,
        source: FollowUpSource = FollowUpSource.HAND,
        is_for_many: bool = False,
    ) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Change a follow-up") if follow_up_id is not None else self.tr("Plan a follow-up"))
        self._context = context
        self._customer_ids = customer_ids
        self._follow_up_id = follow_up_id
        self._source = source
        self._is_for_many = is_for_many
        self._build()
        self._connect()
        self._before = self._fields()
        self._show_who("")
        self._load()

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self.search.search if self._is_searching() else self.note

    def keep_as_begun(self) -> None:
        """What stands in the form now is no work that could be lost."""
        self._before = self._fields()

    def _build(self) -> None:
        self.who = ElidedLabel("", TextStyle.ROW_TITLE)
        self.other = LinkButton(self.tr("Somebody else"), small=True)
        self._who = boxed(row(self.who, STRETCH, self.other))
        self.search = CustomerSearch(self._context, offers_newcomer=False)
        self.search.nobody.hide()
        self.kind = FilterChips([(kind, kind_text(kind)) for kind in FollowUpKind], FollowUpKind.CALL, self.tr("What will be done"))
        self.day = DayChoice(self._context.clock.today())
        self.day_field = FormField(self.tr("Day"), self.day.field)
        self.note = TextField(self.tr("What it is about, in a word or two"))
        self.staff = ComboField([("", self.tr("Nobody in particular"))], "")
        self.staff_field = FormField(self.tr("Who does it"), self.staff)
        self.deadline = DateField(today=self._context.clock.today(), optional=True)
        self.deadline_field = FormField(self.tr("Deadline"), self.deadline, hint=self.tr("If it is promised by a day."))
        self.repeat = ComboField(self._repeats(None), None)
        self.repeat_field = FormField(self.tr("Comes back"), self.repeat, hint=self.tr("Once it is done, the next one is planned."))
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.remove = LinkButton(self.tr("Delete"))
        set_shown(self.remove, self._follow_up_id is not None)
        self.body.addWidget(self._who)
        self.body.addWidget(self.search)
        self.body.addWidget(boxed(column(Title(self.tr("When"), TextStyle.CAPTION_BOLD), self.day.chips, gap=6)))
        self.body.addWidget(self.day_field)
        self.body.addWidget(boxed(column(Title(self.tr("What will be done"), TextStyle.CAPTION_BOLD), self.kind, gap=6)))
        self.body.addWidget(FormField(self.tr("Note"), self.note))
        self.body.addWidget(self.staff_field)
        more = row(gap=12)
        more.addWidget(self.deadline_field, 1, Qt.AlignmentFlag.AlignTop)
        more.addWidget(self.repeat_field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(more)
        self.body.addLayout(row(self.remove, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.search.chosen.connect(self._on_chosen)
        self.other.clicked.connect(self._on_other)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.remove.clicked.connect(self._on_remove)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _repeats(self, chosen: int | None) -> list[tuple[Hashable, str]]:
        months = sorted({1, 2, 3, 6, 12} | ({chosen} if chosen else set()))
        said = [(one, self.tr("Every month") if one == 1 else self.tr("Every %n months", "", one)) for one in months]
        return [(None, self.tr("No")), *said]

    def _is_searching(self) -> bool:
        return not self._customer_ids and self._follow_up_id is None and not self._is_for_many

    def _show_who(self, name: str) -> None:
        searching, count = self._is_searching(), len(self._customer_ids)
        set_shown(self._who, not searching)
        set_shown(self.search, searching)
        set_shown(self.other, self._follow_up_id is None and not self._is_for_many)
        self.who.setText(self.tr("For %n customer(s)", "", count) if self._is_for_many else name)
        self.save.setEnabled(not searching)

    def _load(self) -> None:
        number, today = self._follow_up_id, self._context.clock.today()
        customer_id = self._customer_ids[0] if self._customer_ids and not self._is_for_many else None

        def op(session: Session, _control: JobControl) -> _Basis:
            from app.queries.customers import customer_card
            from app.queries.follow_ups import find_follow_up
            from app.queries.staff import staff_rows
            from app.queries.standing import customer_facts

            staff = tuple(member.name for member in staff_rows(session))
            follow_up = find_follow_up(session, number) if number is not None else None
            if follow_up is not None:
                facts = customer_facts(session, follow_up.customer_id, today)
                return _Basis(staff, follow_up.customer_name, follow_up.is_company, facts.next_usual_day, follow_up)
            if customer_id is None:
                return _Basis(staff, "", False, None, None)
            fields = customer_card(session, customer_id).fields
            facts = customer_facts(session, customer_id, today)
            return _Basis(staff, fields.name, fields.kind is CustomerKind.COMPANY, facts.next_usual_day, None)

        self._context.tasks.query(op, self._on_basis, owner=self, replaces="basis")

    def _on_basis(self, basis: _Basis) -> None:
        self._show_who(polite_name(basis.name, is_company=basis.is_company) if basis.name else "")
        is_new = self._follow_up_id is None and self._before == self._fields()
        mine = self._context.settings.staff_name
        self._fill_staff(basis, mine if is_new and mine in basis.staff else self._chosen_staff())
        if is_new:
            self.keep_as_begun()
        self.day.set_usual(basis.usual)
        if basis.follow_up is not None:
            self.day.set_value(basis.follow_up.due)
            self.kind.set_current(basis.follow_up.kind)
            self.note.setText(basis.follow_up.note)
            self.deadline.set_value(basis.follow_up.deadline)
            self.repeat.set_options(self._repeats(basis.follow_up.repeat_months), basis.follow_up.repeat_months)
        if self._fields() != self._before and basis.follow_up is not None:
            self._before = self._fields()

    def _fill_staff(self, basis: _Basis, chosen: str) -> None:
        """Somebody who has left stays with what was planned for them."""
        planned = basis.follow_up.staff if basis.follow_up is not None else chosen
        names = list(basis.staff)
        if planned and planned not in names:
            names.append(planned)
        self.staff.set_options([("", self.tr("Nobody in particular")), *((name, name) for name in names)], planned)
        set_shown(self.staff_field, bool(names))

    def _fields(self) -> FollowUpFields | None:
        due, kind = self.day.value(), self.kind.current()
        if due is None or not isinstance(kind, FollowUpKind):
            return None
        months = self.repeat.current()
        repeats = months if isinstance(months, int) else None
        return FollowUpFields(due, kind, self.note.text().strip(), self._chosen_staff(), self.deadline.value(), repeats)

    def _chosen_staff(self) -> str:
        name = self.staff.current()
        return name if isinstance(name, str) else ""

    def _may_close(self) -> bool:
        if self._fields() == self._before:
            return True
        return may_leave(self._context.messages)

    def _on_chosen(self, customer_id: int) -> None:
        self._customer_ids = (customer_id,)
        self._show_who("")
        self._load()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other(self) -> None:
        self._customer_ids = ()
        self._show_who("")
        self.search.begin()

    def _on_remove(self) -> None:
        number, now = self._follow_up_id, self._context.clock.now()
        if number is None:
            return

        def op(session: Session, _control: JobControl) -> int:
            from app.services.follow_ups import delete_follow_up

            return delete_follow_up(session, number, now=now)

        self._context.tasks.command(op, self._on_removed, owner=self)

    def _on_removed(self, action_id: int) -> None:
        self._close()
        self._context.messages.toast(self.tr("The follow-up is deleted"), undo_action_id=action_id)

    def _on_save(self) -> None:
        fields = self._fields()
        if fields is None or (fields.due < self._context.clock.today() and fields.due != self._old_due()):
            self.day_field.set_error(self.tr("Please enter today or a later day."))
            self.day.field.setFocus()
            return
        if not self.deadline.is_valid():
            self.deadline_field.set_error(self.tr("Please enter a day, or leave it empty."))
            self.deadline.setFocus()
            return
        customer_ids, number, source, is_for_many = self._customer_ids, self._follow_up_id, self._source, self._is_for_many
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> _Saved:
            from app.services import follow_ups as service

            if number is not None:
                return _Saved(service.edit_follow_up(session, number, fields, now=now, today=today))
            if not is_for_many:
                outcome = service.add_follow_up(session, customer_ids[0], fields, source=source, now=now, today=today)
                return _Saved(outcome.action_id)
            many = service.add_follow_ups(session, customer_ids, fields, source=source, now=now, today=today)
            return _Saved(many.action_id, many.added, many.left_out)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, saved: _Saved) -> None:
        fields = self._fields()
        self._close()
        if saved.action_id is not None and fields is not None:
            day = day_text(fields.due, today=self._context.clock.today())
            sentence = self.tr("The follow-up for {name} is planned for {day}").format(name=self.who.text(), day=day)
            if saved.added is not None:
                sentence = self.tr("%n follow-up(s) are planned for {day}", "", saved.added).format(day=day)
                if saved.left_out:
                    left_out = self.tr("%n customer(s) were left out.", "", saved.left_out)
                    sentence = self.tr("{planned} {left_out}").format(planned=sentence, left_out=left_out)
            elif self._follow_up_id is not None:
                sentence = self.tr("The follow-up for {name} is changed").format(name=self.who.text())
            self._context.messages.toast(sentence, undo_action_id=saved.action_id, is_bulk=saved.added is not None)
        elif saved.added is not None:
            self._context.messages.toast(self.tr("Nothing was planned: they all have this follow-up, or do not want to be contacted."))

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"due": self.day_field, "staff": self.staff_field, "deadline": self.deadline_field})

    def _old_due(self) -> date | None:
        return self._before.due if self._follow_up_id is not None and self._before is not None else None

    def _close(self) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()
