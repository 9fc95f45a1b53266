"""Printing the sheets of a survey: whose each is, what stays when the run is taken back, and that no code is anybody else's."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.codes import code_in
from app.domain.survey_errors import NoNamesOfStaff
from app.domain.survey_jobs import CopiesOfSheets, SheetsChanged, places_of
from app.domain.survey_sheets import SheetChoice, SheetLayout, SheetPaper
from app.domain.surveys import Audience, Question, QuestionKind, SurveyContent
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.models.surveys import SurveyLayout, SurveySheet
from app.printing.survey_layout import lay_out
from app.queries.prints_log import print_log
from app.queries.surveys import printed_form, surveys
from app.reports.run_record import record_run
from app.reports.survey_runs import made_sheets, open_document, record_open, sheet_card, sheet_plan
from app.services.actions import redo, undo
from app.services.survey_sheets import draw_open_sheets, prepare_sheets
from app.services.surveys import create_survey, save_draft
from tests.factories import NOW, TODAY, add_customer

VISIT = SurveyContent(
    "ご来店後アンケート",
    "ja",
    (
        Question("q1", QuestionKind.NPS, "すすめたいと思いますか"),
        Question("q2", QuestionKind.SINGLE, "またお越しになりますか", ("はい", "いいえ")),
        Question("q3", QuestionKind.TEXT, "お気づきのこと"),
    ),
)
A4, PAIR = SheetChoice(), SheetChoice(SheetPaper.A5, 2)


@pytest.fixture
def survey_id(database: Database) -> int:
    with database.write() as session:
        return create_survey(session, VISIT, now=NOW).survey_id


def _print(database: Database, survey_id: int, people: list[int], choice: SheetChoice = A4) -> Any:
    with database.write() as session:
        job = prepare_sheets(session, survey_id, choice, is_named=True, now=NOW)
    with database.read() as session:
        plan = sheet_plan(session, job, people, TODAY)
        made = made_sheets(session, plan, plan.kept, notes_places=True)
    with database.write() as session:
        return record_run(session, made, now=NOW, today=TODAY, notes_places=True)


def test_every_named_sheet_is_the_customers_and_stays_when_the_run_is_taken_back(database: Database, survey_id: int) -> None:
    with database.write() as session:
        people = [add_customer(session, name) for name in ("吉田 和子", "林 太郎", "森 花")]
    done = _print(database, survey_id, people)
    with database.read() as session:
        sheets = session.scalars(select(SurveySheet).order_by(SurveySheet.position)).all()
        pieces = session.scalars(select(PrintPiece).order_by(PrintPiece.position)).all()
        assert [(sheet.code, sheet.customer_id) for sheet in sheets] == [(piece.code, piece.customer_id) for piece in pieces]
        assert [sheet.customer_id for sheet in sheets] == people
        assert {sheet.wave for sheet in sheets} == {TODAY.replace(day=1)}
        assert {sheet.run_id for sheet in sheets} == {done.outcome.run_id}
        assert [row.handed_out for row in surveys(session)] == [3]
    with database.write() as session:
        undo(session, now=NOW)
        assert session.scalars(select(PrintRun)).all() == []
        assert [row.handed_out for row in surveys(session)] == [0]
        assert len(session.scalars(select(SurveySheet)).all()) == 3
        redo(session, now=NOW)
        assert [row.handed_out for row in surveys(session)] == [3]


def test_printed_again_after_taking_back_it_is_the_same_sheet(database: Database, survey_id: int) -> None:
    with database.write() as session:
        people = [add_customer(session)]
    first = _print(database, survey_id, people)
    with database.write() as session:
        undo(session, now=NOW)
    again = _print(database, survey_id, people)
    assert again.pieces == first.pieces
    with database.read() as session:
        (sheet,) = session.scalars(select(SurveySheet)).all()
        assert sheet.run_id == again.outcome.run_id


def test_the_code_of_a_sheet_is_never_given_to_anybody_else(database: Database, survey_id: int) -> None:
    """A sheet of a run that was taken back may still come back through the scanner."""
    with database.write() as session:
        first, second = add_customer(session, "吉田 和子"), add_customer(session, "林 太郎")
    (own,) = _print(database, survey_id, [first]).pieces
    with database.write() as session:
        undo(session, now=NOW)
        # As if the paper that is out had the very code that the other customer would draw next.
        sheet = session.scalars(select(SurveySheet)).one()
        job = prepare_sheets(session, survey_id, A4, is_named=True, now=NOW)
        plan = sheet_plan(session, job, [second], TODAY)
        drawn = made_sheets(session, plan, plan.kept).run.pieces[0].code
        sheet.code = drawn
        session.flush()
        other = made_sheets(session, plan, plan.kept).run.pieces[0].code
    assert own[1] != drawn
    assert other != drawn


def test_open_sheets_have_codes_of_their_own_and_no_customer(database: Database, survey_id: int) -> None:
    with database.write() as session:
        job = prepare_sheets(session, survey_id, PAIR, is_named=False, now=NOW)
        codes = draw_open_sheets(session, job, 5, today=TODAY)
        more = draw_open_sheets(session, job, 5, today=TODAY)
        card = sheet_card(session, job, TODAY)
    assert len({*codes, *more}) == 10
    assert all(code_in(code) == code for code in codes)
    document = open_document(card, codes)
    with database.write() as session:
        record_open(session, card, codes, document, now=NOW, today=TODAY)
    with database.read() as session:
        (run,) = print_log(session)
        assert (run.pieces, run.title, run.stock, run.has_people, run.has_document) == (5, "ご来店後アンケート", "A4", False, True)
        # Of those that were drawn and never printed nothing was handed out.
        assert [row.handed_out for row in surveys(session)] == [5]
        assert {sheet.customer_id for sheet in session.scalars(select(SurveySheet))} == {None}


@pytest.mark.parametrize("is_named", [True, False])
def test_sheets_from_before_a_restore_are_never_taken_for_those_printed_after_it(database: Database, is_named: bool) -> None:
    """The file of this morning is brought back, and another survey gets the numbers of the one that is on paper: same layout, same day."""
    with database.write() as session:
        people = [add_customer(session)]
    lost = _codes_of(database, VISIT, people, is_named=is_named)
    other = replace(VISIT, questions=(replace(VISIT.questions[0], text="どのくらい不満でしたか"), *VISIT.questions[1:]))
    assert _codes_of(database, VISIT, people, is_named=is_named) == lost
    assert not set(_codes_of(database, other, people, is_named=is_named)) & set(lost)


class _BroughtBack(Exception):
    pass


def _codes_of(database: Database, content: SurveyContent, people: list[int], *, is_named: bool) -> list[str]:
    """The codes of sheets of a new survey, of which the shop's file knows nothing afterwards."""
    codes: list[str] = []
    with pytest.raises(_BroughtBack), database.write() as session:
        number = create_survey(session, content, now=NOW).survey_id
        job = prepare_sheets(session, number, A4, is_named=is_named, now=NOW)
        if is_named:
            plan = sheet_plan(session, job, people, TODAY)
            codes += [piece.code for piece in made_sheets(session, plan, plan.kept).run.pieces]
        else:
            codes += draw_open_sheets(session, job, 3, today=TODAY)
        raise _BroughtBack
    return codes


def test_no_names_stand_on_sheets_of_the_staff(database: Database) -> None:
    with database.write() as session:
        staff = create_survey(session, VISIT, Audience.STAFF, now=NOW).survey_id
        with pytest.raises(NoNamesOfStaff):
            prepare_sheets(session, staff, A4, is_named=True, now=NOW)
        assert not prepare_sheets(session, staff, A4, is_named=False, now=NOW).is_named


@pytest.mark.parametrize("copies", [0, 5_001])
def test_too_many_open_sheets_are_refused(database: Database, survey_id: int, copies: int) -> None:
    with database.write() as session:
        job = prepare_sheets(session, survey_id, A4, is_named=False, now=NOW)
        with pytest.raises(CopiesOfSheets):
            draw_open_sheets(session, job, copies, today=TODAY)


def test_a_layout_is_kept_with_its_version_and_used_again(database: Database, survey_id: int) -> None:
    with database.write() as session:
        first = prepare_sheets(session, survey_id, A4, is_named=True, now=NOW)
        again = prepare_sheets(session, survey_id, A4, is_named=False, now=NOW)
        pair = prepare_sheets(session, survey_id, PAIR, is_named=True, now=NOW)
        save_draft(session, survey_id, SurveyContent("別の題", "ja", VISIT.questions), now=NOW)
        changed = prepare_sheets(session, survey_id, A4, is_named=True, now=NOW)
    assert first.layout == again.layout
    assert len({first.layout, pair.layout, changed.layout}) == 3
    assert (first.version, changed.version) == (1, 2)
    with database.read() as session:
        form = printed_form(session, first.layout)
        assert (form.version, form.content, form.layout.to_json()) == (1, VISIT, lay_out(VISIT, A4).layout.to_json())
        assert form.drawn.startswith(b"%PDF")


def test_the_rest_of_a_run_is_not_printed_by_another_layout(database: Database, survey_id: int) -> None:
    with database.write() as session:
        people = [add_customer(session)]
        job = prepare_sheets(session, survey_id, A4, is_named=True, now=NOW)
        plan = sheet_plan(session, job, people, TODAY)
        survey = plan.card.survey
        assert survey is not None
        moved = replace(plan, card=replace(plan.card, survey=replace(survey, places="another")))
        with pytest.raises(SheetsChanged):
            made_sheets(session, moved, plan.kept)


def test_the_places_that_are_kept_are_those_that_are_drawn(database: Database, survey_id: int) -> None:
    with database.write() as session:
        job = prepare_sheets(session, survey_id, A4, is_named=True, now=NOW)
        kept = session.get_one(SurveyLayout, job.layout).content
    assert places_of(SheetLayout.from_json(json.loads(json.dumps(kept)))) == job.places


def test_of_two_sheets_on_a_page_the_right_one_lies_half_a_page_further(database: Database, survey_id: int) -> None:
    with database.write() as session:
        people = [add_customer(session, name) for name in ("吉田 和子", "林 太郎", "森 花")]
    done = _print(database, survey_id, people, PAIR)
    half = 148.5 / 25.4 * 72
    places = {one.piece: (one.page, one.x) for one in reversed(done.placed) if one.field == "q1|0"}
    assert places[2] == (places[1][0], pytest.approx(places[1][1] + half, abs=0.02))
    assert places[3][0] > places[1][0]
