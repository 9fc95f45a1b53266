"""groups: the shop's groups of customers and the ready-made ones, with how many are in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.cli.call import Call, Outcome
from app.domain.group_words import Speaker, sentence_of
from app.domain.groups import GroupChoices, GroupSummary, GroupUnreadable
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.ready_groups import CONTEXT, READY_MADE, READY_WHY, name_source

if TYPE_CHECKING:
    from datetime import date

_BY_HAND = QT_TRANSLATE_NOOP("Groups", "Filled by hand")
_LINE = QT_TRANSLATE_NOOP("CommandLine", "{name} ({count}): {words}")


def groups(call: Call) -> Outcome:
    from app.queries.groups import choices, stored_groups
    from app.queries.prints import group_ids
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        today = call.options.date or call.today(shop_zone(session))
        found = choices(session, today)
        rows = [_stored(call, group, found, today) for group in stored_groups(session, today)]
        for ready in READY_MADE:
            count = len(group_ids(session, ready, today))
            why = call.translate(CONTEXT, READY_WHY[ready])
            rows.append({"name": call.translate(*name_source(ready)), "kind": "ready", "count": count, "sentence": why})
    return Outcome({"groups": rows}, [call.say(_LINE, name=row["name"], count=row["count"], words=row["sentence"]) for row in rows])


def _stored(call: Call, group: GroupSummary, choices: GroupChoices, today: date) -> dict[str, Any]:
    if group.rules is None:
        return {"name": group.name, "kind": "hand", "count": group.count, "sentence": call.translate(CONTEXT, _BY_HAND)}
    if group.is_unreadable:
        sentence = call.translate("Errors", GroupUnreadable.sentence)
    else:
        sentence = sentence_of(group.rules, choices, Speaker(call.translate, call.language, today))
    return {"name": group.name, "kind": "rules", "count": group.count, "sentence": sentence}
