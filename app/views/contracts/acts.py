"""What can be done with contracts and needs; each act ends with a toast that can take it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.contracts import ContractRow
from app.domain.money import Currency
from app.domain.needs import NextDue
from app.jobs.job import JobControl

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

RENEW, PRICE, PAUSE, RESUME, END, FINISH, TAKE_BACK, EDIT, DELETE, PLAN = (
    "renew", "price", "pause", "resume", "end", "finish", "take_back", "edit", "delete", "plan",
)  # fmt: skip


class ContractActs(QObject):
    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def add(self, customer_id: int, name: str) -> None:
        from app.views.contracts.contract_panel import open_contract

        open_contract(self._context, self._page.window(), customer_id, name)

    def perform(self, act: str, contract: ContractRow, currency: Currency) -> None:
        """One of the words above."""
        window = self._page.window()
        if act == PRICE:
            from app.views.contracts.step_panels import open_price

            open_price(self._context, window, contract, currency)
        elif act == PAUSE:
            from app.views.contracts.step_panels import open_pause

            open_pause(self._context, window, contract)
        elif act == END:
            from app.views.contracts.step_panels import open_end

            open_end(self._context, window, contract)
        elif act == EDIT:
            from app.views.contracts.contract_panel import open_contract

            open_contract(self._context, window, contract.customer_id, contract.customer, contract)
        else:
            self._perform_at_once(act, contract)

    def add_need(self, customer_id: int, name: str) -> None:
        from app.views.contracts.need_panel import open_need

        open_need(self._context, self._page.window(), customer_id, name)

    def perform_on_need(self, act: str, need: NextDue) -> None:
        """plan a follow-up; of one noted by hand also finish, edit or delete."""
        number = need.need_id
        if act == PLAN:
            from app.views.follow_ups.panel import open_follow_ups

            open_follow_ups(self._context, self._page.window(), [need.customer_id], note=need.title)
        elif number is None:
            return
        elif act == EDIT:
            from app.views.contracts.need_panel import open_need

            open_need(self._context, self._page.window(), need.customer_id, need.customer, need)
        else:
            self._finish_or_delete(act, number, need.title)

    def _perform_at_once(self, act: str, contract: ContractRow) -> None:
        number, now, today = contract.id, self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services import contracts

            acts: dict[str, Callable[[], int]] = {
                RENEW: lambda: contracts.renew_contract(session, number, now=now, today=today),
                RESUME: lambda: contracts.resume_contract(session, number, day=today, now=now),
                FINISH: lambda: contracts.finish_job(session, number, day=today, now=now, today=today),
                TAKE_BACK: lambda: contracts.take_end_back(session, number, now=now),
                DELETE: lambda: contracts.delete_contract(session, number, now=now),
            }
            return acts[act]()

        sentences = {
            RENEW: self.tr("{plan} is renewed"),
            RESUME: self.tr("{plan} goes on"),
            FINISH: self.tr("{plan} is done"),
            TAKE_BACK: self.tr("{plan} goes on after all"),
            DELETE: self.tr("{plan} is deleted"),
        }
        self._context.tasks.command(op, partial(self._on_done, sentences[act].format(plan=contract.plan)), owner=self)

    def _finish_or_delete(self, act: str, need_id: int, title: str) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services import needs

            if act == FINISH:
                return needs.finish_need(session, need_id, day=today, now=now)
            return needs.delete_need(session, need_id, now=now)

        sentence = self.tr("{title} is done") if act == FINISH else self.tr("{title} is deleted")
        self._context.tasks.command(op, partial(self._on_done, sentence.format(title=title)), owner=self)

    def _on_done(self, sentence: str, action_id: int) -> None:
        self._context.messages.toast(sentence, undo_action_id=action_id)
