"""Groups in the words of the window: the sentence of one, and the ready-made ones by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.care import CareSettings
from app.domain.figures import InSegment, PeopleSpec, ReachOut, WithChip
from app.domain.formats import CountUnit, format_count
from app.domain.group_words import Speaker, sentence_of
from app.domain.groups import GroupChoices, GroupSummary, GroupUnreadable
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_runs import PrintGroup
from app.domain.ready_groups import CONTEXT, PROPOSALS, READY_MADE, READY_WHY, ReadyMade, name_source
from app.domain.segments import Segment
from app.domain.status import Chip
from app.views.labels import translated
from app.views.moments import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

BY_HAND = QT_TRANSLATE_NOOP("Groups", "Filled by hand")


@dataclass(frozen=True, slots=True)
class GroupsAnswer:
    """What the page of groups shows; `ready` counts the ready-made ones, `proposed` the proposals while there are no own groups."""

    groups: tuple[GroupSummary, ...]
    ready: Mapping[ReadyMade, int]
    choices: GroupChoices
    customers: int
    proposed: tuple[int, ...] = ()
    care: CareSettings = field(default_factory=CareSettings)


def find_answer(session: Session, today: date) -> GroupsAnswer:
    from app.domain.customer_rows import CustomerFilter
    from app.queries.customers import count_of
    from app.queries.groups import choices, evaluate, stored_groups
    from app.queries.health import health_care
    from app.queries.prints import group_ids

    ready = {group: len(group_ids(session, group, today)) for group in READY_MADE}
    groups, everybody = stored_groups(session, today), count_of(session, today, CustomerFilter.ALL)
    proposed = () if groups else tuple(len(evaluate(session, proposal.rules, today)) for proposal in PROPOSALS)
    return GroupsAnswer(groups, ready, choices(session, today), everybody, proposed, health_care(session))


def speaker(today: date) -> Speaker:
    return Speaker(QCoreApplication.translate, language(), today)


def group_sentence(group: GroupSummary, choices: GroupChoices, today: date) -> str:
    if group.is_unreadable:
        return translated("Errors", GroupUnreadable.sentence)
    return translated(CONTEXT, BY_HAND) if group.rules is None else sentence_of(group.rules, choices, speaker(today))


def ready_name(group: ReadyMade) -> str:
    """The word of the program for a ready-made group."""
    return translated(*name_source(group))


def ready_why(group: ReadyMade) -> str:
    return translated(CONTEXT, READY_WHY[group])


def ready_spec(group: ReadyMade, today: date) -> PeopleSpec | None:
    """Where the names come from; None for those born this month, who are listed by id."""
    if isinstance(group, Segment):
        return InSegment(group, today)
    if isinstance(group, Chip):
        return WithChip((group,), today)
    return ReachOut(today) if group is PrintGroup.REACH_OUT else None


def people_text(count: int) -> str:
    return format_count(count, CountUnit.CUSTOMERS, language())
