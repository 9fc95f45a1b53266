"""Storing a list of contracts: all accepted rows or none; what was there is brought up to date and can be put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.domain.contracts import ContractEventKind, ContractFields, PriceEvery, checked_contract
from app.domain.entities import Entity
from app.domain.imports import ImportKind, ImportSource
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.text import fold
from app.exchange.contracts import ContractDraft, ContractReading
from app.exchange.problems import RowError, RowReason, RowWarning, shown
from app.models.changes import mark_changed
from app.models.contracts import Contract, ContractEvent
from app.models.customer import Customer
from app.models.records import ImportBatch, ImportChange
from app.services.contracts import forget_end, new_contract, note_step, write_end
from app.services.import_customers import ImportOutcome, close_batch, new_batch, numbers_of
from app.services.named_people import NamedPeople

PROGRESS_STEP = 500
_COLUMNS = ("price", "price_every", "term_months", "renews_on", "ended_on", "reason")
# Beside the columns: which contract it was, and when it was written last.
_WHICH, _TOUCHED = "contract", "updated_at"
_Known = dict[tuple[int, str, date], Contract]


def store_contracts(
    session: Session, reading: ContractReading, *, source: ImportSource, now: datetime, today: date, progress: Progress = NO_PROGRESS
) -> ImportOutcome:
    """Write the drafts in this transaction. A contract that is there, the same plan of the same customer from the same day, takes what the
    row says; what the row leaves empty stays, also an end that is known here. Refused are rows of customers nobody knows."""
    known, refused = _sorted_out(session, reading.drafts)
    outcome = ImportOutcome(refused=[*reading.refused, *refused], warnings=list(reading.warnings), accepted=len(known))
    batch = new_batch(session, ImportKind.CONTRACTS, source, now)
    there = _there(session)
    for done, (draft, customer) in enumerate(known):
        if done % PROGRESS_STEP == 0:
            progress.advance(done, len(known))
        contract = there.get((customer, *draft.identity))
        if contract is None:
            there[customer, *draft.identity] = _add(session, customer, draft, batch.id, now, today)
            outcome.created += 1
        else:
            _bring_up(session, contract, draft, batch, outcome, now)
    outcome.refused.sort(key=lambda error: error.row)
    outcome.warnings.sort(key=lambda warning: warning.row)
    close_batch(session, batch, outcome)
    progress.advance(len(known), len(known))
    return outcome


def check_contracts(session: Session, reading: ContractReading) -> ContractReading:
    """The list as it would come in: rows of customers nobody knows are among the refused, and ends that stay among the warnings."""
    known, refused = _sorted_out(session, reading.drafts)
    there = _there(session)
    kept = []
    for draft, customer in known:
        contract = there.get((customer, *draft.identity))
        if contract is not None and (warning := _kept_end(contract, draft)) is not None:
            kept.append(warning)
    every = sorted([*reading.refused, *refused], key=lambda error: error.row)
    return ContractReading([draft for draft, _ in known], every, [*reading.warnings, *kept], reading.rows_read)


def take_contracts_out(session: Session, import_id: int, *, now: datetime) -> tuple[int, int, int]:
    """Undo what an import did to contracts: (taken out, put back, kept because something was done with them since)."""
    restored = _put_back(session, import_id, now)
    mine = session.scalars(select(Contract).where(Contract.import_id == import_id)).all()
    gone = [contract.id for contract in mine if contract.updated_at == contract.created_at]
    for contract in mine:
        if contract.updated_at != contract.created_at:
            contract.import_id = None
    session.flush()
    for number in gone:
        session.execute(delete(ContractEvent).where(ContractEvent.contract_id == number))
        session.execute(delete(Contract).where(Contract.id == number))
    if mine or restored:
        mark_changed(session, Entity.CONTRACT)
    return len(gone), restored, len(mine) - len(gone)


def _sorted_out(session: Session, drafts: Sequence[ContractDraft]) -> tuple[list[tuple[ContractDraft, int]], list[RowError]]:
    """What can come in, each with its customer, and what cannot."""
    numbers, people = _numbers(session), NamedPeople(session, create=False)
    known: list[tuple[ContractDraft, int]] = []
    refused: list[RowError] = []
    rows: dict[tuple[int, str, date], int] = {}
    for draft in drafts:
        said = shown(draft.customer.said)
        customer, reason = numbers.get(draft.customer.code), RowReason.CUSTOMER_UNKNOWN
        if customer is None:
            customer, reason = people.find(draft.customer)
        if customer is None:
            field = "customer_code" if draft.customer.code else "customer_name" if draft.customer.name else "phone"
            refused.append(RowError(draft.row, reason, field, said, said))
            continue
        first = rows.setdefault((customer, *draft.identity), draft.row)
        if first != draft.row:
            # The list calls the same customer by a number here and by a name there.
            refused.append(RowError(draft.row, RowReason.CONTRACT_TWICE, "plan", shown(draft.plan), said, str(first)))
        else:
            known.append((draft, customer))
    return known, refused


def _numbers(session: Session) -> Mapping[str, int]:
    """Every customer by number, also by a former one; "#12" is the customer of id 12 that has none."""
    known = session.execute(select(Customer.code, Customer.id)).all()
    return numbers_of(session) | {code or f"#{number}": number for code, number in known}


def _there(session: Session) -> _Known:
    return {
        (one.customer_id, fold(one.plan), one.started_on): one for one in session.scalars(select(Contract).order_by(Contract.id.desc()))
    }


def _add(session: Session, customer: int, draft: ContractDraft, import_id: int, now: datetime, today: date) -> Contract:
    fields = ContractFields(
        draft.plan,
        started_on=draft.start,
        term_months=draft.term_months,
        renews_on=draft.renews_on,
        price=draft.price,
        price_every=draft.every or PriceEvery.MONTH,
    )
    contract = new_contract(session, customer, checked_contract(fields, draft.end or today), now=now, import_id=import_id)
    if draft.end is not None:
        contract.ended_on, contract.reason = draft.end, draft.reason
        note_step(session, contract, ContractEventKind.CANCELLED, draft.end, now, text=draft.reason)
    return contract


def _kept_end(contract: Contract, draft: ContractDraft) -> RowWarning | None:
    if contract.ended_on is None or draft.end is not None:
        return None
    return RowWarning(draft.row, RowReason.END_KEPT, "end", "", shown(draft.customer.said), f"{contract.ended_on:%Y/%m/%d}")


def _bring_up(
    session: Session, contract: Contract, draft: ContractDraft, batch: ImportBatch, outcome: ImportOutcome, now: datetime
) -> None:
    said = {
        "price": draft.price,
        "price_every": draft.every,
        "term_months": draft.term_months,
        "renews_on": draft.renews_on,
        "ended_on": draft.end,
        "reason": draft.reason or None if draft.end or contract.ended_on else None,
    }
    kept = _kept_end(contract, draft)
    if kept is not None:
        outcome.warnings.append(kept)
    before = {name: getattr(contract, name) for name in _COLUMNS}
    changed = {name: value for name, value in said.items() if value is not None and value != before[name]}
    if not changed:
        return
    is_from_before, touched = contract.import_id != batch.id, contract.updated_at
    _write(session, contract, changed, now)
    outcome.updated += 1
    if is_from_before:
        session.add(
            ImportChange(
                import_id=batch.id,
                customer_id=contract.customer_id,
                before={_WHICH: contract.id, _TOUCHED: _stored(touched)} | {name: _stored(before[name]) for name in changed},
                after={_TOUCHED: _stored(contract.updated_at)} | {name: _stored(value) for name, value in changed.items()},
            )
        )


def _write(session: Session, contract: Contract, values: Mapping[str, Any], now: datetime) -> None:
    """The columns, and the steps of the course that say the same."""
    if "ended_on" in values or ("reason" in values and contract.ended_on is not None):
        end, reason = values.get("ended_on", contract.ended_on), values.get("reason", contract.reason)
        if end is None:
            forget_end(session, contract, now)
        else:
            write_end(session, contract, ContractEventKind.CANCELLED, end, reason, now)
    for name, value in values.items():
        setattr(contract, name, value)
    if "price" in values:
        query = select(ContractEvent).where(ContractEvent.contract_id == contract.id, ContractEvent.day <= now.date())
        steps = session.scalars(query.order_by(ContractEvent.day, ContractEvent.id)).all()
        saying = [step for step in steps if step.kind is ContractEventKind.STARTED or step.price is not None]
        for step in saying[-1:]:
            step.price = values["price"]
    contract.updated_at = now
    session.flush()


def _put_back(session: Session, import_id: int, now: datetime) -> int:
    """Columns that still say what the import wrote get their old value back; what was changed since stays."""
    changes = session.scalars(select(ImportChange).where(ImportChange.import_id == import_id).order_by(ImportChange.id.desc())).all()
    for change in changes:
        contract = session.get(Contract, change.before[_WHICH])
        if contract is None:
            continue
        is_untouched = _stored(contract.updated_at) == change.after[_TOUCHED]
        same = [name for name in _COLUMNS if name in change.after and _stored(getattr(contract, name)) == change.after[name]]
        if same:
            _write(session, contract, {name: _read(name, change.before[name]) for name in same}, now)
        if is_untouched:
            contract.updated_at = datetime.fromisoformat(change.before[_TOUCHED])
    return len(changes)


def _stored(value: Any) -> Any:
    if isinstance(value, datetime):
        # As exact as it is kept.
        return value.isoformat(timespec="milliseconds")
    return value.isoformat() if isinstance(value, date) else value


def _read(name: str, stored: Any) -> Any:
    if stored is None:
        return None
    return date.fromisoformat(stored) if name in ("ended_on", "renews_on") else PriceEvery(stored) if name == "price_every" else stored
