"""Rules are changed as acts that can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.care import SHIPPED_RULES, RuleFields, RuleGone, RuleKind, RuleNumberOutOfRange
from app.domain.follow_ups import FollowUpKind
from app.domain.staff import StaffUnknown
from app.models.care import CareRule
from app.models.database import Database
from app.queries.care import guides, rules
from app.services.actions import redo, undo
from app.services.care_rules import add_rule, delete_rule, edit_guide, edit_rule, ensure_rules, switch_rule
from tests.factories import NOW, TODAY, add_staff

DAY = timedelta(days=1)
FIELDS = RuleFields(RuleKind.AFTER_VISIT, 5, FollowUpKind.EMAIL, words="お礼")


def ensure(session: Session) -> None:
    ensure_rules(session, now=NOW, today=TODAY)


def test_a_shop_begins_with_the_shipped_rules_once(database: Database) -> None:
    with database.write() as session:
        ensure(session)
        ensure(session)
        assert tuple(row.fields for row in rules(session)) == SHIPPED_RULES
        for row in rules(session):
            delete_rule(session, row.id, now=NOW)
        ensure(session)
        assert rules(session) == ()


def test_adding_changing_switching_and_deleting_can_be_undone(database: Database) -> None:
    with database.write() as session:
        number, _ = add_rule(session, FIELDS, now=NOW, today=TODAY)
        assert [row.fields for row in rules(session) if row.id == number] == [FIELDS]
        changed = replace(FIELDS, number=9, cap=4)
        assert edit_rule(session, number, changed, now=NOW, today=TODAY) is not None
        assert edit_rule(session, number, changed, now=NOW, today=TODAY) is None
        assert switch_rule(session, number, True, now=NOW, today=TODAY) is not None
        assert switch_rule(session, number, True, now=NOW, today=TODAY) is None
        delete_rule(session, number, now=NOW)
        with pytest.raises(RuleGone):
            switch_rule(session, number, False, now=NOW, today=TODAY)
        for _ in range(3):
            undo(session, now=NOW)
        session.flush()
        session.expire_all()
        assert [row.fields for row in rules(session) if row.id == number] == [FIELDS]
        redo(session, now=NOW)
        session.flush()
        session.expire_all()
        assert [row.fields for row in rules(session) if row.id == number] == [changed]


def test_it_counts_from_the_day_it_was_switched_on_or_its_number_changed(database: Database) -> None:
    with database.write() as session:
        number, _ = add_rule(session, replace(FIELDS, is_on=True), now=NOW, today=TODAY)

        def since() -> object:
            return session.scalars(select(CareRule.since).where(CareRule.id == number)).one()

        edit_rule(session, number, replace(FIELDS, is_on=True, words="別の言葉"), now=NOW, today=TODAY + DAY)
        assert since() == TODAY
        edit_rule(session, number, replace(FIELDS, is_on=True, number=6), now=NOW, today=TODAY + 2 * DAY)
        assert since() == TODAY + 2 * DAY
        switch_rule(session, number, False, now=NOW, today=TODAY + 3 * DAY)
        switch_rule(session, number, True, now=NOW, today=TODAY + 4 * DAY)
        assert since() == TODAY + 4 * DAY


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (replace(FIELDS, number=-1), "number"),
        (replace(FIELDS, number=731), "number"),
        (replace(FIELDS, kind=RuleKind.OVERDUE, number=0.5), "number"),
        (replace(FIELDS, cap=0), "cap"),
        (replace(FIELDS, cap=501), "cap"),
    ],
)
def test_numbers_that_make_no_sense_are_refused(database: Database, fields: RuleFields, field: str) -> None:
    with database.write() as session, pytest.raises(RuleNumberOutOfRange) as refused:
        add_rule(session, fields, now=NOW, today=TODAY)
    assert refused.value.field == field


def test_it_is_for_somebody_of_the_staff(database: Database) -> None:
    with database.write() as session:
        staff = add_staff(session)
        number, _ = add_rule(session, replace(FIELDS, staff_id=staff), now=NOW, today=TODAY)
        assert [row.staff for row in rules(session) if row.id == number] == ["田中 美咲"]
        with pytest.raises(StaffUnknown):
            add_rule(session, replace(FIELDS, staff_id=99), now=NOW, today=TODAY)


def test_steps_of_ones_own_and_back_to_the_usual_ones(database: Database) -> None:
    with database.write() as session:
        assert edit_guide(session, "follow_up:call", ["その後いかがですか", "  ", "次のご予約"], now=NOW)
        assert edit_guide(session, "follow_up:call", ["その後いかがですか", "次のご予約"], now=NOW) is None
        assert guides(session) == {"follow_up:call": ("その後いかがですか", "次のご予約")}
        edit_guide(session, "follow_up:call", [], now=NOW)
        assert guides(session) == {}
        undo(session, now=NOW)
        session.flush()
        session.expire_all()
        assert guides(session) == {"follow_up:call": ("その後いかがですか", "次のご予約")}
