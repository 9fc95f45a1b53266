"""The page of the month-end report: what is shown is what is printed, and everything is one click away."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.context import AppContext
from app.domain.customers import CustomerFields
from app.domain.figures import Stayers
from app.domain.follow_ups import FollowUpSource
from app.domain.month_report import SuggestionKind
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.measures import Measure, MonthReport
from app.services.customers import add_customer
from app.services.daily import begin_day
from app.views.pages.registry import AREAS, build_page
from app.views.reports.page import ReportsPage
from app.views.theme import Mode, Theme
from tests.factories import NOW, TODAY, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.pdf_printers import PdfPrinters

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def people(database: Database) -> list[int]:
    """40 customers, regular until August: 30 of them came in October as well, 10 did not; one came once, in September."""
    with database.write() as session:
        ids = [add_customer(session, CustomerFields(name=f"客 {number}"), now=NOW, today=TODAY) for number in range(41)]
        for place, number in enumerate(ids[:40]):
            for visit in range(4):
                add_purchase(session, number, date(2026, 5, 3) + timedelta(days=30 * visit + place % 5), 5_000)
            if place < 30:
                add_purchase(session, number, date(2026, 10, 2) + timedelta(days=place % 20), 5_000)
        add_purchase(session, ids[40], date(2026, 9, 1), 3_000)
        begin_day(session, now=NOW, today=TODAY)
    return ids


def _page(qtbot: QtBot, context: AppContext, printers: PdfPrinters | None = None) -> ReportsPage:
    page = ReportsPage(context, printers)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.desk.drawing_requested.emit()
    return page


def _kinds(page: ReportsPage) -> list[SuggestionKind]:
    seen = page.seen
    assert seen is not None and seen.document is not None
    return [one.kind for one in seen.document.facts.suggestions]


def test_it_stands_after_the_figures(context: AppContext, qtbot: QtBot) -> None:
    names = [area.name for area in AREAS]
    assert names[names.index("insights") + 1] == "report"
    page = build_page(next(area for area in AREAS if area.name == "report"), context)
    qtbot.addWidget(page)


def test_a_shop_without_visits_is_told_what_comes(qtbot: QtBot, context: AppContext, navigation: NavigationSpy) -> None:
    page = _page(qtbot, context)
    assert page.empty.isVisible() and not page.print_button.isVisible()
    page.empty.action_clicked.emit()
    assert navigation.shown == [("import", {})]


def test_the_last_finished_month_is_shown_made_by_itself(
    qtbot: QtBot, context: AppContext, people: list[int], messages: MessageSpy
) -> None:
    page = _page(qtbot, context)
    assert page.month_words.text() == "Oct 2026"
    assert page.chip.text() == "Made by itself"
    assert page.desk.words.text() == "1 / 2"
    assert page.desk.sheet.images and not page.desk.sheet.images[0].isNull()
    assert messages.toasts == [("The report of Oct 2026 is ready.", None)]
    _page(qtbot, context)
    assert len(messages.toasts) == 1


def test_with_large_letters_how_it_came_about_gives_way_to_the_buttons(
    qapp: QApplication, qtbot: QtBot, context: AppContext, people: list[int]
) -> None:
    assert people
    Theme.install(qapp, mode=Mode.LIGHT, text_percent=150)
    try:
        page = _page(qtbot, context)
        # As in a window that is narrower than the page would like.
        layout = page.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for width, is_told in ((1600, True), (990, False)):
            page.resize(width, 600)
            assert page.chip.isVisible() is is_told
    finally:
        Theme.install(qapp, mode=Mode.LIGHT, text_percent=100)


def test_a_sentence_opens_its_names(qtbot: QtBot, context: AppContext, people: list[int], navigation: NavigationSpy) -> None:
    page = _page(qtbot, context)
    sheet = page.desk.sheet
    middle: QPointF = sheet.link_area(0).center()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint())
    name, arguments = navigation.shown[-1]
    assert name == "people" and isinstance(arguments["spec"], Stayers) and arguments["title"] == "Came again"
    for place in (0, 1):
        QTest.keyClick(sheet, Qt.Key.Key_Down)
        QTest.keyClick(sheet, Qt.Key.Key_Return)
        assert navigation.shown[-1][1]["title"] == sheet.links[place].title


def test_the_months_are_walked_by_keys(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = _page(qtbot, context)
    QTest.keyClick(page.desk.sheet, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.month_words.text() == "Sep 2026"
    QTest.keyClick(page.desk.sheet, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.desk.sheet, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page.month_words.text() == "Nov 2026"
    assert page.chip.text() == "Not over yet"
    assert not page.month_forward.isEnabled()
    assert page.suggestions.rows == []


def test_pages_are_turned_by_keys_and_small_pictures(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = _page(qtbot, context)
    QTest.keyClick(page.desk.sheet, Qt.Key.Key_PageDown)
    assert page.desk.words.text() == "2 / 2"
    page.pages.page_chosen.emit(0)
    assert page.desk.words.text() == "1 / 2"


def test_the_comment_saves_itself_and_stands_on_the_page(qtbot: QtBot, context: AppContext, people: list[int], database: Database) -> None:
    page = _page(qtbot, context)
    page.comment.field.set_text("よい月でした")
    page.comment.save_now()
    with database.read() as session:
        assert session.scalar(select(MonthReport.comment)) == "よい月でした"
    assert page.comment.saved.text().startswith("Saved 9:")
    assert page.seen is not None and page.seen.document is not None
    assert "よい月でした" in page.seen.document.lines
    page.comment.field.set_text("あ" * 161)
    page.comment.save_now()
    assert page.comment.length.text() == "161 / 160 characters"
    with database.read() as session:
        assert session.scalar(select(MonthReport.comment)) == "よい月でした"


def test_what_was_typed_is_kept_when_another_month_is_chosen(
    qtbot: QtBot, context: AppContext, people: list[int], database: Database
) -> None:
    page = _page(qtbot, context)
    page.comment.field.set_text("途中まで")
    page.month_back.click()
    assert page.comment.field.text() == ""
    with database.read() as session:
        assert session.scalar(select(MonthReport.comment).where(MonthReport.month == OCTOBER)) == "途中まで"
        assert not session.scalar(select(MonthReport.comment).where(MonthReport.month != OCTOBER))


def test_names_come_on_a_page_of_their_own(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = _page(qtbot, context)
    page.pages.names.click()
    assert page.print_button.label().startswith("Print 3")
    assert page.seen is not None and page.seen.document is not None
    facts = page.seen.document.facts
    assert [one.count for one in facts.names] == [facts.flows[-1].lost]


def test_a_suggestion_becomes_follow_ups_and_is_undone(
    qtbot: QtBot, context: AppContext, people: list[int], database: Database, messages: MessageSpy, navigation: NavigationSpy
) -> None:
    page = _page(qtbot, context)
    place = _kinds(page).index(SuggestionKind.REACH_OUT)
    planned = page.suggestions.rows[place]
    planned.act.click()
    with database.read() as session:
        count = session.scalar(select(func.count()).where(FollowUp.source == FollowUpSource.REPORT)) or 0
    assert count > 0
    text, action = messages.toasts[-1]
    assert str(count) in text and action is not None
    row = page.suggestions.rows[_kinds(page).index(SuggestionKind.REACH_OUT)]
    assert row.done.isVisibleTo(row) and not row.act.isVisibleTo(row)
    row.undo.click()
    assert navigation.shown[-1] == ("undo", {"action_id": action})


def test_a_suggestion_becomes_the_draft_of_a_campaign(
    qtbot: QtBot, context: AppContext, people: list[int], database: Database, navigation: NavigationSpy
) -> None:
    page = _page(qtbot, context)
    kind = SuggestionKind.SECOND_VISIT
    page.suggestions.rows[_kinds(page).index(kind)].act.click()
    with database.read() as session:
        ((number, plan),) = session.execute(select(Measure.id, Measure.plan)).all()
        assert plan["audience"]["customer_ids"] == [people[40]]
    page.suggestions.rows[_kinds(page).index(kind)].open.click()
    assert navigation.shown[-1] == ("measures", {"measure_id": number})


def test_another_idea_takes_the_place_of_the_last(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = _page(qtbot, context)
    before = _kinds(page)
    assert page.suggestions.action is not None
    if page.suggestions.action.isVisible():
        page.suggestions.action.click()
        assert before[-1] not in _kinds(page)
    else:
        assert len(before) <= 3


def test_the_report_goes_into_a_file_and_to_the_printer(
    qtbot: QtBot, context: AppContext, people: list[int], tmp_path: Path, messages: MessageSpy
) -> None:
    printers = PdfPrinters(tmp_path)
    page = _page(qtbot, context, printers)
    page.make_pdf(tmp_path / "report.pdf")
    assert page.seen is not None and page.seen.document is not None
    assert (tmp_path / "report.pdf").read_bytes() == page.seen.document.document
    assert messages.toasts[-1][0] == "The report is saved in report.pdf"
    QTest.keyClick(page.desk.sheet, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert messages.errors == []
    assert printers.orders


def test_the_month_before_stands_beside_it(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = _page(qtbot, context)
    page.compare.click()
    page.desk.drawing_requested.emit()
    assert len(page.desk.sheet.images) == 2
    assert page.compare.label() == "Without Sep 2026"


def test_it_can_be_read_as_text(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = _page(qtbot, context)
    assert page.seen is not None and page.seen.document is not None
    head = page.seen.document.links[0].text
    assert head in page.desk.sheet.accessibleDescription()
    page.desk.as_text.click()
    assert page.desk.text.isVisible()


def test_what_stands_on_the_paper_can_be_read_back(qtbot: QtBot, context: AppContext, people: list[int]) -> None:
    page = _page(qtbot, context)
    assert page.seen is not None and page.seen.document is not None
    document = pypdfium2.PdfDocument(page.seen.document.document)
    text = document[0].get_textpage().get_text_range().replace("\r\n", " ")
    for link in page.seen.document.links:
        assert link.text.split("(")[0].strip() in text
    document.close()
