"""What can be wrong with a file or with one of its rows, as classes and codes; the sentences are marked here once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP

REASONS_CONTEXT = "ImportReasons"
_SHOWN_VALUE_LENGTH = 200


class FileMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The file “{name}” is not there any more or cannot be opened. Nothing was imported. Please choose it again."
    )


class NotASpreadsheet(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is not a list that can be read. Nothing was imported. Please save it as Excel (.xlsx) or CSV and try again."
    )


class FileTooLarge(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is larger inside than can be read safely. Nothing was imported. Please split it, or save only the list as CSV."
    )


class FileDamaged(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” is damaged and cannot be read. Nothing was imported. Please open it in the program it came from and save it again.",
    )


class PasswordProtected(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "“{name}” is protected with a password. Nothing was imported. Please save a copy without a password and choose that."
    )


class NothingInIt(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is nothing in “{name}”. Nothing was imported. Please choose another file.")


class HeaderOnly(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "“{name}” has a header but no rows below it. Nothing was imported. Please choose another file.")


class TakesTooLong(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "Reading “{name}” took more than {seconds} seconds and was stopped. Nothing was imported. Please save only the list as CSV.",
    )


class UnknownColumn(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The file has no column “{column}”. Nothing was imported. Please check the spelling.")


class UnknownField(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "“{target}” is not something that can be imported. Nothing was imported. Please check the spelling."
    )


class UnknownPreset(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is no template “{preset}” for lists. Nothing was imported. These exist: {known}.")


class UnknownEncoding(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "“{encoding}” is not a known kind of characters. Nothing was imported. These exist: {known}.")


class UnknownSheet(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The file has no sheet “{sheet}”. Nothing was imported. These exist: {known}.")


class MissingColumns(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "No column could be matched with what is needed ({fields}). Nothing was imported. Please match the columns by hand."
    )


class RowReason(StrEnum):
    """Why a row was refused, or why it is pointed out."""

    TOO_MANY_CELLS = "too_many_cells"
    TOO_FEW_CELLS = "too_few_cells"
    BROKEN_QUOTE = "broken_quote"
    CELL_TOO_LONG = "cell_too_long"
    UNREADABLE_CHARACTERS = "unreadable_characters"
    NAME_MISSING = "name_missing"
    DATE_MISSING = "date_missing"
    DATE_UNREADABLE = "date_unreadable"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    OUTSIDE_ERA = "outside_era"
    DATE_IN_FUTURE = "date_in_future"
    DATE_AMBIGUOUS = "date_ambiguous"
    TIME_UNREADABLE = "time_unreadable"
    NUMBER_UNREADABLE = "number_unreadable"
    AMOUNT_MISSING = "amount_missing"
    AMOUNT_UNREADABLE = "amount_unreadable"
    AMOUNT_OTHER_CURRENCY = "amount_other_currency"
    AMOUNT_TOO_LARGE = "amount_too_large"
    EMAIL_TWO_AT = "email_two_at"
    EMAIL_UNREADABLE = "email_unreadable"
    CHOICE_UNREADABLE = "choice_unreadable"
    RECEIPT_OTHER_CUSTOMER = "receipt_other_customer"
    REFUND_NOT_NEGATIVE = "refund_not_negative"
    AMOUNT_ROUNDED = "amount_rounded"
    PRICE_ROUNDED = "price_rounded"
    PHONE_AS_TYPED = "phone_as_typed"
    POSTAL_CODE_AS_TYPED = "postal_code_as_typed"
    RECEIPT_INCOMPLETE = "receipt_incomplete"
    RECEIPT_SPANS_DAYS = "receipt_spans_days"
    CODE_TAKEN = "code_taken"
    DOUBLE_MERGED = "double_merged"
    DOUBLE_ADDED = "double_added"
    DOUBLE_LEFT = "double_left"
    STOP_KEPT = "stop_kept"
    CUSTOMER_UNKNOWN = "customer_unknown"
    CUSTOMER_AMBIGUOUS = "customer_ambiguous"
    ALREADY_THERE = "already_there"
    REFUND_WITHOUT_PURCHASE = "refund_without_purchase"
    CODE_MISSING = "code_missing"
    POINTS_MISSING = "points_missing"
    POINTS_LAPSED = "points_lapsed"
    POINTS_TWICE = "points_twice"
    POINTS_THERE = "points_there"
    POINTS_BELOW_ZERO = "points_below_zero"
    PRODUCT_MISSING = "product_missing"
    PRODUCT_TWICE = "product_twice"
    PRODUCT_NAME_TAKEN = "product_name_taken"
    BARCODE_TAKEN = "barcode_taken"
    RATE_OUT_OF_RANGE = "rate_out_of_range"
    DAYS_OUT_OF_RANGE = "days_out_of_range"
    ANSWER_UNKNOWN = "answer_unknown"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    NOTHING_ANSWERED = "nothing_answered"
    ANSWERS_THERE = "answers_there"
    ANSWERED_BY_STRANGER = "answered_by_stranger"
    ANSWERED_BY_SEVERAL = "answered_by_several"
    ANSWERED_BY_DOUBTFUL = "answered_by_doubtful"
    STAFF_UNKNOWN = "staff_unknown"
    ARM_UNKNOWN = "arm_unknown"
    LISTED_TWICE = "listed_twice"
    PLAN_MISSING = "plan_missing"
    END_BEFORE_START = "end_before_start"
    CONTRACT_TWICE = "contract_twice"
    END_KEPT = "end_kept"
    MONTHS_OUT_OF_RANGE = "months_out_of_range"
    EVERY_UNKNOWN = "every_unknown"


REASONS: Mapping[RowReason, str] = MappingProxyType(
    {
        RowReason.TOO_MANY_CELLS: QT_TRANSLATE_NOOP("ImportReasons", "The row has {value} cells, but the list has {other} columns."),
        RowReason.TOO_FEW_CELLS: QT_TRANSLATE_NOOP("ImportReasons", "The row has only {value} cells, but the list has {other} columns."),
        RowReason.BROKEN_QUOTE: QT_TRANSLATE_NOOP("ImportReasons", "A quotation mark in the row is not closed."),
        RowReason.CELL_TOO_LONG: QT_TRANSLATE_NOOP("ImportReasons", "A cell of the row is too long."),
        RowReason.UNREADABLE_CHARACTERS: QT_TRANSLATE_NOOP("ImportReasons", "The row has characters that cannot be read."),
        RowReason.NAME_MISSING: QT_TRANSLATE_NOOP("ImportReasons", "A name is needed."),
        RowReason.DATE_MISSING: QT_TRANSLATE_NOOP("ImportReasons", "A date is needed."),
        RowReason.DATE_UNREADABLE: QT_TRANSLATE_NOOP("ImportReasons", "This cannot be read as a date."),
        RowReason.NO_SUCH_MONTH: QT_TRANSLATE_NOOP("ImportReasons", "There is no month {other}."),
        RowReason.NO_SUCH_DAY: QT_TRANSLATE_NOOP("ImportReasons", "There is no such day."),
        RowReason.OUTSIDE_ERA: QT_TRANSLATE_NOOP("ImportReasons", "The era does not have this date."),
        RowReason.DATE_IN_FUTURE: QT_TRANSLATE_NOOP("ImportReasons", "The date is in the future."),
        RowReason.DATE_AMBIGUOUS: QT_TRANSLATE_NOOP("ImportReasons", "Day and month cannot be told apart."),
        RowReason.TIME_UNREADABLE: QT_TRANSLATE_NOOP("ImportReasons", "This cannot be read as a time."),
        RowReason.NUMBER_UNREADABLE: QT_TRANSLATE_NOOP("ImportReasons", "This cannot be read as a number."),
        RowReason.AMOUNT_MISSING: QT_TRANSLATE_NOOP("ImportReasons", "An amount is needed."),
        RowReason.AMOUNT_UNREADABLE: QT_TRANSLATE_NOOP("ImportReasons", "This cannot be read as an amount."),
        RowReason.AMOUNT_OTHER_CURRENCY: QT_TRANSLATE_NOOP("ImportReasons", "The amount is in another currency than the shop's."),
        RowReason.AMOUNT_TOO_LARGE: QT_TRANSLATE_NOOP("ImportReasons", "The amount is too large."),
        RowReason.EMAIL_TWO_AT: QT_TRANSLATE_NOOP("ImportReasons", "There are two @ signs."),
        RowReason.EMAIL_UNREADABLE: QT_TRANSLATE_NOOP("ImportReasons", "This is not an e-mail address."),
        RowReason.CHOICE_UNREADABLE: QT_TRANSLATE_NOOP("ImportReasons", "This is neither yes nor no."),
        RowReason.RECEIPT_OTHER_CUSTOMER: QT_TRANSLATE_NOOP(
            "ImportReasons", "The receipt {value} already belongs to another customer ({other})."
        ),
        RowReason.REFUND_NOT_NEGATIVE: QT_TRANSLATE_NOOP("ImportReasons", "A refund needs an amount below zero."),
        RowReason.AMOUNT_ROUNDED: QT_TRANSLATE_NOOP("ImportReasons", "The amount {value} was rounded to {other}."),
        RowReason.PRICE_ROUNDED: QT_TRANSLATE_NOOP("ImportReasons", "The unit price {value} was rounded to {other}."),
        RowReason.PHONE_AS_TYPED: QT_TRANSLATE_NOOP("ImportReasons", "This does not look like a phone number. It is kept as it stands."),
        RowReason.POSTAL_CODE_AS_TYPED: QT_TRANSLATE_NOOP("ImportReasons", "This does not look like a postcode. It is kept as it stands."),
        RowReason.RECEIPT_INCOMPLETE: QT_TRANSLATE_NOOP("ImportReasons", "The receipt {value} comes in without a row that was refused."),
        RowReason.RECEIPT_SPANS_DAYS: QT_TRANSLATE_NOOP(
            "ImportReasons", "The receipt {value} has rows of several days. The first day counts."
        ),
        RowReason.CODE_TAKEN: QT_TRANSLATE_NOOP("ImportReasons", "The customer number {value} belongs to {other}. It was left empty."),
        RowReason.DOUBLE_MERGED: QT_TRANSLATE_NOOP("ImportReasons", "The same person as {other}: both were made one."),
        RowReason.DOUBLE_ADDED: QT_TRANSLATE_NOOP("ImportReasons", "May be the same person as {other}. Added as another customer."),
        RowReason.DOUBLE_LEFT: QT_TRANSLATE_NOOP("ImportReasons", "May be the same person as {other}. Left out until you decide."),
        RowReason.STOP_KEPT: QT_TRANSLATE_NOOP("ImportReasons", "The list says yes, but {other} said no. It stays no."),
        RowReason.CUSTOMER_UNKNOWN: QT_TRANSLATE_NOOP("ImportReasons", "There is no customer {value}."),
        RowReason.CUSTOMER_AMBIGUOUS: QT_TRANSLATE_NOOP("ImportReasons", "Several customers match {value}."),
        RowReason.ALREADY_THERE: QT_TRANSLATE_NOOP("ImportReasons", "The receipt {value} is recorded already."),
        RowReason.REFUND_WITHOUT_PURCHASE: QT_TRANSLATE_NOOP(
            "ImportReasons", "The receipt {value} it takes back is not there. It counts as a refund without a purchase."
        ),
        RowReason.CODE_MISSING: QT_TRANSLATE_NOOP("ImportReasons", "A customer number is needed."),
        RowReason.POINTS_MISSING: QT_TRANSLATE_NOOP("ImportReasons", "A number of points is needed."),
        RowReason.POINTS_LAPSED: QT_TRANSLATE_NOOP("ImportReasons", "The last valid day is past. These points do not count any more."),
        RowReason.POINTS_TWICE: QT_TRANSLATE_NOOP(
            "ImportReasons", "Row {other} has points of {value} with the same last valid day already."
        ),
        RowReason.PRODUCT_MISSING: QT_TRANSLATE_NOOP("ImportReasons", "The name of the product is needed."),
        RowReason.PRODUCT_TWICE: QT_TRANSLATE_NOOP("ImportReasons", "Row {other} is about the same product."),
        RowReason.PRODUCT_NAME_TAKEN: QT_TRANSLATE_NOOP(
            "ImportReasons", "There is another product called {value}. To tell the two apart, both need a code."
        ),
        RowReason.BARCODE_TAKEN: QT_TRANSLATE_NOOP("ImportReasons", "The barcode {value} belongs to {other}."),
        RowReason.RATE_OUT_OF_RANGE: QT_TRANSLATE_NOOP("ImportReasons", "This rate cannot be. It is a per cent between 0 and {other}."),
        RowReason.DAYS_OUT_OF_RANGE: QT_TRANSLATE_NOOP("ImportReasons", "The days must be a whole number between 1 and {other}."),
        RowReason.ANSWER_UNKNOWN: QT_TRANSLATE_NOOP("ImportReasons", "This is none of the answers to choose from. It is left out."),
        RowReason.NUMBER_OUT_OF_RANGE: QT_TRANSLATE_NOOP("ImportReasons", "The question does not allow this number. It is left out."),
        RowReason.NOTHING_ANSWERED: QT_TRANSLATE_NOOP("ImportReasons", "None of the questions is answered."),
        RowReason.ANSWERS_THERE: QT_TRANSLATE_NOOP("ImportReasons", "These answers came in before."),
        RowReason.ANSWERED_BY_STRANGER: QT_TRANSLATE_NOOP(
            "ImportReasons", "There is no customer {value}. The answers come in without a customer."
        ),
        RowReason.ANSWERED_BY_SEVERAL: QT_TRANSLATE_NOOP(
            "ImportReasons", "Several customers match {value}. The answers come in without a customer."
        ),
        RowReason.ANSWERED_BY_DOUBTFUL: QT_TRANSLATE_NOOP(
            "ImportReasons", "What the row says of the customer does not fit together. The answers come in without a customer."
        ),
        RowReason.STAFF_UNKNOWN: QT_TRANSLATE_NOOP(
            "ImportReasons", "There is nobody called {value} among the staff. The answers come in without them."
        ),
        RowReason.ARM_UNKNOWN: QT_TRANSLATE_NOOP("ImportReasons", "“{value}” is neither sent nor held."),
        RowReason.LISTED_TWICE: QT_TRANSLATE_NOOP("ImportReasons", "Row {other} is about the same customer."),
        RowReason.PLAN_MISSING: QT_TRANSLATE_NOOP("ImportReasons", "What the contract is for is needed."),
        RowReason.END_BEFORE_START: QT_TRANSLATE_NOOP("ImportReasons", "The day is before the contract begins."),
        RowReason.CONTRACT_TWICE: QT_TRANSLATE_NOOP("ImportReasons", "Row {other} is about the same contract."),
        RowReason.END_KEPT: QT_TRANSLATE_NOOP("ImportReasons", "The list says it runs, but here it ended on {other}. It stays ended."),
        RowReason.MONTHS_OUT_OF_RANGE: QT_TRANSLATE_NOOP("ImportReasons", "The months must be a whole number between 1 and {other}."),
        RowReason.EVERY_UNKNOWN: QT_TRANSLATE_NOOP("ImportReasons", "“{value}” is neither month nor year nor once."),
        RowReason.POINTS_BELOW_ZERO: QT_TRANSLATE_NOOP(
            "ImportReasons", "Points that this purchase earned are used already: the balance of the customer is {value} now."
        ),
        RowReason.POINTS_THERE: QT_TRANSLATE_NOOP("ImportReasons", "The points that {value} had before are recorded already."),
    }
)


def _as_it_stands(context: str, text: str) -> str:
    return text


def _same(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot come in. `row` as a spreadsheet shows it; `field` "" when the whole row is meant."""

    row: int
    reason: RowReason
    field: str = ""
    value: str = ""
    name: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class RowWarning:
    """A row that comes in and is worth a look. Places as in RowError."""

    row: int
    reason: RowReason
    field: str = ""
    value: str = ""
    name: str = ""
    other: str = ""


def sentence(
    problem: RowError | RowWarning,
    translate: Callable[[str, str], str] = _as_it_stands,
    field_label: Callable[[str], str] = _same,
) -> str:
    """The reason as a whole sentence in the language of `translate(context, source)`."""
    source = translate(REASONS_CONTEXT, REASONS[problem.reason])
    return source.format(field=field_label(problem.field), value=problem.value, other=problem.other)


def shown(value: str) -> str:
    """A value short enough for a list of problems."""
    return value if len(value) <= _SHOWN_VALUE_LENGTH else value[: _SHOWN_VALUE_LENGTH - 1] + "…"
