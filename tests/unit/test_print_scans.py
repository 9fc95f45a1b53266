"""The codes of every template and envelope read from grainy, uneven, slightly crooked scans: each says its own customer, none another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from app.domain.cards import Card, CardDesign, CardOptions, CardSide, CardText, FieldValue, Recipient
from app.domain.codes import piece_code, written
from app.domain.label_sheets import LABEL_SHEETS
from app.domain.offers import Offer, OfferKind
from app.domain.prints import PrintKind
from app.domain.templates import Template, TemplateKind
from app.printing.code_squares import SQUARES
from app.printing.house import render
from app.printing.shipped import shipped_templates
from tests.scans import MOST_TURNED, pages_of, part_of, read_crooked, scanned
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
QUIET = 1.9
SIGNS_ALONE = "A-one 28368"


def _of(template: Template) -> Card:
    options = CardOptions(side=CardSide.MESSAGE)
    return Card(
        CardDesign.PLAIN, CardText(), SENDER, options, date(2026, 11, 22), OFFER, template=template, kind=KINDS[template.kind]
    )  # fmt: skip


def _read(people: Sequence[Recipient], job: Card, seed: int) -> list[str]:
    """What is read of each; nothing where the reader gives up."""
    random = np.random.default_rng(seed)
    made = render(people, job)
    pages = list(pages_of(made.document))
    name = SQUARES if any(field.field == SQUARES for field in made.placed) else "code"
    return [
        read_crooked(scanned(part_of(pages[field.page], field, QUIET), random, float(random.uniform(-MOST_TURNED, MOST_TURNED))))
        for field in made.placed
        if field.field == name
    ]


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


@pytest.mark.parametrize("paper", ["はがき", "長形3号", "長形4号", "洋形2号", "洋形4号", "角形2号", "DL", "#10"])
def test_the_code_of_every_envelope_is_read_from_a_poor_scan(paper: str) -> None:
    job = Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(paper=paper), kind=PrintKind.ENVELOPE)
    assert _read(PEOPLE, job, 7) == [person.code for person in PEOPLE]


@pytest.mark.parametrize("sheet", [*(name for name in LABEL_SHEETS if name != SIGNS_ALONE), "custom:A4,2x5,90x50,95x52,10x15"])
def test_the_code_of_every_label_is_read_from_a_poor_scan(sheet: str) -> None:
    people = [replace(TORTURE[0], building="", code=written(piece_code(b"a secret", f"L{number}"))) for number in range(6)]
    job = Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(sheet=sheet), kind=PrintKind.LABELS)
    assert _read(people, job, 11) == [person.code for person in people]
