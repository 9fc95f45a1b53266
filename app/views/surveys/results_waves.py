"""Which wave of a survey is shown: buttons while there are few, else a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.survey_results import Wave
from app.views.surveys.results_words import wave_options
from app.views.widgets.combo_field import ComboField
from app.views.widgets.layouts import clear, row, set_shown
from app.views.widgets.segmented import Segmented

MOST_BUTTONS = 4


class WaveChoice(QWidget):
    """`changed` carries the first day of the wave's month, None for all."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._options: list[tuple[date | None, str]] = []
        self._current: date | None = None
        self.field: Segmented | ComboField | None = None
        self._place = row(gap=0)
        self.setLayout(self._place)

    def current(self) -> date | None:
        return self._current

    def set_waves(self, waves: Sequence[Wave], current: date | None) -> None:
        """Those with answers, newest first, and all together."""
        self._current = current
        options = wave_options(waves)
        if options != self._options:
            self._options = options
            self._fill(options)
        if self.field is not None and any(wave == current for wave, _name in options):
            self.field.set_current(current)

    def _fill(self, options: Sequence[tuple[date | None, str]]) -> None:
        clear(self._place)
        name = self.tr("Wave")
        if len(options) > MOST_BUTTONS:
            self.field = ComboField(options, self._current)
            self.field.setAccessibleName(name)
        else:
            self.field = Segmented(options, self._current, name)
        self.field.changed.connect(self._on_changed)
        self._place.addWidget(self.field)
        # One wave and all of them are the same.
        set_shown(self, len(options) > 2)

    def _on_changed(self, wave: object) -> None:
        self._current = wave if isinstance(wave, date) else None
        self.changed.emit(self._current)
