"""Logos, photographs and maps: what a file says is what the paper shows."""

from __future__ import annotations

import base64
import io
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from app.domain.templates import Element, ElementKind, Frame, PicturesTooLarge, PictureTooLarge, PictureUnreadable
from app.printing.preview import preview_pages
from app.printing.template_pictures import FINE_SIDE, Picture, dots_of, picture_file, read_picture
from app.printing.template_read import compile_template_page
from tests.unit.template_samples import CARD, PERSON, job_of

GREEN = (63, 107, 85)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def read(image: Image.Image, kind: str = "PNG", **options: Any) -> Picture:
    return read_picture(encoded(saved(image, kind, **options)), "picture")


def shades(picture: Picture) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.frombuffer(zlib.decompress(picture.content), np.uint8).reshape(picture.height, picture.width, picture.colours)


def corner_turned(number: int) -> bytes:
    """A photograph, dark in what is the upper left corner once it is turned as its camera says."""
    upright = Image.new("RGB", (80, 60), "white")
    upright.paste((0, 0, 0), (0, 0, 30, 20))
    back = {1: None, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270, 2: 0}[number]
    exif = Image.Exif()
    exif[0x0112] = number
    return saved(upright if back is None else upright.transpose(Image.Transpose(back)), "JPEG", quality=95, exif=exif)


def printed(image: str) -> Image.Image:
    """The part of a card where the picture stands."""
    element = Element(ElementKind.IMAGE, "picture", Frame(10, 10, 80, 60), image=image)
    (page,) = preview_pages(PERSON, job_of(CARD.with_elements([element])), 400)[:1]
    return Image.frombytes("RGBA", (page.width, page.height), page.rgba).convert("RGB").crop((40, 40, 360, 280))


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16).reshape(1, 256)
    picture = read(Image.fromarray(ramp))
    assert picture.colours == 1
    assert np.abs(shades(picture)[0, :, 0].astype(int) - np.arange(256)).max() <= 1


def test_a_shade_of_sixteen_bits_that_stands_for_nothing_is_seen_through() -> None:
    content = saved(Image.fromarray(np.array([[0, 30000, 65535]], np.uint16)), "PNG")
    # The chunk that names the shade, before the dots.
    chunk = b"tRNS" + (30000).to_bytes(2, "big")
    told = len(chunk[4:]).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    at = content.index(b"IDAT") - 4
    picture = read_picture(encoded(content[:at] + told + content[at:]), "map")
    assert list(zlib.decompress(picture.mask)) == [255, 0, 255]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_seen_through_stays_so(mode: str) -> None:
    image = Image.new("RGBA", (4, 2), (*GREEN, 255))
    image.putpixel((0, 0), (0, 0, 0, 0))
    options: dict[str, Any] = {}
    drawn = image.convert(mode) if mode != "P" else image.convert("RGB").quantize(4)
    if mode == "P":
        options["transparency"] = drawn.getpixel((0, 0))
    picture = read(drawn, **options)
    assert list(zlib.decompress(picture.mask)) == [0, *[255] * 7]


def test_a_picture_that_nothing_shines_through_has_no_mask() -> None:
    assert read(Image.new("RGBA", (4, 2), (*GREEN, 255))).mask == b""


def test_the_paper_shows_through_a_logo() -> None:
    image = Image.new("RGBA", (80, 60), (0, 0, 0, 0))
    image.paste((*GREEN, 255), (40, 0, 80, 60))
    shown = printed(encoded(saved(image, "PNG")))
    assert shown.getpixel((80, 120)) == (255, 255, 255)
    assert _near(shown.getpixel((240, 120)), GREEN)


def test_a_photograph_is_put_in_as_it_is() -> None:
    content = saved(Image.new("RGB", (60, 40), GREEN), "JPEG", progressive=True)
    picture = read_picture(encoded(content), "photo")
    assert (picture.packing, picture.content) == ("DCTDecode", content)
    assert base64.b64decode(picture_file(content, "photo.jpg")) == content


@pytest.mark.parametrize("number", [1, 3, 6, 8, 2])
def test_a_photograph_stands_as_its_camera_says(number: int) -> None:
    content = corner_turned(number)
    for image in (encoded(content), picture_file(content, "photo.jpg")):
        shown = printed(image)
        assert max(shown.getpixel((60, 40))) < 60  # type: ignore[arg-type]
        assert min(shown.getpixel((200, 200))) > 200  # type: ignore[arg-type]


def test_inks_of_a_printers_file_become_the_colours_they_stand_for() -> None:
    inks = Image.new("CMYK", (80, 60), (200, 40, 120, 20))
    wanted = inks.convert("RGB").getpixel((0, 0))
    content = saved(inks, "JPEG", quality=95)
    picture = read_picture(encoded(content), "flyer")
    assert picture.colours == 3
    assert _near(tuple(int(one) for one in shades(picture)[30, 40]), wanted, 6)
    with Image.open(io.BytesIO(base64.b64decode(picture_file(content, "flyer.jpg")))) as kept:
        assert kept.mode == "RGB"
    for image in (encoded(content), picture_file(content, "flyer.jpg")):
        assert _near(printed(image).getpixel((160, 120)), wanted, 8)


def test_a_profile_of_inks_that_cannot_be_read_is_no_reason_to_refuse_the_picture() -> None:
    inks = Image.new("CMYK", (8, 6), (200, 40, 120, 20))
    for profile in (b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()):
        assert _near(
            tuple(int(one) for one in shades(read(inks, "JPEG", quality=95, icc_profile=profile))[3, 4]),
            inks.convert("RGB").getpixel((0, 0)),
            6,
        )


def test_a_large_photograph_is_made_as_small_as_paper_needs() -> None:
    noise = np.random.default_rng(7).integers(0, 255, (30, 40, 3), np.uint8)
    content = saved(Image.fromarray(noise).resize((5200, 3900)), "JPEG")
    image = picture_file(content, "photo.jpg")
    picture = read_picture(image, "photo")
    assert (picture.packing, max(picture.width, picture.height)) == ("DCTDecode", FINE_SIDE)
    assert picture.width / picture.height == pytest.approx(4 / 3, abs=0.01)


def test_a_large_logo_stays_sharp_and_is_seen_through() -> None:
    logo = Image.new("RGBA", (4000, 1000), (0, 0, 0, 0))
    logo.paste((*GREEN, 255), (0, 0, 2000, 1000))
    picture = read_picture(picture_file(saved(logo, "PNG"), "logo.png"), "logo")
    assert (picture.width, picture.height, picture.packing) == (2400, 600, "FlateDecode")
    assert zlib.decompress(picture.mask).count(0) == pytest.approx(1200 * 600, rel=0.01)


def test_a_drawing_too_large_for_a_file_becomes_a_photograph_on_white() -> None:
    noise = np.random.default_rng(7).integers(0, 255, (1200, 1600, 4), np.uint8)
    noise[:100, :, 3] = 0
    picture = read_picture(picture_file(saved(Image.fromarray(noise), "PNG"), "map.png"), "map")
    assert picture.packing == "DCTDecode"
    with Image.open(io.BytesIO(picture.content)) as opened:
        assert opened.convert("L").getpixel((800, 20)) == 255


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"GIF89a\x01\x00\x01\x00", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"])
def test_a_file_that_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        picture_file(content, "flyer.pdf")


def test_a_file_that_would_fill_the_memory_is_refused_before_it_is_unpacked() -> None:
    bomb = saved(Image.new("1", (9000, 9000)), "PNG")
    with pytest.raises(PictureTooLarge):
        picture_file(bomb, "bomb.png")
    with pytest.raises(PictureTooLarge):
        read_picture(encoded(saved(Image.new("1", (5000, 5000)), "PNG")), "bomb")


def test_dots_are_counted_without_reading_them() -> None:
    assert dots_of(encoded(saved(Image.new("1", (5000, 4000)), "PNG"))) == 20_000_000
    assert dots_of("AAAA") == dots_of("") == dots_of("?") == 0


def test_all_pictures_of_a_template_have_so_many_dots_together() -> None:
    def pictures(count: int, *, same: bool) -> list[Element]:
        images = [encoded(saved(Image.new("1", (4000, 2000 + (0 if same else index))), "PNG")) for index in range(count)]
        return [Element(ElementKind.IMAGE, f"{index}", Frame(10, 10, 20, 20), image=image) for index, image in enumerate(images)]

    compile_template_page(CARD.with_elements(pictures(5, same=True)))
    with pytest.raises(PicturesTooLarge):
        compile_template_page(CARD.with_elements(pictures(4, same=False)))


def _near(one: Any, other: Any, tolerance: int = 3) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))
