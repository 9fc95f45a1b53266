"""One import from the file to the result: what was chosen so far, and the work done for it. The page shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.context import AppContext
from app.domain.customers import CustomerFields
from app.domain.imports import DoubleChoice, ImportKind, ImportRow
from app.jobs.job import JobControl
from app.views.importing import work
from app.views.importing.import_work import ImportWork
from app.views.importing.work import ContractsRead, OpenedFile, PeopleRead, PointsRead, ProductsRead, SalesRead, ShopFacts

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.exchange.contracts import ContractReading
    from app.exchange.customers import CustomerReading, Repair
    from app.exchange.duplicates import Person
    from app.exchange.point_openings import OpeningReading
    from app.exchange.problems import RowError, RowWarning
    from app.exchange.products import ProductReading
    from app.exchange.purchases import PurchaseReading
    from app.exchange.source import Reading
    from app.services.import_customers import ImportOutcome

Cell = tuple[int, str]


@dataclass(slots=True)
class ImportDraft:
    """Everything the user said about one file. Going back and forth changes nothing of it."""

    path: Path | None = None
    wanted: ImportKind | None = None
    how: Reading | None = None
    preset: str = ""
    creates: bool = True
    opened: OpenedFile | None = None
    before: ImportRow | None = None
    kept: dict[Cell, Repair] = field(default_factory=dict)
    typed: dict[Cell, tuple[RowError | RowWarning, str]] = field(default_factory=dict)
    choices: dict[int, DoubleChoice] = field(default_factory=dict)
    sides: dict[Cell, bool] = field(default_factory=dict)
    people: PeopleRead | None = None
    sales: SalesRead | None = None
    products: ProductsRead | None = None
    points: PointsRead | None = None
    contracts: ContractsRead | None = None
    outcome: ImportOutcome | None = None

    @property
    def reading(self) -> CustomerReading | PurchaseReading | ProductReading | OpeningReading | ContractReading | None:
        """What was read, whatever the list is of."""
        read = self.people or self.sales or self.products or self.points or self.contracts
        return read.reading if read is not None else None

    def forget_reading(self) -> None:
        """The columns changed: what was read and decided on it no longer holds."""
        self.people = self.sales = self.products = self.points = self.contracts = None
        self.kept.clear()
        self.typed.clear()
        self.choices.clear()
        self.sides.clear()


class ImportDesk(ImportWork):
    """`file_opened`: the top of the file is read and its columns matched; `list_read`: every row is."""

    file_opened = Signal()
    list_read = Signal()
    pair_loaded = Signal(int)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._facts = ShopFacts()
        self._existing: list[Person] = []
        self._records: dict[int, CustomerFields] = {}
        self.draft = ImportDraft()

    @property
    def currency(self) -> str:
        """The code of the shop's currency."""
        return self._facts.currency

    def forget(self) -> None:
        """Begin anew."""
        self.cancel()
        self.draft = ImportDraft()
        self._records.clear()

    # the file

    def open(self, path: Path, kind: ImportKind | None = None) -> None:
        """Read the top of the file; `kind` None: find out what it is."""
        self.draft = ImportDraft(path=path, wanted=kind)
        self._records.clear()
        self._open()

    def reopen(self, how: Reading) -> None:
        """Read the top of the same file in another way."""
        self.draft.how = how
        self.draft.forget_reading()
        self._open()

    def choose_kind(self, kind: ImportKind) -> None:
        self.draft.wanted = kind
        self.draft.preset = ""
        self._match()

    def choose_preset(self, preset: str) -> None:
        self.draft.preset = preset
        self._match()

    def choose_target(self, column: int, target: str) -> None:
        """What a column is; "" leaves it out."""
        opened = self.draft.opened
        if opened is not None:
            self.draft.opened = opened.with_mapping(opened.mapping.with_target(column, target))
            self.draft.forget_reading()

    def _open(self) -> None:
        self.set_reading()
        self.ask(_facts, self._on_facts, "facts")

    def _on_facts(self, facts: ShopFacts) -> None:
        self._facts = facts
        path, how, kind, preset = self.draft.path, self.draft.how, self.draft.wanted, self.draft.preset
        if path is None:
            return

        def op(control: JobControl) -> OpenedFile:
            return work.open_file(path, how, kind, preset, facts, control)

        self.run(op, self._on_opened, "open")

    def _on_opened(self, opened: OpenedFile) -> None:
        self.draft.opened = opened
        fingerprint = opened.fingerprint

        def op(session: Session, _control: JobControl) -> ImportRow | None:
            return work.imported_before(session, fingerprint)

        self.ask(op, self._on_before, "before")

    def _on_before(self, before: ImportRow | None) -> None:
        self.draft.before = before
        self.set_busy("")
        self.file_opened.emit()

    def _match(self) -> None:
        opened, kind, preset, facts = self.draft.opened, self.draft.wanted, self.draft.preset, self._facts
        if opened is None:
            return
        chosen = kind or opened.kind
        self.draft.forget_reading()
        self.run(lambda _control: work.rematched(opened, chosen, preset, facts), self._on_rematched, "match")

    def _on_rematched(self, opened: OpenedFile) -> None:
        self.draft.opened = opened
        self.file_opened.emit()

    # reading

    def read(self) -> None:
        """Read every row; list_read when everything is known that has to be decided."""
        opened = self.draft.opened
        if opened is None:
            return
        self.set_reading()
        if opened.kind is ImportKind.CUSTOMERS:
            op = lambda session, _control: work.people_of_shop(session)  # noqa: E731
            self.ask(op, self._on_existing, "existing")
        elif opened.kind is ImportKind.PRODUCTS:
            self._read_products(opened)
        elif opened.kind is ImportKind.POINTS:
            self._read_points(opened)
        elif opened.kind is ImportKind.CONTRACTS:
            self._read_contracts(opened)
        else:
            self._read_sales(opened)

    def leave_unmended(self, repair: Repair) -> None:
        self.draft.kept[(repair.row, repair.field)] = repair
        self.read()

    def mend(self, cell: Cell) -> None:
        self.draft.kept.pop(cell, None)
        self.read()

    def type_cell(self, problem: RowError | RowWarning, text: str) -> None:
        """A text in place of a cell; an empty one takes the cell of the file again."""
        cell = (problem.row, problem.field)
        first = self.draft.typed.get(cell, (problem, ""))[0]
        if text.strip():
            self.draft.typed[cell] = (first, text.strip())
        else:
            self.draft.typed.pop(cell, None)
        self.read()

    def _on_existing(self, existing: list[Person]) -> None:
        self._existing = existing
        opened, today = self.draft.opened, self.context.clock.today()
        keep = frozenset(self.draft.kept)
        typed = {cell: text for cell, (_, text) in self.draft.typed.items()}
        if opened is None:
            return

        def op(control: JobControl) -> PeopleRead:
            return work.read_people(opened, existing, keep, typed, today, control)

        self.run(op, self._on_people, "read")

    def _on_people(self, read: PeopleRead) -> None:
        self.draft.people = read
        self.set_busy("")
        self.list_read.emit()

    def _read_sales(self, opened: OpenedFile) -> None:
        facts, today = self._facts, self.context.clock.today()
        typed = {cell: text for cell, (_, text) in self.draft.typed.items()}

        def op(control: JobControl) -> PurchaseReading:
            return work.read_sales(opened, typed, facts, today, control)

        self.run(op, self._on_sales, "read")

    def _on_sales(self, reading: PurchaseReading) -> None:
        def op(session: Session, _control: JobControl) -> SalesRead:
            return work.outlook_of(session, reading)

        self.ask(op, self._on_outlook, "outlook")

    def _on_outlook(self, read: SalesRead) -> None:
        self.draft.sales = read
        self.set_busy("")
        self.list_read.emit()

    def _read_products(self, opened: OpenedFile) -> None:
        facts = self._facts
        typed = {cell: text for cell, (_, text) in self.draft.typed.items()}
        self.run(lambda control: work.read_products(opened, typed, facts, control), self._on_products, "read")

    def _on_products(self, read: ProductsRead) -> None:
        self.draft.products = read
        self.set_busy("")
        self.list_read.emit()

    def _read_points(self, opened: OpenedFile) -> None:
        today = self.context.clock.today()
        typed = {cell: text for cell, (_, text) in self.draft.typed.items()}
        self.run(lambda control: work.read_points(opened, typed, today, control), self._on_points_read, "read")

    def _on_points_read(self, reading: OpeningReading) -> None:
        def op(session: Session, _control: JobControl) -> PointsRead:
            return work.check_points(session, reading)

        self.ask(op, self._on_points, "outlook")

    def _on_points(self, read: PointsRead) -> None:
        self.draft.points = read
        self.set_busy("")
        self.list_read.emit()

    def _read_contracts(self, opened: OpenedFile) -> None:
        facts = self._facts
        typed = {cell: text for cell, (_, text) in self.draft.typed.items()}
        self.run(lambda control: work.read_contracts(opened, typed, facts, control), self._on_contracts_read, "read")

    def _on_contracts_read(self, reading: ContractReading) -> None:
        def op(session: Session, _control: JobControl) -> ContractsRead:
            return work.check_contracts(session, reading)

        self.ask(op, self._on_contracts, "outlook")

    def _on_contracts(self, read: ContractsRead) -> None:
        self.draft.contracts = read
        self.set_busy("")
        self.list_read.emit()

    # doubles

    def decide(self, row: int, choice: DoubleChoice | None) -> None:
        if choice is None:
            self.draft.choices.pop(row, None)
        else:
            self.draft.choices[row] = choice

    def record_of(self, row: int) -> CustomerFields | None:
        """Whom the row of the file may be; None until pair_loaded says that it is there."""
        people = self.draft.people
        question = next((q for q in people.questions if q.row == row), None) if people is not None else None
        if people is None or question is None:
            return None
        double = question.double
        if double.existing_id is None:
            draft = people.drafts.get(double.other_row or 0)
            return draft.fields if draft is not None else None
        if double.existing_id not in self._records:
            self._load_record(row, double.existing_id)
        return self._records.get(double.existing_id)

    def _load_record(self, row: int, customer_id: int) -> None:
        def op(session: Session, _control: JobControl) -> tuple[int, int, CustomerFields]:
            return row, customer_id, work.registered(session, customer_id)

        self.context.tasks.query(op, self._on_record, owner=self, failed=self.fail, replaces="record")

    def _on_record(self, found: tuple[int, int, CustomerFields]) -> None:
        row, customer_id, fields = found
        self._records[customer_id] = fields
        self.pair_loaded.emit(row)

    # storing

    def chosen_file(self) -> Path | None:
        return self.draft.path

    def is_read(self) -> bool:
        return self.draft.opened is not None and self.draft.reading is not None

    def storing(self) -> Callable[[Session, JobControl], ImportOutcome]:
        draft, now, today = self.draft, self.context.clock.now(), self.context.clock.today()
        opened, people, sales, products, points = draft.opened, draft.people, draft.sales, draft.products, draft.points
        contracts = draft.contracts
        choices, sides, creates = dict(draft.choices), dict(draft.sides), draft.creates
        assert opened is not None

        def op(session: Session, control: JobControl) -> ImportOutcome:
            if people is not None:
                return work.store_people(session, opened, people, choices, sides, now, today, control)
            if products is not None:
                return work.store_products(session, opened, products, now, control)
            if points is not None:
                return work.store_points(session, opened, points, now, today, control)
            if contracts is not None:
                return work.store_contracts(session, opened, contracts, now, today, control)
            assert sales is not None
            return work.store_sales(session, opened, sales, creates, now, today, control)

        return op

    def keep_outcome(self, outcome: ImportOutcome) -> None:
        self.draft.outcome = outcome


def _facts(session: Any, _control: JobControl) -> ShopFacts:
    return work.shop_facts(session)
