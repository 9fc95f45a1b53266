"""ポイント: what the customer has, until when it counts, how it came about, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customer_rows import CustomerView
from app.domain.point_statement import StatementLine, StatementView
from app.views.moments import day_text
from app.views.points.entry_words import icon_of, kind_text, signed, source_text
from app.views.points.reward_giving_panel import open_reward_giving
from app.views.points.sentences import points_text
from app.views.points.statement_panel import open_statement
from app.views.points.tier_words import coming_sentence, tier_sentence
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import ElidedLabel, Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, hairline, row, set_shown
from app.views.widgets.row_list import RowContent, RowList

SHOWN = 8


class PointsTab(QWidget):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._customer_id = 0
        self._build()
        self._connect()

    def show_customer(self, view: CustomerView, today: date) -> None:
        self._customer_id = view.card.id
        found = view.points
        if found is None:
            return
        self.balance.setText(points_text(found.standing.balance))
        self.lapse.setText(self._lapse_words(found, today))
        is_here = view.card.archived_at is None
        self.reward.setEnabled(is_here and found.standing.usable > 0)
        self.correct.setEnabled(is_here)
        tier = "" if view.tier is None else " ".join(part for part in (tier_sentence(view.tier, today), self._coming(view, today)) if part)
        self.tier.setText(tier)
        set_shown(self.tier, bool(tier))
        self.list.set_rows([self._row(line, found, today) for line in found.lines[:SHOWN]])
        self.more.setText(self.tr("See all %n entries", "", len(found.lines)))
        set_shown(self.more, len(found.lines) > SHOWN)
        for part in (self.list, self.statement):
            set_shown(part, bool(found.lines))
        set_shown(self.nothing, not found.lines)

    def _build(self) -> None:
        self.balance = Text("", TextStyle.DIALOG_TITLE)
        self.lapse = ElidedLabel("", TextStyle.CAPTION, Tone.ACCENT)
        self.reward = NormalButton(self.tr("Change into a reward"), "gift", small=True)
        self.statement = NormalButton(self.tr("Statement"), "search", small=True)
        self.correct = LinkButton(self.tr("Correct"), small=True)
        self.tier = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        head = row(self.balance, gap=12)
        head.addWidget(self.lapse, 1)
        acts = row(self.reward, self.statement, self.correct, STRETCH, gap=8)
        self.list = RowList(self.tr("Latest entries"), row_height=48, grows=True)
        self.list.set_open_on_click(True)
        self.more = LinkButton("", small=True)
        self.nothing = EmptyState("gift", self.tr("No points yet"), self.tr("What the next purchases earn stands here."))
        self.nothing.hide()
        layout = column(boxed(column(head, self.tier, acts, gap=6, margins=(16, 10, 12, 4))), hairline(), gap=4)
        layout.addWidget(self.list)
        layout.addLayout(row(self.more, margins=(8, 0, 8, 0)))
        layout.addWidget(self.nothing)
        layout.addStretch(1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.reward.clicked.connect(self._on_reward)
        self.statement.clicked.connect(self._on_statement)
        self.more.clicked.connect(self._on_statement)
        self.correct.clicked.connect(self._on_correct)
        self.list.activated_key.connect(self._on_statement)

    def _row(self, line: StatementLine, view: StatementView, today: date) -> RowContent:
        entry = line.entry
        icon, tone = icon_of(entry)
        return RowContent(
            entry.id,
            kind_text(entry),
            detail=source_text(entry, view),
            icon=icon,
            icon_tone=tone,
            icon_circle=True,
            side=signed(line.points),
            side_tone=Tone.TEXT,
            side_detail=day_text(entry.day, today=today),
        )

    def _lapse_words(self, view: StatementView, today: date) -> str:
        lapse = view.standing.next_lapse
        if lapse is None or lapse.expires is None:
            return ""
        day = day_text(lapse.expires, today=today)
        return self.tr("{points} of them count up to and including {day}").format(points=points_text(lapse.left), day=day)

    def _coming(self, view: CustomerView, today: date) -> str:
        return coming_sentence(view.tier, today) if view.tier is not None else ""

    def _on_reward(self) -> None:
        open_reward_giving(self._context, self.window(), self._customer_id)

    def _on_statement(self, _key: object = None) -> None:
        open_statement(self._context, self.window(), self._customer_id)

    def _on_correct(self) -> None:
        open_statement(self._context, self.window(), self._customer_id, corrects=True)
