from __future__ import annotations

from datetime import date

import pytest

from app.domain.cards import FieldValue
from app.domain.print_problems import TemplateBroken, UnknownField
from app.printing.fields import compile_template

VALUES: dict[str, FieldValue] = {
    "name": "吉田 和子",
    "honorific": "様",
    "last_visit": date(2026, 9, 3),
    "points": 12345,
    "visits": 0,
    "staff": "",
    "note": None,
}


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("{{name}} {{honorific}}", "吉田 和子 様"),
        ("{{氏名}}{{ 敬称 }}", "吉田 和子様"),
        ("{{last_visit|date:M月D日(曜)}}", "9月3日(木)"),
        ("{{last_visit|date:YYYY/MM/DD}}", "2026/09/03"),
        ("{{last_visit}}", "2026/9/3"),
        ("{{points|number}}ポイント", "12,345ポイント"),
        ("{{visits}}回", "0回"),
        ("{{staff|default:店長}}より", "店長より"),
        ("{0} {name} %s ${name}", "{0} {name} %s ${name}"),
    ],
)
def test_fields_and_filters(text: str, merged: str) -> None:
    assert compile_template(text).merged(VALUES) == merged


def test_a_line_whose_fields_are_all_empty_is_left_out() -> None:
    text = "はじめ\n担当 {{staff}} {{note}}\n{{staff}}{{name}}\n\nおわり"

    assert compile_template(text).merged(VALUES) == "はじめ\n吉田 和子\n\nおわり"


def test_the_words_of_a_customer_are_never_read_as_a_field() -> None:
    assert compile_template("{{name}}").merged({"name": "{{points}}"}) == "{{points}}"


def test_fields_of_the_shop_are_known_when_named() -> None:
    assert compile_template("{{犬の名前}}", ["犬の名前"]).merged({"犬の名前": "ポチ"}) == "ポチ"
    with pytest.raises(UnknownField):
        compile_template("{{犬の名前}}")


@pytest.mark.parametrize("text", ["{{name", "name}}", "{{}}", "{{name|upper}}", "{{ | number}}"])
def test_a_broken_field_is_refused(text: str) -> None:
    with pytest.raises(TemplateBroken):
        compile_template(text)
