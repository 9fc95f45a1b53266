"""What is done with a group from wherever it stands: its names, cards, a file, and deleting it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.context import AppContext
from app.domain.figures import InGroup
from app.domain.groups import GroupOutcome, GroupSummary
from app.domain.measures import Audience, AudiencePlan
from app.domain.ready_groups import GREETINGS, ReadyMade
from app.jobs.job import JobControl
from app.views.groups.words import ready_name, ready_spec
from app.views.pages.page import Page
from app.views.people.export import save_list

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_names(page: Page, group: GroupSummary | ReadyMade) -> None:
    """The list of names, as the group is whenever it is looked at."""
    context, today = page.context, page.context.clock.today()
    spec = InGroup(group.id, today) if isinstance(group, GroupSummary) else ready_spec(group, today)
    if spec is not None:
        context.navigate.show_page("people", spec=spec, title=group_name(group))
    else:
        _with_ids(page, group, lambda ids: context.navigate.show_page("people", customer_ids=ids, title=group_name(group)))


def print_group(page: Page, group: GroupSummary | ReadyMade) -> None:
    """The print page for exactly these people."""
    name = group_name(group)
    greeting = None if isinstance(group, GroupSummary) else GREETINGS.get(group)
    said = {} if greeting is None else {"greeting": greeting}
    _with_ids(page, group, lambda ids: page.context.navigate.show_page("printing", customer_ids=ids, title=name, **said))


def begin_measure(page: Page, group: GroupSummary | ReadyMade) -> None:
    """A campaign for the group: an own one as it is on the day of the start, a ready-made one with those of today."""
    show, name = page.context.navigate.show_page, group_name(group)
    if isinstance(group, GroupSummary):
        show("measures", audience=AudiencePlan(Audience.GROUP, group_id=group.id, words=name))
    else:
        _with_ids(page, group, lambda ids: show("measures", customer_ids=ids, title=name))


def export_group(page: Page, group: GroupSummary | ReadyMade) -> None:
    """The list as a file, noted before it exists."""
    _with_ids(page, group, lambda ids: save_list(page, page.context, group_name(group), ids))


def delete_group(context: AppContext, group: GroupSummary) -> None:
    """At once, to be undone; nobody's record changes."""
    now = context.clock.now()

    def op(session: Session, _control: JobControl) -> GroupOutcome:
        from app.services.groups import delete_group as delete

        return delete(session, group.id, now=now)

    context.tasks.command(op, partial(_on_deleted, context, group.name), owner=context.settings)


def group_name(group: GroupSummary | ReadyMade) -> str:
    return group.name if isinstance(group, GroupSummary) else ready_name(group)


def _on_deleted(context: AppContext, name: str, outcome: GroupOutcome) -> None:
    text = QCoreApplication.translate("GroupActs", "The group {name} is deleted")
    context.messages.toast(text.format(name=name), undo_action_id=outcome.action_id)


def _with_ids(page: Page, group: GroupSummary | ReadyMade, then: Callable[[list[int]], None]) -> None:
    today = page.context.clock.today()

    def op(session: Session, _control: JobControl) -> list[int]:
        from app.queries.customers import in_kana_order
        from app.queries.groups import members
        from app.queries.prints import group_ids

        if isinstance(group, GroupSummary):
            return in_kana_order(session, members(session, group.id, today).tolist())
        return group_ids(session, group, today)

    page.context.tasks.query(op, then, owner=page, replaces="group")
