"""The parts that one voice is shown with: who is at it, what was promised, what happened so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.dates import format_time
from app.domain.inquiries import InquiryState
from app.domain.inquiry_rows import EntryRow, InquiryDetail
from app.views.follow_ups.words import ICONS
from app.views.inquiries.words import VoiceWords
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Inset
from app.views.widgets.gauges import ProgressLine
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, row, set_shown

_SOON = timedelta(hours=24)


class HolderBar(Inset):
    """Who is at it, and the button that makes it one's own. `take_requested` while it is free, `take_over_requested` while another has
    it."""

    take_requested = Signal()
    take_over_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(Tone.INFO, margins=(14, 8, 12, 8))
        self._words = VoiceWords(context.clock, self)
        self._is_free = True
        self.title = WrapLabel("", TextStyle.BODY_BOLD, Tone.INFO)
        self.detail = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.icon = IconLabel("lock", size=18, tone=Tone.INFO)
        self.button = NormalButton("", small=True)
        line = row(self.icon, gap=12)
        line.addWidget(boxed(column(self.title, self.detail, gap=1)), 1)
        line.addWidget(self.button)
        self.add(line)
        self.button.clicked.connect(self._on_clicked)

    def show_detail(self, detail: InquiryDetail, *, is_mine: bool) -> None:
        holder = detail.row.holder
        self._is_free = holder is None
        set_shown(self.button, not is_mine)
        self.icon.set_icon("lock" if holder is not None else "user")
        if holder is None:
            self.title.setText(self.tr("Nobody is on it just now"))
            self.detail.setText(self.tr("When you begin, the others see your name here."))
            self.button.setText(self.tr("I see to it"))
        elif is_mine:
            self.title.setText(self._words.lock(holder))
            self.detail.setText(self.tr("The others see your draft. Fifteen minutes after the last key it is free again."))
        else:
            self.title.setText(self._words.lock(holder))
            self.detail.setText(self.tr("A reply is being written. Before another one goes out, you are asked."))
            self.button.setText(self.tr("Take over"))

    def _on_clicked(self) -> None:
        (self.take_requested if self._is_free else self.take_over_requested).emit()


class PromisePart(QWidget):
    """What was promised, by when, and how much of the time is left. `tick` brings it to this minute."""

    change_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._clock = context.clock
        self._words = VoiceWords(context.clock, self)
        self._detail: InquiryDetail | None = None
        self.change = LinkButton(self.tr("Change the deadline"), small=True)
        self.icon = IconLabel("phone", size=16, tone=Tone.TEXT2)
        self.words = WrapLabel("", TextStyle.ROW_TITLE, Tone.TEXT)
        self.left = Text("", TextStyle.BODY_BOLD, Tone.ACCENT)
        self.line = ProgressLine()
        head = row(Title(self.tr("Promise"), TextStyle.CAPTION_BOLD), STRETCH, self.change)
        body = row(self.icon, gap=8)
        body.addWidget(self.words, 1)
        body.addWidget(self.left)
        self.setLayout(column(head, body, self.line, gap=4))
        self.change.clicked.connect(self.change_requested)

    def show_detail(self, detail: InquiryDetail) -> None:
        self._detail = detail
        kind = detail.row.promise_kind
        self.icon.set_icon(ICONS[kind] if kind is not None else "calendar-check")
        set_shown(self.change, detail.row.state is not InquiryState.CLOSED)
        self.tick()

    def tick(self) -> None:
        detail = self._detail
        if detail is None:
            return
        row_, now = detail.row, self._clock.now()
        is_open = row_.due_at is not None and row_.state is not InquiryState.CLOSED
        set_shown(self.left, is_open)
        set_shown(self.line, is_open)
        if row_.due_at is None or not is_open:
            self.words.setText(self._no_deadline())
            self.change.setText(self.tr("Set a deadline"))
            return
        self.change.setText(self.tr("Change the deadline"))
        self.words.setText(self._words.promise(row_.promise, row_.due_at))
        late = row_.is_overdue(now)
        self.left.setText(self._words.late(now - row_.due_at) if late else self._words.left(row_.due_at - now))
        tone = Tone.DANGER if late else Tone.ACCENT if row_.due_at - now < _SOON else Tone.TEXT2
        self.left.set_tone(tone)
        self.line.set_tone(tone if tone is not Tone.TEXT2 else Tone.PRIMARY)
        whole = max(1, int((row_.due_at - detail.due_since) / timedelta(seconds=1)))
        gone = int((now - detail.due_since) / timedelta(seconds=1))
        self.line.set_value(max(0, min(whole, gone)), whole)

    def _no_deadline(self) -> str:
        detail = self._detail
        if detail is not None and detail.row.promise and detail.row.state is not InquiryState.OPEN:
            return self.tr("Kept: {promise}").format(promise=detail.row.promise)
        return detail.row.promise if detail is not None and detail.row.promise else self.tr("Nothing is promised by a certain time.")


class CoursePart(QWidget):
    """What happened so far, the newest first; hidden while there is nothing."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._clock = context.clock
        self._words = VoiceWords(context.clock, self)
        self._shown: tuple[EntryRow, ...] = ()
        self._lines = column(gap=6)
        self.setLayout(column(Title(self.tr("What happened so far"), TextStyle.CAPTION_BOLD), self._lines, gap=4))
        self.hide()

    def show_entries(self, entries: Sequence[EntryRow]) -> None:
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        clear(self._lines)
        for entry in reversed(self._shown):
            head, words = self._words.entry(entry)
            local = entry.at.astimezone(self._clock.zone())
            when = f"{day_text(local.date(), today=self._clock.today())} {format_time(local.time())}"
            by = self.tr("{moment} · {what} · {name}").format(moment=when, what=head, name=entry.by)
            line = by if entry.by else self.tr("{moment} · {what}").format(moment=when, what=head)
            self._lines.addWidget(WrapLabel(line, TextStyle.CAPTION, Tone.TEXT2))
            if words:
                self._lines.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT))
        set_shown(self, bool(self._shown))
