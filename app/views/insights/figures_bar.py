"""What the figures are about: the period, the customers, what they are held against, and which are shown. It does not scroll away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.figure_people import FigureFilter, FilterKind
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.segments import SEGMENT_NAMES, Segment
from app.views.insights.period_picker import PeriodPicker
from app.views.insights.tile_words import Compare
from app.views.labels import translated
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.layouts import STRETCH, row

EVERYBODY = "everybody"
FOLDS_BELOW = 940
_WORDS = {
    FilterKind.GROUP: QT_TRANSLATE_NOOP("Filters", "Group: {name}"),
    FilterKind.STAFF: QT_TRANSLATE_NOOP("Filters", "Staff: {name}"),
    FilterKind.PREFECTURE: QT_TRANSLATE_NOOP("Filters", "Area: {name}"),
    FilterKind.CITY: QT_TRANSLATE_NOOP("Filters", "Area: {name}"),
    FilterKind.CHANNEL: QT_TRANSLATE_NOOP("Filters", "Came through: {name}"),
    FilterKind.FIRST_PRODUCT: QT_TRANSLATE_NOOP("Filters", "Began with: {name}"),
}


class FiguresBar(QWidget):
    """`changed`: figures of another period or other customers are wanted; `compare_changed`: the same figures beside others;
    `choice_requested`: other figures are wanted."""

    changed = Signal()
    compare_changed = Signal()
    choice_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.period = PeriodPicker(today)
        self.people = ComboField([(EVERYBODY, self.tr("All customers"))], EVERYBODY)
        self.people.setAccessibleName(self.tr("Of whom"))
        self.compare = ComboField(
            [(Compare.BEFORE, self.tr("Beside the one before")), (Compare.LAST_YEAR, self.tr("Beside a year before"))], Compare.BEFORE
        )
        self.compare.setAccessibleName(self.tr("Held against"))
        self.choose = NormalButton(self.tr("Choose the figures"), "settings")
        self._first = row(self.period, STRETCH, gap=8)
        self._second = row(self.people, self.compare, STRETCH, self.choose, gap=8)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(self._first)
        self._lines.addLayout(self._second, 1)
        self.setLayout(self._lines)
        self.period.changed.connect(self.changed)
        self.people.changed.connect(self.changed)
        self.compare.changed.connect(self.compare_changed)
        self.choose.clicked.connect(self.choice_requested)

    def fit(self, width: int) -> None:
        """In one line where there is room, in two where there is none."""
        px = theme_of(self).px
        folded = width < px(FOLDS_BELOW)
        self._lines.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._lines.setSpacing(px(8))

    def narrowed(self) -> FigureFilter | None:
        chosen = self.people.current()
        return chosen if isinstance(chosen, FigureFilter) else None

    def held_against(self) -> Compare:
        chosen = self.compare.current()
        return chosen if isinstance(chosen, Compare) else Compare.BEFORE

    def set_filters(self, offered: Sequence[FigureFilter]) -> None:
        """What was chosen stays chosen as long as it is there."""
        chosen = self.narrowed()
        options: list[tuple[FigureFilter | str, str]] = [(EVERYBODY, self.tr("All customers"))]
        options += [(one, filter_text(one)) for one in offered]
        self.people.set_options(options, chosen if chosen in offered else EVERYBODY)


def filter_text(one: FigureFilter) -> str:
    """How a part of the customers is called in a list."""
    if one.kind is FilterKind.SEGMENT:
        return translated("Segments", SEGMENT_NAMES[Segment(str(one.value))])
    return translated("Filters", _WORDS[one.kind], name=one.name)
