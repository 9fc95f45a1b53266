"""Printing a run: the pages, the record of sending and the file are one act; afterwards the system's viewer shows the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.context import AppContext
from app.domain.cards import Calibration, Card
from app.domain.print_kinds import WORK_OF, WorkKind
from app.domain.print_runs import FrozenRun, PlanLine, PrintOutcome, PrintSettings
from app.domain.shop import ShopFields
from app.jobs.job import JobControl
from app.views.printing.kinds import PieceWords

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class RunRequest:
    """`path` None: a passing file that the viewer opens at once. `left_out`: those asked for who get none."""

    lines: Sequence[PlanLine]
    settings: PrintSettings
    shop: ShopFields
    card: Card
    occasion: str = ""
    path: Path | None = None
    left_out: Sequence[PlanLine] = ()


class PrintActs(QObject):
    """`printed` when a run is recorded; `ended` in any case."""

    printed = Signal(object)
    ended = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: QTemporaryDir | None = None
        self._files = 0
        self._request: RunRequest | None = None
        self._words = PieceWords(self)

    @property
    def is_printing(self) -> bool:
        return self._request is not None

    def print_cards(self, request: RunRequest) -> None:
        self._request = request

        def op(session: Session, _control: JobControl) -> dict[int, str]:
            from app.queries.codes import codes_for

            return codes_for(session, request.card, [line.candidate.customer_id for line in request.lines])

        self._context.tasks.query(op, self._on_codes, owner=self, failed=self._on_failed)

    def print_again(self, run_id: int) -> None:
        """The same bytes once more; nothing is recorded."""

        def op(session: Session, _control: JobControl) -> bytes:
            from app.queries.prints_log import document_of

            return document_of(session, run_id)

        self._context.tasks.query(op, self._on_document, owner=self)

    def print_test_sheet(self, calibration: Calibration, sheet: str = "") -> None:
        """`sheet`: the outlines of these labels in place of the rulers for a postcard."""

        def op(_control: JobControl) -> bytes:
            from app.domain.label_sheets import label_sheet
            from app.printing.labels import render_label_test_sheet
            from app.printing.test_sheet import render_test_sheet

            if sheet:
                return render_label_test_sheet(label_sheet(sheet), calibration)
            return render_test_sheet(calibration)

        self._context.tasks.run(op, self._on_document, owner=self)

    def _on_codes(self, codes: dict[int, str]) -> None:
        request = self._request
        if request is None:
            return

        def op(control: JobControl) -> FrozenRun:
            from app.reports.card_runs import print_run

            return print_run(
                request.lines, request.settings, request.shop, request.card,
                codes=codes, occasion=request.occasion, left_out=request.left_out, progress=control,
            )  # fmt: skip

        title = self._words.making(WORK_OF[request.card.kind], len(request.lines))
        self._context.tasks.run(op, self._on_frozen, owner=self, failed=self._on_failed, title=title)

    def _on_frozen(self, run: FrozenRun) -> None:
        request = self._request
        if request is None:
            return
        now, today = self._context.clock.now(), self._context.clock.today()
        path = request.path or self._passing_file()

        def op(session: Session, _control: JobControl) -> tuple[PrintOutcome, Path]:
            from app.services.prints import record_print_run, save_document

            outcome = record_print_run(session, run, now=now, today=today)
            # Within the transaction: without the file nothing is recorded.
            save_document(path, outcome.document)
            return outcome, path

        self._context.tasks.command(op, self._on_recorded, owner=self, failed=self._on_failed)

    def _on_recorded(self, done: tuple[PrintOutcome, Path]) -> None:
        outcome, path = done
        is_passing = self._request is None or self._request.path is None
        kind = WorkKind.CARD if self._request is None else WORK_OF[self._request.card.kind]
        text = self._said(outcome, kind, "" if is_passing else path.name)
        self._request = None
        self._context.messages.toast(text, undo_action_id=None if outcome.is_again else outcome.action_id, is_bulk=True)
        self.printed.emit(outcome)
        self.ended.emit()
        if is_passing:
            self._open(path)

    def _said(self, outcome: PrintOutcome, kind: WorkKind, file: str) -> str:
        """What was done; `file` empty for a passing one."""
        if kind is not WorkKind.CARD:
            pieces = self._words.counted(kind, outcome.pieces)
            if outcome.is_again:
                return self.tr("Already recorded today: {pieces}. They are the same pages once more.").format(pieces=pieces)
            if file:
                return self.tr("Made in {file} and recorded: {pieces}").format(file=file, pieces=pieces)
            return self.tr("Made and recorded: {pieces}").format(pieces=pieces)
        if outcome.is_again:
            return self.tr("These %n card(s) were noted as sent today already. They are the same pages once more.", "", outcome.pieces)
        if file:
            return self.tr("%n card(s) made in {file} and noted as sent", "", outcome.pieces).format(file=file)
        return self.tr("%n card(s) made and noted as sent", "", outcome.pieces)

    def _on_failed(self, error: Exception) -> None:
        from app.domain.errors import Cancelled

        self._request = None
        if not isinstance(error, Cancelled):
            self._context.messages.error(error)
        self.ended.emit()

    def _on_document(self, content: bytes) -> None:
        path = self._passing_file()

        def op(_control: JobControl) -> Path:
            from app.services.prints import save_document

            save_document(path, content)
            return path

        self._context.tasks.run(op, self._open, owner=self)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program for PDF files was found. The pages are in {file}.")
            self._context.messages.toast(text.format(file=str(path)))

    def _passing_file(self) -> Path:
        """In a folder of this session alone, which goes with it: names and addresses are in the file."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        self._files += 1
        name = self.tr("cards-{day}-{number}.pdf").format(day=self._context.clock.today().isoformat(), number=self._files)
        return Path(self._folder.path()) / name
