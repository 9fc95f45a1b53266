"""What the month-end report says of surveys: what was answered in the month, as the figures beside it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.month_report import SuggestionKind
from app.domain.tiles import TileKey
from app.models.database import Database
from app.queries.month_report import month_facts
from app.services.survey_responses import record_response
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.surveys import add_sheet, add_survey, answered, nps

OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)


def _answer(session: Session, survey: int, place: int, score: int, day: date, wave: date) -> int:
    """On a sheet that was handed out in `wave`."""
    customer = add_customer(session, f"客 {place}")
    add_purchase(session, customer, date(2026, 9, 1 + place % 28))
    sheet = add_sheet(session, survey, f"K7M42Q{place:02}", customer, wave)
    fields = answered(survey, nps(score), day=day, customer_id=customer, sheet_id=sheet)
    record_response(session, fields, now=NOW, today=TODAY)
    return customer


def test_what_is_answered_later_is_no_part_of_the_month(database: Database) -> None:
    """In October 6 answer 10, two of them on a sheet of September, and one 0: 5 / 7. In November 5 answer 0 on sheets of October."""
    with database.write() as session:
        survey = add_survey(session)
        for place in range(6):
            _answer(session, survey, place, 10, date(2026, 10, 20), SEPTEMBER if place < 2 else OCTOBER)
        low = _answer(session, survey, 6, 0, date(2026, 10, 31), OCTOBER)
    with database.read() as session:
        first = month_facts(session, OCTOBER, date(2026, 11, 1))
    with database.write() as session:
        for place in range(7, 12):
            _answer(session, survey, place, 0, date(2026, 11, 3), OCTOBER)
    with database.read() as session:
        facts = month_facts(session, OCTOBER, TODAY)
    assert facts.surveys == first.surveys
    line = facts.surveys[0]
    shown = next(one for one in facts.tiles if one.key is TileKey.NPS)
    assert line.nps is not None
    assert (line.answers, line.nps.promoters, line.nps.detractors) == (7, 6, 1)
    assert (shown.value, shown.count) == (line.nps.nps, line.nps.n)
    assert [one.customer_ids for one in facts.suggestions if one.kind is SuggestionKind.ANSWER] == [(low,)]
