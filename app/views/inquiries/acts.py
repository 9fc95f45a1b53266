"""What is done with a voice, each with its toast; and the place from which it is done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.follow_ups import Attempt
from app.domain.inquiries import Closing, Consent, InquiryAnswered, InquiryGone, InquiryTaken, Seat
from app.domain.inquiry_rows import Holder, InquiryDetail
from app.jobs.job import JobControl
from app.views.inquiries.words import VoiceWords

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of one voice."""

    inquiry_id: int
    draft: str
    cause: str
    prevention: str


class VoiceActs(QObject):
    """`refused()`: somebody else was there first, so that what is shown is out of date. `closed(InquiryDetail)`: it ended just now;
    `closing_refused(Exception)`: something of what belongs to that is missing."""

    refused = Signal()
    replied = Signal()
    closed = Signal(object)
    closing_refused = Signal(object)

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._place = uuid4().hex
        self._words = VoiceWords(context.clock, self)
        self._replied: InquiryDetail | None = None

    def seat(self) -> Seat:
        """Who works here, and at which of the running programs."""
        settings = self._context.settings
        return Seat(settings.staff_name or settings.user_name or self.tr("This computer"), self._place)

    def is_mine(self, holder: Holder | None) -> bool:
        return holder is not None and holder.place == self._place

    def take(self, inquiry_id: int) -> None:
        seat, now = self.seat(), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> None:
            from app.services.inquiry_locks import take

            take(session, inquiry_id, seat, now=now)

        self._context.tasks.command(op, None, owner=self, failed=self._on_failed)

    def take_over(self, inquiry_id: int) -> None:
        seat, now = self.seat(), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> None:
            from app.services.inquiry_locks import take_over

            take_over(session, inquiry_id, seat, now=now)

        self._context.tasks.command(op, None, owner=self, failed=self._on_failed)

    def keep(self, typed: Typed, *, draft: bool, closing: bool) -> None:
        """What was typed since; nothing of it is undone."""
        seat, now = self.seat(), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> None:
            from app.services.inquiry_locks import keep_closing, keep_draft

            if draft:
                keep_draft(session, typed.inquiry_id, seat, typed.draft, now=now)
            if closing:
                keep_closing(session, typed.inquiry_id, seat, typed.cause, typed.prevention, now=now)

        self._context.tasks.command(op, None, owner=self, failed=self._on_failed)

    def release(self, inquiry_id: int | None = None) -> None:
        """What is held from here is free again."""
        place = self._place

        def op(session: Session, _control: JobControl) -> int:
            from app.services.inquiry_locks import release

            return release(session, place, inquiry_id)

        self._context.tasks.command(op, None, owner=self, failed=self._on_release_failed)

    def tick(self, inquiry_id: int, step: int, *, is_done: bool) -> None:
        def op(session: Session, _control: JobControl) -> None:
            from app.services.inquiry_locks import tick_step

            tick_step(session, inquiry_id, step, is_done=is_done)

        self._context.tasks.command(op, None, owner=self, failed=self._on_failed)

    def reply(self, detail: InquiryDetail, text: str, *, keeps_promise: bool) -> None:
        """Noted; while another is at it, only after it was asked."""
        consent = self._consent(detail, self.tr("Note the reply all the same"))
        if consent is None:
            return
        number, seat = detail.row.id, self.seat()
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.inquiries import note_reply

            return note_reply(session, number, text, seat, now=now, today=today, keeps_promise=keeps_promise, consent=consent)

        sentence = self.tr("The reply to {name} is noted").format(name=self._words.who(detail.row))
        self._context.tasks.command(op, partial(self._on_replied, sentence, detail), owner=self, failed=self._on_failed)

    def no_answer(self, detail: InquiryDetail, attempt: Attempt) -> None:
        consent = self._consent(detail, self.tr("Note the call all the same"))
        if consent is None:
            return
        number, seat = detail.row.id, self.seat()
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.inquiries import note_no_answer

            return note_no_answer(session, number, seat, attempt=attempt, now=now, today=today, consent=consent)

        self._command(op, self.tr("The call to {name} is noted. The promise stays open.").format(name=self._words.who(detail.row)))

    def close(self, detail: InquiryDetail, closing: Closing) -> None:
        consent = self._consent(detail, self.tr("Close it all the same"))
        if consent is None:
            return
        number, seat = detail.row.id, self.seat()
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.inquiries import close_inquiry

            return close_inquiry(session, number, closing, seat, now=now, today=today, consent=consent)

        done = partial(self._on_closed, detail)
        self._context.tasks.command(op, done, owner=self, failed=self._on_closing_failed)

    def reopen(self, detail: InquiryDetail) -> None:
        number, by, now = detail.row.id, self.seat().name, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.inquiries import reopen_inquiry

            return reopen_inquiry(session, number, by=by, now=now)

        self._command(op, self.tr("What {name} said is open again").format(name=self._words.who(detail.row)))

    def delete(self, detail: InquiryDetail) -> None:
        number, place, now = detail.row.id, self.seat().place, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.inquiries import delete_inquiry

            return delete_inquiry(session, number, place=place, now=now)

        self._command(op, self.tr("What {name} said is deleted").format(name=self._words.who(detail.row)))

    def count_use(self, faq_id: int) -> None:
        def op(session: Session, _control: JobControl) -> None:
            from app.services.faq import count_use

            count_use(session, faq_id)

        self._context.tasks.command(op, None, owner=self)

    def _consent(self, detail: InquiryDetail, danger: str) -> Consent | None:
        """None where it was asked and left to whoever is at it."""
        holder = detail.row.holder
        # One's own reply is known, also before the page has read it again.
        known = detail.reply_count + (detail is self._replied)
        if holder is None or self.is_mine(holder):
            return Consent(replies=known)
        is_sure = self._context.messages.confirm(
            self.tr("{holder}. Is it really you who replies?").format(holder=self._words.lock(holder)),
            self.tr("The customer might get two replies. Speak with each other first, or take it over."),
            safe=self.tr("Leave it to {name}").format(name=holder.name),
            danger=danger,
        )
        return Consent(despite=holder.place, replies=known) if is_sure else None

    def _command(self, op: Callable[[Session, JobControl], int], sentence: str) -> None:
        self._context.tasks.command(op, partial(self._on_done, sentence), owner=self, failed=self._on_failed)

    def _on_done(self, sentence: str, action_id: int) -> None:
        self._context.messages.toast(sentence, undo_action_id=action_id)

    def _on_replied(self, sentence: str, detail: InquiryDetail, action_id: int) -> None:
        self._replied = detail
        self.replied.emit()
        self._on_done(sentence, action_id)

    def _on_closed(self, detail: InquiryDetail, action_id: int) -> None:
        self._on_done(self.tr("What {name} said is closed").format(name=self._words.who(detail.row)), action_id)
        self.closed.emit(detail)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InquiryTaken | InquiryAnswered | InquiryGone):
            self.refused.emit()
        self._context.messages.error(error)

    def _on_closing_failed(self, error: Exception) -> None:
        if isinstance(error, InquiryTaken | InquiryAnswered | InquiryGone):
            self._on_failed(error)
        else:
            self.closing_refused.emit(error)

    def _on_release_failed(self, error: Exception) -> None:
        """The lock falls by itself after a while; nobody is asked about it while leaving."""
        log.warning("what was held could not be released: %s", error)
