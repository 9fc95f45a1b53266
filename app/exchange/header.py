"""Where the header of a list stands: below title lines, in the first row, or nowhere at all."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from app.exchange.labels import (
    CUSTOMER_LABELS,
    CUSTOMER_WORDS,
    OWN_FIELD,
    POINT_LABELS,
    POINT_WORDS,
    PRODUCT_LABELS,
    PRODUCT_WORDS,
    PURCHASE_LABELS,
    PURCHASE_WORDS,
    READING_LABELS,
    label_key,
)
from app.exchange.presets import PRESETS

_LINES_LOOKED_AT = 30
_VALUE = re.compile(r"\d{3,}|@|\d\s*[/.\-年月]\s*\d|^[¥\\(−-]?\d")


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """`row` 0 when there is none; `titles` are the texts above it; `width` the number of columns of the list."""

    row: int
    titles: tuple[str, ...]
    width: int


def _known_labels() -> frozenset[str]:
    lists = (CUSTOMER_WORDS, PURCHASE_WORDS, POINT_WORDS, PRODUCT_WORDS)
    found = {label_key(name) for words in lists for text in words.values() for name in text.split("|")}
    for labels in (CUSTOMER_LABELS, PURCHASE_LABELS, POINT_LABELS, PRODUCT_LABELS, READING_LABELS):
        found.update(label_key(name) for field, names in labels.items() for name in (field, *names))
    for preset in PRESETS.values():
        found.update(label_key(name) for name in (*preset.customers, *preset.purchases))
    return frozenset(found)


KNOWN_LABELS = _known_labels()


def trimmed(cells: list[str]) -> int:
    """Number of cells up to the last one with content."""
    count = len(cells)
    while count and not cells[count - 1].strip():
        count -= 1
    return count


def find_header(sample: list[tuple[int, list[str]]], asked: int | None = None) -> HeaderPlace:
    """Look for the header among the first rows; `asked` is the row a user named (0 = there is none)."""
    rows = [(row, cells) for row, cells in sample if trimmed(cells)]
    usual = Counter(trimmed(cells) for _, cells in rows).most_common(1)[0][0] if rows else 0
    place = _guess(rows, usual) if asked is None else asked
    body = [cells for row, cells in rows if row > place]
    titles = tuple(" ".join(cell.strip() for cell in cells if cell.strip()) for row, cells in rows if row < place)
    head = next((cells for row, cells in rows if row == place), None)
    if head is None:
        return HeaderPlace(0, (), max(usual, 1))
    return HeaderPlace(place, titles, _width(head, body))


def _width(head: list[str], body: list[list[str]]) -> int:
    """A header may end in nameless columns: they count when most rows use them."""
    named = trimmed(head)
    using = sum(1 for cells in body if named < trimmed(cells) <= len(head))
    return len(head) if body and using * 2 > len(body) else named


def _guess(rows: list[tuple[int, list[str]]], usual: int) -> int:
    for row, cells in rows[:_LINES_LOOKED_AT]:
        filled = [cell for cell in cells if cell.strip()]
        known = sum(1 for cell in filled if label_key(cell) in KNOWN_LABELS or cell.startswith(OWN_FIELD))
        if known >= 2 or (known == 1 and len(filled) == usual <= 2):
            return row
    for place, (row, cells) in enumerate(rows[:_LINES_LOOKED_AT]):
        if trimmed(cells) < usual:
            continue
        filled = [cell.strip() for cell in cells if cell.strip()]
        is_plain = not any(_VALUE.search(cell) for cell in filled) and len(set(filled)) == len(filled)
        has_values_below = any(_VALUE.search(cell) for _, below in rows[place + 1 : place + 6] for cell in below)
        return row if is_plain and has_values_below else 0
    return 0


def column_letters(index: int) -> str:
    """0 → "A", 26 → "AA": what a spreadsheet calls a column."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_names(head: list[str] | None, width: int, first_column: int) -> tuple[str, ...]:
    """One distinct name per column: a second "電話" becomes "電話 (2)", a nameless one gets its letters."""
    names: list[str] = []
    for index in range(width):
        text = " ".join(head[index].split()) if head is not None and index < len(head) else ""
        name = plain = text.lstrip("\ufeff") or column_letters(first_column + index)
        number = 2
        while name in names:
            name = f"{plain} ({number})"
            number += 1
        names.append(name)
    return tuple(names)
