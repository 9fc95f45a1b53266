"""Step 2: the shop's name, address, phone and trade. Only the name is needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.shop import TRADE_DEFAULTS, ShopFields, Trade
from app.jobs.job import JobControl
from app.jobs.tasks import TasksBase
from app.views.labels_shop import trade_options
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.contact_fields import PhoneField, PostcodeField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import column, row
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from app.domain.addresses import Address


class ShopStep(QWidget):
    changed = Signal()

    def __init__(self, tasks: TasksBase, shop: ShopFields) -> None:
        super().__init__()
        self._tasks = tasks
        self._shop = shop
        self._build()
        self._connect()

    def shop(self) -> ShopFields:
        """The fields as typed; window and period follow the trade until the owner says otherwise."""
        trade = self._trade.current()
        trade = trade if isinstance(trade, Trade) else Trade.OTHER
        usual = TRADE_DEFAULTS[trade]
        window, period = (self._shop.window_days, self._shop.period)
        if trade is not self._shop.trade or window == ShopFields("").window_days:
            window, period = usual.window_days, usual.period
        return replace(
            self._shop,
            name=self._name.text().strip(),
            person=self._person.text().strip(),
            phone=self._phone.value(),
            postal_code=self._postcode.value(),
            prefecture=self._prefecture.text().strip(),
            city=self._city.text().strip(),
            street=self._street.text().strip(),
            building=self._building.text().strip(),
            trade=trade,
            window_days=window,
            period=period,
        )

    def first_field(self) -> QWidget:
        return self._name

    def check(self) -> bool:
        return self._name_field.validate()

    def _build(self) -> None:
        shop = self._shop
        self._name, self._person = TextField(), TextField()
        self._prefecture, self._city, self._street, self._building = TextField(), TextField(), TextField(), TextField()
        self._phone, self._postcode = PhoneField(), PostcodeField()
        self._trade = ComboField(trade_options(), shop.trade)
        for field, text in (
            (self._name, shop.name),
            (self._person, shop.person),
            (self._prefecture, shop.prefecture),
            (self._city, shop.city),
            (self._street, shop.street),
            (self._building, shop.building),
        ):
            field.setText(text)
        self._phone.set_value(shop.phone)
        self._postcode.set_value(shop.postal_code)
        self._name_field = FormField(self.tr("Shop name"), self._name, required=True)
        title = WrapLabel(self.tr("About the shop"), TextStyle.KPI, Tone.TEXT)
        hint = self.tr("Printed as the sender on cards. Everything can be changed later in Settings.")
        pairs = (
            (self._name_field, FormField(self.tr("Trade"), self._trade)),
            (FormField(self.tr("Phone"), self._phone), FormField(self.tr("Your name (owner or manager)"), self._person)),
            (
                FormField(self.tr("Postal code"), self._postcode, hint=self.tr("Fills in the address.")),
                FormField(self.tr("Prefecture"), self._prefecture),
            ),
            (FormField(self.tr("City"), self._city), FormField(self.tr("Street"), self._street)),
        )
        layout = column(title, WrapLabel(hint, TextStyle.BODY, Tone.TEXT2), gap=12)
        for left, right in pairs:
            line = row(gap=16)
            line.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
            line.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(line)
        layout.addWidget(FormField(self.tr("Building and room"), self._building))
        layout.addStretch(1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._name_field.set_validator(self._name_problem)
        self._postcode.completed.connect(self._on_postcode)
        for field in (self._name, self._person, self._prefecture, self._city, self._street, self._building, self._phone, self._postcode):
            field.textEdited.connect(self.changed)
        self._trade.changed.connect(self.changed)

    def _name_problem(self) -> str:
        return "" if self._name.text().strip() else self.tr("Please type the name of the shop.")

    def _on_postcode(self, digits: str) -> None:
        def op(_control: JobControl) -> Address | None:
            from app.domain.addresses import address_of_areas
            from app.exchange.postal import PostalTable
            from app.paths import resource

            return address_of_areas(PostalTable.load(resource("data", "postal", "postal.bin")).lookup(digits))

        self._tasks.run(op, self._on_address, owner=self, replaces="postcode")

    def _on_address(self, address: Address | None) -> None:
        if address is None:
            return
        self._prefecture.setText(address.prefecture)
        self._city.setText(address.city)
        if not self._street.text().startswith(address.street):
            self._street.setText(address.street)
        self._street.setFocus()
        self.changed.emit()
