"""A whole shop on the way to another computer: what was joined, grouped, made and measured arrives as it was."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app import cli
from app.domain.cards import Calibration
from app.domain.customers import Consent, PartialDate
from app.domain.group_specs import ConditionKind
from app.domain.groups import Condition, GroupRules
from app.domain.print_cost import PrintRates
from app.domain.print_profiles import PrinterProfile
from app.domain.print_runs import PrintSettings
from app.models.customer import Customer, fields_of_record
from app.models.database import Database
from app.models.records import Action
from app.queries.groups import find_group, group_named, members
from app.services.actions import undo
from app.services.customers import archive_customer
from app.services.groups import add_group
from app.services.households import join_household
from app.services.print_profiles import save_profile
from app.services.print_rates import change_print_rates
from app.services.shop import save_print_settings
from app.services.templates import save_template
from tests.e2e.cli_runs import CommandLine
from tests.factories import NOW, TODAY, add_customer, add_staff
from tests.unit.template_samples import CARD, LETTER

LISTS = ("customers", "purchases", "products")


@pytest.fixture
def old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = _shop(tmp_path / "old", capsys)
    database = Database.of_file(line.folder / "okaeri.db")
    with database.write() as session:
        add_staff(session, "誰か")
        staff = add_staff(session, "田中 美咲")
        father = add_customer(
            session, "渡辺 健", code="C001", joint_names=("花子", "次郎"), post_consent=Consent.YES, post_consent_source="店頭",
            post_consent_on=date(2026, 1, 2), email_consent=Consent.NO, email_consent_source="お電話",
        )  # fmt: skip
        mother = add_customer(session, "渡辺 真理", staff="田中 美咲", birthday=PartialDate(None, 6, 2), mourning_until=date(2027, 3, 1))
        child = add_customer(session, "渡辺 恵", code="C003", do_not_contact=True, bad_address=True, tags=("夜",))
        dead = add_customer(session, "清水 一郎", code="C004", is_deceased=True, own={"肌質": "乾燥"})
        gone = add_customer(session, "林 次郎", code="C005")
        join_household(session, [mother, father, child], now=NOW)
        archive_customer(session, gone, now=NOW)
        mine = Condition(ConditionKind.STAFF, "yes", {"staff": staff})
        add_group(session, "田中のお客様", GroupRules(((mine,),)), now=NOW)
        add_group(session, "手書き", None, customer_ids=[child, mother, dead], now=NOW)
        save_template(session, LETTER, now=NOW)
        save_template(session, CARD, now=NOW)
        save_profile(session, PrinterProfile("受付", "はがき", Calibration(1.5, -2.0, 99.5, rotated=True), "手差し"), now=NOW)
        save_print_settings(session, PrintSettings(dx=3.0, honorific="さま").to_json())
        change_print_rates(session, replace(PrintRates(), wage=1500), now=NOW)
    database.close()
    return line


def _shop(folder: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(folder, capsys)
    line.json("new", "--name", "こもれび")
    return line


def _moved(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    new = _shop(old.folder.parent / "new", capsys)
    database = Database.of_file(new.folder / "okaeri.db")
    with database.write() as session:
        # The ids of the old shop are somebody else's here.
        add_staff(session, "別の人")
    database.close()
    for what in (*LISTS, "shop"):
        file = str(old.folder / f"{what}.{'json' if what == 'shop' else 'csv'}")
        old.json("export", what, file, "--for", "moving")
        if what in ("customers", "shop"):
            assert new.json("import", what, file)["warnings"] == []
    return new


def test_nothing_is_lost_on_the_way(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    new = _moved(old, capsys)

    for what, name in (("customers", "customers.csv"), ("shop", "shop.json")):
        new.json("export", what, str(new.folder / name), "--for", "moving")
        assert (new.folder / name).read_text("utf-8") == (old.folder / name).read_text("utf-8")
    pack = json.loads((new.folder / "shop.json").read_text("utf-8"))
    assert pack["households"] == [["#2", "C001", "C003"]]
    assert [(one["name"], one["members"]) for one in pack["groups"]] == [("田中のお客様", []), ("手書き", ["C003", "#2", "C004"])]
    assert {one["key"] for one in pack["templates"]} == {"letter", "card"}
    assert (pack["profiles"][0]["printer"], pack["print_settings"]["dx"], pack["print_rates"]["wage"]) == ("受付", 3.0, 1500)


def test_it_is_said_that_codes_handed_out_stay(old: CommandLine) -> None:
    said = old.text("export", "shop", str(old.folder / "shop.json"))
    assert "codes on cards and coupons handed out so far stay with the old shop" in said


def test_every_field_of_a_customer_arrives(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    new = _moved(old, capsys)
    found = []
    for line in (old, new):
        database = Database.of_file(line.folder / "okaeri.db")
        with database.read() as session:
            rows = session.scalars(select(Customer).order_by(Customer.name)).all()
            found.append([(fields_of_record(row, "", ""), row.archived_at, row.household_place) for row in rows])
        database.close()
    for (before, *others), (after, *same) in zip(*found, strict=True):
        assert others == same
        for field in fields(before):
            if field.name != "code" or before.code:
                assert getattr(before, field.name) == getattr(after, field.name), field.name


def test_groups_find_the_same_people_there(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    new = _moved(old, capsys)
    database = Database.of_file(new.folder / "okaeri.db")
    with database.read() as session:
        names = {}
        for name in ("田中のお客様", "手書き"):
            group = group_named(session, name)
            assert group is not None and find_group(session, group, TODAY).name == name
            ids = [int(number) for number in members(session, group, TODAY)]
            names[name] = set(session.scalars(select(Customer.name).where(Customer.id.in_(ids))))
    database.close()
    assert names == {"田中のお客様": {"渡辺 真理"}, "手書き": {"渡辺 真理", "渡辺 恵"}}


def test_a_second_time_changes_nothing_and_says_what_was_here(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    new = _moved(old, capsys)
    file = str(old.folder / "shop.json")

    assert "error" in new.json("import", "shop", file, "--strict", code=1)
    answer = new.json("import", "shop", file)

    assert len(answer["warnings"]) == 4
    assert (answer["households"], answer["groups"], answer["templates"], answer["profiles"]) == (1, 2, 2, 1)
    new.json("export", "shop", str(new.folder / "shop.json"))
    assert (new.folder / "shop.json").read_text("utf-8") == (old.folder / "shop.json").read_text("utf-8")


def test_who_and_what_is_not_there_is_told_and_left_out(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(old.folder / "shop.json")
    old.json("export", "shop", file)
    new = _shop(old.folder.parent / "new", capsys)

    answer = new.json("import", "shop", file, "--dry-run", "--language", "en")

    said = " ".join(str(warning["text"]) for warning in answer["warnings"])
    assert "C001" in said and "田中 美咲" in said
    assert (answer["households"], answer["groups"]) == (0, 1)
    assert new.json("groups")["groups"][0]["kind"] == "ready"


def test_what_came_in_can_be_taken_back_whole(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    new = _moved(old, capsys)
    database = Database.of_file(new.folder / "okaeri.db")
    with database.write() as session:
        undo(session, session.scalars(select(Action.id).order_by(Action.id.desc())).first() or 0, now=NOW)
    database.close()

    new.json("export", "shop", str(new.folder / "shop.json"))

    pack = json.loads((new.folder / "shop.json").read_text("utf-8"))
    assert not any(pack[kind] for kind in ("households", "groups", "templates", "profiles", "retired", "print_settings", "print_rates"))


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("groups", [{"name": "x", "rules": [], "members": []}]),
        ("groups", [{"name": "", "rules": None, "members": []}]),
        ("groups", [{"name": "x", "rules": {"all": [[{"kind": "staff", "how": "yes", "staff": 1}]]}, "members": []}]),
        ("retired", {"C001": ["2026-11-20T10:00:00", None]}),
        ("profiles", [{"printer": "p", "stock": "A4", "tray": "", "dx": 99, "dy": 0, "scale": 100, "rotated": False}]),
        ("templates", [{"key": "x"}]),
        ("households", ["C001"]),
        ("households", [["C004", "C004"]]),
        ("print_settings", {"kinds": [], "dx": "far"}),
        ("print_rates", {"paper": -5}),
    ],
)
def test_a_file_that_was_changed_by_hand_breaks_nothing(old: CommandLine, part: str, value: object) -> None:
    path = old.folder / "shop.json"
    old.json("export", "shop", str(path))
    pack = json.loads(path.read_text("utf-8")) | {part: value}
    path.write_text(json.dumps(pack), "utf-8")

    ended = cli.run(["import", "shop", str(path), "--json", "--data-dir", str(old.folder)])

    assert ended in (0, 1)
    old.json("groups")
    old.json("export", "shop", str(path))
    assert all(len(one) > 1 for one in json.loads(path.read_text("utf-8"))["households"])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "okaeri-shop", "version": 1}', '{"format": "okaeri-shop", "version": 2}'])
def test_a_file_of_something_else_is_refused(old: CommandLine, text: str) -> None:
    path = old.folder / "x.json"
    path.write_text(text)
    assert "x.json" in str(old.json("import", "shop", str(path), code=1)["error"])
    assert "x.json" in str(old.json("import", "shop", str(path) + ".gone", code=1)["error"])


def _with_broken_parts(pack: dict[str, Any]) -> dict[str, Any]:
    good = pack["templates"][0]
    part = good["elements"][0]
    broken = {
        "many": {"elements": [part | {"name": str(number)} for number in range(5000)]},
        "": {},
        "unnamed": {"name": "  "},
        "circle": {"elements": [part | {"name": "a", "follows": "a"}]},
        "nowhere": {"elements": [part | {"frame": [float("nan"), 0, 10, 10]}]},
        "paper": {"paper": "A99"},
        "picture": {"elements": [part | {"kind": "image", "image": "x"}]},
        "month": {"months": [99]},
    }
    templates = [good | {"key": key, "name": f"壊れた{key}"} | change for key, change in broken.items()]
    profile = pack["profiles"][0]
    rules = {"all": [[{"kind": "visits", "how": "at_least", "times": 10**9}]]}
    groups = [{"name": name, "rules": None, "members": ["C003"]} for name in ("g", "Ｇ", "", "x" * 999)]
    return pack | {
        "templates": [*pack["templates"], good | {"name": "二度目"}, *templates],
        "profiles": [profile, profile | {"stock": " "}, profile | {"printer": ""}, profile | {"printer": f"{profile['printer']} "}],
        "groups": [*groups, {"name": "数", "rules": rules, "members": []}, {"name": "空", "rules": {"all": []}, "members": []}],
    }


def test_nothing_broken_is_taken_from_a_file(old: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    path = old.folder / "shop.json"
    old.json("export", "shop", str(path))
    pack = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(_with_broken_parts(pack)), "utf-8")
    new = _shop(old.folder.parent / "new", capsys)

    answer = new.json("import", "shop", str(path), "--language", "en")

    assert (answer["groups"], answer["templates"], answer["profiles"]) == (1, 2, 1)
    said = [str(warning["text"]) for warning in answer["warnings"]]
    for name in ("many", "circle", "nowhere", "paper", "picture", "month"):
        assert any(text.startswith(f"“壊れた{name}” in the file was left out. ") for text in said), name
    assert not any("was here already" in text for text in said)
    assert sum("more than once" in text for text in said) == 3
    assert sum("lacks the printer or the paper" in text for text in said) == 2
    new.json("export", "shop", str(path))
    brought = json.loads(path.read_text("utf-8"))
    assert [(one["key"], one["name"]) for one in brought["templates"]] == [(one["key"], one["name"]) for one in pack["templates"]]
    assert [one["name"] for one in brought["groups"]] == ["g"] and brought["profiles"] == pack["profiles"]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("print_rates", {"paper": float("inf")}),
        ("print_settings", {"template_key": 5, "design": [], "direction": {}}),
    ],
)
def test_what_is_not_understood_is_as_in_a_new_shop(old: CommandLine, part: str, value: object) -> None:
    path = old.folder / "shop.json"
    old.json("export", "shop", str(path))
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {part: value}), "utf-8")
    old.json("import", "shop", str(path))
    old.json("export", "shop", str(path))
    usual = PrintRates().to_json() if part == "print_rates" else PrintSettings().to_json()
    assert json.loads(path.read_text("utf-8"))[part] == usual


def test_prices_that_cannot_be_are_refused_in_a_sentence(old: CommandLine) -> None:
    path = old.folder / "shop.json"
    old.json("export", "shop", str(path))
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"print_rates": {"paper": 10**9}}), "utf-8")
    assert "100,000" in str(old.json("import", "shop", str(path), code=1)["error"])
