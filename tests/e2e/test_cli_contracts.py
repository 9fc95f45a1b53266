"""import, export and figures of contracts by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models.database import FILE_NAME, Database
from app.queries.contracts import contracts_of
from tests.e2e.cli_runs import CommandLine
from tests.e2e.test_cli_moving import written
from tests.factories import TODAY

PEOPLE = "code,name\nC1,佐藤 花子\nC2,高橋 由美子\n"
HEADER = "customer_code,plan,start,end,price,reason\n"
ROWS = HEADER + "C1,会員,2025-01-15,,8000,\nC2,会員,2025-03-01,2026-02-01,8000,引っ越し\nC2,保守,2026-06-30,,¥1,500,\n".replace(
    "¥1,500", '"¥1,500"'
)


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "shop", capsys)
    line.json("new", "--name", "こもれび")
    line.json("import", "customers", written(tmp_path / "名簿.csv", PEOPLE, "utf-8"))
    return line


def _import(shop: CommandLine, folder: Path, text: str, *more: str, encoding: str = "utf-8", code: int = 0) -> dict[str, object]:
    return shop.json("import", "contracts", written(folder / "契約.csv", text, encoding), *more, code=code)


def _plans(shop: CommandLine) -> list[tuple[str, int | None, str | None, str]]:
    database = Database.of_file(shop.folder / FILE_NAME)
    try:
        with database.read() as session:
            rows = [row for customer in (1, 2) for row in contracts_of(session, customer, TODAY)]
            return [(row.plan, row.price, row.ended_on.isoformat() if row.ended_on else None, row.reason) for row in rows]
    finally:
        database.close()


def test_contracts_come_in_and_are_brought_up_to_date_instead_of_doubled(shop: CommandLine, tmp_path: Path) -> None:
    first = _import(shop, tmp_path, ROWS)
    assert (first["accepted"], first["created"], first["updated"], first["refused"], first["warnings"]) == (3, 3, 0, [], [])
    kept = [("会員", 8_000, None, ""), ("保守", 1_500, None, ""), ("会員", 8_000, "2026-02-01", "引っ越し")]
    assert _plans(shop) == kept
    again = _import(shop, tmp_path, ROWS)
    assert (again["accepted"], again["created"], again["updated"]) == (3, 0, 0)
    ended = HEADER + "C1,会員,2025-01-15,2026-09-01,9000,値段\n"
    second = _import(shop, tmp_path, ended)
    assert (second["created"], second["updated"]) == (0, 1)
    assert _plans(shop)[-1 if _plans(shop)[0][0] == "保守" else 0] == ("会員", 9_000, "2026-09-01", "値段")
    third = _import(shop, tmp_path, HEADER + "C1,会員,2025-01-15,,9000,\n")
    assert [warning["row"] for warning in third["warnings"]] == [2]  # type: ignore[attr-defined]
    undone = shop.json("undo-import", str(second["import_id"]))
    assert (undone["contracts"], undone["restored"]) == (0, 1)
    assert _plans(shop) == kept
    undone = shop.json("undo-import", str(first["import_id"]))
    assert (undone["contracts"], undone["kept"], undone["customers"]) == (3, 0, 0)
    assert _plans(shop) == []


def test_rows_that_cannot_come_in_say_why(shop: CommandLine, tmp_path: Path) -> None:
    bad = HEADER + (
        "C9,会員,2025-01-15,,8000,\n,会員,2025-01-15,,,\nC1,,2025-01-15,,,\nC1,会員,,,,\nC1,会員,2025-13-01,,,\n"
        "C1,会員,2025-01-15,2024-01-01,,\nC1,会員,2025-01-15,,たかい,\nC1,会員,2025-01-15,,,\nC1,会員,2025-01-15,,,\n"
    )
    outcome = _import(shop, tmp_path, bad, "--language", "en")
    reasons = {entry["row"]: entry["reason"] for entry in outcome["refused"]}  # type: ignore[attr-defined]
    assert sorted(reasons) == [2, 3, 4, 5, 6, 7, 8, 10]
    assert "C9" in reasons[2]
    assert "number" in reasons[3]
    assert "contract" in reasons[4]
    assert reasons[5].endswith("A date is needed.")
    assert "13" in reasons[6]
    assert "before" in reasons[7]
    assert "amount" in reasons[8]
    assert "Row 9" in reasons[10]
    assert outcome["accepted"] == 1


def test_trying_stores_nothing_and_other_encodings_and_headers_are_read(shop: CommandLine, tmp_path: Path) -> None:
    text = "会員番号,契約内容,契約開始日,解約日,月額,解約理由,契約期間,更新日\nC1,会員,2025/1/15,,8000,,1年,2027/1/15\n"
    tried = _import(shop, tmp_path, text, "--dry-run", encoding="cp932")
    assert (tried["accepted"], tried["import_id"], _plans(shop)) == (1, None, [])
    _import(shop, tmp_path, text, encoding="cp932")
    assert _plans(shop) == [("会員", 8_000, None, "")]
    nothing = _import(shop, tmp_path, "名前,年齢\nあ,3\n", code=1)
    assert nothing


def test_contracts_move_to_another_shop(shop: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _import(shop, tmp_path, ROWS)
    file = tmp_path / "contracts.csv"
    assert shop.json("export", "contracts", str(file), "--for", "moving")["rows"] == 3
    other = CommandLine(tmp_path / "other", capsys)
    other.json("new", "--name", "別の店")
    other.json("import", "customers", str(tmp_path / "名簿.csv"))
    assert other.json("import", "contracts", str(file))["created"] == 3
    assert _plans(other) == _plans(shop)
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0] == "customer_code,customer_name,phone,plan,start,end,price,reason,term_months,renews_on,every"
    assert shop.json("export", "contracts", str(tmp_path / "見る.xlsx"))["rows"] == 3


def test_the_figures_of_contracts(shop: CommandLine, tmp_path: Path) -> None:
    """On 15 January 2026 two of three ran; a year before, C1's alone, and it still does. Months: the ended one in its 12th, of two that
    were that old."""
    _import(shop, tmp_path, HEADER + "C1,会員,2025-01-15,,8000,\nC2,会員,2025-02-01,2026-01-10,8000,\nC2,保守,2025-09-15,,500,\n")
    found = shop.json("kpi", "contracts", "--as-of", "2026-01-15")
    assert set(found) == {"as_of", "active", "renewal_rate", "churn_rate", "survival"}
    assert (found["as_of"], found["active"], found["renewal_rate"], found["churn_rate"]) == ("2026-01-15", 2, 1.0, 0.0)
    rows = {row["month"]: row for row in found["survival"]}
    assert set(rows[12]) == {"month", "at_risk", "ended", "survival", "low", "high"}
    assert (rows[4]["at_risk"], rows[5]["at_risk"]) == (3, 2)
    assert (rows[12]["at_risk"], rows[12]["ended"], rows[12]["survival"]) == (2, 1, 0.5)
    assert 0 < rows[12]["low"] < 0.5 < rows[12]["high"] < 1
    before = shop.json("kpi", "contracts", "--as-of", "2025-06-01")
    assert (before["active"], before["renewal_rate"], before["churn_rate"]) == (2, None, None)
    said = shop.text("kpi", "contracts", "--as-of", "2026-01-15", "--language", "en").splitlines()
    assert "Month 1: 3 at risk, 0 ended, 100.0% last longer (100.0% to 100.0%)" in said
    assert any(line.startswith("Month 12: 2 at risk, 1 ended, 50.0% last longer (") for line in said)
    assert not any(" %" in line for line in said)
    assert shop.json("kpi", "contracts", "--as-of", "2024-01-01")["survival"] == []
