"""What lies on a code or over words is told; what only surrounds them is not."""

from __future__ import annotations

import base64
import io
from dataclasses import replace

import pytest
from PIL import Image

from app.domain.cards import CardText
from app.domain.offers import NO_OFFER
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind
from app.printing.shipped import shipped_templates
from app.printing.template_compose import compose
from app.printing.template_overlaps import Overlap, overlaps_of
from app.printing.template_read import compile_template_page
from app.reports.designs import sample_recipient
from tests.unit.template_samples import job_of

CODE = Element(ElementKind.CODE, "code", Frame(80, 125, 14, 19))
WORDS = Element(ElementKind.TEXT, "words", Frame(10, 40, 80, 30), text="お元気ですか。またお越しください。", size=12)


def photo() -> str:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "#204060").save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def found(*elements: Element) -> list[Overlap]:
    template = Template("t", "ja", TemplateKind.CARD, "重なり", "はがき", elements)
    person = sample_recipient("ja")
    sides = compose(compile_template_page(template, frozenset(person.fields)), person, job_of(template))
    return [one for side in sides for one in overlaps_of(side)]


AROUND = Frame(70, 115, 25, 25)


@pytest.mark.parametrize(
    "soiling",
    [
        Element(ElementKind.IMAGE, "x", AROUND, image=photo()),
        Element(ElementKind.ART, "x", Frame(60, 110, 40, 38), art="maple_band"),
        Element(ElementKind.RECTANGLE, "x", AROUND, fill="#A9430F"),
        Element(ElementKind.RECTANGLE, "x", Frame(85, 120, 20, 20), stroke="#000000"),
        Element(ElementKind.LINE, "x", Frame(60, 132, 40, 0)),
        replace(WORDS, name="x", frame=Frame(60, 128, 38, 12)),
    ],
)
def test_what_soils_the_ground_of_a_code_is_told_below_and_above_it(soiling: Element) -> None:
    assert found(soiling, CODE) == [Overlap("code", "x", is_code=True)]
    assert found(CODE, soiling)[0] == Overlap("code", "x", is_code=True)


def test_light_ground_serves_a_code_and_covers_it_from_above() -> None:
    ground = Element(ElementKind.RECTANGLE, "ground", Frame(70, 115, 30, 33), fill="#FFFFFF")
    photo_below = Element(ElementKind.IMAGE, "photo", AROUND, image=photo())
    assert found(ground, CODE) == found(photo_below, ground, CODE) == []
    assert found(CODE, ground) == [Overlap("code", "ground", is_code=True)]


def test_a_frame_around_a_code_is_no_harm() -> None:
    assert found(Element(ElementKind.RECTANGLE, "frame", Frame(70, 115, 28, 31), stroke="#000000"), CODE) == []


@pytest.mark.parametrize(
    "cover",
    [
        Element(ElementKind.IMAGE, "x", Frame(10, 40, 40, 20), image=photo()),
        Element(ElementKind.RECTANGLE, "x", Frame(0, 30, 100, 30), fill="#FFFFFF"),
        Element(ElementKind.ART, "x", Frame(5, 32, 60, 30), art="maple_band"),
    ],
)
def test_words_under_a_picture_are_told_and_words_over_it_are_not(cover: Element) -> None:
    assert found(WORDS, cover) == [Overlap("words", "x", is_code=False)]
    assert found(cover, WORDS) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_lies_on_anything_in_the_templates_of_the_program(language: str) -> None:
    for template in shipped_templates(language):
        person = sample_recipient(language)
        for offer in ("", "10%"):
            job = replace(job_of(template), text=CardText(offer=offer), offer=NO_OFFER)
            pages = compile_template_page(template, frozenset(person.fields))
            assert [one for side in compose(pages, person, job) for one in overlaps_of(side)] == [], template.key
