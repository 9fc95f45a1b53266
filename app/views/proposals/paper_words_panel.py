"""The words of the page a proposal is handed over on, with the page itself beside them as they are typed."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.proposal_paper import PAPER_FIELDS, PaperState, PaperWords, field_mark
from app.jobs.job import JobControl
from app.views.contracts.form_panel import FormPanel, Op
from app.views.labels import translated
from app.views.moments import language
from app.views.printing.words import MERGE_LABELS
from app.views.proposals.paper_page import PageImage, PaperSubject, page_of
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, MenuButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, row
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.preview import Picture

WIDTH, PAGE_WIDTH = 940, 400
PAUSE_MS = 300
FIELD_LABELS = {
    "given_name": QT_TRANSLATE_NOOP("MergeFields", "Given name"),
    "phone": QT_TRANSLATE_NOOP("MergeFields", "Phone of the shop"),
    "title": QT_TRANSLATE_NOOP("MergeFields", "What is suggested"),
    "product": QT_TRANSLATE_NOOP("MergeFields", "Product"),
    "target": QT_TRANSLATE_NOOP("MergeFields", "Aim"),
    "price": QT_TRANSLATE_NOOP("MergeFields", "Price"),
}


def open_paper_words(context: AppContext, window: QWidget, subject: PaperSubject) -> PaperWordsPanel:
    panel = PaperWordsPanel(context, window, subject)
    panel.open_panel(panel.texts["heading"])
    return panel


class PaperWordsPanel(FormPanel):
    """Shows `subject` on the page. Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, subject: PaperSubject) -> None:
        super().__init__(context, window, "", "", width=WIDTH, summary_width=PAGE_WIDTH)
        self.set_title(self.tr("Words of the page to hand over"))
        self.save.setText(self.tr("Save"))
        self._subject = subject
        self._usual: PaperWords | None = None
        self.texts: dict[str, TextField | TextArea] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._build()
        self._last: TextField | TextArea = self.texts["opening"]
        self._connect()
        self.finish(self.words, self._act_of_saving)
        self._load()

    def words(self) -> PaperWords:
        """As they are typed."""
        return PaperWords(**{name: field.text() for name, field in self.texts.items()})

    def place_buttons(self) -> None:
        self.set_primary(self.save, boxed(row(STRETCH, self.cancel)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, TextField | TextArea):
            self._last = watched
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.insert = MenuButton(self.tr("Insert field"), "plus", small=True)
        for name in PAPER_FIELDS:
            self.insert.add_action(_field_text(name), partial(self._on_insert, name))
        self.usual = LinkButton(self.tr("Put back as it came with the program"), "undo-2", small=True)
        words = self.tr("What stands between two braces is filled in on each page. A part without words is left out.")
        self.body.addWidget(WrapLabel(words, TextStyle.CAPTION, Tone.TEXT2))
        self.body.addLayout(row(self.insert, STRETCH, self.usual, gap=8))
        for name, label, lines in (
            ("heading", self.tr("Heading of the page"), 1),
            ("opening", self.tr("Opening words"), 3),
            ("why", self.tr("Heading: why it helps"), 1),
            ("price", self.tr("Heading: price"), 1),
            ("price_words", self.tr("Words of the price"), 1),
            ("aim", self.tr("Heading: aim"), 1),
            ("aim_words", self.tr("Words of the aim"), 1),
            ("steps", self.tr("Heading: how it goes on"), 1),
            ("steps_words", self.tr("How it goes on"), 4),
            ("answers", self.tr("Heading: answer"), 1),
            ("answers_words", self.tr("Answers to tick, one to a line"), 3),
            ("closing", self.tr("Closing words"), 2),
        ):
            field = TextField() if lines == 1 else TextArea(lines=lines)
            self.texts[name] = field
            self.body.addWidget(self.add_field(name, label, field))
        self.page = PageImage(None, self.tr("The page with these words"))
        self.summary.addWidget(self.page)
        self.summary.addStretch(1)

    def _connect(self) -> None:
        for field in self.texts.values():
            field.textChanged.connect(self._on_typed)
            field.installEventFilter(self)
        self._pause.timeout.connect(self._draw)
        self.usual.clicked.connect(self._on_usual)

    def _load(self) -> None:
        said = language()

        def op(session: Session, _control: JobControl) -> tuple[PaperState, PaperWords]:
            from app.domain.proposal_paper import shipped_words
            from app.queries.proposal_paper import paper_words

            return paper_words(session, said), shipped_words(said)

        self.context.tasks.query(op, self._on_loaded, owner=self)

    def _on_loaded(self, found: tuple[PaperState, PaperWords]) -> None:
        state, self._usual = found
        self._fill(state.words)
        self.keep_as_begun()
        self._draw()

    def _fill(self, words: PaperWords) -> None:
        for name, text in asdict(words).items():
            field = self.texts[name]
            if isinstance(field, TextArea):
                field.set_text(text)
            else:
                field.setText(text)

    def _draw(self) -> None:
        """The page as it will be printed; what cannot be is said beside its field, and the page stays as it was."""
        self._pause.stop()
        subject, words, today, said = self._subject, self.words(), self.context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> Picture:
            return page_of(session, subject, today, said, words).page

        self.context.tasks.query(op, self._on_page, owner=self, replaces="page of words", failed=self._on_unprintable)

    def _on_page(self, page: Picture) -> None:
        for form in self.fields.values():
            form.clear_error()
        self.page.show_page(page)

    def _on_unprintable(self, error: Exception) -> None:
        if not isinstance(error, DomainError) or error.field not in self.fields:
            self.context.messages.error(error)
            return
        for name, form in self.fields.items():
            if name == error.field:
                form.set_error(self.context.messages.sentence(error))
            else:
                form.clear_error()

    def _on_typed(self) -> None:
        differs = self._usual is not None and self.words() != self._usual
        self.usual.setEnabled(differs)
        self._pause.start(PAUSE_MS)

    def _on_usual(self) -> None:
        if self._usual is not None:
            self._fill(self._usual)

    def _on_insert(self, name: str) -> None:
        mark = field_mark(name, language())
        if isinstance(self._last, TextArea):
            self._last.textCursor().insertText(mark)
        else:
            self._last.insert(mark)
        self._last.setFocus()

    def _act_of_saving(self) -> tuple[Op, str] | None:
        words, said, now = self.words(), language(), self.context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.proposal_paper import save_paper_words

            return save_paper_words(session, words, said, now=now)

        return op, self.tr("The page has these words from now on")


def _field_text(name: str) -> str:
    label = MERGE_LABELS.get(name) or FIELD_LABELS[name]
    return f"{translated('MergeFields', label)}  {field_mark(name, language())}"
