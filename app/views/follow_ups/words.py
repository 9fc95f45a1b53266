"""How a follow-up is said in lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from app.domain.follow_ups import KIND_LABELS, FollowUpKind, FollowUpRow
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import label_of, translated
from app.views.labels_customers import polite_name
from app.views.moments import day_text
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
DONE, TOMORROW, NOTED, CHANGE, DELETE = "done", "tomorrow", "noted", "change", "delete"
_TODAY = QT_TRANSLATE_NOOP("FollowUps", "Today")
_TOMORROW = QT_TRANSLATE_NOOP("FollowUps", "Tomorrow")
_LATE = QT_TRANSLATE_NOOP("FollowUps", "{days} d late")
_STAFF = QT_TRANSLATE_NOOP("FollowUps", "by {name}")
_ACTIONS: Mapping[str, str] = {
    DONE: QT_TRANSLATE_NOOP("FollowUps", "Done"),
    TOMORROW: QT_TRANSLATE_NOOP("FollowUps", "To tomorrow"),
    NOTED: QT_TRANSLATE_NOOP("FollowUps", "Done, with a note"),
    CHANGE: QT_TRANSLATE_NOOP("FollowUps", "Change"),
    DELETE: QT_TRANSLATE_NOOP("FollowUps", "Delete"),
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


def actions_of(row: FollowUpRow, today: date, *, has_room: bool) -> tuple[RowAction, ...]:
    """`has_room` for two buttons in the row; the rest is in its menu and on its keys."""
    tomorrow = RowAction(TOMORROW, action_text(TOMORROW), key="T", shown=has_room)
    return (
        *((tomorrow,) if row.due <= today else ()),
        RowAction(DONE, action_text(DONE), primary=True, key="Space", shown=has_room),
        RowAction(NOTED, action_text(NOTED), key="N", shown=False),
        RowAction(CHANGE, action_text(CHANGE), key="E", shown=False),
        RowAction(DELETE, action_text(DELETE), key="Del", shown=False),
    )


def row_among_all(row: FollowUpRow, today: date) -> RowContent:
    """A follow-up in a list of many customers: who, what; how and where to reach them."""
    kind = kind_text(row.kind)
    is_late = row.due < today and row.done_on is None
    day = due_text(row.due, today) if row.due > today else ""
    return RowContent(
        row.id,
        polite_name(row.customer_name, is_company=row.is_company),
        what=" ".join(row.note.split()) or kind,
        detail=" · ".join(part for part in (kind if row.note else "", row.phone) if part),
        icon=ICONS[row.kind],
        checked=row.done_on is not None,
        chip=(late_text(row.due, today), Tone.DANGER) if is_late else None,
        side="" if is_late else " · ".join(part for part in (day, staff_text(row.staff)) if part),
        actions=actions_of(row, today, has_room=True) if row.done_on is None else (),
    )


def row_of_customer(row: FollowUpRow, today: date) -> RowContent:
    """A follow-up on the page of its customer, in a narrow list."""
    late = row.due < today
    kind = kind_text(row.kind)
    return RowContent(
        row.id,
        due_text(row.due, today),
        what=kind,
        detail=" · ".join(part for part in (" ".join(row.note.split()), staff_text(row.staff)) if part),
        checked=False,
        chip=(late_text(row.due, today), Tone.DANGER) if late else None,
        actions=actions_of(row, today, has_room=False),
    )
