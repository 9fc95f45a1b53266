"""What cannot be is said where it is typed, before the next step; steps one has been at stay open."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.context import AppContext
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePeopleChanged, MeasureState
from app.models.customer import Customer
from app.models.database import Database
from app.queries.measures import measures, people_of
from app.views.measures.wizard import COST, GO, HELD, WHAT, WHOM, Wizard
from tests.factories import TODAY
from tests.fakes import MessageSpy
from tests.gui.measures.shown import page_shown, recipe


@pytest.fixture
def wizard(context: AppContext, qtbot: QtBot, people: list[int]) -> Wizard:
    assert people
    return recipe(page_shown(context, qtbot), qtbot)


def test_points_that_are_missing_are_said_at_once_and_hold_the_next_step(wizard: Wizard, qtbot: QtBot) -> None:
    wizard.show_step(WHAT)
    wizard.what.channels.changed.emit(MeasureChannel.POINTS)
    wizard.next.click()
    assert wizard.step == WHAT
    assert wizard.what.points_field.error() == "Please enter how many points each of them gets, 1 or more."
    assert wizard.what.points.hasFocus()
    qtbot.keyClicks(wizard.what.points, "300")
    assert not wizard.what.points_field.has_error
    wizard.next.click()
    assert wizard.step == COST
    assert "Points 300" in wizard.sentences()


@pytest.mark.parametrize("typed", ["", "0"])
def test_points_taken_away_again_hold_the_start(wizard: Wizard, qtbot: QtBot, typed: str) -> None:
    wizard.desk.change(channel=MeasureChannel.POINTS, points=300)
    wizard.show_step(WHAT)
    wizard.what.points.setFocus()
    wizard.what.points.selectAll()
    wizard.what.points.del_()
    wizard.what.points.textEdited.emit("")
    qtbot.keyClicks(wizard.what.points, typed)
    assert wizard.what.points_field.has_error
    assert wizard.desk.plan.points == 0
    wizard.show_step(GO)
    wizard.next.click()
    assert wizard.step == WHAT and wizard.what.points_field.has_error


def test_more_held_back_than_there_are_is_refused_beside_the_field(wizard: Wizard, qtbot: QtBot) -> None:
    number, before = wizard.held.number, wizard.desk.held
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "50")
    assert wizard.held.number_wrong.text() == "Please enter 0 to 10: somebody must get it."
    wizard.next.click()
    assert wizard.step == HELD and number.hasFocus()
    # The 5 of 50 was a number that can be.
    assert before and wizard.desk.held == 5
    number.selectAll()
    qtbot.keyClicks(number, "3")
    assert not wizard.held.number_wrong.isVisible() and wizard.desk.held == 3


def test_steps_one_has_been_at_stay_open_after_going_back(wizard: Wizard) -> None:
    wizard.show_step(COST)
    wizard.show_step(WHOM)
    assert [wizard.steps.button(place).state for place in range(5)] == ["now", "done", "done", "done", "later"]
    wizard.steps.button(COST).click()
    assert wizard.step == COST


def test_the_bar_is_parted_as_the_people_are(wizard: Wizard) -> None:
    bar = wizard.summary.bar
    bar.resize(202, 30)
    bar.show_split(25, 75)
    assert [part.width() for part in bar.parts()] == [50, 150]
    bar.show_split(1, 9999)
    assert bar.parts()[0].width() == 2
    bar.show_split(10, 0)
    assert [part.width() for part in bar.parts()] == [202]


def test_an_event_needs_its_day_before_it_starts(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot, MeasureKind.EVENT)
    assert people
    wizard.show_step(GO)
    assert not wizard.next.isEnabled() and wizard.go.event_box.has_error
    wizard.go.event_on.set_value(TODAY)
    wizard.go.event_on.value_changed.emit()
    assert wizard.next.isEnabled() and not wizard.go.event_box.has_error


def test_those_shown_are_those_it_is_started_for(context: AppContext, qtbot: QtBot, database: Database, people: list[int]) -> None:
    with database.write() as session:
        session.execute(update(Customer).where(Customer.id == people[3]).values(mourning_until=TODAY))
    wizard = recipe(page_shown(context, qtbot), qtbot, MeasureKind.EVENT)
    wizard.go.event_on.set_value(TODAY)
    wizard.go.event_on.value_changed.emit()
    audience = wizard.desk.audience
    assert audience is not None
    shown = {person.customer_id for person in audience.people}
    wizard.show_step(GO)
    wizard.next.click()
    with database.read() as session:
        (row,) = measures(session, TODAY)
        assert row.state is MeasureState.STARTED and set(people_of(session, row.id)) == shown


def test_others_than_were_shown_are_asked_about_before_it_starts(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], messages: MessageSpy
) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    wizard.show_step(GO)
    with database.write() as session:
        session.execute(update(Customer).where(Customer.id == people[3]).values(bad_address=True))
    before = wizard.desk.people
    wizard.next.click()
    (error,) = messages.errors
    assert isinstance(error, MeasurePeopleChanged)
    with database.read() as session:
        assert all(row.state is MeasureState.DRAFT for row in measures(session, TODAY))
    assert wizard.desk.people == before - 1
    wizard.next.click()
    with database.read() as session:
        assert people[3] not in people_of(session, measures(session, TODAY)[0].id)
