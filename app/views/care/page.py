"""フォロー予定: the appointments with oneself, day by day, and the rules that make them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from app.context import AppContext
from app.domain.care import RuleKind
from app.domain.care_page import CareDay, CarePage
from app.domain.entities import Entity
from app.domain.follow_ups import FollowUpKind
from app.jobs.job import JobControl
from app.views.care.acts import CareActs
from app.views.care.day_card import DayCard
from app.views.care.days import MONTH, WEEK, Days
from app.views.care.paper import TodayPaper
from app.views.care.rules_card import RulesCard
from app.views.care.without_card import WithoutCard
from app.views.follow_ups.acts import FollowUpActs
from app.views.pages.page import Page
from app.views.printing.printers import Printers
from app.views.theme import theme_of
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.segmented import Segmented
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.care_view import RuleRow, WithoutNextDate

DAY, RULES = "day", "rules"
SLOW = RuleKind.HEALTH_FALLING
RIGHT_WIDTH, MONTH_LIST_WIDTH = 408, 430
FOLDS_BELOW, LOW_BELOW = 1100, 500
FACT_FROM = 1080
FOLLOWED = frozenset({Entity.FOLLOW_UP, Entity.RULE, Entity.CUSTOMER, Entity.PURCHASE, Entity.SHOP, Entity.STAFF, Entity.INQUIRY})


@dataclass(frozen=True, slots=True)
class _Rules:
    rows: tuple[RuleRow, ...]
    guides: dict[str, tuple[str, ...]]


class FollowUpsPage(Page):
    name = "follow_ups"
    shows = FOLLOWED | {Entity.ANSWER, Entity.CONTRACT, Entity.PROPOSAL, Entity.PRINT_RUN, Entity.POINTS, Entity.CONTACT}

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__(context)
        self._page: CarePage | None = None
        self._without: WithoutNextDate | None = None
        self._rules: tuple[RuleRow, ...] = ()
        self._is_begun = False
        self._acts = CareActs(context, self)
        self._follow_ups = FollowUpActs(context, self)
        self._paper = TodayPaper(context, self, printers)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """The days first; what is counted over all customers comes after them, a part at a time, so that whoever presses something in the
        meantime is answered."""
        self.days.begin(self.context.clock.today())
        self._ask_days()
        self._ask_rules()

    def open_with(self, **arguments: Any) -> None:
        day, view = arguments.get("day"), arguments.get("view")
        self.days.begin(self.context.clock.today())
        if view in (WEEK, MONTH):
            self.view.set_current(view)
            self.days.set_view(view)
        if isinstance(day, date):
            self.days.go(day)
        self.tabs.set_current(RULES if view == RULES else DAY)
        self._fit()
        self.mark_stale()

    def trigger_primary(self) -> None:
        self.add.click()

    def begin_again(self) -> bool:
        today = self.context.clock.today()
        if self.days.chosen() == today:
            return False
        self.days.go(today)
        self._ask_days()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Follow-ups"))
        self.view = Segmented([(WEEK, self.tr("Week")), (MONTH, self.tr("Month"))], WEEK, self.tr("How many days are shown"))
        self.team = LinkButton(self.tr("Staff"), "users")
        self.calendar = NormalButton(self.tr("Into a calendar"), "calendar-check")
        self.add = PrimaryButton(self.tr("Plan a follow-up"), "plus")
        self.add.set_shortcut_hint("Ctrl+D", live=False)
        for tool in (self.view, self.team, self.calendar):
            self.header.add(tool)
        self.header.set_primary(self.add)
        self.days = Days()
        self.day = DayCard()
        self.rules = RulesCard()
        self.without = WithoutCard()
        right = column(gap=12)
        right.addWidget(self.rules, 1)
        right.addWidget(self.without)
        self.right = boxed(right)
        self.tabs = Tabs([(DAY, self.tr("The day")), (RULES, self.tr("Rules"))], self.tr("What is shown"))
        self._body = row(gap=12)
        self._body.addWidget(self.days.month_card, 1)
        self._body.addWidget(self.day, 1)
        self._body.addWidget(self.right)
        work = column(self.days.week_line, self.tabs, gap=10)
        work.addLayout(self._body, 1)
        self.empty = EmptyState(
            "calendar-check",
            self.tr("A follow-up is an appointment with yourself"),
            self.tr("A call, a card or a word at the next visit, on a day you choose: nobody is forgotten, and every customer feels it."),
            self.tr("Choose from the suggestions"),
            self.tr("Plan a follow-up"),
        )
        self.empty.set_steps(
            [
                self.tr("Choose what comes by itself: a thank-you after the first visit, birthdays, those not seen for long"),
                self.tr("Each morning the day's list says whom to look after, and why"),
                self.tr("Tick off what is done; what was said stays with the customer"),
            ]
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(boxed(work))
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.header, self.stack, gap=14, margins=(24, 16, 24, 16)))
        self.right.hide()
        self._fit()

    def _connect(self) -> None:
        navigate = self.context.navigate
        self.view.changed.connect(self._on_view)
        self.team.clicked.connect(lambda: navigate.show_page("team"))
        self.calendar.clicked.connect(self._on_calendar)
        self.add.clicked.connect(lambda: self._follow_ups.add())
        self.days.changed.connect(self._ask_days)
        self.days.dropped.connect(self._acts.move)
        self.tabs.changed.connect(lambda _tab: self._fit())
        self.day.customer_opened.connect(lambda number: navigate.show_page("customers", customer_id=number))
        self.day.act_requested.connect(self._follow_ups.perform)
        self.day.bulk_requested.connect(self._follow_ups.perform_all)
        self.day.reopen_requested.connect(self._follow_ups.reopen)
        self.day.add_requested.connect(lambda: self._follow_ups.add())
        self.day.print_requested.connect(lambda: self._paper.print_day(self.day.staff_chosen()))
        self.day.guide_requested.connect(self._on_guide)
        self.day.cards_requested.connect(self._acts.cards)
        self.day.choose_requested.connect(self._on_choose)
        self.rules.switched.connect(self._acts.switch)
        self.rules.kept.connect(self._acts.keep)
        self.rules.preview_requested.connect(self._acts.preview)
        self.rules.details_requested.connect(self._on_details)
        self.rules.limits_requested.connect(self._on_limits)
        self.rules.unfolded.connect(self._ask_slow)
        self._acts.previewed.connect(self.rules.show_preview)
        self.without.plan_requested.connect(self._on_plan_all)
        self.without.names_requested.connect(self._on_names)
        self.empty.action_clicked.connect(self._on_suggestions)
        self.empty.link_clicked.connect(lambda: self._follow_ups.add())
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        """Rules stand beside the day, or behind a tab; a month leaves room for one list."""
        px = theme_of(self).px
        is_month, is_folded = self.days.view() == MONTH, self.width() < px(FOLDS_BELOW)
        shows_rules = self.tabs.current() == RULES and is_folded
        set_shown(self.tabs, is_folded)
        set_shown(self.days.week_line, not is_month and not shows_rules)
        set_shown(self.days.month_card, is_month and not shows_rules)
        set_shown(self.day, not shows_rules)
        set_shown(self.right, shows_rules or not (is_folded or is_month))
        for part, width, is_fixed in (
            (self.day, MONTH_LIST_WIDTH if not is_folded else MONTH_LIST_WIDTH - 30, is_month),
            (self.right, RIGHT_WIDTH, not is_folded),
        ):
            if is_fixed:
                part.setFixedWidth(px(width))
            else:
                part.setMinimumWidth(0)
                part.setMaximumWidth(self.maximumWidth())
        self.day.set_narrow(is_month)
        self.day.set_low(self.height() < px(LOW_BELOW))
        set_shown(self.header.fact_label, self.width() >= px(FACT_FROM))

    def _ask_days(self) -> None:
        today, day = self.context.clock.today(), self.days.chosen()
        start, end = self.days.span()
        self._fit()

        def op(session: Session, _control: JobControl) -> CarePage:
            from app.queries.care_page import care_page

            return care_page(session, start, end, day, today)

        self.context.tasks.query(op, self._on_days, owner=self, replaces="days")

    def _ask_rules(self) -> None:
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> _Rules:
            from app.queries.care import guides, rules

            return _Rules(rules(session), dict(guides(session)))

        def counts(session: Session, _control: JobControl) -> tuple[RuleRow, ...]:
            from app.queries.care import rule_rows

            return rule_rows(session, today, but=(SLOW,))

        def without(session: Session, _control: JobControl) -> WithoutNextDate:
            from app.queries.next_dates import without_next_date

            return without_next_date(session, today)

        self.context.tasks.query(op, self._on_rules, owner=self, replaces="rules")
        self.context.tasks.query(counts, self._on_counts, owner=self, replaces="counts")
        self.context.tasks.query(without, self._on_without, owner=self, replaces="without")

    def _ask_slow(self) -> None:
        """What takes the longest to count, only while it is seen."""
        today = self.context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[RuleRow, ...]:
            from app.queries.care import rule_rows

            return rule_rows(session, today)

        if any(line.rule.fields.kind is SLOW for line in self.rules.lines.values()):
            self.context.tasks.query(op, self._on_every_count, owner=self, replaces="slow counts")

    def _on_days(self, page: CarePage) -> None:
        self._page = page
        today = self.context.clock.today()
        self.days.set_page(page, today)
        self.day.set_day(page.day, today, page.cap)
        self.rules.set_limits(page.cap, page.rest_days)
        set_shown(self.team, page.has_staff)
        self._is_begun = self._is_begun or page.is_begun or page.planned > 0
        self.stack.setCurrentIndex(0 if self._is_begun else 1)
        planned = self.tr("%n this week", "", page.planned) if self.days.view() == WEEK else self.tr("%n in these weeks", "", page.planned)
        self.header.set_fact(self.tr("{planned} · {done} done").format(planned=planned, done=page.done) if page.planned else "")
        self._fit()

    def _on_rules(self, found: _Rules) -> None:
        self._show_rules(found.rows)
        self.day.set_guides(found.guides)

    def _on_counts(self, rows: tuple[RuleRow, ...]) -> None:
        self._show_rules(rows)
        self._ask_slow()

    def _on_every_count(self, rows: tuple[RuleRow, ...]) -> None:
        self._show_rules(rows)

    def _on_without(self, found: WithoutNextDate) -> None:
        self._without = found
        self.without.set_count(len(found))

    def _show_rules(self, rows: tuple[RuleRow, ...]) -> None:
        """What is still being counted anew stands as it was, as long as the rule says the same."""
        known = {rule.id: rule for rule in self._rules}
        before = {number: rule.preview for number, rule in known.items()}
        self._rules = tuple(
            replace(row, preview=before[row.id]) if row.preview is None and row.id in known and known[row.id].fields == row.fields else row
            for row in rows
        )
        self.rules.set_rules(self._rules, self.context.clock.today())

    def _on_view(self, view: object) -> None:
        self.days.set_view(str(view))
        self.tabs.set_current(DAY)
        self._ask_days()

    def _on_calendar(self) -> None:
        from app.views.care.calendar_panel import open_calendar

        open_calendar(self.context, self.window())

    def _on_guide(self, kind: object) -> None:
        from app.views.care.guides_panel import open_guides

        open_guides(self.context, self.window(), kind if isinstance(kind, FollowUpKind) else FollowUpKind.CALL)

    def _on_details(self, rule_id: int) -> None:
        from app.views.care.rule_panel import open_rule

        open_rule(self.context, self.window(), rule_id)

    def _on_limits(self) -> None:
        from app.views.care.limits_panel import open_limits

        if self._page is not None:
            open_limits(self.context, self.window(), self._page.cap, self._page.rest_days)

    def _on_choose(self, day: CareDay) -> None:
        self._acts.names(day.more, self.tr("Due today beyond the day's list"))

    def _on_plan_all(self) -> None:
        if self._without is not None:
            self._acts.plan_all(self._without)

    def _on_names(self) -> None:
        if self._without is not None:
            self._acts.names(self._without.customer_ids, self.tr("Customers without a next date"))

    def _on_suggestions(self) -> None:
        """To the rules, all of them: what can come by itself."""
        self._is_begun = True
        self.stack.setCurrentIndex(0)
        self.tabs.set_current(RULES)
        self.rules.show_all(True)
        self._fit()
        first = next(iter(self.rules.lines.values()), None)
        if first is not None:
            first.switch.setFocus(Qt.FocusReason.OtherFocusReason)
