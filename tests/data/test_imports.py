"""Lists come in whole or not at all, doubles as decided, and go out again whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.customer_rules import index_keys
from app.domain.customers import Consent
from app.domain.errors import Cancelled
from app.domain.imports import DoubleChoice, ImportSource, ImportTooOld, ImportUndone, SalesOutlook
from app.domain.money import currency_of
from app.exchange.columns import Subject, guess_columns
from app.exchange.customers import CustomerReading, read_customers
from app.exchange.duplicates import find_doubles, person_of
from app.exchange.problems import RowReason
from app.exchange.purchases import PurchaseReading, read_purchases
from app.exchange.source import open_table
from app.models.customer import Customer, fields_of_record
from app.models.database import Database
from app.models.purchase import Purchase, PurchaseLine
from app.models.summary import CustomerStat
from app.queries.customers import customer_card
from app.queries.imports import import_rows, imported_before
from app.services.customers import edit_customer, mark_customer
from app.services.import_customers import ImportOutcome, store_customers
from app.services.import_purchases import outlook, store_purchases
from app.services.imports import existing_people, fingerprint_of, undo_import
from app.services.summaries import is_consistent
from tests.factories import NOW, TODAY, add_customer, add_purchase

CUSTOMERS = """顧客番号,お名前,ふりがな,電話番号,誕生日,住所,DM
1,吉田 和子,よしだ かずこ,090-0000-1234,S33.6.2,東京都渋谷区神宮前1-2-3,送らない
2,髙﨑 𠮷子,たかさき よしこ,090-0000-2222,1980/1/5,東京都目黒区上目黒2-1-1,
3,森田 幸子,もりた さちこ,090-0000-3333,,,
"""


def customers_in(path: Path, text: str = CUSTOMERS) -> CustomerReading:
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    return read_customers(table, guess_columns(table, Subject.CUSTOMERS), today=TODAY)


def purchases_in(path: Path, text: str) -> PurchaseReading:
    path.write_text(text, encoding="utf-8")
    table = open_table(path)
    return read_purchases(table, guess_columns(table, Subject.PURCHASES), today=TODAY, currency=currency_of("JPY"))


def store(database: Database, reading: CustomerReading, **decisions: object) -> ImportOutcome:
    with database.write() as session:
        doubles = find_doubles([person_of(d) for d in reading.drafts], existing_people(session))
        return store_customers(session, reading, doubles, source=ImportSource("名簿.csv", "f"), now=NOW, today=TODAY, **decisions)  # type: ignore[arg-type]


def sell(database: Database, reading: PurchaseReading, *, create: bool = True) -> ImportOutcome:
    with database.write() as session:
        return store_purchases(session, reading, create_customers=create, source=ImportSource("売上.csv", "s"), now=NOW, today=TODAY)


def names(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(select(Customer.name).order_by(Customer.id)))


def test_a_list_comes_in_with_what_it_says(database: Database, tmp_path: Path) -> None:
    outcome = store(database, customers_in(tmp_path / "名簿.csv"))
    assert (outcome.accepted, outcome.created, outcome.updated, outcome.refused) == (3, 3, 0, [])
    with database.read() as session:
        first = session.scalars(select(Customer).where(Customer.code == "1")).one()
        assert (first.family_name, first.given_name, str(first.birthday), first.post_consent) == ("吉田", "和子", "1958-06-02", Consent.NO)
        assert first.search_key
        assert [row.accepted for row in import_rows(session)] == [3]


def test_the_same_list_again_updates_and_never_turns_a_no_back(database: Database, tmp_path: Path) -> None:
    store(database, customers_in(tmp_path / "a.csv"))
    with database.write() as session:
        second = session.scalars(select(Customer.id).where(Customer.code == "2")).one()
        mark_customer(session, second, now=NOW, do_not_contact=True, bad_address=True, is_deceased=True)
    changed = CUSTOMERS.replace("送らない", "送ってよい").replace("090-0000-3333", "090-0000-9999")
    outcome = store(database, customers_in(tmp_path / "b.csv", changed))
    assert (outcome.created, outcome.updated) == (0, 3)
    assert [(w.row, w.field, w.other) for w in outcome.warnings if w.reason is RowReason.STOP_KEPT] == [(2, "post_consent", "吉田 和子")]
    with database.read() as session:
        rows = {c.code: c for c in session.scalars(select(Customer))}
        assert rows["1"].post_consent is Consent.NO
        assert (rows["2"].do_not_contact, rows["2"].bad_address, rows["2"].is_deceased) == (True, True, True)
        assert rows["3"].mobile == "090-0000-9999" or rows["3"].phone == "090-0000-9999"


def test_a_family_sharing_a_phone_stays_two_people_and_is_pointed_out(database: Database, tmp_path: Path) -> None:
    text = "お名前,電話番号\n吉田 和子,03-1111-2222\n吉田 太郎,03-1111-2222\n吉田和子,0311112222\n"
    outcome = store(database, customers_in(tmp_path / "c.csv", text))
    assert names(database) == ["吉田 和子", "吉田 太郎"]
    assert (outcome.created, outcome.updated) == (2, 1)
    assert [w.reason for w in outcome.warnings] == [RowReason.DOUBLE_ADDED, RowReason.DOUBLE_MERGED]


def test_a_decision_of_the_user_counts(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        add_customer(session, "吉田 和子", mobile="090-0000-1234")
    reading = customers_in(tmp_path / "d.csv", "お名前,携帯電話\n吉田 和子,090-0000-1234\n山田 一,090-0000-5555\n")
    outcome = store(database, reading, choices={2: DoubleChoice.LATER})
    assert outcome.left_for_later == [2]
    assert names(database) == ["吉田 和子", "山田 一"]


def test_an_undone_import_takes_everything_out_and_puts_changes_back(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        mine = add_customer(session, "吉田 和子", code="1", phone="03-9999-9999")
        add_purchase(session, mine, TODAY - timedelta(days=3))
    first = store(database, customers_in(tmp_path / "e.csv"))
    with database.write() as session:
        kept = session.scalars(select(Customer.id).where(Customer.code == "3")).one()
        add_purchase(session, kept, TODAY - timedelta(days=1))
    with database.write() as session:
        undone = undo_import(session, first.import_id, now=NOW + timedelta(days=29), today=TODAY)
    assert (undone.customers, undone.restored, undone.kept) == (1, 1, 1)
    with database.read() as session:
        rows = {c.code: c for c in session.scalars(select(Customer))}
        assert set(rows) == {"1", "3"}
        assert (rows["1"].phone, rows["1"].birthday, rows["1"].post_consent) == ("03-9999-9999", None, Consent.UNKNOWN)
        assert is_consistent(session)
    with pytest.raises(ImportUndone), database.write() as session:
        undo_import(session, first.import_id, now=NOW, today=TODAY)


def test_after_thirty_days_an_import_stays(database: Database, tmp_path: Path) -> None:
    outcome = store(database, customers_in(tmp_path / "f.csv"))
    with pytest.raises(ImportTooOld), database.write() as session:
        undo_import(session, outcome.import_id, now=NOW + timedelta(days=31), today=TODAY)
    assert len(names(database)) == 3


def test_a_stopped_import_leaves_nothing(database: Database, tmp_path: Path) -> None:
    class Stop:
        def advance(self, done: int, total: int) -> None:
            raise Cancelled

    reading = customers_in(tmp_path / "g.csv")
    with pytest.raises(Cancelled), database.write() as session:
        store_customers(session, reading, [], source=ImportSource("x", "x"), now=NOW, today=TODAY, progress=Stop())
    assert names(database) == []


SALES = """伝票番号,日付,時刻,顧客番号,お名前,商品名,数量,金額,取消元
A1,2026/10/01,10:05,1,吉田 和子,カット,1,4950,
A1,2026/10/01,10:00,1,吉田 和子,シャンプー,2,5280,
A2,2026/10/02,,,,店頭販売,1,1100,
A3,2026/10/05,,9,新しい 方,カット,1,4950,
C1,2026/10/07,,1,吉田 和子,カット,-1,-4950,A1
"""


def test_lines_of_a_receipt_are_one_purchase_and_a_linked_refund_lowers_it(database: Database, tmp_path: Path) -> None:
    store(database, customers_in(tmp_path / "h.csv"))
    outcome = sell(database, purchases_in(tmp_path / "sales.csv", SALES))
    assert (outcome.accepted, outcome.created, outcome.without_customer, outcome.refused) == (5, 1, 1, [])
    with database.read() as session:
        rows = {p.receipt: p for p in session.scalars(select(Purchase))}
        assert (rows["A1"].amount, rows["A1"].net, rows["A1"].line_count) == (10230, 5280, 2)
        assert (rows["C1"].amount, rows["C1"].net, rows["C1"].refund_of_id) == (-4950, 0, rows["A1"].id)
        assert rows["A2"].customer_id is None
        assert [line.quantity for line in session.scalars(select(PurchaseLine).where(PurchaseLine.purchase_id == rows["A1"].id))] == [
            1.0,
            2.0,
        ]
        stat = session.get(CustomerStat, rows["A1"].customer_id)
        assert stat is not None and (stat.n, stat.amount) == (1, 5280)
        assert is_consistent(session)


def test_unknown_customers_are_listed_when_none_may_be_created(database: Database, tmp_path: Path) -> None:
    store(database, customers_in(tmp_path / "i.csv"))
    outcome = sell(database, purchases_in(tmp_path / "sales.csv", SALES), create=False)
    assert [(e.row, e.reason, e.value) for e in outcome.refused] == [(5, RowReason.CUSTOMER_UNKNOWN, "9")]
    assert outcome.accepted == 4


def test_the_same_receipts_are_not_counted_twice(database: Database, tmp_path: Path) -> None:
    reading = purchases_in(tmp_path / "sales.csv", SALES)
    sell(database, reading)
    again = sell(database, purchases_in(tmp_path / "sales.csv", SALES))
    assert again.accepted == 0
    assert {e.reason for e in again.refused} == {RowReason.ALREADY_THERE}
    with database.read() as session:
        assert len(session.scalars(select(Purchase)).all()) == 4


def test_undoing_sales_takes_their_customers_out_as_well(database: Database, tmp_path: Path) -> None:
    outcome = sell(database, purchases_in(tmp_path / "sales.csv", SALES))
    with database.write() as session:
        undone = undo_import(session, outcome.import_id, now=NOW, today=TODAY)
    assert (undone.customers, undone.purchases) == (2, 4)
    with database.read() as session:
        assert session.scalars(select(PurchaseLine)).all() == []
        assert session.scalars(select(CustomerStat)).all() == []
        assert is_consistent(session)


def test_a_file_is_known_again_by_its_bytes(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "名簿.csv"
    reading = customers_in(path)
    with database.write() as session:
        source = ImportSource(path.name, fingerprint_of(path))
        outcome = store_customers(session, reading, [], source=source, now=NOW, today=TODAY)
    with database.read() as session:
        before = imported_before(session, fingerprint_of(path))
    assert before is not None and before.id == outcome.import_id


def test_fractions_and_days_survive(database: Database, tmp_path: Path) -> None:
    text = "receipt,date,quantity,unit_price,amount,product\nR1,2026-02-28,0.5,1000,500,coffee\n"
    sell(database, purchases_in(tmp_path / "p.csv", text))
    with database.read() as session:
        purchase = session.scalars(select(Purchase)).one()
        assert (purchase.day, purchase.has_time, Decimal(str(purchase.lines[0].quantity))) == (date(2026, 2, 28), False, Decimal("0.5"))


def test_an_undone_cancellation_leaves_the_earlier_purchase_whole(database: Database, tmp_path: Path) -> None:
    head, *rows = SALES.splitlines()
    sell(database, purchases_in(tmp_path / "before.csv", "\n".join([head, *rows[:3]])))
    refund = sell(database, purchases_in(tmp_path / "after.csv", f"{head}\n{rows[4]}\n"))
    with database.write() as session:
        assert session.scalar(select(Purchase.net).where(Purchase.receipt == "A1")) == 5280
        undo_import(session, refund.import_id, now=NOW, today=TODAY)
    with database.read() as session:
        assert session.scalar(select(Purchase.net).where(Purchase.receipt == "A1")) == 10230
        assert session.scalar(select(CustomerStat.amount)) == 10230
        assert is_consistent(session)


def test_a_cancellation_by_nobody_lowers_the_purchase_of_somebody(database: Database, tmp_path: Path) -> None:
    head, *rows = SALES.splitlines()
    sell(database, purchases_in(tmp_path / "before.csv", "\n".join([head, *rows[:2]])))
    sell(database, purchases_in(tmp_path / "after.csv", f"{head}\nC1,2026/10/07,,,,カット,-1,-10230,A1\n"))
    with database.read() as session:
        assert session.scalar(select(Purchase.net).where(Purchase.receipt == "A1")) == 0
        assert session.scalar(select(CustomerStat.n)) in (None, 0)
        assert is_consistent(session)


def test_a_sale_by_somebody_cancelled_in_another_s_name_stays_in_step(database: Database, tmp_path: Path) -> None:
    head, *rows = SALES.splitlines()
    sell(database, purchases_in(tmp_path / "before.csv", f"{head}\n{rows[2]}\n"))
    sell(database, purchases_in(tmp_path / "after.csv", f"{head}\nC1,2026/10/07,,1,吉田 和子,店頭販売,-1,-1100,A2\n"))
    with database.read() as session:
        assert is_consistent(session)


def test_the_search_key_follows_what_an_undone_import_leaves(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        mine = add_customer(session, "吉田 カズ子", code="1", phone="03-9999-9999")
    first = store(database, customers_in(tmp_path / "k.csv"))
    with database.write() as session:
        fields = replace(customer_card(session, mine).fields, phone="03-1111-2222")
        edit_customer(session, mine, fields, now=NOW + timedelta(minutes=1))
    with database.write() as session:
        undo_import(session, first.import_id, now=NOW + timedelta(hours=1), today=TODAY)
    with database.read() as session:
        row = session.get(Customer, mine)
        assert row is not None and (row.name, row.phone) == ("吉田 カズ子", "03-1111-2222")
        assert row.search_key == index_keys(fields_of_record(row, "", ""))[0]


def test_a_number_taken_since_does_not_come_back(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        mine = add_customer(session, "吉田 和子", code="9", mobile="090-0000-1234")
    first = store(database, customers_in(tmp_path / "l.csv"), choices={2: DoubleChoice.MERGE}, sides={(2, "code"): False})
    with database.write() as session:
        assert session.scalar(select(Customer.code).where(Customer.id == mine)) == "1"
        add_customer(session, "林 葵", code="9")
    with database.write() as session:
        undo_import(session, first.import_id, now=NOW, today=TODAY)
    with database.read() as session:
        assert session.scalar(select(Customer.code).where(Customer.id == mine)) == "1"


def test_who_sent_a_customer_is_found_among_the_new_and_never_lost(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        friend = add_customer(session, "林 葵", code="F")
        mine = add_customer(session, "吉田 和子", code="1", referred_by="F")
        other = add_customer(session, "森田 幸子", code="3", referred_by="F")
    text = "顧客番号,お名前,紹介者\n1,吉田 和子,8\n3,森田 幸子,X\n8,髙﨑 𠮷子,\n"
    outcome = store(database, customers_in(tmp_path / "m.csv", text))
    with database.read() as session:
        new = session.scalars(select(Customer.id).where(Customer.code == "8")).one()
        referrers = {number: sender for number, sender in session.execute(select(Customer.id, Customer.referred_by_id))}
        assert (referrers[mine], referrers[other]) == (new, friend)
    with database.write() as session:
        undo_import(session, outcome.import_id, now=NOW, today=TODAY)
    with database.read() as session:
        assert session.scalar(select(Customer.referred_by_id).where(Customer.id == mine)) == friend


def test_a_list_brings_in_nobody_who_came_through_himself(database: Database, tmp_path: Path) -> None:
    text = "顧客番号,お名前,紹介者\n1,吉田 和子,2\n2,森田 幸子,3\n3,林 葵,1\n4,岡 三郎,4\n"
    store(database, customers_in(tmp_path / "m.csv", text))
    with database.read() as session:
        names = {number: code for number, code in session.execute(select(Customer.id, Customer.code))}
        brought = {code: names.get(by or 0) for code, by in session.execute(select(Customer.code, Customer.referred_by_id))}
    assert brought == {"1": "2", "2": "3", "3": None, "4": None}


FAMILY = """顧客番号,お名前,電話番号
1,佐藤 一郎,03-1111-2222
2,佐藤 良子,03-1111-2222
,岡 三郎,03-3333-4444
,岡 三郎,03-3333-5555
"""


def test_a_shared_phone_means_the_one_of_that_name_or_nobody(database: Database, tmp_path: Path) -> None:
    store(database, customers_in(tmp_path / "f.csv", FAMILY))
    sales = """日付,伝票番号,お名前,電話番号,金額
2026/4/1,A1,佐藤良子,03-1111-2222,100
2026/4/1,A2,,03-1111-2222,100
2026/4/1,A3,佐藤,03-1111-2222,100
2026/4/1,A4,岡 三郎,,100
2026/4/1,A5,岡三郎,03-3333-5555,100
"""
    for create in (False, True):
        outcome = sell(database, purchases_in(tmp_path / "s.csv", sales), create=create)
        refused = [(e.row, e.field, e.reason) for e in outcome.refused if e.reason is not RowReason.ALREADY_THERE]
        ambiguous = RowReason.CUSTOMER_AMBIGUOUS
        assert refused == [(3, "phone", ambiguous), (4, "customer_name", ambiguous), (5, "customer_name", ambiguous)]
        assert outcome.created == 0
    assert buyers(database) == {"A1": ("佐藤 良子", "03-1111-2222"), "A5": ("岡 三郎", "03-3333-5555")}


def test_a_family_in_a_sales_list_becomes_several_customers(database: Database, tmp_path: Path) -> None:
    sales = """日付,伝票番号,顧客番号,お名前,電話番号,金額
2026/4/1,A1,1,佐藤 一郎,03-1111-2222,100
2026/4/1,A2,2,佐藤 良子,03-1111-2222,100
2026/4/1,A3,,森 花,03-5555-2222,100
2026/4/1,A4,,森 葉,03-5555-2222,100
2026/4/2,A5,,森,03-7777-2222,100
2026/4/2,A6,,森 花,03-5555-2222,100
"""
    outcome = sell(database, purchases_in(tmp_path / "s.csv", sales))
    assert (outcome.accepted, outcome.created) == (6, 5)
    names_by_receipt = {receipt: name for receipt, (name, _) in buyers(database).items()}
    expected = {"A1": "佐藤 一郎", "A2": "佐藤 良子", "A3": "森 花", "A4": "森 葉", "A5": "森", "A6": "森 花"}
    assert names_by_receipt == expected


def buyers(database: Database) -> dict[str, tuple[str, str]]:
    with database.read() as session:
        rows = session.execute(select(Purchase.receipt, Customer.name, Customer.phone).join(Customer, Customer.id == Purchase.customer_id))
        return {receipt: (name, phone) for receipt, name, phone in rows}


def test_a_stop_of_the_file_counts_whatever_side_is_taken(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        known = add_customer(session, "吉田 和子", phone="090-0000-1234", post_consent=Consent.YES)
    reading = customers_in(tmp_path / "a.csv")
    store(database, reading, choices={2: DoubleChoice.MERGE}, sides={(2, "post_consent"): True})
    with database.read() as session:
        assert session.get_one(Customer, known).post_consent is Consent.NO


def test_an_empty_cell_clears_only_when_it_is_taken(database: Database, tmp_path: Path) -> None:
    with database.write() as session:
        known = add_customer(session, "森田 幸子", phone="090-0000-3333", prefecture="東京都", city="港区")
    reading = customers_in(tmp_path / "a.csv")
    store(database, reading, choices={4: DoubleChoice.MERGE}, sides={(4, "city"): False, (4, "name"): False})
    with database.read() as session:
        kept = session.get_one(Customer, known)
        assert (kept.name, kept.prefecture, kept.city) == ("森田 幸子", "東京都", "")


def test_what_a_sales_list_would_do_is_known_before(database: Database, tmp_path: Path) -> None:
    first = "伝票番号,日付,お客様番号,お名前,金額\nR-1,2026/2/3,1,,4950\n"
    more = "R-2,2026/2/4,9,,100\nR-3,2026/2/5,,山田 花,100\nR-4,2026/2/6,,,-300\n"
    with database.write() as session:
        add_customer(session, "吉田 和子", code="1")
        add_customer(session, "山田 花")
        add_customer(session, "山田　花")
    sell(database, purchases_in(tmp_path / "first.csv", first))
    with database.read() as session:
        found = outlook(session, purchases_in(tmp_path / "all.csv", first + more))
    assert found == SalesOutlook(unknown=1, rows_unknown=1, rows_ambiguous=1, rows_there_already=1, refunds=1, names_of_unknown=("9",))


def test_the_number_of_a_merged_record_still_finds_its_customer(database: Database, tmp_path: Path) -> None:
    text = "顧客番号,お名前,電話番号\n002,吉田 和子,090-0000-1234\n003,吉田和子,09000001234\n"
    store(database, customers_in(tmp_path / "m.csv", text))
    outcome = sell(database, purchases_in(tmp_path / "p.csv", "receipt,date,customer_code,amount\nR1,2026-10-01,003,500\n"))
    assert (outcome.created, outcome.accepted) == (0, 1)
    again = store(database, customers_in(tmp_path / "n.csv", text))
    assert (again.created, again.updated) == (0, 2)
    with database.read() as session:
        only = session.scalars(select(Customer)).one()
        assert (only.code, only.former_codes) == ("002", ["003"])
