from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.theme import Theme, Tone
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import IconButton, LinkButton, MenuButton, NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.chip import Badge, Chip
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.kpi_card import Delta, KpiCard
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.sentence import WordButton
from tests.gui.widgets.conftest import Shower


def test_an_ampersand_in_a_name_is_neither_lost_nor_a_shortcut(show: Shower) -> None:
    button = NormalButton("A & B 様を開く")
    show(button)
    assert button.label() == "A & B 様を開く"
    assert button.shortcut() == QKeySequence()


def test_the_shown_shortcut_presses_the_button(show: Shower, qtbot: QtBot) -> None:
    button = PrimaryButton("記録する")
    button.set_shortcut_hint("Ctrl+Return")
    window = show(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "記録する" in button.toolTip()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus(show: Shower, key: Qt.Key, qtbot: QtBot) -> None:
    for button in (NormalButton("お客様として登録"), LinkButton("別の方にする"), IconButton("x", "閉じる"), WordButton("100円")):
        show(button)
        button.setFocus()
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_enter_held_down_or_with_control_does_not_press(show: Shower, qtbot: QtBot) -> None:
    button = NormalButton("外す")
    presses: list[None] = []
    button.clicked.connect(lambda: presses.append(None))
    show(button)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(button, held)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert presses == []


def test_a_shortcut_survives_a_new_label() -> None:
    button = PrimaryButton("22枚を印刷")
    button.set_shortcut_hint("Ctrl+Return")
    button.setText("21枚を印刷")
    assert button.shortcut() == QKeySequence("Ctrl+Return")


def test_buttons_are_large_enough_to_hit_at_every_text_size(theme: Theme) -> None:
    buttons = (PrimaryButton("記録"), NormalButton("記録", small=True), LinkButton("見る", small=True), IconButton("x", "閉じる"))
    for percent in (100, 150):
        theme.set_text_percent(percent)
        assert all(button.sizeHint().height() >= 28 and button.sizeHint().width() >= 28 for button in buttons)


def test_an_icon_alone_has_a_name_and_a_tooltip() -> None:
    button = IconButton("chevron-left", "前のお客様")
    assert button.accessibleName() == "前のお客様"
    assert "前のお客様" in button.toolTip()


def test_a_menu_button_does_what_its_entry_says(show: Shower) -> None:
    done: list[str] = []
    button = MenuButton(name="さらに")
    button.add_action("A & Bを消す", lambda: done.append("removed"), icon="trash-2")
    show(button)
    entry = button.menu().actions()[0]
    entry.trigger()
    assert done == ["removed"]
    assert entry.text() == "A && Bを消す"


def test_a_banner_shows_only_what_it_was_given(show: Shower, qtbot: QtBot) -> None:
    banner = Banner(Tone.DANGER, "プリンターが応答していません", "宛先と文面は保存してあります。", "10枚目から続ける")
    show(banner)
    with qtbot.waitSignal(banner.action_clicked):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    banner.set(Tone.INFO, "続けています")
    assert not banner.button.isVisible()
    assert banner.accessibleName() == "続けています"


def test_an_empty_state_has_one_button_and_a_link(show: Shower, qtbot: QtBot) -> None:
    state = EmptyState("calendar-check", "まだありません", "入れておくと忘れません。", "予定を入れる", "おすすめから選ぶ")
    state.set_steps(["日を選ぶ", "することを書く"])
    show(state)
    with qtbot.waitSignal(state.action_clicked):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(state.link_clicked):
        qtbot.mouseClick(state.link, Qt.MouseButton.LeftButton)


def test_a_card_keeps_what_is_added_after_a_list_below_it(show: Shower) -> None:
    card = Card("題", action="見る")
    rows, below = NormalButton("一覧"), NormalButton("下")
    card.add_list(rows)
    card.add(below)
    card.set_footer(row(NormalButton("足")))
    show(card)
    assert below.mapTo(card, below.rect().topLeft()).y() > rows.mapTo(card, rows.rect().topLeft()).y()


def test_the_foot_of_a_card_keeps_its_margins_at_another_text_size(show: Shower, theme: Theme) -> None:
    card, word = Card("宛先"), NormalButton("合計")
    card.set_footer(row(word, STRETCH, gap=0))
    show(card)
    assert word.mapTo(card, word.rect().topLeft()).x() >= theme.px(16)
    theme.set_text_percent(150)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert word.mapTo(card, word.rect().topLeft()).x() >= theme.px(16)


def test_a_figure_opens_by_mouse_and_key_and_says_all_of_itself(show: Shower, qtbot: QtBot) -> None:
    card = KpiCard("再来店率")
    card.set("68.4", "%", "先月より 2.1ポイント 上昇", Delta.UP)
    show(card)
    assert card.accessibleName() == "再来店率 68.4% 先月より 2.1ポイント 上昇"
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.delta_icon.isVisible()
    card.set("68.4", "%", "先月の値がありません")
    assert not card.delta_icon.isVisible()


def test_a_badge_hides_at_nought(show: Shower) -> None:
    badge = Badge(3)
    show(badge)
    badge.set_count(0)
    assert not badge.isVisible()
    badge.set_count(120)
    assert badge.isVisible()
    assert badge.text() == "99+"


def test_a_chip_has_room_for_its_word(theme: Theme) -> None:
    chip = Chip("気がかり", Tone.WARN)
    before = chip.sizeHint().width()
    theme.set_text_percent(150)
    assert chip.sizeHint().width() > before
    chip.set("良好", Tone.OK)
    assert chip.text() == "良好"


def test_icons_are_sharp_on_every_screen() -> None:
    button = NormalButton("開く", "folder-open")
    for ratio in (1.0, 1.25, 1.5, 2.0):
        assert button.icon().pixmap(button.iconSize(), ratio).size() == QSize(round(16 * ratio), round(16 * ratio))
