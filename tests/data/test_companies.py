"""Companies: the persons to talk to, one of whom gets the post, and what is known of the company."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.companies import (
    CompanyProfile,
    CompanyView,
    MonthOutOfRange,
    PersonFields,
    PersonGone,
    PersonNameMissing,
    PersonTimeTurned,
)
from app.domain.customers import CustomerKind
from app.models.database import Database
from app.queries.companies import company_view
from app.queries.prints import candidates
from app.services.actions import undo
from app.services.companies import add_person, delete_person, edit_company, edit_person
from tests.factories import NOW, TODAY, add_customer


def _company(session: Session) -> int:
    return add_customer(session, name="株式会社 青空", kind=CustomerKind.COMPANY)


def _names(view: CompanyView) -> list[str]:
    return [row.fields.name for row in view.persons]


def test_persons_come_and_go_and_one_gets_the_post(database: Database) -> None:
    with database.write() as session:
        company = _company(session)
        first = add_person(session, company, PersonFields(" 佐藤  一郎 ", role="部長", is_addressee=True), now=NOW, today=TODAY)
        add_person(session, company, PersonFields("鈴木 花子", since=date(2020, 4, 1)), now=NOW, today=TODAY)
        third = add_person(session, company, PersonFields("高橋 健", is_addressee=True), now=NOW, today=TODAY)
        view = company_view(session, company, TODAY)
        assert _names(view) == ["高橋 健", "佐藤 一郎", "鈴木 花子"]
        assert [row.fields.is_addressee for row in view.persons] == [True, False, False]
        assert [row.is_new for row in view.persons] == [True, True, False]
        undo(session, third.action_id, now=NOW)
        assert _names(company_view(session, company, TODAY)) == ["佐藤 一郎", "鈴木 花子"]
        assert company_view(session, company, TODAY).persons[0].fields.is_addressee
        left = PersonFields("佐藤 一郎", until=TODAY, is_addressee=True)
        edit_person(session, first.person_id, left, now=NOW)
        last = company_view(session, company, TODAY).persons[-1]
        assert (last.fields.name, last.is_current, last.is_new, last.fields.is_addressee) == ("佐藤 一郎", False, False, False)
        assert edit_person(session, first.person_id, left, now=NOW) is None
        action = delete_person(session, first.person_id, now=NOW)
        with pytest.raises(PersonGone):
            delete_person(session, first.person_id, now=NOW)
        undo(session, action, now=NOW)
        assert _names(company_view(session, company, TODAY)) == ["鈴木 花子", "佐藤 一郎"]


def test_a_person_is_new_for_fourteen_days(database: Database) -> None:
    with database.write() as session:
        company = _company(session)
        add_person(session, company, PersonFields("佐藤 一郎"), now=NOW, today=TODAY)
        assert company_view(session, company, TODAY + timedelta(days=14)).persons[0].is_new
        assert not company_view(session, company, TODAY + timedelta(days=15)).persons[0].is_new


def test_what_cannot_be_a_person(database: Database) -> None:
    with database.write() as session:
        company = _company(session)
        with pytest.raises(PersonNameMissing):
            add_person(session, company, PersonFields(" "), now=NOW, today=TODAY)
        with pytest.raises(PersonTimeTurned):
            add_person(session, company, PersonFields("佐藤", since=TODAY, until=TODAY - timedelta(days=1)), now=NOW, today=TODAY)
        assert company_view(session, company, TODAY) == CompanyView()


def test_what_is_known_of_a_company(database: Database) -> None:
    with database.write() as session:
        company = _company(session)
        assert edit_company(session, company, CompanyProfile(), now=NOW) is None
        profile = CompanyProfile("建設", "30名", "人手が足りない", fiscal_month=4, budget_month=2)
        first = edit_company(session, company, profile, now=NOW)
        assert company_view(session, company, TODAY).profile == profile
        assert edit_company(session, company, profile, now=NOW) is None
        second = edit_company(session, company, CompanyProfile(" 建設 ", fiscal_month=10), now=NOW)
        assert company_view(session, company, TODAY).profile == CompanyProfile("建設", fiscal_month=10)
        undo(session, second, now=NOW)
        assert company_view(session, company, TODAY).profile == profile
        undo(session, first, now=NOW)
        assert company_view(session, company, TODAY).profile == CompanyProfile()
        with pytest.raises(MonthOutOfRange):
            edit_company(session, company, CompanyProfile(fiscal_month=13), now=NOW)


def test_post_of_a_company_goes_to_the_person_it_is_addressed_to(database: Database) -> None:
    with database.write() as session:
        company = add_customer(
            session,
            name="株式会社 青空",
            kind=CustomerKind.COMPANY,
            postal_code="150-0001",
            prefecture="東京都",
            city="渋谷区",
            street="神宮前1-2-3",
        )
        person = PersonFields("佐藤 一郎", department="総務部", role="部長", is_addressee=True)
        added = add_person(session, company, person, now=NOW, today=TODAY).person_id
        (candidate,) = candidates(session, [company], TODAY)
        to = candidate.recipient
        assert (to.company, to.department, to.role, to.name, to.honorific) == ("株式会社 青空", "総務部", "部長", "佐藤 一郎", "様")
        assert (candidate.name, candidate.is_company, to.address) == ("株式会社 青空", True, "東京都渋谷区神宮前1-2-3")
        # Who is no longer in charge gets no post: it goes to the company itself.
        edit_person(session, added, PersonFields("佐藤 一郎", until=TODAY, is_addressee=True), now=NOW)
        to = candidates(session, [company], TODAY)[0].recipient
        assert (to.company, to.name, to.honorific) == ("", "株式会社 青空", "御中")
