"""The job of a run: which codes its pieces get, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.cards import Card, CardDesign, CardOptions, CardSide, CardText, Sender
from app.domain.print_runs import CodePress, card_key, run_title
from app.domain.prints import PrintKind
from app.domain.templates import Element, ElementKind, Frame, Slot, Template, TemplateKind

CARD = Card(CardDesign.MAPLE, CardText("お久しぶりです", body="またどうぞ。"), Sender("店"), day=date(2026, 11, 20))
TEMPLATE = Template(
    "autumn",
    "ja",
    TemplateKind.CARD,
    "秋のおたより",
    "はがき",
    (Element(ElementKind.TEXT, "headline", Frame(10, 10, 80, 10), slot=Slot.HEADLINE, text="秋が\n来ました"),),
)
PRESS = CodePress(b"secret")


def test_a_card_without_a_template_keeps_the_code_it_was_printed_with_before_there_were_templates() -> None:
    assert card_key(CARD) == "d256d3b8dc58eb1991b3e7158d2e07e5cbec51d86ac77cb3f4e61b02bdb23347"
    assert PRESS.code(CARD, 7) == "JRMEPQN"


@pytest.mark.parametrize(
    "change",
    [
        {"options": CardOptions(copies=3, paper="長形3号", postal_barcode=True, start_at=5, sheet="L7160")},
        {"sender": Sender("別の店")},
    ],
)
def test_how_it_lies_on_the_paper_makes_no_other_piece(change: dict[str, object]) -> None:
    assert card_key(replace(CARD, **change)) == card_key(CARD)  # type: ignore[arg-type]


def test_a_template_another_text_of_it_and_another_kind_make_other_pieces() -> None:
    other_words = TEMPLATE.with_text(Slot.HEADLINE, "冬が来ました")
    jobs = [
        CARD,
        replace(CARD, template=TEMPLATE),
        replace(CARD, template=other_words),
        replace(CARD, kind=PrintKind.ENVELOPE),
        replace(CARD, kind=PrintKind.LABELS),
    ]

    assert len({card_key(job) for job in jobs}) == len(jobs)
    assert card_key(replace(CARD, template=Template.from_json(TEMPLATE.to_json()))) == card_key(jobs[1])


def test_only_the_address_side_of_a_card_carries_no_code() -> None:
    address_only = replace(CARD, options=CardOptions(side=CardSide.ADDRESS))

    assert PRESS.code(address_only, 7) == ""
    assert PRESS.code(replace(address_only, kind=PrintKind.ENVELOPE), 7) != ""


def test_a_run_is_called_by_the_headline_of_its_template_or_the_name_of_that() -> None:
    assert run_title(CARD) == "お久しぶりです"
    assert run_title(replace(CARD, template=TEMPLATE)) == "秋が 来ました"
    assert run_title(replace(CARD, template=TEMPLATE.with_text(Slot.HEADLINE, "{{name}} 様"))) == "秋のおたより"
