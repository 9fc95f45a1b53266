"""A small box under a word of a condition, in which just that word is typed or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.group_specs import Param, ParamKind, Value
from app.domain.money import Currency
from app.domain.text import fold
from app.views.theme import theme_of
from app.views.widgets.buttons import TonalButton
from app.views.widgets.date_field import DateField
from app.views.widgets.explanation import Popover
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.text_field import SearchField, TextField

WIDTH = 300
LIST_HEIGHT = 300
ROW_HEIGHT = 34
# From so many on there is a search above the list.
MANY = 9
SHOWN = 200


class WordChooser(Popover):
    """`chosen` carries the new value. Frees itself when closed."""

    chosen = Signal(object)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, width=WIDTH)
        self.closed.connect(self.deleteLater)
        theme_of(self).changed.connect(self.close_again)

    def event(self, event: QEvent) -> bool:
        # Key combinations mean this box while it is open, not what is behind it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_combination(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A list that one of the fields has opened is no press elsewhere.
        return False if QApplication.activePopupWidget() is not None else super().eventFilter(watched, event)

    def first_field(self) -> QWidget:
        """Where typing begins."""
        return self

    def choose(self, value: Value) -> None:
        """Give the value and close."""
        self.close_again()
        self.chosen.emit(value)


class ListChooser(WordChooser):
    """One of several words, with a search when there are many."""

    def __init__(self, anchor: QWidget, name: str, options: Sequence[tuple[Value, str]], current: Value) -> None:
        super().__init__(anchor)
        self.setAccessibleName(name)
        self._options = options
        self._current = current
        self.search = SearchField(self.tr("Find"))
        self.list = RowList(name, row_height=ROW_HEIGHT, grows=True)
        self.list.set_open_on_click(True)
        self.list.setMaximumHeight(theme_of(self).px(LIST_HEIGHT))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        set_shown(self.search, len(options) >= MANY)
        self.setLayout(column(self.search, self.list, gap=8, margins=(8, 8, 8, 8)))
        self.search.search_changed.connect(self._show)
        self.search.returnPressed.connect(self._on_entered)
        self.search.down_pressed.connect(self._on_down)
        self.list.activated_key.connect(self.choose)
        self._show("")
        self.list.select_key(current)

    def first_field(self) -> QWidget:
        return self.search if self.search.isVisibleTo(self) else self.list

    def _show(self, text: str) -> None:
        wanted = fold(text)
        found = [(value, word) for value, word in self._options if wanted in fold(word)][:SHOWN]
        self.list.set_rows([RowContent(value, word, icon="check" if value == self._current else "") for value, word in found])
        if self.isVisible():
            self.place()

    def _on_entered(self) -> None:
        rows = self.list.rows()
        if rows and self.search.text().strip():
            self.list.activated_key.emit(rows[0].key)

    def _on_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


class FieldChooser(WordChooser):
    """A number, an amount, a text or a day to type; Enter takes it."""

    def __init__(self, anchor: QWidget, name: str, param: Param, value: Value, currency: Currency, today: date) -> None:
        super().__init__(anchor)
        self.setAccessibleName(name)
        self._param = param
        self.field = _field_for(param, currency, today)
        self._set(value)
        self._line = FormField(name, self.field)
        self.apply = TonalButton(self.tr("Take it"), "check", small=True)
        buttons = boxed(row(STRETCH, self.apply))
        self.setLayout(column(self._line, buttons, gap=8, margins=(14, 10, 14, 10)))
        self.apply.clicked.connect(self._on_apply)
        self.field.returnPressed.connect(self._on_apply)

    def first_field(self) -> QWidget:
        self.field.selectAll()
        return self.field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_apply()
        else:
            super().keyPressEvent(event)

    def _set(self, value: Value) -> None:
        if isinstance(self.field, NumberField):
            self.field.set_value(value if isinstance(value, int) else None)
        elif isinstance(self.field, DateField):
            self.field.set_value(date.fromisoformat(str(value)) if value else None)
        else:
            self.field.setText(str(value))

    def _typed(self) -> Value | None:
        if isinstance(self.field, DateField):
            day = self.field.value()
            return None if day is None else day.isoformat()
        if isinstance(self.field, NumberField):
            number = self.field.value()
            return None if number is None else int(number)
        return self.field.text().strip() or None

    def _on_apply(self) -> None:
        value = self._typed()
        if value is None:
            self._line.set_error(self._complaint())
            self.place()
        else:
            self.choose(value)

    def _complaint(self) -> str:
        if isinstance(self.field, DateField):
            return self.tr("Please type a day.")
        if isinstance(self.field, NumberField):
            low, high = self._param.low, self._param.high
            return self.tr("Please type a number from {low} to {high}.").format(low=f"{low:,}", high=f"{high:,}")
        return self.tr("Please type a word.")


def _field_for(param: Param, currency: Currency, today: date) -> TextField:
    if param.kind is ParamKind.MONEY:
        return MoneyField(currency, minimum=param.low, step=1000)
    if param.kind is ParamKind.DAY:
        return DateField(today=today, optional=False)
    if param.kind.is_number:
        return NumberField(param.low, param.high, step=10 if param.kind is ParamKind.DAYS else 1)
    return TextField()


def _is_combination(event: QKeyEvent) -> bool:
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
    return held != Qt.KeyboardModifier.NoModifier
