"""Making products out of what stands on receipts already: one looks at the list and takes what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.formats import CountUnit, format_count
from app.domain.money import Currency
from app.domain.products import SoldProduct
from app.jobs.job import JobControl
from app.views.moments import day_text, language
from app.views.settings.product_words import price_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 600
# Sold once may be a slip of the pen; more often it is something the shop sells.
OFTEN_ENOUGH = 2


def open_sold_panel(context: AppContext, window: QWidget, *, currency: Currency) -> SoldPanel:
    panel = SoldPanel(context, window, currency)
    panel.open_panel(panel.list)
    return panel


class SoldPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, currency: Currency) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("What was sold so far"))
        self._context = context
        self._currency = currency
        self._sold: tuple[SoldProduct, ...] = ()
        self._taken: set[int] = set()
        self._build()
        self._connect()
        self._ask()

    def _build(self) -> None:
        self.about = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.list = RowList(self.tr("What was sold so far"), row_height=48, grows=True)
        self.list.set_open_on_click(True)
        self.everything = LinkButton(self.tr("Take all"), small=True)
        self.nothing = LinkButton(self.tr("Take none"), small=True)
        self.save = PrimaryButton("", "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addWidget(self.about)
        self.body.addLayout(row(self.everything, self.nothing, STRETCH, self.cancel, self.save))
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.list.activated_key.connect(self._on_toggled)
        self.list.check_clicked.connect(self._on_toggled)
        self.everything.clicked.connect(self._on_everything)
        self.nothing.clicked.connect(self._on_nothing)
        self.cancel.clicked.connect(self.close_panel)
        self.save.clicked.connect(self._on_save)
        self.closed.connect(self.deleteLater)

    def _ask(self) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[SoldProduct, ...]:
            from app.queries.products import sold_products

            return sold_products(session, today)

        self._show()
        self._context.tasks.query(op, self._on_sold, owner=self)

    def _on_sold(self, sold: tuple[SoldProduct, ...]) -> None:
        self._sold = sold
        self._taken = {place for place, product in enumerate(sold) if product.times >= OFTEN_ENOUGH}
        self._show()

    def _show(self) -> None:
        self.list.set_rows([self._content(place, product) for place, product in enumerate(self._sold)])
        for part in (self.list, self.everything, self.nothing, self.save):
            set_shown(part, bool(self._sold))
        some = self.tr("These stand on your receipts and are no products yet. Take those that you sell; the rest stays as it is.")
        none = self.tr("Everything on your receipts is a product already, or there are no receipts with product names yet.")
        self.about.setText(some if self._sold else none)
        self.save.setText(self.tr("Add %n product(s)", "", len(self._taken)))
        self.save.setEnabled(bool(self._taken))

    def _content(self, place: int, product: SoldProduct) -> RowContent:
        times = format_count(product.times, CountUnit.TIMES, language())
        day = day_text(product.last, today=self._context.clock.today())
        parts = [part for part in (product.fields.code, product.fields.group) if part]
        detail = " · ".join([*parts, self.tr("sold {times}, last on {day}").format(times=times, day=day)])
        side = price_text(product.fields.price, self._currency)
        return RowContent(place, product.fields.name, detail=detail, checked=place in self._taken, square=True, side=side)

    def _on_toggled(self, key: object) -> None:
        if isinstance(key, int):
            self._taken ^= {key}
            self._show()
            self.list.select_key(key)

    def _on_everything(self) -> None:
        self._taken = set(range(len(self._sold)))
        self._show()

    def _on_nothing(self) -> None:
        self._taken = set()
        self._show()

    def _on_save(self) -> None:
        wanted, now = [self._sold[place].fields for place in sorted(self._taken)], self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.products import add_products

            return add_products(session, wanted, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int) -> None:
        count = len(self._taken)
        self.close_panel()
        self._context.messages.toast(self.tr("%n product(s) added", "", count), undo_action_id=action_id, is_bulk=True)
