"""new, backup, restore, check and export by the command line."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app import cli
from app.models.database import Database
from tests.architecture.sources import ROOT
from tests.e2e.cli_runs import CommandLine
from tests.factories import TODAY, add_customer, add_purchase


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "お店", capsys)
    line.json("new", "--name", "美容室 こもれび", "--language", "en")
    return line


def add_people(shop: CommandLine, count: int) -> None:
    database = Database.of_file(shop.folder / "okaeri.db")
    with database.write() as session:
        for number in range(count):
            add_purchase(session, add_customer(session, name=f"客 {number}"), TODAY, 1000)
    database.close()


def test_a_new_shop_says_what_was_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = CommandLine(tmp_path / "uk", capsys)
    options = ("--currency", "gbp", "--timezone", "Europe/London", "--window", "60", "--margin-rate", "0.45")
    made = line.json("new", "--name", "Gifts", *options)
    assert made == {
        "name": "Gifts", "currency": "GBP", "timezone": "Europe/London", "window": 60, "margin_rate": 0.45,
        "file": str(tmp_path / "uk" / "okaeri.db"), "warnings": [],
    }  # fmt: skip
    assert line.json("check")["ok"] is True


def test_a_second_shop_in_the_folder_is_refused(shop: CommandLine) -> None:
    refused = shop.json("new", "--name", "もう一軒", "--language", "en", code=1)
    assert refused["kind"] == "ShopExists"
    assert shop.said.count("\n") == 1 and shop.said.startswith("There is a shop in this folder already.")


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("--name", " "), "ShopNameMissing"),
        (("--name", "a", "--currency", "XYZ"), "UnknownCurrency"),
        (("--name", "a", "--timezone", "Mars/Olympus"), "UnknownTimezone"),
        (("--name", "a", "--window", "1"), "WindowOutOfRange"),
        (("--name", "a", "--margin-rate", "2"), "MarginOutOfRange"),
    ],
)
def test_what_cannot_be_leaves_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], kind: str) -> None:
    assert CommandLine(tmp_path / "none", capsys).json("new", *arguments, code=1)["kind"] == kind
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "arguments", [(), ("fly",), ("new",), ("kpi", "magic"), ("kpi", "summary", "--as-of", "yesterday"), ("check", "--no")]
)
def test_wrong_usage_is_2(shop: CommandLine, arguments: tuple[str, ...]) -> None:
    assert shop.text(*arguments, code=2) == ""
    assert "usage:" in shop.said
    assert shop.json(*arguments, code=2)["kind"] == "Usage"


def test_without_a_shop_it_is_a_storage_fault_and_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = CommandLine(tmp_path / "none", capsys)
    for verb in (("check",), ("kpi", "summary"), ("backup", str(tmp_path / "b.db"))):
        assert line.json(*verb, code=3)["kind"] == "StorageMissing"
    assert list(tmp_path.iterdir()) == []


def test_backup_restore_and_check(shop: CommandLine, tmp_path: Path) -> None:
    add_people(shop, 3)
    target = tmp_path / "控え.db"
    made = shop.json("backup", str(target))
    assert (made["customers"], made["purchases"], made["verified"]) == (3, 3, True)
    assert made["bytes"] == target.stat().st_size
    add_people(shop, 2)
    outcome = shop.json("restore", str(target))
    assert (outcome["customers"], outcome["migrated"], outcome["warnings"]) == (3, False, [])
    checked = shop.json("check")
    assert (checked["ok"], checked["rows"]["customer"], checked["summaries"]) == (True, 3, "consistent")
    database = Database.of_file(Path(outcome["kept"]))
    with database.driver_connection() as connection:
        assert connection.execute("SELECT count(*) FROM customer").fetchone()[0] == 5
    database.close()


def test_restore_first_backs_up_what_is_there(shop: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "b.db"
    shop.json("backup", str(target))
    add_people(shop, 2)
    shop.json("restore", str(target))
    latest = max((shop.folder / "backups").glob("okaeri-*.db"))
    shop.json("restore", str(latest))
    assert shop.json("check")["rows"]["customer"] == 2


def test_a_smaller_backup_does_not_replace_a_larger_one(shop: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_people(shop, 5)
    target = tmp_path / "b.db"
    shop.json("backup", str(target))
    empty = CommandLine(tmp_path / "empty", capsys)
    empty.json("new", "--name", "空")
    assert empty.json("backup", str(target), code=1)["kind"] == "BackupShrinks"
    assert shop.json("backup", str(target))["customers"] == 5
    assert empty.json("backup", str(target), "--force")["customers"] == 0


def test_what_is_no_backup_is_refused_in_both_languages(shop: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("買い物メモ")
    before = (shop.folder / "okaeri.db").read_bytes()
    shop.text("restore", str(file), "--language", "en", code=1)
    assert shop.said == "The file notes.db is not a whole backup of this program. Nothing was changed. Please choose another backup.\n"
    shop.text("restore", str(file), "--language", "ja", code=1)
    assert shop.said.startswith("notes.db")
    assert (shop.folder / "okaeri.db").read_bytes() == before
    assert not (shop.folder / "backups").exists()
    assert shop.json("restore", str(tmp_path / "gone.db"), code=1)["kind"] == "BackupMissing"


def test_strict_stops_where_the_window_would_ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = CommandLine(tmp_path / "Dropbox" / "Okaeri", capsys)
    refused = line.json("new", "--name", "a", "--strict", "--language", "en", code=1)
    assert refused["warnings"] and "Dropbox" in refused["warnings"][0]["text"]
    assert not line.folder.exists()
    assert line.json("new", "--name", "a")["warnings"][0]["text"]


def test_a_damaged_shop_can_be_restored(shop: CommandLine, tmp_path: Path) -> None:
    add_people(shop, 2)
    shop.json("backup", str(tmp_path / "b.db"))
    (shop.folder / "okaeri.db").write_bytes(b"\0" * 5000)
    for left in shop.folder.glob("okaeri.db-*"):
        left.unlink()
    assert shop.json("restore", str(tmp_path / "b.db"), "--strict", code=1)["kind"] == "Warned"
    outcome = shop.json("restore", str(tmp_path / "b.db"))
    assert len(outcome["warnings"]) == 1
    assert Path(outcome["kept"]).read_bytes() == b"\0" * 5000
    assert shop.json("check")["rows"]["customer"] == 2


def test_check_finds_and_repairs_figures_that_differ(shop: CommandLine) -> None:
    add_people(shop, 2)
    with closing(dbapi2.connect(str(shop.folder / "okaeri.db"), isolation_level=None)) as connection:
        connection.execute("UPDATE customer_month SET amount = amount + 1")
    found = shop.json("check", code=3)
    assert (found["ok"], found["summaries"], found["integrity"]) == (False, "differ", "ok")
    repaired = shop.json("check", "--repair")
    assert (repaired["ok"], repaired["repaired"]) == (True, True)
    assert shop.json("check")["repaired"] is False


def test_check_finds_a_missing_customer(shop: CommandLine) -> None:
    add_people(shop, 1)
    with closing(dbapi2.connect(str(shop.folder / "okaeri.db"), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM customer")
    found = shop.json("check", "--repair", code=3)
    assert (found["ok"], found["integrity"]) == (False, "damaged")
    assert found["faults"]


def test_a_file_that_is_no_database_is_a_storage_fault(shop: CommandLine) -> None:
    (shop.folder / "okaeri.db").write_bytes(b"nothing of the kind" * 500)
    assert shop.json("check", code=3)["kind"] == "StorageCorrupt"
    assert shop.said.count("\n") == 1


def test_export_for_moving_and_for_excel(shop: CommandLine, tmp_path: Path) -> None:
    add_people(shop, 2)
    moving = shop.json("export", "customers", str(tmp_path / "c.csv"), "--for", "moving")
    assert (moving["rows"], moving["columns"][:2]) == (2, ["code", "name"])
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["客 0", "客 1"]
    assert shop.json("export", "purchases", str(tmp_path / "p.xlsx"), "--for", "excel", "--language", "ja")["rows"] == 2
    assert (tmp_path / "p.xlsx").read_bytes().startswith(b"PK")
    assert shop.json("export", "purchases", str(tmp_path / "p.pdf"), code=1)["kind"] == "ExportKindUnknown"


def test_sentences_without_json_in_the_language_asked_for(shop: CommandLine) -> None:
    assert shop.text("check", "--language", "en") == "The data are whole. Customers: 0, purchases: 0.\n"
    assert "データ" in shop.text("--language", "ja", "check")


def test_which_arguments_ask_for_the_command_line() -> None:
    assert cli.is_verb(["check"])
    assert cli.is_verb(["--data-dir", "check", "--language=ja", "kpi", "summary"])
    assert cli.is_verb(["chek"]), "a mistyped verb is told what there is, and opens no window"
    assert not cli.is_verb([])
    assert not cli.is_verb(["--demo", "--theme", "dark"])
    assert not cli.is_verb(["--screenshots", "check"])


def test_help_is_translated_and_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "控え" in CommandLine(tmp_path, capsys).text("--help", "--language", "ja")


def test_the_whole_program_from_outside(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "main.py", "--data-dir", str(tmp_path / "s"), "new", "--name", "𠮷野家具", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["name"] == "𠮷野家具"
