"""From finished pages to the printer: asked for by its dialog, handed over, and what did not get there noted as waiting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.context import AppContext
from app.domain.errors import Cancelled, DomainError
from app.domain.piece_pages import Span, unsent_pieces, whole_pieces, words_of_numbers
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import PrinterChoice, work_of
from app.domain.prints import PrintKind
from app.jobs.job import JobControl
from app.settings import Settings
from app.views.printing.direct import DirectPrinting, Sent
from app.views.printing.kinds import PieceWords
from app.views.printing.printers import Printers, PrintOrder, Size, SystemPrinters, Ticket
from app.views.printing.unanswered import SentRun, Unanswered

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.house import PlacedField


@dataclass(frozen=True, slots=True)
class Pages:
    """A finished document: the size of each page, and the pages of each piece in the order of the pieces."""

    document: bytes
    sizes: Sequence[Size]
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Handing:
    """Pages recorded as sent that go to the printer now. `positions`: of the pieces in their run; `held`: those that wait already.
    `is_recorded`: False when the very same run had been recorded before, so that a stop changes nothing. `names`: who gets each."""

    run: SentRun
    pages: Pages
    positions: Sequence[int]
    held: Sequence[int] = ()
    is_recorded: bool = True
    names: Sequence[str] = ()


def pages_of(document: bytes, placed: Iterable[PlacedField]) -> Pages:
    """To be called in a job."""
    from app.domain.piece_pages import spans_of
    from app.printing.page_images import page_sizes

    return Pages(document, page_sizes(document), spans_of((one.piece, one.page) for one in placed))


def positions_off(pages: Pages, positions: Sequence[int], sent: Sequence[int]) -> list[int]:
    """Of the pieces at these positions: those that are not wholly on the pages sent."""
    return [positions[place - 1] for place in unsent_pieces(pages.spans, sent)]


def fitting(ticket: Ticket, asked: Pages, pages: Pages) -> Ticket:
    """The ticket that was asked for with some pages, for others: all of them where all were wanted, else those that are there."""
    count = len(pages.sizes)
    if len(ticket.wanted) == len(asked.sizes):
        return replace(ticket, given=tuple(range(count)), wanted=tuple(range(count)))
    given, wanted = (tuple(page for page in chosen if page < count) for chosen in (ticket.given, ticket.wanted))
    return replace(ticket, given=given, wanted=wanted)


def choice_for(settings: Settings, kind: WorkKind) -> PrinterChoice:
    """The printer of this computer that was chosen last for a kind of work."""
    return PrinterChoice.from_text(settings.remembered(f"printer_{kind}"))


def keep_choice(settings: Settings, kind: WorkKind, choice: PrinterChoice) -> None:
    settings.remember(f"printer_{kind}", choice.to_text())


class Delivery(QObject):
    """`handed_over` carries a SentRun when its last page is with the printer."""

    handed_over = Signal(object)

    def __init__(self, context: AppContext, parent: QObject, printers: Printers | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._printers = printers or SystemPrinters()
        self._direct = DirectPrinting(context, self)
        self._words = PieceWords(self)
        self._unanswered = Unanswered(context)

    def ask(self, pages: Pages, choice: PrinterChoice, kind: PrintKind, over: QWidget, stock: str = "") -> Ticket | None:
        """The system's dialog; None: the user thought better of it. PrinterGone, PrintingMissing."""
        name = self._words.counted(work_of(kind, stock), len(pages.spans)) if pages.spans else self.tr("Test sheet")
        is_two_sided = kind is PrintKind.THANK_YOU and len(pages.sizes) == 2 * len(pages.spans)
        is_even = bool(pages.spans) and all((last - first) % 2 for first, last in pages.spans)
        return self._printers.ask(PrintOrder(name, choice, pages.sizes, is_two_sided, is_even), over)

    def hand_over(self, handing: Handing, ticket: Ticket) -> None:
        # Before the first page: where the program ends amid them, it is asked how far they came.
        self._unanswered.add(handing.run)
        sides = [ticket.given]
        whole = whole_pieces(handing.pages.spans, ticket.wanted)
        # A server that picks the pages would count them anew on each side.
        if ticket.is_turned_by_hand and ticket.given == ticket.wanted and whole:
            # Only cards of which both sides are wanted: a side alone would put each back on the next one's front.
            sides = [tuple(handing.pages.spans[place][side] for place in whole) for side in (0, 1)]
        self._send_side(handing, ticket, sides, ())

    def print_test(self, document: bytes, choice: PrinterChoice, over: QWidget) -> None:
        """One page that belongs to no run."""

        def op(_control: JobControl) -> Pages:
            return pages_of(document, ())

        def made(pages: Pages) -> None:
            try:
                ticket = self.ask(pages, choice, PrintKind.LETTER, over)
            except DomainError as error:
                self._context.messages.error(error)
                return
            if ticket is not None:
                self._direct.send(document, ticket, self.tr("Sending the test sheet"), self._on_test_sent)

        self._context.tasks.run(op, made, owner=self)

    def _send_side(self, handing: Handing, ticket: Ticket, sides: Sequence[Sequence[int]], sent_before: tuple[int, ...]) -> None:
        """`sides`: the pages still to be handed over, each by itself; between them the stack is turned."""
        count = len(handing.positions) - len(handing.held)
        title = self.tr("Sending to the printer: {pieces}").format(pieces=self._words.counted(handing.run.kind, count))

        def done(sent: Sent) -> None:
            pages = sent_before + sent.pages
            if sent.error is not None or len(sides) == 1:
                self._on_sent(handing, Sent(pages, sent.error))
            elif isValid(self):
                QTimer.singleShot(0, self, turn)

        def turn() -> None:
            pages = sent_before + tuple(sides[0])
            if self._is_stack_turned(handing, sides[0]):
                self._send_side(handing, ticket, sides[1:], pages)
            else:
                self._on_sent(handing, Sent(pages, Cancelled()))

        self._direct.send(handing.pages.document, replace(ticket, given=tuple(sides[0])), title, done)

    def _is_stack_turned(self, handing: Handing, fronts: Sequence[int]) -> bool:
        first = next(place for place, span in enumerate(handing.pages.spans) if span[0] == fronts[0])
        question = self.tr("Turn the printed cards over")
        body = self.tr(
            "One side of all cards is with the printer. When they have come out, put them back so that the card of {name} comes first."
        )
        return self._context.messages.confirm(
            question,
            body.format(name=handing.names[first] if first < len(handing.names) else ""),
            safe=self.tr("Stop here"),
            danger=self.tr("Print the other side"),
        )

    def _on_test_sent(self, sent: Sent) -> None:
        if not isValid(self):
            return
        if sent.error is not None:
            self._context.messages.error(sent.error)
        else:
            self._context.messages.toast(self.tr("The test sheet is with the printer. When it has come out, read off where the lines lie."))

    def _on_sent(self, handing: Handing, sent: Sent) -> None:
        run, is_there = handing.run, isValid(self)
        waiting = [one for one in positions_off(handing.pages, handing.positions, sent.pages) if one not in set(handing.held)]
        if sent.error is None or not waiting:
            if is_there:
                self.handed_over.emit(run)
            return
        if is_there and not (handing.is_recorded and isinstance(sent.error, DomainError | Cancelled)):
            # A fault of the program's own is told as one, beside what became of the pieces.
            self._context.messages.error(sent.error)
        if not handing.is_recorded:
            self._unanswered.drop(run.run_id)
            return
        now = self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.print_runs import hold_back

            return hold_back(session, run.run_id, waiting, now=now)

        def held(action_id: int | None) -> None:
            self._unanswered.drop(run.run_id)
            if isValid(self):
                self._context.messages.toast(self._stopped_words(sent.error, waiting), undo_action_id=action_id, is_bulk=True)

        self._context.tasks.command(op, held, owner=self._context.tasks)

    def _stopped_words(self, error: Exception | None, waiting: Sequence[int]) -> str:
        why = self.tr("You stopped the printing.") if isinstance(error, Cancelled) else self.tr("The printer took no more pages.")
        rest = self.tr("%n piece(s) wait in the log of print runs, where you can go on with them: number {numbers}.", "", len(waiting))
        return f"{why} {rest.format(numbers=words_of_numbers(waiting))}"
