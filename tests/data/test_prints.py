"""Runs of cards: who is left out and why, what is recorded, and that it can be taken back."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select, update

from app.domain.cards import CardDesign, CardSide, CardText, Direction
from app.domain.care import CareSettings
from app.domain.contacts import ContactKind
from app.domain.customers import Consent, PartialDate
from app.domain.print_kinds import WorkKind
from app.domain.print_problems import NothingToPrint, PrintProblem
from app.domain.print_runs import DocumentGone, FrozenRun, Greeting, NobodyCoded, PlanLine, PrintGroup, PrintSettings
from app.domain.print_work import job_of
from app.domain.prints import PrintKind
from app.domain.run_changes import PrintPlaceUnusable
from app.domain.segments import Segment
from app.domain.status import Chip
from app.domain.templates import ElementKind, TemplateKind
from app.models.database import Database
from app.models.records import Action, PrintDocument
from app.models.shop import Shop
from app.printing.shipped import shipped_templates
from app.printing.thank_you import merge_values, read_words
from app.queries import shop as shops
from app.queries.codes import codes_for
from app.queries.prints import group_counts, group_ids, ids_coded
from app.queries.prints_log import document_of, print_log
from app.queries.timeline import sent_to
from app.reports.card_runs import check_list, kept_settings, people_for, print_run, print_view, sample_pdfs
from app.services.actions import redo, undo
from app.services.customers import add_contact
from app.services.openings import Opening, open_points
from app.services.prints import record_print_run, save_document
from app.services.shop import save_print_settings
from tests.factories import NOW, SHOP, TODAY, add_customer, add_purchase

P = PrintProblem
HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区", "street": "渋谷1-2-3"}
SETTINGS = PrintSettings()


def _customer(database: Database, name: str = "渡辺 真理", **fields: Any) -> int:
    with database.write() as session:
        return add_customer(session, name, **(HOME | fields))


def _plan(database: Database, ids: Iterable[int], settings: PrintSettings = SETTINGS, day: date = TODAY) -> tuple[PlanLine, ...]:
    with database.read() as session:
        people = people_for(session, ids, day)
        return check_list(people, settings, settings.card(shops.shop_fields(session), "ja", day))


def _run(database: Database, ids: Iterable[int], settings: PrintSettings = SETTINGS, occasion: str = "") -> FrozenRun:
    lines = [line for line in _plan(database, ids, settings) if not line.is_stopped]
    card = settings.card(SHOP, "ja", TODAY)
    with database.read() as session:
        codes = codes_for(session, card, [line.candidate.customer_id for line in lines])
    return print_run(lines, settings, SHOP, card, codes=codes, occasion=occasion)


def _record(database: Database, run: FrozenRun) -> tuple[int, int]:
    with database.write() as session:
        outcome = record_print_run(session, run, now=NOW, today=TODAY)
    assert outcome.action_id is not None
    return outcome.run_id, outcome.action_id


REASONS: list[tuple[dict[str, Any], list[PrintProblem]]] = [
    ({}, []),
    ({"postal_code": "", "prefecture": "", "city": "", "street": ""}, [P.NO_ADDRESS]),
    ({"street": "渋谷"}, [P.NO_STREET_NUMBER]),
    ({"postal_code": "150-00"}, [P.BAD_POSTCODE]),
    ({"postal_code": "999-9999"}, [P.UNKNOWN_POSTCODE]),
    ({"postal_code": "530-0001"}, [P.POSTCODE_MISMATCH]),
    ({"postal_code": ""}, [P.NO_POSTCODE]),
    ({"do_not_contact": True}, [P.DO_NOT_CONTACT]),
    ({"post_consent": Consent.NO}, [P.NO_CONSENT]),
    ({"mourning_until": TODAY}, [P.MOURNING]),
    ({"mourning_until": TODAY - timedelta(days=1)}, []),
    ({"bad_address": True}, [P.BAD_ADDRESS]),
    ({"is_deceased": True}, [P.DECEASED]),
    ({"name": "渡辺 \U000e0100\ue000"}, [P.MISSING_CHARACTERS]),
    ({"building": "とても長い建物の名前" * 30}, [P.TEXT_TOO_LONG]),
]


@pytest.mark.parametrize(("fields", "expected"), REASONS)
def test_each_reason_against_a_card_is_found(database: Database, fields: dict[str, Any], expected: list[PrintProblem]) -> None:
    (line,) = _plan(database, [_customer(database, **fields)])
    assert list(line.problems) == expected
    assert line.is_stopped == (bool(expected) and expected != [P.NO_POSTCODE])
    assert line.asks_first == (expected in ([P.DO_NOT_CONTACT], [P.NO_CONSENT], [P.DECEASED]))
    assert line.can_be_printed == (expected != [P.NO_ADDRESS])


def test_nobody_needs_an_address_for_the_message_side_alone(database: Database) -> None:
    customer = _customer(database, street="", city="", prefecture="", postal_code="")
    (line,) = _plan(database, [customer], replace(SETTINGS, side=CardSide.MESSAGE))
    assert line.problems == ()


def test_a_letter_needs_an_address_and_only_one_that_is_handed_over_can_do_without(database: Database) -> None:
    homeless = _customer(database, street="", city="", prefecture="", postal_code="")
    unfinished = _customer(database, "清水 あゆみ", street="渋谷")
    addressed = next(one for one in shipped_templates("ja") if one.kind is TemplateKind.LETTER)
    handed = addressed.with_elements(one for one in addressed.elements if one.kind is not ElementKind.ADDRESSEE)
    found = []
    with database.read() as session:
        people = people_for(session, [homeless, unfinished], TODAY)
        for template in (addressed, handed):
            job = job_of(SETTINGS, WorkKind.LETTER, template, SHOP, "ja", TODAY)
            lines = check_list(people, SETTINGS, job)
            assert all(line.is_stopped for line in lines)
            found.append([(line.problems, line.can_be_printed) for line in lines])
        member_card = next(one for one in shipped_templates("ja") if one.kind is TemplateKind.MEMBER_CARD)
        purse = job_of(SETTINGS, WorkKind.PURSE, member_card, SHOP, "ja", TODAY)
        assert [line.problems for line in check_list(people, SETTINGS, purse)] == [(), ()]
    assert found == [
        [((P.NO_ADDRESS,), False), ((P.NO_STREET_NUMBER,), True)],
        [((P.UNPOSTABLE,), True), ((P.NO_STREET_NUMBER,), True)],
    ]


def test_who_left_or_is_archived_is_left_out(database: Database) -> None:
    from app.services.customers import archive_customer, mark_customer

    gone, left = _customer(database, "木村 直人"), _customer(database, "大塚 昭")
    with database.write() as session:
        archive_customer(session, gone, now=NOW)
        mark_customer(session, left, now=NOW, left_on=TODAY)
    assert [line.problems for line in _plan(database, [gone, left])] == [(P.LEFT,), (P.LEFT,)]


def test_a_household_gets_one_card(database: Database) -> None:
    mother = _customer(database, "渡辺 真理")
    son = _customer(database, "渡邊 健", street="渋谷１－２－３")
    neighbour = _customer(database, "清水 あゆみ")
    lines = _plan(database, [mother, son, neighbour])
    assert [line.problems for line in lines] == [(), (P.SAME_HOUSEHOLD,), ()]
    assert [line.is_stopped for line in lines] == [False, True, False]
    assert (lines[0].candidate.joint, lines[0].candidate.recipient.joint_names) == ((son,), ("渡邊 健",))
    assert lines[1].candidate.sharing.addressee == mother


def test_a_household_whose_first_is_stopped_gets_its_card_by_the_next(database: Database) -> None:
    stopped = _customer(database, "渡辺 真理", do_not_contact=True)
    other = _customer(database, "渡辺 健")
    lines = _plan(database, [stopped, other])
    assert [line.problems for line in lines] == [(P.DO_NOT_CONTACT,), ()]
    assert lines[1].candidate.recipient.joint_names == ()


def test_people_stand_in_the_order_asked_for_each_once(database: Database) -> None:
    a, b = _customer(database, "渡辺 真理"), _customer(database, "清水 あゆみ")
    assert [line.candidate.customer_id for line in _plan(database, [b, a, b, 999])] == [b, a]


def test_a_run_is_on_everybodys_timeline_and_in_the_log(database: Database) -> None:
    ids = [_customer(database, "渡辺 真理"), _customer(database, "清水 あゆみ", street="渋谷9-9")]
    run = _run(database, ids, occasion="声をかけたいお客様")
    run_id, action_id = _record(database, run)
    with database.read() as session:
        (row,) = print_log(session)
        assert (row.id, row.pieces, row.cost, row.occasion, row.action_id) == (run_id, 2, 2 * 107, "声をかけたいお客様", action_id)
        assert [sent.title for sent in sent_to(session, ids[1])] == ["おかえりなさい。"]
        assert document_of(session, run_id) == run.document


def test_undo_takes_the_record_of_sending_back_and_redo_brings_it_again_with_its_bytes(database: Database) -> None:
    customer = _customer(database)
    run = _run(database, [customer])
    run_id, action_id = _record(database, run)
    with database.write() as session:
        undo(session, action_id, now=NOW)
    with database.read() as session:
        assert print_log(session) == []
        assert sent_to(session, customer) == []
    with database.write() as session:
        redo(session, now=NOW)
    with database.read() as session:
        assert [row.id for row in print_log(session)] == [run_id]
        assert len(sent_to(session, customer)) == 1
        assert document_of(session, run_id) == run.document


def test_the_image_of_the_act_holds_no_document(database: Database) -> None:
    run = _run(database, [_customer(database)])
    _record(database, run)
    with database.read() as session:
        action = session.scalars(select(Action).order_by(Action.id.desc()).limit(1)).one()
        assert len(str(action.images)) < len(run.document) / 4


def test_documents_of_runs_that_cannot_come_back_are_dropped(database: Database) -> None:
    customer = _customer(database)
    run_id, action_id = _record(database, _run(database, [customer]))
    with database.write() as session:
        undo(session, action_id, now=NOW)
    _record(database, _run(database, [customer]))
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(PrintDocument)) == 1
        with pytest.raises(DocumentGone):
            document_of(session, run_id)


def test_nothing_is_recorded_for_nobody(database: Database) -> None:
    run = _run(database, [_customer(database)])
    with pytest.raises(NothingToPrint), database.write() as session:
        record_print_run(session, replace(run, pieces=()), now=NOW, today=TODAY)


def test_a_second_run_within_the_days_of_rest_leaves_out_those_who_had_a_card_on_a_day_before(database: Database) -> None:
    customer = _customer(database)
    _record(database, _run(database, [customer]))
    assert _plan(database, [customer])[0].problems == (P.MAILED_TODAY,)
    assert not _plan(database, [customer])[0].is_stopped
    for days in (1, 6):
        (line,) = _plan(database, [customer], day=TODAY + timedelta(days=days))
        assert (line.problems, line.is_stopped, line.can_be_printed, line.asks_first) == ((P.MAILED_LATELY,), True, True, False)
    assert _plan(database, [customer], day=TODAY + timedelta(days=7))[0].problems == ()
    with database.write() as session:
        session.execute(update(Shop).values(care=CareSettings(rest_days=30).to_json()))
    assert _plan(database, [customer], day=TODAY + timedelta(days=29))[0].problems == (P.MAILED_LATELY,)
    assert _plan(database, [customer], day=TODAY + timedelta(days=30))[0].problems == ()


@pytest.mark.parametrize(("days", "problems"), [(0, ()), (1, (P.TOUCHED_LATELY,)), (6, (P.TOUCHED_LATELY,)), (7, ())])
def test_a_call_leaves_out_of_mailings_for_the_days_of_rest(database: Database, days: int, problems: tuple[P, ...]) -> None:
    customer, other = _customer(database), _customer(database)
    with database.write() as session:
        add_contact(session, customer, ContactKind.PHONE, "お元気そう", day=TODAY, staff_id=None, now=NOW)
        add_contact(session, other, ContactKind.NOTE, "ご来店の覚え", day=TODAY, staff_id=None, now=NOW)
    called, noted = _plan(database, [customer, other], day=TODAY + timedelta(days=days))
    marks = [tuple(mark for mark in line.problems if mark is not P.SAME_HOUSEHOLD) for line in (called, noted)]
    assert (marks, called.is_stopped) == ([problems, ()], bool(problems))


@pytest.mark.parametrize(("paper", "is_named"), [("はがき", True), ("長形3号", False)])
def test_an_address_side_on_a_postcard_counts_as_post(database: Database, paper: str, is_named: bool) -> None:
    customer = _customer(database)
    run = _run(database, [customer])
    card = replace(run.card, kind=PrintKind.ENVELOPE, options=replace(run.card.options, paper=paper))
    _record(database, replace(run, card=card))
    assert (_plan(database, [customer])[0].problems == (P.MAILED_TODAY,)) is is_named


def test_the_same_people_make_the_same_bytes(database: Database) -> None:
    ids = [_customer(database, "渡辺 真理"), _customer(database, "髙﨑 𠮷子", street="渋谷5-5")]
    assert _run(database, ids).document == _run(database, ids).document


def test_the_pages_say_who_and_where(database: Database) -> None:
    customer = _customer(database, "髙﨑 𠮷子", building="渋谷ハイツ204")
    with database.write() as session:
        add_purchase(session, customer, date(2026, 9, 4))
    reader = PdfReader(io.BytesIO(_run(database, [customer]).document))
    message, address = (page.extract_text() for page in reader.pages)
    assert "髙﨑" in message
    assert "9月にお越し" in message.replace("\n", "")
    flat = address.replace("\n", "").replace(" ", "")
    assert all(word in flat for word in ("髙﨑", "𠮷子", "様", "渋谷ハイツ", "美容室こもれび"))
    assert sum(flat.count(digit) for digit in "15002") >= 7


def test_settings_are_kept_with_the_shop(database: Database) -> None:
    chosen = replace(SETTINGS.with_design(CardDesign.PLAIN), direction=Direction.HORIZONTAL, honorific="さま", dx=0.5, dy=-1.2)
    chosen = replace(chosen, print_sender=False).with_text(CardText(body="ありがとう"), "ja")
    with database.write() as session:
        save_print_settings(session, chosen.to_json())
    with database.read() as session:
        assert PrintSettings.from_json(shops.print_settings(session)) == chosen


def test_settings_that_are_not_understood_are_left_at_their_defaults() -> None:
    stored = {
        "designs": {"missed": "gone", "x": 1},
        "dx": 99,
        "dy": "a",
        "typeface": 3,
        "print_sender": "yes",
        "honorific": "x",
        "texts": {"maple": 3, "x": {}},
    }
    assert PrintSettings.from_json(stored) == SETTINGS


def test_those_who_were_just_here_are_thanked_and_the_others_missed(database: Database) -> None:
    here, away, never = _customer(database), _customer(database, "清水 あゆみ"), _customer(database, "石井 美代子")
    with database.write() as session:
        add_purchase(session, here, TODAY - timedelta(days=29))
        add_purchase(session, away, TODAY - timedelta(days=30))
        save_print_settings(session, SETTINGS.with_design(CardDesign.PLAIN).to_json())
    with database.read() as session:
        greeting = {
            ids: kept_settings(session, people_for(session, ids, TODAY), TODAY).greeting
            for ids in ((here,), (here, away), (away, never), ())
        }
    assert greeting == {
        (here,): Greeting.THANKS, (here, away): Greeting.THANKS, (away, never): Greeting.MISSED, (): Greeting.MISSED,
    }  # fmt: skip


def test_each_greeting_keeps_its_design() -> None:
    chosen = SETTINGS.with_design(CardDesign.PLAIN)
    thanks = replace(chosen, greeting=Greeting.THANKS).with_design(CardDesign.MAPLE)
    stored = PrintSettings.from_json(thanks.to_json())
    assert (stored.design, replace(stored, greeting=Greeting.THANKS).design) == (CardDesign.PLAIN, CardDesign.MAPLE)


def test_a_ready_made_text_is_not_kept() -> None:
    changed = SETTINGS.with_text(CardText(body="x"), "ja")
    assert changed.with_text(SETTINGS.text("ja"), "ja") == SETTINGS


def test_the_chosen_honorific_reaches_people_and_no_company(database: Database) -> None:
    from app.domain.customers import CustomerKind

    person = _customer(database)
    company = _customer(database, "株式会社青山", kind=CustomerKind.COMPANY)
    settings = replace(SETTINGS, honorific="さま")
    recipients = [settings.recipient(line.candidate) for line in _plan(database, [person, company])]
    assert [recipient.honorific for recipient in recipients] == ["さま", "御中"]


def test_own_fields_can_stand_in_a_text_for_everybody(database: Database) -> None:
    with_dog, without = _customer(database, own={"犬の名前": "ポチ"}), _customer(database, "清水 あゆみ", street="渋谷9-9")
    settings = SETTINGS.with_text(CardText(body="{{犬の名前}}は元気ですか。"), "ja")
    run = _run(database, [with_dog, without], settings)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(run.document)).pages]
    assert "ポチ" in pages[0]
    assert "元気" not in pages[2]


def test_groups(database: Database) -> None:
    born = _customer(database, "木村 直人", birthday=PartialDate(1980, 11, 30))
    _customer(database, "大塚 昭", birthday=PartialDate(None, 12, 1))
    new = _customer(database, "森田 幸子")
    slipping = _customer(database, "三浦 隆")
    with database.write() as session:
        add_purchase(session, new, TODAY - timedelta(days=5))
        for days in (250, 220, 190, 160, 130):
            add_purchase(session, slipping, TODAY - timedelta(days=days))
    with database.read() as session:
        assert group_ids(session, PrintGroup.BIRTHDAYS, TODAY) == [born]
        assert group_ids(session, PrintGroup.NEWCOMERS, TODAY) == [new] == group_ids(session, Segment.NEW, TODAY)
        late = [group_ids(session, chip, TODAY) for chip in (Chip.ATTENTION, Chip.WATCH, Chip.DORMANT)]
        assert [number for ids in late for number in ids] == [slipping]
        counts = group_counts(session, TODAY)
        assert {group: len(group_ids(session, group, TODAY)) for group in PrintGroup} == counts


def test_customers_by_number(database: Database) -> None:
    with_code, without = _customer(database, code="C001"), _customer(database, "清水 あゆみ")
    with database.read() as session:
        assert ids_coded(session, [f"#{without}", "C001"]) == [without, with_code]
        with pytest.raises(NobodyCoded):
            ids_coded(session, [f"#{with_code}"])


def test_a_document_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    save_document(tmp_path / "はがき" / "a.pdf", b"one")
    assert (tmp_path / "はがき" / "a.pdf").read_bytes() == b"one"
    (tmp_path / "taken").mkdir()
    with pytest.raises(PrintPlaceUnusable):
        save_document(tmp_path / "taken", b"two")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken", "はがき"]


def test_sample_cards_show_every_design_both_ways(database: Database, tmp_path: Path) -> None:
    customer = _customer(database)
    with database.write() as session:
        add_purchase(session, customer, TODAY - timedelta(days=45))
    with database.read() as session:
        assert len(group_ids(session, PrintGroup.REACH_OUT, TODAY)) == 1
        written = sample_pdfs(session, tmp_path, TODAY)
    assert [path.name for path in written] == [
        "thank-you-maple-vertical.pdf", "thank-you-maple-horizontal.pdf", "thank-you-plain-vertical.pdf", "thank-you-plain-horizontal.pdf",
        "thank-you-points-vertical.pdf", "thank-you-points-horizontal.pdf",
    ]  # fmt: skip
    assert all(len(PdfReader(path).pages) == 2 for path in written)


def test_a_notice_says_how_many_points_lapse_and_until_when_they_count(database: Database) -> None:
    customer, without = _customer(database), _customer(database)
    with database.write() as session:
        openings = [Opening(customer, 300, date(2026, 12, 31)), Opening(customer, 940)]
        open_points(session, openings, import_id=None, now=NOW, today=TODAY)
    with database.read() as session:
        view = print_view(session, [customer, without], TODAY, Greeting.LAPSE)
        assert view.settings.design is CardDesign.POINTS
        assert print_view(session, [customer], TODAY).settings.design is not CardDesign.POINTS
        fields = [person.recipient.fields for person in view.people]
    assert [found["points"] for found in fields] == [1240, None]
    assert [(found["lapse_points"], found["lapse_day"]) for found in fields] == [(300, date(2026, 12, 31)), (None, None)]
    card = view.settings.card(view.shop, "ja", TODAY)
    said = [read_words(card).body.merged(merge_values(person.recipient, card)) for person in view.people]
    assert "お持ちの1,240ポイントのうち、300ポイントは12月31日までお使いいただけます。" in said[0]
    assert "ポイントのうち" not in said[1]
