"""Runs of the command line within the test's process, as the program's start would make them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import cli


class CommandLine:
    """`json(…)` is the object on stdout of a verb that must end with `code`; `said` what stderr had."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.said = ""
        self._capsys = capsys

    def json(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.text(*arguments, "--json", code=code))
        return found

    def text(self, *arguments: str, code: int = 0) -> str:
        self._capsys.readouterr()
        ended = cli.run([*arguments, "--data-dir", str(self.folder)])
        out, self.said = self._capsys.readouterr()
        assert ended == code, (ended, out, self.said)
        return out
