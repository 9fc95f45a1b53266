"""What a customer's record must hold, and what follows from what was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.customers import CustomerFields, CustomerKind
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import join_name, split_name
from app.domain.text import customer_search_key, sort_key


class NameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a name. What you typed is still here.")


class CodeTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The customer number {code} belongs to another customer. Please choose another number.")


class CustomerGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This customer is no longer there. The import or entry was undone. Nothing was changed.")


class NobodyNumbered(DomainError):
    """`code` belongs to nobody."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no customer with the number {code}.")


class ContactEmpty(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please write a word or two about the contact.")


def completed(fields: CustomerFields) -> CustomerFields:
    """Fill what follows from the rest: the whole name from its halves and the halves from the whole (persons only)."""
    name, kana = display_name(fields), display_kana(fields)
    changes: dict[str, Any] = {"name": name, "kana": kana}
    if fields.kind is CustomerKind.PERSON and not (fields.family_name or fields.given_name) and fields.name.strip():
        changes["family_name"], changes["given_name"] = split_name(name)
    if fields.kind is CustomerKind.PERSON and not (fields.family_kana or fields.given_kana) and kana:
        changes["family_kana"], changes["given_kana"] = split_name(kana)
    return replace(fields, **changes)


def display_name(fields: CustomerFields) -> str:
    """Family and given name, else the name as given, else the company."""
    joined = join_name(fields.family_name, fields.given_name)
    return joined or fields.name.strip() or fields.company.strip()


def display_kana(fields: CustomerFields) -> str:
    return join_name(fields.family_kana, fields.given_kana) or fields.kana.strip()


def index_keys(fields: CustomerFields) -> tuple[str, str]:
    """(search key, sort key); every own field can be searched too."""
    name, kana = display_name(fields), display_kana(fields)
    own = [value for _key, value in sorted(fields.own.items())]
    search = customer_search_key(name, kana, fields.company, fields.phone, fields.mobile, fields.code, fields.email, *own)
    return search, sort_key(kana, fields.company if fields.kind is CustomerKind.COMPANY and not kana else name)
