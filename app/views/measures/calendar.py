"""予定表: the campaigns of a year under its months, what falls together, and the greetings the season proposes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.errors import in_a_row
from app.domain.formats import CountUnit, format_count
from app.domain.measure_audience import recipe_audience
from app.domain.measure_calendar import GREETING_WORDS, Bar, BarState, MeasureCalendar
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.measures.calendar_sheet import CalendarSheet, SheetWords
from app.views.measures.list_words import kind_word
from app.views.measures.recipes import new_plan
from app.views.moments import day_text, language, short_day
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.labels import Caption, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, column, row, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class CalendarView(QWidget):
    """`measure_requested(id)`: open this one; `plan_requested(MeasurePlan)`: begin the campaign that is proposed."""

    measure_requested = Signal(int)
    plan_requested = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._build()
        self.sheet.opened.connect(self._on_opened)
        self.sheet.stood_on.connect(self._on_stood_on)

    def refresh(self) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> MeasureCalendar:
            from app.queries.measure_calendar import measure_calendar

            return measure_calendar(session, today)

        self._context.tasks.query(op, self._on_calendar, owner=self, replaces="calendar")

    def _build(self) -> None:
        self.card = Card(self.tr("Calendar of campaigns"))
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.sheet = CalendarSheet(self.tr("Calendar of campaigns"))
        legend = self.tr("Filled: running · grey: over · dashed: planned or proposed. A press opens it; a proposal becomes a plan.")
        self.legend = WrapLabel(legend, TextStyle.CAPTION, Tone.TEXT3)
        self.undated = Caption("", Tone.TEXT2)
        self.sheet_scroll = ScrollColumn(gap=0)
        self.sheet_scroll.body.addWidget(self.sheet)
        self.sheet_scroll.body.addStretch(1)
        self.card.add(self.finding)
        self.card.add(self.sheet_scroll, 1)
        self.card.add(row(self.undated, STRETCH))
        self.card.add(self.legend)
        self.setLayout(column(self.card, gap=0))
        self.setFocusProxy(self.sheet)

    def _on_calendar(self, calendar: MeasureCalendar) -> None:
        self.sheet.set_calendar(calendar, self._words(calendar))
        finding = self._finding(calendar)
        self.finding.setText(finding)
        set_shown(self.undated, bool(calendar.undated))
        self.undated.setText(self.tr("%n plan(s) without a day to come stand under “Which one first”.", "", calendar.undated))

    def _finding(self, calendar: MeasureCalendar) -> str:
        if calendar.is_empty:
            return self.tr("No campaign is planned or running. What the season proposes is dashed; a press makes a plan of it.")
        crowded = [
            month.start for month, most in zip(calendar.months, calendar.at_once, strict=True) if most > 1 and month.end > calendar.today
        ]
        if not crowded:
            return self.tr("From now on no two campaigns run at the same time.")
        months = self.tr(", ").join(day_text(month, DateStyle.MONTH) for month in crowded)
        return self.tr("At the same time in {months}: whoever is in one of them is left out of the other.").format(months=months)

    def _words(self, calendar: MeasureCalendar) -> SheetWords:
        return SheetWords(
            months=[self._month(month.start.month, month.start.year if month.start.month == 1 else None) for month in calendar.months],
            at_once=self.tr("At the same time"),
            heads=[self._head(line.first) for line in calendar.rows],
            inside=[[self._inside(bar) for bar in line.bars] for line in calendar.rows],
            spoken=[[self._spoken(bar, calendar) for bar in line.bars] for line in calendar.rows],
        )

    def _month(self, number: int, year: int | None) -> str:
        if language() == "ja":
            return f"{number}月" if year is None else f"{year}/1"
        names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names[number - 1] if year is None else f"{names[0]} {year % 100:02d}"

    def _head(self, bar: Bar) -> str:
        if bar.greeting is None:
            return bar.name
        return self.tr("Proposed: {what}").format(what=kind_word(bar.kind))

    def _inside(self, bar: Bar) -> str:
        if bar.greeting is not None:
            return short_day(bar.start, self._context.clock.today())
        if bar.people:
            return format_count(bar.people, CountUnit.CUSTOMERS, language())
        return kind_word(bar.kind)

    def _spoken(self, bar: Bar, calendar: MeasureCalendar) -> str:
        today = calendar.today
        days = {"start": day_text(bar.start, today=today), "end": day_text(bar.end, today=today)}
        if bar.greeting is not None:
            sentence = self.tr("Proposed: {what}, to be sent on {start}. Enter makes a plan of it.")
            return sentence.format(what=label_of(bar.greeting, GREETING_WORDS, "Measures"), start=days["start"])
        sentences = {
            BarState.OVER: self.tr("{name}: sent on {start}, over since {end}."),
            BarState.RUNNING: self.tr("{name}: sent on {start}, visits count until {end}."),
            BarState.PLANNED: self.tr("{name}: planned for {start}, visits would count until {end}."),
        }
        others = [row.first for row in calendar.rows if row.first.measure_id not in (None, bar.measure_id) and row.first.overlaps(bar)]
        words = sentences[bar.state].format(name=bar.name, **days)
        if not others:
            return words
        names = self.tr(", ").join(other.name for other in others)
        return in_a_row(words, self.tr("At the same time as {names}.").format(names=names))

    def _on_stood_on(self, area: QRectF) -> None:
        middle = area.center().toPoint()
        self.sheet_scroll.ensureVisible(middle.x(), middle.y(), 0, round(area.height()))

    def _on_opened(self, bar: Bar) -> None:
        if bar.measure_id is not None:
            self.measure_requested.emit(bar.measure_id)
        elif bar.greeting is not None:
            name = self.tr("{what}, {day}").format(
                what=label_of(bar.greeting, GREETING_WORDS, "Measures"), day=short_day(bar.start, self._context.clock.today())
            )
            plan = replace(new_plan(bar.kind), name=name, sent_on=bar.start, audience=recipe_audience(bar.kind))
            self.plan_requested.emit(plan)
