"""The properties of what is selected: every field of every kind of part, changed as somebody in the shop does."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.print_problems import UnknownField
from app.domain.templates import (
    Align,
    CodeTooSmall,
    Element,
    ElementFace,
    ElementKind,
    Frame,
    Occasion,
    Slot,
    Template,
    TemplateKind,
    UnknownPaper,
)
from app.printing.art import ART
from app.printing.geometry import PAPERS
from app.reports.designs import DesignProblem
from app.views.designer.draft import Draft
from app.views.designer.elements_drawings import DrawingChooser
from app.views.designer.properties_choices import DesignChoices
from app.views.designer.properties_colour import ColourField, PalettePopover
from app.views.designer.properties_panel import PropertiesPanel
from app.views.designer.properties_section import Section
from app.views.theme import Mode, Theme
from app.views.widgets.buttons import MenuButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.number_field import NumberField
from tests.gui.widgets.audit import clipped

PARTS = (
    Element(ElementKind.TEXT, "heading", Frame(10, 10, 60, 12), slot=Slot.HEADLINE, text="ごあいさつ", size=18),
    Element(ElementKind.TEXT, "body", Frame(10, 30, 80, 40), text="{{氏名}}様\nお元気ですか。", follows="heading", gap=2),
    Element(ElementKind.RECTANGLE, "box", Frame(5, 80, 40, 20), stroke="#A9430F"),
    Element(ElementKind.WRITING, "lines", Frame(10, 100, 60, 20), pitch=8.6),
    Element(ElementKind.ART, "picture", Frame(60, 2, 30, 20), art="sprig"),
    Element(ElementKind.CODE, "code", Frame(80, 125, 14, 19)),
    Element(ElementKind.IMAGE, "logo", Frame(5, 125, 30, 15)),
)
CHOICES = DesignChoices(("favourite",), tuple(ART), {paper.name: (paper.width, paper.height) for paper in PAPERS.values()})


def template(kind: TemplateKind = TemplateKind.CARD, paper: str = "はがき") -> Template:
    return Template("own", "ja", kind, "うちのはがき", paper, PARTS)


@pytest.fixture
def draft() -> Draft:
    return draft_of(template())


def draft_of(one: Template) -> Draft:
    made = Draft()
    made.open(one)
    return made


@pytest.fixture
def panel(context: AppContext, draft: Draft, qtbot: QtBot) -> PropertiesPanel:
    return shown(context, draft, qtbot)


def shown(context: AppContext, draft: Draft, qtbot: QtBot) -> PropertiesPanel:
    made = PropertiesPanel(context, draft)
    made.set_choices(CHOICES)
    window = QMainWindow()
    window.setCentralWidget(made)
    window.resize(420, 1000)
    qtbot.addWidget(window)
    window.show()
    return made


def element(draft: Draft, name: str) -> Element:
    return next(one for one in draft.template.elements if one.name == name)


def box_of(panel: PropertiesPanel, label: str) -> FormField:
    """The field that is seen under a label."""
    found = [box for box in panel.findChildren(FormField) if box.isVisible() and box.label.text() == label]
    assert len(found) == 1, [box.label.text() for box in panel.findChildren(FormField) if box.isVisible()]
    return found[0]


def retype(qtbot: QtBot, panel: PropertiesPanel, label: str, text: str) -> FormField:
    """Type over a number, key by key."""
    box = box_of(panel, label)
    assert isinstance(box.field, NumberField)
    box.field.setFocus()
    box.field.selectAll()
    qtbot.keyClicks(box.field, text)
    return box


def choose(panel: PropertiesPanel, label: str, text: str) -> None:
    field = box_of(panel, label).field
    assert isinstance(field, ComboField)
    place = field.findText(text)
    assert place >= 0, [field.itemText(number) for number in range(field.count())]
    field.setCurrentIndex(place)
    field.activated.emit(place)


def leave(panel: PropertiesPanel) -> None:
    panel.more.setFocus()


def press(menu: QMenu, words: str) -> None:
    """An entry by its words, also within its groups."""
    for entry in menu.actions():
        inner = entry.menu()
        if isinstance(inner, QMenu):
            if any(words in one.text() for one in inner.actions()):
                press(inner, words)
                return
        elif words in entry.text():
            entry.trigger()
            return
    raise AssertionError([entry.text() for entry in menu.actions()])


def open_menu(button: MenuButton) -> QMenu:
    button.menu().aboutToShow.emit()
    return button.menu()


def test_nothing_selected_shows_the_template(panel: PropertiesPanel) -> None:
    assert panel.title.text() == "Template"
    assert panel.template.isVisible() and not panel.words.isVisible()


def test_each_kind_shows_what_it_has(panel: PropertiesPanel, draft: Draft) -> None:
    seen = {
        "heading": {panel.words, panel.letters, panel.place, panel.align, panel.order},
        "box": {panel.look, panel.place, panel.align, panel.order},
        "lines": {panel.look, panel.place, panel.align, panel.order},
        "picture": {panel.drawing, panel.place, panel.align, panel.order},
        "logo": {panel.image, panel.place, panel.align, panel.order},
        "code": {panel.place, panel.align, panel.order},
    }
    for name, sections in seen.items():
        draft.select(name)
        assert {one for one in panel.findChildren(Section) if one.isVisible()} == sections, name


def test_words_are_seen_at_every_key_and_are_one_step(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("heading")
    panel.edit_text()
    qtbot.keyClicks(panel.words.text, "Hello")
    assert element(draft, "heading").text == "Hello"
    draft.undo()
    assert element(draft, "heading").text == "ごあいさつ"
    assert panel.words.text.text() == "ごあいさつ"


def test_words_typed_after_leaving_are_a_step_of_their_own(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("heading")
    panel.edit_text()
    qtbot.keyClicks(panel.words.text, "Hello")
    leave(panel)
    panel.words.text.setFocus()
    panel.words.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.words.text, " again")
    draft.undo()
    assert element(draft, "heading").text == "Hello"


def test_fields_are_put_in_from_the_menu(panel: PropertiesPanel, draft: Draft) -> None:
    draft.select("body")
    panel.words.text.moveCursor(QTextCursor.MoveOperation.End)
    press(panel.words.insert.menu(), "Points\t")
    press(panel.words.insert.menu(), "Day of the last visit")
    press(panel.words.insert.menu(), "favourite")
    assert element(draft, "body").text.endswith("お元気ですか。{{ポイント|number}}{{前回来店日|date:M月D日}}{{favourite}}")


def test_way_of_writing_is_chosen_by_its_example(panel: PropertiesPanel, draft: Draft) -> None:
    draft.select("heading")
    panel.words.text.set_text("{{前回来店日|date:M月D日}}のこと")
    cursor = panel.words.text.textCursor()
    cursor.setPosition(5)
    panel.words.text.setTextCursor(cursor)
    menu = open_menu(panel.words.manner)
    assert [entry.text().split("\t")[0] for entry in menu.actions() if entry.isChecked()] == ["3月5日"]
    press(menu, "2026年3月5日")
    assert element(draft, "heading").text == "{{前回来店日|date:YYYY年M月D日}}のこと"
    press(open_menu(panel.words.manner), "As it is kept")
    assert element(draft, "heading").text == "{{前回来店日}}のこと"


def test_what_stands_where_a_field_is_empty_is_typed_over(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("heading")
    panel.words.text.set_text("担当 {{担当}}")
    panel.words.text.moveCursor(QTextCursor.MoveOperation.End)
    press(open_menu(panel.words.manner), "When empty, write “our staff”")
    assert element(draft, "heading").text == "担当 {{担当|default:our staff}}"
    qtbot.keyClicks(panel.words.text, "Ken")
    assert element(draft, "heading").text == "担当 {{担当|default:Ken}}"
    press(open_menu(panel.words.manner), "When empty, write nothing")
    assert element(draft, "heading").text == "担当 {{担当}}"


def test_way_of_writing_waits_for_a_field(panel: PropertiesPanel, draft: Draft) -> None:
    draft.select("body")
    panel.words.text.moveCursor(QTextCursor.MoveOperation.End)
    assert not panel.words.manner.isEnabled() and "{{氏名}}" in panel.words.manner.toolTip()
    panel.words.text.moveCursor(QTextCursor.MoveOperation.Start)
    panel.words.text.moveCursor(QTextCursor.MoveOperation.Right)
    assert panel.words.manner.isEnabled()


def test_letters(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("body")
    retype(qtbot, panel, "Size (pt)", "14")
    retype(qtbot, panel, "At least (pt)", "10")
    retype(qtbot, panel, "Line spacing", "1.3")
    choose(panel, "Typeface", "Gothic bold")
    choose(panel, "Alignment", "Centre")
    changed = element(draft, "body")
    assert (changed.size, changed.smallest, changed.leading) == (14, 10, 1.3)
    assert (changed.face, changed.align) == (ElementFace.BOLD, Align.CENTRE)


def test_arrow_keys_step_a_measure(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("box")
    field = box_of(panel, "From the left (mm)").field
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert element(draft, "box").frame.left == 6.0
    draft.undo()
    assert element(draft, "box").frame.left == 5.0


def test_place_stays_on_the_paper_and_the_field_says_so_when_left(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("box")
    box = retype(qtbot, panel, "From the left (mm)", "99")
    # What is only drawn may run over the edge a little.
    assert element(draft, "box").frame == Frame(65, 80, 40, 20)
    assert isinstance(box.field, NumberField) and box.field.text() == "99"
    leave(panel)
    assert box.field.text() == "65.0"
    retype(qtbot, panel, "From the left (mm)", "-3")
    assert element(draft, "box").frame.left == -3.0
    draft.select("heading")
    retype(qtbot, panel, "From the left (mm)", "-3")
    assert element(draft, "heading").frame.left == 0.0


def test_number_that_cannot_be_stays_with_its_complaint(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("body")
    box = retype(qtbot, panel, "Size (pt)", "5")
    leave(panel)
    assert box.error() == "Please type a number from 9.0 to 300.0."
    assert element(draft, "body").size == 10.5


def test_area_and_lines(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("box")
    retype(qtbot, panel, "Thickness (mm)", "0.8")
    retype(qtbot, panel, "Corners (mm)", "3")
    panel.look.dash.click()
    changed = element(draft, "box")
    assert (changed.line_width, changed.radius, changed.dash) == (0.8, 3, True)


def test_writing_lines_have_their_distance(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("lines")
    retype(qtbot, panel, "Distance (mm)", "10")
    assert element(draft, "lines").pitch == 10


def test_colour_from_the_palette_and_by_number(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("box")
    fill = box_of(panel, "Fill").field
    assert isinstance(fill, ColourField)
    fill.swatch.click()
    palette = panel.window().findChild(PalettePopover)
    assert palette is not None and palette.isVisible()
    next(one for one in palette.swatches if one.colour == "#0B6B5B").click()
    assert element(draft, "box").fill == "#0B6B5B" and not palette.isVisible()
    fill.typed.setFocus()
    fill.typed.selectAll()
    qtbot.keyClicks(fill.typed, "a9430f")
    assert element(draft, "box").fill == "#A9430F"
    fill.typed.clear()
    qtbot.keyClicks(fill.typed, "green")
    leave(panel)
    assert "#0B6B5B" in box_of(panel, "Fill").error() and element(draft, "box").fill == "#A9430F"
    fill.swatch.click()
    none = panel.window().findChildren(PalettePopover)[-1]
    none.swatches[0].click()
    assert element(draft, "box").fill == ""


def test_part_is_renamed_and_stays_selected(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("heading")
    panel.order.name.setFocus()
    panel.order.name.selectAll()
    qtbot.keyClicks(panel.order.name, "title")
    assert tuple(draft.selected) == ("title",) and element(draft, "title").text == "ごあいさつ"
    assert element(draft, "body").follows == "title"
    assert panel.order.name.text() == "title" and panel.order.name.hasFocus()


def test_name_that_is_taken_is_refused_beside_the_field(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("heading")
    panel.order.name.selectAll()
    panel.order.name.setText("bod")
    panel.order.name.setFocus()
    panel.order.name.end(False)
    qtbot.keyClicks(panel.order.name, "y")
    assert "body" in box_of(panel, "Name of the part").error()
    assert {one.name for one in draft.template.elements} >= {"heading", "body"}


def test_order_and_conditions(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("body")
    retype(qtbot, panel, "Space between (mm)", "5")
    choose(panel, "Shown", "Where “Points” is not empty")
    choose(panel, "Also typed when printing, as", "Message")
    changed = element(draft, "body")
    assert (changed.gap, changed.when, changed.slot) == (5, "points", Slot.BODY)
    choose(panel, "Begins below", "Nothing: it has its own place")
    assert element(draft, "body").follows == ""
    assert not panel.order.boxes["gap"].isVisible()


def test_what_hangs_on_a_part_is_not_offered_to_hang_it_on(panel: PropertiesPanel, draft: Draft) -> None:
    draft.select("heading")
    field = box_of(panel, "Begins below").field
    assert isinstance(field, ComboField)
    offered = [field.itemText(place) for place in range(field.count())]
    assert "Rectangle" in offered and "“[氏名]様 お元気ですか。”" not in offered and "Heading" not in offered


def test_drawing_is_chosen_by_its_picture(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("picture")
    assert panel.drawing.shown.image() is not None
    panel.drawing.choose.click()
    chooser = panel.window().findChild(DrawingChooser)
    assert chooser is not None and chooser.list.hasFocus()
    assert chooser.list.currentIndex().data() == "Sprig"
    qtbot.keyClick(chooser.list, Qt.Key.Key_Home)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    assert element(draft, "picture").art == "grasses"


def test_picture_is_chosen_from_a_file(panel: PropertiesPanel, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), "#0B6B5B").save(file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    draft.select("logo")
    panel.image.replace.click()
    kept = Image.open(io.BytesIO(base64.b64decode(element(draft, "logo").image)))
    assert kept.size == (40, 20)
    assert "40 x 20 dots" in panel.image.facts.text() and "coarse" in panel.image.facts.text()


def test_file_that_is_no_picture_says_so(panel: PropertiesPanel, draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    draft.select("logo")
    panel.image.replace.click()
    assert "PNG" in box_of(panel, "Picture").error() and element(draft, "logo").image == ""


def test_several_are_changed_together(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    draft.select("heading", "body")
    assert panel.title.text() == "2 part(s)"
    assert not panel.words.isVisible() and not panel.place.isVisible()
    retype(qtbot, panel, "Size (pt)", "12")
    assert element(draft, "heading").size == element(draft, "body").size == 12
    draft.undo()
    assert element(draft, "heading").size == 18


def test_parts_line_up(panel: PropertiesPanel, draft: Draft) -> None:
    draft.select("box", "picture")
    panel.align.buttons["right"].click()
    assert [element(draft, name).frame.left for name in ("box", "picture")] == [50, 60]
    draft.select("box")
    panel.align.buttons["middle"].click()
    assert element(draft, "box").frame.left == 30


def test_more_acts(panel: PropertiesPanel, draft: Draft) -> None:
    draft.select("box")
    press(panel.more.menu(), "Duplicate")
    assert len(draft.template.elements) == len(PARTS) + 1 and draft.selected != ("box",)
    press(panel.more.menu(), "Delete")
    assert len(draft.template.elements) == len(PARTS)
    draft.select("box")
    press(panel.more.menu(), "One further forward")
    assert [one.name for one in draft.template.elements][2:4] == ["lines", "box"]


def test_problems_stand_beside_their_fields(panel: PropertiesPanel, draft: Draft) -> None:
    problems = (
        DesignProblem("body", UnknownField(field="text", name="あだ名")),
        DesignProblem("code", CodeTooSmall(field="frame", name="code", width=10.5, height=14.5)),
        DesignProblem("", UnknownPaper(field="paper", name="own", paper="B7", papers="A4")),
        DesignProblem("heading", None, True),
    )
    panel.set_problems(problems)
    assert "B7" in box_of(panel, "Paper").error()
    draft.select("body")
    panel.words.text.setFocus()
    leave(panel)
    assert "あだ名" in box_of(panel, "Words").error()
    draft.select("code")
    assert "10.5 x 14.5" in panel.place.problem.text() and panel.place.problem.isVisible()
    draft.select("heading")
    assert "Not all of it fits" in box_of(panel, "Words").error()
    panel.set_problems(())
    assert box_of(panel, "Words").error() == ""


def test_template_as_a_whole(panel: PropertiesPanel, draft: Draft, qtbot: QtBot) -> None:
    panel.template.name.setFocus()
    panel.template.name.selectAll()
    qtbot.keyClicks(panel.template.name, "Card")
    choose(panel, "Occasion", "Birthday")
    panel.template.months[4].click()
    panel.template.months[3].click()
    mourning = next(one for one in panel.template.findChildren(type(panel.template.months[1])) if one.label() == "Also fit in mourning")
    mourning.click()
    changed = draft.template
    assert (changed.name, changed.occasion, changed.months, changed.mourning_safe) == ("Card", Occasion.BIRTHDAY, (3, 4), True)
    panel.template.name.selectAll()
    qtbot.keyClick(panel.template.name, Qt.Key.Key_Delete)
    assert box_of(panel, "Name").error() == "Please type a name." and draft.template.name == "Card"


def test_other_paper_takes_everything_along(panel: PropertiesPanel, draft: Draft) -> None:
    choose(panel, "Paper", "洋形2号")
    assert draft.template.paper == "洋形2号"
    assert all(one.frame.top + one.frame.height <= 114.05 for one in draft.template.elements)
    choose(panel, "Kind", "Letter")
    assert (draft.template.kind, draft.template.paper) == (TemplateKind.LETTER, "A4")


def test_pages_of_a_letter(context: AppContext, qtbot: QtBot) -> None:
    draft = draft_of(template(TemplateKind.LETTER, "A4"))
    panel = shown(context, draft, qtbot)
    panel.template.add_page.click()
    assert draft.page == 1 and any(one.page == 1 for one in draft.template.elements)
    panel.template.remove_page.click()
    assert draft.page == 0 and all(one.page == 0 for one in draft.template.elements)


def test_part_is_followed_to_another_page(context: AppContext, qtbot: QtBot) -> None:
    draft = draft_of(template(TemplateKind.LETTER, "A4"))
    panel = shown(context, draft, qtbot)
    panel.template.add_page.click()
    draft.show_page(0)
    draft.select("box")
    choose(panel, "Stands on", "Page 2")
    assert (draft.page, draft.selected, element(draft, "box").page) == (1, ("box",), 1)


def test_flowing_text_says_where_it_goes_on(context: AppContext, qtbot: QtBot) -> None:
    draft = draft_of(template(TemplateKind.LETTER, "A4"))
    panel = shown(context, draft, qtbot)
    draft.select("body")
    panel.order.flows.click()
    assert element(draft, "body").flows and draft.template.continuation is not None
    draft.select()
    retype(qtbot, panel, "From the top (mm)", "30")
    assert draft.template.continuation.top == 30


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("name", ["", "body", "box", "picture", "logo", "code"])
def test_no_word_is_cut(context: AppContext, qtbot: QtBot, qapp: QApplication, percent: int, name: str) -> None:
    look = Theme.install(qapp, mode=Mode.DARK, text_percent=percent)
    draft = draft_of(template())
    panel = shown(context, draft, qtbot)
    panel.window().resize(look.px(284), look.px(640))
    draft.select(*([name] if name else []))
    qtbot.waitUntil(lambda: clipped(panel) == [])
    assert panel.minimumSizeHint().width() <= look.px(284)
