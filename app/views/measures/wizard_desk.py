"""The plan at hand: every step changes it here, it is kept by itself, and whoever shows it is told what it comes to."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.context import AppContext
from app.domain.measure_audience import AudienceView, Detectable, TrialDraw, detectable, recipe_audience, trial_draw
from app.domain.measure_cost import CostLines, MeasureCost, cost_lines
from app.domain.measures import BY_POST, AudiencePlan, MeasureGone, MeasureOutcome, MeasurePlan, MeasureView
from app.domain.print_kinds import TEMPLATES_OF
from app.domain.templates import TemplateRow
from app.jobs.job import JobControl
from app.views.measures.recipes import WORK_OF_CHANNEL, fitting_first
from app.views.measures.wizard_cost import followed, usual_cost
from app.views.measures.wizard_found import Around, Counted, around, counted
from app.views.moments import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SAVE_MS = 600
_COUNTED_ANEW = frozenset({"audience", "channel", "kind", "sent_on", "window_days", "card_key", "offer"})
_SEEDS = 2**31 - 1


class Desk(QObject):
    """`changed`: the plan, or what is known of it. `counted`: its list was gathered anew; `drawn`: so was the trial draw.
    `surrounded`: what the shop has for a plan was read. `saved`: the moment the draft was kept."""

    changed = Signal()
    counted = Signal()
    drawn = Signal()
    surrounded = Signal()
    saved = Signal(object)

    def __init__(self, context: AppContext, plan: MeasurePlan, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.plan = plan
        self.measure_id: int | None = None
        self.seed = 1 + secrets.randbelow(_SEEDS)
        self.found: Counted | None = None
        self.around: Around | None = None
        self.is_counting = False
        self.trial: TrialDraw | None = None
        self._kept: MeasurePlan | None = None
        self._counted_with = plan.card_key
        self._usual: MeasureCost | None = None
        self._is_saving = False
        self._next: tuple[Callable[[], None] | None, Callable[[Exception], None] | None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_MS)
        self._soon.timeout.connect(self.save_now)

    @property
    def is_new(self) -> bool:
        """Whether nothing of it is kept yet."""
        return self.measure_id is None

    @property
    def audience(self) -> AudienceView | None:
        return None if self.found is None else self.found.audience

    @property
    def people(self) -> int:
        return 0 if self.found is None else len(self.found.audience.people)

    @property
    def held(self) -> int:
        """How many are held back: as chosen as far as there are people, else as many as usual. Somebody must get it."""
        if self.found is None:
            return 0
        wanted = self.found.audience.usual_held if self.plan.held_back is None else self.plan.held_back
        return max(0, min(wanted, self.people - 1))

    @property
    def sent(self) -> int:
        return self.people - self.held

    @property
    def pieces(self) -> list[TemplateRow]:
        """The templates it can be printed with, those that fit the aim best first."""
        if self.around is None or self.plan.channel not in BY_POST:
            return []
        kinds = TEMPLATES_OF[WORK_OF_CHANNEL[self.plan.channel]]
        return [row for row in fitting_first(self.around.templates, self.plan.kind, self.today.month) if row.template.kind in kinds]

    @property
    def piece(self) -> TemplateRow | None:
        """The one chosen, else the one that fits the aim best."""
        rows = self.pieces
        return next((row for row in rows if row.template.key == self.plan.card_key), rows[0] if rows else None)

    @property
    def shown_plan(self) -> MeasurePlan:
        """With the piece that is offered first, where none was chosen: who is left out depends on it."""
        row = self.piece
        return self.plan if row is None else replace(self.plan, card_key=row.template.key)

    @property
    def today(self) -> date:
        return self._context.clock.today()

    @property
    def sent_on(self) -> date:
        return max(self.today, self.plan.sent_on or self.today)

    @property
    def verdict_on(self) -> date:
        return self.sent_on + timedelta(days=self.plan.window_days)

    def lines(self) -> CostLines:
        return cost_lines(self.plan.cost, self.sent, self.plan.window_days)

    def seen_from(self, held: int | None = None) -> Detectable:
        """From which effect on these numbers can show it; of the plan, or with so many held back."""
        if self.found is None:
            return Detectable(None, None)
        kept = self.held if held is None else held
        return detectable(self.found.power, self.people - kept, kept)

    def take(self, view: MeasureView) -> None:
        """A draft that was kept."""
        today, day = self._context.clock.today(), view.plan.sent_on
        self._kept = view.plan
        # A day that has passed meanwhile cannot be kept: it is the day of the start again.
        self.plan = replace(view.plan, sent_on=None) if day is not None and day < today else view.plan
        self.measure_id = view.row.id
        self.seed = view.seed or self.seed
        self.count()

    def change(self, **values: Any) -> None:
        """Other values of the plan; nothing is told where they are the same."""
        plan = replace(self.plan, **values)
        if plan == self.plan:
            return
        before, asked = self.plan, self.shown_plan
        self.plan = plan
        self._follow_cost()
        if any(getattr(asked, name) != getattr(self.shown_plan, name) for name in _COUNTED_ANEW):
            self.count()
        if before.held_back != plan.held_back:
            self._draw()
        self._soon.start()
        self.changed.emit()

    def begin_with(self, audience: AudiencePlan | None) -> None:
        """Whom a new plan is for: as asked, else as its recipe says."""
        self.plan = replace(self.plan, audience=audience or recipe_audience(self.plan.kind))
        self.count()

    def count(self) -> None:
        """Gather the list anew."""
        plan, today, spoken, number = self.shown_plan, self._context.clock.today(), language(), self.measure_id
        self.is_counting = True
        self._counted_with = plan.card_key

        def op(session: Session, control: JobControl) -> Counted:
            return counted(session, plan, today, spoken, number, control)

        self._context.tasks.query(op, self._on_counted, owner=self, failed=self._on_uncounted, replaces="counted")

    def look_around(self) -> None:
        """What the shop has for a plan: groups, templates, prices."""
        kind, today, spoken = self.plan.kind, self._context.clock.today(), language()

        def op(session: Session, _control: JobControl) -> Around:
            return around(session, kind, today, spoken)

        self._context.tasks.query(op, self._on_around, owner=self, replaces="around")

    def save_soon(self) -> None:
        self._soon.start()

    def save_now(self, then: Callable[[], None] | None = None, failed: Callable[[Exception], None] | None = None) -> None:
        """At once what else would be kept a moment later; `then` once it is. `failed` in place of the message."""
        self._soon.stop()
        plan, number, now = self.plan, self.measure_id, self._context.clock.now()
        if plan == self._kept and number is not None:
            if then is not None:
                then()
            return
        if self._is_saving:
            # The answer to the save under way brings the id; another one before it would make a second draft.
            if then is not None or self._next is None:
                self._next = then, failed
            return
        self._is_saving = True

        def op(session: Session, _control: JobControl) -> MeasureOutcome:
            from app.services.measures import save_draft

            return save_draft(session, number, plan, now=now)

        def kept(outcome: MeasureOutcome) -> None:
            self._on_saved(outcome, plan, now)
            if then is not None:
                then()
            self._save_next()

        def unsaved(error: Exception) -> None:
            self._is_saving = False
            if isinstance(error, MeasureGone):
                # Its making was taken back, but it is still worked on: it becomes a new one.
                self.measure_id = None
                self.save_now(then, failed)
                return
            (failed or self._context.messages.error)(error)
            self._save_next()

        self._context.tasks.command(op, kept, owner=self, initiator=self, failed=unsaved)

    def _save_next(self) -> None:
        """What was to be kept while another save was under way."""
        waiting, self._next = self._next, None
        if waiting is not None:
            self.save_now(*waiting)

    def stop_saving(self) -> None:
        """It was started: a draft of it would come too late."""
        self._soon.stop()
        self._next = None

    def _on_counted(self, found: Counted) -> None:
        self.found, self.is_counting = found, False
        self._follow_cost()
        self._draw()
        self.counted.emit()
        self.changed.emit()

    def _draw(self) -> None:
        """As it will be drawn at the start, if nothing changes until then; of a long list it takes a moment."""
        if self.found is None:
            self.trial = None
            return
        audience, held, seed = self.found.audience, self.held, self.seed

        def op(_control: JobControl) -> TrialDraw:
            return trial_draw(audience, held, seed)

        self._context.tasks.run(op, self._on_drawn, owner=self, replaces="draw")

    def _on_drawn(self, trial: TrialDraw) -> None:
        self.trial = trial
        self.drawn.emit()

    def _on_uncounted(self, error: Exception) -> None:
        self.found, self.is_counting = None, False
        self._context.messages.error(error)
        self.counted.emit()
        self.changed.emit()

    def _on_around(self, found: Around) -> None:
        self.around = found
        self._follow_cost()
        if (self.found is not None or self.is_counting) and self.shown_plan.card_key != self._counted_with:
            # Until the templates were known, it was asked for another piece.
            self.count()
        self.surrounded.emit()
        self.changed.emit()

    def _follow_cost(self) -> None:
        """What was not typed by hand costs what it usually does."""
        if self.around is None:
            return
        now = usual_cost(self.plan, self.around, self.found, self.sent_on)
        before, self._usual = self._usual, now
        if before is None:
            before = MeasureCost() if self.is_new and self.plan.cost == MeasureCost() else now
        cost = followed(self.plan.cost, before, now)
        if cost != self.plan.cost:
            self.plan = replace(self.plan, cost=cost)

    def _on_saved(self, outcome: MeasureOutcome, plan: MeasurePlan, now: datetime) -> None:
        self._is_saving = False
        self.measure_id, self._kept = outcome.measure_id, plan
        self.saved.emit(now)
