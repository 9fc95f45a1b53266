"""All voices of a filter by deadline, with who is at each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.context import AppContext
from app.domain.inquiry_rows import InquiryFilter, InquiryList, InquiryRow
from app.views.inquiries.list_delegate import VoiceDelegate
from app.views.inquiries.words import VoiceWords
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.row_list import RowList
from app.views.widgets.text_field import SearchField


class VoiceListCard(Card):
    """`chosen(id)` when another row is current, `opened(id)` on Enter or a press; `asked()`: search or filter are others."""

    chosen = Signal(int)
    opened = Signal(int)
    asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._words = VoiceWords(context.clock, self)
        self._found: InquiryList | None = None
        self._counts: dict[InquiryFilter, int] = {}
        self._is_filling = False
        self._build()
        self._connect()

    def filter(self) -> InquiryFilter:
        chosen = self.filters.current()
        return chosen if isinstance(chosen, InquiryFilter) else InquiryFilter.OPEN

    def show_list(self, found: InquiryList) -> None:
        self._found = found
        self._is_filling = True
        if self._counts != found.counts:
            self._counts = found.counts
            self.filters.set_options(self._options(found))
        self.list.set_rows(self._words.contents(found.rows, is_grouped=self.filter() is InquiryFilter.OPEN))
        self._is_filling = False
        set_shown(self.list, bool(found.rows))
        set_shown(self.none, not found.rows)
        self.none.setText(self._none_text())
        self.average.setText(self._words.first_reply(found.figures))
        self.set_footer_shown(bool(self.average.text()))

    def rows(self) -> tuple[InquiryRow, ...]:
        return self._found.rows if self._found is not None else ()

    def select(self, inquiry_id: int) -> bool:
        """Whether it is in the list."""
        self._is_filling = True
        found = self.list.select_key(inquiry_id)
        self._is_filling = False
        return found

    def current_id(self) -> int | None:
        key = self.list.current_key()
        return key if isinstance(key, int) else None

    def _build(self) -> None:
        self.search = SearchField(self.tr("Search words or names"))
        self.filters = FilterChips(self._options(None), InquiryFilter.OPEN, self.tr("Which voices"))
        self.list = RowList(self.tr("Voices"), uniform=False)
        self.list.setItemDelegate(VoiceDelegate(self.list))
        self.list.set_open_on_click(True)
        self.none = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.none.hide()
        self.average = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add(self.search)
        self.add(self.filters)
        self.add_list(boxed(column(self.list, boxed(column(self.none, gap=0, margins=(14, 8, 14, 8))), gap=0)))
        self.set_footer(row(self.average))

    def _connect(self) -> None:
        self.search.search_changed.connect(lambda _text: self.asked.emit())
        self.search.down_pressed.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.filters.changed.connect(lambda _key: self.asked.emit())
        self.list.current_changed.connect(self._on_current)
        self.list.activated_key.connect(self._on_activated)

    def _options(self, found: InquiryList | None) -> list[tuple[InquiryFilter, str, int | None]]:
        counts = found.counts if found is not None else {}
        return [
            (InquiryFilter.OPEN, self.tr("Open"), counts.get(InquiryFilter.OPEN)),
            (InquiryFilter.CLOSED, self.tr("Closed"), counts.get(InquiryFilter.CLOSED)),
            (InquiryFilter.REQUESTS, self.tr("Requests"), counts.get(InquiryFilter.REQUESTS)),
        ]

    def _none_text(self) -> str:
        if self.search.text().strip():
            return self.tr("Nothing is found for “{text}”.").format(text=self.search.text().strip())
        if self.filter() is InquiryFilter.OPEN:
            return self.tr("Nothing is waiting for a reply.")
        return self.tr("Nothing stands here yet.")

    def _on_current(self, key: object) -> None:
        if isinstance(key, int) and not self._is_filling:
            self.chosen.emit(key)

    def _on_activated(self, key: object) -> None:
        if isinstance(key, int):
            self.opened.emit(key)
