"""What can be done with follow-ups in a list; each act ends with a toast that can take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.follow_ups import Attempt, BulkOutcome, FollowUpKind, FollowUpRow, Outcome, TriedOutcome
from app.domain.print_kinds import WorkKind
from app.jobs.job import JobControl
from app.views.follow_ups.words import (
    ASSIGN,
    CHANGE,
    DAY,
    DELETE,
    DONE,
    NO_ANSWER,
    NOTED,
    PRINT,
    SKIP,
    TOMORROW,
    VOICE_MAIL,
    WEEK,
    due_text,
    what_text,
)
from app.views.labels_customers import polite_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ATTEMPTS = {NO_ANSWER: Attempt.NO_ANSWER, VOICE_MAIL: Attempt.VOICE_MAIL}
_DAYS = {TOMORROW: 1, WEEK: 7}


class FollowUpActs(QObject):
    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def perform(self, act: str, row: FollowUpRow) -> None:
        """One of the actions of app.views.follow_ups.words."""
        if act == CHANGE:
            self.open(row.id)
        elif act == NOTED:
            from app.views.follow_ups.done_panel import open_done

            open_done(self._context, self._page.window(), row)
        elif act in (DONE, SKIP):
            self._finish(row, Outcome.DONE if act == DONE else Outcome.NOT_NEEDED)
        elif act in _ATTEMPTS:
            self._try(row, _ATTEMPTS[act])
        elif act in _DAYS:
            self._move(row, _DAYS[act])
        elif act in (DAY, ASSIGN):
            self.perform_all(act, [row])
        elif act == PRINT:
            self._print(row)
        elif act == DELETE:
            self.delete(row.id)

    def perform_all(self, act: str, rows: Sequence[FollowUpRow]) -> None:
        """One of BULK, for all of them at once."""
        ids = [row.id for row in rows]
        if act == DONE:
            self._finish_all(ids)
        elif act == SKIP:
            self._skip_all(ids)
        elif act in _DAYS:
            self._move_all(ids, _DAYS[act])
        elif act == DAY:
            from app.views.follow_ups.later_panels import open_day_choice

            open_day_choice(self._context, self._page.window(), rows)
        elif act == ASSIGN:
            from app.views.follow_ups.later_panels import open_staff_choice

            open_staff_choice(self._context, self._page.window(), rows)

    def add(self, customer_id: int | None = None) -> None:
        from app.views.follow_ups.panel import open_follow_up

        open_follow_up(self._context, self._page.window(), customer_id)

    def open(self, follow_up_id: int) -> None:
        from app.views.follow_ups.panel import open_follow_up

        open_follow_up(self._context, self._page.window(), follow_up_id=follow_up_id)

    def reopen(self, follow_up_id: int) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.follow_ups import reopen_follow_up

            return reopen_follow_up(session, follow_up_id, now=now)

        self._context.tasks.command(op, partial(self._on_done, self.tr("The follow-up is open again")), owner=self)

    def delete(self, follow_up_id: int) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.follow_ups import delete_follow_up

            return delete_follow_up(session, follow_up_id, now=now)

        self._context.tasks.command(op, partial(self._on_done, self.tr("The follow-up is deleted")), owner=self)

    def _finish(self, row: FollowUpRow, outcome: Outcome) -> None:
        now, today, by, number = *self._moment(), self._context.settings.staff_name, row.id
        done = self.tr("The follow-up for {name} is done")
        sentence = done if outcome is Outcome.DONE else self.tr("The follow-up for {name} is not needed this time")

        def op(session: Session, _control: JobControl) -> int:
            from app.services.follow_ups import finish_follow_up

            return finish_follow_up(session, number, outcome=outcome, by=by, now=now, today=today)

        self._context.tasks.command(op, partial(self._on_done, sentence.format(name=_name(row))), owner=self)

    def _try(self, row: FollowUpRow, attempt: Attempt) -> None:
        now, today, by, number = *self._moment(), self._context.settings.staff_name, row.id

        def op(session: Session, _control: JobControl) -> TriedOutcome:
            from app.services.follow_ups import try_follow_up

            return try_follow_up(session, number, attempt, by=by, now=now, today=today)

        def tried(outcome: TriedOutcome) -> None:
            sentence = self.tr("{name} was not reached. It comes back: {day}.")
            if attempt is Attempt.VOICE_MAIL:
                sentence = self.tr("A voice mail for {name} is noted. It comes back: {day}.")
            words = sentence.format(name=_name(row), day=due_text(outcome.due, today))
            self._context.messages.toast(words, undo_action_id=outcome.action_id)

        self._context.tasks.command(op, tried, owner=self)

    def _move(self, row: FollowUpRow, days: int) -> None:
        now, today = self._moment()
        due = max(row.due, today) + timedelta(days=days)
        sentence = self.tr("The follow-up for {name} is moved to tomorrow")
        if days != 1 or row.due > today:
            sentence = self.tr("The follow-up for {name} is moved: {day}")

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.follow_ups import move_follow_up

            return move_follow_up(session, row.id, due, now=now, today=today)

        words = sentence.format(name=_name(row), day=due_text(due, today))
        self._context.tasks.command(op, partial(self._on_done, words), owner=self)

    def _print(self, row: FollowUpRow) -> None:
        work = WorkKind.LETTER if row.kind is FollowUpKind.LETTER else WorkKind.CARD
        self._context.navigate.show_page(
            "printing",
            customer_ids=[row.customer_id],
            title=f"{_name(row)} {what_text(row, self._context.clock.today())}",
            work=work,
            template=row.template,
            follow_up_ids=[row.id],
        )

    def _finish_all(self, ids: Sequence[int]) -> None:
        now, today, by = *self._moment(), self._context.settings.staff_name

        def op(session: Session, _control: JobControl) -> BulkOutcome:
            from app.services.follow_ups_at_once import finish_follow_ups

            return finish_follow_ups(session, ids, by=by, now=now, today=today)

        self._command_all(op, lambda count: self.tr("%n follow-up(s) are done", "", count))

    def _skip_all(self, ids: Sequence[int]) -> None:
        now, today = self._moment()

        def op(session: Session, _control: JobControl) -> BulkOutcome:
            from app.services.follow_ups_at_once import skip_follow_ups

            return skip_follow_ups(session, ids, now=now, today=today)

        self._command_all(op, lambda count: self.tr("%n follow-up(s) are not needed this time", "", count))

    def _move_all(self, ids: Sequence[int], days: int) -> None:
        now, today = self._moment()

        def op(session: Session, _control: JobControl) -> BulkOutcome:
            from app.services.follow_ups_at_once import move_by_days

            return move_by_days(session, ids, days, now=now, today=today)

        def words(count: int) -> str:
            return self.tr("%n follow-up(s) are moved by a day", "", count) if days == 1 else self.tr(
                "%n follow-up(s) are moved by a week", "", count
            )  # fmt: skip

        self._command_all(op, words)

    def _command_all(self, op: Callable[[Session, JobControl], BulkOutcome], words: Callable[[int], str]) -> None:
        def done(outcome: BulkOutcome) -> None:
            if outcome.action_id is not None:
                self._context.messages.toast(words(outcome.changed), undo_action_id=outcome.action_id, is_bulk=True)

        self._context.tasks.command(op, done, owner=self)

    def _moment(self) -> tuple[datetime, date]:
        return self._context.clock.now(), self._context.clock.today()

    def _on_done(self, sentence: str, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(sentence, undo_action_id=action_id)


def _name(row: FollowUpRow) -> str:
    return polite_name(row.customer_name, is_company=row.is_company)
