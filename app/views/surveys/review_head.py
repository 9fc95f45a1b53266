"""The top of the review: which survey, how far one is, what became of the pages."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.survey_course import ReviewCourse
from app.domain.survey_queue import ReviewQueue
from app.views.surveys.review_options import HeadLine
from app.views.surveys.review_words import go_words, minutes_left
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.gauges import ProgressLine
from app.views.widgets.labels import Caption, Text
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader


class ReviewHead(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.header = PageHeader(self.tr("Check what was read"), is_title_long=True)
        self.back = self.header.add_back(self.tr("Back"))
        self.place = Text("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.left = Caption("", Tone.TEXT2)
        self.line = ProgressLine()
        self.line.setAccessibleName(self.tr("How far you are"))
        self._progress = boxed(column(row(self.place, STRETCH, self.left, gap=16), self.line, gap=4))
        self.later = NormalButton(self.tr("Go on later"))
        self.header.add(self._progress)
        self.header.add(self.later)
        self.said = HeadLine("info", "")
        self.setLayout(column(self.header, self.said, gap=8))
        for part in (self._progress, self.later, self.said):
            part.hide()

    def show_course(self, queue: ReviewQueue, course: ReviewCourse, today: date) -> None:
        self.header.set_fact(queue.title)
        is_open = course.current is not None
        set_shown(self._progress, is_open)
        set_shown(self.later, is_open)
        set_shown(self.said, is_open and queue.total > 0)
        count, done = len(course.items), len(course.done)
        self.place.setText(self.tr("{number} of {count}").format(number=min(course.at + 1, count), count=count))
        self.left.setText(minutes_left(course.left))
        self.line.set_value(done, count)
        self.said.label.setText(go_words(queue.pages))
