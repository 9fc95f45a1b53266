"""Figures of surveys, worked out by hand and beside an independent library."""

from __future__ import annotations

import sys
from math import sqrt
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.analytics.nps import is_beyond_chance, latest_of, nps_from, nps_of, weights_of
from app.analytics.occasions import occasions_from
from app.analytics.survey_figures import mean_of, survivors, welch
from app.analytics.survey_returns import came_within, ripe_last
from app.analytics.survey_words import frequent_words, installed_tokenizer
from app.domain.survey_results import Nps, Soundness, WordCount, soundness, tidy_tags

ANSWERS = st.lists(st.integers(0, 10), min_size=1, max_size=60)


def ints(*values: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(values, dtype=np.int64)


def test_the_score_of_ten_answers() -> None:
    # Promoters 10 10 9 9, passives 8 7, detractors 6 5 0 3: (4 - 4) / 10 = 0; p = d = 0.4, SE = 100 x sqrt(0.8 / 10) = 28.28.
    score = nps_of(ints(10, 10, 9, 9, 8, 7, 6, 5, 0, 3))
    assert (score.n, score.promoters, score.passives, score.detractors) == (10, 4, 2, 4)
    assert score.nps == 0
    assert score.margin == pytest.approx(1.959964 * 28.284271, abs=1e-4)
    assert score.soundness is Soundness.REFERENCE


def test_the_score_of_the_sample_wave() -> None:
    # 107 promoters, 37 detractors of 214: 70 / 214 = 32.71; p + d = 144 / 214, SE = 100 x sqrt((0.672897 - 0.106996) / 214) = 5.1424.
    score = nps_from(214, 107, 37)
    assert score.nps == pytest.approx(32.7103, abs=1e-4)
    assert score.margin == pytest.approx(10.0789, abs=1e-3)
    assert score.shown == 33
    assert score.low == pytest.approx(22.631, abs=1e-3)
    assert score.high == pytest.approx(42.789, abs=1e-3)


def test_nobody_has_no_score_and_an_interval_ends_at_a_hundred() -> None:
    assert nps_of(ints()) == Nps(0, 0, 0, 0, None, None)
    assert nps_of(ints()).shown is None
    assert nps_from(4, 3, 0).high == 100
    assert nps_from(8, 1, 0).shown == 13  # 12.5 away from zero
    assert nps_from(8, 0, 1).shown == -13


@given(ANSWERS)
def test_the_margin_is_that_of_a_mean_of_weights(answers: list[int]) -> None:
    """Independent of the formula: the standard error of a mean of 100, 0 and -100, with n and not n - 1."""
    weights = [100 if one >= 9 else -100 if one <= 6 else 0 for one in answers]
    score = nps_of(np.array(answers))
    assert score.nps == pytest.approx(float(np.mean(weights)))
    assert score.margin == pytest.approx(1.959963984540054 * float(np.std(weights)) / sqrt(len(answers)), abs=1e-9)
    assert list(weights_of(np.array(answers))) == weights


def test_a_wave_differs_from_another_only_beyond_both_margins() -> None:
    before, now = nps_from(176, 85, 32), nps_from(214, 107, 37)
    assert before.shown == 30
    assert not is_beyond_chance(now, before)
    assert is_beyond_chance(nps_from(214, 160, 20), before)
    assert not is_beyond_chance(now, nps_from(0, 0, 0))


def test_the_last_answer_of_each_respondent_and_wave_counts() -> None:
    respondent, wave = ints(7, 0, 7, 8, 0, 7), ints(10, 10, 10, 10, 10, 11)
    assert list(latest_of(respondent, wave)) == [False, True, True, True, True, True]
    assert list(latest_of(ints(), ints())) == []


def test_a_mean_has_the_interval_of_student() -> None:
    # 5, 4, 4, 3: mean 4, s = sqrt(2 / 3) = 0.8165, t(3) = 3.18245: 4 ± 1.29924.
    mean = mean_of(np.array([5.0, 4.0, 4.0, 3.0]))
    assert (mean.n, mean.mean) == (4, 4.0)
    assert mean.low == pytest.approx(2.70076, abs=1e-4)
    assert mean.high == pytest.approx(5.29924, abs=1e-4)
    assert mean_of(np.array([4.0])).low is None
    assert mean_of(np.array([])).mean is None


@given(st.lists(st.integers(1, 7), min_size=2, max_size=40), st.lists(st.integers(1, 7), min_size=2, max_size=40))
def test_mean_and_comparison_agree_with_another_library(one: list[int], other: list[int]) -> None:
    from scipy import stats

    values, others = np.array(one, dtype=float), np.array(other, dtype=float)
    assume(values.var() > 0 and others.var() > 0)
    low, high = stats.t.interval(0.95, len(one) - 1, loc=values.mean(), scale=stats.sem(values))
    mean = mean_of(values)
    assert mean.low == pytest.approx(low, abs=1e-9)
    assert mean.high == pytest.approx(high, abs=1e-9)
    assert welch(values, others) == pytest.approx(stats.ttest_ind(values, others, equal_var=False).pvalue, abs=1e-9)


def test_a_comparison_needs_two_on_either_side() -> None:
    assert welch(np.array([1.0]), np.array([1.0, 2.0])) is None
    assert welch(np.array([1.0, 1.0]), np.array([2.0, 2.0])) is None
    assert welch(np.array([1.0, 1.0]), np.array([2.0, 2.0, 3.0])) is not None


def test_the_step_up_rule_on_the_published_example() -> None:
    # Benjamini & Hochberg 1995, table of 15: with q = 0.05 the first four stand, 0.0095 being below 4 x 0.05 / 15 = 0.0133.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert survivors(p, 0.05) == [True] * 4 + [False] * 11
    assert survivors([None, 0.2, 0.01, None]) == [False, False, True, False]
    # 0.09 alone is above 0.1 x 1 / 2, but the second is within and takes it along.
    assert survivors([0.09, 0.095]) == [True, True]
    assert survivors([]) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_step_up_rule_agrees_with_another_library(p: list[float]) -> None:
    from scipy.stats import false_discovery_control

    adjusted = false_discovery_control(p)
    assert all(kept == (value <= 0.1) for kept, value in zip(survivors(p), adjusted, strict=True) if abs(value - 0.1) > 1e-9)


def test_those_whose_days_are_over_count_with_their_last_such_answer() -> None:
    customer, day = ints(1, 2, 0, 1, 1, 3), ints(100, 100, 100, 110, 150, 109)
    # Today is 200: an answer of day 109 had its 90 whole days (110 to 199), one of day 110 not yet.
    assert list(ripe_last(customer, day, today=200, within=90)) == [0, 1, 5]
    assert list(ripe_last(customer, day, today=201, within=90)) == [1, 3, 5]


def test_the_day_of_the_answer_is_no_return_and_the_ninetieth_is() -> None:
    visits = occasions_from([1, 2, 3, 4, 9], [100, 101, 190, 191, 100])
    came = came_within(ints(1, 2, 3, 4, 5), ints(100, 100, 100, 100, 100), visits, 90)
    assert list(came) == [False, True, True, False, False]
    assert not came_within(ints(1), ints(100), occasions_from([], []), 90).any()


def test_frequent_words_of_remarks_in_both_languages() -> None:
    remarks = [
        "待ち時間が長い。",
        "待ち時間が短くて助かります",
        "土曜の待ち時間が気になりました",
        "シャンプーが気持ちよかった",
        "シャンプーがていねい",
        "ていねいな説明でした",
        "The wait was long",
        "A long wait again",
    ]
    assert frequent_words(remarks)[0] == WordCount("待ち時間", 3)
    assert {one.word for one in frequent_words(remarks)} == {"待ち時間", "シャンプー", "ていねい", "long", "wait"}
    assert len(frequent_words(remarks, most=2)) == 2


def test_a_word_counts_once_a_remark_and_from_two_remarks_on() -> None:
    assert frequent_words(["駐車場、駐車場、駐車場", "店内が清潔"]) == ()


def test_a_part_of_a_word_gives_way_unless_it_stands_alone_too() -> None:
    remarks = ["予約電話がつながらない", "予約電話が長い", *["予約が取れない"] * 5]
    assert [(one.word, one.count) for one in frequent_words(remarks)] == [("予約", 7), ("取れ", 5)]


def test_a_dictionary_divides_the_words_where_one_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert installed_tokenizer() is None

    def morphemes(text: str) -> list[SimpleNamespace]:
        kinds = {"店": "名詞", "が": "助詞", "広い": "形容詞"}
        return [
            SimpleNamespace(dictionary_form=lambda word=word: word, part_of_speech=lambda kind=kind: (kind,))
            for word, kind in kinds.items()
            if word in text
        ]

    module = ModuleType("sudachipy")
    module.__spec__ = SimpleNamespace(name="sudachipy")  # type: ignore[assignment]
    module.Dictionary = lambda: SimpleNamespace(create=lambda: SimpleNamespace(tokenize=morphemes))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sudachipy", module)
    assert frequent_words(["店が広い", "広い"], installed_tokenizer()) == (WordCount("広い", 2),)


def test_small_groups_are_hidden_or_for_reference() -> None:
    assert [soundness(n) for n in (9, 10, 29, 30)] == [Soundness.HIDDEN, Soundness.REFERENCE, Soundness.REFERENCE, Soundness.SOUND]


def test_tags_are_divided_and_written_once() -> None:
    assert tidy_tags(" #待ち時間、接客,接客  Wait wait ＃予約") == ("待ち時間", "接客", "Wait", "予約")
    assert tidy_tags("  ,、") == ()
    assert tidy_tags("あ" * 30) == ("あ" * 20,)
