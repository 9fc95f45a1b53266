"""What a run of printed pieces costs, in yen: postage by the kind of mail and the day, paper, ink, and the time it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.domain.cards import Card, CardSide
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_kinds import ENVELOPES
from app.domain.prints import PrintKind, is_mailed
from app.domain.stored import as_mapping, day_of, is_number


class MailKind(StrEnum):
    """Post within Japan. LETTER: of standard size, LARGE: of non-standard size within the limits of the cheaper class, up to so many
    grams."""

    POSTCARD = "postcard"
    LETTER_25 = "letter_25"
    LETTER_50 = "letter_50"
    LARGE_50 = "large_50"
    LARGE_100 = "large_100"


MAIL_LABELS: Mapping[MailKind, str] = {
    MailKind.POSTCARD: QT_TRANSLATE_NOOP("PrintRates", "Postcard"),
    MailKind.LETTER_25: QT_TRANSLATE_NOOP("PrintRates", "Letter, to 25 g"),
    MailKind.LETTER_50: QT_TRANSLATE_NOOP("PrintRates", "Letter, to 50 g"),
    MailKind.LARGE_50: QT_TRANSLATE_NOOP("PrintRates", "Large, to 50 g"),
    MailKind.LARGE_100: QT_TRANSLATE_NOOP("PrintRates", "Large, to 100 g"),
}

Prices = tuple[tuple[date, int], ...]

OFFICIAL_POSTAGE: Mapping[MailKind, Prices] = {
    MailKind.POSTCARD: (
        (date(1994, 1, 24), 50), (date(2014, 4, 1), 52), (date(2017, 6, 1), 62), (date(2019, 10, 1), 63), (date(2024, 10, 1), 85),
    ),
    MailKind.LETTER_25: ((date(1994, 1, 24), 80), (date(2014, 4, 1), 82), (date(2019, 10, 1), 84), (date(2024, 10, 1), 110)),
    MailKind.LETTER_50: ((date(1994, 1, 24), 90), (date(2014, 4, 1), 92), (date(2019, 10, 1), 94), (date(2024, 10, 1), 110)),
    MailKind.LARGE_50: ((date(2019, 10, 1), 120), (date(2024, 10, 1), 140)),
    MailKind.LARGE_100: ((date(2019, 10, 1), 140), (date(2024, 10, 1), 180)),
}  # fmt: skip
"""First day and postage, oldest first, as the post published them."""

DEAREST = 100_000
LONGEST_MINUTES = 600
_MINUTES_OF_HOUR = 60
LARGE_ENVELOPES = frozenset({"角形2号", "#10"})
"""Beyond the standard size of 235 x 120 mm."""
BARCODE_FROM = 1000
_BARCODE_PERCENT = 3
_ENVELOPE_GRAMS, _SHEET_GRAMS, _LIGHT_GRAMS = 5, 4, 25


class RateOutOfRange(DomainError):
    """`most`: the largest number that counts."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a number from 0 to {most}. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class PrintRates:
    """`postage`: for each kind of mail its first days and prices, oldest first. Paper and the ink of each side in yen a piece; `minutes`
    of work a piece, at `wage` yen an hour (0: the time is not counted)."""

    postage: Mapping[MailKind, Prices] = field(default_factory=lambda: dict(OFFICIAL_POSTAGE))
    paper: int = 6
    message_ink: int = 12
    address_ink: int = 4
    minutes: float = 1.0
    wage: int = 0

    def rate(self, mail: MailKind, day: date) -> int:
        """Postage of what is posted on `day`; before the table begins, its first price."""
        return self.price(mail, day)[1]

    def price(self, mail: MailKind, day: date) -> tuple[date, int]:
        """The price that counts on `day` and the first day it counted on."""
        prices = self.postage[mail]
        return next((price for price in reversed(prices) if price[0] <= day), prices[0])

    def with_price(self, mail: MailKind, first: date, yen: int) -> PrintRates:
        """A price from a day on; one of the same day is replaced, earlier days keep theirs."""
        prices = dict(self.postage[mail]) | {first: yen}
        return replace(self, postage={**self.postage, mail: tuple(sorted(prices.items()))})

    @property
    def labour(self) -> int:
        """Yen a piece, half a yen counts as one."""
        return int(Fraction(self.minutes).limit_denominator(1000) * self.wage / _MINUTES_OF_HOUR + Fraction(1, 2))

    def checked(self) -> PrintRates:
        """RateOutOfRange with the field: "paper", "message_ink", "address_ink", "wage", "minutes" or a kind of mail."""
        for name in ("paper", "message_ink", "address_ink", "wage"):
            _check(name, getattr(self, name), DEAREST)
        _check("minutes", self.minutes, LONGEST_MINUTES)
        for mail, prices in self.postage.items():
            for _first, yen in prices:
                _check(mail.value, yen, DEAREST)
        return self

    def to_json(self) -> dict[str, Any]:
        """Only what differs from the official prices and the usual estimates, so that new prices of the program come through."""
        usual = DEFAULT_RATES
        kept: dict[str, Any] = {name: getattr(self, name) for name in _NUMBERS if getattr(self, name) != getattr(usual, name)}
        own = {
            mail.value: [[first.isoformat(), yen] for first, yen in prices if dict(OFFICIAL_POSTAGE[mail]).get(first) != yen]
            for mail, prices in self.postage.items()
        }
        return kept | {"postage": {mail: prices for mail, prices in own.items() if prices}}

    @classmethod
    def from_json(cls, stored: object) -> PrintRates:
        """What was stored, as far as it is understood; the rest as in a new shop."""
        rates, found = cls(), as_mapping(stored)
        for name in _NUMBERS:
            value = found.get(name)
            if is_number(value) and value >= 0:
                rates = replace(rates, **{name: float(value) if name == "minutes" else int(value)})  # type: ignore[arg-type]
        given = found.get("postage")
        for mail in MailKind:
            for first, yen in _prices(given.get(mail.value) if isinstance(given, Mapping) else None):
                rates = rates.with_price(mail, first, yen)
        return rates


_NUMBERS = ("paper", "message_ink", "address_ink", "minutes", "wage")
DEFAULT_RATES = PrintRates()


@dataclass(frozen=True, slots=True)
class PrintCost:
    """`supplies` are paper and ink, `labour` the time of whoever prints."""

    pieces: int
    postage_each: int
    supplies_each: int
    labour_each: int = 0

    def without_postage(self) -> PrintCost:
        """Where the pieces of another run, which these go with, bear it."""
        return replace(self, postage_each=0)

    @property
    def postage(self) -> int:
        return self.pieces * self.postage_each

    @property
    def supplies(self) -> int:
        return self.pieces * self.supplies_each

    @property
    def labour(self) -> int:
        return self.pieces * self.labour_each

    @property
    def total(self) -> int:
        return self.postage + self.supplies + self.labour


def card_cost(
    pieces: int,
    day: date,
    *,
    side: CardSide = CardSide.BOTH,
    rates: PrintRates = DEFAULT_RATES,
    mail: MailKind | None = MailKind.POSTCARD,
) -> PrintCost:
    """Cost of `pieces` posted on `day`; `mail` None: not posted."""
    ink = (rates.message_ink if side is not CardSide.ADDRESS else 0) + (rates.address_ink if side is not CardSide.MESSAGE else 0)
    return PrintCost(pieces, 0 if mail is None else rates.rate(mail, day), rates.paper + ink, rates.labour)


def mail_of(card: Card, envelope: str = "") -> MailKind | None:
    """How the pieces of a job go by post, letters in an `envelope`. None: not at all, or the letter within bears the postage."""
    if not is_mailed(card.kind, card.options.paper):
        return None
    if card.kind is not PrintKind.LETTER:
        return _card_mail(card.options.paper if card.template is None else card.template.paper)
    is_heavy = _ENVELOPE_GRAMS + _SHEET_GRAMS * _pages(card) > _LIGHT_GRAMS
    if envelope in LARGE_ENVELOPES:
        return MailKind.LARGE_50
    return MailKind.LETTER_50 if is_heavy else MailKind.LETTER_25


def job_cost(card: Card, pieces: int, day: date, rates: PrintRates = DEFAULT_RATES, envelope: str = "") -> PrintCost:
    """Cost of a job by its kind: cards have two sides, everything else one; each copy and each page of a letter is paper and ink of its
    own. `envelope`: what letters go in."""
    sides = {PrintKind.THANK_YOU: card.options.side, PrintKind.LETTER: CardSide.MESSAGE}
    cost = card_cost(pieces, day, side=sides.get(card.kind, CardSide.ADDRESS), rates=rates, mail=mail_of(card, envelope))
    return replace(cost, supplies_each=cost.supplies_each * max(1, card.options.copies) * _pages(card))


def barcode_saving(card: Card, pieces: int, day: date, rates: PrintRates = DEFAULT_RATES) -> int:
    """Yen that the customer barcode takes off the postage of a job: 3 % from 1,000 like pieces on, less than a yen not counted."""
    mail = mail_of(card, "")
    if card.kind is PrintKind.ENVELOPE and mail is None:
        mail = MailKind.LARGE_50 if card.options.paper in LARGE_ENVELOPES else MailKind.LETTER_25
    if mail is None or pieces < BARCODE_FROM:
        return 0
    return pieces * rates.rate(mail, day) * _BARCODE_PERCENT // 100


def _card_mail(paper: str) -> MailKind:
    """What is larger than a postcard may be goes as a letter, though it is a card."""
    if paper in LARGE_ENVELOPES:
        return MailKind.LARGE_50
    return MailKind.LETTER_25 if paper in ENVELOPES else MailKind.POSTCARD


def _pages(card: Card) -> int:
    if card.survey is not None:
        return card.survey.pages
    if card.kind is not PrintKind.LETTER or card.template is None:
        return 1
    return 1 + max((element.page for element in card.template.elements), default=0)


def _check(name: str, number: float, most: int) -> None:
    if not 0 <= number <= most:
        raise RateOutOfRange(field=name, most=most)


def _prices(stored: object) -> list[tuple[date, int]]:
    found = []
    for price in stored if isinstance(stored, list) else ():
        if isinstance(price, list) and len(price) == 2 and is_number(price[1]) and price[1] >= 0:
            first = day_of(price[0])
            found += [] if first is None else [(first, int(price[1]))]
    return found
