"""Nothing that is printed looks otherwise than when somebody last looked at it (see golden_pieces)."""

from __future__ import annotations

import pytest

from app.domain.cards import Card
from app.printing.house import render
from tests.unit.golden_pieces import drawn, kept
from tests.unit.pieces import PEOPLE, jobs

JOBS = jobs()


@pytest.mark.parametrize(("name", "job"), JOBS.items(), ids=list(JOBS))
def test_nothing_on_a_piece_changed(name: str, job: Card) -> None:
    assert drawn(render(PEOPLE, job).document) == kept()[name], f"{name}: look at it, see tests/unit/golden_pieces.py"


def test_everything_kept_is_still_printed() -> None:
    assert list(kept()) == list(JOBS)
