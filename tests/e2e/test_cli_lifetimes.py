"""clv fit and clv sbg."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.e2e.cli_runs import CommandLine


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    made = CommandLine(tmp_path / "shop", capsys)
    made.text("new", "--name", "美容室 こもれび")
    return made


def _sales(folder: Path, people: int) -> str:
    """Two years of customers who come about every six weeks until they stay away."""
    dice = random.Random(5)
    lines = ["receipt,date,customer_code,amount"]
    for number in range(people):
        day = date(2024, 1, 1) + timedelta(days=dice.randrange(180))
        rate = dice.gammavariate(1.5, 20)
        while day < date(2026, 1, 1):
            lines.append(f"{len(lines)},{day.isoformat()},C{number:04},{dice.randrange(3000, 9000)}")
            if dice.random() < 0.08:
                break
            day += timedelta(days=1 + round(dice.expovariate(1 / rate)))
    path = folder / "sales.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_the_fit_says_its_parameters_and_how_well_it_foretold(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("import", "purchases", _sales(tmp_path, 300), "--create-customers")
    told = shop.json("clv", "fit", "--as-of", "2026-01-01")
    assert (told["unit"], told["customers"]) == ("week", 300)
    assert set(told["bgnbd"]) == {"r", "alpha", "a", "b", "ll"}
    assert set(told["gamma_gamma"]) == {"p", "q", "v", "ll"}
    assert set(told["backtest"]) == {"months", "actual", "expected", "error"}
    assert told["backtest"]["error"] == pytest.approx(told["backtest"]["expected"] / told["backtest"]["actual"] - 1)
    assert "alpha" in shop.text("clv", "fit", "--as-of", "2026-01-01")


def test_too_little_is_said(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("import", "purchases", _sales(tmp_path, 50), "--create-customers")
    shop.text("clv", "fit", "--as-of", "2026-01-01", code=1)
    assert "200" in shop.said


def test_the_survivors_of_a_cohort(shop: CommandLine) -> None:
    told = shop.json("clv", "sbg", "--survivors", "1000,869,743,653,593,551,517,491")
    assert (round(told["alpha"], 3), round(told["beta"], 3)) == (0.668, 3.806)
    shop.text("clv", "sbg", "--survivors", "1000,1100,5", code=1)
    assert shop.said.strip()
    shop.text("clv", "sbg", "--survivors", "many", code=2)
