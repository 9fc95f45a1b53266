"""One proposal, or what could be one: what, why now, the steps, and what the customer said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.domain.money import Currency
from app.domain.proposal_rows import Candidate, ProposalRow
from app.domain.proposals import CONTEXT, STEP_NAMES, Evidence, ProposalKind, ProposalOutcome, ProposalStep
from app.views.labels import label_of
from app.views.labels_customers import polite_name
from app.views.moments import day_text
from app.views.proposals.words import (
    ACCEPT,
    CHANGE,
    DECLINE,
    DELETE,
    DO_ACCEPT,
    DO_DECLINE,
    DO_PASS,
    DO_PRESENT,
    DO_REOPEN,
    DO_THINK,
    OUTCOME_TONES,
    PASS,
    PREPARE,
    PRESENT,
    PRINT,
    REOPEN,
    RESTS,
    THINK,
    kind_text,
    last_text,
    outcome_text,
    price_text,
    reason_text,
    say,
    state_text,
    target_text,
    why_now,
)
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, MenuButton, NormalButton, OkaeriButton, PrimaryButton
from app.views.widgets.card import Card, Inset
from app.views.widgets.chip import Chip
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import STRETCH, FlowLayout, boxed, row, set_shown

_MORE = (CHANGE, PASS, DELETE)


class ProposalDetail(Card):
    """`act_requested` carries one of the acts of the words, `step_chosen` a ProposalStep, `customer_requested` an id."""

    act_requested = Signal(str)
    step_chosen = Signal(object)
    customer_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._customer_id = 0
        self._build()
        self._connect()

    def show_candidate(self, one: Candidate, money: Currency, today: date) -> None:
        name = polite_name(one.customer_name, is_company=one.is_company)
        self._show_what(one.customer_id, name, one.product, one.kind)
        facts = [price_text(one.price, money), last_text(one.last, today)]
        self._show_words(one.evidence, today, "", facts)
        set_shown(self.steps, False)
        self._offer(PRESENT, (PREPARE, PASS), (PRINT,))

    def show_proposal(self, proposal: ProposalRow, money: Currency, today: date) -> None:
        name = polite_name(proposal.customer_name, is_company=proposal.is_company)
        self._show_what(proposal.customer_id, name, proposal.title, proposal.kind)
        is_open = proposal.outcome is ProposalOutcome.OPEN
        amount = proposal.amount if proposal.outcome is ProposalOutcome.ACCEPTED else proposal.price
        facts = [state_text(proposal, today), target_text(proposal), price_text(amount, money), proposal.staff, proposal.reason]
        if is_open:
            facts.append(last_text(proposal.last, today))
        elif proposal.rests_until is not None and proposal.rests_until > today:
            facts.append(say(RESTS, day=day_text(proposal.rests_until, today=today)))
        self._show_words(proposal.evidence, today, proposal.text, facts)
        set_shown(self.steps, is_open)
        self.steps.set_current(proposal.step)
        if not is_open:
            self.chip.set(outcome_text(proposal.outcome), OUTCOME_TONES[proposal.outcome])
            self._offer("", (REOPEN,), (PRINT, DELETE))
        elif proposal.step is ProposalStep.PRESENTED:
            self._offer(ACCEPT, (THINK, DECLINE), (CHANGE, PRINT, PASS, DELETE))
        else:
            self._offer(PRESENT, (ACCEPT, THINK, DECLINE), (CHANGE, PRINT, PASS, DELETE))

    def primary(self) -> PrimaryButton | None:
        """What Ctrl+Enter does."""
        return next((button for button in self._primaries if not button.isHidden()), None)

    def _build(self) -> None:
        self.title_words = Title("", TextStyle.DIALOG_TITLE)
        self.title_words.setWordWrap(True)
        self.who = LinkButton("", "user", small=True)
        self.chip = Chip("")
        steps = [(step, label_of(step, STEP_NAMES, CONTEXT)) for step in ProposalStep]
        self.steps = FilterChips(steps, ProposalStep.HEARING, self.tr("How far it is"))
        self.because = Inset(Tone.PRIMARY)
        self.now = WrapLabel("", TextStyle.BODY_BOLD, Tone.TEXT)
        self.reason = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.because.add(Title(self.tr("Why now"), TextStyle.CAPTION_BOLD))
        self.because.add(self.now)
        self.because.add(self.reason)
        self.words = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.facts = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        present, accept = PrimaryButton(say(DO_PRESENT), "check"), PrimaryButton(say(DO_ACCEPT), "check")
        for button in (present, accept):
            button.set_shortcut_hint("Ctrl+Return", live=False)
        self._primaries = (present, accept)
        self.buttons: dict[str, OkaeriButton] = {
            PREPARE: NormalButton(self.tr("Prepare it"), "pencil"),
            THINK: NormalButton(say(DO_THINK)),
            DECLINE: NormalButton(say(DO_DECLINE)),
            PASS: NormalButton(say(DO_PASS)),
            REOPEN: NormalButton(say(DO_REOPEN), "undo-2"),
            PRINT: NormalButton(self.tr("Print it on a page"), "printer"),
        }
        self._early = NormalButton(say(DO_ACCEPT))
        self.more = MenuButton("", "ellipsis", name=self.tr("More"))
        for act, text, icon in (
            (CHANGE, self.tr("Change"), "pencil"),
            (PASS, self.tr("Not this time, rest for 3 months"), "clock"),
            (DELETE, self.tr("Delete"), "trash-2"),
        ):
            self.more.add_action(text, partial(self._ask, act), icon=icon)
        acts = FlowLayout(gap=8)
        for part in (present, accept, self._early, *self.buttons.values(), self.more):
            acts.addWidget(part)
        self.add(row(self.who, STRETCH, self.chip, gap=8))
        self.add(self.title_words)
        for widget in (self.steps, self.because, self.words, self.facts, boxed(acts)):
            self.add(widget)

    def _connect(self) -> None:
        present, accept = self._primaries
        for act, button in ((PRESENT, present), (ACCEPT, accept), (ACCEPT, self._early), *self.buttons.items()):
            button.clicked.connect(partial(self._ask, act))
        self.who.clicked.connect(self._on_customer)
        self.steps.changed.connect(self._on_step)

    def _show_what(self, customer_id: int, name: str, title: str, kind: ProposalKind) -> None:
        self._customer_id = customer_id
        self.who.setText(name)
        self.title_words.setText(title)
        self.chip.set(kind_text(kind), Tone.INFO)

    def _show_words(self, evidence: Evidence | None, today: date, words: str, facts: Sequence[str]) -> None:
        now = "" if evidence is None else why_now(evidence, today)
        self.now.setText(now)
        set_shown(self.now, bool(now))
        self.reason.setText("" if evidence is None else reason_text(evidence))
        set_shown(self.because, evidence is not None)
        self.words.setText(words)
        set_shown(self.words, bool(words))
        said = "\n".join(fact for fact in facts if fact)
        self.facts.setText(said)
        set_shown(self.facts, bool(said))

    def _offer(self, primary: str, others: Sequence[str], more: Sequence[str]) -> None:
        present, accept = self._primaries
        set_shown(present, primary == PRESENT)
        set_shown(accept, primary == ACCEPT)
        set_shown(self._early, ACCEPT in others)
        for act, button in self.buttons.items():
            set_shown(button, act in others or (act == PRINT and act in more))
        for act, action in zip(_MORE, self.more.menu().actions(), strict=True):
            action.setVisible(act in more)
        set_shown(self.more, any(act in more for act in _MORE))

    def _ask(self, act: str) -> None:
        self.act_requested.emit(act)

    def _on_step(self, step: object) -> None:
        if isinstance(step, ProposalStep):
            self.step_chosen.emit(step)

    def _on_customer(self) -> None:
        self.customer_requested.emit(self._customer_id)
