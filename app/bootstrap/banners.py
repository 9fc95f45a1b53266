"""The one notice over every page: that the shop is a sample, that there is no fresh backup, or that points do not add up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from app.bootstrap.keeper import Keeper
from app.domain.backups import Backup
from app.views.main_window import MainWindow
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


class ShopNotices(QObject):
    """Says over the pages of a shop's own file what its keeper finds; the graver notice stays."""

    def __init__(self, window: MainWindow, keeper: Keeper, back_up: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._keeper = keeper
        self._back_up = back_up
        self._is_ledger_wrong = False
        keeper.latest_known.connect(self.look_at)
        keeper.ledger_wrong.connect(self._on_ledger_wrong)

    def look_at(self, latest: Backup | None) -> None:
        """Whether the latest backup is too old."""
        if self._is_ledger_wrong:
            return
        if not self._keeper.is_stale(latest):
            self._window.show_banner(None)
            return
        banner = stale_backup_banner()
        banner.action_clicked.connect(self._back_up)
        self._window.show_banner(banner)

    def _on_ledger_wrong(self, _faults: list[str]) -> None:
        self._is_ledger_wrong = True
        banner = ledger_banner()
        banner.action_clicked.connect(self._on_see_backups)
        self._window.show_banner(banner)

    def _on_see_backups(self) -> None:
        self._window.show_page("settings", section="backup")
