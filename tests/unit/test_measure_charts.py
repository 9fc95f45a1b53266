"""The charts of a campaign's result: where the bars, ranges and lines stand, and that they stand there again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from app.charts.measure_came import CameCurve
from app.charts.measure_shares import ReturnScale, Shares
from app.charts.measure_specs import CameSpec, CameStep, ReturnSpec, ShareBar, SharesSpec
from app.charts.render import AnySpec, render_any, vector
from app.charts.sheet import Sheet
from app.charts.style import DARK, LIGHT

SHARES = SharesSpec(
    (
        ShareBar("sent", "送ったお客様", "240名中 59名", 0.246, 0.195, 0.304, "24.6%"),
        ShareBar("held", "送っていないお客様", "80名中 9名", 0.1125, 0.06, 0.2, "11.3%", is_held=True),
    )
)
RETURN = ReturnSpec(3.7, 0.14, 6.45, "見込み 370%", "少なめ 14%", "多め 645%", "損", "得")
CAME = CameSpec(
    tuple(CameStep(str(day), f"{day // 7}週", day, day / 240, day / 500) for day in (0, 7, 14, 21, 28, 35)),
    "送った\n24.6%",
    "送っていない\n11.3%",
    "はがきの効果",
)


def test_bars_begin_at_nothing_and_keep_their_proportion() -> None:
    sent, held = Shares(SHARES, Sheet(520, 200, LIGHT)).draw()
    zero = Shares(SharesSpec((replace(SHARES.bars[0], value=0.0), SHARES.bars[1])), Sheet(520, 200, LIGHT)).draw()[0].point_x
    assert (sent.point_x - zero) / (held.point_x - zero) == pytest.approx(0.246 / 0.1125)
    assert sent.point_y < held.point_y
    assert held.y + held.height <= 200


@pytest.mark.parametrize(("value", "low", "high"), [(3.7, 0.14, 6.45), (-0.8, -0.9, -0.7), (0.0, 0.0, 0.0), (25.0, 20.0, 31.0)])
def test_loss_and_gain_are_both_to_be_seen(value: float, low: float, high: float) -> None:
    scale = ReturnScale(replace(RETURN, value=value, low=low, high=high), Sheet(400, 160, LIGHT))
    (region,) = scale.draw()
    assert scale.low < 0 < scale.high
    assert scale.low <= low <= value <= high <= scale.high
    assert 0 <= region.x <= region.point_x <= region.x + region.width <= 400


def test_who_came_is_drawn_day_by_day() -> None:
    regions = CameCurve(CAME, Sheet(420, 220, LIGHT)).draw()
    assert [region.key for region in regions] == ["0", "7", "14", "21", "28", "35"]
    heights = [region.point_y for region in regions]
    assert heights == sorted(heights, reverse=True)
    steps = [after.point_x - before.point_x for before, after in pairwise(regions)]
    assert steps == pytest.approx([steps[0]] * 5)


def test_without_anybody_held_back_there_is_one_line() -> None:
    alone = CameSpec(tuple(replace(step, held=None) for step in CAME.steps), "送った\n24.6%", "", "")
    assert len(CameCurve(alone, Sheet(420, 220, LIGHT)).draw()) == 6


@pytest.mark.parametrize("spec", [SHARES, RETURN, CAME])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_is_drawn_on_screen_and_on_paper(spec: AnySpec, theme: object) -> None:
    look = DARK if theme is DARK else LIGHT
    picture = render_any(spec, 300, 180, 1.5, look, 1.5)
    assert (picture.width, picture.height) == (450, 270)
    paper = vector(spec, 90, 45, "pdf", look)
    assert paper == vector(spec, 90, 45, "pdf", look)
    assert paper.startswith(b"%PDF")
