"""Saving a rule of points, from wherever it was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.context import AppContext
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.points import RuleFields
from app.jobs.job import JobControl
from app.views.labels import translated
from app.views.moments import day_text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CONTEXT = "RuleActs"


def save_rule(
    context: AppContext,
    rule: RuleFields,
    start: date,
    done: Callable[[int], None],
    *,
    owner: QObject,
    failed: Callable[[Exception], None] | None = None,
) -> None:
    """Record the rule for purchases of `start` and later; `done` gets the id of the action."""
    now = context.clock.now()

    def op(session: Session, _control: JobControl) -> int:
        from app.services.points import set_rule

        return set_rule(session, rule, valid_from=start, now=now)[1]

    context.tasks.command(op, done, owner=owner, failed=failed)


def tell_saved(context: AppContext, start: date, action_id: int) -> None:
    """A toast that says from when the rule holds, with undo."""
    today = context.clock.today()
    if start <= today:
        text = translated(CONTEXT, QT_TRANSLATE_NOOP("RuleActs", "The rule holds from today on"))
    else:
        text = translated(CONTEXT, QT_TRANSLATE_NOOP("RuleActs", "The rule holds from {day} on"), day=day_text(start, today=today))
    context.messages.toast(text, undo_action_id=action_id)
