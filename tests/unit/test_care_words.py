"""Rules and their follow-ups in words."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.care import SHIPPED_RULES, RuleFields, RuleKind
from app.domain.care_words import (
    NUMBER_RANGE,
    CareSpeaker,
    number_choices,
    reason_sentence,
    rule_name,
    rule_words,
    usual_words,
    what_to_do,
)
from app.domain.follow_ups import FollowUpKind
from app.words import Catalogue

TODAY = date(2026, 11, 20)
SPEAKERS = {language: CareSpeaker(Catalogue.load(language).tr, language, TODAY) for language in ("ja", "en")}


def _sentence(kind: RuleKind, number: float, follow_up: FollowUpKind, language: str = "en", words: str = "") -> str:
    return rule_words(RuleFields(kind, number, follow_up, words=words), SPEAKERS[language]).text


@pytest.mark.parametrize(
    ("kind", "number", "follow_up", "japanese", "english"),
    [
        (RuleKind.FIRST_VISIT, 1, FollowUpKind.CARD, "はじめてのご来店の翌日に、お礼のはがきを書く。",
         "The day after a first visit: write a thank-you card."),
        (RuleKind.BIRTHDAY, 14, FollowUpKind.CARD, "お誕生日の14日前に、お誕生日カードを送る。",
         "14 days before a birthday: send a birthday card."),
        (RuleKind.OVERDUE, 1.5, FollowUpKind.CALL, "いつもの間隔の1.5倍を過ぎたら、次回のご予約をご案内する。",
         "When 1.5 times the usual time between visits has passed: call and offer the next appointment."),
        (RuleKind.AFTER_VISIT, 3, FollowUpKind.CALL, "ご来店の3日後に、お加減をうかがう。",
         "3 days after a visit: ask how it has been since."),
        (RuleKind.LAPSE, 30, FollowUpKind.CARD, "ポイント失効の30日前に、ポイント失効のお知らせのはがきを書く。",
         "30 days before the lapse of points: write a card to tell of the points that lapse."),
        (RuleKind.LOW_SURVEY, 6, FollowUpKind.CALL, "アンケートが6以下なら、その日に、アンケートのお返事のお電話をする。",
         "When a survey says 6 or less, on that day: call to reply to the survey."),
        (RuleKind.INQUIRY_OVERDUE, 0, FollowUpKind.CALL, "お約束の期限の翌日に、お約束のお返事のお電話をする。",
         "The day after the day promised to a customer: call to give the promised reply."),
        (RuleKind.HAND_PICKED, 2, FollowUpKind.LETTER, "常連の方に年2回、とっておきのご案内のお手紙を書く。",
         "2 times a year, for regulars: write a letter to suggest something hand-picked."),
    ],
)  # fmt: skip
def test_a_rule_is_one_plain_sentence(kind: RuleKind, number: float, follow_up: FollowUpKind, japanese: str, english: str) -> None:
    assert _sentence(kind, number, follow_up, "ja") == japanese
    assert _sentence(kind, number, follow_up) == english


def test_the_words_to_be_pressed_are_the_number_and_what_to_do() -> None:
    for shipped in SHIPPED_RULES:
        for speaker in SPEAKERS.values():
            said = rule_words(shipped, speaker)
            assert {name for name, _ in said.words} == {"number", "act"}
            assert "{" not in said.text
            assert said.text[-1] in ".。"


def test_own_words_take_the_place_of_the_usual_ones() -> None:
    assert _sentence(RuleKind.AFTER_VISIT, 0, FollowUpKind.OTHER, "ja", "写真を送る") == "ご来店の当日に、写真を送る。"
    assert what_to_do(FollowUpKind.CALL, "写真を送る", {"rule": "after_visit"}, SPEAKERS["ja"]) == "写真を送る"


def test_what_to_do_says_its_purpose_where_a_rule_made_it() -> None:
    ja, en = SPEAKERS["ja"], SPEAKERS["en"]
    assert what_to_do(FollowUpKind.LETTER, "", {"rule": "renewal"}, ja) == "ご契約の更新のご相談のお手紙を書く"
    assert what_to_do(FollowUpKind.TALK, "", {"rule": "budget"}, en) == "At the next visit, talk about the budget"
    assert what_to_do(FollowUpKind.CALL, "", {}, ja) == "お電話する"
    assert what_to_do(FollowUpKind.OTHER, "", {"rule": "yearly"}, en) == "Say hello again"


@pytest.mark.parametrize(
    ("reason", "japanese", "english"),
    [
        ({"rule": "overdue", "usual": 48, "day": "2026-09-29"}, "いつも48日ごと・前回から52日",
         "Usually every 48 days, now 52 days since the last visit"),
        ({"rule": "after_visit", "day": "2026-11-04", "bought": ["ハイライト"]}, "11/4のご来店・ハイライト",
         "Visited on 4 Nov · ハイライト"),
        ({"rule": "birthday", "day": "2026-11-24"}, "11/24がお誕生日", "Birthday on 24 Nov"),
        ({"rule": "yearly", "day": "2025-11-20"}, "2025/11/20からご来店もご連絡もなし", "No visit and no word since 20 Nov 2025"),
        ({"rule": "lapse", "day": "2026-12-31", "points": 1200}, "12/31に1,200ポイントが失効", "1,200 points lapse after 31 Dec"),
        ({"rule": "inquiry_overdue", "day": "2026-11-18"}, "11/18までのお約束", "Promised by 18 Nov"),
        ({"rule": "health_falling", "before": 72, "now": 38}, "健康度がひと月で72から38に", "Health fell from 72 to 38 within a month"),
        ({"rule": "hand_picked"}, "いつも来てくださる方", "One of your regulars"),
    ],
)  # fmt: skip
def test_the_reason_is_said_in_either_language(reason: dict[str, object], japanese: str, english: str) -> None:
    assert reason_sentence(reason, SPEAKERS["ja"]) == japanese
    assert reason_sentence(reason, SPEAKERS["en"]) == english


@pytest.mark.parametrize(
    "reason",
    [{}, {"rule": "gone"}, {"rule": "birthday"}, {"rule": "birthday", "day": "soon"}, {"rule": "lapse", "day": "2026-12-31"}],
)
def test_what_is_not_understood_is_not_said(reason: dict[str, object]) -> None:
    assert reason_sentence(reason, SPEAKERS["ja"]) == ""


def test_words_with_braces_stay_as_they_are() -> None:
    assert reason_sentence({"rule": "low_survey", "text": "満足度 {0} 3/10"}, SPEAKERS["ja"]) == "満足度 {0} 3/10"
    assert reason_sentence({"rule": "after_visit", "day": "2026-11-04", "bought": ["{reason}"]}, SPEAKERS["ja"]) == "11/4のご来店・{reason}"


def test_every_kind_has_a_name_numbers_to_choose_and_words_for_every_way() -> None:
    for kind in RuleKind:
        low, high = NUMBER_RANGE[kind]
        assert all(low <= number <= high for number in number_choices(kind))
        for speaker in SPEAKERS.values():
            assert rule_name(kind, speaker)
            assert all(usual_words(kind, follow_up, speaker) for follow_up in FollowUpKind)
    for shipped in SHIPPED_RULES:
        low, high = NUMBER_RANGE[shipped.kind]
        assert low <= shipped.number <= high
