"""The order of templates in a choice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.print_kinds import WorkKind
from app.domain.print_runs import Greeting, PrintSettings
from app.domain.print_work import with_template
from app.domain.template_choice import chosen_row, find_row, in_order
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


LETTERS = tuple(replace(row, template=replace(row.template, kind=TemplateKind.LETTER)) for row in ROWS)


@pytest.mark.parametrize("kind", [WorkKind.CARD, WorkKind.LETTER])
def test_an_occasion_begins_with_its_own_template_and_keeps_its_own_choice(kind: WorkKind) -> None:
    rows = ROWS if kind is WorkKind.CARD else LETTERS
    usual = with_template(PrintSettings(), kind, "november")
    birthday = replace(usual, greeting=Greeting.BIRTHDAY)
    assert chosen_row(rows, birthday, kind, 11) == find_row(rows, "birthday")
    kept = PrintSettings.from_json(with_template(birthday, kind, "thanks").to_json())
    assert chosen_row(rows, replace(kept, greeting=Greeting.BIRTHDAY), kind, 11) == find_row(rows, "thanks")
    assert chosen_row(rows, replace(kept, greeting=Greeting.MISSED), kind, 11) == find_row(rows, "november")


def test_a_letter_for_an_occasion_that_none_is_made_for_is_the_last_one_used() -> None:
    usual = with_template(PrintSettings(), WorkKind.LETTER, "november")
    row = chosen_row(LETTERS, replace(usual, greeting=Greeting.SECOND_VISIT), WorkKind.LETTER, 4)
    assert row == find_row(LETTERS, "november")
