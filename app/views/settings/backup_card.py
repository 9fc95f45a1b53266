"""控え(バックアップ): the last one with its proof, where they lie, how often, and the way back."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.backups import SYNCED_NAMES, Backup, BackupState, is_stale, synced_folder
from app.jobs.job import Job, JobControl
from app.views.labels import translated
from app.views.moments import moment_text
from app.views.settings.restore_panel import open_restore_panel
from app.views.settings.section import PLACE_KEY, SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERY = (0, 15, 30, 60, 120)


@dataclass(frozen=True, slots=True)
class _Found:
    latest: Backup | None
    kept: int


class BackupCard(SettingsCard):
    def __init__(self, context: AppContext) -> None:
        super().__init__("backup", "download")
        self.set_title(self.tr("Backups"))
        self._context = context
        self._build()
        self._connect()

    def look(self) -> None:
        """Look into the folder once more."""
        folder = self._context.paths.backups

        def op(_control: JobControl) -> _Found:
            from app.services.backups import list_backups

            return _found_in(list_backups(folder))

        self._context.tasks.run(op, self._on_found, owner=self, replaces="backups")

    def first_field(self) -> QWidget:
        return self.now

    def _build(self) -> None:
        self.stale = Banner(Tone.WARN)
        self.synced = Banner(Tone.WARN)
        for banner in (self.stale, self.synced):
            banner.hide()
            self.add(banner)
        self.icon = IconLabel("check", size=20, tone=Tone.OK)
        self.last = Text("", TextStyle.BODY_BOLD)
        self.proof = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        words = row(self.icon, gap=10)
        words.addWidget(boxed(column(self.last, self.proof, gap=1)), 1)
        self.add(words)
        self.folder = TextField()
        self.folder.setReadOnly(True)
        self.folder.setText(str(self._context.paths.backups))
        self.folder.setToolTip(self.folder.text())
        self.folder.setCursorPosition(0)
        self.choose = NormalButton(self.tr("Change"), small=True)
        self.choose.setAccessibleName(self.tr("Change the folder for backups"))
        self.add_line(self.tr("Place"), self.folder, self.choose)
        minutes = sorted({*EVERY, self._context.settings.backup_minutes})
        self.every = ComboField([(number, self._every_words(number)) for number in minutes], self._context.settings.backup_minutes)
        self.add_line(self.tr("Automatically"), self.every)
        self.restore = NormalButton(self.tr("Go back to a backup…"), "undo-2")
        self.now = PrimaryButton(self.tr("Save a backup now"), "download")
        self.now.set_shortcut_hint("Ctrl+Return", live=False)
        self.add(row(self.restore, STRETCH, self.now))
        self.also_found_by(self.restore.label(), self.now.label())
        self._show_synced()

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self.every.changed.connect(self._on_every)
        self.restore.clicked.connect(self._on_restore)
        self.now.clicked.connect(self._context.shop.back_up_now)
        self.stale.action_clicked.connect(self._context.shop.back_up_now)
        self._context.tasks.job_started.connect(self._on_job_started)

    def _every_words(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("Only at close")
        return self.tr("At close, and every %n minute(s)", "", minutes)

    def _show_synced(self) -> None:
        service = synced_folder(self._context.paths.folder, os.environ)
        if service is not None:
            self.synced.set(
                Tone.WARN,
                self.tr("The data lie in {service}").format(service=translated("Backups", SYNCED_NAMES[service])),
                self.tr(
                    "Such services can damage a file that is in use. Please keep the data on this computer and only the backups there."
                ),
            )
        set_shown(self.synced, service is not None)

    def _on_found(self, found: _Found) -> None:
        latest = found.latest
        self.icon.set_icon("check" if latest is not None else "triangle-alert")
        self.icon.set_tone(Tone.OK if latest is not None else Tone.WARN)
        if latest is None:
            self.last.setText(self.tr("No backup yet"))
            self.proof.setText(self.tr("The first is made when the program is closed."))
        else:
            self.last.setText(self.tr("Last backup {moment}").format(moment=moment_text(latest.at, self._context.clock)))
            self.proof.setText(self.tr("Opened and checked · %n kept", "", found.kept))
        is_old = latest is not None and is_stale(latest.at, self._context.clock.now())
        if is_old:
            days = (self._context.clock.now() - latest.at).days if latest is not None else 0
            self.stale.set(
                Tone.WARN,
                self.tr("No backup for %n day(s)", "", days),
                self.tr("The data are on this computer only. A copy on a USB stick is a good idea."),
                self.tr("Save a backup now"),
                icon="download",
            )
        set_shown(self.stale, is_old)
        set_shown(self.now, not is_old)

    def _on_job_started(self, job: Job) -> None:
        # Whatever is shown as a job may have been a backup; the folder is looked at again once it has ended.
        if job.title:
            job.ended.connect(self._on_job_ended)

    def _on_job_ended(self) -> None:
        if self.isVisible():
            self.look()

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for backups"), self.folder.text())
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, folder: Path) -> None:
        """Backups go there from now on; those made before stay where they are."""
        self.folder.setText(str(folder))
        # The window is built anew with the new place; it comes back to this section.
        self._context.settings.remember(PLACE_KEY, self.key)
        self._context.settings.backup_folder = str(folder)

    def _on_every(self, minutes: object) -> None:
        if isinstance(minutes, int):
            self._context.settings.backup_minutes = minutes

    def _on_restore(self) -> None:
        open_restore_panel(self._context, self.window())


def _found_in(backups: Sequence[Backup]) -> _Found:
    good = [backup for backup in backups if backup.state is BackupState.VERIFIED]
    return _Found(good[0] if good else None, len(good))
