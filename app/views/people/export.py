"""Saving customers as a spreadsheet: logged first, then written, with the words of the language and safe cells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from app.context import AppContext
from app.domain.exports import ExportPlan, ExportWhat
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.pages.page import Page

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def save_list(page: Page, context: AppContext, title: str, customer_ids: Sequence[int] | None) -> None:
    """Ask for a place and write these customers (None: all) there; a toast says when it is done."""
    chosen, _kind = QFileDialog.getSaveFileName(
        page,
        QCoreApplication.translate("SaveList", "Save the list"),
        str(Path(context.settings.remembered("export_folder", str(Path.home()))) / f"{title}.csv"),
        QCoreApplication.translate("SaveList", "CSV for Excel (*.csv);;Excel (*.xlsx)"),
    )
    if chosen:
        path = Path(chosen)
        context.settings.remember("export_folder", str(path.parent))
        write_list(page, context, path, customer_ids)


def write_list(page: Page, context: AppContext, path: Path, customer_ids: Sequence[int] | None) -> None:
    now, words, who = context.clock.now(), language(), context.settings.user_name

    def log(session: Session, _control: JobControl) -> ExportPlan:
        from app.services.exports import log_export

        return log_export(session, ExportWhat.CUSTOMERS, path, who=who, now=now, customer_ids=customer_ids)

    def on_logged(plan: ExportPlan) -> None:
        def write(session: Session, control: JobControl) -> int:
            from app.exchange.export import ExportStyle
            from app.services.exports import write_export

            return write_export(session, path, plan, style=ExportStyle.EXCEL, language=words, progress=control)

        title = QCoreApplication.translate("SaveList", "Saving the list")
        context.tasks.query(write, partial(_on_written, context, path), owner=page, title=title)

    context.tasks.command(log, on_logged, owner=page)


def _on_written(context: AppContext, path: Path, rows: int) -> None:
    text = QCoreApplication.translate("SaveList", "{count} rows are saved in {file}")
    context.messages.toast(text.format(count=rows, file=path.name))
