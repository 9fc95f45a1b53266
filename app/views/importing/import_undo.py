"""Taking an import back: what is asked before, and what is said when it is done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.context import AppContext
from app.domain.formats import CountUnit, format_count
from app.domain.imports import ImportKind, ImportRow, UndoneImport
from app.domain.numbers import format_number
from app.views.importing.words import grouped, rows_text
from app.views.moments import language


class ImportUndo(QObject):
    """Of one import at a time: the one that was asked about last."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = ImportKind.CUSTOMERS

    def is_wanted(self, past: ImportRow) -> bool:
        """What the user says to it."""
        self._kind = past.kind
        question, safe = self.tr("Undo this import?"), self.tr("Keep the import")
        return self._context.messages.confirm(question, self._outlook(past), safe=safe, danger=self._danger(past))

    def tell(self, undone: UndoneImport) -> None:
        self._context.messages.toast(self._sentence(undone), is_bulk=True)

    def _outlook(self, past: ImportRow) -> str:
        words = {
            ImportKind.PRODUCTS: self.tr(
                "The products that came with “{file}” are taken out, and those it changed become as before. A backup is made first."
            ),
            ImportKind.CONTRACTS: self.tr(
                "The contracts that came with “{file}” are taken out, and those it changed become as before. A backup is made first."
            ),
            ImportKind.POINTS: self.tr("The points that came with “{file}” are taken off again. A backup is made first."),
            ImportKind.ANSWERS: self.tr("The answers that came with “{file}” are taken out again. A backup is made first."),
        }
        of_people = self.tr(
            "{rows} of “{file}” go back to what was there before: {created} newly registered and {updated} brought up to date. "
            "Customers for whom you recorded something since then stay. A backup is made first."
        )
        created, updated = (format_count(number, CountUnit.CUSTOMERS, language()) for number in (past.created, past.updated))
        text = words.get(past.kind, of_people)
        return text.format(rows=rows_text(past.accepted), file=past.file_name, created=created, updated=updated)

    def _danger(self, past: ImportRow) -> str:
        if past.kind is ImportKind.CUSTOMERS:
            people = format_count(past.created + past.updated, CountUnit.CUSTOMERS, language())
            return self.tr("Put {count} back").format(count=people)
        if past.kind is ImportKind.ANSWERS:
            return grouped(self.tr("Take %n answer(s) out again", "", past.accepted), past.accepted)
        return grouped(self.tr("Take %n row(s) out again", "", past.accepted), past.accepted)

    def _sentence(self, undone: UndoneImport) -> str:
        words = language()
        if self._kind is ImportKind.PRODUCTS:
            text = self.tr("The import was undone: {count} of products taken out, {restored} put back")
            count, restored = (format_count(number, CountUnit.ITEMS, words) for number in (undone.products, undone.restored))
            return text.format(count=count, restored=restored)
        if self._kind is ImportKind.CONTRACTS:
            text = self.tr("The import was undone: {count} of contracts taken out, {restored} put back")
            count, restored = (format_count(number, CountUnit.ITEMS, words) for number in (undone.contracts, undone.restored))
            return text.format(count=count, restored=restored)
        if self._kind is ImportKind.POINTS:
            return self.tr("The import was undone: {points} points taken off again").format(points=format_number(undone.points))
        if self._kind is ImportKind.ANSWERS:
            return self.tr("The import was undone: {count} answers taken out").format(count=format_number(undone.answers))
        people, restored = (format_count(number, CountUnit.CUSTOMERS, words) for number in (undone.customers, undone.restored))
        sales = format_count(undone.purchases, CountUnit.ITEMS, words)
        text = self.tr("The import was undone: {people} and {sales} of sales taken out, {restored} put back")
        return text.format(people=people, sales=sales, restored=restored)
