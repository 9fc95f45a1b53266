"""What is printed."""

from __future__ import annotations

from enum import StrEnum


class PrintKind(StrEnum):
    """THANK_YOU: cards of every occasion, message side and address side."""

    THANK_YOU = "thank_you"
    LETTER = "letter"
    ENVELOPE = "envelope"
    LABELS = "labels"
    MEMBER_CARDS = "member_cards"
    REFERRAL_CARDS = "referral_cards"
    SURVEY = "survey"


MAILED_KINDS = (PrintKind.THANK_YOU, PrintKind.LETTER)
"""What a customer reads: an envelope goes with its letter, a label with what it is stuck on, cards for the purse are handed over."""

MAILED_PAPER = "はがき"
"""An address side on it is the side of a card that goes by post as it is."""


PURSE_CARDS = frozenset({PrintKind.MEMBER_CARDS, PrintKind.REFERRAL_CARDS})
HANDED_OVER = PURSE_CARDS | {PrintKind.SURVEY}
"""Given out in the shop: cards for the purse, and sheets to fill in."""


def is_mailed(kind: PrintKind, paper: str) -> bool:
    """Whether a piece goes by post by itself. `paper`: of the options of its job."""
    return kind in MAILED_KINDS or (kind is PrintKind.ENVELOPE and paper == MAILED_PAPER)
