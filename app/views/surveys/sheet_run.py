"""Printing the sheets of a survey: for whom, who is left out and why, and then the printer or a file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.print_cost import job_cost
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import YEN, PrintGroup
from app.domain.sheet_people import SheetPeople
from app.domain.survey_prints import SheetShop
from app.domain.survey_sheets import SheetChoice, SheetPaper
from app.jobs.job import JobControl
from app.views.printing.acts import PrintActs, RunRequest
from app.views.printing.kinds import PieceWords
from app.views.printing.once_more import OnceMore
from app.views.printing.printers import Printers
from app.views.printing.recipients_card import RecipientsCard
from app.views.printing.run_state import RunState
from app.views.printing.unanswered import Unanswered
from app.views.printing.words import reasons
from app.views.surveys.live_sheet import LiveSheet, SheetRequest, SheetSeen
from app.views.surveys.sheet_acts import OpenRequest, OpenSheets
from app.views.surveys.sheet_desk import Desk
from app.views.surveys.sheet_people import GIVEN, LATELY, SheetPeopleCard
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.layouts import column, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.side_columns import SideColumns
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.survey_jobs import SurveyJob
    from app.reports.survey_runs import SheetPlan

LEFT_WIDTH, RIGHT_WIDTH = 300, 280


class SheetRunView(QWidget):
    """`open_with(customer_ids=…, title=…)` offers the people somebody comes with."""

    back_requested = Signal()
    shows = frozenset({Entity.SURVEY, Entity.CUSTOMER, Entity.PURCHASE, Entity.PRINT_RUN, Entity.SHOP, Entity.GROUP})

    def __init__(self, context: AppContext, survey_id: int, printers: Printers | None = None) -> None:
        super().__init__()
        self._context = context
        self._survey_id = survey_id
        self._given: tuple[tuple[int, ...], str] = ((), "")
        self._found: SheetPeople | None = None
        self._plan: SheetPlan | None = None
        self._run = RunState()
        self._asked: tuple[bool, Hashable | None] | None = None
        self._live = LiveSheet(context, self)
        self._words = PieceWords(self)
        self._once_more = OnceMore(context, self)
        self._acts = PrintActs(context, self, printers)
        self._open_acts = OpenSheets(context, self, printers)
        self._build(printers)
        self._connect()

    def open_with(self, **arguments: Any) -> None:
        self._given = tuple(arguments.get("customer_ids", ())), str(arguments.get("title", ""))

    def refresh(self) -> None:
        survey_id, today = self._survey_id, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> SheetPeople:
            from app.queries.survey_people import sheet_people

            return sheet_people(session, survey_id, today)

        self._context.tasks.query(op, self._on_people, owner=self, failed=self._on_gone, replaces="people")

    def trigger_primary(self) -> None:
        if self.print_button.isEnabled():
            self.print_button.click()

    def focus_search(self) -> None:
        self.people.groups.setFocus()

    def may_leave(self, _go: Callable[[], None]) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def make_pdf(self, path: Path) -> None:
        """The sheets as a file there, noted as handed over."""
        self._print(path)

    def _build(self, printers: Printers | None) -> None:
        self.header = PageHeader("", is_title_long=True)
        self.back = self.header.add_back(self.tr("Back"))
        self.pdf_button = NormalButton(self.tr("Make a PDF"), "download")
        self.pdf_button.setToolTip(self.tr("The pages go into a file and are recorded as handed over, as when they are printed."))
        self.print_button = PrimaryButton("", "printer")
        self.print_button.set_shortcut_hint("Ctrl+Return", live=False)
        self.header.add(self.pdf_button)
        self.header.set_primary(self.print_button)
        self.people = SheetPeopleCard(self._context)
        self.recipients = RecipientsCard(self._context, printers)
        set_shown(self.recipients.order, False)
        self.desk = Desk()
        self.tabs = Tabs([("whose", self.tr("For whom")), ("sheets", self.tr("Sheets"))], self.tr("For whom, or the sheets"))
        self.columns = SideColumns(("whose", self.people), self.desk, ("sheets", self.recipients), self.tabs)
        layout = column(self.header, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self.columns, 1)
        self.setLayout(layout)
        self._fit()
        self._show_numbers()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.people.changed.connect(self._ask_plan)
        self.people.customer_chosen.connect(self._on_customer)
        self.recipients.others_requested.connect(self._on_all)
        self.recipients.tick_requested.connect(self._on_tick)
        self.recipients.opened.connect(self._on_person)
        self.recipients.chosen.connect(self._on_chosen)
        self.desk.asked.connect(self._show_sheet)
        self._live.made.connect(self._on_sheet)
        theme_of(self).changed.connect(self._fit)
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(self._on_pdf)
        for acts in (self._acts, self._open_acts):
            acts.ended.connect(self._show_numbers)
            acts.printed.connect(self._on_printed)
        # Whether all came out is asked on the page of printing.
        self._acts.given_away.connect(Unanswered(self._context).add)

    def _fit(self) -> None:
        px, is_folded = theme_of(self).px, self.columns.is_narrow()
        right = LEFT_WIDTH if is_folded else RIGHT_WIDTH
        self.columns.fold(is_folded=is_folded, left=px(LEFT_WIDTH), right=px(right))

    def _on_people(self, found: SheetPeople) -> None:
        self._found = found
        self.header.set_title(found.survey.content.title)
        self.people.show_people(found, len(self._given[0]), self._given[1])
        self._ask_plan()

    def _on_gone(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.back_requested.emit()

    def _paper_words(self, choice: SheetChoice, pages: int) -> str:
        """`pages` of one sheet: those of one person are not cut apart."""
        if choice.per_page == 2 and pages > 1:
            return self.tr("Two A5 pages of a sheet on a page of A4")
        if choice.per_page == 2:
            return self.tr("Two A5 sheets on a page of A4, to be cut")
        return self.tr("A4 sheets") if choice.paper is SheetPaper.A4 else self.tr("A5 sheets")

    def _ask_plan(self) -> None:
        found = self._found
        if found is None:
            return
        survey_id, choice, today = self._survey_id, found.survey.choice, self._context.clock.today()
        is_open, key, given = self.people.is_open, self.people.group(), self._given[0]

        def op(session: Session, control: JobControl) -> SheetPlan:
            from app.reports.survey_runs import job_at_hand, sheet_plan

            job = job_at_hand(session, survey_id, choice, is_named=not is_open)
            ids = () if is_open else _ids_of(session, key, found, given, self._context)
            return sheet_plan(session, job, ids, today, control)

        self._context.tasks.query(op, self._on_plan, owner=self, failed=self._on_unfit, replaces="plan")

    def _on_plan(self, plan: SheetPlan) -> None:
        self._plan = plan
        asked = (self.people.is_open, self.people.group())
        if asked != self._asked:
            # Of the same people read anew it stays who was left out by hand, and whose sheet lies on the desk.
            self._asked = asked
            self._run.begin([line.candidate.customer_id for line in plan.lines])
        self._run.take_lines(plan.lines)
        self._show_numbers()

    def _on_unfit(self, error: Exception) -> None:
        self._plan = self._asked = None
        self.header.set_fact("")
        self._run.begin(())
        self._show_numbers()
        self._context.messages.error(error)

    def _count(self) -> int:
        return self.people.copies_wanted() if self.people.is_open else len(self._run.printed())

    def _show_numbers(self) -> None:
        count, plan, found = self._count(), self._plan, self._found
        is_busy = self._acts.is_printing or self._open_acts.is_printing
        self.print_button.setText(self._words.print_button(WorkKind.SURVEY, count))
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(bool(count) and plan is not None and not is_busy)
        if plan is None or found is None:
            return
        self.recipients.show_lines(self._run.lines, self._run.ticks())
        self._show_tick_all()
        self._show_paper(plan, count)
        self._show_sheet()
        if self.people.is_open:
            self.recipients.set_title(self.tr("Sheets without a name"))
        self.recipients.printer.show_job(WorkKind.SURVEY, plan.card)
        has_yen = found.shop.currency == YEN
        cost = job_cost(plan.card, count, self._context.clock.today(), found.rates) if has_yen else None
        self.recipients.show_cost(cost, WorkKind.SURVEY)

    def _show_paper(self, plan: SheetPlan, count: int) -> None:
        survey = plan.card.survey
        if survey is None:
            return
        words, pages = self._paper_words(survey.choice, survey.pages), survey.choice.paper_pages(count, survey.pages) if count else 0
        paper = self.tr("%n page(s) of paper", "", pages)
        self.header.set_fact(f"{words} · {paper}" if pages > count else words)

    def _show_tick_all(self) -> None:
        action = self.recipients.action
        if action is None:
            return
        set_shown(action, bool(self._run.lines) and not self.people.is_open)
        words = self.tr("Leave all out") if self._run.printed() else self.tr("Take all in")
        action.setText(words)
        action.setAccessibleName(words)

    def _on_all(self) -> None:
        """Everybody out where somebody is in; else everybody in whom nothing stands against."""
        is_wanted = not self._run.printed()
        for line in self._run.lines:
            self._run.tick(line.candidate.key, is_wanted=is_wanted and not line.is_stopped)
        self._run.current = 0
        self._show_numbers()

    def _on_customer(self, customer_id: int) -> None:
        ids, title = self._given
        self._given = (*ids, *(() if customer_id in ids else (customer_id,))), title
        if self._found is not None:
            self.people.show_people(self._found, len(self._given[0]), title)
            self.people.choose_given()
            self._asked = None
            self._ask_plan()

    def _show_sheet(self) -> None:
        plan, found = self._plan, self._found
        survey = None if plan is None else plan.card.survey
        if plan is None or survey is None or found is None:
            return
        chosen = next((line for line in self._run.lines if line.candidate.key == self._run.current), None)
        line = chosen or next(iter(self._run.printed()), None)
        name = "" if line is None or self.people.is_open else line.candidate.recipient.name
        self.desk.set_paper(survey.choice.paper)
        shop = SheetShop(found.shop.name, found.shop.phone)
        self._live.ask(SheetRequest(survey.content, survey.choice, shop, self.desk.page, self.desk.page_pixels(), name))

    def _on_sheet(self, seen: SheetSeen, request: SheetRequest) -> None:
        words = self.tr("The sheet of {name}").format(name=request.addressee) if request.addressee else self.tr("A sheet without a name")
        self.desk.show_sheet(seen, words)

    def _on_chosen(self, key: int) -> None:
        self._run.current = key
        self._show_sheet()

    def _on_tick(self, key: int) -> None:
        line = self._run.line_of(key)
        is_wanted = not self._run.is_ticked(line)
        if is_wanted and not line.can_be_printed:
            self._context.messages.toast(self.tr("There is nothing to print: {reason}").format(reason=reasons(line.problems)))
            return
        if is_wanted and line.asks_first and not self._once_more.is_sure(line):
            return
        self._run.tick(key, is_wanted=is_wanted)
        self._show_numbers()

    def _on_person(self, key: int) -> None:
        self._context.navigate.show_page("customers", customer_id=key)

    def _on_print(self) -> None:
        self._print(None)

    def _on_pdf(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._context.settings.remembered("print_folder", documents))
        name = f"{self._words.tab(WorkKind.SURVEY)} {self._context.clock.today().isoformat()}"
        title = self.tr("Make a PDF and record it as handed over")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(folder / f"{name}.pdf"), self.tr("PDF (*.pdf)"))
        if chosen:
            path = Path(chosen)
            self._context.settings.remember("print_folder", str(path.parent))
            self.make_pdf(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def _print(self, path: Path | None) -> None:
        plan, found = self._plan, self._found
        if plan is None or found is None or not self._count():
            return
        choice = self.recipients.printer.choice()
        if self.people.is_open:
            self._open_acts.print_sheets(OpenRequest(self._survey_id, found.survey.choice, self._count(), path, choice))
            self._show_numbers()
            return
        printed = self._run.printed()
        if not self._once_more.is_wanted(printed, plan.card):
            return
        now, survey_id, sheets = self._context.clock.now(), self._survey_id, found.survey.choice

        def op(session: Session, _control: JobControl) -> SurveyJob:
            from app.services.survey_sheets import prepare_sheets

            return prepare_sheets(session, survey_id, sheets, is_named=True, now=now)

        left_out, shop = self._run.left_out(), found.shop

        def prepared(job: SurveyJob) -> None:
            card = replace(plan.card, survey=job)
            self._acts.print_cards(RunRequest(printed, plan.settings, shop, card, path=path, left_out=left_out, choice=choice))
            self._show_numbers()

        self.print_button.setEnabled(False)
        self.pdf_button.setEnabled(False)
        self._context.tasks.command(op, prepared, owner=self, failed=self._on_unfit)

    def _on_printed(self, _outcome: object) -> None:
        # Else Enter, pressed once more, would print them all again.
        self.setFocus()
        self.back_requested.emit()


def _ids_of(session: Session, key: Hashable | None, found: SheetPeople, given: tuple[int, ...], context: AppContext) -> list[int]:
    from app.queries.customers import in_kana_order
    from app.queries.groups import members
    from app.queries.prints import group_ids

    today = context.clock.today()
    if key == GIVEN:
        return list(given)
    if key == LATELY:
        return list(found.lately)
    if isinstance(key, PrintGroup):
        return group_ids(session, key, today)
    return in_kana_order(session, [int(number) for number in members(session, key, today)]) if isinstance(key, int) else []
