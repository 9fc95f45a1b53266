"""The numbers in the sidebar: how much waits in an area, counted anew when something it depends on changes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from app.context import AppContext
from app.domain.entities import Entity
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

log = logging.getLogger(__name__)

AFTER_FIRST_PAGE_MILLISECONDS = 250


@dataclass(frozen=True, slots=True)
class Badge:
    """`count` is "module:function" of the queries, function(session, now, today) -> int; nought shows nothing."""

    area: str
    shows: frozenset[Entity]
    count: str


_PLANNED = frozenset({Entity.FOLLOW_UP, Entity.RULE, Entity.SHOP, Entity.CUSTOMER, Entity.CONTACT, Entity.PRINT_RUN, Entity.PROPOSAL})
BADGES: Sequence[Badge] = (
    Badge("follow_ups", _PLANNED, "app.queries.care_page:due_count"),
    Badge("inquiries", frozenset({Entity.INQUIRY}), "app.queries.inquiries:open_count"),
    Badge("proposals", frozenset({Entity.PROPOSAL, Entity.CUSTOMER}), "app.queries.proposals:waiting_count"),
)


class BadgeCounts(QObject):
    """`counted(area, n)`, also when it is what it was before."""

    counted = Signal(str, int)

    def __init__(self, context: AppContext, badges: Sequence[Badge]) -> None:
        super().__init__()
        self._context = context
        self._badges = badges
        self._waiting: set[Badge] = set()
        context.tasks.data_changed.connect(self._on_data_changed)

    def count_soon(self) -> None:
        """Once the first page has had its turn."""
        QTimer.singleShot(AFTER_FIRST_PAGE_MILLISECONDS, self, self.count)

    def count(self) -> None:
        self._waiting = set(self._badges)
        self._ask()

    def _ask(self) -> None:
        """What was asked before and has not come yet is asked again with the rest."""
        wanted = [badge for badge in self._badges if badge in self._waiting]
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> list[tuple[Badge, int]]:
            return [(badge, _counter(badge)(session, now, today)) for badge in wanted]

        if wanted:
            self._context.tasks.query(op, self._on_counted, owner=self, failed=self._on_failed, replaces="badges")

    def _on_counted(self, counts: list[tuple[Badge, int]]) -> None:
        for badge, count in counts:
            self._waiting.discard(badge)
            self.counted.emit(badge.area, count)

    def _on_failed(self, error: Exception) -> None:
        """The pages say what is wrong with the file; a number beside a word is not the place for it."""
        log.warning("the numbers of the sidebar could not be counted: %s", error)

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        stale = {badge for badge in self._badges if badge.shows & changed}
        if stale:
            self._waiting |= stale
            self._ask()


def _counter(badge: Badge) -> Callable[[Session, datetime, date], int]:
    module, _, name = badge.count.partition(":")
    return cast("Callable[[Session, datetime, date], int]", getattr(import_module(module), name))
