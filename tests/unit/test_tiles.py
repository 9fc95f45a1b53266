"""One figure of the dashboard as it is shown: what is rounded, compared and held against its target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.domain.periods import Period, earlier, period_before, whole_months
from app.domain.rates import rate_of
from app.domain.tiles import (
    DEFAULT_REPORT_TILES,
    DEFAULT_TILES,
    TILE_NAMES,
    TILE_UNITS,
    Tile,
    TileKey,
    TileUnit,
    shown_value,
    tile_keys,
)

OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))


def tile(key: TileKey = TileKey.RETURN_RATE, **fields: object) -> Tile:
    return Tile(key, OCTOBER, OCTOBER.end, **fields)  # type: ignore[arg-type]


def test_changes_are_those_of_the_shown_figures() -> None:
    """2 of 3 is 66.7, 1 of 3 is 33.3: the screen shows +33.4, not the 33.3 of the fractions."""
    now, before = rate_of(2, 3), rate_of(1, 3)
    shown = tile(value=2 / 3, rate=now, before=1 / 3, before_rate=before)
    assert shown.shown == Decimal("66.7")
    assert shown.change == Decimal("33.4")
    assert shown.year_change is None


def test_a_change_is_beyond_chance_only_when_the_intervals_say_so() -> None:
    assert tile(value=0.9, rate=rate_of(90, 100), before=0.5, before_rate=rate_of(50, 100)).is_beyond_chance is True
    assert tile(value=0.6, rate=rate_of(60, 100), before=0.58, before_rate=rate_of(58, 100)).is_beyond_chance is False
    assert tile(TileKey.SALES, value=100.0, before=50.0).is_beyond_chance is None


def test_the_gap_to_the_target_and_whether_it_is_good() -> None:
    better = tile(value=0.715, rate=rate_of(143, 200), target=0.65)
    assert (better.gap, better.is_gap_good) == (Decimal("6.5"), True)
    less = tile(TileKey.CHURN, value=0.285, rate=rate_of(57, 200), target=0.2)
    assert (less.gap, less.is_gap_good) == (Decimal("8.5"), False)
    met = tile(TileKey.VISITORS, value=100.0, target=100.0)
    assert (met.gap, met.is_gap_good) == (Decimal(0), True)
    assert tile(value=None, target=0.65).gap is None


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0.12345, TileUnit.PERCENT, "12.3"),
        (1234.5, TileUnit.MONEY, "1235"),
        (2.25, TileUnit.MEAN, "2.3"),
        (4.125, TileUnit.SCORE, "4.13"),
        (-12.5, TileUnit.POINTS, "-13"),
    ],
)
def test_values_are_rounded_half_away_from_zero(value: float, unit: TileUnit, shown: str) -> None:
    assert shown_value(value, unit) == Decimal(shown)


def test_every_figure_has_a_name_and_a_unit() -> None:
    assert set(TILE_NAMES) == set(TILE_UNITS) == set(TileKey)


def test_what_was_chosen_is_kept_in_its_order_as_far_as_it_is_known() -> None:
    assert tile_keys(("sales", "of another version", "nps", "sales"), DEFAULT_TILES) == (TileKey.SALES, TileKey.NPS)
    assert tile_keys((), DEFAULT_TILES) == DEFAULT_TILES
    assert tile_keys(("gone",), DEFAULT_REPORT_TILES) == DEFAULT_REPORT_TILES


def test_the_period_before_has_as_many_months_or_as_many_days() -> None:
    assert whole_months(OCTOBER) == 1
    assert period_before(OCTOBER) == Period(date(2026, 9, 1), date(2026, 10, 1))
    assert period_before(Period(date(2026, 1, 1), date(2026, 4, 1))) == Period(date(2025, 10, 1), date(2026, 1, 1))
    own = Period(date(2026, 10, 5), date(2026, 10, 15))
    assert whole_months(own) is None
    assert period_before(own) == Period(date(2026, 9, 25), date(2026, 10, 5))
    assert earlier(Period(date(2024, 2, 29), date(2024, 3, 1)), 12) == Period(date(2023, 2, 28), date(2023, 3, 1))
