"""points and import points-opening by the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.models.database import FILE_NAME, Database
from tests.e2e.cli_runs import CommandLine
from tests.e2e.test_cli_moving import written

PEOPLE = "code,name,points_opening\nC1,佐藤 花子,120\nC2,高橋 由美子,0\n,番号のない方,30\n"


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "shop", capsys)
    line.json("new", "--name", "こもれび")
    line.json("import", "customers", written(tmp_path / "名簿.csv", PEOPLE, "utf-8"))
    return line


def today() -> date:
    return (datetime.now(UTC) + timedelta(hours=9)).date()


def sell(shop: CommandLine, folder: Path, *amounts: int) -> None:
    rows = "".join(f"R{number},{today()},C2,カット,{amount}\n" for number, amount in enumerate(amounts, start=1))
    shop.json("import", "purchases", written(folder / "売上.csv", "receipt,date,customer_code,product,amount\n" + rows, "utf-8"))


def test_a_rule_and_what_purchases_earn_under_it(shop: CommandLine, tmp_path: Path) -> None:
    rule = shop.json("points", "rule", "--yen", "100", "--points", "1", "--expire-months", "12")
    assert (rule["is_on"], rule["amount"], rule["points"], rule["valid_from"]) == (True, 100, 1, None)
    assert (rule["expiry"]["kind"], rule["expiry"]["months"]) == ("after_earning", 12)
    sell(shop, tmp_path, 9350, 90)
    statement = shop.json("points", "statement", "C2")
    assert (statement["customer"], statement["balance"], len(statement["entries"])) == ("C2", 93, 1)
    entry = statement["entries"][0]
    assert set(entry) == {"id", "at", "day", "kind", "points", "lot", "expires", "receipt", "reason"}
    assert (entry["kind"], entry["points"], entry["day"], entry["receipt"]) == ("earn", 93, today().isoformat(), "R1")
    assert entry["at"].endswith("+09:00")
    assert date.fromisoformat(entry["expires"]) > today() + timedelta(days=360)


def test_every_part_of_a_rule_can_be_said(shop: CommandLine) -> None:
    words = "--yen 1000 --points 5 --rounding up --tax out --minimum 500 --birthday-rate 200 --bonus-rate 300 --bonus-days 5,20"
    more = "--bonus-weekdays mon,sat --first-visit 100 --referral 50 --point-value 2 --use-from 10 --expire-on 03-31 --from 2026-12-01"
    rule = shop.json("points", "rule", *words.split(), *more.split())
    kept = {
        "valid_from": "2026-12-01", "amount": 1000, "points": 5, "rounding": "up", "taxed": False, "minimum": 500, "birthday_rate": 200,
        "bonus_rate": 300, "bonus_days": [5, 20], "bonus_weekdays": [0, 5], "first_visit_points": 100, "referrer_points": 50,
        "referred_points": 50, "point_value": 2, "use_from": 10,
    }  # fmt: skip
    assert {name: rule[name] for name in kept} == kept
    assert (rule["expiry"]["kind"], rule["expiry"]["month"], rule["expiry"]["day"]) == ("fixed_day", 3, 31)
    visit = shop.json("points", "rule", "--yen", "100", "--expire-after-visit", "--expire-months", "6", "--month-end")["expiry"]
    assert (visit["kind"], visit["months"], visit["to_month_end"]) == ("after_visit", 6, True)
    off = shop.json("points", "rule", "--off")
    assert (off["is_on"], off["amount"]) == (False, 100)


def test_a_rule_says_what_it_gives_and_what_it_does_not(shop: CommandLine) -> None:
    said = shop.text("points", "rule", "--yen", "1000", "--points", "1", "--language", "en")
    assert said.splitlines() == [
        "From now on every ¥1,000 earns points: 1.",
        "A purchase of ¥999 earns 0.",
        "A purchase of ¥1,000 earns 1.",
        "A purchase of ¥10,000 earns 10.",
        "Points do not lapse.",
    ]
    assert shop.text("points", "rule", "--off", "--language", "en").strip() == "From now on purchases earn no points."


def test_a_new_rule_says_what_it_no_longer_holds(shop: CommandLine) -> None:
    first = shop.json("points", "rule", "--yen", "100", "--birthday-rate", "200", "--expire-months", "12")
    assert first["warnings"] == []
    second = [warning["text"] for warning in shop.json("points", "rule", "--yen", "50", "--birthday-rate", "300")["warnings"]]
    assert len(second) == 1
    third = " ".join(warning["text"] for warning in shop.json("points", "rule", "--yen", "50")["warnings"])
    assert "--birthday-rate 300" in third


def test_a_rule_that_cannot_be_is_refused(shop: CommandLine) -> None:
    assert shop.json("points", "rule", "--yen", "0", code=1)["kind"] == "RuleOutOfRange"
    assert shop.json("points", "rule", "--yen", "100", "--expire-months", "0", code=1)["field"] == "months"
    shop.json("points", "rule", code=2)
    shop.json("points", "rule", "--yen", "100", "--bonus-weekdays", "someday", code=2)
    shop.json("points", "rule", "--yen", "100", "--expire-on", "02-30", code=2)


def test_the_balances_of_a_day(shop: CommandLine, tmp_path: Path) -> None:
    last = today() + timedelta(days=9)
    openings = f"customer_code,points,expires\nC2,1000,{last}\nC2,200,\nX9,5,\nC1,5,\n"
    done = shop.json("import", "points-opening", written(tmp_path / "ポイント.csv", openings, "utf-8"), "--language", "en")
    assert (done["accepted"], [row["row"] for row in done["refused"]]) == (2, [4, 5])
    assert done["refused"][0]["reason"] == "Customer no.: There is no customer X9."
    now = shop.json("points", "balance")
    assert now["as_of"] == today().isoformat()
    assert now["rows"] == [{"customer": "C1", "balance": 120}, {"customer": "C2", "balance": 1200}, {"customer": "#3", "balance": 30}]
    assert now["owed"] == 1350
    assert shop.json("points", "balance", "--as-of", last.isoformat())["owed"] == 1350
    later = shop.json("points", "balance", "--as-of", (last + timedelta(days=1)).isoformat())
    assert (later["rows"][1]["balance"], later["owed"]) == (200, 350)
    before = shop.json("points", "balance", "--as-of", (today() - timedelta(days=1)).isoformat())
    assert (sum(row["balance"] for row in before["rows"]), before["owed"]) == (0, 0)


def test_the_list_of_points_counts_once_and_can_be_undone(shop: CommandLine, tmp_path: Path) -> None:
    path = written(tmp_path / "ポイント.csv", "会員番号,残ポイント\nC2,200\n")
    first = shop.json("import", "points-opening", path)
    again = shop.json("import", "points-opening", path, "--language", "ja", code=1)
    assert (again["import_id"], len(again["refused"])) == (None, 1)
    undone = shop.json("undo-import", str(first["import_id"]))
    assert undone["points"] == 200
    assert shop.json("points", "balance")["owed"] == 150
    assert shop.json("import", "points-opening", path, "--dry-run")["accepted"] == 1
    assert shop.json("points", "balance")["owed"] == 150


def test_a_customer_nobody_knows(shop: CommandLine) -> None:
    assert shop.json("points", "statement", "X9", "--language", "en", code=1)["error"] == "There is no customer with the number X9."
    assert shop.json("points", "statement", "#3")["balance"] == 30


def test_points_that_lapsed_while_nobody_looked_are_off_the_statement(shop: CommandLine, tmp_path: Path) -> None:
    openings = f"customer_code,points,expires\nC2,500,{today() + timedelta(days=5)}\n"
    shop.json("import", "points-opening", written(tmp_path / "p.csv", openings, "utf-8"))
    database = Database.of_file(shop.folder / FILE_NAME)
    with database.connection() as connection:
        for statement in ("UPDATE point_lot SET expires = expires - 30, day = day - 40", "UPDATE point_entry SET day = day - 40"):
            connection.exec_driver_sql(statement)
    database.close()
    found = shop.json("points", "statement", "C2")
    assert [(entry["kind"], entry["points"]) for entry in found["entries"]] == [("opening", 500), ("expire", -500)]
    assert found["entries"][1]["day"] == (today() - timedelta(days=24)).isoformat()
    assert found["balance"] == 0


def test_the_check_names_points_that_do_not_add_up(shop: CommandLine) -> None:
    assert shop.json("check")["points"] == "consistent"
    database = Database.of_file(shop.folder / FILE_NAME)
    with database.connection() as connection:
        connection.exec_driver_sql('UPDATE point_lot SET "left" = "left" + 1 WHERE customer_id = 1')
    database.close()
    found = shop.json("check", code=3)
    assert (found["ok"], found["points"], found["integrity"], len(found["ledger"])) == (False, "differ", "ok", 1)
    said = shop.text("check", "--language", "en", code=3)
    assert "The points do not add up" in said
