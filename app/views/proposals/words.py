"""Proposals and what could be proposed, in the words of the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import Currency, format_money
from app.domain.proposal_rows import Candidate, ProposalRow, WinsBy, WinsOf
from app.domain.proposal_words import reason_of, short_reason, target_of, words_for_customer
from app.domain.proposals import CONTEXT, KIND_NAMES, OUTCOME_NAMES, Evidence, ProposalFields, ProposalKind, ProposalOutcome, ProposalStep
from app.domain.segments import SEGMENT_NAMES, Segment
from app.views.labels import label_of, translated
from app.views.labels_customers import polite_name
from app.views.moments import day_text, language, short_day
from app.views.theme import Tone
from app.views.widgets.row_list import RowAction, RowContent

PRESENT, PASS, ACCEPT, THINK, DECLINE = "present", "pass", "accept", "think", "decline"
PREPARE, CHANGE, DELETE, REOPEN, PRINT = "prepare", "change", "delete", "reopen", "print"

OUTCOME_TONES = {
    ProposalOutcome.OPEN: Tone.INFO,
    ProposalOutcome.ACCEPTED: Tone.OK,
    ProposalOutcome.DECLINED: Tone.NEUTRAL,
    ProposalOutcome.PASSED: Tone.NEUTRAL,
}
BOUGHT = QT_TRANSLATE_NOOP("Proposals", "Chose {product} on {day}.")
LAST = QT_TRANSLATE_NOOP("Proposals", "Last time: {outcome} ({day})")
PRESENTED = QT_TRANSLATE_NOOP("Proposals", "Presented on {day}")
PRINTED = QT_TRANSLATE_NOOP("Proposals", "Printed on {day}")
DUE = QT_TRANSLATE_NOOP("Proposals", "On {day}")
ASK_AGAIN = QT_TRANSLATE_NOOP("Proposals", "Asks again on {day}")
DECIDED = QT_TRANSLATE_NOOP("Proposals", "{outcome} on {day}")
RESTS = QT_TRANSLATE_NOOP("Proposals", "Rests until {day}")
KEEN = QT_TRANSLATE_NOOP("Proposals", "Healthy")
TARGET = QT_TRANSLATE_NOOP("Proposals", "Aim: {target}")
NOBODY = QT_TRANSLATE_NOOP("Proposals", "Nobody in particular")
NO_GROUP = QT_TRANSLATE_NOOP("Proposals", "No group")
NO_PRODUCT = QT_TRANSLATE_NOOP("Proposals", "Without a product")
DO_PRESENT = QT_TRANSLATE_NOOP("Proposals", "Presented it")
DO_PASS = QT_TRANSLATE_NOOP("Proposals", "Not this time")
DO_ACCEPT = QT_TRANSLATE_NOOP("Proposals", "Accepted")
DO_THINK = QT_TRANSLATE_NOOP("Proposals", "Thinks about it")
DO_DECLINE = QT_TRANSLATE_NOOP("Proposals", "Declined")
DO_REOPEN = QT_TRANSLATE_NOOP("Proposals", "Not decided after all")


def say(source: str, **values: object) -> str:
    return translated(CONTEXT, source, **values)


def reason_text(evidence: Evidence) -> str:
    return reason_of(evidence, QCoreApplication.translate)


def why_now(evidence: Evidence, today: date) -> str:
    """What this customer chose last; "" when that is not known."""
    if evidence.bought_on is None:
        return ""
    return say(BOUGHT, product=evidence.because, day=day_text(evidence.bought_on, today=today))


def fields_of(one: Candidate) -> ProposalFields:
    """As a proposal: named as the product, with words to begin with."""
    return one.fields(one.product, words_for_customer(one.evidence, QCoreApplication.translate))


def kind_text(kind: ProposalKind) -> str:
    return label_of(kind, KIND_NAMES, CONTEXT)


def outcome_text(outcome: ProposalOutcome) -> str:
    return label_of(outcome, OUTCOME_NAMES, CONTEXT)


def target_text(row: ProposalRow) -> str:
    target = target_of(row.target_percent, row.target_months, QCoreApplication.translate)
    return say(TARGET, target=target) if target else ""


def last_text(last: tuple[ProposalOutcome, date] | None, today: date) -> str:
    return "" if last is None else say(LAST, outcome=outcome_text(last[0]), day=short_day(last[1], today))


def price_text(price: int | None, money: Currency) -> str:
    return "" if price is None else format_money(price, money, language())


def state_text(row: ProposalRow, today: date) -> str:
    """When it is to be made, was made, or what was decided."""
    if row.outcome is not ProposalOutcome.OPEN and row.decided_on is not None:
        return say(DECIDED, outcome=outcome_text(row.outcome), day=day_text(row.decided_on, today=today))
    if row.due is not None:
        again = ASK_AGAIN if row.step is ProposalStep.PRESENTED else DUE
        return say(again, day=day_text(row.due, today=today))
    if row.presented_on is not None:
        return say(PRESENTED, day=day_text(row.presented_on, today=today))
    if row.printed_on is not None:
        return say(PRINTED, day=day_text(row.printed_on, today=today))
    return ""


def row_of_candidate(key: int, one: Candidate, today: date) -> RowContent:
    bought = "" if one.evidence.bought_on is None else short_day(one.evidence.bought_on, today)
    detail = " ".join(part for part in (bought, short_reason(one.evidence, QCoreApplication.translate)) if part)
    return RowContent(
        key,
        polite_name(one.customer_name, is_company=one.is_company),
        one.product,
        detail,
        icon="lightbulb",
        chip=(say(KEEN), Tone.OK) if one.is_keen else None,
        side=last_text(one.last, today),
        actions=(RowAction(PASS, say(DO_PASS)), RowAction(PRESENT, say(DO_PRESENT), primary=True, key="Space")),
    )


def row_of_proposal(row: ProposalRow, today: date) -> RowContent:
    is_open = row.outcome is ProposalOutcome.OPEN
    why = row.text if row.evidence is None else short_reason(row.evidence, QCoreApplication.translate)
    detail = " · ".join(part for part in (state_text(row, today), " ".join((row.reason or why).split())) if part)
    is_late = is_open and row.due is not None and row.due < today
    return RowContent(
        row.id,
        polite_name(row.customer_name, is_company=row.is_company),
        row.title,
        detail,
        icon="lightbulb",
        chip=None if is_open and not is_late else _chip(row),
        side=row.staff,
        side_detail=last_text(row.last, today),
        actions=_actions(row),
    )


def _chip(row: ProposalRow) -> tuple[str, Tone]:
    if row.outcome is ProposalOutcome.OPEN:
        return say(OVERDUE), Tone.DANGER
    return outcome_text(row.outcome), OUTCOME_TONES[row.outcome]


OVERDUE = QT_TRANSLATE_NOOP("Proposals", "Overdue")


def _actions(row: ProposalRow) -> tuple[RowAction, ...]:
    delete = RowAction(DELETE, translated("Proposals", DELETE_WORD), key="Del")
    if row.outcome is not ProposalOutcome.OPEN:
        return (delete,)
    if row.step is ProposalStep.PRESENTED:
        return (RowAction(DECLINE, say(DO_DECLINE)), RowAction(ACCEPT, say(DO_ACCEPT), primary=True, key="Space"))
    return (RowAction(PASS, say(DO_PASS)), RowAction(PRESENT, say(DO_PRESENT), primary=True, key="Space"))


DELETE_WORD = QT_TRANSLATE_NOOP("Proposals", "Delete")


def part_text(one: WinsBy) -> str:
    """The name of a part of the win rates."""
    if one.by is WinsOf.KIND:
        return kind_text(ProposalKind(one.value))
    if one.by is WinsOf.SEGMENT:
        return label_of(Segment(one.value), SEGMENT_NAMES, "Segments") if one.value else say(NO_GROUP)
    empty = NOBODY if one.by is WinsOf.STAFF else NO_PRODUCT
    return one.value or say(empty)
