"""The people of a run: those to look at with the reason on top, those printed below, what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from app.context import AppContext
from app.domain.print_cost import PrintCost
from app.domain.print_kinds import ORDER_LABELS, PieceOrder, WorkKind
from app.domain.print_runs import PlanLine, PrintRunRow
from app.domain.run_follow import RunPeople
from app.views.labels import label_of
from app.views.labels_customers import polite_name
from app.views.printing.kinds import PieceWords
from app.views.printing.printer_line import PrinterLine
from app.views.printing.printers import Printers
from app.views.printing.words import people, reason_tone, reasons, yen
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, Row, boxed, column, hairline, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.summary import AmountLines

ROW_HEIGHT = 44
SHOWN_CHECKS = 4
SHORT_BELOW = 470


class RecipientsCard(Card):
    """Keys of the rows are customer ids. `tick_requested` asks; the page decides. `order_chosen` carries a PieceOrder, `run_chosen` the
    number of the run whose pieces get these."""

    chosen = Signal(object)
    opened = Signal(object)
    tick_requested = Signal(object)
    others_requested = Signal()
    order_chosen = Signal(object)
    run_chosen = Signal(int)

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__(self.tr("Recipients"), action=self.tr("Choose others"))
        self.printer = PrinterLine(context, printers)
        self._words = PieceWords(self)
        self._offered = 0
        self._cost: PrintCost | None = None
        self._kind = WorkKind.CARD
        self._is_short = False
        self._build()
        self._connect()
        self._fit()

    def show_lines(self, lines: Sequence[PlanLine], ticks: Mapping[int, bool]) -> None:
        """`ticks`: whether each is printed."""
        checks = [line for line in lines if line.problems]
        fine = [line for line in lines if not line.problems]
        self.set_title(self.tr("%n recipient(s)", "", len(lines)))
        self.check_heading.setText(self.tr("Please check: {people}").format(people=people(len(checks))))
        printed = sum(ticks[line.candidate.customer_id] for line in fine)
        self.print_heading.setText(self.tr("To be printed: %n", "", printed))
        self.checks.set_rows([self._row(line, ticks) for line in checks])
        self.printed.set_rows([self._row(line, ticks) for line in fine])
        set_shown(self._check_box, bool(checks))
        set_shown(self._print_box, bool(fine))
        self._fit()

    def show_order(self, order: PieceOrder, followed: RunPeople | None = None) -> None:
        """`followed`: the run whose order is kept, with what has changed since."""
        self.order.set_current(order)
        set_shown(self.order, followed is None)
        moved = sum(piece.is_moved for piece in followed.pieces) if followed is not None else 0
        words = self.tr("Same order, names and codes as the run.") if followed is not None else ""
        if moved:
            words += " " + self.tr("%n address(es) changed since; the one on the piece is printed.", "", moved)
        self.follow_words.setText(words)
        set_shown(self._follow_box, bool(words))

    def show_offered_run(self, run: PrintRunRow | None) -> None:
        """A run whose pieces these may be meant for."""
        self._offered = run.id if run is not None else 0
        if run is not None:
            self.offered_run.setText(self._words.goes_with(run))
        set_shown(self._offered_box, run is not None)

    def show_cost(self, cost: PrintCost | None, kind: WorkKind = WorkKind.CARD) -> None:
        """None: the shop does not reckon in yen, so nothing is known of the postage."""
        self._cost, self._kind = cost, kind
        set_shown(self._cost_box, cost is not None)
        self._show_amounts()

    def amounts_text(self) -> str:
        """The cost as one line."""
        return " ".join(label.text() for label in self._amounts.findChildren(QLabel))

    def select(self, customer_id: int) -> None:
        """Mark the person whose card is on the desk."""
        for rows in (self.checks, self.printed):
            rows.blockSignals(True)
            if not rows.select_key(customer_id):
                rows.clearSelection()
                rows.setCurrentIndex(rows.rootIndex())
            rows.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.check_heading = Text("", TextStyle.CAPTION_BOLD, Tone.ACCENT)
        self.print_heading = Text("", TextStyle.CAPTION_BOLD, Tone.TEXT2)
        self.checks = RowList(self.tr("Please check"), row_height=ROW_HEIGHT)
        self.printed = RowList(self.tr("To be printed"), row_height=ROW_HEIGHT)
        self.order = ComboField([(order, label_of(order, ORDER_LABELS, "PrintKinds")) for order in PieceOrder])
        self.order.setAccessibleName(self.tr("Order of the pieces"))
        self.offered_run = LinkButton("", small=True)
        self.follow_words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self._offered_box = boxed(row(self.offered_run, STRETCH, gap=0, margins=(4, 0, 4, 0)))
        self._follow_box = boxed(column(self.follow_words, gap=0, margins=(14, 0, 14, 0)))
        self._check_box = boxed(column(_indented(self.check_heading), self.checks, gap=4))
        self._print_box = boxed(column(self._order_line(), self.printed, gap=4))
        lists = column(self._offered_box, self._follow_box, self._check_box, gap=8)
        lists.addWidget(self._print_box, 1)
        lists.addStretch(0)
        self.add_list(boxed(lists))
        self._amounts = AmountLines()
        self._cost_box = boxed(column(self._amounts, gap=0))
        for box in (self._offered_box, self._follow_box):
            set_shown(box, False)
        self.set_footer(column(self._cost_box, hairline(), self.printer, gap=8))

    def _connect(self) -> None:
        for rows in (self.checks, self.printed):
            rows.current_changed.connect(self.chosen)
            rows.activated_key.connect(self.opened)
            rows.check_clicked.connect(self.tick_requested)
            rows.action_triggered.connect(self._on_action)
        self.order.changed.connect(self.order_chosen)
        self.offered_run.clicked.connect(self._on_offered)
        if self.action is not None:
            self.action.clicked.connect(self.others_requested)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        """The upper list takes what it needs up to some rows; then it scrolls. Where room is short, of the cost the total is enough."""
        is_short = self.height() < theme_of(self).px(SHORT_BELOW)
        if is_short is not self._is_short:
            self._is_short = is_short
            self._show_amounts()
        shown = min(len(self.checks.rows()), SHOWN_CHECKS)
        height = self.checks.sizeHintForRow(0) if self.checks.rows() else theme_of(self).px(ROW_HEIGHT)
        self.checks.setMinimumHeight(min(shown, 2) * height)
        self.checks.setMaximumHeight(max(1, shown) * height + 2 * self.checks.frameWidth())

    def _show_amounts(self) -> None:
        self._amounts.clear()
        cost = self._cost
        if cost is None:
            return
        if not self._is_short:
            if cost.postage_each:
                self._amounts.add(self._words.postage(self._kind, cost.pieces, yen(cost.postage_each)), yen(cost.postage))
            self._amounts.add(self.tr("Paper and ink, about"), yen(cost.supplies))
            if cost.labour:
                self._amounts.add(self.tr("Time, about"), yen(cost.labour))
        self._amounts.add(self.tr("Total"), yen(cost.total), bold=True)

    def _order_line(self) -> Row:
        line = row(gap=6, margins=(14, 0, 8, 0))
        line.addWidget(self.print_heading, 1)
        line.addWidget(self.order)
        return line

    def _on_offered(self) -> None:
        self.run_chosen.emit(self._offered)

    def _row(self, line: PlanLine, ticks: Mapping[int, bool]) -> RowContent:
        person = line.candidate
        name = polite_name(person.name, is_company=person.is_company)
        detail = reasons(line.problems) if line.problems else person.place
        state = self.tr("will be printed") if ticks[person.customer_id] else self.tr("will not be printed")
        return RowContent(
            person.customer_id,
            name,
            detail=detail,
            checked=ticks[person.customer_id],
            square=True,
            detail_tone=reason_tone(line.problems) if line.problems else Tone.TEXT3,
            actions=(RowAction("open", self.tr("Correct")),) if line.problems else (RowAction("open", self.tr("Open"), shown=False),),
            accessible=f"{name} {detail} {state}",
        )

    def _on_action(self, _action: str, customer_id: object) -> None:
        self.opened.emit(customer_id)


def _indented(label: Text) -> Row:
    return row(label, gap=0, margins=(14, 0, 14, 0))
