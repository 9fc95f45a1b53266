"""report, as a scheduler calls it at the end of a month."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from tests.e2e.cli_runs import CommandLine

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    made = CommandLine(tmp_path / "shop", capsys)
    made.text("new", "--name", "美容室 こもれび")
    people = tmp_path / "people.csv"
    people.write_text("code,name\n" + "".join(f"{number:04},客 {number}\n" for number in range(1, 41)), encoding="utf-8")
    made.text("import", "customers", str(people))
    rows = ["date,customer_code,amount,receipt"]
    for number in range(1, 41):
        days = [date(2025, 1, 5) + timedelta(days=number % 20 + 40 * visit) for visit in range(6 if number % 3 else 3)]
        rows += [f"{day},{number:04},{4000 + number},{number}-{day}" for day in days]
    bought = tmp_path / "bought.csv"
    bought.write_text("\n".join(rows) + "\n", encoding="utf-8")
    made.text("import", "purchases", str(bought))
    return made


def test_the_report_is_written_as_a_pdf(shop: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    assert shop.json("report", "--month", "2025-06", "--out", str(out)) == {
        "file": str(out), "pages": 2, "month": "2025-06", "complete": True,
    }  # fmt: skip
    document = pypdfium2.PdfDocument(out.read_bytes())
    assert len(document) == 2
    text = document[0].get_textpage().get_text_range()
    assert "美容室 こもれび" in text
    document.close()
    assert "2025" in shop.text("report", "--month", "2025-06", "--out", str(out))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_another_process_writes_the_same_bytes(shop: CommandLine, tmp_path: Path, language: str) -> None:
    files = []
    for seed in ("1", "2"):
        files.append(tmp_path / f"{language}{seed}.pdf")
        given = ["report", "--month", "2025-06", "--out", str(files[-1]), "--language", language, "--data-dir", str(shop.folder)]
        subprocess.run(
            [sys.executable, "main.py", *given], cwd=ROOT, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        )
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_month_without_figures_is_refused(shop: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    shop.text("report", "--month", "2024-11", "--out", str(out), code=1)
    assert shop.said and not out.exists()
    shop.text("report", "--month", "2999-01", "--out", str(out), code=1)
    shop.text("report", "--month", "June", "--out", str(out), code=2)
    shop.text("report", "--month", "2025-06", code=2)
