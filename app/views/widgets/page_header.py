"""The top of a page: its title, one fact, a search, the main act. It does not scroll away."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, PrimaryButton
from app.views.widgets.labels import ElidedLabel, Text, Title
from app.views.widgets.layouts import row, set_shown
from app.views.widgets.text_field import SearchField


class PageHeader(QWidget):
    def __init__(self, title: str, *, is_title_long: bool = False) -> None:
        """A long title gives way to the tools beside it and ends in …."""
        super().__init__()
        kind = ElidedLabel if is_title_long else Title
        self.title_label: Text = kind(title, TextStyle.PAGE_TITLE)
        self.fact_label = ElidedLabel("", TextStyle.BODY, Tone.TEXT2)
        self.fact_label.hide()
        self.primary: PrimaryButton | None = None
        self.search: SearchField | None = None
        self._tools = row(gap=10)
        self._line = row(self.title_label, gap=10)
        self._line.addWidget(self.fact_label, 1)
        self._line.addStretch(0)
        self._line.addLayout(self._tools)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, text: str) -> None:
        self.title_label.setText(text)

    def set_fact(self, text: str) -> None:
        self.fact_label.setText(text)
        set_shown(self.fact_label, bool(text))

    def add(self, widget: QWidget) -> None:
        """Place a widget right of the title, before the main act."""
        place = self._tools.count() - (1 if self.primary is not None else 0)
        self._tools.insertWidget(place, widget)

    def add_back(self, name: str) -> IconButton:
        """An arrow before the title, for a page one comes to from others; `name` is what it is called."""
        back = IconButton("arrow-left", name, size=34)
        self._line.insertWidget(0, back)
        return back

    def add_beside_title(self, widget: QWidget) -> None:
        """Place a widget between the title and the fact."""
        self._line.insertWidget(self._line.indexOf(self.fact_label), widget)

    def add_search(self, search: SearchField) -> None:
        self.search = search
        search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.add(search)

    def set_primary(self, button: PrimaryButton) -> None:
        self.primary = button
        self._tools.addWidget(button)
