"""What the page of follow-ups does beside its list: rules, days for those who have none, cards for those the day has no room for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care import RuleFields
from app.domain.care_page import CareDay
from app.domain.follow_ups import BulkOutcome, FollowUpsOutcome
from app.jobs.job import JobControl
from app.views.moments import day_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.care_view import RulePreview, WithoutNextDate


class CareActs(QObject):
    """Every act ends with a toast that can take it back. `previewed(rule id, RulePreview)`."""

    previewed = Signal(int, object)

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def switch(self, rule_id: int, is_on: bool) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.care_rules import switch_rule

            return switch_rule(session, rule_id, is_on, now=now, today=today)

        sentence = self.tr("The rule is on. It makes follow-ups from today on.") if is_on else self.tr("The rule is off")
        self._context.tasks.command(op, partial(self._on_done, sentence), owner=self)

    def keep(self, rule_id: int, fields: RuleFields) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.care_rules import edit_rule

            return edit_rule(session, rule_id, fields, now=now, today=today)

        self._context.tasks.command(op, partial(self._on_done, self.tr("The rule is changed")), owner=self)

    def preview(self, rule_id: int, fields: RuleFields) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> RulePreview:
            from app.queries.care import preview

            return preview(session, fields, today, rule_id=rule_id)

        self._context.tasks.query(op, partial(self._on_previewed, rule_id), owner=self, replaces="preview")

    def plan_all(self, without: WithoutNextDate) -> None:
        """For everybody without a next date, at the day worked out for each."""
        now, today = self._context.clock.now(), self._context.clock.today()
        days = {number: without.days[number] for number in without.customer_ids}

        def op(session: Session, _control: JobControl) -> FollowUpsOutcome:
            from app.services.planned_days import plan_at_days

            return plan_at_days(session, days, now=now, today=today)

        title = self.tr("Planning follow-ups") if len(days) > 500 else ""
        self._context.tasks.command(op, self._on_planned, owner=self, title=title)

    def move(self, follow_up_ids: Sequence[int], day: date) -> None:
        """What was carried to a day."""
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> BulkOutcome:
            from app.services.follow_ups_at_once import move_follow_ups

            return move_follow_ups(session, follow_up_ids, day, now=now, today=today)

        self._context.tasks.command(op, partial(self._on_moved, day), owner=self)

    def cards(self, day: CareDay) -> None:
        """Print cards for those the day has no room for; a run that was sent finishes what they were due for."""
        title = self.tr("Due today beyond the day's list")
        self._context.navigate.show_page("printing", customer_ids=list(day.ready), title=title, follow_up_ids=list(day.ready_ids))

    def names(self, customer_ids: Sequence[int], title: str) -> None:
        self._context.navigate.show_page("people", customer_ids=list(customer_ids), title=title)

    def _on_done(self, sentence: str, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(sentence, undo_action_id=action_id)

    def _on_previewed(self, rule_id: int, preview: RulePreview) -> None:
        self.previewed.emit(rule_id, preview)

    def _on_planned(self, outcome: FollowUpsOutcome) -> None:
        if outcome.action_id is None:
            self._context.messages.toast(self.tr("Nothing was planned: they all have a next date by now."))
            return
        sentence = self.tr("%n customer(s) have a next date", "", outcome.added)
        self._context.messages.toast(sentence, undo_action_id=outcome.action_id, is_bulk=True)

    def _on_moved(self, day: date, outcome: BulkOutcome) -> None:
        if outcome.action_id is not None:
            said = day_text(day, today=self._context.clock.today())
            sentence = self.tr("%n follow-up(s) are moved to {day}", "", outcome.changed).format(day=said)
            self._context.messages.toast(sentence, undo_action_id=outcome.action_id, is_bulk=outcome.changed > 1)
