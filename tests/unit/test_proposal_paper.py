"""The words of the page a proposal is handed over on, as a template."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest

from app.domain.cards import FieldValue
from app.domain.print_problems import PrintError, TemplateBroken, UnknownField
from app.domain.proposal_paper import PAPER_FIELDS, field_mark, from_template, shipped_words, to_template
from app.domain.proposals import printed_days, with_printed
from app.domain.templates import Template
from app.printing.proposal_words import merged_words, read_words

VALUES: dict[str, FieldValue] = {
    "name": "吉田 和子",
    "shop": "美容室 こもれび",
    "title": "ヘッドスパ",
    "product": "短時間15分",
    "price": "¥3,300",
    "today": date(2026, 11, 20),
}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_words_that_come_with_the_program_can_be_printed_and_kept(language: str) -> None:
    words = shipped_words(language)
    assert all(asdict(words).values())
    assert read_words(words).keys() == asdict(words).keys()
    kept = Template.from_json(to_template(words, language).to_json())
    assert from_template(kept, replace(words, heading="")) == words


def test_in_japanese_fields_have_japanese_names() -> None:
    assert shipped_words("ja").price_words == "{{商品}} {{料金}}" and shipped_words("en").price_words == "{{product}} {{price}}"
    assert shipped_words("ja").heading == "ご提案書"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_field_has_its_value_by_either_name(language: str) -> None:
    text = "\n".join(field_mark(name, language) for name in PAPER_FIELDS)
    values: dict[str, FieldValue] = dict.fromkeys(PAPER_FIELDS, "○")
    found = merged_words(replace(shipped_words(language), opening=text), values)
    assert found.opening.splitlines() == ["○"] * len(PAPER_FIELDS)


def test_a_line_without_any_value_is_left_out() -> None:
    words = replace(shipped_words("ja"), opening="{{氏名}}様へ{{提案}}\n目標 {{目標}}\n{{日付|date:M月D日}}")
    found = merged_words(words, VALUES)
    assert found.opening == "吉田 和子様へヘッドスパ\n11月20日"
    assert found.aim_words == "" and found.price_words == "短時間15分 ¥3,300"


@pytest.mark.parametrize(
    ("text", "error"),
    [("{{ねだん}}", UnknownField), ("{{points}}", UnknownField), ("{{ポイント}}", UnknownField), ("{{name", TemplateBroken)],
)
def test_a_field_nobody_knows_is_told_with_its_part(text: str, error: type[PrintError]) -> None:
    with pytest.raises(error) as caught:
        read_words(replace(shipped_words("ja"), closing=text))
    assert caught.value.field == "closing"


def test_days_of_printing_are_kept_in_order_and_once() -> None:
    first, second = date(2026, 11, 20), date(2026, 11, 23)
    kept = with_printed(with_printed(with_printed({"within": 90}, second), first), second)
    assert kept["within"] == 90 and printed_days(kept) == (first, second)
    assert printed_days({"printed": ["x", 3]}) == () and printed_days(None) == ()
