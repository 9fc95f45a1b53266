"""The page a proposal is handed over on, as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.proposal_paper import PaperWords
from app.domain.proposals import ProposalFields
from app.views.theme import theme_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.preview import Picture

A4 = (210.0, 297.0)
WIDTH_PX = 900


@dataclass(frozen=True, slots=True)
class PaperSubject:
    """What stands on the page. `customer_id` None: somebody made up; `name` as the customer is addressed. `proposal_id` None: what could
    be proposed. `is_waiting`: it was not presented yet."""

    customer_id: int | None
    name: str
    fields: ProposalFields
    proposal_id: int | None = None
    is_waiting: bool = True


@dataclass(frozen=True, slots=True)
class MadePage:
    document: bytes
    page: Picture


def page_of(session: Session, subject: PaperSubject, today: date, said: str, words: PaperWords | None = None) -> MadePage:
    """For a task. `words`: others than the shop's."""
    from app.printing.preview import pictures
    from app.reports.proposal_page import proposal_page

    document = proposal_page(session, subject.customer_id, subject.fields, today, said, words)
    return MadePage(document, pictures(document, WIDTH_PX)[0])


class PageImage(QWidget):
    """Paper stays white in the dark."""

    def __init__(self, picture: Picture | None, name: str) -> None:
        super().__init__()
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        if picture is not None:
            self.show_page(picture)

    def show_page(self, picture: Picture) -> None:
        size = 4 * picture.width
        self._image = QImage(picture.rgba, picture.width, picture.height, size, QImage.Format.Format_RGBA8888).copy()
        self.update()

    def image(self) -> QImage:
        return self._image

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * A4[1] / A4[0])

    def sizeHint(self) -> QSize:
        width = theme_of(self).px(480)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(theme_of(self).color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
