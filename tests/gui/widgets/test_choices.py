from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.views.widgets.check_box import CheckBox
from app.views.widgets.choice_row import ChoiceRows
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import Text
from app.views.widgets.segmented import Segmented
from app.views.widgets.sentence import Sentence
from app.views.widgets.steps import HorizontalSteps, VerticalSteps
from app.views.widgets.summary import AmountLines, SummaryLine
from app.views.widgets.switch import Switch
from app.views.widgets.tabs import TabPages, Tabs
from tests.gui.widgets.conftest import Shower


def test_a_segment_is_chosen_by_mouse_and_arrows(show: Shower, qtbot: QtBot) -> None:
    part = Segmented([(3, "3か月"), (18, "18か月"), (0, "すべて")], 18, "期間")
    show(part)
    found: list[object] = []
    part.changed.connect(found.append)
    qtbot.mouseClick(part.button(3), Qt.MouseButton.LeftButton)
    qtbot.keyClick(part.button(3), Qt.Key.Key_Right)
    assert found == [3, 18]
    assert part.current() == 18
    part.set_current(0)
    assert found == [3, 18]


def test_filters_keep_the_choice_when_their_counts_change(show: Shower, qtbot: QtBot) -> None:
    part = FilterChips([("all", "すべて", None), ("loyal", "常連", 126)], addable=True)
    show(part)
    with qtbot.waitSignal(part.changed) as found:
        qtbot.mouseClick(part.button("loyal"), Qt.MouseButton.LeftButton)
    assert found.args == ["loyal"]
    part.set_options([("all", "すべて", None), ("loyal", "常連", 127)])
    assert part.current() == "loyal"
    adder = part.add_button()
    assert adder is not None
    with qtbot.waitSignal(part.add_requested):
        qtbot.mouseClick(adder, Qt.MouseButton.LeftButton)


def test_a_filter_that_is_gone_falls_back_to_the_first(show: Shower) -> None:
    part = FilterChips([("all", "すべて", None), ("loyal", "常連", 126)], "loyal")
    show(part)
    part.set_options([("all", "すべて", None)])
    assert part.current() == "all"


def test_tabs_say_which_one_is_shown(show: Shower, qtbot: QtBot) -> None:
    tabs = Tabs([("past", "これまでのこと"), ("bought", "お買上げ & 返品")])
    show(tabs)
    with qtbot.waitSignal(tabs.changed) as found:
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert found.args == ["bought"]
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert tabs.current() == "past"
    tabs.set_text("past", "これまで")
    assert tabs.tabText(0) == "これまで"


def test_each_tab_opens_its_page(show: Shower) -> None:
    pages = TabPages("お客様")
    first, second = Text("一"), Text("二")
    pages.add_page(1, "一", first)
    pages.add_page(2, "二", second)
    show(pages)
    assert first.isVisible()
    pages.set_current(2)
    assert second.isVisible()
    assert not first.isVisible()


def test_a_switch_turns_on_by_mouse_anywhere_and_by_space(show: Shower, qtbot: QtBot) -> None:
    part = Switch("開くときのPIN")
    show(part)
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=QPoint(part.width() - 2, part.height() // 2))
    assert part.isChecked()
    qtbot.keyClick(part, Qt.Key.Key_Space)
    assert not part.isChecked()
    assert part.accessibleName() == "開くときのPIN"


def test_a_check_box_is_hit_on_its_words(show: Shower, qtbot: QtBot) -> None:
    box = CheckBox("差出人 & 日付を印刷する")
    show(box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(80, box.height() // 2))
    assert box.isChecked()
    assert box.label() == "差出人 & 日付を印刷する"


def test_rows_are_chosen_by_arrows_and_read_out_with_their_facts(show: Shower, qtbot: QtBot) -> None:
    part = ChoiceRows([("half", "半分", ["送る 160名"]), ("few", "少なめ", ["送る 240名"])], "half")
    show(part)
    with qtbot.waitSignal(part.changed) as found:
        qtbot.keyClick(part.row("half"), Qt.Key.Key_Down)
    assert found.args == ["few"]
    assert part.current() == "few"
    assert part.row("few").accessibleName() == "少なめ 送る 240名"
    with qtbot.assertNotEmitted(part.changed):
        part.set_current("half")


def test_only_done_steps_lead_back(show: Shower, qtbot: QtBot) -> None:
    part = HorizontalSteps(["ファイル", "列を合わせる", "確かめる", "結果"])
    part.set_current(2)
    show(part)
    with qtbot.waitSignal(part.step_clicked) as found:
        qtbot.mouseClick(part.button(1), Qt.MouseButton.LeftButton)
    assert found.args == [1]
    with qtbot.assertNotEmitted(part.step_clicked):
        qtbot.mouseClick(part.button(2), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(part.button(3), Qt.MouseButton.LeftButton)


def test_a_step_tells_what_was_chosen(show: Shower) -> None:
    part = VerticalSteps(["どなたに", "何を送る"])
    show(part)
    part.set_current(1)
    part.set_detail(0, "320名")
    assert "320名" in part.button(0).accessibleName()


def test_words_of_a_sentence_are_buttons(show: Shower, qtbot: QtBot) -> None:
    part = Sentence("{0}のお買上げで{1}、端数は切り捨てます。", [("step", "100円"), ("points", "1ポイント")])
    show(part)
    with qtbot.waitSignal(part.word_clicked) as found:
        qtbot.mouseClick(part.word_button("points"), Qt.MouseButton.LeftButton)
    assert found.args == ["points"]
    part.set_word("points", "2ポイント")
    assert part.word_button("points").word() == "2ポイント"
    assert "2ポイント" in part.word_button("points").accessibleName()
    shown = "".join(label.text() for label in part.findChildren(Text))
    assert shown == "のお買上げで、端数は切り捨てます。"


def test_amounts_stand_under_each_other(show: Shower) -> None:
    lines = AmountLines()
    small = lines.add("ポイント", "−¥500")
    total = lines.add("お支払い", "¥10,995", bold=True)
    reason = SummaryLine("人数", "240名")
    show(lines, reason)
    assert small.geometry().right() == total.geometry().right()
    reason.set("241名", "1名を足しました")
    assert reason.value.text() == "241名"
    assert reason.reason.isVisible()
