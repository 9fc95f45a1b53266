"""While a shop is open its keeper sees a new day and what other processes write, and says once when the file is away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from app.bootstrap.banners import ShopNotices
from app.bootstrap.keeper import PAUSE_MILLISECONDS, POLL_MILLISECONDS, Keeper
from app.context import AppContext
from app.domain.entities import EVERYTHING, Entity
from app.models.database import Database
from app.models.points import PointLot
from app.models.shop import Shop, Staff, SummaryState
from app.queries.points import standing
from app.services.openings import Opening, open_points
from app.views.main_window import MainWindow
from app.views.widgets.banner import Banner
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import FixedClock, MessageSpy


@pytest.fixture
def keeper(context: AppContext, database: Database) -> Iterator[Keeper]:
    keeper = Keeper(context, database)
    yield keeper
    keeper.stop()


@pytest.fixture
def told(context: AppContext) -> list[frozenset[Entity]]:
    heard: list[frozenset[Entity]] = []
    context.tasks.data_changed.connect(lambda changed, _initiator: heard.append(changed))
    return heard


def second_passes(keeper: Keeper) -> QTimer:
    timer = next(t for t in keeper.findChildren(QTimer) if t.interval() in (POLL_MILLISECONDS, PAUSE_MILLISECONDS))
    timer.timeout.emit()
    return timer


def summaries_of(database: Database) -> object:
    with database.read() as session:
        return session.scalars(select(SummaryState.as_of)).one()


def test_midnight_brings_the_tables_to_the_new_day_and_every_page_asks_again(
    keeper: Keeper, database: Database, clock: FixedClock, told: list[frozenset[Entity]]
) -> None:
    second_passes(keeper)
    assert told == []
    clock.advance(1)
    second_passes(keeper)
    assert summaries_of(database) == TODAY + timedelta(days=1)
    assert EVERYTHING in told
    told.clear()
    second_passes(keeper)
    assert told == []


def test_what_another_process_wrote_is_announced(keeper: Keeper, database: Database, told: list[frozenset[Entity]]) -> None:
    second_passes(keeper)
    assert database.path is not None
    other = Database.of_file(database.path)
    with other.write() as session:
        session.add(Staff(name="佐々木"))
    other.close()
    second_passes(keeper)
    assert told == [EVERYTHING]


def test_a_file_that_is_away_is_said_once_and_found_again(keeper: Keeper, database: Database, messages: MessageSpy) -> None:
    assert database.path is not None
    second_passes(keeper)
    database.close()
    away = database.path.with_name("away.db")
    database.path.rename(away)
    for _ in range(3):
        timer = second_passes(keeper)
    assert len(messages.errors) == 1
    assert timer.interval() == PAUSE_MILLISECONDS
    away.rename(database.path)
    assert second_passes(keeper).interval() == POLL_MILLISECONDS
    assert len(messages.errors) == 1


def test_points_lapse_at_midnight_and_once(keeper: Keeper, database: Database, clock: FixedClock) -> None:
    with database.write() as session:
        add_customer(session)
        open_points(session, [Opening(1, 300, TODAY), Opening(1, 40)], import_id=None, now=NOW, today=TODAY)
    keeper.tidy()
    with database.read() as session:
        assert standing(session, 1, TODAY).balance == 340
    clock.advance(1)
    for _ in range(3):
        second_passes(keeper)
    with database.read() as session:
        lots = session.scalars(select(PointLot).order_by(PointLot.id)).all()
        assert [lot.left for lot in lots] == [0, 40]


def test_points_that_do_not_add_up_are_said_at_the_start(keeper: Keeper, database: Database) -> None:
    heard: list[list[str]] = []
    keeper.ledger_wrong.connect(heard.append)
    with database.write() as session:
        add_customer(session)
        open_points(session, [Opening(1, 300)], import_id=None, now=NOW, today=TODAY)
    keeper.tidy()
    assert heard == []
    with database.write() as session:
        session.execute(update(PointLot).values(left=299))
    keeper.tidy()
    assert heard == [["lot 1: 299 left, entries say 300"]]


def test_the_notice_about_points_outlasts_the_one_about_backups(
    qtbot: QtBot, keeper: Keeper, context: AppContext, database: Database
) -> None:
    window = MainWindow("Okaeri")
    qtbot.addWidget(window)
    window.start(context)
    with qtbot.waitExposed(window):
        window.show()
    window.show_page("today")
    pressed: list[str] = []
    notices = ShopNotices(window, keeper, lambda: pressed.append("back up"))

    def said() -> list[str]:
        return [banner.accessibleName() for banner in window.findChildren(Banner) if banner.isVisible()]

    notices.look_at(None)
    qtbot.waitUntil(lambda: len(said()) == 1 and "No backup for over a week" in said()[0])
    keeper.ledger_wrong.emit(["lot 1: 299 left, entries say 300"])
    notices.look_at(None)
    qtbot.waitUntil(lambda: len(said()) == 1 and "The points do not add up" in said()[0])
    next(banner for banner in window.findChildren(Banner) if banner.isVisible()).action_clicked.emit()
    assert window.current_page is not None and window.current_page.name == "settings"
    assert pressed == []


def test_a_shop_begun_this_week_is_not_told_off_for_having_no_backup(keeper: Keeper, database: Database, clock: FixedClock) -> None:
    found: list[bool] = []
    keeper.latest_known.connect(lambda latest: found.append(keeper.is_stale(latest)))
    with database.write() as session:
        session.execute(update(Shop).values(created_at=clock.now() - timedelta(minutes=1)))
    keeper.look()
    clock.advance(8)
    keeper.look()
    assert found == [False, True]
