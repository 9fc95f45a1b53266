"""What the answers ask for: the unhappy who were not answered yet, the happy who may bring somebody, and whether they came again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.context import AppContext
from app.domain.errors import in_a_row
from app.domain.findings import is_beyond_chance
from app.domain.follow_ups import FollowUpsOutcome
from app.domain.formats import format_range
from app.domain.rates import Rate
from app.domain.survey_results import COMES_BACK_WITHIN, CameBack, LowScorer, NpsGroup, SurveyResults, ToAnswer
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.labels_figures import percent_of_rate
from app.views.surveys.results_words import GROUP_NAMES, people, say, score_tone
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, Hairline, VerticalHairline, boxed, clear, column, row, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWN = 4
CARD_TEMPLATE = "referral_card"
_INDENT = 7
"""Words below a link begin where its words do."""


class ActCard(Card):
    """`people_requested(spec, wave, title)`, `names_requested(title, ids)`."""

    people_requested = Signal(object, object, str)
    names_requested = Signal(str, object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self._results: SurveyResults | None = None
        self._is_lying = False
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both_lines: list[tuple[QWidget, QWidget]] = [(Hairline(), VerticalHairline()) for _line in range(2)]
        self._lines = [flat for flat, _upright in self._both_lines]
        self._build()
        self._connect()

    def show_results(self, results: SurveyResults) -> None:
        self._results = results
        self._show_to_answer(results.to_answer)
        self._show_to_thank(results)
        self._show_coming_back(results)
        has_back, has_thank = results.coming_back is not None, results.to_thank is not None
        set_shown(self.back, has_back)
        set_shown(self.thank, has_thank)
        set_shown(self.answer, results.to_answer is not None)
        set_shown(self._lines[0], has_thank)
        set_shown(self._lines[1], has_back)

    def set_lying(self, *, is_lying: bool) -> None:
        """The three parts beside each other rather than below."""
        if is_lying is self._is_lying:
            return
        self._is_lying = is_lying
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if is_lying else QBoxLayout.Direction.TopToBottom)
        for place, (flat, upright) in enumerate(self._both_lines):
            self._lines[place] = upright if is_lying else flat
            flat.hide()
            upright.hide()
        if self._results is not None:
            self.show_results(self._results)

    def _build(self) -> None:
        self.answer, self.thank, self.back = (QWidget() for _part in range(3))
        self.about_low = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.low = column(gap=6)
        self.others = LinkButton("", small=True)
        self.plan = PrimaryButton("", "calendar-check")
        self.plan.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.plan.set_shortcut_hint("Ctrl+Return", live=False)
        others = row(self.others, STRETCH)
        heading = _heading(self.tr("Not answered yet"))
        self.answer.setLayout(column(heading, self.about_low, self.low, others, self.plan, STRETCH, gap=6))
        self.about_happy = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.cards = NormalButton("", "gift", small=True)
        self.thank.setLayout(
            column(_heading(self.tr("Those who would recommend you")), self.about_happy, row(self.cards, STRETCH), STRETCH, gap=6)
        )
        self.back_rows = column(gap=4)
        self.about_back = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.back.setLayout(column(_heading(self.tr("Did they come again?")), self.back_rows, self.about_back, STRETCH, gap=6))
        self._parts.setSpacing(theme_of().px(12))
        for part, lines in zip((self.answer, self.thank, self.back), [*self._both_lines, ()], strict=True):
            self._parts.addWidget(part, 1 if lines or part is self.back else 0)
            for line in lines:
                self._parts.addWidget(line)
        for _flat, upright in self._both_lines:
            upright.hide()
        self.add(self._parts)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.plan.clicked.connect(self._on_plan)
        self.cards.clicked.connect(self._on_cards)
        self.others.clicked.connect(self._on_others)

    def _show_to_answer(self, found: ToAnswer | None) -> None:
        clear(self.low)
        waiting = () if found is None else found.people
        self.about_low.setText("" if found is None else self._about_low(found))
        for person in waiting[:SHOWN]:
            line = self._low_row(person, 0 if found is None else found.limit)
            self.low.addWidget(line)
            line.show()
        more = len(waiting) - SHOWN
        self.others.setText(self.tr("%n more", "", more))
        set_shown(self.others, more > 0)
        self.plan.setText(self.tr("Plan for %n customer(s)", "", len(waiting)))
        set_shown(self.plan, bool(waiting))

    def _about_low(self, found: ToAnswer) -> str:
        if not found.all:
            return self.tr("Nobody answered with {limit} or less.").format(limit=found.limit)
        done = found.all - found.unnamed - found.out_of_reach - len(found.people)
        known = {"limit": found.limit, "all": people(found.all), "done": people(done)}
        if done:
            text = self.tr("Of {all} who answered with {limit} or less, {done} were answered or are planned.").format(**known)
        else:
            text = self.tr("{all} answered with {limit} or less.").format(**known)
        if found.unnamed:
            text = in_a_row(text, self.tr("%n of them without a name.", "", found.unnamed))
        if found.out_of_reach:
            text = in_a_row(text, self.tr("%n of them are not to be contacted.", "", found.out_of_reach))
        return text

    def _low_row(self, person: LowScorer, limit: int) -> QWidget:
        name = polite_name(person.name, is_company=person.is_company)
        link = LinkButton(name, small=True)
        link.setAccessibleName(self.tr("{name}, see the customer").format(name=name))
        link.clicked.connect(partial(self._on_person, person.customer_id))
        words = person.words.replace("\n", " ") or self.tr("(no words)")
        line = row(link, Chip(str(person.score), score_tone(person.score, limit)), STRETCH, gap=4)
        said = row(ElidedLabel(words, TextStyle.CAPTION, Tone.TEXT2), margins=(_INDENT, 0, 0, 0))
        return boxed(column(line, said, gap=0))

    def _show_to_thank(self, results: SurveyResults) -> None:
        found = results.to_thank
        if found is None:
            return
        known = {"all": people(found.all), "count": people(len(found.ids))}
        self.about_happy.setText(
            self.tr("Nobody answered with 9 or 10.")
            if not found.all
            else self.tr("Of {all}, {count} were never given a card for somebody they bring.").format(**known)
            if found.ids
            else self.tr("All {all} who are known were given a card for somebody they bring.").format(**known)
        )
        self.cards.setText(self.tr("Make cards for %n customer(s)", "", len(found.ids)))
        set_shown(self.cards, bool(found.ids))

    def _show_coming_back(self, results: SurveyResults) -> None:
        clear(self.back_rows)
        found = results.coming_back
        if found is None:
            return
        rates = dict(found.groups)
        for group in (NpsGroup.PROMOTERS, NpsGroup.DETRACTORS):
            if rates[group].denominator:
                line = self._back_row(group, rates[group])
                self.back_rows.addWidget(line)
                line.show()
        self.about_back.setText(self._about_back(rates, is_sure=found.is_sure))

    def _back_row(self, group: NpsGroup, rate: Rate) -> QWidget:
        known = {
            "group": say(GROUP_NAMES[group]),
            "percent": percent_of_rate(rate),
            "range": format_range(rate.low or 0.0, rate.high or 0.0),
        }
        text = self.tr("{group}: {percent}% ({range})").format(**known)
        link = LinkButton(text, small=True)
        link.setAccessibleName(self.tr("{line}, see the customers").format(line=text))
        link.clicked.connect(partial(self._on_came_back, group))
        return boxed(row(link, STRETCH))

    def _about_back(self, rates: dict[NpsGroup, Rate], *, is_sure: bool) -> str:
        happy, unhappy = rates[NpsGroup.PROMOTERS], rates[NpsGroup.DETRACTORS]
        if not happy.denominator and not unhappy.denominator:
            return self.tr("Known %n day(s) after the answers.", "", COMES_BACK_WITHIN)
        known = {"happy": people(happy.denominator), "unhappy": people(unhappy.denominator), "days": COMES_BACK_WITHIN}
        text = self.tr("Came within {days} days of the answer, of {happy} and {unhappy}.").format(**known)
        if is_sure:
            more = (happy.rate or 0.0) > (unhappy.rate or 0.0)
            text = in_a_row(text, self.tr("The content came more often.") if more else self.tr("The content came less often."))
        elif happy.denominator and unhappy.denominator:
            few = not is_beyond_chance(happy, unhappy)
            text = in_a_row(text, self.tr("The difference may be chance.") if few else self.tr("Under 30 people it is for reference."))
        return text

    def _on_person(self, customer_id: int) -> None:
        self._context.navigate.show_page("customers", customer_id=customer_id)

    def _on_others(self) -> None:
        found = None if self._results is None else self._results.to_answer
        if found is not None:
            self.names_requested.emit(self.tr("Not answered yet"), tuple(one.customer_id for one in found.people))

    def _on_came_back(self, group: NpsGroup) -> None:
        if self._results is not None:
            title = self.tr("Came again: {group}").format(group=say(GROUP_NAMES[group]))
            self.people_requested.emit(CameBack(group, came=True), self._results.chosen.wave, title)

    def _on_plan(self) -> None:
        results = self._results
        found = None if results is None else results.to_answer
        if results is None or found is None or not found.people:
            return
        notes = {one.customer_id: self._note(results.title, one) for one in found.people}
        kind, now, today = found.kind, self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> FollowUpsOutcome:
            from app.services.survey_acts import plan_for_answers

            return plan_for_answers(session, notes, kind=kind, now=now, today=today)

        self.plan.setEnabled(False)
        self._context.tasks.command(op, self._on_planned, owner=self, failed=self._on_failed)

    def _note(self, title: str, one: LowScorer) -> str:
        known = {"title": title, "score": one.score, "words": one.words.replace("\n", " ")}
        text = self.tr("{title}: answered with {score}. “{words}”") if one.words else self.tr("{title}: answered with {score}.")
        return text.format(**known)

    def _on_planned(self, outcome: FollowUpsOutcome) -> None:
        self.plan.setEnabled(True)
        text = self.tr("Planned a follow-up today for %n customer(s)", "", outcome.added)
        self._context.messages.toast(text, undo_action_id=outcome.action_id, is_bulk=True)

    def _on_failed(self, error: Exception) -> None:
        self.plan.setEnabled(True)
        self._context.messages.error(error)

    def _on_cards(self) -> None:
        found = None if self._results is None else self._results.to_thank
        if found is not None and found.ids:
            title = self.tr("Those who would recommend you")
            self._context.navigate.show_page("printing", customer_ids=list(found.ids), title=title, template=CARD_TEMPLATE)


def _heading(text: str) -> WrapLabel:
    return WrapLabel(text, TextStyle.CARD_TITLE, Tone.TEXT)
