"""What can be done with products, wherever they are shown: on the settings page and on their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.money import JPY, currency_of
from app.domain.products import ProductBook, ProductRow
from app.jobs.job import JobControl
from app.views.settings.product_groups_panel import open_groups_panel
from app.views.settings.product_panel import open_product_panel
from app.views.settings.product_sold_panel import open_sold_panel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ProductActs(QObject):
    """Opens the panels over the window of `place`; every act ends with a toast that undoes it."""

    def __init__(self, context: AppContext, place: QWidget) -> None:
        super().__init__(place)
        self._context = context
        self._place = place
        self._book = ProductBook()
        self._currency = JPY

    def set_book(self, book: ProductBook, currency: str) -> None:
        self._book = book
        self._currency = currency_of(currency)

    def add(self) -> None:
        self._open_form(None)

    def edit(self, product_id: object) -> None:
        product = self._product(product_id)
        if product is not None:
            self._open_form(product)

    def archive(self, product_id: object) -> None:
        product = self._product(product_id)
        if product is None or not product.is_active:
            return
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.products import archive_product

            return archive_product(session, product.id, now=now)

        done = partial(self._on_done, self.tr("{name} is put aside").format(name=product.name))
        self._context.tasks.command(op, done, owner=self)

    def bring_back(self, product_id: object) -> None:
        product = self._product(product_id)
        if product is None or product.is_active:
            return
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.products import bring_product_back

            return bring_product_back(session, product.id, now=now)

        done = partial(self._on_done, self.tr("{name} is back in the list").format(name=product.name))
        self._context.tasks.command(op, done, owner=self)

    def open_groups(self) -> None:
        open_groups_panel(self._context, self._place.window(), self._book.groups, shop_margin=self._book.shop_margin)

    def open_sold(self) -> None:
        open_sold_panel(self._context, self._place.window(), currency=self._currency)

    def _open_form(self, product: ProductRow | None) -> None:
        panel = open_product_panel(
            self._context,
            self._place.window(),
            product,
            [group for group in self._book.groups if group.is_active],
            currency=self._currency,
            shop_margin=self._book.shop_margin,
        )
        if product is not None:
            panel.archive_requested.connect(partial(self.archive, product.id))

    def _product(self, product_id: object) -> ProductRow | None:
        return next((product for product in self._book.products if product.id == product_id), None)

    def _on_done(self, sentence: str, action_id: int) -> None:
        self._context.messages.toast(sentence, undo_action_id=action_id)
