"""The rows that stayed out, saved as a list to work through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.marking import QT_TRANSLATE_NOOP
from app.jobs.job import JobControl
from app.views.moments import language

if TYPE_CHECKING:
    from app.exchange.problems import RowError

CONTEXT = "RefusedRows"
_TITLE = QT_TRANSLATE_NOOP("RefusedRows", "Save the rows left out")
_NAME = QT_TRANSLATE_NOOP("RefusedRows", "{file} rows left out")
_KIND = QT_TRANSLATE_NOOP("RefusedRows", "CSV for Excel (*.csv)")
_DONE = QT_TRANSLATE_NOOP("RefusedRows", "{count} rows are saved in {file}")


def save_refused(page: QWidget, context: AppContext, source: Path, errors: Sequence[RowError]) -> None:
    """Ask for a place and write row, name, column, value and reason there; a toast says when it is done."""
    folder = Path(context.settings.remembered("export_folder", str(source.parent)))
    name = QCoreApplication.translate(CONTEXT, _NAME).format(file=source.stem)
    chosen, _kind = QFileDialog.getSaveFileName(
        page, QCoreApplication.translate(CONTEXT, _TITLE), str(folder / f"{name}.csv"), QCoreApplication.translate(CONTEXT, _KIND)
    )
    if chosen:
        path = Path(chosen)
        context.settings.remember("export_folder", str(path.parent))
        write_refused_rows(page, context, path, errors)


def write_refused_rows(page: QWidget, context: AppContext, path: Path, errors: Sequence[RowError]) -> None:
    words = language()

    def op(_control: JobControl) -> int:
        from app.exchange.refused import write_refused

        return write_refused(path, errors, language=words, translate=QCoreApplication.translate)

    context.tasks.run(op, partial(_on_written, context, path), owner=page)


def _on_written(context: AppContext, path: Path, rows: int) -> None:
    text = QCoreApplication.translate(CONTEXT, _DONE)
    context.messages.toast(text.format(count=f"{rows:,}", file=path.name))
