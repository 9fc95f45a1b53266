"""The command line read by a program that stops reading, as head does."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import cli
from tests.architecture.sources import ROOT


def _into_closed_pipe(*arguments: str, is_stderr_too: bool = False) -> tuple[int, str]:
    """Exit code of a run whose output nobody reads, and what it said beside it."""
    # Held back until it is a block, as it is for everybody but who asks for the contrary.
    held_back = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    reading, writing = os.pipe()
    os.close(reading)
    try:
        said = writing if is_stderr_too else subprocess.PIPE
        command = [sys.executable, "main.py", *arguments]
        ended = subprocess.run(command, cwd=ROOT, env=held_back, stdout=writing, stderr=said, text=True, timeout=60, check=False)
    finally:
        os.close(writing)
    return ended.returncode, ended.stderr or ""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    subprocess.run([sys.executable, "main.py", "new", "--name", "こもれび", "--data-dir", str(tmp_path)], cwd=ROOT, check=True)
    return tmp_path


@pytest.mark.parametrize("arguments", [("templates",), ("templates", "--json"), ("kpi", "summary")])
def test_a_reader_who_has_seen_enough_is_no_fault(shop: Path, arguments: tuple[str, ...]) -> None:
    assert _into_closed_pipe(*arguments, "--data-dir", str(shop)) == (0, "")


def test_the_help_may_be_cut_short_too() -> None:
    assert _into_closed_pipe("print", "letter", "--help") == (0, "")


def test_a_refusal_keeps_its_code_though_nobody_reads_it(tmp_path: Path) -> None:
    code, said = _into_closed_pipe("templates", "--json", "--data-dir", str(tmp_path))
    assert code == 3 and said.count("\n") == 1
    assert _into_closed_pipe("templates", "--json", "--data-dir", str(tmp_path), is_stderr_too=True) == (3, "")
    assert _into_closed_pipe("postal-barcode", "150-00", "1-2", is_stderr_too=True) == (1, "")
    assert _into_closed_pipe("postal-barcode", is_stderr_too=True) == (2, "")


class _Full(io.StringIO):
    """Where nothing more fits."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("w")

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fileno(self) -> int:
        return self._file.fileno()


def test_an_answer_that_finds_no_room_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdout", _Full(tmp_path / "full"))

    assert cli.run(["postal-barcode", "150-0001", "1-2-3", "--language", "en"]) == 3
    assert "No space left" in capsys.readouterr().err
