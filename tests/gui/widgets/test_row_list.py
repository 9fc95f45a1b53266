from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.views.theme import Theme, Tone
from app.views.widgets.row_delegate import RowDelegate
from app.views.widgets.row_list import RowAction, RowContent, RowList, RowsModel
from app.views.widgets.table_view import Column, SimpleTable
from tests.gui.widgets.conftest import Shower

_ACTS = (RowAction("tomorrow", "明日へ", key="T"), RowAction("done", "済んだ", primary=True, key="Space"))


def _rows() -> list[RowContent]:
    late = ("2日過ぎ", Tone.DANGER)
    return [
        RowContent("late", "期限が過ぎています 2件", heading=True),
        RowContent(1, "高橋 由美子 様", "お加減をうかがう", "11/4 ハイライト", icon="phone", checked=False, chip=late, actions=_ACTS),
        RowContent(2, "佐藤 花子 様", "お礼のはがき", "ご来店10回目", avatar="佐", checked=False, side="担当 田中", actions=_ACTS),
        RowContent(3, "渡辺 真理 様", detail="わたなべ まり", avatar="渡", side="良好", side_tone=Tone.OK, side_detail="11/18 ご来店"),
    ]


@pytest.fixture
def rows(show: Shower) -> RowList:
    made = RowList("今日のフォロー", uniform=False)
    made.set_rows(_rows())
    show(made)
    return made


def test_a_button_that_always_stands_there_does_so_in_every_row(show: Shower) -> None:
    acts = (RowAction("details", "詳しく見る"), RowAction("go_on", "15枚目から続ける", primary=True, always=True))
    content = RowContent(1, "お礼のはがき", actions=acts)
    delegate = RowDelegate(show(RowList("印刷")), lambda _index: content)
    area = QRect(0, 0, 600, 56)
    assert [action.id for action, _place in delegate.geometry(area, content, active=False).actions] == ["go_on"]
    assert [action.id for action, _place in delegate.geometry(area, content, active=True).actions] == ["details", "go_on"]


def test_the_model_keeps_qts_rules() -> None:
    model = RowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(_rows())
    model.set_rows([])


def test_arrows_pass_over_headings_and_enter_opens(rows: RowList, qtbot: QtBot) -> None:
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.current_key() == 1
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.activated_key) as found:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert found.args == [2]


def test_letters_do_what_the_row_offers(rows: RowList, qtbot: QtBot) -> None:
    rows.select_key(1)
    done: list[tuple[str, object]] = []
    rows.action_triggered.connect(lambda name, key: done.append((name, key)))
    qtbot.keyClick(rows, Qt.Key.Key_T)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClick(rows, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert done == [("tomorrow", 1), ("done", 1)]


def test_the_buttons_in_a_row_are_pressed_by_mouse(rows: RowList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.action_triggered) as found:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.action_area(2, "done"))
    assert found.args == ["done", 2]


def test_the_second_press_of_a_double_press_does_nothing_to_the_row_that_moved_up(rows: RowList, qtbot: QtBot) -> None:
    done: list[object] = []

    def take_away(_action: str, key: object) -> None:
        done.append(key)
        rows.set_rows([content for content in rows.rows() if content.key != key])

    rows.action_triggered.connect(take_away)
    where = rows.action_area(1, "done")
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert done == [1]
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert done == [1, 2]


def test_the_circle_is_pressed_without_choosing_the_row(rows: RowList, qtbot: QtBot) -> None:
    rows.select_key(3)
    place = rows.visualRect(rows.model().index(2, 0))
    with qtbot.waitSignal(rows.check_clicked) as found:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 22, place.center().y()))
    assert found.args == [2]
    assert rows.current_key() == 3


def test_the_menu_of_a_row_offers_its_acts(rows: RowList, qtbot: QtBot) -> None:
    rows.select_key(2)
    QApplication.sendEvent(rows, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = rows.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(rows.action_triggered) as found:
        menu.actions()[0].trigger()
    assert found.args == ["tomorrow", 2]
    menu.close()


def test_one_press_opens_where_that_is_asked(rows: RowList, qtbot: QtBot) -> None:
    rows.set_open_on_click(True)
    place = rows.visualRect(rows.model().index(3, 0)).center()
    with qtbot.waitSignal(rows.activated_key) as found:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found.args == [3]


def test_the_selection_stays_with_its_key_or_its_place(rows: RowList) -> None:
    rows.select_key(2)
    rows.set_rows([_rows()[0], _rows()[2], _rows()[3]])
    assert rows.current_key() == 2
    rows.set_rows([_rows()[0], _rows()[1], _rows()[3]])
    assert rows.current_key() == 1
    assert not rows.select_key(99)


def test_readers_hear_the_whole_row(rows: RowList) -> None:
    index = rows.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "高橋 由美子 様 お加減をうかがう 11/4 ハイライト 2日過ぎ"


def test_rows_grow_with_the_text(rows: RowList, theme: Theme) -> None:
    before = rows.sizeHintForRow(2)
    theme.set_text_percent(150)
    assert rows.sizeHintForRow(2) == round(before * 1.5)


def test_a_list_that_grows_is_as_tall_as_its_rows(show: Shower) -> None:
    made = RowList("声をかけたいお客様", row_height=46, grows=True)
    made.set_rows(_rows()[1:])
    show(made)
    assert made.sizeHint().height() == sum(made.sizeHintForRow(place) for place in range(3))


def test_a_table_shows_a_dash_where_there_is_nothing_and_opens_rows(show: Shower, qtbot: QtBot) -> None:
    table = SimpleTable([Column("name", "お名前", stretch=True), Column("n", "お客様", numeric=True)], "担当")
    table.set_rows([("a", ["田中 美咲", "412名"]), ("b", ["佐々木 健", ""])])
    show(table)
    table.setCurrentIndex(table.model().index(1, 0))
    assert table.current_key() == "b"
    with qtbot.waitSignal(table.key_activated) as found:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert found.args == ["b"]
    assert table.columnWidth(0) > table.columnWidth(1)
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_columns_are_chosen_in_the_header_menu(show: Shower) -> None:
    table = SimpleTable([Column("name", "お名前"), Column("n", "お客様"), Column("m", "メモ")], "担当")
    table.set_rows([("a", ["田中 美咲", "412名", ""])])
    show(table)
    menu = table.header.column_menu()
    assert [entry.text() for entry in menu.actions()] == ["お客様", "メモ"]
    menu.actions()[1].setChecked(False)
    assert table.isColumnHidden(2)
    menu.close()
