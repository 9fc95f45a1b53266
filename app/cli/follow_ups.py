"""follow-ups: run the rules of a day, and list what is open."""

from __future__ import annotations

from app.cli.call import Call, Outcome
from app.cli.follow_up_json import speaker_of, task_json, task_line
from app.domain.marking import QT_TRANSLATE_NOOP

_RUN = QT_TRANSLATE_NOOP("CommandLine", "{day}: follow-ups made: {made}, closed: {closed}, made before: {existing}")
_NONE = QT_TRANSLATE_NOOP("CommandLine", "No follow-up is open.")


def follow_ups(call: Call) -> Outcome:
    """The act that was named."""
    return {"run": run, "list": list_open}[call.options.act](call)


def run(call: Call) -> Outcome:
    """What the rules make on a day, whatever was made before."""
    from app.queries.shop import shop_zone
    from app.services.care_run import run_day

    with call.database() as database, database.write() as session:
        day = call.options.date or call.today(shop_zone(session))
        done = run_day(session, now=call.now, today=day)
    facts = {"made": done.made, "closed": done.closed, "existing": done.existing}
    return Outcome(facts, [call.say(_RUN, day=day.isoformat(), **facts)])


def list_open(call: Call) -> Outcome:
    """All that are open, the earliest first."""
    from app.queries.follow_ups import open_follow_ups
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        speaker = speaker_of(call, call.today(shop_zone(session)))
        rows = open_follow_ups(session, until=call.options.until)
    lines = [task_line(call, row, speaker) for row in rows] or [call.say(_NONE)]
    return Outcome({"rows": [task_json(row, speaker) for row in rows]}, lines)
