"""print: whom it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.call import Call
from app.domain.print_runs import GROUP_NAMES, Greeting, PrintGroup
from app.domain.ready_groups import GREETINGS, UnknownGroup, UnknownGroupOfMany
from app.domain.segments import SEGMENT_NAMES, Segment
from app.domain.status import CHIP_NAMES, Chip
from app.domain.text import fold
from app.words import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST_NAMED = 20
"""So many groups of the shop's own are named where one was not found."""


def people_asked_for(call: Call, session: Session, day: date) -> list[int]:
    """Those named one by one, then those of the groups. NobodyCoded, UnknownGroup."""
    from app.queries.customers import in_kana_order
    from app.queries.groups import group_named, group_names, members
    from app.queries.prints import group_ids, ids_coded

    ids = ids_coded(session, call.options.customer)
    for name in call.options.group:
        stored = group_named(session, name)
        if stored is None:
            ids += group_ids(session, find_group(name, group_names(session)), day)
        else:
            ids += in_kana_order(session, [int(number) for number in members(session, stored, day)])
    return ids


def greeting_asked_for(call: Call, session: Session) -> Greeting | None:
    """What is said to the one ready-made group asked for; None where that depends on the people. UnknownGroup."""
    from app.queries.groups import group_named, group_names

    if call.options.customer or len(call.options.group) != 1:
        return None
    (name,) = call.options.group
    return GREETINGS.get(find_group(name, group_names(session))) if group_named(session, name) is None else None


def find_group(name: str, own: Sequence[str] = ()) -> PrintGroup | Segment | Chip:
    """A ready-made group by its name in either language or by the word the program uses itself; `own` are those of the shop, to be named
    where there is none. UnknownGroup."""
    named: dict[str, Mapping[Any, str]] = {"PrintGroups": GROUP_NAMES, "Segments": SEGMENT_NAMES, "Status": CHIP_NAMES}
    words: dict[str, PrintGroup | Segment | Chip] = {}
    for catalogue in (Catalogue.load(language) for language in LANGUAGES):
        for context, names in named.items():
            for group, source in names.items():
                for word in (group.value, source, catalogue.tr(context, source)):
                    words.setdefault(fold(word.replace("_", "-")), group)
    found = words.get(fold(name.replace("_", "-")))
    if found is None:
        ready = dict.fromkeys(group.value.replace("_", "-") for names in named.values() for group in names)
        known = ", ".join((*ready, *own[:MOST_NAMED]))
        if len(own) > MOST_NAMED:
            raise UnknownGroupOfMany(field="group", name=name, names=known, more=len(own) - MOST_NAMED)
        raise UnknownGroup(field="group", name=name, names=known)
    return found
