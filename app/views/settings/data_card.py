"""データ: lists to take out, and the imports of the past with the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.context import AppContext
from app.domain.exports import ExportPlan, ExportWhat
from app.domain.formats import CountUnit, format_count
from app.domain.imports import ImportKind, ImportRow, UndoneImport
from app.domain.numbers import format_number
from app.jobs.job import JobControl
from app.views.moments import language, moment_text
from app.views.settings.section import FlowBox, SettingsCard
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.segmented import Segmented

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWN = 5
FOR_EXCEL, FOR_MOVING = "excel", "moving"
_ICONS = {ImportKind.CUSTOMERS: "users", ImportKind.POINTS: "gift", ImportKind.ANSWERS: "clipboard-list", ImportKind.CONTRACTS: "file-text"}
# Of these what was accepted is what came: they make no records of their own.
_COUNTED_BY_ROWS = (ImportKind.POINTS, ImportKind.ANSWERS)


class DataCard(SettingsCard):
    def __init__(self, context: AppContext) -> None:
        super().__init__("records", "database")
        self.set_title(self.tr("Lists and imports"))
        self._context = context
        self._imports: dict[int, ImportRow] = {}
        self._shows_all = False
        self._build()
        self._connect()

    def show_imports(self, rows: list[ImportRow]) -> None:
        """Newest first."""
        self._imports = {imported.id: imported for imported in rows}
        shown = rows if self._shows_all else rows[:SHOWN]
        self.imports.set_rows([self._content(imported) for imported in shown])
        set_shown(self.imports, bool(rows))
        set_shown(self.none, not rows)
        set_shown(self.more, len(rows) > len(shown))
        self.more.setText(self.tr("%n earlier import(s)", "", len(rows) - len(shown)))

    def first_field(self) -> QWidget:
        return self.customers

    def save_to(self, path: Path, what: ExportWhat, style: str) -> None:
        """Note that the list is taken out, then write it."""
        now, who, words = self._context.clock.now(), self._context.settings.user_name, language()

        def log(session: Session, _control: JobControl) -> ExportPlan:
            from app.services.exports import log_export

            return log_export(session, what, path, who=who, now=now)

        def on_logged(plan: ExportPlan) -> None:
            def write(session: Session, control: JobControl) -> int:
                from app.exchange.export import ExportStyle
                from app.services.exports import write_export

                return write_export(session, path, plan, style=ExportStyle(style), language=words, progress=control)

            self._context.tasks.query(write, partial(self._on_written, path), owner=self, title=self.tr("Saving the list"))

        self._context.tasks.command(log, on_logged, owner=self)

    def _build(self) -> None:
        styles = [(FOR_EXCEL, self.tr("Excel")), (FOR_MOVING, self.tr("Another program"))]
        self.style_choice = Segmented(styles, FOR_EXCEL, self.tr("To be read by"))
        self.customers = NormalButton(self.tr("Save all customers"), "download", small=True)
        self.purchases = NormalButton(self.tr("Save all purchases"), "download", small=True)
        self.products = NormalButton(self.tr("Save all products"), "download", small=True)
        self.add_line(self.tr("To be read by"), self.style_choice, STRETCH)
        buttons = FlowBox(self.customers, self.purchases, self.products)
        self.add_line(self.tr("As a file"), buttons, hint=self.tr("Each list that is taken out is noted."))
        self.imports = RowList(self.tr("Past imports"), row_height=52, grows=True)
        self.none = WrapLabel(self.tr("Nothing has been imported yet."), TextStyle.BODY, Tone.TEXT2)
        self.more = LinkButton("", small=True)
        self.open_import = LinkButton(self.tr("Import a list"), "upload", small=True)
        self.imports_line = self.add_line(self.tr("Past imports"), self.none, STRETCH)
        self.add(self.imports)
        self.add(row(self.more, STRETCH, self.open_import))
        self.also_found_by(self.tr("Undo the import"), self.customers.label(), self.purchases.label())
        self.imports.hide()
        self.more.hide()

    def _connect(self) -> None:
        self.customers.clicked.connect(partial(self._ask_place, ExportWhat.CUSTOMERS))
        self.purchases.clicked.connect(partial(self._ask_place, ExportWhat.PURCHASES))
        self.products.clicked.connect(partial(self._ask_place, ExportWhat.PRODUCTS))
        self.imports.action_triggered.connect(self._on_import_action)
        self.more.clicked.connect(self._on_more)
        self.open_import.clicked.connect(lambda: self._context.navigate.show_page("import"))

    def _content(self, imported: ImportRow) -> RowContent:
        can_undo = imported.can_be_undone(self._context.clock.now())
        actions = (RowAction("undo", self.tr("Undo the import")),) if can_undo else ()
        chip = (self.tr("Undone"), Tone.NEUTRAL) if imported.undone_at is not None else None
        added = imported.accepted if imported.kind in _COUNTED_BY_ROWS else imported.created
        values = {"moment": moment_text(imported.at, self._context.clock), "count": self._count_words(imported, added)}
        detail = self.tr("{moment} · {count} added").format(**values)
        if imported.updated:
            values["updated"] = self._count_words(imported, imported.updated)
            detail = self.tr("{moment} · {count} added, {updated} completed").format(**values)
        icon = _ICONS.get(imported.kind, "shopping-bag")
        return RowContent(imported.id, imported.file_name, detail=detail, icon=icon, chip=chip, actions=actions)

    def _count_words(self, imported: ImportRow, count: int) -> str:
        unit = CountUnit.CUSTOMERS if imported.kind is ImportKind.CUSTOMERS else CountUnit.ITEMS
        return format_count(count, unit, language())

    def _ask_place(self, what: ExportWhat, _checked: bool = False) -> None:
        names = {
            ExportWhat.CUSTOMERS: self.tr("Customers"),
            ExportWhat.PURCHASES: self.tr("Purchases"),
            ExportWhat.PRODUCTS: self.tr("Products"),
        }
        name = names[what]
        folder = Path(self._context.settings.remembered("export_folder", str(Path.home())))
        kinds = self.tr("CSV (*.csv);;Excel (*.xlsx)")
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save the list"), str(folder / f"{name}.csv"), kinds)
        if chosen:
            self._context.settings.remember("export_folder", str(Path(chosen).parent))
            self.save_to(Path(chosen), what, str(self.style_choice.current()))

    def _on_written(self, path: Path, rows: int) -> None:
        sentence = self.tr("{count} rows are saved in {file}").format(count=format_number(rows), file=path.name)
        self._context.messages.toast(sentence)

    def _on_import_action(self, _action: str, key: object) -> None:
        imported = self._imports.get(key) if isinstance(key, int) else None
        if imported is None:
            return
        count = self._count_words(imported, imported.accepted if imported.kind in _COUNTED_BY_ROWS else imported.created)
        if self._context.messages.confirm(
            self.tr("Undo the import of {file}?").format(file=imported.file_name),
            self.tr(
                "{count} that came with it are taken out again, and what it changed becomes as before. "
                "Customers for whom something was recorded since stay."
            ).format(count=count),
            safe=self.tr("Keep the import"),
            danger=self.tr("Undo the import of {count}").format(count=count),
        ):
            self._undo(imported.id)

    def _undo(self, import_id: int) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, control: JobControl) -> UndoneImport:
            from app.services.imports import undo_import

            return undo_import(session, import_id, now=now, today=today, progress=control)

        self._context.tasks.command(op, self._on_undone, owner=self, title=self.tr("Undoing the import"))

    def _on_undone(self, undone: UndoneImport) -> None:
        if undone.answers:
            answers = self.tr("The import is undone: {count} answers are taken out").format(count=format_number(undone.answers))
            self._context.messages.toast(answers, is_bulk=True)
            return
        if undone.products:
            products = self.tr("The import is undone: {count} products are taken out").format(count=format_number(undone.products))
            self._context.messages.toast(products, is_bulk=True)
            return
        people = format_count(undone.customers, CountUnit.CUSTOMERS, language())
        sentence = self.tr("The import is undone: {customers} and {purchases} purchases are taken out")
        if undone.kept:
            sentence = self.tr("The import is undone: {customers} and {purchases} purchases are taken out, {kept} customers stay")
        self._context.messages.toast(
            sentence.format(customers=people, purchases=format_number(undone.purchases), kept=undone.kept), is_bulk=True
        )

    def _on_more(self) -> None:
        self._shows_all = True
        self.show_imports(list(self._imports.values()))
