"""比べる: the finished campaigns of a kind beside each other, all as one, and beside what is said elsewhere."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.context import AppContext
from app.domain.dates import DateStyle
from app.domain.figure_settings import GeneralFigure
from app.domain.formats import EMPTY_CELL
from app.domain.measure_compare import ComparedMeasure, KindComparison
from app.domain.measure_results import VERDICT_WORDS
from app.domain.measures import MeasureKind
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_percent
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.measures.compare_sheet import CompareSheet, Mark, SheetRow
from app.views.measures.list_words import kind_word
from app.views.moments import day_text, language
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.combo_field import ComboField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, column, row
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_HUNDRED = Decimal(100)


class CompareView(QWidget):
    """`measure_requested(id)`: open this result."""

    measure_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._found: KindComparison | None = None
        self._wanted: MeasureKind | None = None
        self._build()
        self._connect()

    def refresh(self) -> None:
        today, kind = self._context.clock.today(), self._wanted

        def op(session: Session, _control: JobControl) -> KindComparison:
            from app.queries.measure_compare import compare_kind

            return compare_kind(session, today, kind)

        self._context.tasks.query(op, self._on_found, owner=self, replaces="compare")

    def show_kind(self, kind: MeasureKind) -> None:
        self._wanted = kind
        if self._found is not None:
            self._found = replace(self._found, kind=kind)
        self.refresh()

    def _build(self) -> None:
        self.kind = ComboField([(kind, kind_word(kind)) for kind in MeasureKind])
        self.kind.setAccessibleName(self.tr("Kind of campaign"))
        self.card = Card(self.tr("Campaigns of a kind beside each other"), explanation=self._explain())
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.sheet = CompareSheet(self.tr("Profit on cost of each campaign"))
        self.legend = WrapLabel(
            self.tr("Dot: measured, with its range of chance · upright line: expected before · diamond: all as one · square: elsewhere"),
            TextStyle.CAPTION,
            Tone.TEXT3,
        )
        self.nothing = EmptyState(
            "chart-line",
            self.tr("No campaign of this kind is over yet"),
            self.tr(
                "When the time of the first one is over, its result stands here beside what was expected, and every further one with it."
            ),
        )
        self.places = QStackedWidget()
        self.full = boxed(column(self.finding, self.sheet, self.legend, STRETCH, gap=8))
        self.places.addWidget(self.full)
        self.places.addWidget(self.nothing)
        self.general = NumberField(-100, 100_000, decimals=1)
        self.general.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.general.setAccessibleName(self.tr("Profit on cost elsewhere"))
        self.source = TextField(self.tr("Where it is from"))
        self.source.setAccessibleName(self.tr("Where it is from"))
        self.card.add(row(Text(self.tr("Kind"), TextStyle.BODY, Tone.TEXT2), self.kind, STRETCH, gap=8))
        scroll = ScrollColumn(gap=0)
        scroll.body.addWidget(self.places)
        self.card.add(scroll, 1)
        elsewhere = row(Text(self.tr("Elsewhere"), TextStyle.BODY, Tone.TEXT2), self.general, Text("%", TextStyle.BODY, Tone.TEXT2), gap=8)
        elsewhere.addWidget(self.source, 1)
        self.card.add(elsewhere)
        self.setLayout(column(self.card, gap=0))
        self.setFocusProxy(self.kind)

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.sheet.opened.connect(self._on_opened)
        for field in (self.general, self.source):
            field.edited_done.connect(self._on_left)

    def _explain(self) -> Explanation:
        return Explanation(
            self.tr("Campaigns of a kind beside each other"),
            self.tr(
                "Each finished campaign that left people out shows its profit on cost with the range of chance. All as one weighs them by "
                "how exact they are. A figure from elsewhere can be typed in, with where it is from."
            ),
            self.tr("Example: three campaigns with 10%, 40% and −5% make 18% as one, if they are equally exact and cost alike."),
            self.tr("Profit on cost = (people × effect − cost) ÷ cost; all as one: DerSimonian and Laird"),
        )

    def _on_found(self, found: KindComparison) -> None:
        self._found = found
        self.kind.set_current(found.kind)
        self.places.setCurrentWidget(self.full if found.rows else self.nothing)
        self.finding.setText(self._finding(found))
        rows = [self._row(one, found) for one in found.rows]
        pooled = self._pooled_row(found)
        self.sheet.set_rows([*rows, *([] if pooled is None else [pooled]), *self._general_rows(found)], self.tr("cost covered"))
        if not self.general.hasFocus():
            self.general.set_value(None if found.general is None else Decimal(str(found.general.value)) * _HUNDRED)
        if not self.source.hasFocus():
            self.source.setText("" if found.general is None else found.general.source)

    def _finding(self, found: KindComparison) -> str:
        if found.pooled is None or found.roi is None or found.roi.value is None:
            return self.tr("Nothing can be said of this kind as a whole yet: no finished campaign of it left enough people out.")
        count = found.pooled.count
        if found.roi.low is not None and found.roi.low > 0:
            words = self.tr("As one, %n campaign(s) of this kind brought a profit: {roi} on cost ({low} to {high}).", "", count)
        elif found.roi.high is not None and found.roi.high < 0:
            words = self.tr("As one, %n campaign(s) of this kind cost more than they brought: {roi} ({low} to {high}).", "", count)
        else:
            words = self.tr("As one, it is not clear whether %n campaign(s) paid: {roi} on cost ({low} to {high}).", "", count)
        low, high = (EMPTY_CELL if end is None else format_percent(end, 0) for end in (found.roi.low, found.roi.high))
        return words.format(roi=format_percent(found.roi.value, 0), low=low, high=high)

    def _row(self, one: ComparedMeasure, found: KindComparison) -> SheetRow:
        result, money = one.result, currency_of(found.currency)
        head = (result.name, day_text(result.sent_on, DateStyle.TABLE))
        expected = EMPTY_CELL if one.expected_gain is None else format_money(one.expected_gain, money, language())
        verdict = label_of(result.verdict, VERDICT_WORDS, "Measures")
        if one.measured_gain is None or result.roi is None:
            why = self.tr("too few people") if result.n_held else self.tr("nothing to compare with")
            return SheetRow(result.measure_id, head, (why, ""), " ".join((*head, verdict, why)))
        measured = self.tr("{money} measured").format(money=format_money(one.measured_gain, money, language()))
        note = (measured, self.tr("{money} expected").format(money=expected))
        roi = result.roi
        shares = "" if roi.value is None else self.tr("Profit on cost {roi}.").format(roi=format_percent(roi.value))
        spoken = " ".join(part for part in (*head, verdict, shares, *note) if part)
        return SheetRow(result.measure_id, head, note, spoken, Mark.POINT, roi.value, roi.low, roi.high, one.expected_roi)

    def _pooled_row(self, found: KindComparison) -> SheetRow | None:
        if found.pooled is None or found.roi is None:
            return None
        each = format_money(round(found.pooled.effect), currency_of(found.currency), language())
        note = self.tr("{money} for each person").format(money=each)
        head = self.tr("All as one (%n)", "", found.pooled.count)
        return SheetRow(
            None, (head, ""), (note, ""), f"{head} {self._finding(found)}", Mark.ALL, found.roi.value, found.roi.low, found.roi.high
        )

    def _general_rows(self, found: KindComparison) -> list[SheetRow]:
        if found.general is None:
            return []
        head, note = self.tr("Elsewhere"), found.general.source or self.tr("source not given")
        spoken = self.tr("Elsewhere: {roi}, {source}").format(roi=format_percent(found.general.value), source=note)
        return [SheetRow(None, (head, note), (format_percent(found.general.value), ""), spoken, Mark.ELSEWHERE, found.general.value)]

    def _on_kind(self, kind: object) -> None:
        if isinstance(kind, MeasureKind):
            for field in (self.general, self.source):
                field.clearFocus()
            self.show_kind(kind)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int):
            self.measure_requested.emit(key)

    def _on_left(self) -> None:
        found, value = self._found, self.general.value()
        if found is None or not self.general.is_valid():
            return
        wanted = None if value is None else GeneralFigure(float(Decimal(value) / _HUNDRED), self.source.text().strip())
        if wanted == found.general:
            return
        kind, now = found.kind.value, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.queries.figure_settings import figure_settings
            from app.services.figure_settings import change_figure_settings

            settings = figure_settings(session)
            general = {key: figure for key, figure in settings.general.items() if key != kind}
            if wanted is not None:
                general[kind] = wanted
            return change_figure_settings(session, replace(settings, general=general), now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int | None) -> None:
        if action_id is not None:
            self._context.messages.toast(self.tr("The figure from elsewhere is saved"), undo_action_id=action_id)
        self.refresh()
