"""What rules would make in a month, what is coming, and who has no next date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.care import CareSettings, RuleFields, RuleKind, SegmentCare
from app.domain.care_view import RulePreview
from app.domain.contacts import ContactKind
from app.domain.customers import PartialDate
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.segments import Segment
from app.models.care import CareRule
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.care import coming, coming_counts, preview, rule_rows, rules
from app.queries.next_dates import without_next_date
from app.services.care_rules import edit_rule, ensure_rules, switch_rule
from app.services.care_run import run_day
from app.services.customers import mark_customer
from app.services.follow_ups import add_follow_up, finish_follow_up
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

DAY = timedelta(days=1)


def begin(session: Session, *kinds: RuleKind) -> None:
    ensure_rules(session, now=NOW, today=TODAY)
    session.execute(update(CareRule).values(is_on=False, since=TODAY - 300 * DAY))
    for kind in kinds:
        first = select(CareRule.id).where(CareRule.kind == kind).order_by(CareRule.position).limit(1).scalar_subquery()
        session.execute(update(CareRule).where(CareRule.id == first).values(is_on=True))
    session.flush()


def visited(session: Session, name: str, *days: date) -> int:
    customer = add_customer(session, name)
    for day in days:
        add_purchase(session, customer, day)
    return customer


def make(session: Session) -> None:
    run_day(session, now=NOW, today=TODAY)


def row_of(session: Session, kind: RuleKind) -> RulePreview:
    found = next(row.preview for row in rule_rows(session, TODAY) if row.fields.kind is kind)
    assert found is not None
    return found


def test_a_rule_says_what_it_would_have_made_this_month(database: Database) -> None:
    with database.write() as session:
        begin(session)
        visited(session, "月初", date(2026, 11, 2))
        visited(session, "先月の末", date(2026, 10, 30))
        visited(session, "もっと前", date(2026, 10, 28))
        visited(session, "三日のうちにまた", date(2026, 11, 6), date(2026, 11, 8))
        add_customer(session, "師走", birthday=PartialDate(None, 12, 14))
        add_customer(session, "師走の半ば", birthday=PartialDate(None, 12, 15))
        after = RuleFields(RuleKind.AFTER_VISIT, 3, FollowUpKind.CALL)
        assert preview(session, after, TODAY) == RulePreview(3, 0)
        assert row_of(session, RuleKind.BIRTHDAY) == RulePreview(1, 0)
        assert row_of(session, RuleKind.FIRST_VISIT) == RulePreview(2, 0)
        assert all(row.preview is None for row in rules(session))


def test_days_over_the_cap_count_everything_that_falls_due(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT)
        session.execute(update(Shop).values(care=CareSettings(cap=2).to_json()))
        for name in ("一", "二"):
            visited(session, name, date(2026, 11, 5))
        customer = visited(session, "三", date(2026, 11, 20))
        assert row_of(session, RuleKind.AFTER_VISIT) == RulePreview(3, 0)
        add_follow_up(session, customer, FollowUpFields(date(2026, 11, 23)), now=NOW, today=TODAY)
        add_customer(session, "四", birthday=PartialDate(None, 12, 7))
        assert row_of(session, RuleKind.AFTER_VISIT).days_over_cap == 0
        assert row_of(session, RuleKind.BIRTHDAY) == RulePreview(1, 1)
        assert preview(session, RuleFields(RuleKind.BIRTHDAY, 13, FollowUpKind.CARD), TODAY) == RulePreview(1, 0)


def test_what_is_kept_for_counting_is_counted_anew_after_every_change(database: Database) -> None:
    """Counts from kept columns, counts in a session that keeps nothing, and one by one from the visits."""
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT, RuleKind.BIRTHDAY, RuleKind.YEARLY)
        customers = [visited(session, f"客 {ago}", TODAY - ago * DAY, TODAY - 4 * ago * DAY) for ago in range(1, 30)]
    sooner = RuleFields(RuleKind.BIRTHDAY, 1, FollowUpKind.CARD)
    changes: list[Callable[[Session], object]] = [
        lambda session: add_purchase(session, customers[0], TODAY - DAY),
        lambda session: add_customer(session, "師走", birthday=PartialDate(None, 12, 14)),
        lambda session: mark_customer(session, customers[7], now=NOW, do_not_contact=True),
        lambda session: session.add(Contact(customer_id=customers[3], kind=ContactKind.PHONE, day=TODAY - 364 * DAY, at=NOW, text="")),
        lambda session: edit_rule(session, _id(session, RuleKind.BIRTHDAY), sooner, now=NOW, today=TODAY),
        make,
    ]
    for change in changes:
        with database.write() as session:
            change(session)
            changed = rule_rows(session, TODAY)
        with database.read() as session:
            kept = rule_rows(session, TODAY)
            assert kept == changed == rule_rows(session, TODAY)
            for row in kept:
                if row.fields.kind is RuleKind.AFTER_VISIT and row.preview is not None:
                    assert row.preview.this_month == _one_by_one(session, int(row.fields.number))
        partly = rule_rows(session, TODAY, but=(RuleKind.HEALTH_FALLING,))
        assert [row.id for row in partly if row.preview is None] == [_id(session, RuleKind.HEALTH_FALLING)]
        assert [row.preview for row in partly if row.preview] == [
            row.preview for row in kept if row.fields.kind is not RuleKind.HEALTH_FALLING
        ]


def test_what_is_coming_is_seen_before_it_is_made_and_not_after(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.BIRTHDAY, RuleKind.AFTER_VISIT)
        add_staff(session, "田中")
        born = add_customer(session, "誕生", birthday=PartialDate(1980, 12, 6), staff="田中")
        visited(session, "来店", TODAY)
        visited(session, "今日の分", TODAY - 3 * DAY)
        make(session)
        found = coming(session, TODAY, TODAY + 7 * DAY, TODAY)
        assert list(found) == [date(2026, 11, 22), date(2026, 11, 23)]
        (birthday,) = found[date(2026, 11, 22)]
        assert (birthday.customer_id, birthday.customer_name, birthday.staff, birthday.kind) == (born, "誕生", "田中", FollowUpKind.CARD)
        assert birthday.reason == {"rule": "birthday", "day": "2026-12-06"}
        assert coming_counts(session, TODAY, TODAY + 7 * DAY, TODAY) == {date(2026, 11, 22): 1, date(2026, 11, 23): 1}
        run_day(session, now=NOW, today=TODAY + 2 * DAY)
        assert list(coming(session, TODAY, TODAY + 7 * DAY, TODAY + DAY)) == [date(2026, 11, 23)]


def test_who_has_no_next_date(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.BIRTHDAY, RuleKind.OVERDUE)
        add_customer(session, "誕生日あり", birthday=PartialDate(None, 1, 1))
        forgotten = add_customer(session, "何もなし")
        planned = add_customer(session, "予定あり")
        visited(session, "来たばかり", TODAY - 5 * DAY)
        late = visited(session, "ずっと前", TODAY - 200 * DAY)
        archived = add_customer(session, "保管")
        session.get_one(Customer, archived).archived_at = NOW
        add_follow_up(session, planned, FollowUpFields(TODAY + 40 * DAY), now=NOW, today=TODAY, source=FollowUpSource.HAND)
        session.flush()
        found = without_next_date(session, TODAY)
        assert found.customer_ids == (late, forgotten)
        assert found.days[late] == TODAY + DAY
        assert found.days[forgotten] == TODAY + 36 * DAY
        switch_rule(session, _id(session, RuleKind.BIRTHDAY), False, now=NOW, today=TODAY)
        assert len(without_next_date(session, TODAY)) == 3


def test_a_rule_that_asked_already_for_the_same_visit_will_not_ask_again(database: Database) -> None:
    with database.write() as session:
        begin(session, RuleKind.AFTER_VISIT)
        customer = visited(session, "一度", TODAY - 3 * DAY)
        make(session)
        (follow_up,) = session.scalars(select(FollowUp.id)).all()
        finish_follow_up(session, follow_up, now=NOW, today=TODAY)
        later = RuleFields(RuleKind.AFTER_VISIT, 30, FollowUpKind.CALL, is_on=True)
        edit_rule(session, _id(session, RuleKind.AFTER_VISIT), later, now=NOW + DAY, today=TODAY + DAY)
        assert without_next_date(session, TODAY + DAY).customer_ids == (customer,)
        assert coming(session, TODAY, TODAY + 60 * DAY, TODAY + DAY) == {}


def test_the_proposed_days_are_working_days_and_no_more_on_one_than_the_shop_does(database: Database) -> None:
    with database.write() as session:
        begin(session)
        care = CareSettings(cap=2, segments={Segment.NEW.value: SegmentCare(contact_days=10)})
        session.execute(update(Shop).values(care=care.to_json(), closed_weekdays=[0, 5]))
        late = [visited(session, f"客{number}", TODAY - (300 - number) * DAY) for number in range(5)]
        fresh = visited(session, "新しい", TODAY - DAY)
        found = without_next_date(session, TODAY)
        assert found.customer_ids == (*late, fresh)
        # Saturdays and Mondays are days off.
        sunday, tuesday, wednesday = date(2026, 11, 22), date(2026, 11, 24), date(2026, 11, 25)
        assert [found.days[one] for one in late] == [sunday, sunday, tuesday, tuesday, wednesday]
        assert found.days[fresh] == date(2026, 11, 29)


def _one_by_one(session: Session, days: int) -> int:
    """Visits of people within reach, of which the follow-up so many days later falls into the month with no visit before it."""
    within = select(Customer.id).where(Customer.do_not_contact.is_(False))
    query = select(Purchase.customer_id, Purchase.day).where(Purchase.customer_id.in_(within)).distinct()
    visits = sorted((customer, day) for customer, day in session.execute(query))
    count = 0
    for customer, day in visits:
        due = day + days * DAY
        came_again = any(other == customer and day < later <= due for other, later in visits)
        count += (due.year, due.month) == (TODAY.year, TODAY.month) and not came_again
    return count


def _id(session: Session, kind: RuleKind) -> int:
    return session.scalars(select(CareRule.id).where(CareRule.kind == kind).order_by(CareRule.position)).all()[0]
