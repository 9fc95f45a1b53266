"""From a survey to its printed sheets: for named customers with the check list, or open ones for anybody."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.cards import Card, CardDesign, CardOptions, CardText
from app.domain.piece_pages import Span
from app.domain.print_runs import PlanLine, PrintOutcome, PrintSettings, sender_of
from app.domain.prints import PrintKind
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.survey_jobs import SurveyJob, places_of
from app.domain.survey_prints import PrintedSheet
from app.domain.survey_sheets import SheetChoice
from app.models.sheet_rows import layout_like
from app.models.survey_versions import content_of, newest_version
from app.printing.survey_layout import lay_out
from app.printing.survey_pieces import laid_for, shop_of
from app.printing.survey_sheets import write_sheets
from app.queries.codes import codes_for
from app.queries.shop import print_settings, shop_fields
from app.queries.surveys import survey_view
from app.reports.card_runs import MadeRun, check_list, made_run, people_for
from app.services.survey_sheets import record_open_run


def job_at_hand(session: Session, survey_id: int, choice: SheetChoice, *, is_named: bool) -> SurveyJob:
    """The job as it would be printed, without anything being made for it: of sheets that were never printed so the layout has the
    number 0. SurveyGone and what SurveyContent.checked raises."""
    content, newest = survey_view(session, survey_id).content.checked(), newest_version(session, survey_id)
    laid = lay_out(content, choice)
    places = places_of(laid.layout)
    row = None if newest is None or content_of(newest) != content else layout_like(session, newest.id, places)
    number = 0 if newest is None else newest.number
    return SurveyJob(survey_id, number, 0 if row is None else row.id, places, content, choice, laid.layout.pages, is_named)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """`lines`: everybody asked for, with what stands against each; those that are not stopped get a sheet."""

    card: Card
    settings: PrintSettings
    lines: tuple[PlanLine, ...]

    @property
    def kept(self) -> tuple[PlanLine, ...]:
        return tuple(line for line in self.lines if not line.is_stopped)

    @property
    def stopped(self) -> tuple[PlanLine, ...]:
        return tuple(line for line in self.lines if line.is_stopped)


def sheet_card(session: Session, job: SurveyJob, day: date) -> Card:
    """The job as the print house has it."""
    shop = shop_fields(session)
    options = CardOptions(paper=job.paper, print_joint_names=False)
    sender = sender_of(shop, job.content.language)
    return Card(CardDesign.PLAIN, CardText(), sender, options, day, kind=PrintKind.SURVEY, survey=job)


def sheet_plan(session: Session, job: SurveyJob, customer_ids: Sequence[int], today: date, progress: Progress = NO_PROGRESS) -> SheetPlan:
    """Who gets a sheet, and who does not and why. SheetsChanged, Cancelled."""
    settings = replace(PrintSettings.from_json(print_settings(session)), print_joint_names=False)
    card = sheet_card(session, job, today)
    return SheetPlan(card, settings, check_list(people_for(session, customer_ids, today), settings, card, progress))


def made_sheets(
    session: Session, plan: SheetPlan, kept: Sequence[PlanLine], *, notes_places: bool = False, progress: Progress = NO_PROGRESS
) -> MadeRun:
    """The pages for these lines of a plan, ready for `record_run`; the others of the plan are left out. NothingToPrint, Cancelled."""
    codes = codes_for(session, plan.card, (line.candidate.customer_id for line in kept))
    left = [line for line in plan.lines if line not in kept]
    return made_run(kept, plan.settings, plan.card, codes=codes, left_out=left, notes_places=notes_places, progress=progress)


def open_document(card: Card, codes: Sequence[str], progress: Progress = NO_PROGRESS) -> bytes:
    """The pages of open sheets with these codes, as `draw_open_sheets` noted them. SheetsChanged, Cancelled."""
    if card.survey is None:
        raise ValueError("no survey")
    out = io.BytesIO()
    sheets = [PrintedSheet(code) for code in codes]
    write_sheets(laid_for(card.survey), shop_of(card), sheets, card.survey.layout, out, progress, calibration=card.options.calibration)
    return out.getvalue()


def record_open(session: Session, card: Card, codes: Sequence[str], document: bytes, *, now: datetime, today: date) -> PrintOutcome:
    """As `record_open_run`."""
    return record_open_run(session, card, codes, document, now=now, today=today)


def spans_of_sheets(card: Card, sheets: int) -> tuple[Span, ...]:
    """On which pages each of so many sheets lies."""
    if card.survey is None:
        raise ValueError("no survey")
    choice, pages = card.survey.choice, card.survey.pages
    return tuple((choice.place_of(one, 0, pages)[0], choice.place_of(one, pages - 1, pages)[0]) for one in range(sheets))
