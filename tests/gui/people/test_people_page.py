"""The names behind a figure: who they are, and what can be done for exactly them."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.figure_people import NotContacted
from app.domain.figures import DueAgainSoon, PointHolders, PointsLapsing, ReachOut
from app.domain.periods import Period
from app.domain.products import ProductFields
from app.domain.purchases import LineFields
from app.itemmodels.customer_list import CustomerListModel
from app.jobs.job import JobControl
from app.models.database import Database
from app.models.records import ExportLog
from app.services.openings import Opening, open_points
from app.services.points import adjust_points
from app.services.products import add_product
from app.views.people.export import write_list
from app.views.people.page import PeoplePage
from app.views.widgets.buttons import OkaeriButton
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.row_list import RowContent, RowList
from tests.factories import NOW, TODAY, add_customer, add_purchase
from tests.fakes import NavigationSpy


@pytest.fixture
def regulars(context: AppContext) -> list[int]:
    """Two who came every ten days and stopped, and one who still comes."""

    def op(session: Session, _control: JobControl) -> list[int]:
        ids = []
        for name, kana, last in (("吉田 和子", "よしだ かずこ", 40), ("青木 健", "あおき けん", 40), ("森田 幸子", "もりた さちこ", 2)):
            ids.append(add_customer(session, name, kana=kana))
            for n in range(5):
                add_purchase(session, ids[-1], TODAY - timedelta(days=last + 10 * n))
        return ids

    made: list[list[int]] = []
    context.tasks.command(op, made.append, owner=context.settings)
    return made[0]


def shown(qtbot: QtBot, context: AppContext, **arguments: object) -> PeoplePage:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.open_with(**arguments)
    page.resize(1100, 700)
    page.show()
    return page


def rows_of(page: PeoplePage) -> list[str]:
    return [row.title for row in contents_of(page)]


def details_of(page: PeoplePage) -> list[str]:
    return [row.detail for row in contents_of(page)]


def contents_of(page: PeoplePage) -> list[RowContent]:
    found = page.findChild(RowList)
    assert found is not None
    model = found.model()
    assert isinstance(model, CustomerListModel)
    for place in range(model.rowCount()):
        model.row_at(place)
    return [found.content(model.index(place)) for place in range(model.rowCount())]


def test_a_figure_opens_the_names_in_kana_order(qtbot: QtBot, context: AppContext, regulars: list[int]) -> None:
    page = shown(qtbot, context, spec=ReachOut(TODAY), title="Reach out")
    qtbot.waitUntil(lambda: rows_of(page) == ["青木 健", "吉田 和子"])


def test_cards_are_printed_for_exactly_these_people(
    qtbot: QtBot, context: AppContext, regulars: list[int], navigation: NavigationSpy
) -> None:
    page = shown(qtbot, context, spec=ReachOut(TODAY), title="Reach out")
    button = next(b for b in page.findChildren(OkaeriButton) if b.label() == "Print thank-you cards")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    name, arguments = navigation.shown[-1]
    assert (name, sorted(arguments["customer_ids"])) == ("printing", sorted(regulars[:2]))


def test_a_campaign_is_begun_for_exactly_these(qtbot: QtBot, context: AppContext, regulars: list[int], navigation: NavigationSpy) -> None:
    page = shown(qtbot, context, spec=ReachOut(TODAY), title="Reach out")
    qtbot.mouseClick(page.measure, Qt.MouseButton.LeftButton)
    name, arguments = navigation.shown[-1]
    assert (name, sorted(arguments["customer_ids"]), arguments["title"]) == ("measures", sorted(regulars[:2]), "Reach out")


def test_enter_opens_the_customer(qtbot: QtBot, context: AppContext, regulars: list[int], navigation: NavigationSpy) -> None:
    page = shown(qtbot, context, customer_ids=[regulars[0]])
    rows = page.findChild(RowList)
    assert rows is not None
    rows.select_key(regulars[0])
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert navigation.shown[-1] == ("customers", {"customer_id": regulars[0]})


def test_nobody_is_said_in_words_and_nothing_can_be_pressed(qtbot: QtBot, context: AppContext) -> None:
    page = shown(qtbot, context, spec=ReachOut(TODAY))
    empty = page.findChild(EmptyState)
    assert empty is not None and empty.isVisible()
    assert not any(b.isEnabled() for b in page.findChildren(OkaeriButton) if b.label() == "Print thank-you cards")


def test_a_saved_list_is_logged_and_holds_these_people(
    qtbot: QtBot, context: AppContext, regulars: list[int], tmp_path: Path, database: Database
) -> None:
    page = shown(qtbot, context, customer_ids=regulars[:2])
    path = tmp_path / "名簿.csv"
    write_list(page, context, path, regulars[:2])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 3
    with database.read() as session:
        assert session.scalars(select(ExportLog.rows)).all() == [2]


def test_who_needs_something_again_is_listed_with_what_and_when(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        add_product(session, ProductFields("シャンプー", reuse_days=30), now=NOW)
        add_product(session, ProductFields("オイル", reuse_days=20), now=NOW)
        late, soon, both = (add_customer(session, name, kana=name) for name in ("かとう", "うえだ", "あおき"))
        for customer, name, ago in ((late, "シャンプー", 40), (soon, "シャンプー", 20), (both, "シャンプー", 25), (both, "オイル", 22)):
            line = LineFields(name, unit_price=1_000, amount=1_000)
            add_purchase(session, customer, TODAY - timedelta(days=ago), lines=(line,))
    page = shown(qtbot, context, spec=DueAgainSoon(TODAY, 14), title="Due again")
    qtbot.waitUntil(lambda: rows_of(page) == ["かとう", "あおき", "うえだ"])
    said = details_of(page)
    assert said == [
        "シャンプー: was due about 10 Nov 2026",
        "オイル: was due about 18 Nov 2026 · Next シャンプー: about 25 Nov 2026",
        "Next シャンプー: about 30 Nov 2026",
    ]


def test_whose_points_lapse_is_listed_with_how_many_and_when(
    qtbot: QtBot, context: AppContext, navigation: NavigationSpy, database: Database
) -> None:
    first, second = date(2026, 11, 30), date(2026, 12, 31)
    with database.write() as session:
        few, many, later = (add_customer(session, name, kana=name) for name in ("あおき", "うえだ", "かとう"))
        openings = (Opening(few, 10, first), Opening(many, 30, second), Opening(many, 20, first), Opening(later, 500, date(2027, 1, 1)))
        open_points(session, openings, import_id=None, now=NOW, today=TODAY)
    page = shown(qtbot, context, spec=PointsLapsing(Period(TODAY, second + timedelta(days=1))), title="Lapse")
    qtbot.waitUntil(lambda: rows_of(page) == ["うえだ", "あおき"])
    assert details_of(page) == [
        "50 points lapse, the first of them count up to and including 30 Nov 2026",
        "10 points lapse, the first of them count up to and including 30 Nov 2026",
    ]
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert navigation.shown == [("go_back", {})]


def test_who_has_points_is_listed_with_how_many(qtbot: QtBot, context: AppContext, database: Database) -> None:
    with database.write() as session:
        few, many, none = (add_customer(session, name, kana=name) for name in ("あおき", "うえだ", "かとう"))
        openings = (Opening(few, 10), Opening(many, 1_200), Opening(none, 5))
        open_points(session, openings, import_id=None, now=NOW, today=TODAY)
        adjust_points(session, none, -5, "Wrong", now=NOW, today=TODAY)
    page = shown(qtbot, context, spec=PointHolders(TODAY), title="Points")
    qtbot.waitUntil(lambda: rows_of(page) == ["うえだ", "あおき"])
    assert details_of(page) == ["Points: 1,200", "Points: 10"]


def test_a_long_title_gives_way_to_what_can_be_done(qtbot: QtBot, context: AppContext, regulars: list[int]) -> None:
    page = shown(qtbot, context, spec=ReachOut(TODAY), title="Customers whose points are about to lapse within the next weeks " * 2)
    qtbot.waitUntil(lambda: rows_of(page) != [])
    assert page.minimumSizeHint().width() < 1000
    for button in page.findChildren(OkaeriButton):
        assert not button.isVisible() or button.width() >= button.minimumSizeHint().width()


def test_those_nobody_was_in_touch_with_begin_with_the_longest_ago(qtbot: QtBot, context: AppContext, regulars: list[int]) -> None:
    """All three came within 90 days; a fourth did not, a fifth never did."""

    def op(session: Session, _control: JobControl) -> None:
        add_purchase(session, add_customer(session, "千葉 三", joined_on=date(2025, 1, 1)), date(2026, 5, 3))
        add_customer(session, "土井 四", joined_on=date(2025, 1, 1))

    context.tasks.command(op, None, owner=context.settings)
    page = shown(qtbot, context, spec=NotContacted(TODAY, 90), title="Not contacted lately")
    qtbot.waitUntil(lambda: rows_of(page) == ["土井 四", "千葉 三"])
    assert details_of(page) == ["Never in touch so far", "Last in touch: 3 May 2026"]
