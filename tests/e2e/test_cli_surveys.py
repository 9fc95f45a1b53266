"""survey, surveys and print survey, as a scheduler calls them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.e2e.cli_runs import CommandLine

QUESTIONS: list[dict[str, Any]] = [
    {"id": "nps", "kind": "nps", "text": "すすめたいと思いますか", "required": True},
    {"id": "look", "kind": "scale", "points": 5, "text": "仕上がりにご満足いただけましたか"},
    {"id": "good", "kind": "multi", "text": "よかったところ", "options": ["仕上がり", "待ち時間", "値段"]},
    {"id": "next", "kind": "single", "text": "次のご来店", "options": ["1か月以内", "まだ決めていない"]},
    {"id": "free", "kind": "text", "text": "お気づきのこと"},
]


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    made = CommandLine(tmp_path / "shop", capsys)
    made.text("new", "--name", "美容室 こもれび")
    people = tmp_path / "people.csv"
    people.write_text("code,name,kana\n0001,吉田 和子,よしだ かずこ\n0002,林 太郎,はやし たろう\n", encoding="utf-8")
    made.text("import", "customers", str(people))
    return made


def _file(folder: Path, **content: Any) -> str:
    path = folder / "survey.json"
    path.write_text(json.dumps({"title": "ご来店後アンケート", "language": "ja", "questions": QUESTIONS} | content), encoding="utf-8")
    return str(path)


def test_a_survey_is_made_and_listed(shop: CommandLine, tmp_path: Path) -> None:
    made = shop.json("survey", "create", _file(tmp_path))
    assert (made["survey"], made["version"]) == (1, 1)
    (row,) = shop.json("surveys")["rows"]
    assert (row["title"], row["version"], row["questions"], row["handed_out"], row["answers"]) == ("ご来店後アンケート", 1, 5, 0, 0)
    assert "ご来店後アンケート" in shop.text("surveys")
    assert shop.json("surveys", "--state", "archived")["rows"] == []
    assert len(shop.json("surveys", "--state", "in_use")["rows"]) == 1


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"questions": [{"id": "a", "kind": "stars", "text": "?"}]}, "questions[1].kind"),
        ({"questions": [{"id": "a", "kind": "scale", "text": "?", "points": 4}]}, "questions[1].points"),
        ({"language": "fr"}, "language"),
        ({"audience": "everybody"}, "audience"),
        ({"audience": ["staff"]}, "audience"),
        ({"title": "\ud800"}, "title"),
    ],
)
def test_what_is_no_survey_is_refused_with_its_place(shop: CommandLine, tmp_path: Path, content: dict[str, Any], place: str) -> None:
    shop.json("survey", "create", _file(tmp_path, **content), code=1)
    assert place in shop.said
    assert shop.json("surveys")["rows"] == []


def test_a_question_without_answers_to_choose_from_is_refused(shop: CommandLine, tmp_path: Path) -> None:
    shop.text("survey", "create", _file(tmp_path, questions=[{"id": "a", "kind": "single", "text": "?", "options": ["一つ"]}]), code=1)
    assert shop.said.strip()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"text"'])
def test_a_file_that_is_no_survey_is_told_in_a_sentence(shop: CommandLine, tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    shop.text("survey", "create", str(path), code=1)
    assert shop.said.strip()
    assert "Traceback" not in shop.said


def test_sheets_with_names_are_recorded_and_laid_out(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("survey", "create", _file(tmp_path))
    out, layout = tmp_path / "sheets.pdf", tmp_path / "layout.json"
    named = ("--customer", "0001", "--customer", "0002")
    told = shop.json("print", "survey", "--survey", "ご来店後アンケート", *named, "--out", str(out), "--layout", str(layout))
    assert told["printed"] == ["0001", "0002"]
    assert len(PdfReader(out).pages) == told["pages"] == 2
    boxes = json.loads(layout.read_text(encoding="utf-8"))
    assert boxes["questions"] == {"nps": "single", "look": "single", "good": "multi", "next": "single"}
    assert {(box["question"], box["option"]) for box in boxes["boxes"]} == {
        *(("nps", str(point)) for point in range(11)),
        *(("look", str(point)) for point in range(1, 6)),
        *(("good", option) for option in ("仕上がり", "待ち時間", "値段")),
        *(("next", option) for option in ("1か月以内", "まだ決めていない")),
    }
    assert {box["page"] for box in boxes["boxes"]} == {0}
    text = PdfReader(out).pages[1].extract_text()
    assert "林" in text
    assert "吉田" not in text
    (run,) = shop.json("print-log")["rows"]
    assert (run["kind"], run["pieces"]) == ("survey", 2)
    assert shop.json("surveys")["rows"][0]["handed_out"] == 2


def test_printed_twice_on_a_day_it_is_the_same_run_and_the_same_bytes(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("survey", "create", _file(tmp_path))
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    told = [shop.json("print", "survey", "--survey", "1", "--customer", "0001", "--out", str(path)) for path in (first, second)]
    assert told[0]["run"] == told[1]["run"]
    assert first.read_bytes() == second.read_bytes()
    assert shop.json("surveys")["rows"][0]["handed_out"] == 1


def test_open_sheets_are_all_different(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("survey", "create", _file(tmp_path))
    out = tmp_path / "sheets.pdf"
    told = shop.json("print", "survey", "--survey", "1", "--copies", "5", "--paper", "a5x2", "--out", str(out))
    assert len({piece["code"] for piece in told["pieces"]}) == 5
    # Both pages of a sheet side by side: no paper carries pages of two people.
    assert (told["pages_of_one"], told["pages"], len(PdfReader(out).pages)) == (2, 5, 5)


def test_sheets_are_for_somebody_or_for_anybody(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("survey", "create", _file(tmp_path))
    out = tmp_path / "sheets.pdf"
    shop.text("print", "survey", "--survey", "1", "--out", str(out), code=2)
    shop.text("print", "survey", "--survey", "1", "--customer", "0001", "--copies", "3", "--out", str(out), code=2)
    assert not out.exists()


def test_nobody_of_the_staff_is_named(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("survey", "create", _file(tmp_path, audience="staff"))
    out = tmp_path / "sheets.pdf"
    shop.text("print", "survey", "--survey", "1", "--customer", "0001", "--out", str(out), code=1)
    assert not out.exists()
    shop.text("print", "survey", "--survey", "1", "--copies", "3", "--out", str(out))
    assert out.exists()
