"""kpi by the command line: shapes and field names as other programs rely on them, worked out by hand on a small shop."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.models.database import Database
from tests.e2e.cli_runs import CommandLine
from tests.factories import add_customer, add_purchase


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A buys 4 times, B once, C twice in a week; D never; one sale is nobody's."""
    line = CommandLine(tmp_path, capsys)
    line.json("new", "--name", "こもれび")
    database = Database.of_file(tmp_path / "okaeri.db")
    visits = {"A": ["2026-01-10", "2026-03-10", "2026-06-10", "2026-09-10"], "B": ["2026-02-05"], "D": []}
    visits["C"] = ["2026-08-01", "2026-08-07"]
    with database.write() as session:
        for code, days in visits.items():
            customer = add_customer(session, name=f"客 {code}", code=code)
            for day in days:
                add_purchase(session, customer, date.fromisoformat(day), 1000)
        add_purchase(session, None, date(2026, 9, 12), 700)
    database.close()
    return line


def test_summary(shop: CommandLine) -> None:
    figures = shop.json("kpi", "summary", "--as-of", "2026-09-20")
    assert {name: value for name, value in figures.items() if name != "repeat_rate"} == {
        "customers": 4, "buyers": 3, "receipts": 8, "net_sales": 7700, "aov": 963, "one_time": 1,
        "sales_without_customer": 700, "rows_without_customer": 1, "as_of": "2026-09-20",
    }  # fmt: skip
    assert list(figures["repeat_rate"]) == ["90", "180", "365"]
    within_90 = figures["repeat_rate"]["90"]
    assert (within_90["numerator"], within_90["denominator"], within_90["rate"]) == (1, 2, 0.5)
    assert 0 < within_90["low"] < 0.5 < within_90["high"] < 1


def test_as_of_defaults_to_the_day_after_the_last_purchase(shop: CommandLine) -> None:
    assert shop.json("kpi", "summary")["as_of"] == "2026-09-13"


def test_retention_and_repurchase(shop: CommandLine) -> None:
    months = shop.json("kpi", "retention", "--period", "month", "--as-of", "2026-09-20")["rows"]
    assert set(months[0]) == {"start", "end", "at_start", "stayed", "rate", "low", "high", "complete"}
    by_end = {row["end"]: row for row in months}
    june = by_end["2026-07-01"]  # active on 1 April: A (10 March), B (5 February); on 1 July: A (10 June)
    assert (june["start"], june["at_start"], june["stayed"], june["rate"], june["complete"]) == ("2026-04-01", 2, 1, 0.5, True)
    assert months[-1]["complete"] is False
    repurchase = shop.json("kpi", "repurchase", "--as-of", "2026-09-20")["rows"]
    august = next(row for row in repurchase if row["start"] == "2026-08-01")
    assert (august["end"], august["at_start"], august["stayed"], august["complete"]) == ("2026-09-01", 1, 0, False)


@pytest.mark.parametrize("period", ["quarter", "year"])
def test_longer_periods_have_the_same_shape(shop: CommandLine, period: str) -> None:
    rows = shop.json("kpi", "retention", "--period", period, "--as-of", "2026-12-20")["rows"]
    assert all(set(row) == {"start", "end", "at_start", "stayed", "rate", "low", "high", "complete"} for row in rows)


def test_cohorts(shop: CommandLine) -> None:
    rows = shop.json("kpi", "cohorts", "--as-of", "2026-09-20")["rows"]
    january = [row for row in rows if row["cohort"] == "2026-01"]
    assert january[0] == {"cohort": "2026-01", "size": 1, "k": 0, "active": 1, "rate": 1.0, "complete": True}
    assert [row["active"] for row in january] == [1, 0, 1, 0, 0, 1, 0, 0, 1]
    assert [row["complete"] for row in january][-2:] == [True, False]


def test_rfm(shop: CommandLine) -> None:
    found = shop.json("kpi", "rfm", "--as-of", "2026-09-20")
    assert {len(cuts) for cuts in found["cuts"].values()} == {4}
    rows = {row["customer"]: row for row in found["rows"]}
    assert set(rows) == {"A", "B", "C"}
    assert set(rows["A"]) == {"customer", "recency", "frequency", "monetary", "r", "f", "m", "segment"}
    assert (rows["A"]["recency"], rows["A"]["frequency"], rows["A"]["monetary"]) == (10, 4, 4000)
    assert (rows["A"]["r"], rows["A"]["f"]) == (5, 5)
    assert rows["C"]["segment"] == "new"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_figure_reads_as_sentences(shop: CommandLine, language: str) -> None:
    for figure in ("summary", "retention", "repurchase", "cohorts", "rfm"):
        lines = shop.text("kpi", figure, "--as-of", "2026-09-20", "--language", language)
        assert lines.strip() and "{" not in lines
    assert ("Net sales: ¥7,700" if language == "en" else "売上 ¥7,700") in shop.text("kpi", "summary", "--language", language)


@pytest.mark.parametrize("figure", ["summary", "retention", "repurchase", "cohorts", "rfm"])
def test_a_shop_without_purchases_has_no_figures_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str], figure: str) -> None:
    line = CommandLine(tmp_path, capsys)
    line.json("new", "--name", "空")
    found = line.json("kpi", figure)
    assert found.get("rows", []) == []
    if figure == "summary":
        assert (found["aov"], found["repeat_rate"]["90"]["rate"]) == (None, None)
    line.text("kpi", figure)


@pytest.mark.parametrize("figure", ["retention", "repurchase", "cohorts", "rfm"])
def test_without_purchases_a_sentence_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str], figure: str) -> None:
    line = CommandLine(tmp_path / "empty", capsys)
    line.json("new", "--name", "こもれび")
    assert line.json("kpi", figure)["rows"] == []
    assert "not enough purchases" in line.text("kpi", figure, "--as-of", "2026-09-20", "--language", "en")
