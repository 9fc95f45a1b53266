"""On a customer's page: what a card promised, whether it came back, and who came through the customer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.domain.codes import written
from app.domain.customer_rows import TimelineKind
from app.domain.offers import Offer, OfferKind
from app.domain.print_runs import PrintSettings
from app.models.database import Database
from app.models.records import PrintPiece, PrintPieceJoint
from app.queries.codes import codes_for, referral_code_of
from app.reports.card_runs import check_list, people_for, print_run
from app.services.codes import note_referral, redeem_code
from app.services.prints import record_print_run
from app.services.returned_mail import record_returned
from tests.factories import NOW, SHOP, TODAY
from tests.fakes import NavigationSpy
from tests.gui.customers.conftest import Shown
from tests.gui.widgets.audit import clipped


def _sent(database: Database, customer: int) -> str:
    settings = PrintSettings(offer=Offer(OfferKind.PERCENT, 10, words="カット 10%引き"))
    card = settings.card(SHOP, "ja", TODAY)
    with database.write() as session:
        lines = check_list(people_for(session, [customer], TODAY), settings, card)
        codes = codes_for(session, card, [customer])
        run = print_run(lines, settings, SHOP, card, codes=codes)
        record_print_run(session, run, now=NOW, today=TODAY - timedelta(days=15))
    return codes[customer]


def test_a_card_says_what_it_promised_and_when_it_came_back(shown: Shown, people: dict[str, int], database: Database) -> None:
    code = _sent(database, people["late"])
    page = shown(customer_id=people["late"])
    (row,) = page.detail.sent.list.rows()
    assert row.detail == f"カット 10%引き · code {written(code)}"
    assert (row.icon, "brought" in row.side_detail) == ("mail", False)

    with database.write() as session:
        redeem_code(session, code, customer_id=None, now=NOW, today=TODAY)
    page.refresh()
    (row,) = page.detail.sent.list.rows()
    assert (row.icon, row.side_detail) == ("mail-check", "brought on 11月20日(金)")
    kinds = {item.key[0]: item for item in page.detail.timeline.list.items() if isinstance(item.key, tuple)}
    item = kinds[TimelineKind.PRINT.value]
    assert item.detail.splitlines()[-1] == "brought on 11月20日(金)"


def test_a_card_that_somebody_else_brought_says_who(shown: Shown, people: dict[str, int], database: Database) -> None:
    code = _sent(database, people["late"])
    with database.write() as session:
        redeem_code(session, code, customer_id=people["once"], now=NOW, today=TODAY, by_another=True)
    page = shown(customer_id=people["late"])
    assert page.detail.sent.list.rows()[0].side_detail == "brought on 11月20日(金) by 佐藤 花子"


def test_post_that_came_back_says_so_at_the_piece_and_on_the_timeline(shown: Shown, people: dict[str, int], database: Database) -> None:
    code = _sent(database, people["late"])
    with database.write() as session:
        record_returned(session, [code], note="", now=NOW, today=TODAY)
    page = shown(customer_id=people["late"])
    (row,) = page.detail.sent.list.rows()
    assert (row.icon, row.side_detail) == ("mail-x", "post came back on 11月20日(金)")
    kinds = {item.key[0]: item for item in page.detail.timeline.list.items() if isinstance(item.key, tuple)}
    assert kinds[TimelineKind.PRINT.value].detail.splitlines()[-1] == "post came back on 11月20日(金)"


def test_who_shares_a_piece_reads_that_it_went_to_the_household(shown: Shown, people: dict[str, int], database: Database) -> None:
    _sent(database, people["late"])
    with database.write() as session:
        piece = session.scalars(select(PrintPiece)).one()
        session.add(PrintPieceJoint(piece_id=piece.id, customer_id=people["once"]))
    page = shown(customer_id=people["once"])
    (row,) = page.detail.sent.list.rows()
    assert row.detail.endswith(" · to the household")


@pytest.mark.parametrize("size", [(1366, 768), (1080, 600)])
def test_who_came_through_the_customer_is_named_with_what_they_brought(
    shown: Shown, people: dict[str, int], database: Database, navigation: NavigationSpy, size: tuple[int, int]
) -> None:
    with database.write() as session:
        note_referral(session, referral_code_of(session, people["late"]), people["once"], now=NOW, today=TODAY)
        note_referral(session, referral_code_of(session, people["once"]), people["fresh"], now=NOW, today=TODAY)
        code = referral_code_of(session, people["late"])
    page = shown(*size, customer_id=people["late"])
    page.detail.open_tab("record")
    part = page.detail.record.referrals
    assert part.code.text() == f"Code {written(code)}"
    assert part.summary.text() == "Introduced: 1名 · gross margin ¥3,000\nThrough them: 1名 · gross margin ¥3,000"
    assert [(row.title, row.side) for row in part.people.rows()] == [("佐藤 花子 様", "¥3,000"), ("髙橋 恵 様", "¥3,000")]
    assert part.people.rows()[1].detail.startswith("through 佐藤 花子")
    assert clipped(part) == []

    part.people.select_key(people["fresh"])
    QTest.keyClick(part.people, Qt.Key.Key_Return)
    assert navigation.shown == [("customers", {"customer_id": people["fresh"]})]


def test_who_brought_nobody_yet_has_a_code_all_the_same(shown: Shown, people: dict[str, int]) -> None:
    page = shown(customer_id=people["never"])
    page.detail.open_tab("record")
    part = page.detail.record.referrals
    assert part.code.text().startswith("Code R")
    assert part.summary.text() == "Nobody was introduced yet."
    assert not part.people.isVisible()
