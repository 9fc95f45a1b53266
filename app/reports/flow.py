"""Who came anew, stayed, returned and was lost, as bars above and below zero."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.insight_specs import StackGroup, StackPart, StackSpec, Tone
from app.charts.spec import TickStyle
from app.domain.chart_people import FlowPart
from app.domain.chart_rows import FlowMonth
from app.domain.chart_words import ChartWords
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import format_number

FLOW_NAMES = {
    FlowPart.KEPT: QT_TRANSLATE_NOOP("Charts", "Kept coming"),
    FlowPart.RETURNED: QT_TRANSLATE_NOOP("Charts", "Back again"),
    FlowPart.NEW: QT_TRANSLATE_NOOP("Charts", "New customers"),
    FlowPart.LOST: QT_TRANSLATE_NOOP("Charts", "Lost (below)"),
}
_TONES = {FlowPart.KEPT: Tone.QUIET, FlowPart.RETURNED: Tone.PALE, FlowPart.NEW: Tone.MAIN, FlowPart.LOST: Tone.WARNING}


def flow_key(row: FlowMonth, part: FlowPart) -> str:
    return f"{row.month.isoformat()}:{part.value}"


def flow_chart(rows: Sequence[FlowMonth], words: ChartWords, *, with_kept: bool = True) -> StackSpec:
    """`with_kept` False: only who came and who went, so that small numbers can be seen on little room."""
    above = [part for part in (FlowPart.KEPT, FlowPart.RETURNED, FlowPart.NEW) if with_kept or part is not FlowPart.KEPT]
    groups = tuple(
        StackGroup(
            row.month.isoformat(),
            words.short_month(row.month),
            tuple(_piece(row, part) for part in above),
            (_piece(row, FlowPart.LOST),),
            row.is_complete,
        )
        for row in rows
    )
    legend = tuple((words.word(FLOW_NAMES[part]), _TONES[part]) for part in (*above, FlowPart.LOST))
    return StackSpec(groups, TickStyle(), legend)


def _piece(row: FlowMonth, part: FlowPart) -> StackPart:
    return StackPart(flow_key(row, part), row.count(part), format_number(row.count(part)), _TONES[part])
