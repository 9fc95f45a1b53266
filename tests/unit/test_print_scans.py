"""The codes of every template and envelope read from grainy, uneven, slightly crooked scans: each says its own customer, none another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.domain.cards import Card, CardSide, Recipient
from app.domain.codes import piece_code, written
from app.domain.prints import PrintKind
from app.printing.code_squares import SQUARES
from app.printing.house import render
from tests.scans import MOST_TURNED, pages_of, part_of, read_crooked, scanned
from tests.unit.pieces import ADDRESSED, FIELDS, KINDS, SHEETS, TEMPLATES, job
from tests.unit.printing_people import TORTURE

PEOPLE = [replace(person, code=written(piece_code(b"a secret", str(number))), fields=FIELDS) for number, person in enumerate(TORTURE[:2])]
QUIET = 1.9
SIGNS_ALONE = ("A-one 28368", "custom:Letter,5x12,38x21,40x22,8x8")


def _read(people: Sequence[Recipient], printed: Card, seed: int) -> list[str]:
    """What is read of each; nothing where the reader gives up."""
    random = np.random.default_rng(seed)
    made = render(people, printed)
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
    for seed, template in enumerate(one for one in TEMPLATES if one.language == language):
        read = _read(PEOPLE, job(KINDS[template.kind], template, side=CardSide.MESSAGE), seed)
        codes = [person.code for person in PEOPLE]
        assert len(read) == len(codes)
        assert not [one for one, code in zip(read, codes, strict=True) if one not in ("", code)]
        if read != codes:
            missed[template.key] = read.count("")
    assert missed == {}


@pytest.mark.parametrize("paper", ADDRESSED)
def test_the_code_of_every_envelope_is_read_from_a_poor_scan(paper: str) -> None:
    assert _read(PEOPLE, job(PrintKind.ENVELOPE, paper=paper), 7) == [person.code for person in PEOPLE]


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet not in SIGNS_ALONE])
def test_the_code_of_every_label_is_read_from_a_poor_scan(sheet: str) -> None:
    people = [replace(TORTURE[0], building="", code=written(piece_code(b"a secret", f"L{number}"))) for number in range(6)]
    assert _read(people, job(PrintKind.LABELS, sheet=sheet), 11) == [person.code for person in people]
