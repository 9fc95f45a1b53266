"""The dialog by which a list is chosen; it opens where the last one was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.marking import QT_TRANSLATE_NOOP

CONTEXT = "ListFile"
_TITLE = QT_TRANSLATE_NOOP("ListFile", "Choose a file")
_KINDS = QT_TRANSLATE_NOOP("ListFile", "Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.gz);;All files (*)")
_FOLDER = "import_folder"


def choose_list_file(parent: QWidget, context: AppContext) -> Path | None:
    """None when the user closes the dialog."""
    start = context.settings.remembered(_FOLDER, str(Path.home()))
    title, kinds = (QCoreApplication.translate(CONTEXT, text) for text in (_TITLE, _KINDS))
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, start, kinds)
    if not chosen:
        return None
    context.settings.remember(_FOLDER, str(Path(chosen).parent))
    return Path(chosen)
