"""Marking who came to an event, and what is planned for them afterwards; each act can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care import SHIPPED_RULES, RuleKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource, FollowUpsOutcome
from app.domain.measures import MeasureView
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

AFTER_EVENT = next(one for one in SHIPPED_RULES if one.kind is RuleKind.AFTER_EVENT)
"""As it comes with the program, where the owner has deleted it."""


class EventActs(QObject):
    def __init__(self, context: AppContext, measure_id: int, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._measure_id = measure_id
        self._over = over
        self._view: MeasureView | None = None
        self._came: tuple[int, ...] = ()

    def show_event(self, view: MeasureView, came: tuple[int, ...]) -> None:
        """`came`: who is noted by now."""
        self._view, self._came = view, came

    def title_of_came(self) -> str:
        name = "" if self._view is None else self._view.row.name
        return self.tr("Came to {name}").format(name=name)

    def mark(self, customer_id: int, *, has_come: bool) -> None:
        """Somebody of the list."""
        measure_id, now, day = self._measure_id, self._context.clock.now(), self._day() if has_come else None

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.measures import mark_came

            return mark_came(session, measure_id, [customer_id], day, now=now)

        self._do(op, self.tr("Noted as come") if has_come else self.tr("No longer noted as come"))

    def let_in(self, customer_id: int) -> None:
        """Somebody found by name, invited or not."""
        measure_id, now, day = self._measure_id, self._context.clock.now(), self._day()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.measures import bring_guest

            return bring_guest(session, measure_id, customer_id, day, now=now)

        self._do(op, self.tr("Noted as come"))

    def plan_calls(self) -> None:
        """One for everybody who came, tomorrow."""
        ids, now, today = self._came, self._context.clock.now(), self._context.clock.today()
        fields = FollowUpFields(today + timedelta(days=1), FollowUpKind.CALL, self.title_of_came())

        def op(session: Session, _control: JobControl) -> FollowUpsOutcome:
            from app.services.follow_ups import add_follow_ups

            return add_follow_ups(session, ids, fields, source=FollowUpSource.MEASURE, now=now, today=today)

        self._context.tasks.command(op, self._on_planned, owner=self)

    def switch_rule(self, *, is_on: bool) -> None:
        """Whether those who come to an event get a follow-up by themselves, from now on."""
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.queries.care import rules
            from app.services.care_rules import add_rule, ensure_rules, switch_rule

            ensure_rules(session, now=now, today=today)
            found = next((row.id for row in rules(session) if row.fields.kind is RuleKind.AFTER_EVENT), None)
            if found is None:
                return add_rule(session, replace(AFTER_EVENT, is_on=is_on), now=now, today=today)[1]
            return switch_rule(session, found, is_on, now=now, today=today)

        self._do(op, self.tr("The rule is on: it is for events from today on") if is_on else self.tr("The rule is off"))

    def _day(self) -> date:
        """Of the event, once it has come; before it, the day on which it is noted."""
        today = self._context.clock.today()
        day = None if self._view is None else self._view.plan.event_on
        return today if day is None or day > today else day

    def _on_planned(self, outcome: FollowUpsOutcome) -> None:
        text = self.tr("Planned a call tomorrow for %n customer(s)", "", outcome.added)
        self._context.messages.toast(text, undo_action_id=outcome.action_id, is_bulk=True)

    def _do(self, op: Callable[[Session, JobControl], int | None], words: str) -> None:
        def then(action_id: int | None) -> None:
            if action_id is not None:
                self._context.messages.toast(words, undo_action_id=action_id)

        self._context.tasks.command(op, then, owner=self._over)
