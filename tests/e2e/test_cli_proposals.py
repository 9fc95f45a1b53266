"""proposals candidates by the command line."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.purchases import LineFields
from app.models.database import Database
from tests.e2e.cli_runs import CommandLine
from tests.factories import TODAY, add_customer, add_purchase

ON = ("proposals", "candidates", "--date", TODAY.isoformat())


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "お店", capsys)
    line.json("new", "--name", "美容室 こもれび", "--language", "en")
    return line


def fill(shop: CommandLine) -> None:
    """Of 30 who had a head spa 15 took wax within 90 days; of 30 others nobody did. Two had a head spa lately."""
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        for number in range(62):
            customer = add_customer(session, f"お客様{number}", code=f"C-{number:02}")
            begin = TODAY - timedelta(days=300 if number < 60 else 9)
            bought = ["ヘッドスパ" if number < 30 or number >= 60 else "カット"]
            if number < 60:
                bought.append("ワックス" if number < 15 else "カット")
            for place, name in enumerate(bought):
                line = LineFields(name, "", "", Decimal(1), 3000, 0, 3000)
                add_purchase(session, customer, begin + timedelta(days=30 * place), lines=(line,))
    database.close()


def test_what_could_be_suggested_comes_with_its_reason_and_numbers(shop: CommandLine) -> None:
    fill(shop)
    rows = shop.json(*ON, "--language", "en")["candidates"]
    assert [row["customer"] for row in rows] == ["C-60", "C-61"]
    first = rows[0]
    assert (first["product"], first["because"], first["count"], first["confidence"]) == ("ワックス", "ヘッドスパ", 15, 0.5)
    assert first["support"] == 15 / 62 and first["lift"] > 1.2
    assert first["reason"].startswith("50% of those who chose ヘッドスパ chose ワックス as well within 90 days")
    assert len(shop.json(*ON, "--most", "1")["candidates"]) == 1
    assert "C-60: ワックス." in shop.text(*ON, "--language", "en")


def test_a_new_shop_hears_what_is_missing(shop: CommandLine) -> None:
    assert shop.json(*ON) == {"candidates": []}
    assert "at least 20 buyers of one" in shop.text(*ON, "--language", "en")
