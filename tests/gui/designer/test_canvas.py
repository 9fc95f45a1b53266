"""The paper under mouse and keys: what is dragged moves by so many millimetres, and every step can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.template_edits import changed
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind
from app.views.designer.canvas import Canvas
from app.views.designer.draft import Draft
from app.views.designer.handles import stretched
from tests.fakes import MessageSpy

PAPER = (100.0, 148.0)
PX = 4.0
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
PARTS = (
    Element(ElementKind.ART, "ground", Frame(0, 0, 100, 148), art="sprig"),
    Element(ElementKind.TEXT, "one", Frame(10, 10, 40, 12), text="一"),
    Element(ElementKind.TEXT, "two", Frame(20, 40, 40, 12), text="二"),
    Element(ElementKind.RECTANGLE, "over", Frame(22, 42, 16, 9), fill="#A9430F"),
    Element(ElementKind.LINE, "line", Frame(10, 80, 60, 0)),
)


@pytest.fixture
def draft() -> Draft:
    made = Draft()
    made.open(Template("own", "ja", TemplateKind.CARD, "はがき", "はがき", PARTS))
    return made


@pytest.fixture
def canvas(qtbot: QtBot, draft: Draft) -> Canvas:
    made = Canvas(draft, MessageSpy())
    qtbot.addWidget(made)
    made.set_paper(PAPER, PX)
    made.resize(made.sizeHint())
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def at(canvas: Canvas, x: float, y: float) -> QPoint:
    """A place of the paper as a pixel of the widget."""
    return canvas.rect_of(Frame(x, y, 0, 0)).topLeft().toPoint()


def press(qtbot: QtBot, canvas: Canvas, x: float, y: float, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.mouseClick(canvas, LEFT, held, at(canvas, x, y))


def drag(
    qtbot: QtBot,
    canvas: Canvas,
    start: tuple[float, float],
    end: tuple[float, float],
    held: Qt.KeyboardModifier = ALT,
    *,
    lets_go: bool = True,
) -> None:
    """With Alt nothing catches, so that the way is exact."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    qtbot.mousePress(canvas, LEFT, pos=at(canvas, *start))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for place in (middle, end):
        where = QPointF(at(canvas, *place))
        # The test's own mouse moves without keys held.
        move = QMouseEvent(QEvent.Type.MouseMove, where, canvas.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, held)
        QApplication.sendEvent(canvas, move)
    if lets_go:
        qtbot.mouseRelease(canvas, LEFT, held, at(canvas, *end))


def frame(draft: Draft, name: str) -> Frame:
    return next(one.frame for one in draft.template.elements if one.name == name)


def names(draft: Draft) -> list[str]:
    return [one.name for one in draft.template.elements]


def test_pressing_selects_the_nearest_then_what_lies_below(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    # A little apart, so that it is no double click.
    for (x, y), expected in (((29, 46), "over"), ((32, 47), "two"), ((29, 46), "ground")):
        press(qtbot, canvas, x, y)
        assert list(draft.selected) == [expected]
    press(qtbot, canvas, 15, 15)
    press(qtbot, canvas, 50, 50, SHIFT)
    assert list(draft.selected) == ["one", "two"]
    press(qtbot, canvas, 15, 15, SHIFT)
    assert list(draft.selected) == ["two"]
    press(qtbot, canvas, 30, 81)
    assert list(draft.selected) == ["line"]


def test_dragging_moves_by_the_way_of_the_mouse_as_one_step(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    drag(qtbot, canvas, (15, 15), (23, 20))
    assert frame(draft, "one") == Frame(18, 15, 40, 12)
    assert draft.undo_words
    draft.undo()
    assert frame(draft, "one") == Frame(10, 10, 40, 12) and not draft.can_undo


def test_while_it_is_dragged_it_lies_there_but_is_no_step(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    with qtbot.waitSignal(canvas.previewed):
        drag(qtbot, canvas, (15, 15), (25, 15), lets_go=False)
    assert canvas.lying()["one"].left == 20 and frame(draft, "one").left == 10
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, LEFT, pos=at(canvas, 25, 15))
    assert canvas.lying()["one"].left == 10 and not draft.can_undo


def test_what_is_near_a_line_catches_on_it(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    drag(qtbot, canvas, (15, 15), (24, 15), Qt.KeyboardModifier.NoModifier)
    assert frame(draft, "one").left == 20


def test_a_handle_makes_it_larger(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    draft.select("one")
    drag(qtbot, canvas, (50, 22), (60, 27))
    assert frame(draft, "one") == Frame(10, 10, 50, 17)
    drag(qtbot, canvas, (10, 10), (14, 12))
    assert frame(draft, "one") == Frame(14, 12, 46, 15)


def test_a_corner_may_keep_the_shape() -> None:
    assert stretched(Frame(10, 10, 40, 20), "rb", 20, 0, keeps_shape=True) == Frame(10, 10, 60, 30)
    assert stretched(Frame(10, 10, 40, 20), "lt", 100, 100) == Frame(50, 30, 0, 0)


def test_the_mouse_draws_around_parts_over_the_ground(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    drag(qtbot, canvas, (5, 5), (70, 60), Qt.KeyboardModifier.NoModifier)
    assert set(draft.selected) == {"one", "two", "over"}
    assert frame(draft, "ground") == Frame(0, 0, 100, 148)


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, Frame(11, 10, 40, 12)),
        (Qt.Key.Key_Up, SHIFT, Frame(10, 9.9, 40, 12)),
        (Qt.Key.Key_Down, CTRL, Frame(10, 10, 40, 13)),
        (Qt.Key.Key_Left, CTRL | SHIFT, Frame(10, 10, 39.9, 12)),
    ],
)
def test_arrows(qtbot: QtBot, canvas: Canvas, draft: Draft, key: Qt.Key, held: Qt.KeyboardModifier, expected: Frame) -> None:
    draft.select("one")
    qtbot.keyClick(canvas, key, held)
    assert frame(draft, "one") == expected


def test_arrows_one_after_the_other_are_one_step(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    draft.select("one")
    for _ in range(5):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert frame(draft, "one").left == 15
    draft.undo()
    assert frame(draft, "one").left == 10


def test_tab_goes_from_part_to_part_and_escape_lets_go(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    seen = []
    for _ in PARTS:
        qtbot.keyClick(canvas, Qt.Key.Key_Tab)
        seen.append(draft.selected[0])
    assert seen == names(draft)
    qtbot.keyClick(canvas, Qt.Key.Key_Backtab, SHIFT)
    assert list(draft.selected) == ["over"]
    assert "16.0 x 9.0 mm" in canvas.accessibleDescription()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert list(draft.selected) == []


def test_delete_duplicate_cut_and_paste(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    draft.select("over")
    qtbot.keyClick(canvas, Qt.Key.Key_D, CTRL)
    assert len(draft.template.elements) == 6 and list(draft.selected) != ["over"]
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert names(draft) == [one.name for one in PARTS]
    draft.select("one")
    qtbot.keyClick(canvas, Qt.Key.Key_X, CTRL)
    assert "one" not in names(draft)
    qtbot.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert list(draft.selected) == ["one"] and frame(draft, "one") == Frame(10, 10, 40, 12)
    qtbot.keyClick(canvas, Qt.Key.Key_A, CTRL)
    assert len(draft.selected) == 5


def test_what_is_copied_goes_into_another_template(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    draft.select("one", "over")
    qtbot.keyClick(canvas, Qt.Key.Key_C, CTRL)
    draft.open(Template("other", "ja", TemplateKind.CARD, "別", "はがき", ()))
    qtbot.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert names(draft) == ["one", "over"] and draft.is_changed
    QApplication.clipboard().setText("only words")
    qtbot.keyClick(canvas, Qt.Key.Key_V, CTRL)
    assert names(draft) == ["one", "over"]


def test_enter_f2_and_a_double_click_ask_for_the_words(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    asked: list[str] = []
    canvas.edit_requested.connect(asked.append)
    draft.select("one")
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.keyClick(canvas, Qt.Key.Key_F2)
    qtbot.mouseDClick(canvas, LEFT, pos=at(canvas, 50, 46))
    assert asked == ["one", "one", "two"]


def test_problems_are_told_of_the_part(canvas: Canvas, draft: Draft) -> None:
    draft.select("one")
    canvas.set_problems({"one": "It does not fit."})
    assert canvas.accessibleDescription().endswith("It does not fit.")


def test_what_changes_while_something_is_dragged_is_not_taken_back(qtbot: QtBot, canvas: Canvas, draft: Draft) -> None:
    start, there = at(canvas, 15, 15), at(canvas, 40, 100)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, there)
    after = changed(draft.template, "two", text="ほかで変えました")
    draft.change(after, words="elsewhere")
    qtbot.mouseRelease(canvas, LEFT, pos=there)
    assert draft.template == after
