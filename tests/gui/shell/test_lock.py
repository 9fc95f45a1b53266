"""One window per folder, and a folder that cannot be used is called so."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.lock import lock_folder
from app.domain.errors import StorageInUse, StorageReadOnly


def test_a_second_window_is_refused_until_the_first_is_gone(qapp: object, tmp_path: Path) -> None:
    first = lock_folder(tmp_path / "店")
    with pytest.raises(StorageInUse):
        lock_folder(tmp_path / "店")
    first.unlock()
    lock_folder(tmp_path / "店").unlock()


def test_a_folder_that_cannot_be_made_is_not_called_open(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageReadOnly):
        lock_folder(tmp_path / "file" / "店")
