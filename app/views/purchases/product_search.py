"""A further line: found among what the shop has sold, or typed freely, or taken from what is sold often."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.figures import FrequentProduct
from app.domain.money import JPY, Currency, format_money
from app.domain.purchases import LineFields
from app.domain.text import fold
from app.views.moments import language
from app.views.purchases.enter_search import EnterSearch
from app.views.theme import Tone
from app.views.widgets.choice_button import PillButton
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import FlowLayout, clear, column, set_shown
from app.views.widgets.row_list import RowContent, RowList

_HITS = 5
_OFTEN = 6


class ProductSearch(QWidget):
    """`line_chosen` carries a LineFields; a price of 0 is still to be typed."""

    line_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._products: tuple[FrequentProduct, ...] = ()
        self._currency = JPY
        self._build()
        self.search.textChanged.connect(self._on_typed)
        self.search.entered.connect(self._on_entered)
        self.search.down_pressed.connect(self._on_down)
        self.hits.activated_key.connect(self._on_hit)

    def set_products(self, products: Sequence[FrequentProduct], currency: Currency) -> None:
        """What is known, sold most often first."""
        self._products = tuple(products)
        self._currency = currency

    def show_often(self, besides: set[str]) -> None:
        """Offer what is sold often, except what stands in the lines already."""
        clear(self._flow)
        offered = [product for product in self._products if product.product not in besides][:_OFTEN]
        pills = [self._pill(product) for product in offered]
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
        self.search = EnterSearch(self.tr("Add a menu item or product"))
        self.hits = RowList(self.tr("Products found"), row_height=40, grows=True)
        self.hits.set_open_on_click(True)
        self.hits.hide()
        self._flow = FlowLayout(6)
        self._often = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._often.setSizePolicy(policy)
        self._often.setLayout(self._flow)
        self.setLayout(column(self.search, self.hits, self._often, gap=8))

    def _pill(self, product: FrequentProduct) -> PillButton:
        price = format_money(product.unit_price, self._currency, language())
        pill = PillButton(self.tr("{product} {price}").format(product=product.product, price=price))
        pill.setCheckable(False)
        pill.setAutoExclusive(False)
        pill.clicked.connect(lambda: self.line_chosen.emit(_line(product)))
        return pill

    def _matches(self, text: str) -> list[FrequentProduct]:
        wanted = fold(text)
        if not wanted:
            return []
        found = [p for p in self._products if wanted in fold(p.product) or (p.product_code and wanted in fold(p.product_code))]
        found.sort(key=lambda p: (wanted not in (fold(p.product), fold(p.product_code)), not fold(p.product).startswith(wanted)))
        return found[:_HITS]

    def _take(self, key: object) -> None:
        text, found = self.typed(), self._matches(self.typed())
        if isinstance(key, int) and key < len(found):
            line = _line(found[key])
        else:
            line = LineFields(product=text)
        self.search.clear()
        self.line_chosen.emit(line)

    def _on_typed(self) -> None:
        text = self.typed()
        found = self._matches(text)
        rows = [
            RowContent(place, product.product, side=format_money(product.unit_price, self._currency, language()))
            for place, product in enumerate(found)
        ]
        if text and not any(product.product == text for product in found):
            rows.append(RowContent(-1, self.tr("Add “{text}” as it is").format(text=text), icon="plus"))
        self.hits.set_rows(rows)
        set_shown(self.hits, bool(rows))

    def _on_entered(self, text: str) -> None:
        if text:
            self._take(0)

    def _on_down(self) -> None:
        if self.hits.isVisible():
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_hit(self, key: object) -> None:
        self._take(key if key != -1 else None)


def _line(product: FrequentProduct) -> LineFields:
    return LineFields(
        product=product.product,
        product_code=product.product_code,
        group=product.group,
        quantity=Decimal(1),
        unit_price=product.unit_price,
        amount=product.unit_price,
        tax_rate=product.tax_rate,
    )
