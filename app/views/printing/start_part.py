"""Before a run: whom the cards are for, and the runs printed so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from app.context import Clock
from app.domain.groups import GroupSummary
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_profiles import POSTCARD, SMALL_CARDS, work_of
from app.domain.print_runs import GROUP_NAMES, YEN, PrintGroup, PrintRunRow, PrintView
from app.domain.prints import PrintKind
from app.views.labels import label_of
from app.views.moments import day_text, moment_text
from app.views.printing.kinds import PieceWords
from app.views.printing.log_words import all_runs_row, with_acts
from app.views.printing.printer_words import stock_name
from app.views.printing.words import people, yen
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, column, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

GROUP_ICONS: Mapping[PrintGroup, str] = {
    PrintGroup.REACH_OUT: "message-circle",
    PrintGroup.BIRTHDAYS: "cake",
    PrintGroup.NEWCOMERS: "user-plus",
}
GROUP_WHY: Mapping[PrintGroup, str] = {
    PrintGroup.REACH_OUT: QT_TRANSLATE_NOOP("PrintGroups", "Past their own usual gap, or not yet here a second time"),
    PrintGroup.BIRTHDAYS: QT_TRANSLATE_NOOP("PrintGroups", "To congratulate them in the month of their birthday"),
    PrintGroup.NEWCOMERS: QT_TRANSLATE_NOOP("PrintGroups", "To thank them within 60 days of the first visit"),
}

MANY = 10
"""From so many runs on, one is looked for rather than read for."""


class StartPart(ScrollColumn):
    """`group_chosen`: a PrintGroup; `own_group_chosen`: the id of one of the shop's own.
    `reprint_requested`: a run's id."""

    group_chosen = Signal(object)
    own_group_chosen = Signal(int)
    customers_requested = Signal()
    reprint_requested = Signal(object)
    returned_requested = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__(gap=12)
        self._clock = clock
        self._words = PieceWords(self)
        self._has_yen = False
        self._ready: list[RowContent] = []
        self._own: list[RowContent] = []
        self._build()
        self._connect()

    def show_view(self, view: PrintView) -> None:
        self._ready = [self._group(group, view.counts[group]) for group in PrintGroup]
        self.groups.set_rows([*self._ready, *self._own])
        self._has_yen = view.shop.currency == YEN
        rows = [self.row_of(run) for run in view.log]
        self.log.set_rows([*rows, all_runs_row()] if len(rows) >= MANY else rows)
        set_shown(self.log, bool(view.log))
        set_shown(self.nothing, not view.log)

    def row_of(self, run: PrintRunRow) -> RowContent:
        """As the log shows a run, with what can be done."""
        return with_acts(self._run(run, has_yen=self._has_yen), run)

    def show_own_groups(self, groups: Sequence[tuple[GroupSummary, str]]) -> None:
        """Each with the sentence that says who is in it."""
        self._own = [
            RowContent(
                group.id, group.name, detail=sentence, icon="users", icon_tone=Tone.PRIMARY, icon_circle=True, side=people(group.count),
                actions=(RowAction("prepare", self.tr("Prepare")),),
            )
            for group, sentence in groups
        ]  # fmt: skip
        self.groups.set_rows([*self._ready, *self._own])

    def _build(self) -> None:
        self.groups = RowList(self.tr("Who gets post"), row_height=62, grows=True)
        self.groups.set_open_on_click(True)
        choose = Card(self.tr("Choose who gets post"), action=self.tr("Choose from the customers"))
        hint = self.tr("Printing and noting it as sent are one step. Whoever should not get post is left out and named.")
        choose.add(WrapLabel(hint, TextStyle.BODY, Tone.TEXT2))
        choose.add_list(self.groups, 0)
        self._choose = choose
        self.log = RowList(self.tr("Printed so far"), row_height=56, grows=True)
        self.nothing = EmptyState(
            "printer", self.tr("Nothing was printed yet"), self.tr("Every run is listed here and can be printed again.")
        )
        printed = Card(self.tr("Printed so far"), action=self.tr("Record returned post"))
        self.printed = printed
        printed.add_list(boxed(column(self.log, self.nothing, gap=0)), 0)
        self.body.addWidget(choose)
        self.body.addWidget(printed)
        # What is short stays together at the top.
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.groups.activated_key.connect(self._on_group)
        self.groups.action_triggered.connect(self._on_prepare)
        self.log.action_triggered.connect(self._on_action)
        if self._choose.action is not None:
            self._choose.action.clicked.connect(self.customers_requested)
        if self.printed.action is not None:
            self.printed.action.clicked.connect(self.returned_requested)

    def _group(self, group: PrintGroup, count: int) -> RowContent:
        name, why = label_of(group, GROUP_NAMES, "PrintGroups"), label_of(group, GROUP_WHY, "PrintGroups")
        return RowContent(
            group, name, detail=why, icon=GROUP_ICONS[group], icon_tone=Tone.PRIMARY, icon_circle=True, side=people(count),
            actions=(RowAction("prepare", self.tr("Prepare")),),
        )  # fmt: skip

    def _run(self, run: PrintRunRow, *, has_yen: bool) -> RowContent:
        kind = work_of(run.kind, run.stock)
        actions = [RowAction("again", self.tr("Print again"))]
        if run.action_id is not None:
            actions.append(RowAction("retract", self.tr("Was not sent")))
        back = self.tr("{used} of {coded} came back").format(used=run.used, coded=run.coded) if run.used else ""
        lost = self.tr("%n returned by post", "", run.returned) if run.returned else ""
        parts = (self._moment(run), run.occasion, _paper(run), yen(run.cost) if has_yen and run.cost else "", back, lost)
        return RowContent(
            run.id,
            run.title or (self.tr("Thank-you card") if run.kind is PrintKind.THANK_YOU else self._words.tab(kind)),
            what=self._words.counted(kind, run.pieces),
            detail=" · ".join(part for part in parts if part),
            icon="mail",
            icon_tone=Tone.INFO,
            icon_circle=True,
            actions=tuple(actions),
        )

    def _moment(self, run: PrintRunRow) -> str:
        """Several runs of one day are told apart by the time."""
        is_of_day = run.at.astimezone(self._clock.zone()).date() == run.day
        return moment_text(run.at, self._clock) if is_of_day else day_text(run.day, today=self._clock.today())

    def _on_prepare(self, _action: str, group: object) -> None:
        self._on_group(group)

    def _on_group(self, group: object) -> None:
        if isinstance(group, PrintGroup):
            self.group_chosen.emit(group)
        else:
            self.own_group_chosen.emit(group)

    def _on_action(self, action: str, run_id: int) -> None:
        if action == "again":
            self.reprint_requested.emit(run_id)


def _paper(run: PrintRunRow) -> str:
    """Empty where the pieces are called after it."""
    return "" if run.stock in ("", POSTCARD, SMALL_CARDS) else stock_name(run.stock)
