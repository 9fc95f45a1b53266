"""The rules of points in words, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.money import CURRENCIES, JPY
from app.domain.points import EarnBasis, Expiry, ExpiryKind, Rounding, RuleFields
from app.domain.tiers import TierFields
from app.i18n import Translators
from app.views.points.sentences import (
    RuleWord,
    counter_hint,
    example_text,
    further_sentence,
    rate_text,
    rule_sentences,
    zero_warning,
)

GOLD = TierFields("ゴールド", 100_000, 150)
PICTURE = RuleFields(
    birthday_rate=200, first_visit_points=100, use_from=100, expiry=Expiry(ExpiryKind.AFTER_EARNING, 12, to_month_end=True)
)


@pytest.fixture
def japanese(qapp: QApplication) -> Iterator[None]:
    translators = Translators(qapp)
    translators.use("ja")
    yield
    translators.clear()


def said(rule: RuleFields, *excluded: str) -> list[str]:
    return [line.text for line in rule_sentences(rule, JPY, excluded)]


def test_the_rule_of_a_shop_in_japanese(japanese: None) -> None:
    assert said(PICTURE, "回数券", "商品券") == [
        "お買上げ100円ごとに1ポイントたまります(税込・1回ごとに切り捨て)。",
        "お誕生月は2倍、はじめてのご来店は100ポイントを足します。",
        "1ポイントは1円として、100ポイントから使えます。",
        "たまった日から12か月後の月末まで使えます(その日も使えます)。",
        "回数券・商品券にはつきません。",
    ]


def test_the_rule_of_a_shop_in_english(qapp: QApplication) -> None:
    assert said(PICTURE, "Vouchers") == [
        "Every ¥100 spent earns 1 point (with tax, rounded down on each purchase).",
        "Months of birthdays count 2 times, a first visit adds 100 points.",
        "A point is worth ¥1 and can be used from 100 points on.",
        "From the day they were earned points last 12 months, to the end of that month; the last day counts.",
        "No points for Vouchers.",
    ]


def test_everything_a_rule_may_say(japanese: None) -> None:
    rule = RuleFields(
        amount=1000,
        points=12,
        rounding=Rounding.UP,
        taxed=False,
        minimum=500,
        bonus_weekdays=(4, 0),
        bonus_days=(15, 5),
        bonus_rate=350,
        first_visit_points=30,
        referrer_points=200,
        point_value=2,
        expiry=Expiry(ExpiryKind.FIXED_DAY, month=3, day=31),
    )
    assert said(rule, "A", "B", "C", "D", "E") == [
        "お買上げ1,000円ごとに12ポイントたまります(税抜・1回ごとに切り上げ)。",
        "はじめてのご来店は30ポイントを足します。",
        "月曜日・金曜日と毎月5・15日は3.5倍です。",
        "500円未満のお買上げにはつきません。",
        "ご紹介者に200ポイント、ご紹介で来られた方に0ポイントをつけます。",
        "1ポイントは2円として、1ポイントから使えます。",
        "たまった日から1か月より先の、次の3月31日まで使えます(その日も使えます)。",
        "A・B・Cほか2件にはつきません。",
    ]


@pytest.mark.parametrize(
    ("expiry", "sentence"),
    [
        (Expiry(), "ポイントは期限なく使えます。"),
        (Expiry(ExpiryKind.AFTER_VISIT, 6), "最後のご来店から6か月後まで使えます(その日も使えます)。"),
        (Expiry(ExpiryKind.AFTER_EARNING, 3), "たまった日から3か月後まで使えます(その日も使えます)。"),
    ],
)
def test_how_long_points_last(japanese: None, expiry: Expiry, sentence: str) -> None:
    assert said(RuleFields(expiry=expiry))[-1] == sentence


def test_a_rule_that_is_off_says_so(japanese: None) -> None:
    assert said(replace(PICTURE, is_on=False), "回数券") == ["いまはお買上げにポイントはつきません。"]


def test_what_is_not_used_yet_is_offered(japanese: None) -> None:
    nothing = further_sentence(RuleFields())
    assert (
        nothing is not None and nothing.text == "ほかにお誕生月、はじめてのご来店、特別な日、最低額、ご紹介、つかない商品も決められます。"
    )
    some = further_sentence(replace(PICTURE, minimum=100, referred_points=5), ["回数券"])
    assert some is not None and [word for word, _ in some.words] == [RuleWord.BONUS_DAYS]
    assert further_sentence(replace(PICTURE, minimum=1, referred_points=5, bonus_days=(5,), bonus_rate=200), ["回数券"]) is None


def test_the_line_of_the_counter(japanese: None) -> None:
    assert counter_hint(PICTURE, JPY, GOLD) == "100円で1、ゴールドは1.5倍、端数は切り捨て"
    assert counter_hint(PICTURE, JPY) == "100円で1、端数は切り捨て"
    basis = EarnBasis(birthday_rate=200, bonus_rate=300, first_visit_points=100)
    assert counter_hint(PICTURE, JPY, None, basis) == "100円で1、お誕生月は2倍、特別な日は3倍、はじめてのご来店は+100、端数は切り捨て"
    assert counter_hint(None, JPY) == counter_hint(replace(PICTURE, is_on=False), JPY) == ""


def test_the_line_of_the_counter_in_english(qapp: QApplication) -> None:
    assert counter_hint(PICTURE, CURRENCIES["GBP"], GOLD) == "1 per £1.00, ゴールド 1.5 times, rounded down"


def test_examples(japanese: None) -> None:
    assert example_text(PICTURE, JPY, GOLD) == "例: ¥9,350 → 93、¥90 → 0、ゴールドの ¥10,995 → 163"
    assert example_text(replace(PICTURE, taxed=False), JPY) == "例: ¥9,350 → 93、¥90 → 0、¥10,995 → 109"


def test_a_high_step_warns_of_purchases_that_earn_nothing(japanese: None) -> None:
    assert zero_warning(replace(PICTURE, amount=1000), JPY) == "1,000円で1ポイントだと、¥900 は 0 です。"
    assert zero_warning(PICTURE, JPY) == ""
    assert zero_warning(replace(PICTURE, amount=1000, rounding=Rounding.UP), JPY) == ""
    assert zero_warning(replace(PICTURE, amount=1000, is_on=False), JPY) == ""


@pytest.mark.parametrize(("rate", "text"), [(100, "1倍"), (150, "1.5倍"), (125, "1.25倍"), (1000, "10倍")])
def test_rates_in_words(japanese: None, rate: int, text: str) -> None:
    assert rate_text(rate) == text
