"""Which printer prints, on which paper, and how a job is laid for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.cards import Calibration, Card, CardDesign, CardOptions, CardText
from app.domain.label_sheets import LABEL_SHEETS
from app.domain.print_profiles import (
    STOCKS,
    PrinterChoice,
    PrinterProfile,
    ProfileUnknown,
    paper_of_stock,
    profile_for,
    stock_of,
    with_calibration,
)
from app.domain.prints import PrintKind
from app.domain.templates import Template, TemplateKind
from app.printing.geometry import PAPERS
from tests.unit.printing_people import SENDER

CARD = Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(calibration=Calibration(0.5, -0.5)))
LETTER = Template("key", "ja", TemplateKind.LETTER, "名前", "B5", ())
OWN_SHEET = "custom:A4,2x5,90x50,95x52,10x15"


def _job(kind: PrintKind, **options: object) -> Card:
    template = LETTER if kind is PrintKind.LETTER else None
    return replace(CARD, kind=kind, template=template, options=replace(CARD.options, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("job", "stock", "paper"),
    [
        (CARD, "はがき", "はがき"),
        (_job(PrintKind.ENVELOPE, paper="洋形2号"), "洋形2号", "洋形2号"),
        (_job(PrintKind.LETTER), "B5", "B5"),
        (replace(CARD, template=replace(LETTER, kind=TemplateKind.CARD, paper="洋形2号")), "洋形2号", "洋形2号"),
        (_job(PrintKind.LABELS, sheet="28172"), "A-one 28171", "A4"),
        (_job(PrintKind.LABELS, sheet="Avery 8160"), "Avery 5160", "Letter"),
        (_job(PrintKind.LABELS, sheet=OWN_SHEET), OWN_SHEET, "A4"),
        (_job(PrintKind.MEMBER_CARDS), "名刺", "A4"),
        (_job(PrintKind.REFERRAL_CARDS), "名刺", "A4"),
    ],
)
def test_a_job_knows_its_stock_and_the_stock_its_paper(job: Card, stock: str, paper: str) -> None:
    assert (stock_of(job), paper_of_stock(stock_of(job))) == (stock, paper)


def test_every_stock_lies_on_a_paper_that_is_known() -> None:
    assert {paper_of_stock(stock) for stock in STOCKS} <= set(PAPERS)
    assert set(LABEL_SHEETS) < set(STOCKS)


def test_a_printer_that_is_known_takes_the_place_of_the_shift_in_the_settings() -> None:
    known = PrinterProfile("受付", "はがき", Calibration(1.2, 0.3, 99.0, rotated=True))
    assert with_calibration(CARD, known).options.calibration == Calibration(1.2, 0.3, 99.0, rotated=True)
    assert with_calibration(CARD, None) is CARD


def test_a_printer_is_found_by_name_and_paper_or_refused_with_what_is_known() -> None:
    kept = [PrinterProfile("受付", "はがき"), PrinterProfile("受付", "A4")]
    assert profile_for(kept, "受付 ", "A4") is kept[1]
    with pytest.raises(ProfileUnknown) as refused:
        profile_for(kept, "受付", "B5")
    assert refused.value.values["known"] == "受付 (はがき), 受付 (A4)"
    with pytest.raises(ProfileUnknown):
        profile_for([], "受付", "A4")


@pytest.mark.parametrize("choice", [PrinterChoice(), PrinterChoice('受付の "EP"', "manual"), PrinterChoice("A")])
def test_a_choice_comes_back_as_it_was_kept(choice: PrinterChoice) -> None:
    assert PrinterChoice.from_text(choice.to_text()) == choice


@pytest.mark.parametrize("text", ["", "EPSON", "{}", "[1, 2]", "[]", '["a"]', '["", "manual"]'])
def test_what_is_no_choice_means_the_viewer(text: str) -> None:
    assert not PrinterChoice.from_text(text).is_direct
