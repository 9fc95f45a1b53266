"""A whole session in the real program: look at today, go back to a backup, record a visit by keys and undo it, switch the language,
close with a backup."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("window")
ROOT = Path(__file__).resolve().parents[2]
RESTORED = {
    "ja": "お店のデータを、控えを取ったときの内容に戻しました",
    "en": "The shop's data are as they were when this backup was made",
}


@pytest.mark.parametrize(("language", "today", "recorded", "undone_in"), [
    ("ja", "今日", "ご来店を記録しました", "Recorded a visit of"),
    ("en", "Today", "Recorded a visit of", "ご来店を記録しました"),
])  # fmt: skip
def test_a_session_from_the_first_look_to_the_last_backup(tmp_path: Path, language: str, today: str, recorded: str, undone_in: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tests.e2e.drive_window", str(tmp_path), language]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, cwd=ROOT, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    assert said["today"] == today
    assert recorded in said["recorded"][0]
    assert said["undone"] is True
    assert undone_in in said["in the other language"][0]
    assert said["restored"] == RESTORED[language]
    assert said["backups"] == 3
