"""What keeps one piece from being printed well, found before the run."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.cards import Card, CardSide, Recipient, is_addressed, needs_address
from app.domain.print_problems import PrintProblem
from app.domain.prints import PrintKind
from app.domain.templates import ElementKind
from app.domain.text import digits_of
from app.printing.address_latin import is_abroad
from app.printing.address_side import POSTAL_LENGTH
from app.printing.fonts import missing_characters
from app.printing.house import room_of
from app.printing.labels import lacks_code
from app.printing.salutations import greeting_of
from app.printing.template_read import compile_template_page
from app.printing.thank_you import merge_values, read_words

__all__ = ["check_recipient", "missing_characters"]


def check_recipient(recipient: Recipient, card: Card) -> list[PrintProblem]:
    """Problems of the record and of the finished layout; UnknownField, TemplateBroken or TemplateUnfit when the text is at fault."""
    problems: list[PrintProblem] = []
    if not recipient.name.strip():
        problems.append(PrintProblem.NO_NAME)
    if needs_address(card):
        problems += _address_problems(recipient)
    if any(missing_characters(text) for text in _printed(recipient, card)):
        problems.append(PrintProblem.MISSING_CHARACTERS)
    if room_of(card.kind).overflows(recipient, card):
        problems.append(PrintProblem.TEXT_TOO_LONG)
    elif card.kind is PrintKind.LABELS and lacks_code(recipient, card):
        problems.append(PrintProblem.NO_CODE_ROOM)
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


def _printed(recipient: Recipient, card: Card) -> Iterator[str]:
    """What stands on the piece of the record's own words; what the record has besides is no reason to keep the piece back."""
    if card.survey is not None:
        yield recipient.name if card.survey.is_named else ""
    elif is_addressed(card):
        yield from (recipient.address, recipient.building, recipient.company, recipient.department, recipient.role)
        for named in recipient.named(with_joint=card.options.print_joint_names):
            yield from named
    elif card.template is not None and greeting_of(compile_template_page(card.template, frozenset(recipient.fields)), card):
        for named in recipient.named(with_joint=card.options.print_joint_names)[1:]:
            yield from named
    names, has_message = _asked(recipient, card)
    values = merge_values(recipient, card) if names else {}
    yield from (value for name in names if isinstance(value := values.get(name), str))
    if has_message:
        yield recipient.message


def _asked(recipient: Recipient, card: Card) -> tuple[frozenset[str], bool]:
    """The merge fields of the message, and whether the words for this one person have a place."""
    is_message = card.kind not in (PrintKind.ENVELOPE, PrintKind.LABELS)
    if not is_message or (card.kind is PrintKind.THANK_YOU and card.options.side is CardSide.ADDRESS):
        return frozenset(), False
    own_fields = frozenset(recipient.fields)
    if card.template is not None:
        elements = tuple(compile_template_page(card.template, own_fields).elements)
        has_message = any(one.element.kind is ElementKind.PERSONAL for one in elements)
        return frozenset().union(*(one.text.names for one in elements)), has_message
    words = read_words(card, own_fields)
    texts = (words.headline, words.salutation, words.body, words.offer, words.offer_note, words.signature)
    return frozenset().union(*(text.names for text in texts)), False
