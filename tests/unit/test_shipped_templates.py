"""The templates that come with the program: whole, in both languages, fit to print for everybody."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.domain.cards import Card, CardDesign, CardOptions, CardSide, CardText, FieldValue, Recipient, Sender
from app.domain.offers import NO_OFFER, Offer, OfferKind
from app.domain.prints import PrintKind
from app.domain.templates import Element, ElementKind, Occasion, Slot, Template, TemplateKind
from app.paths import resource
from app.printing.geometry import MM, PAPERS, Box
from app.printing.house import render
from app.printing.ink import colour
from app.printing.shipped import shipped_templates
from app.printing.template_compose import Side, compose
from app.printing.template_faults import CODE_MODULES, CODE_QUIET_MODULES, code_side
from app.printing.template_read import compile_template_page

LANGUAGES = ("ja", "en")
ALL = [template for language in LANGUAGES for template in shipped_templates(language)]
CARDS_AND_LETTERS = [one for one in ALL if one.kind in (TemplateKind.CARD, TemplateKind.LETTER)]
OWN = frozenset({"last_visit", "points", "lapse_points", "lapse_day"})
KNOWN: dict[str, FieldValue] = {"last_visit": date(2026, 9, 3), "points": 1250, "lapse_points": 300, "lapse_day": date(2026, 12, 31)}
_NOTHING: dict[str, FieldValue] = dict.fromkeys(KNOWN)
_DOTS_PER_MM = 4
DAY = date(2026, 11, 22)
MARGINS = {TemplateKind.CARD: 4.0, TemplateKind.LETTER: 10.0}

_SENDERS = {
    "ja": Sender("美容室 こもれび", "田中 美咲", "150-0001", "東京都渋谷区神宮前4-5-6", "欅ビル2階", "03-0000-1234", "火曜定休"),
    "en": Sender("Salon Komorebi", "Misaki Tanaka", "150-0001", "4-5-6 Jingumae, Shibuya", "", "03-0000-1234", "Closed on Tuesdays"),
}
_OFFERS = {
    "ja": Offer(OfferKind.PERCENT, 10, words="カット 10%引き", note="このはがきをお持ちください(12月20日まで)"),
    "en": Offer(OfferKind.PERCENT, 10, words="10% off a cut", note="Please bring this card (until 20 December)"),
}
_NOTES = {"ja": "先日お話しくださった旅のご様子、またぜひお聞かせください。", "en": "I would love to hear more about your trip."}
_PEOPLE = {
    "ja": {
        "short": Recipient("1", "林 健", "様", "150-0001", "東京都渋谷区神宮前1-2-3", "こもれびハイツ204", fields=KNOWN, code="K7M4-2QX"),
        "firm": Recipient(
            "2",
            "株式会社サンライズ・エンタープライズ・ホールディングス",
            "御中",
            "541-0056",
            "大阪府大阪市中央区久太郎町4丁目渡辺3号",
            "船場センタービル10号館B2-15",
            fields=KNOWN,
            code="K7M4-2QX",
        ),
        "in a firm": Recipient(
            "3",
            "勅使河原 龍之介",
            "様",
            "541-0056",
            "大阪府大阪市中央区久太郎町4丁目渡辺3号",
            "船場センタービル10号館B2-15",
            company="株式会社サンライズ・エンタープライズ・ホールディングス",
            department="総務部福利厚生推進課",
            role="課長",
            fields=KNOWN,
            code="K7M4-2QX",
        ),
        "unknown": Recipient("4", "吉田 和子", "様", fields=_NOTHING),
    },
    "en": {
        "short": Recipient("1", "Ann Lee", "", "SW1A 1AA", "12 High Street, London", "Flat 3", fields=KNOWN, code="K7M4-2QX"),
        "firm": Recipient("2", "Featherstonehaugh International Trading Company Limited", "", fields=KNOWN, code="K7M4-2QX"),
        "in a firm": Recipient(
            "3",
            "Maximilian Featherstonehaugh-Cholmondeley",
            "",
            "10115",
            "Invalidenstrasse 116, Berlin",
            "Building C, 4th floor",
            company="Featherstonehaugh International Trading Company",
            department="Staff Benefits",
            role="Head",
            fields=KNOWN,
            code="K7M4-2QX",
        ),
        "unknown": Recipient("4", "Ann Lee", "", fields=_NOTHING),
    },
}


def _of(template: Template, *kinds: ElementKind) -> list[Element]:
    return [element for element in template.elements if element.kind in kinds]


def _name(template: Template) -> str:
    return f"{template.language}-{template.key}"


def _job(template: Template, offer: Offer = NO_OFFER, *, lines: bool = True) -> Card:
    kind = PrintKind.LETTER if template.kind is TemplateKind.LETTER else PrintKind.THANK_YOU
    options = CardOptions(side=CardSide.MESSAGE, handwriting_lines=lines)
    sender = _SENDERS[template.language]
    return Card(CardDesign.PLAIN, CardText(), sender, options, DAY, offer, template=template, kind=kind)


def _sides(template: Template, person: str, *, has_offer: bool = False, message: str = "") -> tuple[Side, ...]:
    offer = _OFFERS[template.language] if has_offer else NO_OFFER
    recipient = replace(_PEOPLE[template.language][person], message=message)
    return compose(compile_template_page(template, OWN), recipient, _job(template, offer))


def _words(sides: tuple[Side, ...], name: str = "") -> str:
    marks = [mark for side in sides for mark in (*side.static, *side.marks)]
    return "\n".join(row.text for mark in marks if name in ("", mark.element.name) for row in mark.rows)


def test_there_is_enough_to_choose_from() -> None:
    for language in LANGUAGES:
        kinds = Counter(one.kind for one in shipped_templates(language))
        assert kinds[TemplateKind.CARD] >= 14
        assert kinds[TemplateKind.LETTER] >= 8


def test_both_languages_have_the_same_templates() -> None:
    ours, theirs = ({one.key: one for one in shipped_templates(language)} for language in LANGUAGES)
    assert ours.keys() == theirs.keys()
    for key, one in ours.items():
        other = theirs[key]
        assert one.name != other.name
        assert (one.kind, one.paper, one.occasion, one.months, one.mourning_safe) == (
            other.kind,
            other.paper,
            other.occasion,
            other.months,
            other.mourning_safe,
        )


def test_there_is_a_card_for_every_occasion() -> None:
    occasions = {one.occasion for one in ALL if one.kind is TemplateKind.CARD}
    assert occasions == set(Occasion)


def test_there_are_letters_of_both_sizes() -> None:
    assert {one.paper for one in ALL if one.kind is TemplateKind.LETTER} == {"A4", "A5"}


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_card_of_its_season(month: int) -> None:
    assert [one.key for one in shipped_templates("ja") if month in one.months and one.kind is TemplateKind.CARD]


def test_there_is_something_for_households_in_mourning() -> None:
    safe = [one for one in shipped_templates("ja") if one.mourning_safe]
    assert {one.kind for one in safe} == {TemplateKind.CARD, TemplateKind.LETTER}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_named_after_its_template_and_holds_nothing_else(language: str) -> None:
    for path in sorted(resource("templates", language).glob("*.json")):
        stored = json.loads(path.read_text(encoding="utf-8"))
        template = Template.from_json(stored)
        assert (template.key, template.language) == (path.stem, language)
        assert Template.from_json(template.to_json()) == template
        assert {key for element in stored["elements"] for key in element} <= set(Element.__dataclass_fields__)


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_each_slot_is_there_once(template: Template) -> None:
    assert Counter(element.slot for element in template.elements if element.slot) == dict.fromkeys(Slot, 1)


@pytest.mark.parametrize("template", ALL, ids=_name)
def test_merge_fields_go_by_the_names_of_the_language(template: Template) -> None:
    names = [found for element in template.elements for found in re.findall(r"\{\{\s*([^|}]+)", element.text)]
    assert names
    assert all(name.isascii() == (template.language == "en") for name in names)


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
@pytest.mark.parametrize("person", ["short", "firm", "in a firm", "unknown"])
def test_the_words_of_everybody_fit(template: Template, person: str) -> None:
    for has_offer in (False, True):
        sides = _sides(template, person, has_offer=has_offer)
        assert [side.overflows for side in sides] == [()]


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_an_offer_and_a_few_personal_words_fit_together(template: Template) -> None:
    sides = _sides(template, "short", has_offer=True, message=_NOTES[template.language])
    assert [side.overflows for side in sides] == [()]


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_words_stand_apart_and_inside_what_a_printer_can_reach(template: Template) -> None:
    paper, margin = PAPERS[template.paper], MARGINS[template.kind]
    reach = Box(margin, margin, paper.width - 2 * margin, paper.height - 2 * margin)
    for side in _sides(template, "in a firm", has_offer=True, message=_NOTES[template.language]):
        marks = [mark for mark in (*side.static, *side.marks) if mark.rows]
        boxes = [mark.box for mark in marks]
        assert all(reach.contains(row.box) for mark in marks for row in mark.rows)
        assert not [(one, other) for index, one in enumerate(boxes) for other in boxes[:index] if one.overlaps(other)]


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_a_reader_finds_the_code(template: Template) -> None:
    (code,) = _of(template, ElementKind.CODE)
    side = code_side(code.frame)
    module = side / CODE_MODULES
    assert module >= 0.65
    for composed in _sides(template, "short", has_offer=True, message=_NOTES[template.language]):
        squares = composed.boxes["code"]
        quiet = module * CODE_QUIET_MODULES - 0.01
        white = Box(squares.left - quiet, squares.top - quiet, squares.width + 2 * quiet, squares.height + 2 * quiet)
        near = [mark for mark in (*composed.static, *composed.marks) if mark.element.kind not in (ElementKind.CODE, ElementKind.ART)]
        boxes = [row.box for mark in near for row in mark.rows] + [mark.box for mark in near if mark.element.kind is ElementKind.COUPON]
        assert not [box for box in boxes if box.overlaps(white)]
        assert not [y for mark in near for y in mark.lines if white.top < y < white.bottom]


@pytest.mark.parametrize("template", [one for one in ALL if _of(one, ElementKind.ADDRESSEE)], ids=_name)
def test_the_bars_of_the_post_stand_clear_under_the_address(template: Template) -> None:
    job = _job(template)
    job = replace(job, options=replace(job.options, postal_barcode=True))
    recipient = replace(_PEOPLE[template.language]["in a firm"], bars="1" * 67)
    (side,) = compose(compile_template_page(template, OWN), recipient, job)
    bars = side.boxes["barcode"]
    clear = Box(bars.left - 2, bars.top - 2, bars.width + 4, bars.height + 4)
    assert not [row.text for mark in (*side.static, *side.marks) for row in mark.rows if row.box.overlaps(clear)]
    assert not [name for name, box in side.boxes.items() if name not in ("barcode", "addressee") and box.overlaps(clear)]
    assert min(bars.left, bars.top, PAPERS[template.paper].width - bars.right) >= 10


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_without_an_offer_nothing_of_it_is_left(template: Template) -> None:
    coupons = [element.name for element in _of(template, ElementKind.COUPON)]
    with_it, without = (_sides(template, "short", has_offer=has_offer) for has_offer in (True, False))
    assert all(name in with_it[0].boxes for name in coupons)
    assert not [name for name in coupons if name in without[0].boxes]


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_a_person_of_whom_nothing_is_known_gets_whole_sentences(template: Template) -> None:
    sender = _SENDERS[template.language]
    own = {"店名": sender.shop, "shop": sender.shop, "電話": sender.phone, "phone": sender.phone}
    lines = [re.sub(r"\{\{(.*?)\}\}", lambda found: own.get(found[1], "@"), line) for line in template.text_of(Slot.BODY).split("\n")]
    kept = "".join(line for line in lines if "@" not in line)
    assert kept
    assert _signs(_words(_sides(template, "unknown"), "body")) == _signs(kept)


def _signs(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_long_words_of_ones_own_go_on_or_are_told(template: Template) -> None:
    long = template.with_text(Slot.BODY, "\n".join([template.text_of(Slot.BODY)] * 9))
    sides = _sides(long, "short")
    if template.kind is TemplateKind.LETTER:
        assert len(sides) > 1
        assert not [name for side in sides for name in side.overflows]
    else:
        assert "body" in sides[0].overflows


def _lightness(code: str) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour(code)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_lightness(one), _lightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("template", ALL, ids=_name)
def test_words_are_dark_enough_to_read(template: Template) -> None:
    # The headline of the maple card stands on its pale band.
    for element in _of(template, ElementKind.TEXT, ElementKind.PERSONAL, ElementKind.COUPON, ElementKind.ADDRESSEE):
        ground = element.fill or ("#F8E9D4" if template.key == "maple" else "#FFFFFF")
        assert _contrast(element.colour, ground) >= 4.5


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_no_words_stand_on_a_drawing(template: Template) -> None:
    bare = template.with_elements(element for element in template.elements if element.kind is ElementKind.ART)
    document = pypdfium2.PdfDocument(render([_PEOPLE[template.language]["unknown"]], _job(bare)).document)
    picture = document[0].render(scale=_DOTS_PER_MM / MM).to_pil().convert("L")
    document.close()
    for side in _sides(template, "unknown", has_offer=True):
        for mark in (*side.static, *side.marks):
            for row in mark.rows:
                edges = (row.box.left, row.box.top, row.box.right, row.box.bottom)
                darkest, _ = picture.crop(tuple(round(edge * _DOTS_PER_MM) for edge in edges)).getextrema()
                assert darkest > 180, (mark.element.name, row.text)


_JOY = re.compile(
    r"祝|喜|慶|おめでと|楽し|うれし|嬉し|笑顔|賀|春の便り|お蔭様|happy|joy|celebrat|congratulat|cheer|delight|festiv|wonderful|fun\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("template", [one for one in ALL if one.mourning_safe], ids=_name)
def test_what_goes_to_a_house_in_mourning_has_neither_joy_nor_red(template: Template) -> None:
    assert not _JOY.search("\n".join(element.text for element in template.elements))
    document = pypdfium2.PdfDocument(render([_PEOPLE[template.language]["short"]], _job(template)).document)
    picture = document[0].render(scale=0.8).to_pil().convert("RGB")
    document.close()
    assert not [pixel for _, pixel in picture.getcolors(1 << 20) if pixel[0] > pixel[1] + 40 and pixel[0] > pixel[2] + 40]


def _pages(template: Template) -> bytes:
    people = _PEOPLE[template.language]
    return render([people["short"], people["firm"]], _job(template, _OFFERS[template.language])).document


@pytest.mark.parametrize("template", CARDS_AND_LETTERS, ids=_name)
def test_prints_the_same_twice_with_everybodys_name(template: Template) -> None:
    document = _pages(template)
    assert document == _pages(template)
    names = {"ja": ("林 健", "株式会社サンライズ"), "en": ("Ann Lee", "Featherstonehaugh")}[template.language]
    for name, page in zip(names, _page_texts(document), strict=True):
        assert name in page


def _page_texts(document: bytes) -> Iterator[str]:
    opened = pypdfium2.PdfDocument(io.BytesIO(document))
    for page in opened:
        yield page.get_textpage().get_text_range()
    opened.close()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_introduces_stands_clear_of_the_coupon(language: str) -> None:
    (card,) = [one for one in shipped_templates(language) if one.kind is TemplateKind.REFERRAL_CARD]
    frames = {one.name: one.frame for one in card.elements}

    assert frames["salutation"].top - (frames["coupon"].top + frames["coupon"].height) >= 1.2
