"""The first-response cards: what to do when somebody says something, also while whoever is in charge is out."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.inquiries import InquiryKind
from app.domain.marking import QT_TRANSLATE_NOOP

CONTEXT = "InquiryCards"
MOST_STEPS, LONGEST_STEP = 8, 80

USUAL_STEPS: Mapping[InquiryKind, tuple[str, ...]] = {
    InquiryKind.COMPLAINT: (
        QT_TRANSLATE_NOOP("InquiryCards", "Apologise first, and listen to the end"),
        QT_TRANSLATE_NOOP("InquiryCards", "Write down what happened, when and where"),
        QT_TRANSLATE_NOOP("InquiryCards", "If somebody feels unwell, advise a doctor and do not judge it yourself"),
        QT_TRANSLATE_NOOP("InquiryCards", "Look up the visit and what was used"),
        QT_TRANSLATE_NOOP("InquiryCards", "Tell whoever is in charge, and promise when you will call back"),
    ),
    InquiryKind.OPINION: (
        QT_TRANSLATE_NOOP("InquiryCards", "Say thank you for telling us"),
        QT_TRANSLATE_NOOP("InquiryCards", "Write it down in the customer's own words"),
        QT_TRANSLATE_NOOP("InquiryCards", "Say who will read it"),
        QT_TRANSLATE_NOOP("InquiryCards", "Tell everybody at the next meeting"),
    ),
    InquiryKind.REQUEST: (
        QT_TRANSLATE_NOOP("InquiryCards", "Ask what it is wanted for, and by when"),
        QT_TRANSLATE_NOOP("InquiryCards", "Promise nothing that is not decided"),
        QT_TRANSLATE_NOOP("InquiryCards", "Put it together with requests of the same kind"),
        QT_TRANSLATE_NOOP("InquiryCards", "Say when there will be an answer"),
    ),
    InquiryKind.QUESTION: (
        QT_TRANSLATE_NOOP("InquiryCards", "Repeat the question to be sure"),
        QT_TRANSLATE_NOOP("InquiryCards", "Look among the answers to similar questions"),
        QT_TRANSLATE_NOOP("InquiryCards", "What is not certain: promise to call back, and when"),
        QT_TRANSLATE_NOOP("InquiryCards", "Keep the answer, so that it helps again"),
    ),
    InquiryKind.CONSULTATION: (
        QT_TRANSLATE_NOOP("InquiryCards", "Listen to the end before suggesting anything"),
        QT_TRANSLATE_NOOP("InquiryCards", "Ask what was tried so far"),
        QT_TRANSLATE_NOOP("InquiryCards", "What concerns health belongs to a doctor: advise one"),
        QT_TRANSLATE_NOOP("InquiryCards", "Name two ways, and what each costs"),
        QT_TRANSLATE_NOOP("InquiryCards", "Agree on a day to talk again"),
    ),
}


def topic_of(kind: InquiryKind) -> str:
    """Under which the owner's own steps are kept."""
    return f"inquiry:{kind.value}"


def checked_steps(steps: object) -> tuple[str, ...]:
    """As they are kept: trimmed, without empty ones, no more than fit on a card."""
    given = steps if isinstance(steps, list | tuple) else ()
    return tuple(one.strip()[:LONGEST_STEP] for one in given if isinstance(one, str) and one.strip())[:MOST_STEPS]
