"""Whole lists through the program as a scheduler starts it: what shops have comes in right, what nobody should have is answered."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.exchange_files import SHOP_LIST, cell, csv_text, write_gz, write_raw_xlsx, write_text, write_xls, write_xlsx

ROOT = Path(__file__).resolve().parents[2]
# Row 2 is the header; row 6 has a month 13.
STORED = {"accepted": 3, "created": 3, "updated": 0, "without_customer": 0, "left_for_later": [], "columns_left_out": []}
# A receipt of two lines, one without a customer, a refund, a row of tomorrow.
SALES = (
    ("伝票番号", "売上日", "会員番号", "商品名", "数量", "金額"),
    ("R-1", "R8.2.3", "101", "カット", "１", "￥4,950"),
    ("R-1", "R8.2.3", "101", "シャンプー", "1", "２，６４０"),
    ("R-2", "2026/6/3", "", "物販", "1", "1200"),
    ("R-3", "2026年6月4日", "102", "返品", "-1", "△500"),
    ("R-4", "2062/5/1", "101", "カット", "1", "4950"),
)


def run(shop: Path, *arguments: str, code: int = 0) -> dict[str, Any]:
    """What the program wrote as JSON; a sentence may stand on stderr, a traceback never."""
    command = [sys.executable, str(ROOT / "main.py"), *arguments, "--data-dir", str(shop), "--language", "en", "--json"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, env=environment, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    run(tmp_path / "店", "new", "--name", "こもれび")
    return tmp_path / "店"


def exported(shop: Path, folder: Path) -> dict[str, dict[str, str]]:
    """The customers of the shop by number, as they go out again."""
    run(shop, "export", "customers", str(folder / "out.csv"), "--for", "moving")
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def written(folder: Path, kind: str) -> Path:
    """The list of an old till in one of the ways in which shops have it."""
    text = csv_text(SHOP_LIST)
    if kind == "xlsx":
        return write_xlsx(folder / "名簿.xlsx", {"表紙": [("お店の名簿",)], "名簿": [row[:8] for row in SHOP_LIST]})
    if kind == "xls":
        cells = [(row, column, value) for row, values in enumerate(SHOP_LIST) for column, value in enumerate(values) if value]
        return write_xls(folder / "名簿.xls", cells)
    if kind == "gz":
        return write_gz(folder / "名簿.csv.gz", text)
    if kind == "tsv":
        return write_text(folder / "名簿.txt", csv_text(SHOP_LIST, "\t"), "utf-16")
    return write_text(folder / "名簿.csv", text, kind)


@pytest.mark.parametrize("kind", ["cp932", "utf-8-sig", "tsv", "gz", "xlsx", "xls"])
def test_the_list_of_an_old_till_comes_in(shop: Path, tmp_path: Path, kind: str) -> None:
    done = run(shop, "import", "customers", str(written(tmp_path, kind)))
    assert {name: done[name] for name in STORED} == STORED
    assert done["refused"] == [{"row": 6, "reason": "Birthday: There is no month 13."}]
    people = exported(shop, tmp_path)
    assert list(people) == ["101", "102", "103"]
    assert [people[code]["name"] for code in people] == ["髙橋 由美子", "㈱山﨑商店", "吉田 和子"]
    assert [people[code]["birthday"] for code in people] == ["1973-11-08", "", "1958-06-02"]
    assert [people[code]["phone"] for code in people] == ["090-1234-0000", "090-1234-5678", "03-3711-1234"]
    assert [people[code]["postal_code"] for code in people] == ["150-0001", "060-0000", "153-0051"]
    assert (people["101"]["note"], people["103"]["note"]) == ("①番", "2行の\nメモ, 「引用」")


def test_names_that_cp932_does_not_have(shop: Path, tmp_path: Path) -> None:
    rows = (*SHOP_LIST[1:4], ("105", "𠮷田 𠮷子", "よしだ よしこ", "S64.1.7", "", "", "", "㈱①"))
    run(shop, "import", "customers", str(write_xlsx(tmp_path / "名簿.xlsx", {"名簿": rows})))
    assert (exported(shop, tmp_path)["105"]["name"], exported(shop, tmp_path)["105"]["birthday"]) == ("𠮷田 𠮷子", "1989-01-07")


def test_sales_with_refund_and_without_customer(shop: Path, tmp_path: Path) -> None:
    run(shop, "import", "customers", str(written(tmp_path, "cp932")))
    done = run(shop, "import", "purchases", str(write_text(tmp_path / "売上.csv", csv_text(SALES), "cp932")))
    assert (done["accepted"], done["without_customer"], [entry["row"] for entry in done["refused"]]) == (4, 1, [6])
    summary = run(shop, "kpi", "summary", "--as-of", "2026-07-01")
    assert (summary["net_sales"], summary["receipts"], summary["rows_without_customer"]) == (4950 + 2640 + 1200 - 500, 2, 1)
    run(shop, "undo-import", str(done["import_id"]))
    assert run(shop, "check")["rows"]["purchase"] == 0


def hostile(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.xlsx"
    if kind == "entities":
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        return write_raw_xlsx(path, f'<row r="1">{cell("A1", "&b;")}</row>', document_type=bomb)
    if kind == "far_cell":
        return write_raw_xlsx(path, f'<row r="1">{cell("A1", "お名前")}</row><row r="1048576">{cell("XFD1048576", "x")}</row>')
    contents = {"empty": b"", "picture": b"\x89PNG\r\n\x1a\n", "torn": b"PK\x03\x04" + bytes(400), "page": b"<!doctype html><p>"}
    path.write_bytes(contents[kind])
    return path


@pytest.mark.parametrize("kind", ["empty", "picture", "torn", "page", "entities", "far_cell"])
def test_hostile_files_are_answered_and_store_nothing(shop: Path, tmp_path: Path, kind: str) -> None:
    before = run(shop, "check")["rows"]
    answer = run(shop, "import", "customers", str(hostile(tmp_path, kind)), code=1)
    assert "Nothing was imported." in answer["error"]
    assert run(shop, "check")["rows"] == before
