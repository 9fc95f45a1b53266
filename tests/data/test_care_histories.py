"""Whatever is done in whatever order: one follow-up for each occasion, nobody due is left out, and nothing needless stays open."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.care import RuleKind, RunOutcome
from app.domain.care_keys import day_of_key, kind_of_key
from app.domain.errors import DomainError
from app.domain.purchases import LineFields, PurchaseFields
from app.models.care import CareRule, RuleOccasion
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.summary import CustomerStat
from app.services.actions import redo, undo
from app.services.care_rules import ensure_rules
from app.services.care_run import run_day
from app.services.follow_ups import delete_follow_up, finish_follow_up
from app.services.merges import merge_customers
from app.services.purchases import delete_visit, record_visit, refund_visit
from tests.factories import NOW, TODAY, add_customer

DAY = timedelta(days=1)
STEPS, PEOPLE, AFTER_DAYS = 50, 5, 3
_ON = {(RuleKind.FIRST_VISIT, 1), (RuleKind.OVERDUE, 1.5), (RuleKind.AFTER_VISIT, AFTER_DAYS)}


class Days:
    """Acts at random on a few customers while the days go by; an act that is refused has changed nothing."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.chance = random.Random(seed)
        self.with_merges = bool(seed % 2)
        self.today, self._acts = TODAY, 0
        with database.write() as session:
            ensure_rules(session, now=NOW, today=TODAY)
            for row in session.scalars(select(CareRule)):
                row.is_on, row.since = (row.kind, row.number) in _ON, TODAY
            for number in range(PEOPLE):
                add_customer(session, f"客{number}")

    def act(self) -> None:
        self._acts += 1
        acts: list[Callable[[Session], object]] = [
            self._visit, self._visit, self._visit, self._delete, self._refund, self._finish, self._forget, self._merge,
            lambda session: undo(session, now=self.now), lambda session: undo(session, now=self.now),
            lambda session: redo(session, now=self.now), self._run, self._next_day, self._next_day, self._next_day,
        ]  # fmt: skip
        with suppress(DomainError), self.database.write() as session:
            self.chance.choice(acts)(session)

    def run(self) -> RunOutcome:
        with self.database.write() as session:
            return self._run(session)

    @property
    def now(self) -> datetime:
        return NOW + (self.today - TODAY) + timedelta(minutes=self._acts)

    def _run(self, session: Session) -> RunOutcome:
        return run_day(session, now=self.now, today=self.today)

    def _next_day(self, session: Session) -> None:
        self.today += self.chance.choice((1, 1, 2, 15)) * DAY
        if self.chance.random() < 0.7:
            self._run(session)

    def _visit(self, session: Session) -> None:
        day = self.today - self.chance.choice((0, 0, 1, 3, 4, 10)) * DAY
        lines = (LineFields(product="カット", unit_price=5000, amount=5000),)
        draft = PurchaseFields(day=day, time=time(10, 0), lines=lines)
        record_visit(session, self._one(session, Customer), draft, now=self.now, today=self.today)

    def _delete(self, session: Session) -> None:
        delete_visit(session, self._one(session, Purchase), now=self.now, today=self.today)

    def _refund(self, session: Session) -> None:
        refund_visit(session, self._one(session, Purchase), now=self.now, today=self.today)

    def _finish(self, session: Session) -> None:
        finish_follow_up(session, self._one(session, FollowUp), now=self.now, today=self.today)

    def _forget(self, session: Session) -> None:
        delete_follow_up(session, self._one(session, FollowUp), now=self.now)

    def _merge(self, session: Session) -> None:
        if self.with_merges and self.chance.random() < 0.3:
            merge_customers(session, self._one(session, Customer), self._one(session, Customer), now=self.now, today=self.today)

    def _one(self, session: Session, kind: type[Customer | Purchase | FollowUp]) -> int:
        ids = session.scalars(select(kind.id).order_by(kind.id)).all()
        return self.chance.choice(ids) if ids else 0


@pytest.mark.parametrize("seed", range(6))
def test_one_for_each_occasion_and_nobody_due_is_left_out(database: Database, seed: int) -> None:
    days = Days(database, seed)
    for _ in range(STEPS):
        days.act()
        days.run()
        again = days.run()
        assert (again.made, again.closed) == (0, 0)
        with database.read() as session:
            _check(session, days)


def _check(session: Session, days: Days) -> None:
    one = FollowUp
    doubles = select(one.id).where(one.rule_id.is_not(None)).group_by(one.rule_id, one.customer_id, one.occasion).having(func.count() > 1)
    if days.with_merges:
        # What was closed for either of two records is history of both.
        doubles = doubles.where(one.done_on.is_(None))
    assert session.scalars(doubles).all() == []
    last = {row.customer_id: (row.first_day, row.last_day, row.n) for row in session.scalars(select(CustomerStat))}
    for row in session.scalars(select(one).where(one.done_on.is_(None))):
        _first, latest, count = last[row.customer_id]
        if kind_of_key(row.occasion) is RuleKind.FIRST_VISIT:
            assert count == 1
        else:
            assert day_of_key(row.occasion) == latest
    rule = session.scalars(select(CareRule.id).where(CareRule.kind == RuleKind.AFTER_VISIT, CareRule.is_on.is_(True))).one()
    asked = {(row.customer_id, row.occasion) for row in session.scalars(select(RuleOccasion).where(RuleOccasion.rule_id == rule))}
    for customer, (_first, latest, count) in last.items():
        if count and latest is not None and TODAY <= latest + AFTER_DAYS * DAY <= days.today < latest + 30 * DAY:
            assert (customer, f"visit:{latest}") in asked
