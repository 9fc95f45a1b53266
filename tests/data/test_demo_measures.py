"""The campaigns of the sample shop: what their pages have to show, on whatever day it is made."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.measure_results import Verdict
from app.domain.measures import MeasureKind, MeasureState
from app.domain.periods import add_months, month_start
from app.models.database import Database
from app.models.measures import MeasurePerson, MonthReport
from app.models.purchase import Purchase, PurchaseLine
from app.queries.actions import recent_actions
from app.queries.choosing import choosing, drafts
from app.queries.figure_settings import fiscal_year, targets
from app.queries.measure_results import measure_result, past_results
from app.queries.measures import measures, running_on
from app.queries.referral_results import events, referral_results
from app.reports.measures import audience
from app.services.demo import create_demo


def _made(path: Path, day: date, language: str = "ja") -> Database:
    create_demo(path, now=datetime.combine(day, time(3), UTC), today=day, language=language)
    return Database.of_file(path)


@pytest.mark.parametrize(("day", "language"), [(date(2026, 11, 22), "ja"), (date(2027, 3, 31), "en"), (date(2028, 2, 29), "ja")])
def test_the_sample_has_campaigns_in_every_state(tmp_path: Path, day: date, language: str) -> None:
    database = _made(tmp_path / "okaeri.db", day, language)
    with database.read() as session:
        rows = measures(session, day)
        assert sum(row.state is MeasureState.DRAFT for row in rows) == 2
        (running,) = running_on(session, day)
        # Today is the twelfth day.
        assert running.day_of_window(day) == 11
        verdicts = {one.kind: one.verdict for one in past_results(session, day)}
        assert verdicts[MeasureKind.WIN_BACK] is Verdict.WORKS
        assert verdicts[MeasureKind.THANK_YOU] is Verdict.NOT_YET_CLEAR
        assert verdicts[MeasureKind.EVENT] is verdicts[MeasureKind.REFERRAL] is Verdict.NO_HOLDOUT
        # Both plans reach somebody, and are weighed.
        plans = drafts(session)
        views = {number: audience(session, plan, day, language=language) for number, plan in plans.items()}
        assert all(view.count > 20 for view in views.values())
        choices = choosing(session, day, {number: (view.count, 0) for number, view in views.items()}).choices
        assert all(one.expected.roi is not None for one in choices)
        (event,) = events(session, day)
        assert 10 < len(event.came) < len(event.invited)
        assert event.guests == 2
        assert sum(len(row.brought) for row in referral_results(session).rows) == 9
        assert targets(session, fiscal_year(session, day))["return_rate"] == 0.75
        report = session.scalars(select(MonthReport)).one()
        assert report.month == add_months(month_start(day), -1)
        assert report.comment
        assert recent_actions(session) == []
    database.close()


def test_the_win_back_campaign_was_drawn_fairly_and_its_effect_comes_from_the_visits(tmp_path: Path) -> None:
    day = date(2026, 11, 22)
    database = _made(tmp_path / "okaeri.db", day)
    with database.read() as session:
        number = next(row.id for row in measures(session, day) if row.kind is MeasureKind.WIN_BACK and not row.is_running(day))
        result = measure_result(session, number, day)
        assert result.n_held == 120
        assert result.is_as_drawn
        assert all(row.is_alike for row in result.balance)
        # Some of those held back come too, and every verdict is that of the purchases alone.
        assert 0 < result.came_held / result.n_held < result.came_sent / result.n_sent
    with database.write() as session:
        sent = select(MeasurePerson.customer_id).where(MeasurePerson.measure_id == number, MeasurePerson.arm == "sent")
        within = (Purchase.day >= result.sent_on, Purchase.day < result.ends_on, Purchase.customer_id.in_(sent))
        for purchase in session.scalars(select(Purchase).where(*within)).all():
            lines = session.scalars(select(PurchaseLine).where(PurchaseLine.purchase_id == purchase.id)).all()
            assert sum(line.amount for line in lines) == purchase.amount == purchase.net
            purchase.net = purchase.amount = 0
            for line in lines:
                line.amount = 0
    with database.read() as session:
        assert measure_result(session, number, day).verdict is not Verdict.WORKS
    database.close()


def test_the_sample_is_the_same_for_the_same_day(tmp_path: Path) -> None:
    found = []
    for name in ("one.db", "other.db"):
        database = _made(tmp_path / name, date(2026, 11, 22))
        with database.read() as session:
            people = session.execute(select(MeasurePerson.measure_id, MeasurePerson.customer_id, MeasurePerson.arm, MeasurePerson.came_on))
            sales = session.execute(select(Purchase.id, Purchase.customer_id, Purchase.day, Purchase.net))
            found.append((people.all(), sales.all(), [(row.name, row.cost) for row in measures(session, date(2026, 11, 22))]))
        database.close()
    assert found[0] == found[1]
