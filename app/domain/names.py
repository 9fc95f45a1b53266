"""Names of people and companies: parts, the form of address (様 and 御中, never both), initials."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.domain.text import collapse_spaces, is_japanese

PERSON_HONORIFIC = "様"
ORGANISATION_HONORIFIC = "御中"

_ENDS_WITH_HONORIFIC = re.compile(r"\s*(?:様|さま|サマ|殿|御中|先生|さん|各位)$")
_ONLY_FOR_ORGANISATIONS = ("御中",)
_COMPANY_FORMS = re.compile(r"株式会社|有限会社|合同会社|合資会社|合名会社|[（(][株有合][）)]|[㈱㈲]")


def split_name(full: str) -> tuple[str, str]:
    """Family and given name at the first blank of any width; without one the whole is the family name."""
    family, _, given = collapse_spaces(full).partition(" ")
    return family, given


def join_name(family: str, given: str) -> str:
    """Both parts with one half-width space."""
    return collapse_spaces(f"{family} {given}")


def with_honorific(name: str, honorific: str = "", *, is_organisation: bool = False, language: str = "ja") -> str:
    """The name as it is addressed: 吉田 花子 様, 株式会社青山 御中.

    An honorific that was typed behind the name is not doubled: the name keeps it, unless `honorific` says another.
    Organisations take 御中 and people never do. In English only an honorific of the record is written, in front.
    """
    plain = collapse_spaces(name)
    if not plain:
        return ""
    if not is_japanese(language):
        return f"{honorific} {plain}" if honorific and honorific.isascii() else plain
    typed = _ENDS_WITH_HONORIFIC.search(plain)
    bare = plain[: typed.start()] if typed and typed.start() else plain
    if is_organisation:
        return f"{bare} {ORGANISATION_HONORIFIC}"
    kept = typed.group().strip() if typed and typed.start() else ""
    chosen = next((word for word in (honorific, kept) if word and word not in _ONLY_FOR_ORGANISATIONS), PERSON_HONORIFIC)
    return f"{bare} {chosen}"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Lines of an address, empty ones to be left out; the honorific stands on exactly one of them."""

    company: str = ""
    department: str = ""
    role: str = ""
    name: str = ""


def addressee(
    name: str, *, honorific: str = "", company: str = "", department: str = "", role: str = "", language: str = "ja"
) -> Addressee:
    """Who a piece of paper is for: the person with 様, or 御中 on the last line of a company without a person.

    A name that only repeats the company is no person.
    """
    person, firm, section = collapse_spaces(name), collapse_spaces(company), collapse_spaces(department)
    if person and person != firm:
        return Addressee(firm, section, collapse_spaces(role), with_honorific(person, honorific, language=language))
    firm = firm or person
    if section:
        return Addressee(firm, with_honorific(section, is_organisation=True, language=language))
    return Addressee(with_honorific(firm, is_organisation=True, language=language))


def initials(name: str) -> str:
    """What stands in a round picture: the first character of a Japanese name, the first letters of two Latin words."""
    plain = collapse_spaces(_COMPANY_FORMS.sub(" ", name)) or collapse_spaces(name)
    if not plain:
        return ""
    words = plain.split(" ")
    if all(_is_latin(word[0]) for word in (words[0], words[-1])):
        return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper()
    return _first_character(plain)


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def _first_character(text: str) -> str:
    # A variation selector behind a kanji belongs to it.
    end = 1
    while end < len(text) and (unicodedata.combining(text[end]) or unicodedata.name(text[end], "").startswith("VARIATION SELECTOR")):
        end += 1
    return text[:end]
