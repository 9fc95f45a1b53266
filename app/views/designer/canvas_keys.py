"""The keys of the paper. Arrows move by 1 mm, with Shift by 0.1 mm; with Ctrl they draw the part larger or smaller."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.views.designer.canvas_acts import CanvasActs

COARSE_MM, FINE_MM = 1.0, 0.1
FIT = 0
_ARROWS: Mapping[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: Mapping[Qt.Key, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Semicolon: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: FIT}


class CanvasKeys:
    def __init__(self, acts: CanvasActs) -> None:
        self._acts = acts
        self._standard: Mapping[QKeySequence.StandardKey, Callable[[], None]] = {
            QKeySequence.StandardKey.Copy: acts.copy,
            QKeySequence.StandardKey.Cut: acts.cut,
            QKeySequence.StandardKey.Paste: acts.paste,
            QKeySequence.StandardKey.SelectAll: acts.select_all,
        }

    def act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does with the parts; None: nothing."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (arrow := _ARROWS.get(key)) is not None and not held & Qt.KeyboardModifier.AltModifier:
            way = FINE_MM if held & Qt.KeyboardModifier.ShiftModifier else COARSE_MM
            act = self._acts.stretch if held & Qt.KeyboardModifier.ControlModifier else self._acts.nudge
            return partial(act, arrow[0] * way, arrow[1] * way)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            return self._acts.delete
        if key == Qt.Key.Key_D and held == Qt.KeyboardModifier.ControlModifier:
            return self._acts.duplicate
        if key == Qt.Key.Key_Escape and not held:
            return self._acts.select_none
        return next((act for keys, act in self._standard.items() if event.matches(keys)), None)

    def zoom_of(self, event: QKeyEvent) -> int | None:
        """1 nearer, -1 further, FIT: the whole paper."""
        is_plain = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
        return _ZOOMS.get(Qt.Key(event.key())) if is_plain else None
