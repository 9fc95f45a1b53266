"""Scanned sheets: each page goes to the sheet whose code stands on it, and counts when nobody doubts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.survey_pages import Doubt, PageState
from app.domain.survey_queue import TakenIn, TakenPage
from app.domain.surveys import Answer, Audience, ResponseFields, ResponseSource, ResponseState, SurveyRules
from app.models.answer_rows import read_answers
from app.models.counter import FollowUp
from app.models.database import Database
from app.models.records import Action
from app.models.surveys import SurveyCrop, SurveyPage, SurveyPicture, SurveyResponse
from app.queries.survey_queue import known_files, review_queue
from app.services.actions import redo, undo
from app.services.merges import merge_customers
from app.services.survey_responses import delete_response, record_response
from app.services.survey_scans import drop_pictures, take_in
from tests.factories import NOW, TODAY, add_customer
from tests.scanned import CODES, Printed, layout_of, print_sheets, read_as, taken

SURE = {"q1": ("9",), "q2": ("満足",), "q3": ("仕上がり", "担当者の説明")}


def read_in(session: Session, *pages: TakenPage, **more: int) -> TakenIn:
    return take_in(session, "受付の束", pages, now=NOW, today=TODAY, **more)


def answers(session: Session) -> dict[int | None, dict[str, tuple[str, ...]]]:
    """What counts, by customer."""
    counted = session.scalars(select(SurveyResponse).where(SurveyResponse.state == ResponseState.SETTLED)).all()
    told = read_answers(session, [row.id for row in counted])
    return {row.customer_id: {answer.question: answer.chosen for answer in told[row.id]} for row in counted}


def states(session: Session) -> list[tuple[PageState, str]]:
    return [(row.state, row.reason) for row in session.scalars(select(SurveyPage).order_by(SurveyPage.id))]


def test_a_page_without_doubts_counts_at_once_for_the_customer_of_its_sheet(database: Database) -> None:
    with database.write() as session:
        people = [add_customer(session, name) for name in ("石井 美代子", "吉田 和子")]
        printed = print_sheets(session, people)
        done = read_in(
            session,
            taken(read_as(printed, CODES[1], {"q1": ("3",)}, written=("q4",)), "1.png"),
            taken(read_as(printed, CODES[0], SURE), "2.png"),
        )
        assert done.pages == (PageState.READ, PageState.READ)
        assert answers(session) == {people[0]: SURE, people[1]: {"q1": ("3",)}}
        responses = session.scalars(select(SurveyResponse).order_by(SurveyResponse.id)).all()
        assert {(row.source, row.wave, row.day) for row in responses} == {(ResponseSource.SCAN, TODAY.replace(month=10, day=1), TODAY)}
        # What was written by hand stays with the answers, and the picture with the page.
        assert session.execute(select(SurveyCrop.response_id, SurveyCrop.question)).all() == [(responses[0].id, "q4")]
        assert session.scalar(select(func.count()).select_from(SurveyPicture)) == 2
        queue = review_queue(session)
        assert (queue.items, queue.pages, queue.title) == ((), {PageState.READ: 2}, "受付の束")


def test_a_page_with_doubts_waits_and_is_in_no_figure(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)])
        done = read_in(session, taken(read_as(printed, CODES[0], SURE, doubts={"q2": Doubt.STRUCK}), "1.png"))
        assert done.pages == (PageState.WAITING,)
        assert answers(session) == {}
        response = session.scalars(select(SurveyResponse)).one()
        assert response.state is ResponseState.OPEN
        assert session.scalars(select(SurveyCrop.question)).all() == ["q2"]


def test_two_marks_on_a_single_choice_are_a_doubt_whatever_the_reader_says(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)])
        done = read_in(session, taken(read_as(printed, CODES[0], {"q2": ("満足", "不満")}), "1.png"))
        assert done.pages == (PageState.WAITING,)
        assert answers(session) == {}


def test_the_pages_of_a_sheet_make_one_answer_when_the_last_of_them_is_there(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer], page_of={"q2": 1, "q3": 1, "q4": 1})
        first = read_in(session, taken(read_as(printed, CODES[0], SURE, page=1), "1.pdf", page_in_file=1))
        assert first.pages == (PageState.WAITING,)
        assert answers(session) == {}
        second = read_in(session, taken(read_as(printed, CODES[0], SURE), "1.pdf"), batch_id=first.batch_id, action_id=first.action_id)
        assert second.pages == (PageState.READ,)
        assert answers(session) == {customer: SURE}
        assert states(session) == [(PageState.READ, "")] * 2


def test_a_question_over_two_pages_is_added_up_and_two_marks_are_still_found(database: Database) -> None:
    with database.write() as session:
        customers = [add_customer(session, name) for name in ("石井 美代子", "吉田 和子")]
        printed = print_sheets(session, customers, page_of={"q4": 1})
        moved = [box.area.page if box.option != "不満" else 1 for box in printed.layout.boxes]
        split = _on_pages(printed, moved)
        read_in(
            session,
            taken(read_as(split, CODES[0], {"q2": ()}), "1.png"),
            taken(read_as(split, CODES[0], {"q2": ("不満",)}, page=1), "2.png"),
            taken(read_as(split, CODES[1], {"q2": ("満足",)}), "3.png"),
            taken(read_as(split, CODES[1], {"q2": ("不満",)}, page=1), "4.png"),
        )
        assert answers(session) == {customers[0]: {"q2": ("不満",)}}
        assert [state for state, _ in states(session)] == [PageState.READ] * 2 + [PageState.WAITING] * 2


def _on_pages(printed: Printed, pages: Sequence[int]) -> Printed:
    from dataclasses import replace

    boxes = tuple(replace(box, area=replace(box.area, page=page)) for box, page in zip(printed.layout.boxes, pages, strict=True))
    return replace(printed, layout=replace(printed.layout, boxes=boxes))


def test_the_same_file_and_the_same_sheet_once_more_count_once(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer])
        page = read_as(printed, CODES[0], SURE)
        read_in(session, taken(page, "1.png"))
        again = read_in(session, taken(page, "1.png"), taken(page, "copy.png"))
        assert again.pages == (PageState.DOUBLE, PageState.DOUBLE)
        assert states(session)[1:] == [(PageState.DOUBLE, "same_file"), (PageState.DOUBLE, "same_answers")]
        assert session.scalar(select(func.count()).select_from(SurveyResponse)) == 1
        known = known_files(session, ["1.png", "never.png"])
        assert set(known) == {"1.png"}
        assert (known["1.png"].pages[0].reading, known["1.png"].is_there) == (page, True)


def test_a_file_that_was_read_in_part_is_not_known_as_a_whole(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session), None])
        first = taken(read_as(printed, CODES[0], SURE), "1.pdf", pages_in_file=2)
        read_in(session, first)
        assert not known_files(session, ["1.pdf"])["1.pdf"].is_whole
        blank = taken(None, "1.pdf", page_in_file=1, state=PageState.THROWN_OUT, reason="blank", pages_in_file=2)
        read_in(session, blank)
        assert known_files(session, ["1.pdf"])["1.pdf"].is_there
        assert review_queue(session).pages == {}
        delete_response(session, session.scalars(select(SurveyResponse.id)).one(), now=NOW, today=TODAY)
        assert known_files(session, ["1.pdf"])["1.pdf"].is_there is False


def test_the_same_sheet_with_other_answers_waits_for_somebody_to_choose(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer])
        read_in(session, taken(read_as(printed, CODES[0], SURE), "1.png"))
        again = read_in(session, taken(read_as(printed, CODES[0], {**SURE, "q1": ("2",)}), "2.png"))
        assert again.pages == (PageState.WAITING,)
        assert states(session)[1] == (PageState.WAITING, "differs")
        assert answers(session) == {customer: SURE}
        # The very same once more is a double of neither: it is the one that waits.
        assert read_in(session, taken(read_as(printed, CODES[0], SURE), "3.png")).pages == (PageState.DOUBLE,)


def test_a_sheet_that_was_typed_in_is_a_double_or_differs(database: Database) -> None:
    with database.write() as session:
        customers = [add_customer(session, name) for name in ("石井 美代子", "吉田 和子")]
        printed = print_sheets(session, customers)
        for code, customer in zip(CODES, customers, strict=False):
            typed = (Answer("q1", ("9",)), Answer("q4", words="とてもよかった"))
            fields = ResponseFields(
                printed.survey_id, 1, TODAY, ResponseSource.KEYBOARD, typed, customer_id=customer, sheet_id=printed.sheets[code]
            )
            record_response(session, fields, now=NOW, today=TODAY)
        done = read_in(
            session,
            taken(read_as(printed, CODES[0], {"q1": ("9",)}), "1.png"),
            taken(read_as(printed, CODES[1], {"q1": ("9",), "q2": ("不満",)}), "2.png"),
        )
        assert done.pages == (PageState.DOUBLE, PageState.WAITING)
        assert answers(session) == {customer: {"q1": ("9",), "q4": ()} for customer in customers}


def test_what_is_not_this_shops_is_told_apart(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)])
        other = print_sheets(session, [None], codes=CODES[1:])
        done = read_in(
            session,
            taken(read_as(printed, "AAAAAAA", SURE), "other shop.png"),
            taken(read_as(printed, CODES[0], SURE, layout=99), "other print.png"),
            taken(read_as(printed, CODES[0], SURE, layout=other.layout_id), "swapped.png"),
            taken(read_as(printed, CODES[0], SURE, page=0), "broken.png", state=PageState.REFUSED),
            taken(None, "holiday.jpg", state=PageState.UNLOCATED),
            taken(None, "letter.pdf", state=PageState.FOREIGN),
            taken(None, "torn.pdf", state=PageState.BROKEN, reason="PictureUnreadable"),
        )
        assert done.pages == (
            PageState.FOREIGN,
            PageState.FOREIGN,
            PageState.REFUSED,
            PageState.REFUSED,
            PageState.UNLOCATED,
            PageState.FOREIGN,
            PageState.BROKEN,
        )
        assert answers(session) == {}
        assert session.scalar(select(func.count()).select_from(SurveyResponse)) == 0


@pytest.mark.parametrize("doubts", [{}, {"q1": Doubt.FAINT}])
def test_no_answer_is_ever_attached_to_the_wrong_customer(database: Database, doubts: Mapping[str, Doubt]) -> None:
    """Two surveys, sheets in disorder, doubles, codes of another layout, another shop's sheets, and a merge in between."""
    with database.write() as session:
        people = [add_customer(session, f"お客 {number}") for number in range(5)]
        printed = print_sheets(session, [*people, None])
        other = print_sheets(session, [people[4], people[3]], codes=("WXR7T2K", "PQ49HJ3"))
    truth = {code: str(number) for number, code in enumerate(CODES)}
    with database.write() as session:
        order = [4, 2, 0, 3, 1, 5]
        pages = [taken(read_as(printed, CODES[n], {"q1": (truth[CODES[n]],)}, doubts=doubts if n == 2 else {}), f"{n}.png") for n in order]
        wrong = [
            taken(read_as(printed, CODES[0], {"q1": ("10",)}, layout=other.layout_id), "swapped.png"),
            taken(read_as(other, CODES[1], {"q1": ("10",)}), "of another layout.png"),
            taken(read_as(printed, "222222A", {"q1": ("10",)}), "of another shop.png"),
        ]
        read_in(session, *wrong, *pages[:3])
    with database.write() as session:
        merge_customers(session, people[0], people[3], now=NOW, today=TODAY)
    with database.write() as session:
        read_in(session, *pages[3:], *pages, *wrong)
        read_in(session, taken(read_as(other, "PQ49HJ3", {"q1": ("7",)}), "other.png"))
        rows = session.scalars(select(SurveyResponse).where(SurveyResponse.state == ResponseState.SETTLED)).all()
        told = read_answers(session, [row.id for row in rows])
        found = {(row.customer_id, row.sheet_id): told[row.id][0].chosen[0] for row in rows}
    owners = {0: people[0], 1: people[1], 2: people[2], 3: people[0], 4: people[4], 5: None}
    wanted = {(owners[n], printed.sheets[CODES[n]]): truth[CODES[n]] for n in order if not (doubts and n == 2)}
    assert found == wanted | {(people[0], other.sheets["PQ49HJ3"]): "7"}


def test_a_sheet_that_nobody_filled_in_is_no_answer_and_may_come_filled_in(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer, None])
        written = read_as(printed, CODES[1], {}, written=("q4",))
        done = read_in(session, taken(read_as(printed, CODES[0], {}), "empty.png"), taken(written, "written.png"))
        assert done.pages == (PageState.THROWN_OUT, PageState.READ)
        assert answers(session) == {None: {}}
        assert read_in(session, taken(read_as(printed, CODES[0], {}), "empty.png")).pages == (PageState.DOUBLE,)
        assert read_in(session, taken(read_as(printed, CODES[0], SURE), "full.png")).pages == (PageState.READ,)
        assert answers(session) == {customer: SURE, None: {}}
    with database.write() as session:
        undo(session, now=NOW + timedelta(minutes=1))
        undo(session, now=NOW + timedelta(minutes=2))
        undo(session, done.action_id, now=NOW + timedelta(minutes=3))
        assert (states(session), session.scalars(select(SurveyResponse.id)).all()) == ([], [])


def test_a_staff_sheet_belongs_to_nobody(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [None], audience=Audience.STAFF)
        read_in(session, taken(read_as(printed, CODES[0], SURE), "1.png"))
        assert answers(session) == {None: SURE}


def test_a_pile_in_portions_is_taken_back_as_one_and_can_be_read_again(database: Database) -> None:
    rules = SurveyRules(low_on=True, points=0)
    with database.write() as session:
        people = [add_customer(session, name, phone="090-1111-2222") for name in ("石井 美代子", "吉田 和子", "鈴木 花")]
        printed = print_sheets(session, people, rules=rules)
    pages = [taken(read_as(printed, CODES[n], {"q1": (str(n),)}), f"{n}.png") for n in range(3)]
    with database.write() as session:
        first = read_in(session, *pages[:2])
    with database.write() as session:
        second = read_in(session, pages[2], batch_id=first.batch_id, action_id=first.action_id)
        assert (second.batch_id, session.scalar(select(FollowUp.id).limit(1)) is not None) == (first.batch_id, True)
        assert session.get_one(Action, second.action_id).values == {"name": "受付の束", "count": 3}
        assert len(answers(session)) == 3
    with database.write() as session:
        undo(session, second.action_id, now=NOW + timedelta(minutes=1))
        assert (states(session), answers(session), session.scalars(select(FollowUp.id)).all()) == ([], {}, [])
        redo(session, now=NOW + timedelta(minutes=2))
        assert len(answers(session)) == 3
        undo(session, second.action_id, now=NOW + timedelta(minutes=3))
    with database.write() as session:
        assert read_in(session, *pages).pages == (PageState.READ,) * 3


def test_a_sheet_whose_answers_were_deleted_may_come_once_more(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)])
        page = taken(read_as(printed, CODES[0], SURE), "1.png")
        read_in(session, page)
        delete_response(session, session.scalars(select(SurveyResponse.id)).one(), now=NOW, today=TODAY)
        assert read_in(session, page).pages == (PageState.READ,)


def test_old_pictures_go_but_not_those_somebody_waits_for(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session, "石井 美代子"), add_customer(session, "吉田 和子")])
        read_in(
            session,
            taken(read_as(printed, CODES[0], SURE), "1.png"),
            taken(read_as(printed, CODES[1], SURE, doubts={"q1": Doubt.FAINT}), "2.png"),
            taken(None, "3.png", state=PageState.UNLOCATED),
        )
        assert drop_pictures(session, NOW) == 0
        assert drop_pictures(session, NOW + timedelta(days=1)) == 1
        assert session.scalar(select(func.count()).select_from(SurveyPicture)) == 2
        assert session.scalars(select(SurveyCrop.question)).all() == ["q1"]


def test_the_layout_of_the_tests_is_what_a_shop_keeps() -> None:
    assert layout_of().from_json(layout_of().to_json()) == layout_of()
