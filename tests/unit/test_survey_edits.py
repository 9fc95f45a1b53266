"""Building a survey: questions added, moved, copied and taken away, and the sheet in the other language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.survey_beginnings import as_kind, everything, new_question, new_survey, with_points
from app.domain.survey_edits import (
    added,
    changed,
    copied,
    in_language,
    placed,
    removed,
    stepped,
    with_option,
    with_option_added,
    with_option_moved,
    with_option_removed,
)
from app.domain.survey_errors import QuestionTextMissing, TooMuchAsked
from app.domain.surveys import MOST_OPTIONS, MOST_QUESTIONS, Question, QuestionKind, SurveyContent
from tests.surveys import CONTENT


def ids(content: SurveyContent) -> list[str]:
    return [one.id for one in content.questions]


def test_a_question_comes_below_the_one_at_hand() -> None:
    question = new_question(CONTENT, QuestionKind.DATE)
    assert ids(added(CONTENT, question, "staff"))[:3] == ["nps", "staff", question.id]
    assert ids(added(CONTENT, question))[-1] == question.id
    assert ids(added(CONTENT, question, "gone"))[-1] == question.id


def test_there_is_an_end_to_questions_and_options() -> None:
    full = replace(CONTENT, questions=tuple(Question(f"q{number}", QuestionKind.LINE, "x") for number in range(MOST_QUESTIONS)))
    with pytest.raises(TooMuchAsked):
        added(full, new_question(full, QuestionKind.LINE))
    with pytest.raises(TooMuchAsked):
        copied(full, "q3")
    with pytest.raises(TooMuchAsked):
        with_option_added(Question("q", QuestionKind.MULTI, "x", options=("a",) * MOST_OPTIONS))


def test_questions_move_and_stop_at_the_ends() -> None:
    before = ids(CONTENT)
    assert ids(stepped(CONTENT, "staff", 1))[:3] == ["nps", "why", "staff"]
    assert stepped(CONTENT, "nps", -1) == CONTENT
    assert ids(stepped(CONTENT, "words", 1)) == before
    assert ids(placed(CONTENT, "words", 0))[0] == "words"
    assert ids(placed(CONTENT, "nps", 99))[-1] == "nps"
    assert stepped(CONTENT, "gone", 1) == placed(CONTENT, "gone", 0) == CONTENT


def test_a_copy_lies_below_under_an_id_of_its_own() -> None:
    after = copied(CONTENT, "why")
    place = ids(after).index("why")
    copy = after.questions[place + 1]
    assert len(set(ids(after))) == len(CONTENT.questions) + 1
    assert replace(copy, id="why") == CONTENT.question("why")


def test_a_question_is_changed_or_taken_away() -> None:
    question = CONTENT.question("staff")
    assert question is not None
    other = replace(question, text="変えました")
    assert changed(CONTENT, other).question("staff") == other
    assert ids(removed(CONTENT, "staff")) == [one for one in ids(CONTENT) if one != "staff"]


def test_options_are_typed_moved_and_taken_away() -> None:
    question = Question("q", QuestionKind.SINGLE, "x", options=("a", "b", "c"))
    assert with_option(question, 1, "B").options == ("a", "B", "c")
    assert with_option_added(question).options == ("a", "b", "c", "")
    assert with_option_moved(question, 0, 2).options == ("b", "c", "a")
    assert with_option_moved(question, 2, 5).options == ("a", "b", "c")
    assert with_option_moved(question, 1, -4).options == ("b", "a", "c")
    assert with_option_removed(question, 1).options == ("a", "c")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", QuestionKind)
def test_every_new_question_can_be_printed_as_it_is(kind: QuestionKind, language: str) -> None:
    content = new_survey(language)
    assert content.checked() == content
    question = new_question(content, kind)
    assert added(content, question).checked().question(question.id) == question


@pytest.mark.parametrize("kind", QuestionKind)
@pytest.mark.parametrize("before", QuestionKind)
def test_a_question_asked_in_another_way_can_be_printed(before: QuestionKind, kind: QuestionKind) -> None:
    content = new_survey("ja")
    question = as_kind(new_question(content, before), kind, "ja")
    assert question.kind is kind
    whole = added(content, question)
    assert whole.checked() == whole
    assert not (question.options and kind not in (QuestionKind.SINGLE, QuestionKind.MULTI))


def test_what_is_lacking_is_told_by_the_number_on_the_sheet() -> None:
    empty = [changed(CONTENT, replace(one, text="")) for one in CONTENT.questions]
    told = []
    for content in empty:
        with pytest.raises(QuestionTextMissing) as raised:
            content.checked()
        told.append(raised.value.values["number"])
    assert told == [1, 2, 3, 4, 5, 5, 6, 7]


def test_options_stay_between_choosing_one_and_choosing_any() -> None:
    question = Question("q", QuestionKind.SINGLE, "x", options=("a", "b"), has_other=True)
    assert as_kind(question, QuestionKind.MULTI, "ja") == replace(question, kind=QuestionKind.MULTI)


def test_the_words_of_a_scale_follow_its_points_unless_they_are_ones_own() -> None:
    usual = new_question(CONTENT, QuestionKind.SCALE)
    assert len(with_points(usual, 7, "ja").labels) == 7
    own = replace(usual, labels=("いまいち", "a", "b", "c", "最高"))
    assert with_points(own, 3, "ja").labels == ()


def test_ready_words_change_with_the_language_and_own_ones_stay() -> None:
    own = Question("own", QuestionKind.SINGLE, "看板犬は好きですか", options=("はい", "いいえ"))
    survey = added(replace(new_survey("ja"), title="看板犬の会"), own)
    pairs = [(everything("ja"), everything("en"))]
    english = in_language(survey, "en", pairs)
    assert (english.language, english.title, english.question("own")) == ("en", "看板犬の会", own)
    assert english.questions[0] == new_survey("en").questions[0]
    assert (english.intro, english.thanks) == (new_survey("en").intro, new_survey("en").thanks)
    assert in_language(english, "ja", [(everything("en"), everything("ja"))]) == survey
