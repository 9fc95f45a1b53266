"""The sentences of the month-end report: a difference is only told as one where chance is ruled out."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.chart_people import FlowPart, FlowPeople
from app.domain.figures import Stayers
from app.domain.measure_results import Effect, Verdict
from app.domain.measure_view import PastResult
from app.domain.measures import MeasureKind
from app.domain.month_report import (
    CommentTooLong,
    KeptSuggestions,
    MeasureLine,
    MeasureStage,
    MonthNotThere,
    ReportOptions,
    Suggestion,
    SuggestionKind,
    checked_comment,
    end_of_report,
    shown_suggestions,
)
from app.domain.month_sentences import (
    ABOUT,
    FALLEN,
    FEW,
    FEWER_NEW,
    FIRST,
    FLOW,
    HARM,
    NO_HOLDOUT,
    NO_RATE,
    NOT_CLEAR,
    REFERENCE,
    RISEN,
    SALES,
    SALES_LESS,
    SALES_MORE,
    SALES_SAME,
    STARTED,
    WORKS,
    YEAR_ABOUT,
    Compared,
    Flow,
    flow_sentences,
    measure_sentences,
    return_sentences,
    sales_sentence,
)
from app.domain.periods import month_of
from app.domain.rates import Rate, rate_of

OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)
PEOPLE = Stayers(date(2026, 8, 1), date(2026, 11, 1))


def _return(now: Rate, before: Rate | None, *, sure: bool = False, last_year: Rate | None = None) -> list[str]:
    compared = None if before is None else Compared(SEPTEMBER, before, sure)
    year = None if last_year is None else Compared(date(2025, 10, 1), last_year, False)
    return [one.source for one in return_sentences(now, PEOPLE, compared, year, OCTOBER)]


def test_a_difference_within_chance_is_about_the_same() -> None:
    assert _return(rate_of(150, 200), rate_of(140, 200)) == [ABOUT]


def test_a_sure_difference_has_a_direction() -> None:
    assert _return(rate_of(180, 200), rate_of(140, 200), sure=True) == [RISEN]
    assert _return(rate_of(140, 200), rate_of(180, 200), sure=True) == [FALLEN]


def test_few_people_and_no_people_are_said_as_such() -> None:
    assert _return(rate_of(20, 29), rate_of(140, 200), sure=True) == [FEW]
    assert _return(rate_of(0, 0), None) == [NO_RATE]
    assert _return(rate_of(150, 200), rate_of(20, 29)) == [FIRST]


def test_the_year_before_has_a_sentence_of_its_own() -> None:
    assert _return(rate_of(150, 200), rate_of(140, 200), last_year=rate_of(130, 200)) == [ABOUT, YEAR_ABOUT]


def test_more_lost_than_new_is_said() -> None:
    people = FlowPeople(OCTOBER, date(2026, 11, 1), FlowPart.LOST)
    sources = [one.source for one in flow_sentences(Flow(5, 2, 9), Flow(4, 1, 4), SEPTEMBER, people)]
    assert sources == [FLOW, FEWER_NEW]
    assert [one.source for one in flow_sentences(Flow(9, 2, 5), Flow(4, 1, 4), SEPTEMBER, people)] == [FLOW]


@pytest.mark.parametrize(("before", "source"), [(None, SALES), (90, SALES_MORE), (110, SALES_LESS), (100, SALES_SAME)])
def test_sales_beside_those_of_another_month(before: int | None, source: str) -> None:
    assert sales_sentence(100, before, SEPTEMBER, month_of(OCTOBER)).source == source


def _line(stage: MeasureStage, verdict: Verdict | None = None) -> MeasureLine:
    result = None
    if verdict is not None:
        effect = None if verdict is Verdict.NO_HOLDOUT else Effect(800.0, 100.5, 1_500.0, 350.0, 100.0)
        sent = (date(2026, 8, 1), date(2026, 10, 1))
        result = PastResult(1, "秋", MeasureKind.SEASON, *sent, 90, 90, 30, 20, effect, None, None, verdict, False, 0, 0, 0)
    return MeasureLine(1, "秋", stage, 90, 90, date(2026, 8, 1), date(2026, 10, 1), 60, 60, result)


@pytest.mark.parametrize(
    ("verdict", "source"),
    [
        (Verdict.WORKS, WORKS),
        (Verdict.NOT_YET_CLEAR, NOT_CLEAR),
        (Verdict.MAY_HAVE_DONE_HARM, HARM),
        (Verdict.REFERENCE, REFERENCE),
        (Verdict.NO_HOLDOUT, NO_HOLDOUT),
    ],
)
def test_a_verdict_is_said_as_the_result_page_says_it(verdict: Verdict, source: str) -> None:
    (sentence,) = measure_sentences((_line(MeasureStage.KNOWN, verdict),))
    assert sentence.source == source


def test_of_a_campaign_that_runs_on_nothing_is_said() -> None:
    assert measure_sentences((_line(MeasureStage.RUNNING),)) == ()
    assert [one.source for one in measure_sentences((_line(MeasureStage.STARTED),))] == [STARTED]


def test_a_report_ends_with_its_month_or_today() -> None:
    assert end_of_report(date(2026, 10, 15), date(2026, 11, 20)) == date(2026, 11, 1)
    assert end_of_report(date(2026, 11, 15), date(2026, 11, 20)) == date(2026, 11, 20)
    assert end_of_report(date(2026, 11, 1), date(2026, 11, 1)) == date(2026, 11, 1)
    with pytest.raises(MonthNotThere):
        end_of_report(date(2026, 12, 1), date(2026, 11, 20))


def test_a_comment_is_kept_within_its_length() -> None:
    assert checked_comment("  ありがとう \n  ございました ") == "ありがとう\nございました"
    assert checked_comment("あ" * 160) == "あ" * 160
    with pytest.raises(CommentTooLong):
        checked_comment("あ" * 161)


def _found(*kinds: SuggestionKind, done: SuggestionKind | None = None) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(kind, (1,), {"count": 1}, 7 if kind is done else None) for kind in kinds)


def test_three_suggestions_are_shown_and_another_takes_the_place_of_one_passed_over() -> None:
    a, b, c, d = list(SuggestionKind)[:4]
    assert [one.kind for one in shown_suggestions(_found(a, b, c, d), ())] == [a, b, c]
    assert [one.kind for one in shown_suggestions(_found(a, b, c, d), (b,))] == [a, c, d]
    # With no other left the one passed over first comes back.
    assert [one.kind for one in shown_suggestions(_found(a, b, c, d), (b, c))] == [a, b, d]


def test_what_was_carried_out_stays_on_the_page() -> None:
    a, b, c, d = list(SuggestionKind)[:4]
    assert [one.kind for one in shown_suggestions(_found(a, b, c, d, done=d), ())] == [a, b, d]


def test_what_is_kept_is_read_as_far_as_it_is_understood() -> None:
    kept = KeptSuggestions((SuggestionKind.REFERRAL,), {SuggestionKind.WIN_BACK: (4, 2), SuggestionKind.ANSWER: (5, None)})
    assert KeptSuggestions.from_json(kept.to_json()) == kept
    assert KeptSuggestions.from_json({"passed": ["x", 3], "done": {"win_back": "no"}}) == KeptSuggestions()
    options = ReportOptions(with_last_year=False, with_names=True)
    assert ReportOptions.from_json(options.to_json()) == options
    assert ReportOptions.from_json({"with_names": "yes"}) == ReportOptions()
