"""postal-barcode by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.cli_runs import CommandLine
from tests.unit.test_postal_barcode import MANUAL


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "no shop", capsys)


@pytest.mark.parametrize(("postal_code", "rest", "number"), MANUAL)
def test_the_examples_of_the_manual(line: CommandLine, postal_code: str, rest: str, number: str) -> None:
    made = line.json("postal-barcode", postal_code, rest)
    assert made["address_number"] == number
    assert len(made["bars"]) == 67 and 0 <= made["check"] < 19


@pytest.mark.parametrize(
    "address", ["北六条東4丁目 郵便センター6号館", "北6条東4丁目 郵便センター6号館", "北海道札幌市東区北６条東4丁目 郵便センター6号館"]
)
def test_the_town_may_stand_before_the_number(line: CommandLine, address: str) -> None:
    assert line.json("postal-barcode", "060-0906", address)["address_number"] == "4-6"


def test_a_broken_postcode_is_refused_with_a_sentence(line: CommandLine) -> None:
    assert line.text("postal-barcode", "150-00", "1-2-3", "--language", "en", code=1) == ""
    assert "seven digits" in line.said
