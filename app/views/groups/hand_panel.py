"""A group filled by hand: who is in it, and finding others to put in. Saved as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customer_rows import CustomerListRow
from app.domain.groups import GroupOutcome, GroupSummary
from app.jobs.job import JobControl
from app.views.groups.group_panel import GroupPanel
from app.views.groups.words import people_text
from app.views.labels_customers import hit_row
from app.views.theme import TextStyle, Tone
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.summary import SummaryLine
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 800
FOUND_SHOWN = 20
MEMBERS_SHOWN = 300


def open_hand_panel(context: AppContext, window: QWidget, group: GroupSummary | None, customer_ids: list[int] | None = None) -> HandPanel:
    """The group to change, or a new one that may begin with some customers."""
    panel = HandPanel(context, window, group, customer_ids or [])
    panel.open_panel(panel.name if group is None else panel.search)
    return panel


class HandPanel(GroupPanel):
    """While something is searched for, the list shows who was found; else who is in the group."""

    def __init__(self, context: AppContext, window: QWidget, group: GroupSummary | None, customer_ids: list[int]) -> None:
        super().__init__(context, window, group, width=WIDTH)
        self.set_title(self.tr("Fill a group by hand") if group is None else self.tr("Who is in the group"))
        self.name.setPlaceholderText(self.tr("Committee of the street festival"))
        self._members: list[int] = list(customer_ids)
        self._members_before: list[int] = []
        self._build()
        self._connect()
        self._begin()

    def member_ids(self) -> list[int]:
        """Who is in it as it stands, those put in last at the end."""
        return list(self._members)

    def content(self) -> object:
        return self.member_ids()

    def _build(self) -> None:
        self.search = SearchField(self.tr("Find by name, reading, phone"))
        self.fact = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.list = RowList(self.tr("Customers"), row_height=56, grows=True)
        self.list.set_open_on_click(True)
        self.set_primary(self.save)
        self.count = SummaryLine(self.tr("In the group"))
        for part in (self.count, self.delete):
            self.summary.addWidget(part)
        self.summary.addStretch(1)
        self.body.addWidget(self.name_field)
        self.body.addWidget(FormField(self.tr("Put customers in"), self.search))
        self.body.addWidget(self.fact)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.search.search_changed.connect(self._on_search)
        self.search.down_pressed.connect(self._on_down)
        self.list.action_triggered.connect(self._on_action)
        self.list.activated_key.connect(self._on_activated)
        self.save.clicked.connect(self._on_save)

    def _begin(self) -> None:
        group, today = self._group, self._context.clock.today()
        if group is None:
            # Those it begins with are lost when it is not saved.
            self.begin_as([])
            self._show_members()
            return
        self.name.setText(group.name)

        def op(session: Session, _control: JobControl) -> list[int]:
            from app.queries.customers import in_kana_order
            from app.queries.groups import members

            return in_kana_order(session, members(session, group.id, today).tolist())

        self._context.tasks.query(op, self._on_members, owner=self)

    def _on_members(self, members: list[int]) -> None:
        self._members, self._members_before = members, list(members)
        self.begin_as(self.content())
        self._show_members()

    def _show_members(self) -> None:
        ids, today = self._members[:MEMBERS_SHOWN], self._context.clock.today()

        def op(session: Session, _control: JobControl) -> list[CustomerListRow]:
            from app.queries.customers import list_rows

            return list_rows(session, ids, today)

        self._context.tasks.query(op, self._on_listed, owner=self, replaces="rows")

    def _on_search(self, text: str) -> None:
        if not text.strip():
            self._show_members()
            return
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> list[CustomerListRow]:
            from app.queries.customers import search_customers

            return search_customers(session, text, today, FOUND_SHOWN)

        self._context.tasks.query(op, self._on_listed, owner=self, replaces="rows")

    def _on_listed(self, listed: list[CustomerListRow]) -> None:
        self.list.set_rows([self._row(found) for found in listed])
        set_shown(self.list, bool(listed))
        self.count.set(people_text(len(self._members)))
        if self.search.text().strip():
            text = "" if listed else self.tr("Nobody is found.")
        else:
            text = "" if self._members else self.tr("Nobody is in the group yet. Find somebody by name and press “Put in”.")
        self.fact.setText(text)
        set_shown(self.fact, bool(text))

    def _row(self, found: CustomerListRow) -> RowContent:
        shown = hit_row(found, self._context.clock.today())
        if found.id in self._members:
            act = RowAction("out", self.tr("Take out"), key="Del")
            chip = (self.tr("in the group"), Tone.OK) if self.search.text().strip() else None
        else:
            act, chip = RowAction("in", self.tr("Put in"), key="Space"), None
        return RowContent(shown.key, shown.title, detail=shown.detail, avatar=shown.avatar, chip=chip, actions=(act,))

    def _on_action(self, action: str, key: object) -> None:
        if not isinstance(key, int):
            return
        if action == "in" and key not in self._members:
            self._members.append(key)
        elif action == "out" and key in self._members:
            self._members.remove(key)
        if self.search.text().strip():
            self._on_search(self.search.text())
        else:
            self._show_members()

    def _on_activated(self, key: object) -> None:
        if self.search.text().strip():
            self._on_action("out" if key in self._members else "in", key)

    def _on_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_save(self) -> None:
        members, name, group, now = list(self._members), self.name.text(), self._group, self._context.clock.now()
        before = self._members_before
        # Members who are archived just now are not listed here, and stay.
        put_in, take_out = [n for n in members if n not in set(before)], [n for n in before if n not in set(members)]

        def op(session: Session, _control: JobControl) -> GroupOutcome:
            from app.services.groups import add_group, edit_group

            if group is not None:
                return edit_group(session, group.id, name, None, now=now, put_in=put_in, take_out=take_out)
            return add_group(session, name, None, now=now, customer_ids=members)

        self.keep(op)
