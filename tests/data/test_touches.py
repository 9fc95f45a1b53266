"""What a touch is, is said in two places for speed: for the plan of a day and for the rules. Both say the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.follow_ups import Attempt, FollowUpKind, FollowUpSource, Outcome
from app.domain.periods import day_number
from app.domain.prints import PrintKind
from app.domain.proposals import ProposalKind, ProposalOutcome, ProposalStep
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.models.proposals import Proposal
from app.models.records import PrintPiece, PrintPieceJoint, PrintRun
from app.queries.care_world import care_world
from app.queries.touches import touches
from tests.factories import NOW, TODAY, add_customer, add_purchase

LONG = 400
DAY = timedelta(days=1)


def follow_up(customer: int, kind: FollowUpKind, outcome: Outcome | None, day: date) -> FollowUp:
    return FollowUp(
        customer_id=customer, due=day, kind=kind, source=FollowUpSource.RULE, outcome=outcome, done_on=day, done_at=NOW, created_at=NOW
    )


def everything(session: Session) -> None:
    """Of each channel what is a touch and what is none, on days of their own."""
    for place, kind in enumerate(ContactKind):
        session.add(Contact(customer_id=add_customer(session), kind=kind, day=TODAY - place * DAY, at=NOW))
        missed = Contact(customer_id=add_customer(session), kind=kind, day=TODAY - place * DAY, at=NOW, attempt=Attempt.VOICE_MAIL)
        session.add(missed)
    for place, follow_up_kind in enumerate(FollowUpKind):
        for outcome in (None, *Outcome):
            session.add(follow_up(add_customer(session), follow_up_kind, outcome, TODAY - place * DAY))
    for place, print_kind in enumerate(PrintKind):
        run = PrintRun(at=NOW, day=TODAY, kind=print_kind, title="", recipe={}, template_hash="", file_hash="", pieces=1, cost=0)
        session.add(run)
        session.flush()
        for sent in (TODAY - place * DAY, None):
            piece = PrintPiece(run_id=run.id, position=1, customer_id=add_customer(session), sent_on=sent)
            session.add(piece)
            session.flush()
            session.add(PrintPieceJoint(piece_id=piece.id, customer_id=add_customer(session)))
    for day in (TODAY - DAY, None):
        session.add(
            Proposal(
                customer_id=add_customer(session),
                kind=ProposalKind.CROSS_SELL,
                step=ProposalStep.PRESENTED,
                outcome=ProposalOutcome.OPEN,
                title="トリートメント",
                presented_on=day,
                created_at=NOW,
                updated_at=NOW,
            )
        )
    add_purchase(session, add_customer(session), TODAY)
    session.flush()


@pytest.mark.parametrize("again", [False, True])
def test_the_plan_of_the_day_and_the_rules_know_the_same_touches(database: Database, again: bool) -> None:
    with database.write() as session:
        everything(session)
        if again:
            session.add(Contact(customer_id=1, kind=ContactKind.PHONE, day=TODAY - 3 * DAY, at=NOW))
    with database.read() as session:
        plan = touches(session, TODAY, LONG)
        customers, days = care_world(session, TODAY).touches
    known = dict(zip(plan.customer.tolist(), plan.day.tolist(), strict=True))
    assert dict(zip(customers.tolist(), days.tolist(), strict=True)) == known
    assert len(known) > 15
    assert known[1] == day_number(TODAY)
