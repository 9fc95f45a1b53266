"""Who gets a card: the people of a group and what stands against each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.addresses import Address, AddressProblem, PostalLookup, address_problems
from app.domain.cards import FIELD_NAMES, FieldValue, recipient_from
from app.domain.care import CareSettings
from app.domain.companies import PersonFields, addressed_to
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.figures import InSegment, ReachOut, WithChip
from app.domain.households import Living, living
from app.domain.postal_barcode import bars_of_address
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import Candidate, NobodyCoded, PrintGroup
from app.domain.run_changes import NOTHING_HAD
from app.domain.segments import Segment
from app.domain.shared_pieces import share_pieces
from app.domain.status import Chip
from app.models.customer import Customer, fields_of_record, is_within_reach
from app.models.mailed_runs import is_mailed_run
from app.models.print_stops import had_today, marks_of_record
from app.models.product_book import product_book
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
from app.models.shop import Shop, Staff
from app.models.summary import CustomerStat
from app.queries.companies import addressees
from app.queries.customers import in_kana_order
from app.queries.households import homes_of
from app.queries.people import people_behind
from app.queries.point_lapse import balances_of, lapsing_of
from app.queries.today import reach_out_people
from app.queries.touches import touches

Group = PrintGroup | Segment | Chip

_PORTION = 500
_ADDRESS_PROBLEMS: Mapping[AddressProblem, PrintProblem] = {
    AddressProblem.NO_POSTAL_CODE: PrintProblem.NO_POSTCODE,
    AddressProblem.POSTAL_CODE_UNREADABLE: PrintProblem.BAD_POSTCODE,
    AddressProblem.POSTAL_CODE_UNKNOWN: PrintProblem.UNKNOWN_POSTCODE,
    AddressProblem.POSTAL_CODE_MISMATCH: PrintProblem.POSTCODE_MISMATCH,
    AddressProblem.NO_ADDRESS: PrintProblem.NO_ADDRESS,
    AddressProblem.NO_STREET_NUMBER: PrintProblem.NO_STREET_NUMBER,
}


def group_ids(session: Session, group: Group, today: date) -> list[int]:
    """Those of a group: the ones to reach out to by urgency, the others by name."""
    if group is PrintGroup.REACH_OUT:
        return [person.customer_id for person in reach_out_people(session, today)]
    if group is PrintGroup.BIRTHDAYS:
        return in_kana_order(session, _born_in(session, today.month))
    if group is PrintGroup.NEWCOMERS:
        return in_kana_order(session, people_behind(session, InSegment(Segment.NEW, today)))
    spec = InSegment(group, today) if isinstance(group, Segment) else WithChip((group,), today)
    return in_kana_order(session, people_behind(session, spec))


def group_counts(session: Session, today: date) -> dict[PrintGroup, int]:
    """How many each ready-made group has."""
    return {
        PrintGroup.REACH_OUT: len(people_behind(session, ReachOut(today))),
        PrintGroup.BIRTHDAYS: len(_born_in(session, today.month)),
        PrintGroup.NEWCOMERS: len(people_behind(session, InSegment(Segment.NEW, today))),
    }


def ids_coded(session: Session, codes: Sequence[str]) -> list[int]:
    """The customers with these numbers, in their order; "#12" is the customer of id 12 that has none. NobodyCoded."""
    found: list[int] = []
    for code in codes:
        number = session.scalar(select(Customer.id).where(Customer.code == code))
        if number is None and code.startswith("#") and code[1:].isdecimal():
            number = session.scalar(select(Customer.id).where(Customer.id == int(code[1:]), Customer.code.is_(None)))
        if number is None:
            raise NobodyCoded(field="customer", code=code)
        found.append(number)
    return found


def candidates(session: Session, customer_ids: Iterable[int], today: date, lookup: PostalLookup | None = None) -> list[Candidate]:
    """What is known of each before a card is laid out, in the order asked for; without `lookup` no postcode is compared."""
    ids = list(dict.fromkeys(int(number) for number in customer_ids))
    own = dict.fromkeys(_own_fields(session), "")
    points, lapsing, persons = balances_of(session, ids), lapsing_of(session, ids, today), addressees(session, today)
    known = _Known(today, _mailed(session, today), own, lookup, points, lapsing, persons)
    rows = {row[0].id: row for row in _customers(session, ids)}
    people = {number: _living(customer) for number, (customer, *_) in rows.items()}
    typed = {number: tuple(customer.joint_names) for number, (customer, *_) in rows.items()}
    homes, had = homes_of(session, people, typed, today), had_today(session, today)
    found = {number: replace(_candidate(*row, known), home=homes[number], had=had.get(number, NOTHING_HAD)) for number, row in rows.items()}
    return share_pieces([found[number] for number in ids if number in found])


def sold_names(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The products and the groups an offer can be for, as they are listed."""
    book = product_book(session)
    products = (row.name for row in book.products if row.is_active)
    return tuple(dict.fromkeys(products)), tuple(row.fields.name for row in book.groups if row.is_active)


def _born_in(session: Session, month: int) -> list[int]:
    rows = session.execute(select(Customer.id, Customer.birthday).where(Customer.birthday.is_not(None), is_within_reach()))
    return [number for number, birthday in rows if birthday is not None and birthday.month == month]


def _living(customer: Customer) -> Living:
    at = Address(customer.prefecture, customer.city, customer.street, customer.building)
    is_company = customer.kind is CustomerKind.COMPANY
    return living(customer.family_name, customer.given_name, customer.name, at, household=customer.household_id, is_company=is_company)


def _customers(session: Session, ids: list[int]) -> Iterator[tuple[Customer, CustomerFields, date | None, int]]:
    query = (
        select(Customer, Staff.name, CustomerStat.last_day, func.coalesce(CustomerStat.n, 0))
        .outerjoin(Staff, Staff.id == Customer.staff_id)
        .outerjoin(CustomerStat, CustomerStat.customer_id == Customer.id)
    )
    for start in range(0, len(ids), _PORTION):
        for customer, staff, last, visits in session.execute(query.where(Customer.id.in_(ids[start : start + _PORTION]))):
            yield customer, fields_of_record(customer, staff or "", ""), last, visits


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked once for all: `mailed` who had post and what that is, `own_fields` are the shop's, each empty; `points` of those
    who have some, and (how many, last valid day) of what lapses next; `persons` the addressees of companies."""

    today: date
    mailed: Mapping[int, PrintProblem]
    own_fields: Mapping[str, str]
    lookup: PostalLookup | None
    points: Mapping[int, int]
    lapsing: Mapping[int, tuple[int, date]]
    persons: Mapping[int, PersonFields]


def _candidate(customer: Customer, fields: CustomerFields, last: date | None, visits: int, known: _Known) -> Candidate:
    marks = marks_of_record(customer, fields, known.today)
    if customer.id in known.mailed:
        marks.append(known.mailed[customer.id])
    address = Address(fields.prefecture, fields.city, fields.street, fields.building)
    wrong = tuple(_ADDRESS_PROBLEMS[problem] for problem in address_problems(fields.postal_code, address, known.lookup))
    lapse_points, lapse_day = known.lapsing.get(customer.id, (None, None))
    values: dict[str, FieldValue] = {"points": known.points.get(customer.id) or None, "last_visit": last, "visits": visits}
    values |= {"lapse_points": lapse_points, "lapse_day": lapse_day}
    values |= {name: fields.own.get(name, nothing) for name, nothing in known.own_fields.items()}
    is_company = fields.kind is CustomerKind.COMPANY
    person = known.persons.get(customer.id) if is_company else None
    addressed = fields if person is None else addressed_to(fields, person)
    return Candidate(
        customer.id,
        customer.code or f"#{customer.id}",
        customer.name,
        is_company,
        recipient_from(addressed, fields=values, bars=_bars(fields, known.lookup)),
        " ".join(part for part in (fields.postal_code, fields.city + fields.street) if part),
        last,
        tuple(marks),
        wrong,
    )


def _bars(fields: CustomerFields, lookup: PostalLookup | None) -> str:
    areas = lookup.lookup(fields.postal_code) if lookup is not None and fields.postal_code else ()
    return bars_of_address(fields.postal_code, Address(fields.prefecture, fields.city, fields.street, fields.building), areas)


def _mailed(session: Session, today: date) -> dict[int, PrintProblem]:
    """Whoever a piece of post went to, also as one of several on it. Pieces of one day are one posting; one of a day before is a stop, and
    so is a call, a talk or a suggestion of a day before."""
    # As for all touches; what went out today is told in any case.
    rest = CareSettings.from_json(session.scalar(select(Shop.care))).rest_days
    begin = today - timedelta(days=max(rest, 1))
    sent = (PrintPiece.sent_on > begin, PrintPiece.sent_on <= today, is_mailed_run())
    own = select(PrintPiece.customer_id, PrintPiece.sent_on).join(PrintRun, PrintRun.id == PrintPiece.run_id).where(*sent)
    pieces = select(PrintPieceJoint.customer_id, PrintPiece.sent_on).join(PrintPiece, PrintPiece.id == PrintPieceJoint.piece_id)
    shared = pieces.join(PrintRun, PrintRun.id == PrintPiece.run_id).where(*sent)
    found: dict[int, PrintProblem] = {}
    for number, day in session.execute(own.union(shared)):
        if day != today:
            found[number] = PrintProblem.MAILED_LATELY
        else:
            found.setdefault(number, PrintProblem.MAILED_TODAY)
    if rest > 1:
        for number in touches(session, today - timedelta(days=1), rest - 1, with_post=False).customer.tolist():
            found.setdefault(number, PrintProblem.TOUCHED_LATELY)
    return found


def _own_fields(session: Session) -> list[str]:
    """The shop's own fields that may stand in a text; none can take the place of one of the program's."""
    taken = {*FIELD_NAMES, *FIELD_NAMES.values()}
    names: dict[str, None] = {}
    for own in session.scalars(select(Customer.own).where(Customer.own != {}).distinct()):
        names.update(dict.fromkeys(own))
    return [name for name in names if name not in taken]
