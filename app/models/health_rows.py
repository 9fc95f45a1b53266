"""What the health of the bond with customers is made from, as it was known at the end of a day; for services and queries alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Integer, Select, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.domain.care import CareSettings
from app.domain.contracts import ContractKind
from app.domain.health import LEAST_GROUPS_SOLD, MEMORY_DAYS, VOICES, HealthPart, VoiceState, survey_value, voice_state
from app.domain.inquiries import InquiryKind, InquiryState
from app.domain.periods import day_number
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.rfm import RfmCuts
from app.domain.rhythm import DEFAULT_WINDOW
from app.domain.surveys import QuestionKind, ResponseState
from app.models.answer_rows import read_contents
from app.models.arrays import read_columns
from app.models.contract_rows import to_be_renewed
from app.models.contracts import Contract
from app.models.customer import Customer
from app.models.inquiries import Inquiry
from app.models.inquiry_rows import closed_then_reopened
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Shop, SummaryState
from app.models.surveys import SurveyAnswer, SurveyResponse

CUSTOMERS_AT_A_TIME = 60_000
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_DAY = type_coerce(Purchase.day, Integer)


@dataclass(frozen=True, slots=True)
class HealthRules:
    """`shop_gap`: the median gap in days as learned on `learned_on` (None: never)."""

    window: int
    cuts: RfmCuts | None
    shop_gap: float | None
    learned_on: date | None
    care: CareSettings


@dataclass(frozen=True, slots=True, eq=False)
class DayRows:
    """At the end of `day`: pairs of customers (ascending) and a value each. `surveys` 0 to 100, `voices` positions in VOICES."""

    day: date
    groups: tuple[Ints, Ints]
    groups_sold: int
    voices: tuple[Ints, Ints]
    renewals: tuple[Ints, Ints]
    surveys: tuple[Ints, Floats]
    gone: Ints


def health_rules(session: Session) -> HealthRules:
    columns = select(Shop.window_days, Shop.rfm_cuts, Shop.care)
    window, stored, care = session.execute(columns).one_or_none() or (DEFAULT_WINDOW, None, {})
    state = session.execute(select(SummaryState.window_days, SummaryState.shop_gap, SummaryState.as_of)).one_or_none()
    cuts = RfmCuts(**{name: _four(values) for name, values in stored.items()}) if stored else None
    if state is None:
        return HealthRules(window, cuts, None, None, CareSettings.from_json(care))
    return HealthRules(state[0], cuts, state[1], state[2], CareSettings.from_json(care))


def sales_key(day: date, rules: HealthRules) -> str:
    """Under which name what was worked out of the sales up to and with a day is kept."""
    return f"health sales until {day} under {rules.window} {rules.cuts}"


def sale_portions(session: Session, until: date, progress: Progress = NO_PROGRESS) -> Iterator[list[Ints]]:
    """The receipts of customers up to and with a day as columns (customer, day, amount, net), some customers at a time, so that those of a
    large shop are never in memory all at once."""
    count = 1 + (session.scalar(select(func.count()).select_from(Customer)) or 0) // CUSTOMERS_AT_A_TIME
    query = select(Purchase.customer_id, _DAY, Purchase.amount, Purchase.net)
    query = query.where(Purchase.customer_id.is_not(None), Purchase.day <= until)
    for number in range(count):
        progress.advance(number, count)
        yield read_columns(session, query.where(Purchase.customer_id % count == number))


def day_rows(session: Session, day: date, groups: tuple[Ints, Ints], groups_sold: int) -> DayRows:
    """`groups` as `groups_bought` gives them."""
    voices, renewals = voices_on(session, day), renewals_on(session, day)
    surveys = {number: value for number, said in surveys_on(session, day).items() if (value := survey_value(*said)) is not None}
    gone = np.array(sorted(session.scalars(select(Customer.id).where(_gone_by(session, day)))), dtype=np.int64)
    return DayRows(
        day,
        groups,
        groups_sold,
        _pairs(voices, np.int64),
        _pairs(renewals, np.int64),
        (_pairs(surveys, np.int64)[0], np.array([surveys[number] for number in sorted(surveys)], dtype=np.float64)),
        gone,
    )


def groups_bought(session: Session, day: date, customer_id: int | None = None) -> tuple[tuple[Ints, Ints], int]:
    """(customers, number of product groups) bought from within the 365 days up to and with `day`, and how many groups were sold in all; of
    one customer alone with `customer_id`. What was given back in full does not count, nor what has no group."""
    book, line = product_book(session), PurchaseLine
    words = (line.product_code, line.product, line.product_group)
    query = _lines(select(Purchase.customer_id, *words), day - timedelta(days=MEMORY_DAYS), day)
    if customer_id is not None:
        query = query.where(Purchase.customer_id == customer_id)
    numbers: dict[str, int] = {}
    known: dict[tuple[str, str, str], int] = {}
    pairs = []
    for customer, code, name, group in session.execute(query.distinct()):
        number = known.get((code, name, group))
        if number is None:
            found = book.group_of(code, name, group)
            number = known[code, name, group] = numbers.setdefault(found, len(numbers)) if found else -1
        if number >= 0:
            pairs.append((customer, number))
    columns = np.array(sorted(set(pairs)), dtype=np.int64).reshape(-1, 2)
    ids, counts = np.unique(columns[:, 0], return_counts=True)
    return (ids, counts.astype(np.int64)), len(numbers)


def groups_sold(session: Session, after: date, until: date) -> frozenset[str]:
    """The product groups customers bought from after a day, up to and with another."""
    book, line = product_book(session), PurchaseLine
    query = _lines(select(line.product_code, line.product, line.product_group), after, until)
    return frozenset(name for words in session.execute(query.distinct()) if (name := book.group_of(*words)))


def _lines(query: Select[*tuple[Any, ...]], after: date, until: date) -> Select[*tuple[Any, ...]]:
    """Of the lines of receipts of customers with something left."""
    bought = (Purchase.net > 0, PurchaseLine.amount > 0, Purchase.customer_id.is_not(None))
    joined = query.select_from(Purchase).join(PurchaseLine, PurchaseLine.purchase_id == Purchase.id)
    return joined.where(*bought, Purchase.day > after, Purchase.day <= until)


def open_complaints(session: Session, customer_id: int | None = None) -> dict[int, date]:
    """By customer (or of one), since when a complaint has been open: the day on which the oldest of them was received."""
    zone = _zone(session)
    query = select(Inquiry.customer_id, func.min(Inquiry.received_at))
    query = query.where(Inquiry.customer_id.is_not(None) if customer_id is None else Inquiry.customer_id == customer_id)
    query = query.where(Inquiry.kind == InquiryKind.COMPLAINT, Inquiry.state != InquiryState.CLOSED).group_by(Inquiry.customer_id)
    return {customer: at.astimezone(zone).date() for customer, at in session.execute(query) if customer is not None}


def complaining_on(session: Session, day: date) -> Ints:
    """Customers with an open complaint at the end of a day, ascending."""
    worst = VOICES.index(VoiceState.OPEN_COMPLAINT)
    return np.array(sorted(number for number, said in voices_on(session, day).items() if said == worst), dtype=np.int64)


def parts_in_use(session: Session, sold: int) -> frozenset[HealthPart]:
    """The parts for which this shop has anything at all; from `sold` product groups it sells."""
    found = {HealthPart.RECENCY, HealthPart.FREQUENCY}
    answered = select(SurveyResponse.id).where(SurveyResponse.state == ResponseState.SETTLED, SurveyResponse.customer_id.is_not(None))
    asked = {
        HealthPart.INQUIRIES: select(Inquiry.id).where(Inquiry.customer_id.is_not(None)),
        HealthPart.RENEWAL: select(Contract.id).where(Contract.kind == ContractKind.PLAN, Contract.renews_on.is_not(None)),
        HealthPart.SURVEY: answered,
    }
    found |= {part for part, query in asked.items() if session.scalar(query.limit(1)) is not None}
    return frozenset(found | ({HealthPart.BREADTH} if sold >= LEAST_GROUPS_SOLD else set()))


def occasions_until(session: Session, customer_id: int, day: date) -> list[int]:
    """The days of a customer's occasions up to and with a day, ascending."""
    query = select(_DAY).where(Purchase.customer_id == customer_id, Purchase.net > 0, Purchase.day <= day)
    return sorted(session.scalars(query.distinct()))


def voices_on(session: Session, day: date, customer_id: int | None = None) -> dict[int, int]:
    """By customer, the position in VOICES of the worst that was said and counts at the end of the day."""
    zone, number = _zone(session), day_number(day)
    query = select(Inquiry.id, Inquiry.customer_id, Inquiry.kind, Inquiry.state, Inquiry.received_at, Inquiry.closed_at)
    query = query.where(Inquiry.customer_id.is_not(None) if customer_id is None else Inquiry.customer_id == customer_id)
    known = closed_then_reopened(session, _end_of(day, zone))
    found: dict[int, int] = {}
    for inquiry, customer, kind, state, received, closed_at in session.execute(query.where(Inquiry.received_at < _end_of(day, zone))):
        closed = known.get(inquiry, (closed_at or received) if state is InquiryState.CLOSED else None)
        ended = None if closed is None else _local_number(closed, zone)
        said = voice_state(_local_number(received, zone), ended, kind is InquiryKind.COMPLAINT, number)
        if said is not None and customer is not None:
            found[customer] = min(found.get(customer, len(VOICES)), VOICES.index(said))
    return found


def renewals_on(session: Session, day: date, customer_id: int | None = None) -> dict[int, int]:
    """By customer, the days to the next renewal of a contract that ran on the day and runs on, as it was known then."""
    found: dict[int, int] = {}
    for contract in to_be_renewed(session, day, _end_of(day, _zone(session)), customer_id):
        days = (contract.renews_on - day).days
        found[contract.customer_id] = min(found.get(contract.customer_id, days), days)
    return found


def surveys_on(session: Session, day: date, customer_id: int | None = None) -> dict[int, tuple[int | None, float | None]]:
    """By customer (NPS 0 to 10, mean of the scales on 1 to 5) of the newest settled sheet of the last 365 days that has either; the second
    is None where the first is known."""
    one, given = SurveyAnswer, SurveyResponse
    query = select(given.id, given.customer_id, given.version_id, one.question, one.choice).join(one, one.response_id == given.id)
    query = query.where(given.state == ResponseState.SETTLED, one.choice.is_not(None), given.day <= day)
    query = query.where(given.day > day - timedelta(days=MEMORY_DAYS))
    query = query.where(given.customer_id.is_not(None) if customer_id is None else given.customer_id == customer_id)
    asked = _scored_questions(session, query)
    sheets: dict[int, tuple[int, list[tuple[int | None, float]]]] = {}
    for sheet, customer, version, question, choice in session.execute(query.order_by(given.day, given.id)):
        points = asked[version].get(question)
        if points is not None and customer is not None and choice is not None and choice.isdigit():
            own = sheets.setdefault(sheet, (customer, []))[1]
            own.append((int(choice), 0.0) if points == 0 else (None, 1 + 4 * (int(choice) - 1) / (points - 1)))
    found: dict[int, tuple[int | None, float | None]] = {}
    for customer, answers in sheets.values():
        nps = next((score for score, _mean in answers if score is not None), None)
        scales = [mean for score, mean in answers if score is None]
        found[customer] = (nps, None if nps is not None else sum(scales) / len(scales))
    return found


def _scored_questions(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, dict[str, int]]:
    """By version the points of its scales by question, 0 for the one that asks for NPS."""
    versions = session.scalars(select(query.subquery().c.version_id).distinct()).all()
    found: dict[int, dict[str, int]] = {}
    for version, (_place, content) in read_contents(session, versions).items():
        nps = content.nps()
        found[version] = {one.id: one.points for one in content.questions if one.kind is QuestionKind.SCALE}
        if nps is not None:
            found[version][nps.id] = 0
    return found


def _gone_by(session: Session, day: date) -> ColumnElement[bool]:
    """Who had left, was archived or is known to be dead."""
    return or_(Customer.left_on <= day, Customer.archived_at < _end_of(day, _zone(session)), Customer.is_deceased.is_(True))


def _pairs(values: dict[int, int] | dict[int, float], kind: type[np.int64]) -> tuple[Ints, Ints]:
    ids = sorted(values)
    return np.array(ids, dtype=np.int64), np.array([values[number] for number in ids], dtype=kind)


def _zone(session: Session) -> ZoneInfo:
    return ZoneInfo(session.scalars(select(Shop.timezone)).one())


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), zone)


def _local_number(at: datetime, zone: ZoneInfo) -> int:
    return day_number(at.astimezone(zone).date())


def _four(values: list[float]) -> tuple[float, float, float, float]:
    a, b, c, d = values
    return a, b, c, d
