"""Whether what a follow-up was made for still stands: what has become of it when it does not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import ColumnElement, Select, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from app.domain.care import RuleKind
from app.domain.care_keys import day_of_key, kind_of_key, number_of_key
from app.domain.follow_ups import Outcome
from app.domain.inquiries import InquiryState
from app.domain.periods import day_number
from app.models.answer_rows import is_counted
from app.models.base import Integer
from app.models.care_finders.columns import NEVER, Ints, month_days, values_at
from app.models.care_finders.days import STILL_GOOD, kept_day
from app.models.care_finders.world import CareWorld
from app.models.companies import CompanyRecord, ContactPerson
from app.models.contracts import Contract, Need
from app.models.inquiries import Inquiry
from app.models.measures import MeasurePerson
from app.models.points import NO_POINTS, PointLot
from app.models.surveys import SurveyResponse

_AT_ONCE = 500
Verdict = Outcome | None


class Made(NamedTuple):
    """An open follow-up that a rule made; `reason` as it is stored."""

    id: int
    customer_id: int
    occasion: str
    reason: str

    @property
    def day(self) -> str:
        """What its reason says the day of it is, empty where it says none."""
        return str(json.loads(self.reason).get("day", ""))


def needless(world: CareWorld, made: Sequence[Made]) -> dict[int, Outcome]:
    """Follow-ups to be closed: their customer came by himself, what they were made for is gone, or its day has passed. Those of customers
    out of reach are withdrawn."""
    found: dict[int, Outcome] = {}
    by_kind: dict[RuleKind, list[Made]] = {}
    reached = world.are_within_reach(_customers(made))
    for row, within in zip(made, reached.tolist(), strict=True):
        kind = kind_of_key(row.occasion)
        if not within:
            found[row.id] = Outcome.WITHDRAWN
        elif kind is not None:
            by_kind.setdefault(kind, []).append(row)
    for kind, rows in by_kind.items():
        judge = _JUDGES.get(kind)
        verdicts = judge(world, rows) if judge is not None else []
        found |= {row.id: verdict for row, verdict in zip(rows, verdicts, strict=False) if verdict is not None}
    return found


def _customers(rows: Sequence[Made]) -> Ints:
    return np.array([row.customer_id for row in rows], dtype=np.int64)


def _first_visit(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    s, ids = world.standing, _customers(rows)
    first, second = values_at(s.customer, s.first_day, ids), values_at(s.customer, s.second_day, ids)
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return [Outcome.WITHDRAWN if a == NEVER else Outcome.NEEDLESS if b != NEVER else None for a, b in pairs]


def _last_visit(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    s = world.standing
    return _since(rows, values_at(s.customer, s.last_day, _customers(rows)))


def _last_touch(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    return _since(rows, world.last_touch_or_visit(_customers(rows)))


def _since(rows: Sequence[Made], latest: Ints) -> list[Verdict]:
    """Something later makes it needless; when the day itself is gone, so is the occasion."""
    days = [day_number(day_of_key(row.occasion)) for row in rows]
    return [
        None if last == day else Outcome.NEEDLESS if last > day else Outcome.WITHDRAWN
        for day, last in zip(days, latest.tolist(), strict=True)
    ]


def _birthday(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    people = world.people
    return _kept(world, rows, values_at(people.customer, people.birthday, _customers(rows), 0))


def _anniversary(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    s = world.standing
    return _kept(world, rows, values_at(s.customer, month_days(s.first_day), _customers(rows), 0))


def _kept(world: CareWorld, rows: Sequence[Made], month_day: Ints, *, is_feast: bool = True) -> list[Verdict]:
    mourning = values_at(world.people.customer, world.people.mourning, _customers(rows))
    verdicts: list[Verdict] = []
    for row, kept, mourned in zip(rows, month_day.tolist(), mourning.tolist(), strict=True):
        day = kept_day(row.occasion, kept)
        if day is None or row.day not in ("", day) or (is_feast and mourned >= day_number(date.fromisoformat(day))):
            verdicts.append(Outcome.WITHDRAWN)
        else:
            verdicts.append(_expired(world, date.fromisoformat(day) + timedelta(days=STILL_GOOD)))
    return verdicts


def _expired(world: CareWorld, last_good: date) -> Verdict:
    return Outcome.EXPIRED if last_good < world.today else None


def _company(column: InstrumentedAttribute[int | None]) -> Callable[[CareWorld, Sequence[Made]], list[Verdict]]:
    def judge(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
        months = dict(_of(world, select(CompanyRecord.customer_id, column), CompanyRecord.customer_id, (row.customer_id for row in rows)))
        month_day = [(months.get(row.customer_id) or 0) * 100 + (1 if months.get(row.customer_id) else 0) for row in rows]
        return _kept(world, rows, np.array(month_day, dtype=np.int64), is_feast=False)

    return judge


def _lapse(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    lot = PointLot
    query = select(lot.customer_id, lot.expires).where(lot.left > NO_POINTS, lot.expires.is_not(None))
    there = set(_of(world, query, lot.customer_id, (row.customer_id for row in rows)))
    verdicts: list[Verdict] = []
    for row in rows:
        day = day_of_key(row.occasion)
        verdicts.append(_expired(world, day) or (None if (row.customer_id, day) in there else Outcome.WITHDRAWN))
    return verdicts


def _answer(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    one = SurveyResponse
    there = set(_of(world, select(one.id, one.customer_id).where(is_counted()), one.id, _numbers(rows)))
    return [None if (number_of_key(row.occasion), row.customer_id) in there else Outcome.WITHDRAWN for row in rows]


def _inquiry(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    there = {number: rest for number, *rest in _of(world, select(Inquiry.id, Inquiry.state, Inquiry.due_at), Inquiry.id, _numbers(rows))}
    verdicts: list[Verdict] = []
    for row in rows:
        state, due_at = there.get(number_of_key(row.occasion), (None, None))
        is_kept = state is InquiryState.CLOSED or due_at is None or world.day_of(due_at) >= world.day
        verdicts.append(Outcome.WITHDRAWN if state is None else Outcome.NEEDLESS if is_kept else None)
    return verdicts


def _event(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    one = MeasurePerson
    query = select(one.measure_id, one.customer_id).where(one.came_on.is_not(None))
    there = set(_of(world, query, one.measure_id, _numbers(rows)))
    return [None if (number_of_key(row.occasion), row.customer_id) in there else Outcome.WITHDRAWN for row in rows]


def _contract(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    c = Contract
    there = {number: rest for number, *rest in _of(world, select(c.id, c.renews_on, c.ended_on), c.id, _numbers(rows))}
    verdicts: list[Verdict] = []
    for row in rows:
        renews, ended = there.get(number_of_key(row.occasion), (None, None))
        day = day_of_key(row.occasion)
        if renews is None or renews < day or (ended is not None and ended <= renews):
            verdicts.append(Outcome.WITHDRAWN)
        else:
            verdicts.append(Outcome.NEEDLESS if renews > day else _expired(world, day + timedelta(days=STILL_GOOD)))
    return verdicts


def _job(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    c = Contract
    there = {number for (number,) in _of(world, select(c.id).where(c.ended_on.is_not(None)), c.id, _numbers(rows))}
    return [None if number_of_key(row.occasion) in there else Outcome.WITHDRAWN for row in rows]


def _need(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    there = {number: rest for number, *rest in _of(world, select(Need.id, Need.due, Need.done_on), Need.id, _numbers(rows))}
    verdicts: list[Verdict] = []
    for row in rows:
        due, done = there.get(number_of_key(row.occasion), (None, None))
        stands = due == day_of_key(row.occasion)
        verdicts.append(Outcome.NEEDLESS if done is not None else None if stands else Outcome.WITHDRAWN)
    return verdicts


def _product(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    first = min(day_number(day_of_key(row.occasion)) for row in rows)
    bought = world.bought_since(first)
    latest = [bought.get((row.customer_id, number_of_key(row.occasion))) for row in rows]
    return _since(rows, np.array([NEVER if day is None else day_number(day) for day in latest], dtype=np.int64))


def _person(world: CareWorld, rows: Sequence[Made]) -> list[Verdict]:
    there = dict(_of(world, select(ContactPerson.id, ContactPerson.until), ContactPerson.id, _numbers(rows)))
    verdicts: list[Verdict] = []
    for row in rows:
        number = number_of_key(row.occasion)
        until = there.get(number)
        is_gone = number not in there or (until is not None and until <= world.today)
        verdicts.append(Outcome.WITHDRAWN if is_gone else None)
    return verdicts


def _numbers(rows: Iterable[Made]) -> Iterable[int]:
    return (number_of_key(row.occasion) for row in rows)


def _of(world: CareWorld, query: Select[*tuple[Any, ...]], column: InstrumentedAttribute[int], numbers: Iterable[int]) -> list[Any]:
    """The rows of these numbers."""
    wanted = sorted(set(numbers))
    found: list[Any] = []
    for begin in range(0, len(wanted), _AT_ONCE):
        is_wanted: ColumnElement[bool] = type_coerce(column, Integer).in_(wanted[begin : begin + _AT_ONCE])
        found.extend(tuple(row) for row in world.session.execute(query.where(is_wanted)))
    return found


_JUDGES: dict[RuleKind, Callable[[CareWorld, Sequence[Made]], list[Verdict]]] = {
    RuleKind.FIRST_VISIT: _first_visit,
    RuleKind.AFTER_VISIT: _last_visit,
    RuleKind.OVERDUE: _last_visit,
    RuleKind.YEARLY: _last_touch,
    RuleKind.BIRTHDAY: _birthday,
    RuleKind.ANNIVERSARY: _anniversary,
    RuleKind.FISCAL_START: _company(CompanyRecord.fiscal_month),
    RuleKind.BUDGET: _company(CompanyRecord.budget_month),
    RuleKind.LAPSE: _lapse,
    RuleKind.LOW_SURVEY: _answer,
    RuleKind.INQUIRY_OVERDUE: _inquiry,
    RuleKind.AFTER_EVENT: _event,
    RuleKind.RENEWAL: _contract,
    RuleKind.JOB_DONE: _job,
    RuleKind.NEED_DUE: _need,
    RuleKind.PRODUCT_DUE: _product,
    RuleKind.NEW_PERSON: _person,
}
