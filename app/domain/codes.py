"""The short codes on printed pieces, and the personal ones with which customers bring others.

A code is seven signs shown as K7M4-2QX: six of an alphabet without look-alikes and a check sign. The check is a weighted sum
modulo a prime above the number of signs, so every single wrong sign and every two signs changed over are found. Codes are made from
the shop's secret: two copies of a shop make the same, and nobody else can.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.offers import NO_OFFER, Offer

ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"
LENGTH = 7
REFERRAL_SIGN = "R"
"""Begins every personal code and none of a printed piece."""

_SIGNS = len(ALPHABET)
_MODULUS = 29
_WEIGHTS = range(1, LENGTH + 1)
_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
# Only where one sign alone can be meant: O and 0 look like both D and Q, 1, I and L like several, so they are refused.
_TWINS = str.maketrans("SZBU", "528V")
_BLANKS = dict.fromkeys(map(ord, " \t\r\n\u3000-‐‑‒–—―−ー－ｰ_・.·"))
_SHOWN_HEAD = 4


class CodeUnreadable(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This code was mistyped. Please compare it with the paper, sign by sign.")


class CodeUnknown(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This code is not one of this shop's. Nothing was used up.")


class CodeUsed(DomainError):
    """`day` of the first use, `name` of who used it."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This code was used already, on {day} by {name}. It counts once.")


class CodeExpired(DomainError):
    """`valid_until`: the last day on which it counted."""

    sentence = QT_TRANSLATE_NOOP("Errors", "The offer of this code was valid until {valid_until}. Nothing was used up.")


class CodeOfAnother(DomainError):
    """`name`: whose card it is."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This was sent to {name}. Nothing was used up. Please decide whether it counts here too.")


class CodeIsReferral(DomainError):
    """`name`: who brings others with it."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This is the code with which {name} introduces others. Please enter it as the introduction.")


class NotReferralCode(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This code stands on a card and introduces nobody. Please enter it as the code of the card.")


class ReferredOneself(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Nobody can be introduced by themselves. Please choose somebody else.")


class ReferralCircle(DomainError):
    """`name`: who is said to have brought, but came through the one brought."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} came here through this very customer, so it cannot be the other way round as well.")


class ReferredAlready(DomainError):
    """`name`: who brought the customer first."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This customer was introduced by {name} already. An introduction counts once.")


class NoNewcomer(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "An introduction counts with the first visit; this customer has been here before.")


class CodesTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "Cards were printed somewhere else at the same moment. Nothing was recorded as sent. Please print once more."
    )


def code_in(text: str) -> str:
    """The code somebody typed or scanned, without its hyphen. CodeUnreadable."""
    code = signs_in(text)
    if len(code) != LENGTH or _check_sum(code) != 0:
        raise CodeUnreadable(field="code")
    return code


def signs_in(text: str) -> str:
    """What somebody typed of a code so far, as codes are kept; empty for what is none."""
    signs = unicodedata.normalize("NFKC", text).upper().translate(_BLANKS).translate(_TWINS)
    return signs if all(sign in _VALUES for sign in signs) else ""


def written(code: str) -> str:
    """As it is printed and shown."""
    return f"{code[:_SHOWN_HEAD]}-{code[_SHOWN_HEAD:]}"


def is_referral(code: str) -> bool:
    return code.startswith(REFERRAL_SIGN)


def piece_code(secret: bytes, piece: str, taken: Iterable[str] = ()) -> str:
    """The code of a piece: the first of its row of codes that is fit to be one and not `taken` by another piece."""
    refused = frozenset(taken)
    counter = 0
    while True:
        code = derive(secret, piece, counter)
        if code and code not in refused:
            return code
        counter += 1


def derive(secret: bytes, piece: str, counter: int) -> str:
    """The code of a number in the row of a piece; empty when that number makes none (no check sign, or a personal code)."""
    digest = hmac.new(secret, f"piece:{piece}:{counter}".encode(), hashlib.sha256).digest()
    code = _with_check(int.from_bytes(digest[:8], "big") % _SIGNS ** (LENGTH - 1))
    return "" if is_referral(code) else code


def _with_check(number: int) -> str:
    """The signs of a number below 27**6 and their check sign; empty when the alphabet has none for it."""
    signs = ""
    for _ in range(LENGTH - 1):
        number, value = divmod(number, _SIGNS)
        signs = ALPHABET[value] + signs
    check = -_check_sum(signs) * pow(_WEIGHTS[-1], -1, _MODULUS) % _MODULUS
    return signs + ALPHABET[check] if check < _SIGNS else ""


def _check_sum(signs: str) -> int:
    return sum(weight * _VALUES[sign] for weight, sign in zip(_WEIGHTS, signs, strict=False)) % _MODULUS


_LEFT, _RIGHT = _SIGNS**2, _SIGNS**3
_PERSONAL = _LEFT * _RIGHT
_FIRST_PERSONAL = _VALUES[REFERRAL_SIGN] * _PERSONAL
_ROUNDS = 10
# Two numbers in 29 have no check sign; that none of eight has one does not happen among so few ids.
_TRIES = 8
MOST_PERSONAL = _PERSONAL // _TRIES


def referral_code(secret: bytes, customer_id: int) -> str:
    """The personal code of a customer; empty for an id that has none (above MOST_PERSONAL).

    The secret shuffles ids among all personal codes, so no two customers share one and `referred_to` needs no list.
    """
    if not 0 <= customer_id < MOST_PERSONAL:
        return ""
    tries = (_with_check(_FIRST_PERSONAL + _shuffled(secret, customer_id * _TRIES + turn)) for turn in range(_TRIES))
    return next((code for code in tries if code), "")


def referred_to(secret: bytes, code: str) -> int | None:
    """The id of the customer whose personal code this would be; None when it is nobody's."""
    number = 0
    for sign in code[1 : LENGTH - 1]:
        number = number * _SIGNS + _VALUES[sign]
    customer_id = _unshuffled(secret, number) // _TRIES
    return customer_id if referral_code(secret, customer_id) == code else None


def _shuffled(secret: bytes, number: int) -> int:
    """One step of a permutation of the personal numbers: a Feistel network over two uneven halves."""
    left, right = divmod(number, _RIGHT)
    for turn in range(_ROUNDS):
        if turn % 2:
            right = (right + _mixed(secret, turn, left)) % _RIGHT
        else:
            left = (left + _mixed(secret, turn, right)) % _LEFT
    return left * _RIGHT + right


def _unshuffled(secret: bytes, number: int) -> int:
    left, right = divmod(number, _RIGHT)
    for turn in reversed(range(_ROUNDS)):
        if turn % 2:
            right = (right - _mixed(secret, turn, left)) % _RIGHT
        else:
            left = (left - _mixed(secret, turn, right)) % _LEFT
    return left * _RIGHT + right


def _mixed(secret: bytes, turn: int, half: int) -> int:
    digest = hmac.new(secret, f"referral:{turn}:{half}".encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big")


@dataclass(frozen=True, slots=True)
class FirstUse:
    """`name` of who used it, as it is on the record."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class CodeFinding:
    """What a code is: a customer's personal one (`is_referral`), or that of a piece printed for the customer."""

    code: str
    customer_id: int
    customer_name: str
    is_company: bool
    is_referral: bool = False
    piece_id: int = 0
    run_id: int = 0
    title: str = ""
    sent_on: date | None = None
    position: int = 0
    offer: Offer = NO_OFFER
    is_over: bool = False
    used: FirstUse | None = None


@dataclass(frozen=True, slots=True)
class CodeUsage:
    """A code that was just used; `offer` as it was granted."""

    use_id: int
    piece_id: int
    customer_id: int
    offer: Offer


@dataclass(frozen=True, slots=True)
class RedeemOutcome:
    action_id: int
    finding: CodeFinding


@dataclass(frozen=True, slots=True)
class ReferralOutcome:
    referrer_id: int
    referrer_name: str
    referrer_points: int
    referred_points: int


@dataclass(frozen=True, slots=True)
class Brought:
    """`margin`: the gross margin of these customers so far, in minor units."""

    count: int = 0
    margin: int = 0


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """Somebody who came through a customer: `level` 1 was brought by the customer, 2 by one of those, named by `via`."""

    customer_id: int
    name: str
    is_company: bool
    level: int
    via: str
    first_day: date | None
    margin: int
    points_given: bool


@dataclass(frozen=True, slots=True)
class ReferralView:
    """A customer's personal code and everybody who came through the customer, nearest first."""

    code: str
    direct: Brought = Brought()
    indirect: Brought = Brought()
    people: tuple[BroughtRow, ...] = ()


NO_REFERRALS = ReferralView("")
