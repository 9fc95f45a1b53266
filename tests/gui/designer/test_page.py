"""The page of the templates: opened for real people, changed, saved and left as somebody in the shop does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.domain.template_edits import changed, with_page_added
from app.domain.templates import Element, ElementKind, Frame, Template
from app.models.database import Database
from app.queries.templates import find_template
from app.services.templates import reset_template, save_template
from app.views.designer.designer import Designer
from app.views.designer.name_dialog import NameDialog
from app.views.designer.page import TemplatesPage
from app.views.leaving import LeavingDialog
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy

KEY = "maple"


@pytest.fixture
def people(database: Database) -> list[int]:
    with database.write() as session:
        ids = [add_customer(session, name) for name in ("渡辺 真理", "清水 あゆみ")]
        for customer in ids:
            add_purchase(session, customer, TODAY - timedelta(days=30))
    return ids


@pytest.fixture
def page(qtbot: QtBot, context: AppContext, people: list[int]) -> TemplatesPage:
    made = TemplatesPage(context)
    qtbot.addWidget(made)
    made.resize(1162, 720)
    made.open_with(key=KEY, customer_ids=people)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def designer(page: TemplatesPage) -> Designer:
    return page.designer


def stored(database: Database) -> Template:
    with database.read() as session:
        row = find_template(session, KEY, "ja")
    assert row is not None
    return row.template


def heading(template: Template) -> str:
    return next(one.name for one in template.elements if one.slot is not None)


def retext(designer: Designer, text: str) -> None:
    template = designer.draft.template
    designer.draft.change(changed(template, heading(template), text=text), words="words")


def answer(button: str) -> None:
    """Press a button of the question that is about to be asked."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeavingDialog)
        {"stay": dialog.safe_button, "discard": dialog.danger_button, "save": dialog.save_button}[button].click()

    QTimer.singleShot(0, press)


def sentences(designer: Designer) -> str:
    return designer.desk.problems.words.text() if designer.desk.problems.isVisible() else ""


def waiting(qtbot: QtBot, is_so: Callable[[], bool]) -> None:
    qtbot.waitUntil(is_so, timeout=5000)


def test_it_opens_live_for_the_people_of_the_run(qtbot: QtBot, designer: Designer) -> None:
    assert designer.header.title_label.text() == designer.draft.template.name
    first = designer.desk.recipients.name.text()
    assert first.startswith("1 / 2")
    with qtbot.waitSignal(designer.preview.made):
        qtbot.mouseClick(designer.desk.recipients.forward, Qt.MouseButton.LeftButton)
    assert designer.desk.recipients.name.text().startswith("2 / 2")
    assert designer.desk.recipients.name.text() != first


def test_an_unknown_field_says_its_sentence_at_once_and_leads_there(qtbot: QtBot, designer: Designer) -> None:
    assert sentences(designer) == ""
    retext(designer, "{{誕生石}}のあなたへ")
    waiting(qtbot, lambda: bool(sentences(designer)))
    qtbot.mouseClick(designer.desk.problems.look, Qt.MouseButton.LeftButton)
    assert designer.draft.selected == (heading(designer.draft.template),)
    designer.draft.undo()
    waiting(qtbot, lambda: not sentences(designer))


def test_what_cannot_be_printed_is_said_when_it_is_saved(qtbot: QtBot, designer: Designer, messages: MessageSpy) -> None:
    retext(designer, "{{なまえ}}のあなたへ")
    designer.save()
    said = "is saved, but nothing can be printed with it until this part is corrected: Heading"
    waiting(qtbot, lambda: any(said in words for words, _action in messages.toasts))
    designer.draft.select(heading(designer.draft.template))
    use = designer.properties.words.use
    waiting(qtbot, lambda: use.isVisibleTo(designer))
    assert use.text() == "Use “Name” instead"
    use.click()
    assert "{{氏名}}のあなたへ" in [one.text for one in designer.draft.template.elements]
    waiting(qtbot, lambda: not use.isVisibleTo(designer))
    designer.save()
    waiting(qtbot, lambda: messages.toasts[-1][0].endswith("is saved"))


def test_the_paper_stays_as_large_when_something_is_said_below_it(qtbot: QtBot, designer: Designer) -> None:
    waiting(qtbot, lambda: designer.desk.percent.text() != "")
    before = designer.desk.canvas.px_per_mm
    retext(designer, "{{誕生石}}のあなたへ")
    waiting(qtbot, lambda: bool(sentences(designer)))
    assert designer.desk.canvas.px_per_mm == before


def test_a_press_on_drawn_words_takes_them_and_not_the_empty_lines_above(qtbot: QtBot, designer: Designer) -> None:
    template = designer.draft.template
    words = Element(ElementKind.TEXT, "words", Frame(10, 60, 80, 8), text="お元気ですか。", size=12)
    empty = Element(ElementKind.TEXT, "empty", Frame(10, 50, 80, 20), text="渡辺様", size=12)
    with qtbot.waitSignal(designer.preview.made):
        designer.draft.change(template.with_elements((words, empty)), words="words")
    canvas = designer.desk.canvas
    for y, name in ((52.5, "empty"), (62.5, "words")):
        designer.draft.select()
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect_of(Frame(15, y, 0, 0)).topLeft().toPoint())
        assert designer.draft.selected == (name,)


def test_a_part_is_copied_from_the_list(qtbot: QtBot, designer: Designer) -> None:
    count = len(designer.draft.template.elements)
    designer.draft.select(heading(designer.draft.template))
    qtbot.keyClick(designer.elements.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(designer.elements.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(designer.draft.template.elements) == count + 1


def ask_for_menu(designer: Designer, x: float, y: float) -> None:
    """Press the right button at a place of the paper, in millimetres."""
    canvas = designer.desk.canvas
    where = canvas.rect_of(Frame(x, y, 0, 0)).topLeft().toPoint()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.mapToGlobal(where))
    QApplication.sendEvent(canvas, asked)


def test_the_paper_has_the_menu_of_the_part_that_is_pressed(qtbot: QtBot, designer: Designer) -> None:
    menu, before = designer.properties.more.menu(), len(designer.draft.template.elements)
    box = designer.desk.canvas.lying()[heading(designer.draft.template)]
    ask_for_menu(designer, box.left + 2, box.top + box.height / 2)
    assert menu.isVisible() and list(designer.draft.selected) == [heading(designer.draft.template)]
    acts = {act.text(): act for act in menu.actions()}
    acts["Copy"].trigger()
    menu.close()
    ask_for_menu(designer, -3, -3)
    assert menu.isVisible() and not designer.draft.selected and not acts["Delete"].isEnabled()
    acts["Paste"].trigger()
    menu.close()
    assert len(designer.draft.template.elements) == before + 1
    assert len(designer.draft.selected) == 1


def test_a_picture_over_the_code_is_told(qtbot: QtBot, designer: Designer) -> None:
    template = designer.draft.template
    (code,) = (one for one in template.elements if one.kind is ElementKind.CODE)
    ground = Element(ElementKind.RECTANGLE, "ground", code.frame, fill="#A9430F")
    designer.draft.change(template.with_elements((ground, *template.elements)), words="ground")
    waiting(qtbot, lambda: "lie on each other" in sentences(designer))
    designer.draft.select(code.name)
    assert "lie on each other" in designer.properties.complaint.text()


def test_words_that_do_not_fit_are_told_with_the_name(qtbot: QtBot, designer: Designer) -> None:
    retext(designer, "とても長いことばです。" * 60)
    waiting(qtbot, lambda: "渡辺" in sentences(designer) or "清水" in sentences(designer))


def test_saving_writes_and_says_so(qtbot: QtBot, designer: Designer, database: Database, messages: MessageSpy) -> None:
    assert not designer.save_button.isEnabled()
    retext(designer, "ありがとう")
    qtbot.mouseClick(designer.save_button, Qt.MouseButton.LeftButton)
    assert stored(database) == designer.draft.template and not designer.draft.is_changed
    assert messages.toasts[-1][1] is not None
    assert designer.draft.can_undo


def test_put_back_is_a_step(designer: Designer, database: Database) -> None:
    shipped = designer.draft.template
    retext(designer, "ありがとう")
    designer.save()
    designer.reset.trigger()
    assert designer.draft.template == shipped
    designer.draft.undo()
    assert designer.draft.template == stored(database)


def test_leaving_asks_and_stays(page: TemplatesPage, designer: Designer) -> None:
    assert page.may_leave(lambda: None)
    page.open_with(key=KEY)
    retext(designer, "ありがとう")
    answer("stay")
    assert not page.may_leave(lambda: None)
    assert designer.draft.is_changed and page.places.currentWidget() is designer


def test_leaving_can_save_first(page: TemplatesPage, designer: Designer, database: Database) -> None:
    gone: list[bool] = []
    retext(designer, "ありがとう")
    written = designer.draft.template
    answer("save")
    page.may_leave(lambda: gone.append(True))
    assert gone == [True] and stored(database) == written


def test_leaving_can_drop_it(page: TemplatesPage, designer: Designer, database: Database) -> None:
    before = stored(database)
    retext(designer, "ありがとう")
    answer("discard")
    assert page.may_leave(lambda: None)
    assert stored(database) == before and not designer.draft.is_changed


def test_back_leads_to_all_templates_or_where_one_came_from(
    qtbot: QtBot, page: TemplatesPage, designer: Designer, navigation: NavigationSpy
) -> None:
    qtbot.mouseClick(designer.back, Qt.MouseButton.LeftButton)
    assert navigation.shown == [("go_back", {})]
    page.gallery.open_requested.emit(KEY)
    qtbot.mouseClick(designer.back, Qt.MouseButton.LeftButton)
    assert page.places.currentWidget() is page.gallery


def change_elsewhere(context: AppContext, one: Template, owner: Designer) -> None:
    context.tasks.command(lambda session, _control: save_template(session, one, now=NOW), None, owner=owner)


def test_what_was_changed_elsewhere_is_taken_while_nothing_is_changed_here(context: AppContext, designer: Designer) -> None:
    other = replace(designer.draft.template, name="ほかの人の名前")
    change_elsewhere(context, other, designer)
    assert designer.draft.template == other and designer.header.title_label.text() == "ほかの人の名前"


def test_what_was_changed_elsewhere_is_never_lost_silently(
    context: AppContext, designer: Designer, messages: MessageSpy, database: Database
) -> None:
    other = replace(designer.draft.template, name="ほかの人の名前")
    retext(designer, "ありがとう")
    change_elsewhere(context, other, designer)
    messages.answer = False
    designer.save()
    assert stored(database) == other and designer.draft.is_changed and len(messages.questions) == 1
    messages.answer = True
    designer.save()
    assert stored(database) == designer.draft.template and not designer.draft.is_changed


def test_a_template_that_is_not_there_is_told(page: TemplatesPage, messages: MessageSpy) -> None:
    page.open_with(key="nobody")
    assert page.places.currentWidget() is page.gallery and len(messages.errors) == 1


def test_save_as_opens_the_new_one(page: TemplatesPage, designer: Designer, database: Database) -> None:
    before, adopted = stored(database), list[str]()
    page.open_with(key=KEY, adopt=adopted.append)
    retext(designer, "ありがとう")

    def type_name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NameDialog)
        dialog.field.setText("うちのもみじ")
        dialog.go.click()

    QTimer.singleShot(0, type_name)
    next(action for action in designer.more.menu().actions() if "new" in action.text()).trigger()
    assert designer.draft.template.name == "うちのもみじ" and designer.draft.template.key != KEY
    assert not designer.draft.is_changed and stored(database) == before
    # Who sent the user here prints with it.
    assert adopted == [designer.draft.template.key]
    with database.write() as session:
        reset_template(session, designer.draft.template.key, "ja", now=NOW)


def test_undo_of_the_window_is_the_designer_s(page: TemplatesPage, designer: Designer) -> None:
    before = designer.draft.template
    retext(designer, "ありがとう")
    assert page.undo() and designer.draft.template == before
    assert page.redo() and designer.draft.template != before
    page.undo()
    page.go_back()


def test_zoom_and_the_whole_page(qtbot: QtBot, designer: Designer) -> None:
    desk = designer.desk
    fitting = desk.canvas.px_per_mm
    qtbot.keyClick(desk.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert desk.canvas.px_per_mm > fitting
    qtbot.mouseClick(desk.percent, Qt.MouseButton.LeftButton)
    assert desk.percent.text() == "100 %"
    qtbot.mouseClick(desk.fitting, Qt.MouseButton.LeftButton)
    assert desk.canvas.px_per_mm == fitting


def test_pages_of_a_letter_are_turned_by_buttons_and_keys(qtbot: QtBot, page: TemplatesPage, designer: Designer) -> None:
    desk = designer.desk
    assert not desk.page_forward.isVisible()
    page.open_with(key="letter_thanks")
    with qtbot.waitSignal(designer.preview.made):
        designer.draft.change(with_page_added(designer.draft.template))
    qtbot.mouseClick(desk.page_forward, Qt.MouseButton.LeftButton)
    assert designer.draft.page == 1 and desk.page_words.text() == "Page 2 of 2"
    assert len(desk.canvas.lying()) == 1
    qtbot.keyClick(desk.canvas, Qt.Key.Key_PageUp)
    assert designer.draft.page == 0 and not desk.page_back.isEnabled()


def test_no_field_of_a_part_is_cut(designer: Designer, page: TemplatesPage) -> None:
    page.open_with(key="letter_thanks")
    panel, width = designer.properties, 0
    panel.order.flows.setText("Goes on wherever there is room left for all of the words")
    for element in designer.draft.template.elements:
        designer.draft.select(element.name)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        assert panel.minimumSizeHint().width() <= panel.width()
        # The paper beside it does not jump to and fro.
        assert panel.width() >= width
        width = panel.width()


def test_words_that_go_on_beyond_the_template_can_be_looked_at(qtbot: QtBot, page: TemplatesPage, designer: Designer) -> None:
    page.open_with(key="letter_thanks")
    flowing = next(one for one in designer.draft.template.elements if one.flows)
    with qtbot.waitSignal(designer.preview.made):
        designer.draft.change(changed(designer.draft.template, flowing.name, text="お元気でお過ごしでしょうか。" * 200))
    qtbot.mouseClick(designer.desk.page_forward, Qt.MouseButton.LeftButton)
    assert designer.draft.page == 0 and designer.desk.page_words.text().startswith("Page 2")
    # There is nothing of its own to be taken hold of.
    qtbot.keyClick(designer.desk.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert list(designer.draft.selected) == []
    designer.draft.undo()


def test_where_nothing_was_typed_the_step_before_is_the_templates(qtbot: QtBot, page: TemplatesPage, designer: Designer) -> None:
    QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), page).activated.connect(page.undo)
    before, panel = designer.draft.template, designer.properties
    added = Element(ElementKind.TEXT, "new", Frame(10, 60, 60, 12), text="新しい文章")
    for field in (panel.words.text, panel.order.findChild(QLineEdit)):
        designer.draft.change(before.with_elements((*before.elements, added)))
        designer.draft.select("new")
        assert field is not None
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert designer.draft.template == before
    designer.draft.select(heading(before))
    panel.edit_text()
    qtbot.keyClicks(panel.words.text, "abc")
    qtbot.keyClick(panel.words.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert designer.draft.template == before
