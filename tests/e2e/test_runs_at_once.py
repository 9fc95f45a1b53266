"""Two processes that run the same day at the same moment: nobody is asked for twice."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.shop import ShopFields
from app.models.care import RuleOccasion
from app.models.counter import FollowUp
from app.models.database import Database
from app.services.care_rules import ensure_rules
from app.services.shop import create_shop
from tests.architecture.sources import ROOT
from tests.e2e.killing import NOW, TODAY
from tests.factories import add_customer, add_purchase

PEOPLE = 40
RUN = ("follow-ups", "run", "--date", TODAY.isoformat(), "--json")
BEFORE_ITS_TURN, WITHIN_ITS_TURN = 1, 4


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    create_shop(tmp_path / "okaeri.db", ShopFields(name="こもれび"), now=NOW, today=TODAY)
    database = Database.of_file(tmp_path / "okaeri.db")
    with database.write() as session:
        ensure_rules(session, now=NOW, today=TODAY - timedelta(days=9))
        for number in range(PEOPLE):
            add_purchase(session, add_customer(session, f"客 {number}"), TODAY - timedelta(days=1))
    database.close()
    return tmp_path


def _held(shop: Path, step: int, name: str) -> subprocess.Popen[str]:
    driven = [sys.executable, "-m", "tests.e2e.drive_steps", str(shop / f"{name}.steps"), "0", str(step)]
    pipe = subprocess.PIPE
    process = subprocess.Popen([*driven, *RUN, "--data-dir", str(shop)], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    return process


def _let_go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _outcome(process: subprocess.Popen[str]) -> tuple[int, int]:
    said, complaint = process.communicate()
    assert process.returncode == 0, complaint
    facts = json.loads(said)
    return facts["made"], facts["existing"]


@pytest.mark.parametrize("step", [BEFORE_ITS_TURN, WITHIN_ITS_TURN])
def test_what_one_makes_the_other_finds_made(shop: Path, step: int) -> None:
    first, second = _held(shop, step, "first"), _held(shop, BEFORE_ITS_TURN, "second")
    _let_go(second)
    _let_go(first)
    assert sorted(_outcome(one) for one in (first, second)) == [(0, PEOPLE), (PEOPLE, 0)]
    database = Database.of_file(shop / "okaeri.db")
    with database.read() as session:
        asked = session.scalars(select(FollowUp.customer_id).order_by(FollowUp.customer_id)).all()
        assert asked == session.scalars(select(RuleOccasion.customer_id).order_by(RuleOccasion.customer_id)).all()
        assert len(asked) == len(set(asked)) == PEOPLE
    database.close()
