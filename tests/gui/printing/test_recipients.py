"""The people of a run in one list, and the fields beside it, in every room they may have."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.domain.print_kinds import WORKSPACE, WorkKind
from app.models.database import Database
from app.models.records import PrintPiece, PrintRun
from app.views.printing.kinds import GOING_WITH
from app.views.printing.page import PrintingPage
from app.views.theme import Theme
from app.views.widgets.row_list import RowContent
from tests.fakes import NavigationSpy
from tests.gui.printing.conftest import Shown, Viewer, choose


def ticks(rows: list[RowContent]) -> dict[object, bool | None]:
    return {row.key: row.checked for row in rows}


def tick(page: PrintingPage, key: int) -> None:
    page.recipients.people.select_key(key)
    QTest.keyClick(page.recipients.people, Qt.Key.Key_Space)


def run_of(shown: Shown, people: dict[str, int]) -> PrintingPage:
    return shown(customer_ids=list(people.values()))


def test_the_headings_say_how_many_are_printed_and_agree_with_the_button(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    assert page.recipients.headings() == ["Please check: 3", "Ready to print: 2"]
    tick(page, people["otsuka"])
    assert page.recipients.headings() == ["Please check: 3 (1 to print)", "Ready to print: 2"]
    assert page.print_button.label() == "Print 3 card(s)"
    tick(page, people["shimizu"])
    assert page.recipients.headings() == ["Please check: 3 (1 to print)", "Ready to print: 1 (1 left out)"]
    assert page.print_button.label() == "Print 2 card(s)"


def test_the_arrows_go_from_those_to_look_at_to_those_that_are_printed(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    rows = page.recipients.people
    rows.select_key(people["hara"])
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current_key() == people["watanabe"]
    assert "1 / 2" in page.desk.name.text()
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert ticks(page.recipients.ready())[people["watanabe"]] is False
    QTest.keyClick(rows, Qt.Key.Key_Up)
    assert rows.current_key() == people["hara"]


def test_a_person_is_opened_with_enter(shown: Shown, people: dict[str, int], navigation: NavigationSpy) -> None:
    page = run_of(shown, people)
    page.recipients.people.select_key(people["otsuka"])
    QTest.keyClick(page.recipients.people, Qt.Key.Key_Return)
    assert navigation.shown == [("customers", {"customer_id": people["otsuka"]})]


def test_the_order_is_chosen_from_a_menu(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    by_reading = next(entry for entry in page.recipients.order_menu.actions() if entry.text() == "By reading")
    by_reading.trigger()
    assert [row.key for row in page.recipients.ready()] == [people["shimizu"], people["watanabe"]]
    assert by_reading.isChecked() and "By reading" in page.recipients.order.accessibleName()


def test_the_next_run_is_shown_though_the_entries_of_the_menu_went(shown: Shown, people: dict[str, int]) -> None:
    page = run_of(shown, people)
    page.recipients.order_menu.clear()
    page.open_with(customer_ids=[people["watanabe"]], title="")
    assert [row.key for row in page.recipients.ready()] == [people["watanabe"]]
    assert sum(entry.isChecked() for entry in page.recipients.order_menu.actions()) == 1


@pytest.mark.parametrize(("height", "percent", "rows"), [(768, 100, 6), (614, 100, 4), (768, 150, 3)])
def test_so_many_people_are_seen_at_a_time(
    shown: Shown, ids: list[int], people: dict[str, int], theme: Theme, height: int, percent: int, rows: int
) -> None:
    theme.set_text_percent(percent)
    page = shown(width=1162, height=height, customer_ids=[*people.values(), *ids])
    seen = page.recipients.people
    assert seen.viewport().height() >= rows * theme.row_height(44)


@pytest.mark.parametrize(("width", "height", "percent"), [(1162, 768, 100), (1029, 614, 100), (1250, 768, 150)])
def test_no_field_is_cut_where_a_tab_has_to_scroll(
    shown: Shown, people: dict[str, int], theme: Theme, width: int, height: int, percent: int
) -> None:
    theme.set_text_percent(percent)
    page = shown(width=width, height=height, customer_ids=list(people.values()))
    page.tabs.set_current("design")
    card = page.settings_card
    parts = {"text": card.text, "offer": card.offer, "address": card.address, "paper": card.paper}
    for kind in WORKSPACE:
        page.kinds.button(kind).click()  # type: ignore[attr-defined]
        for place, (key, part) in enumerate(parts.items()):
            if card.pages.tabs.isTabVisible(place):
                card.pages.set_current(key)
                assert part.minimumSizeHint().width() <= part.width(), (kind, key)


def test_the_address_sides_of_postcards_are_printed_for_their_run(
    shown: Shown, people: dict[str, int], database: Database, viewer: Viewer
) -> None:
    page = shown(customer_ids=[people["shimizu"], people["watanabe"]])
    choose(page.settings_card.paper.side, "Message side only")
    page.trigger_primary()
    with database.read() as session:
        (cards,) = session.scalars(select(PrintRun.id))
    page.open_with(for_run=cards)
    assert page.kinds.current() is WorkKind.CARD
    assert [page.kinds.button(kind).isVisible() for kind in WORKSPACE] == [kind in GOING_WITH for kind in WORKSPACE]
    # The cards, not their other sides, bear the postage.
    assert page.recipients.amounts_text().endswith("Total ¥20")
    assert not page.settings_card.paper.side_field.isVisibleTo(page.settings_card.paper)
    page.trigger_primary()
    with database.read() as session:
        addresses = session.get_one(PrintRun, cards + 1)
        assert addresses.recipe["follows"] == cards and addresses.cost == 20
        pieces = session.scalars(select(PrintPiece).where(PrintPiece.run_id == addresses.id).order_by(PrintPiece.position))
        assert [piece.customer_id for piece in pieces] == [people["shimizu"], people["watanabe"]]
    (page_size,) = {tuple(one.mediabox[2:]) for one in PdfReader(io.BytesIO(viewer.documents[-1])).pages}
    assert (round(float(page_size[0]) / 72 * 25.4), round(float(page_size[1]) / 72 * 25.4)) == (100, 148)
    page.open_with(customer_ids=[people["otsuka"]])
    assert page.settings_card.paper.side_field.isVisibleTo(page.settings_card.paper)
    assert page.settings_card.template() is not None


def test_where_the_window_is_low_one_question_stands_at_a_time(shown: Shown, people: dict[str, int], viewer: Viewer) -> None:
    page = shown(height=614, customer_ids=[people["watanabe"]])
    page.trigger_primary()
    page.open_with(customer_ids=[people["shimizu"]])
    page.trigger_primary()
    latest, other = page.came_out.bars()
    assert latest.isVisible() and not other.isVisible()
    latest.all_out.click()
    assert other.isVisible()
