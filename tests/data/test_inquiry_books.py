"""Answers kept, sample replies, requests put together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.inquiries import (
    FaqGone,
    FaqIncomplete,
    InquiryChannel,
    InquiryFields,
    InquiryGone,
    InquiryKind,
    ReplyGone,
    ReplyIncomplete,
    RequestGroupGone,
    RequestGroupUnnamed,
)
from app.domain.inquiry_replies import ReplyFields
from app.models.database import Database
from app.queries.faq import faq_entries, find_similar, sample_replies
from app.queries.inquiries import inquiry_detail
from app.queries.inquiry_requests import requests_view
from app.services.actions import undo
from app.services.faq import add_faq, count_use, delete_faq, edit_faq
from app.services.inquiries import receive_inquiry
from app.services.replies import delete_reply, save_reply
from app.services.request_groups import edit_group, group_requests, merge_groups, ungroup
from tests.factories import NOW, TODAY, add_customer

ITCH = ("カラーのあとかゆいときは?", "ぬるま湯で流してください。次の日も続くときは、皮ふ科をおすすめします。")


def request(session: Session, title: str, *, minutes: int = 0, customer_id: int | None = None) -> int:
    given = InquiryFields(InquiryKind.REQUEST, InquiryChannel.COUNTER, title, customer_id=customer_id)
    return receive_inquiry(session, given, by="", now=NOW + timedelta(minutes=minutes)).inquiry_id


def test_an_answer_is_kept_and_offered_with_the_voice_it_fits(database: Database) -> None:
    with database.write() as session:
        add_faq(session, *ITCH, now=NOW)
        add_faq(session, "駐車場はありますか", "裏に3台分あります。", now=NOW)
        complaint = InquiryFields(InquiryKind.COMPLAINT, InquiryChannel.PHONE, "カラーのあと、頭がかゆい")
        number = receive_inquiry(session, complaint, by="", now=NOW).inquiry_id
    with database.read() as session:
        [found] = inquiry_detail(session, number, NOW, TODAY).similar
        assert found.question == ITCH[0]
        assert find_similar(session, " ") == ()
        assert [one.question for one in faq_entries(session, "皮ふ科")] == [ITCH[0]]


def test_answers_are_changed_counted_and_deleted(database: Database) -> None:
    with database.write() as session:
        for question, answer, field in (("", "はい", "question"), ("問い", " ", "answer")):
            with pytest.raises(FaqIncomplete) as missing:
                add_faq(session, question, answer, now=NOW)
            assert missing.value.field == field
        add_faq(session, "一つ目", "答え", now=NOW)
        add_faq(session, "二つ目", "答え", now=NOW)
        [second, first] = faq_entries(session)
        count_use(session, first.id)
        assert [(one.question, one.used) for one in faq_entries(session)] == [("一つ目", 1), ("二つ目", 0)]
        assert edit_faq(session, first.id, "一つ目", "答え", now=NOW) is None
        edit_faq(session, first.id, "一つ目", "別の答え", now=NOW)
        undo(session, now=NOW)
        assert faq_entries(session)[0].answer == "答え"
        action = delete_faq(session, second.id, now=NOW)
        with pytest.raises(FaqGone):
            delete_faq(session, second.id, now=NOW)
        count_use(session, second.id)
        undo(session, action, now=NOW)
        assert len(faq_entries(session)) == 2


def test_an_answer_kept_since_is_offered_at_once(database: Database) -> None:
    with database.write() as session:
        add_faq(session, "駐車場はありますか", "裏に3台分あります。", now=NOW)
    with database.read() as session:
        assert not find_similar(session, ITCH[0])
    with database.write() as session:
        add_faq(session, *ITCH, now=NOW)
    with database.read() as session:
        assert [one.question for one in find_similar(session, ITCH[0])] == [ITCH[0]]


def test_sample_replies_of_the_kind_come_before_those_for_any(database: Database) -> None:
    with database.write() as session:
        save_reply(session, None, ReplyFields("いつでも", "ありがとうございます"), now=NOW)
        save_reply(session, None, ReplyFields("おわび", "{お名前}、申し訳ありません", InquiryKind.COMPLAINT), now=NOW)
        save_reply(session, None, ReplyFields("答え", "こちらです", InquiryKind.QUESTION), now=NOW)
        assert [one.title for one in sample_replies(session, InquiryKind.COMPLAINT)] == ["おわび", "いつでも"]
        assert len(sample_replies(session)) == 3
        apology = sample_replies(session, InquiryKind.COMPLAINT)[0]
        fields = ReplyFields(apology.title, apology.text, apology.kind)
        assert save_reply(session, apology.id, fields, now=NOW) is None
        with pytest.raises(ReplyIncomplete):
            save_reply(session, apology.id, ReplyFields("おわび", " "), now=NOW)
        action = delete_reply(session, apology.id, now=NOW)
        with pytest.raises(ReplyGone):
            delete_reply(session, apology.id, now=NOW)
        undo(session, action, now=NOW)
        assert sample_replies(session, InquiryKind.COMPLAINT)[0] == apology


def test_requests_are_put_together_and_counted(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        first = request(session, "夕方の受付を7時まで延ばしてほしい", customer_id=customer)
        second = request(session, "受付を夜7時まで延ばしてほしい", minutes=1)
        other = request(session, "子ども用の椅子がほしい", minutes=2)
        view = requests_view(session)
        assert next(row.title for row in view.alone) == "子ども用の椅子がほしい"
        assert view.suggestions[second].inquiry_ids == (first,)
        action = group_requests(session, [first, second], title="受付の時間", now=NOW)
        view = requests_view(session)
        [group] = view.groups
        assert (group.title, group.count, group.customer_ids, group.inquiry_ids) == ("受付の時間", 2, (customer,), (second, first))
        assert [row.inquiry_ids for row in view.alone] == [(other,)]
        late = request(session, "夕方の受付の時間を延ばして", minutes=3)
        assert requests_view(session).suggestions.get(late) == group
        assert group.id is not None
        group_requests(session, [late], title="", group_id=group.id, now=NOW)
        assert edit_group(session, group.id, title="受付の時間", state="", now=NOW) is None
        edit_group(session, group.id, title="受付は何時まで", state="来月から19時まで", now=NOW)
        [group] = requests_view(session).groups
        assert (group.title, group.state, group.count) == ("受付は何時まで", "来月から19時まで", 3)
        with pytest.raises(RequestGroupUnnamed):
            edit_group(session, group.id or 0, title=" ", state="", now=NOW)
        assert action


def test_a_group_that_is_left_empty_goes_and_comes_back_with_undo(database: Database) -> None:
    with database.write() as session:
        first, second = request(session, "一つ目"), request(session, "二つ目")
        group_requests(session, [first], title="甲", now=NOW)
        group_requests(session, [second], title="乙", now=NOW)
        by_title = {group.title: group.id or 0 for group in requests_view(session).groups}
        action = merge_groups(session, by_title["甲"], by_title["乙"], now=NOW)
        assert [(group.title, group.count) for group in requests_view(session).groups] == [("乙", 2)]
        with pytest.raises(RequestGroupGone):
            merge_groups(session, by_title["甲"], by_title["乙"], now=NOW)
        undo(session, action, now=NOW)
        assert {group.title for group in requests_view(session).groups} == {"甲", "乙"}
        action = ungroup(session, [first], now=NOW) or 0
        assert ungroup(session, [first], now=NOW) is None
        assert [group.title for group in requests_view(session).groups] == ["乙"]
        undo(session, action, now=NOW)
        assert len(requests_view(session).groups) == 2
        with pytest.raises(InquiryGone):
            group_requests(session, [], title="丙", now=NOW)
