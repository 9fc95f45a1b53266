"""Voices in words: rows of lists, who is at it, how much time is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject

from app.context import Clock
from app.domain.dates import format_time
from app.domain.follow_ups import Attempt
from app.domain.inquiries import CHANNEL_NAMES, KIND_NAMES, EntryKind, InquiryChannel, InquiryKind, InquiryState, PromiseNote
from app.domain.inquiry_cards import CONTEXT as CARDS
from app.domain.inquiry_cards import USUAL_STEPS
from app.domain.inquiry_replies import CONTEXT as REPLIES
from app.domain.inquiry_replies import READY_REPLIES, REPLY_FIELDS
from app.domain.inquiry_rows import DueGroup, EntryRow, Holder, InquiryRow, SampleReply, VoiceFigures
from app.views.labels import label_of, translated
from app.views.labels_customers import polite_name
from app.views.moments import day_text, short_day
from app.views.tokens import Tone
from app.views.widgets.row_content import RowContent

KIND_TONES: Mapping[InquiryKind, Tone] = {
    InquiryKind.COMPLAINT: Tone.DANGER,
    InquiryKind.OPINION: Tone.WARN,
    InquiryKind.REQUEST: Tone.INFO,
    InquiryKind.QUESTION: Tone.INFO,
    InquiryKind.CONSULTATION: Tone.INFO,
}
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def kind_word(kind: InquiryKind) -> str:
    return label_of(kind, KIND_NAMES, "Inquiries")


def channel_word(channel: InquiryChannel) -> str:
    return label_of(channel, CHANNEL_NAMES, "Inquiries")


def usual_steps(kind: InquiryKind) -> tuple[str, ...]:
    """Of the first-response card that comes with the program."""
    return tuple(translated(CARDS, step) for step in USUAL_STEPS[kind])


def ready_words(text: str) -> str:
    """A ready-made reply in the window's language, its fields too."""
    words = translated(REPLIES, text)
    for name, called in REPLY_FIELDS.items():
        words = words.replace(f"{{{name}}}", f"{{{translated(REPLIES, called)}}}")
    return words


def ready_replies(kind: InquiryKind) -> tuple[SampleReply, ...]:
    """Those that come with the program: of this kind, or all where there is none."""
    fitting = [one for one in READY_REPLIES if one.kind in (None, kind)] or READY_REPLIES
    return tuple(SampleReply(0, one.kind, translated(REPLIES, one.title), ready_words(one.text)) for one in fitting)


class VoiceWords(QObject):
    """As it stands by this clock."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock

    def who(self, row: InquiryRow) -> str:
        """The name as it is addressed; somebody without a name has a word too."""
        return polite_name(row.name, is_company=row.is_company) if row.name else self.tr("(No name)")

    def moment(self, moment: datetime) -> str:
        """Day and time; of today the time alone."""
        local = moment.astimezone(self._clock.zone())
        if local.date() == self._clock.today():
            return format_time(local.time())
        return f"{day_text(local.date(), today=self._clock.today())} {format_time(local.time())}"

    def lock(self, holder: Holder) -> str:
        """The same words in the list, on the page and on Today."""
        return self.tr("{name} has been on it since {time}").format(name=holder.name, time=self.moment(holder.since))

    def due(self, row: InquiryRow) -> str:
        """By when, as short as a row of a list allows: how late it is, the time of today, or the day."""
        if row.due_at is None:
            return ""
        now, local = self._clock.now(), row.due_at.astimezone(self._clock.zone())
        if row.is_overdue(now):
            return self.late(now - row.due_at)
        if local.date() == self._clock.today():
            return self.tr("by {time}").format(time=format_time(local.time()))
        return self.tr("by {day}").format(day=short_day(local.date(), self._clock.today()))

    def deadline(self, due: datetime) -> str:
        """Day and time, as in a sentence."""
        local = due.astimezone(self._clock.zone())
        day = day_text(local.date(), today=self._clock.today())
        return self.tr("By {day}, {time}").format(day=day, time=format_time(local.time()))

    def promise(self, words: str, due: datetime | None) -> str:
        """What was promised, and by when."""
        if due is None:
            return words
        return self.tr("{deadline}: {words}").format(deadline=self.deadline(due), words=words) if words else self.deadline(due)

    def late(self, late: timedelta) -> str:
        """Whole days, else hours, else minutes."""
        if late >= _DAY:
            return self.tr("%n day(s) late", "", late // _DAY)
        if late >= _HOUR:
            return self.tr("%n hour(s) late", "", late // _HOUR)
        return self.tr("%n minute(s) late", "", max(1, late // _MINUTE))

    def left(self, left: timedelta) -> str:
        """How much time is left: days, hours and minutes, or minutes."""
        if left >= 2 * _DAY:
            return self.tr("%n day(s) left", "", left // _DAY)
        if left >= _HOUR:
            return self.tr("{hours} h {minutes} min left").format(hours=left // _HOUR, minutes=left % _HOUR // _MINUTE)
        return self.tr("%n minute(s) left", "", max(1, left // _MINUTE))

    def hours(self, hours: float) -> str:
        """A mean time, as coarse as it is true."""
        if hours >= 48:
            return self.tr("%n day(s)", "", round(hours / 24))
        if hours >= 1:
            return self.tr("%n hour(s)", "", round(hours))
        return self.tr("%n minute(s)", "", max(1, round(hours * 60)))

    def first_reply(self, figures: VoiceFigures) -> str:
        if figures.mean_hours is None:
            return ""
        return self.tr("First reply after {time} on average").format(time=self.hours(figures.mean_hours))

    def fact(self, open_ones: int, figures: VoiceFigures) -> str:
        """Beside the title of the page."""
        words = [self.tr("%n open", "", open_ones)]
        percent = figures.solved_rate.percent
        if percent is not None:
            words.append(
                self.tr("{percent}% solved within 30 days ({count} of {all})").format(
                    percent=percent, count=figures.solved, all=figures.due
                )
            )
        return self.tr(" · ").join(words)

    def group(self, row: InquiryRow) -> DueGroup:
        if row.state is InquiryState.CLOSED:
            return DueGroup.CLOSED
        if row.is_overdue(self._clock.now()):
            return DueGroup.OVERDUE
        tonight = datetime.combine(self._clock.today() + _DAY, time.min, self._clock.zone())
        return DueGroup.TODAY if row.due_at is not None and row.due_at < tonight else DueGroup.LATER

    def contents(self, rows: Iterable[InquiryRow], *, is_grouped: bool) -> list[RowContent]:
        """The rows of the list; by deadline each part under its heading."""
        found = list(rows)
        if not is_grouped:
            return [self.content(row) for row in found]
        contents: list[RowContent] = []
        for group in DueGroup:
            part = [row for row in found if self.group(row) is group]
            if part:
                tone = Tone.DANGER if group is DueGroup.OVERDUE else Tone.TEXT2
                contents.append(RowContent(group.value, self._group_title(group, len(part)), heading=True, side_tone=tone))
                contents += [self.content(row) for row in part]
        return contents

    def content(self, row: InquiryRow) -> RowContent:
        state, due = self.state(row), self.due(row)
        tone = {DueGroup.OVERDUE: Tone.DANGER, DueGroup.TODAY: Tone.ACCENT}.get(self.group(row), Tone.TEXT2)
        spoken = (kind_word(row.kind), self.who(row), row.title, state, due)
        return RowContent(
            row.id,
            self.who(row),
            what=row.title,
            detail=state,
            chip=(kind_word(row.kind), KIND_TONES[row.kind]),
            side=due,
            side_tone=tone,
            detail_tone=Tone.INFO if row.holder is not None else Tone.TEXT3,
            icon="lock" if row.holder is not None else "",
            accessible=". ".join(one for one in spoken if one),
        )

    def state(self, row: InquiryRow) -> str:
        """Who is at it, or whose it is."""
        if row.holder is not None:
            return self.lock(row.holder)
        if row.state is InquiryState.CLOSED and row.closed_at is not None:
            return self.tr("Closed {moment}").format(moment=self.moment(row.closed_at))
        if row.state is InquiryState.ANSWERED:
            return self.tr("Replied, in charge: {staff}").format(staff=row.staff) if row.staff else self.tr("Replied")
        return self.tr("In charge: {staff}").format(staff=row.staff) if row.staff else self.tr("Nobody has taken it yet")

    def received(self, row: InquiryRow, received_by: str) -> str:
        """Under the title: who, when, by which way, and who wrote it down."""
        parts = [self.who(row), self.moment(row.received_at), channel_word(row.channel)]
        if received_by:
            parts.append(self.tr("received by {staff}").format(staff=received_by))
        return self.tr(" · ").join(parts)

    def entry(self, entry: EntryRow) -> tuple[str, str]:
        """What happened, and the words that belong to it."""
        if entry.kind is EntryKind.PROMISE:
            note = PromiseNote.from_text(entry.text)
            return self.tr("Promised"), self.promise(note.words, note.due_at)
        if entry.kind is EntryKind.NO_ANSWER:
            is_left = entry.text == Attempt.VOICE_MAIL.value
            return (self.tr("Called, voice mail left") if is_left else self.tr("Called, nobody answered")), ""
        if entry.kind is EntryKind.TAKEN_OVER:
            return self.tr("Taken over from {name}").format(name=entry.text), ""
        heads = {
            EntryKind.REPLY: self.tr("Replied"),
            EntryKind.NOTE: self.tr("Noted"),
            EntryKind.CLOSED: self.tr("Closed"),
            EntryKind.REOPENED: self.tr("Opened again"),
        }
        return heads[entry.kind], entry.text

    def _group_title(self, group: DueGroup, count: int) -> str:
        if group is DueGroup.OVERDUE:
            return self.tr("Overdue: %n", "", count)
        if group is DueGroup.TODAY:
            return self.tr("Until today: %n", "", count)
        return self.tr("Later: %n", "", count) if group is DueGroup.LATER else self.tr("Closed: %n", "", count)
