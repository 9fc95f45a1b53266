"""A follow-up as the verbs of the day list it."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.cli.call import Call
from app.domain.care_words import CareSpeaker, reason_sentence, what_to_do
from app.domain.follow_ups import FollowUpRow
from app.domain.marking import QT_TRANSLATE_NOOP

_LINE = QT_TRANSLATE_NOOP("CommandLine", "{day} {customer} {name}: {what}")
_WITH_REASON = QT_TRANSLATE_NOOP("CommandLine", "{line} ({reason})")


def speaker_of(call: Call, today: date) -> CareSpeaker:
    return CareSpeaker(call.translate, call.language, today)


def task_json(row: FollowUpRow, speaker: CareSpeaker) -> dict[str, Any]:
    """`reason`: why, in the language of the run; what somebody wrote, where no rule made it. `rule`: the kind of the rule, null without
    one."""
    return {
        "id": row.id,
        "customer": row.code,
        "kind": row.kind.value,
        "reason": reason_sentence(row.reason, speaker) or row.note,
        "due": row.due.isoformat(),
        "deadline": None if row.deadline is None else row.deadline.isoformat(),
        "staff": row.staff,
        "rule": str(row.reason.get("rule") or "") or row.rule_kind or None,
    }


def task_line(call: Call, row: FollowUpRow, speaker: CareSpeaker) -> str:
    """For a person: day, whom, what to do and why."""
    line = call.say(
        _LINE,
        day=row.due.isoformat(),
        customer=row.code,
        name=row.customer_name,
        what=what_to_do(row.kind, row.note, row.reason, speaker),
    )
    reason = reason_sentence(row.reason, speaker)
    return call.say(_WITH_REASON, line=line, reason=reason) if reason else line
