"""The real program with its real threads: every page draws itself in both languages, one window per data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLockFile

pytestmark = pytest.mark.xdist_group("window")
ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "today", "follow-ups", "follow-ups-month", "voices",
    "customers", "customer", "visit", "day-sheet", "points", "statement", "insights", "people", "printing", "import", "settings",
    "products", "contracts", "groups", "team", "actions", "health", "surveys", "survey-build",
    "survey-print", "survey-entry", "survey-result",
    "proposals",
    "measures", "measure-plan", "measure-running", "measure-result", "measures-choose", "measures-calendar", "measures-compare",
    "measures-spending", "report",
}  # fmt: skip


# With it memory of a catalogue's size goes back to the system at once when it is freed (glibc): a read of it after that
# ends the process every time, not one time in two.
GIVES_MEMORY_BACK = {"MALLOC_MMAP_THRESHOLD_": "65536"}


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return run_python(str(ROOT / "main.py"), *arguments)


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", **GIVES_MEMORY_BACK}
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=240, cwd=ROOT, env=environment, check=False)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_of_the_sample_shop_draws_itself(tmp_path: Path, language: str) -> None:
    pictures = tmp_path / "out"
    theme = "light" if language == "ja" else "dark"
    ran = start("--data-dir", str(tmp_path / "d"), "--demo", "--language", language, "--theme", theme, "--screenshots", str(pictures))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert {path.stem for path in pictures.glob("*.png")} == PAGES
    assert list(pictures.glob("*.pdf"))
    for path in pictures.glob("*.png"):
        with Image.open(path) as image:
            assert image.size == (1366, 768)
            assert len(image.convert("RGB").getcolors(maxcolors=1 << 24) or []) > 50, f"{path.name} is empty"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_first_start_draws_its_first_screen(tmp_path: Path, language: str) -> None:
    ran = start("--data-dir", str(tmp_path / "d"), "--language", language, "--screenshots", str(tmp_path / "out"))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["first.png"]
    assert not (tmp_path / "d" / "okaeri.db").exists()
    assert (tmp_path / "d" / "logs" / "crash.log").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_closing_the_first_screen_ends_the_program_in_order(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "d"
    ran = run_python("-m", "tests.e2e.drive_first_run", str(folder), language)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not (folder / "okaeri.db").exists()
    assert (folder / "logs" / "crash.log").read_text(encoding="utf-8") == ""


def test_a_second_window_on_the_same_data_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    lock = QLockFile(str(folder / "window.lock"))
    assert lock.tryLock(0)
    ran = start("--data-dir", str(folder), "--language", "en", "--screenshots", str(tmp_path / "out"))
    assert ran.returncode == 1
    assert "already open" in ran.stderr
    lock.unlock()


def test_a_shop_that_cannot_be_opened_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "okaeri.db").write_bytes(b"torn" * 4096)
    ran = start("--data-dir", str(folder), "--language", "en", "--screenshots", str(tmp_path / "out"))
    assert ran.returncode == 1
    assert "damaged" in ran.stderr
    assert (folder / "okaeri.db").read_bytes() == b"torn" * 4096


def test_the_program_tests_itself(tmp_path: Path) -> None:
    ran = start("--self-test")
    assert (ran.returncode, ran.stdout.strip()) == (0, "self-test ok")


def test_without_a_screen_it_says_so_in_a_sentence(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert ran.returncode == 2
    assert "no screen" in ran.stderr
