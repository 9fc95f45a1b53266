"""What the values of a column look like, for lists whose header is missing or misleads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from app.domain.addresses import PREFECTURES
from app.domain.dates import parse_datetime
from app.domain.numbers import parse_decimal
from app.domain.text import is_kana, to_half_width

# What a list of products says of a row: a service (True) or a thing.
KIND_WORDS: Mapping[str, bool] = MappingProxyType(
    {"サービス": True, "施術": True, "技術": True, "service": True, "商品": False, "物販": False, "店販": False, "product": False}
)
# Plain enough to be no names of groups.
_PLAIN_KINDS = frozenset(("サービス", "商品", "service", "product"))
_MOST = 0.8
_POSTAL_CODE = re.compile(r"〒?\s*\d{3}-\d{4}")
_PHONE = re.compile(r"0\d{1,4}-\d{1,4}-\d{3,4}|0\d{9,10}|\(0\d{1,4}\)\s?\d{1,4}-\d{4}")
_MOBILE = re.compile(r"0[789]0")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CODE = re.compile(r"[A-Za-z]{0,3}-?\d{1,12}(?:\.0)?")
_NAME = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆 \u3000]{2,16}")
_BIRTHDAYS_BEFORE = 2015


def field_of_values(values: Sequence[str], for_customers: bool, *, header_says: str, has_header: bool) -> str:
    """The field that the values speak for; "" when they say nothing, or nothing against what the header says."""
    if not values:
        return ""
    if has_header and header_says:
        return _contradiction(values, header_says)
    if for_customers:
        return _customer_field(values, has_header=has_header)
    return "" if has_header else _purchase_field(values)


def product_field_of_values(values: Sequence[str], *, header_says: str) -> str:
    """ "service" for a column of サービス and 商品, whatever its header; "" when the values say nothing."""
    words = {to_half_width(value).casefold() for value in values}
    kinds = KIND_WORDS.keys() if not header_says else _PLAIN_KINDS if header_says == "group" else frozenset[str]()
    return "service" if words and words <= kinds else ""


def _most(values: Sequence[str], holds: Callable[[str], object]) -> bool:
    return sum(1 for value in values if holds(to_half_width(value))) >= len(values) * _MOST


def _contradiction(values: Sequence[str], header_says: str) -> str:
    if header_says in ("phone", "mobile") and _most(values, _EMAIL.fullmatch):
        return "email"
    if header_says in ("name", "customer_name") and _most(values, _CODE.fullmatch):
        return "code" if header_says == "name" else "customer_code"
    return ""


def _customer_field(values: Sequence[str], *, has_header: bool) -> str:
    if _most(values, _EMAIL.fullmatch):
        return "email"
    if _most(values, _POSTAL_CODE.fullmatch):
        return "postal_code"
    if _most(values, _PHONE.fullmatch):
        return "mobile" if _most(values, _MOBILE.match) else "phone"
    if has_header:
        return ""
    if _most(values, lambda value: value.startswith(PREFECTURES)):
        return "address"
    if _most(values, is_kana) and _most(values, lambda value: len(value) > 2):
        return "kana"
    if _most(values, _is_birthday):
        return "birthday"
    if _most(values, _NAME.fullmatch):
        return "name"
    return "code" if len(set(values)) == len(values) and _most(values, _CODE.fullmatch) else ""


def _is_birthday(value: str) -> bool:
    day = parse_datetime(value)
    return not value.isdigit() and isinstance(day, datetime) and day.year < _BIRTHDAYS_BEFORE


def _purchase_field(values: Sequence[str]) -> str:
    if _most(values, _PHONE.fullmatch):
        return "phone"
    if _most(values, lambda value: not value.isdigit() and isinstance(parse_datetime(value), datetime)):
        return "date"
    if _most(values, _NAME.fullmatch) and any(" " in value or "\u3000" in value for value in values):
        return "customer_name"
    if _most(values, lambda value: parse_decimal(value.lstrip("¥\\£$").rstrip("円")) is not None) and any(
        len(value) > 2 for value in values
    ):
        return "amount"
    return ""
