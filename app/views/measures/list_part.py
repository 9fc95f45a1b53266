"""All measures of the shop, running ones first, over them the recipes a new one begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.context import AppContext
from app.domain.measure_results import Verdict
from app.domain.measures import BY_POST, MeasureKind, MeasureRow, MeasureState
from app.domain.money import JPY, Currency, currency_of
from app.jobs.job import JobControl
from app.views.measures.list_acts import ListActs
from app.views.measures.list_words import MeasureWords, channel_word, kind_word
from app.views.measures.recipes import RECIPES, RecipeCards
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import ScrollColumn, boxed, column, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Found = tuple[tuple[MeasureRow, ...], Mapping[int, Verdict], str]


class MeasureList(ScrollColumn):
    """`open_requested`: the id of a measure; `recipe_chosen`: the MeasureKind of a new one; `came_requested`: the id of an event.
    `counted`: how many there are."""

    open_requested = Signal(int)
    recipe_chosen = Signal(object)
    came_requested = Signal(int)
    counted = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__(gap=12)
        self._context = context
        self._rows: Sequence[MeasureRow] = ()
        self._verdicts: Mapping[int, Verdict] = {}
        self._currency: Currency = JPY
        self._wanted: int | None = None
        self._words = MeasureWords(self)
        self.acts = ListActs(context, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        today = self._context.clock.today()

        def op(session: Session, _control: JobControl) -> Found:
            from app.queries.measures import measures
            from app.queries.shop import shop_fields

            return measures(session, today), _verdicts(session, today), shop_fields(session).currency

        self._context.tasks.query(op, self._on_found, owner=self, replaces="measures")

    def stand_on(self, measure_id: int) -> None:
        """Put the keyboard on this one, now or when it has come."""
        self._wanted = measure_id
        self._stand()

    def focus_search(self) -> None:
        if self._rows:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.recipes.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.recipes = RecipeCards()
        self.recipes_card = Card(self.tr("Begin a new one"), action=self.tr("Without a recipe"))
        self.recipes_card.add(self.recipes)
        self.promise = boxed(column(
            Title(self.tr("Find out whether it was worth it"), TextStyle.DIALOG_TITLE),
            WrapLabel(
                self.tr(
                    "A campaign writes to many customers at once and leaves a few of them out, drawn by lot. After some weeks both are "
                    "compared: so you see who came because of it, and not only who came. Choose what it is for; whom to write to, "
                    "the card and the cost are prepared then."
                ),
                TextStyle.BODY,
                Tone.TEXT2,
            ),
            gap=6,
        ))  # fmt: skip
        self.list = RowList(self.tr("Campaigns"), row_height=60, grows=True)
        self.list.set_open_on_click(True)
        hints = [("Enter", self.tr("open")), ("C", self.tr("copy")), ("Del", self.tr("delete a draft"))]
        self.keys = KeyHints(hints)
        self.list_card = Card(self.tr("Campaigns so far"))
        self.list_card.add_list(self.list, 0)
        self.list_card.add(self.keys)
        for part in (self.promise, self.recipes_card, self.list_card):
            self.body.addWidget(part)
        self.body.addStretch(1)
        set_shown(self.list_card, False)
        set_shown(self.promise, False)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.recipes.chosen.connect(self.recipe_chosen)
        if self.recipes_card.action is not None:
            self.recipes_card.action.clicked.connect(lambda: self.recipe_chosen.emit(MeasureKind.OTHER))
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(self._on_action)

    def _on_found(self, found: Found) -> None:
        rows, self._verdicts, currency = found
        today = self._context.clock.today()
        self._currency = currency_of(currency)
        self._rows = sorted(rows, key=lambda row: _place(row, today))
        self.list.set_rows([self._row(row, today) for row in self._rows])
        set_shown(self.list_card, bool(rows))
        set_shown(self.promise, not rows)
        self.counted.emit(len(rows))
        self._stand()

    def _stand(self) -> None:
        if self._wanted is not None and self.list.select_key(self._wanted):
            self._wanted = None
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, row: MeasureRow, today: date) -> RowContent:
        chip = self._words.chip(row, today, self._verdicts.get(row.id))
        what = " · ".join(dict.fromkeys((kind_word(row.kind), channel_word(row.channel))))
        side = "" if chip else self._words.day_of(row, today)
        until = "" if chip else self._words.verdict_on(row, today)
        recipe = RECIPES.get(row.kind)
        detail = self._words.detail(row, today, self._currency)
        return RowContent(
            row.id, row.name or self.tr("(without a name)"), what=what, detail=detail,
            icon="megaphone" if recipe is None else recipe.icon, icon_tone=Tone.PRIMARY, icon_circle=True,
            chip=chip, side=side, side_detail=until, actions=self._actions(row, today),
            accessible=". ".join(part for part in (row.name, what, detail, side, until, chip[0] if chip else "") if part),
        )  # fmt: skip

    def _actions(self, row: MeasureRow, today: date) -> tuple[RowAction, ...]:
        acts = []
        is_started = row.state is MeasureState.STARTED
        if row.kind is MeasureKind.EVENT and row.state is not MeasureState.DRAFT:
            acts.append(RowAction("came", self.tr("Who came"), key="E"))
        if is_started and row.channel in BY_POST and not row.is_outside:
            acts.append(RowAction("print", self.tr("Print the pieces"), key="P", shown=False))
        acts.append(RowAction("copy", self.tr("Copy"), key="C"))
        if row.is_running(today):
            acts.append(RowAction("stop", self.tr("Stop")))
        if row.state is MeasureState.DRAFT:
            acts.append(RowAction("delete", self.tr("Delete the draft"), key="Del", shown=False))
        return tuple(acts)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int):
            self.open_requested.emit(key)

    def _on_action(self, action: str, key: object) -> None:
        row = next((row for row in self._rows if row.id == key), None)
        if row is None:
            return
        if action == "came":
            self.came_requested.emit(row.id)
        elif action == "print":
            self.acts.print_pieces(row.id)
        else:
            {"copy": self.acts.copy, "stop": self.acts.stop, "delete": self.acts.delete}[action](row)


def _place(row: MeasureRow, today: date) -> tuple[int, int]:
    """Running ones, then drafts, then what is over; of each the newest first."""
    day = row.sent_on or row.updated_on
    if row.is_running(today):
        return 0, -day.toordinal()
    return 1 if row.state is MeasureState.DRAFT else 2, -day.toordinal()


def _verdicts(session: Session, today: date) -> Mapping[int, Verdict]:
    from app.queries.measure_results import past_results

    return {one.measure_id: one.verdict for one in past_results(session, today)}
