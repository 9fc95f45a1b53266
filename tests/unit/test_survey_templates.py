"""The surveys that come with the program, in both languages."""

from __future__ import annotations

import re

import pytest

from app.domain.shop import Trade
from app.domain.survey_errors import SurveyUnreadable
from app.domain.survey_sheets import SheetChoice, SheetPaper, TypeSize
from app.domain.survey_templates import FIRST_THREE, STAFF, TEMPLATE_KEYS, SurveyTemplate, templates_for
from app.domain.surveys import Audience, QuestionKind
from app.printing.fonts import missing_characters
from app.printing.survey_layout import lay_out
from app.printing.survey_remarks import minutes_of
from app.printing.survey_templates import survey_template, survey_templates

LANGUAGES = ("ja", "en")
EVERY = [(language, key) for language in LANGUAGES for key in TEMPLATE_KEYS]


def found(key: str, language: str) -> SurveyTemplate:
    template = survey_template(key, language)
    assert template is not None
    return template


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_each_can_be_printed_as_it_is(language: str, key: str) -> None:
    content = found(key, language).content
    assert content.checked() is content
    assert content.language == language
    assert len(content.asked) <= 7
    assert all((content.intro, content.purpose, content.thanks))
    assert content.asked[-1].kind is QuestionKind.TEXT
    assert not missing_characters("".join((content.title, content.intro, content.purpose, content.thanks)))


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_each_fits_one_a4_page_and_two_with_large_letters(language: str, key: str) -> None:
    content = found(key, language).content
    assert len(lay_out(content, SheetChoice()).pages) == 1
    assert len(lay_out(content, SheetChoice(size=TypeSize.LARGE)).pages) <= 2
    assert len(lay_out(content, SheetChoice(SheetPaper.A5)).pages) <= 3


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_each_promises_the_time_it_takes(language: str, key: str) -> None:
    content = found(key, language).content
    promised = re.search(r"(\d+)(分ほど| minutes)", content.intro)
    assert promised is not None
    assert int(promised[1]) == minutes_of(content)


@pytest.mark.parametrize("key", TEMPLATE_KEYS)
def test_both_languages_ask_the_same(key: str) -> None:
    japanese, english = (found(key, language) for language in LANGUAGES)
    assert japanese.audience is english.audience
    for one, other in zip(japanese.content.questions, english.content.questions, strict=True):
        assert (one.id, one.kind, len(one.choices), one.points, one.smileys, one.required, one.lines) == (
            other.id, other.kind, len(other.choices), other.points, other.smileys, other.required, other.lines,
        )  # fmt: skip


def test_staff_are_asked_as_staff_and_customers_as_customers() -> None:
    assert {one.key for one in survey_templates("ja") if one.audience is Audience.STAFF} == {STAFF}


@pytest.mark.parametrize("trade", list(Trade))
def test_every_trade_is_offered_three_of_its_own_first(trade: Trade) -> None:
    listed = templates_for(trade, survey_templates("en"))
    assert tuple(one.key for one in listed[:3]) == FIRST_THREE[trade]
    assert sorted(one.key for one in listed) == sorted(TEMPLATE_KEYS)
    assert all(trade in one.trades for one in listed[:3])


def test_a_language_that_is_not_there_has_none() -> None:
    assert survey_templates("../ja") == ()
    assert survey_template("salon", "fr") is None


def test_a_file_of_something_else_is_refused() -> None:
    with pytest.raises(SurveyUnreadable):
        SurveyTemplate.from_json({"key": "salon", "audience": "everybody", "content": {}})
