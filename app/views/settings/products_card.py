"""商品・メニュー: what the shop sells, the first of them here, all on a page of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.formats import CountUnit, format_count
from app.domain.imports import ImportKind
from app.domain.money import currency_of
from app.domain.products import ProductBook
from app.views.moments import language
from app.views.settings.product_acts import ProductActs
from app.views.settings.product_words import in_groups, percent_text, points_text, price_text, tax_text
from app.views.settings.section import FlowBox, SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.table_view import Column, SimpleTable

SHOWN = 6


class ProductsCard(SettingsCard):
    """`due_requested`: the customers whose products are used up soon."""

    due_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("products", "shopping-bag")
        self.set_title(self.tr("Products"))
        self._context = context
        self._acts = ProductActs(context, self)
        self._build()
        self._connect()

    def show_products(self, book: ProductBook, currency: str) -> None:
        self._acts.set_book(book, currency)
        active = in_groups([product for product in book.products if product.is_active], book.groups)
        money = currency_of(currency)
        self.set_note(format_count(len(active), CountUnit.ITEMS, language()) if active else "")
        self._table.set_rows(
            [
                (
                    product.id,
                    (
                        product.name,
                        price_text(product.fields.price, money),
                        tax_text(product.tax_rate),
                        percent_text(product.margin_rate),
                        points_text(product.earns_points),
                    ),
                )
                for product in active[:SHOWN]
            ]
        )
        for part in (self._table, self.all):
            set_shown(part, bool(active))
        set_shown(self._empty, not active)
        set_shown(self.sold, not active)
        hint = self.tr("On the page of all products you also set after how many days something is due again.")
        nothing = self.tr("You can record visits with the amount alone. With products, tax, margin and points are right line by line.")
        self._hint.setText(hint if active else nothing)

    def first_field(self) -> QWidget:
        return self._table if self._table.isVisible() else self.add_button

    def _build(self) -> None:
        self.from_list = LinkButton(self.tr("From a list"), "download", small=True)
        self.add_button = LinkButton(self.tr("Add"), "plus", small=True)
        self.add_button.setAccessibleName(self.tr("Add a product"))
        for button in (self.from_list, self.add_button):
            self.title_row.addWidget(button)
        self._table = SimpleTable(
            [
                Column("name", self.tr("Name"), stretch=True),
                Column("price", self.tr("Price"), numeric=True),
                Column("tax", self.tr("Tax"), numeric=True),
                Column("margin", self.tr("Margin"), numeric=True),
                Column("points", self.tr("Points"), numeric=True),
            ],
            self.tr("Products"),
            grows=True,
        )
        self.all = LinkButton(self.tr("Open all products"), "table", small=True)
        self.sold = NormalButton(self.tr("Make products of what was sold"), "sparkles")
        self._empty = FlowBox(self.sold)
        self._hint = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add(self._table)
        self.add(self._hint)
        self.add(self._empty)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.also_found_by(
            self.tr("Groups of products"), self.tr("Tax rate"), self.tr("Gross margin"), self.tr("Barcode"), self.tr("Again after")
        )

    def _connect(self) -> None:
        self.from_list.clicked.connect(self._on_from_list)
        self.add_button.clicked.connect(self._acts.add)
        self.all.clicked.connect(self._on_all)
        self.sold.clicked.connect(self._acts.open_sold)
        self._table.key_activated.connect(self._acts.edit)

    def _on_from_list(self) -> None:
        self._context.navigate.show_page("import", kind=ImportKind.PRODUCTS)

    def _on_all(self) -> None:
        self._context.navigate.show_page("products")
