"""Files as scanners, telephones and mischief make them."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfWriter

from app.domain.survey_pages import FileTooLarge, PictureTooLarge, PictureUnreadable, ScanError, TooManyPages
from app.scanning.pictures import MOST_BYTES, MOST_DOTS, MOST_PAGES, open_kept, open_pictures, pictures_in

SLOPE = np.tile(np.linspace(20, 240, 600, dtype=np.uint8), (400, 1))


def picture(mode: str = "L") -> Image.Image:
    return Image.fromarray(SLOPE).convert(mode)


def first_page(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    pictures = open_pictures(path)
    try:
        return pictures.gray(0)
    finally:
        pictures.close()


@pytest.mark.parametrize(("suffix", "mode"), [("png", "L"), ("png", "RGB"), ("png", "RGBA"), ("png", "P"), ("tif", "L"), ("tif", "CMYK")])
def test_pictures_become_gray(suffix: str, mode: str, tmp_path: Path) -> None:
    picture(mode).save(tmp_path / f"sheet.{suffix}")
    seen = first_page(tmp_path / f"sheet.{suffix}")
    assert seen.shape == SLOPE.shape
    assert np.abs(seen.astype(int) - SLOPE).mean() < 12


def test_what_is_clear_in_a_picture_is_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    assert first_page(tmp_path / "clear.png").min() == 255


def test_a_jpeg_stands_upright_as_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture().save(tmp_path / "telephone.jpg", exif=exif)
    seen = first_page(tmp_path / "telephone.jpg")
    assert seen.shape == SLOPE.T.shape
    assert seen[0].mean() < 40 < 220 < seen[-1].mean()


def test_black_and_white_has_two_grays(tmp_path: Path) -> None:
    picture().convert("1", dither=Image.Dither.NONE).save(tmp_path / "fax.tif", compression="group4")
    assert set(np.unique(first_page(tmp_path / "fax.tif"))) == {0, 255}


def test_deep_gray_keeps_its_steps(tmp_path: Path) -> None:
    Image.fromarray(SLOPE.astype(np.uint16) * 256).save(tmp_path / "deep.png")
    assert np.abs(first_page(tmp_path / "deep.png").astype(int) - SLOPE).max() <= 1


def test_every_page_of_a_tiff_is_there(tmp_path: Path) -> None:
    pages = [Image.fromarray(np.full((100, 80), gray, np.uint8)) for gray in (10, 100, 200)]
    pages[0].save(tmp_path / "pile.tif", save_all=True, append_images=pages[1:])
    pictures = open_pictures(tmp_path / "pile.tif")
    assert [int(pictures.gray(page).mean()) for page in (2, 0, 1)] == [200, 10, 100]
    assert pictures.pages == 3


def test_every_page_of_a_pdf_is_drawn(tmp_path: Path) -> None:
    pages = [Image.fromarray(np.full((1_100, 800), gray, np.uint8)) for gray in (10, 200)]
    pages[0].save(tmp_path / "pile.pdf", save_all=True, append_images=pages[1:], resolution=100)
    pictures = open_pictures(tmp_path / "pile.pdf")
    assert [round(float(pictures.gray(page).mean()), -1) for page in range(pictures.pages)] == [10, 200]
    assert pictures.gray(0).shape == (2_200, 1_600)
    pictures.close()


def test_a_page_of_a_metre_is_drawn_no_larger_than_needed(tmp_path: Path) -> None:
    picture().save(tmp_path / "large.pdf", resolution=5)
    assert max(first_page(tmp_path / "large.pdf").shape) == 3_000


def test_very_fine_scans_are_halved(tmp_path: Path) -> None:
    Image.new("L", (5_000, 6_000), 128).save(tmp_path / "fine.jpg")
    assert first_page(tmp_path / "fine.jpg").shape == (3_000, 2_500)


def test_a_picture_that_was_kept_is_opened_again() -> None:
    kept = io.BytesIO()
    picture().save(kept, "JPEG")
    assert open_kept(kept.getvalue(), "kept").gray(0).shape == SLOPE.shape


def png_of(width: int, height: int) -> bytes:
    """One that says it is so large, and is empty."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(bytes(1_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def tiff_of(width: int, height: int) -> bytes:
    """A bomb: a header and a strip of almost nothing."""
    entries = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1)]
    entries += [(278, 4, 1, height), (279, 4, 1, 20)]
    table = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
    return b"II*\x00" + struct.pack("<I", 28) + zlib.compress(bytes(100))[:20].ljust(20, b"\0") + table


def pdf_of(pages: int) -> bytes:
    writer, written = PdfWriter(), io.BytesIO()
    for _page in range(pages):
        writer.add_blank_page(595, 842)
    writer.write(written)
    return written.getvalue()


def jpeg_cut() -> bytes:
    written = io.BytesIO()
    picture().save(written, "JPEG")
    return written.getvalue()[:900]


HOSTILE: dict[str, tuple[bytes, type[ScanError]]] = {
    "huge.png": (png_of(10_000, 10_000), PictureTooLarge),
    "endless.png": (png_of(300_000, 300_000), PictureTooLarge),
    "hollow.png": (png_of(400, 400), PictureUnreadable),
    "bomb.tif": (tiff_of(40_000, 40_000), PictureTooLarge),
    "small-bomb.tif": (tiff_of(400, 400), PictureUnreadable),
    "broken.pdf": (b"%PDF-1.7\nthis is no document", PictureUnreadable),
    "thousand.pdf": (pdf_of(1_000), TooManyPages),
    "cut.jpg": (jpeg_cut(), PictureUnreadable),
    "words.jpg": (b"no picture at all", PictureUnreadable),
    "empty.png": (b"", PictureUnreadable),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_good_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    content, reason = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(reason) as refused:
        first_page(tmp_path / name)
    assert name in str(refused.value)


def test_limits_are_told() -> None:
    assert (MOST_DOTS, MOST_PAGES, MOST_BYTES) == (50_000_000, 500, 600_000_000)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as written:
        written.truncate(MOST_BYTES + 1)
    with pytest.raises(FileTooLarge):
        open_pictures(tmp_path / "large.pdf")


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PictureUnreadable):
        open_pictures(tmp_path / "gone.png")


def test_a_tiff_with_too_many_pages_is_refused(tmp_path: Path) -> None:
    page = Image.new("1", (4, 4))
    page.save(tmp_path / "pile.tif", save_all=True, append_images=[page] * MOST_PAGES)
    with pytest.raises(TooManyPages):
        open_pictures(tmp_path / "pile.tif")


def test_a_folder_shows_what_may_hold_sheets(tmp_path: Path) -> None:
    for name in ("b.PDF", "a.jpeg", "c.txt", ".hidden.png", "d.Tif"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "folder.png").mkdir()
    assert [path.name for path in pictures_in(tmp_path)] == ["a.jpeg", "b.PDF", "d.Tif"]
