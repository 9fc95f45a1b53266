"""The queue of what a person has to look at, and what becomes of a sheet when it was decided."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.survey_answers import ResponseGone
from app.domain.survey_errors import AnswerUnfit
from app.domain.survey_pages import Doubt, PageState
from app.domain.survey_queue import ItemKind, Keep, PageGone, SheetCodeUnknown, ThrowOutReasonMissing, other_answers
from app.domain.surveys import Answer, ResponseFields, ResponseSource, ResponseState
from app.models.answer_rows import read_answers
from app.models.database import Database
from app.models.surveys import SurveyPage, SurveyPicture, SurveyResponse
from app.queries.survey_queue import count_waiting, review_page, review_queue
from app.services.actions import undo
from app.services.survey_doubts import choose_reading, decide, leave_out, place, take_as_it_is
from app.services.survey_responses import delete_response, record_response, take_back_in, throw_out
from app.services.survey_scans import take_in
from tests.data.test_survey_scans import SURE, answers, read_in
from tests.factories import NOW, TODAY, add_customer
from tests.scanned import CODES, Printed, print_sheets, read_as, small_picture, taken

LATER = NOW + timedelta(minutes=1)


def items(session: Session, survey_id: int | None = None) -> list[tuple[ItemKind, int, str]]:
    return [(item.kind, item.page_id, item.question) for item in review_queue(session, survey_id).items]


def page_ids(session: Session) -> list[int]:
    return list(session.scalars(select(SurveyPage.id).order_by(SurveyPage.id)))


def counted_answers(session: Session) -> list[dict[str, tuple[str, ...]]]:
    rows = session.scalars(select(SurveyResponse).where(SurveyResponse.state == ResponseState.SETTLED).order_by(SurveyResponse.id)).all()
    told = read_answers(session, [row.id for row in rows])
    return [{one.question: one.chosen for one in told[row.id]} for row in rows]


def two_doubts(session: Session) -> tuple[Printed, int, int]:
    """A customer's sheet with two doubts: the survey, the customer, the page."""
    customer = add_customer(session, "石井 美代子")
    printed = print_sheets(session, [customer, None])
    read_in(session, taken(read_as(printed, CODES[0], SURE, doubts={"q3": Doubt.FAINT, "q1": Doubt.TRACE}, written=("q4",)), "束.pdf"))
    return printed, customer, page_ids(session)[0]


def test_a_sheet_counts_when_its_last_doubt_is_settled_and_each_decision_can_be_taken_back(database: Database) -> None:
    with database.write() as session:
        printed, customer, page = two_doubts(session)
        assert items(session) == [(ItemKind.QUESTION, page, "q1"), (ItemKind.QUESTION, page, "q3")]
        assert items(session, printed.survey_id) == items(session)
        assert count_waiting(session) == 1
    with database.write() as session:
        first = decide(session, page, "q1", ["10"], now=LATER, today=TODAY)
        assert (first.is_counted, answers(session)) == (False, {})
        assert items(session) == [(ItemKind.QUESTION, page, "q3")]
        last = decide(session, page, "q3", [], now=LATER, today=TODAY)
        assert last.is_counted
        assert answers(session) == {customer: {"q1": ("10",), "q2": ("満足",)}}
        assert session.scalars(select(SurveyPage.state)).one() is PageState.SETTLED
        assert (items(session), count_waiting(session)) == ([], 0)
    with database.write() as session:
        undo(session, last.action_id, now=LATER)
        assert (answers(session), items(session)) == ({}, [(ItemKind.QUESTION, page, "q3")])
        undo(session, first.action_id, now=LATER)
        assert len(items(session)) == 2
        assert session.scalars(select(SurveyResponse.state)).one() is ResponseState.OPEN


def test_what_is_no_answer_is_refused_and_nothing_is_changed(database: Database) -> None:
    with database.write() as session:
        _, _, page = two_doubts(session)
        for question, chosen in (("q1", ["11"]), ("q1", ["1", "2"]), ("q3", ["そのほか"])):
            with pytest.raises(AnswerUnfit):
                decide(session, page, question, chosen, now=LATER, today=TODAY)
        with pytest.raises(PageGone):
            decide(session, page, "q9", [], now=LATER, today=TODAY)
        with pytest.raises(PageGone):
            decide(session, page + 1, "q1", [], now=LATER, today=TODAY)
        assert len(items(session)) == 2


def test_a_page_says_whose_it_is_what_was_read_and_why_it_is_doubted(database: Database) -> None:
    with database.write() as session:
        printed, _, page = two_doubts(session)
        shown = review_page(session, page)
        assert shown is not None and shown.content is not None and shown.layout == printed.layout
        assert (shown.row.customer_name, shown.row.code, shown.row.day, shown.row.survey_title) == (
            "石井 美代子",
            CODES[0],
            TODAY,
            "ご来店後アンケート",
        )
        assert shown.told.doubts == {"q1": Doubt.TRACE, "q3": Doubt.FAINT}
        assert (shown.picture, set(shown.crops)) == (small_picture(), {"q1", "q3", "q4"})
        told = [(one.number, one.question, one.chosen, one.has_writing, one.is_sure) for one in other_answers(shown, "q1")]
        assert told == [(2, "q2", ("満足",), False, True), (3, "q3", SURE["q3"], False, False), (4, "q4", (), True, True)]
        assert review_page(session, page + 1) is None


def test_the_head_counts_the_go_whose_pages_wait(database: Database) -> None:
    with database.write() as session:
        printed, _, _ = two_doubts(session)
        queue = review_queue(session, printed.survey_id)
        assert (queue.title, queue.pages, queue.total, queue.read_at) == ("ご来店後アンケート", {PageState.WAITING: 1}, 1, NOW)
        assert review_queue(session).title == "受付の束"


def test_thrown_out_sheets_leave_the_queue_and_come_back(database: Database) -> None:
    with database.write() as session:
        _, _, page = two_doubts(session)
        with pytest.raises(ThrowOutReasonMissing):
            leave_out(session, page, " ", now=LATER, today=TODAY)
        done = leave_out(session, page, "いたずら書き", now=LATER, today=TODAY)
        response = session.scalars(select(SurveyResponse)).one()
        assert (response.state, response.reason, items(session)) == (ResponseState.THROWN_OUT, "いたずら書き", [])
        # The same sheet on another picture is not taken in behind somebody's back.
        printed_page = session.get_one(SurveyPage, page)
        assert printed_page.state is PageState.WAITING
        undo(session, done, now=LATER)
        assert len(items(session)) == 2
        leave_out(session, page, "いたずら書き", now=LATER, today=TODAY)
        take_back_in(session, response.id, now=LATER, today=TODAY)
        assert len(items(session)) == 2


def test_a_sheet_thrown_out_and_read_again_stays_out(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)])
        page = read_as(printed, CODES[0], SURE, doubts={"q2": Doubt.FAINT})
        read_in(session, taken(page, "1.png"))
        leave_out(session, page_ids(session)[0], "いたずら書き", now=LATER, today=TODAY)
        assert read_in(session, taken(page, "2.png")).pages == (PageState.DOUBLE,)
        assert session.scalars(select(SurveyPage.reason).order_by(SurveyPage.id.desc())).first() == "thrown_out_before"


def two_readings(session: Session, customer: int | None) -> Printed:
    printed = print_sheets(session, [customer])
    read_in(session, taken(read_as(printed, CODES[0], SURE), "1.png"))
    read_in(session, taken(read_as(printed, CODES[0], {"q1": ("2",)}), "2.png"))
    return printed


@pytest.mark.parametrize(
    ("keep", "counted", "states"),
    [
        (Keep.EARLIER, [SURE], [PageState.READ, PageState.DOUBLE]),
        (Keep.LATER, [{"q1": ("2",)}], [PageState.DOUBLE, PageState.READ]),
        (Keep.BOTH, [SURE, {"q1": ("2",)}], [PageState.READ, PageState.READ]),
    ],
)
def test_of_two_readings_that_differ_somebody_chooses(
    database: Database, keep: Keep, counted: list[dict[str, tuple[str, ...]]], states: list[PageState]
) -> None:
    with database.write() as session:
        customer = add_customer(session)
        two_readings(session, customer)
        first, second = page_ids(session)
        assert items(session) == [(ItemKind.DIFFERENT, second, "")]
        shown = review_page(session, second)
        assert shown is not None
        assert shown.earlier == {"q1": ("9",), "q2": ("満足",), "q3": SURE["q3"]}
        assert not shown.told.agrees_with(type(shown.told)(shown.earlier))
        done = choose_reading(session, second, keep, now=LATER, today=TODAY)
        assert items(session) == []
        assert [session.get_one(SurveyPage, number).state for number in (first, second)] == states
        rows = session.scalars(select(SurveyResponse).order_by(SurveyResponse.id)).all()
        told = read_answers(session, [row.id for row in rows])
        assert [{one.question: one.chosen for one in told[row.id]} for row in rows] == counted
        # Whoever filled in a copy is not the customer whose name the sheet was printed with.
        assert [row.customer_id for row in rows] == [customer, None][: len(rows)]
    with database.write() as session:
        undo(session, done.action_id, now=LATER)
        assert items(session) == [(ItemKind.DIFFERENT, second, "")]
        assert answers(session) == {customer: SURE}


def test_what_was_typed_in_words_stays_when_the_scan_is_chosen(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer])
        typed = (Answer("q1", ("9",)), Answer("q4", words="とてもよかった"))
        fields = ResponseFields(printed.survey_id, 1, TODAY, ResponseSource.KEYBOARD, typed, sheet_id=printed.sheets[CODES[0]])
        record_response(session, fields, now=NOW, today=TODAY)
        read_in(session, taken(read_as(printed, CODES[0], {"q1": ("1",)}), "1.png"))
        choose_reading(session, page_ids(session)[0], Keep.LATER, now=LATER, today=TODAY)
        response = session.scalars(select(SurveyResponse)).one()
        assert read_answers(session, [response.id])[response.id] == (Answer("q4", words="とてもよかった"), Answer("q1", ("1",)))


def test_a_sheet_of_which_a_page_is_missing_counts_when_somebody_says_so(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer], page_of={"q3": 1})
        read_in(session, taken(read_as(printed, CODES[0], SURE), "1.png"))
        (page,) = page_ids(session)
        assert items(session) == [(ItemKind.MISSING, page, "")]
        shown = review_page(session, page)
        assert shown is not None and shown.missing == (1,)
        done = take_as_it_is(session, page, now=LATER, today=TODAY)
        assert (done.is_counted, answers(session)) == (True, {customer: {"q1": ("9",), "q2": ("満足",)}})
        # The other page comes a month later after all.
        read_in(session, taken(read_as(printed, CODES[0], SURE, page=1), "2.png"))
        assert answers(session) == {customer: SURE}


def test_a_page_that_was_not_located_is_placed_by_hand(database: Database) -> None:
    with database.write() as session:
        customer, guest = add_customer(session, "石井 美代子"), add_customer(session, "吉田 和子")
        printed = print_sheets(session, [customer, None])
        lost = [taken(None, f"{n}.png", state=PageState.UNLOCATED) for n in range(3)]
        read_in(session, *lost)
        first, second, third = page_ids(session)
        assert [kind for kind, _, _ in items(session)] == [ItemKind.UNLOCATED] * 3
        found = taken(read_as(printed, "", SURE), "0.png")
        with pytest.raises(SheetCodeUnknown):
            place(session, first, found, typed_code="K7M4-2QX", now=LATER, today=TODAY)
        shown = f"{printed.layout_id}-1-{CODES[0][:4]}-{CODES[0][4:]}".replace("-", "－").lower()
        named = place(session, first, found, typed_code=shown, now=LATER, today=TODAY)
        assert named.is_counted and answers(session) == {customer: SURE}
        place(session, second, found, customer_id=guest, now=LATER, today=TODAY)
        place(session, third, found, now=LATER, today=TODAY)
        assert answers(session) == {customer: SURE, guest: SURE, None: SURE}
        assert session.scalar(select(func.count()).select_from(SurveyPicture)) == 6
    with database.write() as session:
        undo(session, named.action_id, now=LATER)
        assert [(item.kind, item.page_id) for item in review_queue(session).items] == [(ItemKind.UNLOCATED, first)]
        again = review_page(session, first)
        assert again is not None and again.picture == small_picture()


def test_a_placed_page_of_a_sheet_that_was_read_is_a_double(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer])
        read_in(session, taken(read_as(printed, CODES[0], SURE), "1.png"), taken(None, "2.png", state=PageState.UNLOCATED))
        done = place(session, page_ids(session)[1], taken(read_as(printed, "", SURE), "2.png"), typed_code=CODES[0], now=LATER, today=TODAY)
        assert not done.is_counted and answers(session) == {customer: SURE}


def test_a_picture_that_is_no_sheet_can_be_left_out(database: Database) -> None:
    with database.write() as session:
        take_in(session, "束", [taken(None, "休日.jpg", state=PageState.UNLOCATED)], now=NOW, today=TODAY)
        (page,) = page_ids(session)
        done = leave_out(session, page, "用紙ではない", now=LATER, today=TODAY)
        assert (items(session), session.get_one(SurveyPage, page).state) == ([], PageState.THROWN_OUT)
        undo(session, done, now=LATER)
        assert items(session) == [(ItemKind.UNLOCATED, page, "")]
        with pytest.raises(ResponseGone):
            take_back_in(session, 99, now=LATER, today=TODAY)


@pytest.mark.parametrize("is_deleted", [True, False])
def test_nothing_is_decided_of_a_sheet_that_was_thrown_out_or_deleted_meanwhile(database: Database, is_deleted: bool) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)], page_of={"q3": 1, "q4": 1})
        read_in(session, taken(read_as(printed, CODES[0], {"q2": ("満足",)}, doubts={"q2": Doubt.STRUCK}), "1.png"))
        page, response = session.scalars(select(SurveyPage.id)).one(), session.scalars(select(SurveyResponse.id)).one()
        if is_deleted:
            delete_response(session, response, now=NOW, today=TODAY)
        else:
            throw_out(session, response, "いたずら", now=NOW, today=TODAY)
        with pytest.raises(PageGone):
            decide(session, page, "q2", ("満足",), now=NOW, today=TODAY)
        with pytest.raises(PageGone):
            take_as_it_is(session, page, now=NOW, today=TODAY)
        assert session.scalars(select(SurveyResponse.state)).all() == ([] if is_deleted else [ResponseState.THROWN_OUT])


def test_a_better_picture_of_a_page_of_which_nothing_was_sure_is_looked_at(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer])
        poor = read_as(printed, CODES[0], {}, doubts=dict.fromkeys(SURE, Doubt.POOR_PAGE))
        read_in(session, taken(poor, "1.png"))
        assert read_in(session, taken(poor, "2.png")).pages == (PageState.DOUBLE,)
        assert read_in(session, taken(read_as(printed, CODES[0], SURE), "3.png")).pages == (PageState.WAITING,)
        later = page_ids(session)[-1]
        assert (ItemKind.DIFFERENT, later, "") in items(session)
        assert choose_reading(session, later, Keep.LATER, now=NOW, today=TODAY).is_counted
        assert answers(session) == {customer: SURE}
        assert items(session) == []


def test_the_pages_of_a_copied_sheet_make_one_answer(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        printed = print_sheets(session, [customer], page_of={"q3": 1, "q4": 1})
        people: tuple[dict[str, tuple[str, ...]], ...] = (
            SURE,
            {"q1": ("2",), "q2": ("不満",), "q3": ("お店の雰囲気",)},
            {"q1": ("5",), "q2": ("ふつう",), "q3": ("担当者の説明",)},
        )
        for number, ticked in enumerate(people):
            pages = [taken(read_as(printed, CODES[0], ticked, page=page), f"{number}.pdf", page_in_file=page) for page in (0, 1)]
            read_in(session, *pages)
        waiting = session.scalars(select(SurveyPage.id).where(SurveyPage.state == PageState.WAITING).order_by(SurveyPage.id)).all()
        for page in waiting:
            choose_reading(session, page, Keep.BOTH, now=LATER, today=TODAY)
        assert [(row.customer_id, row.state) for row in session.scalars(select(SurveyResponse).order_by(SurveyResponse.id))] == [
            (customer, ResponseState.SETTLED),
            (None, ResponseState.SETTLED),
            (None, ResponseState.SETTLED),
        ]
        assert counted_answers(session) == [dict(one) for one in people]
        undo(session, now=LATER)
        assert counted_answers(session) == [dict(one) for one in people[:2]]


def test_of_several_copies_read_in_one_go_each_keeps_its_own_pages(database: Database) -> None:
    with database.write() as session:
        printed = print_sheets(session, [add_customer(session)], page_of={"q3": 1, "q4": 1})
        people: tuple[dict[str, tuple[str, ...]], ...] = (
            SURE,
            {"q1": ("2",), "q2": ("不満",), "q3": ("お店の雰囲気",)},
            {"q1": ("5",), "q2": ("ふつう",), "q3": ("担当者の説明",)},
        )
        shown = [
            taken(read_as(printed, CODES[0], ticked, page=page), f"{number}.pdf", page_in_file=page)
            for number, ticked in enumerate(people)
            for page in (0, 1)
        ]
        read_in(session, *shown)
        waiting = session.scalars(select(SurveyPage.id).where(SurveyPage.state == PageState.WAITING).order_by(SurveyPage.id)).all()
        for place in (0, 2, 3, 1):
            choose_reading(session, waiting[place], Keep.BOTH, now=LATER, today=TODAY)
        assert counted_answers(session) == [dict(one) for one in people]
