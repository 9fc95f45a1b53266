from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.views.theme import Mode, Theme, Tone
from app.views.tokens import LIGHT
from app.views.widgets.avatar import Avatar
from app.views.widgets.chart_view import ChartView, HitPoint
from app.views.widgets.gauges import Gauge, ProgressRing
from app.views.widgets.heat_map import HeatCell, HeatGrid, HeatMap, HeatRegion, HeatRow
from tests.gui.widgets.conftest import Shower


def _grid() -> HeatGrid:
    cells: list[list[HeatCell | None]] = [[HeatCell("100"), HeatCell("50", 0.6)], [HeatCell("少ない", faded=True), None]]
    rows = [HeatRow("4月", "41名"), HeatRow("5月", "9名")]
    return HeatGrid(rows, ["初回", "1か月"], cells, [HeatRegion("常連", 0, 0, 0, 1, dashed=True, tone=Tone.DANGER)])


@pytest.fixture
def heat(show: Shower) -> HeatMap:
    made = HeatMap("また来た割合")
    made.set_grid(_grid())
    show(made)
    return made


def test_a_cell_is_opened_by_mouse(heat: HeatMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heat.cell_activated) as found:
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat.cell_rect(0, 1).center().toPoint())
    assert found.args == [0, 1]


def test_an_empty_place_is_not_a_cell(heat: HeatMap, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(heat.cell_activated):
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat.cell_rect(1, 1).center().toPoint())


def test_cells_are_reached_by_arrows_and_read_out(heat: HeatMap, qtbot: QtBot) -> None:
    heat.setFocus()
    assert heat.current_cell() == (0, 0)
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    assert heat.accessibleDescription() == "4月 1か月 50"
    qtbot.keyClick(heat, Qt.Key.Key_Down)
    assert heat.current_cell() == (0, 1)
    with qtbot.waitSignal(heat.cell_activated) as found:
        qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert found.args == [0, 1]


def test_colour_tells_how_much_but_not_for_too_few(heat: HeatMap) -> None:
    image = heat.grab().toImage()

    def ground(row: int, column: int) -> QColor:
        area = heat.cell_rect(row, column)
        return image.pixelColor(QPoint(round(area.left()) + 8, round(area.top()) + 8))

    assert ground(1, 0).name().upper() == LIGHT.inset
    assert ground(0, 1).green() > ground(0, 1).red()


def _chart(show: Shower, qtbot: QtBot) -> ChartView:
    chart = ChartView("再来店率の動き")
    with qtbot.waitSignal(chart.render_requested, timeout=2000) as asked:
        show(chart, width=500, height=260)
    assert asked.args is not None
    assert asked.args[:2] == [chart.width(), chart.height()]
    return chart


def test_a_picture_is_asked_for_when_shown_and_drawn_when_it_comes(show: Shower, qtbot: QtBot) -> None:
    chart = _chart(show, qtbot)
    width, height = chart.width(), chart.height()
    chart.set_image(bytes((255, 0, 0, 255)) * (width * height), width, height, 1.0)
    assert chart.has_image()
    assert chart.grab().toImage().pixelColor(10, 10) == QColor(255, 0, 0)


def test_another_theme_asks_for_another_picture(show: Shower, qtbot: QtBot, theme: Theme) -> None:
    chart = _chart(show, qtbot)
    with qtbot.waitSignal(chart.render_requested, timeout=2000):
        theme.set_mode(Mode.DARK)


def test_words_stand_where_there_is_nothing_to_draw(show: Shower, qtbot: QtBot) -> None:
    chart = _chart(show, qtbot)
    blank: QImage = chart.grab().toImage()
    chart.set_message("3か月分の来店があると表示します")
    assert chart.grab().toImage() != blank
    with pytest.raises(ValueError, match="not a picture"):
        chart.set_png(b"no", 1.0)


def test_points_are_opened_by_mouse_and_keys(show: Shower, qtbot: QtBot) -> None:
    chart = _chart(show, qtbot)
    chart.set_points([HitPoint(50, 50, "10月 66.1%"), HitPoint(200, 80, "11月 68.4%")])
    chart.set_finding("再来店率は68.4%に上がりました")
    with qtbot.waitSignal(chart.point_clicked) as found:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPointF(204, 83).toPoint())
    assert found.args == [1]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    with qtbot.waitSignal(chart.point_clicked) as found:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert found.args == [0]
    assert chart.accessibleName() == "再来店率は68.4%に上がりました"


def test_a_ring_and_a_gauge_say_their_number(show: Shower) -> None:
    ring, gauge = ProgressRing(4, 11), Gauge(38, Tone.DANGER, name="健康度")
    show(ring, gauge, Avatar("吉田 和子"))
    before = gauge.grab().toImage()
    assert gauge.accessibleName() == "健康度 38"
    gauge.set_value(None)
    assert gauge.accessibleName() == "健康度 —"
    assert gauge.grab().toImage() != before
    ring.set_value(11, 11)
    assert "11" in ring.accessibleName()
