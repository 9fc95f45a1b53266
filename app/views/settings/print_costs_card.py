"""印刷の費用: what a piece of post costs, from which day on. Saved when a field is left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.errors import DomainError
from app.domain.print_cost import DEFAULT_RATES, MAIL_LABELS, MailKind, PrintRates, card_cost
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.moments import day_text
from app.views.printing.words import yen
from app.views.settings.section import SettingLine, SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.date_field import DateField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, set_shown
from app.views.widgets.number_field import NumberField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class PrintCostsCard(SettingsCard):
    """The prices shown are those of the day in the first field; a price typed there counts from that day on."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("print_costs", "japanese-yen")
        self.set_title(self.tr("Cost of printing"))
        self._context = context
        self._rates = DEFAULT_RATES
        self._build()
        self._connect()

    def show_rates(self, rates: PrintRates, *, has_yen: bool) -> None:
        """Fill the fields in; what is being typed is left alone."""
        self._rates = rates
        set_shown(self.only_yen, not has_yen)
        for line in (self.day_line, *self.mail_lines.values(), *self.supply_lines.values()):
            set_shown(line, has_yen)
        set_shown(self.example, has_yen)
        for name, field in self.supplies.items():
            if not field.hasFocus():
                field.set_value(Decimal(str(getattr(rates, name))))
        self._show_prices(is_other_day=False)

    def rates(self) -> PrintRates | None:
        """What the form says; None while something in it cannot be read."""
        day = self.day.value()
        numbers = {name: field.value() for name, field in self.supplies.items()}
        prices = {mail: field.value() for mail, field in self.postage.items()}
        if day is None or None in numbers.values() or None in prices.values():
            return None
        values = {name: float(number or 0) if name == "minutes" else int(number or 0) for name, number in numbers.items()}
        rates = replace(self._rates, **values)  # type: ignore[arg-type]
        for mail, price in prices.items():
            if price is not None and int(price) != self._rates.rate(mail, day):
                rates = rates.with_price(mail, day, int(price))
        return rates

    def first_field(self) -> QWidget:
        return self.postage[MailKind.POSTCARD]

    def _build(self) -> None:
        self.only_yen = WrapLabel(self.tr("Costs are worked out for shops that use yen."), TextStyle.BODY, Tone.TEXT2)
        self.add(self.only_yen)
        self.day = DateField(today=self._context.clock.today(), optional=False)
        self.day.set_value(self._context.clock.today())
        hint = self.tr("A price you change counts from this day on; what was printed before keeps its cost.")
        self.day_line = self.add_line(self.tr("Prices of"), self.day, STRETCH, hint=hint)
        self.postage = {mail: _narrow(NumberField(0)) for mail in MailKind}
        self.since = {mail: Text("", TextStyle.CAPTION, Tone.TEXT3) for mail in MailKind}
        self.mail_lines: dict[MailKind, SettingLine] = {}
        for mail, field in self.postage.items():
            label = label_of(mail, MAIL_LABELS, "PrintRates")
            self.mail_lines[mail] = self.add_line(label, field, self._unit(self.tr("yen")), self.since[mail], STRETCH)
        self._build_supplies()
        self.example = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.add(self.example)

    def _build_supplies(self) -> None:
        each, labels = self.tr("yen a piece"), self._supply_labels()
        units = {"minutes": self.tr("minutes a piece"), "wage": self.tr("yen an hour")}
        self.supplies = {name: _narrow(NumberField(0, decimals=1) if name == "minutes" else NumberField(0)) for name in labels}
        self.supply_lines = {
            name: self.add_line(labels[name], field, self._unit(units.get(name, each)), STRETCH) for name, field in self.supplies.items()
        }
        self.supply_lines["wage"].set_hint(self.tr("At 0 the time is not counted."))

    def _supply_labels(self) -> dict[str, str]:
        return {
            "paper": self.tr("Paper"),
            "message_ink": self.tr("Ink, message side"),
            "address_ink": self.tr("Ink, address side"),
            "minutes": self.tr("Time"),
            "wage": self.tr("Wage"),
        }

    def _unit(self, words: str) -> Text:
        return Text(words, TextStyle.BODY, Tone.TEXT2)

    def _connect(self) -> None:
        for field in (*self.postage.values(), *self.supplies.values()):
            field.value_changed.connect(self._show_example)
            field.edited_done.connect(self._on_left)
        self.day.edited_done.connect(self._on_day)

    def _show_prices(self, *, is_other_day: bool) -> None:
        day = self.day.value() or self._context.clock.today()
        for mail, field in self.postage.items():
            first, price = self._rates.price(mail, day)
            if is_other_day or not field.hasFocus():
                field.set_value(price)
            coming = [one for one in self._rates.postage[mail] if one[0] > day]
            self.since[mail].setText(self.tr("since {day}").format(day=day_text(first, DateStyle.TABLE)))
            words = self.tr("{yen} from {day} on") if coming else ""
            for then, there in coming[:1]:
                words = words.format(yen=yen(there), day=day_text(then, DateStyle.TABLE))
            self.mail_lines[mail].set_hint(words)
        self._show_example()

    def _show_example(self) -> None:
        """What one card costs by what stands in the fields now."""
        rates = self.rates()
        for line, field in zip((*self.mail_lines.values(), *self.supply_lines.values()), self._numbers(), strict=True):
            line.set_error("" if field.value() is not None else self.tr("Please type a number from 0 on."))
        if rates is None:
            return
        cost = card_cost(1, self.day.value() or self._context.clock.today(), rates=rates)
        words = self.tr("One postcard, both sides: {total} (postage {postage}, paper and ink {supplies}, time {labour})")
        self.example.setText(
            words.format(total=yen(cost.total), postage=yen(cost.postage), supplies=yen(cost.supplies), labour=yen(cost.labour))
        )

    def _numbers(self) -> tuple[NumberField, ...]:
        return (*self.postage.values(), *self.supplies.values())

    def _on_day(self) -> None:
        is_day = self.day.value() is not None
        self.day_line.set_error("" if is_day else self.tr("Please type a day."))
        if is_day:
            self._show_prices(is_other_day=True)

    def _on_left(self) -> None:
        wanted = self.rates()
        if wanted is None or wanted == self._rates:
            return
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.print_rates import change_print_rates

            return change_print_rates(session, wanted, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The change is saved"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        lines: dict[str, SettingLine] = {mail.value: line for mail, line in self.mail_lines.items()} | self.supply_lines
        if isinstance(error, DomainError) and error.field in lines:
            lines[error.field].set_error(self._context.messages.sentence(error))
        else:
            self._context.messages.error(error)


def _narrow(field: NumberField) -> NumberField:
    # As wide as the field asks for, whatever the size of the text becomes.
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return field
