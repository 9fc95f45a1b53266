"""Step 1: whom it is for. One list of the shop, who of it is left out and why; every count opens the names."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from app.domain.measure_audience import LEFT_OUT_WORDS, AudienceFigure, LeftOutReason, bought_group
from app.domain.measures import Audience, AudiencePlan
from app.domain.numbers import format_number
from app.views.labels import label_of
from app.views.measures.step_words import StepWords, figure_word
from app.views.measures.wizard_desk import Desk
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import ScrollColumn, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

_READY = tuple(figure for figure in AudienceFigure if figure is not AudienceFigure.BOUGHT_GROUP)
_DRAWN, _CHOSEN = "drawn", "chosen"
Key = tuple[str, object]


class StepWhom(ScrollColumn):
    """`names_requested`: a title and the customers behind it."""

    names_requested = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8, margins=(0, 0, 10, 0))
        self._desk = desk
        self._words = StepWords(self)
        # A list chosen one by one stays to be chosen again after another was looked at.
        self._by_hand: AudiencePlan | None = None
        self._build()
        self._connect()

    def focus_first(self) -> None:
        self.lists.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plan(self) -> None:
        plan = self._desk.plan.audience
        if plan.source is Audience.CHOSEN:
            self._by_hand = plan
        self.lists.set_rows(self._lists())
        self.lists.select_key(_key_of(plan))
        view = self._desk.audience
        for part in (self.outcome, self.counts):
            set_shown(part, view is not None)
        if view is not None:
            self.counts.set_rows(self._counts())

    def _build(self) -> None:
        self.title = Title(self.tr("Whom is it for?"), TextStyle.DIALOG_TITLE)
        self.why = WrapLabel(
            self.tr("Choose a list. Whoever may not be written to, cannot be reached or is in another campaign is left out by itself."),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        self.lists = RowList(self.tr("Lists to choose from"), row_height=40, grows=True)
        self.lists.set_open_on_click(True)
        self.bought = ComboField()
        self.bought.setAccessibleName(self.tr("Those who bought something of a product group"))
        self.outcome = Title(self.tr("Who is drawn, and who is left out"))
        self.counts = RowList(self.tr("Who is drawn, and who is left out"), row_height=40, grows=True)
        self.counts.set_open_on_click(True)
        for part in (self.title, self.why, self.lists, self.bought, self.outcome, self.counts):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._desk.changed.connect(self.show_plan)
        self._desk.surrounded.connect(self._show_bought)
        self.lists.activated_key.connect(self._on_list)
        self.lists.check_clicked.connect(self._on_list)
        self.counts.activated_key.connect(self._on_count)
        self.counts.action_triggered.connect(lambda _action, key: self._on_count(key))
        self.bought.changed.connect(self._on_bought)

    def _groups(self) -> Mapping[int, str]:
        around = self._desk.around
        return {} if around is None else {group.id: group.name for group in around.groups}

    def _lists(self) -> list[RowContent]:
        chosen = _key_of(self._desk.plan.audience)
        rows = []
        if self._by_hand is not None:
            count = self._words.people(len(self._by_hand.customer_ids))
            words = self._by_hand.words or self.tr("Exactly these people")
            rows.append(self._list_row((_CHOSEN, 0), words, count, chosen))
        rows += [self._list_row((Audience.FIGURE.value, figure.value), figure_word(figure.value), "", chosen) for figure in _READY]
        if chosen[0] == Audience.FIGURE.value and chosen not in [row.key for row in rows]:
            name = figure_word(str(chosen[1]))
            rows.append(self._list_row(chosen, self.tr("Bought something of {group}").format(group=name), "", chosen))
        around = self._desk.around
        for group in () if around is None else around.groups:
            key = (Audience.GROUP.value, group.id)
            rows.append(self._list_row(key, group.name, self._words.people(group.count), chosen, what=self.tr("Group")))
        return rows

    def _list_row(self, key: Key, title: str, side: str, chosen: Key, *, what: str = "") -> RowContent:
        view = self._desk.audience
        is_chosen = key == chosen
        if is_chosen and view is not None:
            side = self._words.people(view.chosen)
        elif is_chosen:
            side = "…"
        return RowContent(key, title, what=what, checked=is_chosen, side=side)

    def _counts(self) -> list[RowContent]:
        view = self._desk.audience
        if view is None:
            return []
        act = (RowAction("names", self.tr("See the names")),)
        rows = [RowContent(_DRAWN, self.tr("Can be drawn"), side=self._words.people(view.count), icon="users", icon_tone=Tone.PRIMARY,
                           actions=act if view.count else ())]  # fmt: skip
        for reason, ids in sorted(view.left_out.items(), key=lambda item: -len(item[1])):
            if ids:
                words = self.tr("Left out: {reason}").format(reason=label_of(reason, LEFT_OUT_WORDS, "Measures"))
                rows.append(RowContent(reason, words, side=format_number(len(ids)), icon="minus", actions=act))
        return rows

    def _show_bought(self) -> None:
        around = self._desk.around
        names = () if around is None else around.product_groups
        head = ("", self.tr("Or those who bought something of a product group …"))
        self.bought.set_options([head, *((name, name) for name in names)], "")
        set_shown(self.bought, bool(names))
        self.show_plan()

    def _on_list(self, key: object) -> None:
        if not isinstance(key, tuple) or len(key) != 2:
            return
        source, which = key
        if source == _CHOSEN and self._by_hand is not None:
            self._desk.change(audience=self._by_hand, held_back=None)
        elif source == Audience.GROUP.value and isinstance(which, int):
            plan = AudiencePlan(Audience.GROUP, group_id=which, words=self._groups().get(which, ""))
            self._desk.change(audience=plan, held_back=None)
        elif source == Audience.FIGURE.value:
            self._desk.change(audience=AudiencePlan(Audience.FIGURE, figure=str(which)), held_back=None)

    def _on_bought(self, name: object) -> None:
        if name:
            self._desk.change(audience=AudiencePlan(Audience.FIGURE, figure=bought_group(str(name))), held_back=None)
        self.bought.set_current("")

    def _on_count(self, key: object) -> None:
        view = self._desk.audience
        if view is None:
            return
        title = self._words.audience(self._desk.plan.audience, self._groups())
        if key == _DRAWN:
            self.names_requested.emit(title, [person.customer_id for person in view.people])
        elif isinstance(key, LeftOutReason):
            words = label_of(key, LEFT_OUT_WORDS, "Measures")
            self.names_requested.emit(self.tr("{list}: {reason}").format(list=title, reason=words), list(view.left_out[key]))


def _key_of(plan: AudiencePlan) -> Key:
    if plan.source is Audience.CHOSEN:
        return _CHOSEN, 0
    if plan.source is Audience.GROUP:
        return Audience.GROUP.value, plan.group_id
    return Audience.FIGURE.value, plan.figure
