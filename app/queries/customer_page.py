"""All that the page of one customer shows, in one go."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customer_rows import CustomerView
from app.domain.customers import CustomerKind
from app.domain.products import LONGEST_REUSE
from app.models.customer import Customer
from app.models.point_rows import ever_had_points
from app.models.shop import Shop
from app.models.tier_rows import read_loyalty
from app.queries.companies import company_view
from app.queries.contracts import contracts_of
from app.queries.customers import customer_card
from app.queries.cyclic import due_again_rows
from app.queries.depth import customer_depth
from app.queries.follow_ups import follow_ups_of
from app.queries.health import health_of
from app.queries.households import household_of
from app.queries.measures import measure_of_customer
from app.queries.needs import needs_of
from app.queries.next_things import open_voices_of
from app.queries.point_statement import statement_view
from app.queries.purchases import purchases_of
from app.queries.referrals import referrals_of
from app.queries.standing import customer_facts
from app.queries.survey_answers import answers_of_customer, customer_voice, surveys_to_talk_about
from app.queries.tiers import tier_view
from app.queries.timeline import changes_of, sent_to, timeline


def customer_view(session: Session, customer_id: int, today: date, *, limit: int = 200) -> CustomerView:
    """CustomerMissing when there is no such customer."""
    card = customer_card(session, customer_id)
    return CustomerView(
        card=card,
        facts=customer_facts(session, customer_id, today),
        currency=session.scalars(select(Shop.currency)).one(),
        referrer=referrer_of(session, customer_id),
        timeline=tuple(timeline(session, customer_id, limit=limit)),
        purchases=tuple(purchases_of(session, customer_id, limit=limit)),
        sent=tuple(sent_to(session, customer_id, limit=limit)),
        changes=tuple(changes_of(session, customer_id, limit=limit)),
        limit=limit,
        depth=customer_depth(session, customer_id),
        due=due_again_rows(session, today, LONGEST_REUSE, customer_id=customer_id),
        follow_ups=tuple(row for row in follow_ups_of(session, customer_id) if row.done_on is None),
        tier=tier_view(session, customer_id, today) if read_loyalty(session).tiers_on else None,
        referrals=referrals_of(session, customer_id),
        household=household_of(session, customer_id),
        points=statement_view(session, customer_id, today) if ever_had_points(session) else None,
        answers=answers_of_customer(session, customer_id, limit=limit),
        voice=customer_voice(session, customer_id),
        surveys=surveys_to_talk_about(session),
        measures=measure_of_customer(session, customer_id),
        open_voices=open_voices_of(session, customer_id),
        contracts=contracts_of(session, customer_id, today),
        needs=needs_of(session, customer_id, today),
        company=company_view(session, customer_id, today) if card.fields.kind is CustomerKind.COMPANY else None,
        health=health_of(session, customer_id, today),
    )


def referrer_of(session: Session, customer_id: int) -> tuple[int, str] | None:
    """Id and name of who sent this customer."""
    referrer = select(Customer.referred_by_id).where(Customer.id == customer_id).scalar_subquery()
    row = session.execute(select(Customer.id, Customer.name).where(Customer.id == referrer)).one_or_none()
    return None if row is None else (row.id, row.name)
