"""The piece on the desk: a card with its faces, or the pages or the sheet of another kind, as it would be printed now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.context import AppContext
from app.domain.cards import Card, Recipient
from app.domain.print_kinds import ON_SHEETS
from app.domain.print_problems import PrintError
from app.domain.print_runs import Candidate, PrintView
from app.domain.prints import PrintKind
from app.domain.run_follow import settings_following
from app.jobs.job import JobControl
from app.views.printing.desk import Desk
from app.views.printing.run_state import RunState
from app.views.printing.settings_card import SettingsCard

if TYPE_CHECKING:
    from app.reports.card_runs import CardPreview
    from app.reports.previews import PagesPreview


class Showing(QObject):
    """Shows the piece of the person at hand; what is wrong with it is said by the check."""

    def __init__(self, context: AppContext, run: RunState, settings_card: SettingsCard, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run = run
        self._settings_card = settings_card
        self._desk = desk
        self._shown: object = None
        desk.paper.size_changed.connect(self.show)

    def show(self) -> None:
        view, person = self._run.view, self._run.person()
        if view is None or person is None:
            return
        people, place = self._people(person)
        job = self._settings_card.job(view.shop)
        if job.kind is PrintKind.THANK_YOU:
            self._show_card(view, people[place], job)
        else:
            self._show_pages(view, people, place, job)
        self._shown = self._looked_at(people, place)

    def show_if_other(self) -> None:
        """When the piece, or what lies beside it on its sheet, is another than is shown."""
        person = self._run.person()
        if person is not None and self._shown != self._looked_at(*self._people(person)):
            self.show()

    def _people(self, person: Candidate) -> tuple[Sequence[Candidate], int]:
        """Those whose pieces are printed, and the place of one among them. Whoever is not printed stands alone."""
        pieces = self._run.pieces()
        place = next((place for place, one in enumerate(pieces) if one.key == person.key), None)
        return ([person], 0) if place is None else (pieces, place)

    def _looked_at(self, people: Sequence[Candidate], place: int) -> object:
        return people if self._settings_card.kind in ON_SHEETS else people[place]

    def _show_card(self, view: PrintView, person: Candidate, job: Card) -> None:
        width, addressed = self._desk.paper.face_pixels(), self._addressed(view, job)
        self._desk.paper.set_side(job.options.side)

        def op(_control: JobControl) -> CardPreview:
            from app.reports.card_runs import preview

            return preview(addressed(person), job, width)

        self._context.tasks.run(op, self._desk.paper.set_preview, owner=self, failed=self._on_failed, replaces="preview")

    def _show_pages(self, view: PrintView, people: Sequence[Candidate], place: int, job: Card) -> None:
        """On a sheet it lies among the others that are printed."""
        self._desk.paper.set_paged()
        width, addressed = self._desk.paper.face_pixels(), self._addressed(view, job)

        def op(_control: JobControl) -> PagesPreview:
            from app.reports.previews import pages_preview

            return pages_preview(people, addressed, place, job, width)

        self._context.tasks.run(op, self._desk.paper.set_pages, owner=self, failed=self._on_failed, replaces="preview")

    def _addressed(self, view: PrintView, job: Card) -> Callable[[Candidate], Recipient]:
        settings, press, followed = self._settings_card.settings(), view.press, self._run.followed
        if followed is not None:
            kept, codes = settings_following(settings), {piece.candidate.key: piece.code for piece in followed.pieces}
            return lambda one: kept.recipient(one, codes.get(one.key, ""))
        return lambda one: settings.recipient(one, press.code(job, one.customer_id))

    def _on_failed(self, error: Exception) -> None:
        # What is wrong with the text is said beside it by the check.
        if isinstance(error, PrintError):
            self._desk.paper.set_outdated()
        else:
            self._context.messages.error(error)
