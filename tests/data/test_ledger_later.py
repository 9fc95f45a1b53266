"""The ledger of points where what happened later meets what happened before, on a real file."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.points import Expiry, ExpiryKind, NotEnoughPoints, RuleFields
from app.domain.purchases import LineFields, PurchaseFields
from app.models.database import Database
from app.models.points import PointLot
from app.queries.points import standing
from app.services.ledger import lapse, ledger_faults
from app.services.points import adjust_points, set_rule
from app.services.purchases import edit_visit, record_visit, refund_visit
from tests.factories import NOW, TODAY, add_customer


def line(amount: int) -> LineFields:
    return LineFields(product="カット", unit_price=amount, amount=amount)


def fields(amount: int, day: date = TODAY, used: int = 0) -> PurchaseFields:
    return PurchaseFields(day=day, lines=(line(amount),), points_used=used)


def lots(session: Session, customer: int) -> list[tuple[date, date | None, int]]:
    assert ledger_faults(session) == []
    query = select(PointLot.day, PointLot.expires, PointLot.left).where(PointLot.customer_id == customer, PointLot.left != 0)
    return [(day, expires, left) for day, expires, left in session.execute(query.order_by(PointLot.id))]


@pytest.fixture
def shop(database: Database) -> Database:
    with database.write() as session:
        set_rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 12)), valid_from=None, now=NOW)
        add_customer(session)
        add_customer(session)
    return database


def test_a_clock_set_back_over_a_refund_leaves_lapsed_points_lapsed(shop: Database) -> None:
    over, later = date(2028, 1, 10), date(2028, 3, 1)
    with shop.write() as session:
        purchase = record_visit(session, 1, fields(10_000), now=NOW, today=TODAY).purchase_id
        lapse(session, now=NOW, today=later)
        refund_visit(session, purchase, [line(4000)], now=NOW, today=later, day=later)
        record_visit(session, 1, fields(5000, later), now=NOW, today=later)
        lapse(session, now=NOW, today=date(2036, 1, 1))
        lapse(session, now=NOW, today=over)
        assert lots(session, 1) == [(later, date(2029, 3, 1), 50)]


@pytest.mark.parametrize("there", [9, 10])
def test_a_purchase_given_back_in_part_moves_to_who_has_the_points_it_still_uses(shop: Database, there: int) -> None:
    with shop.write() as session:
        for customer, points in ((1, 100), (2, there)):
            adjust_points(session, customer, points, "お詫び", now=NOW, today=TODAY)
        purchase = record_visit(session, 1, fields(100, used=100), now=NOW, today=TODAY).purchase_id
        refund_visit(session, purchase, [line(90)], now=NOW, today=TODAY)
    with shop.write() as session:
        if there < 10:
            with pytest.raises(NotEnoughPoints) as refused:
                edit_visit(session, purchase, fields(100, used=100), customer_id=2, now=NOW, today=TODAY)
            assert refused.value.values == {"wanted": 10, "left": 9}
        else:
            edit_visit(session, purchase, fields(100, used=100), customer_id=2, now=NOW, today=TODAY)
            assert (lots(session, 1), lots(session, 2)) == ([(TODAY, None, 100)], [])
            assert standing(session, 1, TODAY).balance == 100
