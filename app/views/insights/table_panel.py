"""A chart's numbers as a table: to read, to open the names behind a line, to save."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.widgets.buttons import NormalButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import clear
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.table_view import Column, SimpleTable


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """Each row has the key that says who is behind it; `names` is the title of their list."""

    title: str
    note: str
    columns: Sequence[Column]
    rows: Sequence[tuple[Hashable, Sequence[str]]]
    names: str


class TablePanel(SidePanel):
    """`names_requested(spec, title)` when a line is opened."""

    names_requested = Signal(object, str)

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, "")
        self._context = context
        self._table: FiguresTable | None = None
        self.save = NormalButton(self.tr("Save as CSV"), "download")
        self.header_row.addWidget(self.save)
        self.save.clicked.connect(self._on_save)

    def show_table(self, table: FiguresTable) -> None:
        self._table = table
        self.set_title(table.title)
        clear(self.body)
        grid = SimpleTable(table.columns, table.title)
        grid.set_rows(table.rows)
        grid.key_activated.connect(self._on_row)
        self.body.addWidget(WrapLabel(table.note))
        self.body.addWidget(grid, 1)
        self.open_panel(grid)

    def write(self, path: Path) -> None:
        """Save what is shown as a list a spreadsheet opens; a toast says when it is done."""
        table = self._table
        if table is None:
            return
        header = [column.text for column in table.columns]
        rows = [list(cells) for _key, cells in table.rows]

        def op(_control: JobControl) -> str:
            from app.exchange.export import ExportStyle, write_table

            write_table(path, header, rows, style=ExportStyle.EXCEL)
            return path.name

        self._context.tasks.run(op, self._on_written, owner=self)

    def _on_row(self, key: object) -> None:
        if self._table is not None:
            names = self._table.names
            self.close_panel()
            self.names_requested.emit(key, names)

    def _on_save(self) -> None:
        if self._table is None:
            return
        folder = Path(self._context.settings.remembered("export_folder", str(Path.home())))
        name = as_file_name(self._table.title)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save as CSV"), str(folder / f"{name}.csv"), self.tr("CSV for Excel (*.csv);;Excel (*.xlsx)")
        )
        if chosen:
            path = Path(chosen)
            self._context.settings.remember("export_folder", str(path.parent))
            self.write(path)

    def _on_written(self, name: str) -> None:
        self._context.messages.toast(self.tr("The table is saved in {file}").format(file=name))
