"""Groups of customers: the shop's own with their sentence and how many are in each today, and the ready-made ones beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.formats import CountUnit, format_count
from app.domain.groups import GroupRules, GroupSummary
from app.domain.ready_groups import CONTEXT, PROPOSALS, READY_MADE, ReadyMade, ready_rules
from app.domain.segments import Segment
from app.jobs.job import JobControl
from app.views.groups.acts import begin_measure, delete_group, export_group, open_names, print_group
from app.views.groups.care_words import care_text, segment_name
from app.views.groups.words import GroupsAnswer, find_answer, group_sentence, people_text, ready_name, ready_why
from app.views.labels import translated
from app.views.moments import language
from app.views.pages.page import Page
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLDED_BELOW = 1000
READY_WIDTH = 384


class GroupsPage(Page):
    """`open_with(group_id=…)` stands on a group; `open_with(rules=…, name=…)` begins a new one."""

    name = "groups"
    shows = frozenset(
        {Entity.GROUP, Entity.CUSTOMER, Entity.PURCHASE, Entity.POINTS, Entity.PRODUCT, Entity.PRINT_RUN, Entity.CODE, Entity.FOLLOW_UP}
        | {Entity.SHOP, Entity.STAFF, Entity.INQUIRY}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._answer: GroupsAnswer | None = None
        self._wanted: int | None = None
        self._is_folded = False
        self._build()
        self._connect()
        self._fit()

    def open_with(self, **arguments: Any) -> None:
        wanted = arguments.get("group_id")
        self._wanted = wanted if isinstance(wanted, int) else None
        self.mark_stale()

    def refresh(self) -> None:
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> GroupsAnswer:
            return find_answer(session, today)

        self.context.tasks.query(op, self._on_answer, owner=self, replaces="groups")

    def trigger_primary(self) -> None:
        if self.make.isEnabled():
            self.make.click()

    def focus_search(self) -> None:
        (self.list if self.list.isVisibleTo(self) else self.proposed).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Groups"))
        self.back = self.header.add_back(self.tr("Back"))
        self.by_hand = NormalButton(self.tr("Fill one by hand"), "user-plus")
        self.make = PrimaryButton(self.tr("Make a group"), "plus")
        self.make.set_shortcut_hint("Ctrl+Return", live=False)
        self.header.add(self.by_hand)
        self.header.set_primary(self.make)
        self.list = RowList(self.tr("Your groups"), row_height=62)
        self.list.set_open_on_click(True)
        self.keys = KeyHints([("Enter", self.tr("change")), ("L", self.tr("names")), ("P", self.tr("print")), ("Del", self.tr("delete"))])
        self._own = Card(self.tr("Your groups"))
        self._own.add_list(boxed(column(self.list, self._first_words(), gap=0)))
        self._own.add(self.keys)
        self.ready = RowList(self.tr("Ready-made groups"), row_height=56, grows=True)
        self.ready.set_open_on_click(True)
        ready_scroll = ScrollColumn(gap=0)
        ready_scroll.body.addWidget(self.ready)
        ready_scroll.body.addStretch(1)
        self._ready_card = Card(self.tr("Ready-made groups"))
        self._ready_card.add_list(ready_scroll)
        self.tabs = Tabs([("own", self.tr("Your groups")), ("ready", self.tr("Ready-made groups"))], self.tr("Which groups"))
        self._places = QWidget()
        self._places_row = row(gap=12)
        self._places_row.addWidget(self._own, 3)
        self._places_row.addWidget(self._ready_card, 2)
        self._places.setLayout(self._places_row)
        layout = column(self.header, self.tabs, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self._places, 1)
        self.setLayout(layout)

    def _first_words(self) -> QWidget:
        """What stands in place of the list while there is none: what groups are good for, and three to begin with."""
        self.proposed = RowList(self.tr("Proposals"), row_height=62, grows=True)
        self.proposed.set_open_on_click(True)
        title = Title(self.tr("Ask who, get the names, print for exactly them"), TextStyle.DIALOG_TITLE)
        words = self.tr(
            "A group is said in words, as in “bought a cut within 60 days, not here for 90 days or more”. "
            "It is read anew every time, so nobody has to keep a list. Begin with one of these:"
        )
        body = WrapLabel(words, TextStyle.BODY, Tone.TEXT2)
        scroll = ScrollColumn(gap=10)
        scroll.body.addWidget(boxed(column(title, body, gap=6, margins=(14, 10, 14, 0))))
        scroll.body.addWidget(self.proposed)
        scroll.body.addStretch(1)
        self.empty = scroll
        return scroll

    def _connect(self) -> None:
        self.back.clicked.connect(self.context.navigate.go_back)
        self.make.clicked.connect(self._on_make)
        self.by_hand.clicked.connect(self._on_by_hand)
        self.list.activated_key.connect(self._on_change)
        self.list.action_triggered.connect(self._on_action)
        self.ready.activated_key.connect(self._on_ready_opened)
        self.ready.action_triggered.connect(self._on_ready_action)
        self.proposed.activated_key.connect(self._on_proposed)
        self.tabs.changed.connect(self._fit_tabs)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        """Below 1000 px both cards share one place, with tabs."""
        px = theme_of(self).px
        self._is_folded = self.window().width() < px(FOLDED_BELOW)
        self._ready_card.setMaximumWidth(16777215 if self._is_folded else px(READY_WIDTH))
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        self.tabs.setVisible(self._is_folded)
        self._own.setVisible(not self._is_folded or self.tabs.current() == "own")
        self._ready_card.setVisible(not self._is_folded or self.tabs.current() == "ready")

    def _on_answer(self, answer: GroupsAnswer) -> None:
        self._answer = answer
        groups, today = answer.groups, self.context.clock.today()
        self.header.set_fact(format_count(len(groups), CountUnit.ITEMS, language()) if groups else "")
        self.list.set_rows([self._row(group, group_sentence(group, answer.choices, today)) for group in groups])
        self.ready.set_rows([self._ready_row(group, answer.ready[group]) for group in READY_MADE])
        counts = answer.proposed or (0,) * len(PROPOSALS)
        self.proposed.set_rows([self._proposal_row(place, count) for place, count in enumerate(counts)])
        for part in (self.list, self.keys):
            set_shown(part, bool(groups))
        set_shown(self.empty, not groups)
        if self._wanted is not None:
            self.list.select_key(self._wanted)
            self._wanted = None

    def _row(self, group: GroupSummary, sentence: str) -> RowContent:
        acts = (
            RowAction("names", self.tr("Names"), key="L"),
            RowAction("print", self.tr("Print"), key="P"),
            RowAction("measure", self.tr("Campaign for this group"), shown=False),
            RowAction("export", self.tr("Save the list"), shown=False),
            RowAction("delete", self.tr("Delete"), key="Del", shown=False),
        )
        icon = "user-plus" if group.is_by_hand else "users"
        return RowContent(
            group.id, group.name, detail=sentence, icon=icon, icon_tone=Tone.PRIMARY, icon_circle=True,
            side=people_text(group.count), actions=acts,
        )  # fmt: skip

    def _ready_row(self, group: ReadyMade, count: int) -> RowContent:
        acts = [RowAction("print", self.tr("Print"), key="P"), RowAction("measure", self.tr("Campaign for this group"), shown=False)]
        acts.append(RowAction("export", self.tr("Save the list"), shown=False))
        if ready_rules(group) is not None:
            acts.append(RowAction("narrow", self.tr("Narrow down"), key="N"))
        if not isinstance(group, Segment) or self._answer is None:
            return RowContent(group, ready_name(group), detail=ready_why(group), side=people_text(count), actions=tuple(acts))
        acts.append(RowAction("care", self.tr("Look after"), key="C"))
        name, advice = segment_name(self._answer.care, group), care_text(self._answer.care, group)
        return RowContent(group, name, ready_why(group), advice, side=people_text(count), actions=tuple(acts))

    def _proposal_row(self, place: int, count: int) -> RowContent:
        name, why = translated(CONTEXT, PROPOSALS[place].name), translated(CONTEXT, PROPOSALS[place].why)
        return RowContent(place, name, detail=why, icon="sparkles", icon_tone=Tone.PRIMARY, icon_circle=True, side=people_text(count))

    def _group(self, key: object) -> GroupSummary | None:
        return next((group for group in self._answer.groups if group.id == key), None) if self._answer is not None else None

    def _open_panel(self, group: GroupSummary | None, rules: GroupRules | None = None, name: str = "") -> None:
        from app.views.groups.rules_panel import open_rules_panel

        if self._answer is not None:
            open_rules_panel(self.context, self.window(), self._answer, group, rules, name)

    def _on_make(self) -> None:
        self._open_panel(None)

    def _on_by_hand(self) -> None:
        from app.views.groups.hand_panel import open_hand_panel

        open_hand_panel(self.context, self.window(), None)

    def _on_change(self, key: object) -> None:
        group = self._group(key)
        if group is None:
            return
        if group.is_by_hand:
            from app.views.groups.hand_panel import open_hand_panel

            open_hand_panel(self.context, self.window(), group)
        else:
            self._open_panel(group)

    def _on_action(self, action: str, key: object) -> None:
        group = self._group(key)
        if group is None:
            return
        acts: dict[str, Callable[[], None]] = {
            "names": lambda: open_names(self, group),
            "print": lambda: print_group(self, group),
            "measure": lambda: begin_measure(self, group),
            "export": lambda: export_group(self, group),
            "delete": lambda: delete_group(self.context, group),
        }
        acts[action]()

    def _on_ready_opened(self, group: ReadyMade) -> None:
        open_names(self, group)

    def _on_ready_action(self, action: str, group: ReadyMade) -> None:
        if action == "narrow":
            self._open_panel(None, ready_rules(group))
        elif action == "care" and isinstance(group, Segment) and self._answer is not None:
            from app.views.groups.care_panel import open_care_panel

            open_care_panel(self.context, self.window(), group, self._answer.care)
        elif action == "print":
            print_group(self, group)
        elif action == "measure":
            begin_measure(self, group)
        else:
            export_group(self, group)

    def _on_proposed(self, place: int) -> None:
        self._open_panel(None, PROPOSALS[place].rules, translated(CONTEXT, PROPOSALS[place].name))
