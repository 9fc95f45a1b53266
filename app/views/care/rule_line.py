"""One rule: a switch, the sentence with its choosable words, and what it brings this month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.domain.care import RuleFields
from app.domain.care_view import RulePreview, RuleRow
from app.domain.care_words import number_choices, number_words, rule_words
from app.domain.follow_ups import FollowUpKind
from app.views.care.words import speaker
from app.views.follow_ups.words import kind_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, LinkButton, TonalButton, escape_mnemonic
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.sentence import Sentence
from app.views.widgets.switch import Switch

NUMBER, ACT = "number", "act"


class RuleLine(QFrame):
    """A word that is chosen anew is shown and counted first (`preview_requested`), and stored when it is kept (`kept`)."""

    switched = Signal(int, bool)
    preview_requested = Signal(int, object)
    kept = Signal(int, object)
    details_requested = Signal(int)

    def __init__(self, rule: RuleRow, today: date) -> None:
        super().__init__()
        self.rule = rule
        self.pending: RuleFields | None = None
        self._today = today
        self.menu: QMenu | None = None
        self._build()
        self._show()

    def show_preview(self, preview: RulePreview) -> None:
        """What the words that are being tried would bring."""
        if self.pending is not None:
            self._show_count(preview, is_tried=True)

    def choose(self, name: str) -> None:
        """Open the choices of a word."""
        if name not in (NUMBER, ACT):
            self.details_requested.emit(self.rule.id)
            return
        self.menu = QMenu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(self.menu)
        for text, fields in self._choices(name):
            entry = QAction(escape_mnemonic(text), self.menu, checkable=True)
            entry.setChecked(fields == self._fields())
            entry.triggered.connect(lambda _on=False, wanted=fields: self.try_words(wanted))
            group.addAction(entry)
            self.menu.addAction(entry)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Something else…"), lambda: self.details_requested.emit(self.rule.id))
        button = self.sentence.word_button(name)
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def try_words(self, fields: RuleFields) -> None:
        """Show the sentence with other words, not stored yet."""
        self.pending = fields if fields != self.rule.fields else None
        self._show()
        if self.pending is not None:
            self.count.setText(self.tr("counting…"))
            self.preview_requested.emit(self.rule.id, fields)
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.switch = Switch("")
        self.switch.setChecked(self.rule.fields.is_on)
        self.switch.clicked.connect(lambda is_on: self.switched.emit(self.rule.id, is_on))
        self.count = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.details = IconButton("pencil", self.tr("Who, how and with what"))
        self.details.clicked.connect(lambda: self.details_requested.emit(self.rule.id))
        self.keep = TonalButton(self.tr("Keep it so"), small=True)
        self.leave = LinkButton(self.tr("Leave as it was"), small=True)
        self.keep.clicked.connect(self._on_kept)
        self.leave.clicked.connect(lambda: self.try_words(self.rule.fields))
        self._tried = boxed(row(self.keep, self.leave, STRETCH, gap=6))
        self._place = column(gap=0)
        self._said: QWidget | None = None
        below = row(gap=6)
        below.addWidget(self.count, 1)
        below.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
        words = boxed(column(self._place, below, self._tried, gap=0))
        line = row(boxed(column(self.switch, STRETCH, gap=0)), gap=10, margins=(0, 3, 0, 1))
        line.addWidget(words, 1)
        self.setLayout(line)

    def _show(self) -> None:
        said = rule_words(self._fields(), speaker(self._today))
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
        self.sentence = Sentence(said.pattern, said.words)
        self.sentence.word_clicked.connect(self.choose)
        self._said = self.sentence
        self._place.addWidget(self.sentence)
        self.switch.setAccessibleName(said.text)
        self.switch.setAccessibleDescription(self.count.text())
        set_shown(self._tried, self.pending is not None)
        if self.pending is None:
            self._show_count(self.rule.preview, is_tried=False)

    def _show_count(self, preview: RulePreview | None, *, is_tried: bool) -> None:
        is_warned = preview is not None and preview.days_over_cap > 0 and (is_tried or not self.rule.fields.is_on)
        self.count.set_tone(Tone.WARN if is_warned else Tone.TEXT3)
        self.count.setText("" if preview is None else self._counted(preview, is_tried=is_tried))

    def _fields(self) -> RuleFields:
        return self.pending or self.rule.fields

    def _choices(self, name: str) -> list[tuple[str, RuleFields]]:
        fields, said = self._fields(), speaker(self._today)
        if name == ACT:
            kinds = [kind for kind in FollowUpKind if kind is not FollowUpKind.OTHER]
            return [(kind_text(kind), replace(fields, follow_up_kind=kind)) for kind in kinds]
        numbers = sorted({*number_choices(fields.kind), fields.number})
        return [(number_words(fields.kind, number, said), replace(fields, number=number)) for number in numbers]

    def _counted(self, preview: RulePreview, *, is_tried: bool) -> str:
        """How much it brings, and what that does to the days."""
        if is_tried:
            first = self.tr("With these words: %n this month", "", preview.this_month)
        elif self.rule.fields.is_on:
            return self.tr("%n this month", "", preview.this_month)
        else:
            first = self.tr("When on: %n this month", "", preview.this_month)
        if not preview.days_over_cap:
            return first
        days = self.tr("%n day(s)", "", preview.days_over_cap)
        return self.tr("{count}. On {days} that is more than a day takes").format(count=first, days=days)

    def _on_kept(self) -> None:
        if self.pending is not None:
            self.kept.emit(self.rule.id, self.pending)
