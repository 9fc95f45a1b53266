"""The ledger against a slow, obvious model: random histories, and those that once told the two apart."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.ledger.plans import HISTORIES, Op, Plan
from tests.ledger.playing import play
from tests.ledger.stage import Stage

COUNT = int(os.environ.get("OKAERI_HISTORIES", "100"))
NEVER, TWO_MONTHS, MONTH_END, AFTER_VISIT, FIXED_DAY, FIRST_VISIT = range(6)
KNOWN = {
    "a purchase is not paid with what it earns itself": Plan(NEVER, False, [Op("buy"), Op("points")]),
    "a purchase of another day has its lot on that day": Plan(NEVER, False, [Op("buy", back=3), Op("day")]),
    "and lapses by that day": Plan(MONTH_END, False, [Op("buy"), Op("day", back=7), Op("last day", pick=1)]),
    "a use that was deleted does not date what is taken back": Plan(
        NEVER, False, [Op("pay", back=6), Op("pay"), Op("delete"), Op("owner", pick=3, size=9)]
    ),
    "what lapsed is taken off before something is taken back": Plan(
        MONTH_END, False, [Op("pay"), Op("months", size=4), Op("part back")]
    ),
    "a purchase takes the tier of whom it moves to": Plan(
        AFTER_VISIT, False, [Op("pay", 2), Op("rule", size=4), Op("buy"), Op("tier"), Op("owner", pick=1)]
    ),
    "an older debt is no part of what a refusal names": Plan(
        FIXED_DAY, False, [Op("buy"), Op("pay", back=7), Op("reward", size=5), Op("part back", pick=5, size=3), Op("owner", 2, 1)]
    ),
    "a debt does not lapse": Plan(AFTER_VISIT, True, [Op("take off", size=3), Op("pay"), Op("months", size=6), Op("all back")]),
    "what comes into a lapsed lot lapses on its day": Plan(
        MONTH_END, False, [Op("buy", size=1), Op("correct"), Op("months", size=4), Op("part back", size=7), Op("amount")]
    ),
    "a last day that moves back takes its lapse along": Plan(
        AFTER_VISIT, False, [Op("buy"), Op("months", size=7), Op("buy", pick=5, back=7), Op("delete")]
    ),
    "a visit undone no longer moves last days": Plan(AFTER_VISIT, True, [Op("pay", 1, back=6), Op("buy", 1, size=1), Op("undo")]),
    "a visit after points have lapsed does not bring them back": Plan(AFTER_VISIT, False, [Op("pay"), Op("months", size=5), Op("pay")]),
    "what a late slip brings back covers a debt": Plan(
        AFTER_VISIT,
        True,
        [Op("pay", pick=1, size=7), Op("last day", pick=1), Op("take off", size=9), Op("take off", size=9), Op("pay", 0, 3, 3, 5)],
    ),
    "covers that come back go on to the lot that gave them": Plan(
        TWO_MONTHS,
        True,
        [
            Op("buy", 2, 0, 5, 5), Op("points", 0, 3, 9, 0), Op("opening", 0, 3, 1, 7), Op("race", 0, 0, 2, 1),
            Op("take off", 0, 3, 5, 6), Op("delete", 0, 5, 6, 5), Op("pay", 0, 2, 3, 1), Op("opening", 0, 4, 8, 5),
            Op("all back", 1, 4, 2, 4), Op("undo older", 0, 5, 2, 3),
        ],
    ),
    "all that an act earns comes in at once": Plan(
        MONTH_END,
        True,
        [
            Op("pay", 0, 5, 5), Op("take off", 0, 1, 9), Op("days", size=2), Op("part back", 0, 3, 1), Op("pay", 0, 5, 5),
            Op("amount", 0, 1, 8),
        ],
    ),
    "a last day that moves on brings back what lapsed before something was taken back": Plan(
        AFTER_VISIT, False, [Op("pay", 0, 2, 8, 7), Op("all back", 0, 2, 9, 5), Op("pay", 0, 0, 9, 6)]
    ),
    "what a refund gave back need not be there again": Plan(
        AFTER_VISIT,
        False,
        [Op("opening", 2, 0, 1, 7), Op("pay", 0, 0, 8, 1), Op("pay", 0, 0, 2, 1), Op("part back", 0, 2, 9, 5), Op("owner", 1, 2, 9, 5)],
    ),
    "a refund undone takes what it had given back where other points stood in for it": Plan(
        FIXED_DAY,
        False,
        [
            Op("pay", 0, 1, 1, 2), Op("pay", 0, 1, 1, 2), Op("buy", 0, 2, 7, 4), Op("all back", 0, 2, 1, 2), Op("all back", 0, 4, 1, 2),
            Op("undo", 0, 3, 4, 7),
        ],
    ),
    "also where others would lapse first": Plan(
        TWO_MONTHS,
        False,
        [Op("buy"), Op("pay"), Op("opening"), Op("opening", back=4), Op("all back", pick=1), Op("all back"), Op("undo")],
    ),
    "what stands in for others stays while a purchase is taken back whole": Plan(
        TWO_MONTHS,
        True,
        [
            Op("pay", 0, 1, 8, 4), Op("buy", 0, 3, 9, 5), Op("undo", 1, 5, 7, 6), Op("merge", 0, 5, 6, 1), Op("opening", 0, 4, 5, 7),
            Op("reward", 2, 1, 2, 6), Op("part back", 0, 3, 4, 5), Op("last day", 0, 3, 8, 0), Op("delete", 1, 5, 0, 5),
        ],
    ),
    "points of a first visit are given once": Plan(FIRST_VISIT, False, [Op("buy"), Op("buy", back=6), Op("owner", 1)]),
}  # fmt: skip


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(tmp_path_factory.mktemp("ledger"))
    yield made
    made.close()


@pytest.mark.parametrize("plan", KNOWN.values(), ids=KNOWN)
def test_what_once_went_wrong(stage: Stage, plan: Plan) -> None:
    play(stage, plan)


@seed(20261120)
@settings(max_examples=COUNT, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(HISTORIES)
def test_the_ledger_agrees_with_the_model(stage: Stage, plan: Plan) -> None:
    play(stage, plan)
