"""Files that were made to hurt whoever opens them, as large as they say they are."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from PIL import Image
from pypdf import PdfWriter

_ENDLESS = 300_000_000


def huge_png(side: int = 10_000) -> bytes:
    """A hundred million dots that all can be unpacked."""
    return _stored(Image.new("L", (side, side), 255), "PNG")


def bomb_tiff(side: int = 30_000) -> bytes:
    """Nine hundred million dots in strips of some bytes each."""
    rows = 500
    strip = zlib.compress(bytes(side * rows), 9)
    count = side // rows
    places = [8 + number * len(strip) for number in range(count)]
    end = 8 + count * len(strip)
    entries = [(256, 4, 1, side), (257, 4, 1, side), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1), (273, 4, count, end)]
    entries += [(277, 3, 1, 1), (278, 4, 1, rows), (279, 4, count, end + 4 * count)]
    lists = struct.pack(f"<{count}I", *places) + struct.pack(f"<{count}I", *[len(strip)] * count)
    table = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
    return b"II*\x00" + struct.pack("<I", end + len(lists)) + strip * count + lists + table


def bomb_within() -> bytes:
    """A TIFF of harmless size whose one strip goes on for ever when it is unpacked."""
    strip = zlib.compress(bytes(_ENDLESS), 9)
    entries = [(256, 4, 1, 2_000), (257, 4, 1, 2_000), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1), (273, 4, 1, 8)]
    entries += [(277, 3, 1, 1), (278, 4, 1, 2_000), (279, 4, 1, len(strip))]
    table = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
    return b"II*\x00" + struct.pack("<I", 8 + len(strip)) + strip + table


def wordy_png() -> bytes:
    """A small picture with a book of blanks beside it."""
    plain = _stored(Image.new("L", (300, 300), 255), "PNG")
    words = b"Comment\x00\x00" + zlib.compress(b" " * _ENDLESS, 9)
    chunk = struct.pack(">I", len(words)) + b"zTXt" + words + struct.pack(">I", zlib.crc32(b"zTXt" + words))
    return plain[:33] + chunk + plain[33:]


def many_pages(count: int) -> bytes:
    writer = PdfWriter()
    for _page in range(count):
        writer.add_blank_page(595, 842)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def endless_pdf(side: int = 22_000) -> bytes:
    """A page whose picture has more dots than the reading process has memory."""
    packing = zlib.compressobj(1)
    dots = b"".join(packing.compress(bytes(side * 50)) for _part in range(side // 50)) + packing.flush()
    picture = (
        f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
    )
    act = b"q 595 0 0 842 0 0 cm /One Do Q"
    page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /One 5 0 R >> >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", f"<< {page} >>".encode()]
    objects += [_stream("", act), _stream(picture, dots)]
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()
    return body + head + table + end


def _stream(told: str, content: bytes) -> bytes:
    return f"<< {told} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def cut_jpeg() -> bytes:
    whole = _stored(Image.fromarray(np.random.default_rng(1).integers(0, 255, (1_200, 900), dtype=np.uint8)), "JPEG")
    return whole[: len(whole) // 3]


def _stored(picture: Image.Image, kind: str) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind)
    return target.getvalue()
