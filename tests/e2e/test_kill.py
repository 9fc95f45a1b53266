"""Killed in the middle of its work, the program loses nothing it had confirmed and leaves nothing half."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.killing import kill_during_backups, kill_during_imports, kill_during_redemptions, kill_during_visits, race_for_points

KILLS = 5


def test_killed_while_recording_visits(tmp_path: Path) -> None:
    toll = kill_during_visits(tmp_path, KILLS)
    assert toll.is_clean, toll
    assert toll.confirmed >= KILLS


def test_killed_while_points_are_used(tmp_path: Path) -> None:
    toll = kill_during_redemptions(tmp_path, KILLS)
    assert toll.is_clean, toll
    assert toll.confirmed >= KILLS


def test_two_programs_never_use_the_same_points(tmp_path: Path) -> None:
    for said in race_for_points(tmp_path, 10):
        assert sorted(said) == ["refused", "used"]


def test_killed_while_backing_up(tmp_path: Path) -> None:
    toll = kill_during_backups(tmp_path, KILLS)
    assert toll.is_clean, toll
    assert toll.confirmed >= KILLS


def test_killed_while_importing(tmp_path: Path) -> None:
    toll = kill_during_imports(tmp_path, KILLS)
    assert toll.is_clean, toll
