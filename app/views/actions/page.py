"""Recent actions: the last fifty, each can be undone; kept over a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.actions import ActionRow
from app.domain.entities import Entity
from app.jobs.job import JobControl
from app.views.labels_actions import action_sentence
from app.views.moments import moment_text
from app.views.pages.page import Page
from app.views.theme import Tone
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import column
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowAction, RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ActionsPage(Page):
    name = "actions"
    shows = frozenset({Entity.ACTION})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._build()
        self._connect()

    def refresh(self) -> None:
        self.context.tasks.query(_recent_actions, self._on_rows, owner=self)

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Recent actions"))
        self._header.set_fact(self.tr("The last 50 are kept, also after closing the program."))
        self._list = RowList(self.tr("Recent actions"))
        self._empty = EmptyState(
            "undo-2",
            self.tr("Nothing was changed yet"),
            self.tr("What you add, change or print is listed here, and each can be undone."),
        )
        card = Card()
        card.add(self._list, 1)
        card.add(self._empty, 1)
        self.setLayout(column(self._header, card, gap=12, margins=(24, 16, 24, 16)))

    def _connect(self) -> None:
        self._list.action_triggered.connect(self._on_action)
        self._list.activated_key.connect(self._on_activated)

    def _on_rows(self, rows: list[ActionRow]) -> None:
        self._list.set_rows([self._content(row) for row in rows])
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _content(self, row: ActionRow) -> RowContent:
        undone = (self.tr("Undone"), Tone.NEUTRAL) if row.is_undone else None
        actions = () if row.is_undone else (RowAction("undo", self.tr("Undo")),)
        when = moment_text(row.at, self.context.clock)
        return RowContent(row.id, action_sentence(row.kind, row.values), detail=when, icon="undo-2", chip=undone, actions=actions)

    def _on_activated(self, key: object) -> None:
        if any(row.key == key and row.actions for row in self._list.rows()):
            self._on_action("undo", key)

    def _on_action(self, _action: str, key: object) -> None:
        if isinstance(key, int):
            self.context.navigate.undo(key)


def _recent_actions(session: Session, _control: JobControl) -> list[ActionRow]:
    from app.queries.actions import recent_actions

    return recent_actions(session)
