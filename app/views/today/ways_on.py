"""What Today leads to: the print house with exactly these people, the result of a campaign, and the page of follow-ups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care import RuleKind
from app.domain.day_plan import QueuedPrint, Waiting
from app.domain.follow_ups import FollowUpKind, FollowUpRow
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import Greeting
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FOLLOW_UPS, INQUIRIES = "follow_ups", "inquiries"
SHOWN_WAITING = 300
_GREETINGS = {
    RuleKind.FIRST_VISIT: Greeting.THANKS,
    RuleKind.AFTER_VISIT: Greeting.THANKS,
    RuleKind.BIRTHDAY: Greeting.BIRTHDAY,
    RuleKind.OVERDUE: Greeting.MISSED,
    RuleKind.YEARLY: Greeting.MISSED,
    RuleKind.LAPSE: Greeting.LAPSE,
}


class WaysOn(QObject):
    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context

    def print_queued(self, run: QueuedPrint, words: str) -> None:
        """Two presses: this one, and the one that prints and records."""
        greeting = next((said for kind, said in _GREETINGS.items() if kind.value == run.rule_kind), None)
        work = WorkKind.LETTER if run.kind is FollowUpKind.LETTER else WorkKind.CARD
        more: dict[str, Any] = {} if greeting is None or run.template else {"greeting": greeting}
        self._context.navigate.show_page(
            "printing",
            customer_ids=list(run.customer_ids),
            title=words,
            work=work,
            template=run.template,
            follow_up_ids=list(run.follow_up_ids),
            **more,
        )

    def print_for(self, waiting: Sequence[Waiting], title: str) -> None:
        """A card for each of these, and what was due for them is done with it."""
        self._context.navigate.show_page(
            "printing",
            customer_ids=list(dict.fromkeys(one.customer_id for one in waiting)),
            title=title,
            work=WorkKind.CARD,
            template="",
            follow_up_ids=[one.follow_up_id for one in waiting],
        )

    def open_customer(self, customer_id: int) -> None:
        self._context.navigate.show_page("customers", customer_id=customer_id)

    def open_voice(self, inquiry_id: int) -> None:
        self._context.navigate.show_page(INQUIRIES, inquiry_id=inquiry_id)

    def open_result(self, measure_id: int) -> None:
        self._context.navigate.show_page("measures", measure_id=measure_id)

    def open_follow_ups(self) -> None:
        self._context.navigate.show_page(FOLLOW_UPS)

    def rows_for(self, waiting: Sequence[Waiting], then: Callable[[list[FollowUpRow]], None]) -> None:
        """The first of what waits, as rows for a list."""
        ids = [one.follow_up_id for one in waiting[:SHOWN_WAITING]]

        def op(session: Session, _control: JobControl) -> list[FollowUpRow]:
            from app.queries.follow_ups import rows_of

            return rows_of(session, ids)

        self._context.tasks.query(op, then, owner=self, replaces="waiting")
