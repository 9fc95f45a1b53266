"""The people of a run in one list, those to look at with the reason on top, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu

from app.context import AppContext
from app.domain.print_cost import PrintCost
from app.domain.print_kinds import ORDER_LABELS, PieceOrder, WorkKind
from app.domain.print_runs import PlanLine, PrintRunRow
from app.domain.run_follow import RunPeople
from app.views.labels import label_of
from app.views.labels_customers import polite_name
from app.views.printing.kinds import PieceWords
from app.views.printing.people_list import PeopleList, Section
from app.views.printing.printer_line import PrinterLine
from app.views.printing.printers import Printers
from app.views.printing.words import reason_tone, reasons, yen
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, LinkButton, escape_mnemonic
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel, plain_tooltip
from app.views.widgets.layouts import STRETCH, boxed, column, hairline, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent
from app.views.widgets.summary import AmountLines

SHORT_BELOW = 510
_CHECKS, _READY = "checks", "ready"


class RecipientsCard(Card):
    """Keys of the rows are the candidates'. `tick_requested` asks; the page decides. `order_chosen` carries a PieceOrder, `run_chosen` the
    number of the run whose pieces get these."""

    chosen = Signal(object)
    opened = Signal(object)
    tick_requested = Signal(object)
    others_requested = Signal()
    order_chosen = Signal(object)
    run_chosen = Signal(int)

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__(self.tr("Recipients"), action=self.tr("Change"))
        self.printer = PrinterLine(context, printers)
        self._words = PieceWords(self)
        self._offered = 0
        self._cost: PrintCost | None = None
        self._kind = WorkKind.CARD
        self._ticks: Mapping[int, bool] = {}
        self._is_short = False
        self._build()
        self._connect()
        self._fit()

    def show_lines(self, lines: Sequence[PlanLine], ticks: Mapping[int, bool]) -> None:
        """`ticks`: whether each is printed. The headings say how many of theirs are, so that they add up to all that is printed."""
        self._ticks = ticks
        checks = [line for line in lines if line.problems]
        ready = [line for line in lines if not line.problems]
        self.set_title(self.tr("%n recipient(s)", "", len(lines)))
        self.people.show_sections(
            (
                Section(_CHECKS, self._checks_title(len(checks), self._ticked(checks)), checks, Tone.ACCENT),
                Section(_READY, self._ready_title(len(ready), self._ticked(ready)), ready),
            )
        )

    def checks(self) -> list[RowContent]:
        """Those something stands against, with the reason."""
        return self.people.section(_CHECKS)

    def ready(self) -> list[RowContent]:
        """Those nothing stands against."""
        return self.people.section(_READY)

    def headings(self) -> list[str]:
        """What stands above each."""
        return [title for title in (self.people.heading(_CHECKS), self.people.heading(_READY)) if title]

    def show_order(self, order: PieceOrder, followed: RunPeople | None = None) -> None:
        """`followed`: the run whose order is kept, with what has changed since."""
        if len(self.order_menu.actions()) < len(PieceOrder):
            self._fill_orders()
        for choice, entry in zip(PieceOrder, self.order_menu.actions(), strict=True):
            entry.setChecked(choice is order)
        name = self.tr("Order of the pieces: {order}").format(order=label_of(order, ORDER_LABELS, "PrintKinds"))
        self.order.setAccessibleName(name)
        self.order.setToolTip(plain_tooltip(name))
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

    def select(self, key: int) -> None:
        """Mark the person whose card is on the desk."""
        self.people.mark(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.people = PeopleList(self.tr("Recipients"), self._row)
        self.order = IconButton("arrow-down-up", self.tr("Order of the pieces"))
        self.order_menu = QMenu(self.order)
        self.order.setMenu(self.order_menu)
        self._fill_orders()
        self.title_row.insertWidget(self.title_row.count() - 1, self.order)
        self.offered_run = LinkButton("", small=True)
        self.follow_words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self._offered_box = boxed(row(self.offered_run, STRETCH, gap=0, margins=(7, 0, 4, 0)))
        self._follow_box = boxed(column(self.follow_words, gap=0, margins=(14, 0, 14, 0)))
        lists = column(self._offered_box, self._follow_box, gap=4)
        lists.addWidget(self.people, 1)
        self.add_list(boxed(lists))
        self._amounts = AmountLines()
        self._cost_box = boxed(column(self._amounts, gap=0))
        for box in (self._offered_box, self._follow_box):
            set_shown(box, False)
        self.set_footer(column(self._cost_box, hairline(), self.printer, gap=8))

    def _fill_orders(self) -> None:
        """The menu alone keeps its entries: what is held of them beside it can outlive them."""
        self.order_menu.clear()
        for order in PieceOrder:
            entry = self.order_menu.addAction(escape_mnemonic(label_of(order, ORDER_LABELS, "PrintKinds")))
            entry.setCheckable(True)
            entry.triggered.connect(partial(self._on_order, order))

    def _connect(self) -> None:
        self.people.current_changed.connect(self.chosen)
        self.people.activated_key.connect(self.opened)
        self.people.check_clicked.connect(self.tick_requested)
        self.people.action_triggered.connect(self._on_action)
        self.offered_run.clicked.connect(self._on_offered)
        if self.action is not None:
            self.action.setAccessibleName(self.tr("Choose others"))
            self.action.clicked.connect(self.others_requested)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        """Where room is short, of the cost the total is enough."""
        is_short = self.height() < theme_of(self).px(SHORT_BELOW)
        if is_short is not self._is_short:
            self._is_short = is_short
            self._show_amounts()

    def _checks_title(self, count: int, printed: int) -> str:
        if printed:
            return self.tr("Please check: {count} ({printed} to print)").format(count=count, printed=printed)
        return self.tr("Please check: {count}").format(count=count)

    def _ready_title(self, count: int, printed: int) -> str:
        if printed < count:
            return self.tr("Ready to print: {printed} ({left} left out)").format(printed=printed, left=count - printed)
        return self.tr("Ready to print: {printed}").format(printed=printed)

    def _ticked(self, lines: Sequence[PlanLine]) -> int:
        return sum(self._ticks[line.candidate.key] for line in lines)

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

    def _on_order(self, order: PieceOrder, _checked: bool = False) -> None:
        self.order_chosen.emit(order)

    def _on_offered(self) -> None:
        self.run_chosen.emit(self._offered)

    def _row(self, line: PlanLine) -> RowContent:
        person = line.candidate
        # The list may still look at a row of the people before.
        name, is_printed = polite_name(person.name, is_company=person.is_company), self._ticks.get(person.key, False)
        detail = reasons(line.problems) if line.problems else person.place
        state = self.tr("will be printed") if is_printed else self.tr("will not be printed")
        return RowContent(
            person.key,
            name,
            detail=detail,
            checked=is_printed,
            square=True,
            detail_tone=reason_tone(line.problems) if line.problems else Tone.TEXT3,
            actions=(RowAction("open", self.tr("Correct")),) if line.problems else (RowAction("open", self.tr("Open"), shown=False),),
            accessible=f"{name} {detail} {state}",
        )

    def _on_action(self, _action: str, key: object) -> None:
        self.opened.emit(key)
