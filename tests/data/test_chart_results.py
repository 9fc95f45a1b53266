"""The charts of finished measures and of recommendations from a real file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from sqlalchemy.orm import Session

from app.domain.chart_people import MeasurePeople
from app.domain.measure_cost import MeasureCost
from app.domain.measure_results import Verdict
from app.domain.measures import Arm
from app.domain.survey_results import NpsGroup
from app.domain.surveys import Audience, SurveyRules
from app.models.database import Database
from app.queries.measure_points import measure_events, measure_points
from app.queries.measure_results import past_results
from app.queries.nps_course import nps_course
from app.queries.people import people_behind
from app.services.measures import save_draft
from app.services.survey_bulk import record_many
from tests.factories import NOW, TODAY, add_customer
from tests.measures import PLAN, bought, people, started
from tests.surveys import add_survey, answered, nps

START, AFTER = date(2026, 8, 3), date(2026, 10, 20)
COST = MeasureCost(postage=85, printing=22)
QUIET = SurveyRules(low_on=False)


def answer(session: Session, survey_id: int, scores: Sequence[int], day: date, customers: Sequence[int] = ()) -> None:
    fields = [
        answered(survey_id, nps(score), day=day, customer_id=customers[place] if customers else None) for place, score in enumerate(scores)
    ]
    record_many(session, fields, now=NOW, today=TODAY)


def test_finished_measures_with_their_return_and_their_people(database: Database) -> None:
    with database.write() as session:
        ids = people(session, 160)
        made = started(session, ids, 80, START, replace(PLAN, name="夏のはがき", cost=COST))
        for place, number in enumerate(made.sent):
            bought(session, number, START + timedelta(days=10), 4_000 + 100 * (place % 7))
        for place, number in enumerate(made.held):
            bought(session, number, START + timedelta(days=10), 1_000 + 100 * (place % 5))
        save_draft(session, None, replace(PLAN, name="まだ"), now=NOW)
        assert measure_points(session, START + timedelta(days=59)) == ()
        (point,) = measure_points(session, AFTER)
        (past,) = past_results(session, AFTER)
        assert (point.roi, point.n_sent, point.n_held, point.verdict) == (past.roi, 80, 80, Verdict.WORKS)
        assert point.is_sure and point.roi is not None
        assert people_behind(session, point.people) == sorted(made.sent)
        assert people_behind(session, MeasurePeople(made.measure_id, Arm.HELD)) == sorted(made.held)
        assert people_behind(session, MeasurePeople(made.measure_id)) == sorted(ids)
        assert measure_events(session, START, AFTER) == {START: "夏のはがき"}
        assert measure_events(session, START + timedelta(days=1), AFTER) == {}


def test_of_many_measures_one_that_worked_alone_may_be_chance(database: Database) -> None:
    with database.write() as session:
        for number in range(4):
            ids = people(session, 120)
            made = started(session, ids, 60, START, replace(PLAN, name=f"{number}", cost=COST))
            # The last brings just so much that its range lies above 0 (p = 0.035); of four the first must lie below 0.025.
            for arm, more in ((made.sent, 270 if number == 3 else 0), (made.held, 0)):
                for place, who in enumerate(arm):
                    bought(session, who, START + timedelta(days=5), 1_000 + more + 40 * (place % 60))
        points = {point.name: point for point in measure_points(session, AFTER)}
        assert len(points) == 4
        assert points["3"].verdict is Verdict.WORKS
        assert not any(point.is_sure for point in points.values())
        (alone,) = measure_points(session, AFTER, most=1)
        assert (alone.name, alone.is_sure) == ("3", True)


def test_the_course_of_recommendations_worked_by_hand(database: Database) -> None:
    with database.write() as session:
        survey = add_survey(session, rules=QUIET)
        ids = [add_customer(session, f"客{n}") for n in range(40)]
        answer(session, survey, [10] * 20 + [8] * 12 + [3] * 8, date(2026, 7, 10), ids)
        answer(session, survey, [9] * 30 + [7] * 10, date(2026, 10, 12), ids)
        answer(session, survey, [10, 2], date(2026, 11, 3), ids[:2])
        course = nps_course(session, TODAY)
        assert course.survey_id == survey
        assert [(wave.wave.month, wave.nps.shown, wave.is_complete) for wave in course.waves] == [
            (7, 30, True),
            (10, 75, True),
            (11, 0, False),
        ]
        # From +30 to +75: 45 points, more than both ranges allow.
        assert course.step == (45, True)
        july = course.waves[0].wave
        assert people_behind(session, course.people(july, NpsGroup.DETRACTORS)) == ids[32:]
        assert people_behind(session, course.people(july, NpsGroup.PROMOTERS)) == ids[:20]
        some = nps_course(session, TODAY, customers=np.array(ids[:20]))
        assert [wave.nps.n for wave in some.waves] == [20, 20, 2]
        assert some.step is None
        assert len(nps_course(session, TODAY, waves=1).waves) == 1


@pytest.mark.parametrize("audience", [Audience.CUSTOMERS, Audience.STAFF])
def test_the_survey_answered_last_is_shown_and_of_staff_none(database: Database, audience: Audience) -> None:
    with database.write() as session:
        assert nps_course(session, TODAY).waves == ()
        old = add_survey(session, rules=QUIET)
        new = add_survey(session, rules=QUIET, audience=audience)
        answer(session, old, [9] * 6, date(2026, 9, 1))
        answer(session, new, [9] * 7, date(2026, 10, 1))
        shown = nps_course(session, TODAY)
        assert shown.survey_id == (new if audience is Audience.CUSTOMERS else old)
        assert nps_course(session, TODAY, survey_id=old).survey_id == old
        assert nps_course(session, TODAY, survey_id=new).survey_id == (new if audience is Audience.CUSTOMERS else None)
