"""One specimen of every kind of chart."""

from __future__ import annotations

from app.charts.bar_spec import BarGroup, BarSpec
from app.charts.insight_specs import (
    HeatSpec,
    HeatSpecCell,
    HeatSpecRow,
    Panel,
    PanelsSpec,
    RangeRow,
    RangesSpec,
    RowBar,
    RowsSpec,
    StackGroup,
    StackPart,
    StackSpec,
    Tone,
)
from app.charts.measure_specs import CameSpec, CameStep, ReturnSpec, ShareBar, SharesSpec
from app.charts.render import AnySpec
from app.charts.spec import COUNT, PERCENT, TickStyle, TrendPoint, TrendSpec
from app.charts.step_spec import StepPoint, StepSpec
from app.charts.survey_specs import IntervalPoint, IntervalSpec, SpreadBar, SpreadSpec, SpreadTone


def trend(*values: float) -> TrendSpec:
    points = [TrendPoint(f"2026-{m:02}", f"{m}月", f"2026年{m}月", "2026", v, f"{v:.0f}名") for m, v in enumerate(values, 1)]
    return TrendSpec(tuple(points), ticks=COUNT)


def flow(month: int, kept: int, returned: int, new: int, lost: int, *, is_complete: bool = True) -> StackGroup:
    def part(name: str, value: int, tone: Tone) -> StackPart:
        return StackPart(f"{month}:{name}", value, str(value), tone)

    above = (part("kept", kept, Tone.QUIET), part("returned", returned, Tone.PALE), part("new", new, Tone.MAIN))
    return StackGroup(str(month), f"{month}月", above, (part("lost", lost, Tone.WARNING),), is_complete)


LEGEND = (("続けて来た方", Tone.QUIET), ("お帰りの方", Tone.PALE), ("新しい方", Tone.MAIN), ("離れた方", Tone.WARNING))
STACK = StackSpec((flow(8, 60, 12, 33, 21), flow(9, 64, 10, 30, 26), flow(10, 70, 14, 36, 30, is_complete=False)), TickStyle(), LEGEND)
ROWS = RowsSpec(
    (
        RowBar("loyal", "常連", (0.15, 0.42), "15% / 42%"),
        RowBar("growth", "伸びしろ", (0.18, 0.16), "18% / 16%"),
        RowBar("new", "はじめて", (0.03, 0.01), "3% / 1%", is_faint=True),
    ),
    ("お客様", "売上"),
)
RANGES = RangesSpec(
    (
        RangeRow("1", "秋のおかえりはがき", 0.8, 0.1, 1.5, "+80%"),
        RangeRow("2", "夏のご案内と、とても長い名前の付いたキャンペーン", -0.2, -0.9, 0.5, "−20%", is_faint=True),
        RangeRow("3", "誕生日カード", None, None, None, "比べる相手なし", is_open=True),
    ),
    TickStyle(factor=100, suffix="%"),
    "元が取れる",
)
HEAT = HeatSpec(
    ("1か月", "2か月"),
    (
        HeatSpecRow("8月", "41名", (HeatSpecCell("a", "50", 0.9), HeatSpecCell("b", "43", 0.4))),
        HeatSpecRow("9月", "9名", (HeatSpecCell("c", "44", 0.5, is_faint=True), None)),
    ),
)
BARS = BarSpec((BarGroup("8", "8月", (120.0,)), BarGroup("9", "9月", (140.0,), is_marked=True)), COUNT)
INTERVALS = IntervalSpec((IntervalPoint("8", "8月", "", 20.0, "+20", 5.0, 35.0), IntervalPoint("9", "9月", "", 31.0, "+31", 18.0, 44.0)))
SPREAD = SpreadSpec((SpreadBar("1", "1", 4, SpreadTone.LOW), SpreadBar("2", "2", 9, SpreadTone.HIGH)))
PANELS = PanelsSpec((Panel("お客様", trend(100, 110, 104)), Panel("回数", trend(1.2, 1.3, 1.4)), Panel("NPS", INTERVALS)))
RATES = TrendSpec(trend(0.6, 0.7).points, ticks=PERCENT)
SHARES = SharesSpec(
    (ShareBar("sent", "送った方", "240名", 0.25, 0.2, 0.31, "25.0%"), ShareBar("held", "送らない方", "60名", 0.1, None, None, "6名"))
)
RETURN = ReturnSpec(0.8, 0.1, 1.5, "見込み 80%", "少なめ 10%", "多め 150%", "損", "得")
CAME = CameSpec((CameStep("0", "0日", 0, 0.0, 0.0), CameStep("7", "7日", 7, 0.1, 0.04)), "送った 10%", "送らない 4%", "6名分")
STEPS = StepSpec(
    (StepPoint("0", 0, 1.0, 1.0, 1.0), StepPoint("3", 3, 0.9, 0.8, 0.96), StepPoint("12", 12, 0.6, 0.42, 0.75)),
    ((0, "0"), (12, "1年"), (24, "2年")),
    "60%",
    ((12, 0.6), (24, 0.4)),
    "見込み",
)

EVERY: tuple[AnySpec, ...] = (RATES, BARS, INTERVALS, SPREAD, STACK, ROWS, RANGES, HEAT, PANELS, SHARES, RETURN, CAME, STEPS)
