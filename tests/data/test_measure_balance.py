"""Whether both groups were alike, and among whom a campaign did most: from arrays made by hand."""

from __future__ import annotations

import numpy as np

from app.analytics.occasions import Ints
from app.domain.measure_view import BalanceTrait
from app.queries.measure_balance import balance_of, bands_of
from app.queries.measure_margins import Margins

START = 20_000


def margins(since: Ints, came: np.ndarray, before: np.ndarray | None = None) -> Margins:
    count = len(since)
    last = np.where(since >= 0, START - since, -1)
    nothing = np.zeros(count, dtype=np.int64)
    return Margins(np.zeros(count) if before is None else before, np.zeros(count), nothing, np.where(came, START, -1), nothing, last)


def groups(*parts: tuple[int, int, int, int]) -> tuple[Margins, np.ndarray, np.ndarray]:
    """For each part: days since the last visit, people of either group, how many of those sent to and of the others came."""
    since, came, sent = [], [], []
    for days, people, came_sent, came_held in parts:
        for is_sent, count in ((True, came_sent), (False, came_held)):
            since += [days] * people
            came += [place < count for place in range(people)]
            sent += [is_sent] * people
    return margins(np.array(since), np.array(came)), np.array(sent), ~np.array(sent)


def test_the_band_in_which_more_was_brought_is_told() -> None:
    found, sent, held = groups((120, 100, 40, 8), (240, 100, 12, 10), (400, 100, 9, 9))
    bands = bands_of(found, np.full(len(sent), START), sent, held)
    assert [(band.low, band.high, band.is_best) for band in bands] == [(90, 180, True), (180, 365, False), (365, None, False)]
    assert (bands[0].sent.numerator, bands[0].held.numerator, bands[0].sent.denominator) == (40, 8, 100)


def test_where_more_come_anyway_nothing_was_brought() -> None:
    """Those who were there lately come three times as often, with it and without it."""
    found, sent, held = groups((30, 100, 40, 36), (240, 100, 14, 12))
    assert not any(band.is_best for band in bands_of(found, np.full(len(sent), START), sent, held))


def test_what_may_be_chance_is_not_told() -> None:
    found, sent, held = groups((120, 30, 9, 5), (240, 30, 6, 5))
    assert not any(band.is_best for band in bands_of(found, np.full(len(sent), START), sent, held))
    few, sent, held = groups((120, 8, 8, 0), (240, 60, 6, 5))
    assert not any(band.is_best for band in bands_of(few, np.full(len(sent), START), sent, held))


def test_who_never_came_is_in_no_band() -> None:
    found, sent, held = groups((-1, 40, 20, 2), (100, 40, 4, 4))
    (band,) = bands_of(found, np.full(len(sent), START), sent, held)
    assert (band.low, band.sent.denominator) == (90, 40)


def test_groups_that_differ_are_found() -> None:
    dice = np.random.default_rng(4)
    before = dice.normal(10_000, 3_000, 200)
    sent = np.arange(200) < 100
    alike = margins(np.full(200, 50), np.zeros(200, dtype=bool), before)
    rows = {row.trait: row for row in balance_of(alike, np.full(200, START), sent, ~sent)}
    assert all(row.is_alike for row in rows.values())
    assert rows[BalanceTrait.DAYS_SINCE].sent == rows[BalanceTrait.DAYS_SINCE].held == 50
    other = margins(np.full(200, 50), np.zeros(200, dtype=bool), before + np.where(sent, 3_000, 0))
    assert [row.trait for row in balance_of(other, np.full(200, START), sent, ~sent) if not row.is_alike] == [BalanceTrait.MARGIN]
    assert balance_of(alike, np.full(200, START), np.ones(200, dtype=bool), np.zeros(200, dtype=bool)) == ()
