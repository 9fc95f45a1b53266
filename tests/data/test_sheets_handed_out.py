"""How many sheets of a survey were handed out: one rule for the list and for the results."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.survey_sheets import SheetChoice
from app.models.database import Database
from app.models.surveys import SurveySheet
from app.queries.survey_results import survey_results
from app.queries.surveys import survey_view, surveys
from app.reports.survey_runs import made_sheets, open_document, record_open, sheet_card, sheet_plan
from app.services.actions import undo
from app.services.print_runs import give_up_rest, stop_at
from app.services.prints import record_print_run
from app.services.survey_responses import record_response
from app.services.survey_sheets import draw_open_sheets, prepare_sheets
from tests.factories import NOW, TODAY, add_customer
from tests.surveys import add_survey, answered, nps

A4 = SheetChoice()


def _printed(session: Session, survey_id: int, people: list[int], *, again: bool = False) -> int:
    job = prepare_sheets(session, survey_id, A4, is_named=True, now=NOW)
    plan = sheet_plan(session, job, people, TODAY)
    return record_print_run(session, made_sheets(session, plan, plan.kept).run, now=NOW, today=TODAY, again=again).run_id


def _handed_out(session: Session, survey_id: int) -> set[int]:
    """What the list, the builder and the results say: one number where they agree."""
    (row,) = surveys(session)
    return {row.handed_out, survey_view(session, survey_id).printed, survey_results(session, survey_id, today=TODAY).chosen.handed_out}


def test_of_a_run_that_was_taken_back_only_the_sheet_that_came_back_was_handed_out(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        people = [add_customer(session, name) for name in ("林 太郎", "森 花子", "岡 次郎")]
        _printed(session, survey, people)
        assert _handed_out(session, survey) == {3}
        undo(session, now=NOW)
        assert _handed_out(session, survey) == {0}
        own = session.scalars(select(SurveySheet.id).where(SurveySheet.customer_id == people[0])).one()
        record_response(session, answered(survey, nps(9), sheet_id=own), now=NOW, today=TODAY)
        assert _handed_out(session, survey) == {1}


def test_sheets_that_did_not_come_out_of_the_printer_were_not_handed_out(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        run = _printed(session, survey, [add_customer(session, name) for name in ("林 太郎", "森 花子", "岡 次郎")])
        stop_at(session, run, 2, now=NOW)
        assert _handed_out(session, survey) == {1}
        give_up_rest(session, run, now=NOW)
        assert _handed_out(session, survey) == {1}


def test_a_sheet_printed_twice_is_one_and_stands_by_its_first_run_too(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        people = [add_customer(session)]
        _printed(session, survey, people)
        _printed(session, survey, people, again=True)
        assert _handed_out(session, survey) == {1}
        undo(session, now=NOW)
        assert _handed_out(session, survey) == {1}


def test_open_sheets_are_handed_out_when_they_were_printed(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session)
        job = prepare_sheets(session, survey, A4, is_named=False, now=NOW)
        codes = draw_open_sheets(session, job, 4, today=TODAY)
        assert _handed_out(session, survey) == {0}
        card = sheet_card(session, job, TODAY)
        record_open(session, card, codes, open_document(card, codes), now=NOW, today=TODAY)
        assert _handed_out(session, survey) == {4}
        undo(session, now=NOW)
        assert _handed_out(session, survey) == {0}
