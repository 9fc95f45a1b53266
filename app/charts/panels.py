"""Draws several small charts on one sheet. Measures in logical pixels."""

from __future__ import annotations

from dataclasses import replace

from app.charts.insight_specs import Panel, PanelsSpec, RowsSpec, StackSpec
from app.charts.intervals import Intervals
from app.charts.rows import Rows
from app.charts.sheet import Sheet
from app.charts.spec import HitRegion, TrendSpec
from app.charts.stacks import Stacks
from app.charts.trend import Trend

TITLE = 12.0
GAP = 18.0
TITLE_ROOM = 20.0


class Panels:
    """One drawing of a spec on a sheet."""

    def __init__(self, spec: PanelsSpec, sheet: Sheet) -> None:
        self._spec = spec
        self._sheet = sheet
        self._px = sheet.scale

    def draw(self) -> tuple[HitRegion, ...]:
        count, sheet, gap = max(1, len(self._spec.panels)), self._sheet, GAP * self._px
        width = (sheet.width - (count - 1) * gap) / count
        is_beside = width >= self._spec.least_width * self._px
        room = (width, sheet.height) if is_beside else (sheet.width, (sheet.height - (count - 1) * gap / 2) / count)
        regions: list[HitRegion] = []
        for place, panel in enumerate(self._spec.panels):
            left, top = (place * (width + gap), 0.0) if is_beside else (0.0, place * (room[1] + gap / 2))
            for region in self._draw_panel(panel, left, top, room):
                moved = replace(
                    region,
                    key=f"{place}:{region.key}",
                    index=len(regions),
                    x=region.x + left,
                    point_x=region.point_x + left,
                    y=region.y + top,
                    point_y=region.point_y + top,
                )
                regions.append(moved)
        return tuple(regions)

    def _draw_panel(self, panel: Panel, left: float, top: float, room: tuple[float, float]) -> tuple[HitRegion, ...]:
        title_room = (TITLE_ROOM if panel.title else 0.0) * self._px
        if panel.title:
            head = self._sheet.part(left, top, room[0], title_room)
            head.text(0.0, TITLE * self._px, panel.title, size=TITLE, color=self._sheet.theme.text, bold=True)
        part = self._sheet.part(left, top + title_room, room[0], max(1.0, room[1] - title_room))
        return tuple(replace(region, y=region.y + title_room, point_y=region.point_y + title_room) for region in _drawn(panel, part))


def _drawn(panel: Panel, part: Sheet) -> tuple[HitRegion, ...]:
    spec = panel.spec
    if isinstance(spec, TrendSpec):
        return Trend(spec, part).draw()
    if isinstance(spec, StackSpec):
        return Stacks(spec, part).draw()
    if isinstance(spec, RowsSpec):
        return Rows(spec, part).draw()
    return Intervals(spec, part).draw()
