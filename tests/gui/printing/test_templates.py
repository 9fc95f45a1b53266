"""Cards after templates, as a user drives it: choosing one, changing its words, the way back, a word for one person."""

from __future__ import annotations

import io
from dataclasses import replace

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.domain.cards import CardDesign, CardText, default_text
from app.domain.offers import OfferKind
from app.domain.print_runs import PrintSettings
from app.domain.templates import Slot, Template, TemplateRow
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.printing.shipped import shipped_template
from app.queries.prints_log import print_log
from app.queries.templates import find_template
from app.services.shop import save_print_settings
from app.services.templates import copy_template, save_template
from app.views.printing.page import PrintingPage
from tests.factories import NOW
from tests.fakes import NavigationSpy
from tests.gui.printing.conftest import Shown, Viewer, choose, type_heading


def _opened(shown: Shown, people: dict[str, int]) -> PrintingPage:
    return shown(customer_ids=[people["watanabe"], people["shimizu"]], title="11月のお礼")


def _names(page: PrintingPage) -> list[str]:
    field = page.settings_card.text.design
    return [field.itemText(number) for number in range(field.count())]


def _row(database: Database, key: str) -> TemplateRow:
    with database.read() as session:
        row = find_template(session, key, "ja")
    assert row is not None
    return row


def _shipped(key: str) -> Template:
    template = shipped_template(key, "ja")
    assert template is not None
    return template


def _keep_texts(database: Database, text: CardText) -> None:
    with database.write() as session:
        save_print_settings(session, PrintSettings(texts={CardDesign.MAPLE: text}).to_json())


def test_what_fits_the_greeting_and_the_month_comes_first(shown: Shown, people: dict[str, int]) -> None:
    names = _names(_opened(shown, people))
    assert names[:2] == ["お手入れの頃合い(はさみ)", "秋のおかえり(もみじ)"]
    assert names.index("春のおかえり(さくら)") > names.index("お誕生日のお祝い(ケーキ)")
    assert "お知らせ(休業・移転など) (also in mourning)" in names
    assert not any("お手紙" in name for name in names)


def test_the_template_chosen_is_seen_printed_and_chosen_again(
    shown: Shown, people: dict[str, int], viewer: Viewer, database: Database
) -> None:
    page = _opened(shown, people)
    choose(page.settings_card.text.design, "お誕生日のお祝い(ケーキ)")
    assert "お誕生日おめでとうございます" in page.desk.paper.accessibleDescription()
    page.trigger_primary()
    words = PdfReader(io.BytesIO(viewer.documents[0])).pages[0].extract_text()
    assert "お誕生日おめでとうございます" in words
    with database.read() as session:
        assert print_log(session)[0].title == "お誕生日おめでとうございます"
    assert _opened(shown, people).settings_card.text.design.currentText() == "お誕生日のお祝い(ケーキ)"


def test_what_was_saved_as_a_new_one_is_printed_with(
    shown: Shown, people: dict[str, int], navigation: NavigationSpy, database: Database
) -> None:
    page = _opened(shown, people)
    QTest.mouseClick(page.settings_card.text.edit, Qt.MouseButton.LeftButton)
    ((name, asked),) = navigation.shown
    assert (name, asked["customer_ids"]) == ("templates", [people["watanabe"], people["shimizu"]])
    with database.write() as session:
        made = copy_template(session, _shipped("maple"), "パンの秋", now=NOW)
    asked["adopt"](made.key)
    page.refresh()
    assert page.settings_card.text.design.currentText() == "パンの秋"
    assert _opened(shown, people).settings_card.text.design.currentText() == "パンの秋"


def test_changed_words_are_the_shops_own_until_they_are_reset(shown: Shown, people: dict[str, int], database: Database) -> None:
    page = _opened(shown, people)
    text = page.settings_card.text
    type_heading(page.settings_card, "お久しぶりです")
    text.greeting.set_text("{{姓}}様へ")
    page.trigger_primary()
    row = _row(database, "maple")
    assert (row.template.text_of(Slot.HEADLINE), row.template.text_of(Slot.SALUTATION)) == ("お久しぶりです", "{{姓}}様へ")
    assert row.is_changed

    page = _opened(shown, people)
    assert page.settings_card.text.greeting.text() == "{{姓}}様へ"
    page.settings_card.text.reset.click()
    assert not page.settings_card.text.reset.isEnabled()
    page.trigger_primary()
    assert _row(database, "maple").template == shipped_template("maple", "ja")


def test_words_typed_for_the_design_of_old_are_the_templates_own(shown: Shown, people: dict[str, int], database: Database) -> None:
    typed = replace(default_text(CardDesign.MAPLE, "ja"), body="もみじの便りです。", offer="お茶を一杯")
    _keep_texts(database, typed)
    row = _row(database, "maple")
    assert row.is_changed
    shipped = shipped_template("maple", "ja")
    assert shipped is not None
    # What had been left as it came follows the template.
    assert row.template == shipped.with_text(Slot.BODY, "もみじの便りです。")

    page = _opened(shown, people)
    assert page.settings_card.text.body_text.text() == "もみじの便りです。"
    assert "お茶を一杯" in page.desk.paper.accessibleDescription()
    page.settings_card.text.reset.click()
    page.trigger_primary()
    assert _row(database, "maple").template == shipped
    with database.read() as session:
        recipe = session.scalars(select(PrintRun.recipe)).one()
    assert recipe["text"]["offer"] == "お茶を一杯"


def test_words_in_place_of_an_offer_are_printed(shown: Shown, people: dict[str, int], viewer: Viewer) -> None:
    page = _opened(shown, people)
    page.settings_card.pages.set_current("offer")
    words = page.settings_card.offer.words
    words.setFocus()
    QTest.keyClicks(words, "Tea is on us")
    assert page.settings_card.settings().offer.kind is OfferKind.NONE
    page.trigger_primary()
    assert "Tea is on us" in PdfReader(io.BytesIO(viewer.documents[0])).pages[0].extract_text()


def test_own_templates_can_be_chosen_and_one_that_is_gone_is_replaced(shown: Shown, people: dict[str, int], database: Database) -> None:
    shipped = shipped_template("thank_you", "ja")
    assert shipped is not None
    with database.write() as session:
        copy_template(session, shipped, "当店だけの一枚", now=NOW)
        save_print_settings(session, PrintSettings().with_template("gone").to_json())
    page = _opened(shown, people)
    assert page.settings_card.text.design.currentText() == "秋のおかえり(もみじ)"
    choose(page.settings_card.text.design, "当店だけの一枚")
    # Nothing came with the program that its words could be put back to.
    assert not page.settings_card.text.reset.isEnabled()


def test_a_word_for_one_person_stands_on_that_card_alone(shown: Shown, people: dict[str, int], viewer: Viewer, database: Database) -> None:
    page = _opened(shown, people)
    page.desk.message.setFocus()
    QTest.keyClicks(page.desk.message, "See you at the fair")
    assert "See you at the fair" in page.desk.paper.accessibleDescription()
    QTest.keyClick(page.desk.paper, Qt.Key.Key_Right)
    assert page.desk.message.text() == ""
    assert "See you at the fair" not in page.desk.paper.accessibleDescription()
    QTest.keyClick(page.desk.paper, Qt.Key.Key_Left)
    assert page.desk.message.text() == "See you at the fair"
    page.trigger_primary()
    pages = [one.extract_text().replace("\n", " ") for one in PdfReader(io.BytesIO(viewer.documents[0])).pages]
    assert ["See you at the fair" in words for words in pages] == [True, False, False, False]
    with database.read() as session:
        kept = [piece["message"] for piece in session.scalars(select(PrintPiece.recipient).order_by(PrintPiece.position)) if piece]
    assert kept == ["See you at the fair", ""]
    page.open_with(customer_ids=[people["watanabe"]])
    assert page.desk.message.text() == ""


def test_too_many_words_for_one_person_are_told(shown: Shown, people: dict[str, int]) -> None:
    page = _opened(shown, people)
    page.desk.message.setText("いつもありがとうございます。" * 14)
    page.desk.message.textEdited.emit(page.desk.message.text())
    assert [row.key for row in page.recipients.checks()] == [people["watanabe"]]
    assert page.print_button.label() == "Print 1 card(s)"


def test_only_a_side_with_words_has_room_for_a_personal_one(shown: Shown, people: dict[str, int]) -> None:
    page = _opened(shown, people)
    assert page.desk.message.isVisible()
    page.settings_card.pages.set_current("paper")
    choose(page.settings_card.paper.side, "Address side only")
    assert not page.desk.message.isVisible()


def test_a_change_made_elsewhere_reaches_the_page(shown: Shown, people: dict[str, int], database: Database) -> None:
    page = _opened(shown, people)
    shipped = shipped_template("maple", "ja")
    assert shipped is not None
    with database.write() as session:
        save_template(session, shipped.with_text(Slot.HEADLINE, "別の窓から"), now=NOW)
    page.refresh()
    assert page.settings_card.text.headline.text() == "別の窓から"
