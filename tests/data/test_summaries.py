"""The summary tables stay what a recount from all purchases gives, whatever is done to the purchases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Integer, delete, insert, select, type_coerce, update
from sqlalchemy.orm import Session

from app.analytics.cohorts import cohort_retention
from app.analytics.occasions import NOBODY, occasions_of, receipts_from
from app.analytics.retention import repurchase, retention
from app.analytics.standing import standing_from
from app.domain.errors import DomainError
from app.domain.periods import RetentionSpan, add_months, month_of
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.summary import month_date
from app.models.base import day_number, day_of
from app.models.changes import changed_in
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop, SummaryState
from app.models.summary import AnonymousMonth, CohortStat, CustomerMonth, CustomerStat, MonthStat
from app.services import actions, purchases, summaries
from tests.factories import TODAY, add_customer

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


class _Stop(Exception):
    pass


@contextmanager
def thrown_away(database: Database) -> Iterator[Session]:
    """A write whose rows are gone afterwards, so that one file serves many examples."""
    try:
        with database.write() as session:
            yield session
            raise _Stop
    except _Stop:
        pass


def rows_of(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    found = {}
    for model in (CustomerMonth, CustomerStat, MonthStat, CohortStat, AnonymousMonth):
        columns = [column for column in model.__table__.columns if column.name != "revision"]
        found[model.__tablename__] = sorted(tuple(row) for row in session.execute(select(*columns)))
    return found


def fields(day: date, *amounts: int) -> PurchaseFields:
    return PurchaseFields(day=day, lines=tuple(LineFields(product="カット", unit_price=a, amount=a) for a in amounts))


@st.composite
def acts(draw: st.DrawFn) -> list[tuple[str, int, int, int, int]]:
    kinds = st.sampled_from(["visit", "visit", "visit", "edit", "refund", "refund_all", "delete", "undo", "move"])
    days_ago = st.one_of(st.integers(0, 40), st.integers(0, 800))
    return draw(st.lists(st.tuples(kinds, st.integers(0, 3), days_ago, st.integers(1, 9), st.integers(0, 30)), max_size=14))


def do(session: Session, people: list[int | None], act: tuple[str, int, int, int, int]) -> None:
    kind, person, days_ago, amount, which = act
    day = TODAY - timedelta(days=days_ago)
    here = list(session.scalars(select(Purchase.id).order_by(Purchase.id)))
    chosen = here[which % len(here)] if here else 0
    clock: dict[str, Any] = {"now": NOW, "today": TODAY}
    try:
        if kind == "visit":
            purchases.record_visit(session, people[person], fields(day, amount * 1000, 500), **clock)
        elif kind == "edit":
            purchases.edit_visit(session, chosen, fields(day, amount * 700), **clock)
        elif kind == "move":
            purchases.edit_visit(session, chosen, fields(day, amount * 700), customer_id=people[person], **clock)
        elif kind == "refund":
            purchases.refund_visit(session, chosen, amount=amount * 300, day=max(day, TODAY - timedelta(days=9)), **clock)
        elif kind == "refund_all":
            purchases.refund_visit(session, chosen, **clock)
        elif kind == "delete":
            purchases.delete_visit(session, chosen, **clock)
        else:
            actions.undo(session, now=NOW)
    except DomainError:
        pass


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts(), st.sampled_from([30, 90, 365]))
@example([("visit", 1, 20, 1, 0), ("refund", 0, 0, 1, 0), ("visit", 0, 0, 1, 0), ("delete", 0, 0, 1, 1)], 30)
def test_touched_tables_equal_rebuilt_tables(database: Database, done: list[tuple[str, int, int, int, int]], window: int) -> None:
    with thrown_away(database) as session:
        session.execute(update(Shop).values(window_days=window))
        people: list[int | None] = [add_customer(session, name=f"客 {i}") for i in range(3)]
        summaries.rebuild(session, TODAY)
        for act in done:
            do(session, [*people, None], act)
        assert summaries.is_consistent(session)
        kept = rows_of(session)
        summaries.rebuild(session, TODAY)
        assert kept == rows_of(session)
        agrees_with_analytics(session, window)


def agrees_with_analytics(session: Session, window: int) -> None:
    query = select(Purchase.customer_id, type_coerce(Purchase.day, Integer), Purchase.amount, Purchase.net)
    rows: list[tuple[int, ...]] = [(NOBODY if who is None else who, day, amount, net) for who, day, amount, net in session.execute(query)]
    receipts = receipts_from(*(zip(*rows, strict=True) if rows else ([], [], [], [])))
    occasions = occasions_of(receipts)
    as_of = TODAY + timedelta(days=1)
    standing = standing_from(receipts, TODAY)
    stats = {row.customer_id: row for row in session.scalars(select(CustomerStat).execution_options(populate_existing=True))}
    for i, who in enumerate(standing.customer.tolist()):
        assert stats[who].n_365 == standing.visits_365[i]
        assert stats[who].amount_365 == standing.amount_365[i]
    whole = standing_from(receipts, as_of)
    for i, who in enumerate(whole.customer.tolist()):
        row = stats[who]
        gap = whole.own_rhythm[i]
        assert (row.first_day, row.last_day) == tuple(day_of(int(d[i])) for d in (whole.first_day, whole.last_day))
        assert (row.n, row.amount) == (whole.visits[i], whole.amount[i])
        assert row.median_gap == (None if np.isnan(gap) else gap)
    months = {row.month: row for row in session.scalars(select(MonthStat).execution_options(populate_existing=True))}
    for number, month in months.items():
        start = month_date(number)
        for lag, stayed in ((1, month.stayed_1), (3, month.stayed_3), (12, month.stayed_12)):
            end = add_months(start, lag)
            point = retention(occasions, [RetentionSpan(start, end, True, month_of(start))], window)[0]
            assert (point.rate.denominator, point.rate.numerator) == (month.active_at_start, stayed)
    for line in repurchase(occasions, as_of):
        known = months.get(line.month.start.year * 12 + line.month.start.month - 1)
        assert (line.rate.denominator, line.rate.numerator) == ((known.buyers, known.repurchased) if known else (0, 0))
    cells = {(month_date(c.cohort), c.k): c.active for c in session.scalars(select(CohortStat).execution_options(populate_existing=True))}
    for cell in cohort_retention(occasions, as_of).cells():
        assert cells.get((cell.cohort, cell.k), 0) == cell.rate.numerator


def test_a_customer_whose_purchases_are_gone_loses_the_row(database: Database) -> None:
    with thrown_away(database) as session:
        who = add_customer(session)
        visit = purchases.record_visit(session, who, fields(TODAY, 5000), now=NOW, today=TODAY)
        assert session.scalars(select(CustomerStat.customer_id)).all() == [who]
        purchases.delete_visit(session, visit.purchase_id, now=NOW, today=TODAY)
        assert rows_of(session) == {name: [] for name in rows_of(session)}


def test_active_on_the_last_day_of_the_window_and_not_after(database: Database) -> None:
    with thrown_away(database) as session:
        who = add_customer(session)
        purchases.record_visit(session, who, fields(date(2026, 8, 3), 5000), now=NOW, today=TODAY)
        months = {month_date(m): active for m, active in session.execute(select(CustomerMonth.month, CustomerMonth.is_active))}
        # 1 November is day 90 after 3 August: still inside [1 Nov - 90, 1 Nov).
        assert months == {date(2026, 8, 1): False, date(2026, 9, 1): True, date(2026, 10, 1): True, date(2026, 11, 1): True}


@pytest.mark.parametrize("new_day", [date(2026, 11, 21), date(2027, 6, 1), date(2029, 1, 1), date(2026, 3, 1)])
def test_the_year_moves_with_the_day_as_a_rebuild_would(database: Database, new_day: date) -> None:
    with thrown_away(database) as session:
        people = [add_customer(session, name=f"客 {i}") for i in range(3)]
        for i in range(60):
            day = TODAY - timedelta(days=(i * 37) % 700)
            purchases.record_visit(session, people[i % 3], fields(day, 1000 + i), now=NOW, today=TODAY)
        assert summaries.bring_to_day(session, new_day)
        moved = rows_of(session)
        summaries.rebuild(session, new_day)
        assert moved == rows_of(session)
        assert not summaries.bring_to_day(session, new_day)


def test_a_mismatch_is_found_and_mended_on_the_next_day(database: Database) -> None:
    with thrown_away(database) as session:
        who = add_customer(session)
        purchases.record_visit(session, who, fields(TODAY, 5000), now=NOW, today=TODAY)
        right = rows_of(session)
        for model, column in ((CustomerStat, "amount"), (CustomerMonth, "n"), (MonthStat, "new"), (CohortStat, "active")):
            session.execute(update(model).values({column: 77}))
            assert not summaries.is_consistent(session)
            summaries.bring_to_day(session, TODAY - timedelta(days=1))
            summaries.bring_to_day(session, TODAY)
            assert rows_of(session) == right


def test_a_new_window_counts_anew(database: Database) -> None:
    with thrown_away(database) as session:
        who = add_customer(session)
        purchases.record_visit(session, who, fields(date(2026, 8, 3), 5000), now=NOW, today=TODAY)
        session.execute(update(Shop).values(window_days=30))
        assert summaries.bring_to_day(session, TODAY)
        active = session.scalars(select(CustomerMonth.month).where(CustomerMonth.is_active.is_(True))).all()
        assert [month_date(m) for m in active] == [date(2026, 9, 1)]


def test_many_touched_customers_are_rebuilt_and_say_so(database: Database) -> None:
    with thrown_away(database) as session:
        first = add_customer(session)
        rows = [{"id": first + i, "name": f"客 {i}", "created_at": NOW, "updated_at": NOW} for i in range(1, 700)]
        from app.models.customer import Customer

        session.execute(insert(Customer), rows)
        bought = {"at": NOW, "day": TODAY, "amount": 100, "net": 100, "line_count": 0}
        session.execute(insert(Purchase), [{"customer_id": first + i, **bought} for i in range(700)])
        summaries.touch(session, [first + i for i in range(700)])
        assert session.scalars(select(MonthStat.buyers)).first() == 700
        assert "purchase" in changed_in(session)
        kept = rows_of(session)
        session.execute(delete(CustomerStat))
        summaries.rebuild(session, TODAY)
        assert kept == rows_of(session)


def test_settle_works_out_what_is_left_of_imported_receipts(database: Database) -> None:
    with thrown_away(database) as session:
        who = add_customer(session)
        row = {"customer_id": who, "at": NOW, "line_count": 1, "refund_of_id": None}
        session.execute(insert(Purchase), [{**row, "id": 90, "day": TODAY, "amount": 1000, "net": 1000}])
        session.execute(insert(Purchase), [{**row, "id": 91, "day": TODAY, "amount": -1000, "net": -1000, "refund_of_id": 90}])
        session.execute(insert(Purchase), [{**row, "id": 92, "day": TODAY, "amount": -300, "net": 0}])
        summaries.settle(session, {who}, {91})
        assert session.execute(select(Purchase.id, Purchase.net).order_by(Purchase.id)).all() == [(90, 0), (91, 0), (92, 0)]
        stat = session.scalars(select(CustomerStat)).one()
        assert (stat.n, stat.amount, stat.first_day) == (0, -300, None)
        kept = rows_of(session)
        session.execute(update(Purchase).where(Purchase.id == 90).values(net=1000))
        summaries.settle_all(session, TODAY)
        assert kept == rows_of(session)


def test_the_state_says_window_and_day(database: Database) -> None:
    with thrown_away(database) as session:
        summaries.rebuild(session, TODAY)
        state = session.scalars(select(SummaryState)).one()
        assert (state.window_days, state.as_of, day_number(state.as_of)) == (90, TODAY, day_number(TODAY))
