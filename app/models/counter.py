"""What else happens at the counter: codes that were used, who sent whom, and the next appointment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Function, Index, func
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.domain.follow_ups import FollowUpKind, FollowUpSource, Outcome
from app.models.base import STRICT_KEEPING_IDS, Base, Choice, Day, Instant, Integer, Json, Text
from app.models.customer import Customer


class CodeUse(Base):
    """A code counts once: whoever comes second finds it here. `offer` as it was granted; `point_act_id` the points it gave."""

    __tablename__ = "code_use"
    __table_args__ = (Index(None, "customer_id"), Index(None, "purchase_id"), STRICT_KEEPING_IDS)
    entity = Entity.CODE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    code: Mapped[str] = mapped_column(Text, unique=True)
    piece_id: Mapped[int] = mapped_column(ForeignKey("print_piece.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    purchase_id: Mapped[int | None] = mapped_column(ForeignKey("purchase.id"))
    day: Mapped[date] = mapped_column(Day)
    at: Mapped[datetime] = mapped_column(Instant)
    offer: Mapped[dict[str, Any]] = mapped_column(Json)
    point_act_id: Mapped[int | None] = mapped_column(ForeignKey("point_act.id"))


class Referral(Base):
    """Who brought whom; a customer is brought once. `purchase_id`: the visit the code was brought to; the acts: what each side got."""

    __tablename__ = "referral"
    __table_args__ = (
        Index(None, "referrer_id"),
        Index(None, "purchase_id"),
        Index(None, "referrer_act_id"),
        Index(None, "referred_act_id"),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.CODE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    referrer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    referred_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), unique=True)
    day: Mapped[date] = mapped_column(Day)
    at: Mapped[datetime] = mapped_column(Instant)
    purchase_id: Mapped[int | None] = mapped_column(ForeignKey("purchase.id"))
    referrer_act_id: Mapped[int | None] = mapped_column(ForeignKey("point_act.id"))
    referred_act_id: Mapped[int | None] = mapped_column(ForeignKey("point_act.id"))


class FollowUp(Base):
    """An appointment with oneself about a customer. `purchase_id`: the visit it was made with; `contact_id`: what was noted when it
    was done; `about_id`: the row of its source it is about. They may be gone, hence no foreign keys. `rule_id` with `occasion`: which
    rule made it for what; `reason` what the sentence about that needs. `done_on`: when it was closed, `outcome` how; `tries`: calls
    that nobody took. `deadline`: promised by then. `repeat_months`: once done, the next one follows so much later; of one no rule made
    `occasion` then is its Turn."""

    __tablename__ = "follow_up"
    __table_args__ = (
        Index(None, "customer_id", "due"),
        Index(None, "done_on", "due"),
        Index(None, "rule_id", "done_on"),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.FOLLOW_UP

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    due: Mapped[date] = mapped_column(Day)
    kind: Mapped[FollowUpKind] = mapped_column(Choice(FollowUpKind))
    source: Mapped[FollowUpSource] = mapped_column(Choice(FollowUpSource))
    note: Mapped[str] = mapped_column(Text, default="")
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    purchase_id: Mapped[int | None] = mapped_column(Integer)
    deadline: Mapped[date | None] = mapped_column(Day)
    rule_id: Mapped[int | None] = mapped_column(Integer)
    occasion: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    about_id: Mapped[int | None] = mapped_column(Integer)
    template: Mapped[str] = mapped_column(Text, default="")
    tries: Mapped[int] = mapped_column(Integer, default=0)
    repeat_months: Mapped[int | None] = mapped_column(Integer)
    outcome: Mapped[Outcome | None] = mapped_column(Choice(Outcome))
    done_on: Mapped[date | None] = mapped_column(Day)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    contact_id: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(Instant)

    def number_touched(self) -> int | None:
        return self.id


def whose_task() -> Function[int | None]:
    """The staff a follow-up is for: whom it is given to, else who looks after the customer. With FollowUp and Customer joined."""
    return func.coalesce(FollowUp.staff_id, Customer.staff_id)
