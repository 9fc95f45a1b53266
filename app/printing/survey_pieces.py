"""The sheets of a survey as pieces of a run."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cards import Card, Recipient
from app.domain.codes import code_in
from app.domain.print_problems import NothingToPrint
from app.domain.progress import Progress
from app.domain.survey_jobs import SheetsChanged, SurveyJob, places_of
from app.domain.survey_prints import PrintedSheet, SheetShop
from app.printing.geometry import MM, Box
from app.printing.house import PlacedField, placed_box
from app.printing.pdf import PdfFile
from app.printing.survey_layout import LaidOut, lay_out
from app.printing.survey_sheets import add_sheets, page_paper, shift_of


def write_pieces(file: PdfFile, recipients: Sequence[Recipient], job: Card, progress: Progress) -> list[PlacedField]:
    """A sheet for each, one or two on a page. NothingToPrint, SheetsChanged, Cancelled."""
    survey = _survey_of(job)
    laid = laid_for(survey)
    sheets = [_sheet(one, survey) for one in recipients]
    first = file.pages
    add_sheets(file, laid, shop_of(job), sheets, survey.layout, progress, calibration=job.options.calibration)
    if not file.notes_places:
        return []
    return [one for place, recipient in enumerate(recipients) for one in _placed(laid, job, place, recipient.key, first)]


def overflows(recipient: Recipient, job: Card) -> bool:
    """Never: the name at the head of the sheet is set as small as it has to be."""
    return False


def laid_for(survey: SurveyJob) -> LaidOut:
    """The layout of a job, as it was when it was first printed. SheetsChanged."""
    laid = lay_out(survey.content, survey.choice)
    if places_of(laid.layout) != survey.places:
        raise SheetsChanged()
    return laid


def shop_of(job: Card) -> SheetShop:
    return SheetShop(job.sender.shop, job.sender.phone)


def _sheet(recipient: Recipient, survey: SurveyJob) -> PrintedSheet:
    code = code_in(recipient.code)
    return PrintedSheet(code, recipient.name, recipient.honorific) if survey.is_named else PrintedSheet(code)


def _survey_of(job: Card) -> SurveyJob:
    if job.survey is None:
        raise NothingToPrint()
    return job.survey


def _placed(laid: LaidOut, job: Card, place: int, customer: str, first: int) -> list[PlacedField]:
    """Where the boxes of the sheet at a place (from 0) of the run lie."""
    paper = page_paper(laid)
    placed = []
    for one in laid.layout.boxes:
        area = one.area
        page, half = laid.choice.place_of(place, area.page, laid.layout.pages)
        box = Box((area.x + shift_of(laid, half)) / MM, paper.height - (area.y + area.h) / MM, area.w / MM, area.h / MM)
        name, shift = f"{one.question}|{one.option}", job.options.calibration
        placed.append(placed_box(box, name, piece=place + 1, customer=customer, page=first + page, paper=paper, calibration=shift))
    return placed
