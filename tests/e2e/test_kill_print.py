"""Killed at any step of a print run and started again, everybody has one piece, and the log says what the pages say."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.killing_prints import kill_during_prints

KILLS = 10


def test_killed_while_printing(tmp_path: Path) -> None:
    toll = kill_during_prints(tmp_path, KILLS, is_whole=False)
    assert toll.is_clean, toll
    assert toll.kills == KILLS
