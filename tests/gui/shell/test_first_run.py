"""The first start leads to a demo, a list or an empty shop, and a change of the language loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.context import DataPaths
from app.domain.demo import DEMO_CUSTOMERS
from app.domain.shop import TRADE_DEFAULTS, ShopFields, Trade
from app.jobs.tasks import ImmediateTasks
from app.settings import Settings
from app.views.first_run.draft import FirstRunDraft
from app.views.first_run.window import FirstRunWindow
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.contact_fields import PostcodeField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.text_field import TextField


def window_for(qtbot: QtBot, tmp_path: Path, draft: FirstRunDraft, language: str = "en") -> FirstRunWindow:
    paths = DataPaths(tmp_path, tmp_path / "okaeri.db", tmp_path / "backups")
    window = FirstRunWindow(ImmediateTasks(), language, paths, Settings(tmp_path / "s.ini"), draft)
    qtbot.addWidget(window)
    window.show()
    return window


def button(window: QWidget, text: str) -> OkaeriButton:
    return next(b for b in window.findChildren(OkaeriButton) if b.label() == text and b.isVisible())


def field(window: QWidget, label: str) -> QWidget:
    return next(f for f in window.findChildren(FormField) if f.label.text() == label).field


def typed(window: QWidget, label: str, text: str) -> TextField:
    found = field(window, label)
    assert isinstance(found, TextField)
    found.setText(text)
    found.textEdited.emit(text)
    return found


def test_the_sample_is_one_click_away_and_says_how_large_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_for(qtbot, tmp_path, FirstRunDraft())
    assert any(str(DEMO_CUSTOMERS) in label.text() for label in window.findChildren(WrapLabel))
    with qtbot.waitSignal(window.demo_requested):
        qtbot.mouseClick(button(window, "Try the sample"), Qt.MouseButton.LeftButton)


def test_an_empty_shop_takes_a_name_and_the_days_of_its_trade(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_for(qtbot, tmp_path, FirstRunDraft())
    qtbot.mouseClick(button(window, "Type the shop's name"), Qt.MouseButton.LeftButton)
    typed(window, "Shop name", "カフェ ひだまり")
    trade = field(window, "Trade")
    assert isinstance(trade, ComboField)
    trade.set_current(Trade.CAFE)
    for _ in range(2):
        qtbot.mouseClick(button(window, "Next"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.shop_requested) as asked:
        qtbot.mouseClick(button(window, "Begin"), Qt.MouseButton.LeftButton)
    fields, then_import = asked.args
    assert isinstance(fields, ShopFields)
    assert (fields.name, fields.trade, fields.window_days) == ("カフェ ひだまり", Trade.CAFE, TRADE_DEFAULTS[Trade.CAFE].window_days)
    assert then_import is False


def test_without_a_name_it_says_so_beside_the_field_and_stays(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_for(qtbot, tmp_path, FirstRunDraft(step=1))
    qtbot.mouseClick(button(window, "Next"), Qt.MouseButton.LeftButton)
    assert window.draft.step == 1
    name = next(f for f in window.findChildren(FormField) if f.label.text() == "Shop name")
    assert name.error()


def test_a_postcode_fills_the_address(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_for(qtbot, tmp_path, FirstRunDraft(step=1))
    code = field(window, "Postal code")
    assert isinstance(code, PostcodeField)
    qtbot.keyClicks(code, "1500001")
    texts = [f.text() for f in (field(window, "Prefecture"), field(window, "City"), field(window, "Street")) if isinstance(f, TextField)]
    assert texts == ["東京都", "渋谷区", "神宮前"]


def test_a_list_is_brought_in_after_the_shop_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_for(qtbot, tmp_path, FirstRunDraft())
    qtbot.mouseClick(button(window, "Choose a file"), Qt.MouseButton.LeftButton)
    typed(window, "Shop name", "美容室 こもれび")
    for _ in range(2):
        qtbot.mouseClick(button(window, "Next"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.shop_requested) as asked:
        qtbot.mouseClick(button(window, "Begin and choose the file"), Qt.MouseButton.LeftButton)
    assert asked.args[1] is True


def test_another_language_keeps_what_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    draft = FirstRunDraft(step=1)
    window = window_for(qtbot, tmp_path, draft)
    typed(window, "Shop name", "ひだまり")
    again = window_for(qtbot, tmp_path, draft)
    kept = field(again, "Shop name")
    assert isinstance(kept, TextField)
    assert kept.text() == "ひだまり"


def test_closing_the_window_ends_the_program_and_going_on_does_not(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_for(qtbot, tmp_path, FirstRunDraft())
    with qtbot.waitSignal(window.closed):
        window.close()
    other = window_for(qtbot, tmp_path, FirstRunDraft())
    ended: list[bool] = []
    other.closed.connect(lambda: ended.append(True))
    other.leave()
    assert not ended


@pytest.mark.parametrize("step", range(4))
def test_every_step_fits_the_smallest_window(qtbot: QtBot, tmp_path: Path, step: int) -> None:
    window = window_for(qtbot, tmp_path, FirstRunDraft(step=step))
    hint = window.minimumSizeHint()
    assert (hint.width() <= 1080, hint.height() <= 600) == (True, True)
