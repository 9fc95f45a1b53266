"""From rows to charts and their sentences, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from app.charts.insight_specs import StackSpec
from app.charts.spec import TrendSpec
from app.charts.survey_specs import IntervalSpec
from app.domain import findings_charts as charts
from app.domain import findings_results as results
from app.domain.chart_people import FlowPart
from app.domain.chart_rows import AtStake, FlowMonth, MeasurePoint, NpsCourse, SalesMonth
from app.domain.findings import NONE_YET, Finding
from app.domain.measure_results import Verdict
from app.domain.segments import Segment
from app.reports.at_stake import stake_chart
from app.reports.cohorts import cohort_heat
from app.reports.flow import flow_chart
from app.reports.measure_points import measure_chart
from app.reports.nps_course import nps_chart
from app.reports.sales_course import sales_chart
from app.reports.segments import segment_chart
from tests.unit.chart_shop import ENGLISH, cohort, course, flow, month, point, share, sold, stake, wave


def said(finding: Finding) -> str:
    return finding.source.format(**finding.values)


@pytest.mark.parametrize(
    ("row", "source"),
    [
        # 60 gained and lost: 1.96 x sqrt(60) = 15.2 is what chance alone makes.
        (flow(10, 100, 10, 28, 22), charts.FLOW_GROWN),
        (flow(10, 100, 10, 27, 23), charts.FLOW_GROWN_PERHAPS),
        (flow(10, 100, 5, 5, 30), charts.FLOW_SHRUNK),
        (flow(10, 100, 5, 5, 12), charts.FLOW_SHRUNK_PERHAPS),
        (flow(10, 100, 5, 5, 10), charts.FLOW_EVEN),
        (flow(10, 20, 5, 25, 9), charts.FLOW_FEW),
    ],
)
def test_more_or_fewer_come_or_it_may_be_chance(row: FlowMonth, source: str) -> None:
    running = flow(11, 0, 0, 99, 0, is_complete=False)
    assert charts.flow_finding([row, running], ENGLISH).source == source


def test_the_running_month_is_in_no_sentence() -> None:
    assert charts.flow_finding([flow(11, 50, 3, 9, 1, is_complete=False)], ENGLISH).source == NONE_YET
    sentence = said(charts.flow_finding([flow(10, 100, 10, 28, 22)], ENGLISH))
    assert sentence == "Oct 2026: 28 new, 10 back again, 22 lost. 16 more come now than at its start."


def test_pieces_of_a_month_keep_their_order_and_keys() -> None:
    chart = flow_chart([flow(10, 100, 10, 28, 22), flow(11, 90, 2, 5, 8, is_complete=False)], ENGLISH)
    group = chart.groups[0]
    assert [part.key for part in group.above] == ["2026-10-01:kept", "2026-10-01:returned", "2026-10-01:new"]
    assert [(part.value, part.text) for part in group.below] == [(22, "22")]
    assert [group.is_complete for group in chart.groups] == [True, False]
    small = flow_chart([flow(10, 100, 10, 28, 22)], ENGLISH, with_kept=False)
    assert [part.value for part in small.groups[0].above] == [10, 28]
    assert len(small.legend) == len(FlowPart) - 1


def test_groups_beside_their_sales() -> None:
    shares = [share(Segment.NEW, 20, 40_000), share(Segment.LOYAL, 60, 420_000), share(Segment.DORMANT, 120, 540_000)]
    chart = segment_chart(shares, ENGLISH)
    assert [row.key for row in chart.rows] == ["loyal", "new", "dormant"]
    assert [row.text for row in chart.rows] == ["30.0% / 42.0%", "10.0% / 4.0%", "60.0% / 54.0%"]
    assert [row.is_faint for row in chart.rows] == [False, True, False]
    assert said(charts.segment_finding(shares, ENGLISH)) == "Away: 60.0% of the customers bring 54.0% of the sales."
    few = [share(Segment.NEW, 20, 40_000, (20, 40_000))]
    assert charts.segment_finding(few, ENGLISH).source == charts.SEGMENTS_FEW
    nothing = [share(Segment.NEW, 20, 0, (20, 0))]
    assert charts.segment_finding(nothing, ENGLISH).source == charts.NOBODY_YET
    assert segment_chart(nothing, ENGLISH).rows[0].values == (1.0, None)


YEAR_AGO = sold(month(10, 2025), 100, 150, 600_000)


@pytest.mark.parametrize(
    ("now", "source"),
    [
        (sold(month(10), 130, 190, 760_000), charts.SALES_MORE[0]),
        (sold(month(10), 100, 200, 800_000), charts.SALES_MORE[1]),
        (sold(month(10), 100, 150, 700_000), charts.SALES_MORE[2]),
        (sold(month(10), 80, 120, 480_000), charts.SALES_LESS[0]),
        (sold(month(10), 110, 120, 480_000), charts.SALES_LESS[1]),
        (sold(month(10), 120, 180, 500_000), charts.SALES_LESS[2]),
        (sold(month(10), 90, 150, 600_000), charts.SALES_SAME),
    ],
)
def test_what_moved_the_sales(now: SalesMonth, source: str) -> None:
    running = sold(month(11), 900, 900, 9_000_000, is_complete=False)
    assert charts.sales_finding([YEAR_AGO, sold(month(9), 1, 1, 1), now, running], ENGLISH).source == source


def test_sales_beside_the_month_before_where_there_is_no_year_before() -> None:
    finding = charts.sales_finding([sold(month(9), 100, 100, 500_000), sold(month(10), 100, 100, 520_000)], ENGLISH)
    assert said(finding) == "Oct 2026: ¥20,000 more than in Sep 2026, above all because each visit brought more."
    assert charts.sales_finding([sold(month(10), 1, 1, 500)], ENGLISH).source == charts.SALES_FIRST
    assert charts.sales_finding([sold(month(11), 1, 1, 500, is_complete=False)], ENGLISH).source == NONE_YET


def test_three_lines_multiply_to_the_sales() -> None:
    chart = sales_chart([YEAR_AGO, sold(month(11), 10, 12, 0, is_complete=False)], ENGLISH)
    lines = [panel.spec for panel in chart.panels]
    assert all(isinstance(line, TrendSpec) for line in lines)
    product = 1.0
    for line in lines:
        assert isinstance(line, TrendSpec)
        assert not line.points[1].is_complete
        product *= line.points[0].value or 0.0
    assert product == pytest.approx(600_000)
    nobody = sales_chart([sold(month(10), 0, 0, 0)], ENGLISH).panels[1].spec
    assert isinstance(nobody, TrendSpec) and (nobody.points[0].value, nobody.points[0].text) == (None, "—")


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            stake((80, 900_000), (50, 400_000), (34, 120_000), (40, 90_000), (99, 5_000)),
            "34 customers have been away for 60 to 120 days. While they came, they brought a gross profit of ¥120,000 a year.",
        ),
        (
            stake((80, 900_000), (50, 400_000), (34, 120_000), (40, 190_000), (99, 500_000)),
            "40 customers have been away for 120 to 240 days. While they came, they brought a gross profit of ¥190,000 a year.",
        ),
        (stake((80, 900_000), (50, 400_000), (0, 0), (0, 0), (9, 700)), "Nobody has been away for 60 to 240 days."),
        (stake(), charts.NOBODY_YET),
    ],
)
def test_what_is_at_stake(found: AtStake, sentence: str) -> None:
    assert said(charts.stake_finding(found, ENGLISH)) == sentence


def test_the_band_with_most_at_stake_stands_out_and_few_are_faint() -> None:
    chart = stake_chart(stake((80, 900_000), (50, 400_000), (34, 120_000), (29, 90_000), (99, 5_000)), ENGLISH)
    assert [row.is_marked for row in chart.rows] == [False, False, True, False, False]
    assert [row.is_faint for row in chart.rows] == [False, False, False, True, False]
    assert chart.rows[2].text == "¥120,000 a year · 34 customers"


WORKED = point(1, "Autumn card", Verdict.WORKS, (0.804, 0.1, 1.5), is_sure=True)
UNCLEAR = point(2, "Summer card", Verdict.NOT_YET_CLEAR, (-0.2, -0.9, 0.5))
ALONE = point(3, "Birthday", Verdict.NO_HOLDOUT, None)
SMALL = point(4, "Small", Verdict.REFERENCE, None)


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ([], results.NO_MEASURE),
        ([ALONE, SMALL], results.NONE_COMPARED),
        ([UNCLEAR, ALONE], "None of the 1 campaigns compared can be told from chance yet."),
        ([UNCLEAR, WORKED], "Autumn card worked. Profit on cost: +80% (range of chance +10% to +150%)."),
        (
            [UNCLEAR, point(1, "Autumn card", Verdict.WORKS, (0.8, 0.1, 1.5))],
            "Autumn card did best; with 2 campaigns compared that may be chance.",
        ),
        (
            [point(5, "Flyer", Verdict.MAY_HAVE_DONE_HARM, (-1.4, -2, -1.1), is_sure=True)],
            "Flyer may have done harm. Profit on cost: −140%.",
        ),
    ],
)
def test_which_campaign_worked(points: list[MeasurePoint], sentence: str) -> None:
    assert said(results.measure_finding(points)) == sentence


def test_campaigns_that_cannot_be_judged_have_no_value() -> None:
    rows = measure_chart([WORKED, UNCLEAR, ALONE, SMALL], ENGLISH).rows
    assert [(row.value, row.is_open) for row in rows] == [(0.804, False), (-0.2, False), (None, True), (None, True)]
    assert [row.text for row in rows] == ["+80%", "−20%", "nothing to compare with", "too few people"]
    assert [(row.is_faint, row.is_marked) for row in rows] == [(False, True), (False, False), (False, False), (True, False)]


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (course(), results.NO_NPS),
        (course(wave(10, 2, 1, 1)), "Oct 2026: fewer than 5 answers, too few to say anything."),
        # 40 answers: the range, not the score. 50 ± 1.96 x 100 x sqrt((0.6 + 0.1 - 0.25) / 40) = 50 ± 20.8.
        (course(wave(10, 24, 12, 4)), "Oct 2026: NPS between +29 and +71, from 40 answers only."),
        (course(wave(10, 96, 48, 16)), "Oct 2026: NPS +50 (±10), from 160 answers."),
        (course(wave(10, 96, 48, 16), step=(0, False)), "Oct 2026: NPS +50 (±10), the same as the time before."),
        (course(wave(10, 96, 48, 16), step=(15, True)), "Oct 2026: NPS +50 (±10), 15 points higher than the time before."),
        (
            course(wave(10, 96, 48, 16), wave(11, 9, 9, 9, is_complete=False), step=(-5, False)),
            "Oct 2026: NPS +50 (±10), 5 points lower than the time before; that may be chance.",
        ),
    ],
)
def test_how_willingly_customers_recommend(found: NpsCourse, sentence: str) -> None:
    assert said(results.nps_finding(found, ENGLISH)) == sentence


def test_waves_as_parts_of_a_whole_and_scores_with_ranges() -> None:
    chart = nps_chart(course(wave(8, 2, 1, 1), wave(9, 24, 12, 4), wave(10, 96, 48, 16)), ENGLISH)
    stacks, scores = (panel.spec for panel in chart.panels)
    assert isinstance(stacks, StackSpec) and isinstance(scores, IntervalSpec)
    assert [sum(part.value for part in group.above) for group in stacks.groups] == [0, pytest.approx(1), pytest.approx(1)]
    assert [group.note for group in stacks.groups] == ["few", "n=40", "n=160"]
    assert [one.value for one in scores.points] == [None, 50.0, 50.0]
    assert [one.text for one in scores.points] == ["", "+29 to +71", "+50 ±10"]
    assert [one.is_marked for one in scores.points] == [False, False, True]
    many = nps_chart(course(*(wave(number, 96, 48, 16) for number in range(1, 11))), ENGLISH).panels[1].spec
    assert isinstance(many, IntervalSpec)
    assert [one.text for one in many.points] == [""] * 9 + ["+50 ±10"]


def test_cells_for_paper_leave_out_what_is_not_finished() -> None:
    rows = [cohort(8, 40, 20, 10, running=1), cohort(9, 9, 3), cohort(11, 30, running=1)]
    heat = cohort_heat(rows, ENGLISH)
    assert [row.label for row in heat.rows] == ["Aug", "Sep"]
    assert heat.columns == ("First", "1 mo")
    first, second = heat.rows
    assert [cell and (cell.text, cell.is_faint) for cell in first.cells] == [("100", False), ("50", False)]
    assert [cell and (cell.text, cell.is_faint) for cell in second.cells] == [("100", False), ("33", True)]
    assert second.note == "9 customers, few"


def test_a_long_year_has_its_own_months() -> None:
    assert ENGLISH.short_month(date(2026, 1, 1)) == "Jan"
    assert ENGLISH.visits(1.356) == "1.36 visits"
