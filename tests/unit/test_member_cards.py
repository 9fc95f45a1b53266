"""Cards for members and for friends, ten on a sheet."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import numpy as np
import pypdf
import pytest

from app.domain.cards import Card, CardDesign, CardOptions, CardText, Recipient, Sender
from app.domain.label_sheets import CopiesOutOfRange, StartOutsideSheet
from app.domain.offers import Offer, OfferKind, offer_note
from app.domain.print_problems import PrintError
from app.domain.prints import PrintKind
from app.domain.templates import (
    Element,
    ElementKind,
    Frame,
    OutsidePaper,
    PaperUnfit,
    Template,
    TemplateKind,
    TemplateNeeded,
    TooManyPages,
)
from app.printing.geometry import MM
from app.printing.house import render
from app.printing.member_cards import CARD, PER_SHEET, SHEET, overflows, places
from app.printing.preview import preview_sheet
from app.printing.shipped import shipped_template

SHOP = Sender(shop="美容室 こもれび", name="田中", phone="03-0000-1234", note="火曜定休")
KINDS = {PrintKind.MEMBER_CARDS: "member_card", PrintKind.REFERRAL_CARDS: "referral_card"}


def job(kind: PrintKind = PrintKind.MEMBER_CARDS, language: str = "ja", **options: int) -> Card:
    template = shipped_template(KINDS[kind], language)
    return Card(CardDesign.PLAIN, CardText(), SHOP, CardOptions(**options), date(2026, 11, 20), template=template, kind=kind)  # type: ignore[arg-type]


def people(count: int) -> list[Recipient]:
    return [Recipient(f"C-{number}", f"渡辺 真理{number}", code="K7M4-2QX") for number in range(1, count + 1)]


def texts(document: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document)).pages]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", list(KINDS))
def test_every_customer_has_a_card_with_name_and_code(kind: PrintKind, language: str) -> None:
    made = render(people(12), job(kind, language))
    pages = texts(made.document)
    assert (made.pages, len(pages)) == (2, 2)
    for number in range(1, 13):
        page = pages[0 if number <= PER_SHEET else 1]
        assert f"渡辺 真理{number}" in page
    assert pages[0].count("K7M4-2QX") == PER_SHEET
    assert render(people(12), job(kind, language)).document == made.document


def test_the_cards_stand_in_their_places_whatever_came_before() -> None:
    made = render(people(3), job(start_at=9, copies=2))
    assert made.pages == 2
    names = [one for one in made.placed if one.field == "salutation"]
    assert [(one.customer, one.page) for one in names] == [("C-1", 0), ("C-1", 0), ("C-2", 1), ("C-2", 1), ("C-3", 1), ("C-3", 1)]
    for one, place in zip(names, [*places()[8:], *places()[:4]], strict=True):
        assert place.left * MM <= one.x and one.x + one.w <= place.right * MM
        assert (SHEET.height - place.bottom) * MM <= one.y and one.y + one.h <= (SHEET.height - place.top) * MM


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"start_at": 0}, StartOutsideSheet),
        ({"start_at": 11}, StartOutsideSheet),
        ({"start_at": 99}, StartOutsideSheet),
        ({"copies": 0}, CopiesOutOfRange),
        ({"copies": 100}, CopiesOutOfRange),
    ],
)
def test_what_no_sheet_has_is_refused(options: dict[str, int], error: type[PrintError]) -> None:
    with pytest.raises(error):
        render(people(1), job(**options))  # type: ignore[arg-type]


def test_the_places_fill_the_sheet_without_touching() -> None:
    found = places()
    assert len(found) == PER_SHEET
    assert all(SHEET.page.contains(place) and (place.width, place.height) == (CARD.width, CARD.height) for place in found)
    assert not any(one.overlaps(other) for index, one in enumerate(found) for other in found[:index])


def test_a_gift_for_the_friend_stands_on_the_card_only_when_there_is_one() -> None:
    plain = job(PrintKind.REFERRAL_CARDS)
    offered = replace(plain, offer=Offer(OfferKind.PERCENT, 10, words="カット 10%引き", note="はじめての方に"))
    assert "10%引き" not in texts(render(people(1), plain).document)[0]
    assert "10%引き" in texts(render(people(1), offered).document)[0]


def test_a_name_that_no_card_holds_is_named_before_printing() -> None:
    assert not overflows(Recipient("C-1", "綾小路 皇太郎左衛門尉"), job())
    assert overflows(Recipient("C-1", "株式会社" + "長い名前の会社" * 20, code="K7M4-2QX"), job())


def test_without_a_template_nothing_is_printed() -> None:
    with pytest.raises(TemplateNeeded):
        render(people(1), replace(job(), template=None))


def test_nothing_of_one_card_lies_on_the_card_of_another() -> None:
    thick = Element(ElementKind.LINE, "line", Frame(91, 0, 0, 55), stroke="#000000", line_width=9, when="number")
    template = Template("edge", "ja", TemplateKind.MEMBER_CARD, "縁", "名刺", (thick,))
    page = preview_sheet(people(1), replace(job(), template=template), 2100, 0)
    pixels = np.frombuffer(page.rgba, np.uint8).reshape(page.height, page.width, 4)[:, :, 0]
    first, second = places()[:2]
    row = pixels[round((first.top + 20) * 10)]
    assert (row[round(first.right * 10) - 30 : round(first.right * 10) - 2] < 60).all()
    assert (row[round(second.left * 10) + 2 : round(second.left * 10) + 40] > 200).all()


def test_a_card_of_two_pages_is_refused_since_only_one_is_printed() -> None:
    template = shipped_template("member_card", "ja")
    assert template is not None
    two = template.with_elements(replace(one, page=1) if one.kind is ElementKind.CODE else one for one in template.elements)
    with pytest.raises(TooManyPages):
        render(people(1), replace(job(), template=two))
    with pytest.raises(PaperUnfit):
        render(people(1), replace(job(), template=replace(template, paper="A4")))


def test_a_code_that_would_lie_on_the_next_card_is_refused() -> None:
    template = shipped_template("member_card", "ja")
    assert template is not None
    beside = template.with_elements(
        replace(one, frame=replace(one.frame, left=96)) if one.kind is ElementKind.CODE else one for one in template.elements
    )
    with pytest.raises(OutsidePaper):
        render(people(1), replace(job(), template=beside))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_offer_with_its_small_print_has_room_on_a_card_for_friends(language: str) -> None:
    offer = Offer(OfferKind.PERCENT, 10, words="カット&カラー 10%引き" if language == "ja" else "10% off a cut and colour")
    offer = replace(offer, note=offer_note(replace(offer, valid_until=date(2026, 12, 31)), language))
    person = Recipient(key="C001", name="近藤 陽菜", code="ABCD-EFGH")
    assert not overflows(person, replace(job(PrintKind.REFERRAL_CARDS, language), offer=offer))
    too_much = replace(offer, note=offer.note * 3)
    assert overflows(person, replace(job(PrintKind.REFERRAL_CARDS, language), offer=too_much))
