"""Envelopes and labels for letters that were printed: the same people in the same order, under the same codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.print_kinds import PieceOrder, WorkKind
from app.domain.print_runs import PrintRunRow
from app.domain.prints import PrintKind
from app.domain.run_follow import run_to_go_with
from app.models.customer import Customer
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.queries.prints_log import print_log
from app.queries.shop import print_settings
from app.services.merges import merge_customers
from app.views.printing.page import PrintingPage
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.conftest import Viewer

Shown = Callable[..., PrintingPage]


def _choose_kind(page: PrintingPage, kind: WorkKind) -> None:
    page.kinds.set_current(kind)
    page.kinds.changed.emit(kind)


def _print_letters(page: PrintingPage) -> None:
    _choose_kind(page, WorkKind.LETTER)
    page.trigger_primary()


def _families(page: PrintingPage) -> list[str]:
    return [row.title.split()[0] for row in page.recipients.ready()]


def _pieces(session: Session, run_id: int) -> list[tuple[int, str | None]]:
    found = session.execute(select(PrintPiece).where(PrintPiece.run_id == run_id).order_by(PrintPiece.position)).scalars()
    return [(piece.customer_id, piece.code) for piece in found]


def test_envelopes_go_with_the_letters_piece_by_piece(shown: Shown, database: Database, viewer: Viewer, ids: list[int]) -> None:
    page = shown(customer_ids=[ids[2], ids[0], ids[1]])
    _print_letters(page)
    with database.read() as session:
        (letters,) = session.scalars(select(PrintRun.id))
    page.open_with(for_run=letters)
    assert page.settings_card.kind is WorkKind.ENVELOPE
    assert not page.kinds.button(WorkKind.LETTER).isVisible() and page.kinds.button(WorkKind.LABELS).isVisible()
    assert _families(page) == ["上野", "秋山", "石田"]
    assert not page.recipients.order.isVisible() and page.recipients.follow_words.isVisible()
    address = page.settings_card.address
    assert not address.honorific.isEnabled() and "As on the pieces of the run" in address.honorific_field.hint.text()
    assert not address.with_family.isEnabled() and "As on the pieces of the run" in address.family_words.text()
    page.trigger_primary()
    with database.read() as session:
        runs = print_log(session)
        assert [run.follows for run in runs] == [letters, 0]
        assert _pieces(session, runs[0].id) == _pieces(session, letters)
    assert len(viewer.documents) == 2
    page.open_with(customer_ids=ids)
    assert page.kinds.button(WorkKind.LETTER).isVisible() and page.recipients.order.isVisible()


def test_address_sides_for_a_run_are_called_cards(
    shown: Shown, database: Database, viewer: Viewer, ids: list[int], messages: MessageSpy
) -> None:
    page = shown(customer_ids=ids[:2])
    page.trigger_primary()
    with database.read() as session:
        (cards,) = session.scalars(select(PrintRun.id))
    page.open_with(for_run=cards)
    assert page.settings_card.kind is WorkKind.CARD
    page.trigger_primary()
    assert messages.toasts[-1][0] == "Made and recorded: 2 card(s)"
    assert [row.what for row in page.start.log.rows()] == ["2 card(s)", "2 card(s)"]
    assert page.came_out.bars()[0].title_label.text() == "Opened to be printed: 2 card(s). Did all come out?"


def test_runs_of_one_day_are_told_apart_by_their_time_and_paper(shown: Shown, viewer: Viewer, ids: list[int]) -> None:
    page = shown(customer_ids=ids[:2])
    _print_letters(page)
    (letters,) = page.start.log.rows()
    assert letters.detail.startswith("11月20日(金) 9:00 · ") and " · A5 · " in letters.detail
    page.open_with(for_run=letters.key)
    page.trigger_primary()
    assert [row.detail.split(" · ")[1] for row in page.start.log.rows()] == ["長形3号", "A5"]


def test_of_two_pieces_for_one_customer_one_can_be_taken_out(
    shown: Shown, database: Database, viewer: Viewer, ids: list[int], navigation: NavigationSpy
) -> None:
    page = shown(customer_ids=ids[:3])
    _print_letters(page)
    with database.write() as session:
        (letters,) = session.scalars(select(PrintRun.id))
        codes = [code for _, code in _pieces(session, letters)]
        merge_customers(session, ids[0], ids[1], choices={}, now=NOW, today=TODAY)
    page.open_with(for_run=letters)
    second = page.recipients.ready()[1]
    page.recipients.tick_requested.emit(second.key)
    assert [row.checked for row in page.recipients.ready()] == [True, False, True]
    page.recipients.opened.emit(second.key)
    assert navigation.shown[-1] == ("customers", {"customer_id": ids[0]})
    page.trigger_primary()
    with database.read() as session:
        assert [code for _, code in _pieces(session, print_log(session)[0].id)] == [codes[0], codes[2]]


def test_letters_of_the_last_days_are_offered_for_envelopes(shown: Shown, database: Database, viewer: Viewer, ids: list[int]) -> None:
    page = shown(customer_ids=ids[:2])
    assert not page.recipients.offered_run.isVisible()
    _print_letters(page)
    page.open_with(customer_ids=ids)
    assert not page.recipients.offered_run.isVisible()
    _choose_kind(page, WorkKind.LABELS)
    assert page.recipients.offered_run.isVisible() and "(2)" in page.recipients.offered_run.text()
    page.recipients.offered_run.click()
    assert _families(page) == ["秋山", "石田"]
    page.trigger_primary()
    page.open_with(customer_ids=ids)
    _choose_kind(page, WorkKind.ENVELOPE)
    assert not page.recipients.offered_run.isVisible()


def test_an_address_that_changed_since_is_said(shown: Shown, database: Database, viewer: Viewer, ids: list[int]) -> None:
    page = shown(customer_ids=ids[:2])
    _print_letters(page)
    with database.write() as session:
        (letters,) = session.scalars(select(PrintRun.id))
        session.get_one(Customer, ids[0]).street = "渋谷9-9"
    page.open_with(for_run=letters)
    assert page.recipients.follow_words.text().count(".") == 2


def test_the_pieces_come_out_in_the_order_chosen(shown: Shown, database: Database, viewer: Viewer, ids: list[int]) -> None:
    page = shown(customer_ids=list(reversed(ids)))
    assert [row.key for row in page.recipients.ready()] == list(reversed(ids))
    page.recipients.order_chosen.emit(PieceOrder.KANA)
    assert [row.key for row in page.recipients.ready()] == ids
    page.trigger_primary()
    with database.read() as session:
        (run,) = session.scalars(select(PrintRun.id))
        assert [customer for customer, _ in _pieces(session, run)] == ids
        assert print_settings(session)["kinds"]["order"] == "kana"


@pytest.mark.parametrize(
    ("changes", "is_offered"),
    [
        ({}, True),
        ({"kind": PrintKind.THANK_YOU}, False),
        ({"day": date(2020, 1, 1)}, False),
        ({"unsent": 1}, False),
        ({"has_people": False}, False),
    ],
)
def test_only_letters_that_wait_for_envelopes_are_offered(changes: dict[str, object], is_offered: bool) -> None:
    row = PrintRunRow(4, datetime(2026, 11, 20), TODAY, "", "", 2, 0, None, kind=PrintKind.LETTER, has_people=True)
    row = replace(row, **changes)  # type: ignore[arg-type]
    assert (run_to_go_with([row], TODAY) is not None) is is_offered
    assert run_to_go_with([row, replace(row, id=5, kind=PrintKind.LABELS, follows=4)], TODAY) is None
