"""Choosing a backup file, for when the shop cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_backup(parent: QWidget | None, folder: Path) -> Path | None:
    title = QCoreApplication.translate("BackupChooser", "Choose a backup")
    kinds = QCoreApplication.translate("BackupChooser", "Backups (*.db)")
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None
