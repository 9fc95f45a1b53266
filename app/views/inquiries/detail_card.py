"""One voice: what was said, what was promised, the reply as it is being written, and how it ends."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.follow_ups import Attempt
from app.domain.inquiries import Closing, InquiryState
from app.domain.inquiry_replies import filled
from app.domain.inquiry_rows import InquiryDetail, MergeValues, SampleReply
from app.views.inquiries.acts import Typed
from app.views.inquiries.closing_part import ClosingPart
from app.views.inquiries.parts import CoursePart, HolderBar, PromisePart
from app.views.inquiries.words import KIND_TONES, VoiceWords, kind_word, ready_replies
from app.views.labels_customers import polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, LinkButton, MenuButton, NormalButton, TonalButton, escape_mnemonic
from app.views.widgets.card import Card, Inset
from app.views.widgets.check_box import CheckBox
from app.views.widgets.chip import Chip
from app.views.widgets.labels import Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, Hairline, ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.text_field import TextArea

KEEP_AFTER = 400
DRAFT_LINES = 5


class DetailCard(Card):
    """`act_requested(word)`: one of "customer", "change", "deadline", "note", "reopen", "delete", "group", "faq", "samples";
    `kept(Typed, draft, closing)` when the fingers rest; `reply_requested(text, keeps_promise)`, `no_answer_requested(Attempt)`,
    `close_requested(Closing)`."""

    act_requested = Signal(str)
    back_requested = Signal()
    take_requested = Signal()
    take_over_requested = Signal()
    kept = Signal(object, bool, bool)
    reply_requested = Signal(str, bool)
    no_answer_requested = Signal(object)
    close_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(gap=10)
        self._context = context
        self._words = VoiceWords(context.clock, self)
        self._detail: InquiryDetail | None = None
        self._is_mine = False
        self._typed_draft = False
        self._typed_closing = False
        self._replies: tuple[SampleReply, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_AFTER)
        self._build()
        self._connect()

    @property
    def detail(self) -> InquiryDetail | None:
        return self._detail

    def show_detail(self, detail: InquiryDetail, *, is_mine: bool) -> None:
        """What is being typed here stays, as long as nobody else has taken it over."""
        is_same = self._detail is not None and self._detail.row.id == detail.row.id
        if not is_same:
            self.keep_now()
        was_mine = is_same and self._is_mine
        self._detail, self._is_mine = detail, is_mine
        is_others = detail.row.holder is not None and not is_mine
        if is_others:
            self._forget_typed()
        keeps = is_same and (is_mine or was_mine or self._typed_draft or self._typed_closing) and not is_others
        if not keeps and self.draft.text() != detail.draft:
            self._set_draft(detail.draft)
        self.closing.show_detail(detail, keeps_typed=keeps)
        self._show_head(detail)
        self._show_state(detail, is_others=is_others)
        self._fill_samples(detail.replies or ready_replies(detail.row.kind))
        if not is_same:
            self.content.verticalScrollBar().setValue(0)

    def keep_now(self) -> None:
        """Store what was typed without waiting for a pause."""
        self._pause.stop()
        draft, closing = self._typed_draft, self._typed_closing
        self._forget_typed()
        if self._detail is not None and (draft or closing):
            now = self.closing.closing()
            self.kept.emit(Typed(self._detail.row.id, self.draft.text(), now.cause, now.prevention), draft, closing)

    def forget_reply(self) -> None:
        """It was sent: the field is empty for the next."""
        self._forget_typed()
        self._is_mine = False
        self._set_draft("")

    def let_go(self) -> None:
        """What was typed is stored, and from now on what is stored counts: somebody else may write."""
        self.keep_now()
        self._is_mine = False

    def put_in(self, words: str) -> None:
        """Into the draft where the cursor stands; on a line of its own after other words."""
        if self.draft.isReadOnly() or not words:
            return
        cursor = self.draft.textCursor()
        before = self.draft.text()[: cursor.position()]
        cursor.insertText(words if not before or before.endswith("\n") else f"\n{words}")
        self.draft.setFocus()

    def has_draft_focus(self) -> bool:
        return self.draft.hasFocus()

    def tick(self) -> None:
        """Another minute has passed."""
        self.promise.tick()

    def set_back_visible(self, shown: bool) -> None:
        set_shown(self.back, shown)

    def set_extra(self, widget: QWidget | None) -> None:
        """What stands under all else where there is no room beside it."""
        if widget is not None:
            self._extra.addWidget(widget)

    def _build(self) -> None:
        self.back = IconButton("arrow-left", self.tr("Back to the list"))
        self.back.hide()
        self.chip = Chip()
        self.title = WrapLabel("", TextStyle.DIALOG_TITLE, Tone.TEXT)
        self.caption = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.customer = LinkButton(self.tr("Open the customer"))
        self.menu = MenuButton("", "ellipsis", name=self.tr("More"))
        head = row(self.back, self.chip, gap=10)
        head.addWidget(self.title, 1)
        head.addWidget(self.customer)
        head.addWidget(self.menu)
        self.holder = HolderBar(self._context)
        self.content = ScrollColumn(gap=10, margins=(0, 0, 8, 0))
        self._fill_body()
        self.no_answer = MenuButton(self.tr("Nobody answered"), "phone")
        self.no_answer.add_action(self.tr("Nobody answered"), partial(self._on_no_answer, Attempt.NO_ANSWER))
        self.no_answer.add_action(self.tr("Voice mail left"), partial(self._on_no_answer, Attempt.VOICE_MAIL))
        self.reply = TonalButton(self.tr("Replied"), "check")
        self.reply.set_shortcut_hint("Ctrl+Return", live=False)
        self.close_button = NormalButton(self.tr("Close it"))
        self.reopen = NormalButton(self.tr("Open it again"))
        foot = row(self.no_answer, self.reply, STRETCH, self.reopen, self.close_button, gap=8)
        self.add(boxed(column(head, self.caption, gap=4)))
        self.add(self.holder)
        self.add(self.content, 1)
        self.set_footer(foot)

    def _fill_body(self) -> None:
        self.said = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        box = Inset(gap=0)
        box.add(self.said)
        self._said_box = boxed(column(Title(self.tr("What was said"), TextStyle.CAPTION_BOLD), box, gap=4))
        self.promise = PromisePart(self._context)
        self.writing = Text("", TextStyle.CAPTION, Tone.INFO)
        self.draft = TextArea(self.tr("Write the reply here, or what you will say on the phone"), lines=DRAFT_LINES)
        self.draft.setAccessibleName(self.tr("Draft of the reply"))
        self.samples = MenuButton(self.tr("Sample replies"), "file-text", small=True)
        self.keeps = CheckBox(self.tr("The promise is kept with this"))
        self.keeps.setChecked(True)
        tools = row(self.samples, STRETCH, self.keeps, gap=8)
        title = row(Title(self.tr("Draft of the reply"), TextStyle.CAPTION_BOLD), STRETCH, self.writing)
        self._draft_box = boxed(column(title, self.draft, tools, gap=4))
        self.course = CoursePart(self._context)
        self.closing = ClosingPart(self._context)
        self._extra = column(gap=12)
        for part in (self._said_box, self.promise, Hairline(), self._draft_box, Hairline(), self.closing, self.course):
            self.content.body.addWidget(part)
        self.content.body.addLayout(self._extra)
        self.content.body.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.customer.clicked.connect(partial(self.act_requested.emit, "customer"))
        self.reopen.clicked.connect(partial(self.act_requested.emit, "reopen"))
        self.promise.change_requested.connect(partial(self.act_requested.emit, "deadline"))
        self.holder.take_requested.connect(self.take_requested)
        self.holder.take_over_requested.connect(self.take_over_requested)
        self.draft.textChanged.connect(self._on_draft)
        self.draft.edited_done.connect(self.keep_now)
        self.closing.typed.connect(self._on_closing)
        self._pause.timeout.connect(self.keep_now)
        self.reply.clicked.connect(self.request_reply)
        self.close_button.clicked.connect(self._on_close)

    def request_reply(self) -> None:
        """As the button does it. The words go with the reply; where that is refused they are still the newest."""
        self._pause.stop()
        keeps = self.keeps.isChecked() or self.keeps.isHidden()
        self.reply_requested.emit(self.draft.text(), keeps)

    def _show_head(self, detail: InquiryDetail) -> None:
        found = detail.row
        self.chip.set(kind_word(found.kind), KIND_TONES[found.kind])
        self.title.setText(found.title)
        self.caption.setText(self._words.received(found, detail.received_by))
        set_shown(self.customer, found.customer_id is not None)
        self.said.setText(found.text)
        set_shown(self._said_box, bool(found.text))
        self._fill_menu(detail)

    def _show_state(self, detail: InquiryDetail, *, is_others: bool) -> None:
        is_closed = detail.row.state is InquiryState.CLOSED
        set_shown(self.holder, not is_closed)
        self.holder.show_detail(detail, is_mine=self._is_mine)
        self.promise.show_detail(detail)
        self.course.show_entries(detail.entries)
        set_shown(self._draft_box, not is_closed)
        set_shown(self.keeps, detail.row.due_at is not None)
        self.draft.setReadOnly(is_others or is_closed)
        self.samples.setEnabled(not is_others)
        self.closing.set_read_only(is_others or is_closed)
        self.writing.setText(self._writing(detail) if is_others else "")
        for button in (self.no_answer, self.reply, self.close_button):
            set_shown(button, not is_closed)
        set_shown(self.reopen, is_closed)

    def _writing(self, detail: InquiryDetail) -> str:
        holder = detail.row.holder
        if holder is None:
            return ""
        return self.tr("{name} is writing · {time}").format(name=holder.name, time=self._words.moment(holder.typed_at))

    def _fill_menu(self, detail: InquiryDetail) -> None:
        menu = self.menu.menu()
        menu.clear()
        entries = [("change", self.tr("Change")), ("note", self.tr("Write a note for the others"))]
        entries.append(("group", self.tr("Put together with other requests")))
        if detail.row.state is InquiryState.CLOSED:
            entries.append(("faq", self.tr("Keep the answer for next time")))
        entries.append(("delete", self.tr("Delete")))
        for word, text in entries:
            menu.addAction(text).triggered.connect(partial(self._on_act, word))

    def _fill_samples(self, replies: tuple[SampleReply, ...]) -> None:
        if replies == self._replies and self.samples.menu().actions():
            return
        self._replies = replies
        menu = self.samples.menu()
        menu.clear()
        for sample in replies:
            menu.addAction(escape_mnemonic(sample.title)).triggered.connect(partial(self._on_sample, sample))
        if replies:
            menu.addSeparator()
        menu.addAction(self.tr("Change the sample replies")).triggered.connect(partial(self._on_act, "samples"))

    def _set_draft(self, words: str) -> None:
        self.draft.blockSignals(True)
        self.draft.set_text(words)
        self.draft.blockSignals(False)

    def _forget_typed(self) -> None:
        self._pause.stop()
        self._typed_draft = self._typed_closing = False

    def _on_draft(self) -> None:
        self._typed_draft = True
        self._pause.start()

    def _on_closing(self) -> None:
        self._typed_closing = True
        self._pause.start()

    def _on_act(self, word: str, _checked: bool = False) -> None:
        self.keep_now()
        self.act_requested.emit(word)

    def _on_sample(self, sample: SampleReply, _checked: bool = False) -> None:
        if self._detail is not None:
            values, found = self._detail.values, self._detail.row
            name = polite_name(values.name, is_company=found.is_company) if values.name else ""
            promise = self._words.promise(values.promise, found.due_at) if values.promise else ""
            self.put_in(filled(sample.text, MergeValues(name, values.shop, values.staff, values.title, promise)))

    def _on_no_answer(self, attempt: Attempt) -> None:
        self.no_answer_requested.emit(attempt)

    def _on_close(self) -> None:
        closing: Closing = self.closing.closing()
        self.close_requested.emit(closing)
