"""明細: every entry of a customer's points with what it came from, the balance on any day, and corrections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.entities import Entity
from app.domain.numbers import format_number
from app.domain.point_statement import EntryFilter, StatementLine, StatementView
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.moments import day_text, moment_text
from app.views.points.balance_part import BalancePart
from app.views.points.correction_part import CorrectionPart
from app.views.points.entry_words import filter_text, kind_text, lots_sentence, signed, source_text
from app.views.points.sentences import points_text
from app.views.purchases.customer_search import CustomerSearch
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Inset
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.table_view import Column, SimpleTable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_statement(context: AppContext, window: QWidget, customer_id: int | None, *, corrects: bool = False) -> StatementPanel:
    """The statement of a customer, or of one to be found in the panel; `corrects` begins with the form for a correction."""
    panel = StatementPanel(context, window, customer_id, corrects=corrects)
    panel.open_panel(panel.search.search if customer_id is None else panel.table)
    return panel


class StatementPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int | None, *, corrects: bool = False) -> None:
        super().__init__(window, "")
        self.set_title(self.tr("Statement of points"))
        self._context = context
        self._customer_id = customer_id
        self._corrects = corrects
        self._view: StatementView | None = None
        self._shown: tuple[StatementLine, ...] = ()
        self._build()
        self._connect()
        self._show_place()
        self.refresh()

    def refresh(self) -> None:
        customer_id, today = self._customer_id, self._context.clock.today()
        if customer_id is None:
            return

        def op(session: Session, _control: JobControl) -> StatementView:
            from app.queries.point_statement import statement_view

            return statement_view(session, customer_id, today)

        self._context.tasks.query(op, self._on_view, owner=self, replaces="statement")

    def write(self, path: Path) -> None:
        """Save the entries that are shown as a list a spreadsheet opens; a toast says when it is done."""
        view = self._view
        if view is None:
            return
        header = [self.tr("Day"), self.tr("What"), self.tr("From"), self.tr("Last valid day"), self.tr("Points"), self.tr("Balance")]
        rows = [self._written(line, view) for line in self._shown]
        title, who, now = self.tr("Points of {name}").format(name=view.name), self._context.settings.user_name, self._context.clock.now()

        def log(session: Session, _control: JobControl) -> None:
            from app.services.exports import log_list_export

            log_list_export(session, title, len(rows), header, who=who, now=now)

        def on_logged(_nothing: None) -> None:
            def op(_control: JobControl) -> str:
                from app.exchange.export import ExportStyle, write_table

                write_table(path, header, rows, style=ExportStyle.EXCEL)
                return path.name

            self._context.tasks.run(op, self._on_saved, owner=self)

        self._context.tasks.command(log, on_logged, owner=self)

    def _build(self) -> None:
        self.save = NormalButton(self.tr("Save as CSV"), "download")
        self.header_row.addWidget(self.save)
        self.search = CustomerSearch(self._context, offers_newcomer=False)
        self.search.nobody.hide()
        self.who = ElidedLabel("", TextStyle.DIALOG_TITLE)
        self.has = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self.other = LinkButton(self.tr("Another customer"), small=True)
        self.correct = NormalButton(self.tr("Correct the points"), "pencil", small=True)
        head = row(gap=10)
        head.addWidget(boxed(column(self.who, self.has, gap=2)), 1)
        head.addWidget(self.other)
        head.addWidget(self.correct)
        self.correction = CorrectionPart(self._context)
        self.correction.hide()
        self.balance = BalancePart(self._context)
        self.chips = FilterChips((), EntryFilter.ALL, self.tr("Which entries"))
        self.table = SimpleTable(
            [
                Column("day", self.tr("Day")),
                Column("what", self.tr("What")),
                Column("from", self.tr("From"), stretch=True),
                Column("points", self.tr("Points"), numeric=True),
                Column("balance", self.tr("Balance"), numeric=True),
            ],
            self.tr("Entries"),
        )
        self.words = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.more = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self._chosen = Inset()
        self._chosen.add(self.words)
        self._chosen.add(self.more)
        self.nothing = EmptyState("gift", self.tr("No points yet"), self.tr("What is earned, used and lapses stands here, newest first."))
        self._place = QWidget()
        layout = column(head, self.correction, self.balance, self.chips, gap=12)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._chosen)
        layout.addWidget(self.nothing, 1)
        self._place.setLayout(layout)
        self.body.addWidget(self.search)
        self.body.addWidget(self._place, 1)
        self.body.addStretch(0)

    def _connect(self) -> None:
        self.search.chosen.connect(self._on_customer)
        self.other.clicked.connect(self._on_other)
        self.correct.clicked.connect(self._on_correct)
        self.correction.corrected.connect(self._on_correction_ended)
        self.correction.left.connect(self._on_correction_ended)
        self.chips.changed.connect(self._on_filter)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.save.clicked.connect(self._on_save)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)
        self._context.tasks.data_changed.connect(self._on_data_changed)

    def _show_place(self) -> None:
        has_customer = self._customer_id is not None
        set_shown(self.search, not has_customer)
        set_shown(self._place, has_customer and self._view is not None)
        set_shown(self.save, has_customer)

    def _on_view(self, view: StatementView) -> None:
        is_other = self._view is None or self._view.customer_id != view.customer_id
        self._view = view
        self._show_place()
        name = polite_name(view.name, is_company=view.is_company)
        self.who.setText(name)
        self.has.setText(self._has_words(view))
        options = [(chosen, filter_text(chosen), view.count(chosen)) for chosen in EntryFilter if view.count(chosen)]
        self.chips.set_options(options, EntryFilter.ALL if is_other else None)
        set_shown(self.chips, len(options) > 2)
        self.balance.show_customer(view.customer_id)
        self._show_entries()
        if self._corrects:
            self._corrects = False
            self._on_correct()

    def _has_words(self, view: StatementView) -> str:
        words = self.tr("{points} now").format(points=points_text(view.standing.balance))
        lapse = view.standing.next_lapse
        if lapse is None or lapse.expires is None:
            return words
        day, points = day_text(lapse.expires, today=self._context.clock.today()), points_text(lapse.left)
        return self.tr("{balance} · {points} of them count up to and including {day}").format(balance=words, points=points, day=day)

    def _show_entries(self) -> None:
        view = self._view
        if view is None:
            return
        chosen = self.chips.current()
        kept = self.table.current_key()
        self._shown = view.filtered(chosen if isinstance(chosen, EntryFilter) else EntryFilter.ALL)
        self.table.set_rows([(line.entry.id, self._cells(line, view)) for line in self._shown])
        keys = [line.entry.id for line in self._shown]
        has_entries = bool(keys)
        for part in (self.table, self._chosen):
            set_shown(part, has_entries)
        set_shown(self.nothing, not view.lines)
        self.save.setEnabled(has_entries)
        if has_entries:
            self.table.selectRow(keys.index(kept) if isinstance(kept, int) and kept in keys else 0)

    def _cells(self, line: StatementLine, view: StatementView) -> list[str]:
        entry = line.entry
        return [
            day_text(entry.day, DateStyle.TABLE),
            kind_text(entry),
            source_text(entry, view),
            signed(line.points),
            format_number(entry.balance),
        ]

    def _written(self, line: StatementLine, view: StatementView) -> list[str]:
        entry = line.entry
        last = view.last_days.get(entry.lot) if line.points > 0 and len(line.parts) == 1 else None
        day = last.isoformat() if last is not None else ""
        return [entry.day.isoformat(), kind_text(entry), source_text(entry, view), day, str(line.points), str(entry.balance)]

    def _show_chosen(self) -> None:
        key, view = self.table.current_key(), self._view
        line = next((one for one in self._shown if one.entry.id == key), None)
        if line is None or view is None:
            return
        entry = line.entry
        source = source_text(entry, view)
        what = self.tr("{kind}: {points}").format(kind=kind_text(entry), points=signed(line.points))
        self.words.setText(self.tr("{what} · {source}").format(what=what, source=source) if source else what)
        written = self.tr("Recorded {moment}.").format(moment=moment_text(entry.at, self._context.clock))
        self.more.setText(" ".join(part for part in (lots_sentence(line, view), written) if part))

    def _may_close(self) -> bool:
        if self.correction.isHidden() or not self.correction.has_words():
            return True
        return self._context.messages.confirm(
            self.tr("Leave without correcting?"),
            self.tr("What you typed is not saved yet."),
            safe=self.tr("Go on writing"),
            danger=self.tr("Leave without saving"),
        )

    def _on_customer(self, customer_id: int, _code: str = "") -> None:
        self._customer_id = customer_id
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other(self) -> None:
        if not self._may_close():
            return
        self._customer_id, self._view = None, None
        set_shown(self.correction, False)
        self._show_place()
        self.search.begin()

    def _on_correct(self) -> None:
        if self._view is not None:
            set_shown(self.correction, True)
            self.correct.setEnabled(False)
            self.correction.begin(self._view.customer_id, polite_name(self._view.name, is_company=self._view.is_company))

    def _on_correction_ended(self) -> None:
        set_shown(self.correction, False)
        self.correct.setEnabled(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _on_filter(self, _chosen: object) -> None:
        self._show_entries()

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if changed & {Entity.POINTS, Entity.PURCHASE, Entity.CUSTOMER}:
            self.refresh()

    def _on_save(self) -> None:
        view = self._view
        if view is None:
            return
        folder = Path(self._context.settings.remembered("export_folder", str(Path.home())))
        name = self.tr("Points of {name}").format(name=view.name)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save as CSV"), str(folder / f"{name}.csv"), self.tr("CSV for Excel (*.csv);;Excel (*.xlsx)")
        )
        if chosen:
            self._context.settings.remember("export_folder", str(Path(chosen).parent))
            self.write(Path(chosen))

    def _on_saved(self, name: str) -> None:
        self._context.messages.toast(self.tr("The statement is saved in {file}").format(file=name))
