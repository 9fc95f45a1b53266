"""How close the bond is and what customers have brought, over a period, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.figure_people import FigureFilter, FilterKind, Touch, Touched
from app.domain.periods import Period
from app.domain.products import GroupFields
from app.domain.purchases import LineFields
from app.domain.surveys import Answer
from app.domain.tiles import Tile, TileKey, TileNote
from app.models.database import Database
from app.queries.people import people_behind
from app.queries.tiles import tiles
from app.services.customers import add_contact
from app.services.products import add_group
from app.services.survey_responses import record_response
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff
from tests.surveys import add_survey, answered, nps

OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
REFERRED = FigureFilter(FilterKind.CHANNEL, "紹介")


def one(session: Session, key: TileKey, period: Period = OCTOBER, narrowed: FigureFilter | None = None) -> Tile:
    return tiles(session, TODAY, period, (key,), narrowed)[0]


def names(session: Session, tile: Tile) -> list[int]:
    assert tile.people is not None
    return people_behind(session, tile.people)


def touch(session: Session, customer: int, kind: ContactKind, day: date) -> None:
    add_contact(session, customer, kind, "話しました", now=NOW, day=day, staff_id=None)


def line(product: str, amount: int, group: str) -> LineFields:
    return LineFields(product, unit_price=amount, amount=amount, group=group)


def test_touch_points_are_visits_talks_and_mails_by_those_reached(database: Database) -> None:
    """A: two visits and a call; B: an e-mail; C: only a remark, which is no touch. 4 touches of 2 people."""
    with database.write() as session:
        a, b, c = add_customer(session, "青木", channel="紹介"), add_customer(session, "馬場"), add_customer(session, "千葉")
        add_purchase(session, a, date(2026, 10, 3))
        add_purchase(session, a, date(2026, 10, 9))
        touch(session, a, ContactKind.PHONE, date(2026, 10, 20))
        touch(session, b, ContactKind.EMAIL, date(2026, 10, 31))
        touch(session, c, ContactKind.NOTE, date(2026, 10, 5))
        touch(session, c, ContactKind.TALK, date(2026, 11, 1))
    with database.read() as session:
        shown = one(session, TileKey.TOUCH_POINTS)
        assert (shown.value, shown.count) == (2.0, 2)
        assert names(session, shown) == [a, b]
        assert one(session, TileKey.TOUCH_POINTS, narrowed=REFERRED).value == 3.0
        assert people_behind(session, Touched(OCTOBER, Touch.INFORMATION)) == [b]


def test_touches_belong_to_whoever_had_them(database: Database) -> None:
    with database.write() as session:
        staff = add_staff(session)
        a, b = add_customer(session, "青木"), add_customer(session, "馬場")
        add_purchase(session, a, date(2026, 10, 3), staff="田中 美咲")
        add_purchase(session, b, date(2026, 10, 4))
    with database.read() as session:
        assert people_behind(session, Touched(OCTOBER, Touch.VISIT, staff)) == [a]
        assert people_behind(session, Touched(OCTOBER, Touch.VISIT, 0)) == [b]


def test_what_customers_say_of_the_shop(database: Database) -> None:
    """Scores 10, 9, 9, 8, 2: 3 promoters and 1 detractor of 5: 40. Scales 5, 5, 4, 4, 2: 4.0."""
    with database.write() as session:
        survey = add_survey(session)
        people = [add_customer(session, f"客 {place}") for place in range(5)]
        for who, likely, scale in zip(people, (10, 9, 9, 8, 2), (5, 5, 4, 4, 2), strict=True):
            fields = answered(survey, nps(likely), Answer("staff", chosen=(str(scale),)), day=date(2026, 10, 7), customer_id=who)
            record_response(session, fields, now=NOW, today=TODAY)
    with database.read() as session:
        score, mean = one(session, TileKey.NPS), one(session, TileKey.SATISFACTION)
        assert score.value == pytest.approx(40.0)
        assert score.low is not None
        assert score.low < 40 < (score.high or 0)
        assert (score.count, score.is_reference, names(session, score)) == (5, True, people)
        assert mean.value == pytest.approx(4.0)
        assert names(session, mean) == people
        assert one(session, TileKey.NPS, Period(date(2026, 9, 1), date(2026, 10, 1))).note is TileNote.NOTHING_YET


def test_product_groups_of_those_who_came(database: Database) -> None:
    """A buys from two groups, B from one: 1.5. Before any group is said there is no figure."""
    with database.write() as session:
        a, b = add_customer(session, "青木"), add_customer(session, "馬場")
        add_purchase(session, a, date(2026, 10, 3), lines=(line("カット", 5_000, "ヘア"), line("シャンプー", 2_000, "物販")))
        add_purchase(session, b, date(2026, 10, 4), lines=(line("カラー", 8_000, "ヘア"),))
        add_purchase(session, b, date(2026, 9, 4), lines=(line("ワックス", 1_000, "物販"),))
    with database.read() as session:
        shown = one(session, TileKey.GROUPS_PER_CUSTOMER)
        assert shown.value == 1.5
        assert names(session, shown) == [a, b]
        assert one(session, TileKey.GROUPS_PER_CUSTOMER, Period(date(2026, 8, 1), date(2026, 9, 1))).note is TileNote.NOTHING_YET


@pytest.mark.parametrize("has_margins", [False, True])
def test_profit_so_far_of_everybody_and_of_some(database: Database, has_margins: bool) -> None:
    """A bought for 7,000 before November, B for 3,000. At 60 %: 6,000 over 2; goods at 20 %: 3,000 + 400 + 1,800."""
    with database.write() as session:
        a, b = add_customer(session, "青木", channel="紹介"), add_customer(session, "馬場")
        add_purchase(session, a, date(2026, 10, 3), lines=(line("カット", 5_000, "ヘア"), line("シャンプー", 2_000, "物販")))
        add_purchase(session, a, date(2026, 11, 3), lines=(line("カット", 5_000, "ヘア"),))
        add_purchase(session, b, date(2026, 9, 4), lines=(line("カット", 3_000, "ヘア"),))
        if has_margins:
            add_group(session, GroupFields("物販", 0.2), now=NOW)
    own = Period(date(2026, 10, 5), date(2026, 10, 31))
    with database.read() as session:
        everybody, then = one(session, TileKey.PROFIT_TO_DATE), one(session, TileKey.PROFIT_TO_DATE, own)
        assert everybody.value == then.value == (2_600 if has_margins else 3_000)
        assert names(session, everybody) == [a, b]
        referred = one(session, TileKey.PROFIT_TO_DATE, narrowed=REFERRED)
        assert (referred.value, referred.count) == (3_400 if has_margins else 4_200, 1)
