"""The page as it will be printed, with the parts to be taken hold of: press, drag, draw larger, or go from part to part by keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.context import Messages
from app.domain.template_snaps import Guide
from app.domain.templates import Element, ElementKind, Frame, Template
from app.views.designer.canvas_acts import CanvasActs
from app.views.designer.canvas_drag import Drag, around, covers, is_background, lies_now, touches
from app.views.designer.canvas_keys import CanvasKeys
from app.views.designer.canvas_paint import Marks, paint_page
from app.views.designer.draft import Draft
from app.views.designer.elements_words import element_titles
from app.views.designer.handles import ROOM, cursor_of, handle_at
from app.views.theme import theme_of
from app.views.widgets.announce import announce
from app.views.widgets.labels import plain_tooltip

if TYPE_CHECKING:
    from app.reports.designs import DesignPage

MARGIN = 20
_CATCH = 6
_REACH = 7
_BEGINS_AFTER = 4
_WHEEL_STEP = 120
_WORDED = (ElementKind.TEXT, ElementKind.PERSONAL)


class Canvas(QWidget):
    """`previewed`: the template while something is dragged, not yet a step; `edit_requested`: the words of a part are to be typed;
    `menu_requested`: what can be done with what is selected, at this place of the screen."""

    previewed = Signal()
    edit_requested = Signal(str)
    zoom_requested = Signal(int)
    page_requested = Signal(int)
    person_requested = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, draft: Draft, messages: Messages) -> None:
        super().__init__()
        self._draft = draft
        self._paper = (100.0, 148.0)
        self._scale = 3.0
        self._image = QImage()
        self._boxes: Mapping[str, Frame] = {}
        self._absent: Collection[str] = ()
        self._lines: Mapping[str, Sequence[Frame]] = {}
        self._of = draft.template
        self._sentences: Mapping[str, str] = {}
        self._is_editable = True
        self._dragged: Template | None = None
        self._drag: Drag | None = None
        self._pressed: tuple[QPointF, str, bool] | None = None
        self._band: tuple[QPointF, QPointF] | None = None
        self._guides: tuple[Guide, ...] = ()
        self._hovered = ""
        self.acts = CanvasActs(draft, messages, lambda: self._paper, self.lying, self)
        self._keys = CanvasKeys(self.acts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # What is selected shows where the keys go; around the whole desk a ring says nothing.
        self.setProperty("noFocusRing", True)
        self.setAccessibleName(self.tr("Paper"))
        draft.changed.connect(self._on_changed)
        draft.selection_changed.connect(self._on_selection)
        theme_of(self).changed.connect(self._fit)
        self._fit()

    @property
    def template(self) -> Template:
        """As it is on the paper at this moment, with what is being dragged."""
        return self._dragged or self._draft.template

    @property
    def px_per_mm(self) -> float:
        return self._scale

    def set_paper(self, size: tuple[float, float], px_per_mm: float) -> None:
        if (size, px_per_mm) != (self._paper, self._scale):
            self._paper, self._scale = size, px_per_mm
            self._fit()

    def set_picture(self, page: DesignPage | None, of: Template, *, is_editable: bool) -> None:
        """`of`: the template the picture was made of; a page that is not `is_editable` has only words that went on from before."""
        self._is_editable, self._of = is_editable, of
        self._boxes = page.boxes if page is not None else {}
        self._absent = page.absent if page is not None else ()
        self._lines = page.lines if page is not None else {}
        if page is not None:
            one = page.picture
            # The picture's own bytes may go; the copy stays.
            self._image = QImage(one.rgba, one.width, one.height, 4 * one.width, QImage.Format.Format_RGBA8888).copy()
        self.update()

    def set_problems(self, sentences: Mapping[str, str]) -> None:
        """What is wrong with each part, by its name."""
        self._sentences = sentences
        self._describe()
        self.update()

    def lying(self) -> dict[str, Frame]:
        """Where each part of the page lies now, also before the picture shows it."""
        before = {one.name: one for one in self._of.elements}
        return {one.name: self._lies(one, before.get(one.name)) for one in self._elements()}

    def rect_of(self, frame: Frame) -> QRectF:
        """Millimetres of the paper as pixels of the widget."""
        corner = self._paper_rect().topLeft()
        left, top = corner.x() + frame.left * self._scale, corner.y() + frame.top * self._scale
        return QRectF(left, top, frame.width * self._scale, frame.height * self._scale)

    def paper_width(self) -> int:
        """How many pixels of the screen the paper is wide."""
        return round(self._paper[0] * self._scale * self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        margin = 2 * theme_of(self).px(MARGIN)
        return QSize(round(self._paper[0] * self._scale) + margin, round(self._paper[1] * self._scale) + margin)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.act_of(event) is not None:
            # The window has keys of its own; here they belong to the paper.
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            name = self._name_at(self._mm(QPointF(event.pos())))
            sentence = self._sentences.get(name, "")
            if sentence:
                QToolTip.showText(event.globalPos(), plain_tooltip(sentence), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes from part to part, and on past the last."""
        if self._is_editable and self.acts.select_beside(1 if is_next else -1):
            return True
        return super().focusNextPrevChild(is_next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and not self._draft.selected and self._is_editable:
            self.acts.select_beside(1 if event.reason() == Qt.FocusReason.TabFocusReason else -1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        act = self._keys.act_of(event)
        if self._drag is not None or self._band is not None:
            if key == Qt.Key.Key_Escape:
                self._let_go()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = 1 if key == Qt.Key.Key_PageDown else -1
            is_person = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.person_requested if is_person else self.page_requested).emit(step)
        elif not self._is_editable:
            super().keyPressEvent(event)
        elif act is not None:
            act()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._draft.selected and not event.modifiers():
            self.edit_requested.emit(self._draft.selected[-1])
        elif (zoom := self._keys.zoom_of(event)) is not None:
            self.zoom_requested.emit(zoom)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.zoom_requested.emit(max(1, turned // _WHEEL_STEP) if turned > 0 else min(-1, turned // _WHEEL_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_editable:
            super().mousePressEvent(event)
            return
        where, adds = event.position(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        lying, edges = self.lying(), self._edges_at(event.position())
        if edges:
            self._drag = Drag(self._draft.template, self._draft.selected, edges, self._mm(where), lying)
            return
        name = self._name_at(self._mm(where))
        was_selected = name in self._draft.selected
        self._pressed = (where, name, was_selected)
        if not name or (is_background(lying[name], self._paper) and not was_selected):
            # What lies behind everything is pressed, not dragged away by chance.
            self._band = (where, where)
        elif adds:
            self._draft.select(*(one for one in self._draft.selected if one != name), *(() if was_selected else (name,)))
        elif not was_selected:
            self._draft.select(name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where, keys = event.position(), event.modifiers()
        if self._pressed is not None and self._drag is None and self._is_far(where):
            if self._band is not None:
                self._band = (self._pressed[0], where)
                self.update()
                return
            if self._pressed[1] in self._draft.selected:
                self._drag = Drag(self._draft.template, self._draft.selected, "", self._mm(self._pressed[0]), self.lying())
        if self._drag is not None:
            tolerance = 0.0 if keys & Qt.KeyboardModifier.AltModifier else theme_of(self).px(_CATCH) / self._scale
            is_straight = bool(keys & Qt.KeyboardModifier.ShiftModifier)
            self._dragged, self._guides = self._drag.to(self._mm(where), self._paper, tolerance, is_straight=is_straight)
            self.previewed.emit()
            self.update()
        elif self._pressed is None:
            self._hover(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        drag, dragged, pressed, band = self._drag, self._dragged, self._pressed, self._band
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._let_go()
        if drag is not None:
            if dragged is not None:
                self._draft.change(dragged, words=self.tr("Change the size") if drag.edges else self.tr("Move"))
        elif band is not None and band[0] != band[1]:
            self._select_within(band, adds=adds)
        elif pressed is not None and band is not None:
            if not adds or pressed[1]:
                self._draft.select(*(self._draft.selected if adds else ()), *((pressed[1],) if pressed[1] else ()))
        elif pressed is not None and pressed[2] and not adds:
            self._select_below(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        names = self._names_at(self._mm(event.position()))
        if event.button() == Qt.MouseButton.LeftButton and names and self._is_editable:
            # The second press has gone one part deeper already.
            self._let_go()
            self._draft.select(names[0])
            self.edit_requested.emit(names[0])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._is_editable or self._drag is not None:
            return
        selected = [name for name in self._draft.selected if name in self.lying()]
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            inside = self.rect_of(self.lying()[selected[0]]).center().toPoint() if selected else self.rect().center()
        else:
            inside, name = event.pos(), self._name_at(self._mm(QPointF(event.pos())))
            if name not in selected:
                self._draft.select(*((name,) if name else ()))
        self.menu_requested.emit(self.mapToGlobal(inside))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = ""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        frames = self.lying() if self._is_editable else {}
        selected = [name for name in self._draft.selected if name in frames]
        moving = self._drag is not None
        marks = Marks(
            {name: self.rect_of(frame) for name, frame in frames.items()},
            selected,
            self._hovered if not moving else "",
            [name for name in frames if name in self._sentences],
            [name for name in frames if name in self._absent],
            QRectF(*self._band).normalized() if self._band is not None else QRectF(),
            self._guides,
            has_handles=len(selected) == 1,
            has_focus=self.hasFocus(),
        )
        painter = QPainter(self)
        paint_page(painter, theme_of(self), self._paper_rect(), self._image, marks, self._scale)
        painter.end()

    def _fit(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def _on_changed(self) -> None:
        if self._drag is not None:
            # What is dragged is a part of what was there before: put down, it would take the change back unseen.
            self._let_go()
        self.update()

    def _on_selection(self) -> None:
        self._describe()
        if self.hasFocus():
            announce(self, self.accessibleDescription())
        self.update()

    def _describe(self) -> None:
        """In words what is selected and where it lies."""
        frames, titles = self.lying(), element_titles(self._draft.template, self._draft.page)
        names = [name for name in self._draft.selected if name in frames]
        if len(names) == 1:
            frame = frames[names[0]]
            words = self.tr("{part}: {left} mm from the left, {top} mm from the top, {width} x {height} mm").format(
                part=titles.get(names[0], names[0]), left=f"{frame.left:.1f}", top=f"{frame.top:.1f}",
                width=f"{frame.width:.1f}", height=f"{frame.height:.1f}",
            )  # fmt: skip
            words = f"{words} {self._sentences.get(names[0], '')}".strip()
        else:
            words = self.tr("%n part(s) selected", "", len(names)) if names else self.tr("Nothing is selected")
        self.setAccessibleDescription(words)

    def _elements(self) -> list[Element]:
        return [one for one in self.template.elements if one.page == self._draft.page]

    def _lies(self, now: Element, before: Element | None) -> Frame:
        box = self._boxes.get(now.name)
        return now.frame if box is None or before is None or before.page != now.page else lies_now(box, before, now)

    def _paper_rect(self) -> QRectF:
        width, height = self._paper[0] * self._scale, self._paper[1] * self._scale
        return QRectF(round((self.width() - width) / 2), round((self.height() - height) / 2), round(width), round(height))

    def _mm(self, where: QPointF) -> tuple[float, float]:
        corner = self._paper_rect().topLeft()
        return (where.x() - corner.x()) / self._scale, (where.y() - corner.y()) / self._scale

    def _names_at(self, where: tuple[float, float]) -> list[str]:
        """From the nearest to the eye; the empty lines of a text do not stand before the words of another."""
        frames = self.lying()
        reach = theme_of(self).px(_REACH) / self._scale / 2
        parts = [one for one in reversed(self._elements()) if covers(one, frames[one.name], where, reach)]
        names = [one.name for one in parts]
        said = {name for name in names if self._says_at(name, frames[name], where)}
        silent = [one.name for one in parts if said and one.kind in _WORDED and one.name not in said]
        return [name for name in names if name not in silent] + silent

    def _says_at(self, name: str, frame: Frame, where: tuple[float, float]) -> bool:
        """Whether words of the part stand there."""
        before = self._boxes.get(name, frame)
        x, y = where[0] - frame.left + before.left, where[1] - frame.top + before.top
        return any(one.left <= x <= one.left + one.width and one.top <= y <= one.top + one.height for one in self._lines.get(name, ()))

    def _name_at(self, where: tuple[float, float]) -> str:
        """What is selected keeps hold of the mouse, else the nearest to the eye."""
        names = self._names_at(where)
        return next((name for name in names if name in self._draft.selected), names[0] if names else "")

    def _edges_at(self, where: QPointF) -> str:
        lying, px = self.lying(), theme_of(self).px
        names = [name for name in self._draft.selected if name in lying]
        return handle_at(self.rect_of(lying[names[0]]), where, px(_REACH), px(ROOM)) if len(names) == 1 else ""

    def _select_below(self, pressed: tuple[QPointF, str, bool]) -> None:
        """Pressed again, the part below it; of several the one."""
        names = self._names_at(self._mm(pressed[0]))
        if len(self._draft.selected) > 1 or pressed[1] not in names:
            self._draft.select(pressed[1])
        else:
            self._draft.select(names[(names.index(pressed[1]) + 1) % len(names)])

    def _select_within(self, band: tuple[QPointF, QPointF], *, adds: bool) -> None:
        area = around(Frame(*self._mm(corner), 0, 0) for corner in band)
        frames = self.lying()
        caught = [name for name, frame in frames.items() if touches(frame, area) and not is_background(frame, self._paper)]
        self._draft.select(*(self._draft.selected if adds else ()), *caught)

    def _is_far(self, where: QPointF) -> bool:
        if self._pressed is None:
            return False
        way = where - self._pressed[0]
        return max(abs(way.x()), abs(way.y())) >= theme_of(self).px(_BEGINS_AFTER) or self._band not in (None, (self._pressed[0],) * 2)

    def _hover(self, where: QPointF) -> None:
        edges = self._edges_at(where) if self._is_editable else ""
        name = "" if edges or not self._is_editable else self._name_at(self._mm(where))
        shape = Qt.CursorShape.SizeAllCursor if name in self._draft.selected else Qt.CursorShape.ArrowCursor
        self.setCursor(cursor_of(edges) if edges else shape)
        if name != self._hovered:
            self._hovered = name
            self.update()

    def _let_go(self) -> None:
        was_dragged = self._dragged is not None
        self._drag = self._dragged = self._pressed = self._band = None
        self._guides = ()
        self.update()
        if was_dragged:
            self.previewed.emit()
