"""Squares that lead to a page in the web: of any length, as large as their place, told when a telephone could not read them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import segno

from app.domain.templates import Element, ElementKind, Frame, Template
from app.printing.link_squares import QUIET, SMALLEST_SQUARE, link_rows
from app.printing.preview import preview_pages
from app.printing.template_compose import Side, compose
from app.printing.template_read import compile_template_page
from tests.unit.template_samples import CARD, PERSON, job_of

PLACE = Frame(20, 30, 30, 24)
PAGE = "https://example.jp/yoyaku?shop=12"


def with_link(address: str, frame: Frame = PLACE) -> Template:
    return CARD.with_elements([Element(ElementKind.LINK, "link", frame, text=address)])


def side_of(template: Template) -> Side:
    return compose(compile_template_page(template, frozenset(PERSON.fields)), PERSON, job_of(template))[0]


@pytest.mark.parametrize("address", [PAGE, "https://example.jp/" + "a" * 180, "https://example.jp/{{number}}", "https://例え.jp/予約"])
def test_the_squares_on_paper_are_those_of_the_address(address: str) -> None:
    """Every square is looked at in the middle, in a picture of 254 dots an inch."""
    shown = preview_pages(PERSON, job_of(with_link(address, Frame(20, 30, 60, 50))), 1000)[0]
    dark = np.frombuffer(shown.rgba, np.uint8).reshape(shown.height, shown.width, 4)[:, :, 1] < 128
    wanted = [
        bytes(row)
        for row in segno.make(address.replace("{{number}}", PERSON.key), error="m", micro=False, boost_error=False, encoding="utf-8").matrix
    ]
    square = 500 / (len(wanted) + 2 * QUIET)
    found = [
        bytes(
            int(dark[int(300 + (QUIET + row + 0.5) * square), int(250 + (QUIET + column + 0.5) * square)]) for column in range(len(wanted))
        )
        for row in range(len(wanted))
    ]
    assert found == wanted
    assert not dark[300 : 300 + int(QUIET * square) - 1, 250:750].any()


def test_white_lies_around_the_squares_also_over_a_drawing() -> None:
    dark_below = Element(ElementKind.RECTANGLE, "below", Frame(0, 0, 100, 100), fill="#000000")
    template = with_link(PAGE).with_elements((dark_below, *with_link(PAGE).elements))
    shown = preview_pages(PERSON, job_of(template), 1000)[0]
    green = np.frombuffer(shown.rgba, np.uint8).reshape(shown.height, shown.width, 4)[:, :, 1]
    assert (green[302:315, 240:460] > 200).all()
    assert green[310, 215] < 60


def test_without_an_address_nothing_stands_there() -> None:
    for empty in ("", "  ", "{{趣味}}"):
        side = compose(
            compile_template_page(with_link(empty), frozenset(PERSON.fields)),
            replace(PERSON, fields={"趣味": ""}),
            job_of(with_link(empty)),
        )[0]
        assert (side.boxes, side.overflows) == ({}, ())


def test_squares_too_fine_for_a_telephone_are_told() -> None:
    count = len(link_rows(PAGE)) + 2 * QUIET
    enough = count * SMALLEST_SQUARE + 0.01
    assert side_of(with_link(PAGE, Frame(10, 10, enough, enough))).overflows == ()
    assert side_of(with_link(PAGE, Frame(10, 10, enough, enough - 0.1))).overflows == ("link",)
    assert side_of(with_link("https://example.jp/" + "予約" * 2000)).overflows == ("link",)


def test_the_same_link_on_every_piece_is_drawn_once() -> None:
    assert [mark.element.name for mark in side_of(with_link(PAGE)).static] == ["link"]
    assert [mark.element.name for mark in side_of(with_link("https://example.jp/{{number}}")).marks] == ["link"]


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("pan-yokatta.jp/お店", "https://pan-yokatta.jp/お店"),
        ("例え.jp", "https://例え.jp"),
        ("example.jp:8080?a=b", "https://example.jp:8080?a=b"),
        ("http://example.jp", "http://example.jp"),
        ("mailto:me@example.jp", "mailto:me@example.jp"),
        ("me@example.jp", "me@example.jp"),
        ("tel:0312345678", "tel:0312345678"),
        ("合言葉です", "合言葉です"),
        ("No. 5", "No. 5"),
    ],
)
def test_a_page_without_its_beginning_is_still_opened(typed: str, whole: str) -> None:
    (mark,) = side_of(with_link(typed)).static
    assert mark.code == whole
