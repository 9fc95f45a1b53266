"""A search that answers under its field while one types: Enter opens the first hit, the arrow keys choose another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.codes import CodeUnknown, CodeUnreadable
from app.domain.customer_rows import CustomerListRow
from app.jobs.job import JobControl
from app.views.labels_customers import hit_row
from app.views.theme import theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.labels import Caption, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, row
from app.views.widgets.row_list import RowList
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class _Found:
    """`code`: what was typed is that of a card of the only one found."""

    text: str
    people: list[CustomerListRow]
    code: str = ""


SHOWN = 8
WIDTH = 380


class FindBox(Card):
    """Lies over the page, under `field`, while the field has the keyboard and something is typed.

    The code of a card, typed or scanned, opens the visit of whoever brought it.
    """

    customer_chosen = Signal(int)

    def __init__(self, page: QWidget, context: AppContext, field: SearchField) -> None:
        super().__init__(gap=4)
        self.setParent(page)
        self._page = page
        self._context = context
        self._field = field
        self._answered = self._code = ""
        self._opens_first = False
        self._build()
        self._connect()
        self.hide()

    def close_box(self) -> None:
        self._opens_first = False
        self.hide()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(Qt.Key(event.key()))
            if event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(self._widget_under_mouse()):
                self.close_box()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _build(self) -> None:
        self.rows = RowList(self.tr("Customers found"), row_height=46, grows=True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.set_open_on_click(True)
        self._more = Caption(self.tr("There are more. Type on to narrow them down."))
        self._nobody = WrapLabel(self.tr("Nobody was found."))
        self._add = LinkButton(self.tr("Add a customer"), "plus", small=True)
        self._nobody_box = boxed(row(self._nobody, STRETCH, self._add))
        self.add_list(self.rows, 0)
        self.add(self._nobody_box)
        self.add(self._more)

    def _connect(self) -> None:
        self._field.search_changed.connect(self._on_text)
        self._field.installEventFilter(self)
        self._page.installEventFilter(self)
        self.rows.activated_key.connect(self._on_chosen)
        self._add.clicked.connect(self._on_add)

    def _take_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._take_enter()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            place = self.rows.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            keys = [content.key for content in self.rows.rows()]
            if 0 <= place < len(keys):
                self.rows.select_key(keys[place])
            return True
        return False

    def _take_enter(self) -> bool:
        text = self._field.text().strip()
        if not text:
            return False
        if self._answered == text:
            self._on_chosen(self.rows.current_key())
        else:
            self._opens_first = True
            self._field.send_now()
        return True

    def _on_text(self, typed: str) -> None:
        text, today = typed.strip(), self._context.clock.today()
        if not text:
            self._answered = self._code = ""
            self.close_box()
            return

        def op(session: Session, _control: JobControl) -> _Found:
            from app.queries.codes import look_up
            from app.queries.customers import list_rows, search_customers

            try:
                finding = look_up(session, text, today)
            except (CodeUnreadable, CodeUnknown):
                return _Found(text, search_customers(session, text, today, SHOWN + 1))
            return _Found(text, list_rows(session, [finding.customer_id], today), "" if finding.is_referral else finding.code)

        self._context.tasks.query(op, self._on_found, owner=self, replaces="find")

    def _on_found(self, found: _Found) -> None:
        if found.text != self._field.text().strip():
            return
        self._answered, self._code = found.text, found.code
        shown, today = found.people[:SHOWN], self._context.clock.today()
        self.rows.set_rows([hit_row(person, today) for person in shown])
        if shown:
            self.rows.select_key(shown[0].id)
        self.rows.setVisible(bool(shown))
        self._nobody_box.setVisible(not shown)
        self._more.setVisible(len(found.people) > SHOWN)
        if self._opens_first and shown:
            self._on_chosen(shown[0].id)
        elif self._field.hasFocus():
            self._place()
            self.raise_()
            self.show()

    def _on_chosen(self, key: object) -> None:
        if isinstance(key, int):
            code = self._code
            self.close_box()
            self._field.clear()
            self._field.send_now()
            if code:
                self._context.navigate.record_visit(code=code)
            else:
                self.customer_chosen.emit(key)

    def _on_add(self) -> None:
        self.close_box()
        self._context.navigate.add_customer()

    def _place(self) -> None:
        page = self._page
        px = theme_of(self).px
        width = min(max(px(WIDTH), self._field.width()), page.width() - px(16))
        below = self._field.mapTo(page, QPoint(0, self._field.height() + px(4)))
        left = max(px(8), min(below.x(), page.width() - width - px(8)))
        self.setGeometry(left, below.y(), width, min(self.sizeHint().height(), page.height() - below.y() - px(8)))

    def _widget_under_mouse(self) -> QWidget:
        return self if self.underMouse() else self._field
