"""お買上げ: contracts, what is needed next, and the receipts of a customer with the lines of the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.customer_rows import CustomerView
from app.domain.dates import DateStyle
from app.domain.figures import PurchaseRow
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_number
from app.domain.shop import TaxEntry
from app.domain.visits import ReceiptView
from app.jobs.job import JobControl
from app.views.contracts.contracts_part import ContractsPart
from app.views.moments import day_text, language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, QuietButton
from app.views.widgets.card import Inset
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.table_view import Column, SimpleTable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PurchasesTab(QWidget):
    """`action_triggered` carries edit, refund or delete and the purchase's id."""

    action_triggered = Signal(str, int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._rows: dict[int, PurchaseRow] = {}
        self._currency = currency_of("JPY")
        self._build()
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.key_activated.connect(self._on_activated)

    def show_customer(self, view: CustomerView) -> None:
        self.contracts.show_customer(view)
        kept = self.table.current_key()
        self._currency = currency_of(view.currency)
        self._rows = {row.id: row for row in view.purchases}
        self.table.set_rows([(row.id, self._cells(row)) for row in view.purchases])
        keys = list(self._rows)
        place = keys.index(kept) if isinstance(kept, int) and kept in self._rows else 0
        if keys:
            self.table.selectRow(place)
        set_shown(self.table, bool(keys))
        set_shown(self._chosen, bool(keys))
        set_shown(self.nothing, not keys)
        self._show_chosen()

    def purchase(self, purchase_id: int) -> PurchaseRow | None:
        return self._rows.get(purchase_id)

    def _build(self) -> None:
        self.table = SimpleTable(
            [
                Column("day", self.tr("Day")),
                Column("products", self.tr("What"), stretch=True),
                Column("staff", self.tr("In charge")),
                Column("payment", self.tr("Paid by")),
                Column("amount", self.tr("Amount"), numeric=True),
            ],
            self.tr("Purchases"),
        )
        self.lines = SimpleTable(
            [
                Column("product", self.tr("Product"), stretch=True),
                Column("quantity", self.tr("Quantity"), numeric=True),
                Column("price", self.tr("Price"), numeric=True),
                Column("discount", self.tr("Discount"), numeric=True),
                Column("amount", self.tr("Amount"), numeric=True),
            ],
            self.tr("Lines of the receipt"),
            row_height=28,
            grows=True,
        )
        self.title = ElidedLabel("", TextStyle.ROW_TITLE)
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.edit = NormalButton(self.tr("Change"), "pencil", small=True)
        self.refund = NormalButton(self.tr("Give money back"), "undo-2", small=True)
        self.delete = QuietButton(self.tr("Delete"), small=True)
        for button, act in ((self.edit, "edit"), (self.refund, "refund"), (self.delete, "delete")):
            button.clicked.connect(lambda _checked=False, name=act: self._act(name))
        head = row(gap=8)
        head.addWidget(self.title, 1)
        for button in (self.edit, self.refund, self.delete):
            head.addWidget(button)
        self._chosen = Inset()
        self._chosen.add(head)
        self._chosen.add(self.note)
        self._chosen.add(self.lines)
        self.nothing = EmptyState(
            "shopping-bag", self.tr("No purchases yet"), self.tr("Record a visit, and what was bought stands here with its lines.")
        )
        self.nothing.hide()
        self.contracts = ContractsPart(self._context)
        layout = column(gap=8, margins=(12, 10, 12, 12))
        layout.addWidget(self.contracts)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._chosen)
        layout.addWidget(self.nothing, 1)
        self.setLayout(column(boxed(layout), gap=0))

    def _cells(self, row: PurchaseRow) -> list[str]:
        what = "・".join(row.products)
        if row.is_refund:
            what = self.tr("Refund: {products}").format(products=what) if what else self.tr("Refund")
        return [day_text(row.day, DateStyle.TABLE), what, row.staff, row.payment, self._money(row.amount)]

    def _money(self, amount: int) -> str:
        return format_money(amount, self._currency, language())

    def _show_chosen(self) -> None:
        row = self._chosen_row()
        if row is None:
            self.lines.set_rows([])
            return
        self._show_words(row, ReceiptView(()))
        self.edit.setEnabled(not row.is_refund)
        self.refund.setEnabled(row.left > 0)
        purchase_id = row.id

        def op(session: Session, _control: JobControl) -> ReceiptView:
            from app.queries.purchases import receipt_of

            return receipt_of(session, purchase_id)

        self._context.tasks.query(op, lambda receipt: self._on_receipt(row, receipt), owner=self, replaces="lines")

    def _show_words(self, row: PurchaseRow, receipt: ReceiptView) -> None:
        """What the receipt says above its lines: amounts without tax, and points that paid, are named as such."""
        is_net = receipt.tax_entry is TaxEntry.EXCLUDED
        title = self.tr("{day} · {amount} without tax") if is_net else self.tr("{day} · {amount}")
        self.title.setText(title.format(day=day_text(row.day), amount=self._money(row.amount)))
        number = self.tr("receipt {number}").format(number=row.receipt) if row.receipt else ""
        used = self.tr("points used {points}").format(points=format_number(receipt.points_used)) if receipt.points_used else ""
        paid = ""
        if receipt.payment is not None and receipt.payment != row.amount:
            paid = self.tr("paid {amount} with tax").format(amount=self._money(receipt.payment))
        given = "" if row.is_refund or row.left == row.amount else self.tr("{amount} is left").format(amount=self._money(row.left))
        self.note.setText(" · ".join(part for part in (number, used, paid, given, row.note) if part))
        set_shown(self.note, bool(self.note.text()))

    def _chosen_row(self) -> PurchaseRow | None:
        key = self.table.current_key()
        return self._rows.get(key) if isinstance(key, int) else None

    def _on_receipt(self, row: PurchaseRow, receipt: ReceiptView) -> None:
        self._show_words(row, receipt)
        cells = [
            (
                number,
                [
                    line.product,
                    format_number(line.quantity.normalize(), max(0, -int(line.quantity.normalize().as_tuple().exponent))),
                    self._money(line.unit_price),
                    self._money(line.discount) if line.discount else "",
                    self._money(line.amount),
                ],
            )
            for number, line in enumerate(receipt.lines)
        ]
        self.lines.set_rows(cells)

    def _act(self, name: str) -> None:
        row = self._chosen_row()
        if row is not None:
            # Afterwards a button may be off, and Tab's next stop would be "Delete": the keys go back to the list instead.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.action_triggered.emit(name, row.id)

    def _on_row_changed(self) -> None:
        self._show_chosen()

    def _on_activated(self, key: object) -> None:
        if isinstance(key, int) and key in self._rows and not self._rows[key].is_refund:
            self.action_triggered.emit("edit", key)
