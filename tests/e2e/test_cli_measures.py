"""measure create, list, power, as a scheduler calls them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.e2e.cli_runs import CommandLine

LIST = "customer_code,arm,cost\n0001,sent,107\n0002,held,\n0003,sent,107\n0004,held,\n"


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    made = CommandLine(tmp_path / "shop", capsys)
    made.text("new", "--name", "美容室 こもれび")
    people = tmp_path / "people.csv"
    people.write_text("code,name\n" + "".join(f"{number:04},客 {number}\n" for number in range(1, 9)), encoding="utf-8")
    made.text("import", "customers", str(people))
    return made


def _file(folder: Path, text: str = LIST) -> str:
    path = folder / "assignment.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _create(shop: CommandLine, file: str, *more: str, code: int = 0, name: str = "春のはがき") -> dict[str, object]:
    given = ("--name", name, "--assignment", file, "--sent-on", "2026-04-01", "--window", "60", *more)
    return shop.json("measure", "create", *given, code=code)


def test_a_measure_from_elsewhere_is_brought_in_and_listed(shop: CommandLine, tmp_path: Path) -> None:
    assert shop.json("measure", "list")["rows"] == []
    made = _create(shop, _file(tmp_path), "--cost", "1000", "--kind", "win_back")
    assert made == {"measure": 1, "n_sent": 2, "n_held": 2, "refused": [], "warnings": []}
    (row,) = shop.json("measure", "list")["rows"]
    assert row == {
        "measure": 1, "name": "春のはがき", "kind": "win_back", "channel": "list", "state": "done", "outside": True,
        "sent_on": "2026-04-01", "ends_on": "2026-05-31", "window": 60, "n_sent": 2, "n_held": 2, "cost": 1_214,
    }  # fmt: skip
    assert "春のはがき" in shop.text("measure", "list")
    assert shop.json("measure", "list", "--kind", "event")["rows"] == []


def test_bad_rows_are_listed_and_the_others_come_in(shop: CommandLine, tmp_path: Path) -> None:
    text = "customer_code\tarm\tdate\n0001\tsent\t\n0001\theld\t\n9999\tsent\t\n0002\tperhaps\t\n0003\theld\t2026-13-01\n0004\theld\t\n"
    made = _create(shop, _file(tmp_path, text))
    assert (made["n_sent"], made["n_held"]) == (1, 1)
    refused = made["refused"]
    assert isinstance(refused, list)
    assert [one["row"] for one in refused] == [3, 4, 5, 6]
    assert all(one["reason"] for one in refused)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("customer_code,arm\n9999,sent\n", ()),
        ("customer_code,arm\n0001,sideways\n", ()),
        ("customer_code,arm\n0001,held\n", ()),
        ("customer_code,name\n0001,客\n", ()),
        ("", ()),
        (LIST, ("--cost", "-1")),
        (LIST, ("--encoding", "klingon")),
    ],
)
def test_what_cannot_come_in_is_told_in_a_sentence(shop: CommandLine, tmp_path: Path, text: str, given: tuple[str, ...]) -> None:
    _create(shop, _file(tmp_path, text), *given, code=1)
    assert shop.said.strip()
    assert "Traceback" not in shop.said
    assert shop.json("measure", "list")["rows"] == []


def test_a_file_that_is_not_there_and_a_window_that_cannot_be(shop: CommandLine, tmp_path: Path) -> None:
    _create(shop, str(tmp_path / "nothing.csv"), code=1)
    shop.text("measure", "create", "--name", "x", "--assignment", "x", "--sent-on", "2026-04-01", "--window", "0", code=2)
    shop.text("measure", "create", "--name", "x", "--assignment", "x", "--sent-on", "tomorrow", code=2)
    shop.text("measure", code=2)


def test_two_that_count_at_once_are_refused_and_old_ones_warned_of(shop: CommandLine, tmp_path: Path) -> None:
    file = _file(tmp_path)
    _create(shop, file)
    again = _create(shop, file, name="もう一度")
    assert len(again["warnings"]) == 1  # type: ignore[arg-type]
    _create(shop, file, "--strict", name="三度目", code=1)
    today = str(date.today() - timedelta(days=2))
    shop.text("measure", "create", "--name", "いま", "--assignment", file, "--sent-on", today)
    shop.text("measure", "create", "--name", "いまも", "--assignment", file, "--sent-on", today, code=1)
    assert "いま" in shop.said
    assert len(shop.json("measure", "list")["rows"]) == 3


def test_without_anybody_held_back_it_comes_in_with_a_warning(shop: CommandLine, tmp_path: Path) -> None:
    made = _create(shop, _file(tmp_path, "customer_code,arm\n0001,sent\n"))
    assert len(made["warnings"]) == 1  # type: ignore[arg-type]


def test_what_can_be_seen_with_so_many_people(shop: CommandLine, tmp_path: Path) -> None:
    assert shop.json("measure", "power", "--n", "320")["effect"] is None
    assert "purchases" in shop.text("measure", "power", "--n", "320", "--language", "en")
    sales = tmp_path / "sales.csv"
    days = [date.today() - timedelta(days=10 + 20 * number) for number in range(8)]
    lines = (f"R{number},{day},{number + 1:04},{3000 + 500 * number}\n" for number, day in enumerate(days))
    sales.write_text("receipt,date,customer_code,amount\n" + "".join(lines), encoding="utf-8")
    shop.text("import", "purchases", str(sales))
    small, large = (shop.json("measure", "power", "--n", str(count)) for count in (320, 2_000))
    assert (small["n_sent"], small["n_held"], large["n_sent"], large["n_held"]) == (160, 160, 1_600, 400)
    spread = small["sd"] * (1 - small["rho"] ** 2) ** 0.5
    assert small["effect"] == pytest.approx(2.80 * spread * (2 / 160) ** 0.5)
    assert large["effect"] == pytest.approx(2.80 * spread * (1 / 1_600 + 1 / 400) ** 0.5)
    assert 0 < small["rate_difference"] < 1
    assert "¥" in shop.text("measure", "power", "--n", "320", "--held", "80")
    assert shop.json("measure", "power", "--n", "320", "--held", "0")["effect"] is None
    shop.text("measure", "power", "--n", "320", "--held", "320", code=1)
