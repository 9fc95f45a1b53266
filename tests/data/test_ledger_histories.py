"""The ledger against a slow, obvious model, over random histories."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.ledger.plans import HISTORIES, Plan
from tests.ledger.playing import play
from tests.ledger.stage import Stage

COUNT = int(os.environ.get("OKAERI_HISTORIES", "100"))


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(tmp_path_factory.mktemp("ledger"))
    yield made
    made.close()


@seed(20261120)
@settings(max_examples=COUNT, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(HISTORIES)
def test_the_ledger_agrees_with_the_model(stage: Stage, plan: Plan) -> None:
    play(stage, plan)
