"""Storing a customer list: all accepted rows or none, doubles as decided, a stop never turned back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customers import Consent, CustomerFields
from app.domain.entities import Entity
from app.domain.imports import DoubleChoice, ImportKind, ImportSource
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.text import fold
from app.exchange.customers import CustomerDraft, CustomerReading
from app.exchange.duplicates import Double, DoubleReason
from app.exchange.problems import RowError, RowReason, RowWarning
from app.models.bulk import insert_rows, next_id
from app.models.changes import mark_changed
from app.models.customer import Customer, fields_of_record
from app.models.records import ImportBatch, ImportChange
from app.models.shop import Staff
from app.services.customers import write_fields
from app.services.import_rows import CUSTOMER_COLUMNS, customer_values, stored_row
from app.services.openings import Opening, open_points, opened_before
from app.services.referrals import leads_to

PROGRESS_STEP = 500
_CONSENTS = {
    "post_consent": ("post_consent_on", "post_consent_source"),
    "email_consent": ("email_consent_on", "email_consent_source"),
}
# Fields that only make sense together: the whole first, then its halves. The same name written with other blanks is no news.
_GROUPS = (("name", "family_name", "given_name"), ("kana", "family_kana", "given_kana"))
_STICKY_FLAGS = ("do_not_contact", "is_deceased", "bad_address")


@dataclass(slots=True)
class ImportOutcome:
    """`accepted` counts rows of the file; `refused` and `warnings` say which row and why; `left_for_later`: undecided rows."""

    import_id: int = 0
    accepted: int = 0
    created: int = 0
    updated: int = 0
    without_customer: int = 0
    refused: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    left_for_later: list[int] = field(default_factory=list)


def suggest(double: Double, name: str, other_name: str) -> DoubleChoice:
    """The same number, or the same name beside the shared phone, birthday or address, is one person; a family may share a phone."""
    if DoubleReason.SAME_CODE in double.reasons or fold(name) == fold(other_name):
        return DoubleChoice.MERGE
    return DoubleChoice.SEPARATE


def store_customers(
    session: Session,
    reading: CustomerReading,
    doubles: Sequence[Double],
    *,
    choices: Mapping[int, DoubleChoice] | None = None,
    sides: Mapping[tuple[int, str], bool] | None = None,
    source: ImportSource,
    now: datetime,
    today: date,
    progress: Progress = NO_PROGRESS,
) -> ImportOutcome:
    """Write the drafts in this transaction. `choices`: a row's decision, else the suggestion; `sides[(row, field)]` True keeps
    what the shop has of a field, False takes the file's; without it the file's value counts where it has one."""
    outcome = ImportOutcome(refused=list(reading.refused), warnings=list(reading.warnings))
    batch = new_batch(session, ImportKind.CUSTOMERS, source, now)
    writer = _Writer(session, batch, sides or {}, now, today, outcome)
    writer.learn(doubles)
    for number, draft in enumerate(reading.drafts):
        if number % PROGRESS_STEP == 0:
            progress.advance(number, len(reading.drafts))
        writer.take(draft, (choices or {}).get(draft.row))
    writer.finish()
    close_batch(session, batch, outcome)
    progress.advance(len(reading.drafts), len(reading.drafts))
    return outcome


def new_batch(session: Session, kind: ImportKind, source: ImportSource, now: datetime) -> ImportBatch:
    batch = ImportBatch(
        at=now,
        kind=kind.value,
        file_name=source.file_name,
        fingerprint=source.fingerprint,
        accepted=0,
        created=0,
        updated=0,
        refused=0,
        without_customer=0,
        undone_at=None,
    )
    session.add(batch)
    session.flush()
    return batch


def close_batch(session: Session, batch: ImportBatch, outcome: ImportOutcome) -> None:
    outcome.import_id = batch.id
    batch.accepted, batch.created, batch.updated = outcome.accepted, outcome.created, outcome.updated
    batch.refused = len({error.row for error in outcome.refused})
    batch.without_customer = outcome.without_customer
    session.flush()


class _Writer:
    """Collects new rows for one insert and merges the others at once."""

    def __init__(
        self,
        session: Session,
        batch: ImportBatch,
        sides: Mapping[tuple[int, str], bool],
        now: datetime,
        today: date,
        outcome: ImportOutcome,
    ) -> None:
        self._session = session
        self._batch = batch
        self._sides = sides
        self._now = now
        self._today = today
        self._outcome = outcome
        self._doubles: dict[int, Double] = {}
        self._new: dict[int, CustomerFields] = {}
        self._ids: dict[int, int] = {}
        self._referred: dict[int, str] = {}
        self._brought: dict[int, int] = {}
        self._opened: set[int] | None = None
        self._next_id = next_id(session, _table())
        self._names: dict[int, str] = {}
        self._former: dict[int, list[str]] = {}
        self._codes: dict[str, int] = numbers_of(session)
        self._codes |= {c: i for c, i in session.execute(select(Customer.code, Customer.id).where(Customer.code.is_not(None))) if c}
        self._staff: dict[str, int] = {
            name: number for name, number in session.execute(select(Staff.name, Staff.id).order_by(Staff.is_active))
        }

    def learn(self, doubles: Sequence[Double]) -> None:
        self._doubles = {double.row: double for double in doubles}
        existing = [double.existing_id for double in doubles if double.existing_id is not None]
        for start in range(0, len(existing), PROGRESS_STEP):
            part = existing[start : start + PROGRESS_STEP]
            self._names.update({i: n for i, n in self._session.execute(select(Customer.id, Customer.name).where(Customer.id.in_(part)))})

    def take(self, draft: CustomerDraft, choice: DoubleChoice | None) -> None:
        target, other = self._partner(draft.row)
        if target is None:
            self._add(draft)
            return
        double = self._doubles[draft.row]
        decided = choice or suggest(double, draft.fields.name, other)
        reason = {
            DoubleChoice.MERGE: RowReason.DOUBLE_MERGED,
            DoubleChoice.SEPARATE: RowReason.DOUBLE_ADDED,
            DoubleChoice.LATER: RowReason.DOUBLE_LEFT,
        }[decided]
        is_plain_update = decided is DoubleChoice.MERGE and DoubleReason.SAME_CODE in double.reasons
        if not is_plain_update:
            self._outcome.warnings.append(RowWarning(draft.row, reason, name=draft.fields.name, other=other))
        if decided is DoubleChoice.LATER:
            self._outcome.left_for_later.append(draft.row)
        elif decided is DoubleChoice.SEPARATE:
            self._add(draft)
        else:
            self._merge(draft, target)

    def finish(self) -> None:
        session = self._session
        rows = (stored_row(session, self._values(number, fields)) for number, fields in self._new.items())
        insert_rows(session, _table(), CUSTOMER_COLUMNS, rows)
        if self._new or self._outcome.updated:
            mark_changed(session, Entity.CUSTOMER)
        self._refer()
        self._open_points()

    def _partner(self, row: int) -> tuple[int | None, str]:
        """The id of the customer this row may be, and the name; an earlier row's customer counts as well."""
        double = self._doubles.get(row)
        if double is None:
            return None, ""
        if double.existing_id is not None:
            return double.existing_id, self._names.get(double.existing_id, "")
        number = self._ids.get(double.other_row or 0)
        if number is None:
            return None, ""
        return number, self._new[number].name if number in self._new else self._names.get(number, "")

    def _add(self, draft: CustomerDraft) -> None:
        fields = draft.fields
        if fields.code and fields.code in self._codes:
            holder = self._codes[fields.code]
            other = self._new[holder].name if holder in self._new else self._name_of(holder)
            self._outcome.warnings.append(RowWarning(draft.row, RowReason.CODE_TAKEN, "code", fields.code, fields.name, other))
            fields = replace(fields, code="")
        number = self._next_id
        self._next_id += 1
        if fields.code:
            self._codes[fields.code] = number
        self._new[number] = fields
        self._ids[draft.row] = number
        self._outcome.created += 1
        self._outcome.accepted += 1

    def _merge(self, draft: CustomerDraft, target: int) -> None:
        self._ids[draft.row] = target
        self._outcome.accepted += 1
        self._outcome.updated += 1
        if target in self._new:
            self._point_out_stops(self._new[target], draft)
            ours = self._new[target]
            self._new[target] = merged(ours, draft, self._sides)
            self._keep_number(self._former.setdefault(target, []), target, {ours.code, draft.fields.code} - {self._new[target].code})
            return
        customer = self._session.get(Customer, target)
        if customer is None:
            return
        before = customer_values(self._session, customer)
        ours = self._fields_of(customer)
        self._point_out_stops(ours, draft)
        wanted = merged(ours, draft, self._sides)
        holder = self._codes.get(wanted.code)
        if wanted.code and holder is not None and holder != target:
            self._outcome.warnings.append(
                RowWarning(draft.row, RowReason.CODE_TAKEN, "code", wanted.code, wanted.name, self._name_of(holder))
            )
            wanted = replace(wanted, code=ours.code)
        if wanted.points_opening and not ours.points_opening:
            wanted = self._with_points(draft, target, wanted)
        if wanted.staff:
            self._staff_id(wanted.staff)
        if wanted.referred_by != ours.referred_by:
            # Whoever is named may be written only with the new ones.
            self._referred[target] = wanted.referred_by
        write_fields(self._session, customer, replace(wanted, referred_by=ours.referred_by))
        former = list(customer.former_codes)
        self._keep_number(former, target, {ours.code, draft.fields.code} - {wanted.code})
        customer.former_codes = former
        customer.updated_at = self._now
        self._session.flush()
        after = customer_values(self._session, customer)
        changed = [name for name in before if before[name] != after[name] and name != "updated_at"]
        if changed:
            self._session.add(
                ImportChange(
                    import_id=self._batch.id,
                    customer_id=target,
                    before={name: before[name] for name in changed},
                    after={name: after[name] for name in changed},
                )
            )

    def _point_out_stops(self, ours: CustomerFields, draft: CustomerDraft) -> None:
        for consent in _CONSENTS:
            if getattr(ours, consent) is Consent.NO and getattr(draft.fields, consent) is Consent.YES:
                warning = RowWarning(draft.row, RowReason.STOP_KEPT, consent, name=draft.fields.name, other=ours.name)
                self._outcome.warnings.append(warning)

    def _fields_of(self, customer: Customer) -> CustomerFields:
        staff = next((name for name, number in self._staff.items() if number == customer.staff_id), "")
        referrer = self._session.get(Customer, customer.referred_by_id) if customer.referred_by_id is not None else None
        return fields_of_record(customer, staff, (referrer.code or "") if referrer is not None else "")

    def _name_of(self, customer_id: int) -> str:
        if customer_id not in self._names:
            self._names[customer_id] = self._session.scalar(select(Customer.name).where(Customer.id == customer_id)) or ""
        return self._names[customer_id]

    def _staff_id(self, name: str) -> int | None:
        """The staff member of that name, added to the staff when the list names someone new."""
        if not name:
            return None
        if name not in self._staff:
            staff = Staff(name=name, role="", is_active=True, position=len(self._staff))
            self._session.add(staff)
            self._session.flush()
            self._staff[name] = staff.id
        return self._staff[name]

    def _keep_number(self, former: list[str], target: int, codes: set[str]) -> None:
        """A number that two records had between them still finds the one they became, unless it is somebody else's."""
        for code in sorted(codes - {"", *former}):
            if self._codes.setdefault(code, target) == target:
                former.append(code)

    def _values(self, number: int, fields: CustomerFields) -> dict[str, Any]:
        extra = {
            "id": number,
            "staff_id": self._staff_id(fields.staff),
            "import_id": self._batch.id,
            "former_codes": self._former.get(number, []),
            "created_at": self._now,
            "updated_at": self._now,
        }
        return {"fields": fields, **extra}

    def _refer(self) -> None:
        """Who was referred by whom, once everybody has an id; a circle is left open."""
        wanted = {number: fields.referred_by for number, fields in self._new.items() if fields.referred_by}
        if not wanted and not self._referred:
            return
        known = select(Customer.id, Customer.referred_by_id).where(Customer.referred_by_id.is_not(None))
        brought: dict[int, int | None] = {row.id: row.referred_by_id for row in self._session.execute(known)}
        for number, code in (wanted | self._referred).items():
            referrer = self._codes.get(code)
            # Nobody comes through himself, however many others stand between.
            fits = referrer is not None and referrer != number and not leads_to(brought, referrer, number)
            customer = self._session.get(Customer, number) if fits else None
            if customer is None:
                continue
            brought[number] = referrer
            if number in self._referred:
                before, after = {"referred_by_id": customer.referred_by_id}, {"referred_by_id": referrer}
                self._session.add(ImportChange(import_id=self._batch.id, customer_id=number, before=before, after=after))
            customer.referred_by_id = referrer
        self._session.flush()

    def _with_points(self, draft: CustomerDraft, target: int, wanted: CustomerFields) -> CustomerFields:
        """Points that a list brings for somebody who was there count unless his came along another way."""
        if self._opened is None:
            self._opened = opened_before(self._session)
        if target in self._opened:
            self._outcome.warnings.append(RowWarning(draft.row, RowReason.POINTS_THERE, "points_opening", wanted.name, wanted.name))
            return replace(wanted, points_opening=0)
        self._brought[target] = wanted.points_opening
        return wanted

    def _open_points(self) -> None:
        """Points that the list brings along, once per customer however often a list names him."""
        brought = {number: fields.points_opening for number, fields in self._new.items()} | self._brought
        openings = [Opening(number, points) for number, points in brought.items() if points]
        open_points(self._session, openings, import_id=self._batch.id, now=self._now, today=self._today)


def numbers_of(session: Session) -> dict[str, int]:
    """Former customer numbers, each with the customer it leads to."""
    rows = session.execute(select(Customer.id, Customer.former_codes).where(Customer.former_codes != []))
    return {code: number for number, codes in rows for code in codes}


def merged(ours: CustomerFields, draft: CustomerDraft, sides: Mapping[tuple[int, str], bool]) -> CustomerFields:
    """The shop's record with what the file adds. An empty cell clears nothing unless the user took that side (False); a stop of
    either is never turned back."""
    theirs = draft.fields
    changes: dict[str, Any] = {}
    grouped = {name for group in _GROUPS for name in group}
    for group in _GROUPS:
        whole = group[0]
        is_emptied = whole != "name" and sides.get((draft.row, whole)) is False
        has_word = bool(getattr(theirs, whole)) and not sides.get((draft.row, whole), False)
        speaks = (has_word or is_emptied) and bool(draft.present & set(group))
        if speaks and fold(getattr(theirs, whole)) != fold(getattr(ours, whole)):
            changes |= {name: getattr(theirs, name) for name in group}
    for name in _mergeable(draft.present - grouped):
        value = getattr(theirs, name)
        side = sides.get((draft.row, name))
        is_empty = value in ("", None, (), {}, Consent.UNKNOWN, False)
        if (not is_empty and not side) or (is_empty and side is False and name not in _CONSENTS):
            changes[name] = value
    if "own" in changes:
        changes["own"] = {**ours.own, **{key: value for key, value in theirs.own.items() if value}}
    for several in ("tags", "joint_names"):
        if several in changes:
            changes[several] = tuple(dict.fromkeys((*getattr(ours, several), *getattr(theirs, several))))
    for consent, beside in _CONSENTS.items():
        said, is_refused = getattr(theirs, consent), getattr(ours, consent) is Consent.NO
        if is_refused or (said is not Consent.NO and sides.get((draft.row, consent))):
            changes = {name: value for name, value in changes.items() if name not in (consent, *beside)}
        elif said is Consent.NO or _is_said_anew(ours, theirs, consent):
            changes |= {name: getattr(theirs, name) for name in (consent, *beside)}
    if ours.code and sides.get((draft.row, "code")) is not False:
        changes.pop("code", None)
    if "points_opening" in changes and ours.points_opening:
        changes.pop("points_opening")
    result = replace(ours, **changes)
    for flag in _STICKY_FLAGS:
        if getattr(ours, flag) or getattr(theirs, flag):
            stop: dict[str, Any] = {flag: True}
            result = replace(result, **stop)
    return result


def _is_said_anew(ours: CustomerFields, theirs: CustomerFields, consent: str) -> bool:
    """Whether the file's consent is another than ours: then its day and its source are its own, and ours do not belong to it."""
    said, on = getattr(theirs, consent), getattr(theirs, _CONSENTS[consent][0])
    return said is Consent.YES and (getattr(ours, consent) is not said or on not in (None, getattr(ours, _CONSENTS[consent][0])))


def _mergeable(present: Iterable[str]) -> list[str]:
    return sorted(name for name in present if name not in _STICKY_FLAGS and name != "kind")


def _table() -> Any:
    return Customer.__table__
