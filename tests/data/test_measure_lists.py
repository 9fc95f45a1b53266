"""Measures drawn elsewhere: brought in as one act, with the rows that cannot come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.measure_cost import MeasureCost, MeasureCostOutOfRange
from app.domain.measure_lists import OutsideRow
from app.domain.measures import (
    Arm,
    CustomersInOtherMeasure,
    MeasureForNobody,
    MeasureKind,
    MeasureNameMissing,
    MeasureState,
    MeasureWindowOutOfRange,
)
from app.exchange.problems import RowReason
from app.models.database import Database
from app.models.measure_rows import in_other_measures
from app.models.measures import Measure, MeasurePerson
from app.queries.measure_results import measure_result
from app.queries.measures import measure_view, measures, people_of
from app.services.actions import redo, undo
from app.services.imports import undo_import
from app.services.measure_lists import OutsideOutcome, bring_in_measure
from app.services.measures import delete_measure, stop_measure
from app.services.merges import merge_customers
from tests.data.test_imports import customers_in, store
from tests.factories import NOW, TODAY, add_customer

LONG_AGO = TODAY - timedelta(days=200)


def people(session: Session, count: int = 4) -> list[int]:
    return [add_customer(session, f"客 {number}子", code=f"{number:04}") for number in range(1, count + 1)]


def rows(*arms: str) -> list[OutsideRow]:
    """ "s" sent, "h" held, of the customers in their order."""
    return [OutsideRow(place + 2, f"{place + 1:04}", Arm.SENT if arm == "s" else Arm.HELD) for place, arm in enumerate(arms)]


def bring_in(session: Session, given: list[OutsideRow], **changes: object) -> OutsideOutcome:
    plan: dict[str, object] = {"sent_on": LONG_AGO, "window_days": 60, "cost": MeasureCost(), "name": "春のはがき"} | changes
    name = str(plan.pop("name"))
    return bring_in_measure(session, name, MeasureKind.WIN_BACK, given, now=NOW, today=TODAY, **plan)  # type: ignore[arg-type]


def test_it_counts_as_started_and_as_drawn_elsewhere(database: Database) -> None:
    with database.write() as session:
        ids = people(session)
        own = OutsideRow(2, "0001", Arm.SENT, LONG_AGO + timedelta(days=3), 107)
        made = bring_in(session, [own, *rows("s", "h", "s", "h")[1:]], cost=MeasureCost(other=5_000))
        assert (made.sent, made.held, made.refused, made.overlapping) == (2, 2, (), 0)
        view = measure_view(session, made.measure_id)
        assert (view.row.state, view.row.is_outside, view.row.sent_on) == (MeasureState.STARTED, True, LONG_AGO)
        assert (view.row.people, view.row.held, view.row.cost) == (4, 2, 5_107)
        assert (view.seed, view.share_held, view.action_id) == (None, None, made.action_id)
        assert people_of(session, made.measure_id, Arm.SENT) == (ids[0], ids[2])
        first = session.scalars(select(MeasurePerson)).first()
        assert first is not None
        assert (first.sent_on, first.cost, first.stratum) == (LONG_AGO + timedelta(days=3), 107, -1)


def test_who_is_not_known_or_stands_there_already_is_refused(database: Database) -> None:
    with database.write() as session:
        ids = people(session, 3)
        nameless = add_customer(session, "番号 なし")
        merge_customers(session, ids[0], ids[2], now=NOW, today=TODAY)
        given = [*rows("s", "h"), OutsideRow(4, "0003", Arm.HELD), OutsideRow(5, "9999", Arm.SENT), OutsideRow(6, f"#{nameless}", Arm.HELD)]
        made = bring_in(session, given)
    assert [(error.row, error.reason, error.value, error.other) for error in made.refused] == [
        (4, RowReason.LISTED_TWICE, "0003", "2"),
        (5, RowReason.CUSTOMER_UNKNOWN, "9999", ""),
    ]
    assert (made.sent, made.held) == (1, 2)


def test_it_goes_and_comes_back_as_one(database: Database) -> None:
    with database.write() as session:
        people(session)
        made = bring_in(session, rows("s", "h"))
        undo(session, made.action_id, now=NOW)
        assert (measures(session, TODAY), session.scalars(select(MeasurePerson)).all()) == ((), [])
        redo(session, now=NOW)
        assert measure_view(session, made.measure_id).row.people == 2
        delete_measure(session, made.measure_id, now=NOW)
        assert measures(session, TODAY) == ()


@pytest.mark.parametrize(
    ("given", "changes", "error"),
    [
        (rows("s"), {"name": " "}, MeasureNameMissing),
        (rows("s"), {"window_days": 0}, MeasureWindowOutOfRange),
        (rows("s"), {"cost": MeasureCost(other=-1)}, MeasureCostOutOfRange),
        (rows("h", "h"), {}, MeasureForNobody),
        ([], {}, MeasureForNobody),
    ],
)
def test_what_is_no_measure_is_refused(
    database: Database, given: list[OutsideRow], changes: dict[str, object], error: type[Exception]
) -> None:
    with database.write() as session:
        people(session)
        with pytest.raises(error):
            bring_in(session, given, **changes)
        assert session.scalars(select(Measure)).all() == []


def test_two_that_still_count_cannot_have_the_same_people(database: Database) -> None:
    with database.write() as session:
        people(session)
        bring_in(session, rows("s", "h"), sent_on=TODAY - timedelta(days=20))
        with pytest.raises(CustomersInOtherMeasure) as refused:
            bring_in(session, rows("s", "h", "s"), sent_on=TODAY - timedelta(days=1), name="夏のはがき")
        assert refused.value.values["count"] == 2
        late = [OutsideRow(2, "0002", Arm.SENT, TODAY)]
        with pytest.raises(CustomersInOtherMeasure):
            bring_in(session, late, sent_on=LONG_AGO, name="夏のはがき")
        assert bring_in(session, rows("s", "h", "s")[2:], sent_on=TODAY, name="夏のはがき").overlapping == 0


def test_what_is_over_comes_in_and_says_how_many_were_in_two(database: Database) -> None:
    with database.write() as session:
        people(session)
        bring_in(session, rows("s", "h"))
        assert bring_in(session, rows("s", "h", "h"), sent_on=LONG_AGO + timedelta(days=59), name="夏のはがき").overlapping == 2
        assert bring_in(session, rows("s", "h"), sent_on=LONG_AGO + timedelta(days=119), name="秋のはがき").overlapping == 0


def test_what_is_over_is_in_nobodys_way_nor_anybody_in_its(database: Database) -> None:
    with database.write() as session:
        people(session)
        bring_in(session, rows("s", "h"), sent_on=TODAY - timedelta(days=50))
        over = bring_in(session, rows("s", "h"), sent_on=TODAY - timedelta(days=70), window_days=30, name="夏のはがき")
        assert over.overlapping == 2
        assert bring_in(session, rows("s", "s", "s", "h")[2:], sent_on=LONG_AGO, name="冬のはがき").overlapping == 0
        late = [OutsideRow(2, "0003", Arm.SENT, TODAY), OutsideRow(3, "0004", Arm.HELD, LONG_AGO)]
        assert bring_in(session, late, sent_on=LONG_AGO, name="秋のはがき").overlapping == 2


def test_an_undone_import_leaves_those_who_are_in_a_measure(database: Database, tmp_path: Path) -> None:
    reading = customers_in(tmp_path / "list.csv", "code,name\n0001,吉田 和子\n0002,山田 一\n")
    imported = store(database, reading).import_id
    with database.write() as session:
        made = bring_in(session, rows("s"))
        (listed,) = people_of(session, made.measure_id)
        undone = undo_import(session, imported, now=NOW, today=TODAY)
        assert (undone.customers, undone.kept) == (1, 1)
        assert people_of(session, made.measure_id) == (listed,)


def test_it_counts_until_the_last_day_of_anybody_on_it(database: Database) -> None:
    """Two days of sending, 60 days each: whoever was sent to later is not free yet, whoever was earlier is."""
    first, later = TODAY - timedelta(days=70), TODAY - timedelta(days=30)
    with database.write() as session:
        ids = people(session)
        given = [replace(one, sent_on=later if place > 1 else first) for place, one in enumerate(rows("s", "h", "s", "h"))]
        made = bring_in(session, given, sent_on=first)
        (row,) = measures(session, TODAY)
        result = measure_result(session, made.measure_id, TODAY)
        assert row.ends_on == result.ends_on == later + timedelta(days=60)
        assert (row.is_running(TODAY), result.is_complete) == (True, False)
        assert (row.day_of_window(TODAY), row.days) == (70, 100)
        assert in_other_measures(session, TODAY, TODAY + timedelta(days=30), today=TODAY) == dict.fromkeys(ids[2:], made.measure_id)
        with pytest.raises(CustomersInOtherMeasure):
            bring_in(session, rows("s", "s", "s")[2:], sent_on=TODAY, name="夏のはがき")
        assert bring_in(session, rows("s", "h"), sent_on=TODAY, name="夏のはがき").overlapping == 0
        assert stop_measure(session, made.measure_id, now=NOW, today=TODAY) is not None
