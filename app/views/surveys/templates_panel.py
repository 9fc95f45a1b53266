"""Ready-made surveys to begin from: those of the shop's trade first, each with its sheet beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.survey_beginnings import new_survey
from app.domain.survey_prints import SheetShop
from app.domain.survey_sheets import SheetChoice
from app.domain.survey_templates import SurveyTemplate
from app.domain.surveys import Audience
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.surveys.words import template_facts
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.preview import Picture

EMPTY = ""
_PICTURE_WIDTH = 236
Found = tuple[tuple[SurveyTemplate, ...], SheetShop]


def open_templates_panel(
    context: AppContext, window: QWidget, chosen: Callable[[SurveyTemplate], None], *, is_replacing: bool = False
) -> TemplatesPanel:
    """`is_replacing`: what is chosen takes the place of the questions there are."""
    panel = TemplatesPanel(context, window, is_replacing=is_replacing)
    panel.chosen.connect(chosen)
    panel.open_panel(panel.list)
    return panel


class SheetThumbnail(QWidget):
    """The first page of a sheet, small."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("What the sheet looks like"))

    def set_picture(self, picture: Picture) -> None:
        format_ = QImage.Format.Format_RGBA8888
        # The picture's own bytes may go; the copy stays.
        self._image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, format_).copy()
        self.update()

    def sizeHint(self) -> QSize:
        width = theme_of(self).px(_PICTURE_WIDTH)
        return QSize(width, width * 297 // 210)

    def paintEvent(self, event: QPaintEvent) -> None:
        width = min(self.width(), self.height() * 210 // 297) - 2
        area = self.rect().adjusted(1, 1, 1 - (self.width() - width), 0)
        area.setHeight(width * 297 // 210)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(area.adjusted(-1, -1, 1, 1), QColor(theme_of(self).tokens.line))
        painter.fillRect(area, Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(area, self._image)
        painter.end()


class TemplatesPanel(SidePanel):
    """`chosen`: a SurveyTemplate. Frees itself when closed."""

    chosen = Signal(object)

    def __init__(self, context: AppContext, window: QWidget, *, is_replacing: bool) -> None:
        super().__init__(window, "")
        self._context = context
        self._ready: Sequence[SurveyTemplate] = ()
        self._shop = SheetShop()
        self._is_replacing = is_replacing
        self._build()
        self._connect()
        self._ask()

    def current(self) -> SurveyTemplate | None:
        return next((one for one in self._ready if one.key == self.list.current_key()), None)

    def _build(self) -> None:
        self.set_title(self.tr("Ready-made surveys"))
        words = self.tr("Everything can be changed afterwards: words, questions, order. Choose what comes nearest.")
        if self._is_replacing:
            words = self.tr("The questions there are now go, and those of the ready-made survey come in their place. You can undo it.")
        self.list = RowList(self.tr("Ready-made surveys"), row_height=60, grows=True)
        self.body.addWidget(WrapLabel(words, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.picture = SheetThumbnail()
        self.summary.addWidget(self.picture)
        self.summary.addStretch(1)
        self.use = PrimaryButton(self.tr("Use this one") if self._is_replacing else self.tr("Make this survey"), "check")
        self.use.setEnabled(False)
        self.set_primary(self.use)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._on_current)
        self.list.activated_key.connect(lambda _key: self.use.click())
        self.use.clicked.connect(self._on_use)
        self.closed.connect(self.deleteLater)

    def _ask(self) -> None:
        spoken = language()

        def op(session: Session, _control: JobControl) -> Found:
            from app.domain.survey_templates import templates_for
            from app.printing.survey_templates import survey_templates
            from app.queries.shop import shop_fields

            shop = shop_fields(session)
            return tuple(templates_for(shop.trade, survey_templates(spoken))), SheetShop(shop.name, shop.phone)

        self._context.tasks.query(op, self._on_found, owner=self)

    def _on_found(self, found: Found) -> None:
        ready, self._shop = found
        if not self._is_replacing:
            ready = (*ready, SurveyTemplate(EMPTY, new_survey(language()), Audience.CUSTOMERS))
        self._ready = ready
        self.list.set_rows([self._row(one) for one in ready])
        if ready:
            self.list.select_key(ready[0].key)

    def _row(self, one: SurveyTemplate) -> RowContent:
        if one.key == EMPTY:
            detail = self.tr("One question to begin with, and your own words.")
            name = self.tr("An empty survey")
            return RowContent(one.key, name, detail=detail, icon="file-plus", icon_tone=Tone.PRIMARY, icon_circle=True)
        return RowContent(
            one.key, one.content.title, detail=template_facts(one), icon="clipboard-list", icon_tone=Tone.PRIMARY, icon_circle=True
        )  # fmt: skip

    def _on_current(self, _key: object) -> None:
        one, shop = self.current(), self._shop
        self.use.setEnabled(one is not None)
        set_shown(self.picture, one is not None)
        if one is None:
            return
        width = round(theme_of(self).px(_PICTURE_WIDTH) * self.devicePixelRatioF())

        def op(_control: JobControl) -> Picture:
            from app.printing.survey_layout import lay_out
            from app.printing.survey_sheets import preview_picture

            return preview_picture(lay_out(one.content, SheetChoice()), shop, 0, width)

        self._context.tasks.run(op, self.picture.set_picture, owner=self, replaces="picture")

    def _on_use(self) -> None:
        one = self.current()
        if one is not None and self.close_panel():
            self.chosen.emit(one)
