"""Printing survey sheets from the window: with names and without, to a file, to a printer, and who is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.context import AppContext
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import PrinterChoice
from app.domain.survey_sheets import SheetChoice, SheetPaper
from app.domain.surveys import Audience, Question, QuestionKind, SurveyContent
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import PrintRun
from app.models.surveys import SurveySheet
from app.services.surveys import create_survey, keep_choice
from app.views.printing.delivery import keep_choice as keep_printer
from app.views.printing.page import PrintingPage
from app.views.surveys.sheet_people import GIVEN, LATELY, NAMED, OPEN
from app.views.surveys.sheet_run import SheetRunView
from app.views.theme import Density, Mode, Theme
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import MessageSpy
from tests.gui.printing.pdf_printers import FRONT, PdfPrinters

Shown = Callable[..., SheetRunView]
VISIT = SurveyContent(
    "ご来店後アンケート",
    "ja",
    (Question("q1", QuestionKind.NPS, "すすめたいと思いますか"), Question("q2", QuestionKind.TEXT, "お気づきのこと")),
)


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    kept = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    yield Theme.install(qapp, mode=Mode.LIGHT, text_percent=100, density=Density.NORMAL, crisp=False)
    QLocale.setDefault(kept)


@pytest.fixture
def survey_id(database: Database) -> int:
    with database.write() as session:
        for name in ("渡辺 真理", "清水 あゆみ"):
            add_purchase(session, add_customer(session, name), TODAY - timedelta(days=3))
        add_purchase(session, add_customer(session, "大塚 昭"), TODAY - timedelta(days=90))
        no_contact = add_customer(session, "木村 直人", do_not_contact=True)
        add_purchase(session, no_contact, TODAY - timedelta(days=1))
        return create_survey(session, VISIT, now=NOW).survey_id


@pytest.fixture
def shown(qtbot: QtBot, context: AppContext) -> Shown:
    def show(survey_id: int, printers: PdfPrinters | None = None, **arguments: object) -> SheetRunView:
        view = SheetRunView(context, survey_id, printers)
        qtbot.addWidget(view)
        view.resize(1162, 720)
        view.open_with(**arguments)
        with qtbot.waitExposed(view):
            view.show()
        view.refresh()
        return view

    return show


def _choose(view: SheetRunView, kind: str) -> None:
    view.people.kinds.row(kind).click()


def test_those_who_came_lately_are_offered_first(shown: Shown, survey_id: int, tmp_path: Path, database: Database) -> None:
    view = shown(survey_id)
    assert view.people.group() == LATELY
    assert [row.title for row in view.recipients.ready()] == ["渡辺 真理 様", "清水 あゆみ 様"]
    view.make_pdf(tmp_path / "sheets.pdf")
    assert len(PdfReader(tmp_path / "sheets.pdf").pages) == 2
    with database.read() as session:
        assert session.scalars(select(PrintRun.pieces)).all() == [2]
        assert None not in session.scalars(select(SurveySheet.customer_id)).all()


def test_who_wants_no_contact_is_left_out_with_the_reason(shown: Shown, survey_id: int, database: Database) -> None:
    with database.read() as session:
        ids = tuple(session.scalars(select(Customer.id).order_by(Customer.id)))
    view = shown(survey_id, customer_ids=ids, title="10月のお客様")
    (stopped,) = view.recipients.checks()
    assert stopped.title == "木村 直人 様"
    assert stopped.detail
    assert not stopped.checked
    assert len(view.recipients.ready()) == 3
    assert view.people.groups.rows()[0].title == "10月のお客様"


def test_somebody_is_left_out_by_hand(shown: Shown, survey_id: int, tmp_path: Path, database: Database) -> None:
    view = shown(survey_id)
    view.recipients.tick_requested.emit(view.recipients.ready()[0].key)
    assert [row.checked for row in view.recipients.ready()] == [False, True]
    view.make_pdf(tmp_path / "sheets.pdf")
    with database.read() as session:
        assert session.scalars(select(PrintRun.pieces)).all() == [1]


def test_what_was_chosen_stays_when_the_people_are_read_anew(shown: Shown, survey_id: int, database: Database) -> None:
    view = shown(survey_id)
    view.recipients.tick_requested.emit(view.recipients.ready()[0].key)
    with database.write() as session:
        add_purchase(session, add_customer(session, "小川 恵"), TODAY - timedelta(days=2))
    view.refresh()
    assert {row.title: row.checked for row in view.recipients.ready()}["渡辺 真理 様"] is False
    assert len(view.recipients.ready()) == 3
    _choose(view, OPEN)
    view.refresh()
    assert view.people.is_open


def test_sheets_without_a_name_are_as_many_as_wanted(shown: Shown, survey_id: int, tmp_path: Path, database: Database) -> None:
    with database.write() as session:
        keep_choice(session, survey_id, SheetChoice(SheetPaper.A5, 2), is_open=True)
    view = shown(survey_id)
    assert view.people.kinds.current() == OPEN
    view.people.copies.set_value(7)
    view.people.copies.value_changed.emit()
    assert "7" in view.print_button.text()
    view.make_pdf(tmp_path / "sheets.pdf")
    assert len(PdfReader(tmp_path / "sheets.pdf").pages) == 4
    with database.read() as session:
        assert session.scalars(select(SurveySheet.customer_id)).all() == [None] * 7
        assert session.scalars(select(PrintRun.pieces)).all() == [7]


@pytest.mark.parametrize(
    ("lines", "words"), [(5, "Two A5 sheets on a page of A4, to be cut"), (30, "Two A5 pages of a sheet on a page of A4")]
)
def test_only_sheets_of_one_page_are_said_to_be_cut(shown: Shown, database: Database, lines: int, words: str) -> None:
    long = replace(VISIT, questions=(VISIT.questions[0], replace(VISIT.questions[1], lines=lines)))
    with database.write() as session:
        survey_id = create_survey(session, long, now=NOW).survey_id
        keep_choice(session, survey_id, SheetChoice(SheetPaper.A5, 2), is_open=True)
    assert shown(survey_id).header.fact_label.text() == words


@pytest.mark.parametrize("typed", ["", "0", "9999", "many"])
def test_no_sheets_by_a_number_that_cannot_be(shown: Shown, survey_id: int, typed: str) -> None:
    view = shown(survey_id)
    _choose(view, OPEN)
    view.people.copies.setText(typed)
    view.people.copies.value_changed.emit()
    assert not view.print_button.isEnabled()
    assert not view.pdf_button.isEnabled()


def test_a_survey_of_the_staff_offers_no_names(shown: Shown, database: Database) -> None:
    with database.write() as session:
        staff = create_survey(session, VISIT, Audience.STAFF, now=NOW).survey_id
    view = shown(staff)
    assert view.people.kinds.row(NAMED).isHidden()
    assert view.people.is_open


def test_the_question_whether_all_came_out_stands_on_the_page_of_printing(
    shown: Shown, survey_id: int, context: AppContext, qtbot: QtBot, tmp_path: Path
) -> None:
    page = PrintingPage(context)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.hide()
    printers = PdfPrinters(tmp_path)
    keep_printer(context.settings, WorkKind.SURVEY, PrinterChoice(FRONT))
    view = shown(survey_id, printers)
    view.print_button.click()
    assert page.came_out.bars() == []
    page.show()
    assert [bar.sent.pieces for bar in page.came_out.bars()] == [2]


def test_a_survey_that_asks_nothing_is_told_and_not_printed(shown: Shown, database: Database, messages: MessageSpy) -> None:
    with database.write() as session:
        empty = create_survey(session, SurveyContent("題だけ", "ja"), now=NOW).survey_id
    view = shown(empty)
    assert messages.errors
    assert not view.print_button.isEnabled()


def test_one_customer_is_looked_up_by_name(shown: Shown, survey_id: int, tmp_path: Path, database: Database) -> None:
    view = shown(survey_id)
    view.people.search.look_for("大塚")
    assert view.people.group() == GIVEN
    assert [row.title for row in view.recipients.ready()] == ["大塚 昭 様"]
    view.people.search.look_for("清水")
    assert [row.title for row in view.recipients.ready()] == ["大塚 昭 様", "清水 あゆみ 様"]
    view.people.search.look_for("清水")
    view.make_pdf(tmp_path / "sheets.pdf")
    with database.read() as session:
        assert session.scalars(select(PrintRun.pieces)).all() == [2]


def test_all_are_left_out_and_taken_in_again(shown: Shown, survey_id: int, database: Database) -> None:
    with database.read() as session:
        ids = tuple(session.scalars(select(Customer.id).order_by(Customer.id)))
    view = shown(survey_id, customer_ids=ids)
    action = view.recipients.action
    assert action is not None
    action.click()
    assert not any(row.checked for row in (*view.recipients.ready(), *view.recipients.checks()))
    assert not view.print_button.isEnabled()
    action.click()
    assert all(row.checked for row in view.recipients.ready())
    # Whoever wants no contact is never taken in by all at once.
    assert not any(row.checked for row in view.recipients.checks())


def test_how_much_paper_comes_out_is_said_where_it_is_more_than_the_sheets(shown: Shown, database: Database) -> None:
    long = SurveyContent("長いアンケート", "ja", tuple(Question(f"q{number}", QuestionKind.TEXT, "ご自由に") for number in range(8)))
    with database.write() as session:
        number = create_survey(session, long, now=NOW).survey_id
    view = shown(number)
    _choose(view, OPEN)
    view.people.copies.set_value(10)
    view.people.copies.value_changed.emit()
    pages = int(view.header.fact_label.text().rpartition("·")[2].split()[0])
    assert pages > 10
    assert pages % 10 == 0
