"""Files from scanners and telephones as gray pictures. They come from outside, so each is measured before it is unpacked."""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Protocol

import numpy as np
import pypdfium2
from PIL import Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from app.domain.survey_pages import FileTooLarge, PictureTooLarge, PictureUnreadable, TooManyPages
from app.scanning.forms import READ_DPI, Grey

MOST_DOTS = 50_000_000
"""A4 at 600 dpi has 35, the picture of a good telephone 12 to 50."""
MOST_PAGES = 500
MOST_BYTES = 600_000_000
_MILLION = 1_000_000
_LONG_SIDE = 4_300
"""Dots; what is finer is read at half the size."""
_DECODERS = (JpegImagePlugin.JpegImageFile, PngImagePlugin.PngImageFile, TiffImagePlugin.TiffImageFile)
_FORMATS = tuple(decoder.format for decoder in _DECODERS)
"""No others: each decoder is one more that a hostile file may try."""
_HEIC = ("HEIF", "AVIF")
_HEIC_SUFFIXES = frozenset({".heic", ".heif"})
_SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})
_HEIC_LIBRARY = "pillow_heif"
_PDF_SIGN = b"%PDF-"
_PDF_SIGN_WITHIN = 1_024
_PDF_LONG_SIDE = (1_600, 3_000)
"""Dots of a page of a PDF, at the least and at the most: telephones write pages a metre high, and some scanners forget the size."""
_POINTS = 72
_WHITE = 255
_DEEP = 256
_EXIF_ORIENTATION = 0x0112
_EXIF_WAYS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Pictures(Protocol):
    """An open file; `close()` it."""

    @property
    def pages(self) -> int: ...

    def gray(self, page: int) -> Grey:
        """Page from 0, upright as the file says, rows from the top. PictureTooLarge, PictureUnreadable."""

    def close(self) -> None: ...


def picture_suffixes() -> frozenset[str]:
    return _SUFFIXES | _HEIC_SUFFIXES if _has_heic() else _SUFFIXES


def pictures_in(folder: Path) -> list[Path]:
    """What may hold sheets, by name; nothing hidden and nothing below."""
    suffixes = picture_suffixes()
    found = [path for path in folder.iterdir() if path.suffix.lower() in suffixes and not path.name.startswith(".") and path.is_file()]
    return sorted(found)


def open_pictures(path: Path) -> Pictures:
    """PictureUnreadable, FileTooLarge, PictureTooLarge, TooManyPages."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileTooLarge(name=path.name, most=MOST_BYTES // _MILLION)
        with path.open("rb") as opened:
            is_pdf = _PDF_SIGN in opened.read(_PDF_SIGN_WITHIN)
    except OSError as error:
        raise PictureUnreadable(name=path.name) from error
    return _Document(path) if is_pdf else _Images(path, path.name)


def open_kept(picture: bytes, name: str) -> Pictures:
    """A picture that was kept. PictureUnreadable, PictureTooLarge."""
    return _Images(BytesIO(picture), name)


class _Document:
    """A PDF."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._document = pypdfium2.PdfDocument(path)
        except (pypdfium2.PdfiumError, OSError, ValueError) as error:
            raise PictureUnreadable(name=self._name) from error
        if len(self._document) > MOST_PAGES:
            self.close()
            raise TooManyPages(name=self._name, most=MOST_PAGES)
        if not len(self._document):
            self.close()
            raise PictureUnreadable(name=self._name)

    @property
    def pages(self) -> int:
        return len(self._document)

    def gray(self, page: int) -> Grey:
        try:
            opened = self._document[page]
            try:
                drawn = opened.render(scale=_scale(*opened.get_size()), grayscale=True)
                return np.array(drawn.to_numpy()).reshape(drawn.height, drawn.width)
            finally:
                opened.close()
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise PictureUnreadable(name=self._name) from error

    def close(self) -> None:
        self._document.close()


class _Images:
    """A picture, or several in one file (TIFF)."""

    def __init__(self, source: Path | IO[bytes], name: str) -> None:
        self._name = name
        with self._refusals():
            self._image: Image.Image = Image.open(source, formats=_formats())
        try:
            self._check_size()
            self.pages = self._count()
        except BaseException:
            self.close()
            raise

    def gray(self, page: int) -> Grey:
        with self._refusals():
            self._image.seek(page)
            self._check_size()
            if self._image.format in ("JPEG", "MPO"):
                self._image.draft("L", _halved(*self._image.size))
            self._image.load()
            return _as_gray(self._image)

    def close(self) -> None:
        self._image.close()

    def _count(self) -> int:
        if self._image.format != "TIFF":
            return 1
        with self._refusals():
            for page in range(MOST_PAGES + 1):
                try:
                    self._image.seek(page)
                except EOFError:
                    return page
        raise TooManyPages(name=self._name, most=MOST_PAGES)

    def _check_size(self) -> None:
        width, height = self._image.size
        if width * height > MOST_DOTS:
            raise PictureTooLarge(name=self._name, most=MOST_DOTS // _MILLION)

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Whatever a decoder says of a broken file is one sentence to the user."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except Image.DecompressionBombError as error:
            raise PictureTooLarge(name=self._name, most=MOST_DOTS // _MILLION) from error
        except (MemoryError, PictureTooLarge):
            raise
        except Exception as error:
            raise PictureUnreadable(name=self._name) from error


def _as_gray(image: Image.Image) -> Grey:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("LA")
        gray = Image.new("L", image.size, _WHITE)
        gray.paste(clear.getchannel("L"), mask=clear.getchannel("A"))
    elif image.mode.startswith("I"):
        deep = np.asarray(image).astype(np.float32)
        gray = Image.fromarray(np.asarray(np.clip(deep / _DEEP, 0, _WHITE), dtype=np.uint8))
    else:
        gray = image.convert("L")
    gray = _turned(gray, image.getexif().get(_EXIF_ORIENTATION, 1))
    return np.array(gray.reduce(2) if max(gray.size) > _LONG_SIDE else gray)


def _turned(gray: Image.Image, orientation: int) -> Image.Image:
    """As a telephone says that it was held (Exif)."""
    way = _EXIF_WAYS.get(orientation)
    return gray if way is None else gray.transpose(way)


def _halved(width: int, height: int) -> tuple[int, int]:
    return (width // 2, height // 2) if max(width, height) > _LONG_SIDE else (width, height)


def _scale(width: float, height: float) -> float:
    """Dots of a point."""
    long = max(width, height, 1.0)
    least, most = _PDF_LONG_SIDE
    return min(max(READ_DPI / _POINTS, least / long), most / long)


def _formats() -> tuple[str, ...]:
    if _has_heic():
        library: Any = importlib.import_module(_HEIC_LIBRARY)
        library.register_heif_opener()
        return _FORMATS + _HEIC
    return _FORMATS


def _has_heic() -> bool:
    return importlib.util.find_spec(_HEIC_LIBRARY) is not None
