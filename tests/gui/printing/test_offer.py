"""The offer on a card: its words follow what is chosen, what cannot be is said beside it, and the code goes with the run."""

from __future__ import annotations

import io
from datetime import date

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import select

from app.domain.codes import FirstUse, written
from app.domain.offers import Offer, OfferKind
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import PrintSettings
from app.domain.products import GroupFields, ProductFields
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.queries.prints_log import print_log
from app.queries.shop import print_settings
from app.services.codes import redeem_code
from app.services.products import add_group, add_product
from app.services.shop import save_print_settings
from app.views.printing.offer_part import OfferPart
from app.views.printing.page import PrintingPage
from app.views.widgets.combo_field import ComboField
from tests.factories import NOW, TODAY
from tests.gui.printing.conftest import Shown, Viewer
from tests.gui.widgets.audit import clipped


def _opened(shown: Shown, people: dict[str, int]) -> tuple[PrintingPage, OfferPart]:
    page = shown(customer_ids=[people["watanabe"]], title="11月のお礼")
    page.settings_card.pages.set_current("offer")
    return page, page.settings_card.offer


def _choose(field: ComboField, text: str) -> None:
    place = field.findText(text)
    assert place >= 0, [field.itemText(number) for number in range(field.count())]
    field.setCurrentIndex(place)
    field.activated.emit(place)


def _type(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def _goods(database: Database) -> None:
    with database.write() as session:
        add_group(session, GroupFields("物販"), now=NOW)
        add_product(session, ProductFields("カット", price=4950), now=NOW)


def test_the_words_follow_what_is_chosen(shown: Shown, people: dict[str, int], database: Database) -> None:
    _goods(database)
    page, offer = _opened(shown, people)
    assert not offer.value_field.isVisible()

    _choose(offer.kind, "Per cent off")
    assert (offer.words.text(), offer.note.text()) == ("お買上げから10%引き", "このはがきをお持ちください(12月20日まで)")
    _choose(offer.subject, "カット")
    _type(offer.value, "15")
    assert offer.words.text() == "カット 15%引き"
    note = "このはがきをお持ちください(12月20日まで)"
    expected = Offer(OfferKind.PERCENT, 15, product="カット", valid_until=date(2026, 12, 20), words="カット 15%引き", note=note)
    assert page.settings_card.settings().offer == expected
    _choose(offer.kind, "Amount off")
    assert offer.words.text() == "カット 500円引き"
    _choose(offer.kind, "Points")
    assert not offer.subject_field.isVisible()
    assert offer.words.text() == "100ポイント進呈"


def test_words_typed_by_hand_stay(shown: Shown, people: dict[str, int]) -> None:
    _page, offer = _opened(shown, people)
    _choose(offer.kind, "Per cent off")
    _type(offer.words, "Happy 10")
    _type(offer.value, "20")
    assert offer.words.text() == "Happy 10"
    assert offer.note.text() == "このはがきをお持ちください(12月20日まで)"


def test_without_an_offer_the_card_may_still_say_something(shown: Shown, people: dict[str, int]) -> None:
    page, offer = _opened(shown, people)
    _type(offer.words, "Tea is on us")
    settings = page.settings_card.settings()
    assert (settings.offer.kind, settings.text("ja").offer) == (OfferKind.NONE, "Tea is on us")


def test_an_offer_that_cannot_be_is_told_and_not_printed(shown: Shown, people: dict[str, int]) -> None:
    page, offer = _opened(shown, people)
    _choose(offer.kind, "Per cent off")
    assert page.print_button.isEnabled()
    _type(offer.value, "0")
    assert offer.value_field.error() == "This offer cannot be. Please type 1 to 100 per cent, or an amount above zero."
    assert not page.print_button.isEnabled()
    _type(offer.value, "10")
    assert offer.value_field.error() == ""
    _type(offer.until, "2026/11/19")
    assert "2026" in offer.until_field.error()
    assert not page.print_button.isEnabled()
    _choose(offer.kind, "A gift")
    _type(offer.until, "2026/12/24")
    offer.words.selectAll()
    QTest.keyClick(offer.words, Qt.Key.Key_Delete)
    assert offer.words_field.error() == "The piece does not say yet what it promises. Please type the words of the offer."
    assert offer.until_field.error() == ""
    _type(offer.words, "A cup of tea")
    assert offer.words_field.error() == ""
    assert page.print_button.isEnabled()


def test_the_offer_and_the_code_go_with_the_run(shown: Shown, people: dict[str, int], viewer: Viewer, database: Database) -> None:
    page, offer = _opened(shown, people)
    _choose(offer.kind, "Amount off")
    page.trigger_primary()
    with database.read() as session:
        code = session.scalars(select(PrintPiece.code)).one()
        recipe = session.scalars(select(PrintRun.recipe)).one()
    assert code is not None
    assert Offer.from_json(recipe["offer"]) == page.settings_card.settings().offer
    words = PdfReader(io.BytesIO(viewer.documents[0])).pages[0].extract_text()
    assert written(code) in words
    assert "お買上げから500円引き" in words


def test_what_is_seen_on_the_desk_is_what_is_printed(shown: Shown, people: dict[str, int], database: Database) -> None:
    page, _offer = _opened(shown, people)
    seen = page.desk.paper.accessibleDescription()
    page.trigger_primary()
    with database.read() as session:
        code = session.scalars(select(PrintPiece.code)).one() or ""
    assert written(code) in seen


def test_the_log_says_how_many_came_back(shown: Shown, people: dict[str, int], database: Database) -> None:
    page = shown(customer_ids=[people["watanabe"], people["shimizu"]], title="11月のお礼")
    page.trigger_primary()
    (row,) = page.start.log.rows()
    assert "came back" not in row.detail
    with database.write() as session:
        code = session.scalars(select(PrintPiece.code).order_by(PrintPiece.position)).first() or ""
        used = redeem_code(session, code, customer_id=None, now=NOW, today=TODAY).finding.used
        assert used == FirstUse(TODAY, "渡辺 真理")
    page.refresh()
    (row,) = page.start.log.rows()
    assert row.detail.endswith("1 of 2 came back")
    with database.read() as session:
        assert [(run.coded, run.used) for run in print_log(session)] == [(2, 1)]


def test_what_was_chosen_is_there_the_next_time(shown: Shown, people: dict[str, int], database: Database) -> None:
    kept = Offer(OfferKind.PERCENT, 10, product="以前の商品", valid_until=date(2026, 12, 24), words="10%", note="")
    with database.write() as session:
        save_print_settings(session, PrintSettings(offer=kept).to_json())
    page, offer = _opened(shown, people)
    assert (offer.subject.currentText(), offer.value.text(), offer.until.text()) == ("以前の商品", "10", "2026/12/24")
    assert page.settings_card.settings().offer == kept
    with database.read() as session:
        assert PrintSettings.from_json(print_settings(session)).offer == kept


def test_nothing_of_the_offer_is_cut(shown: Shown, people: dict[str, int]) -> None:
    _page, offer = _opened(shown, people)
    for kind in ("Per cent off", "A gift"):
        _choose(offer.kind, kind)
        assert clipped(offer) == []
    assert offer.kind.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_words_name_the_piece_that_is_printed(shown: Shown, people: dict[str, int]) -> None:
    page, offer = _opened(shown, people)
    _choose(offer.kind, "Per cent off")
    assert offer.words_field.label.text() == "Words on the card"
    page.kinds.button(WorkKind.LETTER).click()  # type: ignore[attr-defined]
    assert offer.words_field.label.text() == "Words on the letter"
    assert offer.note.text() == "このお便りをお持ちください(12月20日まで)"
    _type(offer.value, "15")
    assert page.settings_card.settings().offer.note == offer.note.text()
    page.kinds.button(WorkKind.CARD).click()  # type: ignore[attr-defined]
    assert offer.note.text() == "このはがきをお持ちください(12月20日まで)"


def test_words_that_nobody_counts_are_said_to_be_so(shown: Shown, people: dict[str, int]) -> None:
    _page, offer = _opened(shown, people)
    assert "nobody counts" not in offer.hint.text()
    _type(offer.words, "Cut 10% OFF")
    assert "nobody counts" in offer.hint.text()
    _choose(offer.kind, "Per cent off")
    assert "nobody counts" not in offer.hint.text()
