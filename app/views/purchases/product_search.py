"""A further line: found in the list of products or among what the shop has sold, typed freely, or taken from what sells often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.money import JPY, Amount, Currency, format_money, parse_amount
from app.domain.products import ProductRow
from app.domain.purchases import LineFields
from app.domain.text import fold
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.purchases.enter_search import EnterSearch
from app.views.purchases.flow_box import FlowBox
from app.views.theme import Tone
from app.views.widgets.choice_button import PillButton
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import clear, column, set_shown
from app.views.widgets.row_list import RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_HITS = 6
_OFTEN = 6


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    products: tuple[ProductRow, ...]


class ProductSearch(QWidget):
    """`line_chosen` carries a LineFields; a price of 0 is still to be typed. With `reads_amounts` a number that is no product's is an
    amount, and `amount_typed` carries it in minor units."""

    line_chosen = Signal(object)
    amount_typed = Signal(int)

    def __init__(self, context: AppContext, *, reads_amounts: bool = False) -> None:
        super().__init__()
        self._context = context
        self._reads_amounts = reads_amounts
        self._sold: tuple[LineFields, ...] = ()
        self._listed: tuple[ProductRow, ...] = ()
        self._has_list = False
        self._answered_for = ""
        self._takes_first = False
        self._currency = JPY
        self._build()
        self.search.textChanged.connect(self._on_typed)
        self.search.search_changed.connect(self._on_search)
        self.search.entered.connect(self._on_entered)
        self.search.down_pressed.connect(self._on_down)
        self.hits.activated_key.connect(self._on_hit)

    def set_products(self, sold: Sequence[LineFields], currency: Currency, *, has_list: bool) -> None:
        """What was sold, most often first; with `has_list` the shop's list of products is asked as well."""
        self._sold = tuple(sold)
        self._currency = currency
        self._has_list = has_list

    def show_often(self, besides: set[str]) -> None:
        """Offer what is sold often, except what stands in the lines already."""
        clear(self._flow)
        offered = [line for line in self._sold if line.product not in besides][:_OFTEN]
        pills = [self._pill(line) for line in offered]
        if pills:
            often = Caption(self.tr("Often"), Tone.TEXT2)
            often.setMinimumHeight(pills[0].sizeHint().height())
            self._flow.addWidget(often)
        for pill in pills:
            self._flow.addWidget(pill)
        set_shown(self._often, bool(offered))
        self._often.updateGeometry()

    def typed(self) -> str:
        return self.search.text().strip()

    def _build(self) -> None:
        self.search = EnterSearch(self.tr("Add a menu item or product (reading, number, barcode)"))
        self.hits = RowList(self.tr("Products found"), row_height=40, grows=True)
        self.hits.set_open_on_click(True)
        self.hits.hide()
        self._often = FlowBox()
        self._flow = self._often.flow
        self.setLayout(column(self.search, self.hits, self._often, gap=8))

    def _pill(self, line: LineFields) -> PillButton:
        price = format_money(line.unit_price, self._currency, language())
        pill = PillButton(self.tr("{product} {price}").format(product=line.product, price=price))
        pill.setCheckable(False)
        pill.setAutoExclusive(False)
        pill.clicked.connect(lambda: self.line_chosen.emit(line))
        return pill

    def _offered(self) -> list[tuple[str, LineFields]]:
        """What the words find, by name: the list of products first, then what was sold and is not on it."""
        text = self.typed()
        listed = [(row.name, row.line()) for row in self._listed] if self._answered_for == text else []
        names = {fold(name) for name, _ in listed}
        sold = [(line.product, line) for line in self._matches(text) if fold(line.product) not in names]
        return [*listed, *sold][:_HITS]

    def _matches(self, text: str) -> list[LineFields]:
        wanted = fold(text)
        if not wanted:
            return []
        found = [p for p in self._sold if wanted in fold(p.product) or (p.product_code and wanted in fold(p.product_code))]
        found.sort(key=lambda p: (wanted not in (fold(p.product), fold(p.product_code)), not fold(p.product).startswith(wanted)))
        return found

    def _take(self, key: object) -> None:
        text, found = self.typed(), self._offered()
        amount = self._amount(text) if key == 0 and not any(text in (line.product_code, line.product) for _, line in found) else None
        if amount is not None and not self._is_barcode(text):
            self.search.clear()
            self.search.send_now()
            self.amount_typed.emit(amount)
            return
        line = found[key][1] if isinstance(key, int) and 0 <= key < len(found) else LineFields(product=text)
        self.search.clear()
        self.search.send_now()
        self.line_chosen.emit(line)

    def _amount(self, text: str) -> int | None:
        read = parse_amount(text, self._currency) if self._reads_amounts else None
        return read.minor if isinstance(read, Amount) and not read.is_rounded and read.minor > 0 else None

    def _is_barcode(self, text: str) -> bool:
        return any(row.fields.barcode == text for row in self._listed)

    def _show(self) -> None:
        text, found = self.typed(), self._offered()
        rows = [
            RowContent(place, name, side=format_money(line.unit_price, self._currency, language()) if line.unit_price else "")
            for place, (name, line) in enumerate(found)
        ]
        if text and self._amount(text) is None and not any(name == text for name, _ in found):
            rows.append(RowContent(-1, self.tr("Add “{text}” as it is").format(text=text), icon="plus"))
        self.hits.set_rows(rows)
        set_shown(self.hits, bool(rows))

    def _on_typed(self) -> None:
        self._takes_first = False
        self._show()

    def _on_search(self, _text: str) -> None:
        text = self.typed()
        if not self._has_list or not text:
            self._answered_for = text
            self._listed = ()
            return

        def op(session: Session, _control: JobControl) -> _Found:
            from app.queries.products import find_products

            return _Found(text, tuple(find_products(session, text, limit=_HITS)))

        self._context.tasks.query(op, self._on_found, owner=self, replaces="products")

    def _on_found(self, found: _Found) -> None:
        if found.text != self.typed():
            return
        self._answered_for, self._listed = found.text, found.products
        self._show()
        if self._takes_first:
            self._takes_first = False
            self._take(0)

    def _on_entered(self, text: str) -> None:
        if not text:
            return
        if self._answered_for == text:
            self._take(0)
        else:
            # Faster than the answer, as a barcode reader is.
            self._takes_first = True

    def _on_down(self) -> None:
        if self.hits.isVisible():
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_hit(self, key: object) -> None:
        self._take(key if key != -1 else None)
