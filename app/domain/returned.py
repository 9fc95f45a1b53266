"""Post that came back: which piece it was, and what follows for the address it went to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.cards import Recipient
from app.domain.customers import CustomerFields
from app.domain.errors import DomainError
from app.domain.households import place_key
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.text import fold


class ReturnedUnknown(DomainError):
    """`code` as it is shown."""

    sentence = QT_TRANSLATE_NOOP("Errors", "No piece of this shop carries the code {code}. Nothing was recorded for it.")


class NothingReturned(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "None of these codes is on a piece of this shop. Nothing was recorded.")


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A piece that came back. `customer`: the customer's number; `address` as it was printed. `returned_on` None: not noted yet.
    `is_moved`: the record has another address since, so what came back says nothing of it."""

    piece_id: int
    run_id: int
    customer_id: int
    code: str
    customer: str
    name: str
    is_company: bool
    address: str
    title: str
    sent_on: date
    position: int
    returned_on: date | None = None
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class RefusedCode:
    """`text` as typed; `error` says why it is no piece of post."""

    text: str
    error: DomainError


@dataclass(frozen=True, slots=True)
class ReturnedOutcome:
    """`again`: noted already, or twice in the same row. `action_id` None when there was nothing to note. `follow_ups` planned."""

    action_id: int | None
    returned: tuple[ReturnedRow, ...]
    again: tuple[ReturnedRow, ...] = ()
    refused: tuple[RefusedCode, ...] = ()
    follow_ups: int = 0


@dataclass(frozen=True, slots=True)
class SavedPost:
    """What was not sent to addresses from which post came back: how many pieces, and what they would have cost."""

    pieces: int = 0
    yen: int = 0


@dataclass(frozen=True, slots=True)
class ReturnedView:
    rows: tuple[ReturnedRow, ...] = ()
    saved: SavedPost = SavedPost()
    has_yen: bool = True


def printed_address(recipient: Recipient) -> str:
    return " ".join(part for part in (recipient.postal_code, recipient.address, recipient.building) if part)


def is_same_place(fields: CustomerFields, recipient: Recipient) -> bool:
    """Whether the record still has the address that was printed, however its signs are written; 1-23 is not 12-3."""
    return _place(*_parts(fields)) == _place(recipient.postal_code, recipient.address, recipient.building)


def is_same_address(one: CustomerFields, other: CustomerFields) -> bool:
    """As `is_same_place`, of two records or of one before and after."""
    return _place(*_parts(one)) == _place(*_parts(other))


def with_mark_of_address(before: CustomerFields, after: CustomerFields) -> CustomerFields:
    """The mark of a bad address belongs to the address: with another one it goes, unless it is set in the same act."""
    if not (before.bad_address and after.bad_address) or is_same_address(before, after):
        return after
    return replace(after, bad_address=False)


def _parts(fields: CustomerFields) -> tuple[str, str, str]:
    return fields.postal_code, f"{fields.prefecture}{fields.city}{fields.street}", fields.building


def _place(postal_code: str, address: str, building: str) -> tuple[str, str, str]:
    return fold(postal_code), place_key(address), place_key(building)
