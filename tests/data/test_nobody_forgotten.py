"""A year of a shop of 2,000: what a plain count of the days says is due stands on Today in time, nobody is pressed, nothing is doubled.

What is due is counted here anew from the simulated visits, without the program's own rules, summaries or status.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from math import ceil
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from app.domain.care import RuleKind
from app.domain.contacts import ContactKind
from app.domain.customers import PartialDate
from app.domain.day_plan import DayPlan
from app.domain.follow_ups import TOUCHING, Attempt, FollowUpKind, Outcome
from app.models.care import CareRule, RuleOccasion
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.day_plan import day_plan
from app.services.care_run import run_day
from app.services.follow_ups import finish_follow_up, move_follow_up, try_follow_up
from app.services.shop import create_shop
from app.services.summaries import rebuild, touch
from tests.factories import SHOP
from tests.simulated_shop import SimulatedPerson, SimulatedShop, simulated_shop

PEOPLE = 2_000
START, END = date(2025, 11, 1), date(2026, 11, 1)
HOLIDAY = (date(2026, 8, 8), date(2026, 8, 22))
CLOSED_WEEKDAY = 1
CAP, REST = 20, 7
UNSEEN_AT_MOST = 7
Occasion = tuple[int, RuleKind, str]


@dataclass(slots=True)
class _Seen:
    """What the year showed: when each occasion first stood on Today, who was touched when, how many tasks a day had."""

    first_seen: dict[Occasion, date] = field(default_factory=dict)
    touches: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    tasks: dict[date, int] = field(default_factory=dict)
    waiting: dict[date, int] = field(default_factory=dict)
    called: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    done: int = 0


def at(day: date) -> datetime:
    return datetime.combine(day, time(1, 0), UTC)


def is_closed(day: date) -> bool:
    return day.weekday() == CLOSED_WEEKDAY or HOLIDAY[0] <= day < HOLIDAY[1]


def make_shop(path: Path, shop: SimulatedShop) -> Database:
    """The people with the visits of the year before: what was there when the rules began."""
    create_shop(path, SHOP, now=at(START - timedelta(days=1)), today=START - timedelta(days=1))
    database = Database.of_file(path)
    with database.write() as session:
        session.execute(update(Shop).values(closed_weekdays=[CLOSED_WEEKDAY]))
        session.add_all(
            Customer(
                id=one.number + 1,
                name=f"客 {one.number}",
                phone="03-0000-0000",
                birthday=PartialDate(one.birthday.year, one.birthday.month, one.birthday.day) if one.birthday else None,
                created_at=at(START),
                updated_at=at(START),
            )
            for one in shop.people
        )
        session.flush()
        before = [(one, day) for one in shop.people for day in one.visits if day < START]
        session.execute(insert(Purchase), [bought(one, day) for one, day in before])
        rebuild(session, START)
        run_day(session, now=at(START), today=START)
    return database


def bought(person: SimulatedPerson, day: date) -> dict[str, object]:
    return {
        "customer_id": person.number + 1,
        "day": day,
        "at": at(day),
        "amount": 5000,
        "net": 5000,
        "line_count": 1,
    }


def live_through(database: Database, shop: SimulatedShop, seed: int) -> _Seen:
    """Each open morning the day is run, the list is read and worked on; in the evening the visits of the day are entered."""
    dice, seen = np.random.default_rng(seed), _Seen()
    day = START
    while day < END:
        if not is_closed(day):
            with database.write() as session:
                run_day(session, now=at(day), today=day)
            with database.read() as session:
                plan = day_plan(session, day)
                note(seen, session, plan, day)
            with database.write() as session:
                work_on(seen, session, plan, day, dice)
        came = shop.visits_on(day)
        if came:
            with database.write() as session:
                session.execute(insert(Purchase), [bought(one, day) for one in came])
                touch(session, [one.number + 1 for one in came], day + timedelta(days=1))
        day += timedelta(days=1)
    return seen


def note(seen: _Seen, session: Session, plan: DayPlan, day: date) -> None:
    seen.tasks[day], seen.waiting[day] = len(plan.tasks), len(plan.more)
    ids = [row.id for row in plan.tasks] + [one.follow_up_id for one in plan.more]
    for begin in range(0, len(ids), 500):
        query = select(FollowUp.customer_id, CareRule.kind, FollowUp.occasion).join(CareRule, CareRule.id == FollowUp.rule_id)
        for customer_id, kind, occasion in session.execute(query.where(FollowUp.id.in_(ids[begin : begin + 500]))):
            seen.first_seen.setdefault((customer_id, kind, occasion), day)


def work_on(seen: _Seen, session: Session, plan: DayPlan, day: date, dice: np.random.Generator) -> None:
    """Most of the list is done; some are not reached, some are put off, some are not needed, and the last hour is sometimes missing."""
    for row in plan.tasks:
        luck = dice.random()
        if luck < 0.65:
            finish_follow_up(session, row.id, now=at(day), today=day)
            seen.done += 1
            if row.kind in TOUCHING:
                seen.touches[row.customer_id].append(day)
        elif luck < 0.75 and row.kind is FollowUpKind.CALL:
            try_follow_up(session, row.id, Attempt.NO_ANSWER, now=at(day), today=day)
        elif luck < 0.82:
            move_follow_up(session, row.id, day + timedelta(days=int(dice.integers(1, 10))), now=at(day), today=day)
        elif luck < 0.88:
            finish_follow_up(session, row.id, outcome=Outcome.NOT_NEEDED, now=at(day), today=day)
    called = int(dice.integers(1, PEOPLE + 1))
    session.add(Contact(customer_id=called, kind=ContactKind.PHONE, day=day, at=at(day), text="ご予約のお電話"))
    seen.called[called].append(day)


def expected(shop: SimulatedShop) -> dict[Occasion, tuple[date, date | None]]:
    """Each occasion with its day and the day of the visit that makes it needless, if one does."""
    found: dict[Occasion, tuple[date, date | None]] = {}
    for one in shop.people:
        number = one.number + 1
        if one.visits and one.visits[0] >= START:
            found[number, RuleKind.FIRST_VISIT, "first"] = (one.visits[0] + timedelta(days=1), following(one, 0))
        if one.birthday is not None and one.visits:
            for year in (START.year, END.year):
                due = birthday_in(one.birthday, year) - timedelta(days=14)
                found[number, RuleKind.BIRTHDAY, f"birthday:{year}"] = (due, None)
        for place, day in enumerate(one.visits):
            if place >= 3:
                gaps = [(later - earlier).days for earlier, later in pairwise(one.visits[: place + 1])]
                due = day + timedelta(days=ceil(1.5 * median(gaps)))
                found[number, RuleKind.OVERDUE, f"overdue:{day}"] = (due, following(one, place))
    return {key: (due, visit) for key, (due, visit) in found.items() if START < due < END - timedelta(days=UNSEEN_AT_MOST)}


def following(person: SimulatedPerson, place: int) -> date | None:
    return person.visits[place + 1] if place + 1 < len(person.visits) else None


def birthday_in(birthday: date, year: int) -> date:
    return date(year, 2, 28) if (birthday.month, birthday.day) == (2, 29) and year % 4 else birthday.replace(year=year)


def first_open(day: date) -> date:
    while is_closed(day):
        day += timedelta(days=1)
    return day


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, SimulatedShop, _Seen]]:
    shop = simulated_shop(PEOPLE, START, END, seed=20261123)
    database = make_shop(tmp_path_factory.mktemp("year") / "okaeri.db", shop)
    yield database, shop, live_through(database, shop, seed=7)
    database.close()


Year = tuple[Database, SimulatedShop, _Seen]


def test_whoever_is_due_stands_on_today_within_a_week(year: Year) -> None:
    _database, shop, seen = year
    wanted = expected(shop)
    needed = {key: due for key, (due, visit) in wanted.items() if visit is None or visit >= first_open(due)}
    late = {key: (due, seen.first_seen.get(key)) for key, due in needed.items()}
    late = {key: (due, found) for key, (due, found) in late.items() if found is None or found > latest(due)}
    assert late == {}
    by_kind = Counter(kind for _customer, kind, _occasion in needed)
    assert min(by_kind[kind] for kind in (RuleKind.FIRST_VISIT, RuleKind.BIRTHDAY, RuleKind.OVERDUE)) > 300


def latest(due: date) -> date:
    """A week after its day; after a holiday the first morning."""
    return max(due + timedelta(days=UNSEEN_AT_MOST), first_open(due))


def test_nothing_is_asked_before_its_day_and_nothing_that_is_not_due(year: Year) -> None:
    _database, shop, seen = year
    wanted = expected(shop)
    own = (RuleKind.FIRST_VISIT, RuleKind.BIRTHDAY)
    early = {key: (day, wanted.get(key)) for key, day in seen.first_seen.items() if key in wanted and day < wanted[key][0]}
    assert early == {}
    last = END - timedelta(days=UNSEEN_AT_MOST)
    strange = {key for key, day in seen.first_seen.items() if key[1] in own and key not in wanted and START < day < last}
    assert strange == set()


def test_no_day_asks_for_more_than_the_cap_and_nobody_is_pressed(year: Year) -> None:
    _database, _shop, seen = year
    assert max(seen.tasks.values()) == CAP
    pressed = []
    for customer_id, days in seen.touches.items():
        earlier = {*days, *seen.called[customer_id]}
        pressed += [(customer_id, day) for day in days if any(day - timedelta(days=back) in earlier for back in range(1, REST))]
        pressed += [(customer_id, day) for day in days if days.count(day) > 1]
    assert pressed == []
    assert seen.done > 2_000


def test_a_holiday_of_two_weeks_is_caught_up_without_a_flood(year: Year) -> None:
    _database, shop, seen = year
    first = first_open(HOLIDAY[1])
    missed = {key for key, (due, visit) in expected(shop).items() if HOLIDAY[0] <= due < HOLIDAY[1] and (visit is None or visit >= first)}
    assert len(missed) > 50
    assert {seen.first_seen[key] for key in missed} == {first}
    assert seen.tasks[first] <= CAP
    before = max(seen.waiting[day] for day in seen.waiting if HOLIDAY[0] - timedelta(days=28) <= day < HOLIDAY[0])
    after = [seen.waiting[day] for day in seen.waiting if first + timedelta(days=28) <= day < first + timedelta(days=56)]
    assert min(after) <= before


def test_the_same_day_run_again_is_the_same_day(year: Year) -> None:
    database, _shop, _seen = year
    with database.write() as session:
        run_day(session, now=at(END), today=END)
    with database.read() as session:
        plan = day_plan(session, END)
    with database.write() as session:
        again = run_day(session, now=at(END), today=END)
    with database.read() as session:
        assert (again.made, again.closed) == (0, 0)
        assert day_plan(session, END) == plan
        assert plan.tasks


def test_each_occasion_was_made_once(year: Year) -> None:
    database, _shop, _seen = year
    with database.read() as session:
        doubled = (
            select(FollowUp.customer_id, FollowUp.rule_id, FollowUp.occasion)
            .where(FollowUp.rule_id.is_not(None))
            .group_by(FollowUp.customer_id, FollowUp.rule_id, FollowUp.occasion)
            .having(func.count() > 1)
        )
        assert session.execute(doubled).all() == []
        assert session.scalar(select(func.count()).select_from(RuleOccasion)) == session.scalar(
            select(func.count()).select_from(FollowUp).where(FollowUp.rule_id.is_not(None))
        )
