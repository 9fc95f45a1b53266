"""The tier beside a customer's name; a press says why, and what comes next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.domain.tiers import CustomerTier
from app.views.points.tier_words import benefit_text, coming_sentence, tier_sentence, tier_tone
from app.views.theme import theme_of
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.chip import chip_size, paint_chip
from app.views.widgets.explanation import Explanation, ExplanationPopover


class TierChip(QPushButton):
    """`change_requested` when another tier is to be chosen by hand."""

    change_requested = Signal()

    def __init__(self, view: CustomerTier, today: date) -> None:
        super().__init__()
        tier = view.standing.tier
        self._name = tier.fields.name if tier is not None else ""
        self._tone = tier_tone(view.rank)
        self._explanation = Explanation(
            self._name,
            tier_sentence(view, today),
            coming_sentence(view, today),
            benefit_text(tier.fields) if tier is not None else "",
            self.tr("Choose the tier by hand"),
        )
        self._popover: ExplanationPopover | None = None
        self.setText(escape_mnemonic(self._name))
        self.setAccessibleName(self.tr("Tier: {name}, why").format(name=self._name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_popover)
        theme_of(self).changed.connect(self.updateGeometry)

    def explanation(self) -> Explanation:
        return self._explanation

    def popover(self) -> ExplanationPopover | None:
        """The box while it is open."""
        return self._popover

    def open_popover(self) -> None:
        if self._popover is not None:
            self._popover.close_again()
            return
        self._popover = ExplanationPopover(self, self._explanation)
        self._popover.more_requested.connect(self.change_requested)
        self._popover.closed.connect(self._popover.deleteLater)
        self._popover.closed.connect(self._on_closed)
        self._popover.open()

    def sizeHint(self) -> QSize:
        return chip_size(theme_of(self), self._name)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_popover()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, theme_of(self), QRectF(self.rect()), self._name, self._tone)
        painter.end()

    def _on_closed(self) -> None:
        self._popover = None
