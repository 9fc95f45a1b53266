"""The codes of every template and envelope read from grainy, uneven, slightly crooked scans: each says its own customer, none another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PIL import Image, ImageFilter

from app.domain.cards import Card, CardDesign, CardOptions, CardSide, CardText, FieldValue, Recipient
from app.domain.codes import piece_code, written
from app.domain.offers import Offer, OfferKind
from app.domain.prints import PrintKind
from app.domain.templates import Template, TemplateKind
from app.printing.geometry import MM
from app.printing.house import PlacedField, render
from app.printing.shipped import shipped_templates
from tests.qr_reader import NoCode, read_code
from tests.scans import DPI, Grey, pages_of, scanned
from tests.unit.printing_people import SENDER, TORTURE

OFFER = Offer(OfferKind.PERCENT, 10, words="カット 10%引き", note="12月20日まで")
FIELDS: dict[str, FieldValue] = {"last_visit": date(2026, 9, 3), "points": 1250, "lapse_points": 300, "lapse_day": date(2026, 12, 31)}
PEOPLE = [replace(person, code=written(piece_code(b"a secret", str(number))), fields=FIELDS) for number, person in enumerate(TORTURE[:2])]
KINDS = {
    TemplateKind.CARD: PrintKind.THANK_YOU,
    TemplateKind.LETTER: PrintKind.LETTER,
    TemplateKind.MEMBER_CARD: PrintKind.MEMBER_CARDS,
    TemplateKind.REFERRAL_CARD: PrintKind.REFERRAL_CARDS,
}
MOST_TURNED = 0.6
QUIET = 2.2 * MM


def _of(template: Template) -> Card:
    options = CardOptions(side=CardSide.MESSAGE)
    return Card(
        CardDesign.PLAIN, CardText(), SENDER, options, date(2026, 11, 22), OFFER, template=template, kind=KINDS[template.kind]
    )  # fmt: skip


def _part(page: Grey, field: PlacedField) -> Grey:
    dots = DPI / 72
    left, right = round((field.x - QUIET) * dots), round((field.x + field.w + QUIET) * dots)
    bottom, top = page.shape[0] - round((field.y - QUIET) * dots), page.shape[0] - round((field.y + field.h + QUIET) * dots)
    return page[max(top, 0) : bottom, max(left, 0) : right]


def _read(people: list[Recipient], job: Card, seed: int) -> list[str]:
    """What is read of each; nothing where the reader gives up."""
    random = np.random.default_rng(seed)
    made = render(people, job)
    pages = list(pages_of(made.document))
    name = "code_squares" if any(field.field == "code_squares" for field in made.placed) else "code"
    read = []
    for field in made.placed:
        if field.field == name:
            seen = scanned(_part(pages[field.page], field), random, float(random.uniform(-MOST_TURNED, MOST_TURNED)))
            try:
                # The reader of the tests repairs nothing: specks go first, as any scanning program takes them out.
                read.append(read_code(np.asarray(Image.fromarray(seen).filter(ImageFilter.MedianFilter(3)))))
            except NoCode:
                read.append("")
    return read


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_code_of_every_template_is_read_from_a_poor_scan(language: str) -> None:
    missed = {}
    for seed, template in enumerate(shipped_templates(language)):
        read = _read(PEOPLE, _of(template), seed)
        codes = [person.code for person in PEOPLE]
        assert len(read) == len(codes)
        assert not [one for one, code in zip(read, codes, strict=True) if one not in ("", code)]
        if read != codes:
            missed[template.key] = read.count("")
    assert missed == {}


@pytest.mark.parametrize("paper", ["長形3号", "長形4号", "洋形2号", "洋形4号", "角形2号", "DL", "#10"])
def test_the_code_of_every_envelope_is_read_from_a_poor_scan(paper: str) -> None:
    job = Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(paper=paper), kind=PrintKind.ENVELOPE)
    assert _read(PEOPLE, job, 7) == [person.code for person in PEOPLE]
