"""A list of follow-ups in parts, for Today and for the page of follow-ups: done with one press, several picked for one act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.follow_ups import FollowUpRow
from app.views.follow_ups.words import ASSIGN, BULK, DAY, DONE, PICK, action_text, row_among_all
from app.views.theme import TextStyle
from app.views.tokens import Tone
from app.views.widgets.buttons import LinkButton, NormalButton, TonalButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import FlowLayout, boxed, column, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList


@dataclass(frozen=True, slots=True)
class ListSection:
    """`title` is its heading, none when it is empty. `others`: rows of something else that belong among them, shown first; `more`: what
    else can be done with each row, passed on as an act."""

    key: str
    title: str
    rows: Sequence[FollowUpRow]
    tone: Tone = Tone.TEXT2
    others: Sequence[RowContent] = ()
    more: tuple[RowAction, ...] = ()


class FollowUpList(QWidget):
    """`act_requested` carries an action of app.views.follow_ups.words and the row, `bulk_requested` one of BULK and the rows picked;
    `reopen_requested` the id of a done one; `other_opened` the key of a row of something else."""

    customer_opened = Signal(int)
    act_requested = Signal(str, object)
    bulk_requested = Signal(str, object)
    reopen_requested = Signal(int)
    other_opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._by_id: dict[int, FollowUpRow] = {}
        self._sections: Sequence[ListSection] = ()
        self._talks: Mapping[int, str] = {}
        self._today = date.min
        self._picked: dict[int, None] = {}
        self._last_picked: int | None = None
        self._build(name)
        self._connect()

    def set_sections(self, sections: Sequence[ListSection], today: date, talks: Mapping[int, str] | None = None) -> None:
        """`talks`: what was said last, by customer."""
        self._sections, self._today, self._talks = sections, today, talks or {}
        self._by_id = {row.id: row for section in sections for row in section.rows}
        self._picked = {number: None for number in self._picked if number in self._by_id}
        self._show()

    def picked(self) -> list[FollowUpRow]:
        """In the order of picking."""
        return [self._by_id[number] for number in self._picked]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape and self._picked:
            self._end_picking()
            return True
        return super().eventFilter(watched, event)

    def _build(self, name: str) -> None:
        self.rows = RowList(name, uniform=False)
        self.rows.set_pickable()
        # The list takes the room there is; it asks for none.
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.count = WrapLabel("", TextStyle.CAPTION_BOLD, Tone.TEXT)
        self.end = LinkButton(self.tr("Stop picking"), small=True)
        self.acts = {act: (TonalButton if act == DONE else NormalButton)(action_text(act), small=True) for act in BULK}
        acts = FlowLayout(6)
        for button in (*self.acts.values(), self.end):
            acts.addWidget(button)
        self.bar = boxed(column(self.count, boxed(acts), gap=6, margins=(14, 6, 14, 8)))
        self.bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole = column(self.bar, gap=0)
        whole.addWidget(self.rows, 1)
        self.setLayout(whole)
        set_shown(self.bar, False)

    def _connect(self) -> None:
        self.rows.activated_key.connect(self._on_opened)
        self.rows.check_clicked.connect(self._on_checked)
        self.rows.action_triggered.connect(self._on_action)
        self.rows.pick_requested.connect(self._on_pick)
        self.rows.all_requested.connect(self._on_all)
        self.rows.installEventFilter(self)
        self.end.clicked.connect(self._end_picking)
        for act, button in self.acts.items():
            button.clicked.connect(lambda _on=False, act=act: self._on_bulk(act))

    def _show(self) -> None:
        self.rows.set_rows(list(self._contents()))
        self.count.setText(self.tr("%n picked", "", len(self._picked)))
        set_shown(self.bar, bool(self._picked))

    def _contents(self) -> Iterator[RowContent]:
        for section in self._sections:
            if section.title and (section.rows or section.others):
                yield RowContent(section.key, section.title, side_tone=section.tone, heading=True)
            yield from section.others
            for row in section.rows:
                content = row_among_all(row, self._today, last_talk=self._talks.get(row.customer_id, ""), picks=True)
                if row.done_on is None:
                    content = replace(content, actions=(*content.actions, *section.more))
                yield self._to_pick(row, content) if self._picked else content

    def _to_pick(self, row: FollowUpRow, content: RowContent) -> RowContent:
        """While some are picked each open one has a box instead of its circle, and the bar instead of its acts."""
        if row.done_on is not None:
            return replace(content, checked=None)
        return replace(content, square=True, checked=row.id in self._picked, actions=())

    def _open_ids(self) -> list[int]:
        """Those that can be picked, from top to bottom."""
        return [row.id for section in self._sections for row in section.rows if row.done_on is None]

    def _toggle(self, number: int) -> None:
        if number in self._picked:
            del self._picked[number]
        else:
            self._picked[number] = None
        self._last_picked = number
        self._show()

    def _end_picking(self) -> None:
        self._picked = {}
        self._show()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pick(self, key: object, is_range: bool) -> None:
        listed = self._open_ids()
        if not isinstance(key, int) or key not in listed:
            return
        if is_range and self._last_picked in listed:
            first, last = sorted((listed.index(self._last_picked), listed.index(key)))
            self._picked |= dict.fromkeys(listed[first : last + 1])
            self._show()
        else:
            self._toggle(key)

    def _on_all(self) -> None:
        self._picked = dict.fromkeys(self._open_ids())
        self._show()

    def _on_bulk(self, act: str) -> None:
        rows = self.picked()
        # What asks first may still be given up; what is done at once leaves nothing picked that its undo would bring back.
        if act not in (DAY, ASSIGN):
            self._end_picking()
        self.bulk_requested.emit(act, rows)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int) and key in self._by_id:
            self.customer_opened.emit(self._by_id[key].customer_id)
        else:
            self.other_opened.emit(key)

    def _on_checked(self, key: object) -> None:
        found = self._by_id.get(key) if isinstance(key, int) else None
        if found is None:
            return
        if self._picked:
            if found.done_on is None:
                self._toggle(found.id)
        elif found.done_on is None:
            self.act_requested.emit(DONE, found)
        else:
            self.reopen_requested.emit(found.id)

    def _on_action(self, act: str, key: object) -> None:
        if not isinstance(key, int) or key not in self._by_id:
            self.other_opened.emit(key)
        elif act == PICK:
            self._toggle(key)
        else:
            self.act_requested.emit(act, self._by_id[key])
