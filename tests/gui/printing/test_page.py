"""Print, as a user drives it: who is printed, what the desk shows, the one act of printing and recording."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.cards import CardSide, CardText, Direction
from app.domain.entities import Entity
from app.domain.print_cost import DEFAULT_RATES
from app.domain.print_runs import PrintGroup, PrintSettings
from app.domain.templates import Slot
from app.jobs.tasks import TasksBase
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.models.shop import Shop
from app.queries.prints_log import print_log
from app.queries.templates import find_template
from app.queries.timeline import sent_to
from app.services.actions import undo
from app.services.print_rates import change_print_rates
from app.services.shop import save_print_settings
from app.views.printing.page import PrintingPage
from app.views.theme import Theme
from app.views.widgets.form_field import FormField
from app.views.widgets.row_list import RowContent
from tests.factories import NOW, TODAY, add_purchase
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.conftest import Shown, Viewer, choose, type_heading
from tests.gui.widgets.audit import clipped

LEFT = Qt.MouseButton.LeftButton


def ticks(rows: list[RowContent]) -> dict[object, bool | None]:
    return {row.key: row.checked for row in rows}


def tick(page: PrintingPage, key: int) -> None:
    page.recipients.people.select_key(key)
    QTest.keyClick(page.recipients.people, Qt.Key.Key_Space)


def run_of(shown: Shown, people: dict[str, int]) -> PrintingPage:
    return shown(customer_ids=list(people.values()), title="11月のお礼")


def test_people_with_a_stop_are_named_with_the_reason_and_left_out(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    assert ticks(page.recipients.checks()) == {people["otsuka"]: False, people["kimura"]: False, people["hara"]: False}
    assert ticks(page.recipients.ready()) == {people["watanabe"]: True, people["shimizu"]: True}
    reasons = [row.detail for row in page.recipients.checks()]
    assert reasons == ["The house number is missing.", "Does not wish to receive post.", "No address is recorded."]
    assert page.print_button.label() == "Print 2 card(s)"
    assert page.header.fact_label.text() == "11月のお礼"


def test_a_reason_can_be_overruled_and_a_person_taken_out(shown: Shown, people: dict[str, int], messages: MessageSpy) -> None:
    page = run_of(shown, people)
    tick(page, people["otsuka"])
    tick(page, people["shimizu"])
    assert ticks(page.recipients.checks())[people["otsuka"]] is True
    assert ticks(page.recipients.ready())[people["shimizu"]] is False
    assert page.print_button.label() == "Print 2 card(s)"
    assert messages.questions == []


@pytest.mark.parametrize("answer", [True, False])
def test_the_customers_own_word_is_overruled_only_after_a_question(
    shown: Shown, people: dict[str, int], messages: MessageSpy, answer: bool
) -> None:
    messages.answer = answer
    page = run_of(shown, people)
    tick(page, people["kimura"])
    assert len(messages.questions) == 1
    assert ticks(page.recipients.checks())[people["kimura"]] is answer


def test_nobody_without_an_address_can_be_ticked(shown: Shown, people: dict[str, int], messages: MessageSpy) -> None:
    page = run_of(shown, people)
    tick(page, people["hara"])
    assert ticks(page.recipients.checks())[people["hara"]] is False
    assert len(messages.toasts) == 1


def test_printing_opens_the_pages_and_records_them_as_sent_in_one_act(
    shown: Shown, people: dict[str, int], viewer: Viewer, database: Database, messages: MessageSpy
) -> None:
    page = run_of(shown, people)
    page.trigger_primary()
    (document,) = viewer.documents
    assert len(PdfReader(io.BytesIO(document)).pages) == 4
    with database.read() as session:
        (row,) = print_log(session)
        assert (row.pieces, row.occasion) == (2, "11月のお礼")
        assert [len(sent_to(session, people[name])) for name in ("watanabe", "kimura")] == [1, 0]
    assert messages.toasts[-1] == ("2 card(s) made and noted as sent", row.action_id)
    assert page.places.currentWidget() is page.start
    assert [run.key for run in page.start.log.rows()] == [row.id]


def test_an_overruled_stop_is_kept_with_the_piece(shown: Shown, people: dict[str, int], database: Database) -> None:
    page = run_of(shown, people)
    tick(page, people["otsuka"])
    page.trigger_primary()
    with database.read() as session:
        pieces = session.execute(select(PrintPiece.customer_id, PrintPiece.overridden).order_by(PrintPiece.position)).all()
    assert [tuple(piece) for piece in pieces] == [
        (people["watanabe"], False), (people["shimizu"], False), (people["otsuka"], True),
    ]  # fmt: skip


def test_a_pdf_goes_where_it_is_wanted_and_is_recorded_too(
    shown: Shown, people: dict[str, int], viewer: Viewer, database: Database, tmp_path: Path
) -> None:
    page = run_of(shown, people)
    page.make_pdf(tmp_path / "はがき.pdf")
    assert len(PdfReader(tmp_path / "はがき.pdf").pages) == 4
    assert viewer.documents == []
    with database.read() as session:
        assert len(print_log(session)) == 1


def test_what_was_made_into_a_file_says_so_and_can_be_printed_again(
    shown: Shown, people: dict[str, int], viewer: Viewer, database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    page = run_of(shown, people)
    assert "recorded as sent" in page.pdf_button.toolTip()
    page.make_pdf(tmp_path / "はがき.pdf")
    assert page.places.currentWidget() is page.start
    assert page.done.isVisible() and page.done.title_label.text() == "Made and recorded: 2 card(s)"
    assert "はがき.pdf" in page.done.detail_label.text()
    assert clipped(page) == []
    QTest.mouseClick(page.done.again, LEFT)
    assert viewer.documents == [(tmp_path / "はがき.pdf").read_bytes()]
    with database.write() as session:
        assert len(print_log(session)) == 1
        undo(session, messages.toasts[0][1], now=NOW)
    page.context.tasks.announce(frozenset({Entity.PRINT_RUN}))
    assert not page.done.isVisible()


@pytest.mark.parametrize("is_wanted", [True, False])
@pytest.mark.parametrize("words", ["", "またお越しください。"])
def test_nobody_gets_a_second_piece_of_a_day_without_a_question(
    shown: Shown, people: dict[str, int], database: Database, messages: MessageSpy, is_wanted: bool, words: str
) -> None:
    page = run_of(shown, people)
    page.trigger_primary()
    assert messages.questions == []
    # Enter once more, where the button was: the run is not begun anew.
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert page.places.currentWidget() is page.start
    page.open_with(customer_ids=list(people.values()), title="11月のお礼")
    if words:
        page.desk.message_typed.emit(words)
    messages.answer = is_wanted
    page.trigger_primary()
    assert len(messages.questions) == 1
    assert (page.print_button.isVisible(), page.print_button.isEnabled()) == (not is_wanted, not is_wanted)
    with database.read() as session:
        assert len(print_log(session)) == (2 if is_wanted and words else 1)


def test_a_place_that_cannot_be_written_records_nothing_and_keeps_the_run(
    shown: Shown, people: dict[str, int], database: Database, messages: MessageSpy, tmp_path: Path
) -> None:
    (tmp_path / "taken.pdf").mkdir()
    page = run_of(shown, people)
    page.make_pdf(tmp_path / "taken.pdf")
    assert len(messages.errors) == 1
    with database.read() as session:
        assert print_log(session) == []
    assert page.print_button.isEnabled()
    assert page.print_button.isVisible()


def test_a_run_can_be_printed_again_with_the_same_bytes_and_without_another_record(
    shown: Shown, people: dict[str, int], viewer: Viewer, database: Database
) -> None:
    page = run_of(shown, people)
    page.trigger_primary()
    run_id = page.start.log.rows()[0].key
    page.start.log.action_triggered.emit("again", run_id)
    assert viewer.documents[0] == viewer.documents[1]
    with database.read() as session:
        assert len(print_log(session)) == 1


def test_the_record_of_sending_can_be_taken_back_from_the_log(
    shown: Shown, people: dict[str, int], navigation: NavigationSpy, messages: MessageSpy
) -> None:
    page = run_of(shown, people)
    page.trigger_primary()
    run_id = page.start.log.rows()[0].key
    messages.answer = False
    page.start.log.action_triggered.emit("retract", run_id)
    assert navigation.shown == []
    messages.answer = True
    page.start.log.action_triggered.emit("retract", run_id)
    assert messages.questions[0] == messages.questions[-1] == f"Take back that the 2 piece(s) of run {run_id} were sent?"
    assert navigation.shown == [("undo", {"action_id": messages.toasts[-1][1]})]


def test_a_second_run_warns_of_those_who_just_had_a_card(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    page.trigger_primary()
    page.open_with(customer_ids=[people["watanabe"]])
    assert [(row.detail, row.checked) for row in page.recipients.checks()] == [("Was sent post today already.", True)]


def test_the_desk_shows_both_faces_and_turns_from_card_to_card(qtbot: QtBot, shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    paper = page.desk.paper

    def is_sharp() -> bool:
        faces = [paper.image(side) for side in (CardSide.ADDRESS, CardSide.MESSAGE)]
        return all(face is not None and face.width() == paper.face_pixels() for face in faces)

    qtbot.waitUntil(is_sharp)
    first = paper.image(CardSide.ADDRESS)
    assert page.desk.name.text().startswith("1 / 2")
    qtbot.mouseClick(page.desk.forward, LEFT)
    assert page.desk.name.text().startswith("2 / 2")
    assert "清水 あゆみ" in page.desk.name.text()
    assert "清水 あゆみ" in page.desk.paper.accessibleDescription()
    assert page.desk.paper.image(CardSide.ADDRESS) != first
    QTest.keyClick(page.desk.paper, Qt.Key.Key_Right)
    assert page.desk.name.text().startswith("1 / 2")


def test_somebody_left_out_can_be_looked_at(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    page.recipients.people.select_key(people["otsuka"])
    assert page.desk.name.text().startswith("not printed")
    assert "大塚 昭" in page.desk.paper.accessibleDescription()


def test_what_is_typed_shows_at_once_and_is_kept(qtbot: QtBot, shown: Shown, people: dict[str, int], database: Database) -> None:
    page = run_of(shown, people)
    before = page.desk.paper.image(CardSide.MESSAGE)
    page.settings_card.text.body_text.set_text("{{姓}}様、秋の新メニューをはじめました。")
    assert "渡辺様、秋の新メニュー" in page.desk.paper.accessibleDescription()
    assert page.desk.paper.image(CardSide.MESSAGE) != before

    def is_kept() -> bool:
        with database.read() as session:
            row = find_template(session, "maple", "ja")
            return row is not None and row.is_changed and "秋の新メニュー" in row.template.text_of(Slot.BODY)

    qtbot.waitUntil(is_kept)
    assert "秋の新メニュー" in page.settings_card.text.body_text.text()


def test_a_change_elsewhere_does_not_take_away_what_is_being_typed(shown: Shown, people: dict[str, int], tasks: TasksBase) -> None:
    page = run_of(shown, people)
    page.settings_card.text.body_text.set_text("お元気ですか。")
    tasks.announce(frozenset({Entity.SHOP}))
    assert page.settings_card.text.body_text.text() == "お元気ですか。"


def test_whoever_lost_the_address_is_printed_no_more(shown: Shown, people: dict[str, int], database: Database, tasks: TasksBase) -> None:
    page = run_of(shown, people)
    tick(page, people["otsuka"])
    with database.write() as session:
        customer = session.get(Customer, people["otsuka"])
        assert customer is not None
        customer.prefecture = customer.city = customer.street = ""
    tasks.announce(frozenset({Entity.CUSTOMER}))
    assert ticks(page.recipients.checks())[people["otsuka"]] is False


def test_a_field_that_does_not_exist_is_told_at_once_and_stops_printing(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    page.settings_card.text.body_text.set_text("{{だれか}}さま")
    assert "だれか" in page.settings_card.text.body_field.error()
    tick(page, people["shimizu"])
    assert not page.print_button.isEnabled()
    page.settings_card.text.body_text.set_text("お元気ですか。")
    assert not page.settings_card.text.body_field.has_error
    assert page.print_button.isEnabled()


def test_a_kept_text_that_cannot_be_read_is_told_when_the_run_opens(shown: Shown, people: dict[str, int], database: Database) -> None:
    broken = PrintSettings().with_text(CardText(body="{{だれか}}"), "ja")
    with database.write() as session:
        save_print_settings(session, broken.to_json())
    page = run_of(shown, people)
    assert "だれか" in page.settings_card.text.body_field.error()
    assert not page.print_button.isEnabled()
    page.settings_card.text.reset.click()
    assert page.print_button.isEnabled()


def test_words_that_do_not_fit_are_told_at_once(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    page.settings_card.text.body_text.set_text("秋も深まってまいりました。" * 60)
    assert "does not fit" in page.settings_card.text.body_field.error()
    assert not page.print_button.isEnabled()


def test_what_is_wrong_stands_under_the_text_it_is_in_and_the_piece_says_that_it_is_of_before(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    text, paper = page.settings_card.text, page.desk.paper
    heading = text.headline.parent()
    assert isinstance(heading, FormField)
    before = text.headline.text()
    text.headline.setText("{{だれか}}へ")
    text.headline.textEdited.emit(text.headline.text())
    assert "だれか" in heading.error()
    assert not text.body_field.has_error
    assert paper.is_outdated()
    text.headline.setText(before)
    text.headline.textEdited.emit(before)
    assert not heading.has_error
    assert not paper.is_outdated()


def test_a_field_is_put_in_from_the_menu(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    page.settings_card.text.body_text.set_text("")
    page.settings_card.text.merge.menu().actions()[0].trigger()
    assert page.settings_card.text.body_text.text() == "{{氏名}}"
    assert page.desk.paper.accessibleDescription().count("渡辺 真理") == 3


def test_each_design_keeps_its_own_words(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    card = page.settings_card
    assert card.settings().template_key == "maple"
    assert not card.text.reset.isEnabled()
    type_heading(card, "お久しぶりです")
    choose(card.text.design, "手書き用の便り(小枝)")
    assert card.text.headline.text() == "ありがとうございます"
    choose(card.text.design, "秋のおかえり(もみじ)")
    assert card.text.headline.text() == "お久しぶりです"
    card.text.reset.click()
    assert card.text.headline.text() == "おかえりなさい。"


def test_those_who_were_just_here_are_thanked(shown: Shown, people: dict[str, int], database: Database) -> None:
    with database.write() as session:
        add_purchase(session, people["watanabe"], TODAY)
    page = shown(customer_ids=[people["watanabe"]])
    assert page.settings_card.settings().template_key == "plain"


def test_sides_direction_and_position_reach_the_pages(shown: Shown, people: dict[str, int], viewer: Viewer) -> None:
    page = run_of(shown, people)
    card = page.settings_card
    card.address.direction.button(Direction.HORIZONTAL).click()  # type: ignore[attr-defined]
    QTest.keyClick(card.paper.dx, Qt.Key.Key_Up)
    QTest.keyClick(card.paper.dy, Qt.Key.Key_Down)
    card.paper.side.set_current(CardSide.ADDRESS)
    card.paper.side.changed.emit(CardSide.ADDRESS)
    settings = card.settings()
    assert (settings.direction, settings.dx, settings.dy) == (Direction.HORIZONTAL, 0.1, -0.1)
    assert page.desk.paper.faces() == [CardSide.ADDRESS]
    assert not card.address.numerals.isEnabled()
    page.trigger_primary()
    assert len(PdfReader(io.BytesIO(viewer.documents[0])).pages) == 2


def test_a_shift_out_of_range_stays_as_it_was(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    paper = page.settings_card.paper
    paper.dx.setText("25")
    paper.dx.textEdited.emit("25")
    paper.dx.edited_done.emit()
    assert paper.dx_field.has_error
    assert page.settings_card.settings().dx == 0


def test_a_test_sheet_is_opened(shown: Shown, people: dict[str, int], viewer: Viewer) -> None:
    page = run_of(shown, people)
    page.settings_card.paper.test.click()
    assert len(PdfReader(io.BytesIO(viewer.documents[0])).pages) == 1


def test_groups_to_begin_with(shown: Shown, people: dict[str, int], database: Database) -> None:
    with database.write() as session:
        add_purchase(session, people["watanabe"], TODAY)
    page = shown()
    assert page.places.currentWidget() is page.start
    assert not page.print_button.isVisible()
    rows = {row.key: row.side for row in page.start.groups.rows()}
    assert list(rows) == list(PrintGroup)
    page.start.groups.activated_key.emit(PrintGroup.NEWCOMERS)
    assert page.places.currentWidget() is not page.start
    assert page.header.fact_label.text() == "Came for the first time lately"
    assert page.go_back()
    assert page.places.currentWidget() is page.start
    assert not page.go_back()


def test_people_to_reach_out_to_open_at_once(shown: Shown, people: dict[str, int]) -> None:
    page = shown(is_reach_out=True)
    assert page.header.fact_label.text() == "Customers to reach out to"
    assert {row.key for row in page.recipients.ready()} == {people["watanabe"], people["shimizu"]}


def test_a_person_to_correct_opens_the_customer_and_comes_back_corrected(
    shown: Shown, people: dict[str, int], navigation: NavigationSpy, database: Database, tasks: TasksBase
) -> None:
    page = run_of(shown, people)
    page.recipients.people.action_triggered.emit("open", people["otsuka"])
    assert navigation.shown == [("customers", {"customer_id": people["otsuka"]})]
    with database.write() as session:
        customer = session.get(Customer, people["otsuka"])
        assert customer is not None
        customer.street = "渋谷2-2"
    tasks.announce(frozenset({Entity.CUSTOMER}))
    assert people["otsuka"] in ticks(page.recipients.ready())
    assert page.print_button.label() == "Print 3 card(s)"


def test_costs_follow_the_ticks(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    assert "¥214" in page.recipients.amounts_text()
    tick(page, people["shimizu"])
    assert "¥107" in page.recipients.amounts_text()


def test_a_shop_of_another_currency_is_told_no_postage(shown: Shown, people: dict[str, int], database: Database) -> None:
    with database.write() as session:
        session.scalars(select(Shop)).one().currency = "GBP"
    page = run_of(shown, people)
    assert page.recipients.amounts_text() == ""
    page.trigger_primary()
    with database.read() as session:
        assert print_log(session)[0].cost == 0


def test_side_columns_share_one_place_in_a_narrow_window(shown: Shown, people: dict[str, int]) -> None:
    page = shown(width=1033, height=560, customer_ids=list(people.values()))
    assert page.recipients.isVisible()
    assert not page.settings_card.isVisible()
    page.tabs.set_current("design")
    assert not page.recipients.isVisible()
    assert page.settings_card.isVisible()
    page.resize(1400, 700)
    assert page.recipients.isVisible()
    assert page.settings_card.isVisible()


@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (1033, 100), (1290, 150)])
def test_no_words_are_cut(shown: Shown, people: dict[str, int], theme: Theme, width: int, percent: int) -> None:
    theme.set_text_percent(percent)
    page = shown(width=width, height=768, customer_ids=list(people.values()))
    for tab in ("people", "design"):
        page.tabs.set_current(tab)
        assert clipped(page) == []


def test_the_time_it_takes_is_named_when_the_shop_counts_it(shown: Shown, people: dict[str, int], database: Database) -> None:
    with database.write() as session:
        change_print_rates(session, replace(DEFAULT_RATES, minutes=1.0, wage=1200), now=NOW)
    page = run_of(shown, people)
    assert "Time, about ¥40" in page.recipients.amounts_text()
    page.trigger_primary()
    with database.read() as session:
        assert print_log(session)[0].cost == 2 * (107 + 20)


def test_the_same_run_on_the_same_day_is_noted_once(
    shown: Shown, people: dict[str, int], database: Database, viewer: Viewer, messages: MessageSpy
) -> None:
    page = run_of(shown, people)
    page.trigger_primary()
    page.open_with(customer_ids=list(people.values()), title="11月のお礼")
    page.trigger_primary()
    assert viewer.documents[0] == viewer.documents[1]
    assert messages.toasts[-1] == ("These 2 card(s) were noted as sent today already. They are the same pages once more.", None)
    with database.read() as session:
        assert [row.pieces for row in print_log(session)] == [2]
        assert session.scalars(select(PrintRun.left_out)).one() == [
            {"customer": people["otsuka"], "problem": "no_street_number"},
            {"customer": people["kimura"], "problem": "no_consent"},
            {"customer": people["hara"], "problem": "no_address"},
        ]
