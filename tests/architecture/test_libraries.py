"""The libraries the program stands on are the ones it was tried with."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from PySide6.QtCore import QLibraryInfo

from tests.architecture.sources import ROOT

NAME_MANY = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(50_000):
    thing.setObjectName("name")
print(thing.objectName())
"""


def test_sqlite_has_the_repair_of_the_write_ahead_log() -> None:
    version = tuple(int(part) for part in sqlcipher3.dbapi2.sqlite_version.split("."))
    assert version >= (3, 51, 3)


def test_sqlite_was_built_with_what_the_tables_use() -> None:
    connection = sqlcipher3.dbapi2.connect(":memory:")
    connection.execute("CREATE TABLE strict_table (name TEXT NOT NULL) STRICT")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(name, tokenize='trigram')")
    assert connection.execute("SELECT json_extract('{\"a\": 1}', '$.a')").fetchone() == (1,)
    connection.close()


def test_qt_survives_many_calls_without_a_result() -> None:
    """Some builds of PySide6 drop a reference to None on each such call and abort after some thousands."""
    done = subprocess.run([sys.executable, "-c", NAME_MANY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "name")


def test_qt_brings_its_own_words_in_japanese() -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert (folder / "qtbase_ja.qm").stat().st_size > 100_000


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_is_pinned_with_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert packages
    assert all(re.match(r"[a-z0-9.\-_\[\]]+==\S+", line) for line in packages)
    assert text.count("--hash=sha256:") >= len(packages)
    assert "://" not in text


def test_the_test_lock_holds_all_of_the_other() -> None:
    pins = [
        {line.split()[0] for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if "==" in line}
        for lock in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0] <= pins[1]
