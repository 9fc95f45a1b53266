"""Points that are about to lapse: whose, and what can be done for exactly those people."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.context import AppContext
from app.domain.figures import PointsLapsing
from app.domain.follow_ups import FollowUpKind, FollowUpSource, NextFollowUp
from app.domain.numbers import format_number
from app.domain.periods import Period
from app.domain.point_lapse import LapseList, LapseRow
from app.domain.print_runs import Greeting
from app.jobs.job import JobControl
from app.views.follow_ups.panel import open_follow_ups
from app.views.follow_ups.words import kind_text
from app.views.labels_customers import polite_name
from app.views.labels_figures import people_count
from app.views.points.tier_words import plain_day
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.labels import Caption, NumberText, Text, WrapLabel
from app.views.widgets.layouts import boxed, clear, column, hairline, row, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWN = 4


class LapseCard(Card):
    def __init__(self, context: AppContext) -> None:
        super().__init__("", action=" ", gap=6, padding=10)
        self.set_title(self.tr("Points about to lapse"))
        self._context = context
        self._list = LapseList()
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> LapseList:
            from app.queries.point_lapse import lapsing

            return lapsing(session, today, limit=SHOWN)

        self._context.tasks.query(op, self._on_list, owner=self, replaces="lapsing")

    def _build(self) -> None:
        self._place = column(gap=0)
        self.nobody = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.cards = NormalButton("", "mail", small=True)
        self.plan = NormalButton(self.tr("Plan follow-ups"), "calendar-check", small=True)
        self.left_out = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self._buttons = boxed(row(self.cards, self.plan, gap=8))
        self.add(self._place)
        self.add(self.nobody)
        self.add(self.left_out)
        self.body.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.cards.clicked.connect(self._on_cards)
        self.plan.clicked.connect(self._on_plan)
        if self.action is not None:
            self.action.clicked.connect(self._on_names)

    def _on_list(self, found: LapseList) -> None:
        self._list = found
        today = self._context.clock.today()
        has_people = bool(found.rows)
        clear(self._place)
        people = people_count(found.people)
        self.set_note("" if found.until is None else self.tr("up to {day}").format(day=plain_day(found.until, today)))
        self.cards.setText(self.tr("Make cards for {people}").format(people=people))
        if self.action is not None:
            self.action.setText(self.tr("See {people}").format(people=people))
            set_shown(self.action, has_people)
        set_shown(self._buttons, has_people)
        set_shown(self.nobody, not has_people)
        self.nobody.setText(self._nobody_text(found))
        set_shown(self.left_out, found.left_out > 0)
        self.left_out.setText(self._left_out_text(found))
        if has_people:
            self._show_rows(found, today)

    def _show_rows(self, found: LapseList, today: date) -> None:
        px = theme_of(self).px
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        for place, width in enumerate((3, 2, 2, 3)):
            grid.setColumnStretch(place, width)
        self._place.addWidget(table)
        grid.addWidget(Caption(self.tr("Name"), Tone.TEXT2), 0, 0)
        for place, words in enumerate((self.tr("Lapse"), self.tr("Balance"), self.tr("Next follow-up")), start=1):
            grid.addWidget(NumberText(words, TextStyle.CAPTION, Tone.TEXT2), 0, place)
        for line in found.rows:
            at = grid.rowCount()
            grid.addWidget(hairline(), at, 0, 1, 4)
            self._show_row(grid, at + 1, line, today)

    def _show_row(self, grid: QGridLayout, at: int, line: LapseRow, today: date) -> None:
        name = polite_name(line.name, is_company=line.is_company)
        button = LinkButton(name, small=True)
        button.setAccessibleName(self.tr("{name}, see the customer").format(name=name))
        button.clicked.connect(partial(self._open_customer, line.customer_id))
        planned = line.next_follow_up
        points = NumberText(format_number(line.points), TextStyle.BODY_BOLD, Tone.ACCENT)
        points.setToolTip(self.tr("The first of them count up to and including {day}").format(day=plain_day(line.last_day, today)))
        grid.addWidget(button, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(points, at, 1)
        grid.addWidget(NumberText(format_number(line.balance)), at, 2)
        text = Text(self._planned_text(planned, today), TextStyle.BODY, Tone.TEXT if planned is not None else Tone.TEXT2)
        grid.addWidget(text, at, 3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _planned_text(self, planned: NextFollowUp | None, today: date) -> str:
        if planned is None:
            return self.tr("nothing planned")
        day = plain_day(planned.due, today)
        if planned.kind is FollowUpKind.OTHER:
            return self.tr("planned for {day}").format(day=day)
        return self.tr("{kind} {day}").format(kind=kind_text(planned.kind), day=day)

    def _nobody_text(self, found: LapseList) -> str:
        if found.until is None:
            return self.tr("No points have a last valid day.")
        return self.tr("Nobody who can be reached loses points by then.") if found.left_out else self.tr("Nobody's points lapse by then.")

    def _left_out_text(self, found: LapseList) -> str:
        """Who is owed points too, and is not among those something is made for."""
        if not found.quiet:
            return self.tr("Left out: %n customer(s) archived or gone", "", found.gone)
        if not found.gone:
            return self.tr("Left out: %n customer(s) not to be contacted", "", found.quiet)
        gone, quiet = people_count(found.gone), people_count(found.quiet)
        return self.tr("Left out: {gone} archived or gone, {quiet} not to be contacted").format(gone=gone, quiet=quiet)

    def _title(self) -> str:
        until = self._list.until
        if until is None:
            return self.tr("Points about to lapse")
        return self.tr("Points that lapse after {day} at the latest").format(day=plain_day(until, self._context.clock.today()))

    def _open_customer(self, customer_id: int, _checked: bool = False) -> None:
        self._context.navigate.show_page("customers", customer_id=customer_id, tab="points")

    def _on_names(self) -> None:
        if self._list.until is not None:
            period = Period(self._context.clock.today(), self._list.until + timedelta(days=1))
            self._context.navigate.show_page("people", spec=PointsLapsing(period, within_reach=True), title=self._title())

    def _on_cards(self) -> None:
        ids = list(self._list.customer_ids)
        self._context.navigate.show_page("printing", customer_ids=ids, title=self._title(), greeting=Greeting.LAPSE)

    def _on_plan(self) -> None:
        open_follow_ups(
            self._context,
            self.window(),
            self._list.customer_ids,
            source=FollowUpSource.POINTS,
            kind=FollowUpKind.CALL,
            note=self._title(),
        )
