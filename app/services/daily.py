"""What a new day of the shop brings by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from app.domain.care import RunOutcome
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.tiers import DecideOutcome
from app.services.care_run import run_day
from app.services.ledger import LapseOutcome, lapse
from app.services.month_reports import make_report
from app.services.survey_scans import drop_pictures
from app.services.tiers import decide_tiers

SCANS_KEPT = timedelta(days=180)
"""Whole pages of survey sheets that were settled; what was cut out of them stays."""


@dataclass(frozen=True, slots=True)
class DayBegun:
    lapsed: LapseOutcome
    decided: DecideOutcome
    followed: RunOutcome


def begin_day(session: Session, *, now: datetime, today: date, progress: Progress = NO_PROGRESS) -> DayBegun:
    """Take off the points whose last valid day is past, decide the tiers that are due, make the report of the month that is over, let go
    of old scans, and make the follow-ups the rules ask for.

    Safe at any time, any number of times, from several processes and after weeks in which nobody opened the program: what was
    done for a day is not done again.
    """
    drop_pictures(session, now - SCANS_KEPT)
    make_report(session, today, now=now)
    lapsed = lapse(session, now=now, today=today, progress=progress)
    decided = decide_tiers(session, now=now, today=today, progress=progress)
    return DayBegun(lapsed, decided, run_day(session, now=now, today=today))
