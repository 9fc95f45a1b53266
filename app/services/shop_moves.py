"""Taking a shop along to another computer: what it has beside its lists, out to a pack and in from one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.customers import CustomerKind
from app.domain.errors import DomainError
from app.domain.groups import GroupChoices, GroupRules, checked_name
from app.domain.print_cost import PrintRates
from app.domain.print_problems import PrintError
from app.domain.print_runs import PrintSettings
from app.domain.shop_moves import (
    LeftOutOfFile,
    MovedGroup,
    NobodyOfNumber,
    ProfileLeftOut,
    Retired,
    ShopPack,
    TwiceInFile,
    UnpackOutcome,
    WordNotHere,
    rules_by_id,
    rules_by_name,
)
from app.domain.templates import Template
from app.domain.text import fold
from app.models.customer import Customer
from app.models.groups import CustomerGroup, CustomerGroupMember
from app.models.printing import PrintProfile, PrintTemplate
from app.models.shop import Shop
from app.services.actions import recorded
from app.services.exports import codes_for_moving
from app.services.groups import put_into_group
from app.services.households import members_of, put_together, renumber
from app.services.templates import check_from_file


def pack_shop(session: Session, choices: GroupChoices) -> ShopPack:
    """Everything that the lists for moving do not hold. `choices`: what the words of conditions mean in this shop."""
    code_of = codes_for_moving(session)
    people = session.execute(select(Customer.id, Customer.code).order_by(Customer.id)).all()
    codes = {number: code_of(number, code) for number, code in people}
    shop = session.scalars(select(Shop)).one()
    templates = session.scalars(select(PrintTemplate).where(PrintTemplate.archived_at.is_(None)).order_by(PrintTemplate.id))
    return ShopPack(
        households=_households(session, codes),
        groups=tuple(_packed(session, group, choices, codes) for group in _groups(session)),
        templates=tuple(Template.from_json(row.content) for row in templates),
        profiles=tuple(row.profile() for row in session.scalars(select(PrintProfile).order_by(PrintProfile.printer, PrintProfile.stock))),
        print_settings=shop.print_settings,
        print_rates=shop.print_rates,
        retired=_retired(session, codes),
        former_codes=_former_codes(session, codes),
    )


def unpack_shop(session: Session, pack: ShopPack, choices: GroupChoices, *, now: datetime) -> UnpackOutcome:
    """Bring a pack in as one act. What has the name of something that is here takes its place; what speaks of somebody or something
    that is not here is told and left out. RateOutOfRange for prices that cannot be."""
    rates = PrintRates.from_json(pack.print_rates).checked().to_json() if pack.print_rates else {}
    ids = {code: number for number, code in session.execute(select(Customer.id, Customer.code)) if code}
    with recorded(session, ActionKind.MOVE_SHOP_IN, now=now) as act:
        unpacking = _Unpacking(session, ids, now)
        unpacking.take_numbers(pack)
        unpacking.take_households(pack)
        unpacking.take_groups(pack, choices)
        unpacking.take_templates(pack)
        unpacking.take_profiles(pack)
        shop = session.scalars(select(Shop)).one()
        shop.print_settings = PrintSettings.from_json(pack.print_settings).to_json() if pack.print_settings else {}
        shop.print_rates = rates
    done = unpacking.done
    return UnpackOutcome(
        act.action_id, done["households"], done["groups"], done["templates"], done["profiles"],
        tuple(unpacking.replaced), tuple(unpacking.problems),
    )  # fmt: skip


Key = TypeVar("Key", str, tuple[str, str])


class _Unpacking:
    """Counts in `done` what came in."""

    def __init__(self, session: Session, ids: dict[str, int], now: datetime) -> None:
        self.done = dict.fromkeys(("households", "groups", "templates", "profiles"), 0)
        self.replaced: list[str] = []
        self.problems: list[DomainError] = []
        self._session = session
        self._ids = ids
        self._now = now

    def take_numbers(self, pack: ShopPack) -> None:
        for code, former in pack.former_codes.items():
            for person in self._people((code,), code):
                free = [old for old in former if old not in self._ids]
                person.former_codes = list(dict.fromkeys((*person.former_codes, *free)))
        for code, retired in pack.retired.items():
            for person in self._people((code,), code):
                person.archived_at, person.left_on = retired.at, retired.left_on

    def take_households(self, pack: ShopPack) -> None:
        for codes in pack.households:
            people = [person for person in self._people(dict.fromkeys(codes), "・".join(codes)) if person.kind is not CustomerKind.COMPANY]
            if len(people) > 1:
                household_id = put_together(self._session, people, now=self._now)
                renumber([*people, *(one for one in members_of(self._session, household_id) if one not in people)])
                self.done["households"] += 1

    def take_groups(self, pack: ShopPack, choices: GroupChoices) -> None:
        here, taken = {fold(group.name): group for group in _groups(self._session)}, set[str]()
        position = self._session.scalar(select(func.coalesce(func.max(CustomerGroup.position), -1))) or 0
        for moved in pack.groups:
            try:
                name = checked_name(moved.name)
                rules = None if moved.rules is None else GroupRules.from_json(rules_by_id(name, moved.rules, choices)).checked().to_json()
            except WordNotHere as error:
                self.problems.append(error)
                continue
            except DomainError as error:
                self.problems.append(LeftOutOfFile(moved.name, error))
                continue
            if self._is_second(fold(name), name, taken):
                continue
            group = here.get(fold(name))
            if group is None:
                position += 1
                group = CustomerGroup(name=name, position=position, created_at=self._now)
                self._session.add(group)
            else:
                self.replaced.append(name)
            group.rules, group.updated_at = rules, self._now
            self._session.flush()
            self._fill(group, moved)
            self.done["groups"] += 1

    def take_templates(self, pack: ShopPack) -> None:
        taken: set[tuple[str, str]] = set()
        for moved in pack.templates:
            try:
                template = check_from_file(moved)
            except PrintError as error:
                self.problems.append(LeftOutOfFile(moved.name.strip() or moved.key, error))
                continue
            if self._is_second((template.key, template.language), template.name, taken):
                continue
            key = (PrintTemplate.key == template.key, PrintTemplate.language == template.language)
            row = self._session.scalar(select(PrintTemplate).where(*key))
            if row is None:
                row = PrintTemplate(key=template.key, language=template.language, created_at=self._now)
                self._session.add(row)
            elif row.archived_at is None:
                self.replaced.append(row.name)
            row.name, row.content, row.updated_at, row.archived_at = template.name, template.to_json(), self._now, None
            self.done["templates"] += 1
        self._session.flush()

    def take_profiles(self, pack: ShopPack) -> None:
        taken: set[tuple[str, str]] = set()
        for moved in pack.profiles:
            profile = replace(moved, printer=moved.printer.strip(), stock=moved.stock.strip())
            if not profile.printer or not profile.stock:
                self.problems.append(ProfileLeftOut(printer=profile.printer, stock=profile.stock))
                continue
            if self._is_second((profile.printer, profile.stock), f"{profile.printer} ({profile.stock})", taken):
                continue
            key = (PrintProfile.printer == profile.printer, PrintProfile.stock == profile.stock)
            row = self._session.scalar(select(PrintProfile).where(*key))
            if row is None:
                row = PrintProfile(printer=profile.printer, stock=profile.stock)
                self._session.add(row)
            row.measure(profile)
            self.done["profiles"] += 1
        self._session.flush()

    def _is_second(self, key: Key, name: str, taken: set[Key]) -> bool:
        """Whether the file has had one of this key before, which is told."""
        if key in taken:
            self.problems.append(TwiceInFile(name=name))
            return True
        taken.add(key)
        return False

    def _fill(self, group: CustomerGroup, moved: MovedGroup) -> None:
        """Of a group filled by hand those who are named, and nobody else."""
        for row in self._session.scalars(select(CustomerGroupMember).where(CustomerGroupMember.group_id == group.id)).all():
            self._session.delete(row)
        self._session.flush()
        put_into_group(self._session, group.id, [person.id for person in self._people(moved.members, moved.name)])

    def _people(self, codes: Iterable[str], what: str) -> list[Customer]:
        """Who has these numbers; whoever is not here is told."""
        found = []
        for code in codes:
            person = self._session.get(Customer, self._ids[code]) if code in self._ids else None
            if person is None:
                self.problems.append(NobodyOfNumber(what=what, code=code))
            else:
                found.append(person)
        return found


def _groups(session: Session) -> list[CustomerGroup]:
    return list(session.scalars(select(CustomerGroup).order_by(CustomerGroup.position, CustomerGroup.id)))


def _packed(session: Session, group: CustomerGroup, choices: GroupChoices, codes: dict[int, str]) -> MovedGroup:
    if group.rules is not None:
        return MovedGroup(group.name, rules_by_name(group.rules, choices))
    member = CustomerGroupMember
    ids = session.scalars(select(member.customer_id).where(member.group_id == group.id).order_by(member.id))
    return MovedGroup(group.name, None, tuple(codes[number] for number in ids))


def _households(session: Session, codes: dict[int, str]) -> tuple[tuple[str, ...], ...]:
    query = select(Customer.household_id, Customer.id).where(Customer.household_id.is_not(None))
    found: dict[int, list[str]] = {}
    for household_id, number in session.execute(query.order_by(Customer.household_id, Customer.household_place, Customer.id)):
        found.setdefault(household_id or 0, []).append(codes[number])
    return tuple(tuple(one) for one in found.values())


def _retired(session: Session, codes: dict[int, str]) -> dict[str, Retired]:
    query = select(Customer.id, Customer.archived_at, Customer.left_on).where(Customer.archived_at.is_not(None)).order_by(Customer.id)
    return {codes[number]: Retired(at, left_on) for number, at, left_on in session.execute(query) if at is not None}


def _former_codes(session: Session, codes: dict[int, str]) -> dict[str, tuple[str, ...]]:
    query = select(Customer.id, Customer.former_codes).where(Customer.former_codes != []).order_by(Customer.id)
    return {codes[number]: tuple(former) for number, former in session.execute(query)}
