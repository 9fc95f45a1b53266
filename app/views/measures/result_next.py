"""What to do after a campaign: whom to choose next time, and those who returned led to a second visit."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.context import AppContext
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource, FollowUpsOutcome
from app.domain.measure_results import Verdict
from app.domain.measure_view import MeasureResult
from app.domain.numbers import format_percent
from app.jobs.job import JobControl
from app.views.measures.result_words import ResultWords
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, clear, column, row, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SECOND_VISIT_DAYS = 30


class NextCard(Card):
    """`names_requested` asks for the names of those who returned."""

    names_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__(self.tr("What to do next"), gap=6)
        self._context = context
        self._words: ResultWords | None = None
        self.steps = column(gap=4)
        self.plan = NormalButton("", "calendar-check", small=True)
        self.names = LinkButton(self.tr("See their names"), small=True)
        self.add(self.steps)
        self.body.addStretch(1)
        self.add(row(self.plan, STRETCH))
        self.add(row(self.names, STRETCH))
        self.plan.clicked.connect(self._on_plan)
        self.names.clicked.connect(self.names_requested)

    def show_result(self, words: ResultWords) -> None:
        self._words = words
        clear(self.steps)
        for place, (title, body) in enumerate(self.advice(words), 1):
            numbered = self.tr("{number}. {step}").format(number=place, step=title)
            for label in (WrapLabel(numbered, TextStyle.BODY_BOLD, Tone.TEXT), WrapLabel(body, TextStyle.CAPTION, Tone.TEXT2)):
                self.steps.addWidget(label)
                label.show()
        returned = len(words.result.returned)
        self.plan.setText(self.tr("Plan for %n customer(s)", "", returned))
        set_shown(self.plan, bool(returned))
        set_shown(self.names, bool(returned))

    def advice(self, words: ResultWords) -> list[tuple[str, str]]:
        """Titles with their reason, the most useful first."""
        result = words.result
        found: list[tuple[str, str]] = []
        for band in result.bands:
            if band.is_best:
                known = {"sent": format_percent(band.sent.rate), "held": format_percent(band.held.rate)}
                reason = self.tr("Of them {sent} came with it and {held} without: more was brought than of the others.").format(**known)
                title = self.tr("Choose those last seen {band} before").format(band=words.band(band))
                found.append((title, reason))
        if result.returned:
            title = self.tr("Lead the %n who came to a second visit", "", len(result.returned))
            found.append((title, self.tr("A follow-up can be planned for each of them, %n days from today.", "", SECOND_VISIT_DAYS)))
        if not result.n_held:
            title = self.tr("Leave out some people next time")
            found.append((title, self.tr("Only then can it be told who came because of it.")))
        elif result.is_complete and result.verdict in (Verdict.NOT_YET_CLEAR, Verdict.REFERENCE) and not _is_down(result):
            title = self.tr("Do it again for the same aim")
            found.append((title, self.tr("Campaigns of a kind are put together, so the range of chance becomes narrower.")))
        elif result.verdict is Verdict.MAY_HAVE_DONE_HARM or (result.is_complete and _is_down(result)):
            title = self.tr("Change what is sent, or leave it")
            found.append((title, self.tr("Look at the offer and at whom it is sent to before it is done again.")))
        return found

    def _on_plan(self) -> None:
        words = self._words
        if words is None:
            return
        ids, now, today = words.result.returned, self._context.clock.now(), self._context.clock.today()
        note = self.tr("Came after “{name}”: a second visit").format(name=words.result.name)
        fields = FollowUpFields(today + timedelta(days=SECOND_VISIT_DAYS), FollowUpKind.CALL, note)

        def op(session: Session, _control: JobControl) -> FollowUpsOutcome:
            from app.services.follow_ups import add_follow_ups

            return add_follow_ups(session, ids, fields, source=FollowUpSource.MEASURE, now=now, today=today)

        self.plan.setEnabled(False)
        self._context.tasks.command(op, self._on_planned, owner=self, failed=self._on_failed)

    def _on_planned(self, outcome: FollowUpsOutcome) -> None:
        self.plan.setEnabled(True)
        if outcome.added:
            text = self.tr("Planned a follow-up for %n customer(s)", "", outcome.added)
        else:
            text = self.tr("All of them are planned already, or are not to be contacted.")
        self._context.messages.toast(text, undo_action_id=outcome.action_id, is_bulk=True)

    def _on_failed(self, error: Exception) -> None:
        self.plan.setEnabled(True)
        self._context.messages.error(error)


def _is_down(result: MeasureResult) -> bool:
    """Whether those who got it rather brought less."""
    return result.cuped is not None and result.cuped.effect <= 0
