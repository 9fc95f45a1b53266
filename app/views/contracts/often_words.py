"""Words that were used before, to be taken with one click."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.purchases.flow_box import FlowBox
from app.views.theme import Tone
from app.views.widgets.choice_button import PillButton
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import clear, set_shown
from app.views.widgets.text_field import TextField

MOST = 6


class OftenWords(FlowBox):
    """Fills `field`; nothing where nothing was used before."""

    def __init__(self, field: TextField) -> None:
        super().__init__()
        self._field = field
        self.hide()

    def offer(self, words: Sequence[str]) -> None:
        clear(self.flow)
        pills = [self._pill(word) for word in words[:MOST]]
        if pills:
            often = Caption(self.tr("Often"), Tone.TEXT2)
            often.setMinimumHeight(pills[0].sizeHint().height())
            self.flow.addWidget(often)
        for pill in pills:
            self.flow.addWidget(pill)
        set_shown(self, bool(pills))
        self.updateGeometry()

    def _pill(self, word: str) -> PillButton:
        pill = PillButton(word)
        pill.setCheckable(False)
        pill.setAutoExclusive(False)
        pill.clicked.connect(lambda: self._field.setText(word))
        return pill
