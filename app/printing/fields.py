"""Merge fields: `{{name}}`, `{{氏名}}`, `{{last_visit|date:M月D日}}`, `{{points|number}}`, `{{staff|default:店長}}`.

A text is read once; nothing in it is ever run. A line whose fields are all empty is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.cards import FIELD_NAMES, FieldValue, Recipient
from app.domain.print_problems import TemplateBroken, UnknownField

_FIELD = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_WEEKDAYS = "月火水木金土日"
_DATE_PARTS = re.compile(r"YYYY|MM|M|DD|D|曜")

Filter = Callable[[FieldValue], FieldValue]


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    filters: tuple[Filter, ...]
    fallback: str = ""

    def value(self, values: Mapping[str, FieldValue]) -> str:
        found = values.get(self.name)
        if found is None or found == "":
            return self.fallback
        for change in self.filters:
            found = change(found)
        return _plain(found)


_Part = str | _Field


@dataclass(frozen=True, slots=True)
class FieldText:
    """A text that was read: lines of words and fields."""

    lines: tuple[tuple[_Part, ...], ...]

    def merged(self, values: Mapping[str, FieldValue]) -> str:
        """The text for one person; `values` go by the English names."""
        kept = (_line(parts, values) for parts in self.lines)
        return "\n".join(line for line in kept if line is not None)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(part.name for line in self.lines for part in line if isinstance(part, _Field))


def compile_template(text: str, own_fields: Iterable[str] = ()) -> FieldText:
    """Read a text; UnknownField and TemplateBroken when it cannot be printed. `own_fields` are the shop's own."""
    known = known_fields(own_fields)
    return FieldText(tuple(_read_line(line, known) for line in text.replace("\r\n", "\n").split("\n")))


def known_fields(own_fields: Iterable[str] = ()) -> dict[str, str]:
    """Each way to write a field, and the name it goes by."""
    return {name: name for name in (*FIELD_NAMES, *own_fields)} | {alias: name for name, alias in FIELD_NAMES.items()}


def own_fields_of(recipients: Iterable[Recipient]) -> frozenset[str]:
    """The fields that any of them brings along."""
    return frozenset(name for recipient in recipients for name in recipient.fields)


def _line(parts: tuple[_Part, ...], values: Mapping[str, FieldValue]) -> str | None:
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0].rstrip()
    written: list[str] = []
    has_field = has_value = False
    for part in parts:
        if isinstance(part, str):
            written.append(part)
            continue
        value = part.value(values)
        has_field = True
        has_value = has_value or bool(value)
        written.append(value)
    return None if has_field and not has_value else "".join(written).rstrip()


def _read_line(line: str, known: Mapping[str, str]) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    end = 0
    for found in _FIELD.finditer(line):
        parts += _words(line[end : found.start()])
        parts.append(_read_field(found.group(1), known))
        end = found.end()
    parts += _words(line[end:])
    return tuple(parts)


def _words(text: str) -> list[_Part]:
    if "{{" in text or "}}" in text:
        raise TemplateBroken(field="text", part=text.strip())
    return [text] if text else []


def _read_field(inside: str, known: Mapping[str, str]) -> _Field:
    name, *filters = (piece.strip() for piece in inside.split("|"))
    if not name:
        raise TemplateBroken(field="text", part=f"{{{{{inside}}}}}")
    if name not in known:
        raise UnknownField(field="text", name=name)
    changes: list[Filter] = []
    fallback = ""
    for piece in filters:
        kind, _, argument = piece.partition(":")
        if kind.strip() == "default":
            fallback = argument.strip()
        elif kind.strip() == "date":
            changes.append(_date_filter(argument.strip() or "YYYY/MM/DD"))
        elif kind.strip() == "number":
            changes.append(_grouped)
        else:
            raise TemplateBroken(field="text", part=f"{{{{{inside}}}}}")
    return _Field(known[name], tuple(changes), fallback)


def _date_filter(pattern: str) -> Filter:
    def write(value: FieldValue) -> FieldValue:
        if not isinstance(value, date):
            return value
        parts = {
            "YYYY": f"{value.year:04d}",
            "MM": f"{value.month:02d}",
            "M": str(value.month),
            "DD": f"{value.day:02d}",
            "D": str(value.day),
            "曜": _WEEKDAYS[value.weekday()],
        }
        return _DATE_PARTS.sub(lambda found: parts[found.group()], pattern)

    return write


def _grouped(value: FieldValue) -> FieldValue:
    return f"{value:,}" if isinstance(value, int) else value


def _plain(value: FieldValue) -> str:
    if isinstance(value, date):
        return f"{value.year}/{value.month}/{value.day}"
    return "" if value is None else str(value)
