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
