from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.buttons import MenuButton, NormalButton, PrimaryButton
from app.views.widgets.confirm_dialog import ConfirmDialog
from app.views.widgets.explanation import Explanation, ExplanationButton
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.jobs_panel import JobsPanel
from app.views.widgets.layouts import ScrollColumn
from app.views.widgets.second_click import SecondClick
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField
from app.views.widgets.toast import LONG_MS, SHORT_MS, ToastHost
from tests.gui.widgets.conftest import Shower


def test_a_toast_takes_back_what_was_done(show: Shower, qtbot: QtBot) -> None:
    undone: list[bool] = []
    host = ToastHost(show(NormalButton("頁")))
    bar = host.show_toast("高橋 由美子 様の予定を「済んだ」にしました", undo=lambda: undone.append(True))
    assert bar.isVisible()
    assert bar.time_ms() == SHORT_MS
    assert bar.undo_button is not None
    qtbot.mouseClick(bar.undo_button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert host.current() is None


def test_a_toast_stays_while_someone_looks_at_it(show: Shower) -> None:
    host = ToastHost(show(NormalButton("頁")))
    bar = host.show_toast("5名の予定を入れました", undo=lambda: None, bulk=True)
    assert bar.time_ms() == LONG_MS
    middle = QPointF(5, 5)
    QApplication.sendEvent(bar, QEnterEvent(middle, middle, middle))
    assert bar.is_waiting()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert not bar.is_waiting()
    assert bar.undo_button is not None
    bar.undo_button.setFocus()
    assert bar.is_waiting()


def test_a_new_toast_takes_the_place_of_the_old(show: Shower, qtbot: QtBot) -> None:
    window = show(NormalButton("頁"))
    host = ToastHost(window)
    first = host.show_toast("一つ目")
    second = host.show_toast("<b>二つ目</b>", action="失敗した分を選ぶ", on_action=lambda: None)
    assert not first.isVisible()
    assert host.current() is second
    assert second.label.textFormat() is Qt.TextFormat.PlainText
    assert window.rect().contains(second.geometry())
    qtbot.keyClick(second, Qt.Key.Key_Escape)
    assert host.current() is None


def test_a_long_job_is_shown_and_can_be_stopped(show: Shower, qtbot: QtBot) -> None:
    panel = JobsPanel(show(NormalButton("頁")))
    panel.add_job("pdf", "宛名のPDFを作っています")
    assert not panel.isVisible()
    qtbot.waitUntil(panel.isVisible, timeout=2000)
    panel.set_progress("pdf", 18, 22)
    assert panel.line("pdf").count.text() == "18 / 22"
    with qtbot.waitSignal(panel.cancel_requested) as found:
        qtbot.mouseClick(panel.line("pdf").stop, Qt.MouseButton.LeftButton)
    assert found.args == ["pdf"]
    panel.finish("pdf", "宛名のPDFができました")
    assert not panel.is_busy()
    assert panel.isVisible()
    qtbot.mouseClick(panel.line("pdf").seen, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_a_quick_job_leaves_no_trace_but_a_failure_does(show: Shower) -> None:
    panel = JobsPanel(show(NormalButton("頁")))
    panel.add_job(1, "読んでいます")
    panel.finish(1, "読みました")
    assert not panel.isVisible()
    panel.add_job(2, "印刷しています")
    panel.fail(2, "プリンターが応答していません。")
    assert panel.isVisible()
    assert panel.line(2).note.text() == "プリンターが応答していません。"


def test_the_jobs_can_be_folded_away(show: Shower, qtbot: QtBot) -> None:
    panel = JobsPanel(show(NormalButton("頁"), height=600))
    panel.add_job(2, "印刷しています")
    panel.fail(2, "プリンターが応答していません。")
    tall = panel.height()
    qtbot.mouseClick(panel.fold_button, Qt.MouseButton.LeftButton)
    assert panel.height() < tall
    assert panel.isVisible()


def _panel(window: QWidget) -> tuple[SidePanel, TextField, PrimaryButton]:
    panel = SidePanel(window, "来店を記録")
    field, primary = TextField(), PrimaryButton("記録する")
    panel.body.addWidget(field)
    panel.set_primary(primary)
    return panel, field, primary


def test_the_focus_stays_in_an_open_panel_and_goes_back_after(show: Shower, qtbot: QtBot) -> None:
    behind = NormalButton("頁の操作")
    window = show(behind, width=1280, height=700)
    behind.setFocus()
    panel, field, primary = _panel(window)
    panel.open_panel(field)
    assert field.hasFocus()
    seen = set()
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == {field, primary, panel.close_button}
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert behind.hasFocus()


def test_a_guard_keeps_the_panel_open(show: Shower, qtbot: QtBot) -> None:
    window = show(NormalButton("頁"), width=1280, height=700)
    panel, field, _ = _panel(window)
    panel.set_close_guard(lambda: not field.text())
    panel.open_panel(field)
    qtbot.keyClicks(field, "abc")
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    field.clear()
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)


def test_a_double_click_on_what_closes_a_panel_does_not_reach_what_lies_behind(show: Shower, qtbot: QtBot) -> None:
    behind = NormalButton("頁の操作")
    window = show(behind, width=1280, height=700)
    panel, _field, primary = _panel(window)
    primary.clicked.connect(panel.close_panel)
    pressed: list[bool] = []
    behind.pressed.connect(lambda: pressed.append(True))
    panel.open_panel()
    middle = behind.rect().center()
    QCursor.setPos(behind.mapToGlobal(middle))
    qtbot.mouseClick(primary, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    qtbot.mouseDClick(behind, Qt.MouseButton.LeftButton, pos=middle)
    assert pressed == []
    qtbot.mouseClick(behind, Qt.MouseButton.LeftButton, pos=middle + QPoint(20, 0))
    assert pressed == [True]
    # After the time in which two clicks make a double one, a click is a click.
    qtbot.waitUntil(lambda: not window.findChildren(SecondClick))
    qtbot.mouseClick(behind, Qt.MouseButton.LeftButton, pos=middle)
    assert pressed == [True, True]


def test_control_enter_presses_the_primary_of_a_panel(show: Shower, qtbot: QtBot) -> None:
    panel, field, primary = _panel(show(NormalButton("頁"), width=1280, height=700))
    panel.open_panel(field)
    with qtbot.waitSignal(primary.clicked):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_window_behind_an_open_panel_does_not_hear_its_keys(show: Shower, qtbot: QtBot) -> None:
    window = show(NormalButton("頁"), width=1280, height=700)
    panel, field, primary = _panel(window)
    heard: list[str] = []
    for keys in ("Ctrl+Return", "Ctrl+N", "Alt+Left"):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda name=keys: heard.append(name))
    panel.open_panel(field)
    with qtbot.waitSignal(primary.clicked):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heard == []
    panel.close_panel()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["Ctrl+N"]


def test_a_panel_takes_the_whole_of_a_narrow_window(show: Shower) -> None:
    window = show(NormalButton("頁"), width=1280, height=700)
    panel, field, _ = _panel(window)
    panel.open_panel(field)
    assert field.mapTo(window, QPoint(0, 0)).x() > 400
    window.resize(1090, 600)
    assert field.mapTo(window, QPoint(0, 0)).x() < 40


def _explanation() -> Explanation:
    return Explanation("再来店率", "今も来てくださっている割合です。", "例:50名のうち34名", "34 ÷ 50", "内訳を見る")


def test_an_explanation_opens_and_closes_by_keys(show: Shower, qtbot: QtBot) -> None:
    button = ExplanationButton(_explanation())
    show(button, width=700, height=500)
    button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F1):
        qtbot.keyClick(button, key)
        box = button.popover()
        assert box is not None
        assert box.isVisible()
        assert any(label.text() == "今も来てくださっている割合です。" for label in box.findChildren(QLabel))
        qtbot.keyClick(box, Qt.Key.Key_Escape)
        assert button.popover() is None
        assert button.hasFocus()


def test_an_explanation_closes_on_a_press_elsewhere_and_leads_on(show: Shower, qtbot: QtBot) -> None:
    button, elsewhere = ExplanationButton(_explanation()), NormalButton("ほか")
    show(button, elsewhere, width=700, height=500)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.popover() is not None
    qtbot.mouseClick(elsewhere, Qt.MouseButton.LeftButton)
    assert button.popover() is None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    box = button.popover()
    assert box is not None
    assert box.more is not None
    with qtbot.waitSignal(button.more_requested):
        qtbot.mouseClick(box.more, Qt.MouseButton.LeftButton)


def test_a_question_has_the_safe_answer_first_and_focused(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "消しますか?", "214名が消えます。", danger="214名を消す", safe="消さない", note="控えを取ります。")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert dialog.safe_button.hasFocus()
    assert dialog.safe_button.x() < dialog.danger_button.x()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.safe_button, Qt.Key.Key_Return)


def test_only_the_danger_button_says_yes(qtbot: QtBot) -> None:
    dialog = ConfirmDialog(None, "消しますか?", "", danger="214名を消す", safe="消さない")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.danger_button, Qt.MouseButton.LeftButton)


def test_the_ring_follows_the_focus_and_leaves_fields_alone(show: Shower, qtbot: QtBot) -> None:
    button, field = NormalButton("開く"), TextField()
    window = show(button, field)
    ring = FocusRing(window)
    button.setFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(button.geometry())
    button.move(button.x() + 40, button.y())
    assert ring.geometry().contains(button.geometry())
    field.setFocus()
    assert not ring.isVisible()
    assert ring.target() is None


def test_the_ring_goes_when_its_widget_goes(show: Shower) -> None:
    button = NormalButton("開く")
    ring = FocusRing(show(button))
    button.setFocus()
    button.hide()
    assert not ring.isVisible()


def test_the_ring_is_cut_where_the_scrolling_ends(show: Shower) -> None:
    scroll = ScrollColumn()
    buttons = [NormalButton(f"{number}番") for number in range(40)]
    for button in buttons:
        scroll.body.addWidget(button)
    window = show(scroll)
    ring = FocusRing(window)
    buttons[0].setFocus()
    assert ring.isVisible()
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    assert not ring.isVisible()


def test_an_act_of_a_menu_that_is_kept_can_be_shown_after_a_panel_was_closed(show: Shower) -> None:
    menu = MenuButton(name="さらに")
    window = show(menu)
    kept = menu.add_action("削除する", lambda: None)
    panel = SidePanel(window, "変更", width=300)
    panel.closed.connect(panel.deleteLater)
    panel.open_panel()
    panel.close_panel()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept.setVisible(False)
    assert [action.isVisible() for action in menu.menu().actions()] == [False]
