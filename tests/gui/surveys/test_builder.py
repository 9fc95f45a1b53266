"""Building a survey by keys and mouse: what is asked, the sheet that follows, what is kept, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.survey_edits import changed
from app.domain.survey_sheets import SheetChoice, SheetPaper, TypeSize
from app.domain.surveys import Audience, QuestionKind, SurveyContent, SurveyRules
from app.i18n import Translators
from app.models.database import Database
from app.services.actions import undo
from app.services.surveys import ensure_version, save_draft
from app.views.surveys.builder import Builder
from app.views.surveys.draft import WORDS
from app.views.surveys.options_part import OptionsPart
from app.views.surveys.page import SurveysPage
from app.views.surveys.question_editor import QuestionEditor
from app.views.surveys.question_parts import EndsPart, LimitsPart, LinesPart, ScaleLook, ScalePart
from app.views.surveys.sheet_run import SheetRunView
from app.views.surveys.templates_panel import TemplatesPanel
from app.views.surveys.words_editor import WordsEditor
from app.views.theme import theme_of
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.surveys.shown import builder_shown, done, keep_survey, kept, page_shown
from tests.gui.widgets.audit import clipped
from tests.surveys import CONTENT

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def survey_id(context: AppContext) -> int:
    return keep_survey(context, CONTENT)


@pytest.fixture
def builder(context: AppContext, qtbot: QtBot, survey_id: int) -> Builder:
    return builder_shown(context, qtbot, survey_id)


def ids(content: SurveyContent) -> list[str]:
    return [one.id for one in content.questions]


def editor(builder: Builder, key: str) -> QuestionEditor:
    builder.draft.open(key)
    found = builder.questions.card(key).editor
    assert isinstance(found, QuestionEditor)
    return found


def typed(qtbot: QtBot, builder: Builder, key: str, text: str) -> None:
    builder.draft.open(key)
    field = builder.questions.card(key).field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def sheet_is(qtbot: QtBot, builder: Builder, content: SurveyContent) -> None:
    """Until the sheet on the desk is of this survey."""
    qtbot.waitUntil(lambda: builder.desk.view.image is not None and builder.sheet_of == content, timeout=5000)


def test_keys_go_down_the_list_open_and_close(builder: Builder, qtbot: QtBot) -> None:
    questions = builder.questions
    first, second = questions.card("nps"), questions.card("staff")
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert builder.draft.open_key == "staff" and second.field.hasFocus()
    qtbot.keyClick(second.field, Qt.Key.Key_Escape)
    assert builder.draft.open_key == "" and second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert questions.card(WORDS).hasFocus()


def test_one_question_at_most_is_open(builder: Builder, qtbot: QtBot) -> None:
    for key in ("why", "liked"):
        qtbot.mouseClick(builder.questions.card(key), Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
    opened = [key for key in builder.questions.order() if builder.questions.card(key).editor is not None]
    assert opened == ["liked"]


def test_a_question_is_moved_by_keys_open_or_closed(builder: Builder, qtbot: QtBot) -> None:
    card = builder.questions.card("nps")
    qtbot.keyClick(card, Qt.Key.Key_Down, ALT)
    assert ids(builder.draft.content)[:2] == ["staff", "nps"] and card.hasFocus()
    assert builder.questions.card("nps").number.text() == "2"
    builder.draft.open("nps")
    qtbot.keyClick(card.field, Qt.Key.Key_Up, ALT)
    assert ids(builder.draft.content)[:2] == ["nps", "staff"] and card.editor is not None


def test_a_question_is_dragged_to_its_place(builder: Builder, qtbot: QtBot) -> None:
    card, below = builder.questions.card("nps"), builder.questions.card("why")
    handle = card.handle
    start = handle.rect().center()
    end = handle.mapFromGlobal(below.mapToGlobal(QPoint(4, below.height() - 4)))
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(handle, start + QPoint(0, 2 * QApplication.startDragDistance()))
    qtbot.mouseMove(handle, end)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    assert ids(builder.draft.content)[:3] == ["staff", "why", "nps"]


def test_a_question_is_taken_away_and_comes_back(
    builder: Builder, context: AppContext, qtbot: QtBot, database: Database, messages: MessageSpy
) -> None:
    card = builder.questions.card("staff")
    card.take_keyboard()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert "staff" not in ids(builder.draft.content) and builder.questions.card("why").hasFocus()
    action_id = messages.toasts[-1][1]
    assert action_id is not None and "staff" not in ids(kept(database, builder.survey_id).content)
    done(context, lambda session: undo(session, action_id, now=NOW))
    assert builder.draft.content == CONTENT == kept(database, builder.survey_id).content


def test_steps_go_back_and_forth_and_letters_of_a_word_are_one(builder: Builder, qtbot: QtBot) -> None:
    typed(qtbot, builder, "nps", "one")
    typed(qtbot, builder, "staff", "two")
    assert [builder.draft.content.questions[place].text for place in (0, 1)] == ["one", "two"]
    builder.undo()
    assert builder.draft.content.questions[1].text == CONTENT.questions[1].text
    builder.undo()
    assert builder.draft.content == CONTENT and not builder.questions.undo_button.isEnabled()
    assert builder.questions.card("nps").title.text() == CONTENT.questions[0].text
    builder.redo()
    assert builder.draft.content.questions[0].text == "one"


def test_every_kind_can_be_added_below_the_one_at_hand(builder: Builder) -> None:
    builder.questions.card("nps").take_keyboard()
    for kind in QuestionKind:
        builder.draft.open("")
        builder.questions.chips[kind].click()
        added = builder.draft.content.question(builder.draft.open_key)
        assert added is not None and added.kind is kind and builder.questions.card(added.id).field.hasFocus()
    assert ids(builder.draft.content)[0] == "nps"
    assert builder.draft.content.checked() == builder.draft.content


def test_answers_to_choose_from_are_typed_one_after_the_other(builder: Builder, qtbot: QtBot) -> None:
    part = editor(builder, "liked").part
    assert isinstance(part, OptionsPart)
    last = part.fields()[-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Return)
    new = part.fields()[-1]
    assert new is not last and new.hasFocus()
    qtbot.keyClicks(new, "new")
    qtbot.keyClick(new, Qt.Key.Key_Up, ALT)
    question = builder.draft.content.question("liked")
    assert question is not None and question.options == ("技術", "雰囲気", "価格", "new", "立地")
    assert part.fields()[3].hasFocus()
    part.remove.click()
    part.other.click()
    question = builder.draft.content.question("liked")
    assert question is not None and (question.options, question.has_other) == (("技術", "雰囲気", "価格", "立地"), True)


def test_an_empty_answer_goes_with_backspace(builder: Builder, qtbot: QtBot) -> None:
    part = editor(builder, "liked").part
    assert isinstance(part, OptionsPart)
    part.add.click()
    qtbot.keyClick(part.fields()[-1], Qt.Key.Key_Backspace)
    assert builder.draft.content == CONTENT


def test_a_scale_shows_words_ends_or_faces(builder: Builder) -> None:
    part = editor(builder, "staff").part
    assert isinstance(part, ScalePart) and part.ends.isVisible()
    part.look.changed.emit(ScaleLook.LABELS)
    labels = part.labels()
    assert len(labels) == 5 and labels[0].text() == "とても満足"
    part.points.changed.emit(3)
    question = builder.draft.content.question("staff")
    assert question is not None and question.points == 3 == len(question.labels) == len(part.labels())
    part.look.changed.emit(ScaleLook.FACES)
    question = builder.draft.content.question("staff")
    assert question is not None and question.smileys and not question.labels and question.ends == ("不満", "満足")


def test_the_kind_of_a_question_is_changed_and_its_fields_follow(builder: Builder) -> None:
    one = editor(builder, "why")
    for kind, part in ((QuestionKind.NPS, EndsPart), (QuestionKind.NUMBER, LimitsPart), (QuestionKind.TEXT, LinesPart)):
        one.kind.changed.emit(kind)
        assert isinstance(one.part, part)
    one.kind.changed.emit(QuestionKind.HEADING)
    assert one.part is None and not one.required.isVisible()
    assert builder.questions.card("why").number.text() == ""


def test_limits_lines_and_what_must_be_answered(builder: Builder, qtbot: QtBot) -> None:
    limits = editor(builder, "visits").part
    assert isinstance(limits, LimitsPart)
    limits.high.selectAll()
    qtbot.keyClicks(limits.high, "12")
    lines = editor(builder, "words").part
    assert isinstance(lines, LinesPart)
    lines.lines.selectAll()
    qtbot.keyClicks(lines.lines, "8")
    editor(builder, "why").required.click()
    content = builder.draft.content
    visits, words, why = (content.question(key) for key in ("visits", "words", "why"))
    assert visits is not None and words is not None and why is not None
    assert (visits.low, visits.high, words.lines, why.required) == (0, 12, 8, True)


def test_tab_goes_as_one_reads_also_through_what_was_opened_later(builder: Builder, qtbot: QtBot) -> None:
    part = editor(builder, "liked").part
    assert isinstance(part, OptionsPart)
    part.add.click()
    card = builder.questions.card("liked")
    wanted = [card.field, card.more, *part.fields(), part.add, part.other, builder.questions.chips[QuestionKind.NPS]]

    def walked() -> list[object]:
        card.field.setFocus()
        found: list[object] = []
        for _step in range(20):
            found.append(QApplication.focusWidget())
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        return [one for one in found if one in wanted]

    qtbot.waitUntil(lambda: walked() == wanted, timeout=2000)


def test_the_words_around_the_questions(builder: Builder, qtbot: QtBot) -> None:
    typed(qtbot, builder, WORDS, "Title")
    words = builder.questions.card(WORDS).editor
    assert isinstance(words, WordsEditor)
    words.thanks.set_text("ありがとうございます")
    assert (builder.draft.content.title, builder.draft.content.thanks) == ("Title", "ありがとうございます")
    assert builder.header.title_label.text() == "Title"


def test_what_is_typed_is_kept_by_itself(builder: Builder, qtbot: QtBot, database: Database) -> None:
    typed(qtbot, builder, "nps", "kept")
    qtbot.waitUntil(lambda: kept(database, builder.survey_id).content == builder.draft.content, timeout=3000)
    assert not builder.saving.is_waiting and "saved" in builder.header.fact_label.text()


def test_what_is_typed_is_kept_before_it_is_left(context: AppContext, qtbot: QtBot, survey_id: int, database: Database) -> None:
    page = page_shown(context, qtbot, survey_id=survey_id)
    builder = page.shown
    assert isinstance(builder, Builder)
    typed(qtbot, builder, "nps", "left")
    assert page.may_leave(lambda: None)
    assert kept(database, survey_id).content.questions[0].text == "left"


def test_a_survey_without_a_title_keeps_the_one_before(builder: Builder, qtbot: QtBot, database: Database) -> None:
    builder.draft.open(WORDS)
    builder.questions.card(WORDS).field.setFocus()
    builder.questions.card(WORDS).field.selectAll()
    qtbot.keyClick(builder.questions.card(WORDS).field, Qt.Key.Key_Delete)
    builder.saving.save_now()
    assert kept(database, builder.survey_id).content == CONTENT
    assert builder.checks.checks()[0].detail.text()


def test_what_is_lacking_is_said_beside_the_sheet(builder: Builder) -> None:
    assert not any(line.title.text() == "Not ready to print yet" for line in builder.checks.checks())
    part = editor(builder, "liked").part
    assert isinstance(part, OptionsPart)
    part.add.click()
    assert builder.checks.checks()[0].title.text() == "Not ready to print yet"


def test_the_sheet_follows_what_is_asked(builder: Builder, qtbot: QtBot) -> None:
    sheet_is(qtbot, builder, CONTENT)
    before = builder.desk.view.image
    typed(qtbot, builder, "nps", "other words")
    sheet_is(qtbot, builder, builder.draft.content)
    assert builder.desk.view.image != before


def test_paper_larger_letters_and_names_are_remembered(builder: Builder, qtbot: QtBot, database: Database) -> None:
    builder.paper.changed.emit("a5x2")
    builder.checks.larger.click()
    builder.checks.nameless.click()
    stored = kept(database, builder.survey_id)
    assert (stored.choice, stored.is_open) == (SheetChoice(SheetPaper.A5, 2, TypeSize.LARGE), True)
    assert not builder.checks.named_words.isVisible() and builder.checks.rules.note.isVisible()
    assert stored.updated_at == NOW


def test_the_button_says_how_many_are_printed_as_the_run_does(context: AppContext, qtbot: QtBot, survey_id: int) -> None:
    for name, is_left_out in (("渡辺 真理", False), ("清水 あゆみ", False), ("木村 直人", True)):
        day = TODAY - timedelta(days=3)
        done(context, partial(_came, name=name, is_left_out=is_left_out, day=day))
    page = page_shown(context, qtbot, survey_id=survey_id)
    builder = page.shown
    assert isinstance(builder, Builder)
    assert builder.print_button.text() == "Print 2 sheet(s)"
    assert "For the 2 customer(s) who came within 30 days" in builder.checks.named_words.text()
    page.trigger_primary()
    run = page.shown
    assert isinstance(run, SheetRunView) and run.print_button.text() == builder.print_button.text()
    assert page.go_back()
    builder.checks.nameless.click()
    assert builder.print_button.text() == "Print 40 sheet(s)"
    done(context, lambda session: save_draft(session, survey_id, replace(CONTENT, questions=()), now=NOW))
    builder.checks.named.click()
    assert builder.print_button.text() == "Print sheets"


def _came(session: Session, *, name: str, is_left_out: bool, day: date) -> None:
    add_purchase(session, add_customer(session, name, do_not_contact=is_left_out), day)


def test_two_pages_are_turned(builder: Builder, qtbot: QtBot) -> None:
    builder.paper.changed.emit("a5")
    qtbot.waitUntil(builder.desk.page_forward.isVisible, timeout=5000)
    builder.desk.page_forward.click()
    qtbot.waitUntil(lambda: builder.desk.page == 1 and builder.sheet_page == 1, timeout=5000)
    assert any(line.title.text().startswith("It takes 2") for line in builder.checks.checks())


def test_the_other_language_changes_ready_words_alone(builder: Builder, qtbot: QtBot) -> None:
    ready = replace(CONTENT.questions[0], text="お気づきのことを、なんでもお書きください", kind=QuestionKind.TEXT)
    own = replace(CONTENT.questions[1], text="看板犬はいかがでしたか", ends=("", ""))
    builder.draft.change(changed(changed(builder.draft.content, ready), own))
    builder.language.changed.emit("en")
    content = builder.draft.content
    assert content.language == "en" and content.questions[0].text.startswith("Anything else")
    assert content.questions[1] == own
    builder.undo()
    assert builder.draft.content.language == "ja" and builder.language.current() == "ja"


def test_rules_are_changed_by_their_words(builder: Builder, database: Database, messages: MessageSpy) -> None:
    rules = builder.checks.rules
    next(entry for entry in rules.menu_for("score").actions() if entry.text() == "4 or less").trigger()
    assert kept(database, builder.survey_id).rules == SurveyRules(low_to=4, complaint_on=True)
    assert messages.toasts[-1][1] is not None
    next(entry for entry in rules.menu_for("points").actions() if entry.text().startswith("50")).trigger()
    next(entry for entry in rules.menu_for("score").actions() if entry.text() == "plans nothing").trigger()
    next(entry for entry in rules.menu_for("very").actions() if entry.text() == "1 or less").trigger()
    assert kept(database, builder.survey_id).rules == SurveyRules(False, 4, points=50, complaint_on=True, complaint_to=1)
    next(entry for entry in rules.menu_for("very").actions() if entry.text() == "opens no complaint").trigger()
    assert kept(database, builder.survey_id).rules == SurveyRules(False, 4, points=50, complaint_to=1)
    assert builder.draft.content == CONTENT


def test_answers_of_a_version_stay_and_the_next_one_begins(context: AppContext, qtbot: QtBot, survey_id: int) -> None:
    done(context, lambda session: ensure_version(session, survey_id, now=NOW).id)
    builder = builder_shown(context, qtbot, survey_id)
    assert "1" in builder.header.fact_label.text()
    typed(qtbot, builder, "nps", "other")
    builder.saving.save_now()
    assert "2" in builder.header.fact_label.text().split("·")[0]


def test_of_the_staff_nobody_is_known(context: AppContext, qtbot: QtBot) -> None:
    builder = builder_shown(context, qtbot, keep_survey(context, CONTENT, Audience.STAFF))
    assert not builder.checks.named.isVisible() and not builder.checks.rules.isVisible()
    assert builder.is_open


def test_a_ready_made_survey_takes_the_place_of_the_questions(context: AppContext, qtbot: QtBot, survey_id: int) -> None:
    page: SurveysPage = page_shown(context, qtbot, survey_id=survey_id)
    builder = page.shown
    assert isinstance(builder, Builder)
    builder.questions.templates.click()
    panel = next(one for one in page.window().findChildren(TemplatesPanel) if one.isVisible())
    wanted = panel.current()
    panel.use.click()
    assert wanted is not None and builder.draft.content.questions == wanted.content.questions
    assert builder.draft.content.title == CONTENT.title
    builder.undo()
    assert builder.draft.content == CONTENT


def test_a_change_from_elsewhere_comes_in_and_does_not_overwrite(builder: Builder, context: AppContext, qtbot: QtBot) -> None:
    other = replace(CONTENT, intro="別の机から")
    done(context, lambda session: save_draft(session, builder.survey_id, other, now=NOW))
    assert builder.draft.content == other
    typed(qtbot, builder, "nps", "mine")
    mine = builder.draft.content
    done(context, lambda session: save_draft(session, builder.survey_id, CONTENT, now=NOW))
    assert builder.draft.content == mine


def test_the_sheet_is_saved_as_a_file(builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: MessageSpy) -> None:
    path = tmp_path / "用紙.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    builder.pdf_button.click()
    assert path.read_bytes().startswith(b"%PDF") and "用紙.pdf" in messages.toasts[-1][0]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    builder.pdf_button.click()
    assert len(messages.toasts) == 1


def test_where_it_was_opened_from_is_where_it_goes_back_to(builder: Builder, navigation: NavigationSpy) -> None:
    builder.back.click()
    assert navigation.shown == [("go_back", {})]


@pytest.fixture(params=["ja", "en"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translators = Translators(qapp)
    translators.use(request.param)
    yield request.param
    translators.clear()


@pytest.mark.parametrize(("percent", "size"), [(100, (1306, 768)), (100, (1020, 600)), (150, (1276, 690))])
def test_nothing_is_cut(percent: int, size: tuple[int, int], spoken: str, context: AppContext, qtbot: QtBot, survey_id: int) -> None:
    theme_of().set_text_percent(percent)
    builder = builder_shown(context, qtbot, survey_id, size)
    for key in ("", WORDS, *ids(CONTENT)):
        builder.draft.open(key)
        qtbot.waitUntil(lambda: clipped(builder) == [], timeout=2000)
    builder.tabs.set_current("checks")
    qtbot.waitUntil(lambda: clipped(builder) == [], timeout=2000)
    needed = builder.minimumSizeHint()
    assert needed.width() <= size[0] and needed.height() <= size[1], (needed, QSize(*size))
