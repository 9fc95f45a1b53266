"""Whom survey sheets may be printed for."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.sheet_people import LATELY_DAYS, SheetPeople
from app.models.customer import Customer, is_within_reach
from app.models.summary import CustomerStat
from app.queries.groups import stored_groups
from app.queries.print_rates import print_rates
from app.queries.prints import group_counts
from app.queries.shop import shop_fields
from app.queries.surveys import survey_view


def sheet_people(session: Session, survey_id: int, today: date) -> SheetPeople:
    """SurveyGone."""
    return SheetPeople(
        survey_view(session, survey_id),
        shop_fields(session),
        print_rates(session),
        came_lately(session, today),
        group_counts(session, today),
        stored_groups(session, today),
    )


def came_lately(session: Session, today: date) -> tuple[int, ...]:
    """Those who bought on one of the last LATELY_DAYS days, today included."""
    query = (
        select(CustomerStat.customer_id)
        .join(Customer, Customer.id == CustomerStat.customer_id)
        .where(CustomerStat.last_day > today - timedelta(days=LATELY_DAYS), CustomerStat.last_day <= today, is_within_reach())
        .order_by(CustomerStat.last_day.desc(), CustomerStat.customer_id)
    )
    return tuple(session.scalars(query))
