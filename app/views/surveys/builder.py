"""One survey being built: its questions at the left, the sheet in the middle, what there is to check at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.print_kinds import WorkKind
from app.domain.survey_errors import SurveyError, SurveyGone
from app.domain.survey_prints import SheetShop
from app.domain.survey_rows import SurveyOutcome, SurveyView
from app.domain.survey_sheets import SheetChoice, SheetPaper, TypeSize
from app.domain.survey_templates import SurveyTemplate
from app.domain.surveys import SurveyContent, SurveyRules, SurveyState
from app.domain.text import collapse_spaces
from app.jobs.job import JobControl
from app.views.printing.kinds import PieceWords
from app.views.surveys.builder_acts import BuilderActs
from app.views.surveys.checks_column import ChecksColumn
from app.views.surveys.draft import SurveyDraft
from app.views.surveys.live_sheet import LiveSheet, SheetRequest, SheetSeen
from app.views.surveys.question_list import QuestionList
from app.views.surveys.saving import SurveySaving
from app.views.surveys.sheet_count import SheetCount
from app.views.surveys.sheet_desk import Desk
from app.views.surveys.words import saved_words, sheet_words, state_word
from app.views.theme import Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.chip import Chip
from app.views.widgets.labels import plain_tooltip
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_columns import SideColumns
from app.views.widgets.tab_order import keep_tab_order
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LEFT_WIDTH, RIGHT_WIDTH, FOLDED_WIDTH = 388, 256, 364
LOW_BELOW = 660
_STATE_TONES = {SurveyState.DRAFT: Tone.ACCENT, SurveyState.IN_USE: Tone.OK, SurveyState.ARCHIVED: Tone.NEUTRAL}
_PAPERS = {"a4": (SheetPaper.A4, 1), "a5": (SheetPaper.A5, 1), "a5x2": (SheetPaper.A5, 2)}


class Builder(QWidget):
    """`place_requested`: another view of this survey; `templates_requested`: to begin from one that is ready."""

    back_requested = Signal()
    place_requested = Signal(str)
    templates_requested = Signal()

    def __init__(self, context: AppContext, survey_id: int, offered: frozenset[str]) -> None:
        """`offered`: which other views of a survey there are."""
        super().__init__()
        self._context = context
        self.survey_id = survey_id
        self._view: SurveyView | None = None
        self._shop = SheetShop()
        self.choice = SheetChoice()
        self.is_open = False
        self._kept: SurveyContent | None = None
        self.sheet_of: SurveyContent | None = None
        self.sheet_page = 0
        self.draft = SurveyDraft(self)
        self.live = LiveSheet(context, self)
        self.saving = SurveySaving(context, self)
        self.saving.begin(survey_id)
        self.acts = BuilderActs(context, self, survey_id)
        self.count = SheetCount(context, self, survey_id)
        self._words = PieceWords(self)
        self.setProperty("noFocusRing", True)
        self._ordered = QTimer(self)
        self._ordered.setSingleShot(True)
        self._ordered.setInterval(0)
        self._build()
        self._connect()
        set_shown(self.print_button, "print" in offered)
        self.checks.set_trial_offered(is_offered="trial" in offered)
        self._fit()

    @property
    def view(self) -> SurveyView | None:
        """As it is kept; None until it was read."""
        return self._view

    def refresh(self) -> None:
        """Ask for the survey anew; what is typed here stays."""
        survey_id = self.survey_id

        def op(session: Session, _control: JobControl) -> tuple[SurveyView, SheetShop]:
            from app.queries.shop import shop_fields
            from app.queries.surveys import survey_view

            shop = shop_fields(session)
            return survey_view(session, survey_id), SheetShop(shop.name, shop.phone)

        self._context.tasks.query(op, self._on_view, owner=self, failed=self._on_unread, replaces="survey")

    def may_leave(self, go: Callable[[], None]) -> bool:
        """What was typed a moment ago is kept before anything else happens."""
        self.saving.save_now()
        return True

    def trigger_primary(self) -> None:
        if self.print_button.isVisible() and self.print_button.isEnabled():
            self.print_button.click()

    def focus_search(self) -> None:
        self.questions.take_keyboard()

    def undo(self) -> bool:
        self.draft.undo()
        return True

    def redo(self) -> bool:
        self.draft.redo()
        return True

    def begin_from(self, ready: SurveyTemplate) -> None:
        """The questions and words of a ready-made one in place of those there are; one step back undoes it."""
        self.draft.change(replace(ready.content, title=self.draft.content.title), words=self.tr("Begin from a ready-made survey"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader("", is_title_long=True)
        self.back = self.header.add_back(self.tr("Back"))
        self.state_chip = Chip("", Tone.ACCENT)
        self.header.add_beside_title(self.state_chip)
        papers = [("a4", "A4"), ("a5", "A5"), ("a5x2", self.tr("2 of A5"))]
        self.paper = Segmented(papers, name=self.tr("Paper"))
        self.language = Segmented([("ja", "日本語"), ("en", "English")], name=self.tr("Language of the sheet"))
        self.pdf_button = NormalButton(self.tr("Make a PDF"), "download")
        words = self.tr("The sheet as it looks, to show to somebody. It has no code: sheets to be filled in are printed.")
        self.pdf_button.setToolTip(plain_tooltip(words))
        self.print_button = PrimaryButton(self.tr("Print sheets"), "printer")
        self.print_button.set_shortcut_hint("Ctrl+Return", live=False)
        self._choices = boxed(row(self.paper, self.language, gap=10))
        self._choice_place = row(gap=0)
        self.header.add(boxed(self._choice_place))
        self.header.add(self.pdf_button)
        self.header.set_primary(self.print_button)
        self._choice_line = row(STRETCH, gap=0)
        self.questions = QuestionList(self.draft, self._context.messages)
        self.desk = Desk()
        self.checks = ChecksColumn()
        self.tabs = Tabs([("questions", self.tr("Questions")), ("checks", self.tr("Check"))], self.tr("Questions or checks"))
        self.columns = SideColumns(("questions", self.questions), self.desk, ("checks", self.checks), self.tabs)
        layout = column(self.header, self._choice_line, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self.columns, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.paper.changed.connect(self._on_paper)
        self.language.changed.connect(self._on_language)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.print_button.clicked.connect(self._on_print)
        self.questions.removed.connect(self._on_removed)
        self.questions.templates_requested.connect(self.templates_requested)
        self.draft.changed.connect(self._on_changed)
        self.desk.asked.connect(self._ask)
        self._ordered.timeout.connect(lambda: keep_tab_order(self))
        self.questions.laid_out.connect(self._ordered.start)
        self.draft.opened.connect(self._ordered.start)
        self.live.made.connect(self._on_made)
        self.saving.saved.connect(self._on_saved)
        self.saving.gone.connect(self.back_requested)
        self.acts.translated.connect(self._on_translated)
        self.count.counted.connect(self._on_counted)
        self.checks.open_chosen.connect(self._on_open_chosen)
        self.checks.larger_chosen.connect(self._on_larger)
        self.checks.rules_changed.connect(self._on_rules)
        self.checks.try_requested.connect(lambda: self.place_requested.emit("trial"))
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px, is_folded = theme_of(self).px, self.columns.is_narrow()
        self.questions.set_short(is_short=self.height() < px(LOW_BELOW))
        left = px(FOLDED_WIDTH if is_folded else LEFT_WIDTH)
        if self.columns.fold(is_folded=is_folded, left=left, right=left if is_folded else px(RIGHT_WIDTH)):
            self._choice_line.removeWidget(self._choices)
            if is_folded:
                self._choice_line.insertWidget(0, self._choices)
            else:
                self._choice_place.addWidget(self._choices)
            self._ordered.start()

    def _on_view(self, answer: tuple[SurveyView, SheetShop]) -> None:
        view, self._shop = answer
        is_first = self._view is None
        self._take(view)
        self.choice, self.is_open = view.choice, view.is_open
        if is_first:
            self._kept = view.content
            self.draft.begin(view.content)
            self.desk.begin()
            self.questions.stand_on_first()
        elif not self.saving.is_waiting and view.content != self._kept:
            self._kept = view.content
            self.draft.take(view.content)
        self._show_choice()
        self._ask(is_at_once=True)
        self.count.ask(self.choice, is_open=self.is_open)

    def _on_unread(self, error: Exception) -> None:
        self._context.messages.error(error)
        if isinstance(error, SurveyGone):
            self.back_requested.emit()

    def _take(self, view: SurveyView) -> None:
        self._ordered.start()
        self._view = view
        self.state_chip.set(state_word(view.state), _STATE_TONES[view.state])
        self._show_saved()
        self.checks.set_view(view, view.rules, is_open=self.is_open)

    def _show_saved(self) -> None:
        if self._view is not None:
            self.header.set_fact(saved_words(self._view, self._context.clock, is_waiting=self.saving.is_waiting))

    def _show_choice(self) -> None:
        choice = self.choice
        self.paper.set_current(next(key for key, one in _PAPERS.items() if one == (choice.paper, choice.per_page)))
        self.desk.set_paper(choice.paper)
        self.checks.set_larger(choice.size)
        if self._view is not None:
            self.checks.set_view(self._view, self._view.rules, is_open=self.is_open)

    def _on_changed(self) -> None:
        content = self.draft.content
        self.header.set_title(content.title or self.tr("No title yet"))
        self.language.set_current(content.language)
        self.checks.set_problem(self._problem(content))
        self._keep()
        self._ask()

    def _keep(self) -> None:
        """What is not kept yet will be in a moment; without a title under the one before."""
        if self._view is None:
            return
        content = self.draft.content
        wanted = replace(content, title=collapse_spaces(content.title) or self._view.content.title)
        # While something is being kept it may be changed back to what was there before.
        if wanted != self._kept or self.saving.is_waiting:
            self.saving.save_soon(wanted)
        self._show_saved()

    def _problem(self, content: SurveyContent) -> str:
        try:
            content.checked()
        except SurveyError as error:
            return self._context.messages.sentence(error)
        return ""

    def _ask(self, *, is_at_once: bool = False) -> None:
        if self._view is not None:
            request = SheetRequest(self.draft.content, self.choice, self._shop, self.desk.page, self.desk.page_pixels())
            self.live.ask(request, now=is_at_once)

    def _on_made(self, seen: SheetSeen, request: SheetRequest) -> None:
        self.sheet_of, self.sheet_page = request.content, seen.page
        self.desk.show_sheet(seen, sheet_words(request.choice, seen.pages))
        self.checks.set_remarks(seen.remarks)

    def _on_saved(self, view: SurveyView, _outcome: SurveyOutcome) -> None:
        self._kept = view.content
        self._take(view)

    def _on_removed(self, text: str) -> None:
        words = self.tr("The question “{text}” is removed").format(text=text)
        self.saving.save_now(lambda outcome: self._context.messages.toast(words, undo_action_id=outcome.action_id))

    def _on_paper(self, key: object) -> None:
        paper, per_page = _PAPERS[str(key)]
        self._choose(SheetChoice(paper, per_page, self.choice.size))

    def _on_larger(self, is_larger: bool) -> None:
        self._choose(replace(self.choice, size=TypeSize.LARGE if is_larger else TypeSize.NORMAL))

    def _choose(self, choice: SheetChoice) -> None:
        self.choice = choice
        self._show_choice()
        self._ask(is_at_once=True)
        self.acts.keep_choice(choice, is_open=self.is_open)

    def _on_open_chosen(self, is_open: bool) -> None:
        self.is_open = is_open
        self._show_choice()
        self.acts.keep_choice(self.choice, is_open=is_open)
        self.count.ask(self.choice, is_open=is_open)

    def _on_counted(self, sheets: int) -> None:
        self.checks.set_sheets(0 if self.is_open else sheets)
        self.print_button.setText(self._words.print_button(WorkKind.SURVEY, sheets) if sheets else self.tr("Print sheets"))

    def _on_rules(self, rules: SurveyRules) -> None:
        self.acts.change_rules(rules)

    def _on_language(self, wanted: object) -> None:
        if isinstance(wanted, str) and wanted != self.draft.content.language:
            self.acts.translate(self.draft.content, wanted)

    def _on_translated(self, content: SurveyContent) -> None:
        words = self.tr("Change the language of the sheet")
        self.draft.change(content, words=words, at=self.draft.open_key)

    def _on_pdf(self) -> None:
        self.acts.make_pdf(self.draft.content, self.choice, self._shop)

    def _on_print(self) -> None:
        problem = self._problem(self.draft.content)
        if problem:
            self.tabs.set_current("checks")
            self._context.messages.toast(problem)
            return
        self.saving.save_now()
        self.place_requested.emit("print")
