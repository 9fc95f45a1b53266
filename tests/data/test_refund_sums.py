"""What the refund says before is what the ledger takes back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.points import RuleFields
from app.domain.purchases import LineFields
from app.domain.refunds import refund_sums, returned_amount
from app.domain.shop import TaxEntry
from app.models.database import Database
from app.models.shop import Shop
from app.queries.points import standing
from app.queries.purchases import refund_basis
from app.services.points import set_rule
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

TEN, EIGHT = Decimal("0.1"), Decimal("0.08")


def bread(amount: int, rate: Decimal | None = EIGHT, *, earns: bool = True) -> LineFields:
    return LineFields(product="パン", unit_price=amount, amount=amount, tax_rate=rate, earns_points=earns)


@pytest.mark.parametrize("entry", list(TaxEntry))
@pytest.mark.parametrize(
    "lines",
    [
        (bread(10_001),),
        (bread(6000), bread(4001)),
        (bread(6000), bread(4001, TEN)),
        (bread(6000), bread(4001, earns=False)),
        (bread(10_001, earns=False),),
        (bread(10_001, None),),
    ],
)
def test_of_an_amount_given_back(database: Database, entry: TaxEntry, lines: tuple[LineFields, ...]) -> None:
    with database.write() as session:
        session.query(Shop).one().tax_entry = entry
        set_rule(session, RuleFields(amount=1, taxed=False), valid_from=None, now=NOW)
        customer = add_customer(session)
        number = add_purchase(session, customer, TODAY, lines=lines)
    for amount in (5000, 777):
        with database.write() as session:
            basis = refund_basis(session, number)
            said = refund_sums(basis.lines, basis.refunded, returned_amount(basis.lines, amount), entry, basis.points)
            refund_visit(session, number, None, amount, now=NOW, today=TODAY)
            assert standing(session, customer, TODAY).balance == said.balance_after
