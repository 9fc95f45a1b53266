"""The left side of the review: the question in the picture, what there is to check, what else stands on the sheet."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.survey_course import ReviewCourse
from app.domain.survey_queue import ReviewPage, other_answers
from app.domain.surveys import Question
from app.views.moments import day_text
from app.views.surveys.review_locate import CornerPicture
from app.views.surveys.review_pictures import Crop, CropPicture, FrameKind, FrameLegend, QueueStrip
from app.views.surveys.review_words import answer_words, whose
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import QuietButton
from app.views.widgets.card import Card
from app.views.widgets.labels import Caption, ElidedLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.table_view import Column, SimpleTableModel, TableView

_Index = QModelIndex | QPersistentModelIndex
_SURE, _UNSURE, _WRITTEN = "sure", "unsure", "written"
_PICTURE_SHARE, _OTHERS_SHARE = 5, 4
_OTHERS_FROM, _NOTES_FROM = 480, 520


class AnswersModel(SimpleTableModel):
    """The last column says how sure an answer is, in words and in a colour."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self._columns_count = len(columns)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if index.isValid() and role == Qt.ItemDataRole.ForegroundRole and index.column() == self._columns_count - 1:
            key: Hashable = self.key_at(index.row())
            tokens = theme_of().tokens
            colours = {_SURE: tokens.ok, _WRITTEN: tokens.text2}
            return QColor(colours.get(key[0], tokens.warn) if isinstance(key, tuple) else tokens.text)
        return super().data(index, role)


class ReviewLeft(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._has_others = False
        self._build_picture()
        self.strip = QueueStrip()
        self.checks = Card(self.tr("To be checked"))
        self.strip_note = Caption()
        self.checks.title_row.addWidget(self.strip_note)
        self.checks.add(self.strip)
        columns = [Column("question", self.tr("Question")), Column("answer", self.tr("Answer")), Column("sure", "")]
        self.model = AnswersModel(columns)
        self.table = TableView(self.tr("Other answers of this sheet"), row_height=30, sortable=False)
        self.table.setModel(self.model)
        self.others = Card(self.tr("Other answers of this sheet"))
        self.others.set_note(self.tr("as read"))
        self.others.add(self.table, 1)
        layout = column(gap=12)
        layout.addWidget(self.picture_card, _PICTURE_SHARE)
        layout.addWidget(self.checks)
        layout.addWidget(self.others, _OTHERS_SHARE)
        self.setLayout(layout)

    def show_course(self, course: ReviewCourse) -> None:
        self.strip.set_items(course.items, course.done, course.at)
        words = self.tr("{done} of {count} are done").format(done=len(course.done), count=len(course.items))
        self.strip_note.setText(words)

    def show_question(self, page: ReviewPage, crop: Crop, question: Question) -> None:
        self._begin(page, is_lost=False)
        self.picture.set_crop(crop)
        set_shown(self._legend, True)
        set_shown(self.larger, True)
        self._show_others(page, question.id)

    def show_sheet(self, page: ReviewPage, image: QImage) -> None:
        """The whole of it, where the whole is decided."""
        self._begin(page, is_lost=False)
        self.picture.set_crop(Crop(image))
        set_shown(self._legend, False)
        set_shown(self.larger, False)
        self._has_others = False
        self._fit()

    def show_lost(self, page: ReviewPage, image: QImage) -> None:
        self._begin(page, is_lost=True)
        self.corners.set_picture(image, page.reading.corners)
        set_shown(self._legend, False)
        set_shown(self.larger, False)
        self._has_others = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The question comes first: what has no room beside it is left out."""
        px = theme_of(self).px
        set_shown(self.others, self._has_others and self.height() >= px(_OTHERS_FROM))
        is_wide = self.width() >= px(_NOTES_FROM)
        set_shown(self.read_on, is_wide)
        set_shown(self.kept, is_wide)

    def _build_picture(self) -> None:
        self.picture = CropPicture()
        self.corners = CornerPicture()
        self.larger = QuietButton(self.tr("Larger"), "zoom-in", small=True)
        self.whole = QuietButton(self.tr("Whole sheet"), "eye", small=True)
        self.kept = Caption(self.tr("This picture stays with the answers"))
        guess, doubt = Caption(self.tr("taken for a mark")), Caption(self.tr("in doubt"))
        self._legend = boxed(row(FrameLegend(FrameKind.GUESS), guess, 8, FrameLegend(FrameKind.DOUBT), doubt, STRETCH, self.kept, gap=6))
        self.title = ElidedLabel("", TextStyle.CARD_TITLE, Tone.TEXT)
        self.read_on = Caption("", Tone.TEXT2)
        head = row(gap=8)
        head.addWidget(self.title)
        head.addWidget(self.read_on)
        head.addStretch(1)
        head.addWidget(self.larger)
        head.addWidget(self.whole)
        self.picture_card = Card()
        self.picture_card.add(head)
        self.picture_card.add(self.picture, 1)
        self.picture_card.add(self.corners, 1)
        self.picture_card.add(self._legend)

    def _begin(self, page: ReviewPage, *, is_lost: bool) -> None:
        self.title.setText(page.row.file_name if is_lost else whose(page.row, is_staff=page.is_staff))
        self.read_on.setText(self.tr("read on {day}").format(day=day_text(page.row.day)))
        set_shown(self.picture, not is_lost)
        set_shown(self.corners, is_lost)
        set_shown(self.whole, not is_lost)

    def _show_others(self, page: ReviewPage, besides: str) -> None:
        rows: list[tuple[Hashable, Sequence[str]]] = []
        for answer in other_answers(page, besides):
            question = None if page.content is None else page.content.question(answer.question)
            if question is not None:
                words, sure = answer_words(question, answer)
                kind = _UNSURE if not answer.is_sure else _WRITTEN if answer.has_writing and not question.choices else _SURE
                rows.append(((kind, answer.question), (f"{answer.number} {answer.text}", words, sure)))
        self.model.set_rows(rows)
        self.table.fit_columns(1)
        self._has_others = bool(rows)
        self._fit()
