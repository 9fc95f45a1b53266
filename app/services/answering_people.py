"""Who answered a web form: a customer of the shop only where everything that the row says leads to one and the same."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice, takewhile

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.phones import normal_digits
from app.domain.text import fold
from app.exchange.problems import RowReason
from app.exchange.survey_answers import Answerer
from app.models.customer import Customer
from app.services.import_customers import numbers_of


@dataclass(frozen=True, slots=True)
class _Known:
    code: str
    email: str
    phones: frozenset[str]
    names: tuple[str, ...]
    kana: str


@dataclass(slots=True)
class AnsweringPeople:
    """All customers by what tells them apart. Whoever was made one with another is found as that one."""

    session: Session
    _people: dict[int, _Known] = field(default_factory=dict)
    _codes: dict[str, set[int]] = field(default_factory=dict)
    _emails: dict[str, set[int]] = field(default_factory=dict)
    _phones: dict[str, set[int]] = field(default_factory=dict)
    _names: dict[str, set[int]] = field(default_factory=dict)
    _kana: dict[str, set[int]] = field(default_factory=dict)
    _sorted: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        c = Customer
        columns = (c.id, c.code, c.email, c.phone, c.mobile, c.name, c.company, c.kana)
        for number, code, email, phone, mobile, name, company, kana in self.session.execute(select(*columns)):
            phones = frozenset({normal_digits(phone), normal_digits(mobile)} - {""})
            names = tuple(key for one in (name, company) if (key := fold(one)))
            known = _Known(code or "", _mail(email), phones, names, fold(kana))
            self._people[number] = known
            if known.code:
                self._codes.setdefault(known.code.casefold(), set()).add(number)
            if known.email:
                self._emails.setdefault(known.email, set()).add(number)
            for digits in phones:
                self._phones.setdefault(digits, set()).add(number)
            for key in names:
                self._names.setdefault(key, set()).add(number)
            if known.kana:
                self._kana.setdefault(known.kana, set()).add(number)
        self._sorted = sorted((key, number) for key, holders in self._names.items() for number in holders)
        for code, number in numbers_of(self.session).items():
            self._codes.setdefault(code.casefold(), set()).add(number)

    def find(self, who: Answerer) -> tuple[int | None, RowReason | None]:
        """The customer's id, or None with the reason; None twice for a row that names nobody.

        Number, e-mail and phone must lead to the same customer, and a name that is given has to be theirs: families share a phone. Where
        the e-mail or the phone is another than theirs, only their whole name outweighs it. A name alone counts where only one has it, no
        longer one begins with it, and nothing else in the row speaks against it.
        """
        if who.is_empty:
            return None, None
        sure = [found for found in self._by_contact(who) if found]
        if sure:
            common = set.intersection(*sure)
            fitting = {number for number in common if self._is_fitting(number, who) and self._is_agreed(number, who)}
            if len(fitting) == 1:
                return next(iter(fitting)), None
            return None, RowReason.ANSWERED_BY_SEVERAL if fitting else RowReason.ANSWERED_BY_DOUBTFUL
        named = self._by_name(who)
        if len(named) == 1:
            named = named | self._longer(who)
        fitting = {number for number in named if self._is_fitting(number, who) and not self._is_other(number, who)}
        if len(named) == len(fitting) == 1:
            return next(iter(fitting)), None
        if len(named) > 1:
            return None, RowReason.ANSWERED_BY_SEVERAL
        return None, RowReason.ANSWERED_BY_DOUBTFUL if named else RowReason.ANSWERED_BY_STRANGER

    def _by_contact(self, who: Answerer) -> tuple[set[int], ...]:
        digits = normal_digits(who.phone)
        return (
            self._codes.get(who.code.casefold(), set()) if who.code else set(),
            self._emails.get(_mail(who.email), set()) if who.email else set(),
            self._phones.get(digits, set()) if digits else set(),
        )

    def _by_name(self, who: Answerer) -> set[int]:
        if who.name:
            found = self._names.get(fold(who.name), set())
            same_kana = {number for number in found if who.kana and self._people[number].kana == fold(who.kana)}
            return same_kana or found
        return self._kana.get(fold(who.kana), set()) if who.kana else set()

    def _longer(self, who: Answerer) -> set[int]:
        """Whose names begin with the name: where a family name alone was written, it may be any of them."""
        name = fold(who.name)
        if not name:
            return set()
        begins = takewhile(lambda pair: pair[0].startswith(name), islice(self._sorted, bisect_left(self._sorted, (name, 0)), None))
        return {number for one, number in begins if one != name}

    def _is_agreed(self, number: int, who: Answerer) -> bool:
        """Whether what the row says beside what led to the customer is theirs as well, or their whole name stands there."""
        known, name = self._people[number], fold(who.name)
        return bool(name and (name in known.names or name == known.kana)) or not self._is_elsewhere(number, who)

    def _is_elsewhere(self, number: int, who: Answerer) -> bool:
        known, digits = self._people[number], normal_digits(who.phone)
        is_other_phone = bool(digits and known.phones and digits not in known.phones)
        return is_other_phone or bool(who.email and known.email and _mail(who.email) != known.email)

    def _is_fitting(self, number: int, who: Answerer) -> bool:
        """Whether number, name and reading can be this customer's, as far as both sides have them."""
        known = self._people[number]
        if who.code and known.code and number not in self._codes.get(who.code.casefold(), set()):
            return False
        if who.kana and known.kana and fold(who.kana) != known.kana:
            return False
        name = fold(who.name)
        if not name or not known.names:
            return True
        # The reading may stand where the name is asked; a family name alone is no contradiction.
        return name == known.kana or any(name == one or one.startswith(name) or name.startswith(one) for one in known.names)

    def _is_other(self, number: int, who: Answerer) -> bool:
        """Whether the row has an e-mail, a phone or a number and the customer has another: a namesake."""
        return self._is_elsewhere(number, who) or bool(who.code and self._people[number].code)


def _mail(address: str) -> str:
    return unicodedata.normalize("NFKC", address).strip().casefold()
