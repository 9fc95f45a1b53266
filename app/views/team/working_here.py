"""Who works at this computer, at the foot of the sidebar: chosen from the staff, and taken as the usual one wherever a member is named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.names import initials
from app.domain.staff import StaffRow
from app.jobs.job import JobControl
from app.views.theme import TextStyle, theme_of
from app.views.widgets.avatar import paint_avatar
from app.views.widgets.buttons import escape_mnemonic
from app.views.widgets.labels import plain_tooltip
from app.views.widgets.layouts import set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWS = frozenset({Entity.STAFF})


class WorkingHere(QAbstractButton):
    """Hidden in a shop without staff. `team_requested`: what the members have done is to be shown."""

    team_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._context: AppContext | None = None
        self._staff: list[StaffRow] = []
        self._is_rail = False
        self.is_ringed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.menu = QMenu(self)
        self.clicked.connect(self._on_clicked)
        set_shown(self, False)

    def start(self, context: AppContext) -> None:
        """The shop is open: its staff may be asked for."""
        if self._context is None:
            context.tasks.data_changed.connect(self._on_data_changed)
            context.settings.changed.connect(self._on_setting)
        self._context = context
        self._ask()

    def set_rail(self, is_rail: bool) -> None:
        self._is_rail = is_rail
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        lines = theme.metrics(TextStyle.BODY).height() + theme.metrics(TextStyle.CAPTION).height()
        return QSize(theme.px(38), max(theme.px(44), lines + theme.px(8)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.is_ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("track"))
            painter.drawRoundedRect(QRectF(self.rect()), px(7), px(7))
        name, role = self._words()
        side = px(28)
        left = (self.width() - side) / 2 if self._is_rail else px(6)
        paint_avatar(painter, theme, QRectF(left, (self.height() - side) / 2, side, side), initials(name) if self._chosen() else "?")
        if not self._is_rail:
            self._paint_words(painter, name, role)
        painter.end()

    def _paint_words(self, painter: QPainter, name: str, role: str) -> None:
        theme = theme_of(self)
        left, room = theme.px(41), self.width() - theme.px(46)
        upper, lower = theme.metrics(TextStyle.BODY), theme.metrics(TextStyle.CAPTION)
        top = (self.height() - upper.height() - (lower.height() if role else 0)) / 2
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.color("text"))
        painter.drawText(QPoint(left, round(top + upper.ascent())), upper.elidedText(name, Qt.TextElideMode.ElideRight, room))
        if role:
            painter.setFont(theme.font(TextStyle.CAPTION))
            painter.setPen(theme.color("text2"))
            baseline = round(top + upper.height() + lower.ascent())
            painter.drawText(QPoint(left, baseline), lower.elidedText(role, Qt.TextElideMode.ElideRight, room))

    def _words(self) -> tuple[str, str]:
        chosen = self._chosen()
        return (self.tr("Who is here?"), "") if chosen is None else (chosen.name, chosen.role)

    def _chosen(self) -> StaffRow | None:
        name = "" if self._context is None else self._context.settings.staff_name
        return next((row for row in self._staff if row.name == name), None)

    def _ask(self) -> None:
        if self._context is not None:
            self._context.tasks.query(_find_staff, self._on_staff, owner=self, replaces="staff")

    def _on_staff(self, rows: list[StaffRow]) -> None:
        """Who has left works here no more, and who is called otherwise now works on here. A name this shop does not know stays: it may be
        of the own shop while one looks at the sample."""
        before = self._chosen()
        self._staff = [row for row in rows if row.is_active]
        if self._context is not None and self._chosen() is None:
            renamed = next((row for row in self._staff if before is not None and row.id == before.id), None)
            has_left = self._context.settings.staff_name in {row.name for row in rows if not row.is_active}
            if renamed is not None or has_left:
                self._context.settings.staff_name = "" if renamed is None else renamed.name
        self._show()

    def _show(self) -> None:
        set_shown(self, bool(self._staff))
        name, role = self._words()
        words = self.tr("Working here: {name}").format(name=name) if self._chosen() is not None else name
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip("  ".join(part for part in (words, role) if part)))
        self.update()

    def _fill_menu(self) -> None:
        self.menu.clear()
        chosen = self._chosen()
        for row in self._staff:
            words = self.tr("{name}, {role}").format(name=row.name, role=row.role) if row.role else row.name
            entry = self.menu.addAction(escape_mnemonic(words))
            entry.setCheckable(True)
            entry.setChecked(row == chosen)
            entry.triggered.connect(partial(self._choose, row.name))
        nobody = self.menu.addAction(self.tr("Nobody in particular"))
        nobody.setCheckable(True)
        nobody.setChecked(chosen is None)
        nobody.triggered.connect(partial(self._choose, ""))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("What everybody has done")).triggered.connect(self._on_team)

    def _choose(self, name: str, _checked: bool = False) -> None:
        if self._context is not None:
            self._context.settings.staff_name = name

    def _on_clicked(self) -> None:
        self._fill_menu()
        above = self.mapToGlobal(QPoint(0, 0)) - QPoint(0, self.menu.sizeHint().height())
        self.menu.popup(above)

    def _on_team(self) -> None:
        self.team_requested.emit()

    def _on_setting(self, name: str) -> None:
        if name == "staff_name":
            self._show()

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if changed & SHOWS:
            self._ask()


def _find_staff(session: Session, _control: JobControl) -> list[StaffRow]:
    from app.queries.staff import staff_rows

    return staff_rows(session, with_inactive=True)
