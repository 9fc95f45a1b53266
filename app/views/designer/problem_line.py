"""What stands against printing the template, in words below the paper, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.buttons import IconButton, QuietButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import row, set_shown

Problem = tuple[str, str]
_LINES = 2


class ProblemLine(QFrame):
    """`shown`: the name of the part to be looked at, empty for the template itself."""

    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._problems: Sequence[Problem] = ()
        self._place = 0
        self.words = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.look = QuietButton(self.tr("Show it"), small=True)
        self.forward = IconButton("chevron-right", self.tr("Next to be looked at"))
        line = row(IconLabel("triangle-alert", tone=Tone.ACCENT, name_for_readers=self.tr("Needs a look")), gap=8)
        line.addWidget(self.words, 1)
        line.addWidget(self.look)
        line.addWidget(self.forward)
        self.setLayout(line)
        self.look.clicked.connect(self._on_look)
        self.forward.clicked.connect(self._on_forward)
        # Its place is kept while there is nothing to say: the paper is not to move under the mouse.
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        theme_of(self).changed.connect(self._fit)
        self._fit()
        set_shown(self, False)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Name of the part and sentence, the gravest first. What is new is read out."""
        if list(problems) == list(self._problems):
            return
        known = {sentence for _name, sentence in self._problems}
        self._problems, self._place = problems, 0
        self._show()
        fresh = next((sentence for _name, sentence in problems if sentence not in known), "")
        announce(self, fresh)

    def _fit(self) -> None:
        lines = _LINES * theme_of(self).metrics(TextStyle.BODY).lineSpacing()
        self.setMinimumHeight(max(lines, self.look.sizeHint().height()) + theme_of(self).px(4))

    def _show(self) -> None:
        set_shown(self, bool(self._problems))
        count = len(self._problems)
        set_shown(self.forward, count > 1)
        if self._problems:
            number = f"{self._place + 1} / {count}  " if count > 1 else ""
            self.words.setText(f"{number}{self._problems[self._place][1]}")

    def _on_look(self) -> None:
        self.shown.emit(self._problems[self._place][0])

    def _on_forward(self) -> None:
        self._place = (self._place + 1) % len(self._problems)
        self._show()
        self._on_look()
