"""Tiers in a real file: decided, missed, undone, set by hand, looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ChangedSince
from app.domain.customer_rows import TimelineKind
from app.domain.figures import InTier, TierChange
from app.domain.periods import Period
from app.domain.tiers import (
    LoyaltySettings,
    NotSetByHand,
    TierBasis,
    TierDraft,
    TierEndPassed,
    TierFields,
    TierGone,
    TierMove,
    TierPeriod,
    TierReason,
    TiersOff,
)
from app.models.database import Database
from app.models.points import CustomerTier
from app.models.tier_rows import read_figures, read_loyalty, read_tiers_on
from app.queries.people import people_behind
from app.queries.tiers import preview_tiers, tier_board, tier_on, tier_view, tiers
from app.queries.timeline import timeline
from app.services.actions import redo, undo
from app.services.customers import archive_customer, mark_customer, restore_customer
from app.services.purchases import refund_visit
from app.services.tiers import decide_tiers, release_tier, set_tier, set_tiers, tier_of
from tests.factories import NOW, TODAY, add_customer, add_purchase

SILVER = TierDraft(None, TierFields("シルバー", 50_000, 120))
GOLD = TierDraft(None, TierFields("ゴールド", 100_000, 150, "お誕生月にヘッドスパ"))
ON = LoyaltySettings(tiers_on=True)
DECEMBER = date(2026, 12, 1)
JANUARY = date(2027, 1, 1)


@pytest.fixture
def people(database: Database) -> dict[str, int]:
    """On 20 November 2026: Kazuko bought for 104,300 within 12 months, Mari for 60,000, Sachiko for 9,000 and Ayumi nothing."""
    with database.write() as session:
        found = {name: add_customer(session, name) for name in ("Kazuko", "Mari", "Sachiko", "Ayumi")}
        add_purchase(session, found["Kazuko"], date(2025, 11, 20), 54_300)
        add_purchase(session, found["Kazuko"], date(2026, 6, 10), 50_000)
        add_purchase(session, found["Mari"], date(2025, 12, 31), 60_000)
        add_purchase(session, found["Sachiko"], date(2026, 10, 1), 9_000)
    return found


@pytest.fixture
def in_tiers(database: Database, people: dict[str, int]) -> dict[str, int]:
    with database.write() as session:
        set_tiers(session, (GOLD, SILVER), ON, now=NOW, today=TODAY)
    return people


def names(database: Database, people: dict[str, int], day: date) -> dict[str, str]:
    with database.read() as session:
        return {name: tier_of(session, number, day)[0] for name, number in people.items()}


def decide(database: Database, today: date) -> tuple[int, int, int]:
    with database.write() as session:
        outcome = decide_tiers(session, now=NOW, today=today)
    return outcome.raised, outcome.lowered, outcome.graced


def rows(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(CustomerTier)) or 0


def test_switching_on_decides_everybody_for_the_day(in_tiers: dict[str, int], database: Database) -> None:
    assert names(database, in_tiers, TODAY) == {"Kazuko": "ゴールド", "Mari": "シルバー", "Sachiko": "", "Ayumi": ""}
    assert set(names(database, in_tiers, TODAY - timedelta(days=1)).values()) == {""}
    with database.read() as session:
        standing = tier_on(session, in_tiers["Kazuko"], TODAY)
        assert tier_of(session, in_tiers["Kazuko"], TODAY) == ("ゴールド", 150)
    assert (standing.since, standing.reason, standing.amount, standing.visits) == (TODAY, TierReason.UP, 104_300, 2)


def test_the_first_of_a_month_moves_up_keeps_and_moves_down(in_tiers: dict[str, int], database: Database) -> None:
    """On 1 December the purchase of 20 November 2025 is out: Kazuko's 50,000 reach silver, gold is kept through 31 December."""
    with database.write() as session:
        add_purchase(session, in_tiers["Sachiko"], TODAY, 41_000)
    assert decide(database, date(2026, 11, 30)) == (0, 0, 0)
    assert decide(database, DECEMBER) == (1, 0, 1)
    assert names(database, in_tiers, DECEMBER) == {"Kazuko": "ゴールド", "Mari": "シルバー", "Sachiko": "シルバー", "Ayumi": ""}
    with database.read() as session:
        assert tier_on(session, in_tiers["Kazuko"], DECEMBER).grace_until == date(2026, 12, 31)
    assert decide(database, DECEMBER) == (0, 0, 0)
    assert decide(database, JANUARY) == (0, 1, 1)
    after = names(database, in_tiers, JANUARY)
    assert (after["Kazuko"], after["Mari"]) == ("シルバー", "シルバー")
    assert names(database, in_tiers, date(2026, 12, 31))["Kazuko"] == "ゴールド"


def test_missed_months_are_decided_one_after_the_other(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        outcome = decide_tiers(session, now=NOW, today=date(2027, 3, 15))
    assert outcome.days == (DECEMBER, JANUARY, date(2027, 2, 1), date(2027, 3, 1))
    tiers_then = [names(database, in_tiers, day)["Kazuko"] for day in (TODAY, date(2026, 12, 31), JANUARY)]
    assert tiers_then == ["ゴールド", "ゴールド", "シルバー"]
    assert [names(database, in_tiers, day)["Mari"] for day in (date(2027, 1, 31), date(2027, 2, 1))] == ["シルバー", ""]


def test_missed_or_decided_in_time_comes_to_the_same(in_tiers: dict[str, int], database: Database) -> None:
    columns = (CustomerTier.customer_id, CustomerTier.tier_id, CustomerTier.day, CustomerTier.reason, CustomerTier.grace_until)
    history = select(*columns).order_by(CustomerTier.day, CustomerTier.customer_id)
    with database.write() as session:
        trial = session.begin_nested()
        decide_tiers(session, now=NOW, today=date(2027, 3, 15))
        missed = session.execute(history).all()
        trial.rollback()
    for day in (DECEMBER, date(2026, 12, 24), JANUARY, date(2027, 2, 1), date(2027, 3, 1)):
        decide(database, day)
    with database.read() as session:
        assert session.execute(history).all() == missed
    assert len(missed) == 6


def test_a_clock_that_went_back_changes_nothing(in_tiers: dict[str, int], database: Database) -> None:
    decide(database, JANUARY)
    with database.read() as session:
        before = rows(session)
    assert decide(database, DECEMBER) == (0, 0, 0)
    with database.read() as session:
        assert rows(session) == before


def test_a_purchase_given_back_counts_no_more(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        bought = add_purchase(session, in_tiers["Ayumi"], TODAY, 70_000)
        refund_visit(session, bought, amount=30_000, day=TODAY, now=NOW, today=TODAY)
    decide(database, DECEMBER)
    assert names(database, in_tiers, DECEMBER)["Ayumi"] == ""


def test_visits_are_days(people: dict[str, int], database: Database) -> None:
    with database.write() as session:
        for hour in (10, 11, 12):
            add_purchase(session, people["Ayumi"], date(2026, 11, 3), 100, time=time(hour))
        add_purchase(session, people["Ayumi"], date(2026, 11, 4), 100)
        often = TierDraft(None, TierFields("常連", 3))
        set_tiers(session, (often,), replace(ON, basis=TierBasis.VISITS), now=NOW, today=TODAY)
        assert tier_of(session, people["Ayumi"], TODAY) == ("", 100)
        assert tier_view(session, people["Ayumi"], TODAY).missing == 1


def test_the_better_calendar_year_counts(people: dict[str, int], database: Database) -> None:
    """2025: Kazuko 54,300, Mari 60,000. 2026 so far: Kazuko 50,000, Mari nothing, Sachiko 9,000."""
    with database.write() as session:
        set_tiers(session, (SILVER, GOLD), replace(ON, period=TierPeriod.CALENDAR_YEAR), now=NOW, today=TODAY)
        assert [tier_on(session, people[name], TODAY).amount for name in ("Kazuko", "Mari")] == [54_300, 60_000]
        add_purchase(session, people["Sachiko"], TODAY, 61_000)
    assert decide(database, DECEMBER) == (1, 0, 0)
    decide(database, JANUARY)
    with database.read() as session:
        assert tier_on(session, people["Kazuko"], JANUARY).reason is TierReason.UP
        assert tier_on(session, people["Mari"], JANUARY).grace_until == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("start", "end", "amount", "visits"),
    [
        (date(2025, 11, 20), date(2026, 11, 20), 104_300, 2),
        (date(2025, 11, 21), date(2026, 11, 20), 50_000, 1),
        (date(2026, 6, 10), date(2026, 6, 11), 50_000, 1),
        (date(2026, 6, 1), date(2026, 6, 10), 0, 0),
        (date(2026, 5, 31), date(2026, 7, 1), 50_000, 1),
        (date(2025, 11, 1), date(2026, 6, 10), 54_300, 1),
        (date(2026, 6, 10), date(2026, 6, 10), 0, 0),
    ],
)
def test_figures_of_any_days(people: dict[str, int], database: Database, start: date, end: date, amount: int, visits: int) -> None:
    with database.read() as session:
        own = read_figures(session, Period(start, end), people["Kazuko"])
        everyone = read_figures(session, Period(start, end))
    assert (int(own.amount.sum()), int(own.visits.sum())) == (amount, visits)
    place = everyone.customer == people["Kazuko"]
    assert (int(everyone.amount[place].sum()), int(everyone.visits[place].sum())) == (amount, visits)


def test_new_settings_are_one_act_that_comes_and_goes(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        silver, gold = (TierDraft(row.id, row.fields) for row in tiers(session)[::-1])
        wide = replace(gold, fields=replace(gold.fields, threshold=9_000, name="プラチナ"))
        action = set_tiers(session, (silver, wide), replace(ON, grace_months=0), now=NOW, today=TODAY)
    assert names(database, in_tiers, TODAY) == {"Kazuko": "シルバー", "Mari": "シルバー", "Sachiko": "プラチナ", "Ayumi": ""}
    with database.write() as session:
        undo(session, action, now=NOW)
    assert names(database, in_tiers, TODAY) == {"Kazuko": "ゴールド", "Mari": "シルバー", "Sachiko": "", "Ayumi": ""}
    with database.write() as session:
        assert read_loyalty(session).grace_months == 1
        redo(session, now=NOW)
    assert names(database, in_tiers, TODAY)["Sachiko"] == "プラチナ"


def test_the_first_settings_can_be_undone_with_their_tiers(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        undo(session, now=NOW)
        assert tiers(session) == () and not read_loyalty(session).tiers_on
        assert decide_tiers(session, now=NOW, today=JANUARY).days == ()
    assert set(names(database, in_tiers, TODAY).values()) == {""}
    with database.write() as session:
        set_tiers(session, (replace(SILVER, fields=replace(SILVER.fields, threshold=9_000)),), ON, now=NOW, today=TODAY)
    assert names(database, in_tiers, TODAY) == {"Kazuko": "シルバー", "Mari": "シルバー", "Sachiko": "シルバー", "Ayumi": ""}


def test_settings_that_months_were_decided_by_are_not_undone(in_tiers: dict[str, int], database: Database) -> None:
    decide(database, DECEMBER)
    with database.write() as session, pytest.raises(ChangedSince):
        undo(session, now=NOW)


def test_switched_off_nobody_is_in_a_tier_and_nothing_is_decided(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        drafts = [TierDraft(row.id, row.fields) for row in tiers(session)]
        set_tiers(session, drafts, LoyaltySettings(), now=NOW, today=TODAY)
    assert set(names(database, in_tiers, TODAY).values()) == {""}
    assert decide(database, JANUARY) == (0, 0, 0)
    with database.read() as session:
        assert len(read_tiers_on(session, TODAY).customer) == 0
        board = tier_board(session, TODAY)
    assert [line.count for line in board.rows] == [0, 0, 4]


def test_other_words_and_rates_decide_nothing(in_tiers: dict[str, int], database: Database) -> None:
    later = TODAY + timedelta(days=5)
    with database.write() as session:
        add_purchase(session, in_tiers["Sachiko"], TODAY, 41_000)
    with database.read() as session:
        before, drafts = rows(session), [TierDraft(row.id, replace(row.fields, perks="お茶", rate=200)) for row in tiers(session)]
        preview = preview_tiers(session, drafts, replace(ON, grace_months=2), later)
    assert (preview.counts, preview.is_decided) == ((1, 1), False)
    with database.write() as session:
        action = set_tiers(session, drafts, replace(ON, grace_months=2), now=NOW, today=later)
        assert action is not None and rows(session) == before
        assert tier_of(session, in_tiers["Kazuko"], later) == ("ゴールド", 200)
        assert set_tiers(session, drafts, replace(ON, grace_months=2), now=NOW, today=later) is None
    assert decide(database, DECEMBER) == (1, 0, 1)
    with database.write() as session:
        undo(session, action, now=NOW)
        assert tier_of(session, in_tiers["Kazuko"], DECEMBER) == ("ゴールド", 150)


def test_what_the_settings_say_of_points_stays(database: Database) -> None:
    from app.models.shop import Shop

    with database.write() as session:
        session.scalars(select(Shop)).one().loyalty = LoyaltySettings(allow_negative=True).as_json()
        session.flush()
        set_tiers(session, (SILVER,), ON, now=NOW, today=TODAY)
        assert read_loyalty(session) == replace(ON, allow_negative=True)


def test_a_withdrawn_tier_leaves_nobody_in_it(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        silver = next(row for row in tiers(session) if row.fields.name == "シルバー")
        set_tiers(session, (TierDraft(silver.id, silver.fields),), ON, now=NOW, today=TODAY)
    assert names(database, in_tiers, TODAY)["Kazuko"] == "シルバー"
    with database.write() as session, pytest.raises(TierGone):
        set_tiers(session, (TierDraft(99, GOLD.fields),), ON, now=NOW, today=TODAY)


def test_a_tier_set_by_hand_stays_through_its_day_and_can_be_released(in_tiers: dict[str, int], database: Database) -> None:
    ayumi = in_tiers["Ayumi"]
    with database.write() as session:
        gold = tiers(session)[0].id
        action = set_tier(session, ayumi, gold, now=NOW, today=TODAY, until=date(2026, 12, 31))
        assert tier_of(session, ayumi, TODAY) == ("ゴールド", 150)
        undo(session, action, now=NOW)
        assert tier_of(session, ayumi, TODAY) == ("", 100)
        redo(session, now=NOW)
    decide(database, DECEMBER)
    assert names(database, in_tiers, date(2026, 12, 31))["Ayumi"] == "ゴールド"
    decide(database, JANUARY)
    assert names(database, in_tiers, JANUARY)["Ayumi"] == ""
    with database.write() as session:
        set_tier(session, ayumi, gold, now=NOW, today=JANUARY)
        release_tier(session, ayumi, now=NOW, today=JANUARY)
        assert tier_of(session, ayumi, JANUARY) == ("", 100)
        with pytest.raises(NotSetByHand):
            release_tier(session, ayumi, now=NOW, today=JANUARY)


def test_what_cannot_be_set_by_hand(people: dict[str, int], database: Database) -> None:
    with database.write() as session:
        with pytest.raises(TiersOff):
            set_tier(session, people["Ayumi"], None, now=NOW, today=TODAY)
        set_tiers(session, (GOLD,), ON, now=NOW, today=TODAY)
        with pytest.raises(TierGone):
            set_tier(session, people["Ayumi"], 99, now=NOW, today=TODAY)
        with pytest.raises(TierEndPassed):
            set_tier(session, people["Ayumi"], None, now=NOW, today=TODAY, until=TODAY - timedelta(days=1))


def test_the_board_counts_and_names_the_same_people(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        add_purchase(session, in_tiers["Sachiko"], TODAY, 41_000)
    with database.read() as session:
        board = tier_board(session, TODAY)
        gold, silver, regular = board.rows
        assert (board.next_day, board.members) == (DECEMBER, 4)
        assert [(line.count, line.up, line.down, line.grace) for line in board.rows] == [(1, 0, 0, 1), (1, 1, 0, 0), (2, 0, 0, 0)]
        assert gold.tier is not None and silver.tier is not None and regular.tier is None
        assert people_behind(session, TierChange(silver.tier.id, TierMove.UP, TODAY)) == [in_tiers["Sachiko"]]
        assert people_behind(session, TierChange(gold.tier.id, TierMove.GRACE, TODAY)) == [in_tiers["Kazuko"]]
        assert people_behind(session, InTier(gold.tier.id, TODAY)) == [in_tiers["Kazuko"]]
        assert people_behind(session, InTier(None, TODAY)) == sorted((in_tiers["Sachiko"], in_tiers["Ayumi"]))
    decide(database, DECEMBER)
    assert _going_down_from_gold(database) == (1, 1, [in_tiers["Kazuko"]])
    with database.write() as session:
        archive_customer(session, in_tiers["Kazuko"], now=NOW)
    assert _going_down_from_gold(database) == (0, 0, [])
    with database.write() as session:
        restore_customer(session, in_tiers["Kazuko"], now=NOW)
    assert _going_down_from_gold(database) == (1, 1, [in_tiers["Kazuko"]])
    with database.write() as session:
        mark_customer(session, in_tiers["Kazuko"], now=NOW, is_deceased=True)
    assert _going_down_from_gold(database) == (0, 0, [])


def _going_down_from_gold(database: Database) -> tuple[int, int, list[int]]:
    """How many are in the highest tier, how many leave it on the first of December, and who."""
    with database.read() as session:
        gold = tier_board(session, DECEMBER).rows[0]
        assert gold.tier is not None
        return gold.count, gold.down, people_behind(session, TierChange(gold.tier.id, TierMove.DOWN, DECEMBER))


def test_a_preview_is_what_saving_makes(in_tiers: dict[str, int], database: Database) -> None:
    with database.read() as session:
        silver, gold = (TierDraft(row.id, row.fields) for row in tiers(session)[::-1])
        harder = replace(gold, fields=replace(gold.fields, threshold=105_000))
        bronze = TierDraft(None, TierFields("ブロンズ", 9_000))
        assert preview_tiers(session, (bronze, silver, harder), ON, TODAY) == preview_tiers(session, (bronze, silver, harder), ON, TODAY)
        preview = preview_tiers(session, (harder, bronze, silver), ON, TODAY)
    assert (preview.counts, preview.others, preview.in_grace) == ((0, 1, 2), 1, 0)
    later = TODAY + timedelta(days=1)
    with database.read() as session:
        preview = preview_tiers(session, (harder, bronze, silver), ON, later)
    assert (preview.counts, preview.others, preview.in_grace) == ((1, 1, 1), 1, 1)
    with database.write() as session:
        set_tiers(session, (harder, bronze, silver), ON, now=NOW, today=later)
    with database.read() as session:
        assert [line.count for line in tier_board(session, later).rows] == [1, 1, 1, 1]


def test_one_customer_is_told_what_comes(in_tiers: dict[str, int], database: Database) -> None:
    with database.read() as session:
        kazuko, mari, ayumi = (tier_view(session, in_tiers[name], TODAY) for name in ("Kazuko", "Mari", "Ayumi"))
    assert (kazuko.rank, kazuko.next_tier, kazuko.missing, kazuko.amount) == (0, None, 0, 50_000)
    assert kazuko.coming is not None and kazuko.coming.reason is TierReason.GRACE
    assert mari.next_tier is not None and (mari.rank, mari.next_tier.fields.name, mari.missing, mari.coming) == (
        1,
        "ゴールド",
        40_000,
        None,
    )
    assert (ayumi.rank, ayumi.standing.tier, ayumi.missing, ayumi.held_since) == (2, None, 50_000, None)


def test_the_tier_is_held_since_it_was_reached(in_tiers: dict[str, int], database: Database) -> None:
    decide(database, DECEMBER)
    with database.read() as session:
        view = tier_view(session, in_tiers["Kazuko"], DECEMBER)
    assert (view.standing.since, view.held_since) == (DECEMBER, TODAY)


def test_all_rates_at_once(in_tiers: dict[str, int], database: Database) -> None:
    import numpy as np

    with database.read() as session:
        found = read_tiers_on(session, TODAY)
        before = read_tiers_on(session, TODAY - timedelta(days=1))
    everyone = np.array([in_tiers[name] for name in ("Ayumi", "Kazuko", "Mari", "Sachiko")])
    assert found.rate_of(everyone).tolist() == [100, 150, 120, 100]
    assert before.rate_of(everyone).tolist() == [100] * 4
    assert [found.name_of(int(number)) for number in everyone] == ["", "ゴールド", "シルバー", ""]


def test_pages_are_told(in_tiers: dict[str, int], database: Database) -> None:
    from app.domain.entities import Entity
    from app.models.changes import changed_in

    with database.write() as session:
        decide_tiers(session, now=NOW, today=DECEMBER)
        assert Entity.POINTS in changed_in(session)
    with database.write() as session:
        drafts = [TierDraft(row.id, row.fields) for row in tiers(session)]
        set_tiers(session, drafts, LoyaltySettings(), now=NOW, today=DECEMBER)
    with database.write() as session:
        undo(session, now=NOW)
        assert Entity.POINTS in changed_in(session)


def test_the_history_of_a_customer_names_every_change(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        decide_tiers(session, now=NOW, today=date(2027, 12, 1))
    with database.read() as session:
        entries = [entry for entry in timeline(session, in_tiers["Kazuko"]) if entry.kind is TimelineKind.TIER]
    assert [(entry.day, entry.title) for entry in entries] == [
        (date(2027, 8, 1), ""),
        (JANUARY, "シルバー"),
        (TODAY, "ゴールド"),
    ]


def test_what_undone_settings_gave_is_not_kept_in_grace_by_the_next(in_tiers: dict[str, int], database: Database) -> None:
    with database.write() as session:
        silver, gold = (TierDraft(row.id, row.fields) for row in tiers(session)[::-1])
        generous = (silver, replace(gold, fields=replace(gold.fields, threshold=60_000)))
        action = set_tiers(session, generous, ON, now=NOW, today=TODAY)
    assert names(database, in_tiers, TODAY)["Mari"] == "ゴールド"
    with database.write() as session:
        undo(session, action, now=NOW)
        lower = replace(silver, fields=replace(silver.fields, threshold=40_000))
        set_tiers(session, (lower, gold), ON, now=NOW, today=TODAY + timedelta(days=5))
    assert names(database, in_tiers, TODAY + timedelta(days=5)) == {"Kazuko": "ゴールド", "Mari": "シルバー", "Sachiko": "", "Ayumi": ""}
