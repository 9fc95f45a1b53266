"""Envelopes and labels for a run of letters: the same pieces in the same order under the same codes, so that the stacks match."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from app.domain.cards import Card, CardText, Direction
from app.domain.codes import written
from app.domain.customers import Consent
from app.domain.print_kinds import WorkKind
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import DocumentGone, FrozenRun, PrintOutcome, PrintSettings, RunGone
from app.domain.print_work import job_of
from app.domain.run_changes import SomeHaveIt, StopsChanged
from app.domain.run_follow import FollowedWaits, RunPeople, settings_following
from app.domain.templates import Template, TemplateKind
from app.models.database import Database
from app.models.records import PrintPiece
from app.printing.shipped import shipped_templates
from app.queries.codes import codes_for
from app.queries.customers import customer_card
from app.queries.prints_log import followable_runs, print_log, rest_of
from app.reports.card_runs import check_list, made_run, people_for
from app.reports.run_follow import asked_again, followed_lines, followed_people, followed_run
from app.services.actions import undo
from app.services.customers import edit_customer, mark_customer
from app.services.merges import merge_customers
from app.services.print_runs import finish_rest, give_up_rest, stop_at
from app.services.prints import record_print_run
from tests.factories import NOW, SHOP, TODAY, add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
SETTINGS = PrintSettings()
LATER = NOW + timedelta(hours=1)


def _template(*, mourning_safe: bool) -> Template:
    letters = [one for one in shipped_templates("ja") if one.kind is TemplateKind.LETTER]
    return next(one for one in letters if one.mourning_safe is mourning_safe)


def _letter(*, mourning_safe: bool = True) -> Card:
    return job_of(SETTINGS, WorkKind.LETTER, _template(mourning_safe=mourning_safe), SHOP, "ja", TODAY)


def _envelope() -> Card:
    return job_of(SETTINGS, WorkKind.ENVELOPE, None, SHOP, "ja", TODAY)


def _people(database: Database) -> list[int]:
    """Asked for in an order of its own; the third is in mourning, the fourth shares the piece of the first, who is a teacher."""
    more: list[dict[str, Any]] = [
        {"name": "渡辺 真理", "street": "渋谷9-1", "honorific": "先生"},
        {"name": "青木 一郎", "street": "渋谷2-2"},
        {"name": "佐藤 結", "street": "渋谷3-3", "mourning_until": TODAY + timedelta(days=60)},
        {"name": "渡辺 花子", "street": "渋谷9-1"},
        {"name": "中村 葵", "street": "渋谷5-5"},
    ]
    with database.write() as session:
        return [add_customer(session, fields.pop("name"), **(HOME | fields)) for fields in more]


def _print(database: Database, ids: list[int], card: Card, *, by_hand: bool = False) -> PrintOutcome:
    with database.read() as session:
        lines = check_list(people_for(session, ids, TODAY), SETTINGS, card)
        kept = [line for line in lines if by_hand or not line.is_stopped]
        codes = codes_for(session, card, [line.candidate.customer_id for line in kept])
    made = made_run(kept, SETTINGS, card, codes=codes, left_out=[line for line in lines if line not in kept])
    with database.write() as session:
        return record_print_run(session, made.run, now=NOW, today=TODAY)


def _follow(database: Database, run_id: int, today: date = TODAY) -> RunPeople:
    with database.read() as session:
        return followed_people(session, run_id, today)


def _made(people: RunPeople, card: Card | None = None) -> FrozenRun:
    job = card or _envelope()
    return followed_run(people, [line for line in asked_again(followed_lines(people, job)) if not line.is_stopped], job).run


def _pieces(database: Database, run_id: int) -> list[tuple[int, str | None, Any]]:
    with database.read() as session:
        found = session.query(PrintPiece).filter_by(run_id=run_id).order_by(PrintPiece.position)
        return [(piece.customer_id, piece.code, (piece.recipient or {}).get("joint_names")) for piece in found]


def test_the_envelopes_are_those_of_the_letters_one_by_one(database: Database) -> None:
    ids = _people(database)
    letters = _print(database, ids, _letter())
    run = _made(_follow(database, letters.run_id))
    with database.write() as session:
        envelopes = record_print_run(session, run, now=NOW, today=TODAY)
    assert _pieces(database, envelopes.run_id) == _pieces(database, letters.run_id)
    assert [number for number, *_ in _pieces(database, letters.run_id)] == [ids[0], ids[1], ids[2], ids[4]]
    texts = ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(run.document)).pages]
    assert ["真理" in texts[0], "一郎" in texts[1], "結" in texts[2], "葵" in texts[3]] == [True] * 4
    assert "先生" in texts[0] and "花子様" in texts[0]
    with database.read() as session:
        rows = print_log(session)
    assert (rows[0].follows, rows[0].pieces, rows[1].follows) == (letters.run_id, 4, 0)


def test_in_mourning_only_what_the_letter_tolerated_gets_an_envelope(database: Database) -> None:
    ids = _people(database)
    run = _made(_follow(database, _print(database, ids, _letter(mourning_safe=False)).run_id))
    assert [piece.customer_id for piece in run.pieces] == [ids[0], ids[1], ids[4]]


def test_whoever_was_taken_in_by_hand_is_not_asked_about_again(database: Database) -> None:
    ids = _people(database)[2:3]
    people = _follow(database, _print(database, ids, _letter(mourning_safe=False), by_hand=True).run_id)
    assert [person.marks for person in people.candidates] == [()]
    run = _made(people)
    assert [piece.is_overridden for piece in run.pieces] == [True]
    with database.write() as session:
        record_print_run(session, run, now=NOW, today=TODAY)


def test_what_has_come_up_since_stands_against_the_piece(database: Database) -> None:
    ids = _people(database)
    letters = _print(database, ids, _letter())
    with database.write() as session:
        mark_customer(session, ids[3], now=NOW, is_deceased=True)
        edit_customer(session, ids[4], replace(customer_card(session, ids[4]).fields, post_consent=Consent.NO), now=NOW)
    people = _follow(database, letters.run_id)
    lines = followed_lines(people, _envelope())
    assert [line.problems for line in lines] == [(PrintProblem.DECEASED,), (), (), (PrintProblem.NO_CONSENT,)]
    assert [line.is_stopped for line in lines] == [True, False, False, True]
    run = followed_run(people, lines[1:3], _envelope(), left_out=[lines[0], lines[3]]).run
    assert [one.problem for one in run.left_out] == [PrintProblem.DECEASED, PrintProblem.NO_CONSENT]


def test_a_stop_while_the_envelopes_are_made_is_seen(database: Database) -> None:
    ids = _people(database)
    run = _made(_follow(database, _print(database, ids, _letter()).run_id))
    with database.write() as session:
        mark_customer(session, ids[1], now=NOW, do_not_contact=True)
    with database.write() as session, pytest.raises(StopsChanged):
        record_print_run(session, run, now=NOW, today=TODAY)


def test_the_address_is_that_of_the_letter_and_the_other_one_is_told(database: Database) -> None:
    ids = _people(database)
    letters = _print(database, ids, _letter())
    with database.write() as session:
        edit_customer(session, ids[1], replace(customer_card(session, ids[1]).fields, street="恵比寿"), now=NOW)
    people = _follow(database, letters.run_id)
    assert [piece.is_moved for piece in people.pieces] == [False, True, False, False]
    assert people.candidates[1].recipient.address == "東京都渋谷区渋谷2-2"
    assert not followed_lines(people, _envelope())[1].problems


def test_a_preview_names_people_as_they_were_named(database: Database) -> None:
    people = _follow(database, _print(database, _people(database), _letter()).run_id)
    for piece in people.pieces:
        shown = settings_following(replace(SETTINGS, honorific="殿", print_joint_names=False)).recipient(piece.candidate, piece.code)
        assert shown == piece.candidate.recipient
        assert shown.code == written(piece.code)


def test_a_run_that_waits_is_gone_on_with_first(database: Database) -> None:
    ids = _people(database)
    letters = _print(database, ids, _letter())
    with database.write() as session:
        stop_at(session, letters.run_id, 3, now=LATER)
    with database.read() as session, pytest.raises(FollowedWaits):
        followed_people(session, letters.run_id, TODAY)
    with database.read() as session:
        assert followable_runs(session) == []
    with database.write() as session:
        finish_rest(session, letters.run_id, [3, 4], now=LATER, today=TODAY)
    assert len(_follow(database, letters.run_id).pieces) == 4
    with database.write() as session:
        stop_at(session, letters.run_id, 4, now=LATER)
        give_up_rest(session, letters.run_id, now=LATER)
    assert [piece.candidate.customer_id for piece in _follow(database, letters.run_id).pieces] == ids[:3]


def test_only_what_is_written_and_kept_can_be_followed(database: Database) -> None:
    letters = _print(database, _people(database), _letter())
    with database.write() as session:
        envelopes = record_print_run(session, _made(_follow_in(session, letters.run_id)), now=NOW, today=TODAY)
    with database.read() as session:
        assert [row.id for row in followable_runs(session)] == [letters.run_id]
    with database.write() as session:
        for piece in session.query(PrintPiece):
            piece.recipient = None
    with database.read() as session:
        assert followable_runs(session) == []
        assert [row.has_people for row in print_log(session)] == [False, False]
        with pytest.raises(DocumentGone):
            followed_people(session, letters.run_id, TODAY)
        with pytest.raises(RunGone):
            followed_people(session, envelopes.run_id + 1, TODAY)


def test_envelopes_of_letters_that_were_taken_back_are_not_recorded(database: Database) -> None:
    letters = _print(database, _people(database), _letter())
    run = _made(_follow(database, letters.run_id))
    with database.write() as session:
        undo(session, letters.action_id, now=LATER)
    with database.write() as session, pytest.raises(RunGone):
        record_print_run(session, run, now=NOW, today=TODAY)


def test_the_same_envelopes_again_are_the_same_run(database: Database) -> None:
    letters = _print(database, _people(database), _letter())
    with database.write() as session:
        first = record_print_run(session, _made(_follow_in(session, letters.run_id)), now=NOW, today=TODAY)
    with database.write() as session:
        again = record_print_run(session, _made(_follow_in(session, letters.run_id)), now=NOW, today=TODAY)
    assert (again.run_id, again.is_again) == (first.run_id, True)


def test_no_letter_gets_a_second_envelope_unless_it_is_asked_for(database: Database) -> None:
    letters = _print(database, _people(database), _letter())
    with database.write() as session:
        record_print_run(session, _made(_follow_in(session, letters.run_id)), now=NOW, today=TODAY)
    people = _follow(database, letters.run_id)
    lines = followed_lines(people, _envelope())
    assert [line.problems for line in lines] == [(PrintProblem.HAS_IT,)] * 4
    turned = replace(_envelope(), options=replace(_envelope().options, direction=Direction.HORIZONTAL))
    with database.write() as session, pytest.raises(SomeHaveIt):
        record_print_run(session, _made(people, turned), now=LATER, today=TODAY)
    spoiled = followed_run(people, lines[1:2], _envelope()).run
    with database.write() as session:
        assert record_print_run(session, spoiled, now=LATER, today=TODAY).pieces == 1


def test_two_pieces_of_records_made_one_since_keep_each_its_name_address_and_code(database: Database) -> None:
    with database.write() as session:
        homes = (("森 一", "渋谷1-1"), ("森 肇", "渋谷2-2"), ("青木 葵", "渋谷3-3"))
        ids = [add_customer(session, name, street=street, **HOME) for name, street in homes]
    letters = _print(database, ids, _letter())
    before = _pieces(database, letters.run_id)
    with database.write() as session:
        merge_customers(session, ids[0], ids[1], choices={}, now=NOW, today=TODAY)
    people = _follow(database, letters.run_id)
    lines = followed_lines(people, _envelope())
    assert len({line.candidate.key for line in lines}) == 3
    made = followed_run(people, lines, _envelope())
    texts = ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made.run.document)).pages]
    assert ["一様" in texts[0], "肇様" in texts[1], "葵様" in texts[2]] == [True] * 3
    assert [piece.code for piece in made.run.pieces] == [code for _, code, _ in before]
    assert [piece.recipient.name for piece in made.run.pieces if piece.recipient] == ["森 一", "森 肇", "青木 葵"]
    one = followed_run(people, lines[1:2], _envelope()).run
    assert [piece.code for piece in one.pieces] == [before[1][1]]
    with database.write() as session:
        record_print_run(session, one, now=NOW, today=TODAY)
    assert [line.is_stopped for line in followed_lines(_follow(database, letters.run_id), _envelope())] == [False, True, False]


def test_labels_for_the_envelopes_go_to_whom_the_letters_went(database: Database) -> None:
    letters = _print(database, _people(database), _letter())
    with database.write() as session:
        envelopes = record_print_run(session, _made(_follow_in(session, letters.run_id)), now=NOW, today=TODAY)
    labels = job_of(SETTINGS, WorkKind.LABELS, None, SHOP, "ja", TODAY)
    with database.write() as session:
        done = record_print_run(session, _made(_follow_in(session, envelopes.run_id), labels), now=NOW, today=TODAY)
    assert _pieces(database, done.run_id) == _pieces(database, letters.run_id)
    with database.write() as session:
        stop_at(session, done.run_id, 3, now=LATER)
    with database.read() as session:
        assert rest_of(session, done.run_id, TODAY).positions == (3, 4)


def test_after_a_jam_that_was_given_up_the_others_get_their_envelopes(database: Database) -> None:
    ids = _people(database)
    letters = _print(database, ids, _letter())
    other = _print(database, ids, replace(_letter(), text=CardText(offer="紅茶を一杯")))
    with database.write() as session:
        first = record_print_run(session, _made(_follow_in(session, letters.run_id)), now=NOW, today=TODAY)
    with database.write() as session:
        stop_at(session, first.run_id, 3, now=LATER)
        give_up_rest(session, first.run_id, now=LATER)
    lines = followed_lines(_follow(database, letters.run_id), _envelope())
    assert [line.is_stopped for line in lines] == [True, True, False, False]
    assert lines[0].problems == (PrintProblem.HAS_IT,)
    # The envelopes of the other letters are others.
    assert not any(line.is_stopped for line in followed_lines(_follow(database, other.run_id), _envelope()))
    with database.write() as session:
        second = record_print_run(session, _made(_follow_in(session, letters.run_id)), now=LATER, today=TODAY)
        assert record_print_run(session, _made(_follow_in(session, other.run_id)), now=LATER, today=TODAY).pieces == 4
    assert [number for number, *_ in _pieces(database, second.run_id)] == [ids[2], ids[4]]


def test_the_rest_of_the_envelopes_goes_to_whom_the_letters_went(database: Database) -> None:
    ids = _people(database)
    letters = _print(database, ids, _letter())
    with database.write() as session:
        envelopes = record_print_run(session, _made(_follow_in(session, letters.run_id)), now=NOW, today=TODAY)
    with database.write() as session:
        stop_at(session, envelopes.run_id, 2, now=LATER)
        mark_customer(session, ids[4], now=NOW, do_not_contact=True)
    with database.read() as session:
        rest = rest_of(session, envelopes.run_id, TODAY)
    assert (rest.positions, [stop.customer_id for stop in rest.stops]) == ((2, 3), [ids[4]])
    with database.write() as session:
        finish_rest(session, envelopes.run_id, rest.positions, now=LATER, today=TODAY)


def _follow_in(session: Any, run_id: int) -> RunPeople:
    return followed_people(session, run_id, TODAY)
