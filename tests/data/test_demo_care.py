"""The care of the sample shop: follow-ups that were done, voices, contracts and suggestions, and a day that is not too full."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.domain.follow_ups import FollowUpSource, Outcome
from app.domain.inquiries import InquiryState
from app.domain.periods import month_of
from app.domain.proposals import ProposalOutcome
from app.domain.team import TeamFigure, TeamSpan
from app.models.companies import ContactPerson
from app.models.contracts import Contract, Need
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.queries.actions import recent_actions
from app.queries.team import team_view
from app.services.care_run import run_day
from app.services.demo import create_demo


@pytest.mark.parametrize(("day", "language"), [(date(2026, 11, 20), "ja"), (date(2028, 2, 29), "en")])
def test_the_sample_has_been_cared_for(tmp_path: Path, day: date, language: str) -> None:
    path, now = tmp_path / "okaeri.db", datetime.combine(day, time(3), UTC)
    create_demo(path, now=now, today=day, language=language)
    database = Database.of_file(path)
    with database.write() as session:
        made = select(FollowUp.outcome, func.count()).where(FollowUp.source == FollowUpSource.RULE).group_by(FollowUp.outcome)
        counts = {outcome: count for outcome, count in session.execute(made)}
        assert counts[Outcome.DONE] > 40 and counts[Outcome.NOT_NEEDED] > 0 and 2 <= counts[None] <= 40
        assert session.scalar(select(func.count()).where(Contact.attempt.is_not(None)))
        voices = session.scalars(select(Inquiry)).all()
        assert [one.due_at is not None and one.due_at < now for one in voices].count(True) == 1
        assert len([one for one in voices if one.taken_by]) == 1
        assert len({one.cause for one in voices if one.state is InquiryState.CLOSED}) == 2
        assert session.scalar(select(func.count()).where(Contract.ended_on.is_not(None)))
        assert session.scalar(select(func.count()).select_from(Need))
        outcomes = {one for one in session.scalars(select(Proposal.outcome))}
        assert outcomes == {ProposalOutcome.OPEN, ProposalOutcome.ACCEPTED, ProposalOutcome.DECLINED}
        assert session.scalar(select(func.count()).select_from(ContactPerson)) == 2
        team = team_view(session, month_of(day), TeamSpan.MONTH, day)
        assert team.members == 3 and any(counts.get(None, {}).get(TeamFigure.DONE) for _period, counts in team.course)
        assert recent_actions(session) == []
        assert run_day(session, now=now, today=day).made == 0
    database.close()
