"""Patterns of a shop: what is bought after what, and who leaves."""

from __future__ import annotations

from datetime import date, timedelta

from app.domain.figure_people import FilterKind
from app.domain.periods import Period
from app.domain.purchases import LineFields
from app.models.database import Database
from app.queries.figure_scope import Scope
from app.queries.first_products import first_products
from app.queries.patterns import patterns
from app.queries.people import people_behind
from app.queries.rates_by import rates_by, touches_by_staff
from tests.factories import TODAY, add_customer, add_purchase, add_staff

SPRING = date(2026, 4, 1)


def line(product: str) -> tuple[LineFields, ...]:
    return (LineFields(product, unit_price=3_000, amount=3_000),)


def test_what_is_bought_after_what_and_by_whom_not_yet(database: Database) -> None:
    """Of 20 who bought a cut 15 bought care 30 days later; of 20 who bought a colour 1 did."""
    with database.write() as session:
        cut = [add_customer(session, f"客 {n}") for n in range(20)]
        colour = [add_customer(session, f"色 {n}") for n in range(20)]
        for place, who in enumerate(cut):
            add_purchase(session, who, SPRING, lines=line("カット"))
            add_purchase(session, who, SPRING + timedelta(days=30), lines=line("ケア" if place < 15 else "カット"))
        for place, who in enumerate(colour):
            add_purchase(session, who, SPRING, lines=line("カラー"))
            if place == 0:
                add_purchase(session, who, SPRING + timedelta(days=30), lines=line("ケア"))
    with database.read() as session:
        found = patterns(session, TODAY)
        assert [(row.first, row.then) for row in found.follows] == [("カット", "ケア")]
        row = found.follows[0]
        assert (row.rate.numerator, row.rate.denominator, row.is_sure) == (15, 20, True)
        assert (row.support, row.lift) == (15 / 40, (15 / 20) / (16 / 40))
        assert people_behind(session, row.people) == cut[:15]
        assert people_behind(session, row.missing) == cut[15:]


def test_who_leaves_by_what_they_began_with(database: Database) -> None:
    """Of 20 who began with a cut a year ago 18 still come, of 20 who began with a colour 2."""
    with database.write() as session:
        cut = [add_customer(session, f"客 {n}", channel="紹介") for n in range(20)]
        colour = [add_customer(session, f"色 {n}") for n in range(20)]
        for people, name, stay in ((cut, "カット", 18), (colour, "カラー", 2)):
            for place, who in enumerate(people):
                add_purchase(session, who, date(2025, 9, 10), lines=line(name))
                if place < stay:
                    add_purchase(session, who, date(2026, 10, 10), lines=line("シャンプー"))
        add_purchase(session, add_customer(session, "古い 方"), date(2024, 1, 5))
    with database.read() as session:
        assert first_products(session)["カラー"].tolist() == colour
        leaves = {(row.part.kind, row.part.value): row for row in patterns(session, TODAY).leaves}
        begun = leaves[FilterKind.FIRST_PRODUCT, "カラー"]
        assert (begun.rate.numerator, begun.rate.denominator, begun.is_higher) == (18, 20, True)
        assert people_behind(session, begun.people) == colour[2:]
        assert leaves[FilterKind.FIRST_PRODUCT, "カット"].is_higher is False
        assert leaves[FilterKind.CHANNEL, "紹介"].rate.numerator == 2


def test_the_return_rate_of_parts_against_all_others(database: Database) -> None:
    """Active on 1 August: 30 of each channel; 27 and 12 of them on 1 November."""
    with database.write() as session:
        add_purchase(session, add_customer(session, "古い 方"), date(2026, 1, 5))
        for channel, stay in (("紹介", 27), ("看板", 12)):
            for place in range(30):
                who = add_customer(session, f"{channel} {place}", channel=channel, prefecture="東京都")
                add_purchase(session, who, date(2026, 7, 1))
                if place < stay:
                    add_purchase(session, who, date(2026, 10, 1))
    with database.read() as session:
        rows = {row.part.value: row for row in rates_by(session, Scope(TODAY, Period(date(2026, 10, 1), date(2026, 11, 1))))}
        assert (rows["紹介"].rate.numerator, rows["紹介"].rate.denominator, rows["紹介"].is_higher) == (27, 30, True)
        assert rows["看板"].is_higher is False
        # Nobody is left to compare with.
        assert rows["東京都"].is_higher is None
        assert len(people_behind(session, rows["看板"].people)) == 12
        assert rates_by(session, Scope(TODAY, Period(date(2026, 10, 1), date(2026, 10, 8)))) == ()


def test_touch_points_of_each_member_of_staff(database: Database) -> None:
    with database.write() as session:
        add_staff(session)
        one, other = add_customer(session, "青木"), add_customer(session, "馬場")
        for day in (3, 9):
            add_purchase(session, one, date(2026, 10, day), staff="田中 美咲")
        add_purchase(session, other, date(2026, 10, 4))
    with database.read() as session:
        rows = touches_by_staff(session, Scope(TODAY, Period(date(2026, 10, 1), date(2026, 11, 1))))
        assert [(row.name, row.customers, row.total) for row in rows] == [("田中 美咲", 1, 2), ("", 1, 1)]
        assert people_behind(session, rows[0].people) == [one]
