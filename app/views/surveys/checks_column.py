"""Beside the sheet: whether it can be printed and read, for whom it is, what an answer does, and what becomes of earlier answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QWidget

from app.domain.sheet_people import LATELY_DAYS
from app.domain.survey_prints import RemarkKind, SheetRemark
from app.domain.survey_rows import SurveyView
from app.domain.survey_sheets import TypeSize
from app.domain.surveys import Audience, SurveyRules
from app.views.labels import translated
from app.views.surveys.rules_part import RulesPart
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.check_box import CheckBox, RadioButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Title, WrapLabel, plain_tooltip
from app.views.widgets.layouts import Hairline, ScrollColumn, boxed, clear, column, row, set_shown

Said = tuple[str, Tone, str, str]
"""Icon, tone, title and detail of a line."""
_CONTEXT = "SheetRemarks"
_LARGER = (RemarkKind.LARGER, RemarkKind.LARGER_PAGES)


class CheckLine(QWidget):
    """One thing that is well, or is to be seen to."""

    def __init__(self, icon: str, tone: Tone, title: str, detail: str = "") -> None:
        super().__init__()
        self.title = WrapLabel(title, TextStyle.BODY_BOLD, Tone.TEXT)
        self.detail = WrapLabel(detail, TextStyle.BODY, Tone.TEXT2)
        set_shown(self.detail, bool(detail))
        mark = boxed(column(IconLabel(icon, size=15, tone=tone), gap=0, margins=(0, 3, 0, 0)))
        layout = row(gap=7)
        words = column(self.title, self.detail, gap=0)
        marks = column(mark, gap=0)
        marks.addStretch(1)
        layout.addLayout(marks)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.setAccessibleName(f"{title} {detail}".strip())


class ChecksColumn(Card):
    """`open_chosen`: whether the sheets carry no name; `larger_chosen`: whether the letters are large."""

    open_chosen = Signal(bool)
    larger_chosen = Signal(bool)
    rules_changed = Signal(object)
    try_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._problem = ""
        self._remarks: Sequence[SheetRemark] = ()
        self._said: list[Said] = []
        self._version_said: Said | None = None
        self._is_staff = False
        self._sheets = 0
        self._build()
        self._connect()

    def set_remarks(self, remarks: Sequence[SheetRemark]) -> None:
        """What the layout says of the sheet."""
        self._remarks = tuple(remarks)
        self._show_checks()

    def set_problem(self, sentence: str) -> None:
        """What is lacking before it can be printed; empty: nothing."""
        if sentence != self._problem:
            self._problem = sentence
            self._show_checks()

    def set_view(self, view: SurveyView, rules: SurveyRules, *, is_open: bool) -> None:
        """As it is kept."""
        is_staff = self._is_staff = view.audience is Audience.STAFF
        for part in (self.named, self.named_words, self._named_hairline, self.rules):
            set_shown(part, not is_staff)
        set_shown(self.nameless, not is_staff)
        self.people.setText(self.tr("Without names, for the staff") if is_staff else self.tr("Whose sheets"))
        self._show_people()
        set_shown(self.named_words, is_staff or not is_open)
        (self.nameless if is_open or is_staff else self.named).setChecked(True)
        self.rules.set_rules(rules, is_open=is_open)
        self._show_version(view)

    def set_sheets(self, sheets: int) -> None:
        """How many customers the named sheets are offered for first; 0: not known."""
        self._sheets = sheets
        self._show_people()

    def set_larger(self, size: TypeSize) -> None:
        self.larger.setChecked(size is TypeSize.LARGE)

    def set_trial_offered(self, *, is_offered: bool) -> None:
        """Whether there is something to try."""
        set_shown(self.trial, is_offered)

    def checks(self) -> list[CheckLine]:
        """What is said of the sheet, from the top."""
        found = []
        for place in range(self._checks.count()):
            item = self._checks.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, CheckLine):
                found.append(widget)
        return found

    def _build(self) -> None:
        self._checks = column(gap=6)
        self.larger = CheckBox(self.tr("Larger letters"))
        self.people = Title(self.tr("Whose sheets"))
        self.named = RadioButton(self.tr("Tied to the name"))
        self.named_words = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.nameless = RadioButton(self.tr("Without a name"))
        self._group = QButtonGroup(self)
        for button in (self.named, self.nameless):
            self._group.addButton(button)
        self.rules = RulesPart()
        self._named_hairline = Hairline()
        self._version = column(gap=0)
        self.trial = NormalButton(self.tr("Answer it yourself"), "pencil")
        self.trial.setSizePolicy(self.trial.sizePolicy().Policy.Expanding, self.trial.sizePolicy().Policy.Fixed)
        self.trial.hide()
        scroll = ScrollColumn(gap=8, margins=(14, 0, 8, 0))
        head = Title(self.tr("The sheet, checked"))
        parts = (head, boxed(self._checks), self.larger, Hairline(), self.people, self.named, self.named_words, self.nameless)
        for part in (*parts, self._named_hairline, self.rules, Hairline(), boxed(self._version)):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self.add_list(scroll)
        self.add(self.trial)

    def _connect(self) -> None:
        self.larger.clicked.connect(lambda: self.larger_chosen.emit(self.larger.isChecked()))
        self.named.clicked.connect(lambda: self.open_chosen.emit(False))
        self.nameless.clicked.connect(lambda: self.open_chosen.emit(True))
        self.rules.changed.connect(self.rules_changed)
        self.trial.clicked.connect(self.try_requested)

    def _show_people(self) -> None:
        if self._is_staff:
            words = self.tr("Nobody can be told from the answers, and nothing is shown before 5 have answered.")
        else:
            words = self.tr("Each sheet has its own code, and the answers stand on the customer's page.")
        self.named.setToolTip("" if self._is_staff else plain_tooltip(words))
        if self._sheets and not self._is_staff:
            offered = self.tr("For the %n customer(s) who came within {days} days, or those you choose.", "", self._sheets)
            words = offered.format(days=LATELY_DAYS)
        self.named_words.setText(words)

    def _show_checks(self) -> None:
        lines: list[Said] = []
        if self._problem:
            lines.append(("triangle-alert", Tone.WARN, self.tr("Not ready to print yet"), self._problem))
        for remark in self._remarks:
            if remark.kind in _LARGER and self.larger.isChecked():
                continue
            icon, tone = ("check", Tone.OK) if remark.is_good else ("triangle-alert", Tone.WARN)
            if remark.kind in _LARGER:
                icon, tone = "info", Tone.INFO
            title, detail = (translated(_CONTEXT, words, **remark.values) for words in (remark.title, remark.detail))
            lines.append((icon, tone, title, detail))
        if lines != self._said:
            self._said = lines
            _fill(self._checks, lines)

    def _show_version(self, view: SurveyView) -> None:
        newest = view.version
        if not newest:
            title, detail = self.tr("Nothing is printed or answered yet"), self.tr("You can change everything freely.")
        elif not view.changed:
            title = self.tr("This is version {version}").format(version=newest)
            detail = self.tr("If you change it, it becomes version {version}.").format(version=newest + 1)
        else:
            title = self.tr("Answers to version {version} stay as they are").format(version=newest)
            detail = self.tr("What you changed becomes version {version}.").format(version=newest + 1)
        if newest and view.answers:
            detail += "\n" + self.tr("%n answer(s) so far.", "", view.answers)
        line = ("check" if newest else "info", Tone.OK if newest else Tone.INFO, title, detail)
        if line != self._version_said:
            self._version_said = line
            _fill(self._version, [line])


def _fill(place: QLayout, lines: Sequence[Said]) -> None:
    """Only where something else is said: what is put there anew is seen a moment later."""
    clear(place)
    for line in lines:
        one = CheckLine(*line)
        place.addWidget(one)
        set_shown(one, True)
