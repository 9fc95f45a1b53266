"""A PDF that is written as its pages come: reportlab's objects, whole fonts of two-byte codes cut down to what was drawn.

The same calls give the same bytes. Finished pages leave memory at once.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, BinaryIO

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from app.printing.fonts import Face, Glyph
from app.printing.template_pictures import Picture

_PDF_VERSION = (1, 7)
_LEVEL = 6
_BEGINS_AT_ONCE = 4096
_KIDS_IN_LINE = 10
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "DSIG", "vhea", "vmtx", "VORG", "STAT", "meta", "name", "post", "OS/2", "gasp", "cmap")


class PdfFile:
    """Pages of one document; nothing may follow `done()`. `notes_places`: whether it matters to somebody where things lie."""

    def __init__(self, out: BinaryIO, title: str, language: str = "ja", *, notes_places: bool = True) -> None:
        self.notes_places = notes_places
        self._out = out
        self._offset = 0
        # Where each object begins, by its number; 0 while it is not written. Bare numbers: a long run has tens of thousands.
        self._begins = array("Q", [0])
        self._page_numbers = array("Q")
        self._pages_entries: dict[tuple[float, float], bytes] = {}
        self._digest = hashlib.sha256()
        self._document = pdfdoc.PDFDocument(invariant=1, compression=1, lang=language, pdfVersion=_PDF_VERSION)
        self._document.setTitle(title)
        self._document.setCreator("Okaeri")
        self._document.setProducer("Okaeri")
        self._document.setAuthor("")
        self._document.setSubject("")
        self._fonts: dict[str, EmbeddedFont] = {}
        # The gaps and operators of lines that were drawn: what stands at the same place on many pages is put together once.
        self.kept_lines: dict[tuple[object, ...], tuple[Sequence[float], str]] = {}
        self._x_objects: dict[str, Any] = {}
        self._resources = self._document.Reference(pdfdoc.PDFDictionary({}), "okaeri.resources")
        self._emit(pdfdoc.PDFFile(_PDF_VERSION).format(self._document))

    def font(self, face: Face) -> EmbeddedFont:
        """The font of a face in this document; whoever draws notes the glyphs in it."""
        found = self._fonts.get(face.name)
        if found is None:
            found = self._fonts[face.name] = EmbeddedFont(f"F{len(self._fonts)}", face)
        return found

    @property
    def pages(self) -> int:
        """How many were added so far: the number of the next one, from 0."""
        return len(self._page_numbers)

    def add_form(self, name: str, content: bytes, width: float, height: float) -> None:
        """Art that many pages show with `/name Do`; sizes in points."""
        stream = _stream(content, Type=pdfdoc.PDFName("XObject"), Subtype=pdfdoc.PDFName("Form"))
        stream.dictionary["BBox"] = pdfdoc.PDFArray([0, 0, width, height])
        stream.dictionary["Resources"] = self._resources
        self._x_objects[name] = self.write_object(stream, f"okaeri.form.{name}")

    def add_picture(self, name: str, picture: Picture) -> None:
        """A picture that many pages show with `/name Do` in a square of one unit."""
        entries = _picture_entries(picture.width, picture.height, picture.colours)
        if picture.mask:
            mask = _packed(picture.mask, "FlateDecode", **_picture_entries(picture.width, picture.height, 1))
            entries["SMask"] = self.write_object(mask, f"okaeri.mask.{name}")
        stream = _packed(picture.content, picture.packing, **entries)
        self._x_objects[name] = self.write_object(stream, f"okaeri.picture.{name}")

    def has_form(self, name: str) -> bool:
        return name in self._x_objects

    def add_page(self, content: bytes, width: float, height: float) -> None:
        """One page of a size in points."""
        document = self._document
        packed = zlib.compress(content, _LEVEL)
        own = document.objectcounter + 1
        page = document.objectcounter = own + 1
        self._begin(own)
        self._emit(b"%d 0 obj\n<<\n/Filter /FlateDecode /Length %d\n>>\nstream\n%bendstream\nendobj\n" % (own, len(packed), packed))
        self._begin(page)
        self._emit(b"%d 0 obj\n<<\n/Contents %d 0 R %b\n>>\nendobj\n" % (page, own, self._page_entries(width, height)))
        self._page_numbers.append(page)

    def done(self, between: Callable[[], None] = lambda: None) -> None:
        """Write what the pages need; `between` is called before each font."""
        fonts = {}
        for font in self._fonts.values():
            between()
            fonts[font.name] = font.write(self)
        resources = self._document.idToObject["okaeri.resources"]
        resources["Font"] = pdfdoc.PDFDictionary(fonts)
        resources["XObject"] = pdfdoc.PDFDictionary(self._x_objects)
        catalog = self._document.Catalog
        catalog.Outlines = None
        catalog.ViewerPreferences = pdfdoc.PDFDictionary({"PrintScaling": "/None", "PickTrayByPDFSize": "true"})
        self._document.info.invariant = 1
        root = self._document.Reference(catalog)
        info = self._document.Reference(self._document.info)
        pages = self._number_of(self._document.Reference(self._document.Pages).name)
        number = 0
        while number < self._document.objectcounter:
            number += 1
            if number == pages:
                self._begin(number)
                self._emit(self._page_tree(number))
            elif not self._is_written(number):
                self._flush(self._document.numberToId[number])
        self._finish(root, info)

    def write_object(self, thing: Any, name: str) -> Any:
        """Write one finished object now; the reference to it."""
        reference = self._document.Reference(thing, name)
        self._flush(name)
        return reference

    def _flush(self, name: str) -> None:
        document = self._document
        number = self._number_of(name)
        if self._is_written(number):
            return
        written = pdfdoc.PDFIndirectObject(name, document.idToObject[name]).format(document)
        self._begin(number)
        self._emit(pdfdoc.pdfdocEnc(written))
        document.idToObject[name] = None

    def _page_entries(self, width: float, height: float) -> bytes:
        """What all pages of a size say of themselves."""
        found = self._pages_entries.get((width, height))
        if found is None:
            document = self._document
            box = pdfdoc.format(pdfdoc.PDFArray([0, 0, width, height]), document)
            tree, resources = (pdfdoc.format(document.Reference(one), document) for one in (document.Pages, self._resources))
            found = self._pages_entries[(width, height)] = b"/MediaBox %b /Parent %b /Resources %b /Type /Page" % (box, tree, resources)
        return found

    def _page_tree(self, number: int) -> bytes:
        lines = (self._page_numbers[first : first + _KIDS_IN_LINE] for first in range(0, self.pages, _KIDS_IN_LINE))
        kids = b" \n  ".join([b" ".join([b"%d 0 R" % page for page in line]) for line in lines])
        return b"%d 0 obj\n<<\n/Count %d /Kids [ %b ] /Type /Pages\n>>\nendobj\n" % (number, self.pages, kids)

    def _number_of(self, name: str) -> int:
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def _is_written(self, number: int) -> bool:
        return number < len(self._begins) and self._begins[number] > 0

    def _begin(self, number: int) -> None:
        """An object of this number is written next."""
        self._begins.extend([0] * (number + 1 - len(self._begins)))
        self._begins[number] = self._offset

    def _emit(self, content: bytes) -> None:
        self._out.write(content)
        self._offset += len(content)
        self._digest.update(content)

    def _finish(self, root: Any, info: Any) -> None:
        document = self._document
        start = self._offset
        size = len(self._begins)
        self._emit(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for first in range(1, size, _BEGINS_AT_ONCE):
            self._emit(b"".join([b"%010d 00000 n \n" % begin for begin in self._begins[first : first + _BEGINS_AT_ONCE]]))
        mark = self._digest.hexdigest()[:32]
        trailer = pdfdoc.PDFTrailer(startxref=start, Size=size, Root=root, Info=info, ID=f"[<{mark}><{mark}>]")
        self._emit(trailer.format(document))


class EmbeddedFont:
    """The glyphs of one face that a document drew, and what each of them says."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self._texts: dict[int, str] = {}
        self._told: set[Glyph] = set()

    def use(self, glyph: Glyph) -> bool:
        """Note a glyph; False when the document already reads it as another text."""
        return self._texts.setdefault(glyph.gid, glyph.text) == glyph.text

    def use_all(self, glyphs: Sequence[Glyph]) -> bool:
        """Note the glyphs of a line; False when the document already reads one of them as another text."""
        if self._told.issuperset(glyphs):
            return True
        told = [glyph for glyph in glyphs if self.use(glyph)]
        self._told.update(told)
        return len(told) == len(glyphs)

    def write(self, file: PdfFile) -> Any:
        gids = sorted(self._texts)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(repr((self.face.name, gids)).encode()).digest()[:6])
        base = f"/{tag}+{self.face.name}"
        outlines = _subset(self.face, gids)
        program = file.write_object(_stream(outlines, Length1=len(outlines)), f"okaeri.{self.name}.program")
        descriptor = file.write_object(self._descriptor(base, program), f"okaeri.{self.name}.descriptor")
        widths: list[Any] = []
        for gid in gids:
            widths += [gid, pdfdoc.PDFArray([self.face.width_of(gid)])]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": base,
                "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                "FontDescriptor": descriptor,
                "CIDToGIDMap": "/Identity",
                "DW": 1000,
                "W": pdfdoc.PDFArray(widths),
            }
        )
        parts = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([file.write_object(descendant, f"okaeri.{self.name}.descendant")]),
            "ToUnicode": file.write_object(_stream(_to_unicode(self._texts)), f"okaeri.{self.name}.unicode"),
        }
        return file.write_object(pdfdoc.PDFDictionary(parts), f"okaeri.{self.name}")

    def _descriptor(self, base: str, program: Any) -> Any:
        face = self.face
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": base,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(face.bounding_box())),
                "ItalicAngle": 0,
                "Ascent": round(face.ascent * 1000),
                "Descent": round(face.descent * 1000),
                "CapHeight": 740,
                "StemV": 80,
                "FontFile2": program,
            }
        )


def _subset(face: Face, gids: Iterable[int]) -> bytes:
    """The face with only these outlines; glyph numbers stay, so pages can be written before the font."""
    plan = hb.SubsetInput()
    plan.sets(hb.SubsetInputSets.GLYPH_INDEX).update(set(gids))
    plan.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update({_tag(name) for name in _DROPPED_TABLES})
    flags = hb.SubsetFlags
    plan.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    return bytes(hb.subset(face.hb_face, plan).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode("ascii"), "big")


def _stream(content: bytes, **entries: Any) -> Any:
    return _packed(zlib.compress(content, _LEVEL), "FlateDecode", **entries)


def _packed(content: bytes, packing: str, **entries: Any) -> Any:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({**entries, "Filter": f"/{packing}"}), content, filters=[])


def _picture_entries(width: int, height: int, colours: int) -> dict[str, Any]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "ColorSpace": "/DeviceGray" if colours == 1 else "/DeviceRGB",
        "BitsPerComponent": 8,
    }


def _to_unicode(texts: dict[int, str]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = [f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for gid, text in sorted(texts.items())]
    for first in range(0, len(pairs), 100):
        block = pairs[first : first + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
