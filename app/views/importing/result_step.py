"""Step 4: what came in, what did not and why, and the ways on from here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.formats import CountUnit, format_count
from app.domain.imports import ImportKind
from app.views.importing.count_card import CountRow
from app.views.importing.words import double_sentence, field_word, reason_sentence, rows_text
from app.views.moments import language
from app.views.theme import Tone
from app.views.widgets.buttons import LinkButton, NormalButton, OkaeriButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import STRETCH, column, row, set_shown
from app.views.widgets.table_view import Column, SimpleTable

if TYPE_CHECKING:
    from app.exchange.problems import RowError, RowWarning
    from app.services.import_customers import ImportOutcome
    from app.views.importing.desk import ImportDraft

REFUSED, UNDECIDED, NOTED = "refused", "undecided", "noted"
# As in step 3: nobody reads on from here.
SHOWN = 5_000
# Lists that are not of people, with the picture of what is new.
_THINGS = (ImportKind.PRODUCTS, ImportKind.CONTRACTS)
_NEW = {ImportKind.PRODUCTS: "shopping-bag", ImportKind.CONTRACTS: "file-text"}
_Row = tuple[int, list[str]]


class ResultStep(QWidget):
    save_requested = Signal()
    undo_requested = Signal()
    again_requested = Signal()
    customers_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lists: dict[str, Sequence[RowError | RowWarning] | list[_Row]] = {}
        self._build()
        self._connect()

    def show_draft(self, draft: ImportDraft) -> None:
        outcome = draft.outcome
        if outcome is None:
            return
        kind = draft.opened.kind if draft.opened is not None else ImportKind.CUSTOMERS
        self.counts.set_counts(self._counts(outcome, kind))
        set_shown(self._customers, kind not in _THINGS)
        left = set(outcome.left_for_later)
        noted = [warning for warning in outcome.warnings if warning.row not in left]
        self._lists = {
            REFUSED: outcome.refused,
            UNDECIDED: self._undecided(draft, outcome),
            NOTED: noted,
        }
        words = {REFUSED: self.tr("Left out"), UNDECIDED: self.tr("Not decided"), NOTED: self.tr("Worth a look")}
        options = [(key, words[key], len(rows)) for key, rows in self._lists.items() if rows]
        self._chips.set_options(options, options[0][0] if options else None)
        set_shown(self._chips, bool(options))
        set_shown(self.table, bool(options))
        set_shown(self._clean, not options)
        set_shown(self._save, bool(outcome.refused))
        self._on_chip()

    def ways(self) -> tuple[OkaeriButton, ...]:
        """The ways on, for the foot of the page."""
        return self._undo, self._again, self._customers

    def _build(self) -> None:
        self.counts = CountRow()
        self._chips = FilterChips(name=self.tr("Which rows"))
        columns = [
            Column("row", self.tr("Row"), numeric=True),
            Column("name", self.tr("Name")),
            Column("field", self.tr("Field")),
            Column("value", self.tr("In the file")),
            Column("reason", self.tr("Reason"), stretch=True),
        ]
        self.table = SimpleTable(columns, self.tr("Rows of the file"))
        self._clean = EmptyState("circle-check", self.tr("Every row came in"), self.tr("There is nothing left to look at."))
        self._save = NormalButton(self.tr("Save the rows left out as CSV"), "download")
        card = Card(self.tr("Rows to look at"))
        card.add(self._chips)
        card.add_list(self.table)
        card.add(self._clean, 1)
        self._first = Caption()
        card.add(row(self._save, self._first, STRETCH))
        self._undo = LinkButton(self.tr("Undo this import"), "undo-2")
        self._again = LinkButton(self.tr("Import another file"), "upload")
        self._customers = NormalButton(self.tr("See the customers"), "users")
        layout = column(self.counts, gap=12)
        layout.addWidget(card, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._chips.changed.connect(self._on_chip)
        self._save.clicked.connect(self.save_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._again.clicked.connect(self.again_requested)
        self._customers.clicked.connect(self.customers_requested)

    def _counts(self, outcome: ImportOutcome, kind: ImportKind) -> Sequence[tuple[str, Tone, str, str]]:
        words = language()
        refused = len({error.row for error in outcome.refused})

        def people(number: int) -> str:
            return format_count(number, CountUnit.ITEMS if kind in _THINGS else CountUnit.CUSTOMERS, words)

        counts = [("circle-check", Tone.OK, rows_text(outcome.accepted), self.tr("came in"))]
        left_out = ("triangle-alert", Tone.DANGER if refused else Tone.NEUTRAL, rows_text(refused), self.tr("left out"))
        if kind is ImportKind.POINTS:
            return [*counts, left_out]
        new = _NEW.get(kind, "user-plus")
        counts.append((new, Tone.INFO, people(outcome.created), self.tr("newly registered")))
        if kind is not ImportKind.PURCHASES:
            counts.append(("pencil", Tone.INFO, people(outcome.updated), self.tr("brought up to date")))
        else:
            counts.append(("shopping-bag", Tone.INFO, rows_text(outcome.without_customer), self.tr("sales without a customer")))
        if outcome.left_for_later:
            counts.append(("users", Tone.ACCENT, people(len(outcome.left_for_later)), self.tr("not decided, left out")))
        counts.append(left_out)
        return counts

    def _undecided(self, draft: ImportDraft, outcome: ImportOutcome) -> list[_Row]:
        if draft.people is None:
            return []
        left = set(outcome.left_for_later)
        maybe = self.tr("May be the same person as {name}.")
        found = []
        for question in draft.people.questions:
            if question.row in left:
                name = draft.people.drafts[question.row].fields.name
                reasons = "・".join(double_sentence(reason) for reason in question.double.reasons)
                found.append((question.row, [f"{question.row:,}", name, "", reasons, maybe.format(name=question.other_name)]))
        return found

    def _on_chip(self) -> None:
        """Rows are made for as many as anybody looks through; the CSV has all that were refused."""
        every = self._lists.get(str(self._chips.current()), [])
        self.table.set_rows([row if isinstance(row, tuple) else _problem_row(row) for row in every[:SHOWN]])
        self._first.setText(self.tr("Only the first {count} are listed here.").format(count=f"{SHOWN:,}") if len(every) > SHOWN else "")


def _problem_row(problem: RowError | RowWarning) -> _Row:
    cells = [f"{problem.row:,}", problem.name, field_word(problem.field), problem.value, reason_sentence(problem)]
    return problem.row, cells
