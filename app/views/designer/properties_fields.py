"""Merge fields to be put into a text, and the ways in which one can be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from app.domain.cards import FIELD_NAMES
from app.domain.marking import QT_TRANSLATE_NOOP
from app.views.labels import translated
from app.views.moments import language
from app.views.printing.words import MERGE_LABELS
from app.views.widgets.buttons import MenuButton, escape_mnemonic
from app.views.widgets.text_field import TextArea

_FIELD = re.compile(r"\{\{([^{}\n]*)\}\}")
DAYS = frozenset({"last_visit", "lapse_day", "today"})
NUMBERS = frozenset({"visits", "points", "lapse_points"})

FIELD_LABELS: Mapping[str, str] = {
    **MERGE_LABELS,
    "given_name": QT_TRANSLATE_NOOP("MergeFields", "Given name"),
    "kana": QT_TRANSLATE_NOOP("MergeFields", "Reading of the name"),
    "number": QT_TRANSLATE_NOOP("MergeFields", "Customer number"),
    "company": QT_TRANSLATE_NOOP("MergeFields", "Company"),
    "department": QT_TRANSLATE_NOOP("MergeFields", "Department"),
    "role": QT_TRANSLATE_NOOP("MergeFields", "Position"),
    "birthday": QT_TRANSLATE_NOOP("MergeFields", "Birthday"),
    "phone": QT_TRANSLATE_NOOP("MergeFields", "Telephone of the shop"),
    "note": QT_TRANSLATE_NOOP("MergeFields", "Remark of the sender"),
}
FIELD_GROUPS: Sequence[tuple[str, tuple[str, ...]]] = (
    (
        QT_TRANSLATE_NOOP("MergeFields", "The customer"),
        ("name", "honorific", "family_name", "given_name", "kana", "company", "department", "role", "birthday", "number"),
    ),
    (
        QT_TRANSLATE_NOOP("MergeFields", "Visits and points"),
        ("last_visit", "visits", "points", "lapse_points", "lapse_day", "staff"),
    ),
    (QT_TRANSLATE_NOOP("MergeFields", "The shop and the day"), ("shop", "sender", "phone", "note", "today")),
)
_OWN = QT_TRANSLATE_NOOP("MergeFields", "Your own fields")


@dataclass(frozen=True, slots=True)
class Writing:
    """A way to write a field: what is put behind its name, and what comes out of it."""

    filter: str
    example: str


_DATES: Mapping[str, tuple[Writing, ...]] = {
    "ja": (
        Writing("date:M月D日", "3月5日"),
        Writing("date:M月D日(曜)", "3月5日(木)"),
        Writing("date:YYYY年M月D日", "2026年3月5日"),
        Writing("date:M月", "3月"),
        Writing("date:YYYY/MM/DD", "2026/03/05"),
    ),
    "en": (
        Writing("date:D/M/YYYY", "5/3/2026"),
        Writing("date:D/M", "5/3"),
        Writing("date:DD.MM.YYYY", "05.03.2026"),
        Writing("date:M/D/YYYY", "3/5/2026"),
        Writing("date:YYYY-MM-DD", "2026-03-05"),
    ),
}
_NUMBER = Writing("number", "1,234")


@dataclass(frozen=True, slots=True)
class FieldAtCursor:
    """A field in a text: `start` to `end` with its braces, `name` by its English name, `filters` as written."""

    start: int
    end: int
    written: str
    name: str
    filters: tuple[str, ...]


def field_label(name: str) -> str:
    """What a merge field is called; one of the shop's own by its own name."""
    return translated("MergeFields", FIELD_LABELS[name]) if name in FIELD_LABELS else name


def field_mark(name: str) -> str:
    """What is put into the text for a field: in Japanese its Japanese name, days and numbers in their usual way."""
    spoken = language()
    written = FIELD_NAMES.get(name, name) if spoken == "ja" else name
    if name in DAYS:
        written += f"|{_DATES[spoken][0].filter}"
    elif name in NUMBERS:
        written += f"|{_NUMBER.filter}"
    return f"{{{{{written}}}}}"


def with_field(text: str, unknown: str, name: str) -> str:
    """The text with a field in place of another, which is written as that one was; days and numbers in their usual way where nothing is
    said."""

    def instead(found: re.Match[str]) -> str:
        written, *filters = (part.strip() for part in found.group(1).split("|"))
        if written != unknown:
            return found.group(0)
        if not filters:
            return field_mark(name)
        return "{{" + "|".join((FIELD_NAMES.get(name, name) if language() == "ja" else name, *filters)) + "}}"

    return _FIELD.sub(instead, text)


def field_at(text: str, place: int) -> FieldAtCursor | None:
    """The field in which, or right behind which, the cursor stands."""
    by_alias = {alias: name for name, alias in FIELD_NAMES.items()}
    for found in _FIELD.finditer(text):
        if found.start() < place <= found.end():
            written, *filters = (part.strip() for part in found.group(1).split("|"))
            return FieldAtCursor(found.start(), found.end(), written, by_alias.get(written, written), tuple(filters))
    return None


def ways_of(name: str, spoken: str) -> tuple[Writing, ...]:
    """How a field can be written; one of the shop's own may hold anything."""
    if name in DAYS:
        return _DATES[spoken]
    if name in NUMBERS:
        return (_NUMBER,)
    return () if name in FIELD_NAMES else (*_DATES[spoken], _NUMBER)


class FieldMenus(QObject):
    """Fills two buttons beside a text: one puts fields in, one says how the field at the cursor is written."""

    def __init__(self, text: TextArea, insert: MenuButton, manner: MenuButton) -> None:
        super().__init__(text)
        self._text, self._insert, self._manner = text, insert, manner
        self.set_own_fields(())
        manner.menu().aboutToShow.connect(self._fill_manner)
        text.cursorPositionChanged.connect(self._fit)
        self._fit()

    def set_own_fields(self, own: Sequence[str]) -> None:
        menu = self._insert.menu()
        menu.clear()
        for title, names in (*FIELD_GROUPS, (_OWN, tuple(own))):
            if names:
                group = menu.addMenu(escape_mnemonic(translated("MergeFields", title)))
                for name in names:
                    self._add(group, f"{field_label(name)}\t{field_mark(name)}", partial(self._put, name))

    def _fit(self) -> None:
        at = self._at_cursor()
        self._manner.setEnabled(at is not None)
        tip = self.tr("How the field is written") if at is not None else self.tr("Put the cursor into a field, as in {example}, first.")
        self._manner.setToolTip(tip.format(example=field_mark("name")))

    def _fill_manner(self) -> None:
        menu, at = self._manner.menu(), self._at_cursor()
        menu.clear()
        if at is None:
            return
        for way in ways_of(at.name, language()):
            entry = self._add(menu, f"{way.example}\t|{way.filter}", partial(self._write, way.filter))
            entry.setCheckable(True)
            entry.setChecked(way.filter in at.filters)
        if ways_of(at.name, language()):
            self._add(menu, self.tr("As it is kept"), partial(self._write, ""))
            menu.addSeparator()
        word = self.tr("our staff") if at.name == "staff" else self.tr("valued customer")
        self._add(menu, self.tr("When empty, write “{words}”").format(words=word) + "\t|default:", partial(self._write_default, word))
        if any(one.startswith("default") for one in at.filters):
            self._add(menu, self.tr("When empty, write nothing"), partial(self._write_default, ""))

    def _add(self, menu: QMenu, text: str, act: Callable[[], None]) -> QAction:
        entry = menu.addAction(escape_mnemonic(text))
        entry.triggered.connect(lambda _on=False: act())
        return entry

    def _at_cursor(self) -> FieldAtCursor | None:
        return field_at(self._text.text(), self._text.textCursor().position())

    def _put(self, name: str) -> None:
        self._text.textCursor().insertText(field_mark(name))
        self._text.setFocus()

    def _write(self, chosen: str) -> None:
        """The field at the cursor in another way; what stands where it is empty stays."""
        at = self._at_cursor()
        if at is not None:
            kept = [one for one in at.filters if one.startswith("default")]
            self._replace(at, [*([chosen] if chosen else []), *kept])

    def _write_default(self, words: str) -> None:
        at = self._at_cursor()
        if at is None:
            return
        kept = [one for one in at.filters if not one.startswith("default")]
        self._replace(at, [*kept, *([f"default:{words}"] if words else [])])
        if words:
            # The words are only a proposal: they stand selected, to be typed over.
            cursor = self._text.textCursor()
            cursor.setPosition(cursor.position() - 2)
            cursor.setPosition(cursor.position() - len(words), QTextCursor.MoveMode.KeepAnchor)
            self._text.setTextCursor(cursor)

    def _replace(self, at: FieldAtCursor, filters: Sequence[str]) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(at.start)
        cursor.setPosition(at.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("{{" + "|".join((at.written, *filters)) + "}}")
        self._text.setTextCursor(cursor)
        self._text.setFocus()
