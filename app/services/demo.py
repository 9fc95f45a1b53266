"""The sample shop: an invented hair salon of two years, the same for the same day. Nothing in it is a real person."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.customer_rules import completed, index_keys
from app.domain.customers import Consent, CustomerFields, PartialDate
from app.domain.demo import DEMO_CUSTOMERS, DEMO_SEED, DEMO_YEARS
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.shop import ShopFields, Trade
from app.models.backup import remove_with_companions
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Staff
from app.paths import resource
from app.services import summaries
from app.services.demo_care import fill_care
from app.services.demo_counter import fill_counter
from app.services.demo_measures import fill_measures
from app.services.demo_surveys import fill_surveys
from app.services.shop import create_shop

ZONE = ZoneInfo("Asia/Tokyo")
CLOSED_WEEKDAY = 1
TREATMENT = 4
# What is often taken beside in the first weeks after the one, and after a first treatment: numbers of menus.
TAKEN_AFTER = {1: TREATMENT, 2: 5}
SHAMPOO = 7
FIRST_WEEKS = timedelta(days=90)
OFTEN = 0.7
_STEPS = 10
_SEED_OF_HABITS = DEMO_SEED + 17


def create_demo(path: Path, *, now: datetime, today: date, language: str, progress: Progress = NO_PROGRESS) -> None:
    """A new file at `path` with the sample shop, its last visits on `today`."""
    part = path.with_name(f"sample-{path.name}")
    remove_with_companions(part)
    create_shop(part, shop_of(language), now=now, today=today, is_demo=True)
    progress.advance(1, _STEPS)
    database = Database.of_file(part)
    try:
        with database.write() as session:
            fill(session, now=now, today=today, language=language, progress=progress)
    finally:
        database.close()
    part.replace(path)
    progress.advance(_STEPS, _STEPS)


def shop_of(language: str) -> ShopFields:
    name, person = ("美容室 こもれび", "田中 美咲") if language == "ja" else ("Komorebi Hair", "Misaki Tanaka")
    return ShopFields(
        name=name,
        postal_code="150-0001",
        prefecture="東京都",
        city="渋谷区",
        street="神宮前4-5-6",
        building="こもれびビル1階",
        phone="03-0000-1234",
        person=person,
        trade=Trade.SALON,
        closed_weekdays=(CLOSED_WEEKDAY,),
        window_days=90,
    )


def fill(session: Session, *, now: datetime, today: date, language: str, progress: Progress = NO_PROGRESS) -> None:
    words = json.loads(resource("sample", "salon.json").read_text(encoding="utf-8"))
    if language != "ja":
        words["menus"] = [[name, words["groups_en"][group], *rest] for name, group, *rest in words["menus"]]
    salon = _Salon(Random(DEMO_SEED), words, today, now, language)
    staff = [
        Staff(name=row[0 if language == "ja" else 2], role=row[1 if language == "ja" else 3], position=n)
        for n, row in enumerate(words["staff"])
    ]
    session.add_all(staff)
    session.flush()
    salon.staff_ids = [person.id for person in staff]
    for number in range(1, DEMO_CUSTOMERS + 1):
        salon.add_person(number)
        if number % 200 == 0:
            progress.advance(1 + 6 * number // DEMO_CUSTOMERS, _STEPS)
    session.execute(insert(Customer), salon.customers)
    fill_measures(session, salon, now=now, today=today, language=language)
    for table, rows in ((Purchase, salon.purchases), (PurchaseLine, salon.lines), (Contact, salon.contacts)):
        session.execute(insert(table), rows)
    progress.advance(8, _STEPS)
    summaries.rebuild(session, today)
    fill_counter(session, words["menus"], now=now, today=today, language=language)
    fill_surveys(session, now=now, today=today, language=language)
    fill_care(session, now=now, today=today, language=language)


@dataclass
class _Salon:
    """Rows to insert, drawn from one seeded generator."""

    random: Random
    words: dict[str, Any]
    today: date
    now: datetime
    language: str
    staff_ids: list[int] = field(default_factory=list)
    customers: list[dict[str, Any]] = field(default_factory=list)
    purchases: list[dict[str, Any]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    contacts: list[dict[str, Any]] = field(default_factory=list)
    habits: Random = field(default_factory=lambda: Random(_SEED_OF_HABITS))
    first_days: dict[int, date] = field(default_factory=dict)
    first_treatments: dict[int, date] = field(default_factory=dict)

    def add_person(self, number: int) -> None:
        days = self._visit_days()
        fields = self._fields(number, days)
        search_key, sort_key = index_keys(fields)
        row = {name: getattr(fields, name) for name in CustomerFields.__dataclass_fields__ if name not in ("staff", "referred_by")}
        joined = days[0] if days else self.today
        self.customers.append(
            row
            | {
                "id": number,
                "tags": list(fields.tags),
                "own": {},
                "staff_id": self.random.choice(self.staff_ids),
                "joined_on": joined,
                "search_key": search_key,
                "sort_key": sort_key,
                "created_at": _noon(joined),
                "updated_at": _noon(joined),
            }
        )
        favourite = self.random.choices(range(4), (5, 4, 3, 1))[0]
        for day in days:
            self.add_visit(number, day, favourite)
        if self.random.random() < 0.12 and days:
            text = "次回のご予約をお電話でうかがいました" if self.language == "ja" else "Called about the next appointment"
            day = min(self.today, days[-1] + timedelta(days=3))
            self.contacts.append(
                {
                    "customer_id": number,
                    "kind": ContactKind.PHONE,
                    "day": day,
                    "at": _noon(day),
                    "staff_id": self.random.choice(self.staff_ids),
                    "text": text,
                }
            )

    def _visit_days(self) -> list[date]:
        """Own rhythm, a chance to stop after each visit (most after the first), a shop that grows."""
        span = DEMO_YEARS * 365
        since_first = int(span * self.random.betavariate(0.9, 0.75))
        day = self.today - timedelta(days=since_first)
        gap = max(18.0, self.random.lognormvariate(3.75, 0.36))
        days: list[date] = []
        while day <= self.today:
            days.append(self.open_day(day))
            stops = 0.34 if len(days) == 1 else 0.16 if len(days) == 2 else 0.075
            if self.random.random() < stops:
                break
            pause = self.random.randint(95, 190) if self.random.random() < 0.05 else 0
            day = days[-1] + timedelta(days=pause + max(7, round(self.random.gauss(gap, gap * 0.18))))
        return [d for d in days if d <= self.today] or [self.today - timedelta(days=1)]

    def open_day(self, day: date) -> date:
        return day + timedelta(days=1) if day.weekday() == CLOSED_WEEKDAY else day

    def _fields(self, number: int, days: Sequence[date]) -> CustomerFields:
        draw = self.random
        is_man = draw.random() < 0.16
        family, given = draw.choice(self.words["family"]), draw.choice(self.words["men" if is_man else "women"])
        names = (family[0], given[0]) if self.language == "ja" else (given[2], family[2])
        postal_code, prefecture, city, town = draw.choice(self.words["areas"])
        has_address, notes = draw.random() < 0.94, self.words["notes" if self.language == "ja" else "notes_en"]
        birthday = PartialDate(draw.randint(1945, 2006), draw.randint(1, 12), draw.randint(1, 28)) if draw.random() < 0.8 else None
        street = f"{town}{draw.randint(1, 5)}-{draw.randint(1, 20)}-{draw.randint(1, 15)}" if draw.random() < 0.98 else town
        return completed(
            CustomerFields(
                code=f"{number:05d}",
                family_name=names[0],
                given_name=names[1],
                family_kana=family[1] if self.language == "ja" else "",
                given_kana=given[1] if self.language == "ja" else "",
                postal_code=postal_code if has_address else "",
                prefecture=prefecture if has_address else "",
                city=city if has_address else "",
                street=street if has_address else "",
                building=draw.choice(self.words["buildings"]) if has_address else "",
                mobile=f"0{draw.choice('789')}0-0000-{number:04d}",
                birthday=birthday,
                gender=("男性" if is_man else "女性") if self.language == "ja" else ("male" if is_man else "female"),
                channel=draw.choice(self.words["channels"])[0 if self.language == "ja" else 1],
                note="\n".join(draw.choice(notes)) if draw.random() < 0.3 else "",
                post_consent=Consent.NO if draw.random() < 0.03 else Consent.YES,
                post_consent_on=days[0],
                do_not_contact=draw.random() < 0.008,
                bad_address=draw.random() < 0.012,
                mourning_until=self.today + timedelta(days=200) if draw.random() < 0.006 else None,
            )
        )

    def add_visit(self, customer_id: int, day: date, favourite: int) -> None:
        draw = self.random
        menus = [self.words["menus"][favourite]]
        if draw.random() < 0.28:
            menus.append(self.words["menus"][self._beside(customer_id, day, favourite, draw.randint(4, 7))])
        self.first_days.setdefault(customer_id, day)
        purchase_id = len(self.purchases) + 1
        staff_id = draw.choice(self.staff_ids)
        at = datetime.combine(day, time(draw.randint(9, 18), draw.choice((0, 15, 30, 45))), ZONE).astimezone(UTC)
        for position, (name, group, english, price, _kind) in enumerate(menus):
            self.lines.append(
                {
                    "purchase_id": purchase_id,
                    "position": position,
                    "product": name if self.language == "ja" else english,
                    "product_code": "",
                    "product_group": group,
                    "quantity": 1.0,
                    "unit_price": price,
                    "discount": 0,
                    "amount": price,
                    "tax_rate": 1000,
                    "staff_id": staff_id,
                }
            )
        amount = sum(menu[3] for menu in menus)
        self.purchases.append(
            {
                "id": purchase_id,
                "customer_id": customer_id,
                "receipt": f"{purchase_id:06d}",
                "at": min(at, self.now),
                "day": day,
                "amount": amount,
                "net": amount,
                "line_count": len(menus),
                "staff_id": staff_id,
            }
        )

    def _beside(self, customer_id: int, day: date, favourite: int, drawn: int) -> int:
        """What is taken beside the favourite: by chance, but for those who have just begun to colour or to treat their hair."""
        is_habit = self.habits.random() < OFTEN
        treated, first = self.first_treatments.get(customer_id), self.first_days.get(customer_id)
        taken = drawn
        if is_habit and treated is not None and treated < day <= treated + FIRST_WEEKS:
            taken = SHAMPOO
        elif is_habit and treated is None and first is not None and first < day <= first + FIRST_WEEKS:
            taken = TAKEN_AFTER.get(favourite, drawn)
        if taken == TREATMENT:
            self.first_treatments.setdefault(customer_id, day)
        return taken


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZONE).astimezone(UTC)
