"""What the owner does with the report of a month, each step undone with one click."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerFields
from app.domain.follow_ups import FollowUpSource
from app.domain.measures import MeasurePlan
from app.domain.month_report import (
    CommentTooLong,
    KeptSuggestions,
    NobodyLeftToPlan,
    ReportOptions,
    Suggestion,
    SuggestionKind,
)
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.measures import Measure, MonthReport
from app.queries.month_report import first_month, made_at, month_facts, usual_month
from app.services.actions import undo
from app.services.customers import add_customer, edit_customer
from app.services.daily import begin_day
from app.services.month_reports import carry_out, make_report, save_comment, save_options, swap_suggestion
from tests.factories import NOW, TODAY, add_purchase

OCTOBER = date(2026, 10, 1)


def _people(session: Session, count: int = 6) -> list[int]:
    ids = [add_customer(session, CustomerFields(name=f"客 {number}"), now=NOW, today=TODAY) for number in range(count)]
    for number in ids:
        for back in range(4):
            add_purchase(session, number, date(2026, 9, 1) - timedelta(days=30 * back), 4_000)
    return ids


def _row(session: Session) -> MonthReport:
    return session.scalars(select(MonthReport).where(MonthReport.month == OCTOBER)).one()


def test_a_comment_is_kept_as_one_act_and_undone(database: Database) -> None:
    with database.write() as session:
        first = save_comment(session, date(2026, 10, 20), " よい ", now=NOW)
        second = save_comment(session, OCTOBER, "よい月", now=NOW + timedelta(seconds=20))
        assert first == second
        assert save_comment(session, OCTOBER, "よい月", now=NOW) is None
        assert _row(session).comment == "よい月"
        with pytest.raises(CommentTooLong):
            save_comment(session, OCTOBER, "あ" * 161, now=NOW)
    with database.write() as session:
        undo(session, now=NOW)
        assert _row(session).comment == ""


def test_the_contents_are_kept(database: Database) -> None:
    with database.write() as session:
        wanted = ReportOptions(with_last_year=False)
        assert save_options(session, OCTOBER, wanted, now=NOW) is not None
        assert save_options(session, OCTOBER, wanted, now=NOW) is None
        assert ReportOptions.from_json(_row(session).options) == wanted


def test_follow_ups_are_planned_for_those_within_reach(database: Database) -> None:
    with database.write() as session:
        ids = _people(session)
        edit_customer(session, ids[0], CustomerFields(name="客 0", do_not_contact=True), now=NOW)
        one = Suggestion(SuggestionKind.REACH_OUT, tuple(ids), {"count": len(ids)})
        done = carry_out(session, OCTOBER, one, "声をかける", now=NOW, today=TODAY)
        assert (done.count, done.left_out, done.measure_id) == (5, 1, None)
        rows = session.scalars(select(FollowUp)).all()
        assert {row.source for row in rows} == {FollowUpSource.REPORT}
        assert KeptSuggestions.from_json(_row(session).suggestions).done == {SuggestionKind.REACH_OUT: (done.action_id, None)}
        with pytest.raises(NobodyLeftToPlan):
            carry_out(session, OCTOBER, one, "声をかける", now=NOW, today=TODAY)


def test_a_suggestion_that_was_undone_waits_again(database: Database) -> None:
    with database.write() as session:
        _people(session)
    with database.read() as session:
        facts = month_facts(session, OCTOBER, TODAY)
        one = next(one for one in facts.suggestions if one.kind is SuggestionKind.REACH_OUT)
        assert one.done is None
    with database.write() as session:
        carry_out(session, OCTOBER, one, "声をかける", now=NOW, today=TODAY)
    with database.read() as session:
        after = {known.kind: known for known in month_facts(session, OCTOBER, TODAY).suggestions}
        assert after[one.kind].done is not None
        assert after[one.kind].customer_ids == one.customer_ids
    with database.write() as session:
        undo(session, after[one.kind].done, now=NOW)
        assert session.scalar(select(func.count()).select_from(FollowUp)) == 0
    with database.read() as session:
        assert {known.kind: known.done for known in month_facts(session, OCTOBER, TODAY).suggestions}[one.kind] is None


def test_a_campaign_is_begun_for_exactly_these_people(database: Database) -> None:
    with database.write() as session:
        ids = _people(session)
        one = Suggestion(SuggestionKind.WIN_BACK, tuple(ids[:3]), {"count": 3})
        done = carry_out(session, OCTOBER, one, "離れた3名にお便り", now=NOW, today=TODAY)
        plan = MeasurePlan.from_json(session.scalars(select(Measure.plan)).one())
        assert (plan.name, plan.audience.customer_ids) == ("離れた3名にお便り", tuple(ids[:3]))
        assert done.measure_id is not None
        undo(session, done.action_id, now=NOW)
        assert session.scalar(select(func.count()).select_from(Measure)) == 0


def test_one_passed_over_gives_way_to_another(database: Database) -> None:
    with database.write() as session:
        swap_suggestion(session, OCTOBER, SuggestionKind.WIN_BACK, now=NOW)
        swap_suggestion(session, OCTOBER, SuggestionKind.ANSWER, now=NOW + timedelta(hours=1))
        swap_suggestion(session, OCTOBER, SuggestionKind.WIN_BACK, now=NOW + timedelta(hours=2))
        assert KeptSuggestions.from_json(_row(session).suggestions).passed == (SuggestionKind.ANSWER, SuggestionKind.WIN_BACK)


def test_the_report_of_the_month_that_is_over_is_made_once(database: Database) -> None:
    with database.write() as session:
        assert make_report(session, TODAY, now=NOW) is None
        _people(session)
        begin_day(session, now=NOW, today=TODAY)
        assert make_report(session, TODAY, now=NOW) is None
        assert session.scalars(select(MonthReport.month)).all() == [OCTOBER]
        begin_day(session, now=NOW + timedelta(days=14), today=TODAY + timedelta(days=14))
        assert session.scalars(select(MonthReport.month).order_by(MonthReport.month)).all() == [OCTOBER, date(2026, 11, 1)]
    with database.read() as session:
        assert made_at(session, OCTOBER) == NOW
        assert (first_month(session), usual_month(session, TODAY)) == (date(2026, 6, 1), OCTOBER)


def test_a_shop_in_its_first_month_shows_the_month_that_runs(database: Database) -> None:
    with database.read() as session:
        assert first_month(session) is None
    with database.write() as session:
        number = add_customer(session, CustomerFields(name="客"), now=NOW, today=TODAY)
        add_purchase(session, number, date(2026, 11, 5), 1_000)
        begin_day(session, now=NOW, today=TODAY)
        assert session.scalars(select(MonthReport)).all() == []
        assert usual_month(session, TODAY) == date(2026, 11, 1)
