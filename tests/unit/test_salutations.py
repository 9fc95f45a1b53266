"""Letters without an address name everybody who shares them where they greet."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from app.domain.cards import CardOptions, Recipient
from app.domain.print_problems import PrintProblem
from app.domain.templates import Align, ElementKind, Frame, Template, TemplateKind
from app.printing.checks import check_recipient
from app.printing.house import render
from app.printing.shipped import shipped_templates
from app.printing.template_compose import Side, compose
from app.printing.template_pages import overflows
from app.printing.template_read import compile_template_page
from app.reports.card_runs import words_of as words_of_piece
from tests.unit.template_samples import LETTER, PERSON, job_of, with_element


def words_of(side: Side, name: str) -> list[str]:
    return ["".join(g.text for g in row.glyphs) for mark in (*side.static, *side.marks) if mark.element.name == name for row in mark.rows]


def side_of(template: Template, recipient: Recipient, options: CardOptions) -> Side:
    pages = compile_template_page(template, frozenset(recipient.fields))
    return compose(pages, recipient, job_of(template, options=options))[0]


FAMILY = replace(
    PERSON, name="林 一郎", honorific="先生", joint_names=("花子", "次郎"), joint_honorifics=("様", "くん"), address="", postal_code=""
)
NOT_ADDRESSED = LETTER.with_elements(one for one in LETTER.elements if one.kind is not ElementKind.ADDRESSEE)
TOGETHER = CardOptions(print_joint_names=True)


def greeting_of(template: Template, recipient: Recipient = FAMILY, options: CardOptions = TOGETHER) -> list[str]:
    return words_of(side_of(template, recipient, options), "salutation")


def test_a_letter_without_an_address_greets_everybody_who_shares_it() -> None:
    assert greeting_of(NOT_ADDRESSED) == ["林 一郎 先生　花子 様　次郎 くん"]
    assert greeting_of(NOT_ADDRESSED, options=CardOptions()) == ["林 一郎 先生"]
    assert greeting_of(NOT_ADDRESSED, replace(FAMILY, joint_names=(), joint_honorifics=())) == ["林 一郎 先生"]


def test_where_an_address_names_them_the_greeting_is_the_addressees() -> None:
    side = side_of(LETTER, replace(FAMILY, address="東京都"), TOGETHER)
    assert words_of(side, "salutation") == ["林 一郎 先生"]
    assert "花子 様" in words_of(side, "addressee")


def test_no_honorific_begins_a_line_of_the_greeting() -> None:
    narrow = with_element(NOT_ADDRESSED, "salutation", frame=Frame(22, 118, 50, 40))
    assert greeting_of(narrow) == ["林 一郎 先生", "花子 様", "次郎 くん"]


def test_where_the_names_have_no_room_the_family_is_greeted() -> None:
    tight = with_element(NOT_ADDRESSED, "salutation", frame=Frame(22, 118, 50, 5), smallest=12.5)
    side = side_of(tight, FAMILY, TOGETHER)
    assert words_of(side, "salutation") == ["林 ご家族の皆様"]
    assert side.overflows == ()
    plain = with_element(tight, "salutation", text="{{氏名}} 様")
    assert greeting_of(plain) == ["林 ご家族 様"]
    wider = Frame(22, 118, 72, 5)
    english = with_element(replace(tight, language="en"), "salutation", text="Dear {{name}},", frame=wider)
    carters = replace(FAMILY, name="Emma Carter", honorific="", joint_names=("Jonathan", "Miranda"), joint_honorifics=())
    assert greeting_of(english, carters) == ["Dear Emma Carter and family,"]


def test_without_room_even_for_that_it_is_told_as_too_long() -> None:
    tight = with_element(NOT_ADDRESSED, "salutation", frame=Frame(22, 118, 10, 5), smallest=12.5)
    assert side_of(tight, FAMILY, TOGETHER).overflows == ("salutation",)


def test_an_english_letter_lists_them() -> None:
    english = with_element(replace(NOT_ADDRESSED, language="en"), "salutation", text="Dear {{name}},", align=Align.LEFT)
    carters = replace(FAMILY, name="Emma Carter", honorific="", joint_names=("John", "Mia"), joint_honorifics=())
    assert greeting_of(english, carters) == ["Dear Emma Carter, John and Mia,"]
    assert greeting_of(english, replace(carters, joint_names=("John",))) == ["Dear Emma Carter and John,"]


def test_without_a_greeting_by_its_slot_the_first_text_with_a_name_greets() -> None:
    other = with_element(NOT_ADDRESSED, "salutation", slot=None)
    assert greeting_of(other) == ["林 一郎 先生　花子 様　次郎 くん"]


def test_a_name_beside_the_addressees_must_be_in_a_font() -> None:
    job = job_of(NOT_ADDRESSED, options=TOGETHER)
    family = replace(FAMILY, address="東京都渋谷区神宮前1-2-3", postal_code="150-0001")
    assert check_recipient(family, job) == []
    assert check_recipient(replace(family, joint_names=("\U0003134b", "次郎")), job) == [PrintProblem.MISSING_CHARACTERS]


def test_what_a_letter_says_to_those_who_do_not_see_it_has_all_names() -> None:
    said = words_of_piece(FAMILY, job_of(NOT_ADDRESSED, options=TOGETHER))
    assert "林 一郎 先生\u3000花子 様\u3000次郎 くん" in said


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_letter_of_the_program_names_all_who_share_it(language: str) -> None:
    for template in shipped_templates(language):
        if template.kind is not TemplateKind.LETTER:
            continue
        family = replace(FAMILY, address="東京都渋谷区神宮前1-2-3", postal_code="150-0001")
        document = render([family], job_of(template, options=TOGETHER), notes_places=False).document
        said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)
        assert [name for name in ("一郎", "花子", "次郎") if name not in said] == [], template.key
        assert not overflows(family, job_of(template, options=TOGETHER)), template.key


NARROW = "thank_you_purchase"
HOUSEHOLDS = (
    (("花子",), "林 一郎 様　花子 様"),
    (("花子", "次郎"), "林 一郎 様　花子 様　次郎 様"),
    (("美紗緒", "聡一郎", "百合子"), "林 ご家族の皆様"),
)


@pytest.mark.parametrize(("others", "greeting"), HOUSEHOLDS)
def test_every_card_of_the_program_greets_all_whom_its_address_names(others: tuple[str, ...], greeting: str) -> None:
    family = replace(FAMILY, honorific="様", address="東京都渋谷区神宮前1-2-3", joint_names=others, joint_honorifics=())
    for template in shipped_templates("ja"):
        if template.kind is TemplateKind.CARD:
            job = job_of(template, options=TOGETHER)
            assert greeting_of(template, family) == [greeting], template.key
            assert not overflows(family, job), template.key


@pytest.mark.parametrize(
    ("others", "greeting"),
    [
        (("John",), "Dear Emma Carter and John,"),
        (("John", "Mia"), "Dear Emma Carter, John and Mia,"),
        (("Christopher", "Alexandra", "Maximilian"), "Dear Emma Carter and family,"),
    ],
)
def test_every_english_card_does(others: tuple[str, ...], greeting: str) -> None:
    family = replace(FAMILY, name="Emma Carter", honorific="", joint_names=others, joint_honorifics=())
    for template in shipped_templates("en"):
        if template.kind is TemplateKind.CARD:
            said = " ".join(greeting_of(template, family))
            assert said in (greeting, "Dear Emma Carter and family,"), template.key
            assert said == greeting or template.key == NARROW
            assert not overflows(family, job_of(template, options=TOGETHER)), template.key
