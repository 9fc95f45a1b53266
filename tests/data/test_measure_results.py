"""What a measure did: counts, intervals and verdicts from a real file, checked by scipy from the rows that are handed out."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from scipy import stats
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.measure_cost import MeasureCost
from app.domain.measure_results import Effect, Verdict
from app.domain.measure_view import MeasureResult
from app.domain.measures import Arm, MeasureKind, MeasureNotStarted, StartOutcome
from app.domain.offers import Offer, OfferKind
from app.domain.points import RuleFields
from app.exchange.measure_rows import write_measure_rows
from app.models.database import Database
from app.models.measures import Measure, MeasurePerson
from app.queries.measure_results import measure_result, past_results, pooled_of_kind, raw_rows
from app.services.measures import bring_guest, save_draft, stop_measure
from app.services.points import set_rule
from tests.factories import NOW
from tests.measures import PLAN, bought, people, started

START = date(2026, 8, 3)
END = START + timedelta(days=60)
AFTER = date(2026, 10, 20)
COUPON = Offer(OfferKind.AMOUNT, 300, words="300円引き")
COST = MeasureCost(postage=85, printing=22, offer=300, offer_share=0.25)


def simulated(session: Session, count: int, held: int, effect: int, *, day: date = START, name: str = "はがき") -> StartOutcome:
    """A shop of so many people who come by chance; of those sent to every second comes once more and spends 2 x `effect` at a margin of 60
    per cent: on average `effect` more for each of them."""
    dice = np.random.default_rng(count + held + effect)
    ids = people(session, count)
    spent = dict(zip(ids, dice.integers(20, 90, count) * 100, strict=True))
    for number in ids:
        for days in dice.integers(1, 300, dice.poisson(1.2)):
            bought(session, number, day - timedelta(days=int(days)), int(spent[number]))
    made = started(session, ids, held, day, replace(PLAN, name=name, cost=COST, offer=COUPON))
    for number in ids:
        for days in dice.integers(0, 60, dice.poisson(0.3)):
            bought(session, number, day + timedelta(days=int(days)), int(spent[number]))
    for number in made.sent[::2]:
        bought(session, number, day + timedelta(days=int(dice.integers(0, 60))), round(2 * effect / 0.6))
    return made


def told(result: MeasureResult) -> tuple[object, ...]:
    return result.welch, result.cuped, result.rate, result.roi, result.chance, result.needed, result.bands


def test_the_result_is_what_anybody_finds_from_the_rows(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        made = simulated(session, 150, 75, 1_500)
        shopper = made.sent[0]
        bought(session, shopper, START + timedelta(days=9), 4_000, points_used=7)
        result = measure_result(session, made.measure_id, AFTER)
        written = write_measure_rows(tmp_path / "rows.csv", raw_rows(session, made.measure_id, AFTER))
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert written == len(rows) == 150
    is_sent = np.array([row["arm"] == "sent" for row in rows])
    before, after = (np.array([float(row[name]) for row in rows]) for name in ("margin_before", "margin_in_window"))
    welch = stats.ttest_ind(after[is_sent], after[~is_sent], equal_var=False)
    theta = np.cov(after, before)[0, 1] / before.var(ddof=1)
    left = after - theta * (before - before.mean())
    cuped = stats.ttest_ind(left[is_sent], left[~is_sent], equal_var=False)
    for found, judged, values in ((result.welch, welch, after), (result.cuped, cuped, left)):
        low, high = judged.confidence_interval(0.95)
        assert found is not None
        assert (found.low, found.high) == pytest.approx((float(low), float(high)))
        assert found.effect == pytest.approx(float(values[is_sent].mean() - values[~is_sent].mean()))
    assert result.cuped is not None
    assert result.cuped.low < 1_500 < result.cuped.high
    assert (result.verdict, result.n_sent, result.n_held, result.is_complete) == (Verdict.WORKS, 75, 75, True)
    came = np.array([row["came"] == "1" for row in rows])
    assert (result.came_sent, result.came_held) == (int(came[is_sent].sum()), int(came[~is_sent].sum()))
    assert result.rate is not None
    assert result.rate.difference == pytest.approx(float(came[is_sent].mean() - came[~is_sent].mean()))
    assert {row["sent_on"] for row in rows} == {START.isoformat()}


def test_the_return_is_of_what_is_not_in_the_margin_already(database: Database) -> None:
    with database.write() as session:
        made = simulated(session, 120, 60, 2_000)
        result = measure_result(session, made.measure_id, AFTER)
    assert (result.lines.total, result.charged) == (60 * (85 + 22 + 75), 60 * (85 + 22))
    assert result.roi is not None
    assert result.cuped is not None
    assert result.roi.value == pytest.approx((60 * result.cuped.effect - 6_420) / 6_420)
    assert result.roi.break_even == 107
    assert result.chance is not None
    assert result.chance > 0.9
    assert result.last_touch > 60 * result.cuped.effect
    assert [point.day for point in result.curve] == [0, 7, 14, 21, 28, 35, 42, 49, 56, 60]
    assert (result.curve[0].sent, result.curve[-1].sent) == (0.0, result.came_sent / 60)
    assert result.curve[-1].held == result.came_held / 60
    assert result.is_as_drawn
    assert len(result.returned) == result.came_sent


def test_nothing_is_judged_before_the_window_is_over(database: Database) -> None:
    with database.write() as session:
        made = simulated(session, 120, 60, 2_000)
        running = measure_result(session, made.measure_id, START + timedelta(days=12))
        last = measure_result(session, made.measure_id, END - timedelta(days=1))
        over = measure_result(session, made.measure_id, END)
        assert past_results(session, END - timedelta(days=1)) == ()
        assert [one.measure_id for one in past_results(session, END)] == [made.measure_id]
    assert (running.day, running.days, running.is_complete, running.verdict) == (13, 60, False, Verdict.NOT_YET_CLEAR)
    assert told(running) == told(last) == (None, None, None, None, None, None, ())
    assert 0 < running.came_sent < last.came_sent <= over.came_sent
    assert (over.is_complete, over.verdict) == (True, Verdict.WORKS)


@pytest.mark.parametrize(
    ("held", "verdict", "has_interval"),
    [(0, Verdict.NO_HOLDOUT, False), (29, Verdict.REFERENCE, False), (30, Verdict.REFERENCE, True), (59, Verdict.REFERENCE, True)],
)
def test_too_few_give_no_verdict(database: Database, held: int, verdict: Verdict, has_interval: bool) -> None:
    with database.write() as session:
        made = simulated(session, 130, held, 3_000)
        result = measure_result(session, made.measure_id, AFTER)
    assert (result.verdict, result.cuped is not None, result.rate is not None) == (verdict, has_interval, has_interval)
    assert result.chance is None
    assert result.is_reference == has_interval
    assert result.came_sent > 0


def test_it_is_told_how_many_more_would_settle_it(database: Database) -> None:
    with database.write() as session:
        made = simulated(session, 140, 70, 40)
        result = measure_result(session, made.measure_id, AFTER)
    assert result.verdict is Verdict.NOT_YET_CLEAR
    assert result.needed is not None
    assert result.needed > 140


def test_guests_stopped_ones_and_those_erased(database: Database) -> None:
    with database.write() as session:
        made = simulated(session, 120, 60, 1_500)
        guest = people(session, 1)[0]
        bring_guest(session, made.measure_id, guest, START, now=NOW)
        whole = measure_result(session, made.measure_id, AFTER)
        gone = made.sent[1]
        erased = update(MeasurePerson).where(MeasurePerson.customer_id == gone)
        session.execute(erased.values(customer_id=None, margin=123_456, came=True))
        result = measure_result(session, made.measure_id, AFTER)
        rows = raw_rows(session, made.measure_id, AFTER)
        stop_measure(session, made.measure_id, now=NOW, today=START + timedelta(days=5))
        stopped = measure_result(session, made.measure_id, AFTER)
    assert (whole.n_sent, whole.n_held, whole.n_guests) == (result.n_sent, result.n_held, result.n_guests) == (60, 60, 1)
    (kept,) = [row for row in rows if row.customer_id is None]
    assert (kept.within, kept.came, kept.arm) == (123_456, True, Arm.SENT)
    assert kept.before == pytest.approx(float(np.mean([row.before for row in rows if row.customer_id is not None])))
    assert result.cuped is not None
    assert whole.cuped is not None
    assert result.cuped.effect > whole.cuped.effect + 1_000
    assert stopped.cuped == result.cuped
    assert stopped.stopped_on == START + timedelta(days=5)


def test_a_list_from_elsewhere_has_days_and_costs_of_its_own(database: Database) -> None:
    with database.write() as session:
        ids = people(session, 140)
        made = started(session, ids, 70, START)
        session.execute(update(Measure).values(is_outside=True, share_held=None))
        late = START + timedelta(days=10)
        session.execute(update(MeasurePerson).where(MeasurePerson.customer_id == made.sent[0]).values(sent_on=late, cost=500))
        bought(session, made.sent[0], START + timedelta(days=3), 1_000)
        bought(session, made.sent[0], END + timedelta(days=3), 1_000)
        early = measure_result(session, made.measure_id, END)
        result = measure_result(session, made.measure_id, END + timedelta(days=10))
    assert (early.is_complete, result.is_complete, result.ends_on) == (False, True, END + timedelta(days=10))
    assert (result.came_sent, result.lines.own, result.charged) == (1, 500, 500)
    assert (result.share_held, result.is_as_drawn) == (0.5, True)


def test_groups_that_no_draw_gives_are_marked(database: Database) -> None:
    with database.write() as session:
        made = started(session, people(session, 130), 65, START)
        for number in made.held[:20]:
            session.execute(update(MeasurePerson).where(MeasurePerson.customer_id == number).values(arm=Arm.SENT))
        for number in made.sent:
            bought(session, number, START - timedelta(days=40), 9_000)
        result = measure_result(session, made.measure_id, AFTER)
    assert result.is_as_drawn is False
    assert [row.trait.value for row in result.balance if not row.is_alike] == ["visits", "margin"]


def test_measures_of_a_kind_are_put_together(database: Database) -> None:
    later = START + timedelta(days=70)
    with database.write() as session:
        first = simulated(session, 120, 60, 2_500)
        second = simulated(session, 120, 60, 3_000, day=later, name="もう一度")
        started(session, people(session, 61), 0, START, replace(PLAN, kind=MeasureKind.BIRTHDAY, name="お誕生日"))
        found = pooled_of_kind(session, MeasureKind.WIN_BACK, later + timedelta(days=60))
        birthday = pooled_of_kind(session, MeasureKind.BIRTHDAY, AFTER)
        effects = [measure_result(session, one.measure_id, later + timedelta(days=60)).cuped for one in (first, second)]
    assert [one.measure_id for one in found.measures] == [second.measure_id, first.measure_id]
    assert found.pooled is not None
    assert found.pooled.count == 2
    known = [one.effect for one in effects if isinstance(one, Effect)]
    assert min(known) < found.pooled.effect < max(known)
    assert found.is_settled
    assert found.roi is not None
    assert found.roi.value == pytest.approx((120 * found.pooled.effect - 120 * 107) / (120 * 107))
    assert (len(birthday.measures), birthday.pooled, birthday.is_settled) == (1, None, False)


def test_results_are_kept_until_something_in_their_window_changes(database: Database) -> None:
    with database.write() as session:
        made = simulated(session, 120, 60, 1_500)
    with database.read() as session:
        first = measure_result(session, made.measure_id, AFTER)
    with database.write() as session:
        bought(session, made.sent[0], END, 90_000)
    with database.read() as session:
        assert measure_result(session, made.measure_id, AFTER) is first
    with database.write() as session:
        bought(session, made.sent[0], END - timedelta(days=1), 90_000)
    with database.read() as session:
        again = measure_result(session, made.measure_id, AFTER)
    assert again.last_touch == first.last_touch + 90_000


def test_a_draft_has_no_result(database: Database) -> None:
    with database.write() as session:
        number = save_draft(session, None, PLAN, now=NOW).measure_id
        assert session.scalar(select(Measure.sent_on)) is None
        with pytest.raises(MeasureNotStarted):
            measure_result(session, number, AFTER)
