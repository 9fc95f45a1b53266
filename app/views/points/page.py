"""Points and tiers: what is owed, the rules as sentences, tiers, what lapses when, and trying a rule on real sales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.point_money import READY_RULE, RuleTrial
from app.domain.points import RuleFields
from app.jobs.job import JobControl
from app.views.insights.table_panel import FiguresTable, TablePanel
from app.views.labels_figures import people_count
from app.views.moments import moment_text
from app.views.pages.page import Page
from app.views.points.answer import PointsAnswer, points_answer
from app.views.points.lapse_card import LapseCard
from app.views.points.owed_card import OwedCard
from app.views.points.owed_panel import open_owed_panel
from app.views.points.rule_chooser import open_chooser
from app.views.points.rule_panel import open_rule_panel
from app.views.points.rules_card import RulesCard
from app.views.points.sentences import RuleWord, rule_sentences
from app.views.points.simulator_card import SimulatorCard
from app.views.points.start_part import StartPart
from app.views.points.statement_panel import open_statement
from app.views.points.tables import PointTables
from app.views.points.tiers_card import TiersCard
from app.views.points.tiles import PointTiles
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.layouts import ScrollColumn, boxed, column
from app.views.widgets.page_header import PageHeader
from app.views.widgets.sentence import WordButton

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.figures import PeopleSpec

WINDOW_FOLDS_BELOW = 1180
TILES_FOLD_BELOW = 900
LEAST_WIDTH = 560
GAP = 10


class PointsPage(Page):
    name = "points"
    shows = frozenset({Entity.POINTS, Entity.PURCHASE, Entity.CUSTOMER, Entity.PRODUCT, Entity.SHOP, Entity.FOLLOW_UP, Entity.SURVEY})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._answer: PointsAnswer | None = None
        self._panel: TablePanel | None = None
        self._tables = PointTables(self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> PointsAnswer:
            return points_answer(session, today)

        self.context.tasks.query(op, self._on_answer, owner=self, replaces="points")
        self.tiers.refresh()
        self.lapse.refresh()

    def trigger_primary(self) -> None:
        if self._stack.currentIndex() == 0:
            self.change.click()
        else:
            self.start.begin.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Points & tiers"))
        self.statement = NormalButton(self.tr("Look at statements"), "search")
        self.change = PrimaryButton(self.tr("Change the rules"), "pencil")
        self.change.set_shortcut_hint("Ctrl+Return", live=False)
        self._header.add(self.statement)
        self._header.set_primary(self.change)
        self.tiles = PointTiles()
        self.rules = RulesCard()
        self.tiers = TiersCard(self.context)
        self.owed = OwedCard(self.context)
        self.simulator = SimulatorCard(self.context)
        self.lapse = LapseCard(self.context)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setContentsMargins(0, 0, 0, 0)
        left = column(self.rules, self.tiers, gap=GAP)
        left.addWidget(self.owed, 1)
        right = column(gap=GAP)
        right.addWidget(self.simulator, 1)
        right.addWidget(self.lapse, 1)
        self._pair.addWidget(boxed(left), 1)
        self._pair.addWidget(boxed(right), 1)
        body = ScrollColumn(gap=GAP)
        body.setMinimumWidth(theme_of(self).px(LEAST_WIDTH))
        body.body.addWidget(self.tiles)
        body.body.addLayout(self._pair, 1)
        self.start = StartPart()
        self._stack = QStackedWidget()
        self._stack.addWidget(body)
        self._stack.addWidget(self.start)
        self.setLayout(column(self._header, self._stack, gap=12, margins=(24, 16, 24, 12)))
        self._fit()

    def _connect(self) -> None:
        self.change.clicked.connect(self._on_change)
        self.statement.clicked.connect(self._on_statement)
        for part in (self.tiles, self.owed, self.simulator):
            part.names_requested.connect(self._open_names)
        self.rules.word_clicked.connect(self._on_word)
        self.rules.begin_requested.connect(self._on_change)
        self.simulator.rule_requested.connect(self._on_rule_requested)
        self.owed.other_day_requested.connect(self._on_other_day)
        self.owed.table_requested.connect(self._on_owed_table)
        self.tiles.months_requested.connect(self._on_cost_table)
        self.simulator.table_requested.connect(self._on_trial_table)
        self.start.begin_requested.connect(self._on_begin)
        self.start.other_requested.connect(self._on_change)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        """Two columns beside each other where there is room, under each other where there is none."""
        px = theme_of(self).px
        folded = self.window().width() < px(WINDOW_FOLDS_BELOW)
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(px(12))
        self.tiles.set_columns(2 if self.width() < px(TILES_FOLD_BELOW) else 4)

    def _on_answer(self, answer: PointsAnswer) -> None:
        self._answer = answer
        moment = moment_text(self.context.clock.now(), self.context.clock)
        members = people_count(answer.money.members)
        self._header.set_fact(self.tr("{people} · worked out on {moment}").format(people=members, moment=moment))
        self.change.setVisible(not answer.is_empty)
        self.statement.setVisible(not answer.is_empty)
        self._stack.setCurrentIndex(1 if answer.is_empty else 0)
        if answer.is_empty:
            self.start.set_rule([line.text for line in rule_sentences(READY_RULE, answer.currency)])
            return
        self.tiles.set_money(answer.money, answer.currency)
        self.rules.set_answer(answer)
        self.owed.set_money(answer.money, answer.currency)
        self.simulator.set_answer(answer)
        # Sentences break anew: how high they are is known once they have been laid out.
        QTimer.singleShot(0, self, self._lay_out_anew)

    def _lay_out_anew(self) -> None:
        self._pair.invalidate()
        self._fit()

    def _open_names(self, spec: PeopleSpec, title: str) -> None:
        self.context.navigate.show_page("people", spec=spec, title=title)

    def _on_word(self, word: RuleWord, button: WordButton) -> None:
        if self._answer is not None:
            open_chooser(self.context, self._answer, word, button)

    def _on_change(self) -> None:
        if self._answer is not None:
            open_rule_panel(self.context, self.window(), self._answer)

    def _on_rule_requested(self, rule: RuleFields) -> None:
        if self._answer is not None:
            open_rule_panel(self.context, self.window(), self._answer, rule)

    def _on_other_day(self) -> None:
        if self._answer is not None:
            panel = open_owed_panel(self.context, self.window(), self._answer)
            panel.names_requested.connect(self._open_names)

    def _on_owed_table(self) -> None:
        if self._answer is not None:
            self._show_table(self._tables.owed(self._answer.money, self._answer.currency))

    def _on_cost_table(self) -> None:
        if self._answer is not None:
            self._show_table(self._tables.cost(self._answer.money, self._answer.currency))

    def _on_trial_table(self, trial: RuleTrial, other: str) -> None:
        if self._answer is not None:
            self._show_table(self._tables.trial(trial, other, self._answer.currency))

    def _show_table(self, table: FiguresTable) -> None:
        if self._panel is None:
            self._panel = TablePanel(self.window(), self.context)
            self._panel.names_requested.connect(self._open_names)
        self._panel.show_table(table)

    def _on_statement(self) -> None:
        open_statement(self.context, self.window(), None)

    def _on_begin(self) -> None:
        now, today = self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.points import set_rule

            return set_rule(session, READY_RULE, valid_from=today, now=now)[1]

        self.context.tasks.command(op, self._on_begun, owner=self)

    def _on_begun(self, action_id: int) -> None:
        self.context.messages.toast(self.tr("Purchases earn points from today on"), undo_action_id=action_id)
