"""Who serves, and whose customers are whose."""

from __future__ import annotations

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.domain.inquiries import InquiryState
from app.domain.staff import StaffRow
from app.models.customer import Customer
from app.models.inquiries import Inquiry
from app.models.shop import Staff


def staff_rows(session: Session, *, with_inactive: bool = False) -> list[StaffRow]:
    """In the order of the list."""
    query = _rows().order_by(Staff.is_active.desc(), Staff.position, Staff.id)
    if not with_inactive:
        query = query.where(Staff.is_active.is_(True))
    return [StaffRow(*row) for row in session.execute(query)]


def find_staff(session: Session, staff_id: int) -> StaffRow | None:
    row = session.execute(_rows().where(Staff.id == staff_id)).one_or_none()
    return None if row is None else StaffRow(*row)


def _rows() -> Select[int, str, str, bool, int, int]:
    customers = select(func.count()).where(Customer.staff_id == Staff.id).correlate(Staff).scalar_subquery()
    is_open = Inquiry.state != InquiryState.CLOSED
    voices = select(func.count()).where(Inquiry.staff_id == Staff.id, is_open).correlate(Staff).scalar_subquery()
    return select(Staff.id, Staff.name, Staff.role, Staff.is_active, customers, voices)
