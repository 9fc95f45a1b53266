"""A job and its people as they are kept with a run: nothing is lost, whatever is printed, and what is left can be printed from it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from app.domain.cards import (
    AddressNumerals,
    Calibration,
    Card,
    CardDesign,
    CardOptions,
    CardSide,
    CardText,
    Direction,
    FieldValue,
    NumberJoint,
    Recipient,
    Sender,
    Typeface,
)
from app.domain.offers import Offer, OfferKind
from app.domain.print_jobs import card_from_json, card_to_json, recipient_from_json, recipient_to_json
from app.domain.print_runs import RestOfRun
from app.domain.prints import PrintKind
from app.domain.templates import Template, TemplateKind
from app.printing.house import render
from app.printing.shipped import shipped_templates
from app.reports.run_rest import rest_document

SENDER = Sender("美容室 こもれび", "田中 美咲", "150-0001", "東京都渋谷区神宮前4-5-6", "こもれびビル1階", "03-0000-1234", "火曜定休")
OPTIONS = CardOptions(
    CardSide.ADDRESS, Direction.HORIZONTAL, Typeface.GOTHIC, AddressNumerals.ARABIC, NumberJoint.BAR, True, False, True, False,
    Calibration(0.5, -1.2, 99.5, rotated=True), paper="長形3号", sheet="A-one 28366", start_at=5, copies=3, postal_barcode=True,
)  # fmt: skip
OFFER = Offer(OfferKind.PERCENT, 10, product="カット", valid_until=date(2026, 12, 31), words="カット 10%引き")
CARD = Card(CardDesign.MAPLE, CardText("おかえりなさい", body="お待ちしております。"), SENDER, OPTIONS, date(2026, 11, 20), OFFER)
TEMPLATES = [*shipped_templates("ja"), *shipped_templates("en")]
FIELDS: dict[str, FieldValue] = {"family_name": "渡辺", "given_name": "真理", "points": 1240, "lapse_points": 300, "visits": 3}
FIELDS |= {"lapse_day": date(2026, 12, 31), "last_visit": date(2026, 9, 4), "kana": "", "staff": None, "birthday": ""}


def _person(number: int) -> Recipient:
    names = ("健", "花") if number == 1 else ()
    place = f"東京都渋谷区渋谷{number}-2-3"
    home = ("150-0002", place, "渋谷ハイツ204", "", "", "")
    return Recipient(str(number), f"渡辺 真理{number}", "様", *home, names, FIELDS, f"K7M4-2Q{number}", "先日はどうも。")


def _through_the_file(card: Card) -> Card:
    return card_from_json(json.loads(json.dumps(card_to_json(card), ensure_ascii=False)))


@pytest.mark.parametrize("kind", list(PrintKind))
def test_a_job_comes_back_equal(kind: PrintKind) -> None:
    card = replace(CARD, kind=kind)
    assert _through_the_file(card) == card
    assert _through_the_file(replace(card, day=None, options=CardOptions())) == replace(card, day=None, options=CardOptions())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: f"{template.language}-{template.key}")
def test_a_job_with_a_template_comes_back_equal(template: Template) -> None:
    assert _through_the_file(replace(CARD, template=template)) == replace(CARD, template=template)


def test_people_come_back_equal() -> None:
    for person in (_person(1), _person(2), Recipient()):
        assert recipient_from_json(json.loads(json.dumps(recipient_to_json(person)))) == person


def test_what_was_kept_before_there_were_templates_is_read() -> None:
    old = card_to_json(CARD)
    for name in ("template", "kind"):
        del old[name]
    for name in ("paper", "sheet", "start_at", "copies", "postal_barcode"):
        del old["options"][name]
    assert _through_the_file(CARD).options.copies == 3
    assert card_from_json(old).options.copies == 1
    assert card_from_json(old).kind is PrintKind.THANK_YOU


@pytest.mark.parametrize("stored", [{}, {"design": "gone"}, {"design": "maple", "text": {}, "sender": {}, "day": "x"}])
def test_what_cannot_be_read_says_so(stored: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        card_from_json(stored)


LETTER = next(template for template in TEMPLATES if template.kind is TemplateKind.LETTER and template.language == "ja")
JOBS = [
    replace(CARD, options=CardOptions()),
    replace(CARD, options=CardOptions(), template=LETTER, kind=PrintKind.LETTER),
    replace(CARD, options=CardOptions(paper="長形3号"), kind=PrintKind.ENVELOPE),
]


@pytest.mark.parametrize("card", JOBS, ids=lambda card: card.kind.value)
def test_what_is_left_has_the_pages_of_the_whole(card: Card) -> None:
    people = tuple(_person(number) for number in (1, 2, 3))
    whole = _pages(render(people, card).document)
    kept = tuple(recipient_from_json(recipient_to_json(person)) for person in people[1:])
    rest = _pages(rest_document(RestOfRun(1, _through_the_file(card), kept, (2, 3))))
    assert rest == whole[-len(rest) :]
    assert len(rest) * 3 == len(whole) * 2


def _pages(document: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(document)).pages]
