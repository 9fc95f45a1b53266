"""The list of parts beside the paper: selecting, adding, ordering, taking away."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.print_problems import UnknownField
from app.domain.templates import Element, ElementKind, Frame, Slot, Template, TemplateKind
from app.printing.art import ART
from app.reports.designs import DesignProblem
from app.views.designer.draft import Draft
from app.views.designer.elements_drawings import DRAWING_WORDS
from app.views.designer.elements_panel import ElementsPanel
from app.views.designer.elements_words import ELEMENT_ICONS, ELEMENT_WORDS, excerpt
from app.views.designer.properties_choices import DesignChoices
from app.views.theme import Mode, Theme, Tone
from tests.fakes import MessageSpy
from tests.gui.widgets.audit import clipped

PARTS = (
    Element(ElementKind.ART, "art", Frame(0, 0, 100, 40), art="maple_band"),
    Element(ElementKind.TEXT, "heading", Frame(10, 10, 60, 12), slot=Slot.HEADLINE, text="ごあいさつ"),
    Element(ElementKind.LINE, "rule_1", Frame(10, 30, 60, 0)),
    Element(ElementKind.LINE, "rule_2", Frame(10, 40, 60, 0)),
    Element(ElementKind.TEXT, "date", Frame(10, 50, 60, 8), text="{{日付|date:YYYY年M月D日}}"),
    Element(ElementKind.TEXT, "slip", Frame(10, 50, 60, 8), page=1, text="返信票"),
)
TITLES = ["“[日付]”", "Line 2", "Line 1", "Heading", "Drawing"]


@pytest.fixture
def draft() -> Draft:
    made = Draft()
    made.open(Template("own", "ja", TemplateKind.LETTER, "お便り", "A4", PARTS))
    return made


@pytest.fixture
def panel(context: AppContext, draft: Draft, qtbot: QtBot) -> ElementsPanel:
    made = ElementsPanel(context, draft)
    made.set_choices(DesignChoices((), tuple(ART), {"A4": (210.0, 297.0)}))
    made.resize(236, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def titles(panel: ElementsPanel) -> list[str]:
    return [content.title for content in panel.list.rows()]


def order(draft: Draft) -> list[str]:
    return [one.name for one in draft.template.elements if one.page == 0]


def add(panel: ElementsPanel, words: str) -> None:
    next(entry for entry in panel.add.menu().actions() if entry.text() == words).trigger()


def test_parts_of_the_page_are_called_by_what_they_say(panel: ElementsPanel, draft: Draft) -> None:
    assert titles(panel) == TITLES
    draft.show_page(1)
    assert titles(panel) == ["“返信票”"]


def test_press_selects_and_the_paper_selects_here(panel: ElementsPanel, draft: Draft, qtbot: QtBot) -> None:
    row = panel.list.visualRect(panel.list.model().index(3, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert tuple(draft.selected) == ("heading",)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert tuple(draft.selected) == ("rule_1",)
    draft.select("art")
    assert panel.list.current_key() == "art"
    draft.select("heading", "rule_2")
    assert tuple(draft.selected) == ("heading", "rule_2")


def test_alt_and_arrows_change_the_order(panel: ElementsPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("heading")
    qtbot.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(draft)[:3] == ["art", "rule_1", "heading"] and panel.list.current_key() == "heading"
    qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(draft)[:2] == ["heading", "art"]
    draft.undo()
    assert order(draft)[:2] == ["art", "heading"]


def test_to_the_front_and_behind_all_in_one_step(panel: ElementsPanel, draft: Draft) -> None:
    for words, place in (("In front of all others", 4), ("Behind all others", 0)):
        (row,) = (one for one in panel.list.rows() if one.key == "rule_1")
        next(entry for entry in panel.list.menu_for(row).actions() if entry.text() == words).trigger()
        assert order(draft).index("rule_1") == place


@pytest.mark.parametrize("before", [(), ("heading", "rule_2")])
def test_the_row_at_hand_can_be_pressed_again(panel: ElementsPanel, draft: Draft, qtbot: QtBot, before: tuple[str, ...]) -> None:
    row = panel.list.visualRect(panel.list.model().index(3, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    draft.select(*before)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert tuple(draft.selected) == ("heading",)


def test_enter_asks_for_the_words(panel: ElementsPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("date")
    with qtbot.waitSignal(panel.edit_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == ["date"]


def test_delete_and_the_menu_of_a_row(panel: ElementsPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("rule_1")
    menu = panel.list.menu_for(panel.list.rows()[2])
    next(entry for entry in menu.actions() if entry.text() == "Duplicate").trigger()
    assert titles(panel)[0] == "Line 3" and draft.selected not in ((), ("rule_1",))
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert titles(panel) == TITLES
    draft.undo()
    assert len(titles(panel)) == len(TITLES) + 1


@pytest.mark.parametrize("kind", [kind for kind in ElementKind if kind is not ElementKind.IMAGE])
def test_every_kind_can_be_added(panel: ElementsPanel, draft: Draft, kind: ElementKind) -> None:
    add(panel, ELEMENT_WORDS[kind])
    new = draft.template.elements[-1]
    assert new.kind is kind and new.page == 0 and tuple(draft.selected) == (new.name,)
    assert panel.list.current_key() == new.name
    draft.undo()
    assert draft.template.elements == PARTS


def test_picture_is_chosen_before_it_is_added(
    panel: ElementsPanel, draft: Draft, messages: MessageSpy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    add(panel, "Picture")
    assert draft.template.elements == PARTS
    broken, good = tmp_path / "broken.png", tmp_path / "logo.png"
    broken.write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(broken), ""))
    add(panel, "Picture")
    assert draft.template.elements == PARTS and len(messages.errors) == 1
    Image.new("RGB", (30, 20), "#A9430F").save(good)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(good), ""))
    add(panel, "Picture")
    new = draft.template.elements[-1]
    assert new.kind is ElementKind.IMAGE and Image.open(io.BytesIO(base64.b64decode(new.image))).size == (30, 20)


def test_part_with_a_problem_carries_a_mark_and_a_word(panel: ElementsPanel) -> None:
    panel.set_problems([DesignProblem("date", UnknownField(field="text", name="日付け"))])
    marked = [content for content in panel.list.rows() if content.icon == "triangle-alert"]
    assert [(one.title, one.detail, one.icon_tone) for one in marked] == [("“[日付]”", "Needs a look", Tone.WARN)]
    assert "Needs a look" in marked[0].sentence()
    panel.set_problems(())
    assert all(content.icon != "triangle-alert" for content in panel.list.rows())


def test_empty_page_says_how_to_begin(panel: ElementsPanel, draft: Draft) -> None:
    draft.show_page(1)
    draft.change(draft.template.with_elements(PARTS[:-1]))
    draft.show_page(0)
    assert not panel.empty.isVisible()
    draft.change(draft.template.with_elements(()))
    assert panel.empty.isVisible() and not panel.list.isVisible()


def test_every_kind_and_drawing_has_a_word() -> None:
    assert set(ELEMENT_WORDS) == set(ELEMENT_ICONS) == set(ElementKind)
    assert set(DRAWING_WORDS) == set(ART)


def test_excerpt_is_one_short_line() -> None:
    assert excerpt("{{氏名}} 様\nこんにちは") == "[氏名] 様 こんにちは"
    assert excerpt("あ" * 40, 5) == "ああああ…"


@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_is_cut(context: AppContext, draft: Draft, qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    look = Theme.install(qapp, mode=Mode.DARK, text_percent=percent)
    shown: QWidget = ElementsPanel(context, draft)
    qtbot.addWidget(shown)
    shown.resize(look.px(200), look.px(400))
    shown.show()
    assert clipped(shown) == []
    assert shown.minimumSizeHint().width() <= look.px(200)
