"""One question of a survey: its answers as bars, the mean with its range of chance, and what changed since the wave before."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from app.domain.dates import DateStyle
from app.domain.formats import CountUnit, format_count, format_range
from app.domain.numbers import EMPTY_CELL, format_number, format_rate
from app.domain.survey_results import Answered, QuestionResult
from app.domain.surveys import QuestionKind
from app.views.insights.table_panel import FiguresTable
from app.views.moments import day_text, language
from app.views.surveys.option_bars import OptionBar, OptionBars
from app.views.surveys.results_words import choice_name, mean_text, people, quoted, short_wave, wave_in_title
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, row
from app.views.widgets.table_view import Column


class QuestionCard(Card):
    """`people_requested(spec, wave, title)`, `table_requested(FiguresTable)`."""

    people_requested = Signal(object, object, str)
    table_requested = Signal(object)

    def __init__(self, asked: QuestionResult, wave: date | None, *, is_open: bool) -> None:
        """`is_open`: bars lead to the people behind them."""
        super().__init__(gap=6)
        self.asked = asked
        self._wave = wave
        self._is_open = is_open
        self.as_table = LinkButton(self.tr("As a table"), small=True)
        self.as_table.clicked.connect(lambda: self.table_requested.emit(self.table()))
        self.heading = ElidedLabel(self._title(), TextStyle.CARD_TITLE)
        head = row(gap=8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.as_table)
        self.add(boxed(head))
        self.facts = WrapLabel(self._facts(), TextStyle.CAPTION, Tone.TEXT2)
        self.bars = OptionBars(self._title())
        self.add(self.facts)
        self.add(self.bars)
        self.body.addStretch(1)
        most = max((bar.count for bar in asked.bars), default=0)
        self.bars.set_bars(
            [
                OptionBar(name, bar.count / most if most else 0.0, f"{bar.count} · {percent}", f"{name}: {people(bar.count)} ({percent})")
                for bar in asked.bars
                for name, percent in [(choice_name(asked, bar.choice), format_rate(bar.count, asked.n))]
            ],
            is_open=is_open,
        )
        self.bars.bar_clicked.connect(self._on_bar)

    def table(self) -> FiguresTable:
        asked = self.asked
        columns = (
            Column("choice", self.tr("Answer"), stretch=True),
            Column("people", self.tr("People"), numeric=True),
            Column("share", self.tr("Share"), numeric=True),
            Column("range", self.tr("Range of chance"), numeric=True),
        )
        rows: list[tuple[Answered | None, tuple[str, ...]]] = [
            (
                Answered(asked.key, bar.choice) if self._is_open else None,
                (
                    choice_name(asked, bar.choice),
                    str(bar.count),
                    format_rate(bar.count, asked.n),
                    EMPTY_CELL if bar.share.low is None or bar.share.high is None else format_range(bar.share.low, bar.share.high),
                ),
            )
            for bar in asked.bars
        ]
        rows += [
            (None, (self.tr("Mean of {wave}").format(wave=wave_in_title(one.wave)), str(one.mean.n), mean_text(one.mean), ""))
            for one in asked.waves
            if one.mean.n
        ]
        note = self.tr("Enter opens the people who answered so.") if self._is_open else self.tr("Answers of the staff are without a name.")
        return FiguresTable(asked.question.text, note, columns, rows, asked.question.text)

    def _title(self) -> str:
        text = self.tr("{number}. {text}").format(number=self.asked.number, text=self.asked.question.text)
        return text if self.asked.is_current else self.tr("{text} (version {version})").format(text=text, version=self.asked.version)

    def _facts(self) -> str:
        asked, parts = self.asked, [format_count(self.asked.n, CountUnit.ITEMS, language())]
        if asked.question.kind is QuestionKind.MULTI:
            parts.append(self.tr("several answers each"))
        if asked.mean is not None and asked.mean.mean is not None:
            parts.append(self.tr("mean {mean}").format(mean=mean_text(asked.mean)))
        if asked.middle is not None:
            parts.append(self.tr("half below {middle}").format(middle=format_number(asked.middle, 1).removesuffix(".0")))
        if asked.days is not None:
            first, last = (day_text(day, DateStyle.TABLE) for day in asked.days)
            parts.append(self.tr("{first} to {last}").format(first=first, last=last))
        if asked.step is not None and asked.step.is_sure:
            parts.append(self._step())
        return self.tr(" · ").join(parts)

    def _step(self) -> str:
        step = self.asked.step
        if step is None:
            return ""
        known = {"wave": short_wave(step.before, self._wave), "size": format_number(abs(step.difference), 1)}
        if step.difference > 0:
            return self.tr("clearly {size} above {wave}").format(**known)
        return self.tr("clearly {size} below {wave}").format(**known)

    def _on_bar(self, place: int) -> None:
        bar = self.asked.bars[place]
        known = {"question": quoted(self.asked.question.text), "answer": choice_name(self.asked, bar.choice)}
        title = self.tr("{question}: {answer}").format(**known)
        self.people_requested.emit(Answered(self.asked.key, bar.choice), self._wave, title)
