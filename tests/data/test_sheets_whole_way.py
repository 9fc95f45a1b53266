"""From the print run to the customer and back: sheets that simulated people filled in are scanned in a pile, and each answer is found with
the one whose sheet it is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.survey_pages import PageState
from app.domain.survey_queue import PageReason, TakenPage
from app.domain.survey_sheets import SheetChoice, SheetCode, SheetLayout, SheetPaper
from app.domain.surveys import ResponseState
from app.models.answer_rows import read_answers
from app.models.database import Database
from app.models.surveys import SurveyPage, SurveyResponse, SurveySheet
from app.printing.survey_templates import survey_templates
from app.reports.run_record import record_run
from app.reports.survey_reading import FormBook, stored_forms, taken_page
from app.reports.survey_runs import made_sheets, sheet_plan
from app.scanning.reading import PageResult
from app.scanning.sheets import read_sheet
from app.services.survey_scans import take_in
from app.services.survey_sheets import prepare_sheets
from app.services.surveys import create_survey
from tests.factories import NOW, TODAY, add_customer
from tests.sheets.filling import USUAL, Filling
from tests.sheets.levels import Level, picture_of
from tests.sheets.paper import Paper
from tests.sheets.printed import Grey, drawn
from tests.sheets.reading import opened
from tests.sheets.truth import SheetTruth

NAMES = ("吉田 和子", "林 太郎", "森 花", "石井 美代子", "大野 健", "小川 翔")
CHOICE = SheetChoice(SheetPaper.A5)
DPI = 240
LEVELS = (Level.SCAN, Level.PHOTO, Level.COPIER)


def _print(database: Database) -> tuple[int, SheetLayout, list[Grey], dict[str, int]]:
    """The layout and its number, the printed pages, and whose each code is."""
    with database.write() as session:
        people = [add_customer(session, name) for name in NAMES]
        content = next(one.content for one in survey_templates("ja") if one.key == "shop_visit")
        survey_id = create_survey(session, content, now=NOW).survey_id
        job = prepare_sheets(session, survey_id, CHOICE, is_named=True, now=NOW)
    with database.read() as session:
        plan = sheet_plan(session, job, people, TODAY)
        made = made_sheets(session, plan, plan.kept, notes_places=True)
    with database.write() as session:
        done = record_run(session, made, now=NOW, today=TODAY, notes_places=True)
    with database.read() as session:
        layout = stored_forms(session)[job.layout].layout
        owners = {sheet.code: sheet.customer_id for sheet in session.scalars(select(SurveySheet).order_by(SurveySheet.position))}
    return job.layout, layout, list(drawn(done.document, DPI)), {code: owner for code, owner in owners.items() if owner is not None}


def _pile(number: int, layout: SheetLayout, pages: list[Grey], codes: list[str]) -> list[tuple[str, bytes, SheetTruth]]:
    """By name the file of each page and what is really on it, in the order in which somebody laid them into the scanner."""
    files = []
    for place, dots in enumerate(pages):
        random = np.random.default_rng((31, place))
        code, page = codes[place // layout.pages], place % layout.pages
        paper = Paper(dots[:, :, None].copy(), DPI)
        truth = Filling(paper, layout, SheetCode(number, page, code), random, replace(USUAL, faint=0, stray=0)).fill()
        files.append((f"scan{place:02}.jpg", picture_of(paper, LEVELS[place % len(LEVELS)], random), truth))
    order = np.random.default_rng(8).permutation(len(files))
    return [files[place] for place in order]


def _taken(book: FormBook, name: str, stored: bytes) -> TakenPage:
    made = read_sheet(opened(stored), book)
    result = PageResult(Path(name), 0, 1, made.state, made.read, made.picture, made.crops, None, made.corners, made.is_blank)
    return taken_page(result, hashlib.sha256(stored).hexdigest())


def _answered(truths: list[SheetTruth]) -> dict[str, dict[str, tuple[str, ...]]]:
    """By code and question what was really ticked."""
    told: dict[str, dict[str, tuple[str, ...]]] = {}
    for truth in truths:
        for box in truth.boxes:
            if box.is_ticked:
                by_question = told.setdefault(truth.code, {})
                by_question[box.question] = (*by_question.get(box.question, ()), box.option)
    return told


def _owners_of_pages(session: Session) -> dict[str, int | None]:
    rows = session.execute(
        select(SurveyPage.file_name, SurveySheet.customer_id).join(SurveySheet, SurveyPage.sheet_id == SurveySheet.id)
    ).all()
    return {name: customer for name, customer in rows}


def _settled(session: Session) -> Mapping[int | None, dict[str, tuple[str, ...]]]:
    counted = session.scalars(select(SurveyResponse).where(SurveyResponse.state == ResponseState.SETTLED)).all()
    told = read_answers(session, [row.id for row in counted])
    return {row.customer_id: {one.question: one.chosen for one in told[row.id] if one.chosen} for row in counted}


def test_each_answer_is_found_with_the_one_whose_sheet_it_is(database: Database) -> None:
    number, layout, pages, owners = _print(database)
    files = _pile(number, layout, pages, list(owners))
    with database.read() as session:
        book = FormBook(stored_forms(session))
    taken = [_taken(book, name, stored) for name, stored, _truth in files]
    again = replace(_taken(book, *files[0][:2]), file_name="again.jpg", fingerprint="another file")
    with database.write() as session:
        done = take_in(session, "受付の束", [*taken, again], now=NOW, today=TODAY)
        assert set(done.pages[:-1]) <= {PageState.READ, PageState.WAITING, PageState.SETTLED}
        assert session.scalars(select(SurveyPage.reason).where(SurveyPage.file_name == "again.jpg")).one() == PageReason.SAME_ANSWERS
        whose = _owners_of_pages(session)
        assert {name: whose[name] for name, _stored, _truth in files} == {name: owners[truth.code] for name, _stored, truth in files}
        told, counted = _answered([truth for _name, _stored, truth in files]), _settled(session)
        assert len(counted) >= 2
        assert counted == {customer: told[code] for code, customer in owners.items() if customer in counted}
