"""The typefaces of the paper: which face has a character, how wide it is, and its form in a vertical line.

A character is looked for in each face of a family in turn, so that a rare name kanji is drawn from the next face
instead of leaving a hole. Lengths are in em.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import uharfbuzz as hb

from app.domain.cards import Typeface
from app.paths import resource

_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_PLAIN = re.compile("[ -~À-ɏ\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff00-\uffef\U00020000-\U0003ffff]*")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANKS = {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " "}


class Glyph:
    """One drawn character. `code` is its two bytes in hexadecimal, as the content of a page names it.

    `width` is its advance along a horizontal line. In a vertical line it is drawn at (`dx`, `dy`) from the top centre of
    its cell and moves on by `height`.
    """

    __slots__ = ("code", "dx", "dy", "face", "gid", "height", "text", "width")

    def __init__(self, face: Face, gid: int, text: str, width: float, *, dx: float = 0.0, dy: float = 0.0, height: float = 1.0) -> None:
        self.face = face
        self.gid = gid
        self.text = text
        self.width = width
        self.dx = dx
        self.dy = dy
        self.height = height
        self.code = f"{gid:04X}"


class Face:
    """One font file."""

    def __init__(self, name: str) -> None:
        self.name: Final = name
        self._blob = hb.Blob.from_file_path(str(resource("fonts", f"{name}.ttf")))
        self.hb_face: Any = hb.Face(self._blob)
        self._font: Any = hb.Font(self.hb_face)
        self.upem = int(self.hb_face.upem)
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender / self.upem
        self.descent = extents.descender / self.upem

    def horizontal(self, cluster: str) -> Glyph | None:
        """The glyph of one character with its variation selector, if there is one; None when the face lacks it."""
        gid = self._find(cluster)
        return None if gid is None else Glyph(self, gid, cluster, self._font.get_glyph_h_advance(gid) / self.upem)

    def vertical(self, cluster: str) -> Glyph | None:
        if self._find(cluster) is None:
            return None
        buffer = hb.Buffer()
        buffer.add_str(cluster)
        buffer.direction, buffer.script, buffer.language = "ttb", "Hani", "ja"
        hb.shape(self._font, buffer, {"vert": True})
        gid = buffer.glyph_infos[0].codepoint
        place = buffer.glyph_positions[0]
        width = self._font.get_glyph_h_advance(gid) / self.upem
        return Glyph(
            self, gid, cluster, width, dx=place.x_offset / self.upem, dy=place.y_offset / self.upem, height=-place.y_advance / self.upem
        )

    def width_of(self, gid: int) -> int:
        """Advance in thousandths of an em."""
        advance: int = self._font.get_glyph_h_advance(gid)
        return round(advance * 1000 / self.upem)

    def bounding_box(self) -> tuple[int, int, int, int]:
        return (-1000, round(self.descent * 1000) - 200, 2500, round(self.ascent * 1000) + 200)

    def _find(self, cluster: str) -> int | None:
        if len(cluster) == 1:
            found = self._font.get_nominal_glyph(ord(cluster))
        elif len(cluster) == 2 and is_variation_selector(cluster[1]):
            found = self._font.get_variation_glyph(ord(cluster[0]), ord(cluster[1]))
        else:
            return None
        return int(found) if found else None


class Family:
    """Faces asked in turn for every character; found glyphs are kept. `lying` sets words that lie on their side."""

    def __init__(self, names: tuple[str, ...], lying: Family | None = None) -> None:
        self.lying: Final = lying or self
        self.faces: Final = tuple(face(name) for name in names)
        self._horizontal: dict[str, Glyph | None] = {}
        self._vertical: dict[str, Glyph | None] = {}

    def horizontal(self, cluster: str) -> Glyph | None:
        try:
            return self._horizontal[cluster]
        except KeyError:
            found = self._horizontal[cluster] = self._first(cluster, vertical=False)
            return found

    def vertical(self, cluster: str) -> Glyph | None:
        try:
            return self._vertical[cluster]
        except KeyError:
            found = self._vertical[cluster] = self._first(cluster, vertical=True)
            return found

    def glyphs(self, text: str) -> list[Glyph]:
        """Horizontal glyphs of a line; a character that no face has is left out (the check list names it before)."""
        signs = text if _PLAIN.fullmatch(text) else tuple(clusters(text))
        known = self._horizontal
        try:
            found = [known[sign] for sign in signs]
        except KeyError:
            found = [self.horizontal(sign) for sign in signs]
        return [glyph for glyph in found if glyph is not None]

    def width(self, text: str) -> float:
        return sum(glyph.width for glyph in self.glyphs(text))

    def missing(self, text: str) -> str:
        """The characters of `text` that no face of the family has, each once, in order."""
        lacking = (cluster for cluster in clusters(text) if cluster != "\n" and self.horizontal(cluster) is None)
        return "".join(dict.fromkeys(lacking))

    def _first(self, cluster: str, *, vertical: bool) -> Glyph | None:
        # A variant that no face knows is drawn in its usual form: a readable name is better than a hole.
        for form in (cluster, cluster[0]):
            for one in self.faces:
                glyph = one.vertical(form) if vertical else one.horizontal(form)
                if glyph is not None:
                    glyph.text = cluster
                    return glyph
        return None


def is_variation_selector(char: str) -> bool:
    return any(ord(char) in block for block in _VARIATION_SELECTORS)


def clusters(text: str) -> Iterator[str]:
    """Characters with what belongs to them: variation selectors stay, kana and their separate voicing marks become one.

    Characters without a shape are dropped, blanks of all widths but the full one become one blank.
    """
    if _PLAIN.fullmatch(text):
        yield from text
        return
    held = ""
    for char in text:
        if held and (is_variation_selector(char) or unicodedata.combining(char)):
            held += char
            continue
        if held:
            yield from _joined(held)
        held = "" if char in _INVISIBLE or (char < " " and char not in "\t\n") else _BLANKS.get(char, char)
    if held:
        yield from _joined(held)


def _joined(cluster: str) -> Iterator[str]:
    if len(cluster) == 1:
        yield cluster
    elif is_variation_selector(cluster[1]):
        yield cluster[:2]
    else:
        # Only marks that stand apart are put together; the kanji themselves are never normalised.
        yield from unicodedata.normalize("NFC", cluster)


@cache
def face(name: str) -> Face:
    return Face(name)


@cache
def family(typeface: Typeface) -> Family:
    """For running text: proportional kana."""
    if typeface is Typeface.MINCHO:
        return Family(("BIZUDPMincho-Regular", "NotoSerifJP-Regular", "NotoSansJP-Regular"))
    return Family(("BIZUDPGothic-Regular", "NotoSansJP-Regular", "NotoSerifJP-Regular"))


@cache
def vertical_family(typeface: Typeface) -> Family:
    """For vertical lines: every character in a full cell where such a face is there."""
    if typeface is Typeface.MINCHO:
        return Family(("BIZUDMincho-Regular", "NotoSerifJP-Regular", "NotoSansJP-Regular"), family(Typeface.MINCHO))
    return family(Typeface.GOTHIC)


@cache
def bold_family() -> Family:
    return Family(("BIZUDPGothic-Bold", "NotoSansJP-Bold", "NotoSansJP-Regular"))


def missing_characters(text: str) -> str:
    """The characters that no bundled font has, each once, in order."""
    lacking = set(family(Typeface.GOTHIC).missing(text))
    return "".join(char for char in family(Typeface.MINCHO).missing(text) if char in lacking)
