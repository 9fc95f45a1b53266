"""The curve of contracts: where its steps stand, what stands beside it, and the sentence above it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from app.charts.render import render_any, vector
from app.charts.sheet import Sheet
from app.charts.step_curve import StepCurve
from app.charts.style import DARK, LIGHT
from app.domain import findings_contracts as said
from app.domain.chart_words import ChartWords
from app.domain.contract_figures import ContractFigures, Projection, SurvivalMonth
from app.domain.findings_contracts import contract_finding
from app.domain.rates import rate_of
from app.reports.contract_survival import survival_chart

AS_OF = date(2026, 11, 20)
WORDS = ChartWords(lambda _context, text: text, "en")
CURVE = tuple(SurvivalMonth(month, 100 - month, 1, 1 - month / 40, 1 - month / 35, 1 - month / 50) for month in range(1, 25))
BEYOND = Projection(1.0, 10.0, 1, tuple((month, 0.4 - (month - 24) / 100) for month in range(24, 31)))


def _figures(curve: tuple[SurvivalMonth, ...] = CURVE, kept: int = 34, before: int = 40, **more: object) -> ContractFigures:
    return ContractFigures(AS_OF, 100, 60, rate_of(kept, before), rate_of(before - kept, before), curve, **more)  # type: ignore[arg-type]


def test_each_month_is_a_step_down_to_its_share() -> None:
    spec = survival_chart(_figures(), WORDS)
    regions = StepCurve(spec, Sheet(480, 220, LIGHT)).draw()
    assert [region.key for region in regions] == [str(month) for month in range(1, 25)]
    heights = [region.point_y for region in regions]
    assert heights == sorted(heights)
    widths = [after.point_x - before.point_x for before, after in pairwise(regions)]
    assert widths == pytest.approx([widths[0]] * 23)
    assert spec.end_label == "40.0%"
    assert [at for at, _ in spec.ticks] == [0, 6, 12, 18, 24]


def test_what_is_foreseen_goes_on_from_the_end_and_takes_its_room() -> None:
    alone = StepCurve(survival_chart(_figures(), WORDS), Sheet(480, 220, LIGHT)).draw()
    spec = survival_chart(_figures(projection=BEYOND), WORDS)
    regions = StepCurve(spec, Sheet(480, 220, LIGHT)).draw()
    assert spec.beyond[0][0] == 24
    assert spec.beyond_label
    assert regions[-1].point_x < alone[-1].point_x
    assert regions[-1].point_y == pytest.approx(alone[-1].point_y)


def test_it_is_drawn_on_screen_and_on_paper_also_without_anything() -> None:
    spec = survival_chart(_figures(projection=BEYOND), WORDS)
    assert render_any(spec, 480, 220, 1.5, DARK).width == 720
    assert vector(spec, 80, 40, "svg") == vector(spec, 80, 40, "svg")
    assert StepCurve(survival_chart(_figures(()), WORDS), Sheet(480, 220, LIGHT)).draw() == ()


def test_the_sentence_says_only_what_is_known() -> None:
    found = contract_finding(_figures())
    assert found.source == said.RENEWED
    assert found.values == {
        "active": 60, "count": 40, "renewal": Decimal("85.0"), "churn": Decimal("15.0"), "share": Decimal("70.0"), "months": 12,
    }  # fmt: skip
    assert contract_finding(_figures(kept=8, before=10)).source == said.RENEWED_FEW
    assert contract_finding(_figures(kept=0, before=0)).source == said.RUNNING
    assert contract_finding(_figures((), kept=0, before=0)).source == said.NONE_YET
    thin = (*CURVE[:3], *(SurvivalMonth(month, 5, 1, 0.5, 0.2, 0.8) for month in range(4, 13)))
    assert contract_finding(_figures(thin)).values["months"] == 3
