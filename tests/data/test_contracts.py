"""Contracts: their course act by act, what lists show of them, and the figures of all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.contract_figures import ContractsEndedAfter
from app.domain.contracts import (
    ContractDayBeforeStart,
    ContractEnded,
    ContractEventKind,
    ContractFields,
    ContractGone,
    ContractKind,
    ContractNotRenewed,
    ContractPlanMissing,
    ContractPriceOutOfRange,
    ContractRow,
    ContractStartMissing,
    ContractState,
    ContractTermOutOfRange,
    ContractView,
    PauseTooShort,
    PriceEvery,
    next_renewal,
)
from app.domain.errors import DomainError
from app.domain.figure_people import FigureFilter, FilterKind
from app.domain.periods import Period
from app.domain.tiles import TileKey
from app.models.contracts import Contract, ContractEvent
from app.models.customer import Customer
from app.models.database import Database
from app.queries.contracts import (
    contract_figures,
    contract_rows,
    contracts_of,
    due_contracts,
    find_contract,
    has_contracts,
    plans_used,
    reasons_used,
    view_counts,
)
from app.queries.people import people_behind
from app.queries.tiles import tiles
from app.services.actions import redo, undo
from app.services.contracts import (
    add_contract,
    change_price,
    delete_contract,
    edit_contract,
    end_contract,
    finish_job,
    pause_contract,
    renew_contract,
    resume_contract,
    take_end_back,
)
from tests.factories import NOW, TODAY, add_customer

PLAN = ContractFields("月1回コース", started_on=date(2026, 1, 10), term_months=12, price=8_000)


def _row(session: Session, contract_id: int, today: date = TODAY) -> ContractRow:
    found = find_contract(session, contract_id, today)
    assert found is not None
    return found


def _add(session: Session, customer_id: int, fields: ContractFields = PLAN, today: date = TODAY) -> int:
    return add_contract(session, customer_id, fields, now=NOW, today=today).contract_id


def test_a_contract_is_noted_with_its_renewal_and_can_be_taken_back(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        assert not has_contracts(session)
        outcome = add_contract(
            session, customer, ContractFields(" 月1回  コース ", started_on=PLAN.started_on, term_months=12), now=NOW, today=TODAY
        )
    with database.read() as session:
        row = _row(session, outcome.contract_id)
        assert (row.plan, row.renews_on, row.days_left, row.state) == ("月1回 コース", date(2027, 1, 10), 51, ContractState.RUNNING)
        assert [(step.kind, step.day) for step in row.course] == [(ContractEventKind.STARTED, date(2026, 1, 10))]
        assert has_contracts(session)
    with database.write() as session:
        undo(session, outcome.action_id, now=NOW)
        assert contracts_of(session, customer, TODAY) == ()
        assert session.scalar(select(func.count()).select_from(ContractEvent)) == 0
        redo(session, now=NOW)
        assert _row(session, outcome.contract_id) == row


@pytest.mark.parametrize(
    ("fields", "error", "field"),
    [
        (ContractFields("  ", started_on=TODAY), ContractPlanMissing, "plan"),
        (ContractFields("a"), ContractStartMissing, "started_on"),
        (ContractFields("a", started_on=TODAY, term_months=0), ContractTermOutOfRange, "term_months"),
        (ContractFields("a", started_on=TODAY, renews_on=TODAY), ContractDayBeforeStart, "renews_on"),
        (ContractFields("a", started_on=TODAY, price=-1), ContractPriceOutOfRange, "price"),
    ],
)
def test_what_cannot_be_a_contract_is_said_at_its_field(
    database: Database, fields: ContractFields, error: type[DomainError], field: str
) -> None:
    with database.write() as session:
        customer = add_customer(session)
        with pytest.raises(error) as caught:
            add_contract(session, customer, fields, now=NOW, today=TODAY)
        assert caught.value.field == field
        assert not has_contracts(session)


@pytest.mark.parametrize(
    ("started", "renews", "term", "after", "expected"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 1, date(2026, 2, 20), date(2026, 3, 31)),
        (date(2024, 2, 29), date(2025, 2, 28), 12, date(2025, 2, 1), date(2026, 2, 28)),
        (date(2024, 2, 29), date(2027, 2, 28), 12, date(2027, 2, 1), date(2028, 2, 29)),
        (date(2026, 1, 10), date(2026, 4, 1), 3, date(2026, 3, 1), date(2026, 7, 1)),
        (date(2024, 1, 10), date(2024, 7, 10), 6, date(2026, 11, 20), date(2027, 1, 10)),
    ],
)
def test_renewals_are_counted_from_the_first_day(started: date, renews: date, term: int, after: date, expected: date) -> None:
    assert next_renewal(started, renews, term, after) == expected


def test_renewing_moves_the_day_and_is_undone(database: Database) -> None:
    with database.write() as session:
        contract = _add(session, add_customer(session))
        action = renew_contract(session, contract, now=NOW, today=TODAY)
        row = _row(session, contract)
        assert row.renews_on == date(2028, 1, 10)
        assert (row.course[-1].kind, row.course[-1].day) == (ContractEventKind.RENEWED, date(2027, 1, 10))
        undo(session, action, now=NOW)
        assert _row(session, contract).renews_on == date(2027, 1, 10)
        assert len(_row(session, contract).course) == 1


def test_without_a_term_it_is_renewed_once_and_without_a_day_never(database: Database) -> None:
    with database.write() as session:
        contract = _add(session, add_customer(session), ContractFields("保守", started_on=TODAY, renews_on=TODAY + timedelta(days=30)))
        renew_contract(session, contract, now=NOW, today=TODAY)
        assert _row(session, contract).renews_on is None
        with pytest.raises(ContractNotRenewed):
            renew_contract(session, contract, now=NOW, today=TODAY)


def test_a_price_holds_from_its_day(database: Database) -> None:
    april = date(2027, 4, 1)
    with database.write() as session:
        contract = _add(session, add_customer(session))
        action = change_price(session, contract, 9_000, day=april, now=NOW, today=TODAY)
        row = _row(session, contract)
        assert (row.price, row.next_price, row.next_price_from) == (8_000, 9_000, april)
        later = _row(session, contract, april)
        assert (later.price, later.next_price) == (9_000, None)
        undo(session, action, now=NOW)
        assert _row(session, contract, april).price == 8_000
        change_price(session, contract, 8_500, day=TODAY, now=NOW, today=TODAY)
        assert _row(session, contract).price == 8_500
        with pytest.raises(ContractDayBeforeStart):
            change_price(session, contract, 1, day=date(2026, 1, 9), now=NOW, today=TODAY)


def test_correcting_the_price_corrects_what_holds_now_and_not_what_is_to_come(database: Database) -> None:
    april = date(2027, 4, 1)
    with database.write() as session:
        contract = _add(session, add_customer(session), ContractFields("保守", started_on=PLAN.started_on))
        change_price(session, contract, 9_000, day=april, now=NOW, today=TODAY)
        fields = _row(session, contract).fields()
        assert edit_contract(session, contract, fields, now=NOW, today=TODAY) is None
        changed = ContractFields("保守一式", started_on=date(2026, 1, 1), price=7_000, price_every=PriceEvery.YEAR)
        action = edit_contract(session, contract, changed, now=NOW, today=TODAY)
        row = _row(session, contract)
        assert (row.plan, row.price, row.next_price, row.price_every) == ("保守一式", 7_000, 9_000, PriceEvery.YEAR)
        assert row.course[0].day == date(2026, 1, 1)
        # The form says what holds now: once the price has changed by its day, nothing is different.
        assert edit_contract(session, contract, _row(session, contract, april).fields(), now=NOW, today=april) is None
        undo(session, action, now=NOW)
        assert _row(session, contract).fields() == fields


def test_a_pause_stops_nothing_but_says_so(database: Database) -> None:
    until = TODAY + timedelta(days=30)
    with database.write() as session:
        contract = _add(session, add_customer(session))
        with pytest.raises(PauseTooShort):
            pause_contract(session, contract, day=TODAY, until=TODAY, now=NOW, today=TODAY)
        pause_contract(session, contract, day=TODAY, until=until, now=NOW, today=TODAY)
        assert _row(session, contract).state is ContractState.PAUSED
        assert _row(session, contract, until).state is ContractState.RUNNING
        assert contract_figures(session, TODAY).active == 1
        resume_contract(session, contract, day=TODAY + timedelta(days=3), now=NOW)
        assert _row(session, contract, TODAY + timedelta(days=3)).state is ContractState.RUNNING
        # Resumed on its first day it never paused.
        action = resume_contract(session, contract, day=TODAY, now=NOW)
        assert _row(session, contract).paused_from is None
        with pytest.raises(ContractGone):
            resume_contract(session, contract, day=TODAY, now=NOW)
        undo(session, action, now=NOW)
        assert _row(session, contract).state is ContractState.PAUSED


def test_an_end_has_its_day_and_reason_and_can_be_taken_back(database: Database) -> None:
    last = TODAY + timedelta(days=11)
    with database.write() as session:
        contract = _add(session, add_customer(session))
        end_contract(session, contract, day=last, reason=" 引っ越し ", now=NOW, today=TODAY)
        row = _row(session, contract)
        assert (row.state, row.ended_on, row.reason, row.days_left) == (ContractState.ENDING, last, "引っ越し", None)
        assert due_contracts(session, TODAY) == ()
        # It was noted wrong: another day takes the place of the first.
        end_contract(session, contract, day=TODAY, reason="値段", now=NOW, today=TODAY)
        row = _row(session, contract)
        assert (row.state, row.reason, [step.kind for step in row.course]) == (
            ContractState.ENDED, "値段", [ContractEventKind.STARTED, ContractEventKind.CANCELLED],
        )  # fmt: skip
        assert reasons_used(session) == ("値段",)
        with pytest.raises(ContractEnded):
            renew_contract(session, contract, now=NOW, today=TODAY)
        action = take_end_back(session, contract, now=NOW)
        assert (_row(session, contract).state, _row(session, contract).reason) == (ContractState.RUNNING, "")
        undo(session, action, now=NOW)
        assert _row(session, contract).state is ContractState.ENDED


def test_a_job_is_done_and_is_no_contract_of_the_figures(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        job = _add(session, customer, ContractFields("外壁塗装", ContractKind.JOB, started_on=date(2026, 9, 1), term_months=12))
        assert (_row(session, job).term_months, _row(session, job).renews_on) == (None, None)
        finish_job(session, job, day=TODAY, now=NOW, today=TODAY)
        assert _row(session, job).state is ContractState.DONE
        assert contract_figures(session, TODAY).contracts == 0
        with pytest.raises(ContractGone):
            finish_job(session, _add(session, customer), day=TODAY, now=NOW, today=TODAY)


def test_a_contract_noted_by_mistake_is_deleted_with_its_course(database: Database) -> None:
    with database.write() as session:
        contract = _add(session, add_customer(session))
        before = _row(session, contract)
        action = delete_contract(session, contract, now=NOW)
        assert session.scalar(select(func.count()).select_from(ContractEvent)) == 0
        undo(session, action, now=NOW)
        assert _row(session, contract) == before
        for act in _everything(contract + 1):
            with pytest.raises(ContractGone):
                act(session)


def _everything(contract: int) -> list[Callable[[Session], object]]:
    return [
        lambda session: edit_contract(session, contract, PLAN, now=NOW, today=TODAY),
        lambda session: renew_contract(session, contract, now=NOW, today=TODAY),
        lambda session: end_contract(session, contract, day=TODAY, now=NOW, today=TODAY),
        lambda session: delete_contract(session, contract, now=NOW),
    ]


def test_lists_by_what_is_due(database: Database) -> None:
    def plan(name: str, days: int | None) -> ContractFields:
        return ContractFields(name, started_on=date(2026, 1, 1), renews_on=None if days is None else TODAY + timedelta(days=days))

    with database.write() as session:
        customer, other = add_customer(session), add_customer(session, name="山本 大輔")
        for name, days in (("過ぎ", -3), ("30", 30), ("31", 31), ("90", 90), ("91", 91), ("ずっと", None)):
            _add(session, customer, plan(name, days))
        _add(session, other, plan("近い", 5))
        ended = _add(session, customer, plan("終わり", 40))
        end_contract(session, ended, day=TODAY, now=NOW, today=TODAY)
        gone = add_customer(session, name="去った人")
        _add(session, gone, plan("去った人の", 10))
        session.get_one(Customer, gone).archived_at = NOW
        session.flush()

        def plans(view: ContractView) -> list[str]:
            return [row.plan for row in contract_rows(session, TODAY, view)]

        assert plans(ContractView.DUE_30) == ["過ぎ", "近い", "30"]
        assert plans(ContractView.DUE_60) == ["過ぎ", "近い", "30", "31"]
        assert plans(ContractView.DUE_90) == ["過ぎ", "近い", "30", "31", "90"]
        assert plans(ContractView.RUNNING) == ["過ぎ", "近い", "30", "31", "90", "91", "ずっと"]
        assert plans(ContractView.ENDED) == ["終わり"]
        assert view_counts(session, TODAY) == {view: len(plans(view)) for view in ContractView}
        assert [row.plan for row in contracts_of(session, customer, TODAY)] == ["過ぎ", "30", "31", "90", "91", "ずっと", "終わり"]
        assert "ずっと" in plans_used(session)


def test_the_figures_by_hand(database: Database) -> None:
    """As of 20 November 2026. A year before five contracts ran; one ended on that very day and was none any more. Of the five two ended
    since, one today; a new one is in no rate. Still active: three of them, and the new one."""
    start = date(2025, 10, 20)
    with database.write() as session:
        customer = add_customer(session)
        ends = [None, None, TODAY + timedelta(days=1), TODAY, date(2026, 1, 20), date(2025, 11, 20)]
        for end in ends:
            contract = _add(session, customer, ContractFields("会員", started_on=start))
            session.get_one(Contract, contract).ended_on = end
        _add(session, customer, ContractFields("会員", started_on=date(2026, 10, 20)))
        _add(session, customer, ContractFields("来月から", started_on=date(2026, 12, 1)))
        session.flush()
        figures = contract_figures(session, TODAY)
    assert (figures.contracts, figures.active) == (7, 4)
    assert (figures.renewal.numerator, figures.renewal.denominator) == (3, 5)
    assert (figures.churn.numerator, figures.churn.denominator) == (2, 5)
    ended = [(row.month, row.at_risk, row.ended) for row in figures.survival if row.ended]
    assert ended == [(1, 7, 1), (3, 5, 1), (13, 4, 1)]
    assert [row.survival for row in figures.survival][-1] == pytest.approx(6 / 7 * 4 / 5 * 3 / 4)
    assert figures.projection is None


def test_there_is_no_rate_without_contracts_a_year_ago(database: Database) -> None:
    with database.write() as session:
        _add(session, add_customer(session))
    with database.read() as session:
        figures = contract_figures(session, TODAY)
        assert (figures.active, figures.renewal.rate, figures.churn.rate) == (1, None, None)
        # Kept until a contract changes.
        assert contract_figures(session, TODAY) is figures
    with database.write() as session:
        _add(session, add_customer(session, name="山本 大輔"))
    with database.read() as session:
        assert contract_figures(session, TODAY).active == 2


def test_the_tiles_say_what_the_command_line_says_and_open_the_names(database: Database) -> None:
    """Of three contracts a year before the end of October, one ended in May; narrowed to Tokyo there is one, and it runs."""
    october = Period(date(2026, 10, 1), date(2026, 11, 1))
    with database.write() as session:
        tokyo = add_customer(session, "吉田 和子", prefecture="東京都")
        others = [add_customer(session, name) for name in ("佐藤 花子", "林 葵")]
        for number in (tokyo, *others):
            contract = _add(session, number, ContractFields("会員", started_on=date(2025, 1, 1)))
        end_contract(session, contract, day=date(2026, 5, 1), now=NOW, today=date(2026, 5, 1))
        _add(session, tokyo, ContractFields("新しい", started_on=date(2026, 2, 1)))
        keys = (TileKey.RENEWAL_RATE, TileKey.CONTRACT_CHURN)
        renewal, churn = tiles(session, TODAY, october, keys)
        assert [renewal.value, churn.value] == pytest.approx([2 / 3, 1 / 3])
        figures = contract_figures(session, october.end)
        assert (figures.renewal, figures.churn) == (renewal.rate, churn.rate)
        assert renewal.people is not None and churn.people is not None
        assert sorted(people_behind(session, renewal.people)) == [tokyo, others[0]]
        assert people_behind(session, churn.people) == [others[1]]
        assert people_behind(session, ContractsEndedAfter(16, TODAY)) == [others[1]]
        here = FigureFilter(FilterKind.PREFECTURE, "東京都")
        narrowed = tiles(session, TODAY, october, keys, here)[0]
        assert (narrowed.value, narrowed.count) == (1.0, 1)
