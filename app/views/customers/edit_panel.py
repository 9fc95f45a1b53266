"""Adding a customer and changing a record. A name is enough; what is wrong is said beside its field and nothing typed is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.context import AppContext
from app.domain.addresses import Address
from app.domain.customer_rows import CustomerOutcome, SimilarCustomer, SimilarWhy
from app.domain.customer_rules import display_name
from app.domain.customers import CustomerFields
from app.domain.errors import DomainError
from app.jobs.job import JobControl
from app.views.customers.about_part import AboutPart
from app.views.customers.consent_part import ConsentPart
from app.views.customers.form_parts import AddressPart, ContactPart, FormPart, NamePart
from app.views.labels_customers import polite_name
from app.views.leaving import may_leave
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, clear, column, hairline, row, set_shown
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PAUSE_MS = 250


@dataclass(frozen=True, slots=True)
class _Loaded:
    fields: CustomerFields
    referrer: tuple[int, str] | None


def open_new_customer(context: AppContext, window: QWidget, *, name: str = "") -> CustomerPanel:
    """The form for a new customer over the window; `name` is what was searched for."""
    panel = CustomerPanel(context, window, None)
    if name:
        panel.begin_with_name(name)
    panel.open_panel(panel.names.first_field())
    return panel


def open_edit_customer(context: AppContext, window: QWidget, customer_id: int) -> CustomerPanel:
    """The form with the record in it."""
    panel = CustomerPanel(context, window, customer_id)
    panel.open_panel(panel.names.first_field())
    return panel


class CustomerPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int | None) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Add a customer") if customer_id is None else self.tr("Edit the record"))
        self._context = context
        self._customer_id = customer_id
        self._is_loaded = customer_id is None
        self._start = CustomerFields()
        self._before = self._start
        self._referrer_before: int | None = None
        self._similar_soon = QTimer(self)
        self._similar_soon.setSingleShot(True)
        self._similar_soon.setInterval(_PAUSE_MS)
        self._build()
        self._connect()
        self._before = self.fields()

    def open_panel(self, first: QWidget | None = None) -> None:
        """Show the form, and ask for what belongs in it."""
        super().open_panel(first)
        self._load()

    def fields(self) -> CustomerFields:
        """What stands in the form now, on top of what the form does not show."""
        written = self._start
        for part in self._parts:
            written = part.written(written)
        return written

    def begin_with_name(self, name: str) -> None:
        """Put what was searched for where it belongs: a number as a phone, else as the name."""
        if any(char.isdigit() for char in name):
            self.contact.mobile.setText(name)
        else:
            self.names.family.setText(name)
        self._similar_soon.start(0)

    def is_changed(self) -> bool:
        return self.fields() != self._before or self.about.referrer.value() != self._referrer_before

    def _build(self) -> None:
        today = self._context.clock.today()
        self.names = NamePart()
        self.contact = ContactPart()
        self.address = AddressPart()
        self.about = AboutPart(self._context, today)
        self.consents = ConsentPart(today, self._context.messages)
        self._parts: tuple[FormPart, ...] = (self.names, self.contact, self.address, self.about, self.consents)
        titles = ("", self.tr("Where to reach"), self.tr("Address"), self.tr("About"), self.tr("What may be sent"))
        for title, part in zip(titles, self._parts, strict=True):
            if title:
                self.body.addWidget(hairline())
                self.body.addWidget(Title(title))
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.similar = Inset(Tone.WARN)
        self.similar.hide()
        self._similar_place = column(gap=6)
        self.similar.body.addLayout(self._similar_place)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        if self._customer_id is None:
            self.summary.addWidget(WrapLabel(self.tr("A name is enough. Everything else can wait."), TextStyle.BODY, Tone.TEXT2))
        self.summary.addWidget(self.similar)
        self.summary.addStretch(1)
        self.cancel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_primary(self.save, self.cancel)
        self.set_close_guard(self._may_close)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.address.postal_code.completed.connect(self._on_postal_code)
        self._similar_soon.timeout.connect(self._ask_similar)
        for field in (self.names.company, self.names.family, self.names.given, self.contact.mobile, self.contact.phone):
            field.textEdited.connect(self._on_identity_edited)
            field.edited_done.connect(self._on_identity_edited)

    def _load(self) -> None:
        customer_id = self._customer_id

        def op(session: Session, _control: JobControl) -> tuple[list[str], _Loaded | None]:
            from app.queries.customer_page import referrer_of
            from app.queries.customers import customer_card
            from app.queries.staff import staff_rows

            names = [row.name for row in staff_rows(session)]
            if customer_id is None:
                return names, None
            return names, _Loaded(customer_card(session, customer_id).fields, referrer_of(session, customer_id))

        self.save.setEnabled(self._is_loaded)
        self._context.tasks.query(op, self._on_loaded, owner=self, failed=self._on_load_failed)

    def _on_loaded(self, answer: tuple[list[str], _Loaded | None]) -> None:
        names, loaded = answer
        if loaded is not None:
            self._start = loaded.fields
            for part in self._parts:
                part.show_fields(loaded.fields)
            self.about.referrer.set_value(loaded.referrer)
            self._referrer_before = loaded.referrer[0] if loaded.referrer else None
        self.about.set_staff(names)
        if loaded is not None:
            self._before = self.fields()
        self._is_loaded = True
        self.save.setEnabled(True)

    def _on_load_failed(self, error: Exception) -> None:
        self.close_panel()
        self._context.messages.error(error)

    def _on_postal_code(self, digits: str) -> None:
        def op(_control: JobControl) -> Address | None:
            from app.domain.addresses import address_of_areas
            from app.exchange.postal import PostalTable
            from app.paths import resource

            return address_of_areas(PostalTable.load(resource("data", "postal", "postal.bin")).lookup(digits))

        self._context.tasks.run(op, self._on_address, owner=self, replaces="postal code")

    def _on_address(self, address: Address | None) -> None:
        self.address.fill_in(address)

    def _on_identity_edited(self) -> None:
        self._similar_soon.start()

    def _ask_similar(self) -> None:
        fields, besides = self.fields(), self._customer_id

        def op(session: Session, _control: JobControl) -> list[SimilarCustomer]:
            from app.queries.customers import similar_customers

            return similar_customers(session, fields, besides=besides)

        self._context.tasks.query(op, self._on_similar, owner=self, replaces="similar")

    def _on_similar(self, found: list[SimilarCustomer]) -> None:
        clear(self._similar_place)
        for similar in found:
            name = polite_name(similar.name, is_company=similar.is_company)
            if similar.why is SimilarWhy.PHONE:
                sentence = self.tr("{name} has the same phone number.").format(name=name)
            elif similar.phone:
                sentence = self.tr("There is already a {name} ({phone}).").format(name=name, phone=similar.phone)
            else:
                sentence = self.tr("There is already a {name}.").format(name=name)
            if similar.is_archived:
                sentence = self.tr("{sentence} (archived)").format(sentence=sentence)
            self._similar_place.addWidget(WrapLabel(sentence, TextStyle.BODY_BOLD, Tone.WARN))
            opener = LinkButton(self.tr("Open this customer"), small=True)
            opener.clicked.connect(lambda _checked=False, customer=similar.id: self._open_other(customer))
            self._similar_place.addLayout(row(opener, STRETCH))
        set_shown(self.similar, bool(found))

    def _open_other(self, customer_id: int) -> None:
        if self.close_panel():
            self._context.navigate.show_page("customers", customer_id=customer_id)

    def _may_close(self) -> bool:
        if not self._is_loaded or not self.is_changed():
            return True
        return may_leave(self._context.messages)

    def _on_save(self) -> None:
        wrong = [field for part in self._parts for field in part.form_fields() if not field.validate()]
        if wrong:
            self._show_wrong(wrong[0])
            return
        fields, referrer = self.fields(), self.about.referrer.value()
        customer_id = self._customer_id
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> CustomerOutcome | None:
            from app.services.customers import edit_customer, register_customer

            if customer_id is None:
                return register_customer(session, fields, now=now, today=today, referrer=referrer)
            action_id = edit_customer(session, customer_id, fields, now=now, referrer=referrer)
            return None if action_id is None else CustomerOutcome(customer_id, action_id)

        self.save.setEnabled(False)
        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, outcome: CustomerOutcome | None) -> None:
        name = polite_name(display_name(self.fields()), is_company=self.names.is_company())
        self._before, self._referrer_before = self.fields(), self.about.referrer.value()
        self.close_panel()
        if outcome is None:
            return
        if self._customer_id is None:
            self._context.messages.toast(self.tr("{name} is added").format(name=name), undo_action_id=outcome.action_id)
            self._context.navigate.show_page("customers", customer_id=outcome.customer_id)
        else:
            self._context.messages.toast(self.tr("The record of {name} is saved").format(name=name), undo_action_id=outcome.action_id)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        places = {"name": self.names.form_fields()[0], "code": self.about.code_field}
        if isinstance(error, DomainError) and error.field in places:
            places[error.field].set_error(self._context.messages.sentence(error))
            self._show_wrong(places[error.field])
        else:
            self._context.messages.error(error)

    def _show_wrong(self, field: FormField) -> None:
        field.field.setFocus(Qt.FocusReason.OtherFocusReason)
        above = field.parentWidget()
        while above is not None and not isinstance(above, ScrollColumn):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(field)
