"""Codes of printed pieces in a real file: issued alike in every copy of a shop, used once, given back with the visit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from app.domain.actions import ChangedSince
from app.domain.cards import CardSide
from app.domain.codes import (
    CodeExpired,
    CodeIsReferral,
    CodeOfAnother,
    CodesTaken,
    CodeUnknown,
    CodeUnreadable,
    CodeUsed,
    FirstUse,
    piece_code,
    written,
)
from app.domain.customer_rows import TimelineKind
from app.domain.offers import Offer, OfferKind
from app.domain.points import PointsUsedAlready, RuleFields
from app.domain.print_runs import FrozenRun, PrintSettings
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.visits import VisitExtras
from app.models.counter import CodeUse
from app.models.database import Database
from app.models.records import PrintPiece
from app.models.shop import Shop
from app.queries.codes import codes_for, customer_of_code, look_up, referral_code_of
from app.queries.customers import search_customers
from app.queries.points import standing
from app.queries.prints_log import print_log
from app.queries.timeline import sent_to, timeline
from app.reports.card_runs import check_list, people_for, print_run
from app.services.actions import redo, undo
from app.services.codes import redeem_code
from app.services.ledger import ledger_faults
from app.services.points import set_rule
from app.services.prints import record_print_run
from app.services.purchases import delete_visit, edit_visit, record_visit
from tests.factories import NOW, SHOP, TODAY, add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区", "street": "渋谷1-2-3"}
OFFER = Offer(OfferKind.PERCENT, 10, product="カット", valid_until=date(2026, 12, 20), words="カット 10%引き", note="12月20日まで")
SETTINGS = PrintSettings(offer=OFFER)
LINES = (LineFields(product="カット", unit_price=4950, amount=4950),)


@pytest.fixture
def people(database: Database) -> tuple[int, int]:
    with database.write() as session:
        return add_customer(session, "吉田 和子", **HOME), add_customer(session, "渡辺 真理", **(HOME | {"street": "渋谷4-5-6"}))


def _frozen(database: Database, ids: Iterable[int], settings: PrintSettings = SETTINGS, day: date = TODAY) -> FrozenRun:
    card = settings.card(SHOP, "ja", day)
    with database.read() as session:
        lines = check_list(people_for(session, ids, day), settings, card)
        codes = codes_for(session, card, [line.candidate.customer_id for line in lines])
    return print_run(lines, settings, SHOP, card, codes=codes)


def _printed(database: Database, ids: Iterable[int], settings: PrintSettings = SETTINGS) -> list[str]:
    run = _frozen(database, ids, settings)
    with database.write() as session:
        record_print_run(session, run, now=NOW, today=TODAY)
    return [piece.code for piece in run.pieces]


def _visit(database: Database, customer: int | None, code: str, *, day: date = TODAY, **extras: Any) -> tuple[int, int]:
    with database.write() as session:
        outcome = record_visit(
            session, customer, PurchaseFields(day=day, lines=LINES), now=NOW, today=TODAY, extras=VisitExtras(code, **extras)
        )
    return outcome.purchase_id, outcome.action_id


def _uses(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(CodeUse)) or 0


def _found(database: Database, code: str, today: date = TODAY) -> Any:
    with database.read() as session:
        return look_up(session, code, today)


def test_every_piece_gets_a_code_of_its_own_that_says_what_it_is(database: Database, people: tuple[int, int]) -> None:
    codes = _printed(database, people)

    found = _found(database, written(codes[1]).lower())
    assert len(set(codes)) == 2
    assert (found.code, found.customer_id, found.customer_name, found.position) == (codes[1], people[1], "渡辺 真理", 2)
    assert (found.title, found.sent_on, found.offer, found.used, found.is_over) == ("おかえりなさい。", TODAY, OFFER, None, False)


def test_two_copies_of_a_shop_print_the_same_and_another_shop_does_not(database: Database, people: tuple[int, int]) -> None:
    here, again = _frozen(database, people), _frozen(database, people)
    assert here.document == again.document
    with database.write() as session:
        session.execute(update(Shop).values(code_secret=b"of another shop"))
    assert {piece.code for piece in here.pieces}.isdisjoint(piece.code for piece in _frozen(database, people).pieces)


def test_the_same_card_printed_again_has_the_same_bytes_and_counts_once(database: Database, people: tuple[int, int]) -> None:
    first = _frozen(database, people)
    with database.write() as session:
        record_print_run(session, first, now=NOW, today=TODAY)
    again = _frozen(database, people)
    with database.write() as session:
        record_print_run(session, again, now=NOW, today=TODAY)

    assert first.document == again.document
    _visit(database, people[0], first.pieces[0].code)
    with pytest.raises(CodeUsed):
        _visit(database, people[0], again.pieces[0].code)


def test_another_day_other_words_or_another_offer_make_another_piece(database: Database, people: tuple[int, int]) -> None:
    one = _frozen(database, people[:1]).pieces[0].code
    text = replace(SETTINGS.text("ja"), headline="こんにちは")
    others = [
        _frozen(database, people[:1], day=TODAY + timedelta(days=1)),
        _frozen(database, people[:1], SETTINGS.with_text(text, "ja")),
        _frozen(database, people[:1], replace(SETTINGS, offer=replace(OFFER, value=20))),
    ]
    assert len({one, *(run.pieces[0].code for run in others)}) == 4
    # How it lies on the paper makes no other piece.
    assert _frozen(database, people[:1], replace(SETTINGS, dx=0.5, side=CardSide.MESSAGE)).pieces[0].code == one


def test_without_a_message_side_there_is_no_code(database: Database, people: tuple[int, int]) -> None:
    assert _printed(database, people, replace(SETTINGS, side=CardSide.ADDRESS)) == ["", ""]
    with database.read() as session:
        assert set(session.scalars(select(PrintPiece.code))) == {None}


def test_a_code_that_another_piece_carries_is_stepped_over(database: Database, people: tuple[int, int]) -> None:
    wanted = _frozen(database, people[:1]).pieces[0].code
    (held,) = _printed(database, people[1:], replace(SETTINGS, offer=replace(OFFER, value=20)))
    with database.write() as session:
        session.execute(update(PrintPiece).where(PrintPiece.code == held).values(code=wanted))

    (stepped,) = _printed(database, people[:1])
    assert stepped not in (wanted, held)
    # And the piece that had to step aside finds its code again.
    assert _frozen(database, people[:1]).pieces[0].code == stepped
    assert _found(database, wanted).customer_id == people[1]


def test_two_who_draw_the_same_code_at_once_are_not_both_recorded(database: Database, people: tuple[int, int]) -> None:
    run = _frozen(database, people[:1])
    stolen = replace(_frozen(database, people[1:]), pieces=(replace(run.pieces[0], customer_id=people[1]),))
    with database.write() as session:
        record_print_run(session, run, now=NOW, today=TODAY)
    with pytest.raises(CodesTaken), database.write() as session:
        record_print_run(session, stolen, now=NOW, today=TODAY)


def test_a_code_is_used_once_and_then_says_when_and_by_whom(database: Database, people: tuple[int, int]) -> None:
    code, _other = _printed(database, people)
    day = TODAY - timedelta(days=2)
    _visit(database, people[0], written(code), day=day)

    assert _found(database, code).used == FirstUse(day, "吉田 和子")
    with pytest.raises(CodeUsed) as refused:
        _visit(database, people[0], code)
    assert refused.value.values == {"day": day, "name": "吉田 和子"}
    assert _uses(database) == 1


def test_a_mistyped_a_foreign_and_a_personal_code_are_each_told_apart(database: Database, people: tuple[int, int]) -> None:
    (code,) = _printed(database, people[:1])
    wrong = code[:-1] + ("3" if code[-1] == "2" else "2")
    foreign = piece_code(b"another shop", "1")
    with database.read() as session:
        personal = referral_code_of(session, people[1])
    for typed, error in ((wrong, CodeUnreadable), (foreign, CodeUnknown), (personal, CodeIsReferral)):
        with pytest.raises(error):
            _visit(database, people[0], typed)
    assert _uses(database) == 0


def test_the_last_day_of_an_offer_counts_and_the_next_does_not(database: Database, people: tuple[int, int]) -> None:
    codes = _printed(database, people, replace(SETTINGS, offer=replace(OFFER, valid_until=TODAY)))
    assert not _found(database, codes[0]).is_over
    assert _found(database, codes[0], TODAY + timedelta(days=1)).is_over
    _visit(database, people[0], codes[0])

    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(CodeExpired), database.write() as session:
        redeem_code(session, codes[1], customer_id=None, now=NOW, today=tomorrow)
    # A slip of the last day may be entered later.
    with database.write() as session:
        fields = PurchaseFields(day=TODAY, lines=LINES)
        record_visit(session, people[1], fields, now=NOW, today=tomorrow, extras=VisitExtras(codes[1]))
    assert _uses(database) == 2


def test_somebody_elses_card_counts_only_when_staff_say_so(database: Database, people: tuple[int, int]) -> None:
    (code,) = _printed(database, people[:1])
    with pytest.raises(CodeOfAnother) as refused:
        _visit(database, people[1], code)
    assert refused.value.values == {"name": "吉田 和子"}
    _visit(database, people[1], code, code_by_another=True)
    assert _found(database, code).used == FirstUse(TODAY, "渡辺 真理")


def test_a_sale_without_a_customer_still_notes_whose_card_came_back(database: Database, people: tuple[int, int]) -> None:
    (code,) = _printed(database, people[:1])
    _visit(database, None, code)
    assert _found(database, code).used == FirstUse(TODAY, "吉田 和子")


def test_undo_and_redo_of_the_visit_take_the_code_along(database: Database, people: tuple[int, int]) -> None:
    (code,) = _printed(database, people[:1])
    _purchase, action = _visit(database, people[0], code)
    with database.write() as session:
        undo(session, action, now=NOW)
    assert _found(database, code).used is None
    with database.write() as session:
        redo(session, now=NOW)
    assert _found(database, code).used is not None


def test_a_deleted_visit_frees_its_code_and_a_moved_one_takes_it_along(database: Database, people: tuple[int, int]) -> None:
    (code,) = _printed(database, people[:1])
    purchase, _action = _visit(database, people[0], code)
    with database.write() as session:
        edit_visit(session, purchase, PurchaseFields(day=TODAY, lines=LINES), now=NOW, today=TODAY, customer_id=people[1])
    assert _found(database, code).used == FirstUse(TODAY, "渡辺 真理")
    with database.write() as session:
        outcome = delete_visit(session, purchase, now=NOW, today=TODAY)
    assert _found(database, code).used is None
    with database.write() as session:
        undo(session, outcome.action_id, now=NOW)
    assert _found(database, code).used == FirstUse(TODAY, "渡辺 真理")


def test_points_of_an_offer_come_and_go_with_the_visit(database: Database, people: tuple[int, int]) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    (code,) = _printed(database, people[:1], replace(SETTINGS, offer=Offer(OfferKind.POINTS, 300, words="300ポイント進呈")))

    def balance(customer: int) -> int:
        with database.read() as session:
            return standing(session, customer, TODAY).balance

    purchase, action = _visit(database, people[0], code)
    assert balance(people[0]) == 49 + 300
    with database.write() as session:
        undo(session, action, now=NOW)
    assert balance(people[0]) == 0
    with database.write() as session:
        redo(session, now=NOW)
        edit_visit(session, purchase, PurchaseFields(day=TODAY, lines=LINES), now=NOW, today=TODAY, customer_id=people[1])
    assert (balance(people[0]), balance(people[1])) == (0, 349)
    with database.write() as session:
        delete_visit(session, purchase, now=NOW, today=TODAY)
    assert (balance(people[0]), balance(people[1])) == (0, 0)


def test_points_of_a_card_may_pay_for_the_visit_it_was_brought_to(database: Database, people: tuple[int, int]) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    (code,) = _printed(database, people[:1], replace(SETTINGS, offer=Offer(OfferKind.POINTS, 300, words="300ポイント進呈")))
    paid = PurchaseFields(day=TODAY, lines=LINES, points_used=300)

    def balance(customer: int) -> int:
        with database.read() as session:
            assert ledger_faults(session) == []
            return standing(session, customer, TODAY).balance

    with database.write() as session:
        visit = record_visit(session, people[0], paid, now=NOW, today=TODAY, extras=VisitExtras(code))
    assert balance(people[0]) == 46
    with database.write() as session:
        undo(session, visit.action_id, now=NOW)
        redo(session, now=NOW)
    assert balance(people[0]) == 46
    with database.write() as session:
        edit_visit(session, visit.purchase_id, paid, now=NOW, today=TODAY, customer_id=people[1])
    assert (balance(people[0]), balance(people[1])) == (0, 46)
    with database.write() as session:
        deleted = delete_visit(session, visit.purchase_id, now=NOW, today=TODAY)
    assert balance(people[1]) == 0
    with database.write() as session:
        undo(session, deleted.action_id, now=NOW)
    assert balance(people[1]) == 46


def test_points_of_a_card_used_since_ask_before_the_visit_is_deleted(database: Database, people: tuple[int, int]) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
    (code,) = _printed(database, people[:1], replace(SETTINGS, offer=Offer(OfferKind.POINTS, 300, words="300ポイント進呈")))
    purchase, _action = _visit(database, people[0], code)
    with database.write() as session:
        record_visit(session, people[0], PurchaseFields(day=TODAY, lines=LINES, points_used=340), now=NOW, today=TODAY)
    with pytest.raises(PointsUsedAlready) as refused, database.write() as session:
        delete_visit(session, purchase, now=NOW, today=TODAY)
    # 49 + 300 came, 340 went, the second visit earned 46.
    assert refused.value.values["missing"] == 340 - 46
    with database.write() as session:
        assert delete_visit(session, purchase, now=NOW, today=TODAY, allow_negative=True).balance == 46 - 340


def test_a_run_whose_code_was_used_is_not_taken_back(database: Database, people: tuple[int, int]) -> None:
    run = _frozen(database, people)
    with database.write() as session:
        outcome = record_print_run(session, run, now=NOW, today=TODAY)
    _visit(database, people[0], run.pieces[0].code)
    with pytest.raises(ChangedSince), database.write() as session:
        undo(session, outcome.action_id, now=NOW)
    assert _found(database, run.pieces[0].code).used is not None


def test_the_answer_to_a_run_is_counted_and_stands_with_the_customer(database: Database, people: tuple[int, int]) -> None:
    code, _other = _printed(database, people)
    _visit(database, people[0], code)
    with database.read() as session:
        (run,) = print_log(session)
        (sent,) = sent_to(session, people[0])
        entry = next(entry for entry in timeline(session, people[0]) if entry.kind is TimelineKind.PRINT)
    assert (run.coded, run.used) == (2, 1)
    assert (sent.code, sent.offer, sent.used) == (code, "カット 10%引き", FirstUse(TODAY, "吉田 和子"))
    assert entry.sent == sent


def test_a_search_finds_whose_card_it_is(database: Database, people: tuple[int, int]) -> None:
    codes = _printed(database, people)
    with database.read() as session:
        personal = referral_code_of(session, people[0])
        for text, whose in ((written(codes[1]), people[1]), (codes[0].lower(), people[0]), (written(personal), people[0])):
            assert [row.id for row in search_customers(session, text, TODAY)] == [whose]
        assert customer_of_code(session, "090-1234") is None
        assert customer_of_code(session, piece_code(b"another shop", "1")) is None


def test_redeeming_without_a_visit_is_an_act_of_its_own(database: Database, people: tuple[int, int]) -> None:
    (code,) = _printed(database, people[:1])
    with database.write() as session:
        outcome = redeem_code(session, code, customer_id=None, now=NOW, today=TODAY)
    assert outcome.finding.used == FirstUse(TODAY, "吉田 和子")
    assert (outcome.finding.position, outcome.finding.offer) == (1, OFFER)
    with database.write() as session:
        undo(session, outcome.action_id, now=NOW)
    assert _uses(database) == 0
