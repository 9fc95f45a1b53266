"""Contracts: their start, renewals, prices, pauses and ends. Each is one recorded act."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.contracts import (
    END_STEPS,
    ContractDayBeforeStart,
    ContractEnded,
    ContractEventKind,
    ContractFields,
    ContractGone,
    ContractKind,
    ContractNotRenewed,
    ContractOutcome,
    PauseTooShort,
    check_price,
    checked_contract,
    next_renewal,
)
from app.models.contracts import Contract, ContractEvent
from app.services.actions import recorded
from app.services.customers import find

_FIELDS = ("plan", "kind", "product_id", "staff_id", "started_on", "term_months", "renews_on", "price", "price_every", "note")


def add_contract(session: Session, customer_id: int, fields: ContractFields, *, now: datetime, today: date) -> ContractOutcome:
    """What `checked_contract` raises; CustomerGone."""
    name = find(session, customer_id).name
    wanted = checked_contract(fields, today)
    with recorded(session, ActionKind.ADD_CONTRACT, now=now, name=name) as act:
        contract = new_contract(session, customer_id, wanted, now=now)
    return ContractOutcome(contract.id, act.action_id)


def new_contract(session: Session, customer_id: int, fields: ContractFields, *, now: datetime, import_id: int | None = None) -> Contract:
    """The row of a contract whose fields are checked, with the first step of its course."""
    values = {name: getattr(fields, name) for name in _FIELDS}
    contract = Contract(**values, customer_id=customer_id, ended_on=None, import_id=import_id, created_at=now, updated_at=now)
    session.add(contract)
    session.flush()
    note_step(session, contract, ContractEventKind.STARTED, contract.started_on, now, price=contract.price)
    return contract


def edit_contract(session: Session, contract_id: int, fields: ContractFields, *, now: datetime, today: date) -> int | None:
    """Correct what it says, the price as it is now included; the action's id, None when nothing was different. ContractGone, and what
    `checked_contract` raises; ContractDayBeforeStart also where it ended before the new start."""
    contract = _found(session, contract_id)
    wanted = checked_contract(fields, today)
    started = wanted.started_on or contract.started_on
    if contract.ended_on is not None and contract.ended_on < started:
        raise ContractDayBeforeStart(field="started_on")
    values = {name: getattr(wanted, name) for name in _FIELDS}
    steps = _steps(session, contract)
    priced = [step for step in steps if step.price is not None and step.day <= today]
    said = {name: getattr(contract, name) for name in _FIELDS} | {"price": priced[-1].price if priced else contract.price}
    if values == said:
        return None
    with recorded(session, ActionKind.EDIT_CONTRACT, now=now, name=_name(session, contract)) as act:
        if values["price"] != said["price"]:
            _priced(session, contract, steps, priced, now).price = wanted.price
        for step in steps:
            if step.kind is ContractEventKind.STARTED:
                step.day = started
        for name, value in values.items():
            setattr(contract, name, value)
        contract.updated_at = now
    return act.action_id


def renew_contract(session: Session, contract_id: int, *, now: datetime, today: date) -> int:
    """Renewed by its term, or by as many as it takes to reach a day that is still to come; without a term it is renewed once and for
    all. The action's id. ContractGone, ContractEnded, ContractNotRenewed."""
    contract = _running(session, contract_id, today)
    if contract.renews_on is None:
        raise ContractNotRenewed(field="renews_on")
    with recorded(session, ActionKind.RENEW_CONTRACT, now=now, name=_name(session, contract)) as act:
        note_step(session, contract, ContractEventKind.RENEWED, contract.renews_on, now)
        if contract.term_months is None:
            contract.renews_on = None
        else:
            contract.renews_on = next_renewal(contract.started_on, contract.renews_on, contract.term_months, today)
        contract.updated_at = now
    return act.action_id


def change_price(session: Session, contract_id: int, price: int, *, day: date, now: datetime, today: date) -> int:
    """From a day on, also one that is still to come. The action's id. ContractGone, ContractEnded, ContractDayBeforeStart,
    ContractPriceOutOfRange."""
    contract = _running(session, contract_id, today)
    check_price(price)
    _check_from_start(contract, day)
    with recorded(session, ActionKind.EDIT_CONTRACT, now=now, name=_name(session, contract)) as act:
        if day <= today:
            contract.price = price
        note_step(session, contract, ContractEventKind.PRICE, day, now, price=price)
        contract.updated_at = now
    return act.action_id


def pause_contract(session: Session, contract_id: int, *, day: date, until: date | None = None, now: datetime, today: date) -> int:
    """From `day` on, up to and without `until`, None: until it is resumed. The action's id. ContractGone, ContractEnded,
    ContractDayBeforeStart, PauseTooShort."""
    contract = _running(session, contract_id, today)
    _check_from_start(contract, day)
    if until is not None and until <= day:
        raise PauseTooShort(field="until")
    with recorded(session, ActionKind.EDIT_CONTRACT, now=now, name=_name(session, contract)) as act:
        contract.paused_from, contract.paused_until = day, until
        note_step(session, contract, ContractEventKind.PAUSED, day, now)
        contract.updated_at = now
    return act.action_id


def resume_contract(session: Session, contract_id: int, *, day: date, now: datetime) -> int:
    """It goes on from `day`; a pause that has not begun by then is none. The action's id. ContractGone, also when it does not pause."""
    contract = _found(session, contract_id)
    if contract.paused_from is None:
        raise ContractGone
    with recorded(session, ActionKind.EDIT_CONTRACT, now=now, name=_name(session, contract)) as act:
        note_step(session, contract, ContractEventKind.RESUMED, max(day, contract.paused_from), now)
        if day <= contract.paused_from:
            contract.paused_from = contract.paused_until = None
        else:
            contract.paused_until = day
        contract.updated_at = now
    return act.action_id


def end_contract(session: Session, contract_id: int, *, day: date, reason: str = "", now: datetime, today: date) -> int:
    """From `day` on there is no contract any more, also a day that is still to come. The action's id. ContractGone, ContractEnded,
    ContractDayBeforeStart."""
    contract = _running(session, contract_id, today)
    _check_from_start(contract, day)
    with recorded(session, ActionKind.END_CONTRACT, now=now, name=_name(session, contract)) as act:
        write_end(session, contract, ContractEventKind.CANCELLED, day, reason, now)
    return act.action_id


def finish_job(session: Session, contract_id: int, *, day: date, now: datetime, today: date) -> int:
    """A job that is done. The action's id. ContractGone, also where it is none; ContractEnded, ContractDayBeforeStart."""
    contract = _running(session, contract_id, today)
    if contract.kind is not ContractKind.JOB:
        raise ContractGone
    _check_from_start(contract, day)
    with recorded(session, ActionKind.END_CONTRACT, now=now, name=_name(session, contract)) as act:
        write_end(session, contract, ContractEventKind.ENDED, day, "", now)
    return act.action_id


def take_end_back(session: Session, contract_id: int, *, now: datetime) -> int:
    """It goes on after all. The action's id. ContractGone, also when it has no end."""
    contract = _found(session, contract_id)
    if contract.ended_on is None:
        raise ContractGone
    with recorded(session, ActionKind.EDIT_CONTRACT, now=now, name=_name(session, contract)) as act:
        forget_end(session, contract, now)
    return act.action_id


def delete_contract(session: Session, contract_id: int, *, now: datetime) -> int:
    """As if it had never been, for what was noted by mistake. The action's id. ContractGone."""
    contract = _found(session, contract_id)
    with recorded(session, ActionKind.DELETE_CONTRACT, now=now, name=_name(session, contract)) as act:
        for step in _steps(session, contract):
            session.delete(step)
        session.flush()
        session.delete(contract)
    return act.action_id


def write_end(session: Session, contract: Contract, kind: ContractEventKind, day: date, reason: str, now: datetime) -> None:
    """The end of a contract, in place of one that was noted before."""
    forget_end(session, contract, now)
    contract.ended_on, contract.reason = day, reason.strip()
    note_step(session, contract, kind, day, now, text=contract.reason)


def forget_end(session: Session, contract: Contract, now: datetime) -> None:
    for step in _steps(session, contract):
        if step.kind in END_STEPS:
            session.delete(step)
    contract.ended_on, contract.reason, contract.updated_at = None, "", now


def note_step(
    session: Session,
    contract: Contract,
    kind: ContractEventKind,
    day: date,
    now: datetime,
    *,
    price: int | None = None,
    text: str = "",
) -> None:
    session.add(ContractEvent(contract_id=contract.id, kind=kind, day=day, at=now, price=price, text=text))


def _steps(session: Session, contract: Contract) -> list[ContractEvent]:
    step = ContractEvent
    return list(session.scalars(select(step).where(step.contract_id == contract.id).order_by(step.day, step.id)))


def _priced(session: Session, contract: Contract, steps: list[ContractEvent], priced: list[ContractEvent], now: datetime) -> ContractEvent:
    """The step that says what a contract costs now, else its first one."""
    for step in (*reversed(priced), *steps):
        if step in priced or step.kind is ContractEventKind.STARTED:
            return step
    step = ContractEvent(contract_id=contract.id, kind=ContractEventKind.STARTED, day=contract.started_on, at=now, text="")
    session.add(step)
    return step


def _check_from_start(contract: Contract, day: date) -> None:
    if day < contract.started_on:
        raise ContractDayBeforeStart(field="day")


def _running(session: Session, contract_id: int, today: date) -> Contract:
    contract = _found(session, contract_id)
    if contract.ended_on is not None and contract.ended_on <= today:
        raise ContractEnded
    return contract


def _found(session: Session, contract_id: int) -> Contract:
    contract = session.get(Contract, contract_id)
    if contract is None:
        raise ContractGone
    return contract


def _name(session: Session, contract: Contract) -> str:
    return find(session, contract.customer_id).name
