"""The health of the bond with one customer: a gauge, how it moved within a month, and the two reasons that weigh most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.health import NO_HEALTH, HealthView
from app.views.health.words import explanation_of, known_text, moved_text, reasons_text, tone_of
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.explanation import ExplanationButton
from app.views.widgets.gauges import Gauge
from app.views.widgets.labels import ElidedLabel, Text
from app.views.widgets.layouts import STRETCH, boxed, column, row

WORDS = 132


class HealthBlock(QWidget):
    weights_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.gauge = Gauge(None, Tone.TEXT3, name=self.tr("Health"), width=84)
        self.label = Text(self.tr("Health"), TextStyle.CAPTION, Tone.TEXT2)
        self.about = ExplanationButton(explanation_of(NO_HEALTH))
        self.known = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.moved = ElidedLabel("", TextStyle.CAPTION_BOLD, Tone.TEXT2)
        self.reasons = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT2)
        head = row(self.label, self.about, gap=2)
        head.addWidget(self.known, 1)
        self._words = boxed(column(head, self.moved, self.reasons, gap=1))
        self._words.setMinimumWidth(theme_of(self).px(WORDS))
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = row(boxed(column(STRETCH, self.gauge, STRETCH, gap=0)), gap=12)
        layout.addWidget(self._words, 1)
        self.setLayout(layout)
        self.about.more_requested.connect(self.weights_requested)
        theme_of(self).changed.connect(self._on_theme_changed)

    def show_health(self, view: HealthView) -> None:
        words, tone = moved_text(view)
        self.gauge.set_value(view.score, tone_of(view.score))
        self.about.set_explanation(explanation_of(view))
        self.known.setText(known_text(view))
        self.moved.setText(words)
        self.moved.set_tone(tone)
        self.moved.set_style(TextStyle.CAPTION if tone is Tone.TEXT2 else TextStyle.CAPTION_BOLD)
        self.reasons.setText(reasons_text(view))

    def _on_theme_changed(self) -> None:
        self._words.setMinimumWidth(theme_of(self).px(WORDS))
