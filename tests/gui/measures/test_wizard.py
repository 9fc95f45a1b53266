"""From a recipe to a started campaign: what each step changes is shown at once, kept by itself, and frozen at the start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.context import AppContext
from app.domain.follow_ups import FollowUpKind
from app.domain.measure_audience import AudienceFigure, LeftOutReason
from app.domain.measures import Arm, Audience, MeasureChannel, MeasureKind, MeasureRow, MeasureState
from app.domain.offers import Offer, OfferKind
from app.domain.print_kinds import WorkKind
from app.models.customer import Customer
from app.models.database import Database
from app.queries.follow_ups import open_follow_ups
from app.queries.measures import measures, people_of
from app.services.measures import delete_measure
from app.views.measures.step_held import HALF, NONE, QUARTER
from app.views.measures.wizard import COST, GO, HELD, WHAT, WHOM
from app.views.widgets.number_field import NumberField
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.measures.shown import away, kept, page_shown, recipe, wizard_of


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_postcard_to_those_long_away_takes_five_presses_from_the_page(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], navigation: NavigationSpy
) -> None:
    page = page_shown(context, qtbot)
    wizard = recipe(page, qtbot)
    assert wizard.step == HELD
    for _ in range(3):
        press(wizard.next)
    assert wizard.step == GO
    press(wizard.next)
    (row,) = [row for row in _all(database) if row.state is MeasureState.STARTED]
    with database.read() as session:
        sent, held = people_of(session, row.id, Arm.SENT), people_of(session, row.id, Arm.HELD)
    assert {*sent, *held} == set(people[1:]) and (len(sent), len(held)) == (6, 5)
    name, arguments = navigation.shown[-1]
    assert name == "printing" and arguments["customer_ids"] == list(sent)
    assert arguments["work"] is WorkKind.CARD and arguments["measure_id"] == row.id
    assert arguments["template"] == kept(database, row.id).plan.card_key != ""


def test_who_is_left_out_is_named_with_the_reason(context: AppContext, qtbot: QtBot, people: list[int], navigation: NavigationSpy) -> None:
    page = page_shown(context, qtbot)
    wizard = recipe(page, qtbot)
    assert wizard.desk.people == 11 and wizard.summary.people.value.text() == "11名"
    press(wizard.previous)
    assert wizard.step == WHOM
    wizard.whom.counts.activated_key.emit(LeftOutReason.REFUSED)
    name, arguments = navigation.shown[-1]
    assert name == "people" and arguments["customer_ids"] == [people[0]]


def test_a_choice_shows_at_once_what_can_be_seen(context: AppContext, qtbot: QtBot, database: Database) -> None:
    with database.write() as session:
        away(session, 161)
    wizard = recipe(page_shown(context, qtbot), qtbot)
    assert (wizard.desk.sent, wizard.desk.held) == (80, 80)
    half = wizard.desk.seen_from().margin
    assert wizard.held.row(HALF).isChecked() and half is not None
    press(wizard.held.row(QUARTER))
    quarter = wizard.desk.seen_from().margin
    assert wizard.desk.held == 40 == wizard.held.curve.state().held and quarter is not None and quarter > half
    assert wizard.summary.effect.value.text().startswith("¥")
    press(wizard.held.row(NONE))
    assert wizard.desk.held == 0 and wizard.desk.plan.held_back == 0
    assert wizard.summary.effect.value.text() == "—" and wizard.summary.effect_words.text()


def test_the_points_of_the_curve_are_moved_by_keys_and_chosen_by_the_mouse(context: AppContext, qtbot: QtBot, database: Database) -> None:
    with database.write() as session:
        away(session, 161)
    wizard = recipe(page_shown(context, qtbot), qtbot)
    curve = wizard.held.curve
    curve.setFocus()
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    assert wizard.desk.held == 79
    qtbot.keyClick(curve, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert wizard.desk.held == 89 and wizard.held.number.value() == 89
    assert not any(wizard.held.row(key).isChecked() for key in (HALF, QUARTER, NONE))
    place = curve.rect().center()
    place.setX(round(curve.x_of(40)) + 3)
    qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=place)
    assert wizard.desk.held == 40 and wizard.held.row(QUARTER).isChecked()


def test_an_own_number_can_be_typed(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    number = wizard.held.number
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "3")
    assert (wizard.desk.sent, wizard.desk.held) == (8, 3)


def test_the_table_is_the_draw_that_counts(context: AppContext, qtbot: QtBot, database: Database, people: list[int]) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    drawn = wizard.desk.trial
    assert drawn is not None and wizard.held.balance.words()[1:3] == ["Sent to 6", "Held back 5"]
    wizard.show_step(GO)
    press(wizard.next)
    (row,) = _all(database)
    with database.read() as session:
        assert set(people_of(session, row.id, Arm.SENT)) == set(drawn.sent)


def test_the_draft_keeps_itself_and_goes_on_where_it_was_left(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int]
) -> None:
    page = page_shown(context, qtbot)
    wizard = recipe(page, qtbot)
    press(wizard.held.row(QUARTER))
    wizard.show_step(GO)
    wizard.go.name.selectAll()
    qtbot.keyClicks(wizard.go.name, "Autumn")
    press(wizard.later)
    assert page.shown is page.home
    (row,) = _all(database)
    assert row.state is MeasureState.DRAFT and row.name == "Autumn"
    page.list.list.activated_key.emit(row.id)
    again = wizard_of(page)
    assert again.desk.plan.held_back == 2 and again.go.name.text() == "Autumn"


def test_a_draft_whose_making_was_taken_back_is_kept_anew(
    context: AppContext, qtbot: QtBot, database: Database, people: list[int], messages: MessageSpy
) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    press(wizard.held.row(QUARTER))
    wizard.desk.save_now()
    with database.write() as session:
        delete_measure(session, _all(database)[0].id, now=NOW)
    press(wizard.held.row(NONE))
    wizard.desk.save_now()
    (row,) = _all(database)
    assert kept(database, row.id).plan.held_back == 0 and not messages.errors


def test_a_recipe_that_was_only_looked_at_leaves_nothing(context: AppContext, qtbot: QtBot, database: Database, people: list[int]) -> None:
    page = page_shown(context, qtbot)
    press(recipe(page, qtbot).later)
    assert not _all(database)


def test_steps_go_back_without_losing_anything(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    page = page_shown(context, qtbot)
    wizard = recipe(page, qtbot)
    press(wizard.held.row(NONE))
    page.trigger_primary()
    assert wizard.step == WHAT
    assert page.go_back() and wizard.step == HELD and wizard.held.row(NONE).isChecked()
    assert page.go_back() and wizard.step == WHOM
    assert page.go_back() and page.shown is page.home


def test_calls_become_follow_ups(context: AppContext, qtbot: QtBot, database: Database, people: list[int], messages: MessageSpy) -> None:
    with database.write() as session:
        session.execute(update(Customer).values(phone="0312345678"))
    wizard = recipe(page_shown(context, qtbot), qtbot)
    wizard.what.channels.changed.emit(MeasureChannel.CALLS)
    wizard.show_step(GO)
    press(wizard.next)
    with database.read() as session:
        planned = open_follow_ups(session)
    assert [one.kind for one in planned] == [FollowUpKind.CALL] * 6 and messages.toasts[-1][1] is not None


def test_what_it_costs_follows_the_plan_until_it_is_typed(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    assert (wizard.desk.plan.cost.postage, wizard.desk.plan.cost.printing) == (85, 22)
    wizard.show_step(COST)
    postage = wizard.cost.boxes["postage"].field
    assert isinstance(postage, NumberField)
    postage.selectAll()
    qtbot.keyClicks(postage, "60")
    wizard.desk.change(offer=Offer(OfferKind.AMOUNT, 500, words="500円引き"))
    cost = wizard.desk.plan.cost
    assert (cost.postage, cost.printing, cost.offer) == (60, 22, 500)
    wizard.what.channels.changed.emit(MeasureChannel.LIST)
    assert (wizard.desk.plan.cost.postage, wizard.desk.plan.cost.printing) == (60, 0)


def test_a_profit_is_told_only_with_an_expectation(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    wizard.show_step(COST)
    assert wizard.cost.roi.value.text() == "—"
    wizard.desk.change(expected_rate=0.5, expected_margin=1000)
    # 6 people, half of them come and bring 1,000 each; six cards cost 107 each.
    assert wizard.cost.roi.value.text() == "367 %"


def test_without_a_name_it_does_not_start(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    wizard.show_step(GO)
    wizard.go.name.selectAll()
    qtbot.keyClick(wizard.go.name, Qt.Key.Key_Delete)
    assert not wizard.next.isEnabled() and wizard.go.name_box.has_error


def test_another_list_is_counted_anew(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    wizard = recipe(page_shown(context, qtbot), qtbot)
    press(wizard.previous)
    wizard.whom.lists.activated_key.emit((Audience.FIGURE.value, AudienceFigure.BIRTHDAY_NEXT_MONTH.value))
    assert wizard.desk.people == 0 and not wizard.next.isEnabled()


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (MeasureKind.WIN_BACK, "maple"),
        (MeasureKind.SECOND_VISIT, "second_visit"),
        (MeasureKind.BIRTHDAY, "birthday"),
        (MeasureKind.SEASON, "new_year"),
        (MeasureKind.REFERRAL, "referral"),
    ],
)
def test_the_card_that_fits_the_aim_and_the_month_is_offered_first(
    context: AppContext, qtbot: QtBot, people: list[int], kind: MeasureKind, key: str
) -> None:
    wizard = wizard_of(page_shown(context, qtbot, kind=kind))
    found = wizard.what.chosen_row()
    assert found is not None and found.template.key == key


def test_exactly_these_people_are_asked_for(context: AppContext, qtbot: QtBot, people: list[int]) -> None:
    page = page_shown(context, qtbot, customer_ids=people[1:4], title="この3名")
    wizard = wizard_of(page)
    assert wizard.desk.people == 3 and wizard.desk.plan.audience.source is Audience.CHOSEN
    assert wizard.desk.plan.name == "To “この3名”"


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_every_aim_opens_a_plan(context: AppContext, qtbot: QtBot, people: list[int], kind: MeasureKind) -> None:
    page = page_shown(context, qtbot, kind=kind)
    assert wizard_of(page).desk.plan.kind is kind and wizard_of(page).desk.found is not None


def _all(database: Database) -> tuple[MeasureRow, ...]:
    with database.read() as session:
        return measures(session, TODAY)
