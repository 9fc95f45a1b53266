"""結果: what came back from a survey, wave by wave, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.numbers import format_number, format_rate
from app.domain.survey_results import Answered, AnswerPeople, CrossBy, RemarkList, SurveyResults, Wave
from app.domain.surveys import FEWEST_STAFF_ANSWERS, WORDED, Audience
from app.jobs.job import JobControl
from app.views.insights.table_panel import FiguresTable, TablePanel
from app.views.surveys.results_act import ActCard
from app.views.surveys.results_cross import CrossCard
from app.views.surveys.results_export import AnswersExport
from app.views.surveys.results_nps import NpsCard, SpreadCard
from app.views.surveys.results_question import QuestionCard
from app.views.surveys.results_remarks import RemarksCard
from app.views.surveys.results_waves import WaveChoice
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import plain_tooltip
from app.views.widgets.layouts import ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.survey_results import AnswerSpec

ACT_WIDTH = 252
UPRIGHT_FROM = 1080
PAIR_FROM = 700
REMEMBERED = "survey_cross"


class ResultsView(QWidget):
    """`people_requested(title, ids)` opens a list of names."""

    back_requested = Signal()
    people_requested = Signal(str, object)
    place_requested = Signal(str)

    shows = frozenset(
        {Entity.SURVEY, Entity.ANSWER, Entity.CUSTOMER, Entity.PURCHASE, Entity.FOLLOW_UP, Entity.CONTACT, Entity.PRINT_RUN, Entity.STAFF}
    )

    def __init__(self, context: AppContext, survey_id: int) -> None:
        super().__init__()
        self.survey_id = survey_id
        self._context = context
        self._results: SurveyResults | None = None
        self._panel: TablePanel | None = None
        self._questions: list[QuestionCard] = []
        self._left_out: set[QWidget] = set()
        self._layout_now: tuple[object, ...] = ()
        self._build()
        self._connect()

    def refresh(self) -> None:
        number, today = self.survey_id, self._context.clock.today()
        wave, has_chosen, by = self.waves.current(), self._results is not None, self._by()

        def op(session: Session, _control: JobControl) -> SurveyResults:
            from app.queries.survey_results import latest_wave, survey_results

            asked = wave if has_chosen else latest_wave(session, number)
            return survey_results(session, number, wave=asked, by=by, today=today)

        self._context.tasks.query(op, self._on_results, owner=self, failed=self._on_failed, replaces="results")

    def trigger_primary(self) -> None:
        found = None if self._results is None else self._results.to_answer
        if found is not None and found.people and not self._body.isHidden():
            self.act.plan.click()

    def focus_search(self) -> None:
        self.remarks.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def may_leave(self, _go: Callable[[], None]) -> bool:
        return True

    def question_cards(self) -> list[QuestionCard]:
        return list(self._questions)

    def results(self) -> SurveyResults | None:
        return self._results

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader("", is_title_long=True)
        self.back = self.header.add_back(self.tr("Back"))
        self.waves = WaveChoice()
        self.export = NormalButton(self.tr("Save"), "download")
        self.bring = NormalButton(self.tr("Bring in answers"), "upload")
        self.bring.setToolTip(plain_tooltip(self.tr("Bring in answers from a file")))
        self.bring.setAccessibleName(self.bring.label())
        self.header.add(self.waves)
        self.header.add(self.bring)
        self.header.add(self.export)
        self.nps, self.spread, self.cross = NpsCard(self._context), SpreadCard(self._context), CrossCard()
        self.remarks, self.act = RemarksCard(self._context), ActCard(self._context)
        self.empty = EmptyState("clipboard-list", "", "", self.tr("Type answers in"))
        self.cards = ScrollColumn(gap=12)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.cards.body.addLayout(self._grid)
        self.cards.body.addStretch(1)
        self._side = ScrollColumn(gap=0)
        self._side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._places = row(gap=12)
        self._places.addWidget(self.cards, 1)
        self._places.addWidget(self._side)
        self._body = boxed(self._places)
        layout = column(self.header, gap=14, margins=(24, 16, 24, 16))
        layout.addWidget(self.empty, 1)
        layout.addWidget(self._body, 1)
        self.setLayout(layout)
        self._exporting = AnswersExport(self._context, self, self.survey_id)
        self.empty.hide()
        self._body.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.waves.changed.connect(self._on_wave)
        self.bring.clicked.connect(lambda: self.place_requested.emit("import"))
        self.export.clicked.connect(self._on_export)
        self.empty.action_clicked.connect(lambda: self.place_requested.emit("entry"))
        self.cross.by_chosen.connect(self._on_by)
        self.remarks.changed.connect(self._ask_remarks)
        self.act.names_requested.connect(self.people_requested)
        for part in (self.nps, self.spread, self.cross, self.act):
            part.people_requested.connect(self._open_people)
        for card in (self.nps, self.spread, self.cross):
            card.table_requested.connect(self._on_table)
        theme_of(self).changed.connect(self._refit)

    def _by(self) -> CrossBy | None:
        """As chosen last, for whatever survey."""
        remembered = self._context.settings.remembered(REMEMBERED, CrossBy.STAFF.value)
        wanted = CrossBy(remembered) if remembered in set(CrossBy) else CrossBy.STAFF
        crosses = () if self._results is None else self._results.crosses
        return wanted if not crosses or wanted in crosses else crosses[0]

    def _on_results(self, results: SurveyResults) -> None:
        is_first = self._results is None
        self._results = results
        if results.crosses and results.cross is None:
            # What was chosen for another survey is not to be had for this one.
            self.refresh()
            return
        self.header.set_title(results.title)
        self.header.set_fact(self._fact(results.chosen))
        self.waves.set_waves(results.waves, results.chosen.wave)
        self._show_empty(results)
        is_shown = not self._body.isHidden()
        self.export.setEnabled(is_shown and bool(results.chosen.answers))
        if is_shown:
            for part in (self.nps, self.spread, self.cross, self.act):
                part.show_results(results)
            self._show_questions(results)
            self._leave_out(results)
            self._refit()
            self._ask_remarks()
        if is_first:
            self.setFocus()

    def _show_empty(self, results: SurveyResults) -> None:
        """Nothing yet, or too few of the staff."""
        is_empty = not (results.chosen.answers or results.notes) or results.is_withheld
        set_shown(self.empty, is_empty)
        set_shown(self._body, not is_empty)
        if not results.chosen.answers:
            title = self.tr("No answers yet")
            body = self.tr("As soon as the first sheets are back, the results stand here: typed in, scanned or brought in from a file.")
        else:
            title = self.tr("Not shown yet")
            body = self.tr("Of the staff nothing is shown before %n have answered, so that nobody can be told.", "", FEWEST_STAFF_ANSWERS)
        self.empty.set(title, body)

    def _fact(self, one: Wave) -> str:
        count = format_number(one.answers)
        if not one.handed_out:
            return self.tr("{answers} answers").format(answers=count)
        known = {"handed_out": format_number(one.handed_out), "answers": count}
        known["percent"] = format_rate(one.returned.numerator, one.returned.denominator)
        return self.tr("{handed_out} handed out · {answers} answers · {percent} came back").format(**known)

    def _show_questions(self, results: SurveyResults) -> None:
        for card in self._questions:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        asked = results.questions if results.chosen.answers else ()
        shown = [one for one in asked if one.key != results.nps_key and one.question.kind not in WORDED and (one.n or one.is_current)]
        is_open = results.audience is Audience.CUSTOMERS
        self._questions = [QuestionCard(one, results.chosen.wave, is_open=is_open) for one in shown]
        for card in self._questions:
            card.people_requested.connect(self._open_people)
            card.table_requested.connect(self._on_table)

    def _leave_out(self, results: SurveyResults) -> None:
        """The cards that have nothing to say."""
        has_something = {
            self.nps: bool(results.nps_key) and not results.is_few,
            self.spread: bool(results.nps_key) and bool(results.chosen.answers),
            self.cross: results.cross is not None,
            self.act: results.to_answer is not None and bool(results.chosen.answers),
        }
        self._left_out = {card for card, is_needed in has_something.items() if not is_needed}
        for card in self._left_out:
            card.hide()

    def _fit_header(self) -> None:
        """Where there is little room, the title has it."""
        is_wide = self.width() >= theme_of(self).px(PAIR_FROM)
        self.bring.setText(self.bring.accessibleName() if is_wide else "")

    def _refit(self) -> None:
        self._fit_header()
        self._layout_now = ()
        self._fit()

    def _fit(self) -> None:
        """The acts at the right where there is room, else between the charts and the tables; cards in pairs, else one below the other."""
        results, px = self._results, theme_of(self).px
        if results is None or self._body.isHidden():
            return
        is_upright, is_paired = self.width() >= px(UPRIGHT_FROM), self.width() >= px(PAIR_FROM)
        now = (is_upright, is_paired, id(results))
        if now == self._layout_now:
            return
        self._layout_now = now
        has_act = self.act not in self._left_out
        self.act.set_lying(is_lying=not is_upright and is_paired)
        self._grid.setSpacing(px(12))
        for part in (self.nps, self.spread, self.act, self.cross, self.remarks, *self._questions):
            self._grid.removeWidget(part)
        set_shown(self._side, is_upright and has_act)
        if is_upright and has_act:
            self._side.setFixedWidth(px(ACT_WIDTH))
            self._side.body.addWidget(self.act, 1)
            self.act.show()
        else:
            self._side.body.removeWidget(self.act)
        self._lay(is_paired=is_paired, act_between=has_act and not is_upright)

    def _lay(self, *, is_paired: bool, act_between: bool) -> None:
        rows: list[tuple[QWidget, ...]] = [(self.nps, self.spread), (self.act,) if act_between else (), (self.cross, self.remarks)]
        rows += [tuple(self._questions[start : start + 2]) for start in range(0, len(self._questions), 2)]
        place = 0
        for cards in rows:
            shown = [card for card in cards if card not in self._left_out]
            for side, card in enumerate(shown):
                across = 1 if is_paired and len(shown) > 1 else 2
                self._grid.addWidget(card, place + (0 if is_paired else side), side if is_paired else 0, 1, across)
                card.show()
            place += 1 if is_paired else len(shown)
        for side in range(2):
            self._grid.setColumnStretch(side, 1)

    def _ask_remarks(self) -> None:
        number, wave = self.survey_id, self.waves.current()
        tag, words, limit = self.remarks.tag, self.remarks.words, self.remarks.limit

        def op(session: Session, _control: JobControl) -> RemarkList:
            from app.queries.survey_remarks import remarks

            return remarks(session, number, wave=wave, tag=tag, words=words, limit=limit)

        self._context.tasks.query(op, self._on_remarks, owner=self, replaces="remarks")

    def _on_remarks(self, found: RemarkList) -> None:
        if self._results is not None:
            self.remarks.show_remarks(found, is_named=self._results.audience is Audience.CUSTOMERS)

    def _on_failed(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.back_requested.emit()

    def _on_wave(self, _wave: object) -> None:
        self.remarks.begin_anew()
        self.refresh()

    def _on_by(self, by: CrossBy) -> None:
        self._context.settings.remember(REMEMBERED, by.value)
        self.refresh()

    def _open_people(self, spec: AnswerSpec, wave: date | None, title: str) -> None:
        number, today = self.survey_id, self._context.clock.today()
        if self._results is None or self._results.audience is Audience.STAFF:
            return

        def op(session: Session, _control: JobControl) -> AnswerPeople:
            from app.queries.survey_answerers import people_of

            return people_of(session, number, spec, wave=wave, today=today)

        self._context.tasks.query(op, partial(self._on_people, title), owner=self, replaces="people")

    def _on_people(self, title: str, found: AnswerPeople) -> None:
        if found.ids:
            self.people_requested.emit(title, found.ids)
        elif found.unnamed:
            self._context.messages.toast(self.tr("%n answer(s), all without a name.", "", found.unnamed))
        else:
            self._context.messages.toast(self.tr("Nobody is behind this figure."))

    def _on_table(self, table: FiguresTable) -> None:
        if self._panel is None:
            self._panel = TablePanel(self.window(), self._context)
            self._panel.names_requested.connect(self._on_row)
        self._panel.show_table(table)

    def _on_row(self, key: Hashable, title: str) -> None:
        """A line of a table: a wave, or who is meant."""
        results = self._results
        if results is None or key is None:
            return
        if isinstance(key, date):
            self._open_people(Answered(results.nps_key), key, title)
        else:
            self._open_people(key, results.chosen.wave, title)  # type: ignore[arg-type]

    def _on_export(self) -> None:
        if self._results is not None:
            self._exporting.ask(self._results.title, self.waves.current())
