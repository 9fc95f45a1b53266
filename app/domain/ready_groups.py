"""The groups every shop has without making them, what they mean, and groups worth making."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.group_specs import ConditionKind
from app.domain.groups import Condition, GroupRules
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PrintError
from app.domain.print_runs import GROUP_NAMES, Greeting, PrintGroup
from app.domain.segments import SEGMENT_NAMES, Segment
from app.domain.status import CHIP_NAMES, Chip

CONTEXT = "Groups"
ReadyMade = PrintGroup | Segment | Chip

# Each once: "came for the first time lately" is the segment of the new ones.
READY_WHY: Mapping[ReadyMade, str] = {
    PrintGroup.REACH_OUT: QT_TRANSLATE_NOOP("Groups", "Past their own usual gap, or not yet here a second time"),
    PrintGroup.BIRTHDAYS: QT_TRANSLATE_NOOP("Groups", "Their birthday is this month"),
    Segment.NEW: QT_TRANSLATE_NOOP("Groups", "First visit within the last 60 days"),
    Chip.SECOND_VISIT: QT_TRANSLATE_NOOP("Groups", "Came once, more than 30 days ago"),
    Segment.LOYAL: QT_TRANSLATE_NOOP("Groups", "Come often and buy much"),
    Segment.GROWTH: QT_TRANSLATE_NOOP("Groups", "Come seldom, buy much at a time"),
    Segment.MAINTAIN: QT_TRANSLATE_NOOP("Groups", "The others who come as usual"),
    Segment.AT_RISK: QT_TRANSLATE_NOOP("Groups", "Past 1.5 times their own usual gap"),
    Chip.ATTENTION: QT_TRANSLATE_NOOP("Groups", "Past twice their own usual gap, or with an open complaint"),
    Segment.DORMANT: QT_TRANSLATE_NOOP("Groups", "Not seen for long"),
}
READY_MADE: tuple[ReadyMade, ...] = tuple(READY_WHY)

GREETINGS: Mapping[ReadyMade, Greeting] = {
    PrintGroup.BIRTHDAYS: Greeting.BIRTHDAY,
    PrintGroup.NEWCOMERS: Greeting.THANKS,
    Segment.NEW: Greeting.THANKS,
    Chip.SECOND_VISIT: Greeting.SECOND_VISIT,
}
"""What is said to a group, where that does not depend on when its people were here."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """`name` and `why` marked under CONTEXT."""

    name: str
    why: str
    rules: GroupRules


def name_source(group: ReadyMade) -> tuple[str, str]:
    """The context and the marked source of its name."""
    if isinstance(group, PrintGroup):
        return "PrintGroups", GROUP_NAMES[group]
    return ("Segments", SEGMENT_NAMES[group]) if isinstance(group, Segment) else ("Status", CHIP_NAMES[group])


def ready_rules(group: ReadyMade) -> GroupRules | None:
    """The same said by conditions, to go on from; None where conditions cannot say it."""
    if isinstance(group, Segment):
        return all_of(Condition(ConditionKind.SEGMENT, "yes", {"segment": group.value}))
    if isinstance(group, Chip):
        return all_of(Condition(ConditionKind.STATE, "yes", {"state": group.value}))
    return all_of(Condition(ConditionKind.BIRTHDAY, "in", {"month": "this"})) if group is PrintGroup.BIRTHDAYS else None


def all_of(*conditions: Condition) -> GroupRules:
    return GroupRules(tuple((condition,) for condition in conditions))


_POST = Condition(ConditionKind.POST, "open")
_ADDRESS = Condition(ConditionKind.ADDRESS, "yes")
PROPOSALS = (
    Proposal(
        QT_TRANSLATE_NOOP("Groups", "Regulars who have not come"),
        QT_TRANSLATE_NOOP("Groups", "For a card “we miss you”"),
        all_of(
            Condition(ConditionKind.VISITS, "least", {"times": 3}),
            Condition(ConditionKind.LAST_VISIT, "ago", {"days": 90}),
            _POST,
            _ADDRESS,
        ),
    ),
    Proposal(
        QT_TRANSLATE_NOOP("Groups", "Birthday next month"),
        QT_TRANSLATE_NOOP("Groups", "For a birthday card in good time"),
        all_of(Condition(ConditionKind.BIRTHDAY, "in", {"month": "next"}), _POST, _ADDRESS),
    ),
    Proposal(
        QT_TRANSLATE_NOOP("Groups", "Points about to lapse"),
        QT_TRANSLATE_NOOP("Groups", "For a reminder while the points still count"),
        all_of(Condition(ConditionKind.LAPSE, "yes", {"days": 30}), _POST, _ADDRESS),
    ),
)


class UnknownGroup(PrintError):
    """`name` as given, `names` those there are."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no group called “{name}”. Nothing was printed. The groups are: {names}.")


class UnknownGroupOfMany(UnknownGroup):
    """`more`: how many are not among the `names`."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "There is no group called “{name}”. Nothing was printed. The groups are: {names} and {more} more."
    )
