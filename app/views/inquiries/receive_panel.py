"""Writing down what somebody said, or changing it: who, what, what was promised and by when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customers import CustomerKind
from app.domain.follow_ups import FollowUpKind
from app.domain.inquiries import InquiryChannel, InquiryFields, InquiryKind
from app.domain.inquiry_rows import InquiryDetail, SimilarAnswer
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.follow_ups.words import kind_text
from app.views.inquiries.due_choice import DueChoice
from app.views.inquiries.words import channel_word, kind_word
from app.views.labels_customers import polite_name
from app.views.leaving import may_leave
from app.views.purchases.customer_search import CustomerSearch
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560
LOOK_AFTER = 250
_PROMISES = (FollowUpKind.CALL, FollowUpKind.EMAIL, FollowUpKind.LETTER, FollowUpKind.VISIT, FollowUpKind.TALK, FollowUpKind.OTHER)


@dataclass(frozen=True, slots=True)
class _Basis:
    staff: tuple[str, ...]
    name: str
    is_company: bool
    detail: InquiryDetail | None


def open_receive(context: AppContext, window: QWidget, customer_id: int | None = None, *, by: str = "") -> ReceivePanel:
    """A new voice, of a customer or of somebody to be named in the panel."""
    panel = ReceivePanel(context, window, customer_id, None, by)
    panel.open_panel(panel.title_line if customer_id is not None else panel.search.search)
    return panel


def open_change(context: AppContext, window: QWidget, inquiry_id: int, *, by: str = "", at_deadline: bool = False) -> ReceivePanel:
    """What was written down, to be changed; `at_deadline`: the promise is what it is about."""
    panel = ReceivePanel(context, window, None, inquiry_id, by)
    panel.open_panel(panel.promise if at_deadline else panel.title_line)
    return panel


class ReceivePanel(SidePanel):
    """Frees itself when closed. `by`: the name of who writes it down, empty for whoever works at this computer."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int | None, inquiry_id: int | None, by: str) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Receive a voice") if inquiry_id is None else self.tr("Change a voice"))
        self._context = context
        self._customer_id = customer_id
        self._inquiry_id = inquiry_id
        self._by = by or context.settings.staff_name or context.settings.user_name
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_AFTER)
        self._build()
        self._connect()
        self._show_who("")
        self._before = self._fields()
        self._load()

    def look_now(self) -> None:
        """For answers to questions like this, without waiting for a pause."""
        self._look.stop()
        text = f"{self.title_line.text()}\n{self.text.text()}"

        def op(session: Session, _control: JobControl) -> tuple[SimilarAnswer, ...]:
            from app.queries.faq import find_similar

            return find_similar(session, text)

        self._context.tasks.query(op, self._on_similar, owner=self, replaces="similar")

    def _build(self) -> None:
        self.who = ElidedLabel("", TextStyle.ROW_TITLE)
        self.other = LinkButton(self.tr("Somebody else"), small=True)
        self._who_line = boxed(row(self.who, STRETCH, self.other))
        self.search = CustomerSearch(self._context, offers_newcomer=False)
        self.search.nobody.hide()
        self.name = TextField(self.tr("Only a name, or nothing"))
        self.name_field = FormField(self.tr("Somebody who is no customer"), self.name)
        self.kind = FilterChips([(one, kind_word(one)) for one in InquiryKind], InquiryKind.COMPLAINT, self.tr("Kind"))
        self.channel = FilterChips([(one, channel_word(one)) for one in InquiryChannel], InquiryChannel.COUNTER, self.tr("How it came"))
        self.title_line = TextField(self.tr("In a few words"))
        self.title_field = FormField(self.tr("What it is about"), self.title_line, required=True)
        self.text = TextArea(self.tr("As the customer said it"), lines=4)
        self.promise = TextField(self.tr("The manager calls back"))
        self.promise_kind = ComboField([(None, self.tr("In any way")), *((one, kind_text(one)) for one in _PROMISES)], FollowUpKind.CALL)
        self.due = DueChoice(self._context.clock)
        self.staff = ComboField([("", self.tr("Nobody in particular"))], "")
        self.staff_field = FormField(self.tr("Who sees to it"), self.staff)
        self.save = PrimaryButton(self.tr("Receive it") if self._inquiry_id is None else self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self._similar = column(gap=6)
        self._similar_box = boxed(column(Title(self.tr("Answers to similar questions"), TextStyle.CAPTION_BOLD), self._similar, gap=4))
        self._similar_box.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        def under(words: str, widget: QWidget) -> QWidget:
            return boxed(column(Title(words, TextStyle.CAPTION_BOLD), widget, gap=6))

        for part in (self._who_line, self.search, self.name_field):
            self.body.addWidget(part)
        self.body.addWidget(under(self.tr("Kind"), self.kind))
        self.body.addWidget(under(self.tr("How it came"), self.channel))
        self.body.addWidget(self.title_field)
        self.body.addWidget(FormField(self.tr("What was said"), self.text))
        self.body.addWidget(self._similar_box)
        promise = row(gap=10)
        promise.addWidget(FormField(self.tr("What was promised"), self.promise), 3)
        promise.addWidget(FormField(self.tr("How"), self.promise_kind), 2)
        self.body.addLayout(promise)
        self.body.addWidget(under(self.tr("By when"), self.due))
        self.body.addWidget(self.staff_field)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.search.chosen.connect(self._on_chosen)
        self.other.clicked.connect(self._on_other)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)
        self._look.timeout.connect(self.look_now)
        self.title_line.textEdited.connect(lambda _text: self._look.start())
        self.title_line.textEdited.connect(lambda _text: self.title_field.clear_error())
        self.text.textChanged.connect(self._look.start)

    def _load(self) -> None:
        inquiry_id, customer_id = self._inquiry_id, self._customer_id
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> _Basis:
            from app.queries.customers import customer_card
            from app.queries.inquiries import inquiry_detail
            from app.queries.staff import staff_rows

            staff = tuple(member.name for member in staff_rows(session) if member.is_active)
            if inquiry_id is not None:
                detail = inquiry_detail(session, inquiry_id, now, today)
                return _Basis(staff, detail.row.name if detail.row.customer_id else "", detail.row.is_company, detail)
            if customer_id is None:
                return _Basis(staff, "", False, None)
            fields = customer_card(session, customer_id).fields
            return _Basis(staff, fields.name, fields.kind is CustomerKind.COMPANY, None)

        self._context.tasks.query(op, self._on_basis, owner=self, replaces="basis")

    def _on_basis(self, basis: _Basis) -> None:
        detail, is_as_begun = basis.detail, self._fields() == self._before
        chosen = self.staff.current()
        staff = detail.row.staff if detail is not None else chosen if isinstance(chosen, str) and chosen else self._by
        names = list(basis.staff) if not staff or staff in basis.staff or detail is None else [*basis.staff, staff]
        self.staff.set_options([("", self.tr("Nobody in particular")), *((one, one) for one in names)], staff if staff in names else "")
        set_shown(self.staff_field, bool(names))
        if detail is not None:
            self._fill(detail)
        self._show_who(polite_name(basis.name, is_company=basis.is_company) if basis.name else "")
        if is_as_begun or detail is not None:
            self._before = self._fields()

    def _fill(self, detail: InquiryDetail) -> None:
        found = detail.row
        self._customer_id = found.customer_id
        self.name.setText("" if found.customer_id is not None else found.name)
        self.kind.set_current(found.kind)
        self.channel.set_current(found.channel)
        self.title_line.setText(found.title)
        self.text.set_text(found.text)
        self.promise.setText(found.promise)
        self.promise_kind.set_current(found.promise_kind)
        self.due.set_value(found.due_at)
        self._look.stop()

    def _show_who(self, name: str) -> None:
        searching = self._customer_id is None
        set_shown(self._who_line, not searching)
        set_shown(self.search, searching)
        set_shown(self.name_field, searching)
        self.who.setText(name)

    def _fields(self) -> InquiryFields:
        kind, channel, how, staff = self.kind.current(), self.channel.current(), self.promise_kind.current(), self.staff.current()
        return InquiryFields(
            kind if isinstance(kind, InquiryKind) else InquiryKind.COMPLAINT,
            channel if isinstance(channel, InquiryChannel) else InquiryChannel.COUNTER,
            self.title_line.text().strip(),
            self.text.text().strip(),
            self._customer_id,
            self.name.text().strip() if self._customer_id is None else "",
            staff if isinstance(staff, str) else "",
            self.promise.text().strip(),
            how if isinstance(how, FollowUpKind) else None,
            self.due.value(),
        )

    def _may_close(self) -> bool:
        return self._fields() == self._before or may_leave(self._context.messages)

    def _on_chosen(self, customer_id: int, _code: str) -> None:
        self._customer_id = customer_id
        self._show_who("")
        self._load_name(customer_id)
        self.title_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load_name(self, customer_id: int) -> None:
        def op(session: Session, _control: JobControl) -> tuple[str, bool]:
            from app.queries.customers import customer_card

            fields = customer_card(session, customer_id).fields
            return fields.name, fields.kind is CustomerKind.COMPANY

        self._context.tasks.query(op, self._on_name, owner=self, replaces="name")

    def _on_name(self, named: tuple[str, bool]) -> None:
        self.who.setText(polite_name(named[0], is_company=named[1]))

    def _on_other(self) -> None:
        self._customer_id = None
        self._show_who("")
        self.search.begin()

    def _on_similar(self, found: tuple[SimilarAnswer, ...]) -> None:
        clear(self._similar)
        for answer in found:
            words = column(WrapLabel(answer.question, TextStyle.BODY_BOLD, Tone.TEXT), gap=1)
            words.addWidget(WrapLabel(answer.answer, TextStyle.CAPTION, Tone.TEXT2))
            self._similar.addWidget(boxed(words))
        set_shown(self._similar_box, bool(found))

    def _on_save(self) -> None:
        if not self.due.is_valid():
            self.due.day_field.set_error(self.tr("Please enter a day, or choose that there is no deadline."))
            self.due.day.setFocus()
            return
        fields, number, by, now = self._fields(), self._inquiry_id, self._by, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.inquiries import edit_inquiry, receive_inquiry

            if number is not None:
                return edit_inquiry(session, number, fields, by=by, now=now)
            return receive_inquiry(session, fields, by=by, now=now).action_id

        self._context.tasks.command(op, partial(self._on_saved, self.who.text() or fields.who), owner=self, failed=self._on_failed)

    def _on_saved(self, name: str, action_id: int | None) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()
        if action_id is None:
            return
        sentence = self.tr("What was said is changed")
        if self._inquiry_id is None:
            sentence = self.tr("What {name} said is received").format(name=name) if name else self.tr("The voice is received")
        self._context.messages.toast(sentence, undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"title": self.title_field, "staff": self.staff_field})
