"""One row of a customer list, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain.addresses import Address, PostalLookup, read_postal_code, split_address
from app.domain.customers import Consent, CustomerFields, CustomerKind, PartialDate
from app.domain.dates import DateError, DateOrder, parse_date, parse_partial_date
from app.domain.names import join_name, split_name
from app.domain.numbers import parse_int
from app.domain.phones import read_phone
from app.domain.text import collapse_spaces
from app.exchange.labels import ADDRESS, ADDRESS_2, ATTRIBUTES, DECEASED, OWN_FIELD
from app.exchange.problems import RowError, RowReason, RowWarning, shown
from app.exchange.typed import DATE_REASONS, NOTHING, code_text, moment_of_serial, month_of, one_line, read_consent, read_flag, to_narrow

_CONSENTS = ("post_consent", "email_consent")
_FLAGS = ("do_not_contact", "bad_address")
_PAST_DAYS = ("joined_on", "post_consent_on", "email_consent_on")
_CODES = ("code", "referred_by")
_PHONES = ("phone", "mobile")
_NAMES = frozenset(("name", "family_name", "given_name", "kana", "family_kana", "given_kana", "company"))
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_PLAIN_DAY = re.compile(
    r"\d{4}(?:[/.\-]\d{1,2}[/.\-]\d{1,2}|年\d{1,2}月\d{1,2}日)|--\d\d-\d\d|\d{1,2}(?:/\d{1,2}|月\d{1,2}日)|\d{4}-\d\d-\d\d[ T][\d:.]+"
)
_TITLE = re.compile(r"(?P<name>.*\S)(?:(?P<gap>[\s\u3000]+)(?P<after>様|さま|さん|殿|先生|御中)|(?P<joined>様|御中))\s*")
_ORGANISATION = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|㈱|㈲|\(株\)|\(有\)|（株）|（有）|協会|組合$|医院$|学校$|[ ,](?:Inc|Ltd|LLC|Corp|Co)\.?$"
)
_TAGS = re.compile(r"[、,;；]+")
_GONE = frozenset(("故人", "逝去", "ご逝去", "死亡", "deceased", "passed away"))
_POINTS = re.compile(r"\s*(?:pt|points?|ポイント|p)\s*$", re.IGNORECASE)
_CONTINUES_STREET = re.compile(r"[\d０-９一二三四五六七八九十]+(?:丁目|番|号|-|－|ー|‐|−|$)")


@dataclass(frozen=True, slots=True)
class Repair:
    """A value that comes in mended; `field` is its name in CustomerFields, days are written 1973/11/8."""

    row: int
    field: str
    before: str
    after: str
    name: str


@dataclass(frozen=True, slots=True)
class RowRules:
    """What holds for all rows: the day, how dates are ordered, repairs not wanted, the table of postcodes."""

    today: date
    order: DateOrder | None
    keep: frozenset[tuple[int, str]]
    postal: PostalLookup | None


@dataclass(slots=True)
class CustomerRow:
    """Reads the texts of one row (field name → text); problems and repairs are listed on the way."""

    row: int
    texts: dict[str, str]
    rules: RowRules
    errors: list[RowError] = field(default_factory=list)
    warnings: list[RowWarning] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    _name: str = ""

    def read(self) -> CustomerFields | None:
        """The customer, or None when `errors` says why the row cannot come in."""
        found: dict[str, Any] = {}
        self._read_names(found)
        own: dict[str, str] = {}
        for name, text in self.texts.items():
            if name.startswith(OWN_FIELD):
                if text.strip():
                    own[name.removeprefix(OWN_FIELD)] = _lines(text)
            elif text and name not in _NAMES and name not in (ADDRESS, ADDRESS_2):
                reader = _READERS.get(name)
                found[ATTRIBUTES.get(name, name)] = one_line(text) if reader is None else reader(self, name, text)
        self._read_address(found)
        if own:
            found["own"] = own
        return None if self.errors else CustomerFields(**found)

    # names

    def _read_names(self, found: dict[str, Any]) -> None:
        """What a file says in columns of its own is taken as it stands; the rest is worked out."""
        names = {name: collapse_spaces(self.texts.get(name, "")) for name in _NAMES}
        names["name"] = names["name"] or _joined(names["family_name"], names["given_name"])
        self._name = names["name"] or names["company"]
        if "honorific" not in self.texts:
            names["name"] = self._without_title(names["name"], found)
        if not names["name"]:
            names["name"] = names["company"]
        is_organisation = names["name"] == names["company"] or bool(_ORGANISATION.search(names["name"]))
        if not names["name"]:
            self.errors.append(RowError(self.row, RowReason.NAME_MISSING, "name", "", ""))
        elif is_organisation:
            found["kind"] = CustomerKind.COMPANY
            names["company"] = names["company"] or ("" if "company" in self.texts else names["name"])
        elif "family_name" not in self.texts and "given_name" not in self.texts:
            names["family_name"], names["given_name"] = _parted(names["name"])
        names["kana"] = names["kana"] or _joined(names["family_kana"], names["given_kana"])
        if "family_kana" not in self.texts and "given_kana" not in self.texts and " " in names["kana"]:
            names["family_kana"], names["given_kana"] = _parted(names["kana"])
        found.update({name: text for name, text in names.items() if text})

    def _without_title(self, name: str, found: dict[str, Any]) -> str:
        match = _TITLE.fullmatch(name)
        if match is None or len(match["name"]) < 2 or self._is_kept("name"):
            return name
        title = match["after"] or match["joined"]
        found["honorific"] = title
        self._name = match["name"]
        self._repair("name", name, match["name"])
        return match["name"]

    # values

    def _code(self, name: str, text: str) -> str:
        code = code_text(text)
        if code == text.strip() or self._is_kept(name):
            return text.strip()
        self._repair(name, text.strip(), code)
        return code

    def _phone(self, name: str, text: str) -> str:
        typed = text.strip()
        if typed.casefold() in NOTHING:
            return ""
        reading = read_phone(code_text(typed))
        mended = reading.repair or reading.text
        if reading.problem is not None and not reading.repair:
            self.warnings.append(RowWarning(self.row, RowReason.PHONE_AS_TYPED, name, shown(typed), self._name))
            return typed
        return self._mended(name, typed, mended)

    def _postal_code(self, name: str, text: str) -> str:
        typed = text.strip()
        if typed.casefold() in NOTHING:
            return ""
        reading = read_postal_code(code_text(typed))
        if reading.problem is not None and not reading.repair:
            self.warnings.append(RowWarning(self.row, RowReason.POSTAL_CODE_AS_TYPED, name, shown(typed), self._name))
            return typed
        return self._mended(name, typed, reading.repair or reading.text)

    def _email(self, name: str, text: str) -> str:
        typed = text.strip()
        if typed.casefold() in NOTHING:
            return ""
        narrow = to_narrow(typed).replace(" ", "")
        if narrow.count("@") > 1:
            return self._refuse(name, typed, RowReason.EMAIL_TWO_AT)
        if not _EMAIL.fullmatch(narrow):
            return self._refuse(name, typed, RowReason.EMAIL_UNREADABLE)
        return self._mended(name, typed, narrow)

    def _birthday(self, name: str, text: str) -> PartialDate | None:
        if text.strip().casefold() in NOTHING:
            return None
        moment = moment_of_serial(text)
        day = moment.date() if moment else None
        found = (
            PartialDate(day.year, day.month, day.day) if day else parse_partial_date(text, today=self.rules.today, order=self.rules.order)
        )
        if isinstance(found, DateError):
            self._refuse(name, text, DATE_REASONS[found.problem])
            return None
        written = f"{found.year}/{found.month}/{found.day}" if found.year else f"{found.month}/{found.day}"
        return found if self._takes_day(name, text, written) else None

    def _past_day(self, name: str, text: str) -> date | None:
        return self._day(name, text, self.rules.today)

    def _any_day(self, name: str, text: str) -> date | None:
        return self._day(name, text, None)

    def _day(self, name: str, text: str, today: date | None) -> date | None:
        if text.strip().casefold() in NOTHING:
            return None
        moment = moment_of_serial(text)
        found = moment.date() if moment else parse_date(text, today=today, order=self.rules.order)
        if isinstance(found, DateError):
            self._refuse(name, text, DATE_REASONS[found.problem])
            return None
        return found if self._takes_day(name, text, f"{found.year}/{found.month}/{found.day}") else None

    def _takes_day(self, name: str, text: str, written: str) -> bool:
        if _PLAIN_DAY.fullmatch(text.strip()):
            return True
        if self._is_kept(name):
            return False
        self._repair(name, text.strip(), written)
        return True

    def _consent(self, name: str, text: str) -> Consent:
        consent = read_consent(text)
        if consent is None:
            self._refuse(name, text, RowReason.CHOICE_UNREADABLE)
        return consent or Consent.UNKNOWN

    def _flag(self, name: str, text: str) -> bool:
        flag = read_flag(text)
        if flag is None:
            self._refuse(name, text, RowReason.CHOICE_UNREADABLE)
        return bool(flag)

    def _deceased(self, name: str, text: str) -> bool:
        return one_line(text).casefold() in _GONE or self._flag(name, text)

    def _points(self, name: str, text: str) -> int:
        if not text.strip():
            return 0
        points = parse_int(_POINTS.sub("", to_narrow(text)))
        if points is None or points < 0:
            self._refuse(name, text, RowReason.NUMBER_UNREADABLE)
        return points or 0

    def _note(self, name: str, text: str) -> str:
        return _lines(text)

    def _tags(self, name: str, text: str) -> tuple[str, ...]:
        tags = text.splitlines() if "\n" in text else _TAGS.split(text)
        return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))

    # address

    def _read_address(self, found: dict[str, Any]) -> None:
        whole, more = self.texts.get(ADDRESS, ""), collapse_spaces(self.texts.get(ADDRESS_2, ""))
        if not whole.strip() and not more:
            return
        given = {part: found.get(part, "") for part in ("prefecture", "city", "street", "building")}
        text = whole.strip()
        front = given["prefecture"] + given["city"]
        if front and not text.startswith((front, given["prefecture"] or front)):
            text = front + text
        split = split_address(text, self.rules.postal)
        address = Address(split.prefecture, split.city, split.street or given["street"], split.building or given["building"])
        if more and not address.building and _CONTINUES_STREET.match(more):
            address = split_address(f"{text}{more}", self.rules.postal)
        elif more:
            address = Address(address.prefecture, address.city, address.street, collapse_spaces(f"{address.building} {more}"))
        for part in given:
            found[part] = getattr(address, part)

    # what was found

    def _mended(self, name: str, typed: str, mended: str) -> str:
        if mended == typed or self._is_kept(name):
            return typed
        self._repair(name, typed, mended)
        return mended

    def _is_kept(self, name: str) -> bool:
        return (self.row, name) in self.rules.keep

    def _repair(self, name: str, before: str, after: str) -> None:
        self.repairs.append(Repair(self.row, name, shown(before), after, self._name))

    def _refuse(self, name: str, text: str, reason: RowReason) -> str:
        other = month_of(text) if reason is RowReason.NO_SUCH_MONTH else ""
        self.errors.append(RowError(self.row, reason, name, shown(text.strip()), self._name, other))
        return ""


def _joined(family: str, given: str) -> str:
    if family.isascii() and given.isascii():
        return f"{given} {family}".strip()
    return join_name(family, given)


def _parted(name: str) -> tuple[str, str]:
    """(family, given): Japanese names begin with the family, names in Latin letters end with it."""
    if name.isascii():
        given, _, family = name.rpartition(" ")
        return family, given
    return split_name(name)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


_Reader = Callable[[CustomerRow, str, str], object]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(_CODES, CustomerRow._code),
    **dict.fromkeys(_PHONES, CustomerRow._phone),
    **dict.fromkeys(_PAST_DAYS, CustomerRow._past_day),
    **dict.fromkeys(_CONSENTS, CustomerRow._consent),
    **dict.fromkeys(_FLAGS, CustomerRow._flag),
    "postal_code": CustomerRow._postal_code,
    "email": CustomerRow._email,
    "birthday": CustomerRow._birthday,
    "mourning_until": CustomerRow._any_day,
    "points_opening": CustomerRow._points,
    "note": CustomerRow._note,
    DECEASED: CustomerRow._deceased,
    "joint_names": CustomerRow._tags,
    "tags": CustomerRow._tags,
}
