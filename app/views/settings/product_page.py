"""All products and services: to search, to change, group by group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.formats import CountUnit, format_count
from app.domain.imports import ImportKind
from app.domain.money import currency_of
from app.domain.products import ProductBook, ProductRow
from app.domain.text import fold
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.pages.page import Page
from app.views.people.due_again import show_due_again
from app.views.settings.product_acts import ProductActs
from app.views.settings.product_words import in_groups, percent_text, points_text, price_text, reuse_text, tax_text
from app.views.widgets.buttons import LinkButton, MenuButton, NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.layouts import STRETCH, column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.table_view import Column, SimpleTable
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ALL, _WITHOUT, _ASIDE = -1, -2, -3
_MEASURED_ROWS = 60


@dataclass(frozen=True, slots=True)
class _Shown:
    book: ProductBook
    currency: str


class ProductsPage(Page):
    name = "products"
    shows = frozenset({Entity.PRODUCT, Entity.SHOP})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._shown = _Shown(ProductBook(), "JPY")
        self._acts = ProductActs(context, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        self.context.tasks.query(_find_shown, self._on_shown, owner=self, replaces="products")

    def trigger_primary(self) -> None:
        self.add_button.click()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        self._header = PageHeader(self.tr("Products"))
        self.back = self._header.add_back(self.tr("Back"))
        self.more = MenuButton(name=self.tr("More with products"))
        self.more.add_action(self.tr("Bring in a list"), self._on_from_list, icon="download")
        self.more.add_action(self.tr("Make products of what was sold"), self._acts.open_sold, icon="sparkles")
        self.groups = NormalButton(self.tr("Groups"))
        self.add_button = PrimaryButton(self.tr("Add a product"), "plus")
        for button in (self.more, self.groups):
            self._header.add(button)
        self._header.set_primary(self.add_button)
        self.search = SearchField(self.tr("Name, furigana, code or barcode"))
        self.group = ComboField([(_ALL, self.tr("All groups"))], _ALL)
        self.group.setAccessibleName(self.tr("Group"))
        self.due = LinkButton(self.tr("Due again soon"), "users", small=True)
        self._table = self._make_table()
        self._keys = KeyHints([("Enter", self.tr("change")), ("Del", self.tr("put aside"))])
        self._nothing = EmptyState(
            "search", self.tr("No product is called that"), self.tr("Please try a part of the name, or another group.")
        )
        self._empty = EmptyState(
            "shopping-bag",
            self.tr("No products yet"),
            self.tr("You can record visits with the amount alone. With products, tax, margin and points are right line by line."),
            self.tr("Make products of what was sold"),
            self.tr("Bring in a list"),
        )
        tools = row(self.search, self.group, STRETCH, self.due, gap=10)
        tools.setStretch(0, 1)
        self._card = Card()
        self._card.add(tools)
        self._card.add(self._table, 1)
        self._card.add(self._nothing, 1)
        self._card.add(self._keys)
        self.setLayout(column(self._header, self._card, self._empty, gap=12, margins=(24, 16, 24, 16)))
        self.setFocusProxy(self.search)
        self._nothing.hide()
        self._empty.hide()

    def _make_table(self) -> SimpleTable:
        table = SimpleTable(
            [
                Column("name", self.tr("Name"), stretch=True),
                Column("code", self.tr("Code")),
                Column("group", self.tr("Group")),
                Column("price", self.tr("Price"), numeric=True),
                Column("tax", self.tr("Tax"), numeric=True),
                Column("margin", self.tr("Margin"), numeric=True),
                Column("points", self.tr("Points"), numeric=True),
                Column("again", self.tr("Again after"), numeric=True),
            ],
            self.tr("Products"),
            row_height=36,
        )
        table.header.setResizeContentsPrecision(_MEASURED_ROWS)
        return table

    def _connect(self) -> None:
        self.back.clicked.connect(self.context.navigate.go_back)
        self.search.search_changed.connect(self._on_search)
        self.search.down_pressed.connect(self._on_down)
        self.group.changed.connect(self._on_group)
        self.groups.clicked.connect(self._acts.open_groups)
        self.add_button.clicked.connect(self._acts.add)
        self.due.clicked.connect(self._on_due)
        self._table.key_activated.connect(self._on_opened)
        self._empty.action_clicked.connect(self._acts.open_sold)
        self._empty.link_clicked.connect(self._on_from_list)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_delete)

    def _on_shown(self, shown: _Shown) -> None:
        self._shown = shown
        book = shown.book
        self._acts.set_book(book, shown.currency)
        options = [(_ALL, self.tr("All groups")), *((group.id, group.name) for group in book.groups if group.is_active)]
        self.group.set_options([*options, (_WITHOUT, self.tr("Without a group")), (_ASIDE, self.tr("Put aside"))])
        has_any = bool(book.products)
        set_shown(self._card, has_any)
        set_shown(self._empty, not has_any)
        set_shown(self.due, any(product.fields.reuse_days for product in book.products))
        self._show_rows()

    def _show_rows(self) -> None:
        kept = self._table.current_key()
        rows = self._chosen_rows()
        self._table.set_rows([(product.id, self._cells(product)) for product in rows])
        self._header.set_fact(format_count(len(rows), CountUnit.ITEMS, language()))
        set_shown(self._table, bool(rows))
        set_shown(self._keys, bool(rows))
        set_shown(self._nothing, not rows)
        keys = [product.id for product in rows]
        if kept in keys:
            self._table.selectRow(keys.index(kept))

    def _chosen_rows(self) -> list[ProductRow]:
        book, group = self._shown.book, self.group.current()
        wanted = fold(self.search.text())
        named = next((row.name for row in book.groups if row.id == group), "")
        rows = [
            product
            for product in book.products
            if product.is_active is (group != _ASIDE)
            and (group in (_ALL, _ASIDE) or product.fields.group == named)
            and wanted in product.search_key
        ]
        return in_groups(rows, book.groups)

    def _cells(self, product: ProductRow) -> tuple[str, ...]:
        fields = product.fields
        return (
            product.name,
            fields.code,
            fields.group,
            price_text(fields.price, currency_of(self._shown.currency)),
            tax_text(product.tax_rate),
            percent_text(product.margin_rate),
            points_text(product.earns_points),
            reuse_text(fields.reuse_days),
        )

    def _on_search(self, _text: str) -> None:
        self._show_rows()

    def _on_group(self, _key: object) -> None:
        self._show_rows()

    def _on_down(self) -> None:
        self._table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._table.currentIndex().isValid():
            self._table.selectRow(0)

    def _on_opened(self, key: object) -> None:
        if self.group.current() == _ASIDE:
            self._acts.bring_back(key)
        else:
            self._acts.edit(key)

    def _on_delete(self) -> None:
        self._acts.archive(self._table.current_key())

    def _on_from_list(self) -> None:
        self.context.navigate.show_page("import", kind=ImportKind.PRODUCTS)

    def _on_due(self) -> None:
        show_due_again(self.context)


def _find_shown(session: Session, _control: JobControl) -> _Shown:
    from app.queries.products import product_book
    from app.queries.shop import shop_fields

    return _Shown(product_book(session), shop_fields(session).currency)
