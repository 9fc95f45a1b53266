"""A row of the file beside whom it may be, field by field: what differs can be chosen, a stop cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.addresses import Address, join_address
from app.domain.customers import Consent, CustomerFields, PartialDate
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.text import fold
from app.views.importing.words import field_word
from app.views.moments import language

if TYPE_CHECKING:
    from app.exchange.customers import CustomerDraft

CONTEXT = "ImportPairs"
ADDRESS_PARTS = ("prefecture", "city", "street", "building")
_PLAIN = (
    "name", "kana", "company", "department", "role", "phone", "mobile", "postal_code", "address", "birthday", "email", "code", "gender",
    "joined_on", "channel", "staff", "note", "post_consent", "email_consent", "do_not_contact", "bad_address", "is_deceased",
    "mourning_until",
)  # fmt: skip
_CONSENTS = ("post_consent", "email_consent")
_FLAGS = ("do_not_contact", "is_deceased", "bad_address")
# Shown only when the file speaks of them.
_ASIDE = frozenset(
    ("department", "role", "gender", "joined_on", "channel", "staff", "note", "mourning_until", "joint_names", "tags", "own"),
)
# Both sides are kept together: nothing to choose.
_BOTH = ("joint_names", "tags", "own")
_SEND = QT_TRANSLATE_NOOP("ImportPairs", "May be sent")
_STOP = QT_TRANSLATE_NOOP("ImportPairs", "Do not send")
_STOP_SINCE = QT_TRANSLATE_NOOP("ImportPairs", "Do not send ({day})")
_YES = QT_TRANSLATE_NOOP("ImportPairs", "Set")
_ADDRESS = QT_TRANSLATE_NOOP("ImportPairs", "Address")
_OWN = QT_TRANSLATE_NOOP("ImportPairs", "Fields of our own")


@dataclass(frozen=True, slots=True)
class PairRow:
    """`takes_file` None: nothing to choose. `locked`: a stop on one side, which holds whatever the other says."""

    key: str
    label: str
    file: str
    ours: str
    takes_file: bool | None = None
    locked: bool = False


def pair_rows(draft: CustomerDraft, ours: CustomerFields, sides: Mapping[tuple[int, str], bool]) -> list[PairRow]:
    """Every field that one of the two has, in the order of the form."""
    theirs, found = draft.fields, []
    for key in (*_PLAIN, *_BOTH):
        file, mine = _text(key, theirs), _text(key, ours)
        if not (file or mine) or (key in _ASIDE and not draft.present & set(attributes_of(key))):
            continue
        if key in _CONSENTS or key in _FLAGS:
            found.append(_stop_row(key, draft, ours, file, mine, sides))
            continue
        speaks = bool(draft.present & set(attributes_of(key)))
        can_choose = speaks and key not in _BOTH and not _is_same(key, file, mine) and (bool(file) or key != "name")
        takes = None if not can_choose else not _keeps_ours(draft.row, key, file, sides)
        found.append(PairRow(key, _label(key), file, mine, takes))
    return found


def attributes_of(key: str) -> tuple[str, ...]:
    """The attributes of CustomerFields a row of the pair stands for."""
    return ADDRESS_PARTS if key == "address" else (key,)


def choose_side(sides: dict[tuple[int, str], bool], row: int, pair: PairRow, *, takes_file: bool) -> None:
    """Remember which side counts. Taking an empty cell of the file is said outright; a full one counts anyway."""
    for name in attributes_of(pair.key):
        if takes_file and pair.file:
            sides.pop((row, name), None)
        else:
            sides[(row, name)] = not takes_file


def _stop_row(key: str, draft: CustomerDraft, ours: CustomerFields, file: str, mine: str, sides: Mapping[tuple[int, str], bool]) -> PairRow:
    stops = (Consent.NO, True)
    here, there = getattr(ours, key) in stops, getattr(draft.fields, key) in stops
    if here and there:
        return PairRow(key, _label(key), file, mine)
    if here or there:
        return PairRow(key, _label(key), file, mine, takes_file=there, locked=True)
    can_choose = key in draft.present and bool(file) and file != mine
    return PairRow(key, _label(key), file, mine, not _keeps_ours(draft.row, key, file, sides) if can_choose else None)


def _keeps_ours(row: int, key: str, file: str, sides: Mapping[tuple[int, str], bool]) -> bool:
    """An empty cell of the file clears nothing unless it was chosen."""
    return sides.get((row, attributes_of(key)[0]), not file)


def _is_same(key: str, file: str, mine: str) -> bool:
    # A name with other blanks is no other name.
    return fold(file) == fold(mine) if key in ("name", "kana") else file == mine


def _label(key: str) -> str:
    if key == "address":
        return QCoreApplication.translate(CONTEXT, _ADDRESS)
    return QCoreApplication.translate(CONTEXT, _OWN) if key == "own" else field_word(key)


def _text(key: str, fields: CustomerFields) -> str:
    if key == "address":
        return join_address(Address(fields.prefecture, fields.city, fields.street, fields.building))
    value = getattr(fields, key)
    if key in _CONSENTS:
        return _consent_text(value, getattr(fields, f"{key}_on"))
    if key in _FLAGS:
        return QCoreApplication.translate(CONTEXT, _YES) if value else ""
    if key == "own":
        return "、".join(f"{name}: {text}" for name, text in value.items() if text)
    if key in ("joint_names", "tags"):
        return "、".join(value)
    if isinstance(value, PartialDate):
        return f"{value.year}/{value.month}/{value.day}" if value.year else f"{value.month}/{value.day}"
    return f"{value.year}/{value.month}/{value.day}" if isinstance(value, date) else str(value or "")


def _consent_text(consent: Consent, day: date | None) -> str:
    if consent is Consent.UNKNOWN:
        return ""
    if consent is Consent.YES:
        return QCoreApplication.translate(CONTEXT, _SEND)
    if day is None:
        return QCoreApplication.translate(CONTEXT, _STOP)
    from app.domain.dates import DateStyle, format_date

    return QCoreApplication.translate(CONTEXT, _STOP_SINCE).format(day=format_date(day, language(), DateStyle.MONTH))
