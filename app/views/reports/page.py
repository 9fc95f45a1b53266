"""The month-end report: its pages as they are printed, the owner's comment, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.context import AppContext
from app.domain.dates import DateStyle, format_date, format_time
from app.domain.entities import Entity
from app.domain.figures import PeopleSpec
from app.domain.month_report import CarriedOut, ReportOptions, Suggestion
from app.domain.periods import add_months, month_start
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.pages.page import Page
from app.views.printing.printers import Printers
from app.views.reports.comment_card import CommentCard
from app.views.reports.delivery import ReportDelivery
from app.views.reports.desk import ReportDesk
from app.views.reports.pages_card import PagesCard
from app.views.reports.seen import PagesSeen, ReportSeen, pages_seen, report_seen
from app.views.reports.suggestions_card import SuggestionsCard, SuggestionWords
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, LinkButton, NormalButton, PrimaryButton
from app.views.widgets.chip import Chip
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import Text
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.side_columns import SideColumns
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LEFT_WIDTH, RIGHT_WIDTH, FOLDED_WIDTH = 138, 338, 320
SEEN = "report_seen"


class ReportsPage(Page):
    """`open_with(month=…)` shows the report of a month."""

    name = "report"
    shows = frozenset(
        {
            Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP, Entity.POINTS, Entity.MEASURE, Entity.SURVEY, Entity.ANSWER,
            Entity.FOLLOW_UP, Entity.TARGET, Entity.REPORT, Entity.INQUIRY, Entity.CONTRACT,
        }
    )  # fmt: skip

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__(context)
        self._month: date | None = None
        self._seen: ReportSeen | None = None
        self._delivery = ReportDelivery(context, self, printers)
        self._build()
        self._connect()

    def open_with(self, **arguments: Any) -> None:
        month = arguments.get("month")
        if isinstance(month, date):
            self._go_to(month)

    @property
    def seen(self) -> ReportSeen | None:
        """What is shown."""
        return self._seen

    def refresh(self) -> None:
        month, today, spoken = self._month, self.context.clock.today(), language()
        with_before = self.compare.isChecked()

        def op(session: Session, _control: JobControl) -> ReportSeen:
            return report_seen(session, month, today, spoken, with_before=with_before)

        self.context.tasks.query(op, self._on_seen, owner=self, replaces="report")

    def trigger_primary(self) -> None:
        if self.print_button.isEnabled():
            self.print_button.click()

    def may_leave(self, go: Callable[[], None]) -> bool:
        self.comment.save_now()
        return True

    def make_pdf(self, path: Path) -> None:
        """The pages as a file there."""
        if self._seen is not None and self._seen.document is not None:
            self._delivery.write(self._seen.document, path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        # Within the page these keys are its own: the window knows Ctrl+P as the page of printing.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, is_control = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_control:
            return {
                Qt.Key.Key_P: self.trigger_primary,
                Qt.Key.Key_Left: self.month_back.click,
                Qt.Key.Key_Right: self.month_forward.click,
            }.get(key)
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
            if key in pages:
                return lambda: self.desk.turn_to(self.desk.page + pages[key])
        return None

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Monthly report"))
        self.month_back = IconButton("chevron-left", self.tr("Month before"), size=34, framed=True)
        self.month_words = Text("", TextStyle.BODY_BOLD)
        self.month_forward = IconButton("chevron-right", self.tr("Next month"), size=34, framed=True)
        self.chip = Chip("", Tone.OK)
        chosen = boxed(row(self.month_back, self.month_words, self.month_forward, self.chip, gap=10, margins=(4, 0, 0, 0)))
        self.header.add_beside_title(chosen)
        self.compare = LinkButton("")
        self.compare.setCheckable(True)
        self.pdf_button = NormalButton(self.tr("Make a PDF"), "download")
        self.print_button = PrimaryButton("", "printer")
        self.print_button.set_shortcut_hint("Ctrl+P", live=False)
        self._head_place = row(gap=0)
        self.header.add(boxed(self._head_place))
        self.header.add(self.pdf_button)
        self.header.set_primary(self.print_button)
        self.pages, self.desk = PagesCard(), ReportDesk()
        self.comment, self.suggestions = CommentCard(), SuggestionsCard()
        right = column(self.comment, gap=12)
        right.addWidget(self.suggestions, 1)
        self.tabs = Tabs([("words", self.tr("Comment and to-dos")), ("pages", self.tr("Pages"))], self.tr("Comment, or pages"))
        self.columns = SideColumns(("pages", self.pages), self.desk, ("words", boxed(right)), self.tabs)
        self.empty = EmptyState(
            "file-chart-column",
            self.tr("The first report comes with the first visits"),
            self.tr(
                "It is made by itself at the end of each month: what happened, in sentences and four charts, and what to do next. "
                "The return rate comes when there are visits of three months."
            ),
            self.tr("Bring in my lists"),
            self.tr("Record a visit"),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.columns)
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.header, self.stack, gap=12, margins=(24, 16, 24, 16)))
        self._fit()

    def _connect(self) -> None:
        navigate = self.context.navigate
        self.month_back.clicked.connect(lambda: self._step(-1))
        self.month_forward.clicked.connect(lambda: self._step(1))
        self.compare.toggled.connect(self.refresh)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.print_button.clicked.connect(self._on_print)
        self.desk.names_requested.connect(self._open_names)
        self.desk.drawing_requested.connect(self._draw)
        self.desk.turned.connect(self.pages.set_page)
        self.pages.page_chosen.connect(self.desk.turn_to)
        self.pages.options_changed.connect(self._on_options)
        self.comment.changed.connect(self._on_comment)
        self.suggestions.do_requested.connect(self._on_do)
        self.suggestions.undo_requested.connect(self._on_undo)
        self.suggestions.open_requested.connect(lambda one: navigate.show_page("measures", measure_id=one.measure_id))
        self.suggestions.names_requested.connect(self._on_names_of)
        self.suggestions.other_requested.connect(self._on_other)
        self.empty.action_clicked.connect(lambda: navigate.show_page("import"))
        self.empty.link_clicked.connect(lambda: navigate.record_visit())
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px, is_folded = theme_of(self).px, self.columns.is_narrow()
        width = px(FOLDED_WIDTH) if is_folded else px(LEFT_WIDTH)
        if self.columns.fold(is_folded=is_folded, left=width, right=px(FOLDED_WIDTH if is_folded else RIGHT_WIDTH)):
            # With large letters the head has no room for all of them.
            if is_folded:
                self.desk.add_tool(self.compare)
            else:
                self._head_place.addWidget(self.compare)
        self._fit_head()

    def _fit_head(self) -> None:
        """How the report came about gives way to what can be done with it; that a month is not over stands on the paper too."""
        has_report = self._seen is not None and self._seen.document is not None
        parts: list[QWidget] = [self.header.title_label, self.month_back, self.month_words, self.month_forward, self.chip]
        parts += [self.pdf_button, self.print_button, *(() if self.columns.is_narrow() else (self.compare,))]
        # Asked of each, for a layout within another knows of a change only later.
        needed = sum(one.sizeHint().width() + theme_of(self).px(10) for one in parts)
        set_shown(self.chip, has_report and needed <= self.width() - 2 * theme_of(self).px(24))

    def _on_seen(self, seen: ReportSeen) -> None:
        self._seen = seen
        document = seen.document
        self.stack.setCurrentIndex(0 if document is not None else 1)
        for part in (self.compare, self.pdf_button, self.print_button, self.month_back, self.month_words, self.month_forward):
            set_shown(part, document is not None)
        if document is None:
            return
        facts = document.facts
        self._month = seen.month
        self.month_words.setText(format_date(seen.month, language(), DateStyle.MONTH))
        self.month_back.setEnabled(seen.month > seen.first)
        self.month_forward.setEnabled(seen.month < seen.last)
        before = add_months(seen.month, -1)
        name = self._month_name(before)
        self.compare.setText(self.tr("Without {month}").format(month=name) if seen.other else self.tr("Beside {month}").format(month=name))
        set_shown(self.compare, seen.month > seen.first)
        self.print_button.setText(self.tr("Print %n page(s)", "", document.pages))
        self._show_chip(seen)
        self._fit_head()
        self.pages.set_options(facts.options)
        self.comment.set_comment(facts.comment)
        self._show_suggestions(seen)
        self.desk.set_document(document, is_compared=seen.other is not None)
        self._note_seen(seen)
        self._draw()

    def _show_chip(self, seen: ReportSeen) -> None:
        document = seen.document
        if document is None:
            return
        if not document.facts.is_complete:
            self.chip.set(self.tr("Not over yet"), Tone.WARN)
        elif seen.made_at is not None and seen.made_at.astimezone(self.context.clock.zone()).date() < add_months(seen.month, 2):
            self.chip.set(self.tr("Made by itself"), Tone.OK)
        else:
            self.chip.set(self.tr("Made just now"), Tone.NEUTRAL)

    def _note_seen(self, seen: ReportSeen) -> None:
        """Said once, when the report of a new month is first looked at."""
        if seen.document is None or seen.made_at is None or not seen.document.facts.is_complete:
            return
        known = self.context.settings.remembered(SEEN, "")
        if seen.month.isoformat() > known:
            self.context.settings.remember(SEEN, seen.month.isoformat())
            text = self.tr("The report of {month} is ready.")
            self.context.messages.toast(text.format(month=self._month_name(seen.month)))

    def _show_suggestions(self, seen: ReportSeen) -> None:
        document = seen.document
        if document is None:
            return
        facts = document.facts
        words = [SuggestionWords(one, title, reason) for one, (title, reason) in zip(facts.suggestions, document.suggestions, strict=True)]
        is_newest = seen.month == add_months(month_start(self.context.clock.today()), -1)
        self.suggestions.set_suggestions(words, spare=facts.spare, is_complete=facts.is_complete, is_newest=is_newest)

    def _draw(self) -> None:
        seen = self._seen
        if seen is None or seen.document is None:
            return
        document, width = seen.document.document, self.desk.wanted_width()
        other = seen.other.document if seen.other is not None else None

        def op(_control: JobControl) -> PagesSeen:
            return pages_seen(document, other, width)

        self.context.tasks.run(op, self._on_drawn, owner=self, replaces="report pages")

    def _on_drawn(self, drawn: PagesSeen) -> None:
        if self._seen is None or self._seen.document is None or drawn.document != self._seen.document.document:
            return
        self.desk.show_pages(drawn)
        self.pages.set_pages(self.desk.page_images, self.desk.page, self._seen.document.body)

    def _step(self, months: int) -> None:
        if self._month is not None:
            self._go_to(add_months(self._month, months))

    def _go_to(self, month: date) -> None:
        self.comment.begin()
        self._month = month_start(month)
        self.mark_stale()

    def _on_pdf(self) -> None:
        if self._seen is not None and self._seen.document is not None:
            self._delivery.ask_file(self._seen.document, self._title())

    def _on_print(self) -> None:
        if self._seen is not None and self._seen.document is not None:
            self.comment.save_now()
            self._delivery.print_report(self._seen.document, self._title())

    def _on_options(self, options: ReportOptions) -> None:
        month, now = self._month, self.context.clock.now()
        if month is None:
            return

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.month_reports import save_options

            return save_options(session, month, options, now=now)

        self.context.tasks.command(op, lambda _done: None, owner=self)

    def _on_comment(self, text: str) -> None:
        month, now, zone = self._month, self.context.clock.now(), self.context.clock.zone()
        if month is None:
            return

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.month_reports import save_comment

            return save_comment(session, month, text, now=now)

        def saved(_done: int | None) -> None:
            self.comment.show_saved(format_time(now.astimezone(zone).time()))

        self.context.tasks.command(op, saved, owner=self)

    def _on_do(self, one: Suggestion) -> None:
        month, now, today = self._month, self.context.clock.now(), self.context.clock.today()
        name = self._title_of(one)
        if month is None:
            return

        def op(session: Session, _control: JobControl) -> CarriedOut:
            from app.services.month_reports import carry_out

            return carry_out(session, month, one, name, now=now, today=today)

        self.context.tasks.command(op, self._on_done, owner=self)

    def _on_done(self, done: CarriedOut) -> None:
        if done.measure_id is not None:
            text = self.tr("The campaign is begun: look at it, then start it.")
        else:
            text = self.tr("%n follow-up(s) are planned.", "", done.count)
        self.context.messages.toast(text, undo_action_id=done.action_id, is_bulk=done.count > 1)

    def _on_undo(self, one: Suggestion) -> None:
        if one.done is not None:
            self.context.navigate.undo(one.done)

    def _on_other(self, one: Suggestion) -> None:
        month, now = self._month, self.context.clock.now()
        if month is None:
            return

        def op(session: Session, _control: JobControl) -> int:
            from app.services.month_reports import swap_suggestion

            return swap_suggestion(session, month, one.kind, now=now)

        self.context.tasks.command(op, lambda _done: None, owner=self)

    def _on_names_of(self, one: Suggestion) -> None:
        self.context.navigate.show_page("people", customer_ids=one.customer_ids, title=self._title_of(one))

    def _open_names(self, spec: PeopleSpec, title: str) -> None:
        self.context.navigate.show_page("people", spec=spec, title=title)

    def _title_of(self, one: Suggestion) -> str:
        document = self._seen.document if self._seen is not None else None
        if document is None:
            return ""
        kinds = [known.kind for known in document.facts.suggestions]
        return document.suggestions[kinds.index(one.kind)][0] if one.kind in kinds else ""

    def _title(self) -> str:
        return self.tr("Report of {month}").format(month=self._month_name(self._month or self.context.clock.today()))

    def _month_name(self, month: date) -> str:
        return format_date(month, language(), DateStyle.MONTH)
