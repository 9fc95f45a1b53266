"""Rows of a file of answers that are worth a look, before and after they are stored, with the counts above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.imports import AnswerOutlook
from app.domain.surveys import Audience
from app.views.importing.count_card import CountRow
from app.views.importing.entries import Entry, EntryKind
from app.views.importing.entry_list import EntryList
from app.views.importing.words import reason_sentence, rows_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import boxed, column, set_shown

if TYPE_CHECKING:
    from app.exchange.problems import RowError, RowWarning
    from app.exchange.survey_answers import AnswerReading
    from app.services.import_customers import ImportOutcome

ALL = "all"
SHOWN = 2_000


BESIDE_FROM = 900


class AnswerRows(QWidget):
    """`beside`: what is decided of them, above where there is little room."""

    def __init__(self, beside: QWidget | None = None) -> None:
        super().__init__()
        self._beside = beside
        self._refused: Sequence[RowError] = ()
        self._warnings: Sequence[RowWarning] = ()
        self._build()
        self.chips.changed.connect(self._on_chip)

    def show_outlook(self, outlook: AnswerOutlook, reading: AnswerReading, audience: Audience) -> None:
        """What would happen."""
        counts = [("check", Tone.OK, rows_text(outlook.accepted), self.tr("come in"))]
        if audience is Audience.CUSTOMERS:
            nobody = outlook.accepted - outlook.linked
            counts.append(("users", Tone.INFO, rows_text(outlook.linked), self.tr("of a customer you know")))
            counts.append(("user", Tone.NEUTRAL, rows_text(nobody), self.tr("without a customer")))
        if outlook.there_already:
            counts.append(("copy", Tone.ACCENT, rows_text(outlook.there_already), self.tr("there already, left out")))
        left_out = len({error.row for error in reading.refused}) - outlook.there_already
        counts.append(("triangle-alert", Tone.DANGER if left_out else Tone.NEUTRAL, rows_text(left_out), self.tr("cannot come in")))
        self._show(counts, reading.refused, reading.warnings, self.tr("There is nothing to look at"))

    def show_outcome(self, outcome: ImportOutcome, audience: Audience) -> None:
        """What happened."""
        counts = [("circle-check", Tone.OK, rows_text(outcome.accepted), self.tr("came in"))]
        if audience is Audience.CUSTOMERS:
            linked = outcome.accepted - outcome.without_customer
            counts.append(("users", Tone.INFO, rows_text(linked), self.tr("of a customer you know")))
            counts.append(("user", Tone.NEUTRAL, rows_text(outcome.without_customer), self.tr("without a customer")))
        refused = len({error.row for error in outcome.refused})
        counts.append(("triangle-alert", Tone.DANGER if refused else Tone.NEUTRAL, rows_text(refused), self.tr("left out")))
        self._show(counts, outcome.refused, outcome.warnings, self.tr("Every row came in"))

    def take_keyboard(self) -> None:
        if self._refused or self._warnings:
            self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.counts = CountRow()
        self.chips = FilterChips(name=self.tr("Which rows"))
        self.list = EntryList(self.tr("Rows to look at"))
        self._clean = EmptyState("circle-check", "")
        quiet = self.tr("Answers from a file make no follow-ups and no points: they were given some time ago.")
        self._foot = WrapLabel(quiet, TextStyle.CAPTION, Tone.TEXT2)
        card = Card(self.tr("Rows to look at"))
        card.add(self.chips)
        card.add_list(boxed(column(self.list, self._clean, gap=0)))
        card.set_footer(column(self._foot))
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        if self._beside is not None:
            self._cards.addWidget(self._beside, 2)
        self._cards.addWidget(card, 3)
        layout = column(self.counts, gap=12)
        layout.addLayout(self._cards, 1)
        self.setLayout(layout)
        theme_of(self).changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        px = theme_of(self).px
        is_wide = self.width() >= px(BESIDE_FROM)
        self._cards.setDirection(QBoxLayout.Direction.RightToLeft if is_wide else QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(px(12))

    def _show(
        self,
        counts: Sequence[tuple[str, Tone, str, str]],
        refused: Sequence[RowError],
        warnings: Sequence[RowWarning],
        clean: str,
    ) -> None:
        self.counts.set_counts(counts)
        self._refused, self._warnings = refused, warnings
        every = len(refused) + len(warnings)
        options: list[tuple[str, str, int | None]] = [(ALL, self.tr("All"), every)]
        if refused:
            options.append((EntryKind.REFUSED, self.tr("Left out"), len(refused)))
        if warnings:
            options.append((EntryKind.NOTED, self.tr("Please check"), len(warnings)))
        self.chips.set_options(options, ALL)
        self._clean.set(clean, self.tr("Every answer fits the questions of the survey."))
        set_shown(self.chips, bool(every))
        set_shown(self.list, bool(every))
        set_shown(self._clean, not every)
        self._on_chip()

    def _on_chip(self) -> None:
        key = self.chips.current()
        errors = self._refused if key in (ALL, EntryKind.REFUSED) else ()
        notes = self._warnings if key in (ALL, EntryKind.NOTED) else ()
        found = [_entry(EntryKind.REFUSED, one) for one in errors[:SHOWN]] + [_entry(EntryKind.NOTED, one) for one in notes[:SHOWN]]
        self.list.set_entries(sorted(found, key=lambda entry: entry.row)[:SHOWN])


def _entry(kind: EntryKind, problem: RowError | RowWarning) -> Entry:
    return Entry(kind, problem.row, problem.field, problem.name, problem.value, reason_sentence(problem))
