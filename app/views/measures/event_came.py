"""Who came to an event: those invited ticked off by typing, guests added, and what is done for them afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care import RuleFields, RuleKind
from app.domain.care_words import CareSpeaker, rule_words
from app.domain.customer_rows import CustomerListRow
from app.domain.entities import Entity
from app.domain.measures import Arm, MeasureView
from app.domain.print_runs import Greeting
from app.jobs.job import JobControl
from app.views.labels_customers import customer_row
from app.views.measures.event_acts import AFTER_EVENT, EventActs
from app.views.measures.step_words import StepWords
from app.views.moments import day_text, language
from app.views.purchases.customer_search import CustomerSearch
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, MenuButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowContent, RowList
from app.views.widgets.segmented import Segmented

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ALL, CAME, NOT_YET = "all", "came", "not_yet"


@dataclass(frozen=True, slots=True)
class EventPeople:
    """`rows`: those invited and whoever else came, by their reading; `arms` who is what; `came` on which day; `surveys` in use;
    `rule`: what those who came get by themselves."""

    view: MeasureView
    rows: tuple[CustomerListRow, ...]
    arms: Mapping[int, Arm]
    came: Mapping[int, date]
    surveys: tuple[tuple[int, str], ...]
    rule: RuleFields = AFTER_EVENT


class EventView(QWidget):
    """`people_requested`: a title and ids."""

    back_requested = Signal()
    people_requested = Signal(str, object)
    shows = frozenset({Entity.MEASURE, Entity.CUSTOMER, Entity.SURVEY, Entity.RULE})

    def __init__(self, context: AppContext, measure_id: int) -> None:
        super().__init__()
        self._context = context
        self.measure_id = measure_id
        self._found: EventPeople | None = None
        self._words = StepWords(self)
        self.acts = EventActs(context, measure_id, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        measure_id, today = self.measure_id, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> EventPeople:
            return _event_people(session, measure_id, today)

        self._context.tasks.query(op, self._on_found, owner=self, failed=self._on_gone, replaces="event")

    def trigger_primary(self) -> None:
        if self.thank.isEnabled():
            self.thank.click()

    def focus_search(self) -> None:
        self.search.begin()

    def _build(self) -> None:
        self.header = PageHeader("", is_title_long=True)
        self.back = self.header.add_back(self.tr("Back to all campaigns"))
        self.more = MenuButton(self.tr("Afterwards"), "chevron-down", name=self.tr("More for those who came"))
        self.thank = PrimaryButton("", "printer")
        self.thank.set_shortcut_hint("Ctrl+Return", live=False)
        self.header.add(self.more)
        self.header.set_primary(self.thank)
        words = self.tr("Type a name and press Enter: whoever is invited is ticked off, anybody else comes in as a guest.")
        self.about = WrapLabel(words, TextStyle.BODY, Tone.TEXT2)
        self.search = CustomerSearch(self._context, offers_newcomer=False, is_compact=True)
        self.choice = Segmented(
            [(ALL, self.tr("All")), (CAME, self.tr("Came")), (NOT_YET, self.tr("Not yet"))], ALL, self.tr("Which people are shown")
        )
        self.list = RowList(self.tr("Invited people and guests"), row_height=52)
        self.nobody = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.keys = KeyHints([("Space", self.tr("came")), ("Enter", self.tr("open the customer"))])
        self.rule_words = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.rule_switch = LinkButton("", small=True)
        by_itself = row(gap=8)
        by_itself.addWidget(self.rule_words, 1)
        by_itself.addWidget(self.rule_switch)
        card = Card(self.tr("Who came"))
        card.title_row.addWidget(self.choice)
        card.add(self.about)
        card.add(self.search)
        card.add(self.nobody)
        card.add_list(self.list)
        card.add(self.keys)
        card.add(by_itself)
        layout = column(self.header, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(card, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.search.chosen.connect(self._on_chosen)
        self.choice.changed.connect(self._show)
        self.list.check_clicked.connect(self._on_tick)
        self.list.activated_key.connect(self._on_opened)
        self.thank.clicked.connect(self._on_thank)
        self.rule_switch.clicked.connect(self._on_rule)

    def _on_found(self, found: EventPeople) -> None:
        self._found = found
        self.header.set_title(found.view.row.name)
        self.acts.show_event(found.view, tuple(found.came))
        self._fill_menu(found)
        self._show_rule(found.rule)
        self._show()

    def _on_gone(self, error: Exception) -> None:
        self._context.messages.error(error)
        self.back_requested.emit()

    def _fill_menu(self, found: EventPeople) -> None:
        self.more.menu().clear()
        self.more.add_action(self.tr("See the names of those who came"), self._on_names)
        self.more.add_action(self.tr("Plan a call to each of them tomorrow"), self.acts.plan_calls)
        for survey_id, title in found.surveys:
            words = self.tr("Print the survey “{title}” for them").format(title=title)
            self.more.add_action(words, partial(self._on_survey, survey_id))

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        wanted = self.choice.current()
        rows = [one for one in found.rows if wanted == ALL or (one.id in found.came) is (wanted == CAME)]
        self.list.set_rows([self._row(one, found) for one in rows])
        self.nobody.setText("" if rows else self.tr("Nobody is in this list yet."))
        set_shown(self.nobody, not rows)
        invited = [number for number, arm in found.arms.items() if arm is Arm.SENT]
        came = sum(number in found.came for number in invited)
        self.header.set_fact(self._fact(found, came, len(invited)))
        self.thank.setText(self.tr("Print thank-you cards for %n", "", len(found.came)))
        for button in (self.thank, self.more):
            button.setEnabled(bool(found.came))

    def _show_rule(self, rule: RuleFields) -> None:
        said = rule_words(rule, CareSpeaker(QCoreApplication.translate, language(), self._context.clock.today())).text
        words = self.tr("By itself, for everybody who came: {rule}") if rule.is_on else self.tr("This can be done by itself: {rule}")
        self.rule_words.setText(words.format(rule=said))
        self.rule_switch.setText(self.tr("Switch it off") if rule.is_on else self.tr("Switch it on"))

    def _fact(self, found: EventPeople, came: int, invited: int) -> str:
        plan = found.view.plan
        parts = [day_text(plan.event_on, today=self._context.clock.today())] if plan.event_on is not None else []
        parts += [plan.place] if plan.place else []
        parts.append(self.tr("{came} of {invited} invited came").format(came=came, invited=invited))
        others = len(found.came) - came
        return " · ".join([*parts, self.tr("%n guest(s)", "", others)] if others else parts)

    def _row(self, one: CustomerListRow, found: EventPeople) -> RowContent:
        shown = customer_row(one, self._context.clock.today())
        arm = found.arms.get(one.id, Arm.GUEST)
        chip = {Arm.GUEST: (self.tr("Guest"), Tone.INFO), Arm.HELD: (self.tr("Was not invited"), Tone.NEUTRAL)}.get(arm)
        return RowContent(
            one.id, shown.title, what=shown.what, detail=shown.detail, checked=one.id in found.came, square=True, chip=chip
        )  # fmt: skip

    def _on_chosen(self, customer_id: int, _code: str) -> None:
        self.search.begin()
        self.acts.let_in(customer_id)

    def _on_tick(self, key: object) -> None:
        if isinstance(key, int) and self._found is not None:
            self.acts.mark(key, has_come=key not in self._found.came)

    def _on_opened(self, key: object) -> None:
        self._context.navigate.show_page("customers", customer_id=key)

    def _on_rule(self) -> None:
        if self._found is not None:
            self.acts.switch_rule(is_on=not self._found.rule.is_on)

    def _came(self) -> Sequence[int]:
        return [] if self._found is None else [one.id for one in self._found.rows if one.id in self._found.came]

    def _on_names(self) -> None:
        if self._found is not None:
            self.people_requested.emit(self.acts.title_of_came(), list(self._came()))

    def _on_thank(self) -> None:
        title = self.acts.title_of_came()
        self._context.navigate.show_page("printing", customer_ids=list(self._came()), title=title, greeting=Greeting.THANKS)

    def _on_survey(self, survey_id: int) -> None:
        title = self.acts.title_of_came()
        self._context.navigate.show_page("surveys", survey_id=survey_id, view="print", customer_ids=list(self._came()), title=title)


def _event_people(session: Session, measure_id: int, today: date) -> EventPeople:
    from app.domain.surveys import SurveyState
    from app.queries.care import rules
    from app.queries.customers import in_kana_order, list_rows
    from app.queries.measures import came_to, measure_view, people_of
    from app.queries.surveys import surveys

    came = came_to(session, measure_id)
    arms = {number: arm for arm in Arm for number in people_of(session, measure_id, arm)}
    # Whoever was held back stands there only when he came all the same.
    shown = [number for number, arm in arms.items() if arm is not Arm.HELD or number in came]
    rows = tuple(list_rows(session, in_kana_order(session, shown), today))
    in_use = tuple((one.id, one.title) for one in surveys(session) if one.state is SurveyState.IN_USE)
    rule = next((one.fields for one in rules(session) if one.fields.kind is RuleKind.AFTER_EVENT), AFTER_EVENT)
    return EventPeople(measure_view(session, measure_id), rows, arms, came, in_use, rule)
