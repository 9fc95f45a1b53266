"""What a printed piece offers whoever brings it: so much off, points, or a gift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.purchases import LineFields
from app.domain.stored import day_of, is_member
from app.domain.text import fold, is_japanese

PER_CENT = 100
LARGEST_VALUE = 10**7


class OfferKind(StrEnum):
    NONE = "none"
    PERCENT = "percent"
    AMOUNT = "amount"
    POINTS = "points"
    GIFT = "gift"


LOWERING = frozenset({OfferKind.PERCENT, OfferKind.AMOUNT})
"""What comes off the purchase itself."""

OFFER_KIND_LABELS: Mapping[OfferKind, str] = {
    OfferKind.NONE: QT_TRANSLATE_NOOP("Offers", "No offer"),
    OfferKind.PERCENT: QT_TRANSLATE_NOOP("Offers", "Per cent off"),
    OfferKind.AMOUNT: QT_TRANSLATE_NOOP("Offers", "Amount off"),
    OfferKind.POINTS: QT_TRANSLATE_NOOP("Offers", "Points"),
    OfferKind.GIFT: QT_TRANSLATE_NOOP("Offers", "A gift"),
}


class OfferProblem(DomainError):
    """The offer cannot be printed as it is; `field` is value, words or valid_until."""


class OfferOutOfRange(OfferProblem):
    sentence = QT_TRANSLATE_NOOP("Errors", "This offer cannot be. Please type 1 to 100 per cent, or an amount above zero.")


class OfferWithoutWords(OfferProblem):
    sentence = QT_TRANSLATE_NOOP("Errors", "The piece does not say yet what it promises. Please type the words of the offer.")


class OfferOver(OfferProblem):
    """`valid_until`: a day that has passed."""

    sentence = QT_TRANSLATE_NOOP("Errors", "The offer would be over before it is printed ({valid_until}). Please choose a later day.")


@dataclass(frozen=True, slots=True)
class Offer:
    """`value`: per cent, minor units or points, as `kind` says. It is for lines of `product` (its code, where both sides have one, else
    its name) or of `group`; for the whole purchase when all three are empty. `valid_until` is the last day, that day included.
    `words` and `note` stand on the card."""

    kind: OfferKind = OfferKind.NONE
    value: int = 0
    product: str = ""
    product_code: str = ""
    group: str = ""
    valid_until: date | None = None
    words: str = ""
    note: str = ""

    @property
    def points(self) -> int:
        """Points given on top when it is used."""
        return self.value if self.kind is OfferKind.POINTS else 0

    def is_over(self, day: date) -> bool:
        return self.valid_until is not None and self.valid_until < day

    def applies_to(self, line: LineFields) -> bool:
        if self.product or self.product_code:
            if self.product_code and line.product_code:
                return self.product_code == line.product_code
            return bool(self.product) and fold(self.product) == fold(line.product)
        return not self.group or fold(self.group) == fold(line.group)

    def discount_for(self, lines: Sequence[LineFields]) -> tuple[int, ...]:
        """What comes off each line, in minor units, the lines being without the offer.

        Per cent are counted on all the lines it is for together and rounded down once; what comes off is spread over them by their
        amounts, so that each tax rate bears its part.
        """
        amounts = [max(0, line.amount) if self.applies_to(line) else 0 for line in lines]
        whole = sum(amounts)
        if self.kind is OfferKind.PERCENT:
            return _spread(whole * self.value // PER_CENT, amounts)
        if self.kind is OfferKind.AMOUNT:
            return _spread(min(self.value, whole), amounts)
        return (0,) * len(lines)

    def checked(self, today: date) -> Offer:
        """OfferOutOfRange, OfferWithoutWords, OfferOver."""
        most = PER_CENT if self.kind is OfferKind.PERCENT else LARGEST_VALUE
        counted = self.kind in (OfferKind.PERCENT, OfferKind.AMOUNT, OfferKind.POINTS)
        if counted and not 1 <= self.value <= most:
            raise OfferOutOfRange(field="value")
        if self.kind is not OfferKind.NONE and not self.words.strip():
            raise OfferWithoutWords(field="words")
        if self.kind is not OfferKind.NONE and self.is_over(today):
            raise OfferOver(field="valid_until", valid_until=self.valid_until)
        return self

    def to_json(self) -> dict[str, Any]:
        """What differs from an empty offer."""
        values: dict[str, Any] = {
            name: getattr(self, name) for name in self.__dataclass_fields__ if getattr(self, name) != getattr(NO_OFFER, name)
        }
        if self.valid_until is not None:
            values["valid_until"] = self.valid_until.isoformat()
        if "kind" in values:
            values["kind"] = self.kind.value
        return values

    @classmethod
    def from_json(cls, stored: object) -> Offer:
        """What was stored, as far as it is understood; anything else is no offer."""
        if not isinstance(stored, Mapping) or not is_member(OfferKind, stored.get("kind")):
            return NO_OFFER
        words = {name: stored[name] for name in ("product", "product_code", "group", "words", "note") if isinstance(stored.get(name), str)}
        value = stored.get("value", 0)
        return cls(
            OfferKind(stored["kind"]),
            value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_VALUE else 0,
            valid_until=day_of(stored.get("valid_until")),
            **words,
        )


NO_OFFER = Offer()


class OfferPiece(StrEnum):
    """What an offer stands on, and is brought along."""

    POSTCARD = "postcard"
    LETTER = "letter"
    CARD = "card"


_PIECE_WORDS: Mapping[OfferPiece, tuple[str, str]] = {
    OfferPiece.POSTCARD: ("はがき", "card"),
    OfferPiece.LETTER: ("お便り", "letter"),
    OfferPiece.CARD: ("カード", "card"),
}


def offer_words(offer: Offer, language: str, amount: str) -> str:
    """How a card says it: "カット 10%引き". `amount`: the value as money of the shop. A gift has words of its own."""
    subject = offer.product or offer.group
    if offer.kind in (OfferKind.NONE, OfferKind.GIFT):
        return offer.words
    if is_japanese(language):
        said = {
            OfferKind.PERCENT: f"{offer.value}%引き",
            OfferKind.AMOUNT: f"{amount}引き",
            OfferKind.POINTS: f"{offer.value:,}ポイント進呈",
        }[offer.kind]
        return f"{subject} {said}".strip() if subject else {OfferKind.POINTS: said}.get(offer.kind, f"お買上げから{said}")
    said = {
        OfferKind.PERCENT: f"{offer.value}% off",
        OfferKind.AMOUNT: f"{amount} off",
        OfferKind.POINTS: f"{offer.value:,} extra points",
    }[offer.kind]
    return f"{said}: {subject}" if subject else said


def offer_note(offer: Offer, language: str, piece: OfferPiece = OfferPiece.POSTCARD) -> str:
    """The small line below: "このはがきをお持ちください(12月20日まで)"."""
    last, (japanese, english) = offer.valid_until, _PIECE_WORDS[piece]
    if is_japanese(language):
        return f"この{japanese}をお持ちください" + (f"({last.month}月{last.day}日まで)" if last else "")
    return f"Please bring this {english}" + (f" by {last.day}/{last.month}/{last.year}" if last else "")


def noted_on(offer: Offer, language: str, piece: OfferPiece) -> Offer:
    """The same with the note as it is said of another piece; one that somebody worded stays."""
    is_ready_made = any(offer.note == offer_note(offer, language, other) for other in OfferPiece)
    return replace(offer, note=offer_note(offer, language, piece)) if is_ready_made else offer


def _spread(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`total` in proportion to the weights, in whole units: what is left over goes to the largest remainders, earlier ones first."""
    whole = sum(weights)
    if whole <= 0:
        return (0,) * len(weights)
    parts = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda index: (-(total * weights[index] % whole), index))
    for index in order[: total - sum(parts)]:
        parts[index] += 1
    return tuple(parts)
