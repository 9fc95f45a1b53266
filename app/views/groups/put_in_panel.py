"""Customers from a list into a group: one that is filled by hand, or a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.groups import GroupOutcome
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, hairline, row, set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480


def open_put_in_panel(context: AppContext, window: QWidget, customer_ids: list[int], name: str = "") -> PutInPanel:
    """`name`: what the new group could be called."""
    panel = PutInPanel(context, window, customer_ids, name)
    panel.open_panel(panel.name)
    return panel


class PutInPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_ids: list[int], name: str) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Put into a group"))
        self._context = context
        self._ids = customer_ids
        self._groups: dict[int, str] = {}
        self._build(name)
        self._connect()
        context.tasks.query(_find_groups, self._on_groups, owner=self)

    def _build(self, name: str) -> None:
        words = self.tr("%n customer(s) are put in. Who is in the group already stays.", "", len(self._ids))
        self.list = RowList(self.tr("Groups filled by hand"), row_height=44, grows=True)
        self.list.set_open_on_click(True)
        self._line = hairline()
        self.name = TextField()
        self.name.setText(name)
        self.name_field = FormField(self.tr("Name of the group"), self.name, required=True)
        self.save = PrimaryButton(self.tr("Make the group"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.body.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.list)
        self.body.addWidget(self._line)
        self.body.addWidget(Title(self.tr("A new group")))
        self.body.addWidget(self.name_field)
        self.body.addLayout(row(STRETCH, self.save))
        self.body.addStretch(1)
        for part in (self.list, self._line):
            set_shown(part, False)

    def _connect(self) -> None:
        self.list.activated_key.connect(self._on_chosen)
        self.save.clicked.connect(self._on_save)
        self.closed.connect(self.deleteLater)

    def _on_groups(self, groups: tuple[tuple[int, str], ...]) -> None:
        self._groups = dict(groups)
        self.list.set_rows([RowContent(number, name, icon="user-plus") for number, name in groups])
        for part in (self.list, self._line):
            set_shown(part, bool(groups))

    def _on_chosen(self, key: object) -> None:
        if not isinstance(key, int):
            return
        group_id, ids, now = key, self._ids, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> GroupOutcome:
            from app.services.groups import add_members

            return add_members(session, group_id, ids, now=now)

        self._context.tasks.command(op, partial(self._on_done, self._groups[key]), owner=self, failed=self._on_failed)

    def _on_save(self) -> None:
        name, ids, now = self.name.text(), self._ids, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> GroupOutcome:
            from app.services.groups import add_group

            return add_group(session, name, None, now=now, customer_ids=ids)

        self._context.tasks.command(op, partial(self._on_done, name.strip()), owner=self, failed=self._on_failed)

    def _on_done(self, name: str, outcome: GroupOutcome) -> None:
        self.close_panel()
        text = self.tr("%n customer(s) are now in {name}", "", outcome.count)
        self._context.messages.toast(text.format(name=name), undo_action_id=outcome.action_id, is_bulk=True)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"name": self.name_field})


def _find_groups(session: Session, _control: JobControl) -> tuple[tuple[int, str], ...]:
    from app.queries.groups import groups_by_hand

    return groups_by_hand(session)
