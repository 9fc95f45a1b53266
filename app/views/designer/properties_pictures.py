"""Which drawing of the program, or which picture of the shop's own, a part shows."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.context import AppContext
from app.domain.numbers import format_number
from app.domain.templates import Align, Element, ElementKind, Template
from app.views.designer.elements_drawings import DrawingChooser, DrawingPictures, drawing_word, paint_drawing
from app.views.designer.elements_picture import choose_picture
from app.views.designer.elements_words import align_word
from app.views.designer.properties_section import Section
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, row, set_shown

_MM_IN_AN_INCH = 25.4
_SHARP = 150
_SHOWN = 640


class PictureButton(QAbstractButton):
    """The picture that is shown now, to be pressed for another."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_image(self, image: QImage | None) -> None:
        self._image = image
        self.update()

    def image(self) -> QImage | None:
        return self._image

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(160), theme_of(self).px(104))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRect(1, 1, self.width() - 2, self.height() - 2)
        paint_drawing(painter, area, self._image)
        painter.setPen(QPen(QColor(theme.tokens.line_strong), 2 if self.underMouse() else 1))
        painter.drawRect(area)
        painter.end()


class DrawingSection(Section):
    kinds: ClassVar[frozenset[ElementKind]] = frozenset({ElementKind.ART})

    def __init__(self, context: AppContext) -> None:
        self._arts: Sequence[str] = ()
        super().__init__()
        self._pictures = DrawingPictures(context, self)
        self._pictures.ready.connect(self._show_picture)

    def set_arts(self, arts: Sequence[str]) -> None:
        self._arts = sorted(arts, key=drawing_word)

    def show_element(self, element: Element, template: Template) -> None:
        super().show_element(element, template)
        name = drawing_word(element.art)
        self.shown.setAccessibleName(self.tr("Drawing: {name}. Press to choose another.").format(name=name))
        self.boxes["art"].set_hint(name)
        self._pictures.ask([element.art] if element.art in self._arts else [], round(theme_of(self).px(160) * self.devicePixelRatioF()))
        self._show_picture()

    def open_chooser(self) -> None:
        chooser = DrawingChooser(self.shown, self._pictures, self._arts, self.element.art if self.element is not None else "")
        chooser.chosen.connect(self._on_art)
        chooser.closed.connect(chooser.deleteLater)
        chooser.open_with_keys()

    def _build(self) -> None:
        self.shown = PictureButton()
        self.choose = NormalButton(self.tr("Choose a drawing"), "shapes", small=True)
        self.form.addWidget(self.keep_box("art", FormField(self.tr("Drawing"), self.shown, hint=" ")))
        self.form.addWidget(boxed(row(self.choose, STRETCH)))
        self.shown.clicked.connect(self.open_chooser)
        self.choose.clicked.connect(self.open_chooser)

    def _show_picture(self) -> None:
        self.shown.set_image(self._pictures.image(self.element.art) if self.element is not None else None)

    def _on_art(self, art: str) -> None:
        self.say("art", art)


class ImageSection(Section):
    kinds: ClassVar[frozenset[ElementKind]] = frozenset({ElementKind.IMAGE})

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._read = ""
        self._dots = QSize()
        super().__init__()

    def show_element(self, element: Element, template: Template) -> None:
        super().show_element(element, template)
        if element.image != self._read:
            self._read = element.image
            self._dots, image = _small(element.image)
            self.shown.set_image(None if image.isNull() else image)
        self._say_sharpness(element)

    def _build(self) -> None:
        self.shown = PictureButton()
        self.shown.setAccessibleName(self.tr("The picture. Press to choose another."))
        limits = self.tr("PNG or JPEG, up to 5 MB and 6,000 x 6,000 dots. It is never distorted.")
        self.keep_box("image", FormField(self.tr("Picture"), self.shown, hint=limits))
        self.replace = NormalButton(self.tr("Choose a picture"), "image", small=True)
        self.facts = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.form.addWidget(self.boxes["image"])
        self.form.addWidget(boxed(row(self.replace, STRETCH)))
        self.form.addWidget(self.facts)
        places = [(one, align_word(one)) for one in (Align.LEFT, Align.CENTRE, Align.RIGHT)]
        self.form.addWidget(self.add_choice("align", self.tr("Place in its frame"), places))
        self.shown.clicked.connect(self._on_choose)
        self.replace.clicked.connect(self._on_choose)

    def value_of(self, name: str) -> object:
        value = super().value_of(name)
        # Set even on both sides means nothing for a picture: it stands in the middle.
        return Align.CENTRE if value is Align.JUSTIFY else value

    def _say_sharpness(self, element: Element) -> None:
        set_shown(self.facts, self.shown.image() is not None)
        if self.shown.image() is None:
            return
        width, height = self._dots.width(), self._dots.height()
        scale = min(element.frame.width / width, element.frame.height / height) or 1.0
        dots = round(_MM_IN_AN_INCH / scale)
        words = self.tr("{width} x {height} dots, printed with {dots} to the inch.").format(
            width=format_number(width), height=format_number(height), dots=format_number(dots)
        )
        if dots < _SHARP:
            words += " " + self.tr("That may look coarse: {sharp} or more are better.").format(sharp=_SHARP)
        self.facts.set_tone(Tone.WARN if dots < _SHARP else Tone.TEXT2)
        self.facts.setText(words)

    def _on_choose(self) -> None:
        choose_picture(self, self._context, self._on_picture, self._on_unread)

    def _on_picture(self, image: str) -> None:
        self.say("image", image)

    def _on_unread(self, error: Exception) -> None:
        self.show_problem("image", self._context.messages.sentence(error))


def _small(stored: str) -> tuple[QSize, QImage]:
    """Its size in dots, and the picture as large as it is shown; null when it cannot be read."""
    try:
        content = QBuffer()
        content.setData(base64.b64decode(stored, validate=True))
    except (ValueError, binascii.Error):
        return QSize(), QImage()
    reader = QImageReader(content)
    size = reader.size()
    if max(size.width(), size.height()) > _SHOWN:
        reader.setScaledSize(size.scaled(_SHOWN, _SHOWN, Qt.AspectRatioMode.KeepAspectRatio))
    return size, reader.read()
