"""calendar: the open follow-ups as a file for a calendar program."""

from __future__ import annotations

from app.cli.call import Call, Outcome, target_of
from app.domain.marking import QT_TRANSLATE_NOOP

_WRITTEN = QT_TRANSLATE_NOOP("CommandLine", "Follow-ups in the calendar file {file}: {events}.")


def calendar(call: Call) -> Outcome:
    """FolderMissing."""
    from app.reports.calendar import calendar_of
    from app.services.prints import save_document

    target = target_of(call.options.out)
    with call.database() as database, database.read() as session:
        made = calendar_of(session, call.language, call.now)
    save_document(target, made.document)
    return Outcome({"events": made.events}, [call.say(_WRITTEN, file=target, events=made.events)])
