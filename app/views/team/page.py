"""担当: what each member of the staff has to do and did, by week and month, with the names behind every number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.periods import Period
from app.domain.team import TeamFigure, TeamPeople, TeamSpan, TeamView, beside, period_with
from app.jobs.job import JobControl
from app.views.pages.page import Page
from app.views.printing.loose_sheets import LooseSheets
from app.views.printing.printers import Printers
from app.views.team.number_table import NumberTable
from app.views.team.words import OF_ALL, list_title, name_or_nobody, said, span_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.segmented import Segmented

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SPAN = "team_span"
EVERYBODY = -1
"""Key of the row of sums; 0 is what nobody is named for."""


class TeamPage(Page):
    name = "team"
    shows = frozenset({Entity.STAFF, Entity.CUSTOMER, Entity.FOLLOW_UP, Entity.CONTACT, Entity.PURCHASE, Entity.PRINT_RUN})

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__(context)
        self._paper = LooseSheets(context, self, printers)
        kept = context.settings.remembered(SPAN, TeamSpan.WEEK.value)
        self._span = TeamSpan(kept) if kept in set(TeamSpan) else TeamSpan.WEEK
        self._period = period_with(context.clock.today(), self._span)
        self._view: TeamView | None = None
        self._build()
        self._connect()

    def refresh(self) -> None:
        period, span, today = self._period, self._span, self.context.clock.today()

        def op(session: Session, _control: JobControl) -> TeamView:
            from app.queries.team import team_view

            return team_view(session, period, span, today)

        self.context.tasks.query(op, self._on_view, owner=self, replaces="team")

    def trigger_primary(self) -> None:
        if self.hand_over.isVisible():
            self.hand_over.click()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Staff"))
        self.back = self.header.add_back(self.tr("Back"))
        self.span = Segmented([(TeamSpan.WEEK, self.tr("Week")), (TeamSpan.MONTH, self.tr("Month"))], self._span, self.tr("Week or month"))
        self.earlier = IconButton("chevron-left", self.tr("The one before"), framed=True)
        self.later = IconButton("chevron-right", self.tr("The one after"), framed=True)
        self.period = Text("", TextStyle.BODY_BOLD)
        self.hand_over = PrimaryButton(self.tr("Hand work over"), "arrow-left-right")
        self.header.add(self.span)
        self.header.add(boxed(row(self.earlier, self.period, self.later, gap=6)))
        self.header.set_primary(self.hand_over)
        self.numbers = NumberTable(self.tr("Staff"), self.tr("What each member has to do and did"), has_strong_end=True)
        self.note = WrapLabel(
            self.tr("Every number opens the names behind it. Follow-ups without a name count for whoever looks after the customer."),
            TextStyle.CAPTION,
            Tone.TEXT2,
        )
        self.quiet = WrapLabel(self.tr("Nothing was due and nothing was noted in this time."), TextStyle.BODY, Tone.TEXT2)
        self._now = Card(self.tr("Follow-ups and touches"))
        self._now.add_list(boxed(column(self.numbers, gap=0)), 0)
        self._now.add(self.quiet)
        self._now.add(self.note)
        self.who = ComboField()
        self.who.setAccessibleName(self.tr("Whose course"))
        self.course = NumberTable("", self.tr("How it went"), has_strong_end=True)
        self._course = Card(self.tr("How it went"))
        self._course.title_row.addWidget(self.who)
        self._course.add_list(boxed(column(self.course, gap=0)), 0)
        self.nobody = EmptyState(
            "users",
            self.tr("There is no staff yet"),
            self.tr("With staff in the list, follow-ups and customers can be put in somebody's charge, and handed over for a holiday."),
            self.tr("Add staff in Settings"),
        )
        self._body = ScrollColumn(gap=12)
        self._body.body.addWidget(self._now)
        self._body.body.addWidget(self._course)
        self._body.body.addStretch(1)
        for part in (self._body, self.nobody):
            part.hide()
        self.setLayout(column(self.header, self._body, self.nobody, gap=14, margins=(24, 16, 24, 16)))
        self._show_period()

    def _connect(self) -> None:
        self.back.clicked.connect(self.context.navigate.go_back)
        self.span.changed.connect(self._on_span)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.numbers.number_opened.connect(self._on_number)
        self.numbers.row_opened.connect(self._on_member)
        self.course.number_opened.connect(self._on_past_number)
        self.course.row_opened.connect(self._on_past)
        self.who.changed.connect(self._on_who)
        self.hand_over.clicked.connect(self._on_hand_over)
        self.nobody.action_clicked.connect(self._on_settings)

    def _on_view(self, view: TeamView) -> None:
        self._view = view
        has_staff = bool(view.members)
        set_shown(self.nobody, not has_staff)
        set_shown(self._body, has_staff)
        set_shown(self.hand_over, view.members > 1)
        for part in (self.span, self.earlier, self.period, self.later):
            set_shown(part, has_staff)
        self.header.set_fact(self.tr("%n at work", "", view.members) if has_staff else "")
        rows = [(one.staff_id, name_or_nobody(one.name), one.counts) for one in view.rows]
        self.numbers.set_numbers([*rows, (EVERYBODY, said(OF_ALL), view.totals)] if rows else [])
        set_shown(self.numbers, bool(rows))
        set_shown(self.note, bool(rows))
        set_shown(self.quiet, not rows)
        self.who.set_options([(EVERYBODY, said(OF_ALL)), *((key, name) for key, name, _counts in rows)])
        self._show_course()

    def _show_course(self) -> None:
        if self._view is None:
            return
        who = self.who.current()
        key = None if who == EVERYBODY else who
        rows = []
        for period, by_member in self._view.course:
            counts = {} if not (key is None or isinstance(key, int)) else by_member.get(key, {})
            rows.append((period, span_text(period, self._span), counts))
        self.course.set_numbers(rows)

    def _show_period(self) -> None:
        self.period.setText(span_text(self._period, self._span))
        self.later.setEnabled(self._period.end <= self.context.clock.today())

    def _go_to(self, period: Period) -> None:
        self._period = period
        self._show_period()
        self.refresh()

    def _open_names(self, period: Period, figure: TeamFigure, key: object) -> None:
        if self._view is None or not isinstance(key, int):
            return
        names = {one.staff_id: name_or_nobody(one.name) for one in self._view.rows}
        spec = TeamPeople(period, figure, None if key == EVERYBODY else key, self._late_from(period))
        self.context.navigate.show_page("people", spec=spec, title=list_title(figure, names.get(key, said(OF_ALL))))

    def _late_from(self, period: Period) -> date:
        return min(period.end, self.context.clock.today())

    def _on_span(self, span: object) -> None:
        if isinstance(span, TeamSpan):
            self._span = span
            self.context.settings.remember(SPAN, span.value)
            self._go_to(period_with(min(self._period.end, self.context.clock.today()), span))

    def _on_earlier(self) -> None:
        self._go_to(beside(self._period, self._span, -1))

    def _on_later(self) -> None:
        self._go_to(beside(self._period, self._span, 1))

    def _on_number(self, key: object, figure: TeamFigure) -> None:
        self._open_names(self._period, figure, key)

    def _on_member(self, key: object) -> None:
        """Whose course is shown below."""
        if isinstance(key, int):
            self.who.set_current(key)
            self._show_course()

    def _on_past_number(self, period: object, figure: TeamFigure) -> None:
        if isinstance(period, Period):
            self._open_names(period, figure, self.who.current())

    def _on_past(self, period: object) -> None:
        if isinstance(period, Period):
            self._go_to(period)

    def _on_who(self, _key: object) -> None:
        self._show_course()

    def _on_hand_over(self) -> None:
        from app.views.team.hand_over_panel import open_hand_over_days

        open_hand_over_days(self.context, self.window(), self._paper)

    def _on_settings(self) -> None:
        self.context.navigate.show_page("settings", section="staff")
