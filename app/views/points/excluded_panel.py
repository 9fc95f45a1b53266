"""つかない商品: which groups and products earn no points. Each choice is saved at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.products import GroupRow, ProductRow
from app.domain.text import fold
from app.jobs.job import JobControl
from app.views.points.sentences import RuleWord, word_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.check_box import CheckBox
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import boxed, clear, column, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480
SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Sold:
    groups: tuple[GroupRow, ...]
    products: tuple[ProductRow, ...]


def open_excluded_panel(context: AppContext, window: QWidget) -> ExcludedPanel:
    panel = ExcludedPanel(context, window)
    panel.open_panel(panel.search)
    return panel


class ExcludedPanel(SidePanel):
    """Frees itself when closed. A tick means: earns points."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window, word_name(RuleWord.EXCLUDED), width=WIDTH)
        self._context = context
        self._sold = _Sold((), ())
        self.boxes: dict[tuple[str, int], CheckBox] = {}
        self._build()
        self.search.search_changed.connect(self._show)
        self.closed.connect(self.deleteLater)
        context.tasks.data_changed.connect(self._on_data_changed)
        self._read()

    def _build(self) -> None:
        words = self.tr("Take the tick off what earns no points. It holds for purchases recorded from now on and is saved at once.")
        self.search = SearchField(self.tr("Name, reading or code"))
        self.none = WrapLabel(self.tr("There are no products yet. They are kept in the settings."), TextStyle.BODY, Tone.TEXT2)
        self._groups, self._products = column(gap=4), column(gap=4)
        self._groups_box = boxed(column(Title(self.tr("Groups")), self._groups, gap=6))
        self._products_box = boxed(column(Title(self.tr("Products")), self._products, gap=6))
        self.more = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.body.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
        for part in (self.search, self.none, self._groups_box, self._products_box, self.more):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _read(self) -> None:
        def op(session: Session, _control: JobControl) -> _Sold:
            from app.queries.products import group_rows, product_rows

            return _Sold(group_rows(session), product_rows(session))

        self._context.tasks.query(op, self._on_sold, owner=self, replaces="sold")

    def _on_sold(self, sold: _Sold) -> None:
        self._sold = sold
        self._show(self.search.text())

    def _show(self, text: str) -> None:
        wanted = fold(text)
        groups = [row for row in self._sold.groups if wanted in fold(row.fields.name)]
        # What earns nothing stands first, so that it is found.
        products = sorted((row for row in self._sold.products if wanted in row.search_key), key=lambda row: row.earns_points)
        focused = next((key for key, box in self.boxes.items() if box.hasFocus()), None)
        clear(self._groups)
        clear(self._products)
        self.boxes = {}
        for group in groups:
            box = self._box(("group", group.id), group.fields.name, group.fields.earns_points)
            box.toggled.connect(lambda earns, row=group: self._on_group(row, earns))
            self._groups.addWidget(box)
        for product in products[:SHOWN]:
            box = self._box(("product", product.id), product.name, product.earns_points)
            box.toggled.connect(lambda earns, row=product: self._on_product(row, earns))
            self._products.addWidget(box)
        if focused in self.boxes:
            self.boxes[focused].setFocus()
        hidden = len(products) - SHOWN
        self.more.setText(self.tr("%n more product(s): type a part of the name.", "", hidden) if hidden > 0 else "")
        set_shown(self.more, hidden > 0)
        set_shown(self.none, not self._sold.groups and not self._sold.products)
        set_shown(self._groups_box, bool(groups))
        set_shown(self._products_box, bool(products))

    def _box(self, key: tuple[str, int], name: str, earns: bool) -> CheckBox:
        box = CheckBox(name)
        box.setChecked(earns)
        self.boxes[key] = box
        return box

    def _on_group(self, group: GroupRow, earns: bool) -> None:
        now, fields = self._context.clock.now(), replace(group.fields, earns_points=earns)

        def op(session: Session, _control: JobControl) -> int:
            from app.services.products import edit_group

            return edit_group(session, group.id, fields, now=now)

        self._context.tasks.command(op, partial(self._on_saved, group.fields.name, earns), owner=self, failed=self._on_failed)

    def _on_product(self, product: ProductRow, earns: bool) -> None:
        group = next((row for row in self._sold.groups if row.fields.name == product.fields.group), None)
        usual = True if group is None else group.fields.earns_points
        now, fields = self._context.clock.now(), replace(product.fields, earns_points=None if earns is usual else earns)

        def op(session: Session, _control: JobControl) -> int:
            from app.services.products import edit_product

            return edit_product(session, product.id, fields, now=now)

        self._context.tasks.command(op, partial(self._on_saved, product.name, earns), owner=self, failed=self._on_failed)

    def _on_saved(self, name: str, earns: bool, action_id: int) -> None:
        words = self.tr("{name} earns points again") if earns else self.tr("{name} earns no points from now on")
        self._context.messages.toast(words.format(name=name), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        self._context.messages.error(error)
        self._show(self.search.text())

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.PRODUCT in changed:
            self._read()
