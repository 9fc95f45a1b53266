from __future__ import annotations

import re
from decimal import Decimal
from string import Formatter

import pytest

from app.domain import findings
from app.domain.explanations import EXPLANATIONS, Figure
from app.domain.findings import is_beyond_chance, return_rate_finding
from app.domain.rates import Rate, rate_of


@pytest.mark.parametrize(
    ("rates", "source"),
    [
        ([], findings.NONE_YET),
        ([rate_of(0, 0)], findings.NONE_YET),
        ([rate_of(10, 20)], findings.FEW),
        ([rate_of(60, 100)], findings.FIRST),
        ([rate_of(10, 20), rate_of(60, 100)], findings.FIRST),
        ([rate_of(600, 1000), rate_of(6, 10), rate_of(0, 0)], findings.FEW),
        ([rate_of(600, 1000), rate_of(60, 100)], findings.SAME),
        ([rate_of(600, 1000), rate_of(700, 1000)], findings.RISEN),
        ([rate_of(600, 1000), rate_of(500, 1000)], findings.FALLEN),
        ([rate_of(60, 100), rate_of(62, 100)], findings.RISEN_PERHAPS),
        ([rate_of(60, 100), rate_of(58, 100)], findings.FALLEN_PERHAPS),
    ],
)
def test_the_sentence_follows_the_numbers(rates: list[Rate], source: str) -> None:
    finding = return_rate_finding([(f"period {i}", rate) for i, rate in enumerate(rates)])
    assert finding.source == source
    assert "{" not in finding.source.format(**finding.values)


def test_points_are_said_without_a_sign() -> None:
    values = return_rate_finding([("April", rate_of(600, 1000)), ("May", rate_of(500, 1000))]).values
    assert values == {"period": "May", "percent": Decimal("50.0"), "people": 1000, "before": "April", "points": Decimal("10.0")}


def test_newcombe_by_hand() -> None:
    # 56/70 against 48/80 (Newcombe 1998, table II, method 10): 0.0524 to 0.3339.
    assert is_beyond_chance(rate_of(56, 70), rate_of(48, 80))
    assert is_beyond_chance(rate_of(48, 80), rate_of(56, 70))
    # A large difference between very small groups stays open.
    assert not is_beyond_chance(rate_of(5, 7), rate_of(2, 7))
    assert not is_beyond_chance(rate_of(0, 0), rate_of(2, 7))


def test_every_figure_is_explained() -> None:
    assert set(EXPLANATIONS) == set(Figure)
    for explanation in EXPLANATIONS.values():
        for part in (explanation.title, explanation.words, explanation.example, explanation.formula):
            assert part and {name for _, name, _, _ in Formatter().parse(part) if name is not None} <= {"window", "months"}
        assert re.match(r"Example: ", explanation.example)
