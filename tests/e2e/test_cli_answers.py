"""import answers by the command line: the answers of a web form to a survey that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models.database import Database
from tests.e2e.cli_runs import CommandLine
from tests.factories import add_customer
from tests.surveys import CONTENT, add_survey

FORM = (
    "タイムスタンプ,ご友人にすすめたいと思いますか,よかったところ,来店のきっかけ,メールアドレス,天気\n"
    '2024/10/02 3:04:05 午後 GMT+9,10,"技術, 価格",看板,hanako@example.jp,晴れ\n'
    "2024/10/03 9:00:00 午前 GMT+9,4,,チラシ,nobody@example.jp,\n"
    "あした,4,,,,\n"
)


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "お店", capsys)
    line.json("new", "--name", "美容室 こもれび", "--language", "en")
    database = Database.of_file(line.folder / "okaeri.db")
    with database.write() as session:
        add_survey(session)
        add_customer(session, "山田 花子", email="hanako@example.jp")
    database.close()
    return line


@pytest.fixture
def form(tmp_path: Path) -> str:
    path = tmp_path / "回答.csv"
    path.write_text(FORM, encoding="cp932")
    return str(path)


def test_answers_are_brought_in_once_and_taken_out_again(shop: CommandLine, form: str) -> None:
    done = shop.json("import", "answers", form, "--survey", CONTENT.title, "--language", "en")
    assert (done["accepted"], done["updated"], done["without_customer"], done["columns_left_out"]) == (2, 0, 1, ["天気"])
    assert done["refused"] == [{"row": 4, "reason": "Answered at: This cannot be read as a date."}]
    stranger = "E-mail: There is no customer nobody@example.jp. The answers come in without a customer."
    assert done["warnings"] == [{"row": 3, "text": stranger}]
    result = shop.json("survey", "result", "1")
    assert (result["answers"], result["nps"]["n"], result["questions"]["why"]["counts"]["other"]) == (2, 2, 1)

    again = shop.json("import", "answers", form, "--survey", "1", "--language", "en", code=1)
    assert (again["import_id"], again["accepted"], [one["row"] for one in again["refused"]]) == (None, 0, [2, 3, 4])
    assert again["refused"][0]["reason"] == "These answers came in before."
    assert any(one["row"] is None and "imported before" in one["text"] for one in again["warnings"])

    undone = shop.json("undo-import", str(done["import_id"]))
    assert (undone["answers"], undone["customers"]) == (2, 0)
    assert shop.json("survey", "result", "1")["answers"] == 0
    assert shop.json("import", "answers", form, "--survey", "1")["accepted"] == 2


def test_a_trial_stores_nothing(shop: CommandLine, form: str) -> None:
    tried = shop.json("import", "answers", form, "--survey", "1", "--dry-run", "--map", "天気=ひとこと")
    assert (tried["import_id"], tried["accepted"], tried["columns_left_out"], tried["dry_run"]) == (None, 2, [], True)
    assert shop.json("survey", "result", "1")["answers"] == 0
    assert shop.json("check")["rows"]["import_batch"] == 0


def test_what_cannot_be_done_is_said(shop: CommandLine, form: str, tmp_path: Path) -> None:
    assert shop.json("import", "answers", form, code=1)["kind"] == "SurveyNotNamed"
    assert shop.json("import", "answers", form, "--survey", "ない", code=1)["kind"] == "UnknownSurvey"
    assert shop.json("import", "answers", form, "--survey", "1", "--map", "天気=99", code=1)["kind"] == "UnknownField"
    other = tmp_path / "other.csv"
    other.write_text("色,形\n赤,丸\n", encoding="utf-8")
    assert shop.json("import", "answers", str(other), "--survey", "1", code=1)["kind"] == "MissingColumns"
    assert shop.json("import", "answers", form, "--survey", "1", "--strict", code=1)["kind"] == "Warned"
    assert shop.json("survey", "result", "1")["answers"] == 0


def test_the_outcome_in_sentences(shop: CommandLine, form: str) -> None:
    said = shop.text("import", "answers", form, "--survey", "1", "--language", "en")
    assert said.startswith("Import 1 is done. Answers: 2; without a customer: 1.\nColumns that were not imported: 天気\n")
