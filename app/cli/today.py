"""today: whom to look after on a day, and why."""

from __future__ import annotations

from datetime import date

from app.cli.call import Call, Outcome, target_of
from app.cli.follow_up_json import speaker_of, task_json, task_line
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.visits import UnknownStaff
from app.models.database import Database

_NOTHING = QT_TRANSLATE_NOOP("CommandLine", "{day}: nothing is to be done.")
_MORE = QT_TRANSLATE_NOOP("CommandLine", "More that are due: {more}. Customers without a next date: {without}.")
_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "The page is written: {file}")


def today(call: Call) -> Outcome:
    """What the rules ask for on the day is made first, so that the same day gives the same list. FolderMissing, UnknownStaff."""
    from app.queries.day_plan import day_plan
    from app.queries.next_dates import without_next_date
    from app.queries.staff import staff_rows

    target = None if call.options.out is None else target_of(call.options.out)
    staff = call.options.staff
    with call.database() as database:
        if staff is not None:
            with database.read() as session:
                if staff not in {member.name for member in staff_rows(session)}:
                    raise UnknownStaff(field="staff", name=staff)
        day = _begun(call, database)
        with database.read() as session:
            plan, without = day_plan(session, day, staff), without_next_date(session, day)
        document = None if target is None else _page(call, database, day, staff or "")
    speaker = speaker_of(call, day)
    facts = {
        "date": day.isoformat(),
        "tasks": [task_json(row, speaker) for row in plan.tasks],
        "more": len(plan.more),
        "without_next_date": len(without),
    }
    lines = [task_line(call, row, speaker) for row in plan.tasks] or [call.say(_NOTHING, day=day.isoformat())]
    lines.append(call.say(_MORE, more=len(plan.more), without=len(without)))
    if target is not None and document is not None:
        from app.services.prints import save_document

        save_document(target, document)
        lines.append(call.say(_PRINTED, file=target))
    return Outcome(facts, lines)


def _begun(call: Call, database: Database) -> date:
    """The day asked for, run."""
    from app.queries.shop import shop_zone
    from app.services.care_run import run_day

    with database.write() as session:
        day: date = call.options.date or call.today(shop_zone(session))
        run_day(session, now=call.now, today=day)
    return day


def _page(call: Call, database: Database, day: date, staff: str) -> bytes:
    from app.reports.today_sheet import today_sheet

    with database.read() as session:
        return today_sheet(session, day, call.language, staff).document
