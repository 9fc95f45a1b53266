from __future__ import annotations

from datetime import date

import pytest

from app.domain.cards import CardSide
from app.domain.customers import Consent, CustomerFields
from app.domain.print_cost import DEFAULT_RATES, MailKind, card_cost
from app.domain.print_problems import PROBLEM_SENTENCES, PROBLEM_SEVERITY, PrintProblem, problems_from_marks


@pytest.mark.parametrize(
    ("day", "rate"), [(date(2024, 9, 30), 63), (date(2024, 10, 1), 85), (date(2019, 9, 30), 62), (date(1990, 1, 1), 50)]
)
def test_postage_goes_by_the_day_of_posting(day: date, rate: int) -> None:
    assert DEFAULT_RATES.rate(MailKind.POSTCARD, day) == rate


def test_twenty_two_cards() -> None:
    cost = card_cost(22, date(2026, 11, 20))

    assert (cost.postage, cost.supplies, cost.total) == (1870, 484, 2354)
    assert card_cost(22, date(2026, 11, 20), side=CardSide.ADDRESS).supplies < cost.supplies


def test_every_problem_has_a_sentence_and_a_severity() -> None:
    assert set(PROBLEM_SENTENCES) == set(PROBLEM_SEVERITY) == set(PrintProblem)


def test_reasons_of_the_record() -> None:
    today = date(2026, 11, 20)

    assert problems_from_marks(CustomerFields(), today) == []
    assert problems_from_marks(CustomerFields(do_not_contact=True, bad_address=True), today) == ["do_not_contact", "bad_address"]
    assert problems_from_marks(CustomerFields(post_consent=Consent.NO), today) == ["no_consent"]
    assert problems_from_marks(CustomerFields(mourning_until=today), today) == ["mourning"]
    assert problems_from_marks(CustomerFields(mourning_until=date(2026, 11, 19)), today) == []
