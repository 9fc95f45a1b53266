"""The shop's own groups among those to print for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.groups import GroupChoices, GroupSummary
from app.jobs.job import JobControl
from app.views.groups.acts import print_group
from app.views.groups.words import group_sentence
from app.views.pages.page import Page
from app.views.printing.start_part import StartPart

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class _Kept:
    groups: tuple[GroupSummary, ...]
    choices: GroupChoices


class OwnGroups(QObject):
    """Lists them in the start part; choosing one prepares the run for exactly its people."""

    def __init__(self, page: Page, start: StartPart) -> None:
        super().__init__(page)
        self._page = page
        self._start = start
        self._groups: dict[int, GroupSummary] = {}
        start.own_group_chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Ask for them anew."""
        today = self._page.context.clock.today()

        def op(session: Session, _control: JobControl) -> _Kept:
            from app.queries.groups import choices, stored_groups

            groups = stored_groups(session, today)
            return _Kept(groups, choices(session, today) if groups else GroupChoices())

        self._page.context.tasks.query(op, self._on_kept, owner=self, replaces="groups")

    def _on_kept(self, kept: _Kept) -> None:
        today = self._page.context.clock.today()
        self._groups = {group.id: group for group in kept.groups}
        self._start.show_own_groups([(group, group_sentence(group, kept.choices, today)) for group in kept.groups])

    def _on_chosen(self, group_id: int) -> None:
        print_group(self._page, self._groups[group_id])
