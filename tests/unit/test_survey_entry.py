"""Typing a sheet in: what a key means on each kind of question, where it goes on to, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.survey_entry import SheetDraft, ends_of, keyed_choices
from app.domain.surveys import MOST_OPTIONS, OTHER, Answer, Question, QuestionKind, SurveyContent

NPS = Question("nps", QuestionKind.NPS, "すすめたい", ends=("いいえ", "はい"))
FIVE = Question("five", QuestionKind.SCALE, "満足", points=5, ends=("不満", "満足"))
WORDS = Question("words", QuestionKind.SCALE, "満足", points=3, labels=("不満", "ふつう", "満足"))
FACES = Question("faces", QuestionKind.SCALE, "満足", points=3, smileys=True, ends=("不満", "満足"))
ONE = Question("one", QuestionKind.SINGLE, "きっかけ", options=("紹介", "ネット"), has_other=True)
ANY = Question("any", QuestionKind.MULTI, "よかった", options=("技術", "雰囲気", "価格"))
FREE = Question("free", QuestionKind.TEXT, "ひとこと")
CONTENT = SurveyContent("題", "ja", (NPS, Question("h", QuestionKind.HEADING, "見出し"), FIVE, ONE, ANY, FREE))


def at(draft: SheetDraft) -> Question | None:
    return draft.current


def touched(draft: SheetDraft) -> bool:
    return draft.is_touched


def keys(question: Question) -> str:
    return "".join(one.key for one in keyed_choices(question))


def test_keys_follow_the_order_of_the_sheet() -> None:
    assert keys(NPS) == "0123456789T"
    assert [one.choice for one in keyed_choices(NPS)][-1] == "10"
    assert [(one.key, one.choice) for one in keyed_choices(FIVE)] == [(str(n), str(n)) for n in range(1, 6)]
    words = [(one.key, one.choice, one.text) for one in keyed_choices(WORDS)]
    assert words == [("1", "3", "満足"), ("2", "2", "ふつう"), ("3", "1", "不満")]
    assert [one.choice for one in keyed_choices(FACES)] == ["3", "2", "1"]
    assert [(one.key, one.text) for one in keyed_choices(ONE)] == [("1", "紹介"), ("2", "ネット"), ("3", "")]
    assert keyed_choices(FREE) == ()
    assert (ends_of(NPS), ends_of(FIVE)) == (("いいえ", "はい"), ("不満", "満足"))
    assert (ends_of(FACES), ends_of(WORDS)) == (("満足", "不満"), ("", ""))
    assert ends_of(replace(FIVE, ends=("", ""), labels=("悪い", "良い"))) == ("悪い", "良い")


def test_many_options_go_on_with_letters_that_mean_nothing_else() -> None:
    many = Question("many", QuestionKind.MULTI, "どれ", options=tuple(f"選{n}" for n in range(MOST_OPTIONS)), has_other=True)
    found = keys(many)
    assert found.startswith("123456789ACDEF")
    assert not set("BUPX") & set(found) and len(set(found)) == len(found) == MOST_OPTIONS + 1


def test_a_key_answers_and_goes_on() -> None:
    draft = SheetDraft(CONTENT)
    assert not touched(draft) and at(draft) == NPS
    assert draft.press("T") and at(draft) == FIVE
    assert not draft.press("9") and at(draft) == FIVE
    assert draft.press("4") and at(draft) == ONE
    assert draft.press("1") and at(draft) == ANY
    assert draft.press("3") and draft.press("1") and at(draft) == ANY
    draft.go_on()
    draft.write(FREE, words="ありがとう")
    draft.go_on()
    assert at(draft) is None and not draft.press("1") and touched(draft)
    assert draft.answers() == (
        Answer("nps", ("10",)),
        Answer("five", ("4",)),
        Answer("one", ("紹介",)),
        Answer("any", ("技術", "価格")),
        Answer("free", words="ありがとう"),
    )


def test_other_waits_for_its_words() -> None:
    draft = SheetDraft(CONTENT)
    draft.go_to(2)
    draft.press("3")
    assert at(draft) == ONE
    draft.write(ONE, words="看板")
    assert draft.answers() == (Answer("one", (OTHER,), words="看板"),)
    draft.press("1")
    assert draft.answers() == (Answer("one", ("紹介",)),)


def test_every_step_can_be_taken_back() -> None:
    draft = SheetDraft(CONTENT)
    draft.press("3")
    draft.press("B")
    assert at(draft) == ONE and draft.answers() == (Answer("nps", ("3",)),)
    draft.choose(NPS, "9")
    assert at(draft) == FIVE
    assert draft.back() and at(draft) == NPS and draft.answer("nps").chosen == ("3",)
    assert draft.back() and at(draft) == FIVE
    assert draft.back() and at(draft) == NPS and draft.answers() == ()
    assert not draft.back()


def test_typing_is_one_step() -> None:
    draft = SheetDraft(CONTENT)
    for words in ("あ", "あり", "ありがとう"):
        draft.write(FREE, words=words)
    draft.write(FREE, words="ありがとう")
    assert draft.back() and draft.answers() == () and not draft.back()


def test_a_tick_is_taken_away_again_and_blank_takes_all() -> None:
    draft = SheetDraft(CONTENT)
    draft.choose(ANY, "雰囲気")
    draft.choose(ANY, "雰囲気")
    assert draft.answers() == ()
    draft.choose(ANY, "価格")
    draft.leave_blank(ANY)
    assert draft.answers() == () and at(draft) == FREE


@pytest.mark.parametrize(("place", "stands"), [(-1, NPS), (3, ANY), (99, None)])
def test_any_question_can_be_gone_to(place: int, stands: Question | None) -> None:
    draft = SheetDraft(CONTENT)
    draft.go_to(place)
    assert at(draft) == stands


def test_what_is_corrected_begins_with_what_was_recorded() -> None:
    day = Question("day", QuestionKind.DATE, "いつ")
    known = (Answer("day", day=date(2026, 1, 2)), Answer("nps", ("3",)))
    draft = SheetDraft(replace(CONTENT, questions=(NPS, day)), known)
    assert draft.answers() == known[::-1] and not touched(draft)
    draft.choose(NPS, "4")
    assert touched(draft)
    draft.choose(NPS, "3")
    assert not touched(draft)
