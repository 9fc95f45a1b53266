"""What can be done with a customer and with what he bought; each act ends with a toast that can take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.contacts import ContactKind
from app.domain.customer_rows import CustomerView
from app.domain.points import PointsUsedAlready
from app.jobs.job import JobControl
from app.views.customers.contact_panel import open_contact
from app.views.customers.household_panel import open_household
from app.views.customers.passed_away import confirm_passed_away
from app.views.purchases.outcome_words import confirm_negative

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class CustomerActs(QObject):
    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def perform(self, act: str, customer_id: int) -> None:
        """archive, restore, stop, allow, left, back, deceased (after a question) or alive."""
        if act == "deceased" and not confirm_passed_away(self._context.messages):
            return
        now, today = self._context.clock.now(), self._context.clock.today()
        marks: dict[str, dict[str, Any]] = {
            "stop": {"do_not_contact": True},
            "allow": {"do_not_contact": False},
            "left": {"left_on": today},
            "back": {"left_on": None},
            "deceased": {"is_deceased": True},
            "alive": {"is_deceased": False},
        }

        def op(session: Session, _control: JobControl) -> int:
            from app.services import customers

            if act == "archive":
                return customers.archive_customer(session, customer_id, now=now)
            if act == "restore":
                return customers.restore_customer(session, customer_id, now=now)
            return customers.mark_customer(session, customer_id, now=now, **marks[act])

        sentences = {
            "archive": self.tr("The customer is archived"),
            "restore": self.tr("The customer is back in the list"),
            "stop": self.tr("This customer will not be contacted"),
            "allow": self.tr("This customer may be contacted again"),
            "left": self.tr("Marked as having left"),
            "back": self.tr("Is a customer again"),
            "deceased": self.tr("Recorded. Nothing is sent or planned any more."),
            "alive": self.tr("Taken back. This customer is in the lists again."),
        }
        self._context.tasks.command(op, partial(self._on_done, sentences[act]), owner=self)

    def edit(self, customer_id: int) -> None:
        from app.views.customers.edit_panel import open_edit_customer

        open_edit_customer(self._context, self._page.window(), customer_id)

    def merge(self, customer_id: int) -> None:
        from app.views.customers.merge_panel import open_merge

        open_merge(self._context, self._page.window(), customer_id)

    def add_named(self, name: str) -> None:
        from app.views.customers.edit_panel import open_new_customer

        open_new_customer(self._context, self._page.window(), name=name)

    def receive_voice(self, customer_id: int) -> None:
        from app.views.inquiries.receive_panel import open_receive

        open_receive(self._context, self._page.window(), customer_id)

    def note_contact(self, view: CustomerView, kind: ContactKind) -> None:
        open_contact(self._context, self._page.window(), view.card.id, view.card.fields.name, kind)

    def perform_on_household(self, act: str, ids: list[int], view: CustomerView) -> None:
        """add somebody still to be chosen; join these, leave with the one, order as said."""
        if act == "add":
            open_household(self._context, self._page.window(), view.card.id, view.card.fields.name)
            return
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services import households

            if act == "join":
                return households.join_household(session, ids, now=now).action_id
            if act == "leave":
                return households.leave_household(session, ids[0], now=now)
            return households.order_household(session, ids, now=now)

        sentences = {
            "join": self.tr("Now in one household"),
            "leave": self.tr("Taken out of the household"),
            "order": self.tr("The post of the household is addressed otherwise now"),
        }
        self._context.tasks.command(op, partial(self._on_done, sentences[act]), owner=self)

    def print_card(self, view: CustomerView) -> None:
        self._context.navigate.show_page("printing", customer_ids=[view.card.id], title=view.card.fields.name)

    def note_returned(self, customer_id: int) -> None:
        """Post came back: nothing more goes to the address, and a call asks for the new one."""
        note = self.tr("Post came back. Please ask for the new address.")
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[int, int]:
            from app.services.returned_mail import record_returned_to

            return record_returned_to(session, customer_id, note=note, now=now, today=today)

        def done(found: tuple[int, int]) -> None:
            action_id, planned = found
            words = [self.tr("No post goes to this address any more.")]
            if planned:
                words.append(self.tr("A follow-up is planned."))
            self._on_done(" ".join(words), action_id)

        self._context.tasks.command(op, done, owner=self)

    def write_note(self, customer_id: int, note: str) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.customers import write_note

            return write_note(session, customer_id, note, now=now)

        self._context.tasks.command(op, partial(self._on_done, self.tr("The note is saved")), owner=self)

    def perform_on_purchase(self, act: str, row_id: int, view: CustomerView) -> None:
        """edit, refund or delete a purchase; delete_contact."""
        if act == "edit":
            from app.views.purchases.visit_panel import open_visit_panel

            open_visit_panel(self._context, self._page.window(), view.card.id, purchase_id=row_id)
        elif act == "refund":
            from app.views.purchases.refund_panel import open_refund_panel

            open_refund_panel(self._context, self._page.window(), row_id)
        elif act == "delete":
            self._delete_purchase(row_id)
        elif act == "delete_contact":
            self._delete_contact(row_id)

    def _delete_purchase(self, purchase_id: int, *, allow_negative: bool = False) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.purchases import delete_visit

            return delete_visit(session, purchase_id, now=now, today=today, allow_negative=allow_negative).action_id

        deleted = partial(self._on_done, self.tr("The purchase is deleted"))
        self._context.tasks.command(op, deleted, owner=self, failed=partial(self._on_delete_failed, purchase_id))

    def _on_delete_failed(self, purchase_id: int, error: Exception) -> None:
        if not isinstance(error, PointsUsedAlready):
            self._context.messages.error(error)
        elif confirm_negative(self._context.messages, error):
            self._delete_purchase(purchase_id, allow_negative=True)

    def _delete_contact(self, contact_id: int) -> None:
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.customers import delete_contact

            return delete_contact(session, contact_id, now=now)

        self._context.tasks.command(op, partial(self._on_done, self.tr("The note is deleted")), owner=self)

    def _on_done(self, sentence: str, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(sentence, undo_action_id=action_id)
