"""Customers of a sales list whom the shop does not know: who they are, and what happens with them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.formats import CountUnit, format_count
from app.domain.imports import SalesOutlook
from app.views.moments import language
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.choice_row import ChoiceRows
from app.views.widgets.labels import Caption, WrapLabel
from app.views.widgets.layouts import column
from app.views.widgets.row_list import RowContent, RowList


class StrangersCard(Card):
    """`chosen(bool)`: register them, or leave their rows out and list them."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Customers who are not registered"))
        options = [(True, self.tr("Register them with what the list says"), ()), (False, self.tr("Leave their rows out and list them"), ())]
        self._choice = ChoiceRows(options, True, self.tr("Customers who are not registered"))
        self._list = RowList(self.tr("Customers who are not registered"), row_height=36)
        self._more = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add(self._choice)
        self.add(Caption(self.tr("As the list calls them")))
        self.add_list(self._list)
        self.set_footer(column(self._more))
        self._choice.changed.connect(self.chosen)

    def show_outlook(self, outlook: SalesOutlook, *, creates: bool) -> None:
        self._choice.set_current(creates)
        self._list.set_rows([RowContent(place, name) for place, name in enumerate(outlook.names_of_unknown)])
        self.set_note(format_count(outlook.unknown, CountUnit.CUSTOMERS, language()))
        rest = outlook.unknown - len(outlook.names_of_unknown)
        count = format_count(rest, CountUnit.CUSTOMERS, language())
        ways = self.tr("If many numbers are unknown, the customer list has probably not been brought in. It is better to begin with that.")
        self._more.setText(self.tr("and {count} more").format(count=count) if rest else ways)
