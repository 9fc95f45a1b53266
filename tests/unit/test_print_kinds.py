"""What is kept of the choices for each kind of work, and the job made of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from app.domain.cards import CardText
from app.domain.label_sheets import LABEL_SHEETS, LabelSheet, SheetNameTaken, SheetUnnamed, checked_name, find_called, label_sheet
from app.domain.offers import NO_OFFER, Offer, OfferKind
from app.domain.print_kinds import KindChoices, PieceOrder, WorkKind
from app.domain.print_runs import PrintSettings
from app.domain.print_work import job_of, template_key_of, with_template
from app.domain.prints import PrintKind
from app.domain.shop import ShopFields
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind

DAY = date(2026, 11, 20)
SHOP = ShopFields("美容室 こもれび")
CHOSEN = KindChoices(
    {"letter": "letter_thanks"}, "角形2号", True, True, "Avery L7160", {"labels": 4}, {"labels": 2, "purse": 3}, {"labels": (0.5, -1.0)},
    {"棚の紙": "custom:A4,2x5,86.4x50.8,86.4x50.8,18.6x21.2"}, PieceOrder.KANA, True,
)  # fmt: skip
COUPON = Element(ElementKind.COUPON, "offer", Frame(0, 0, 40, 20))


def _template(kind: TemplateKind, *elements: Element) -> Template:
    return Template("key", "ja", kind, "名前", "名刺", elements)


def test_choices_come_back_as_they_were_kept() -> None:
    settings = PrintSettings(kinds=CHOSEN)
    assert PrintSettings.from_json(json.loads(json.dumps(settings.to_json()))).kinds == CHOSEN


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        {"envelope": "A9", "sheet": "gone", "cut_marks": 1, "envelope_boxes": "yes", "templates": {"x": "y", "letter": 3}},
        {"order": "backwards", "postal_barcode": 1},
        {"sheets": {"小": "custom:A4,9x9,86x50,86x50,0x0", "28171": "custom:A4,1x1,86x50,86x50,0x0", "": 1}, "sheet": "小"},
        {"starts": {"labels": 0, "purse": True}, "copies": {"labels": 100}, "shifts": {"labels": [1], "letter": [99, 0], "purse": "ab"}},
    ],
)
def test_what_is_not_understood_is_left_as_in_a_new_shop(stored: object) -> None:
    assert KindChoices.from_json(stored) == KindChoices()


def test_each_kind_keeps_its_own_template() -> None:
    settings = with_template(with_template(PrintSettings(), WorkKind.LETTER, "letter_thanks"), WorkKind.CARD, "birthday")
    keys = [template_key_of(settings, kind) for kind in (WorkKind.LETTER, WorkKind.CARD, WorkKind.PURSE)]
    assert keys == ["letter_thanks", "birthday", ""]


def test_the_job_has_what_means_something_for_its_kind_alone() -> None:
    settings = PrintSettings(kinds=CHOSEN, dx=2.0, offer=Offer(OfferKind.GIFT, words="お茶"))
    envelope = job_of(settings, WorkKind.ENVELOPE, None, SHOP, "ja", DAY)
    assert (envelope.kind, envelope.options.paper, envelope.options.blank_stock) == (PrintKind.ENVELOPE, "角形2号", True)
    assert (envelope.text, envelope.offer, envelope.options.calibration.dx) == (CardText(), NO_OFFER, 0.0)
    labels = job_of(settings, WorkKind.LABELS, None, SHOP, "ja", DAY)
    assert (labels.kind, labels.options.sheet, labels.options.start_at, labels.options.copies) == (PrintKind.LABELS, "Avery L7160", 4, 2)
    assert (labels.options.calibration.dx, labels.options.calibration.dy) == (0.5, -1.0)
    letter = job_of(settings, WorkKind.LETTER, _template(TemplateKind.LETTER), SHOP, "ja", DAY)
    assert (letter.kind, letter.offer, letter.options.copies) == (PrintKind.LETTER, settings.offer, 1)
    card = job_of(settings, WorkKind.CARD, _template(TemplateKind.CARD), SHOP, "ja", DAY)
    assert (card.kind, card.options.calibration.dx, card.options.blank_stock) == (PrintKind.THANK_YOU, 2.0, False)


def test_an_offer_goes_with_a_small_card_that_has_a_place_for_it() -> None:
    settings = PrintSettings(kinds=CHOSEN, offer=Offer(OfferKind.GIFT, words="お茶"))
    member = job_of(settings, WorkKind.PURSE, _template(TemplateKind.MEMBER_CARD), SHOP, "ja", DAY)
    assert (member.kind, member.offer, member.options.blank_stock) == (PrintKind.MEMBER_CARDS, NO_OFFER, True)
    friend = job_of(settings, WorkKind.PURSE, _template(TemplateKind.REFERRAL_CARD, COUPON), SHOP, "ja", DAY)
    assert (friend.kind, friend.offer, friend.options.copies) == (PrintKind.REFERRAL_CARDS, settings.offer, 3)
    free = replace(settings, offer=NO_OFFER).with_text(CardText(offer="ひと品"), "ja")
    assert job_of(free, WorkKind.PURSE, _template(TemplateKind.MEMBER_CARD), SHOP, "ja", DAY).text == CardText()


SHEET = LabelSheet("", "A4", 2, 5, 86.4, 50.8, 86.4, 50.8, 18.6, 21.2)


def test_a_sheet_of_the_shop_is_made_changed_and_removed() -> None:
    made = CHOSEN.with_sheet("", "窓口", SHEET)
    assert made.sheet == "窓口" and set(made.sheets) == {"棚の紙", "窓口"}
    labels = job_of(PrintSettings(kinds=made), WorkKind.LABELS, None, SHOP, "ja", DAY)
    assert label_sheet(labels.options.sheet).labels == 10
    renamed = made.with_sheet("窓口", "奥", replace(SHEET, down=1))
    assert (set(renamed.sheets), renamed.starts["labels"]) == ({"棚の紙", "奥"}, 2)
    gone = renamed.without_sheet("奥")
    assert (set(gone.sheets), gone.sheet) == ({"棚の紙"}, next(iter(LABEL_SHEETS)))
    assert renamed.without_sheet("棚の紙").sheet == "奥"


def test_sheets_are_called_unlike_each_other() -> None:
    assert checked_name("  窓口 の 紙 ", ["奥"]) == "窓口 の 紙"
    for name in ("", "x" * 31, "custom:A4"):
        with pytest.raises(SheetUnnamed):
            checked_name(name, [])
    for name in ("28171", "a-one 28171", "奥 "):
        with pytest.raises(SheetNameTaken):
            checked_name(name, ["奥"])
    assert find_called(["Shop A"], "shop a") == "Shop A" and find_called(["Shop A"], "28171") is None
