"""The pages of a finished PDF as pixels for a printer: strip by strip, so that no page is ever whole in memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from app.printing.geometry import MM

READING = threading.Lock()
"""The reader of PDF files serves one thread at a time; whoever uses it holds this."""

STRIP_PIXELS = 500_000
"""So many at once: 2 MB. While a printer takes a strip, no other thread runs, and the window is to stay smooth."""
_BYTES = 4
_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Strip:
    """`pixels`: rows from the top, four bytes each: blue, green, red and one without meaning. `top`: of the first row, in pixels."""

    top: int
    width: int
    height: int
    pixels: bytes


def page_sizes(document: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in mm."""
    with READING:
        opened = pypdfium2.PdfDocument(document)
        try:
            sizes = [opened.get_page_size(number) for number in range(len(opened))]
        finally:
            opened.close()
    return tuple((width / MM, height / MM) for width, height in sizes)


class PageImages:
    """An open document; `close()` it. One thread at a time."""

    def __init__(self, document: bytes) -> None:
        with READING:
            self._document = pypdfium2.PdfDocument(document)

    def close(self) -> None:
        with READING:
            self._document.close()

    def strips(self, number: int, dots_an_inch: float) -> Iterator[Strip]:
        """The page from top to bottom without what is all white; `number` from 0."""
        with READING:
            page = self._document[number]
            width, height = (max(1, round(points * dots_an_inch / 72)) for points in page.get_size())
        try:
            rows = max(1, STRIP_PIXELS // width)
            for top in range(0, height, rows):
                strip = self._strip(page, (width, height), top, min(rows, height - top))
                if strip is not None:
                    yield strip
        finally:
            with READING:
                page.close()

    def _strip(self, page: pypdfium2.PdfPage, size: tuple[int, int], top: int, rows: int) -> Strip | None:
        width, height = size
        with READING:
            bitmap = pypdfium2.PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx)
            try:
                bitmap.fill_rect(_WHITE, 0, 0, width, rows)
                raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, raw.FPDF_PRINTING)
                pixels = bytes(bitmap.buffer)
            finally:
                bitmap.close()
        stride = len(pixels) // rows
        if stride != width * _BYTES:
            pixels = b"".join(pixels[row * stride : row * stride + width * _BYTES] for row in range(rows))
        return None if _is_white(pixels) else Strip(top, width, rows, pixels)


def _is_white(pixels: bytes | Sequence[int]) -> bool:
    return bytes(pixels).count(b"\xff") == len(pixels)
