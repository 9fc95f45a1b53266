"""The numbers in the sidebar follow what is stored."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from importlib import import_module

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.entities import Entity
from app.jobs.job import JobControl
from app.models.customer import Customer
from app.models.database import Database
from app.views.navigation import NavigationButton, NavigationEntry, Sidebar
from app.views.pages.badges import BADGES, Badge, BadgeCounts
from app.views.pages.registry import AREAS
from tests.factories import add_customer, add_staff
from tests.fakes import TODAY

ASKED: list[tuple[datetime, date]] = []


def how_many(session: Session, now: datetime, today: date) -> int:
    ASKED.append((now, today))
    return session.scalars(select(func.count(Customer.id))).one()


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar([NavigationEntry("today", "Today", "sun"), NavigationEntry("customers", "Customers", "users")], "Okaeri")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def counts(context: AppContext, sidebar: Sidebar) -> BadgeCounts:
    ASKED.clear()
    made = BadgeCounts(context, [Badge("customers", frozenset({Entity.CUSTOMER}), f"{__name__}:how_many")])
    made.counted.connect(sidebar.set_badge)
    return made


def shown(sidebar: Sidebar) -> list[int]:
    return [button.count() for button in sidebar.findChildren(NavigationButton)]


def add(session: Session, _control: JobControl) -> None:
    add_customer(session)


def add_member(session: Session, _control: JobControl) -> None:
    add_staff(session)


def test_a_number_stands_at_its_area_and_is_said(counts: BadgeCounts, sidebar: Sidebar, context: AppContext) -> None:
    context.tasks.command(add, None, owner=counts)
    assert shown(sidebar) == [0, 1]
    button = sidebar.findChildren(NavigationButton)[1]
    assert button.accessibleName() == "Customers, 1 waiting"
    sidebar.set_badge("customers", 0)
    assert button.accessibleName() == "Customers"


def test_it_is_counted_anew_only_when_what_it_counts_has_changed(counts: BadgeCounts, sidebar: Sidebar, context: AppContext) -> None:
    counts.count()
    assert len(ASKED) == 1 and ASKED[0][1] == TODAY
    context.tasks.command(add_member, None, owner=counts)
    assert len(ASKED) == 1
    for _ in range(2):
        context.tasks.command(add, None, owner=counts)
    assert shown(sidebar) == [0, 2]


def test_a_number_takes_room_of_the_picture_in_both_widths(counts: BadgeCounts, sidebar: Sidebar) -> None:
    for is_rail in (False, True):
        sidebar.set_rail(is_rail)
        button = sidebar.findChildren(NavigationButton)[1]
        sidebar.set_badge("customers", 0)
        before = button.grab().toImage()
        sidebar.set_badge("customers", 120)
        assert button.grab().toImage() != before


def test_a_file_that_cannot_be_read_is_no_matter_of_the_sidebar(
    counts: BadgeCounts, sidebar: Sidebar, context: AppContext, database: Database
) -> None:
    failed: list[Exception] = []
    context.tasks.failed.connect(lambda _job, error: failed.append(error))
    context.tasks.open(None)
    counts.count()
    assert failed == [] and shown(sidebar) == [0, 0]
    context.tasks.open(database)
    context.tasks.command(partial(add), None, owner=counts)
    assert shown(sidebar) == [0, 1]


def test_every_badge_belongs_to_an_area_of_the_sidebar_and_can_be_counted(database: Database, context: AppContext) -> None:
    in_sidebar = {area.name for area in AREAS if area.in_sidebar}
    with database.read() as session:
        for badge in BADGES:
            assert badge.area in in_sidebar and badge.shows
            module, _, name = badge.count.partition(":")
            assert getattr(import_module(module), name)(session, context.clock.now(), TODAY) == 0
