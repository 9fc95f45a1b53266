"""How figures are said anywhere: a number with its unit, a change in words, what a figure means."""

from __future__ import annotations

from decimal import Decimal

from app.domain.explanations import CONTEXT as EXPLANATIONS_CONTEXT
from app.domain.explanations import EXPLANATIONS, Figure
from app.domain.findings import CONTEXT as FINDINGS_CONTEXT
from app.domain.findings import Finding
from app.domain.formats import EMPTY_CELL, CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number
from app.domain.periods import PeriodKind, lag_months
from app.domain.rates import Rate, RateStatus
from app.domain.rhythm import DEFAULT_WINDOW
from app.domain.text import is_japanese
from app.views.labels import translated
from app.views.moments import language
from app.views.widgets.explanation import Explanation

SEE_NAMES = QT_TRANSLATE_NOOP("Figures", "See the names")
OF_PEOPLE = QT_TRANSLATE_NOOP("Figures", "{numerator} of {denominator} customers")
FOR_REFERENCE = QT_TRANSLATE_NOOP("Figures", "of {people} only: for reference")


def people_count(number: int) -> str:
    """1,234名, 1 customer."""
    return format_count(number, CountUnit.CUSTOMERS, language())


def number_and_unit(number: int) -> tuple[str, str]:
    """("1,234", "名"), for a large number with a small unit."""
    digits = format_number(number)
    return digits, people_count(number).removeprefix(digits).strip()


def percent_of_rate(rate: Rate) -> str:
    """68.4, or — when nobody was counted."""
    return EMPTY_CELL if rate.percent is None else str(rate.percent)


def rate_sentence(rate: Rate) -> str:
    """137 of 200 customers."""
    return translated("Figures", OF_PEOPLE, numerator=format_number(rate.numerator), denominator=format_number(rate.denominator))


def is_for_reference(rate: Rate) -> bool:
    return rate.status is RateStatus.REFERENCE


def reference_note(rate: Rate) -> str:
    return translated("Figures", FOR_REFERENCE, people=people_count(rate.denominator))


def signed(number: int | Decimal, digits: int = 0) -> str:
    """+4, −3."""
    written = format_number(number, digits)
    return f"+{written}" if number > 0 else written


def short_change(more: int) -> str:
    """+4名, +4: for the end of a line where the unit stands already."""
    return f"+{short_count(more)}" if more > 0 else short_count(more)


def short_count(number: int) -> str:
    """62名, 62: where it is plain that people are counted."""
    return people_count(number) if is_japanese(language()) else format_number(number)


def explanation_of(figure: Figure, window: int = DEFAULT_WINDOW, *, months: int | None = None, has_names: bool = True) -> Explanation:
    """What stands behind the (i) of a figure. `months` between the two looks of the return rate; None: as of a month."""
    apart = lag_months(PeriodKind.MONTH, window) if months is None else months
    known = EXPLANATIONS[figure]
    parts = (known.title, known.words, known.example, known.formula)
    title, words, example, formula = (translated(EXPLANATIONS_CONTEXT, part, window=window, months=apart) for part in parts)
    return Explanation(title, words, example, formula, translated("Figures", SEE_NAMES) if has_names else "")


def finding_sentence(finding: Finding) -> str:
    return translated(FINDINGS_CONTEXT, finding.source, **finding.values)
