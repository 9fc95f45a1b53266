"""Pages to look at: they go with the program, and those of a session that was killed go when the next one makes some."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QDir, QLockFile, QObject
from sqlalchemy import select

from app.models.database import Database
from app.models.printing import PrintTemplate
from app.views.printing.passing import PassingFiles, remove_left_behind
from tests.fakes import MessageSpy
from tests.gui.printing.conftest import Shown, type_heading

_KILLED = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.tryLock(0)
os._exit(1)
"""


def test_pages_go_with_the_program(messages: MessageSpy) -> None:
    parent = QObject()
    files = PassingFiles(messages, parent)
    path = files.new_path("2026-11-20")
    path.write_bytes(b"%PDF")
    assert path.parent.parent == Path(QDir.tempPath())
    files.remove()
    assert not path.parent.exists()
    again = files.new_path("2026-11-20")
    assert again.parent.is_dir()
    files.remove()


def test_what_a_killed_session_left_goes_and_what_is_anothers_stays(tmp_path: Path) -> None:
    killed, running, foreign, elsewhere = (tmp_path / name for name in ("okaeri-pages-1", "okaeri-pages-2", "okaeri-pages-3", "pages"))
    for folder in (killed, running, foreign, elsewhere):
        folder.mkdir()
        (folder / "pages.pdf").write_bytes(b"%PDF")
    subprocess.run([sys.executable, "-c", _KILLED, str(killed / "session.lock")], check=False)
    held = QLockFile(str(running / "session.lock"))
    assert held.tryLock(0) and (killed / "session.lock").is_file()
    remove_left_behind(tmp_path)
    assert [folder.is_dir() for folder in (killed, running, foreign, elsewhere)] == [False, True, True, True]
    held.unlock()


def test_what_was_typed_last_is_kept_before_the_window_goes(shown: Shown, ids: list[int], database: Database) -> None:
    page = shown(customer_ids=ids)
    type_heading(page.settings_card, "また会う日まで。")
    assert page.may_leave(lambda: None)
    with database.read() as session:
        (stored,) = session.scalars(select(PrintTemplate.content))
    assert "また会う日まで。" in str(stored)
