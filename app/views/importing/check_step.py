"""Step 3: what is worth a look before anything is stored, side by side where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.context import Clock
from app.domain.formats import CountUnit, format_count
from app.domain.imports import DoubleChoice
from app.views.importing.count_card import CountRow
from app.views.importing.desk import ImportDesk
from app.views.importing.doubles_card import DoublesCard
from app.views.importing.preview import preview_card
from app.views.importing.problems_card import ProblemsCard
from app.views.importing.strangers_card import StrangersCard
from app.views.importing.words import grouped, rows_text
from app.views.moments import language
from app.views.theme import Tone, theme_of
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.layouts import boxed, clear, column, row, set_shown
from app.views.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.views.importing.work import ContractsRead, PeopleRead, PointsRead, ProductsRead, SalesRead

NARROW = 900
_Counts = Sequence[tuple[str, Tone, str, str]]


class CheckStep(QWidget):
    """`changed`: how many rows the button would bring in may be another number now."""

    changed = Signal()

    def __init__(self, desk: ImportDesk, clock: Clock) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._side = "problems"
        self._build()
        self._connect()
        self._arrange()

    def show_draft(self) -> None:
        self.problems.show_draft()
        self.doubles.show_draft()
        sales = self._desk.draft.sales
        if sales is not None:
            self.strangers.show_outlook(sales.outlook, creates=self._desk.draft.creates)
        clear(self._preview)
        self._show_counts()
        self._arrange()

    def is_clean(self) -> bool:
        """Whether there is nothing to look at."""
        return not self.problems.has_entries() and not self._has_right()

    def count(self) -> int:
        """Customers, or rows of sales, that the button brings in."""
        draft = self._desk.draft
        if draft.people is not None:
            plain, mended, _open, decided = self._people_counts(draft.people)
            return plain + mended + decided
        if draft.products is not None:
            return len(draft.products.reading.drafts)
        if draft.points is not None:
            return len(draft.points.reading.drafts)
        if draft.contracts is not None:
            return len(draft.contracts.reading.drafts)
        return self._sales_rows(draft.sales) if draft.sales is not None else 0

    def primary_text(self) -> str:
        return self.tr("Import {count}").format(count=self._number(self.count()))

    def take_keyboard(self) -> None:
        """Put the keyboard where the first thing is to be decided."""
        if self._desk.draft.people is not None and self._has_right() and not self.problems.has_entries():
            self.doubles.take_keyboard()
        elif self.problems.has_entries():
            self.problems.list.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.counts = CountRow()
        self.problems = ProblemsCard(self._desk)
        self.doubles = DoublesCard(self._desk)
        self.strangers = StrangersCard()
        self._switch = Segmented([("problems", ""), ("right", "")], "problems", self.tr("What to look at"))
        self._switch.hide()
        self._clean = EmptyState(
            "circle-check", self.tr("There is nothing to look at"), self.tr("Every row can come in as it stands."), "",
            self.tr("See how it comes in"),
        )  # fmt: skip
        self._preview = column(gap=0)
        cards = row(gap=16)
        for card in (self.problems, self.doubles, self.strangers):
            cards.addWidget(card, 1)
        layout = column(self.counts, self._switch, gap=12)
        self._cards = boxed(cards)
        layout.addWidget(self._cards, 1)
        layout.addWidget(self._clean, 1)
        layout.addLayout(self._preview, 2)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.doubles.decided.connect(self._on_decided)
        self.strangers.chosen.connect(self._on_creates)
        self._clean.link_clicked.connect(self._on_preview)
        self._switch.changed.connect(self._on_side)
        theme_of(self).changed.connect(self._arrange)

    def _has_right(self) -> bool:
        draft = self._desk.draft
        if draft.people is not None:
            return bool(draft.people.questions)
        return draft.sales is not None and draft.sales.outlook.unknown > 0

    def _arrange(self) -> None:
        """Both cards beside each other; where that is too narrow, one of them with a switch above."""
        has_left, has_right = self.problems.has_entries(), self._has_right()
        is_narrow = self.width() < theme_of(self).px(NARROW) and has_left and has_right
        set_shown(self._switch, is_narrow)
        left = has_left and (not is_narrow or self._side == "problems")
        right = has_right and (not is_narrow or self._side != "problems")
        is_people = self._desk.draft.people is not None
        set_shown(self.problems, left)
        set_shown(self.doubles, right and is_people)
        set_shown(self.strangers, right and not is_people)
        set_shown(self._cards, not self.is_clean())
        set_shown(self._clean, self.is_clean() and not self._preview.count())
        self._switch_words(self.doubles.title_label.text() if is_people else self.strangers.title_label.text())

    def _number(self, count: int) -> str:
        if self._desk.draft.people is not None:
            return format_count(count, CountUnit.CUSTOMERS, language())
        if self._desk.draft.products is not None:
            return self.tr("%n product(s)", "", count)
        return rows_text(count)

    def _people_counts(self, read: PeopleRead) -> tuple[int, int, int, int]:
        """Customers that come in as they stand, mended, undecided, decided."""
        asked = {question.row for question in read.questions}
        mended = {repair.row for repair in read.reading.repairs} - asked
        choices = self._desk.draft.choices
        decided = sum(1 for number in asked if choices.get(number, DoubleChoice.LATER) is not DoubleChoice.LATER)
        plain = len(read.reading.drafts) - len(asked) - len(mended)
        return plain, len(mended), len(asked) - decided, decided

    def _sales_rows(self, read: SalesRead) -> int:
        outlook = read.outlook
        out = outlook.rows_there_already
        if not self._desk.draft.creates:
            out += outlook.rows_unknown + outlook.rows_ambiguous
        return read.reading.accepted_rows - out

    def _show_counts(self) -> None:
        draft = self._desk.draft
        if draft.people is not None:
            self.counts.set_counts(self._counts_of_people(draft.people))
        elif draft.sales is not None:
            self.counts.set_counts(self._counts_of_sales(draft.sales))
        elif draft.products is not None:
            self.counts.set_counts(self._counts_of_products(draft.products))
        elif draft.points is not None:
            self.counts.set_counts(self._counts_of_points(draft.points))
        elif draft.contracts is not None:
            self.counts.set_counts(self._counts_of_contracts(draft.contracts))

    def _counts_of_people(self, read: PeopleRead) -> _Counts:
        plain, mended, open_pairs, decided = self._people_counts(read)
        refused = len({error.row for error in read.reading.refused})
        pairs = self.tr("may be the same person, %n decided", "", decided) if decided else self.tr("may be the same person")
        count = open_pairs + decided
        return [
            ("check", Tone.OK, self._number(plain), self.tr("come in as they stand")),
            ("pencil", Tone.INFO, self._number(mended), self.tr("are mended and come in")),
            ("users", Tone.ACCENT, grouped(self.tr("%n pair(s)", "", count), count), pairs),
            ("triangle-alert", Tone.DANGER if refused else Tone.NEUTRAL, self._number(refused), self.tr("cannot come in as they stand")),
        ]

    def _counts_of_sales(self, read: SalesRead) -> _Counts:
        outlook, words = read.outlook, language()
        refused = len({error.row for error in read.reading.refused})
        counts = [
            ("check", Tone.OK, rows_text(self._sales_rows(read)), self.tr("come in")),
            ("shopping-bag", Tone.INFO, format_count(read.reading.receipts, CountUnit.ITEMS, words), self.tr("receipts")),
            ("user", Tone.INFO, rows_text(read.reading.rows_without_customer), self.tr("without a customer")),
            ("undo-2", Tone.INFO, format_count(outlook.refunds, CountUnit.ITEMS, words), self.tr("refunds")),
        ]
        if outlook.rows_there_already:
            counts.append(("copy", Tone.ACCENT, rows_text(outlook.rows_there_already), self.tr("there already, left out")))
        counts.append(("triangle-alert", Tone.DANGER if refused else Tone.NEUTRAL, rows_text(refused), self.tr("cannot come in")))
        return counts

    def _counts_of_products(self, read: ProductsRead) -> _Counts:
        refused = len({error.row for error in read.reading.refused})
        named = {draft.fields.group for draft in read.reading.drafts if draft.fields.group}
        groups = len(named | {group.name for group in read.reading.groups})
        return [
            ("shopping-bag", Tone.OK, rows_text(len(read.reading.drafts)), self.tr("come in or bring a product up to date")),
            ("table", Tone.INFO, f"{groups:,}", self.tr("groups")),
            ("triangle-alert", Tone.DANGER if refused else Tone.NEUTRAL, rows_text(refused), self.tr("cannot come in")),
        ]

    def _counts_of_points(self, read: PointsRead) -> _Counts:
        refused = len({error.row for error in read.reading.refused})
        points = sum(draft.points for draft in read.reading.drafts)
        return [
            ("check", Tone.OK, rows_text(len(read.reading.drafts)), self.tr("come in")),
            ("gift", Tone.INFO, f"{points:,}", self.tr("points in all")),
            ("triangle-alert", Tone.DANGER if refused else Tone.NEUTRAL, rows_text(refused), self.tr("cannot come in")),
        ]

    def _counts_of_contracts(self, read: ContractsRead) -> _Counts:
        refused = len({error.row for error in read.reading.refused})
        ended = sum(draft.end is not None for draft in read.reading.drafts)
        return [
            ("check", Tone.OK, rows_text(len(read.reading.drafts)), self.tr("come in or bring a contract up to date")),
            ("calendar-check", Tone.INFO, rows_text(ended), self.tr("with the day of the end")),
            ("triangle-alert", Tone.DANGER if refused else Tone.NEUTRAL, rows_text(refused), self.tr("cannot come in")),
        ]

    def _switch_words(self, right: str) -> None:
        for key, text in (("problems", self.tr("Worth a look")), ("right", right)):
            button = self._switch.button(key)
            button.setText(text)  # type: ignore[attr-defined]

    def _on_decided(self) -> None:
        self._show_counts()
        self.changed.emit()

    def _on_creates(self, creates: object) -> None:
        self._desk.draft.creates = bool(creates)
        self._show_counts()
        self.changed.emit()

    def _on_side(self, side: object) -> None:
        self._side = str(side)
        self._arrange()

    def _on_preview(self) -> None:
        self._clean.hide()
        self._preview.addWidget(preview_card(self._desk.draft, self._clock.today(), self._desk.currency))
