"""One window per data folder: the lock file in it says who has it open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from app.domain.errors import StorageInUse, StorageReadOnly


def lock_folder(folder: Path) -> QLockFile:
    """The lock, held until it is unlocked; the folder is made if need be.

    StorageInUse while another window has it, StorageReadOnly when nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageReadOnly(str(error)) from error
    lock = QLockFile(str(folder / "window.lock"))
    # Never stale by age: a window may be open for weeks. One left by a program that is gone is seen by its process.
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() is QLockFile.LockError.LockFailedError:
        raise StorageInUse("the folder is locked")
    raise StorageReadOnly("the lock file cannot be made")
