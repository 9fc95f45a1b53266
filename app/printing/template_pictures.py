"""Picture files in a template: read once, put into the document once, shown on every page."""

from __future__ import annotations

import base64
import binascii
import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageOps

from app.domain.templates import PictureTooLarge, PictureUnreadable

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_SIDE = 6000
_ORIENTATION = 0x0112
_UPRIGHT = (0, 1)


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


def read_picture(image: str, name: str) -> Picture:
    """A PNG or JPEG file in base64. PictureUnreadable, PictureTooLarge; `name` is the element's."""
    if len(image) > LARGEST_FILE * 4 // 3 + 4:
        raise PictureTooLarge(field="image", name=name)
    try:
        return _read(image)
    except _TooLarge as error:
        raise PictureTooLarge(field="image", name=name) from error
    # Broken files fail in the many ways of their decoders.
    except (OSError, ValueError, SyntaxError, EOFError, zlib.error, Image.DecompressionBombError) as error:
        raise PictureUnreadable(field="image", name=name) from error


class _TooLarge(Exception):
    pass


@lru_cache(maxsize=16)
def _read(image: str) -> Picture:
    try:
        content = base64.b64decode(image, validate=True)
    except binascii.Error as error:
        raise ValueError(image[:20]) from error
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        if max(opened.size) > LARGEST_SIDE:
            raise _TooLarge()
        is_upright = opened.getexif().get(_ORIENTATION, 1) in _UPRIGHT
        opened.load()
        if opened.format == "JPEG" and is_upright and opened.mode in ("L", "RGB"):
            return Picture(*opened.size, 1 if opened.mode == "L" else 3, "DCTDecode", content)
        return _deflated(ImageOps.exif_transpose(opened))


def _deflated(drawn: Image.Image) -> Picture:
    mask = b""
    if drawn.has_transparency_data:
        with_alpha = drawn.convert("RGBA")
        alpha = with_alpha.getchannel("A").tobytes()
        mask = zlib.compress(alpha, 6) if alpha.strip(b"\xff") else b""
        drawn = with_alpha
    plain = drawn.convert("L" if drawn.mode in ("1", "L", "LA") else "RGB")
    return Picture(*plain.size, 1 if plain.mode == "L" else 3, "FlateDecode", zlib.compress(plain.tobytes(), 6), mask)
