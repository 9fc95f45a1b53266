"""Finding, filtering and sorting customers; who may be there already; their history."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.customer_rows import CustomerFilter, CustomerSort, SimilarWhy, TimelineKind
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.purchases import LineFields
from app.domain.status import Chip
from app.domain.text import fold
from app.models.database import Database
from app.queries.customer_page import customer_view
from app.queries.customers import customer_ids, filter_counts, in_kana_order, list_rows, search_customers, similar_customers
from app.queries.search import SearchIndex
from app.queries.timeline import timeline
from app.services import customers as service
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase, add_staff

LATER = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
PEOPLE = {
    "吉田 和子": {"kana": "よしだ かずこ", "mobile": "090-0000-1234"},
    "髙橋 恵": {"kana": "たかはし めぐみ", "mobile": "080-2222-9876"},
    "高木 蓮": {"kana": "たかぎ れん", "phone": "03-5555-1234"},
    "𠮷野 さくら": {"kana": "よしの さくら"},
    "林 葵": {"kana": "はやし あおい", "code": "00417"},
    "ジョン スミス": {"kana": "", "email": "john@example.com"},
    "王 明": {},
}


@pytest.fixture
def names(database: Database) -> dict[str, int]:
    with database.write() as session:
        found = {name: add_customer(session, name, **fields) for name, fields in PEOPLE.items()}
        firm = CustomerFields(kind=CustomerKind.COMPANY, company="㈱青山モータース", kana="あおやまもーたーす")
        found["firm"] = service.add_customer(session, firm, now=NOW, today=TODAY)
    return found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("林", {"林 葵"}),
        ("高", {"髙橋 恵", "高木 蓮"}),
        ("髙", {"髙橋 恵", "高木 蓮"}),
        ("吉", {"吉田 和子", "𠮷野 さくら"}),
        ("𠮷野", {"𠮷野 さくら"}),
        ("たか", {"髙橋 恵", "高木 蓮"}),
        ("タカハシ", {"髙橋 恵"}),
        ("ﾀｶﾊｼ", {"髙橋 恵"}),
        ("よしだかずこ", {"吉田 和子"}),
        ("かずこ 吉田", {"吉田 和子"}),
        ("1234", {"吉田 和子", "高木 蓮"}),
        ("０９０-０００", {"吉田 和子"}),
        ("090 0000 1234", {"吉田 和子"}),
        ("417", {"林 葵"}),
        ("JOHN", {"ジョン スミス"}),
        ("株 青山", {"firm"}),
        ("子 よ", {"吉田 和子"}),
        ("ぬ", set()),
        ("葵1", set()),
    ],
)
def test_a_customer_is_found_by_what_people_type(database: Database, names: dict[str, int], typed: str, expected: set[str]) -> None:
    with database.read() as session:
        found = set(customer_ids(session, TODAY, text=typed).tolist())
    assert {name for name, number in names.items() if number in found} == expected


@pytest.mark.parametrize("typed", ["", "  ", "ー・", "　"])
def test_nothing_to_search_for_finds_everyone(database: Database, names: dict[str, int], typed: str) -> None:
    with database.read() as session:
        assert len(customer_ids(session, TODAY, text=typed)) == len(names)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keys=st.lists(st.text(alphabet="アイ高𠮷1\n", max_size=8), min_size=1, max_size=900),
    wanted=st.text(alphabet="アイ高𠮷1", min_size=1, max_size=3),
)
def test_the_fast_search_finds_what_a_plain_look_at_each_would(keys: list[str], wanted: str) -> None:
    rows = [(number + 1, key, False) for number, key in enumerate(keys)]
    index = SearchIndex(rows, [row[0] for row in rows])
    assert index.ids[index.find(wanted)].tolist() == [number for number, key, _ in rows if fold(wanted) in key]


def test_frequent_letters_are_found_past_the_first_hits() -> None:
    rows = [(number, "アオキ" if number % 2 else "イトウ", False) for number in range(1, 3001)]
    index = SearchIndex(rows, [row[0] for row in rows])
    assert index.ids[index.find("アオキ")].tolist() == list(range(1, 3001, 2))
    assert index.find("ト").sum() == 1500


def test_the_list_is_read_in_the_order_of_kana_with_names_without_a_reading_behind(database: Database, names: dict[str, int]) -> None:
    with database.read() as session:
        ids = customer_ids(session, TODAY, sort_by=CustomerSort.KANA).tolist()
        shown = "㈱青山モータース、ジョン スミス、高木 蓮、髙橋 恵、林 葵、吉田 和子、𠮷野 さくら、王 明"
        assert "、".join(row.name for row in list_rows(session, ids, TODAY)) == shown
        assert in_kana_order(session, [names["吉田 和子"], names["林 葵"], 999]) == [names["林 葵"], names["吉田 和子"]]


def visits(session: Session, customer_id: int, *days_ago: int, amount: int = 5000) -> None:
    for days in days_ago:
        add_purchase(session, customer_id, TODAY - timedelta(days=days), amount)


def test_the_list_is_sorted_by_visits_amounts_and_newness(database: Database) -> None:
    with database.write() as session:
        often, rich, new = (add_customer(session, name) for name in ("青木 一", "井上 二", "上田 三"))
        never = add_customer(session, "江口 四")
        visits(session, often, 100, 60, 30, amount=1000)
        visits(session, rich, 50, amount=90_000)
        visits(session, new, 2, amount=500)
    with database.read() as session:

        def order(sort_by: CustomerSort) -> list[int]:
            return [int(i) for i in customer_ids(session, TODAY, sort_by=sort_by)]

        assert order(CustomerSort.LAST_VISIT) == [new, often, rich, never]
        assert order(CustomerSort.AMOUNT) == [rich, often, new, never]
        assert order(CustomerSort.VISITS)[0] == often
        assert order(CustomerSort.NEWEST) == [never, new, rich, often]
        first = list_rows(session, [new, never, 999], TODAY)
        assert [(row.last_day, row.chip) for row in first] == [(TODAY - timedelta(days=2), Chip.FINE), (None, Chip.PROSPECT)]


def test_a_visit_brings_the_customer_to_the_top_at_once(database: Database) -> None:
    with database.write() as session:
        first, second = add_customer(session, "青木 一"), add_customer(session, "井上 二")
        visits(session, first, 10)
        visits(session, second, 20)
    with database.read() as session:
        assert customer_ids(session, TODAY, sort_by=CustomerSort.LAST_VISIT).tolist() == [first, second]
    with database.write() as session:
        visits(session, second, 1)
    with database.read() as session:
        assert customer_ids(session, TODAY, sort_by=CustomerSort.LAST_VISIT).tolist() == [second, first]


def test_filters_count_what_they_list(database: Database) -> None:
    with database.write() as session:
        late = add_customer(session, "青木 一")
        visits(session, late, 270, 240, 210, 180, 150, 75)
        once = add_customer(session, "井上 二")
        visits(session, once, 40)
        kept, gone = add_customer(session, "上田 三"), add_customer(session, "江口 四")
        service.archive_customer(session, gone, now=LATER)
    with database.read() as session:
        members = {choice: customer_ids(session, TODAY, filter_by=choice).tolist() for choice in CustomerFilter}
        counts = filter_counts(session, TODAY)
        assert set(members[CustomerFilter.ALL]) == {late, once, kept}
        assert members[CustomerFilter.ATTENTION] == [late]
        assert members[CustomerFilter.SECOND_VISIT] == [once]
        assert members[CustomerFilter.ARCHIVED] == [gone]
        assert counts == {choice: len(ids) for choice, ids in members.items()}
        assert customer_ids(session, TODAY, text="江口").tolist() == []
        assert customer_ids(session, TODAY, text="江口", filter_by=CustomerFilter.ARCHIVED).tolist() == [gone]


def test_a_rolled_back_name_is_not_found_afterwards(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as session:
        add_customer(session, "吉田 和子")
        assert len(customer_ids(session, TODAY, text="吉田")) == 1
        raise RuntimeError("given up")
    with database.read() as session:
        assert len(customer_ids(session, TODAY, text="吉田")) == 0


def test_the_first_hits_are_those_seen_last(database: Database) -> None:
    with database.write() as session:
        first, second = add_customer(session, "吉田 一"), add_customer(session, "吉田 二")
        visits(session, first, 90)
        visits(session, second, 3)
    with database.read() as session:
        assert [row.id for row in search_customers(session, "吉田", TODAY, limit=1)] == [second]


def test_who_is_there_already_is_known_by_phone_and_by_name(database: Database, names: dict[str, int]) -> None:
    with database.read() as session:

        def found(**fields: str) -> list[tuple[int, SimilarWhy]]:
            return [(row.id, row.why) for row in similar_customers(session, CustomerFields(**fields))]  # type: ignore[arg-type]

        assert found(name="まったく 別人", phone="０９０００００１２３４") == [(names["吉田 和子"], SimilarWhy.PHONE)]
        assert found(family_name="高橋", given_name="恵") == [(names["髙橋 恵"], SimilarWhy.NAME)]
        assert found(name="高") == []
        assert found() == []
        assert similar_customers(session, CustomerFields(name="林 葵"), besides=names["林 葵"]) == []


def test_history_tells_every_touch_newest_first(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
        who = add_customer(session, joined_on=date(2026, 7, 1))
        lines = tuple(
            LineFields(product=name, unit_price=1000, amount=1000) for name in ("カット", "白髪染め", "カット", "眉", "シャンプー")
        )
        first = add_purchase(session, who, date(2026, 7, 1), lines=lines, staff="田中 美咲", note="次は10月")
        add_purchase(session, who, date(2026, 9, 10), 9350)
        refund_visit(session, first, amount=2000, day=date(2026, 9, 12), now=LATER, today=TODAY)
        service.add_contact(session, who, ContactKind.PHONE, "腰が痛い", day=date(2026, 11, 1), staff_id=None, now=LATER)
        service.mark_customer(session, who, now=LATER, do_not_contact=True, bad_address=True)
    with database.read() as session:
        told = timeline(session, who)
        assert [(entry.kind, entry.day.isoformat()) for entry in told] == [
            (TimelineKind.CHANGE, "2026-11-20"),
            (TimelineKind.CONTACT, "2026-11-01"),
            (TimelineKind.REFUND, "2026-09-12"),
            (TimelineKind.VISIT, "2026-09-10"),
            (TimelineKind.VISIT, "2026-07-01"),
            (TimelineKind.JOINED, "2026-07-01"),
        ]
        assert set(told[0].title.splitlines()) == {"do_not_contact", "bad_address"}
        assert (told[1].title, told[1].contact) == ("腰が痛い", ContactKind.PHONE)
        assert told[2].amount == -2000
        assert (told[4].title, told[4].staff, told[4].detail) == ("カット・白髪染め・眉", "田中 美咲", "次は10月")
        view = customer_view(session, who, TODAY, limit=3)
        assert (len(view.timeline), view.has_more) == (3, True)
        assert [row.amount for row in view.purchases] == [-2000, 9350, 5000]
        assert view.facts.visits == 2
        assert view.currency == "JPY"
