"""A run whose rest was given up, printed or asked for again: nothing goes out that the log does not know, and nobody has two."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from app.domain.cards import CardText
from app.domain.codes import written
from app.domain.customers import CustomerFields
from app.domain.print_jobs import fields_named, fingerprint_of
from app.domain.print_kinds import WorkKind
from app.domain.print_problems import PrintProblem
from app.domain.print_runs import FrozenRun, PlanLine, PrintOutcome, PrintSettings, RunGone
from app.domain.print_work import job_of
from app.domain.run_changes import NoSuchPiece, SomeHaveIt
from app.domain.templates import Slot, Template, TemplateKind
from app.models.code_rows import pieces_coded
from app.models.database import Database
from app.printing.shipped import shipped_templates
from app.queries import shop as shops
from app.queries.codes import codes_for
from app.queries.customers import customer_card
from app.queries.prints_log import print_log, rest_of
from app.queries.timeline import sent_to
from app.reports.card_runs import check_list, made_run, people_for
from app.reports.run_rest import made_rest, places_again, printed_again
from app.services.actions import undo
from app.services.customers import edit_customer
from app.services.print_runs import finish_rest, give_up_rest, stop_at
from app.services.prints import record_print_run
from tests.factories import NOW, SHOP, TODAY, add_customer, add_purchase, add_staff

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
SETTINGS = PrintSettings()
LATER = NOW + timedelta(hours=1)
TOMORROW = TODAY + timedelta(days=1)


def _customers(database: Database, count: int = 5) -> list[int]:
    with database.write() as session:
        return [add_customer(session, f"客 {'一二三四五六七八九十'[n]}子", street=f"渋谷{n + 1}-2", **HOME) for n in range(count)]


def _template() -> Template:
    return next(one for one in shipped_templates("ja") if one.kind is TemplateKind.CARD)


def _lines(database: Database, ids: list[int], settings: PrintSettings = SETTINGS) -> tuple[PlanLine, ...]:
    with database.read() as session:
        return check_list(people_for(session, ids, TODAY), settings, settings.card(shops.shop_fields(session), "ja", TODAY))


def _frozen(database: Database, ids: list[int], settings: PrintSettings = SETTINGS, *, by_hand: bool = False) -> FrozenRun:
    card = settings.card(SHOP, "ja", TODAY)
    kept = [line for line in _lines(database, ids, settings) if by_hand or not line.is_stopped]
    with database.read() as session:
        codes = codes_for(session, card, [line.candidate.customer_id for line in kept])
    return made_run(kept, settings, card, codes=codes).run


def _record(database: Database, run: FrozenRun) -> PrintOutcome:
    with database.write() as session:
        return record_print_run(session, run, now=NOW, today=TODAY)


def _cut(database: Database, run_id: int, position: int) -> None:
    with database.write() as session:
        stop_at(session, run_id, position, now=LATER)
    with database.write() as session:
        give_up_rest(session, run_id, now=LATER)


def _again(database: Database, run_id: int) -> bytes:
    with database.read() as session:
        return printed_again(session, run_id)


def _text(document: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)


def test_printed_again_are_only_the_pieces_the_run_still_has(database: Database) -> None:
    run = _frozen(database, _customers(database))
    done = _record(database, run)
    assert _again(database, done.run_id) == run.document
    _cut(database, done.run_id, 3)
    text = _text(_again(database, done.run_id))
    assert [written(piece.code) in text for piece in run.pieces] == [True, True, False, False, False]
    assert len(PdfReader(io.BytesIO(_again(database, done.run_id))).pages) == 4
    with database.write() as session:
        undo(session, now=LATER)
    assert _again(database, done.run_id) == run.document


def test_what_a_stop_took_out_when_going_on_is_not_printed_again_either(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    done = _record(database, run)
    with database.write() as session:
        stop_at(session, done.run_id, 4, now=LATER)
        edit_customer(session, ids[4], replace(customer_card(session, ids[4]).fields, do_not_contact=True), now=LATER)
    with database.write() as session:
        finish_rest(session, done.run_id, (4,), now=LATER, today=TODAY)
    text = _text(_again(database, done.run_id))
    assert [written(piece.code) in text for piece in run.pieces] == [True] * 4 + [False]


def test_a_run_that_is_gone_is_not_printed_again(database: Database) -> None:
    with database.read() as session, pytest.raises(RunGone):
        printed_again(session, 99)


def test_asked_for_again_only_those_who_were_left_out_get_one(database: Database) -> None:
    ids = _customers(database)
    done = _record(database, _frozen(database, ids))
    _cut(database, done.run_id, 3)
    lines = _lines(database, ids)
    assert [line.is_stopped for line in lines] == [True, True, False, False, False]
    assert lines[0].problems[0] is PrintProblem.HAS_IT
    second = _record(database, _frozen(database, ids))
    assert second.pieces == 3
    with database.read() as session:
        assert [len(sent_to(session, number)) for number in ids] == [1] * 5
    # And once more, for all: what was printed last is the same run.
    assert _record(database, _frozen(database, ids)).run_id == second.run_id


def test_another_card_goes_to_everybody(database: Database) -> None:
    ids = _customers(database)
    _cut(database, _record(database, _frozen(database, ids)).run_id, 3)
    other = SETTINGS.with_text(CardText(headline="春の便り", body="お待ちしております。"), "ja")
    assert not any(line.is_stopped for line in _lines(database, ids, other))


def test_a_home_whose_piece_came_out_gets_no_second_one(database: Database) -> None:
    with database.write() as session:
        ids = [add_customer(session, name, street="渋谷1-2", **HOME) for name in ("客 一子", "客 二子")]
        ids.append(add_customer(session, "青木 葵", street="渋谷7-7", **HOME))
    done = _record(database, _frozen(database, ids))
    assert done.pieces == 2
    _cut(database, done.run_id, 2)
    assert [line.candidate.customer_id for line in _lines(database, ids) if not line.is_stopped] == ids[2:]


def test_pages_made_before_the_rest_was_given_up_are_not_recorded(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    _cut(database, _record(database, run).run_id, 3)
    with pytest.raises(SomeHaveIt), database.write() as session:
        record_print_run(session, run, now=LATER, today=TODAY)
    by_hand = _frozen(database, ids, by_hand=True)
    assert _record(database, by_hand).pieces == 5


def test_who_got_the_very_card_today_gets_no_second_one_with_the_others(database: Database) -> None:
    ids = _customers(database)
    _record(database, _frozen(database, ids[:3]))
    lines = _lines(database, ids)
    assert [line.is_stopped for line in lines] == [True, True, True, False, False]
    assert lines[0].problems[0] is PrintProblem.HAS_IT
    assert _record(database, _frozen(database, ids)).pieces == 2
    with database.read() as session:
        assert [len(sent_to(session, number)) for number in ids] == [1] * 5


def test_asked_for_alone_the_same_card_is_printed_again(database: Database) -> None:
    ids = _customers(database)
    _record(database, _frozen(database, ids))
    assert not _lines(database, ids[1:2])[0].is_stopped
    assert _record(database, _frozen(database, ids[1:2])).pieces == 1


def test_what_waits_in_a_run_is_not_printed_with_somebody_new(database: Database) -> None:
    ids = _customers(database)
    done = _record(database, _frozen(database, ids[:4]))
    with database.write() as session:
        stop_at(session, done.run_id, 3, now=LATER)
    assert [line.is_stopped for line in _lines(database, ids)] == [True, True, True, True, False]


def test_pages_made_before_others_got_theirs_are_not_recorded(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    _record(database, _frozen(database, ids[:2]))
    with pytest.raises(SomeHaveIt), database.write() as session:
        record_print_run(session, run, now=LATER, today=TODAY)


def test_labels_are_for_anything_and_so_for_everybody(database: Database) -> None:
    ids = _customers(database)
    labels = job_of(SETTINGS, WorkKind.LABELS, None, SHOP, "ja", TODAY)
    with database.read() as session:
        kept = check_list(people_for(session, ids[:2], TODAY), SETTINGS, labels)
        codes = codes_for(session, labels, ids[:2])
    done = _record(database, made_run(kept, SETTINGS, labels, codes=codes).run)
    with database.read() as session:
        assert not any(line.is_stopped for line in check_list(people_for(session, ids, TODAY), SETTINGS, labels))
    _cut(database, done.run_id, 2)
    with database.read() as session:
        lines = check_list(people_for(session, ids, TODAY), SETTINGS, labels)
    assert [line.is_stopped for line in lines] == [True, False, False, False, False]


def test_the_last_number_is_said_also_after_some_in_between_were_given_up(database: Database) -> None:
    ids = _customers(database)
    run = _frozen(database, ids)
    done = _record(database, run)
    with database.write() as session:
        stop_at(session, done.run_id, 2, now=LATER)
        for number in (ids[1], ids[2], ids[3]):
            edit_customer(session, number, replace(customer_card(session, number).fields, do_not_contact=True), now=LATER)
    with database.write() as session:
        finish_rest(session, done.run_id, (5,), now=LATER, today=TODAY)
    with pytest.raises(NoSuchPiece) as raised, database.write() as session:
        stop_at(session, done.run_id, 6, now=LATER)
    assert raised.value.values["pieces"] == 5


def test_what_the_words_name_belongs_to_the_run(database: Database) -> None:
    with database.write() as session:
        add_staff(session, "佐藤 健")
        add_staff(session, "鈴木 蓮")
        number = add_customer(session, "客 一子", street="渋谷1-2", staff="佐藤 健", own={"好み": "紅茶", "席": "窓"}, **HOME)

    def printed(words: str) -> str:
        return fingerprint_of(_frozen(database, [number], SETTINGS.with_text(CardText(body=words), "ja")), TODAY)

    def changed(fields: CustomerFields) -> None:
        with database.write() as session:
            edit_customer(session, number, fields, now=NOW)

    words = "{{好み}}と{{ 担当 |default:店長}}と{{visits}}"
    with database.read() as session:
        fields = customer_card(session, number).fields
    first = printed(words)
    with database.write() as session:
        add_purchase(session, number, TODAY)
    assert printed(words) == first
    changed(replace(fields, own={"好み": "紅茶", "席": "奥"}))
    assert printed(words) == first
    changed(replace(fields, own={"好み": "珈琲", "席": "窓"}))
    second = printed(words)
    changed(replace(fields, staff="鈴木 蓮"))
    assert len({first, second, printed(words)}) == 3


def test_the_fields_that_a_template_names_are_found(database: Database) -> None:
    first, *others = _template().elements
    template = replace(_template(), elements=(replace(first, text="{{氏名}}、{{own one|default:{x}}}", when="担当"), *others))
    card = replace(SETTINGS.card(SHOP, "ja", TODAY), template=template)
    assert {"name", "own one", "staff"} <= fields_named(card)


def test_where_things_lie_is_told_of_the_pages_that_were_kept(database: Database) -> None:
    ids = _customers(database)
    card = SETTINGS.card(SHOP, "ja", TODAY)
    lines = _lines(database, ids)
    with database.read() as session:
        codes = codes_for(session, card, ids)
    made = made_run(lines, SETTINGS, card, codes=codes, notes_places=True)
    done = _record(database, made.run)
    with database.read() as session:
        assert places_again(session, done.run_id) == made.placed


def test_pictures_of_the_template_are_not_read_for_each_piece(database: Database) -> None:
    import tracemalloc

    ids = _customers(database)
    run = _frozen(database, ids)
    template = _template()
    heavy = replace(template, elements=(replace(template.elements[0], image="A" * 3_000_000), *template.elements[1:]))
    pieces = tuple(replace(run.pieces[0], code=f"{number:08d}") for number in range(300))
    _record(database, replace(run, card=replace(run.card, template=heavy), pieces=pieces))
    with database.read() as session:
        tracemalloc.start()
        try:
            found = pieces_coded(session, [piece.code for piece in pieces])
            rows = print_log(session)
            sent = sent_to(session, ids[0], limit=500)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert (len(found), len(rows), len(sent)) == (300, 1, 300)
    assert peak < 3_000_000


def test_a_later_rule_does_not_stop_what_was_frozen_before(database: Database) -> None:
    run = _frozen(database, _customers(database))
    template = _template()
    words = next(one for one in template.elements if one.slot is Slot.HEADLINE)
    beside = replace(words, frame=replace(words.frame, left=-4.0))
    unfit = template.with_elements(beside if one is words else one for one in template.elements)
    done = _record(database, replace(run, card=replace(run.card, template=unfit)))
    with database.write() as session:
        stop_at(session, done.run_id, 3, now=LATER)
    with database.read() as session:
        rest = rest_of(session, done.run_id, TODAY)
    assert made_rest(rest).pages == 6
    with database.write() as session:
        give_up_rest(session, done.run_id, now=LATER)
    assert len(PdfReader(io.BytesIO(_again(database, done.run_id))).pages) == 4
