"""Who came through a customer, directly and through others, and what that has brought the shop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.codes import Brought, BroughtRow, ReferralView
from app.domain.customers import CustomerKind
from app.models.counter import Referral
from app.models.customer import Customer
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.summary import CustomerStat
from app.queries.codes import referral_code_of

_PORTION = 500


def referrals_of(session: Session, customer_id: int) -> ReferralView:
    """The tree below a customer. Somebody who stands in it twice through an old circle is named once, where he is nearest."""
    names = {customer_id: ""}
    people: list[BroughtRow] = []
    above, level = [customer_id], 0
    while above:
        level += 1
        found = [row for row in _brought_by(session, above) if row.id not in names]
        names |= {row.id: row.name for row in found}
        margins, first_days, coded = margins_so_far(session, [row.id for row in found]), _first_days(session, found), _coded(session, found)
        people += [
            BroughtRow(
                row.id,
                row.name,
                row.kind is CustomerKind.COMPANY,
                level,
                names[row.referred_by_id or 0],
                first_days.get(row.id),
                margins.get(row.id, 0),
                row.id in coded,
            )
            for row in found
        ]
        above = [row.id for row in found]
    direct = [row for row in people if row.level == 1]
    further = [row for row in people if row.level > 1]
    return ReferralView(referral_code_of(session, customer_id), _together(direct), _together(further), tuple(people))


def _together(people: Sequence[BroughtRow]) -> Brought:
    return Brought(len(people), sum(row.margin for row in people))


def _brought_by(session: Session, above: Sequence[int]) -> list[Customer]:
    found: list[Customer] = []
    for part in _parts(above):
        query = select(Customer).where(Customer.referred_by_id.in_(part)).order_by(Customer.referred_by_id, Customer.id)
        found += session.scalars(query)
    return found


def margins_so_far(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """The gross margin of each so far: net sales of a line times the margin rate of its product, of its group, else of the shop."""
    book = product_book(session)
    sums: dict[int | None, Decimal] = {}
    line = (PurchaseLine.product_code, PurchaseLine.product, PurchaseLine.product_group)
    for part in _parts(ids):
        query = (
            select(Purchase.customer_id, *line, func.sum(PurchaseLine.amount))
            .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
            .where(Purchase.customer_id.in_(part))
            .group_by(Purchase.customer_id, *line)
        )
        for number, code, name, group, amount in session.execute(query):
            sums[number] = sums.get(number, Decimal(0)) + amount * Decimal(str(book.margin_rate_of(code, name, group)))
    return {number: int(total.quantize(Decimal(1), ROUND_HALF_UP)) for number, total in sums.items() if number is not None}


def _first_days(session: Session, found: Sequence[Customer]) -> dict[int, date | None]:
    days: dict[int, date | None] = {}
    for part in _parts([row.id for row in found]):
        query = select(CustomerStat.customer_id, CustomerStat.first_day).where(CustomerStat.customer_id.in_(part))
        days |= {row.customer_id: row.first_day for row in session.execute(query)}
    return days


def _coded(session: Session, found: Sequence[Customer]) -> set[int]:
    """Those who came with a code, so that both sides got their points."""
    coded: set[int] = set()
    for part in _parts([row.id for row in found]):
        coded.update(session.scalars(select(Referral.referred_id).where(Referral.referred_id.in_(part))))
    return coded


def _parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))
