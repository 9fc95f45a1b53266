from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.cards import Card, CardDesign, CardOptions, CardSide, CardText, Sender
from app.domain.customers import Consent, CustomerFields
from app.domain.print_cost import DEFAULT_RATES, MailKind, PrintRates, RateOutOfRange, barcode_saving, card_cost, job_cost, mail_of
from app.domain.print_problems import PROBLEM_SENTENCES, PROBLEM_SEVERITY, PrintProblem, problems_from_marks
from app.domain.prints import PrintKind
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind


@pytest.mark.parametrize(
    ("day", "rate"), [(date(2024, 9, 30), 63), (date(2024, 10, 1), 85), (date(2019, 9, 30), 62), (date(1990, 1, 1), 50)]
)
def test_postage_goes_by_the_day_of_posting(day: date, rate: int) -> None:
    assert DEFAULT_RATES.rate(MailKind.POSTCARD, day) == rate


def test_twenty_two_cards() -> None:
    cost = card_cost(22, date(2026, 11, 20))

    assert (cost.postage, cost.supplies, cost.total) == (1870, 484, 2354)
    assert card_cost(22, date(2026, 11, 20), side=CardSide.ADDRESS).supplies < cost.supplies


OFFICIAL = [
    (MailKind.LETTER_25, date(2024, 9, 30), 84),
    (MailKind.LETTER_25, date(2024, 10, 1), 110),
    (MailKind.LETTER_50, date(2014, 4, 1), 92),
    (MailKind.LETTER_50, date(2024, 9, 30), 94),
    (MailKind.LARGE_50, date(2024, 9, 30), 120),
    (MailKind.LARGE_50, date(2024, 10, 1), 140),
    (MailKind.LARGE_100, date(2024, 10, 1), 180),
]


@pytest.mark.parametrize(("mail", "day", "yen"), OFFICIAL)
def test_official_postage_of_letters(mail: MailKind, day: date, yen: int) -> None:
    assert DEFAULT_RATES.rate(mail, day) == yen


def test_a_price_counts_from_its_day_and_keeps_the_days_before() -> None:
    rates = DEFAULT_RATES.with_price(MailKind.POSTCARD, date(2027, 4, 1), 95).with_price(MailKind.POSTCARD, date(2027, 4, 1), 98)
    assert [rates.rate(MailKind.POSTCARD, day) for day in (date(2027, 3, 31), date(2027, 4, 1))] == [85, 98]
    assert rates.price(MailKind.POSTCARD, date(2028, 1, 1)) == (date(2027, 4, 1), 98)
    assert PrintRates.from_json(rates.to_json()) == rates


def test_only_what_differs_from_the_official_prices_is_kept() -> None:
    assert DEFAULT_RATES.to_json() == {"postage": {}}
    corrected = DEFAULT_RATES.with_price(MailKind.LETTER_25, date(2024, 10, 1), 105)
    assert corrected.to_json() == {"postage": {"letter_25": [["2024-10-01", 105]]}}


@pytest.mark.parametrize("stored", [{}, {"paper": "x", "wage": -4}, {"postage": 3}, {"postage": {"postcard": [["x", 1]], "letter_25": 4}}])
def test_rates_that_are_not_understood_are_the_usual_ones(stored: dict[str, Any]) -> None:
    assert PrintRates.from_json(stored) == DEFAULT_RATES


@pytest.mark.parametrize(("minutes", "wage", "yen"), [(1.0, 0, 0), (0.5, 1200, 10), (0.1, 1000, 2), (1.5, 1010, 25)])
def test_time_costs_by_the_minute(minutes: float, wage: int, yen: int) -> None:
    rates = replace(DEFAULT_RATES, minutes=minutes, wage=wage)
    cost = card_cost(3, date(2026, 11, 20), rates=rates)
    assert (rates.labour, cost.labour, cost.total) == (yen, 3 * yen, 3 * (107 + yen))


@pytest.mark.parametrize("change", [{"paper": -1}, {"minutes": 601}, {"wage": 100_001}])
def test_numbers_nobody_means_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RateOutOfRange):
        replace(DEFAULT_RATES, **change).checked()
    with pytest.raises(RateOutOfRange) as refused:
        DEFAULT_RATES.with_price(MailKind.LARGE_50, date(2026, 1, 1), -1).checked()
    assert refused.value.field == "large_50"


@pytest.mark.parametrize(
    ("kind", "paper", "each"),
    [
        (PrintKind.THANK_YOU, "はがき", 85 + 6 + 12 + 4),
        (PrintKind.LETTER, "A4", 110 + 6 + 12),
        (PrintKind.ENVELOPE, "長形3号", 6 + 4),
        (PrintKind.ENVELOPE, "はがき", 85 + 6 + 4),
        (PrintKind.LABELS, "A4", 6 + 4),
        (PrintKind.MEMBER_CARDS, "A4", 6 + 4),
    ],
)
def test_each_kind_of_piece_has_its_postage_and_ink(kind: PrintKind, paper: str, each: int) -> None:
    card = Card(CardDesign.PLAIN, CardText(), Sender(), CardOptions(paper=paper), kind=kind)
    assert job_cost(card, 2, date(2026, 11, 20)).total == 2 * each


def _letter(*pages: int) -> Card:
    elements = tuple(Element(ElementKind.TEXT, f"text{page}", Frame(0, 0, 9, 9), page=page) for page in pages)
    template = Template("letter", "ja", TemplateKind.LETTER, "便り", "A4", elements)
    return Card(CardDesign.PLAIN, CardText(), Sender(), kind=PrintKind.LETTER, template=template)


def test_copies_and_pages_are_paper_and_ink_of_their_own() -> None:
    labels = Card(CardDesign.PLAIN, CardText(), Sender(), CardOptions(copies=5), kind=PrintKind.LABELS)
    assert job_cost(labels, 2, date(2026, 11, 20)).total == 2 * 5 * 10
    cost = job_cost(_letter(0, 0, 1), 2, date(2026, 11, 20))
    assert (cost.supplies, cost.postage) == (2 * 2 * 18, 2 * 110)


@pytest.mark.parametrize(
    ("paper", "mail"),
    [
        ("はがき", MailKind.POSTCARD),
        ("洋形2号", MailKind.LETTER_25),
        ("洋形4号", MailKind.LETTER_25),
        ("DL", MailKind.LETTER_25),
        ("#10", MailKind.LARGE_50),
    ],
)
def test_a_card_larger_than_a_postcard_goes_as_a_letter(paper: str, mail: MailKind) -> None:
    card = replace(_letter(0), kind=PrintKind.THANK_YOU)
    assert card.template is not None
    assert mail_of(replace(card, template=replace(card.template, kind=TemplateKind.CARD, paper=paper))) is mail


@pytest.mark.parametrize(
    ("envelope", "pages", "mail"),
    [
        ("長形3号", 1, MailKind.LETTER_25),
        ("長形3号", 6, MailKind.LETTER_50),
        ("角形2号", 1, MailKind.LARGE_50),
        ("#10", 1, MailKind.LARGE_50),
        ("", 1, MailKind.LETTER_25),
    ],
)
def test_a_letter_goes_by_post_as_its_envelope_does(envelope: str, pages: int, mail: MailKind) -> None:
    letter = _letter(*range(pages))
    assert mail_of(letter, envelope) is mail
    assert job_cost(letter, 1, date(2026, 11, 20), envelope=envelope).postage_each == DEFAULT_RATES.rate(mail, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("kind", "paper", "pieces", "yen"),
    [
        (PrintKind.THANK_YOU, "はがき", 999, 0),
        (PrintKind.THANK_YOU, "はがき", 1000, 2550),
        (PrintKind.ENVELOPE, "長形3号", 1001, 3303),
        (PrintKind.ENVELOPE, "角形2号", 1000, 4200),
        (PrintKind.LABELS, "A4", 5000, 0),
    ],
)
def test_bars_take_three_percent_off_from_a_thousand_pieces(kind: PrintKind, paper: str, pieces: int, yen: int) -> None:
    card = Card(CardDesign.PLAIN, CardText(), Sender(), CardOptions(paper=paper), kind=kind)
    assert barcode_saving(card, pieces, date(2026, 11, 20)) == yen


def test_an_address_side_alone_needs_less_ink() -> None:
    card = Card(CardDesign.PLAIN, CardText(), Sender(), CardOptions(side=CardSide.ADDRESS))
    assert job_cost(card, 1, date(2026, 11, 20)).total == 85 + 6 + 4


def test_every_problem_has_a_sentence_and_a_severity() -> None:
    assert set(PROBLEM_SENTENCES) == set(PROBLEM_SEVERITY) == set(PrintProblem)


def test_reasons_of_the_record() -> None:
    today = date(2026, 11, 20)

    assert problems_from_marks(CustomerFields(), today) == []
    assert problems_from_marks(CustomerFields(do_not_contact=True, bad_address=True), today) == ["do_not_contact", "bad_address"]
    assert problems_from_marks(CustomerFields(post_consent=Consent.NO), today) == ["no_consent"]
    assert problems_from_marks(CustomerFields(mourning_until=today), today) == ["mourning"]
    assert problems_from_marks(CustomerFields(mourning_until=date(2026, 11, 19)), today) == []
