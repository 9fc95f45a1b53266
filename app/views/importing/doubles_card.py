"""Rows of the file that may be somebody who is there already, one pair at a time, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.imports import DoubleChoice
from app.views.importing.desk import ImportDesk
from app.views.importing.pairs import PairRow, choose_side, pair_rows
from app.views.importing.side_cell import SideCell
from app.views.importing.words import double_sentence, row_word
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.buttons import IconButton, LinkButton, NormalButton, OkaeriButton, TonalButton
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.icons import IconLabel
from app.views.widgets.key_cap import KeyCap
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import FlowLayout, ScrollColumn, boxed, clear, column, row, set_shown

_LABEL = 76


class _PairScroll(ScrollColumn):
    """Leaves ←→ to the card."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class DoublesCard(Card):
    """M, D and L decide, ←→ move between pairs, 1 and 2 pick the side of the focused field."""

    decided = Signal()

    def __init__(self, desk: ImportDesk) -> None:
        super().__init__()
        self.set_title(self.tr("May be the same person"))
        self._desk = desk
        self._rows: list[int] = []
        self._place = 0
        self._pairs: list[PairRow] = []
        self._cells: list[tuple[SideCell, SideCell]] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build_pair()
        self._build_decision()
        self._connect()

    def show_draft(self) -> None:
        """Show the pairs of what was read; the pair one was at stays."""
        people = self._desk.draft.people
        now = self.current_row()
        self._rows = [question.row for question in people.questions] if people is not None else []
        self._place = self._rows.index(now) if now in self._rows else self._first_open()
        self._show_pair()

    def current_row(self) -> int | None:
        """The row of the file whose pair is shown."""
        return self._rows[self._place] if self._place < len(self._rows) else None

    def open_count(self) -> int:
        """Pairs without a decision."""
        choices = self._desk.draft.choices
        return sum(1 for row_number in self._rows if choices.get(row_number, DoubleChoice.LATER) is DoubleChoice.LATER)

    def cells(self) -> list[tuple[SideCell, SideCell]]:
        """The two sides of each field, the file's first."""
        return list(self._cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._act(event.key()):
            super().keyPressEvent(event)

    def _build_pair(self) -> None:
        self._before = IconButton("chevron-left", self.tr("Pair before"), framed=True)
        self._after = IconButton("chevron-right", self.tr("Next pair"), framed=True)
        self._where = Text("", TextStyle.BODY_BOLD)
        for item in (self._before, self._where, self._after):
            self.title_row.addWidget(item)
        self._reasons = FlowLayout(6)
        self._file_head, self._our_head = Text("", TextStyle.BODY_BOLD), Text("", TextStyle.BODY_BOLD)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._lock = boxed(row(IconLabel("lock", size=15), gap=8))
        lock_words = WrapLabel(self.tr("“Do not send” is never turned into “may be sent” by an import."), TextStyle.CAPTION, Tone.TEXT2)
        self._lock.layout().addWidget(lock_words)  # type: ignore[union-attr]
        scroll = _PairScroll(gap=8, margins=(0, 0, 6, 0))
        scroll.body.addLayout(self._grid)
        scroll.body.addWidget(self._lock)
        scroll.body.addStretch(1)
        self.add(boxed(self._reasons))
        self.add(scroll, 1)

    def _build_decision(self) -> None:
        self._buttons: dict[DoubleChoice, tuple[OkaeriButton, TonalButton]] = {}
        words = {
            DoubleChoice.MERGE: (self.tr("Make them one"), "M"),
            DoubleChoice.SEPARATE: (self.tr("Add separately"), "D"),
            DoubleChoice.LATER: (self.tr("Decide later"), "L"),
        }
        flow = FlowLayout(12)
        for choice, (text, key) in words.items():
            plain = LinkButton(text) if choice is DoubleChoice.LATER else NormalButton(text)
            pair = (plain, TonalButton(text))
            self._buttons[choice] = pair
            for button in pair:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.clicked.connect(lambda _on=False, chosen=choice: self._decide(chosen))
            flow.addWidget(boxed(row(KeyCap(key), *pair, gap=6)))
        self._state = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self._rest = LinkButton("", small=True)
        line = row(gap=12)
        line.addWidget(self._state, 1)
        line.addWidget(self._rest)
        foot = column(boxed(flow), line, gap=6)
        self.set_footer(foot)

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self._move(-1))
        self._after.clicked.connect(lambda: self._move(1))
        self._rest.clicked.connect(self._on_rest)
        self._desk.pair_loaded.connect(self._on_pair_loaded)

    def _first_open(self) -> int:
        choices = self._desk.draft.choices
        return next((place for place, number in enumerate(self._rows) if number not in choices), 0)

    def _show_pair(self) -> None:
        number = self.current_row()
        people = self._desk.draft.people
        self._where.setText(self.tr("{place} of {count}").format(place=self._place + 1, count=f"{len(self._rows):,}"))
        self._before.setEnabled(self._place > 0)
        self._after.setEnabled(self._place < len(self._rows) - 1)
        clear(self._reasons)
        if number is None or people is None:
            return
        question = people.questions[self._place]
        for reason in question.double.reasons:
            self._reasons.addWidget(Chip(double_sentence(reason), Tone.WARN))
        self._reasons.invalidate()
        self._file_head.setText(self.tr("In the file ({row})").format(row=row_word(number)))
        other = question.double.other_row
        self._our_head.setText(self.tr("Registered") if other is None else self.tr("In the file ({row})").format(row=row_word(other)))
        self._show_fields(number)
        self._show_decision()

    def _show_fields(self, number: int) -> None:
        people, ours = self._desk.draft.people, self._desk.record_of(number)
        if people is None or ours is None:
            self._pairs, self._cells = [], []
            self._fill_grid()
            return
        self._pairs = pair_rows(people.drafts[number], ours, self._desk.draft.sides)
        self._cells = [self._cells_of(pair) for pair in self._pairs]
        self._fill_grid()

    def _cells_of(self, pair: PairRow) -> tuple[SideCell, SideCell]:
        takes = pair.takes_file
        name = f"{pair.label} {self._file_head.text()}"
        left = SideCell(pair.file, name, checked=takes, locked=pair.locked)
        ours = None if takes is None else not takes
        right = SideCell(pair.ours, f"{pair.label} {self._our_head.text()}", checked=ours, locked=pair.locked)
        left.chosen.connect(lambda: self._pick(pair.key, takes_file=True))
        right.chosen.connect(lambda: self._pick(pair.key, takes_file=False))
        return left, right

    def _fill_grid(self) -> None:
        """Heads and labels anew; the heads are kept."""
        for kept in (self._file_head, self._our_head):
            self._grid.removeWidget(kept)
        clear(self._grid)
        px = theme_of(self).px
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(7))
        self._grid.setColumnMinimumWidth(0, px(_LABEL))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._file_head, 0, 1)
        self._grid.addWidget(self._our_head, 0, 2)
        previous: QWidget = self._after
        for place, (pair, (left, right)) in enumerate(zip(self._pairs, self._cells, strict=True), start=1):
            self._grid.addWidget(Text(pair.label.replace("&", "&&"), TextStyle.CAPTION, Tone.TEXT2), place, 0)
            self._grid.addWidget(left, place, 1)
            self._grid.addWidget(right, place, 2)
            for cell in (left, right):
                QWidget.setTabOrder(previous, cell)
                previous = cell
                # A layout shows what is new to it only later, and what is hidden takes no keys.
                cell.show()
        set_shown(self._lock, any(pair.locked for pair in self._pairs))

    def _show_decision(self) -> None:
        number, people, choices = self.current_row(), self._desk.draft.people, self._desk.draft.choices
        if number is None or people is None:
            return
        chosen, suggested = choices.get(number), people.questions[self._place].suggested
        for choice, (plain, strong) in self._buttons.items():
            is_strong = choice is (chosen or suggested)
            set_shown(plain, not is_strong)
            set_shown(strong, is_strong)
            strong.set_icon("check" if choice is chosen else None)
        open_pairs = self.open_count()
        self._state.setText(
            self.tr("Decisions are remembered. %n pair(s) without one stay out of the import.", "", open_pairs)
            if open_pairs
            else self.tr("Every pair is decided.")
        )
        self._rest.setText(self.tr("Decide the other %n as suggested", "", open_pairs))
        set_shown(self._rest, open_pairs > 1)

    def _act(self, key: int) -> bool:
        choices = {Qt.Key.Key_M: DoubleChoice.MERGE, Qt.Key.Key_D: DoubleChoice.SEPARATE, Qt.Key.Key_L: DoubleChoice.LATER}
        if key in choices:
            self._decide(choices[Qt.Key(key)])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_1, Qt.Key.Key_2):
            self._pick_focused(takes_file=key == Qt.Key.Key_1)
        else:
            return False
        return True

    def _decide(self, choice: DoubleChoice) -> None:
        number = self.current_row()
        if number is None:
            return
        self._desk.decide(number, choice)
        later = [place for place in range(self._place + 1, len(self._rows)) if self._rows[place] not in self._desk.draft.choices]
        if later:
            self._go(later[0])
        else:
            self._show_decision()
        self.decided.emit()

    def _on_rest(self) -> None:
        people = self._desk.draft.people
        for question in people.questions if people is not None else ():
            if self._desk.draft.choices.get(question.row, DoubleChoice.LATER) is DoubleChoice.LATER:
                self._desk.decide(question.row, question.suggested)
        self._show_decision()
        self.decided.emit()

    def _move(self, step: int) -> None:
        if 0 <= self._place + step < len(self._rows):
            self._go(self._place + step)

    def _go(self, place: int) -> None:
        self._place = place
        has_keyboard = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._show_pair()
        if has_keyboard or self.hasFocus():
            self.take_keyboard()
        announce(self, f"{self._where.text()} {self._state.text()}")

    def take_keyboard(self) -> None:
        """Put the keyboard on the first field that can be chosen, or on the card."""
        first = next((cell for pair in self._cells for cell in pair if cell.can_choose), None)
        (first or self).setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, key: str, *, takes_file: bool) -> None:
        number = self.current_row()
        place = next((at for at, pair in enumerate(self._pairs) if pair.key == key), None)
        if number is None or place is None:
            return
        choose_side(self._desk.draft.sides, number, self._pairs[place], takes_file=takes_file)
        self._show_fields(number)
        self._cells[place][0 if takes_file else 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _pick_focused(self, *, takes_file: bool) -> None:
        focused = self.focusWidget()
        for pair, cells in zip(self._pairs, self._cells, strict=True):
            if focused in cells and cells[0].can_choose:
                self._pick(pair.key, takes_file=takes_file)
                return

    def _on_pair_loaded(self, number: int) -> None:
        if number == self.current_row():
            self._show_fields(number)
