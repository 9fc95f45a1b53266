"""A run of the log opened: its pieces with what became of each, and the runs that wait on top."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.customers import Consent, CustomerKind
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import FrozenRun, LeftOut, PrintSettings, RunGone
from app.models.database import Database
from app.queries import shop as shops
from app.queries.codes import codes_for
from app.queries.customers import customer_card
from app.queries.prints_log import log_to_work_on
from app.queries.run_details import run_details
from app.reports.card_runs import check_list, people_for, print_run
from app.services.codes import redeem_code
from app.services.customers import edit_customer
from app.services.merges import merge_customers
from app.services.print_runs import stop_at
from app.services.prints import record_print_run
from app.services.returned_mail import record_returned
from tests.factories import NOW, SHOP, TODAY, add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
LATER = NOW + timedelta(hours=1)


def _frozen(database: Database, ids: list[int]) -> FrozenRun:
    with database.read() as session:
        card = PrintSettings().card(shops.shop_fields(session), "ja", TODAY)
        lines = check_list(people_for(session, ids, TODAY), PrintSettings(), card)
        kept = [line for line in lines if not line.is_stopped]
        codes = codes_for(session, card, [line.candidate.customer_id for line in kept])
    return print_run(kept, PrintSettings(), SHOP, card, codes=codes, left_out=[line for line in lines if line.is_stopped])


def _record(database: Database, run: FrozenRun, *, again: bool = False) -> int:
    with database.write() as session:
        return record_print_run(session, run, now=NOW, today=TODAY, again=again).run_id


@pytest.fixture
def ids(database: Database) -> list[int]:
    with database.write() as session:
        people = [add_customer(session, f"客 {'一二三四五'[n]}子", kana=f"きゃく {n}", street=f"渋谷{n + 1}-2", **HOME) for n in range(5)]
        return [*people, add_customer(session, "清水 あゆみ", street="渋谷8-8", post_consent=Consent.NO, **HOME)]


def test_each_piece_says_what_became_of_it(database: Database, ids: list[int]) -> None:
    run = _frozen(database, ids)
    run_id = _record(database, run)
    with database.write() as session:
        redeem_code(session, run.pieces[0].code, customer_id=None, now=LATER, today=TODAY)
        record_returned(session, [run.pieces[1].code], note="", now=LATER, today=TODAY)
        stop_at(session, run_id, 4, now=LATER)
    with database.read() as session:
        details = run_details(session, run_id)
    assert [(piece.position, piece.customer_id) for piece in details.pieces] == list(enumerate(ids[:5], start=1))
    assert [piece.sent_on for piece in details.pieces] == [TODAY, TODAY, TODAY, None, None]
    assert [piece.is_brought for piece in details.pieces] == [True, False, False, False, False]
    assert [piece.returned_on for piece in details.pieces] == [None, TODAY, None, None, None]
    assert [piece.is_out for piece in details.pieces] == [True, True, False, False, False]
    assert [piece.position for piece in details.unsent()] == [4, 5]
    assert [piece.position for piece in details.stopped_by(1)] == [3]
    assert (details.run.unsent, details.run.next_position, details.run.used) == (2, 4, 1)
    assert [(one.name, one.problem) for one in details.left_out] == [("清水 あゆみ", PrintProblem.NO_CONSENT)]


def test_name_and_address_stay_as_printed(database: Database, ids: list[int]) -> None:
    run_id = _record(database, _frozen(database, ids))
    with database.write() as session:
        fields = customer_card(session, ids[0]).fields
        edit_customer(session, ids[0], replace(fields, street="恵比寿1-1", name="別名 花子"), now=LATER)
    with database.read() as session:
        piece = run_details(session, run_id).pieces[0]
    assert (piece.name, piece.address) == ("客 一子", "150-0002 東京都渋谷区渋谷1-2")


def test_a_firm_is_named_as_it_was_printed(database: Database) -> None:
    with database.write() as session:
        firm = add_customer(session, "(株)山田商店", kind=CustomerKind.COMPANY, department="総務部", street="渋谷1-2", **HOME)
    run_id = _record(database, _frozen(database, [firm]))
    with database.read() as session:
        (piece,) = run_details(session, run_id).pieces
    assert (piece.name, piece.is_company) == ("(株)山田商店 総務部", True)


def test_a_piece_is_found_by_name_reading_code_and_address(database: Database, ids: list[int]) -> None:
    run_id = _record(database, _frozen(database, ids))
    with database.read() as session:
        details = run_details(session, run_id)
    for text in ("客三", "キャク2", details.pieces[2].code[:4] + "-" + details.pieces[2].code[4:], "渋谷3-2"):
        assert [piece.position for piece in details.pieces if piece.is_found(text)] == [3], text


def test_who_was_left_out_and_merged_since_is_the_record_that_stayed(database: Database, ids: list[int]) -> None:
    run = replace(_frozen(database, ids[:2]), left_out=(LeftOut(ids[4]),))
    run_id = _record(database, run)
    with database.write() as session:
        merge_customers(session, ids[3], ids[4], now=LATER, today=TODAY)
    with database.read() as session:
        (one,) = run_details(session, run_id).left_out
    assert (one.customer_id, one.problem) == (ids[3], None)


def test_a_run_that_is_gone(database: Database) -> None:
    with database.read() as session, pytest.raises(RunGone):
        run_details(session, 99)


def test_what_waits_stands_first_however_old(database: Database, ids: list[int]) -> None:
    run = _frozen(database, ids)
    runs = [_record(database, run, again=True) for _number in range(4)]
    with database.write() as session:
        stop_at(session, runs[0], 2, now=LATER)
    with database.read() as session:
        assert [row.id for row in log_to_work_on(session, limit=2)] == [runs[0], runs[3], runs[2]]
        assert [row.next_position for row in log_to_work_on(session, limit=2)] == [2, 0, 0]
