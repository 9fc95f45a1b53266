"""お店: what the shop is called, where it is, and what the figures take as given. Saved when a field is left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.numbers import round_half_up
from app.domain.phones import PROBLEM_SENTENCES as PHONE_SENTENCES
from app.domain.postal_codes import PROBLEM_SENTENCES as POSTAL_SENTENCES
from app.domain.shop import LONGEST_WINDOW, SHORTEST_WINDOW, FigurePeriod, ShopFields, TaxEntry, Trade
from app.jobs.job import JobControl
from app.views.labels import translated
from app.views.labels_shop import period_options, tax_options, trade_options
from app.views.settings.section import SettingLine, SettingsCard
from app.views.settings.weekdays import WeekdayPicker
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.contact_fields import PhoneField, PostcodeField
from app.views.widgets.labels import Text
from app.views.widgets.layouts import STRETCH
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.addresses import Address

MONTHS = range(1, 13)


class ShopCard(SettingsCard):
    def __init__(self, context: AppContext) -> None:
        super().__init__("shop", "store")
        self.set_title(self.tr("Shop"))
        self._context = context
        self._shop: ShopFields | None = None
        self._build()
        self._connect()

    def show_shop(self, shop: ShopFields) -> None:
        """Fill the fields in; what is being typed is left alone."""
        self._shop = shop
        for field, text in self._texts(shop):
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
        for coded, text in ((self.phone, shop.phone), (self.postcode, shop.postal_code)):
            if not coded.hasFocus():
                coded.set_value(text)
        for number, value in ((self.window_days, Decimal(shop.window_days)), (self.margin, _percent(shop.margin_rate))):
            if not number.hasFocus():
                number.set_value(value)
        self.closed.set_value(shop.closed_weekdays)
        self.trade.set_current(shop.trade)
        self.tax.set_current(shop.tax_entry)
        self.period.set_current(shop.period)
        self.fiscal.set_current(shop.fiscal_year_start)

    def fields(self) -> ShopFields:
        """The shop as it stands in the form. What cannot be read stays as it was."""
        assert self._shop is not None
        trade, tax, period, start = self.trade.current(), self.tax.current(), self.period.current(), self.fiscal.current()
        days, margin = self.window_days.value(), self.margin.value()
        is_other_margin = margin is not None and margin != _percent(self._shop.margin_rate)
        return replace(
            self._shop,
            name=self.name.text().strip(),
            person=self.person.text().strip(),
            phone=self.phone.value(),
            postal_code=self.postcode.value(),
            prefecture=self.prefecture.text().strip(),
            city=self.city.text().strip(),
            street=self.street.text().strip(),
            building=self.building.text().strip(),
            closed_weekdays=self.closed.value(),
            trade=trade if isinstance(trade, Trade) else self._shop.trade,
            tax_entry=tax if isinstance(tax, TaxEntry) else self._shop.tax_entry,
            period=period if isinstance(period, FigurePeriod) else self._shop.period,
            window_days=int(days) if days is not None else self._shop.window_days,
            margin_rate=float(margin or 0) / 100 if is_other_margin else self._shop.margin_rate,
            fiscal_year_start=start if isinstance(start, int) else self._shop.fiscal_year_start,
        )

    def first_field(self) -> QWidget:
        return self.name

    def _build(self) -> None:
        self.name, self.person = TextField(), TextField()
        self.prefecture, self.city, self.street, self.building = TextField(), TextField(), TextField(), TextField()
        self.phone, self.postcode = PhoneField(), PostcodeField()
        self.closed = WeekdayPicker(self.tr("Closed on"))
        self.trade, self.tax = ComboField(trade_options()), ComboField(tax_options())
        self.period = ComboField(period_options())
        months = [(number, QLocale().standaloneMonthName(number)) for number in MONTHS]
        self.fiscal = ComboField(months)
        self.window_days, self.margin = NumberField(), NumberField(decimals=0)
        for narrow in (self.window_days, self.margin, self.postcode):
            # As wide as the field asks for, whatever the size of the text becomes.
            narrow.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for field, words in (
            (self.postcode, self.tr("Postal code")),
            (self.prefecture, self.tr("Prefecture")),
            (self.city, self.tr("City")),
            (self.street, self.tr("Street")),
            (self.building, self.tr("Building and room")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
        self.name_line = self.add_line(self.tr("Shop name"), self.name)
        self.add_line(self.tr("Sender's name"), self.person, hint=self.tr("Printed on cards under the shop's name."))
        self.phone_line = self.add_line(self.tr("Phone"), self.phone)
        self.address_line = self.add_line(self.tr("Address"), self.postcode, self.prefecture)
        self.add_line("", self.city, self.street)
        self.add_line("", self.building)
        self.add_line(self.tr("Closed on"), self.closed)
        self._build_figures()

    def _build_figures(self) -> None:
        self.add_line(self.tr("Trade"), self.trade, STRETCH)
        self.add_line(self.tr("Consumption tax"), self.tax, STRETCH)
        days = Text(self.tr("days without a visit: long not seen"), TextStyle.BODY, Tone.TEXT2)
        self.days_line = self.add_line(self.tr("Usual days"), self.window_days, days, STRETCH)
        self.add_line(self.tr("Figures by"), self.period, STRETCH)
        share = Text(self.tr("% of sales"), TextStyle.BODY, Tone.TEXT2)
        self.margin_line = self.add_line(self.tr("Gross margin"), self.margin, share, STRETCH)
        self.add_line(self.tr("Year begins in"), self.fiscal, STRETCH)

    def _connect(self) -> None:
        texts = (self.name, self.person, self.prefecture, self.city, self.street, self.building, self.phone, self.postcode)
        for field in (*texts, self.window_days, self.margin, self.trade, self.tax, self.period, self.fiscal):
            field.edited_done.connect(self._on_left)
        self.closed.changed.connect(self._on_left)
        self.postcode.completed.connect(self._on_postcode)

    def _texts(self, shop: ShopFields) -> tuple[tuple[TextField, str], ...]:
        return (
            (self.name, shop.name),
            (self.person, shop.person),
            (self.prefecture, shop.prefecture),
            (self.city, shop.city),
            (self.street, shop.street),
            (self.building, shop.building),
        )

    def _problems(self) -> bool:
        """Say beside each field what is wrong with it; True when something is."""
        phone, code = self.phone.reading(), self.postcode.reading()
        days, margin = self.window_days.value(), self.margin.value()
        range_words = self.tr("Please type a number of days from {low} to {high}.").format(low=SHORTEST_WINDOW, high=LONGEST_WINDOW)
        sentences: tuple[tuple[SettingLine, str], ...] = (
            (self.name_line, "" if self.name.text().strip() else self.tr("Please type the name of the shop.")),
            (self.phone_line, translated("Formats", PHONE_SENTENCES[phone.problem]) if phone.problem is not None else ""),
            (self.address_line, translated("Formats", POSTAL_SENTENCES[code.problem]) if code.problem is not None else ""),
            (self.days_line, "" if days is not None and SHORTEST_WINDOW <= days <= LONGEST_WINDOW else range_words),
            (self.margin_line, "" if margin is not None and 0 <= margin <= 100 else self.tr("Please type a number from 0 to 100.")),
        )
        for line, sentence in sentences:
            line.set_error(sentence)
        return any(sentence for _, sentence in sentences)

    def _on_left(self) -> None:
        if self._shop is None or self._problems():
            return
        wanted = self.fields()
        if wanted == self._shop:
            return
        # Counting every customer's figures anew takes a moment in a large shop: then it is shown as a job.
        title = self.tr("Counting the figures anew") if wanted.window_days != self._shop.window_days else ""
        self._shop = wanted
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.shop import change_shop

            return change_shop(session, wanted, now=now, today=today)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed, title=title)

    def _on_saved(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The change is saved"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        lines = {"name": self.name_line, "window_days": self.days_line, "margin_rate": self.margin_line}
        if isinstance(error, DomainError) and error.field in lines:
            lines[error.field].set_error(self._context.messages.sentence(error))
        else:
            self._context.messages.error(error)
        self._reload()

    def _reload(self) -> None:
        self._context.tasks.query(find_shop, self.show_shop, owner=self)

    def _on_postcode(self, digits: str) -> None:
        def op(_control: JobControl) -> Address | None:
            from app.domain.addresses import address_of_areas
            from app.exchange.postal import PostalTable
            from app.paths import resource

            return address_of_areas(PostalTable.load(resource("data", "postal", "postal.bin")).lookup(digits))

        self._context.tasks.run(op, self._on_address, owner=self, replaces="postcode")

    def _on_address(self, address: Address | None) -> None:
        if address is None:
            return
        self.prefecture.setText(address.prefecture)
        self.city.setText(address.city)
        if not self.street.text().startswith(address.street):
            self.street.setText(address.street)
        self.street.setFocus(Qt.FocusReason.OtherFocusReason)


def find_shop(session: Session, _control: JobControl) -> ShopFields:
    from app.queries.shop import shop_fields

    return shop_fields(session)


def _percent(rate: float) -> Decimal:
    return round_half_up(Decimal(str(rate)) * 100)
