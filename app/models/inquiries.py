"""What customers say, with its course; requests put together; answers that help again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.domain.follow_ups import FollowUpKind
from app.domain.inquiries import EntryKind, InquiryChannel, InquiryKind, InquiryState
from app.models.base import STRICT_KEEPING_IDS, Base, Choice, Instant, Integer, Json, Text


class RequestGroup(Base):
    """Requests that ask for the same. `state`: what the shop makes of it, in its own words."""

    __tablename__ = "request_group"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.INQUIRY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Instant)


class Inquiry(Base):
    """`who` names somebody who is no customer. `promise` with `promise_kind` is to be kept by `due_at`. `taken_by`: the name of who is
    at it since `taken_at`, at the place `taken_place` (one for each running program), last typing at `typed_at`. `steps`: places of the
    first-response card that are done. `response_id`: the survey answer it came from; it may be gone, hence no foreign key."""

    __tablename__ = "inquiry"
    __table_args__ = (Index(None, "customer_id"), Index(None, "state", "due_at"), Index(None, "received_at"), STRICT_KEEPING_IDS)
    entity = Entity.INQUIRY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[InquiryKind] = mapped_column(Choice(InquiryKind))
    state: Mapped[InquiryState] = mapped_column(Choice(InquiryState))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="SET NULL"))
    who: Mapped[str] = mapped_column(Text, default="")
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text, default="")
    channel: Mapped[InquiryChannel] = mapped_column(Choice(InquiryChannel))
    received_at: Mapped[datetime] = mapped_column(Instant)
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    promise: Mapped[str] = mapped_column(Text, default="")
    promise_kind: Mapped[FollowUpKind | None] = mapped_column(Choice(FollowUpKind))
    due_at: Mapped[datetime | None] = mapped_column(Instant)
    taken_by: Mapped[str] = mapped_column(Text, default="")
    taken_place: Mapped[str] = mapped_column(Text, default="")
    taken_at: Mapped[datetime | None] = mapped_column(Instant)
    typed_at: Mapped[datetime | None] = mapped_column(Instant)
    draft: Mapped[str] = mapped_column(Text, default="")
    steps: Mapped[list[int]] = mapped_column(Json, default=list)
    first_reply_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    cause: Mapped[str] = mapped_column(Text, default="")
    prevention: Mapped[str] = mapped_column(Text, default="")
    request_group_id: Mapped[int | None] = mapped_column(ForeignKey("request_group.id", ondelete="SET NULL"))
    response_id: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class InquiryEntry(Base):
    """A line of its course. `contact_id`: the contact with the customer that was noted with it; it may be gone."""

    __tablename__ = "inquiry_entry"
    __table_args__ = (Index(None, "inquiry_id", "at"), STRICT_KEEPING_IDS)
    entity = Entity.INQUIRY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiry.id", ondelete="CASCADE"))
    kind: Mapped[EntryKind] = mapped_column(Choice(EntryKind))
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(Text, default="")
    text: Mapped[str] = mapped_column(Text, default="")
    contact_id: Mapped[int | None] = mapped_column(Integer)


class Faq(Base):
    """An answer that may help again. `inquiry_id`: from which it came; it may be gone."""

    __tablename__ = "faq"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.INQUIRY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    used: Mapped[int] = mapped_column(Integer, default=0)
    inquiry_id: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class ReplyTemplate(Base):
    """`kind` None: for any. `text` with the merge fields of letters."""

    __tablename__ = "reply_template"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.INQUIRY

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[InquiryKind | None] = mapped_column(Choice(InquiryKind))
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
