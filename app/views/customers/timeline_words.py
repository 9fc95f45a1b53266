"""How voices, suggestions, contracts and follow-ups are said in the history of a customer."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.contracts import KIND_NAMES as CONTRACT_NAMES
from app.domain.contracts import ContractEventKind, ContractKind
from app.domain.customer_rows import TimelineEntry, TimelineKind
from app.domain.follow_ups import KIND_LABELS, Attempt
from app.domain.inquiries import KIND_NAMES as VOICE_NAMES
from app.domain.inquiries import InquiryState
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.proposals import ProposalOutcome
from app.views.labels import label_of, translated

CONTEXT = "TimelineWords"
TRIED: Mapping[Attempt, str] = {
    Attempt.NO_ANSWER: QT_TRANSLATE_NOOP("TimelineWords", "Not reached: nobody answered"),
    Attempt.VOICE_MAIL: QT_TRANSLATE_NOOP("TimelineWords", "Not reached: left a voice mail"),
}
DONE = QT_TRANSLATE_NOOP("TimelineWords", "Done: {kind}")
SKIPPED = QT_TRANSLATE_NOOP("TimelineWords", "Not needed: {kind}")
VOICE = QT_TRANSLATE_NOOP("TimelineWords", "{kind}: {title}")
VOICE_STATES: Mapping[InquiryState, str] = {
    InquiryState.OPEN: QT_TRANSLATE_NOOP("TimelineWords", "not answered"),
    InquiryState.ANSWERED: QT_TRANSLATE_NOOP("TimelineWords", "answered"),
    InquiryState.CLOSED: QT_TRANSLATE_NOOP("TimelineWords", "closed"),
}
CAUSE = QT_TRANSLATE_NOOP("TimelineWords", "Cause: {cause}")
PRINTED = QT_TRANSLATE_NOOP("TimelineWords", "Printed a suggestion: {title}")
PROPOSALS: Mapping[ProposalOutcome, str] = {
    ProposalOutcome.OPEN: QT_TRANSLATE_NOOP("TimelineWords", "Suggested: {title}"),
    ProposalOutcome.ACCEPTED: QT_TRANSLATE_NOOP("TimelineWords", "Took up a suggestion: {title}"),
    ProposalOutcome.DECLINED: QT_TRANSLATE_NOOP("TimelineWords", "Declined a suggestion: {title}"),
    ProposalOutcome.PASSED: QT_TRANSLATE_NOOP("TimelineWords", "Not suggested this time: {title}"),
}
CONTRACT_STEPS: Mapping[ContractEventKind, str] = {
    ContractEventKind.STARTED: QT_TRANSLATE_NOOP("TimelineWords", "{kind} began: {plan}"),
    ContractEventKind.RENEWED: QT_TRANSLATE_NOOP("TimelineWords", "{kind} renewed: {plan}"),
    ContractEventKind.PRICE: QT_TRANSLATE_NOOP("TimelineWords", "{kind} at a new price: {plan}"),
    ContractEventKind.PAUSED: QT_TRANSLATE_NOOP("TimelineWords", "{kind} paused: {plan}"),
    ContractEventKind.RESUMED: QT_TRANSLATE_NOOP("TimelineWords", "{kind} goes on: {plan}"),
    ContractEventKind.CANCELLED: QT_TRANSLATE_NOOP("TimelineWords", "{kind} cancelled: {plan}"),
    ContractEventKind.ENDED: QT_TRANSLATE_NOOP("TimelineWords", "{kind} ended: {plan}"),
}


def tried_text(attempt: Attempt) -> str:
    return label_of(attempt, TRIED, CONTEXT)


def follow_up_text(entry: TimelineEntry) -> str:
    """A follow-up that was closed without a note."""
    kind = label_of(entry.follow_up, KIND_LABELS, "FollowUps") if entry.follow_up is not None else ""
    return translated(CONTEXT, SKIPPED if entry.is_skipped else DONE, kind=kind)


def care_words(entry: TimelineEntry) -> tuple[str, str, str] | None:
    """Title, what stands below it, and at the right how it stands; None for any other entry."""
    if entry.voice is not None:
        kind, state = entry.voice
        title = translated(CONTEXT, VOICE, kind=label_of(kind, VOICE_NAMES, "Inquiries"), title=entry.title)
        return title, translated(CONTEXT, CAUSE, cause=entry.detail) if entry.detail else "", label_of(state, VOICE_STATES, CONTEXT)
    if entry.proposal is not None:
        return translated(CONTEXT, PROPOSALS[entry.proposal], title=entry.title), entry.detail, ""
    if entry.kind is TimelineKind.PROPOSAL:
        return translated(CONTEXT, PRINTED, title=entry.title), entry.detail, ""
    if entry.contract is not None:
        step, what = entry.contract
        return translated(CONTEXT, CONTRACT_STEPS[step], kind=_contract(what), plan=entry.title), entry.detail, ""
    return None


def _contract(kind: ContractKind) -> str:
    return label_of(kind, CONTRACT_NAMES, "Contracts")
