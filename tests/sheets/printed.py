"""Surveys of the program, printed with codes of their own and drawn as pictures: what the simulated hands get to fill in."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from app.domain.codes import piece_code
from app.domain.survey_prints import PrintedSheet, SheetShop
from app.domain.survey_sheets import SheetChoice, SheetLayout, SheetPaper, TypeSize
from app.printing.survey_layout import LaidOut, lay_out
from app.printing.survey_sheets import draw_blank, write_sheets
from app.printing.survey_templates import survey_templates

Grey = NDArray[np.uint8]
BLANK_DPI = 200
_SHOP = SheetShop("喫茶おかえり", "03-1234-5678")
_SECRET = b"of the sheets of the tests"


@dataclass(frozen=True, slots=True)
class Edition:
    """A survey as laid out and printed; `number` is that of its layout. `turned`: so many of its first questions stand at the
    end, as in another version of it."""

    number: int
    key: str
    language: str
    choice: SheetChoice
    turned: int = 0


_A5, _A4 = SheetChoice(SheetPaper.A5), SheetChoice(SheetPaper.A4)
_TWO, _LARGE = SheetChoice(SheetPaper.A5, per_page=2), SheetChoice(SheetPaper.A4, size=TypeSize.LARGE)
SMALL = (Edition(101, "shop_visit", "ja", _A5), Edition(102, "salon", "ja", _A5), Edition(103, "restaurant", "en", _A5))
EDITIONS = (
    *SMALL,
    Edition(104, "shop_visit", "ja", _A4),
    Edition(105, "clinic", "ja", _A4),
    Edition(106, "after_event", "en", _TWO),
    Edition(107, "b2b_hearing", "ja", _LARGE),
    Edition(108, "win_back", "en", _A4),
    Edition(109, "staff", "ja", _TWO),
)
OLDER, NEWER = Edition(201, "shop_visit", "ja", _A5), Edition(202, "shop_visit", "ja", _A5, turned=2)
"""Two versions of one survey."""


@cache
def laid_out(edition: Edition) -> LaidOut:
    content = next(one.content for one in survey_templates(edition.language) if one.key == edition.key)
    asked = content.questions[edition.turned :] + content.questions[: edition.turned]
    return lay_out(replace(content, questions=asked), edition.choice)


def layout_of(edition: Edition) -> SheetLayout:
    return laid_out(edition).layout


@cache
def blanks_of(edition: Edition) -> tuple[Grey, ...]:
    return tuple(drawn(draw_blank(laid_out(edition), _SHOP), BLANK_DPI))


def codes_for(edition: Edition, first: int, count: int) -> list[str]:
    """Codes as the program gives them, another for each number."""
    return [piece_code(_SECRET, f"{edition.number}/{first + number}") for number in range(count)]


def printed(edition: Edition, codes: Sequence[str], dpi: int) -> list[list[Grey]]:
    """By sheet its pages, as they come from the printer and, two on a page, from under the knife."""
    laid, target = laid_out(edition), io.BytesIO()
    sheets = [PrintedSheet(one, "田中 美咲" if place % 2 else "") for place, one in enumerate(codes)]
    write_sheets(laid, _SHOP, sheets, edition.number, target)
    sides = list(drawn(target.getvalue(), dpi))
    if edition.choice.per_page == 2:
        sides = [half for side in sides for half in (side[:, : side.shape[1] // 2], side[:, side.shape[1] // 2 :])]
    step = len(sides) // len(codes)
    return [sides[place * step : place * step + laid.layout.pages] for place in range(len(codes))]


def drawn(document: bytes, dpi: int) -> Iterator[Grey]:
    opened = pypdfium2.PdfDocument(document)
    try:
        for page in opened:
            picture = page.render(scale=dpi / 72, grayscale=True)
            dots: Grey = np.frombuffer(picture.buffer, np.uint8).reshape(picture.height, picture.stride)[:, : picture.width]
            yield dots.copy()
    finally:
        opened.close()
