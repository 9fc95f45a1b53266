"""What can stand between a customer and a printed piece, and what may be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.domain.customers import Consent, CustomerFields
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class PrintProblem(StrEnum):
    NO_NAME = "no_name"
    NO_ADDRESS = "no_address"
    UNPOSTABLE = "unpostable"
    NO_POSTCODE = "no_postcode"
    BAD_POSTCODE = "bad_postcode"
    UNKNOWN_POSTCODE = "unknown_postcode"
    POSTCODE_MISMATCH = "postcode_mismatch"
    NO_STREET_NUMBER = "no_street_number"
    MISSING_CHARACTERS = "missing_characters"
    TEXT_TOO_LONG = "text_too_long"
    NO_CODE_ROOM = "no_code_room"
    NOTHING_LAPSES = "nothing_lapses"
    DO_NOT_CONTACT = "do_not_contact"
    NO_CONSENT = "no_consent"
    MOURNING = "mourning"
    HOUSEHOLD_MOURNING = "household_mourning"
    DECEASED = "deceased"
    BAD_ADDRESS = "bad_address"
    LEFT = "left"
    SAME_HOUSEHOLD = "same_household"
    MAILED_LATELY = "mailed_lately"
    MAILED_TODAY = "mailed_today"
    TOUCHED_LATELY = "touched_lately"
    GIVEN_UP = "given_up"
    HAS_IT = "has_it"


class Severity(StrEnum):
    """BLOCKS: left out unless the user takes the person in. WARNS: printed unless the user takes the person out."""

    BLOCKS = "blocks"
    WARNS = "warns"


PROBLEM_SEVERITY: Mapping[PrintProblem, Severity] = {
    PrintProblem.NO_NAME: Severity.BLOCKS,
    PrintProblem.NO_ADDRESS: Severity.BLOCKS,
    PrintProblem.UNPOSTABLE: Severity.BLOCKS,
    PrintProblem.NO_POSTCODE: Severity.WARNS,
    PrintProblem.BAD_POSTCODE: Severity.BLOCKS,
    PrintProblem.UNKNOWN_POSTCODE: Severity.BLOCKS,
    PrintProblem.POSTCODE_MISMATCH: Severity.BLOCKS,
    PrintProblem.NO_STREET_NUMBER: Severity.BLOCKS,
    PrintProblem.MISSING_CHARACTERS: Severity.BLOCKS,
    PrintProblem.TEXT_TOO_LONG: Severity.BLOCKS,
    PrintProblem.NO_CODE_ROOM: Severity.WARNS,
    PrintProblem.NOTHING_LAPSES: Severity.WARNS,
    PrintProblem.DO_NOT_CONTACT: Severity.BLOCKS,
    PrintProblem.NO_CONSENT: Severity.BLOCKS,
    PrintProblem.MOURNING: Severity.BLOCKS,
    PrintProblem.HOUSEHOLD_MOURNING: Severity.BLOCKS,
    PrintProblem.DECEASED: Severity.BLOCKS,
    PrintProblem.BAD_ADDRESS: Severity.BLOCKS,
    PrintProblem.LEFT: Severity.BLOCKS,
    PrintProblem.SAME_HOUSEHOLD: Severity.BLOCKS,
    PrintProblem.MAILED_LATELY: Severity.BLOCKS,
    PrintProblem.MAILED_TODAY: Severity.WARNS,
    PrintProblem.TOUCHED_LATELY: Severity.BLOCKS,
    PrintProblem.GIVEN_UP: Severity.BLOCKS,
    PrintProblem.HAS_IT: Severity.BLOCKS,
}

NOT_OVERRIDABLE = frozenset({PrintProblem.NO_NAME, PrintProblem.NO_ADDRESS})
"""Nothing could be printed for these."""

PROBLEM_SENTENCES: Mapping[PrintProblem, str] = {
    PrintProblem.NO_NAME: QT_TRANSLATE_NOOP("PrintProblems", "No name is recorded."),
    PrintProblem.NO_ADDRESS: QT_TRANSLATE_NOOP("PrintProblems", "No address is recorded."),
    PrintProblem.UNPOSTABLE: QT_TRANSLATE_NOOP("PrintProblems", "There is no address to post this to."),
    PrintProblem.NO_POSTCODE: QT_TRANSLATE_NOOP("PrintProblems", "No postcode is recorded."),
    PrintProblem.BAD_POSTCODE: QT_TRANSLATE_NOOP("PrintProblems", "The postcode does not have seven digits."),
    PrintProblem.UNKNOWN_POSTCODE: QT_TRANSLATE_NOOP("PrintProblems", "There is no such postcode."),
    PrintProblem.POSTCODE_MISMATCH: QT_TRANSLATE_NOOP("PrintProblems", "The postcode does not belong to the address."),
    PrintProblem.NO_STREET_NUMBER: QT_TRANSLATE_NOOP("PrintProblems", "The house number is missing."),
    PrintProblem.MISSING_CHARACTERS: QT_TRANSLATE_NOOP("PrintProblems", "Some characters cannot be printed."),
    PrintProblem.TEXT_TOO_LONG: QT_TRANSLATE_NOOP("PrintProblems", "The text does not fit on the piece."),
    PrintProblem.NO_CODE_ROOM: QT_TRANSLATE_NOOP("PrintProblems", "No room is left for the code: this label is printed without it."),
    PrintProblem.NOTHING_LAPSES: QT_TRANSLATE_NOOP("PrintProblems", "Has no points that lapse, which this piece speaks of."),
    PrintProblem.DO_NOT_CONTACT: QT_TRANSLATE_NOOP("PrintProblems", "Asked not to be contacted."),
    PrintProblem.NO_CONSENT: QT_TRANSLATE_NOOP("PrintProblems", "Does not wish to receive post."),
    PrintProblem.MOURNING: QT_TRANSLATE_NOOP("PrintProblems", "Is in mourning."),
    PrintProblem.HOUSEHOLD_MOURNING: QT_TRANSLATE_NOOP("PrintProblems", "Somebody of the household is in mourning."),
    PrintProblem.DECEASED: QT_TRANSLATE_NOOP("PrintProblems", "Has passed away."),
    PrintProblem.BAD_ADDRESS: QT_TRANSLATE_NOOP("PrintProblems", "Post came back from this address."),
    PrintProblem.LEFT: QT_TRANSLATE_NOOP("PrintProblems", "Has left or was archived."),
    PrintProblem.SAME_HOUSEHOLD: QT_TRANSLATE_NOOP("PrintProblems", "Shares the piece that goes to the household."),
    PrintProblem.MAILED_LATELY: QT_TRANSLATE_NOOP("PrintProblems", "Was sent post a short time ago."),
    PrintProblem.MAILED_TODAY: QT_TRANSLATE_NOOP("PrintProblems", "Was sent post today already."),
    PrintProblem.TOUCHED_LATELY: QT_TRANSLATE_NOOP("PrintProblems", "Was called, written to or talked to a short time ago."),
    PrintProblem.GIVEN_UP: QT_TRANSLATE_NOOP("PrintProblems", "The run was stopped before this piece was printed."),
    PrintProblem.HAS_IT: QT_TRANSLATE_NOOP("PrintProblems", "Is in a run of today with the very same piece."),
}


NOT_PRINTED = QT_TRANSLATE_NOOP("Errors", "Nothing was printed.")


class PrintError(DomainError):
    """A card cannot be made as it stands; nothing was printed."""

    sentence = QT_TRANSLATE_NOOP("Errors", "The piece cannot be made as it stands. Nothing was printed.")


class UnknownField(PrintError):
    """`name` is the merge field nobody knows."""

    refusal = NOT_PRINTED
    sentence = QT_TRANSLATE_NOOP("Errors", "The text names a field that does not exist: {name}. Please choose a field from the list.")


class TemplateBroken(PrintError):
    """`part` is the piece of text that cannot be read."""

    refusal = NOT_PRINTED
    sentence = QT_TRANSLATE_NOOP("Errors", "A field in the text cannot be read: {part}. Please write it like {{{{name}}}}.")


class CalibrationOutOfRange(PrintError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "The position can be moved by at most 10 mm and the size changed by 2 %. Nothing was changed. Please enter a smaller value.",
    )


class NothingToPrint(PrintError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Nobody is left to print for. Nothing was printed. Please choose at least one person.")


def problems_from_marks(customer: CustomerFields, today: date) -> list[PrintProblem]:
    """Reasons that the customer's own record gives against a piece of post."""
    reasons = (
        (PrintProblem.DECEASED, customer.is_deceased),
        (PrintProblem.DO_NOT_CONTACT, customer.do_not_contact),
        (PrintProblem.NO_CONSENT, customer.post_consent is Consent.NO),
        (PrintProblem.MOURNING, customer.mourning_until is not None and customer.mourning_until >= today),
        (PrintProblem.BAD_ADDRESS, customer.bad_address),
    )
    return [problem for problem, holds in reasons if holds]
