"""Making two records of one customer into one: which of them says what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple
from unicodedata import normalize

from app.domain.customers import Consent, CustomerFields
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.returned import is_same_address
from app.domain.text import fold


class Side(StrEnum):
    """Whose words count: of the record that is kept, of the one that goes, or both (only of what is to be remembered)."""

    KEEP = "keep"
    GONE = "gone"
    BOTH = "both"


class Moved(StrEnum):
    """What changes hands."""

    PURCHASES = "purchases"
    CONTACTS = "contacts"
    PIECES = "pieces"
    FOLLOW_UPS = "follow_ups"
    POINTS = "points"
    CODES = "codes"
    REFERRED = "referred"
    ANSWERS = "answers"
    INQUIRIES = "inquiries"
    CONTRACTS = "contracts"
    PROPOSALS = "proposals"


class MergeWithItself(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This is the same record. Please choose another one.")


NOTE = "note"
# Parts of a record that make sense only together, by the name of what is shown of them.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "name": ("kind", "name", "family_name", "given_name"),
    "kana": ("kana", "family_kana", "given_kana"),
    "honorific": ("honorific",),
    "code": ("code",),
    "company": ("company", "department", "role"),
    "address": ("postal_code", "prefecture", "city", "street", "building"),
    "phone": ("phone",),
    "mobile": ("mobile",),
    "email": ("email",),
    "birthday": ("birthday",),
    "gender": ("gender",),
    "channel": ("channel",),
    "staff": ("staff",),
    NOTE: ("note",),
}
_FOLDED = frozenset({"kana", "phone", "mobile", "email"})


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """`moved` counts what changed hands; `points` are points, everything else rows."""

    customer_id: int
    action_id: int
    moved: Mapping[Moved, int]


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the two records as the choice shows it; `amount` in minor units, `points` its balance."""

    id: int
    fields: CustomerFields
    referrer: str
    visits: int
    amount: int
    last_day: date | None
    points: int
    is_archived: bool


@dataclass(frozen=True, slots=True)
class MergeView:
    """`differing` are the keys of GROUPS in which both say something, and not the same; `moved` is what the record that goes holds."""

    keep: MergeSide
    gone: MergeSide
    currency: str
    differing: tuple[str, ...]
    moved: Mapping[Moved, int]


def differing(keep: CustomerFields, gone: CustomerFields) -> tuple[str, ...]:
    """Keys of GROUPS that need a choice: both say something, and not the same."""
    return tuple(key for key in GROUPS if _says(keep, key) and _says(gone, key) and _words(keep, key) != _words(gone, key))


def default_side(key: str) -> Side:
    return Side.BOTH if key == NOTE else Side.KEEP


def merged_fields(keep: CustomerFields, gone: CustomerFields, choices: Mapping[str, Side]) -> CustomerFields:
    """One record of two. Where one is silent the other counts; a stop of either stays; the earlier joining, all tags, all names on
    shared post and all own fields are kept; the mark of a bad address goes with the address. `referred_by` is left as the kept record
    says it.
    """
    changes: dict[str, Any] = {}
    for key, names in GROUPS.items():
        if _says(keep, key) and _says(gone, key):
            takes_gone = choices.get(key, default_side(key)) is Side.GONE
        else:
            takes_gone = _says(gone, key)
        if takes_gone:
            changes |= {name: getattr(gone, name) for name in names}
    if keep.note and gone.note and choices.get(NOTE, Side.BOTH) is Side.BOTH and keep.note.strip() != gone.note.strip():
        changes[NOTE] = f"{keep.note.rstrip()}\n{gone.note.lstrip()}"
    days = [day for day in (keep.joined_on, gone.joined_on) if day is not None]
    mournings = [day for day in (keep.mourning_until, gone.mourning_until) if day is not None]
    post, post_on, post_source = _consent(*(_Told(f.post_consent, f.post_consent_on, f.post_consent_source) for f in (keep, gone)))
    email, email_on, email_source = _consent(*(_Told(f.email_consent, f.email_consent_on, f.email_consent_source) for f in (keep, gone)))
    return replace(
        keep,
        **changes,
        joined_on=min(days, default=None),
        tags=tuple(dict.fromkeys((*keep.tags, *gone.tags))),
        own={**gone.own, **{name: value for name, value in keep.own.items() if value}},
        post_consent=post,
        post_consent_on=post_on,
        post_consent_source=post_source,
        email_consent=email,
        email_consent_on=email_on,
        email_consent_source=email_source,
        do_not_contact=keep.do_not_contact or gone.do_not_contact,
        mourning_until=max(mournings, default=None),
        is_deceased=keep.is_deceased or gone.is_deceased,
        bad_address=_is_bad(keep, gone, takes_gone="street" in changes),
        joint_names=tuple(dict.fromkeys((*keep.joint_names, *gone.joint_names))),
        points_opening=keep.points_opening + gone.points_opening,
    )


class _Told(NamedTuple):
    """What was said of one channel, when and how."""

    consent: Consent
    day: date | None
    source: str


def _consent(ours: _Told, theirs: _Told) -> _Told:
    """A no wins, then a yes; of two alike the later one, then the one that says how it was told."""
    order = (Consent.NO, Consent.YES, Consent.UNKNOWN)
    return min(ours, theirs, key=lambda told: (order.index(told.consent), -(told.day or date.min).toordinal(), not told.source))


def _is_bad(keep: CustomerFields, gone: CustomerFields, *, takes_gone: bool) -> bool:
    """The mark belongs to the address that is kept; where both have the same one, or neither has one, either mark stays."""
    if is_same_address(keep, gone) or not (_says(keep, "address") or _says(gone, "address")):
        return keep.bad_address or gone.bad_address
    return (gone if takes_gone else keep).bad_address


def _says(fields: CustomerFields, key: str) -> bool:
    return any(_words(fields, key))


def _words(fields: CustomerFields, key: str) -> tuple[str, ...]:
    """What a group says, for comparing. Differences of width and blanks are none, nor is the kind of kana a reading is written in."""
    shown = {"name": ("name",), "kana": ("kana",)}.get(key, GROUPS[key])
    values = ("" if (value := getattr(fields, name)) is None else str(value) for name in shown)
    return tuple(fold(value) if key in _FOLDED else "".join(normalize("NFKC", value).split()) for value in values)
