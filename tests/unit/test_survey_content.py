"""What a file may say a survey is, and what can be printed of it."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.survey_errors import LimitsCrossed, SurveyUnreadable, TextTooLong
from app.domain.surveys import LONGEST_ID, LONGEST_TEXT, SurveyContent

HALF_A_SIGN = "\ud800"


def _file(question: dict[str, Any], **more: Any) -> dict[str, Any]:
    asked = {"id": "q1", "kind": "nps", "text": "いかがでしたか"} | question
    return {"title": "ご来店アンケート", "language": "ja", "questions": [asked]} | more


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ({"id": "q1|other"}, "questions[1].id"),
        ({"id": "q" * (LONGEST_ID + 1)}, "questions[1].id"),
        ({"id": HALF_A_SIGN}, "questions[1].id"),
        ({"id": []}, "questions[1].id"),
        ({"text": f"い{HALF_A_SIGN}"}, "questions[1].text"),
        ({"text": 3}, "questions[1].text"),
        ({"kind": "single", "options": ["a", HALF_A_SIGN]}, "questions[1].options"),
        ({"kind": "scale", "labels": ["a"] * 8}, "questions[1].labels"),
        ({"kind": "number", "unit": "\0"}, "questions[1].unit"),
    ],
)
def test_what_cannot_be_kept_or_drawn_is_refused_where_it_stands(question: dict[str, Any], what: str) -> None:
    with pytest.raises(SurveyUnreadable) as refused:
        SurveyContent.from_json(_file(question))
    assert refused.value.values["what"] == what


@pytest.mark.parametrize("name", ["title", "intro", "purpose", "thanks"])
def test_half_a_sign_in_the_words_around_is_refused(name: str) -> None:
    with pytest.raises(SurveyUnreadable) as refused:
        SurveyContent.from_json(_file({}, **{name: HALF_A_SIGN}))
    assert refused.value.values["what"] == name


def test_a_number_that_nobody_could_write_is_not_asked_for() -> None:
    asked = {"kind": "number", "low": 10, "high": 1}
    with pytest.raises(LimitsCrossed):
        SurveyContent.from_json(_file(asked)).checked()
    assert SurveyContent.from_json(_file(asked | {"low": 1})).checked().questions[0].high == 1


def test_a_unit_is_no_longer_than_other_words() -> None:
    with pytest.raises(TextTooLong):
        SurveyContent.from_json(_file({"kind": "number", "unit": "回" * (LONGEST_TEXT + 1)})).checked()
