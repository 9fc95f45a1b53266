"""Who meets a condition, worked out slowly, one customer after the other, from the rows as they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customers import Consent, CustomerKind
from app.domain.figures import CustomerFacts
from app.domain.group_specs import ConditionKind as Kind
from app.domain.groups import Condition, GroupRules
from app.domain.numbers import parse_decimal
from app.domain.segments import Segment
from app.domain.status import Chip
from app.domain.text import fold
from app.models.counter import CodeUse, FollowUp
from app.models.customer import Customer
from app.models.points import PointLot
from app.models.product_book import product_book
from app.models.purchase import Purchase
from app.models.records import PrintPiece
from app.queries.standing import customer_facts
from app.queries.tiers import tier_on


class Person:
    """A customer with everything there is of him."""

    def __init__(self, session: Session, customer: Customer, today: date) -> None:
        self.session, self.record, self.today = session, customer, today
        self.facts: CustomerFacts = customer_facts(session, customer.id, today)
        self.purchases = session.scalars(select(Purchase).where(Purchase.customer_id == customer.id)).all()

    def visits(self) -> set[date]:
        return {purchase.day for purchase in self.purchases if purchase.net > 0}

    def is_recent(self, day: date | None, condition: Condition) -> bool:
        return day is not None and (self.today - day).days < condition.number("days")

    def age(self) -> int | None:
        born = self.record.birthday
        if born is None or born.year is None:
            return None
        return self.today.year - born.year - ((born.month, born.day) > (self.today.month, self.today.day))

    def bought(self, is_meant: Callable[[str, str, str], bool], condition: Condition) -> bool:
        for receipt in (purchase for purchase in self.purchases if purchase.refund_of_id is None):
            if not self.is_recent(receipt.day, condition):
                continue
            sums: dict[tuple[str, str, str], list[float]] = {}
            for part in (receipt, *(other for other in self.purchases if other.refund_of_id == receipt.id)):
                for line in part.lines:
                    found = sums.setdefault((line.product, line.product_code, line.product_group), [0.0, 0.0])
                    found[0] += line.quantity
                    found[1] += line.amount
            if any(is_meant(*words) and (quantity > 0 or amount > 0) for words, (quantity, amount) in sums.items()):
                return True
        return False


def meets(person: Person, rules: GroupRules) -> bool:
    return all(any(_ASKED[condition.kind](person, condition) for condition in block) for block in rules.blocks)


def expected(session: Session, rules: GroupRules, today: date) -> list[int]:
    everybody = session.scalars(select(Customer).order_by(Customer.id)).all()
    present = [one for one in everybody if one.archived_at is None and one.left_on is None and not one.is_deceased]
    return [customer.id for customer in present if meets(Person(session, customer, today), rules)]


def _either(truth: Callable[[Person, Condition], bool]) -> Callable[[Person, Condition], bool]:
    return lambda person, condition: truth(person, condition) is (condition.how == "yes")


def _birthday(person: Person, condition: Condition) -> bool:
    month = condition.text("month")
    following = person.today.month % 12 + 1
    wanted = {"this": person.today.month, "next": following}.get(month) or int(month)
    return person.record.birthday is not None and person.record.birthday.month == wanted


def _age(person: Person, condition: Condition) -> bool:
    age = person.age()
    return age is not None and (age >= condition.number("years")) is (condition.how == "least")


def _staff(person: Person, condition: Condition) -> bool:
    if condition.how == "nobody":
        return person.record.staff_id is None
    return (person.record.staff_id == condition.number("staff")) is (condition.how == "yes")


def _joined(person: Person, condition: Condition) -> bool:
    joined = person.record.joined_on
    if joined is None:
        return False
    if condition.how == "between":
        return condition.day("from") <= joined <= condition.day("until")
    days = (person.today - joined).days
    return days < condition.number("days") if condition.how == "within" else days >= condition.number("days")


def _field(person: Person, condition: Condition) -> bool:
    name = condition.text("field")
    text = person.record.own.get(name[4:], "") if name.startswith("own:") else getattr(person.record, name) or ""
    if condition.how in ("filled", "empty"):
        return bool(text) is (condition.how == "filled")
    if condition.how in ("is", "contains"):
        wanted = fold(condition.text("text"))
        return bool(text) and (fold(text) == wanted if condition.how == "is" else wanted in fold(text))
    number = parse_decimal(text)
    return number is not None and (number >= Decimal(condition.number("number"))) is (condition.how == "least")


def _last_visit(person: Person, condition: Condition) -> bool:
    last = max(person.visits(), default=None)
    if condition.how == "never" or last is None:
        return condition.how == "never" and last is None
    return ((person.today - last).days >= condition.number("days")) is (condition.how == "ago")


def _spent(person: Person, condition: Condition) -> bool:
    counted = (p for p in person.purchases if condition.how.startswith("ever") or person.is_recent(p.day, condition))
    amount = sum(purchase.amount for purchase in counted)
    return (amount >= condition.number("amount")) is condition.how.endswith("least")


def _average(person: Person, condition: Condition) -> bool:
    average = person.facts.average
    return average is not None and (average >= condition.number("amount")) is (condition.how == "least")


def _points(person: Person, condition: Condition) -> bool:
    lots = person.session.scalars(select(PointLot).where(PointLot.customer_id == person.record.id)).all()
    held = sum(lot.left for lot in lots if lot.expires is None or lot.expires >= person.today or lot.left < 0)
    return (held >= condition.number("points")) is (condition.how == "least")


def _state(person: Person, condition: Condition) -> bool:
    return person.facts.status.chip is Chip(condition.text("state"))


def _tier(person: Person, condition: Condition) -> bool:
    tier = tier_on(person.session, person.record.id, person.today).tier
    if condition.how == "none":
        return tier is None
    return (tier is not None and tier.id == condition.number("tier")) is (condition.how == "yes")


def _overdue(person: Person, condition: Condition) -> bool:
    facts = person.facts
    if facts.last_day is None or facts.rhythm is None:
        return False
    is_past = (person.today - facts.last_day).days >= float(condition.text("factor")) * facts.rhythm.days
    return is_past is (condition.how == "yes")


def _bought(person: Person, condition: Condition) -> bool:
    book, wanted = product_book(person.session), condition.values["product"]

    def is_meant(name: str, code: str, _group: str) -> bool:
        found = book.find(code, name)
        return found.id == wanted if found is not None and isinstance(wanted, int) else found is None and fold(name) == fold(str(wanted))

    return person.bought(is_meant, condition)


def _bought_group(person: Person, condition: Condition) -> bool:
    book, wanted = product_book(person.session), fold(condition.text("group"))
    return person.bought(lambda name, code, group: fold(book.group_of(code, name, group)) == wanted, condition)


def _came(person: Person, condition: Condition) -> bool:
    return any(condition.day("from") <= day <= condition.day("until") for day in person.visits())


def _card(person: Person, condition: Condition) -> bool:
    pieces = person.session.scalars(select(PrintPiece).where(PrintPiece.customer_id == person.record.id)).all()
    return any(person.is_recent(piece.sent_on, condition) and piece.returned_on is None for piece in pieces)


def _code(person: Person, condition: Condition) -> bool:
    uses = person.session.scalars(select(CodeUse).where(CodeUse.customer_id == person.record.id)).all()
    return any(person.is_recent(use.day, condition) for use in uses)


def _lapse(person: Person, condition: Condition) -> bool:
    lots = person.session.scalars(select(PointLot).where(PointLot.customer_id == person.record.id, PointLot.left > 0)).all()
    end = person.today + timedelta(days=condition.number("days"))
    return any(lot.expires is not None and person.today <= lot.expires < end for lot in lots)


def _brought(person: Person, condition: Condition) -> bool:
    count = len(person.session.scalars(select(Customer.id).where(Customer.referred_by_id == person.record.id)).all())
    return count >= condition.number("people") if condition.how == "yes" else count == 0


def _planned(person: Person, _condition: Condition) -> bool:
    open_ones = select(FollowUp.id).where(FollowUp.customer_id == person.record.id, FollowUp.done_on.is_(None))
    return bool(person.session.scalars(open_ones).all())


def _consent(consent: Consent, condition: Condition) -> bool:
    return consent is not Consent.NO if condition.how == "open" else consent is Consent(condition.how)


_ASKED: Mapping[Kind, Callable[[Person, Condition], bool]] = {
    Kind.TAG: _either(lambda p, c: c.text("tag") in p.record.tags),
    Kind.AREA: _either(lambda p, c: c.text("area") in (p.record.prefecture, p.record.prefecture + p.record.city)),
    Kind.BIRTHDAY: _birthday,
    Kind.AGE: _age,
    Kind.GENDER: _either(lambda p, c: p.record.gender == c.text("gender")),
    Kind.COMPANY: _either(lambda p, _c: p.record.kind is CustomerKind.COMPANY),
    Kind.STAFF: _staff,
    Kind.CHANNEL: _either(lambda p, c: p.record.channel == c.text("channel")),
    Kind.JOINED: _joined,
    Kind.FIELD: _field,
    Kind.VISITS: lambda p, c: (len(p.visits()) >= c.number("times")) is (c.how == "least"),
    Kind.LAST_VISIT: _last_visit,
    Kind.SPENT: _spent,
    Kind.AVERAGE: _average,
    Kind.POINTS: _points,
    Kind.SEGMENT: _either(lambda p, c: p.facts.segment is Segment(c.text("segment"))),
    Kind.STATE: _either(_state),
    Kind.TIER: _tier,
    Kind.OVERDUE: _overdue,
    Kind.BOUGHT: _either(_bought),
    Kind.BOUGHT_GROUP: _either(_bought_group),
    Kind.CAME: _either(_came),
    Kind.CARD: _either(_card),
    Kind.CODE: _either(_code),
    Kind.LAPSE: _either(_lapse),
    Kind.BROUGHT: _brought,
    Kind.INTRODUCED: _either(lambda p, _c: p.record.referred_by_id is not None),
    Kind.PLANNED: _either(_planned),
    Kind.POST: lambda p, c: _consent(p.record.post_consent, c),
    Kind.EMAIL: lambda p, c: _consent(p.record.email_consent, c),
    Kind.CONTACT: _either(lambda p, _c: not p.record.do_not_contact),
    Kind.ADDRESS: _either(lambda p, _c: bool((p.record.prefecture + p.record.city + p.record.street).strip())),
    Kind.BAD_ADDRESS: _either(lambda p, _c: p.record.bad_address),
    Kind.MOURNING: _either(lambda p, _c: p.record.mourning_until is not None and p.record.mourning_until >= p.today),
}
