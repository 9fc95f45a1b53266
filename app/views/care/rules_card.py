"""The rules that make follow-ups by themselves: those that are on first, the others folded away below them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal

from app.domain.care_view import RulePreview, RuleRow
from app.views.care.rule_line import RuleLine
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, clear, column, hairline, row, set_shown

SUGGESTED = 3
"""So many rules that are off are shown beside those that are on; the rest is one press away."""


class RulesCard(Card):
    """`switched(id, on)`, `preview_requested(id, RuleFields)`, `kept(id, RuleFields)`, `details_requested(id)`; 0 stands for a new one.
    `unfolded`: all rules are shown."""

    switched = Signal(int, bool)
    preview_requested = Signal(int, object)
    kept = Signal(int, object)
    details_requested = Signal(int)
    limits_requested = Signal()
    unfolded = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What comes by itself"), action=self.tr("Add a rule"), gap=4, padding=10)
        self.lines: dict[int, RuleLine] = {}
        self._rules: tuple[RuleRow, ...] = ()
        self._today = date.min
        self._shows_all = False
        self._build()
        self._connect()

    def set_rules(self, rules: Sequence[RuleRow], today: date) -> None:
        """A word that is being tried stays as it is while its rule does."""
        self._rules, self._today = tuple(rules), today
        self._show()

    def set_limits(self, cap: int, rest_days: int) -> None:
        rest = self.tr("The same customer is left in peace for %n day(s)", "", rest_days)
        self.limits.setText(self.tr("{rest} · at most {cap} a day").format(rest=rest, cap=cap))

    def show_preview(self, rule_id: int, preview: RulePreview) -> None:
        if rule_id in self.lines:
            self.lines[rule_id].show_preview(preview)

    def show_all(self, shows: bool) -> None:
        """With those that are folded away, or without them."""
        self._shows_all = shows
        self._show()
        if shows:
            self.unfolded.emit()

    def _build(self) -> None:
        self.column = ScrollColumn(gap=0, margins=(14, 0, 8, 0))
        self._place = column(gap=0)
        self.fold = LinkButton("", small=True)
        self.column.body.addLayout(self._place)
        self.column.body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        self.add_list(self.column)
        self.limits = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.change = LinkButton(self.tr("Change"), small=True)
        self.change.setAccessibleName(self.tr("Change how much a day takes and how long a customer is left in peace"))
        foot = row(gap=8)
        foot.addWidget(self.limits, 1)
        foot.addWidget(self.change)
        self.set_footer(column(boxed(foot), gap=0))

    def _connect(self) -> None:
        assert self.action is not None
        self.action.set_icon("plus")
        self.action.clicked.connect(lambda: self.details_requested.emit(0))
        self.change.clicked.connect(self.limits_requested)
        self.fold.clicked.connect(lambda: self.show_all(not self._shows_all))

    def _show(self) -> None:
        tried = {number: line.pending for number, line in self.lines.items() if line.pending is not None and line.rule in self._rules}
        focused = next((number for number, line in self.lines.items() if line.switch.hasFocus()), None)
        clear(self._place)
        self.lines = {}
        shown, folded = self._parted()
        for number, rule in enumerate((*shown, *(folded if self._shows_all else ()))):
            if number:
                self._place.addWidget(hairline())
            self._add(rule)
        for number, fields in tried.items():
            if number in self.lines:
                self.lines[number].try_words(fields)
        if focused in self.lines:
            self.lines[focused].switch.setFocus(Qt.FocusReason.OtherFocusReason)
        set_shown(self.fold, bool(folded))
        self.fold.set_icon("chevron-up" if self._shows_all else "chevron-down")
        self.fold.setText(self.tr("Fewer rules") if self._shows_all else self.tr("%n more rule(s)", "", len(folded)))

    def _parted(self) -> tuple[list[RuleRow], list[RuleRow]]:
        """Those that are on and the next few; the others."""
        on = [rule for rule in self._rules if rule.fields.is_on]
        off = [rule for rule in self._rules if not rule.fields.is_on]
        return on + off[:SUGGESTED], off[SUGGESTED:]

    def _add(self, rule: RuleRow) -> None:
        line = RuleLine(rule, self._today)
        line.switched.connect(self.switched)
        line.preview_requested.connect(self.preview_requested)
        line.kept.connect(self.kept)
        line.details_requested.connect(self.details_requested)
        self.lines[rule.id] = line
        self._place.addWidget(line)
