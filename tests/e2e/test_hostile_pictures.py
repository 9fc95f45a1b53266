"""Pictures that were made to hurt are a sentence each; the pile around them is read, and memory stays within bounds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import hostile_pictures
from tests.sheets.levels import Level
from tests.sheets.printed import SMALL
from tests.sheets.reading import Lot, scanned

ROOT = Path(__file__).parents[2]
MOST_MEMORY = 450_000_000
"""What the process keeps for itself (400 MB) with the libraries that it shares with others."""
REFUSED = {
    "10-huge.png": "PictureTooLarge",
    "11-wordy.png": "PictureUnreadable",
    "12-bomb.tif": "PictureTooLarge",
    "14-broken.pdf": "PictureUnreadable",
    "15-thousand.pdf": "TooManyPages",
    "16-endless.pdf": "",
    "17-cut.jpg": "PictureUnreadable",
    "18-words.jpg": "PictureUnreadable",
    "19-empty.png": "PictureUnreadable",
    "20-folder.jpg": "PictureUnreadable",
    "21-nowhere.jpg": "PictureUnreadable",
    "22-half.tif": "PictureUnreadable",
}
"""By name the error; empty: whichever of them, or a page on which nothing is found."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("スキャン")
    sheet = next(scanned(Lot(Level.SCAN, SMALL[0], 3, 1))).stored
    files = {
        "00-sheet.jpg": sheet,
        "10-huge.png": hostile_pictures.huge_png(),
        "11-wordy.png": hostile_pictures.wordy_png(),
        "12-bomb.tif": hostile_pictures.bomb_tiff(),
        "13-within.tif": hostile_pictures.bomb_within(),
        "14-broken.pdf": b"%PDF-1.7\n1 0 obj << /Type /Catalog >>",
        "15-thousand.pdf": hostile_pictures.many_pages(1_000),
        "16-endless.pdf": hostile_pictures.endless_pdf(),
        "17-cut.jpg": hostile_pictures.cut_jpeg(),
        "18-words.jpg": "写真ではありません".encode(),
        "19-empty.png": b"",
        "22-half.tif": hostile_pictures.bomb_within()[:3_000],
        "99-sheet.jpg": sheet,
    }
    for name, content in files.items():
        (made / name).write_bytes(content)
    (made / "20-folder.jpg").mkdir()
    if sys.platform != "win32":
        (made / "21-nowhere.jpg").symlink_to(made / "gone")
    return made


def test_each_hostile_picture_is_a_sentence_and_the_rest_is_read(folder: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.e2e.read_pictures", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    made = json.loads(told.stdout)
    pages = {name: (state, error, sentence, code) for name, state, error, sentence, code in made["pages"]}
    assert len(made["pages"]) == len(pages) == len(list(folder.iterdir()))
    for sheet in ("00-sheet.jpg", "99-sheet.jpg"):
        assert pages[sheet][0] in ("read", "waiting") and len(pages[sheet][3]) == 7
    assert pages["00-sheet.jpg"] == pages["99-sheet.jpg"]
    # What unpacks to more than it says is cut to what it says: an empty page.
    assert pages["13-within.tif"][0] in ("unlocated", "broken")
    for name, error in REFUSED.items():
        if name not in pages:
            continue
        state, made_error, sentence, code = pages[name]
        assert (state, code) == ("broken", "") or (not error and state == "unlocated"), name
        assert not error or made_error == error, name
        assert state != "broken" or (name in sentence and sentence.endswith(".")), name
    assert made["most_memory"] < MOST_MEMORY, made
