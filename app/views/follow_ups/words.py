"""How a follow-up is said in lists, and what can be done with one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.care import RuleKind
from app.domain.care_words import CareSpeaker, reason_sentence, what_to_do
from app.domain.follow_ups import KIND_LABELS, FollowUpKind, FollowUpRow, FollowUpSource, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import label_of, translated
from app.views.labels_customers import polite_name
from app.views.moments import day_text, language, short_day
from app.views.tokens import Tone
from app.views.widgets.row_list import RowAction, RowContent

CONTEXT = "FollowUps"
ICONS: Mapping[FollowUpKind, str] = {
    FollowUpKind.CALL: "phone",
    FollowUpKind.VISIT: "store",
    FollowUpKind.CARD: "mail",
    FollowUpKind.LETTER: "file-text",
    FollowUpKind.EMAIL: "mail",
    FollowUpKind.TALK: "message-circle",
    FollowUpKind.OTHER: "calendar-check",
}
DONE, TOMORROW, WEEK, NOTED, CHANGE, DELETE = "done", "tomorrow", "week", "noted", "change", "delete"
NO_ANSWER, VOICE_MAIL, DAY, SKIP, ASSIGN, PRINT, PICK = "no_answer", "voice_mail", "day", "skip", "assign", "print", "pick"
BULK = (DONE, TOMORROW, WEEK, DAY, ASSIGN, SKIP)
"""What can be done with several at once, in the order of the bar."""
SOON = timedelta(days=3)
_TODAY = QT_TRANSLATE_NOOP("FollowUps", "Today")
_TOMORROW = QT_TRANSLATE_NOOP("FollowUps", "Tomorrow")
_LATE = QT_TRANSLATE_NOOP("FollowUps", "{days} d late")
_STAFF = QT_TRANSLATE_NOOP("FollowUps", "by {name}")
_DEADLINE = QT_TRANSLATE_NOOP("FollowUps", "until {day}")
_UNTIL_TODAY = QT_TRANSLATE_NOOP("FollowUps", "until today")
_TRIED = QT_TRANSLATE_NOOP("FollowUps", "not reached {count} times")
_TRIED_ONCE = QT_TRANSLATE_NOOP("FollowUps", "not reached once")
_REPEATS = QT_TRANSLATE_NOOP("FollowUps", "every {months} months")
_MONTHLY = QT_TRANSLATE_NOOP("FollowUps", "every month")
_NOT_NEEDED = QT_TRANSLATE_NOOP("FollowUps", "not needed")
SOURCE_WORDS: Mapping[FollowUpSource, str] = {
    FollowUpSource.COUNTER: QT_TRANSLATE_NOOP("FollowUps", "Planned at the visit"),
    FollowUpSource.POINTS: QT_TRANSLATE_NOOP("FollowUps", "Points are about to lapse"),
    FollowUpSource.RETURNED: QT_TRANSLATE_NOOP("FollowUps", "Post came back"),
    FollowUpSource.SURVEY: QT_TRANSLATE_NOOP("FollowUps", "An answer to a survey"),
    FollowUpSource.MEASURE: QT_TRANSLATE_NOOP("FollowUps", "A campaign"),
    FollowUpSource.REPORT: QT_TRANSLATE_NOOP("FollowUps", "To-do of the monthly report"),
    FollowUpSource.RULE: QT_TRANSLATE_NOOP("FollowUps", "Planned by a rule"),
    FollowUpSource.INQUIRY: QT_TRANSLATE_NOOP("FollowUps", "What the customer said"),
    FollowUpSource.CONTRACT: QT_TRANSLATE_NOOP("FollowUps", "A contract"),
    FollowUpSource.PROPOSAL: QT_TRANSLATE_NOOP("FollowUps", "A suggestion"),
}
"""Where one comes from that says nothing more of it; what was planned by hand explains itself."""
_ACTIONS: Mapping[str, str] = {
    DONE: QT_TRANSLATE_NOOP("FollowUps", "Done"),
    TOMORROW: QT_TRANSLATE_NOOP("FollowUps", "To tomorrow"),
    WEEK: QT_TRANSLATE_NOOP("FollowUps", "A week later"),
    NOTED: QT_TRANSLATE_NOOP("FollowUps", "Done, with a note"),
    NO_ANSWER: QT_TRANSLATE_NOOP("FollowUps", "Nobody answered"),
    VOICE_MAIL: QT_TRANSLATE_NOOP("FollowUps", "Left a voice mail"),
    DAY: QT_TRANSLATE_NOOP("FollowUps", "Choose another day"),
    SKIP: QT_TRANSLATE_NOOP("FollowUps", "Not needed this time"),
    ASSIGN: QT_TRANSLATE_NOOP("FollowUps", "Give to somebody else"),
    PRINT: QT_TRANSLATE_NOOP("FollowUps", "Print it"),
    CHANGE: QT_TRANSLATE_NOOP("FollowUps", "Change"),
    PICK: QT_TRANSLATE_NOOP("FollowUps", "Pick several"),
    DELETE: QT_TRANSLATE_NOOP("FollowUps", "Delete"),
}
_KEYS: Mapping[str, str] = {
    TOMORROW: "T",
    WEEK: "W",
    DONE: "Space",
    NOTED: "N",
    NO_ANSWER: "A",
    VOICE_MAIL: "V",
    DAY: "D",
    SKIP: "X",
    ASSIGN: "S",
    PRINT: "P",
    CHANGE: "E",
    PICK: "M",
    DELETE: "Del",
}
_TRIABLE = (FollowUpKind.CALL, FollowUpKind.VISIT)
_PRINTABLE = (FollowUpKind.CARD, FollowUpKind.LETTER)
_RULE_ICONS: Mapping[str, str] = {RuleKind.BIRTHDAY: "cake", RuleKind.ANNIVERSARY: "award"}
_SOURCE_ICONS: Mapping[FollowUpSource, str] = {
    FollowUpSource.INQUIRY: "message-square-text",
    FollowUpSource.SURVEY: "message-square-text",
    FollowUpSource.PROPOSAL: "sparkles",
}


def kind_text(kind: FollowUpKind) -> str:
    return label_of(kind, KIND_LABELS, CONTEXT)


def due_text(due: date, today: date) -> str:
    """Today, tomorrow, or the day with its weekday."""
    if due == today:
        return translated(CONTEXT, _TODAY)
    return translated(CONTEXT, _TOMORROW) if due == today + timedelta(days=1) else day_text(due, today=today)


def late_text(due: date, today: date) -> str:
    return translated(CONTEXT, _LATE, days=(today - due).days)


def staff_text(name: str) -> str:
    return translated(CONTEXT, _STAFF, name=name) if name else ""


def action_text(action: str) -> str:
    return translated(CONTEXT, _ACTIONS[action])


def icon_of(row: FollowUpRow) -> str:
    """What it is about where that is known, else what is done."""
    return _RULE_ICONS.get(row.rule_kind) or _SOURCE_ICONS.get(row.source) or ICONS[row.kind]


def what_text(row: FollowUpRow, today: date) -> str:
    """Line 1 beside the name: what is to be done."""
    return " ".join(what_to_do(row.kind, row.note, row.reason, _speaker(today)).split())


def why_text(row: FollowUpRow, today: date) -> str:
    """Why it is to be done; empty for what was planned by hand and says so itself."""
    said = reason_sentence(row.reason, _speaker(today))
    return said or (translated(CONTEXT, SOURCE_WORDS[row.source]) if row.source in SOURCE_WORDS else "")


def state_words(row: FollowUpRow, today: date) -> tuple[str, ...]:
    """What else there is to know of it: a deadline that is not near yet, calls nobody took, that it comes back."""
    words = []
    if row.deadline is not None and row.deadline > today + SOON:
        words.append(translated(CONTEXT, _DEADLINE, day=short_day(row.deadline, today)))
    if row.tries:
        words.append(translated(CONTEXT, _TRIED_ONCE) if row.tries == 1 else translated(CONTEXT, _TRIED, count=row.tries))
    if row.repeat_months:
        repeats = translated(CONTEXT, _REPEATS, months=row.repeat_months)
        words.append(translated(CONTEXT, _MONTHLY) if row.repeat_months == 1 else repeats)
    if row.outcome is Outcome.NOT_NEEDED:
        words.append(translated(CONTEXT, _NOT_NEEDED))
    return tuple(words)


def chip_of(row: FollowUpRow, today: date) -> tuple[str, Tone] | None:
    """Only what is unusual: late, or a deadline that is near."""
    if row.done_on is not None:
        return None
    if row.due < today:
        return late_text(row.due, today), Tone.DANGER
    if row.deadline is None or row.deadline > today + SOON:
        return None
    if row.deadline <= today:
        return translated(CONTEXT, _UNTIL_TODAY), Tone.WARN
    return translated(CONTEXT, _DEADLINE, day=short_day(row.deadline, today)), Tone.WARN


def actions_of(row: FollowUpRow, today: date, *, has_room: bool, picks: bool = False) -> tuple[RowAction, ...]:
    """`has_room` for two buttons in the row; the rest is in its menu and on its keys. `picks`: several can be picked."""
    acts = [
        *((TOMORROW,) if row.due <= today else ()),
        DONE,
        NOTED,
        *((NO_ANSWER, VOICE_MAIL) if row.kind is FollowUpKind.CALL else (NO_ANSWER,) if row.kind in _TRIABLE else ()),
        *((PRINT,) if row.kind in _PRINTABLE else ()),
        WEEK,
        DAY,
        SKIP,
        ASSIGN,
        CHANGE,
        *((PICK,) if picks else ()),
        DELETE,
    ]
    shown = (TOMORROW, DONE) if has_room else ()
    return tuple(RowAction(act, action_text(act), primary=act == DONE, key=_KEYS[act], shown=act in shown) for act in acts)


def row_among_all(row: FollowUpRow, today: date, *, last_talk: str = "", picks: bool = False) -> RowContent:
    """A follow-up in a list of many customers: who, what; why, how to reach them, and what was said last."""
    day = due_text(row.due, today) if row.due > today else ""
    chip = chip_of(row, today)
    kind = kind_text(row.kind) if row.note and not row.reason else ""
    why = (why_text(row, today), *state_words(row, today), kind, row.phone, last_talk)
    return RowContent(
        row.id,
        polite_name(row.customer_name, is_company=row.is_company),
        what=what_text(row, today),
        detail=" · ".join(dict.fromkeys(part for part in why if part)),
        icon=icon_of(row),
        checked=row.done_on is not None,
        chip=chip,
        side="" if chip is not None else " · ".join(part for part in (day, staff_text(row.staff)) if part),
        actions=actions_of(row, today, has_room=True, picks=picks) if row.done_on is None else (),
    )


def row_of_customer(row: FollowUpRow, today: date) -> RowContent:
    """A follow-up on the page of its customer, in a narrow list."""
    why = (why_text(row, today), *state_words(row, today), staff_text(row.staff))
    return RowContent(
        row.id,
        due_text(row.due, today),
        what=what_text(row, today),
        detail=" · ".join(dict.fromkeys(part for part in why if part)),
        checked=False,
        chip=chip_of(row, today),
        actions=actions_of(row, today, has_room=False),
    )


def _speaker(today: date) -> CareSpeaker:
    return CareSpeaker(QCoreApplication.translate, language(), today)
