"""The one notice over every page: that the shop is a sample, or that there is no fresh backup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.views.theme import Tone
from app.views.widgets.banner import Banner


def sample_banner() -> Banner:
    tr = QCoreApplication.translate
    return Banner(
        Tone.INFO,
        tr("Banners", "This is sample data"),
        tr("Banners", "Try whatever you like: an invented shop, nothing of it is real."),
        tr("Banners", "Remove the sample and begin"),
    )


def stale_backup_banner() -> Banner:
    tr = QCoreApplication.translate
    return Banner(
        Tone.WARN,
        tr("Banners", "No backup for over a week"),
        tr("Banners", "The data are on this computer only. A copy on a USB stick is a good idea."),
        tr("Banners", "Save a backup now"),
    )
