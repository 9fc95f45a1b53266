"""The order of templates in a choice."""

from __future__ import annotations

from app.domain.print_runs import Greeting
from app.domain.template_choice import find_row, in_order
from app.domain.templates import Occasion, Template, TemplateKind, TemplateRow


def _row(key: str, occasion: Occasion, *months: int) -> TemplateRow:
    return TemplateRow(Template(key, "ja", TemplateKind.CARD, key, "はがき", (), occasion, months))


ROWS = (
    _row("birthday", Occasion.BIRTHDAY),
    _row("spring", Occasion.LONG_TIME, 3, 4),
    _row("new_year", Occasion.SEASON, 12, 1),
    _row("autumn", Occasion.LONG_TIME, 9, 10, 11),
    _row("thanks", Occasion.THANK_YOU),
    _row("november", Occasion.SEASON, 11),
)


def _keys(greeting: Greeting, month: int) -> list[str]:
    return [row.template.key for row in in_order(ROWS, greeting, month)]


def test_what_fits_greeting_and_month_comes_first() -> None:
    assert _keys(Greeting.MISSED, 11) == ["autumn", "november", "birthday", "thanks", "spring", "new_year"]
    assert _keys(Greeting.MISSED, 4) == ["spring", "birthday", "thanks", "autumn", "new_year", "november"]
    assert _keys(Greeting.THANKS, 12)[:2] == ["thanks", "new_year"]


def test_the_first_key_that_there_is_or_the_first_row() -> None:
    assert find_row(ROWS, "gone", "autumn") == ROWS[3]
    assert find_row(ROWS, "gone") == ROWS[0]
    assert find_row((), "autumn") is None
