"""The rules that make follow-ups, and the steps to follow when caring for somebody. Each change is one recorded act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.care import HIGHEST_CAP, SHIPPED_RULES, RuleFields, RuleGone, RuleNumberOutOfRange
from app.domain.care_words import NUMBER_RANGE
from app.domain.staff import StaffUnknown
from app.models.bulk import next_id
from app.models.care import CareRule, Guide
from app.models.care_rows import RULE_COLUMNS, fields_of_rule
from app.models.shop import Staff
from app.services.actions import recorded


def ensure_rules(session: Session, *, now: datetime, today: date) -> None:
    """The rules every shop begins with, once; whoever deletes them all has none. No act of the user."""
    if next_id(session, cast("Table", CareRule.__table__)) > 1:
        return
    for position, fields in enumerate(SHIPPED_RULES):
        row = CareRule(position=position, since=today if fields.is_on else None, created_at=now, updated_at=now)
        _write(row, fields)
        session.add(row)
    session.flush()


def add_rule(session: Session, fields: RuleFields, *, now: datetime, today: date) -> tuple[int, int]:
    """Ids of the rule, which stands after the others of its kind, and of the action. RuleNumberOutOfRange(field="number" or "cap"),
    StaffUnknown."""
    wanted = _checked(session, fields)
    ensure_rules(session, now=now, today=today)
    last = session.scalar(select(func.max(CareRule.position)))
    with recorded(session, ActionKind.ADD_RULE, now=now) as act:
        row = CareRule(position=0 if last is None else last + 1, since=today if wanted.is_on else None, created_at=now, updated_at=now)
        _write(row, wanted)
        session.add(row)
        session.flush()
        number = row.id
    return number, act.action_id


def edit_rule(session: Session, rule_id: int, fields: RuleFields, *, now: datetime, today: date) -> int | None:
    """The action's id, None when nothing was different. With another number it begins today: what would have fallen due by it before is
    history. RuleGone, RuleNumberOutOfRange(field="number" or "cap"), StaffUnknown."""
    row = _found(session, rule_id)
    before, wanted = fields_of_rule(row), _checked(session, fields)
    if wanted == before:
        return None
    with recorded(session, ActionKind.EDIT_RULE, now=now) as act:
        if wanted.is_on and (not before.is_on or (wanted.kind, wanted.number) != (before.kind, before.number)):
            row.since = today
        _write(row, wanted)
        row.updated_at = now
    return act.action_id


def switch_rule(session: Session, rule_id: int, is_on: bool, *, now: datetime, today: date) -> int | None:
    """On from today on: what fell due before is history. The action's id, None when it is so already. RuleGone."""
    row = _found(session, rule_id)
    if row.is_on == is_on:
        return None
    with recorded(session, ActionKind.SWITCH_RULE, now=now) as act:
        row.is_on = is_on
        row.since = today if is_on else row.since
        row.updated_at = now
    return act.action_id


def delete_rule(session: Session, rule_id: int, *, now: datetime) -> int:
    """What it has made stays. The action's id. RuleGone."""
    row = _found(session, rule_id)
    with recorded(session, ActionKind.DELETE_RULE, now=now) as act:
        session.delete(row)
    return act.action_id


def edit_guide(session: Session, topic: str, steps: Sequence[str], *, now: datetime) -> int | None:
    """The steps to follow for a topic, without empty ones; none at all: those every shop begins with. The action's id, None when nothing
    was different."""
    wanted = [step.strip() for step in steps if step.strip()]
    row = session.scalar(select(Guide).where(Guide.topic == topic))
    if wanted == (row.steps if row is not None else []):
        return None
    with recorded(session, ActionKind.EDIT_GUIDE, now=now) as act:
        if row is None:
            session.add(Guide(topic=topic, steps=wanted))
        elif wanted:
            row.steps = wanted
        else:
            session.delete(row)
    return act.action_id


def _write(row: CareRule, fields: RuleFields) -> None:
    for name in RULE_COLUMNS:
        setattr(row, name, getattr(fields, name))


def _found(session: Session, rule_id: int) -> CareRule:
    row = session.get(CareRule, rule_id)
    if row is None:
        raise RuleGone
    return row


def _checked(session: Session, fields: RuleFields) -> RuleFields:
    low, high = NUMBER_RANGE[fields.kind]
    if not low <= fields.number <= high:
        raise RuleNumberOutOfRange(field="number", low=f"{low:g}", high=f"{high:g}")
    if fields.cap is not None and not 1 <= fields.cap <= HIGHEST_CAP:
        raise RuleNumberOutOfRange(field="cap", low=1, high=HIGHEST_CAP)
    if fields.staff_id is not None and session.scalar(select(Staff.id).where(Staff.id == fields.staff_id)) is None:
        raise StaffUnknown(field="staff")
    return replace(fields, words=fields.words.strip(), template=fields.template.strip())
