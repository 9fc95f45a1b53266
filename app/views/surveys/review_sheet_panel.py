"""The right column where a whole sheet is to be decided: which of two readings counts, or whether it counts without a page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from app.domain.survey_queue import ItemKind, Keep, ReviewPage
from app.domain.surveys import SurveyContent
from app.views.surveys.review_options import Option, OptionRow
from app.views.surveys.review_words import chosen_words
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card, Inset
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, clear, column, hairline, row

AS_IT_IS = "as_it_is"


class SheetPanel(Card):
    """`decided` carries a Keep, or AS_IT_IS; `later_requested`: nothing is decided now."""

    decided = Signal(object)
    later_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[OptionRow] = []
        self._answers: dict[str, object] = {}
        self._build()

    def show_page(self, page: ReviewPage, kind: ItemKind) -> None:
        clear(self._lines)
        clear(self._choices)
        self._answers, self.rows = {}, []
        if kind is ItemKind.DIFFERENT:
            self._show_different(page)
        else:
            self._show_missing(page)

    def press(self, key: str) -> bool:
        """A key cap's key; False where it means nothing here."""
        if key not in self._answers:
            return False
        self._take(key)
        return True

    def _build(self) -> None:
        self.title = WrapLabel("", TextStyle.CARD_TITLE, Tone.TEXT)
        self.why = WrapLabel("", TextStyle.BODY, Tone.WARN)
        line = row(gap=8)
        line.addWidget(IconLabel("triangle-alert", size=16, tone=Tone.WARN), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.why, 1)
        box = Inset(Tone.WARN)
        box.add(line)
        self._lines = column(gap=8)
        self._choices = column(gap=6)
        scroll = ScrollColumn(gap=10)
        for part in (self.title, box, boxed(self._lines), boxed(self._choices)):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self.add(scroll, 1)

    def _show_different(self, page: ReviewPage) -> None:
        self.title.setText(self.tr("Which of the two counts?"))
        self.why.setText(self.tr("This sheet was read or typed before, with other answers. Until you decide, the earlier ones count."))
        if page.content is not None:
            self._show_differences(page, page.content)
        self._offer("1", self.tr("The earlier answers"), Keep.EARLIER)
        self._offer("2", self.tr("The answers of this picture"), Keep.LATER)
        self._offer("3", self.tr("Both: somebody else filled in a copy"), Keep.BOTH)

    def _show_differences(self, page: ReviewPage, content: SurveyContent) -> None:
        for name, now in page.told.chosen.items():
            question = content.question(name)
            before = page.earlier.get(name)
            if question is None or before is None or before == now:
                continue
            words = self.tr("Earlier: {earlier} / This picture: {now}")
            words = words.format(earlier=chosen_words(question, before), now=chosen_words(question, now))
            self._lines.addWidget(WrapLabel(f"{content.number_of(name)} {question.text}", TextStyle.BODY_BOLD, Tone.TEXT))
            self._lines.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
            self._lines.addWidget(hairline())

    def _show_missing(self, page: ReviewPage) -> None:
        numbers = ", ".join(str(number + 1) for number in page.missing)
        self.title.setText(self.tr("A page of this sheet is missing"))
        self.why.setText(self.tr("Page {numbers} did not come yet. The sheet waits for it, and joins the page when it is read.").format(
            numbers=numbers))  # fmt: skip
        self._lines.addWidget(Caption(self.tr("Is it lost, the rest can count without it."), Tone.TEXT2))
        self._offer("1", self.tr("Let it count without this page"), AS_IT_IS)
        self._offer("2", self.tr("Go on waiting"), None)

    def _offer(self, key: str, text: str, answer: object) -> None:
        button = OptionRow(Option(key, None, text), is_low=False)
        button.setCheckable(False)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._take(key))
        self._answers[key] = answer
        self.rows.append(button)
        self._choices.addWidget(button)

    def _take(self, key: str) -> None:
        answer = self._answers[key]
        if answer is None:
            self.later_requested.emit()
        else:
            self.decided.emit(answer)
