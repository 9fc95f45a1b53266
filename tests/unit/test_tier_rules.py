"""When tiers go up, are kept and go down, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.periods import Period
from app.domain.tiers import (
    NO_STANDING,
    FallingRate,
    GraceOutOfRange,
    LoyaltySettings,
    TierBasis,
    TierDraft,
    TierFields,
    TierNameMissing,
    TierNameTaken,
    TierPeriod,
    TierRateWrong,
    TierReason,
    TierRow,
    TiersMissing,
    TierStanding,
    TierThresholdWrong,
    checked_tiers,
    deciding_days,
    falling_rates,
    figure_periods,
    grace_end,
    next_deciding_day,
    next_tier_row,
    tier_for,
)

SILVER = TierRow(1, 0, TierFields("シルバー", 50_000, 120))
GOLD = TierRow(2, 1, TierFields("ゴールド", 100_000, 150))
TIERS = (SILVER, GOLD)
YEAR = LoyaltySettings(tiers_on=True)
DECEMBER = date(2026, 12, 1)


def test_the_threshold_itself_is_enough() -> None:
    amounts = (0, 49_999, 50_000, 99_999, 100_000, 250_000)
    assert [tier_for(amount, 99, TIERS, YEAR) for amount in amounts] == [None, None, SILVER, SILVER, GOLD, GOLD]
    by_visits = replace(YEAR, basis=TierBasis.VISITS)
    often = (TierRow(1, 0, TierFields("シルバー", 6)), TierRow(2, 1, TierFields("ゴールド", 12)))
    assert [tier_for(999_999, visits, often, by_visits) for visits in (5, 6, 12)] == [None, *often]
    assert tier_for(999_999, 99, (), YEAR) is None


@pytest.mark.parametrize(
    ("typed", "falling"),
    [
        (((100, 150), (50, 120)), ()),
        (((100, 120), (50, 120)), ()),
        (((100, 120), (50, 150)), (FallingRate(1, 0),)),
        (((300, 110), (100, 200), (200, 120)), (FallingRate(1, 2), FallingRate(1, 0))),
        (((300, 200), (100, 150), (200, 120)), (FallingRate(1, 2),)),
        (((0, 120), (50, 150)), ()),
        (((100, 0), (50, 150)), ()),
        ((), ()),
    ],
)
def test_a_higher_tier_that_earns_less_is_found(typed: tuple[tuple[int, int], ...], falling: tuple[FallingRate, ...]) -> None:
    drafts = [TierDraft(None, TierFields("", threshold, rate)) for threshold, rate in typed]
    assert falling_rates(drafts) == falling


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 12, 1), date(2025, 12, 1)),
        (date(2028, 2, 29), date(2027, 2, 28)),
        (date(2028, 3, 1), date(2027, 3, 1)),
        (date(2026, 5, 31), date(2025, 5, 31)),
    ],
)
def test_twelve_months_end_before_the_deciding_day(day: date, start: date) -> None:
    assert figure_periods(day, YEAR) == (Period(start, day),)


def test_the_calendar_year_before_counts_beside_the_running_one() -> None:
    calendar = replace(YEAR, period=TierPeriod.CALENDAR_YEAR)
    whole = Period(date(2026, 1, 1), date(2027, 1, 1))
    assert figure_periods(date(2027, 1, 1), calendar) == (whole, Period(date(2027, 1, 1), date(2027, 1, 1)))
    assert figure_periods(date(2027, 3, 1), calendar) == (whole, Period(date(2027, 1, 1), date(2027, 3, 1)))


def test_every_missed_first_is_decided_and_none_twice() -> None:
    assert deciding_days(date(2026, 10, 31), date(2027, 1, 1)) == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert deciding_days(date(2026, 11, 1), date(2026, 11, 30)) == []
    assert deciding_days(date(2026, 12, 1), date(2026, 11, 20)) == []
    assert next_deciding_day(date(2026, 12, 1)) == date(2027, 1, 1)
    assert next_deciding_day(date(2026, 12, 31)) == date(2027, 1, 1)


def test_up_is_at_once_and_over_two_tiers() -> None:
    assert next_tier_row(NO_STANDING, 104_300, 9, TIERS, YEAR, DECEMBER) == TierStanding(GOLD, DECEMBER, TierReason.UP, 104_300, 9)
    silver = TierStanding(SILVER, date(2026, 6, 1), TierReason.UP, 60_000, 5)
    assert next_tier_row(silver, 100_000, 9, TIERS, YEAR, DECEMBER) == TierStanding(GOLD, DECEMBER, TierReason.UP, 100_000, 9)


def test_nothing_is_added_when_nothing_changes() -> None:
    gold = TierStanding(GOLD, date(2026, 6, 1), TierReason.UP, 120_000, 9)
    assert next_tier_row(gold, 100_000, 4, TIERS, YEAR, DECEMBER) is None
    assert next_tier_row(NO_STANDING, 49_999, 4, TIERS, YEAR, DECEMBER) is None
    afresh = next_tier_row(gold, 130_000, 4, TIERS, YEAR, DECEMBER, is_afresh=True)
    assert afresh == TierStanding(GOLD, DECEMBER, TierReason.KEPT, 130_000, 4)


def test_a_tier_is_kept_for_the_grace_and_then_ends() -> None:
    """One month of grace: the figures fail on 1 March, gold holds through 31 March, on 1 April silver follows."""
    gold = TierStanding(GOLD, date(2026, 12, 1), TierReason.UP, 104_300, 9)
    grace = next_tier_row(gold, 96_000, 8, TIERS, YEAR, date(2027, 3, 1))
    assert grace == TierStanding(GOLD, date(2027, 3, 1), TierReason.GRACE, 96_000, 8, date(2027, 3, 31))
    assert next_tier_row(grace, 96_000, 8, TIERS, YEAR, date(2027, 3, 31)) is None
    down = next_tier_row(grace, 96_000, 8, TIERS, YEAR, date(2027, 4, 1))
    assert down == TierStanding(SILVER, date(2027, 4, 1), TierReason.DOWN, 96_000, 8)
    assert next_tier_row(down, 96_000, 8, TIERS, YEAR, date(2027, 4, 1)) is None


def test_two_months_of_grace_pass_two_deciding_days() -> None:
    settings = replace(YEAR, grace_months=2)
    gold = TierStanding(GOLD, date(2026, 6, 1), TierReason.UP)
    grace = next_tier_row(gold, 0, 0, TIERS, settings, date(2027, 1, 1))
    assert grace is not None and grace.grace_until == date(2027, 2, 28)
    assert next_tier_row(grace, 0, 0, TIERS, settings, date(2027, 2, 1)) is None
    gone = next_tier_row(grace, 0, 0, TIERS, settings, date(2027, 3, 1))
    assert gone == TierStanding(None, date(2027, 3, 1), TierReason.DOWN)


def test_whoever_reaches_the_tier_again_within_the_grace_keeps_it() -> None:
    grace = TierStanding(GOLD, date(2027, 3, 1), TierReason.GRACE, 96_000, 8, date(2027, 3, 31))
    for day in (date(2027, 3, 20), date(2027, 4, 1)):
        assert next_tier_row(grace, 100_000, 9, TIERS, YEAR, day) == TierStanding(GOLD, day, TierReason.KEPT, 100_000, 9)
    silver_grace = TierStanding(SILVER, date(2027, 3, 1), TierReason.GRACE, 0, 0, date(2027, 3, 31))
    assert next_tier_row(silver_grace, 100_000, 9, TIERS, YEAR, date(2027, 4, 1)) == TierStanding(
        GOLD, date(2027, 4, 1), TierReason.UP, 100_000, 9
    )


def test_after_grace_the_next_fall_has_a_grace_of_its_own() -> None:
    kept = TierStanding(GOLD, date(2027, 4, 1), TierReason.KEPT, 100_000, 9)
    again = next_tier_row(kept, 99_000, 9, TIERS, YEAR, date(2027, 5, 1))
    assert again is not None and (again.reason, again.grace_until) == (TierReason.GRACE, date(2027, 5, 31))


def test_without_grace_it_goes_down_at_once() -> None:
    gold = TierStanding(GOLD, date(2026, 6, 1), TierReason.UP)
    down = next_tier_row(gold, 0, 0, TIERS, replace(YEAR, grace_months=0), DECEMBER)
    assert down == TierStanding(None, DECEMBER, TierReason.DOWN)


def test_nobody_is_kept_in_a_tier_given_by_mistake_today() -> None:
    today = date(2026, 11, 20)
    mistaken = TierStanding(GOLD, today, TierReason.UP, 60_000, 5)
    assert next_tier_row(mistaken, 60_000, 5, TIERS, YEAR, today) == TierStanding(SILVER, today, TierReason.DOWN, 60_000, 5)
    long_held = TierStanding(GOLD, today, TierReason.KEPT, 100_000, 5)
    kept = next_tier_row(long_held, 60_000, 5, TIERS, YEAR, today)
    assert kept is not None and (kept.reason, kept.grace_until) == (TierReason.GRACE, date(2026, 12, 19))


def test_a_grace_that_begins_on_the_31st_ends_with_the_short_month() -> None:
    assert grace_end(date(2027, 1, 31), YEAR) == date(2027, 2, 27)
    assert grace_end(date(2028, 1, 31), YEAR) == date(2028, 2, 28)
    assert grace_end(date(2028, 2, 1), YEAR) == date(2028, 2, 29)


def test_a_tier_set_by_hand_holds_against_the_figures_until_its_day() -> None:
    for_ever = TierStanding(GOLD, date(2026, 6, 1), TierReason.HAND)
    assert next_tier_row(for_ever, 0, 0, TIERS, YEAR, date(2036, 1, 1)) is None
    kept_low = TierStanding(None, date(2026, 6, 1), TierReason.HAND)
    assert next_tier_row(kept_low, 500_000, 50, TIERS, YEAR, DECEMBER) is None
    until = TierStanding(GOLD, date(2026, 6, 1), TierReason.HAND, grace_until=date(2026, 12, 1))
    assert next_tier_row(until, 0, 0, TIERS, YEAR, DECEMBER) is None
    january = date(2027, 1, 1)
    assert next_tier_row(until, 0, 0, TIERS, YEAR, january) == TierStanding(None, january, TierReason.DOWN)
    assert next_tier_row(until, 100_000, 9, TIERS, YEAR, january) == TierStanding(GOLD, january, TierReason.KEPT, 100_000, 9)


def test_a_withdrawn_tier_gives_way_to_what_the_figures_reach() -> None:
    bronze = TierRow(9, 0, TierFields("ブロンズ", 20_000))
    held = TierStanding(bronze, date(2026, 6, 1), TierReason.HAND)
    assert next_tier_row(held, 0, 0, TIERS, YEAR, DECEMBER) == TierStanding(None, DECEMBER, TierReason.DOWN)
    assert next_tier_row(held, 60_000, 1, TIERS, YEAR, DECEMBER) == TierStanding(SILVER, DECEMBER, TierReason.UP, 60_000, 1)


@given(
    figures=st.lists(st.integers(0, 200_000), min_size=1, max_size=30),
    grace=st.integers(0, 4),
)
def test_months_in_a_row_are_decided_once_and_never_early(figures: list[int], grace: int) -> None:
    """Deciding again adds nothing; a tier is never below the figures, and above them for at most the grace."""
    settings = replace(YEAR, grace_months=grace)
    standing, day, above = NO_STANDING, date(2026, 1, 1), 0
    for amount in figures:
        standing = next_tier_row(standing, amount, 1, TIERS, settings, day) or standing
        assert next_tier_row(standing, amount, 1, TIERS, settings, day) is None
        height = 0 if standing.tier is None else standing.tier.fields.threshold
        reached = tier_for(amount, 1, TIERS, settings)
        floor = 0 if reached is None else reached.fields.threshold
        assert height >= floor
        above = above + 1 if height > floor else 0
        assert above <= grace
        day = next_deciding_day(day)


def draft(name: str, threshold: int, rate: int = 100) -> TierDraft:
    return TierDraft(None, TierFields(name, threshold, rate))


def test_tiers_are_kept_lowest_first_and_tidy() -> None:
    typed = (draft("  ゴールド ", 100_000, 150), TierDraft(7, TierFields("シルバー", 50_000, 120, " お茶 ")))
    found = checked_tiers(typed, YEAR)
    assert [(d.id, d.fields.name, d.fields.perks) for d in found] == [(7, "シルバー", "お茶"), (None, "ゴールド", "")]
    assert checked_tiers((), LoyaltySettings()) == ()


@pytest.mark.parametrize(
    ("drafts", "settings", "error", "field", "place"),
    [
        ((), YEAR, TiersMissing, "", None),
        ((draft("ゴールド", 5),), replace(YEAR, grace_months=13), GraceOutOfRange, "grace", None),
        ((draft("ゴールド", 5), draft(" ", 9)), YEAR, TierNameMissing, "name", 1),
        ((draft("ゴールド", 5), draft("ゴールド", 9)), YEAR, TierNameTaken, "name", 1),
        ((draft("ゴールド", 0),), YEAR, TierThresholdWrong, "threshold", 0),
        ((draft("ゴールド", 5), draft("シルバー", 5)), YEAR, TierThresholdWrong, "threshold", 1),
        ((draft("ゴールド", 5, 99),), YEAR, TierRateWrong, "rate", 0),
        ((draft("ゴールド", 5, 1001),), YEAR, TierRateWrong, "rate", 0),
    ],
)
def test_what_cannot_be_is_refused_where_it_was_typed(
    drafts: tuple[TierDraft, ...], settings: LoyaltySettings, error: type[DomainError], field: str, place: int | None
) -> None:
    with pytest.raises(error) as refused:
        checked_tiers(drafts, settings)
    assert (refused.value.field, refused.value.values.get("place")) == (field, place)


def test_settings_survive_being_stored() -> None:
    settings = LoyaltySettings(True, TierBasis.VISITS, TierPeriod.CALENDAR_YEAR, 3, True)
    assert LoyaltySettings.from_json(settings.as_json()) == settings
    assert LoyaltySettings.from_json({}) == LoyaltySettings()
