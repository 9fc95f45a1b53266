"""What can be done with a follow-up in a list; each act ends with a toast that can take it back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.follow_ups import FollowUpRow
from app.jobs.job import JobControl
from app.views.follow_ups.words import CHANGE, DELETE, DONE, NOTED, TOMORROW
from app.views.labels_customers import polite_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class FollowUpActs(QObject):
    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def perform(self, act: str, row: FollowUpRow) -> None:
        """One of the actions of app.views.follow_ups.words."""
        name = polite_name(row.customer_name, is_company=row.is_company)
        if act == CHANGE:
            self.open(row.id)
        elif act == NOTED:
            from app.views.follow_ups.done_panel import open_done

            open_done(self._context, self._page.window(), row)
        elif act == DONE:
            self._finish(row.id, self.tr("The follow-up for {name} is done").format(name=name))
        elif act == TOMORROW:
            self._move_to_tomorrow(row.id, self.tr("The follow-up for {name} is moved to tomorrow").format(name=name))
        elif act == DELETE:
            self.delete(row.id)

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

    def _finish(self, follow_up_id: int, sentence: str) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.follow_ups import finish_follow_up

            return finish_follow_up(session, follow_up_id, now=now, today=today)

        self._context.tasks.command(op, partial(self._on_done, sentence), owner=self)

    def _move_to_tomorrow(self, follow_up_id: int, sentence: str) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.follow_ups import move_follow_up

            return move_follow_up(session, follow_up_id, today + timedelta(days=1), now=now, today=today)

        self._context.tasks.command(op, partial(self._on_done, sentence), owner=self)

    def _on_done(self, sentence: str, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(sentence, undo_action_id=action_id)
