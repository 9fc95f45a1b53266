"""Who meets a condition of a group: for each kind one function from the shop as it is today to a mask over the customers present.

"Within the last n days" means n days with today, "n days ago or earlier" the rest, so that the two never overlap and leave nobody out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Text, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.analytics.occasions import Ints
from app.domain.customers import Consent, CustomerKind
from app.domain.entities import Entity
from app.domain.group_specs import FACTORS, NEXT_MONTH, THIS_MONTH, ConditionKind
from app.domain.groups import Condition
from app.domain.periods import Period, add_months, day_number
from app.domain.segments import Segment
from app.domain.status import CHIPS, Chip
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.counter import CodeUse, FollowUp
from app.models.customer import Customer
from app.models.mailed_runs import is_mailed_run
from app.models.points import PointLot
from app.models.purchase import Purchase
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
from app.models.summary import CustomerMonth
from app.models.tier_rows import read_loyalty
from app.queries.group_fields import field_values, named_area, number_in, tag_ids
from app.queries.group_sales import buyers_of_group, buyers_of_product
from app.queries.point_lapse import lapses_within
from app.queries.points import counting
from app.queries.receipts import visitors_between
from app.queries.standing import CustomerStatuses, in_segment, statuses
from app.queries.tiers import people_in

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scene:
    """The shop on a day. `ids`: every customer who is neither archived nor gone nor deceased, ascending; masks are parallel to it."""

    session: Session
    today: date
    ids: Ints

    def mask_of(self, ids: Ints) -> Mask:
        """Where these customers stand; others are passed over."""
        mask = np.zeros(len(self.ids), dtype=np.bool_)
        if len(self.ids) and len(ids):
            where = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
            mask[where[self.ids[where] == ids]] = True
        return mask

    def having(self, condition: ColumnElement[bool]) -> Mask:
        """Whose record meets it."""
        return self.mask_of(read_columns(self.session, select(Customer.id).where(condition))[0])

    def sums(self, customers: Ints, amounts: Ints) -> Ints:
        """An amount for everybody here; 0 for who is not among them."""
        found = np.zeros(len(self.ids), dtype=np.int64)
        if len(self.ids) and len(customers):
            where = np.minimum(np.searchsorted(self.ids, customers), len(self.ids) - 1)
            is_here = self.ids[where] == customers
            found[where[is_here]] = amounts[is_here]
        return found

    def totals(self, customers: Ints, amounts: Ints) -> Ints:
        """The sum of the amounts of everybody here, each named as often as there are amounts."""
        found = np.zeros(len(self.ids), dtype=np.int64)
        if len(self.ids) and len(customers):
            where = np.minimum(np.searchsorted(self.ids, customers), len(self.ids) - 1)
            is_here = self.ids[where] == customers
            np.add.at(found, where[is_here], amounts[is_here])
        return found

    def since(self, days: int) -> date:
        """The first of the last so many days."""
        return self.today - timedelta(days=days - 1)

    def standing(self) -> tuple[CustomerStatuses, Ints]:
        """Who stands where, and the place in it of everybody here; -1 before the first visit."""
        now = statuses(self.session, self.today)
        return now, now.positions(self.ids)


def scene_of(session: Session, today: date) -> Scene:
    def build() -> Ints:
        query = select(Customer.id).where(Customer.archived_at.is_(None), Customer.left_on.is_(None), Customer.is_deceased.is_(False))
        return np.sort(read_columns(session, query)[0])

    ids = build() if changed_in(session) else cache_of(session).get("customers in groups", (Entity.CUSTOMER,), build)
    return Scene(session, today, ids)


def mask_for(scene: Scene, condition: Condition) -> Mask:
    """Who of the scene meets the condition."""
    return FINDERS[condition.kind](scene, condition)


def _said(condition: Condition, mask: Mask) -> Mask:
    return mask if condition.how == "yes" else ~mask


def _compared(condition: Condition, values: Ints, limit: int) -> Mask:
    return values >= limit if condition.how in ("least", "ever_least") else values < limit


def _tag(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.mask_of(tag_ids(scene.session).get(condition.text("tag"), np.empty(0, dtype=np.int64))))


def _area(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(named_area(condition.text("area"))))


def _birthday(scene: Scene, condition: Condition) -> Mask:
    month = condition.text("month")
    if month in (THIS_MONTH, NEXT_MONTH):
        wanted = add_months(scene.today, int(month == NEXT_MONTH)).month
    else:
        wanted = int(month)
    return np.asarray(_born(scene)[:, 1] == wanted)


def _age(scene: Scene, condition: Condition) -> Mask:
    year, month, day = _born(scene).T
    today = scene.today
    is_ahead = (month > today.month) | ((month == today.month) & (day > today.day))
    age = today.year - year - is_ahead
    return np.asarray((year > 0) & _compared(condition, age, condition.number("years")))


def _gender(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(Customer.gender == condition.text("gender")))


def _company(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(Customer.kind == CustomerKind.COMPANY))


def _staff(scene: Scene, condition: Condition) -> Mask:
    if condition.how == "nobody":
        return scene.having(Customer.staff_id.is_(None))
    return _said(condition, scene.having(Customer.staff_id == condition.number("staff")))


def _channel(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(Customer.channel == condition.text("channel")))


def _joined(scene: Scene, condition: Condition) -> Mask:
    joined = Customer.joined_on
    if condition.how == "within":
        return scene.having(joined >= scene.since(condition.number("days")))
    if condition.how == "ago":
        return scene.having(joined <= scene.today - timedelta(days=condition.number("days")))
    return scene.having((joined >= condition.day("from")) & (joined <= condition.day("until")))


def _field(scene: Scene, condition: Condition) -> Mask:
    found = field_values(scene.session, condition.text("field"))
    if condition.how in ("filled", "empty"):
        wanted = list(found)
    elif condition.how in ("least", "below"):
        limit = condition.number("number")
        wanted = [text for text in found if (number := number_in(text)) is not None and (number >= limit) is (condition.how == "least")]
    else:
        wanted = found.like(condition.text("text"), is_whole=condition.how == "is")
    mask = scene.mask_of(found.ids_of(wanted))
    return ~mask if condition.how == "empty" else mask


def _visits(scene: Scene, condition: Condition) -> Mask:
    now, places = scene.standing()
    visits = np.where(places >= 0, now.visits[places], 0) if len(now.customer) else np.zeros(len(places), dtype=np.int64)
    return _compared(condition, visits, condition.number("times"))


def _last_visit(scene: Scene, condition: Condition) -> Mask:
    now, places = scene.standing()
    if condition.how == "never" or not len(now.customer):
        return places < 0 if condition.how == "never" else np.zeros(len(places), dtype=np.bool_)
    days = day_number(scene.today) - now.last_day[places]
    wanted = days >= condition.number("days") if condition.how == "ago" else days < condition.number("days")
    return np.asarray((places >= 0) & wanted)


def _spent(scene: Scene, condition: Condition) -> Mask:
    if condition.how.startswith("ever"):
        now, places = scene.standing()
        amount = np.where(places >= 0, now.amount[places], 0) if len(now.customer) else np.zeros(len(places), dtype=np.int64)
        return _compared(condition, amount, condition.number("amount"))
    query = select(Purchase.customer_id, Purchase.amount).where(Purchase.customer_id.is_not(None))
    # Added up here: grouped by customer, the database would walk through all purchases there ever were.
    customer, amount = read_columns(scene.session, query.where(Purchase.day >= scene.since(condition.number("days"))))
    return _compared(condition, scene.totals(customer, amount), condition.number("amount"))


def _average(scene: Scene, condition: Condition) -> Mask:
    month = CustomerMonth
    query = select(month.customer_id, func.sum(month.receipts), func.sum(month.receipts_amount)).group_by(month.customer_id)
    customer, receipts, amount = read_columns(scene.session, query)
    count, total = scene.sums(customer, receipts), scene.sums(customer, amount)
    # Half-up, as the page of a customer shows it.
    average = (2 * total + count) // np.maximum(1, 2 * count)
    return np.asarray((count > 0) & _compared(condition, average, condition.number("amount")))


def _points(scene: Scene, condition: Condition) -> Mask:
    query = select(PointLot.customer_id, func.sum(PointLot.left)).where(counting(scene.today, PointLot.left))
    found = scene.sums(*read_columns(scene.session, query.group_by(PointLot.customer_id)))
    return _compared(condition, found, condition.number("points"))


def _segment(scene: Scene, condition: Condition) -> Mask:
    now = statuses(scene.session, scene.today)
    return _said(condition, scene.mask_of(now.customer[in_segment(now, Segment(condition.text("segment")))]))


def _state(scene: Scene, condition: Condition) -> Mask:
    now, places = scene.standing()
    wanted = Chip(condition.text("state"))
    if wanted is Chip.PROSPECT or not len(now.customer):
        mask = (places < 0) & (wanted is Chip.PROSPECT)
    else:
        mask = (places >= 0) & (now.chip[places] == CHIPS.index(wanted))
    if wanted in (Chip.PROSPECT, Chip.ATTENTION):
        complains = scene.mask_of(now.complaining)
        mask = mask & ~complains if wanted is Chip.PROSPECT else mask | complains
    return _said(condition, np.asarray(mask))


def _tier(scene: Scene, condition: Condition) -> Mask:
    is_used = read_loyalty(scene.session).tiers_on
    if condition.how == "none":
        return scene.mask_of(people_in(scene.session, None, scene.today)) if is_used else np.ones(len(scene.ids), dtype=np.bool_)
    found = people_in(scene.session, condition.number("tier"), scene.today) if is_used else np.empty(0, dtype=np.int64)
    return _said(condition, scene.mask_of(found))


def _overdue(scene: Scene, condition: Condition) -> Mask:
    now, places = scene.standing()
    if not len(now.customer):
        return np.zeros(len(places), dtype=np.bool_)
    days = day_number(scene.today) - now.last_day[places]
    is_past = days >= FACTORS[condition.text("factor")] * now.rhythm[places]
    return np.asarray((places >= 0) & (is_past == (condition.how == "yes")))


def _bought(scene: Scene, condition: Condition) -> Mask:
    since = scene.since(condition.number("days"))
    return _said(condition, scene.mask_of(buyers_of_product(scene.session, condition.values["product"], since)))


def _bought_group(scene: Scene, condition: Condition) -> Mask:
    since = scene.since(condition.number("days"))
    return _said(condition, scene.mask_of(buyers_of_group(scene.session, condition.text("group"), since)))


def _came(scene: Scene, condition: Condition) -> Mask:
    end = condition.day("until") + timedelta(days=1)
    return _said(condition, scene.mask_of(visitors_between(scene.session, condition.day("from"), end)))


def _card(scene: Scene, condition: Condition) -> Mask:
    """Who got one, alone or with the household; what came back was not got."""
    piece = PrintPiece
    got = (
        is_mailed_run(),
        piece.returned_on.is_(None),
        piece.sent_on >= scene.since(condition.number("days")),
        piece.sent_on <= scene.today,
    )
    alone = select(piece.customer_id).join(PrintRun, PrintRun.id == piece.run_id).where(*got)
    joint = PrintPieceJoint
    shared = select(joint.customer_id).join(piece, piece.id == joint.piece_id).join(PrintRun, PrintRun.id == piece.run_id).where(*got)
    mask = scene.mask_of(read_columns(scene.session, alone)[0]) | scene.mask_of(read_columns(scene.session, shared)[0])
    return _said(condition, mask)


def _code(scene: Scene, condition: Condition) -> Mask:
    query = select(CodeUse.customer_id).where(CodeUse.day >= scene.since(condition.number("days")))
    return _said(condition, scene.mask_of(read_columns(scene.session, query)[0]))


def _lapse(scene: Scene, condition: Condition) -> Mask:
    period = Period(scene.today, scene.today + timedelta(days=condition.number("days")))
    losing = np.array(list(lapses_within(scene.session, period)), dtype=np.int64)
    return _said(condition, scene.mask_of(losing))


def _brought(scene: Scene, condition: Condition) -> Mask:
    query = select(Customer.referred_by_id, func.count()).where(Customer.referred_by_id.is_not(None)).group_by(Customer.referred_by_id)
    count = scene.sums(*read_columns(scene.session, query))
    return count >= condition.number("people") if condition.how == "yes" else count == 0


def _introduced(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(Customer.referred_by_id.is_not(None)))


def _planned(scene: Scene, condition: Condition) -> Mask:
    query = select(FollowUp.customer_id).where(FollowUp.done_on.is_(None))
    return _said(condition, scene.mask_of(read_columns(scene.session, query)[0]))


def _consent(condition: Condition, column: InstrumentedAttribute[Consent]) -> ColumnElement[bool]:
    wanted: dict[str, ColumnElement[bool]] = {"yes": column == Consent.YES, "open": column != Consent.NO, "no": column == Consent.NO}
    return wanted[condition.how]


def _post(scene: Scene, condition: Condition) -> Mask:
    return scene.having(_consent(condition, Customer.post_consent))


def _email(scene: Scene, condition: Condition) -> Mask:
    return scene.having(_consent(condition, Customer.email_consent))


def _contact(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(Customer.do_not_contact.is_(False)))


def _address(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(func.trim(Customer.prefecture + Customer.city + Customer.street) != ""))


def _bad_address(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(Customer.bad_address.is_(True)))


def _mourning(scene: Scene, condition: Condition) -> Mask:
    return _said(condition, scene.having(Customer.mourning_until >= scene.today))


def _born(scene: Scene) -> Ints:
    """Year (0: not known), month and day (0: no birthday) of everybody here: int64[n, 3]."""

    def build() -> tuple[Ints, Ints]:
        # As stored, "1958-06-02" or "--06-02": a hundred thousand dates are slow to make.
        stored = select(Customer.id, type_coerce(Customer.birthday, Text)).where(Customer.birthday.is_not(None))
        rows = [
            (number, 0 if born.startswith("-") else int(born[:4]), int(born[-5:-3]), int(born[-2:]))
            for number, born in scene.session.execute(stored)
        ]
        table = np.array(rows, dtype=np.int64).reshape(-1, 4)
        return table[:, 0], table[:, 1:]

    session = scene.session
    customers, days = build() if changed_in(session) else cache_of(session).get("birthdays", (Entity.CUSTOMER,), build)
    return np.stack([scene.sums(customers, days[:, part]) for part in range(3)], axis=1)


FINDERS: Mapping[ConditionKind, Callable[[Scene, Condition], Mask]] = {
    ConditionKind.TAG: _tag,
    ConditionKind.AREA: _area,
    ConditionKind.BIRTHDAY: _birthday,
    ConditionKind.AGE: _age,
    ConditionKind.GENDER: _gender,
    ConditionKind.COMPANY: _company,
    ConditionKind.STAFF: _staff,
    ConditionKind.CHANNEL: _channel,
    ConditionKind.JOINED: _joined,
    ConditionKind.FIELD: _field,
    ConditionKind.VISITS: _visits,
    ConditionKind.LAST_VISIT: _last_visit,
    ConditionKind.SPENT: _spent,
    ConditionKind.AVERAGE: _average,
    ConditionKind.POINTS: _points,
    ConditionKind.SEGMENT: _segment,
    ConditionKind.STATE: _state,
    ConditionKind.TIER: _tier,
    ConditionKind.OVERDUE: _overdue,
    ConditionKind.BOUGHT: _bought,
    ConditionKind.BOUGHT_GROUP: _bought_group,
    ConditionKind.CAME: _came,
    ConditionKind.CARD: _card,
    ConditionKind.CODE: _code,
    ConditionKind.LAPSE: _lapse,
    ConditionKind.BROUGHT: _brought,
    ConditionKind.INTRODUCED: _introduced,
    ConditionKind.PLANNED: _planned,
    ConditionKind.POST: _post,
    ConditionKind.EMAIL: _email,
    ConditionKind.CONTACT: _contact,
    ConditionKind.ADDRESS: _address,
    ConditionKind.BAD_ADDRESS: _bad_address,
    ConditionKind.MOURNING: _mourning,
}
