"""A picture file of the shop: chosen, read and made fit for print in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.jobs.job import JobControl

FOLDER = "picture_folder"


def choose_picture(
    over: QWidget, context: AppContext, done: Callable[[str], None], failed: Callable[[Exception], None] | None = None
) -> None:
    """`done` gets the file as a template keeps it; nothing happens when none is chosen."""
    chosen, _kind = QFileDialog.getOpenFileName(
        over,
        QCoreApplication.translate("ChoosePicture", "Choose a picture"),
        context.settings.remembered(FOLDER, QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)),
        QCoreApplication.translate("ChoosePicture", "Pictures (*.png *.jpg *.jpeg)"),
    )
    if not chosen:
        return
    path = Path(chosen)
    context.settings.remember(FOLDER, str(path.parent))

    def op(_control: JobControl) -> str:
        from app.services.templates import read_image

        return read_image(path)

    context.tasks.run(op, done, owner=over, failed=failed)
