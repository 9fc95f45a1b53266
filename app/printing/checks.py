"""What keeps one card from being printed well, found before the run."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.cards import Card, CardSide, Recipient
from app.domain.print_problems import PrintProblem
from app.domain.text import digits_of
from app.printing.address_side import POSTAL_LENGTH, compose_address_side
from app.printing.fonts import missing_characters
from app.printing.thank_you import compose_message_side, read_words

__all__ = ["check_recipient", "missing_characters"]


def check_recipient(recipient: Recipient, card: Card) -> list[PrintProblem]:
    """Problems of the record and of the finished layout; UnknownField or TemplateBroken when the card's text is at fault."""
    problems: list[PrintProblem] = []
    if not recipient.name.strip():
        problems.append(PrintProblem.NO_NAME)
    if card.options.side is not CardSide.MESSAGE:
        problems += _address_problems(recipient)
    if any(missing_characters(text) for text in _texts(recipient)):
        problems.append(PrintProblem.MISSING_CHARACTERS)
    if _overflows(recipient, card):
        problems.append(PrintProblem.TEXT_TOO_LONG)
    return problems


def _address_problems(recipient: Recipient) -> list[PrintProblem]:
    problems = [] if recipient.address.strip() else [PrintProblem.NO_ADDRESS]
    digits = digits_of(recipient.postal_code)
    if not recipient.postal_code.strip():
        problems.append(PrintProblem.NO_POSTCODE)
    elif len(digits) != POSTAL_LENGTH:
        problems.append(PrintProblem.BAD_POSTCODE)
    return problems


def _texts(recipient: Recipient) -> Iterator[str]:
    yield from (recipient.name, recipient.honorific, recipient.address, recipient.building)
    yield from (recipient.company, recipient.department, recipient.role, *recipient.joint_names)
    yield from (value for value in recipient.fields.values() if isinstance(value, str))


def _overflows(recipient: Recipient, card: Card) -> bool:
    if card.options.side is not CardSide.MESSAGE and compose_address_side(recipient, card.sender, card.options).layout.overflows:
        return True
    if card.options.side is CardSide.ADDRESS:
        return False
    words = read_words(card, frozenset(recipient.fields))
    return compose_message_side(recipient, card, words).layout.overflows
