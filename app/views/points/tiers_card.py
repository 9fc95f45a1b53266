"""ランク: the tiers with who is in them and whom the next deciding day moves; every number opens the names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import AppContext
from app.domain.figures import InTier, PeopleSpec, TierChange
from app.domain.formats import EMPTY_CELL, CountUnit, format_count
from app.domain.tiers import STANDARD_RATE, TierBoard, TierLine, TierMove
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.points.rewards_panel import open_rewards_panel
from app.views.points.sentences import rate_text
from app.views.points.tier_panel import open_tier_panel
from app.views.points.tier_words import NO_TIER, condition_texts, decided_text, grace_text, perks_text, plain_day, say, tier_tone
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, TonalButton
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.labels import Caption, ElidedLabel, NumberText, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, hairline, row, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LINK_MARGIN = 7


class TiersCard(Card):
    def __init__(self, context: AppContext) -> None:
        super().__init__(gap=6, padding=10)
        self._context = context
        self._board: TierBoard | None = None
        self.set_title(self.tr("Tiers"))
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> TierBoard:
            from app.queries.tiers import tier_board

            return tier_board(session, today)

        self._context.tasks.query(op, self._on_board, owner=self, replaces="tiers")

    def _build(self) -> None:
        self.rewards = LinkButton(self.tr("Rewards"), "gift", small=True)
        self.change = LinkButton(self.tr("Change tiers"), small=True)
        self._decided = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.title_row.insertWidget(1, self._decided)
        self.title_row.addWidget(self.rewards)
        self.title_row.addWidget(self.change)
        self._place = column(gap=0)
        self._words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.start = TonalButton(self.tr("Use tiers"))
        self.add(self._place)
        self.add(self._words)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.start.hide()

    def _connect(self) -> None:
        self.rewards.clicked.connect(self._on_rewards)
        self.change.clicked.connect(self._on_change)
        self.start.clicked.connect(self._on_change)

    def _on_board(self, board: TierBoard) -> None:
        self._board = board
        is_on = board.settings.tiers_on
        self._decided.setText(decided_text(board.settings) if is_on else "")
        clear(self._place)
        set_shown(self.start, not is_on)
        set_shown(self.change, is_on)
        if is_on:
            self._show_table(board)
        self._words.setText(self._perks(board) if is_on else self._invitation())

    def _invitation(self) -> str:
        return self.tr("With tiers, customers who come often or buy much earn more points and get perks of their own.")

    def _perks(self, board: TierBoard) -> str:
        perks = [perks_text(line.tier.fields) for line in board.rows if line.tier is not None and line.tier.fields.perks]
        if not perks:
            return grace_text(board.settings)
        joined = self.tr("; ").join(perks)
        return self.tr("Perks: {perks}. {grace}").format(perks=joined, grace=grace_text(board.settings))

    def _show_table(self, board: TierBoard) -> None:
        px = theme_of(self).px
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(4, 1)
        self._place.addWidget(table)
        day = plain_day(board.next_day, self._context.clock.today())
        for place, words in enumerate((self.tr("Tier"), self.tr("Condition"))):
            grid.addWidget(Caption(words, Tone.TEXT2), 0, place)
        grid.addWidget(NumberText(self.tr("Points"), TextStyle.CAPTION, Tone.TEXT2), 0, 2)
        for place, words in enumerate((self.tr("Now"), self.tr("On {day}").format(day=day)), start=3):
            grid.addWidget(_over_links(NumberText(words, TextStyle.CAPTION, Tone.TEXT2)), 0, place)
        thresholds = [line.tier.fields.threshold for line in board.rows if line.tier is not None]
        # Those in no tier stand last and have none.
        conditions = [*condition_texts(thresholds, board.settings, board.currency), EMPTY_CELL]
        for rank, (line, condition) in enumerate(zip(board.rows, conditions, strict=True)):
            at = grid.rowCount()
            grid.addWidget(hairline(), at, 0, 1, 5)
            self._show_line(grid, at + 1, line, rank, condition)

    def _show_line(self, grid: QGridLayout, at: int, line: TierLine, rank: int, condition: str) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        fields = None if line.tier is None else line.tier.fields
        name = say(NO_TIER) if fields is None else fields.name
        if fields is None:
            grid.addWidget(Text(name), at, 0)
        else:
            grid.addWidget(Chip(name, tier_tone(rank)), at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(ElidedLabel(condition), at, 1)
        grid.addWidget(NumberText(rate_text(STANDARD_RATE if fields is None else fields.rate)), at, 2)
        today = self._context.clock.today()
        spec = InTier(None if line.tier is None else line.tier.id, today)
        count = format_count(line.count, CountUnit.CUSTOMERS, language())
        grid.addWidget(self._names(count, name, spec, line.count), at, 3, right)
        grid.addWidget(self._moves(line, name), at, 4, right)

    def _moves(self, line: TierLine, name: str) -> QWidget:
        """Who comes up into the tier, leaves it or is only kept in it on the next deciding day."""
        if line.tier is None or not (line.up or line.down or line.grace):
            return _over_links(NumberText(EMPTY_CELL))
        today = self._context.clock.today()
        words = {
            TierMove.UP: (line.up, self.tr("%n up", "", line.up)),
            TierMove.DOWN: (line.down, self.tr("%n down", "", line.down)),
            TierMove.GRACE: (line.grace, self.tr("%n in grace", "", line.grace)),
        }
        shown = [self._names(text, name, TierChange(line.tier.id, move, today), count) for move, (count, text) in words.items() if count]
        # Three side by side would make the card wider than its column.
        lines = [row(STRETCH, *shown[place : place + 2], gap=2) for place in range(0, len(shown), 2)]
        return boxed(column(*lines, gap=0))

    def _names(self, words: str, tier: str, spec: PeopleSpec, count: int) -> QWidget:
        if not count:
            return _over_links(NumberText(words))
        button = LinkButton(words, small=True)
        button.setAccessibleName(self.tr("{tier}: {words}, show the names").format(tier=tier, words=words))
        title = self.tr("{tier}: {words}").format(tier=tier, words=words)
        button.clicked.connect(partial(self._open_names, spec, title))
        return button

    def _open_names(self, spec: PeopleSpec, title: str, _checked: bool = False) -> None:
        self._context.navigate.show_page("people", spec=spec, title=title)

    def _on_change(self) -> None:
        if self._board is not None:
            open_tier_panel(self._context, self.window(), self._board)

    def _on_rewards(self) -> None:
        open_rewards_panel(self._context, self.window())


def _over_links(words: QWidget) -> QWidget:
    """As far from the edge as the words of a link are."""
    return boxed(row(words, gap=0, margins=(0, 0, LINK_MARGIN, 0)))
