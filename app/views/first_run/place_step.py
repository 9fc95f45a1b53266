"""Step 4: where the data lie and where the backups go."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import DataPaths
from app.domain.backups import synced_folder
from app.settings import Settings
from app.views.theme import TextStyle, Tone
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import NormalButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, column, row
from app.views.widgets.text_field import TextField


class PlaceStep(QWidget):
    def __init__(self, paths: DataPaths, settings: Settings) -> None:
        super().__init__()
        self._paths = paths
        self._settings = settings
        self._build()

    def first_field(self) -> QWidget:
        return self._choose

    def _build(self) -> None:
        self._data, self._backups = TextField(), TextField()
        self._data.setText(str(self._paths.folder))
        self._backups.setText(str(self._paths.backups))
        for field in (self._data, self._backups):
            field.setReadOnly(True)
        self._choose = NormalButton(self.tr("Change the folder"), "folder-open")
        self._choose.clicked.connect(self._on_choose)
        title = WrapLabel(self.tr("Where things lie"), TextStyle.KPI, Tone.TEXT)
        lead = WrapLabel(
            self.tr("A checked backup is made whenever you close the program and every 30 minutes while something changes."),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        hint = self.tr("A USB stick or another drive keeps the data safe even if this computer breaks.")
        layout = column(title, lead, 8, FormField(self.tr("Data"), self._data), gap=10)
        if synced_folder(self._paths.folder, os.environ) is not None:
            layout.addWidget(
                Banner(
                    Tone.WARN,
                    self.tr("This folder is copied by a cloud service"),
                    self.tr(
                        "Such services can damage a file that is in use. Please keep the data on this computer and only the backups there."
                    ),
                )
            )
        layout.addWidget(FormField(self.tr("Backups"), self._backups, hint=hint))
        layout.addLayout(row(self._choose, STRETCH))
        layout.addStretch(1)
        self.setLayout(layout)

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for backups"), self._backups.text())
        if chosen:
            self._settings.backup_folder = str(Path(chosen))
            self._backups.setText(str(Path(chosen)))
