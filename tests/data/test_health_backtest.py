"""The check of the health score on simulated buyers, of whom it is known who stayed away for good."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from app.analytics.backtest import recall_at_equal_length
from app.domain.health_backtest import BacktestView, Foresight, Missing, view_of_cuts
from app.domain.periods import day_number
from app.domain.progress import NO_PROGRESS, Cancelled, Progress
from app.models.arrays import insert_columns
from app.models.base import Base
from app.models.database import Database
from app.queries.health import health_scores
from app.queries.health_backtest import backtest_plan, cut_result
from app.services import summaries
from tests.factories import NOW, TODAY

DAYS = 900
BEGIN = TODAY - timedelta(days=DAYS)
Ints = NDArray[np.int64]


def buyers(count: int, seed: int) -> tuple[Ints, Ints, Ints]:
    """(customer, day, day of the last visit of all by customer): each comes in a gap of his own (lognormal around 38 days, 7 to 150), which
    varies from visit to visit (gamma, half of it), and after each visit one in 15 on average never comes again."""
    dice = np.random.default_rng(seed)
    gap, drop = np.clip(dice.lognormal(np.log(38), 0.6, count), 7, 150), dice.beta(1, 14, count)
    first = dice.integers(0, DAYS - 120, count)
    who, when, last = [], [], np.full(count + 1, 10**6)
    for number in range(count):
        day = float(first[number])
        while day < DAYS:
            who.append(number + 1)
            when.append(int(day))
            if dice.random() < drop[number]:
                last[number + 1] = int(day)
                break
            day += max(1.0, dice.gamma(4, gap[number] / 4))
    return np.array(who), np.array(when), last


def fill(session: Session, who: Ints, when: Ints) -> None:
    count, rows = int(who.max()), len(who)
    tables, at = Base.metadata.tables, int(NOW.timestamp() * 1000)
    columns: dict[str, list[Any]] = {column.name: [""] * count for column in tables["customer"].columns if not column.nullable}
    columns |= {"id": list(range(1, count + 1)), "name": [f"客 {i}" for i in range(count)], "kind": ["person"] * count}
    columns |= {name: [0] * count for name in ("do_not_contact", "is_deceased", "bad_address", "household_place", "points_opening")}
    columns |= {name: [at] * count for name in ("created_at", "updated_at")}
    columns |= {name: ["[]"] * count for name in ("tags", "former_codes", "joint_names")} | {"own": ["{}"] * count}
    columns |= {name: ["unknown"] * count for name in ("post_consent", "email_consent")}
    insert_columns(session, tables["customer"], columns)
    bought = {
        "customer_id": who.tolist(), "day": (when + day_number(BEGIN)).tolist(), "amount": [5000] * rows, "net": [5000] * rows,
        "at": [at] * rows, "receipt": [""] * rows, "payment": [""] * rows, "note": [""] * rows, "has_time": [0] * rows,
        "line_count": [1] * rows, "points_used": [0] * rows,
    }  # fmt: skip
    insert_columns(session, tables["purchase"], bought)
    summaries.rebuild(session, TODAY)


def backtest(session: Session, today: date, progress: Progress = NO_PROGRESS) -> BacktestView:
    """All days of the plan, as the page asks for them."""
    plan = backtest_plan(session, today)
    return view_of_cuts(plan, [cut_result(session, day, plan.window, progress) for day in plan.days])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_own_rhythm_finds_more_of_those_who_stay_away_than_90_days_do(database: Database, seed: int) -> None:
    who, when, last = buyers(2000, seed)
    with database.write() as session:
        fill(session, who, when)
    with database.read() as session:
        view = backtest(session, TODAY)
        sales = health_scores(session, view.cuts[0].day).sales
    newest = view.cuts[0]
    assert newest.own > newest.fixed
    of_year = sales.days_since < 365
    gone = last[sales.customer] <= (newest.day - BEGIN).days
    truly = recall_at_equal_length(sales.days_since[of_year], sales.rhythm[of_year], gone[of_year], fixed_days=90)
    assert truly.own > truly.fixed
    parts = (
        f"seed {seed}, 2,000 buyers: of {newest.people} active at {newest.day} {newest.left} came no more within {view.window} days",
        f"AUC of the score {newest.score.value:.3f} ({newest.score.low:.3f} to {newest.score.high:.3f}), of the days since the last"
        f" visit {newest.recency.value:.3f}: {newest.foresight.value}",
        f"on a list of {newest.listed} names, of {newest.year_left} who came no more: own rhythm {newest.own / newest.year_left:.1%},"
        f" 90 days {newest.fixed / newest.year_left:.1%}",
        f"of {truly.leavers} who truly had left: own rhythm {truly.own / truly.leavers:.1%}, 90 days {truly.fixed / truly.leavers:.1%}",
    )
    print("\n  ".join(parts))


def test_outcomes_do_not_overlap_and_later_sales_change_no_past_cut(database: Database) -> None:
    who, when, _last = buyers(600, 7)
    with database.write() as session:
        fill(session, who, when)
    with database.read() as session:
        view = backtest(session, TODAY)
    assert [cut.day for cut in view.cuts] == [TODAY - timedelta(days=view.window * (n + 1)) for n in range(len(view.cuts))]
    newest = view.cuts[0]
    assert 0 < newest.left < newest.people
    lagged = TODAY - timedelta(days=view.window)
    with database.read() as session:
        again = backtest(session, lagged)
    assert again.cuts[: len(view.cuts) - 1] == view.cuts[1:]


def test_what_is_missing_is_said(database: Database) -> None:
    with database.read() as session:
        assert backtest(session, TODAY).missing is Missing.HISTORY
    with database.write() as session:
        fill(session, np.array([1, 1, 2]), np.array([880, 890, 895]))
    with database.read() as session:
        view = backtest(session, TODAY)
        assert (view.missing, view.possible_from) == (Missing.HISTORY, BEGIN + timedelta(days=880 + 3 * view.window))
        later = backtest(session, date(2028, 1, 1))
        assert (later.missing, later.cuts) == (Missing.PEOPLE, ())


class _Stopped:
    def advance(self, done: int, total: int) -> None:
        raise Cancelled


def test_it_can_be_stopped(database: Database) -> None:
    who, when, _last = buyers(50, 7)
    with database.write() as session:
        fill(session, who, when)
    with database.read() as session, pytest.raises(Cancelled):
        backtest(session, TODAY, _Stopped())


def test_the_sentence_follows_the_interval() -> None:
    from app.domain.health_backtest import Curve, CutResult

    def of(low: float, high: float) -> Foresight:
        curve = Curve(0.6, 0.5, 0.7)
        return CutResult(TODAY, 100, 30, curve, curve, (low + high) / 2, low, high, 10, 40, 8, 7).foresight

    assert of(0.01, 0.05) is Foresight.BETTER
    assert of(-0.01, 0.05) is Foresight.NO_BETTER
    assert of(-0.09, -0.05) is Foresight.WORSE
