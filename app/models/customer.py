"""Customers, what was noted of them and what changed on their record."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.domain.contacts import ContactKind
from app.domain.customers import Consent, CustomerFields, CustomerKind, PartialDate
from app.domain.entities import Entity
from app.domain.follow_ups import Attempt
from app.models.base import STRICT, STRICT_KEEPING_IDS, Base, Choice, Day, Flag, Instant, Integer, Json, Partial, Text


class Customer(Base):
    """`search_key` and `sort_key` are made by domain.text from the other columns whenever one of them changes.
    `former_codes`: numbers of records that were made one with this; lists that still use them find the customer."""

    __tablename__ = "customer"
    __table_args__ = (
        Index(None, "sort_key", "id"),
        Index(None, "staff_id"),
        Index(None, "import_id"),
        Index(None, "referred_by_id"),
        Index(None, "household_id"),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.CUSTOMER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    code: Mapped[str | None] = mapped_column(Text, unique=True)
    former_codes: Mapped[list[str]] = mapped_column(Json, default=list)
    kind: Mapped[CustomerKind] = mapped_column(Choice(CustomerKind), default=CustomerKind.PERSON)
    name: Mapped[str] = mapped_column(Text)
    family_name: Mapped[str] = mapped_column(Text, default="")
    given_name: Mapped[str] = mapped_column(Text, default="")
    kana: Mapped[str] = mapped_column(Text, default="")
    family_kana: Mapped[str] = mapped_column(Text, default="")
    given_kana: Mapped[str] = mapped_column(Text, default="")
    honorific: Mapped[str] = mapped_column(Text, default="")
    company: Mapped[str] = mapped_column(Text, default="")
    department: Mapped[str] = mapped_column(Text, default="")
    role: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    prefecture: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    street: Mapped[str] = mapped_column(Text, default="")
    building: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    mobile: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    birthday: Mapped[PartialDate | None] = mapped_column(Partial)
    gender: Mapped[str] = mapped_column(Text, default="")
    joined_on: Mapped[date | None] = mapped_column(Day)
    channel: Mapped[str] = mapped_column(Text, default="")
    referred_by_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    note: Mapped[str] = mapped_column(Text, default="")
    tags: Mapped[list[str]] = mapped_column(Json, default=list)
    own: Mapped[dict[str, str]] = mapped_column(Json, default=dict)
    post_consent: Mapped[Consent] = mapped_column(Choice(Consent), default=Consent.UNKNOWN)
    post_consent_on: Mapped[date | None] = mapped_column(Day)
    post_consent_source: Mapped[str] = mapped_column(Text, default="")
    email_consent: Mapped[Consent] = mapped_column(Choice(Consent), default=Consent.UNKNOWN)
    email_consent_on: Mapped[date | None] = mapped_column(Day)
    email_consent_source: Mapped[str] = mapped_column(Text, default="")
    do_not_contact: Mapped[bool] = mapped_column(Flag, default=False)
    mourning_until: Mapped[date | None] = mapped_column(Day)
    is_deceased: Mapped[bool] = mapped_column(Flag, default=False)
    bad_address: Mapped[bool] = mapped_column(Flag, default=False)
    joint_names: Mapped[list[str]] = mapped_column(Json, default=list)
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    household_place: Mapped[int] = mapped_column(Integer, default=0)
    points_opening: Mapped[int] = mapped_column(Integer, default=0)
    left_on: Mapped[date | None] = mapped_column(Day)
    archived_at: Mapped[datetime | None] = mapped_column(Instant)
    search_key: Mapped[str] = mapped_column(Text, default="")
    sort_key: Mapped[str] = mapped_column(Text, default="")
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)

    def number_touched(self) -> int | None:
        return self.id


class Household(Base):
    """People who share one piece of post. Who belongs to it says so on the own record, and in which place: a piece is addressed to
    the first who may get it. A household of one is none."""

    __tablename__ = "household"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.CUSTOMER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Contact(Base):
    """One touch that is no purchase and no printed piece: a call, a talk, a remark. `attempt`: a call nobody took, of the follow-up
    `follow_up_id`, which may be gone."""

    __tablename__ = "contact"
    __table_args__ = (Index(None, "customer_id", "day"), STRICT_KEEPING_IDS)
    entity = Entity.CONTACT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    kind: Mapped[ContactKind] = mapped_column(Choice(ContactKind))
    day: Mapped[date] = mapped_column(Day)
    at: Mapped[datetime] = mapped_column(Instant)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    attempt: Mapped[Attempt | None] = mapped_column(Choice(Attempt))
    follow_up_id: Mapped[int | None] = mapped_column(Integer)


class CustomerChange(Base):
    """Field-level history: what a field said before and after."""

    __tablename__ = "customer_change"
    __table_args__ = (Index(None, "customer_id", "at"), STRICT_KEEPING_IDS)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(Instant)
    field: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)


class FormerRecord(Base):
    """The id of a record that was made one with another, and which it is now: what carries the old id still finds the customer."""

    __tablename__ = "former_record"
    __table_args__ = (Index(None, "customer_id"), STRICT)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))


def is_within_reach() -> ColumnElement[bool]:
    """Whether cards and follow-ups may be planned for a customer: neither archived nor gone nor dead, and willing to be contacted."""
    return and_(is_here(), Customer.do_not_contact.is_(False))


def is_here() -> ColumnElement[bool]:
    """Whether a customer counts among those there are: neither archived nor gone nor dead."""
    return and_(Customer.archived_at.is_(None), Customer.left_on.is_(None), Customer.is_deceased.is_(False))


def surviving(session: Session, customer_id: int) -> int | None:
    """The id a customer is found under now; None for one who is gone or never was."""
    kept = session.scalar(select(Customer.id).where(Customer.id == customer_id))
    return kept if kept is not None else session.scalar(select(FormerRecord.customer_id).where(FormerRecord.id == customer_id))


def fields_of_record(customer: Customer, staff: str, referred_by: str) -> CustomerFields:
    """A record as a form or a file says it, with the name of the staff member and the number of who sent the customer."""
    columns = {
        name: getattr(customer, name)
        for name in CustomerFields.__dataclass_fields__
        if name not in ("code", "staff", "referred_by", "tags", "joint_names", "own")
    }
    return CustomerFields(
        **columns,
        code=customer.code or "",
        staff=staff,
        referred_by=referred_by,
        tags=tuple(customer.tags),
        joint_names=tuple(customer.joint_names),
        own=dict(customer.own),
    )
