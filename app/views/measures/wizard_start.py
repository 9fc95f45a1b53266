"""Starting a measure: the list is frozen and drawn in one act; what was planned to be printed goes to the print page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.measures import BY_POST, MeasureChannel, MeasurePlan
from app.jobs.job import JobControl
from app.views.measures.recipes import RECIPES, WORK_OF_CHANNEL
from app.views.measures.wizard_desk import Desk
from app.views.moments import day_text, language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.measures import StartOutcome


class Starting(QObject):
    """`started`: the id of the measure; `ended`: in any case. What is started is what was shown when it was asked for: with other people
    on the list nothing is."""

    started = Signal(int)
    ended = Signal()

    def __init__(self, context: AppContext, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._desk = desk
        self._over = over
        self.is_running = False

    def start(self) -> None:
        """Keep the plan as it stands, then freeze the list."""
        if not self.is_running:
            self.is_running = True
            self._desk.save_now(self._freeze, self._on_failed)

    def _freeze(self) -> None:
        number, seed, plan, found = self._desk.measure_id, self._desk.seed, self._desk.shown_plan, self._desk.audience
        spoken, now, today = language(), self._context.clock.now(), self._context.clock.today()
        if number is None or found is None:
            self._end()
            return

        shown = frozenset(person.customer_id for person in found.people)

        def op(session: Session, control: JobControl) -> StartOutcome:
            from app.reports.measures import start_measure
            from app.services.measures import save_draft

            save_draft(session, number, plan, now=now)
            return start_measure(session, number, language=spoken, now=now, today=today, seed=seed, shown=shown, progress=control)

        self._context.tasks.command(op, self._on_started, owner=self, failed=self._on_failed)

    def _on_started(self, outcome: StartOutcome) -> None:
        self._desk.stop_saving()
        plan = self._desk.shown_plan
        self._context.messages.toast(self._said(plan, outcome), undo_action_id=outcome.action_id, is_bulk=True)
        self.started.emit(outcome.measure_id)
        self._end()
        if plan.channel in BY_POST:
            print_for(self._context, outcome.measure_id, plan, outcome.sent)

    def _said(self, plan: MeasurePlan, outcome: StartOutcome) -> str:
        count, day = len(outcome.sent), day_text(self._desk.verdict_on, today=self._context.clock.today())
        if plan.channel in BY_POST:
            return self.tr("{name} has started. Now print the %n piece(s).", "", count).format(name=plan.name)
        if plan.channel in (MeasureChannel.CALLS, MeasureChannel.EMAIL):
            words = self.tr("{name} has started: %n follow-up(s) are planned. They stand on the list of each day.", "", count)
            return words.format(name=plan.name)
        if plan.channel is MeasureChannel.POINTS:
            return self.tr("{name} has started: %n customer(s) got their points.", "", count).format(name=plan.name)
        words = self.tr("{name} has started with %n customer(s). The verdict is known on {day}.", "", count)
        return words.format(name=plan.name, day=day)

    def _on_failed(self, error: Exception) -> None:
        self._context.messages.error(error)
        self._end()
        # Somebody may have come into another campaign, or be gone: the list says it.
        self._desk.count()

    def _end(self) -> None:
        self.is_running = False
        self.ended.emit()


def print_for(context: AppContext, measure_id: int, plan: MeasurePlan, customer_ids: Sequence[int]) -> None:
    """The print page for exactly these people, as it was planned; its run is noted with the measure."""
    recipe = RECIPES.get(plan.kind)
    context.navigate.show_page(
        "printing",
        customer_ids=list(customer_ids),
        title=plan.name,
        work=WORK_OF_CHANNEL[plan.channel],
        template=plan.card_key,
        offer=plan.offer,
        greeting=None if recipe is None else recipe.greeting,
        measure_id=measure_id,
    )
