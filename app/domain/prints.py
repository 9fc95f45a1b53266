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


MAILED_KINDS = (PrintKind.THANK_YOU, PrintKind.LETTER)
"""What a customer reads: an envelope goes with its letter, a label with what it is stuck on, cards for the purse are handed over."""
