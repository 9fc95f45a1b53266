"""A run that stops, goes on and is given up: who has a piece, what the timeline says, and that each step can be taken back."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.domain.customers import Consent
from app.domain.offers import Offer, OfferKind
from app.domain.print_jobs import card_from_json, card_to_json, fingerprint_of, recipient_from_json, recipient_to_json
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import DocumentGone, FrozenRun, PrintOutcome, PrintSettings, RunGone
from app.domain.prints import PrintKind
from app.domain.run_changes import NoSuchPiece, NothingLeft, RunChanged, RunWaits, Stop, StopsChanged
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import ImportBatch, PrintPiece, PrintPieceJoint, PrintRun
from app.queries import shop as shops
from app.queries.codes import codes_for, used_counts
from app.queries.customers import customer_card
from app.queries.prints_log import document_of, open_runs, print_log, rest_of
from app.queries.timeline import sent_to, timeline
from app.reports.card_runs import check_list, people_for, print_run
from app.reports.run_rest import rest_document
from app.services.actions import redo, undo
from app.services.codes import redeem_code
from app.services.customers import edit_customer, mark_customer
from app.services.imports import undo_import
from app.services.merges import merge_customers
from app.services.print_runs import finish_rest, give_up_rest, stop_at
from app.services.prints import record_print_run
from tests.factories import NOW, SHOP, TODAY, add_customer, add_purchase

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
SETTINGS = replace(PrintSettings(), offer=Offer(OfferKind.PERCENT, 10, valid_until=date(2026, 12, 31), words="カット 10%引き"))
LATER = NOW + timedelta(hours=1)
TOMORROW = TODAY + timedelta(days=1)


def _customers(database: Database, count: int = 5) -> list[int]:
    with database.write() as session:
        return [add_customer(session, f"客 {'一二三四五六七八九十'[n]}子", street=f"渋谷{n + 1}-2", **HOME) for n in range(count)]


def _frozen(database: Database, ids: list[int], settings: PrintSettings = SETTINGS) -> FrozenRun:
    with database.read() as session:
        people = people_for(session, ids, TODAY)
        card = settings.card(shops.shop_fields(session), "ja", TODAY)
        lines = check_list(people, settings, card)
        kept = [line for line in lines if not line.is_stopped]
        codes = codes_for(session, card, [line.candidate.customer_id for line in kept])
    return print_run(kept, settings, SHOP, card, codes=codes, left_out=[line for line in lines if line.is_stopped])


def _record(database: Database, run: FrozenRun, *, again: bool = False, today: date = TODAY) -> PrintOutcome:
    with database.write() as session:
        return record_print_run(session, run, now=NOW, today=today, again=again)


def _stop(database: Database, run_id: int, position: int) -> int:
    with database.write() as session:
        return stop_at(session, run_id, position, now=LATER)


def _sent(database: Database, ids: list[int]) -> list[int]:
    with database.read() as session:
        return [len(sent_to(session, number)) for number in ids]


def _pages(document: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(document)).pages]


def test_the_same_run_recorded_again_is_the_same_run(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    first = _record(database, run)
    second = _record(database, _frozen(database, ids))
    assert (second.run_id, second.action_id, second.is_again, second.document) == (first.run_id, first.action_id, True, run.document)
    assert not first.is_again
    assert _sent(database, ids) == [1] * 5
    assert _record(database, run, again=True).run_id != first.run_id
    assert _sent(database, ids) == [2] * 5


def test_another_day_address_word_or_person_makes_another_run(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    known = fingerprint_of(run, TODAY)
    others = [fingerprint_of(run, TOMORROW), fingerprint_of(_frozen(database, ids[:4]), TODAY)]
    others.append(fingerprint_of(_frozen(database, ids, replace(SETTINGS, print_sender=False)), TODAY))
    with database.write() as session:
        fields = customer_card(session, ids[0]).fields
        edit_customer(session, ids[0], replace(fields, street="渋谷9-9"), now=NOW)
    others.append(fingerprint_of(_frozen(database, ids), TODAY))
    assert len({known, *others}) == 5


def test_what_moves_by_the_hour_makes_no_other_run(database: Database) -> None:
    ids = _customers(database)
    before = fingerprint_of(_frozen(database, ids), TODAY)
    with database.write() as session:
        add_purchase(session, ids[0], TODAY)
    assert fingerprint_of(_frozen(database, ids), TODAY) == before


def test_people_and_job_are_kept_as_printed_and_come_back_equal(database: Database) -> None:
    ids = _customers(database, 2)
    run = _frozen(database, ids)
    assert card_from_json(card_to_json(run.card)) == run.card
    for piece in run.pieces:
        assert piece.recipient is not None
        lapse = replace(piece.recipient, fields={**piece.recipient.fields, "lapse_day": TODAY, "visits": 3, "points": None})
        assert recipient_from_json(recipient_to_json(lapse)) == lapse


def test_a_jam_takes_the_pieces_from_there_on_back(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    done = _record(database, run)
    act = _stop(database, done.run_id, 4)
    assert _sent(database, ids) == [1, 1, 1, 0, 0]
    with database.read() as session:
        (open_run,) = open_runs(session)
        assert (open_run.id, open_run.pieces, open_run.unsent, open_run.next_position) == (done.run_id, 5, 2, 4)
        (row,) = print_log(session)
        assert (row.pieces, row.unsent, row.coded) == (5, 2, 3)
        assert used_counts(session, [done.run_id]) == {done.run_id: (3, 0)}
        marks = [PrintProblem.MAILED_TODAY in person.marks for person in people_for(session, ids, TODAY)]
        assert marks == [True, True, True, False, False]
        assert document_of(session, done.run_id) == run.document
    with database.write() as session:
        undo(session, act, now=LATER)
    assert _sent(database, ids) == [1] * 5


def test_what_is_left_has_the_same_pages_as_in_the_whole_document(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    done = _record(database, run)
    _stop(database, done.run_id, 3)
    with database.write() as session:
        # A person who moves meanwhile: the run is as it was frozen.
        fields = customer_card(session, ids[4]).fields
        edit_customer(session, ids[4], replace(fields, street="恵比寿1-1"), now=LATER)
    with database.read() as session:
        rest = rest_of(session, done.run_id, TODAY)
    assert rest.positions == (3, 4, 5)
    assert _pages(rest_document(rest)) == _pages(run.document)[4:]


def test_what_is_left_is_finished_another_day(database: Database) -> None:
    ids = _customers(database)
    done = _record(database, _frozen(database, ids))
    _stop(database, done.run_id, 2)
    with database.write() as session:
        act = finish_rest(session, done.run_id, (2, 3, 4, 5), now=LATER, today=TOMORROW)
    with database.read() as session:
        assert [sent_to(session, number)[0].day for number in ids] == [TODAY, *[TOMORROW] * 4]
        assert open_runs(session) == []
        with pytest.raises(NothingLeft):
            rest_of(session, done.run_id, TODAY)
    with pytest.raises(NothingLeft), database.write() as session:
        finish_rest(session, done.run_id, (2, 3, 4, 5), now=LATER, today=TOMORROW)
    with database.write() as session:
        undo(session, act, now=LATER)
    assert _sent(database, ids) == [1, 0, 0, 0, 0]


@pytest.mark.parametrize("position", [1, 5])
def test_only_what_was_rendered_goes_off(database: Database, position: int) -> None:
    ids = _customers(database)
    done = _record(database, _frozen(database, ids))
    act = _stop(database, done.run_id, 3)
    with database.read() as session:
        rest = rest_of(session, done.run_id, TODAY)
    with database.write() as session:
        # Somebody else notes another place while the pages are being made.
        undo(session, act, now=LATER)
        stop_at(session, done.run_id, position, now=LATER)
    before = _sent(database, ids)
    with pytest.raises(RunChanged), database.write() as session:
        finish_rest(session, done.run_id, rest.positions, now=LATER, today=TOMORROW)
    assert _sent(database, ids) == before


@pytest.mark.parametrize(
    ("mark", "problem"),
    [
        ({"is_deceased": True}, PrintProblem.DECEASED),
        ({"do_not_contact": True}, PrintProblem.DO_NOT_CONTACT),
        ({"post_consent": Consent.NO}, PrintProblem.NO_CONSENT),
        ({"mourning_until": TOMORROW}, PrintProblem.MOURNING),
        ({"left_on": TODAY}, PrintProblem.LEFT),
        ({"bad_address": True}, PrintProblem.BAD_ADDRESS),
    ],
)
def test_what_has_come_up_since_stops_the_piece_and_the_run_says_so(
    database: Database, mark: dict[str, object], problem: PrintProblem
) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    done = _record(database, run)
    _stop(database, done.run_id, 3)
    with database.write() as session:
        mark_customer(session, ids[3], now=LATER, **mark)
    with database.read() as session:
        rest = rest_of(session, done.run_id, TOMORROW)
    assert (rest.positions, rest.stops, rest.stopped) == ((3, 5), (Stop(ids[3], "客 四子", problem),), 1)
    assert [person.name for person in rest.recipients] == ["客 三子", "客 五子"]
    with database.write() as session:
        act = finish_rest(session, done.run_id, rest.positions, now=LATER, today=TOMORROW)
    assert _sent(database, ids) == [1, 1, 1, 0, 1]
    with database.read() as session:
        (row,) = print_log(session)
        assert (row.pieces, row.unsent, row.left_out, row.cost) == (4, 0, 1, 4 * 107)
        assert session.scalars(select(PrintRun)).one().left_out == [{"customer": ids[3], "problem": problem.value, "position": 4}]
    with database.write() as session:
        undo(session, act, now=LATER)
    assert _sent(database, ids) == [1, 1, 0, 0, 0]


def test_a_stop_set_while_the_rest_is_made_is_seen(database: Database) -> None:
    ids = _customers(database)
    done = _record(database, _frozen(database, ids))
    _stop(database, done.run_id, 3)
    with database.read() as session:
        rest = rest_of(session, done.run_id, TODAY)
    with database.write() as session:
        mark_customer(session, ids[4], now=LATER, do_not_contact=True)
    with pytest.raises(RunChanged), database.write() as session:
        finish_rest(session, done.run_id, rest.positions, now=LATER, today=TODAY)
    assert _sent(database, ids) == [1, 1, 0, 0, 0]


def test_whoever_was_taken_in_by_hand_stays_but_not_against_death(database: Database) -> None:
    ids = _customers(database, 2)
    run = _frozen(database, ids)
    done = _record(database, replace(run, pieces=tuple(replace(piece, is_overridden=True) for piece in run.pieces)))
    _stop(database, done.run_id, 1)
    with database.write() as session:
        mark_customer(session, ids[0], now=LATER, bad_address=True)
        mark_customer(session, ids[1], now=LATER, is_deceased=True)
    with database.read() as session:
        assert rest_of(session, done.run_id, TODAY).positions == (1,)


def test_a_piece_that_names_the_dead_stays_and_everybody_on_it_is_left_out(database: Database) -> None:
    ids = _customers(database, 3)
    run = _frozen(database, ids[:1])
    (piece,) = run.pieces
    assert piece.recipient is not None
    named = replace(piece, joint=tuple(ids[1:]), recipient=replace(piece.recipient, joint_names=("二子", "三子")))
    done = _record(database, replace(run, pieces=(named,)))
    _stop(database, done.run_id, 1)
    with database.write() as session:
        mark_customer(session, ids[1], now=LATER, is_deceased=True)
    with database.read() as session:
        rest = rest_of(session, done.run_id, TODAY)
        assert (rest.positions, [stop.name for stop in rest.stops]) == ((), ["客 二子"])
    with database.write() as session:
        finish_rest(session, done.run_id, (), now=LATER, today=TODAY)
    with database.read() as session:
        assert open_runs(session) == []
        left_out = session.scalars(select(PrintRun)).one().left_out
    assert [(one["customer"], one["problem"]) for one in left_out] == list(zip(ids, ["given_up", "deceased", "given_up"], strict=True))


def test_what_is_given_up_is_named_as_left_out_and_can_be_asked_for_again(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    done = _record(database, run)
    _stop(database, done.run_id, 4)
    with database.write() as session:
        act = give_up_rest(session, done.run_id, now=LATER)
    with database.read() as session:
        (row,) = print_log(session)
        assert (row.pieces, row.unsent, row.left_out, row.cost) == (3, 0, 2, 3 * 107)
        assert open_runs(session) == []
        stored = session.scalars(select(PrintRun)).one()
        assert stored.left_out == [{"customer": ids[n], "problem": "given_up", "position": n + 1} for n in (3, 4)]
    again = _frozen(database, ids)
    assert [piece.customer_id for piece in again.pieces] == ids[3:]
    assert not _record(database, again).is_again
    assert _sent(database, ids) == [1] * 5
    with database.write() as session:
        undo(session, now=LATER)
        undo(session, act, now=LATER)
    with database.read() as session:
        assert [one.unsent for one in open_runs(session)] == [2]


def test_a_card_that_was_brought_did_come_out(database: Database) -> None:
    ids = _customers(database, 3)
    run = _frozen(database, ids)
    done = _record(database, run)
    with database.write() as session:
        redeem_code(session, run.pieces[1].code, customer_id=None, now=LATER, today=TODAY)
    _stop(database, done.run_id, 1)
    assert _sent(database, ids) == [0, 1, 0]
    with database.write() as session:
        redeem_code(session, run.pieces[2].code, customer_id=None, now=LATER, today=TODAY)
        give_up_rest(session, done.run_id, now=LATER)
    assert _sent(database, ids) == [0, 1, 1]


@pytest.mark.parametrize("position", [0, 6])
def test_a_piece_that_is_not_there_stops_nothing(database: Database, position: int) -> None:
    done = _record(database, _frozen(database, _customers(database)))
    with pytest.raises(NoSuchPiece):
        _stop(database, done.run_id, position)


def test_a_run_that_is_gone(database: Database) -> None:
    with pytest.raises(RunGone):
        _stop(database, 99, 1)
    with database.read() as session, pytest.raises(RunGone):
        rest_of(session, 99, TODAY)


def test_the_people_of_a_run_of_old_were_not_kept(database: Database) -> None:
    done = _record(database, _frozen(database, _customers(database)))
    _stop(database, done.run_id, 1)
    with database.write() as session:
        session.scalars(select(PrintPiece).limit(1)).one().recipient = None
    with database.read() as session, pytest.raises(DocumentGone):
        rest_of(session, done.run_id, TODAY)


def test_who_was_left_out_is_kept_with_the_reason(database: Database) -> None:
    ids = _customers(database, 2)
    with database.write() as session:
        stopped = add_customer(session, "清水 あゆみ", street="渋谷8-8", post_consent=Consent.NO, **HOME)
    _record(database, _frozen(database, [*ids, stopped]))
    with database.read() as session:
        assert session.scalars(select(PrintRun)).one().left_out == [{"customer": stopped, "problem": "no_consent"}]


def _shared(database: Database, ids: list[int]) -> PrintOutcome:
    """The first of them gets a piece that the others share."""
    run = _frozen(database, ids[:1])
    return _record(database, replace(run, pieces=(replace(run.pieces[0], joint=tuple(ids[1:])),)))


def test_who_shares_a_piece_has_it_on_the_own_timeline(database: Database) -> None:
    ids = _customers(database, 2)
    done = _shared(database, ids)
    with database.read() as session:
        (own,), (shared,) = sent_to(session, ids[0]), sent_to(session, ids[1])
        assert (own.is_shared, shared.is_shared, own.code == shared.code) == (False, True, True)
        assert [PrintProblem.MAILED_TODAY in person.marks for person in people_for(session, ids, TODAY)] == [True, True]
        assert [entry.title for entry in timeline(session, ids[1]) if entry.sent] == [own.title]
    _stop(database, done.run_id, 1)
    assert _sent(database, ids) == [0, 0]
    with database.write() as session:
        give_up_rest(session, done.run_id, now=LATER)
        undo(session, now=LATER)
        finish_rest(session, done.run_id, (1,), now=LATER, today=TODAY)
    assert _sent(database, ids) == [1, 1]


def test_the_record_of_a_shared_piece_is_taken_back_and_brought_again(database: Database) -> None:
    ids = _customers(database, 3)
    done = _shared(database, ids)
    with database.write() as session:
        undo(session, done.action_id, now=LATER)
    assert _sent(database, ids) == [0, 0, 0]
    with database.write() as session:
        redo(session, now=LATER)
    assert _sent(database, ids) == [1, 1, 1]


@pytest.mark.parametrize("kept", [0, 1])
def test_two_on_one_piece_that_are_one_person_have_it_once(database: Database, kept: int) -> None:
    ids = _customers(database, 3)
    _shared(database, ids)
    with database.write() as session:
        merge_customers(session, ids[kept], ids[1 - kept], now=LATER, today=TODAY)
    with database.read() as session:
        (sent,) = sent_to(session, ids[kept])
        assert not sent.is_shared
        assert session.scalars(select(PrintPieceJoint.customer_id)).all() == [ids[2]]
    assert _sent(database, ids[2:]) == [1]


def test_who_was_brought_in_by_an_import_and_shares_a_piece_stays_when_it_is_undone(database: Database) -> None:
    ids = _customers(database, 3)
    _shared(database, ids[:2])
    with database.write() as session:
        batch = ImportBatch(
            at=NOW, kind="customers", file_name="a.csv", fingerprint="x",
            accepted=2, created=2, updated=0, refused=0, without_customer=0, undone_at=None,
        )  # fmt: skip
        session.add(batch)
        session.flush()
        for number in ids[1:]:
            session.get_one(Customer, number).import_id = batch.id
        session.flush()
        assert undo_import(session, batch.id, now=LATER, today=TODAY).kept == 1
    assert _sent(database, ids[1:2]) == [1]


def test_what_is_left_of_labels_begins_a_new_sheet(database: Database) -> None:
    run = _frozen(database, _customers(database, 3))
    labels = replace(run.card, kind=PrintKind.LABELS, options=replace(run.card.options, sheet="A-one 28366", start_at=5))
    done = _record(database, replace(run, card=labels))
    _stop(database, done.run_id, 2)
    with database.read() as session:
        card = rest_of(session, done.run_id, TODAY).card
    assert (card.options.sheet, card.options.start_at) == ("A-one 28366", 1)


def test_a_run_that_waits_is_gone_on_with_and_not_printed_anew(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    done = _record(database, run)
    _stop(database, done.run_id, 3)
    with pytest.raises(RunWaits) as refused:
        _record(database, run)
    assert refused.value.values == {"run": done.run_id, "unsent": 3}
    assert _sent(database, ids) == [1, 1, 0, 0, 0]
    with database.write() as session:
        finish_rest(session, done.run_id, (3, 4, 5), now=LATER, today=TODAY)
    assert _record(database, run).is_again


def test_a_stop_set_while_pages_are_made_is_seen(database: Database) -> None:
    ids = _customers(database, 3)
    run = _frozen(database, ids)
    with database.write() as session:
        mark_customer(session, ids[1], now=LATER, do_not_contact=True)
    with pytest.raises(StopsChanged) as refused:
        _record(database, run)
    assert refused.value.values == {"names": "客 二子"}
    assert _sent(database, ids) == [0, 0, 0]
    _record(database, replace(run, pieces=tuple(replace(piece, is_overridden=piece.customer_id == ids[1]) for piece in run.pieces)))
    assert _sent(database, ids) == [1, 1, 1]


def test_a_stop_of_somebody_named_on_a_piece_is_seen(database: Database) -> None:
    ids = _customers(database, 2)
    run = _frozen(database, ids[:1])
    (piece,) = run.pieces
    assert piece.recipient is not None
    named = replace(piece, is_overridden=True, joint=(ids[1],), recipient=replace(piece.recipient, joint_names=("二子",)))
    with database.write() as session:
        mark_customer(session, ids[1], now=LATER, is_deceased=True)
    with pytest.raises(StopsChanged):
        _record(database, replace(run, pieces=(named,)))


def test_a_card_for_the_purse_is_not_stopped_by_the_word_against_post(database: Database) -> None:
    ids = _customers(database, 1)
    run = _frozen(database, ids)
    with database.write() as session:
        mark_customer(session, ids[0], now=LATER, post_consent=Consent.NO)
    _record(database, replace(run, card=replace(run.card, kind=PrintKind.MEMBER_CARDS)))
    assert _sent(database, ids) == [1]


def test_a_label_is_no_post_by_itself(database: Database) -> None:
    ids = _customers(database, 2)
    run = _frozen(database, ids)
    _record(database, replace(run, card=replace(run.card, kind=PrintKind.LABELS)))
    with database.read() as session:
        assert all(PrintProblem.MAILED_TODAY not in person.marks for person in people_for(session, ids, TODAY))
