"""What keeps one piece from being printed well, found before the run."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.cards import Card, Recipient, is_addressed
from app.domain.print_problems import PrintProblem
from app.domain.text import digits_of
from app.printing.address_latin import is_abroad
from app.printing.address_side import POSTAL_LENGTH
from app.printing.fonts import missing_characters
from app.printing.house import room_of

__all__ = ["check_recipient", "missing_characters"]


def check_recipient(recipient: Recipient, card: Card) -> list[PrintProblem]:
    """Problems of the record and of the finished layout; UnknownField, TemplateBroken or TemplateUnfit when the text is at fault."""
    problems: list[PrintProblem] = []
    if not recipient.name.strip():
        problems.append(PrintProblem.NO_NAME)
    if is_addressed(card):
        problems += _address_problems(recipient)
    if any(missing_characters(text) for text in _texts(recipient)):
        problems.append(PrintProblem.MISSING_CHARACTERS)
    if room_of(card.kind).overflows(recipient, card):
        problems.append(PrintProblem.TEXT_TOO_LONG)
    return problems


def _address_problems(recipient: Recipient) -> list[PrintProblem]:
    problems = [] if recipient.address.strip() else [PrintProblem.NO_ADDRESS]
    if is_abroad(recipient):
        return problems
    digits = digits_of(recipient.postal_code)
    if not recipient.postal_code.strip():
        problems.append(PrintProblem.NO_POSTCODE)
    elif len(digits) != POSTAL_LENGTH:
        problems.append(PrintProblem.BAD_POSTCODE)
    return problems


def _texts(recipient: Recipient) -> Iterator[str]:
    yield from (recipient.name, recipient.honorific, recipient.address, recipient.building)
    yield from (recipient.company, recipient.department, recipient.role, *recipient.joint_names, *recipient.joint_honorifics)
    yield recipient.message
    yield from (value for value in recipient.fields.values() if isinstance(value, str))
