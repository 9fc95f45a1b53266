"""The health score worked out by hand, and the arrays against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from app.analytics.health import NO_SCORE, SalesColumns, falling_of, health_of_many, sales_columns
from app.domain.care import HealthWeights
from app.domain.health import (
    VOICES,
    HealthFacts,
    HealthPart,
    VoiceState,
    breadth_value,
    frequency_value,
    parts_of,
    reasons_of,
    recency_value,
    renewal_value,
    score_of,
    survey_value,
    view_of,
    voice_state,
)
from app.domain.periods import day_number
from app.domain.rfm import RfmCuts

DAY = date(2026, 11, 20)
USUAL = HealthWeights()
YOSHIDA = HealthFacts(days_since=70, days_known=1500, rhythm=35.0, visits=2, visits_before=4, voice=None, satisfaction=3.0)


@pytest.mark.parametrize(
    ("days", "value"), [(0, 100), (35, 100), (52.5, 200 / 3), (70, 100 / 3), (87.5, 0), (400, 0)], ids=lambda v: f"{v:.0f}"
)
def test_recency_falls_from_the_own_gap_to_two_and_a_half_of_it(days: float, value: float) -> None:
    assert recency_value(days, 35.0) == pytest.approx(value)


@pytest.mark.parametrize(
    ("now", "before", "value"),
    [(4, 4, 75), (2, 4, 45), (0, 2, 25), (0, 9, 7.5), (6, 4, 85), (9, 4, 100), (2, 0, 100), (1, 0, None), (0, 1, None), (0, 0, None)],
)
def test_frequency_against_the_90_days_before(now: int, before: int, value: float | None) -> None:
    assert frequency_value(now, before, 180) == value
    assert frequency_value(now, before, 179) is None


def test_breadth_is_of_three_groups_or_of_all_there_are() -> None:
    assert [breadth_value(count, 5) for count in (1, 2, 3, 4)] == [pytest.approx(100 / 3), pytest.approx(200 / 3), 100, 100]
    assert breadth_value(1, 2) == 50
    assert breadth_value(1, 1) is None
    assert breadth_value(None, 5) is breadth_value(0, 5) is None


def test_renewal_and_surveys() -> None:
    assert [renewal_value(days) for days in (200, 90, 45, 0, -3)] == [100, 100, 50, 0, 0]
    assert survey_value(3, None) == 30
    assert survey_value(None, 3.0) == 50
    assert survey_value(None, None) is None


def test_a_voice_as_it_stood_on_a_day() -> None:
    def of(received: int, closed: int | None, is_complaint: bool) -> VoiceState | None:
        return voice_state(received, closed, is_complaint, 1000)

    assert of(1001, None, True) is None
    assert of(1000, None, True) is VoiceState.OPEN_COMPLAINT
    assert of(100, 1001, True) is VoiceState.OPEN_COMPLAINT, "closed only later"
    assert of(911, 1000, True) is VoiceState.FRESH_COMPLAINT
    assert of(910, 1000, True) is VoiceState.OLD_COMPLAINT
    assert of(999, None, False) is VoiceState.OPEN_VOICE
    assert of(636, 700, False) is VoiceState.ANSWERED
    assert of(635, 700, False) is None, "a year and more ago"


def test_the_score_is_the_mean_of_what_is_known() -> None:
    parts = parts_of(YOSHIDA)
    assert parts == {
        HealthPart.RECENCY: pytest.approx(100 / 3),
        HealthPart.FREQUENCY: pytest.approx(45),
        HealthPart.SURVEY: pytest.approx(50),
    }
    # (.30 x 33.33 + .15 x 45 + .15 x 50) / .60 = 40.42
    assert score_of(parts, USUAL) == 40
    assert reasons_of(parts, USUAL) == (HealthPart.RECENCY, HealthPart.FREQUENCY)
    assert score_of({}, USUAL) is None
    assert score_of({HealthPart.SURVEY: 62.5}, USUAL) == 63, "half-up"
    only = HealthWeights(0, 0, 0, 0, 1, 0)
    assert score_of(parts, only) is None, "nothing is known of the only part that counts"


def test_a_high_score_is_explained_by_what_brings_it() -> None:
    parts = parts_of(HealthFacts(days_since=3, days_known=800, rhythm=30.0, visits=3, visits_before=3, nps=9, groups=1, groups_sold=4))
    assert score_of(parts, USUAL) == 83
    assert reasons_of(parts, USUAL) == (HealthPart.RECENCY, HealthPart.SURVEY)
    assert reasons_of(parts, USUAL, high=90) == (HealthPart.BREADTH, HealthPart.FREQUENCY)


def test_how_much_is_known_is_counted_of_what_the_shop_has() -> None:
    in_use = frozenset({HealthPart.RECENCY, HealthPart.FREQUENCY, HealthPart.BREADTH, HealthPart.SURVEY, HealthPart.INQUIRIES})
    view = view_of(YOSHIDA, 72, USUAL, 80, in_use)
    assert (view.score, view.before, view.known, view.of) == (40, 72, 3, 5)
    weights = HealthWeights(breadth=0)
    assert view_of(YOSHIDA, None, weights, 80, in_use).of == 4


@dataclass(frozen=True)
class Rules:
    window: int = 90
    cuts: RfmCuts | None = None
    shop_gap: float | None = None
    learned_on: date | None = None


@dataclass(frozen=True)
class Rows:
    day: date
    groups: tuple[NDArray[np.int64], NDArray[np.int64]]
    groups_sold: int
    voices: tuple[NDArray[np.int64], NDArray[np.int64]]
    renewals: tuple[NDArray[np.int64], NDArray[np.int64]]
    surveys: tuple[NDArray[np.int64], NDArray[np.float64]]
    gone: NDArray[np.int64]


def some(chance: np.random.Generator, low: int, high: int, share: float = 0.5) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    ids = np.flatnonzero(chance.random(400) < share).astype(np.int64)
    return ids, chance.integers(low, high, len(ids))


def rows_by_chance(chance: np.random.Generator, sold: int) -> Rows:
    ids, tenths = some(chance, 0, 11)
    return Rows(
        DAY, some(chance, 1, 6), sold, some(chance, 0, len(VOICES)), some(chance, -20, 200), (ids, (tenths * 10).astype(np.float64)),
        some(chance, 0, 1, 0.1)[0],
    )  # fmt: skip


def sales_by_chance(chance: np.random.Generator) -> SalesColumns:
    ids = np.flatnonzero(chance.random(400) < 0.8).astype(np.int64)
    since, known = chance.integers(0, 300, len(ids)), chance.integers(0, 600, len(ids))
    rhythm = chance.integers(2, 300, len(ids)) / 2
    return SalesColumns(DAY, ids, since, since + known, rhythm, chance.integers(0, 6, len(ids)), chance.integers(0, 6, len(ids)))


def facts_of(customer: int, sales: SalesColumns, rows: Rows) -> HealthFacts:
    def at(pair: tuple[NDArray[np.int64], NDArray[np.int64]]) -> int | None:
        place = np.flatnonzero(pair[0] == customer)
        return int(pair[1][place[0]]) if len(place) else None

    place = np.flatnonzero(sales.customer == customer)
    voice, tenths = at(rows.voices), at((rows.surveys[0], rows.surveys[1].astype(np.int64)))
    if not len(place):
        return HealthFacts(
            groups=at(rows.groups), groups_sold=rows.groups_sold, voice=None if voice is None else VOICES[voice],
            to_renewal=at(rows.renewals), nps=None if tenths is None else tenths // 10,
        )  # fmt: skip
    i = place[0]
    return HealthFacts(
        int(sales.days_since[i]), int(sales.days_known[i]), float(sales.rhythm[i]), int(sales.visits[i]), int(sales.visits_before[i]),
        at(rows.groups), rows.groups_sold, None if voice is None else VOICES[voice], at(rows.renewals),
        None if tenths is None else tenths // 10,
    )  # fmt: skip


@pytest.mark.parametrize("sold", [1, 2, 7])
def test_arrays_say_what_the_rules_say(sold: int) -> None:
    chance = np.random.default_rng(sold)
    sales, rows = sales_by_chance(chance), rows_by_chance(chance, sold)
    for weights in (USUAL, HealthWeights(1, 0, 3, 0.5, 0, 2), HealthWeights(0, 0, 0, 0, 0, 1)):
        scores = health_of_many(sales, rows, weights)
        for place, customer in enumerate(scores.customer.tolist()):
            parts = parts_of(facts_of(customer, sales, rows))
            wanted = score_of(parts, weights)
            assert scores.score[place] == (NO_SCORE if wanted is None else wanted), customer
            assert scores.known[place] == len(parts)


def test_a_past_day_knows_nothing_of_what_came_later() -> None:
    chance = np.random.default_rng(5)
    who, amounts = np.sort(chance.integers(0, 60, 900)), chance.integers(1, 90, 900) * 100
    days = day_number(DAY) - chance.integers(0, 700, 900)
    past = DAY - timedelta(days=40)
    columns = [who, days, amounts, amounts]
    now, then = sales_columns([columns], [DAY, past], Rules())
    early = days <= day_number(past)
    alone = sales_columns([[column[early] for column in columns]], [past], Rules())[0]
    for name in ("customer", "days_since", "days_known", "rhythm", "visits", "visits_before"):
        assert np.array_equal(getattr(then, name), getattr(alone, name)), name
    assert now.days_since.min() >= 0
    split = [[column[who % 3 == part] for column in columns] for part in range(3)]
    parted = sales_columns(split, [DAY, past], Rules())[1]
    assert np.array_equal(parted.rhythm, then.rhythm)
    assert np.array_equal(parted.visits, then.visits)


def test_who_fell_and_by_how_much() -> None:
    chance = np.random.default_rng(9)
    rows, sales = rows_by_chance(chance, 3), sales_by_chance(chance)
    before, now = health_of_many(sales, rows, USUAL), health_of_many(sales_by_chance(chance), rows, USUAL)
    found = falling_of(before, now, 15)
    assert found
    for customer, then, score in found:
        assert then - score >= 15
        assert then == before.scores_for(np.array([customer]))[0]
        assert score == now.scores_for(np.array([customer]))[0]
        assert customer not in rows.gone
    drops = [then - score for _, then, score in found]
    assert drops == sorted(drops, reverse=True)
    fallen = {customer for customer, _, _ in found}
    others = [i for i in now.customer.tolist() if i not in fallen and i not in rows.gone]
    then_others, now_others = before.scores_for(np.array(others)), now.scores_for(np.array(others))
    assert not ((then_others != NO_SCORE) & (now_others != NO_SCORE) & (then_others - now_others >= 15)).any()
