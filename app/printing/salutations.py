"""Cards, and letters that carry no address, name everybody of the household who shares them: in the line that greets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.cards import Card, FieldValue, Recipient, is_addressed
from app.domain.prints import PrintKind
from app.domain.templates import ElementKind, Slot
from app.domain.text import is_japanese
from app.printing.fields import FieldText
from app.printing.template_read import TemplatePages

BESIDE = "\u3000"
BELOW = "\n"
_EVERYBODY = "ご家族の皆様"
_FAMILY = "ご家族"


def greeting_of(pages: TemplatePages, job: Card) -> str:
    """The element whose `name` stands for all of them; empty where an address on the same page names them, or nothing
    does."""
    if job.kind is not PrintKind.THANK_YOU and is_addressed(job):
        return ""
    naming = [one.element for one in pages.elements if one.element.kind is ElementKind.TEXT and "name" in one.text.names]
    greeting = next((one for one in naming if one.slot is Slot.SALUTATION), naming[0] if naming else None)
    return greeting.name if greeting else ""


def greeting_values(
    values: Mapping[str, FieldValue], recipient: Recipient, job: Card, language: str, apart: str = BESIDE
) -> Mapping[str, FieldValue]:
    """The merge fields of that element: 林 一郎 様　花子 様, each with the own honorific, or Emma Carter, John and Mia."""
    people = [one for one in recipient.named(with_joint=job.options.print_joint_names) if one[0].strip()]
    if len(people) < 2:
        return values
    if not is_japanese(language):
        return {**values, "name": _listed([name for name, _ in people])}
    *others, (last, honorific) = people
    name = apart.join((*(f"{one} {title}".strip() for one, title in others), last))
    return {**values, "name": name, "honorific": honorific}


def family_values(values: Mapping[str, FieldValue], recipient: Recipient, text: FieldText, language: str) -> Mapping[str, FieldValue]:
    """The merge fields of that element where the names have no room: 林 ご家族の皆様, Emma Carter and family."""
    if not is_japanese(language):
        return {**values, "name": f"{recipient.name} and family"}
    called = str(values.get("family_name") or recipient.name)
    if "honorific" in text.names:
        return {**values, "name": called, "honorific": _EVERYBODY}
    return {**values, "name": f"{called} {_FAMILY}"}


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
