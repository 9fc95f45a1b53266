"""scan: filled-in sheets come back as pictures and are recorded, once each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from tests.e2e.cli_runs import CommandLine

QUESTIONS: list[dict[str, Any]] = [
    {"id": "nps", "kind": "nps", "text": "すすめたいと思いますか"},
    {"id": "good", "kind": "multi", "text": "よかったところ", "options": ["仕上がり", "待ち時間", "値段"]},
    {"id": "free", "kind": "text", "text": "お気づきのこと"},
]
DPI = 200


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with one customer's sheet and two open ones, printed and filled in: 0.jpg of the customer, both.pdf of the others."""
    from app.cli.running import run

    folder = tmp_path_factory.mktemp("scans")
    (folder / "survey.json").write_text(
        json.dumps({"title": "ご来店後アンケート", "language": "ja", "questions": QUESTIONS}), encoding="utf-8"
    )
    (folder / "people.csv").write_text("code,name,kana\n0001,吉田 和子,よしだ かずこ\n", encoding="utf-8")
    begin = ["--data-dir", str(folder / "shop")]
    for words in (
        ["new", "--name", "美容室 こもれび"],
        ["import", "customers", str(folder / "people.csv")],
        ["survey", "create", str(folder / "survey.json")],
        ["print", "survey", "--survey", "1", "--customer", "0001", "--out", str(folder / "one.pdf"), "--layout", str(folder / "l.json")],
        ["print", "survey", "--survey", "1", "--copies", "2", "--out", str(folder / "two.pdf")],
    ):
        assert run([*begin, *words]) == 0
    layout = json.loads((folder / "l.json").read_text(encoding="utf-8"))
    (sheet,) = _pages(folder / "one.pdf")
    _tick(sheet, layout, {"nps|9", "good|値段"})
    sheet.save(folder / "0.jpg", quality=80)
    first, second = _pages(folder / "two.pdf")
    _tick(first, layout, {"nps|2"})
    _tick(second, layout, {"nps|10", "good|仕上がり", "good|待ち時間"})
    first.save(folder / "both.pdf", save_all=True, append_images=[second.rotate(180)], resolution=DPI)
    Image.new("L", (600, 800), 120).save(folder / "holiday.jpg")
    return folder


def _pages(path: Path) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(path)
    pages = [document[number].render(scale=DPI / 72).to_pil().convert("RGB") for number in range(len(document))]
    document.close()
    return pages


def _tick(sheet: Image.Image, layout: Mapping[str, Any], ticked: set[str]) -> None:
    pencil, scale = ImageDraw.Draw(sheet), DPI / 72
    for box in layout["boxes"]:
        if f"{box['question']}|{box['option']}" in ticked:
            left, side = box["x"] * scale, box["w"] * scale
            top = sheet.height - (box["y"] + box["h"]) * scale
            line = [(left + 2, top + side * 0.5), (left + side * 0.4, top + side * 0.9), (left + side * 1.1, top - side * 0.1)]
            pencil.line(line, fill=(30, 40, 140), width=5)


@pytest.fixture
def shop(printed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    import shutil

    shutil.copytree(printed / "shop", tmp_path / "shop")
    return CommandLine(tmp_path / "shop", capsys)


def _sel(read: Mapping[str, Mapping[str, bool]]) -> set[str]:
    return {name for name, box in read.items() if box["sel"]}


def test_pictures_are_read_and_recorded_once(shop: CommandLine, printed: Path) -> None:
    one, both, holiday = (str(printed / name) for name in ("0.jpg", "both.pdf", "holiday.jpg"))
    read = shop.json("scan", one, both, holiday)
    assert set(read) == {"0.jpg", "both.pdf", "both.pdf#2", "holiday.jpg"}
    assert _sel(read["0.jpg"]) == {"nps|9", "good|値段"}
    assert (_sel(read["both.pdf"]), _sel(read["both.pdf#2"])) == ({"nps|2"}, {"nps|10", "good|仕上がり", "good|待ち時間"})
    assert not any(box["doubt"] for name in ("0.jpg", "both.pdf", "both.pdf#2") for box in read[name].values())
    assert len(read["0.jpg"]) == 14
    assert read["holiday.jpg"] is None
    (row,) = shop.json("surveys")["rows"]
    assert (row["answers"], row["open"]) == (3, 0)
    # The same pictures once more say the same and count once.
    assert shop.json("scan", both, one) == {name: read[name] for name in ("0.jpg", "both.pdf", "both.pdf#2")}
    assert "Read before, counted once: 1" in shop.text("scan", one)
    assert shop.json("surveys")["rows"][0]["answers"] == 3


def test_a_trial_records_nothing(shop: CommandLine, printed: Path) -> None:
    read = shop.json("scan", "--dry-run", str(printed / "0.jpg"))
    assert _sel(read["0.jpg"]) == {"nps|9", "good|値段"}
    assert shop.json("surveys")["rows"][0]["answers"] == 0
    assert "Read without a doubt: 1" in shop.text("scan", str(printed / "0.jpg"))


def test_a_folder_is_read_and_files_of_the_same_name_are_told_apart(shop: CommandLine, printed: Path, tmp_path: Path) -> None:
    for folder, name in (("a", "0.jpg"), ("b", "holiday.jpg")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.jpg").write_bytes((printed / name).read_bytes())
    read = shop.json("scan", str(tmp_path / "a"), str(tmp_path / "b"))
    first, second = (str(tmp_path / folder / "page.jpg") for folder in "ab")
    assert (_sel(read[first]), read[second]) == ({"nps|9", "good|値段"}, None)


def test_what_cannot_be_opened_is_said_and_the_rest_is_read(shop: CommandLine, printed: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing else")
    read = shop.json("scan", str(broken), str(printed / "0.jpg"))
    assert read["broken.pdf"] is None and _sel(read["0.jpg"]) == {"nps|9", "good|値段"}
    shop.json("scan", str(broken), code=1)
    assert "broken.pdf" in shop.said
    shop.text("scan", str(tmp_path / "nowhere.jpg"), code=1)
    assert "nowhere.jpg" in shop.said
    (tmp_path / "empty").mkdir()
    shop.text("scan", str(tmp_path / "empty"), code=1)
    assert "There is no picture" in shop.said
