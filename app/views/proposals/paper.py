"""A proposal on its page of A4: looked at, then to the printer or into a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from app.context import AppContext
from app.domain.errors import Cancelled, DomainError
from app.domain.print_profiles import PrinterChoice
from app.domain.proposals import ProposalFields
from app.domain.text import as_file_name
from app.jobs.job import JobControl
from app.views.moments import language
from app.views.printing.direct import DirectPrinting, Sent
from app.views.printing.printers import Printers, PrintOrder, SystemPrinters
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.preview import Picture

A4 = (210.0, 297.0)
WIDTH_PX = 900
FOLDER = "export_folder"


@dataclass(frozen=True, slots=True)
class _Made:
    document: bytes
    page: Picture


class ProposalPaper(QObject):
    """Belongs to the view that asks for it."""

    def __init__(self, context: AppContext, view: QWidget, printers: Printers | None = None) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._printers = printers

    def print_fields(self, customer_id: int, name: str, fields: ProposalFields) -> None:
        """`name` as the customer is addressed."""
        today, said = self._context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> _Made:
            from app.printing.preview import pictures
            from app.reports.proposal_page import proposal_page

            document = proposal_page(session, customer_id, fields, today, said)
            return _Made(document, next(iter(pictures(document, WIDTH_PX))))

        def done(made: _Made) -> None:
            panel = PagePanel(self._context, self._view.window(), made, f"{fields.title} {name}", self._printers)
            panel.open_panel(panel.print_button)

        self._context.tasks.query(op, done, owner=self._view)


class PagePanel(SidePanel):
    """The page as it will lie on the paper. Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, made: _Made, name: str, printers: Printers | None) -> None:
        super().__init__(window, "", width=560)
        self.set_title(self.tr("The suggestion on a page"))
        self._context = context
        self._made = made
        self._name = name
        self._printers = printers or SystemPrinters()
        self._direct = DirectPrinting(context, self)
        self.page = PageImage(made.page, self.tr("The suggestion on a page"))
        self.print_button = PrimaryButton(self.tr("Print the suggestion"), "printer")
        self.print_button.set_shortcut_hint("Ctrl+Return")
        self.keep = NormalButton(self.tr("Save as a PDF"), "download")
        self.body.addLayout(row(STRETCH, self.keep, self.print_button, gap=8))
        self.body.addWidget(WrapLabel(self.tr("The words can be changed in the suggestion itself.")))
        self.body.addWidget(self.page)
        self.body.addStretch(1)
        self.print_button.clicked.connect(self._on_print)
        self.keep.clicked.connect(self._on_keep)
        self.closed.connect(self.deleteLater)

    def write_pdf(self, path: Path) -> None:
        document = self._made.document

        def op(_control: JobControl) -> str:
            from app.services.prints import save_document

            save_document(path, document)
            return path.name

        self._context.tasks.run(op, self._on_written, owner=self)

    def _on_keep(self) -> None:
        folder = Path(self._context.settings.remembered(FOLDER, str(Path.home())))
        usual = str(folder / f"{as_file_name(self._name)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self, self.tr("Save as a PDF"), usual, self.tr("PDF (*.pdf)"))
        if chosen:
            self._context.settings.remember(FOLDER, str(Path(chosen).parent))
            self.write_pdf(Path(chosen))

    def _on_print(self) -> None:
        found = self._printers.found()
        if not found:
            self._on_keep()
            return
        usual = next((one.name for one in found if one.is_usual), found[0].name)
        try:
            ticket = self._printers.ask(PrintOrder(self._name, PrinterChoice(usual), [A4]), self.window())
        except DomainError as error:
            self._context.messages.error(error)
            return
        if ticket is not None:
            self._direct.send(self._made.document, ticket, self._name, self._on_sent)

    def _on_written(self, name: str) -> None:
        self._context.messages.toast(self.tr("The suggestion is saved in {file}").format(file=name))

    def _on_sent(self, sent: Sent) -> None:
        if sent.error is None:
            self._context.messages.toast(self.tr("The suggestion is with the printer"))
            self.close_panel()
        elif not isinstance(sent.error, Cancelled):
            self._context.messages.error(sent.error)


class PageImage(QWidget):
    """Paper stays white in the dark."""

    def __init__(self, picture: Picture, name: str) -> None:
        super().__init__()
        size = 4 * picture.width
        self._image = QImage(picture.rgba, picture.width, picture.height, size, QImage.Format.Format_RGBA8888).copy()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

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
        painter.drawImage(self.rect(), self._image)
        painter.setPen(theme_of(self).color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
