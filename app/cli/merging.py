"""merge: two records of one customer become one."""

from __future__ import annotations

from collections.abc import Mapping

from app.cli.call import Call, Outcome
from app.cli.points import begin_day, customer_coded
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.merges import Moved

_WORDS: Mapping[Moved, str] = {
    Moved.PURCHASES: QT_TRANSLATE_NOOP("CommandLine", "purchases: {count}"),
    Moved.CONTACTS: QT_TRANSLATE_NOOP("CommandLine", "calls and notes: {count}"),
    Moved.PIECES: QT_TRANSLATE_NOOP("CommandLine", "printed pieces: {count}"),
    Moved.FOLLOW_UPS: QT_TRANSLATE_NOOP("CommandLine", "follow-ups: {count}"),
    Moved.POINTS: QT_TRANSLATE_NOOP("CommandLine", "points: {count}"),
    Moved.CODES: QT_TRANSLATE_NOOP("CommandLine", "codes used: {count}"),
    Moved.REFERRED: QT_TRANSLATE_NOOP("CommandLine", "customers they sent: {count}"),
    Moved.ANSWERS: QT_TRANSLATE_NOOP("CommandLine", "answered surveys: {count}"),
    Moved.INQUIRIES: QT_TRANSLATE_NOOP("CommandLine", "voices: {count}"),
    Moved.CONTRACTS: QT_TRANSLATE_NOOP("CommandLine", "contracts: {count}"),
    Moved.PROPOSALS: QT_TRANSLATE_NOOP("CommandLine", "suggestions: {count}"),
}


def merge(call: Call) -> Outcome:
    from app.services.merges import merge_customers

    keep, gone = call.options.keep, call.options.gone
    with call.database() as database:
        today = begin_day(call, database)
        with database.read() as session:
            numbers = customer_coded(session, keep), customer_coded(session, gone)
        with database.write() as session:
            outcome = merge_customers(session, *numbers, now=call.now, today=today)
    facts = {"customer": keep, "moved": outcome.moved, "action": outcome.action_id}
    done = call.say(QT_TRANSLATE_NOOP("CommandLine", "{gone} is one record with {keep} now."), gone=gone, keep=keep)
    return Outcome(facts, [done, *(f"  {call.say(_WORDS[kind], count=count)}" for kind, count in outcome.moved.items() if count)])
