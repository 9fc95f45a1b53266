"""What is offered as similar: by shared pairs of characters, whatever the way of writing."""

from __future__ import annotations

from time import perf_counter

from app.domain.inquiries import InquiryKind, PromiseNote
from app.domain.inquiry_cards import LONGEST_STEP, MOST_STEPS, USUAL_STEPS, checked_steps, topic_of
from app.domain.inquiry_likeness import coverage, groups_like, likeness, pairs_of, rank
from app.domain.inquiry_replies import READY_REPLIES, filled, unknown_fields
from app.domain.inquiry_rows import MergeValues

KNOWN = [
    ("カラーのあとかゆいときは?", "ぬるま湯で流してください。次の日も続くときは、皮ふ科をおすすめします。"),
    ("次も同じ薬剤で大丈夫?", "前の週に、腕の内側でためし塗りをして確かめます。薬剤も替えられます。"),
    ("駐車場はありますか", "お店の裏に3台分あります。"),
    ("Do you take cards?", "Yes, all of the usual ones."),
]


def test_the_likest_comes_first_and_what_shares_nothing_stays_away() -> None:
    said = "染めたあと、頭皮がかゆい\n昨日カラーをしてから、夜になって頭がかゆくなりました。次も同じ薬剤でよいのか心配です。"
    places = [place for place, _like in rank(said, KNOWN)]
    assert places[:2] == [1, 0] or places[:2] == [0, 1]
    assert 2 not in places and 3 not in places
    assert rank("ﾁｭｳｼｬｼﾞｮｳ", KNOWN) == []
    assert rank("駐車場", KNOWN)[0][0] == 2
    assert rank("do you take CARDS", KNOWN)[0][0] == 3
    assert rank("", KNOWN) == rank("。。", KNOWN) == []


def test_likeness_by_hand() -> None:
    assert likeness(pairs_of("あいう"), pairs_of("アイウ")) == 1
    # アイ・イウ against イウ・ウエ: one of two pairs each.
    assert likeness(pairs_of("あいう"), pairs_of("いうえ")) == 0.5
    assert coverage(pairs_of("あいう"), pairs_of("いうえ")) == 0.5
    assert likeness(pairs_of(""), pairs_of("あ")) == 0


def test_requests_that_ask_for_the_same_are_seen() -> None:
    titles = [(4, "夕方の受付を7時まで延ばしてほしい"), (9, "子ども用の椅子がほしい")]
    assert groups_like("受付を夜7時まで延ばしてほしい", titles) == 4
    assert groups_like("駐車場を広げてほしい", titles) is None
    assert groups_like("何か", []) is None


def test_matching_among_two_thousand_answers_is_quick_enough_while_typing() -> None:
    many = [(f"{question} {n}", answer) for n in range(500) for question, answer in KNOWN]
    begin = perf_counter()
    rank("昨日カラーをしてから頭がかゆくなりました。次も同じ薬剤でよいのか心配です。", many)
    assert perf_counter() - begin < 2


def test_every_kind_has_a_card_and_the_owner_may_write_another() -> None:
    assert set(USUAL_STEPS) == set(InquiryKind)
    assert all(3 <= len(steps) <= MOST_STEPS for steps in USUAL_STEPS.values())
    assert checked_steps([" まず ", "", 3, "あ" * 500]) == ("まず", "あ" * LONGEST_STEP)
    assert len(checked_steps(["x"] * 50)) == MOST_STEPS
    assert checked_steps(None) == ()
    assert topic_of(InquiryKind.COMPLAINT) == "inquiry:complaint"


def test_fields_of_a_sample_reply_are_filled_in_both_languages() -> None:
    values = MergeValues(name="井上 恵子 様", shop="こもれび", staff="田中", title="かゆみ", promise="17時までにお電話します。")
    assert filled("{お名前}、お知らせくださり助かりました。{お約束}\n{お店} {担当}", values) == (
        "井上 恵子 様、お知らせくださり助かりました。17時までにお電話します。\nこもれび 田中"
    )
    assert filled("{Name}, about “{title}”", values) == "井上 恵子 様, about “かゆみ”"
    assert filled("{お名前}、こんにちは", MergeValues()) == "こんにちは"
    assert filled("{ポイント}点", values) == "{ポイント}点"
    assert unknown_fields("{お名前}{ポイント}") == ("ポイント",)
    assert all(not unknown_fields(one.text) for one in READY_REPLIES)


def test_a_promise_is_read_back_whatever_stands_in_its_place() -> None:
    assert PromiseNote.from_text("昔の書き方") == PromiseNote("昔の書き方", None)
    assert PromiseNote.from_text(PromiseNote("二行\n目", None).to_text()) == PromiseNote("二行\n目", None)
