"""Who has come: found by name, reading, phone, number or the code of a card; or nobody in particular; or somebody new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.codes import CodeFinding, CodeUnknown, CodeUnreadable
from app.domain.customer_rows import CustomerListRow
from app.domain.text import fold
from app.jobs.job import JobControl
from app.views.labels_customers import hit_row
from app.views.purchases.enter_search import EnterSearch
from app.views.purchases.flow_box import FlowBox
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import column, set_shown
from app.views.widgets.row_list import RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

HITS = 8
_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class _Found:
    """`code`: what was typed is the code of a card of the only one found."""

    text: str
    rows: list[CustomerListRow]
    code: str = ""


class CustomerSearch(QWidget):
    """`chosen` carries a customer's id and the code of the card that was typed or scanned, if any; `newcomer_requested` what was typed."""

    chosen = Signal(int, str)
    nobody_chosen = Signal()
    newcomer_requested = Signal(str)

    def __init__(self, context: AppContext, *, offers_newcomer: bool, is_compact: bool = False) -> None:
        """`is_compact`: in a row of a sheet, where Enter in the empty field means nobody in particular."""
        super().__init__()
        self._context = context
        self._is_compact = is_compact
        self._offers_newcomer = offers_newcomer
        self._found_for: str | None = None
        self._takes_first = False
        self._code = ""
        self._build()
        self._connect()

    def typed(self) -> str:
        return self.search.text().strip()

    def is_taking(self) -> bool:
        """Whether Enter was pressed and the answer is still on its way."""
        return self._takes_first

    def begin(self) -> None:
        """Empty, with the cursor in the field."""
        self.search.clear()
        self.search.send_now()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_in(self, text: str) -> None:
        """As if it had been typed."""
        self.search.setText(text)
        self.search.send_now()

    def look_for(self, text: str) -> None:
        """As if it had been typed and Enter pressed."""
        self.type_in(text)
        self._on_entered(self.typed())

    def _build(self) -> None:
        self.search = EnterSearch(self.tr("Name, reading, phone or code"))
        self.hits = RowList(self.tr("Customers found"), row_height=56, grows=True)
        self.hits.set_open_on_click(True)
        self.none = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.newcomer = NormalButton("", "user-plus")
        self.nobody = LinkButton(self.tr("Record without a customer"))
        for part in (self.hits, self.none, self.newcomer):
            part.hide()
        set_shown(self.nobody, not self._is_compact)
        others = FlowBox(self.newcomer, self.nobody, gap=12)
        self.setLayout(column(self.search, self.none, self.hits, others, gap=4 if self._is_compact else 10))

    def _connect(self) -> None:
        self.search.search_changed.connect(self._on_search)
        self.search.entered.connect(self._on_entered)
        self.search.down_pressed.connect(self._on_down)
        self.hits.activated_key.connect(self._on_hit)
        self.nobody.clicked.connect(self.nobody_chosen)
        self.newcomer.clicked.connect(lambda: self.newcomer_requested.emit(self.typed()))

    def _on_search(self, _text: str) -> None:
        text, today = self.typed(), self._context.clock.today()
        self._found_for, self._code = None, ""
        if not text:
            self._takes_first = False
            self._show([])
            return

        def op(session: Session, _control: JobControl) -> _Found:
            from app.queries.customers import list_rows, search_customers

            finding = _card(session, text, today)
            if finding is not None:
                return _Found(text, list_rows(session, [finding.customer_id], today), "" if finding.is_referral else finding.code)
            return _Found(text, _begin_first(search_customers(session, text, today, limit=_LOOKED_AT), text)[:HITS])

        self._context.tasks.query(op, self._on_found, owner=self, replaces="customer")

    def _on_found(self, found: _Found) -> None:
        if found.text != self.typed():
            return
        self._found_for, self._code = found.text, found.code
        self._show(found.rows)
        if self._takes_first:
            self._take_first()

    def _show(self, found: list[CustomerListRow]) -> None:
        text, today = self.typed(), self._context.clock.today()
        self.hits.set_rows([hit_row(hit, today) for hit in found])
        set_shown(self.hits, bool(found))
        self.none.setText(self.tr("Nobody is found for “{text}”.").format(text=text) if text and not found else "")
        set_shown(self.none, bool(self.none.text()))
        self.newcomer.setText(self.tr("Add “{text}” as a new customer").format(text=_short(text)))
        set_shown(self.newcomer, bool(text) and self._offers_newcomer)

    def _take_first(self) -> None:
        self._takes_first = False
        rows = self.hits.rows()
        if rows and isinstance(rows[0].key, int):
            self.chosen.emit(rows[0].key, self._code)
        elif self.newcomer.isVisible():
            # A new customer is never made by Enter alone: a slip of a letter would fill the list with doubles.
            self.newcomer.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_entered(self, text: str) -> None:
        if not text:
            if self._is_compact:
                self.nobody_chosen.emit()
            return
        self._takes_first = True
        if self._found_for == text:
            self._take_first()

    def _on_down(self) -> None:
        if self.hits.isVisible():
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_hit(self, key: object) -> None:
        if isinstance(key, int):
            self.chosen.emit(key, self._code)


def _card(session: Session, text: str, today: date) -> CodeFinding | None:
    """The card or personal code somebody typed; None for any other words."""
    from app.queries.codes import look_up

    try:
        return look_up(session, text, today)
    except (CodeUnreadable, CodeUnknown):
        return None


def _begin_first(found: list[CustomerListRow], text: str) -> list[CustomerListRow]:
    """Enter takes the first: a name that begins with the words is meant rather than one that holds them."""
    wanted = fold(text)
    return sorted(found, key=lambda row: not (fold(row.kana).startswith(wanted) or fold(row.name).startswith(wanted)))


def _short(text: str, length: int = 20) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
