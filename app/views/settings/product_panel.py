"""Adding or changing a product or a service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.money import Currency
from app.domain.products import LONGEST_REUSE, STANDARD_TAX, GroupRow, ProductFields, ProductRow
from app.jobs.job import JobControl
from app.views.leaving import may_leave
from app.views.settings.product_fields import MarginField, TaxField
from app.views.settings.product_words import percent_text, points_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text
from app.views.widgets.layouts import STRETCH, boxed, row, set_shown
from app.views.widgets.name_field import KanaField, NameField
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 560
# A number, as no name of a group can be one.
_NEW_GROUP = -1
_NO_GROUP = ""


def open_product_panel(
    context: AppContext,
    window: QWidget,
    product: ProductRow | None,
    groups: Sequence[GroupRow],
    *,
    currency: Currency,
    shop_margin: float,
) -> ProductPanel:
    """The form for a new product (None), or for one that is there."""
    panel = ProductPanel(context, window, product, groups, currency=currency, shop_margin=shop_margin)
    panel.open_panel(panel.name)
    return panel


class ProductPanel(SidePanel):
    """Frees itself when closed. `archive_requested` for a product that is to leave the list."""

    archive_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        product: ProductRow | None,
        groups: Sequence[GroupRow],
        *,
        currency: Currency,
        shop_margin: float,
    ) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Add a product") if product is None else self.tr("Change a product"))
        self._context = context
        self._product = product
        self._groups = {group.name: group for group in groups}
        self._shop_margin = shop_margin
        self._build(currency)
        self._show(product.fields if product is not None else ProductFields(""))
        self._before = self._fields()
        self._connect()
        self.set_close_guard(self._may_close)

    def _build(self, currency: Currency) -> None:
        self.name, self.kana = NameField(), KanaField()
        self.kana.follow(self.name)
        self.code, self.barcode = TextField(), TextField()
        options = [(_NO_GROUP, self.tr("No group")), *((name, name) for name in self._groups)]
        self.group = ComboField([*options, (_NEW_GROUP, self.tr("A new group…"))], _NO_GROUP)
        self.new_group = TextField(self.tr("Hair care"))
        self.new_group.setAccessibleName(self.tr("Name of the new group"))
        self.kind = Segmented([(False, self.tr("Product")), (True, self.tr("Service"))], False, self.tr("Kind"))
        self.price = MoneyField(currency=currency, minimum=0)
        self.tax, self.margin = TaxField(self.tr("As the group")), MarginField()
        self.points = ComboField([(None, ""), (True, self.tr("Earns points")), (False, self.tr("Earns no points"))])
        self.reuse = NumberField(1, LONGEST_REUSE)
        self.name_field = FormField(self.tr("Name"), self.name, required=True)
        self.code_field, self.barcode_field = FormField(self.tr("Code"), self.code), FormField(self.tr("Barcode"), self.barcode)
        self.price_field = FormField(self.tr("Price"), self.price, hint=self.tr("Left empty, the price is typed at each visit."))
        self.margin_field = FormField(self.tr("Gross margin"), self.margin)
        self.tax_field = FormField(self.tr("Tax"), self.tax)
        hint = self.tr("When it is used up or due again, counted from the day it was bought. Shown on the customer's page.")
        days = boxed(row(self.reuse, Text(self.tr("days"), TextStyle.BODY, Tone.TEXT2), STRETCH, gap=8))
        days.setFocusProxy(self.reuse)
        self.reuse_field = FormField(self.tr("Again after"), days, hint=hint)
        self.reuse.setAccessibleName(self.tr("Again after so many days"))
        self._lay_out()

    def _lay_out(self) -> None:
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.archive = LinkButton(self.tr("Put aside"), "archive")
        set_shown(self.archive, self._product is not None and self._product.is_active)
        group = row(self.group, gap=8)
        group.addWidget(self.new_group, 1)
        in_group = boxed(group)
        in_group.setFocusProxy(self.group)
        self.body.addWidget(self.name_field)
        self.body.addWidget(FormField(self.tr("Furigana"), self.kana))
        self.body.addWidget(_pair(FormField(self.tr("Kind"), self.kind), self.price_field))
        self.body.addWidget(FormField(self.tr("Group"), in_group))
        self.body.addWidget(_pair(self.code_field, self.barcode_field))
        self.body.addWidget(self.tax_field)
        self.body.addWidget(_pair(self.margin_field, FormField(self.tr("Points"), self.points)))
        self.body.addWidget(self.reuse_field)
        self.body.addLayout(row(self.archive, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.group.changed.connect(self._on_group)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.archive.clicked.connect(self._on_archive)
        self.closed.connect(self.deleteLater)
        self._on_group(self.group.current())

    def _show(self, fields: ProductFields) -> None:
        self.name.setText(fields.name)
        self.kana.set_value(fields.kana)
        self.code.setText(fields.code)
        self.barcode.setText(fields.barcode)
        if fields.group:
            self.group.set_current(fields.group)
        self.kind.set_current(fields.is_service)
        self.price.set_value(fields.price)
        self.tax.set_value(fields.tax_rate)
        self.margin.set_value(fields.margin_rate)
        self.points.set_current(fields.earns_points)
        self.reuse.set_value(fields.reuse_days)

    def _fields(self) -> ProductFields:
        days = self.reuse.value()
        return ProductFields(
            name=self.name.text().strip(),
            code=self.code.text().strip(),
            kana=self.kana.value(),
            barcode=self.barcode.text().strip(),
            group=self.new_group.text().strip() if self._is_new_group() else self._chosen_group(),
            price=self.price.value(),
            tax_rate=self.tax.value(),
            margin_rate=self.margin.value(),
            earns_points=_flag(self.points.current()),
            is_service=bool(self.kind.current()),
            reuse_days=int(days) if days is not None else None,
        )

    def _chosen_group(self) -> str:
        chosen = self.group.current()
        return chosen if isinstance(chosen, str) else ""

    def _is_new_group(self) -> bool:
        return self.group.current() == _NEW_GROUP

    def _on_group(self, _key: object) -> None:
        """What holds when nothing is chosen here follows the group."""
        set_shown(self.new_group, self._is_new_group())
        group = self._groups.get(self._chosen_group())
        rate = group.fields.tax_rate if group is not None else None
        self.tax.set_above(STANDARD_TAX if rate is None else rate)
        margin = group.fields.margin_rate if group is not None else None
        shown = percent_text(self._shop_margin if margin is None else margin)
        self.margin.set_above(self.tr("Empty: {margin}").format(margin=shown))
        earns = group is None or group.fields.earns_points
        self.points.setItemText(0, self.tr("As the group ({answer})").format(answer=points_text(earns)))
        if self._is_new_group():
            self.new_group.setFocus()

    def _may_close(self) -> bool:
        if self._fields() == self._before:
            return True
        return may_leave(self._context.messages)

    def _on_archive(self) -> None:
        if self.close_panel():
            self.archive_requested.emit()

    def _on_save(self) -> None:
        for field in self._by_name().values():
            field.clear_error()
        if not self._all_readable():
            return
        fields, product, now = self._fields(), self._product, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.products import add_product, edit_product

            if product is not None:
                return edit_product(session, product.id, fields, now=now)
            return add_product(session, fields, now=now).action_id

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _all_readable(self) -> bool:
        """What cannot be read as a number is said at its field, and nothing is thrown away."""
        sentences = (
            (self.price_field, self.price, self.tr("This could not be read as a price. Example: 2,640")),
            (self.tax_field, self.tax, self.tr("The tax rate is a per cent from 0 to 50. Example: 5.5")),
            (self.margin_field, self.margin, self.tr("The margin is a per cent from 0 to 100. Example: 42")),
            (self.reuse_field, self.reuse, self.tr("The days are a whole number. Example: 45")),
        )
        wrong = [(place, field, sentence) for place, field, sentence in sentences if not field.is_valid()]
        for place, _field, sentence in wrong:
            place.set_error(sentence)
        if wrong:
            wrong[0][1].setFocus()
        return not wrong

    def _on_saved(self, action_id: int) -> None:
        name = self._fields().name
        self._before = self._fields()
        self.close_panel()
        sentence = self.tr("{name} is added to the products") if self._product is None else self.tr("{name} is changed")
        self._context.messages.toast(sentence.format(name=name), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        place = self._by_name().get(error.field) if isinstance(error, DomainError) else None
        if place is None:
            self._context.messages.error(error)
            return
        place.set_error(self._context.messages.sentence(error))
        place.field.setFocus()

    def _by_name(self) -> dict[str, FormField]:
        return {
            "name": self.name_field,
            "code": self.code_field,
            "barcode": self.barcode_field,
            "price": self.price_field,
            "tax_rate": self.tax_field,
            "margin_rate": self.margin_field,
            "reuse_days": self.reuse_field,
        }


def _pair(left: QWidget, right: QWidget) -> QWidget:
    line = row(gap=16)
    for field in (left, right):
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return boxed(line)


def _flag(chosen: object) -> bool | None:
    return chosen if isinstance(chosen, bool) else None
