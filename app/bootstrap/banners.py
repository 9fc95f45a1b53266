"""The one notice over every page: that the shop is a sample, or that there is no fresh backup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.views.theme import Tone
from app.views.widgets.banner import Banner


def sample_banner() -> Banner:
    return Banner(
        Tone.INFO,
        QCoreApplication.translate("Banners", "This is sample data"),
        QCoreApplication.translate("Banners", "Try whatever you like: an invented shop, nothing of it is real."),
        QCoreApplication.translate("Banners", "Remove the sample and begin"),
    )


def ledger_banner() -> Banner:
    return Banner(
        Tone.DANGER,
        QCoreApplication.translate("Banners", "The points do not add up"),
        QCoreApplication.translate("Banners", "Balances may be wrong; your sales are not affected. A backup from before can be restored."),
        QCoreApplication.translate("Banners", "See the backups"),
    )


def stale_backup_banner() -> Banner:
    return Banner(
        Tone.WARN,
        QCoreApplication.translate("Banners", "No backup for over a week"),
        QCoreApplication.translate("Banners", "The data are on this computer only. A copy on a USB stick is a good idea."),
        QCoreApplication.translate("Banners", "Save a backup now"),
    )
