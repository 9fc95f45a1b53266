"""Picture files in a template: read once, put into the document once, shown on every page."""

from __future__ import annotations

import base64
import binascii
import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms, ImageOps

from app.domain.templates import PictureTooLarge, PictureUnreadable

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_SIDE = 6000
LARGEST_DOTS = 24_000_000
"""Of all pictures of a template together: an A4 sheet at 400 dots an inch has 16 million."""

FINE_SIDE = 2400
"""Dots along the longer side that no paper shows more of: the breadth of A4 at 290 dots an inch."""

_LARGEST_TAKEN = 80_000_000
_ORIENTATION = 0x0112
_UPRIGHT = (0, 1)
_LARGEST_16_BIT = 65535


@dataclass(frozen=True, slots=True)
class Picture:
    """`content` packed as `packing` says (a filter of PDF); `colours` 1 for grey and 3 for red, green and blue. `mask`: how opaque each
    dot is, deflated; empty when all are."""

    width: int
    height: int
    colours: int
    packing: str
    content: bytes
    mask: bytes = b""


# Broken files fail in the many ways of their decoders.
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, zlib.error, Image.DecompressionBombError)


def read_picture(image: str, name: str) -> Picture:
    """A PNG or JPEG file in base64. PictureUnreadable, PictureTooLarge; `name` is the element's."""
    if len(image) > LARGEST_FILE * 4 // 3 + 4:
        raise PictureTooLarge(field="image", name=name)
    try:
        return _read(image)
    except _TooLarge as error:
        raise PictureTooLarge(field="image", name=name) from error
    except _BROKEN as error:
        raise PictureUnreadable(field="image", name=name) from error


def dots_of(image: str) -> int:
    """How many dots a picture file in base64 says that it has, without reading them; 0 where it cannot be read."""
    if len(image) > LARGEST_FILE * 4 // 3 + 4:
        return 0
    try:
        return _dots(image)
    except _BROKEN:
        return 0


def picture_file(content: bytes, name: str) -> str:
    """A PNG or JPEG file that somebody chose, in base64 as `read_picture` takes it: as it is where that will do, else turned upright and
    made as small as paper needs. PictureUnreadable, PictureTooLarge."""
    try:
        with _opened(content) as opened:
            if opened.width * opened.height > _LARGEST_TAKEN:
                raise PictureTooLarge(field="image", name=name)
            is_upright = opened.getexif().get(_ORIENTATION, 1) in _UPRIGHT
            is_plain = is_upright and opened.mode != "CMYK" and len(content) <= LARGEST_FILE and max(opened.size) <= FINE_SIDE
            kept = content if is_plain else _made_smaller(opened)
        encoded = base64.b64encode(kept).decode("ascii")
        _read(encoded)
    except _TooLarge as error:
        raise PictureTooLarge(field="image", name=name) from error
    except _BROKEN as error:
        raise PictureUnreadable(field="image", name=name) from error
    return encoded


def _made_smaller(opened: Image.Image) -> bytes:
    """A photograph stays one; a drawing keeps its sharp edges as long as it is no larger than a file may be."""
    is_photograph = opened.format == "JPEG"
    # Reads a photograph at once at a half or a quarter of its size.
    opened.draft(None, (FINE_SIDE, FINE_SIDE))
    drawn = plain(opened)
    drawn.thumbnail((FINE_SIDE, FINE_SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if not is_photograph:
        drawn.save(out, "PNG")
    if is_photograph or len(out.getvalue()) > LARGEST_FILE:
        out = io.BytesIO()
        white = Image.new("RGB", drawn.size, "white")
        white.paste(drawn, mask=drawn.getchannel("A") if drawn.mode == "RGBA" else None)
        white.save(out, "JPEG", quality=88)
    return out.getvalue()


class _TooLarge(Exception):
    pass


@lru_cache(maxsize=64)
def _dots(image: str) -> int:
    with _opened(_decoded(image)) as opened:
        return opened.width * opened.height


@lru_cache(maxsize=16)
def _read(image: str) -> Picture:
    content = _decoded(image)
    with _opened(content) as opened:
        if max(opened.size) > LARGEST_SIDE or opened.width * opened.height > LARGEST_DOTS:
            raise _TooLarge()
        is_upright = opened.getexif().get(_ORIENTATION, 1) in _UPRIGHT
        opened.load()
        if opened.format == "JPEG" and is_upright and opened.mode in ("L", "RGB"):
            return Picture(*opened.size, 1 if opened.mode == "L" else 3, "DCTDecode", content)
        return _deflated(plain(opened))


def _decoded(image: str) -> bytes:
    try:
        return base64.b64decode(image, validate=True)
    except binascii.Error as error:
        raise ValueError(image[:20]) from error


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))


def plain(opened: Image.Image) -> Image.Image:
    """The picture the right way up in grey or red, green and blue of 8 bits, with how opaque it is where it says so."""
    turned = ImageOps.exif_transpose(opened)
    if turned.mode.startswith("I"):
        return _of_16_bits(turned)
    if turned.mode == "CMYK":
        return _of_inks(turned)
    if turned.has_transparency_data:
        return turned.convert("RGBA")
    return turned.convert("L" if turned.mode in ("1", "L", "LA") else "RGB")


def _of_16_bits(drawn: Image.Image) -> Image.Image:
    shades = np.asarray(drawn).astype(np.int64).clip(0, _LARGEST_16_BIT)
    grey = Image.fromarray(((shades * 255 + _LARGEST_16_BIT // 2) // _LARGEST_16_BIT).astype(np.uint8))
    through = drawn.info.get("transparency")
    if not isinstance(through, int):
        return grey
    coloured = grey.convert("RGBA")
    coloured.putalpha(Image.fromarray(np.where(shades == through, 0, 255).astype(np.uint8)))
    return coloured


def _of_inks(drawn: Image.Image) -> Image.Image:
    """By the picture's own profile of its inks; by plain sums where it brings none."""
    profile = drawn.info.get("icc_profile")
    if profile:
        try:
            turned = ImageCms.profileToProfile(drawn, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            turned = None
        if turned is not None:
            return turned
    return drawn.convert("RGB")


def _deflated(drawn: Image.Image) -> Picture:
    mask = b""
    if drawn.mode == "RGBA":
        alpha = drawn.getchannel("A").tobytes()
        mask = zlib.compress(alpha, 6) if alpha.strip(b"\xff") else b""
        drawn = drawn.convert("RGB")
    return Picture(*drawn.size, 1 if drawn.mode == "L" else 3, "FlateDecode", zlib.compress(drawn.tobytes(), 6), mask)
