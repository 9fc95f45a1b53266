"""Going back to a backup: which there are, what is in each, and one question before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.backups import Backup, BackupMissing, BackupState, BackupUnusable, Contents
from app.domain.formats import CountUnit, format_count, format_file_size
from app.domain.numbers import format_number
from app.jobs.job import JobControl
from app.views.backup_chooser import choose_backup
from app.views.moments import language, moment_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel


def open_restore_panel(context: AppContext, window: QWidget) -> RestorePanel:
    panel = RestorePanel(context, window)
    panel.open_panel(panel.cancel)
    panel.load()
    return panel


@dataclass(frozen=True, slots=True)
class _Checked:
    path: Path
    contents: Contents | None


class RestorePanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window, "", width=600)
        self.set_title(self.tr("Go back to a backup"))
        self._context = context
        self._backups: dict[Path, Backup] = {}
        self._contents: dict[Path, Contents | None] = {}
        self._build()
        self._connect()

    def load(self) -> None:
        folder = self._context.paths.backups

        def op(_control: JobControl) -> list[Backup]:
            from app.services.backups import list_backups

            return list_backups(folder)

        self._context.tasks.run(op, self._on_listed, owner=self)

    def ask_for(self, path: Path) -> None:
        """One question, and then the shop is opened as it was."""
        backup, contents = self._backups.get(path), self._contents.get(path)
        named = moment_text(backup.at, self._context.clock) if backup is not None else path.name
        held = ""
        if contents is not None:
            held = self.tr("It holds {customers} and {purchases} purchases.").format(
                customers=format_count(contents.customers, CountUnit.CUSTOMERS, language()), purchases=format_number(contents.purchases)
            )
        body = self.tr("What was recorded after it is no longer there. The present state is saved as a backup first.")
        if self._context.messages.confirm(
            self.tr("Go back to the backup of {moment}?").format(moment=named),
            f"{held}\n{body}".strip(),
            safe=self.tr("Stay as it is"),
            danger=self.tr("Go back to this backup"),
        ):
            self.close_panel()
            self._context.shop.restore(path)

    def _build(self) -> None:
        lead = self.tr("The shop's data become again what they were then. Nothing is thrown away: the present state is kept as a backup.")
        self.list = RowList(self.tr("Backups"), row_height=56, grows=True)
        self.empty = EmptyState("archive", self.tr("No backup in this folder"), str(self._context.paths.backups))
        self.empty.hide()
        self.elsewhere = LinkButton(self.tr("Choose a file elsewhere…"), "folder-open")
        self.save = PrimaryButton(self.tr("Go back to this backup"), "undo-2")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.save.setEnabled(False)
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addWidget(WrapLabel(lead, TextStyle.BODY, Tone.TEXT2))
        self.body.addLayout(row(self.elsewhere, STRETCH, self.cancel, self.save))
        self.body.addWidget(self.list)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._on_current)
        self.list.activated_key.connect(self._on_activated)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.closed.connect(self.deleteLater)

    def _content(self, backup: Backup) -> RowContent:
        is_good = backup.state is BackupState.VERIFIED and self._contents.get(backup.path, "unknown") is not None
        chip = (self.tr("Checked"), Tone.OK) if is_good else (self.tr("Damaged"), Tone.DANGER)
        contents = self._contents.get(backup.path)
        detail = format_file_size(backup.size, language())
        if contents is not None:
            people = format_count(contents.customers, CountUnit.CUSTOMERS, language())
            detail = self.tr("{customers} · {purchases} purchases · {size}").format(
                customers=people, purchases=format_number(contents.purchases), size=detail
            )
        return RowContent(backup.path, moment_text(backup.at, self._context.clock), detail=detail, icon="archive", chip=chip)

    def _show(self) -> None:
        self.list.set_rows([self._content(backup) for backup in self._backups.values()])
        self._on_current(self.list.current_key())

    def _on_listed(self, backups: list[Backup]) -> None:
        self._backups = {backup.path: backup for backup in backups}
        set_shown(self.empty, not backups)
        set_shown(self.list, bool(backups))
        self._show()
        self._count_next()

    def _count_next(self) -> None:
        """Read one backup after the other; closing the panel ends it."""
        waiting = (b.path for b in self._backups.values() if b.state is BackupState.VERIFIED and b.path not in self._contents)
        path = next(waiting, None)
        if path is not None:
            self._context.tasks.run(partial(_check, path), self._on_counted, owner=self)

    def _on_counted(self, checked: _Checked) -> None:
        self._contents[checked.path] = checked.contents
        self._show()
        self._count_next()

    def _on_current(self, key: object) -> None:
        backup = self._backups.get(key) if isinstance(key, Path) else None
        is_good = backup is not None and backup.state is BackupState.VERIFIED
        self.save.setEnabled(is_good and self._contents.get(backup.path if backup is not None else Path(), "unknown") is not None)

    def _on_activated(self, key: object) -> None:
        if isinstance(key, Path) and self.save.isEnabled():
            self.ask_for(key)

    def _on_save(self) -> None:
        key = self.list.current_key()
        if isinstance(key, Path):
            self.ask_for(key)

    def _on_elsewhere(self) -> None:
        chosen = choose_backup(self, self._context.paths.backups)
        if chosen is not None:
            self.ask_for(chosen)


def _check(path: Path, _control: JobControl) -> _Checked:
    from app.services.backups import check_backup

    try:
        return _Checked(path, check_backup(path))
    except (BackupUnusable, BackupMissing):
        return _Checked(path, None)
