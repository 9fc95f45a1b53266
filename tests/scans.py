"""Printed pages as a scanner hands them back: grey, crooked, with dust, uneven light and soft edges."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from app.printing.geometry import MM
from app.printing.house import PlacedField
from tests.qr_reader import NoCode, read_code

Grey = NDArray[np.uint8]
DPI = 200
MOST_TURNED = 3.0
_TURN_STEP = 0.5


def pages_of(document: bytes, dpi: int = DPI) -> Iterator[Grey]:
    opened = pypdfium2.PdfDocument(document)
    try:
        for page in opened:
            drawn = page.render(scale=dpi / 72, grayscale=True)
            pixels: Grey = np.frombuffer(drawn.buffer, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width]
            yield pixels.copy()
    finally:
        opened.close()


def part_of(page: Grey, field: PlacedField, white: float) -> Grey:
    """A field of a page with so many mm around it."""
    dots = DPI / 72
    x, y, w, h = field.x - white * MM, field.y - white * MM, field.w + 2 * white * MM, field.h + 2 * white * MM
    bottom, top = page.shape[0] - round(y * dots), page.shape[0] - round((y + h) * dots)
    return page[max(top, 0) : bottom, max(round(x * dots), 0) : round((x + w) * dots)]


def read_crooked(seen: Grey) -> str:
    """The code of a poor scan; nothing where the reader gives up.

    The reader of the tests neither repairs nor straightens: grain is smoothed first, and the scan is turned until it reads.
    """
    grainy = Image.fromarray(seen)
    clean = grainy.resize((2 * grainy.width, 2 * grainy.height), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(1))
    for step in range(round(MOST_TURNED / _TURN_STEP) + 1):
        for turn in {step * _TURN_STEP, -step * _TURN_STEP}:
            straight = clean.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=230)
            try:
                return read_code(np.asarray(straight))
            except NoCode:
                continue
    return ""


def scanned(page: Grey, random: np.random.Generator, turn: float) -> Grey:
    """The page as it lay crooked by `turn` degrees: paper and ink not quite white and black, a shade across, noise and specks."""
    picture = Image.fromarray(page).rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(float(random.uniform(0.2, 0.6))))
    seen = np.asarray(picture, dtype=np.float32)
    height, width = seen.shape
    shade = np.linspace(0, float(random.uniform(0, 25)), width, dtype=np.float32)
    seen = 30 + seen * (215 / 255) - shade + random.normal(0, 14, (height, width)).astype(np.float32)
    specks = random.integers(0, height * width, height * width // 2_000)
    seen.reshape(-1)[specks] = random.choice((20, 240), len(specks))
    return np.clip(seen, 0, 255).astype(np.uint8)
