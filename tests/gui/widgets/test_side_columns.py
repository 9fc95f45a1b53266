"""Two columns beside a wide middle; in a narrow window they share one place."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.views.theme import theme_of
from app.views.widgets.side_columns import FOLDED_BELOW, SideColumns
from app.views.widgets.tabs import Tabs

WIDE, NARROW = 1400, 900


class Shown:
    def __init__(self, qtbot: QtBot) -> None:
        self.left, self.middle, self.right = QWidget(), QWidget(), QWidget()
        self.tabs = Tabs([("right", "Right"), ("left", "Left")], "Which column")
        self.columns = SideColumns(("left", self.left), self.middle, ("right", self.right), self.tabs)
        qtbot.addWidget(self.columns)
        self.columns.resize(1, 600)
        self.fold(1)
        with qtbot.waitExposed(self.columns):
            self.columns.show()

    def fold(self, width: int) -> bool:
        self.columns.setFixedWidth(width)
        is_other = self.columns.fold(is_folded=self.columns.is_narrow(), left=240, right=260)
        return is_other

    def visible(self) -> list[bool]:
        return [self.left.isVisible(), self.middle.isVisible(), self.right.isVisible(), self.tabs.isVisible()]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_in_a_wide_window_both_columns_stand_beside_the_middle(shown: Shown) -> None:
    shown.fold(WIDE)
    assert shown.visible() == [True, True, True, False]
    assert shown.left.x() < shown.middle.x() < shown.right.x()
    assert (shown.left.width(), shown.right.width()) == (240, 260)


def test_in_a_narrow_window_the_tab_says_which_is_seen(shown: Shown) -> None:
    shown.fold(NARROW)
    assert shown.visible() == [False, True, True, True]
    shown.tabs.set_current("left")
    assert shown.visible() == [True, True, False, True]
    assert shown.left.x() < shown.middle.x() and shown.tabs.y() < shown.left.y()


def test_it_says_whether_the_order_is_another(shown: Shown) -> None:
    width = theme_of(shown.columns).px(FOLDED_BELOW)
    assert [shown.fold(one) for one in (width, width + 1, width - 1, width)] == [True, False, True, True]
    assert shown.visible() == [True, True, True, False]
