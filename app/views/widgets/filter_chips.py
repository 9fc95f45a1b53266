"""Saved filters with their counts, and the same pills for choosing a value."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.views.widgets.choice_button import ChoiceGroup, PillButton
from app.views.widgets.layouts import FlowLayout

FilterOption = tuple[Hashable, str, int | None] | tuple[Hashable, str]


class FilterChips(QWidget):
    """`changed` carries the key the user chose; `add_requested` when + is pressed."""

    changed = Signal(object)
    add_requested = Signal()

    def __init__(
        self,
        options: Sequence[FilterOption] = (),
        current: Hashable | None = None,
        name: str = "",
        *,
        addable: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._addable = addable
        self._group = ChoiceGroup(self)
        self._flow = FlowLayout(6)
        self.setLayout(self._flow)
        self._add: PillButton | None = None
        self._group.buttons.idClicked.connect(self._on_clicked)
        self.set_options(options, current)

    def set_options(self, options: Sequence[FilterOption], current: Hashable | None = None) -> None:
        """Replace the chips; the chosen one stays when it is still among them."""
        kept = self.current() if current is None else current
        self._group.clear()
        while self._flow.takeAt(0) is not None:
            continue
        keys = []
        for option in options:
            key, text = option[0], option[1]
            count = option[2] if len(option) == 3 else None
            button = PillButton(text if count is None else f"{text} {count:,}")
            self._group.add(key, button)
            self._flow.addWidget(button)
            keys.append(key)
        if keys:
            self.set_current(kept if kept in keys else keys[0])
        if self._addable:
            self._place_add()

    def current(self) -> object | None:
        return self._group.current()

    def set_current(self, key: Hashable) -> None:
        self._group.check(key)

    def button(self, key: Hashable) -> QAbstractButton:
        return self._group.button(key)

    def add_button(self) -> QWidget | None:
        return self._add

    def minimumSizeHint(self) -> QSize:
        return QSize(self._flow.minimumSize().width(), self.heightForWidth(max(self.width(), 1)))

    def heightForWidth(self, width: int) -> int:
        return self._flow.heightForWidth(width)

    def _place_add(self) -> None:
        if self._add is None:
            self._add = PillButton("+")
            self._add.setAutoExclusive(False)
            self._add.setCheckable(False)
            self._add.setAccessibleName(self.tr("Save a new filter"))
            self._add.clicked.connect(self.add_requested)
        self._flow.addWidget(self._add)

    def _on_clicked(self, number: int) -> None:
        self.changed.emit(self._group.key_of(number))


class ChoiceChips(FilterChips):
    """Ready answers of which one is chosen."""
