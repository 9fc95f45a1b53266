"""To whom figures can be narrowed in this shop."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.figure_people import FigureFilter, FilterKind
from app.domain.segments import SEGMENTS
from app.models.customer import Customer
from app.models.groups import CustomerGroup
from app.models.shop import Staff

MOST_PLACES = 30


def filters_offered(session: Session) -> tuple[FigureFilter, ...]:
    """Ready-made segments (their name is the view's), own groups, staff, prefectures, cities and channels; of places the most frequent."""
    found = [FigureFilter(FilterKind.SEGMENT, segment.value) for segment in SEGMENTS]
    groups = session.execute(select(CustomerGroup.id, CustomerGroup.name).order_by(CustomerGroup.position, CustomerGroup.id))
    found += [FigureFilter(FilterKind.GROUP, number, name) for number, name in groups]
    staff = select(Staff.id, Staff.name).where(Staff.id.in_(select(Customer.staff_id).distinct())).order_by(Staff.position, Staff.id)
    found += [FigureFilter(FilterKind.STAFF, number, name) for number, name in session.execute(staff)]
    words = {
        FilterKind.PREFECTURE: Customer.prefecture,
        FilterKind.CITY: Customer.prefecture + Customer.city,
        FilterKind.CHANNEL: Customer.channel,
    }
    for kind, word in words.items():
        is_said = Customer.city != "" if kind is FilterKind.CITY else word != ""
        rows = session.execute(select(word).where(is_said).group_by(word).order_by(func.count().desc(), word).limit(MOST_PLACES))
        found += [FigureFilter(kind, text, text) for (text,) in rows]
    return tuple(found)
