"""Post that came back: which piece, what follows for the address, what it saves, and that it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.codes import CodeUnreadable, written
from app.domain.customers import CustomerKind
from app.domain.follow_ups import FollowUpKind, FollowUpSource
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import FrozenRun, PrintSettings
from app.domain.prints import PrintKind
from app.domain.returned import NothingReturned, ReturnedOutcome, ReturnedUnknown, SavedPost
from app.models.database import Database
from app.models.records import PrintPiece
from app.queries import shop as shops
from app.queries.codes import codes_for
from app.queries.customers import customer_card
from app.queries.follow_ups import follow_ups_of
from app.queries.prints_log import print_log
from app.queries.returned import look_up_returned, returned_pieces, returned_view, saved_by_returns
from app.queries.timeline import changes_of, sent_to
from app.reports.card_runs import check_list, people_for, print_run
from app.services.actions import undo
from app.services.customers import archive_customer, edit_customer
from app.services.follow_ups import finish_follow_up
from app.services.households import join_household
from app.services.prints import record_print_run
from app.services.returned_mail import record_returned, record_returned_to
from tests.factories import NOW, SHOP, TODAY, add_customer, add_staff

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
SETTINGS = PrintSettings()
LATER = NOW + timedelta(days=6)
BACK = TODAY + timedelta(days=6)
NOTE = "郵便が戻ってきました。新しいご住所をうかがってください。"


def _customer(database: Database, name: str = "渡辺 真理", **fields: Any) -> int:
    with database.write() as session:
        return add_customer(session, name, **(HOME | {"street": "渋谷1-2-3", "phone": "03-0000-1111"} | fields))


def _frozen(database: Database, ids: list[int], joint: tuple[int, ...] = ()) -> FrozenRun:
    with database.read() as session:
        card = SETTINGS.card(shops.shop_fields(session), "ja", TODAY)
        lines = check_list(people_for(session, ids, TODAY), SETTINGS, card)
        kept = [line for line in lines if not line.is_stopped]
        codes = codes_for(session, card, [line.candidate.customer_id for line in kept])
    run = print_run(kept, SETTINGS, SHOP, card, codes=codes, left_out=[line for line in lines if line.is_stopped])
    return replace(run, pieces=tuple(replace(piece, joint=joint or piece.joint) for piece in run.pieces))


def _send(database: Database, ids: list[int], joint: tuple[int, ...] = (), today: date = TODAY, **card: Any) -> list[str]:
    run = _frozen(database, ids, joint)
    if card:
        run = replace(run, card=replace(run.card, **card), pieces=tuple(replace(piece, code="") for piece in run.pieces))
    with database.write() as session:
        record_print_run(session, run, now=NOW, today=today)
    return [piece.code for piece in run.pieces]


def _returned(database: Database, *codes: str) -> ReturnedOutcome:
    with database.write() as session:
        return record_returned(session, codes, note=NOTE, now=LATER, today=BACK)


def _is_bad(database: Database, customer_id: int) -> bool:
    with database.read() as session:
        return customer_card(session, customer_id).fields.bad_address


def test_a_piece_that_came_back_marks_the_address_and_plans_a_call(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "田中 美咲")
    customer = _customer(database, staff="田中 美咲", code="C001")
    (code,) = _send(database, [customer])
    done = _returned(database, written(code).lower())
    (row,) = done.returned
    assert (row.customer, row.name, row.address, row.position) == ("C001", "渡辺 真理", "150-0002 東京都渋谷区渋谷1-2-3", 1)
    assert (row.sent_on, row.returned_on, row.is_moved, done.follow_ups) == (TODAY, BACK, False, 1)
    assert _is_bad(database, customer)
    with database.read() as session:
        assert [(change.field, change.before, change.after) for change in changes_of(session, customer)] == [("bad_address", "", "1")]
        (call,) = follow_ups_of(session, customer)
        assert (call.kind, call.due, call.note, call.staff) == (FollowUpKind.CALL, BACK, NOTE, "田中 美咲")
        assert call.source is FollowUpSource.RETURNED
        assert [sent.returned_on for sent in sent_to(session, customer)] == [BACK]
        assert [log.returned for log in print_log(session)] == [1]
        assert [one.piece_id for one in returned_pieces(session)] == [row.piece_id]
        assert PrintProblem.BAD_ADDRESS in people_for(session, [customer], BACK)[0].marks


def test_the_whole_of_it_is_one_act(database: Database) -> None:
    ids = [_customer(database), _customer(database, "清水 あゆみ", street="渋谷4-5")]
    done = _returned(database, *_send(database, ids))
    with database.write() as session:
        undo(session, done.action_id, now=LATER)
    with database.read() as session:
        assert returned_pieces(session) == []
        assert [follow_ups_of(session, number) for number in ids] == [[], []]
        assert [changes_of(session, number) for number in ids] == [[], []]
    assert not any(_is_bad(database, number) for number in ids)


def test_the_same_code_twice_says_so_and_unknown_ones_are_named(database: Database) -> None:
    ids = [_customer(database), _customer(database, "清水 あゆみ", street="渋谷4-5")]
    first, second = _send(database, ids)
    _returned(database, first)
    done = _returned(database, first, second, second, "????", "2345678")
    assert [row.code for row in done.returned] == [second]
    assert sorted(row.code for row in done.again) == sorted([first, second])
    assert [refused.text for refused in done.refused] == ["????", "2345678"]
    assert done.follow_ups == 1
    repeated = _returned(database, first)
    assert (repeated.action_id, repeated.returned, len(repeated.again)) == (None, (), 1)


def test_of_a_letter_and_its_envelope_the_letter_came_back_and_once(database: Database) -> None:
    customer = _customer(database)
    (code,) = _send(database, [customer])
    frozen = _frozen(database, [customer])
    around = replace(frozen.card, kind=PrintKind.ENVELOPE, options=replace(frozen.card.options, paper="長形3号"))
    with database.write() as session:
        (letter,) = print_log(session)
        pieces = (replace(frozen.pieces[0], code=code),)
        record_print_run(session, replace(frozen, card=around, follows=letter.id, pieces=pieces), now=LATER, today=TODAY)
        letters, envelopes = session.scalars(select(PrintPiece).where(PrintPiece.code == code).order_by(PrintPiece.id))
        first, second = letters.run_id, envelopes.run_id
    (row,) = _returned(database, code).returned
    assert (row.run_id, first != second) == (first, True)
    with database.read() as session:
        assert [one.run_id for one in returned_pieces(session)] == [first]
        assert {log.id: log.returned for log in print_log(session)} == {first: 1, second: 0}
        assert {sent.run_id: sent.kind for sent in sent_to(session, customer)} == {first: PrintKind.THANK_YOU, second: PrintKind.ENVELOPE}


def test_codes_that_are_on_no_piece_record_nothing(database: Database) -> None:
    with pytest.raises(NothingReturned):
        _returned(database, "????")
    with database.read() as session, pytest.raises(CodeUnreadable):
        look_up_returned(session, "K7M4-2Q")
    unused = _frozen(database, [_customer(database)]).pieces[0].code
    with database.read() as session, pytest.raises(ReturnedUnknown):
        look_up_returned(session, unused)


def test_an_address_that_was_changed_since_is_not_marked(database: Database) -> None:
    customer = _customer(database)
    (code,) = _send(database, [customer])
    with database.write() as session:
        fields = customer_card(session, customer).fields
        edit_customer(session, customer, replace(fields, street="恵比寿1-1"), now=NOW)
    done = _returned(database, code)
    assert done.returned[0].is_moved
    assert done.returned[0].address.endswith("渋谷1-2-3")
    assert (done.follow_ups, _is_bad(database, customer)) == (0, False)


def test_the_same_address_in_other_signs_is_the_same(database: Database) -> None:
    customer = _customer(database)
    (code,) = _send(database, [customer])
    with database.write() as session:
        fields = customer_card(session, customer).fields
        edit_customer(session, customer, replace(fields, street="渋谷１－２－３"), now=NOW)
    assert not _returned(database, code).returned[0].is_moved
    assert _is_bad(database, customer)


def test_who_shares_the_piece_and_the_address_is_marked_too(database: Database) -> None:
    first, son, away = _customer(database), _customer(database, "渡辺 健"), _customer(database, "渡辺 花", street="恵比寿1-1")
    (code,) = _send(database, [first], (son, away))
    done = _returned(database, code)
    assert [_is_bad(database, number) for number in (first, son, away)] == [True, True, False]
    assert done.follow_ups == 1


def test_the_home_is_not_written_to_by_another_of_its_names(database: Database) -> None:
    first, wife = _customer(database), _customer(database, "渡辺 花", street="渋谷１－２－３", phone="")
    others = [
        _customer(database, "清水 恵"),
        _customer(database, "渡辺 恵", street="渋谷12-3"),
        _customer(database, "渡辺商会", kind=CustomerKind.COMPANY),
    ]
    done = _returned(database, *_send(database, [first]))
    assert [_is_bad(database, number) for number in (first, wife, *others)] == [True, True, False, False, False]
    assert done.follow_ups == 1
    with database.read() as session:
        assert PrintProblem.BAD_ADDRESS in people_for(session, [first, wife], BACK)[1].marks
    with database.write() as session:
        undo(session, done.action_id, now=LATER)
    assert not _is_bad(database, wife)


def test_a_household_joined_by_hand_is_one_home_and_another_there_is_not(database: Database) -> None:
    first, guest, cousin, niece = [_customer(database, name) for name in ("渡辺 真理", "清水 恵", "渡辺 健", "渡辺 花")]
    with database.write() as session:
        join_household(session, [first, guest], now=NOW)
        join_household(session, [cousin, niece], now=NOW)
    _returned(database, *_send(database, [first]))
    assert [_is_bad(database, number) for number in (first, guest, cousin, niece)] == [True, True, False, False]


def test_who_stayed_when_the_addressee_moved_is_not_marked(database: Database) -> None:
    first, stays = _customer(database), _customer(database, "渡辺 花")
    (code,) = _send(database, [first])
    with database.write() as session:
        edit_customer(session, first, replace(customer_card(session, first).fields, street="恵比寿1-1"), now=NOW)
    _returned(database, code)
    assert not _is_bad(database, stays)


WITHOUT: list[tuple[dict[str, Any], FollowUpKind | None]] = [
    ({"phone": "", "mobile": ""}, FollowUpKind.TALK),
    ({"phone": "", "mobile": "090-0000-1111"}, FollowUpKind.CALL),
    ({"is_deceased": True}, None),
]


@pytest.mark.parametrize(("fields", "kind"), WITHOUT)
def test_the_follow_up_is_one_that_can_be_done(database: Database, fields: dict[str, Any], kind: FollowUpKind | None) -> None:
    customer = _customer(database)
    (code,) = _send(database, [customer])
    with database.write() as session:
        edit_customer(session, customer, replace(customer_card(session, customer).fields, **fields), now=NOW)
    _returned(database, code)
    with database.read() as session:
        assert [row.kind for row in follow_ups_of(session, customer)] == ([] if kind is None else [kind])


def test_who_left_the_lists_is_not_called(database: Database) -> None:
    customer = _customer(database)
    (code,) = _send(database, [customer])
    with database.write() as session:
        archive_customer(session, customer, now=NOW)
    assert _returned(database, code).follow_ups == 0
    assert _is_bad(database, customer)


def test_nobody_is_called_twice_for_the_same(database: Database) -> None:
    customer = _customer(database)
    (first,) = _send(database, [customer])
    _returned(database, first)
    with database.write() as session:
        # A card of another day, sent all the same.
        session.scalars(select(PrintPiece)).one().returned_on = None
    assert _returned(database, first).follow_ups == 0
    with database.write() as session:
        finish_follow_up(session, follow_ups_of(session, customer)[0].id, now=LATER, today=BACK)
        session.scalars(select(PrintPiece)).one().returned_on = None
    assert _returned(database, first).follow_ups == 1


def test_with_another_address_the_mark_goes_and_the_history_says_so(database: Database) -> None:
    customer = _customer(database)
    _returned(database, *_send(database, [customer]))
    with database.write() as session:
        fields = customer_card(session, customer).fields
        edit_customer(session, customer, replace(fields, note="犬がいます"), now=LATER)
    assert _is_bad(database, customer)
    with database.write() as session:
        fields = customer_card(session, customer).fields
        act = edit_customer(session, customer, replace(fields, street="恵比寿1-1"), now=LATER)
    assert not _is_bad(database, customer)
    with database.read() as session:
        changes = {(change.field, change.before, change.after) for change in changes_of(session, customer)}
    assert {("bad_address", "1", ""), ("street", "渋谷1-2-3", "恵比寿1-1")} <= changes
    with database.write() as session:
        undo(session, act, now=LATER)
    assert _is_bad(database, customer)


def test_a_mark_set_together_with_an_address_stays(database: Database) -> None:
    customer = _customer(database)
    with database.write() as session:
        fields = customer_card(session, customer).fields
        edit_customer(session, customer, replace(fields, street="恵比寿1-1", bad_address=True), now=LATER)
    assert _is_bad(database, customer)


def test_what_is_not_sent_to_bad_addresses_is_counted_in_yen(database: Database) -> None:
    ids = [_customer(database), _customer(database, "清水 あゆみ", street="渋谷4-5")]
    first, _second = _send(database, ids)
    _returned(database, first)
    with database.read() as session:
        assert saved_by_returns(session) == SavedPost()
    _send(database, ids, today=BACK)
    with database.read() as session:
        assert saved_by_returns(session) == SavedPost(1, 107)
        view = returned_view(session)
        assert (len(view.rows), view.saved, view.has_yen) == (1, SavedPost(1, 107), True)


def _returned_to(database: Database, customer: int) -> tuple[int, int]:
    with database.write() as session:
        return record_returned_to(session, customer, note=NOTE, now=LATER, today=BACK)


def test_post_without_its_code_is_the_last_piece_sent_there(database: Database) -> None:
    customer = _customer(database)
    _send(database, [customer])
    act, planned = _returned_to(database, customer)
    assert planned == 1 and _is_bad(database, customer)
    with database.read() as session:
        assert len(returned_pieces(session)) == 1
        assert [call.source for call in follow_ups_of(session, customer)] == [FollowUpSource.RETURNED]
    with database.write() as session:
        undo(session, act, now=LATER)
    with database.read() as session:
        assert returned_pieces(session) == [] and follow_ups_of(session, customer) == []
    assert not _is_bad(database, customer)


def test_post_that_was_not_printed_here_marks_the_address_alone(database: Database) -> None:
    never_sent, moved = _customer(database), _customer(database, "清水 あゆみ", street="渋谷4-5")
    _send(database, [moved])
    with database.write() as session:
        edit_customer(session, moved, replace(customer_card(session, moved).fields, street="恵比寿1-1"), now=LATER)
    for customer in (never_sent, moved):
        assert _returned_to(database, customer)[1] == 1
        assert _is_bad(database, customer)
    with database.read() as session:
        assert returned_pieces(session) == []


def test_only_post_that_would_have_come_back_again_is_saved(database: Database) -> None:
    marked = _customer(database, "清水 あゆみ", street="渋谷4-5", bad_address=True)
    ids = [_customer(database), marked, _customer(database, "原 久美", street="渋谷6-7")]
    (first, _third) = _send(database, ids)
    _returned(database, first)
    _send(database, ids, today=BACK, kind=PrintKind.LABELS)
    with database.read() as session:
        assert saved_by_returns(session) == SavedPost()
    _send(database, ids, today=BACK)
    with database.read() as session:
        assert saved_by_returns(session).pieces == 1


def test_of_a_card_printed_twice_the_last_one_came_back(database: Database) -> None:
    customer = _customer(database)
    run = _frozen(database, [customer])
    with database.write() as session:
        record_print_run(session, run, now=NOW, today=TODAY)
        last = record_print_run(session, run, now=NOW, today=TODAY, again=True).run_id
    assert _returned(database, run.pieces[0].code).returned[0].run_id == last


def test_a_run_of_old_has_no_address_of_its_own(database: Database) -> None:
    customer = _customer(database)
    (code,) = _send(database, [customer])
    with database.write() as session:
        session.scalars(select(PrintPiece)).one().recipient = None
    assert _returned(database, code).returned[0].address == "150-0002 東京都渋谷区渋谷1-2-3"
    assert _is_bad(database, customer)
