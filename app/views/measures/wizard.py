"""A campaign in five steps: whom, who is held back, what, what it costs, go. Beside them the plan as it stands; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.context import AppContext
from app.domain.dates import format_time
from app.domain.entities import Entity
from app.domain.measures import BY_POST, AudiencePlan, MeasureChannel, MeasurePlan, MeasureView
from app.domain.numbers import format_number
from app.domain.offers import OfferKind
from app.jobs.job import JobControl
from app.views.measures.list_words import channel_word, money
from app.views.measures.live_summary import LiveSummary
from app.views.measures.step_cost import StepCost
from app.views.measures.step_go import StepGo
from app.views.measures.step_held import StepHeld
from app.views.measures.step_what import StepWhat
from app.views.measures.step_whom import StepWhom
from app.views.measures.step_words import StepWords
from app.views.measures.wizard_desk import Desk
from app.views.measures.wizard_start import Starting
from app.views.moments import day_text
from app.views.theme import Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import Caption
from app.views.widgets.layouts import STRETCH, ScrollColumn, boxed, column, hairline, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.side_columns import SideColumns
from app.views.widgets.steps import VerticalSteps
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WHOM, HELD, WHAT, COST, GO = range(5)
LEFT_WIDTH, RIGHT_WIDTH = 218, 268


class Wizard(QWidget):
    """`back_requested`: it is left, kept as a draft. `started`: the id of the measure that runs now. `people_requested`: a title, ids."""

    back_requested = Signal()
    started = Signal(int)
    people_requested = Signal(str, object)
    shows = frozenset({Entity.CUSTOMER, Entity.PURCHASE, Entity.MEASURE, Entity.GROUP, Entity.TEMPLATE, Entity.SHOP, Entity.PRINT_RUN})

    def __init__(self, context: AppContext, plan: MeasurePlan, *, measure_id: int | None = None) -> None:
        """`measure_id`: a draft that was kept; else a new one begins with the plan."""
        super().__init__()
        self._context = context
        self._opened = measure_id
        self.desk = Desk(context, plan, self)
        self._words = StepWords(self)
        self._starting = Starting(context, self.desk, self)
        self._has_begun = self._is_touched = False
        self._furthest = WHOM
        self._build()
        self._connect()
        self.show_step(WHOM)

    @property
    def measure_id(self) -> int | None:
        return self.desk.measure_id if self.desk.measure_id is not None else self._opened

    @property
    def step(self) -> int:
        return int(self.steps.current())

    def begin(self, audience: AudiencePlan | None = None) -> None:
        """A new plan: whom its recipe is for is known, so that it goes on from there; for others with what they are asked."""
        self._has_begun = True
        self.desk.look_around()
        self.desk.begin_with(audience)
        self.show_step(HELD if audience is not None or self.desk.plan.name else WHOM)

    def refresh(self) -> None:
        """A draft is read once; what the shop has may have changed since."""
        if self._opened is not None and not self._has_begun:
            self._has_begun = True
            self._read(self._opened)
            self.desk.look_around()
        elif self._has_begun and not self._starting.is_running:
            self.desk.look_around()
            self.desk.count()

    def trigger_primary(self) -> None:
        if self.next.isEnabled():
            self.next.click()

    def focus_search(self) -> None:
        self._focus_step()

    def go_back(self) -> bool:
        """To the step before; from the first one the wizard is left."""
        if self.step == WHOM:
            return False
        self.show_step(self.step - 1)
        return True

    def may_leave(self, _go: Callable[[], None]) -> bool:
        # What was chosen is kept before anything else happens.
        if self._has_begun and not self._starting.is_running and not (self.desk.is_new and not self._is_touched):
            self.desk.save_now()
        return True

    def show_step(self, step: int) -> None:
        self._furthest = max(self._furthest, step)
        self.steps.set_current(step, reached=self._furthest)
        self.places.setCurrentIndex(step)
        self._is_touched = self._has_begun and (self._is_touched or step > HELD)
        self._show_plan()
        self._focus_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sentences(self) -> list[str]:
        """What happens at the start, one line for each thing."""
        desk, plan, today = self.desk, self.desk.plan, self._context.clock.today()
        split = self.tr("{sent} get it, {held} are held back")
        lines = [split.format(sent=format_number(desk.sent), held=format_number(desk.held))]
        lines.append(f"{channel_word(plan.channel)} {self._piece()}".strip())
        if plan.offer.kind is not OfferKind.NONE and plan.offer.words:
            lines.append(plan.offer.words)
        currency = desk.around.currency if desk.around is not None else None
        if currency is not None:
            lines.append(self.tr("Cost {amount}").format(amount=money(desk.lines().total, currency)))
        words = self.tr("Visits count from {first} to {last}; the verdict is known on {day}")
        last, day = day_text(desk.verdict_on - timedelta(days=1), today=today), day_text(desk.verdict_on, today=today)
        lines.append(words.format(first=day_text(desk.sent_on, today=today), last=last, day=day))
        return lines

    def _build(self) -> None:
        self.header = PageHeader("", is_title_long=True)
        self.back = self.header.add_back(self.tr("Back to all campaigns"))
        self.header.add_beside_title(Chip(self.tr("Draft"), Tone.ACCENT))
        self.later = NormalButton(self.tr("Go on later"))
        self.header.add(self.later)
        names = [self.tr("Whom"), self.tr("Who is held back"), self.tr("What is sent")]
        self.names = names = [*names, self.tr("Cost and offer"), self.tr("Print and start")]
        self.steps = VerticalSteps(names)
        self.kept = Caption("", Tone.TEXT2)
        self._kept_box = boxed(row(IconLabel("check", size=14, tone=Tone.PRIMARY), self.kept, STRETCH, gap=6))
        left = Card()
        scroll = ScrollColumn()
        scroll.body.addWidget(self.steps)
        scroll.body.addStretch(1)
        left.add(scroll, 1)
        left.add(hairline())
        left.add(self._kept_box)
        self.whom, self.held = StepWhom(self.desk), StepHeld(self.desk)
        self.what, self.cost = StepWhat(self._context, self.desk), StepCost(self.desk)
        self.go = StepGo(self._context, self.desk, self.sentences)
        self.places = QStackedWidget()
        for part in self._parts():
            self.places.addWidget(part)
        middle = Card()
        middle.add(self.places, 1)
        self.summary = LiveSummary(self.desk)
        self.tabs = Tabs([("steps", self.tr("Steps")), ("plan", self.tr("The plan now"))], self.tr("Steps, or the plan"))
        self.columns = SideColumns(("steps", left), middle, ("plan", self.summary), self.tabs)
        self.previous = NormalButton("", "chevron-left")
        self.next = PrimaryButton("")
        self.next.set_shortcut_hint("Ctrl+Return", live=False)
        self.key = Caption(self.tr("Ctrl+Enter goes on"), Tone.TEXT2)
        foot = row(self.previous, STRETCH, self.key, self.next, gap=10)
        layout = column(self.header, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self.columns, 1)
        layout.addLayout(foot)
        self.setLayout(layout)
        set_shown(self._kept_box, False)
        self._fit()

    def _parts(self) -> tuple[StepWhom, StepHeld, StepWhat, StepCost, StepGo]:
        return self.whom, self.held, self.what, self.cost, self.go

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.later.clicked.connect(self.back_requested)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.steps.step_clicked.connect(self.show_step)
        self.desk.changed.connect(self._show_plan)
        self.desk.saved.connect(self._on_saved)
        self.whom.names_requested.connect(self.people_requested)
        self.go.checked.connect(self._show_plan)
        self._starting.started.connect(self.started)
        self._starting.ended.connect(self._show_plan)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px, is_folded = theme_of(self).px, self.columns.is_narrow()
        left = px(RIGHT_WIDTH if is_folded else LEFT_WIDTH)
        self.columns.fold(is_folded=is_folded, left=left, right=px(RIGHT_WIDTH))

    def _focus_step(self) -> None:
        if self.isVisible():
            self._parts()[self.step].focus_first()

    def _read(self, measure_id: int) -> None:
        def op(session: Session, _control: JobControl) -> MeasureView:
            from app.queries.measures import measure_view

            return measure_view(session, measure_id)

        self._context.tasks.query(op, self._on_read, owner=self, failed=self._on_gone)

    def _on_read(self, view: MeasureView) -> None:
        self._is_touched = True
        self.desk.take(view)
        self.show_step(HELD)

    def _on_gone(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.back_requested.emit()

    def _show_plan(self) -> None:
        desk, step = self.desk, self.step
        plan = desk.plan
        self.header.set_title(plan.name or self.tr("New campaign"))
        self._show_steps()
        set_shown(self.previous, step != WHOM)
        if step != WHOM:
            self.previous.setText(self.tr("Back: {step}").format(step=self.names[step - 1]))
        self.next.setText(self._next_words())
        self.next.set_icon("printer" if step == GO and plan.channel in BY_POST else "")
        set_shown(self.key, step != GO)
        can_go_on = desk.people > 0 or desk.is_counting or desk.found is None
        can_start = desk.sent > 0 and self.go.is_right and not desk.is_counting and not self._starting.is_running
        self.next.setEnabled(can_start if step == GO else can_go_on)
        if step == GO:
            self.go.show_plan()

    def _show_steps(self) -> None:
        desk, plan = self.desk, self.desk.plan
        groups = {} if desk.around is None else {group.id: group.name for group in desk.around.groups}
        people = f" {self._words.people(desk.people)}" if desk.found is not None else ""
        self.steps.set_detail(WHOM, self._words.audience(plan.audience, groups) + people)
        split = self.tr("Send {sent}, hold back {held}").format(sent=format_number(desk.sent), held=format_number(desk.held))
        self.steps.set_detail(HELD, split if desk.found is not None and self.step != HELD else self.tr("deciding now"))
        self.steps.set_detail(WHAT, f"{channel_word(plan.channel)} {self._piece()}".strip())
        offer = plan.offer.words if plan.offer.kind is not OfferKind.NONE else self.tr("No offer")
        self.steps.set_detail(COST, offer)
        self.steps.set_detail(GO, self.tr("Check name and day"))

    def _piece(self) -> str:
        """The template by its name, in brackets; of points how many."""
        if self.desk.plan.channel is MeasureChannel.POINTS:
            return format_number(self.desk.plan.points) if self.desk.plan.points else ""
        found = self.what.chosen_row() if self.desk.plan.channel in BY_POST else None
        return "" if found is None else self.tr("({template})").format(template=found.template.name)

    def _next_words(self) -> str:
        if self.step != GO:
            return self.tr("Next: {step}").format(step=self.names[self.step + 1])
        channel = self.desk.plan.channel
        if channel in BY_POST:
            return self.tr("Start and print %n piece(s)", "", self.desk.sent)
        if channel in (MeasureChannel.CALLS, MeasureChannel.EMAIL):
            return self.tr("Start and plan %n follow-up(s)", "", self.desk.sent)
        if channel is MeasureChannel.POINTS:
            return self.tr("Start and give points to %n", "", self.desk.sent)
        return self.tr("Start with %n people", "", self.desk.sent)

    def _on_previous(self) -> None:
        self.show_step(max(WHOM, self.step - 1))

    def _on_next(self) -> None:
        if self.step == HELD and self.held.has_problem():
            return
        if self.step >= WHAT and self.what.has_problem():
            self.show_step(WHAT)
            self.what.has_problem()
            return
        if self.step < GO:
            self.show_step(self.step + 1)
            self.desk.save_soon()
            return
        self._take_template()
        self._starting.start()
        self._show_plan()

    def _take_template(self) -> None:
        """What was offered first and left as it is, is what is printed."""
        found = self.what.chosen_row()
        if self.desk.plan.channel in BY_POST and found is not None:
            self.desk.change(card_key=found.template.key)

    def _on_saved(self, moment: datetime) -> None:
        self._is_touched = True
        local = moment.astimezone(self._context.clock.zone()).time()
        self.kept.setText(self.tr("Draft kept {time}").format(time=format_time(local)))
        set_shown(self._kept_box, True)
