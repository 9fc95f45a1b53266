"""Printed pages as a scanner hands them back: grey, crooked, with dust, uneven light and soft edges."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Grey = NDArray[np.uint8]
DPI = 200


def pages_of(document: bytes, dpi: int = DPI) -> Iterator[Grey]:
    opened = pypdfium2.PdfDocument(document)
    try:
        for page in opened:
            drawn = page.render(scale=dpi / 72, grayscale=True)
            pixels: Grey = np.frombuffer(drawn.buffer, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width]
            yield pixels.copy()
    finally:
        opened.close()


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
