"""today: whom to look after on a day, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.cli.call import Call, Outcome, target_of
from app.cli.follow_up_json import speaker_of, task_json, task_line
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.visits import UnknownStaff
from app.models.database import Database

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.day_plan import DayPlan

_NOTHING = QT_TRANSLATE_NOOP("CommandLine", "{day}: nothing is to be done.")
_MORE = QT_TRANSLATE_NOOP("CommandLine", "More that are due: {more}. Customers without a next date: {without}.")
_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "The page is written: {file}")


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    plan: DayPlan
    without: int
    document: bytes | None


class _LookedAhead(Exception):
    """What a later day would bring, told on the way out of a transaction that writes nothing."""

    def __init__(self, found: _Day) -> None:
        super().__init__()
        self.found = found


def today(call: Call) -> Outcome:
    """What the rules ask for up to the day is made first, so that the same day gives the same list; of a day to come it is only looked at.
    FolderMissing, UnknownStaff."""
    from app.queries.staff import staff_rows

    target = None if call.options.out is None else target_of(call.options.out)
    staff = call.options.staff
    with call.database() as database:
        if staff is not None:
            with database.read() as session:
                if staff not in {member.name for member in staff_rows(session)}:
                    raise UnknownStaff(field="staff", name=staff)
        found = _found(call, database, staff, with_page=target is not None)
    speaker = speaker_of(call, found.day)
    plan = found.plan
    facts = {
        "date": found.day.isoformat(),
        "tasks": [task_json(row, speaker) for row in plan.tasks],
        "more": len(plan.more),
        "without_next_date": found.without,
    }
    lines = [task_line(call, row, speaker) for row in plan.tasks] or [call.say(_NOTHING, day=found.day.isoformat())]
    lines.append(call.say(_MORE, more=len(plan.more), without=found.without))
    if target is not None and found.document is not None:
        from app.services.prints import save_document

        save_document(target, found.document)
        lines.append(call.say(_PRINTED, file=target))
    return Outcome(facts, lines)


def _found(call: Call, database: Database, staff: str | None, *, with_page: bool) -> _Day:
    from app.queries.shop import shop_zone
    from app.services.care_run import run_day

    try:
        with database.write() as session:
            now = call.today(shop_zone(session))
            day: date = call.options.date or now
            run_day(session, now=call.now, today=day)
            if day > now:
                raise _LookedAhead(_asked(call, session, day, staff, with_page=with_page))
    except _LookedAhead as ahead:
        return ahead.found
    with database.read() as session:
        return _asked(call, session, day, staff, with_page=with_page)


def _asked(call: Call, session: Session, day: date, staff: str | None, *, with_page: bool) -> _Day:
    from app.queries.day_plan import day_plan
    from app.queries.next_dates import without_next_date
    from app.reports.today_sheet import today_sheet

    document = today_sheet(session, day, call.language, staff or "").document if with_page else None
    return _Day(day, day_plan(session, day, staff), len(without_next_date(session, day)), document)
