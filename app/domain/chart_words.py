"""How a chart names things in the user's language; the window and paper fill it each in their way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.dates import DateStyle, format_date
from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import JPY, Currency, format_money
from app.domain.numbers import format_number
from app.domain.text import is_japanese

CONTEXT = "Charts"
SO_FAR = QT_TRANSLATE_NOOP("Charts", "so far")
EACH_TIMES = QT_TRANSLATE_NOOP("Charts", "{number} visits")


@dataclass(frozen=True, slots=True)
class ChartWords:
    """`say(context, source)` translates what is marked under a context."""

    say: Callable[[str, str], str]
    language: str
    currency: Currency = JPY

    def word(self, source: str, **values: object) -> str:
        text = self.say(CONTEXT, source)
        return text.format(**values) if values else text

    def short_month(self, day: date) -> str:
        """11月, Nov."""
        return f"{day.month}月" if is_japanese(self.language) else self.month(day).split()[0]

    def month(self, day: date) -> str:
        """2026年11月, Nov 2026."""
        return format_date(day, self.language, DateStyle.MONTH)

    def money(self, amount: int) -> str:
        return format_money(amount, self.currency, self.language)

    def people(self, number: int) -> str:
        """34名, 34 customers."""
        return format_count(number, CountUnit.CUSTOMERS, self.language)

    def visits(self, number: float) -> str:
        """1.42回, 1.42 visits."""
        return self.word(EACH_TIMES, number=format_number(number, 2))
