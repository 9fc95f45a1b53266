"""groups by the command line, and a run of cards for one of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.customers import Consent
from app.domain.group_specs import ConditionKind
from app.domain.groups import Condition, GroupRules
from app.models.database import Database
from app.services.groups import add_group
from tests.e2e.cli_runs import CommandLine
from tests.factories import NOW, TODAY, add_customer, add_purchase

AWAY = GroupRules(((Condition(ConditionKind.LAST_VISIT, "ago", {"days": 90}),), (Condition(ConditionKind.POST, "yes"),)))


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "お店", capsys)
    line.json("new", "--name", "美容室 こもれび", "--language", "en")
    database = Database.of_file(line.folder / "okaeri.db")
    place = {"postal_code": "150-0001", "prefecture": "東京都", "city": "渋谷区"}
    with database.write() as session:
        for code, days in (("A-1", 100), ("B-7", 90), ("C-3", 5)):
            customer = add_customer(session, f"吉田 {code}", code=code, post_consent=Consent.YES, street=f"神宮前{days}-5-6", **place)
            add_purchase(session, customer, TODAY - timedelta(days=days), 1000)
        add_group(session, "しばらくの方", AWAY, now=NOW)
        add_group(session, "Committee", None, now=NOW, customer_ids=[customer])
    database.close()
    return line


def test_every_group_is_listed_with_its_sentence(shop: CommandLine) -> None:
    rows = shop.json("groups", "--date", TODAY.isoformat(), "--language", "ja")["groups"]
    assert rows[:2] == [
        {"name": "しばらくの方", "kind": "rules", "count": 2, "sentence": "90日以上ご来店なし、郵送に同意"},
        {"name": "Committee", "kind": "hand", "count": 1, "sentence": "手で選んだお客様"},
    ]
    assert {row["kind"] for row in rows[2:]} == {"ready"}
    assert {"name": "常連", "kind": "ready", "count": 0, "sentence": "よくお見えになり、お買上げも多い方"} in rows
    assert "Not here for 90 days or more, agreed to post" in shop.text("groups", "--language", "en")


def test_a_run_is_printed_for_a_stored_group(shop: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    made = shop.json("print", "thank-you", "--group", "しばらくの方", "--date", TODAY.isoformat(), "--out", str(out))
    assert sorted(made["printed"]) == ["A-1", "B-7"]
    assert out.read_bytes().startswith(b"%PDF")
    refused = shop.json("print", "thank-you", "--group", "nobody", "--out", str(out), code=1)
    assert refused["kind"] == "UnknownGroup"
