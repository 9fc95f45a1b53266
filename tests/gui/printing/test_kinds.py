"""Every kind of piece from the same workspace, as a user drives it."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.domain.label_sheets import label_sheet
from app.domain.print_kinds import WORKSPACE, WorkKind
from app.domain.prints import PrintKind
from app.models.database import Database
from app.models.records import PrintRun
from app.queries.prints_log import print_log
from app.views.printing.page import PrintingPage
from app.views.theme import Theme
from app.views.widgets.number_field import NumberField
from tests.gui.printing.conftest import Shown, Viewer, choose
from tests.gui.widgets.audit import clipped

MM = 72 / 25.4


def _opened(shown: Shown, people: dict[str, int], kind: WorkKind, **size: int) -> PrintingPage:
    page = shown(customer_ids=list(people.values()), title="11月のお礼", **size)
    page.kinds.button(kind).click()  # type: ignore[attr-defined]
    return page


def _tabs(page: PrintingPage) -> list[str]:
    tabs = page.settings_card.pages.tabs
    return [tabs.tabText(index) for index in range(tabs.count()) if tabs.isTabVisible(index)]


def _type(field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def _printed(page: PrintingPage, viewer: Viewer) -> PdfReader:
    page.trigger_primary()
    return PdfReader(io.BytesIO(viewer.documents[-1]))


def _size(document: PdfReader) -> tuple[int, int]:
    box = document.pages[0].mediabox
    return round(float(box.width) / MM), round(float(box.height) / MM)


@pytest.mark.parametrize(
    ("kind", "tabs", "button", "checks"),
    [
        (WorkKind.LETTER, ["Words", "Offer", "Address", "Paper"], "Print 2 letter(s)", {"otsuka", "kimura", "hara"}),
        (WorkKind.CARD, ["Words", "Offer", "Address", "Paper"], "Print 2 card(s)", {"otsuka", "kimura", "hara"}),
        (WorkKind.ENVELOPE, ["Address", "Paper"], "Print 2 envelope(s)", {"otsuka", "kimura", "hara"}),
        (WorkKind.LABELS, ["Address", "Paper"], "Print 2 label(s)", {"otsuka", "kimura", "hara"}),
        (WorkKind.PURSE, ["Words", "Paper"], "Print 5 small card(s)", set()),
    ],
)
def test_each_kind_has_its_own_settings_checks_and_words(
    shown: Shown, people: dict[str, int], kind: WorkKind, tabs: list[str], button: str, checks: set[str]
) -> None:
    page = _opened(shown, people, kind)
    assert _tabs(page) == tabs
    bar = page.settings_card.pages.tabs
    edges = [bar.tabRect(index) for index in range(bar.count()) if bar.isTabVisible(index)]
    assert [edges[0].left(), *(edge.left() for edge in edges[1:])] == [0, *(edge.right() + 1 for edge in edges[:-1])]
    assert page.print_button.label() == button
    assert {row.key for row in page.recipients.checks()} == {people[name] for name in checks}
    assert "渡辺 真理" in page.desk.paper.accessibleDescription()
    assert page.desk.message.isVisible() is (kind in (WorkKind.LETTER, WorkKind.CARD))


def test_a_letter_comes_on_the_paper_of_its_template(shown: Shown, people: dict[str, int], viewer: Viewer, database: Database) -> None:
    page = _opened(shown, people, WorkKind.LETTER)
    choose(page.settings_card.text.design, "ビジネスレター(装飾なし) (also in mourning)")
    assert page.settings_card.paper.letter_paper.text() == "A4"
    image = page.desk.paper.image(0)
    assert image is not None
    assert round(image.height() / image.width(), 1) == 1.4
    assert abs(image.width() - page.desk.paper.face_pixels()) <= 2
    # It has the address of the customer, so whoever has none is left out.
    document = _printed(page, viewer)
    assert (_size(document), len(document.pages)) == ((210, 297), 2)
    with database.read() as session:
        (row,) = print_log(session)
    assert (row.kind, row.pieces, row.title, row.occasion) == (PrintKind.LETTER, 2, "ごあいさつ", "11月のお礼")
    (shown_row,) = page.start.log.rows()
    assert shown_row.what == "2 letter(s)"


def test_an_envelope_is_as_chosen(shown: Shown, people: dict[str, int], viewer: Viewer, database: Database) -> None:
    page = _opened(shown, people, WorkKind.ENVELOPE)
    paper = page.settings_card.paper
    assert [paper.side.isVisibleTo(paper), paper.envelope.isVisibleTo(paper)] == [False, True]
    choose(paper.envelope, "洋形2号")
    choose(paper.envelope_stock, "Blank, boxes drawn")
    image = page.desk.paper.image(0)
    assert image is not None
    assert image.width() > image.height()
    assert _size(_printed(page, viewer)) == (162, 114)
    with database.read() as session:
        kind, recipe = session.execute(select(PrintRun.kind, PrintRun.recipe)).one()
    assert (kind, recipe["options"]["blank_stock"]) == (PrintKind.ENVELOPE, True)
    assert page.start.log.rows()[0].title == "Envelopes"
    assert "×" not in page.recipients.amounts_text()


def test_labels_begin_where_the_sheet_is_free(shown: Shown, people: dict[str, int], viewer: Viewer, database: Database) -> None:
    page = _opened(shown, people, WorkKind.LABELS)
    paper = page.settings_card.paper
    choose(paper.sheet, "Avery L7160, 21 label(s)")
    _type(paper.start, "20")
    _type(paper.copies, "2")
    assert page.print_button.label() == "Print 4 label(s)"
    document = _printed(page, viewer)
    names = [page_.extract_text().replace(" ", "") for page_ in document.pages]
    assert [(text.count("渡辺真理"), text.count("清水あゆみ")) for text in names] == [(2, 0), (0, 2)]
    with database.read() as session:
        assert session.scalars(select(PrintRun.kind)).one() == PrintKind.LABELS


def test_a_place_that_the_sheet_has_not_is_told(shown: Shown, people: dict[str, int]) -> None:
    page = _opened(shown, people, WorkKind.LABELS)
    paper = page.settings_card.paper
    _type(paper.start, "13")
    assert str(label_sheet("A-one 28171").labels) in paper.start_field.error()
    assert not page.print_button.isEnabled()
    _type(paper.start, "12")
    assert paper.start_field.error() == ""
    assert page.print_button.isEnabled()


def test_the_desk_shows_the_sheet_on_which_the_label_lies(shown: Shown, people: dict[str, int]) -> None:
    page = _opened(shown, people, WorkKind.LABELS)
    _type(page.settings_card.paper.start, "12")
    first = page.desk.paper.image(0)
    page.desk.forward.click()
    assert "清水 あゆみ" in page.desk.paper.accessibleDescription()
    assert page.desk.paper.image(0) != first
    page.recipients.people.select_key(people["otsuka"])
    assert "大塚 昭" in page.desk.paper.accessibleDescription()


def test_member_and_referral_cards(shown: Shown, people: dict[str, int], viewer: Viewer, database: Database) -> None:
    page = _opened(shown, people, WorkKind.PURSE)
    page.settings_card.pages.set_current("paper")
    _type(page.settings_card.paper.start, "8")
    page.settings_card.pages.set_current("text")
    assert page.settings_card.text.design.currentText() == "メンバーズカード(若葉)"
    text = page.settings_card.text
    assert not text.body_field.isVisibleTo(text)
    document = _printed(page, viewer)
    assert (_size(document), len(document.pages)) == ((210, 297), 2)
    page.open_with(customer_ids=[people["watanabe"]])
    choose(page.settings_card.text.design, "ご紹介カード(ことり)")
    assert text.body_field.isVisibleTo(text)
    page.trigger_primary()
    with database.read() as session:
        assert [run.kind for run in print_log(session)] == [PrintKind.REFERRAL_CARDS, PrintKind.MEMBER_CARDS]


def test_each_kind_keeps_what_was_chosen_for_it(shown: Shown, people: dict[str, int]) -> None:
    page = _opened(shown, people, WorkKind.ENVELOPE)
    choose(page.settings_card.paper.envelope, "角形2号")
    QTest.keyClick(page.settings_card.paper.dx, Qt.Key.Key_Up)
    page.kinds.button(WorkKind.LETTER).click()  # type: ignore[attr-defined]
    choose(page.settings_card.text.design, "お礼状")
    assert page.settings_card.paper.dx.value() == 0
    page.trigger_primary()
    again = _opened(shown, people, WorkKind.ENVELOPE)
    assert again.settings_card.paper.envelope.currentText() == "角形2号"
    assert float(again.settings_card.paper.dx.value() or 0) == 0.1
    again.kinds.button(WorkKind.LETTER).click()  # type: ignore[attr-defined]
    assert again.settings_card.text.design.currentText() == "お礼状"
    again.kinds.button(WorkKind.CARD).click()  # type: ignore[attr-defined]
    assert again.settings_card.text.design.currentText() == "秋のおかえり(もみじ)"


def test_words_of_a_letter_are_the_shops_own(shown: Shown, people: dict[str, int], viewer: Viewer) -> None:
    page = _opened(shown, people, WorkKind.LETTER)
    page.settings_card.text.body_text.set_text("お元気ですか。")
    assert "お元気ですか。" in _printed(page, viewer).pages[0].extract_text()
    page = _opened(shown, people, WorkKind.LETTER)
    assert page.settings_card.text.body_text.text() == "お元気ですか。"
    assert page.settings_card.text.reset.isEnabled()


def test_a_test_sheet_of_labels_has_their_outlines(shown: Shown, people: dict[str, int], viewer: Viewer) -> None:
    page = _opened(shown, people, WorkKind.LABELS)
    page.settings_card.paper.test.click()
    assert "12" in PdfReader(io.BytesIO(viewer.documents[0])).pages[0].extract_text()


@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (1033, 100), (1290, 150)])
def test_no_words_are_cut(qtbot: QtBot, shown: Shown, people: dict[str, int], theme: Theme, width: int, percent: int) -> None:
    theme.set_text_percent(percent)
    page = _opened(shown, people, WorkKind.LABELS, width=width, height=768)
    page.tabs.set_current("design")
    for kind in WORKSPACE:
        page.kinds.button(kind).click()  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: clipped(page) == [])
    assert page.width() == width


def test_the_envelopes_of_letters_just_printed_are_no_second_piece_of_post(shown: Shown, people: dict[str, int]) -> None:
    page = shown(customer_ids=[people["watanabe"]])
    page.kinds.button(WorkKind.LETTER).click()  # type: ignore[attr-defined]
    page.trigger_primary()
    page.open_with(customer_ids=[people["watanabe"]])
    assert [row.detail for row in page.recipients.checks()] == ["Was sent post today already."]
    page.kinds.button(WorkKind.ENVELOPE).click()  # type: ignore[attr-defined]
    assert page.recipients.checks() == []


def test_bars_of_the_post_are_printed_where_they_are_wanted(shown: Shown, people: dict[str, int], database: Database) -> None:
    page = _opened(shown, people, WorkKind.ENVELOPE)
    page.settings_card.pages.set_current("address")
    address = page.settings_card.address
    before = page.desk.paper.image(0)
    assert address.with_barcode.isVisibleTo(address) and "¥" not in address.barcode_words.text()
    address.with_barcode.click()
    after = page.desk.paper.image(0)
    assert before is not None and after is not None and before != after
    page.trigger_primary()
    with database.read() as session:
        (run,) = session.scalars(select(PrintRun))
        assert run.recipe["options"]["postal_barcode"] is True
    page = _opened(shown, people, WorkKind.LABELS)
    page.settings_card.pages.set_current("address")
    assert not page.settings_card.address.with_barcode.isVisibleTo(page.settings_card.address)


def test_a_run_may_begin_with_the_card_to_hand_on(shown: Shown, people: dict[str, int], viewer: Viewer) -> None:
    page = shown(customer_ids=list(people.values()), title="すすめる方", template="referral_card")
    assert page.settings_card.kind is WorkKind.PURSE
    template = page.settings_card.template()
    assert template is not None
    assert template.key == "referral_card"
    # What is chosen by hand then stays when something changes elsewhere.
    page.settings_card.choose_template("member_card")
    page.mark_stale()
    template = page.settings_card.template()
    assert template is not None
    assert template.key == "member_card"
