"""次にすること: what is to be done next with one customer, why, and the buttons that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.context import AppContext
from app.domain.care_words import CareSpeaker, act_words, rule_words
from app.domain.contacts import ContactKind
from app.domain.customer_rows import CustomerView, TimelineKind
from app.domain.dates import DateStyle
from app.domain.follow_ups import FollowUpRow
from app.domain.inquiries import InquiryKind
from app.domain.next_things import NextDate, OpenVoice
from app.domain.rhythm import RhythmSource
from app.domain.status import Chip, ReasonKind
from app.jobs.job import JobControl
from app.views.follow_ups.words import DAY, DONE, ICONS, due_text, icon_of, late_text, staff_text, state_words, what_text, why_text
from app.views.inquiries.words import kind_word
from app.views.moments import day_text, language, moment_text
from app.views.widgets.buttons import NormalButton, TonalButton
from app.views.widgets.card import NextStepBar
from app.views.widgets.layouts import set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LONGEST_QUOTE = 60
_REACH_OUT = (Chip.WATCH, Chip.ATTENTION, Chip.SECOND_VISIT)


class NextBar(NextStepBar):
    """`act_requested` carries call, card or plan; `follow_up_act_requested` an act of app.views.follow_ups.words and the row;
    `voice_requested` the number of the voice that waits."""

    act_requested = Signal(str)
    follow_up_act_requested = Signal(str, object)
    voice_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__("phone", "")
        self._context = context
        self._customer_id = 0
        self._due: FollowUpRow | None = None
        self._voice: OpenVoice | None = None
        self._build()

    def show_customer(self, view: CustomerView) -> None:
        self._customer_id = view.card.id
        is_there = view.card.archived_at is None and view.card.left_on is None and not view.card.fields.is_deceased
        self._voice = next((one for one in view.open_voices if one.is_waiting), None) if is_there else None
        self._due = view.follow_ups[0] if view.follow_ups and is_there and self._voice is None else None
        if self._voice is not None:
            self._show_voice(self._voice)
        elif self._due is not None:
            self._show_follow_up(self._due, view)
        elif is_there and view.facts.status.reason.kind is ReasonKind.OPEN_COMPLAINT:
            self._show_complaint(view)
        elif is_there and view.facts.status.chip in _REACH_OUT:
            self._show_reach_out(view)
        else:
            self._show_only()
            set_shown(self, False)
            if is_there and not view.card.fields.do_not_contact:
                self._ask_next()

    def _build(self) -> None:
        self.call_button = TonalButton(self.tr("Note a call"), "pencil")
        self.card_button = NormalButton(self.tr("Thank-you card"), "mail")
        self.done_button = TonalButton(self.tr("Done"), "check")
        self.day_button = NormalButton(self.tr("Change the day"), "calendar")
        self.voice_button = TonalButton(self.tr("Open it"), "message-square-text")
        self.plan_button = TonalButton(self.tr("Plan a follow-up"), "calendar-check")
        self._every = (self.call_button, self.card_button, self.done_button, self.day_button, self.voice_button, self.plan_button)
        for button in self._every:
            self.add_button(button)
        self.call_button.clicked.connect(self._on_call)
        self.card_button.clicked.connect(self._on_card)
        self.plan_button.clicked.connect(self._on_plan)
        self.done_button.clicked.connect(self._on_done)
        self.day_button.clicked.connect(self._on_other_day)
        self.voice_button.clicked.connect(self._on_voice)

    def _show_voice(self, voice: OpenVoice) -> None:
        """What somebody waits for comes before whatever was planned."""
        self._show_only(self.voice_button)
        title = self.tr("Next: {promise}") if voice.promise else self.tr("Next: reply to what was said")
        when = ""
        if voice.due_at is not None:
            is_late = voice.due_at <= self._context.clock.now()
            pattern = self.tr("Promised by {moment}, which has passed.") if is_late else self.tr("Promised by {moment}.")
            when = pattern.format(moment=moment_text(voice.due_at, self._context.clock))
        said = self.tr("{kind}: {title}").format(kind=kind_word(voice.kind), title=voice.title)
        self.set("message-square-text", title.format(promise=voice.promise), "\n".join(part for part in (said, when) if part))

    def _show_complaint(self, view: CustomerView) -> None:
        """Answered, and yet not closed."""
        self._voice = next((one for one in view.open_voices if one.kind is InquiryKind.COMPLAINT), None)
        self._show_only(*(() if self._voice is None else (self.voice_button,)))
        set_shown(self, True)
        what = "" if self._voice is None else self.tr("{kind}: {title}").format(kind=kind_word(self._voice.kind), title=self._voice.title)
        why = self.tr("It was answered, and is not closed yet.")
        self.set("message-square-text", self.tr("Next: bring the complaint to an end"), "\n".join(part for part in (what, why) if part))

    def _show_follow_up(self, due: FollowUpRow, view: CustomerView) -> None:
        self._show_only(self.done_button, self.day_button)
        today = self._context.clock.today()
        what = what_text(due, today)
        if due.due < today:
            title = self.tr("Next: {what} ({days})").format(what=what, days=late_text(due.due, today))
        elif due.due == today:
            title = self.tr("Next: today, {what}").format(what=what)
        else:
            title = self.tr("Next: {day}, {what}").format(day=due_text(due.due, today), what=what)
        beside = " · ".join(part for part in (staff_text(due.staff), *state_words(due, today)) if part)
        own = due.note if due.note.strip() != what else ""
        why = why_text(due, today)
        if not due.reason and view.facts.status.chip in _REACH_OUT:
            why = _sentence(self._why(view), why)
        else:
            why = _sentence(why, self._last_words(view))
        self.set(icon_of(due), title, "\n".join(part for part in (own, why, beside) if part))

    def _show_reach_out(self, view: CustomerView) -> None:
        stopped, is_second = view.card.fields.do_not_contact, view.facts.status.chip is Chip.SECOND_VISIT
        self._show_only(self.call_button, *(() if stopped else (self.card_button,)))
        title = self.tr("Next: invite for the second visit") if is_second else self.tr("Next: ask how they are")
        if stopped:
            title = self.tr("Next: wait for the next visit")
        self.set("sparkles" if is_second else "phone", title, self._why(view))

    def _show_next(self, found: NextDate) -> None:
        self._show_only(self.plan_button)
        today = self._context.clock.today()
        day = day_text(found.due, DateStyle.TEXT, today=today)
        if found.rule is None:
            title = self.tr("Next: nothing is planned yet")
            self.set("calendar-check", title, self.tr("{day} would be the usual time.").format(day=day))
            return
        speaker = CareSpeaker(QCoreApplication.translate, language(), today)
        what = act_words(found.rule, speaker)
        title = self.tr("Next: {day}, {what}").format(day=day, what=what)
        self.set(ICONS[found.rule.follow_up_kind], title, rule_words(found.rule, speaker).text)

    def _show_only(self, *shown: TonalButton | NormalButton) -> None:
        for button in self._every:
            set_shown(button, button in shown)
        set_shown(self, bool(shown))

    def _why(self, view: CustomerView) -> str:
        reason = view.facts.status.reason
        usual, days = reason.usual_days, reason.days_since
        if reason.kind is ReasonKind.OPEN_COMPLAINT:
            sentence = self.tr("A complaint is not closed yet.")
        elif view.facts.status.chip is Chip.SECOND_VISIT:
            sentence = self.tr("The first visit was {days} days ago.").format(days=days)
        elif reason.source is RhythmSource.OWN:
            sentence = self.tr("Usually every {usual} days. Not seen for {days} days.").format(usual=usual, days=days)
        else:
            sentence = self.tr("Others come every {usual} days. Not seen for {days} days.").format(usual=usual, days=days)
        if view.card.fields.do_not_contact:
            return self.tr("{reason} Does not want to be contacted.").format(reason=sentence)
        return _sentence(sentence, self._last_words(view))

    def _last_words(self, view: CustomerView) -> str:
        """What was said last, where something was."""
        is_talk = (e for e in view.timeline if e.kind is TimelineKind.CONTACT and e.contact is not ContactKind.NOTE and e.attempt is None)
        last = next((entry for entry in is_talk if entry.title.strip()), None)
        if last is None:
            return ""
        words = " ".join(last.title.split())
        short = words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"
        return self.tr("Last time: “{words}”").format(words=short)

    def _ask_next(self) -> None:
        customer_id, today = self._customer_id, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[int, NextDate | None]:
            from app.queries.next_dates import next_date

            return customer_id, next_date(session, customer_id, today)

        self._context.tasks.query(op, self._on_next, owner=self, replaces="next date")

    def _on_next(self, found: tuple[int, NextDate | None]) -> None:
        customer_id, next_one = found
        if customer_id == self._customer_id and self._due is None and self._voice is None and next_one is not None:
            self._show_next(next_one)

    def _on_card(self) -> None:
        self.act_requested.emit("card")

    def _on_call(self) -> None:
        self.act_requested.emit("call")

    def _on_plan(self) -> None:
        self.act_requested.emit("plan")

    def _on_done(self) -> None:
        self._ask_about_due(DONE)

    def _on_other_day(self) -> None:
        self._ask_about_due(DAY)

    def _ask_about_due(self, act: str) -> None:
        if self._due is not None:
            self.follow_up_act_requested.emit(act, self._due)

    def _on_voice(self) -> None:
        if self._voice is not None:
            self.voice_requested.emit(self._voice.id)


def _sentence(first: str, second: str) -> str:
    """Both, as one line of text."""
    return f"{first} {second}" if first and second and language() != "ja" else f"{first}{second}"
