"""What random histories are made of: the acts, what they are made with, and what is given back or undone of a purchase."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.domain.points import Expiry, ExpiryKind, PointLine, Rounding, RuleFields
from app.domain.purchases import LineFields, PurchaseFields
from tests.ledger.reference import Bought

KINDS = (
    "buy", "buy", "buy", "buy", "pay", "pay", "pay", "pay", "amount", "day", "owner", "points", "part back", "part back", "all back",
    "delete", "undo", "undo", "redo", "undo older", "merge", "correct", "take off", "opening", "opening", "reward", "reward", "days",
    "days", "last day", "last day", "months", "lapse", "clock", "rule", "rule", "tier", "race",
)  # fmt: skip
# Most of it happens to one person: what is used up by one act is what the next one misses.
PEOPLE_CHOSEN = (0, 0, 0, 0, 0, 1, 2)
AMOUNTS = (1000, 99, 100, 101, 999, 2500, 5000, 10_000, 12_345, 30_000)
DAYS_BACK = (0, 0, 0, 1, 3, 10, 31, 45)
RULES = (
    RuleFields(),
    RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 2)),
    RuleFields(amount=50, points=2, expiry=Expiry(ExpiryKind.AFTER_EARNING, 1, to_month_end=True)),
    RuleFields(expiry=Expiry(ExpiryKind.AFTER_VISIT, 1)),
    RuleFields(amount=10, rounding=Rounding.UP, point_value=5, expiry=Expiry(ExpiryKind.FIXED_DAY, month=3, day=31)),
    RuleFields(minimum=300, bonus_days=(10, 20), bonus_rate=200, first_visit_points=50, taxed=False),
    RuleFields(is_on=False),
)


@dataclass(frozen=True)
class Op:
    """`who` and `pick` choose a customer and one of the things there are, `size` how much, `back` how long ago."""

    kind: str
    who: int = 0
    pick: int = 0
    size: int = 0
    back: int = 0

    def __repr__(self) -> str:
        return f"Op({self.kind!r}, {self.who}, {self.pick}, {self.size}, {self.back})"


OPS = st.builds(Op, st.sampled_from(KINDS), st.sampled_from(PEOPLE_CHOSEN), st.integers(0, 5), st.integers(0, 9), st.integers(0, 7))


@dataclass(frozen=True)
class Plan:
    """The first rule, whether the shop lets points go below zero, and what happens."""

    rule: int
    may_go_below: bool
    ops: list[Op]


HISTORIES = st.builds(Plan, st.integers(0, len(RULES) - 1), st.booleans(), st.lists(OPS, min_size=8, max_size=20))


def lines_for(op: Op) -> tuple[PointLine, ...]:
    amount = AMOUNTS[op.size]
    more = (PointLine(500, 800, earns=False),) if op.pick % 3 == 1 else (PointLine(750, 1000),) if op.pick % 3 == 2 else ()
    return (PointLine(amount), *more)


def lines_back(old: Bought, amount: int) -> tuple[PointLine, ...]:
    """Parts of the lines, the first ones first, as far as they are still there."""
    left = [line.amount for line in old.lines]
    for _, back in old.refunds:
        for line in back.lines:
            same = (at for at, one in enumerate(old.lines) if (one.tax_rate, one.earns) == (line.tax_rate, line.earns))
            left[next(same, 0)] += line.amount
    found = []
    for line, most in zip(old.lines, left, strict=True):
        part = min(amount, max(0, most))
        amount -= part
        if part:
            found.append(replace(line, amount=part))
    return tuple(found)


def fields_of(bought: Bought) -> PurchaseFields:
    return PurchaseFields(day=bought.day, lines=tuple(line_of(line) for line in bought.lines), points_used=bought.used)


def line_of(line: PointLine) -> LineFields:
    rate = None if line.tax_rate is None else Decimal(line.tax_rate) / 10_000
    return LineFields(product="品", unit_price=line.amount, amount=line.amount, tax_rate=rate, earns_points=line.earns)


def mixed(now: Bought, was: Bought, back: Bought) -> Bought:
    """A purchase as it is now, but for what is another in `back` than it `was`."""
    changed: dict[str, Any] = {name: getattr(back, name) for name in ("customer", "day", "lines", "used", "rule", "basis")}
    changed = {name: value for name, value in changed.items() if getattr(was, name) != value}
    refunds = [refund for refund in now.refunds if refund not in was.refunds or refund in back.refunds]
    refunds += [refund for refund in back.refunds if refund not in was.refunds and refund not in refunds]
    return replace(now, **changed, refunds=tuple(sorted(refunds, key=lambda refund: (refund[1].day, refund[0]))))
