"""Points about to lapse: whose, and what is done for exactly those people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.context import AppContext
from app.domain.figures import PointsLapsing
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.periods import Period
from app.domain.print_runs import Greeting
from app.models.counter import FollowUp
from app.models.database import Database
from app.queries.customers import customer_card
from app.services.customers import archive_customer, edit_customer
from app.services.follow_ups import add_follow_up
from app.services.openings import Opening, open_points
from app.views.follow_ups.panel import FollowUpPanel
from app.views.points.lapse_card import LapseCard
from app.views.widgets.buttons import LinkButton
from app.views.widgets.labels import Text
from tests.factories import NOW, TODAY, add_customer
from tests.fakes import NavigationSpy
from tests.gui.points.shown import LEFT, panel_of, press, save
from tests.gui.widgets.audit import clipped

YEAR_END = date(2026, 12, 31)


@pytest.fixture
def people(database: Database) -> list[int]:
    """Six lose points at the end of the year, 10 for the first to 60 for the last, who has 100 more; the seventh loses none."""
    with database.write() as session:
        found = [add_customer(session, f"佐藤 {number}") for number in range(1, 8)]
        openings = [Opening(number, 10 * number, YEAR_END) for number in found[:6]]
        open_points(session, [*openings, Opening(6, 100), Opening(7, 500)], import_id=None, now=NOW, today=TODAY)
        add_follow_up(session, 6, FollowUpFields(TODAY + timedelta(days=5), FollowUpKind.CALL), now=NOW, today=TODAY)
        add_follow_up(session, 5, FollowUpFields(TODAY + timedelta(days=6), FollowUpKind.OTHER), now=NOW, today=TODAY)
    return found[:6]


@pytest.fixture
def card(qtbot: QtBot, context: AppContext) -> LapseCard:
    card = LapseCard(context)
    qtbot.addWidget(card)
    card.resize(550, 260)
    card.show()
    return card


def words(card: LapseCard) -> list[str]:
    return [label.text() for label in card.findChildren(Text) if label.isVisible() and label.text()]


def test_most_points_first_with_the_balance_and_what_is_planned(people: list[int], card: LapseCard) -> None:
    names = [button.label() for button in card.findChildren(LinkButton) if button.label().startswith("佐藤")]
    assert [name[:4] for name in names] == ["佐藤 6", "佐藤 5", "佐藤 4", "佐藤 3"]
    said = words(card)
    assert card.note_label.text() == "up to 31 Dec"
    assert said[-12:-6] == ["60", "160", "Call 25 Nov", "50", "50", "planned for 26 Nov"]
    assert said[-3:] == ["30", "30", "nothing planned"]
    assert clipped(card) == []


def test_everybody_behind_the_list(qtbot: QtBot, people: list[int], card: LapseCard, navigation: NavigationSpy) -> None:
    press(qtbot, card, "See 6 customers")
    page, arguments = navigation.shown[-1]
    assert (page, arguments["spec"]) == ("people", PointsLapsing(Period(TODAY, date(2027, 1, 1)), within_reach=True))


def test_cards_are_made_for_exactly_those(qtbot: QtBot, people: list[int], card: LapseCard, navigation: NavigationSpy) -> None:
    press(qtbot, card, "Make cards for 6 customers")
    page, arguments = navigation.shown[-1]
    assert (page, arguments["greeting"], sorted(arguments["customer_ids"])) == ("printing", Greeting.LAPSE, people)


def test_follow_ups_are_planned_for_exactly_those(qtbot: QtBot, people: list[int], card: LapseCard, database: Database) -> None:
    press(qtbot, card, "Plan follow-ups")
    panel = panel_of(card.window(), FollowUpPanel)
    panel.day.set_value(TODAY + timedelta(days=1))
    save(qtbot, panel)
    with database.read() as session:
        made = session.scalars(select(FollowUp.customer_id).where(FollowUp.source == FollowUpSource.POINTS)).all()
    assert sorted(made) == people


@pytest.mark.parametrize(
    ("quiet", "gone", "said"),
    [
        ((), (), ""),
        ((), (1, 2), "Left out: 2 customer(s) archived or gone"),
        ((3,), (), "Left out: 1 customer(s) not to be contacted"),
        ((3,), (1, 2), "Left out: 2 customers archived or gone, 1 customer not to be contacted"),
    ],
)
def test_how_many_are_left_out_is_said(
    qtbot: QtBot, context: AppContext, people: list[int], database: Database, quiet: tuple[int, ...], gone: tuple[int, ...], said: str
) -> None:
    with database.write() as session:
        for number in gone:
            archive_customer(session, number, now=NOW)
        for number in quiet:
            edit_customer(session, number, replace(customer_card(session, number).fields, do_not_contact=True), now=NOW)
    card = LapseCard(context)
    qtbot.addWidget(card)
    card.show()
    assert card.left_out.text() == said if said else not card.left_out.isVisible()
    assert card.cards.label() == f"Make cards for {6 - len(quiet) - len(gone)} customers"


def test_a_name_opens_the_points_of_the_customer(qtbot: QtBot, people: list[int], card: LapseCard, navigation: NavigationSpy) -> None:
    name = next(button for button in card.findChildren(LinkButton) if button.label().startswith("佐藤 6"))
    qtbot.mouseClick(name, LEFT)
    assert navigation.shown[-1] == ("customers", {"customer_id": 6, "tab": "points"})


def test_a_shop_whose_points_stay_has_nobody_to_tell(card: LapseCard) -> None:
    assert words(card)[-1] == "No points have a last valid day."
    assert not card.cards.isVisible() and not card.plan.isVisible()
