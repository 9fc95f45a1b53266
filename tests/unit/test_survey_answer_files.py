"""Answers of web forms as their programs write them: columns, choices, scales, times."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from app.domain.surveys import Answer, Question, QuestionKind, SurveyContent
from app.exchange.problems import MissingColumns, RowReason, UnknownColumn, UnknownField
from app.exchange.survey_answers import AnswerReading, read_answers, read_moment
from app.exchange.survey_choices import reader_of
from app.exchange.survey_columns import aim_of, question_target, target_words
from app.exchange.survey_form import AnswerForm, open_form
from tests.surveys import CONTENT

TOKYO = ZoneInfo("Asia/Tokyo")
TODAY = date(2026, 11, 20)
HEAD = (
    "タイムスタンプ,1. ご友人にすすめたいと思いますか？,スタッフの対応はいかがでしたか,来店のきっかけ,よかったところ,"
    "年に何回,はじめての日,ひとこと,メールアドレス\n"
)
GOOGLE = f"""{HEAD}2026/11/02 3:04:05 午後 GMT+9,10,5 とても満足,チラシ,"技術, 雰囲気",12回,2024/04/01,"また来ます
ありがとう",hanako@example.jp
2026/11/03 10:00:00 午前 GMT+9,6,2,SNS,価格,,,,
,,,,,,,,
2026/11/04 10:00:00 午前 GMT+9,11,3,その他(看板),"技術, 駐車場",3,2020-13-01,,
"""


def form_of(tmp_path: Path, text: str, content: SurveyContent = CONTENT, **more: object) -> AnswerForm:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    return open_form(path, content, **more)  # type: ignore[arg-type]


def read(form: AnswerForm, content: SurveyContent = CONTENT) -> AnswerReading:
    return read_answers(form, form.mapping, content, today=TODAY, zone=TOKYO)


def matched(form: AnswerForm) -> dict[str, str]:
    return {name: target for name, target in zip(form.header, form.mapping.targets, strict=True) if target}


def one(question: Question, cell: str, values: tuple[str, ...] = ()) -> Answer | None:
    return reader_of(question, values)(cell).answer


def chosen(question: Question, cell: str, values: tuple[str, ...] = ()) -> tuple[str, ...]:
    answer = one(question, cell, values)
    return () if answer is None else answer.chosen


def scale(points: int = 5, **more: object) -> Question:
    return Question("s", QuestionKind.SCALE, "満足度", points=points, **more)  # type: ignore[arg-type]


def test_a_form_of_one_row_of_headings(tmp_path: Path) -> None:
    form = form_of(tmp_path, GOOGLE)
    assert matched(form) == {
        "タイムスタンプ": "answered_at",
        "1. ご友人にすすめたいと思いますか？": question_target("nps"),
        "スタッフの対応はいかがでしたか": question_target("staff"),
        "来店のきっかけ": question_target("why"),
        "よかったところ": question_target("liked"),
        "年に何回": question_target("visits"),
        "はじめての日": question_target("since"),
        "ひとこと": question_target("words"),
        "メールアドレス": "email",
    }
    reading = read(form)
    first, second, third = reading.drafts
    assert (first.row, first.day, first.who.email) == (2, date(2026, 11, 2), "hanako@example.jp")
    assert set(first.answers) == {
        Answer("nps", ("10",)), Answer("staff", ("5",)), Answer("why", ("チラシ",)), Answer("liked", ("技術", "雰囲気")),
        Answer("visits", number=12.0), Answer("since", day=date(2024, 4, 1)), Answer("words", words="また来ます\nありがとう"),
    }  # fmt: skip
    assert Answer("why", ("other",), words="SNS") in second.answers
    assert set(third.answers) == {
        Answer("staff", ("3",)), Answer("why", ("other",), words="看板"), Answer("liked", ("技術",)), Answer("visits", number=3.0),
    }  # fmt: skip
    assert [(warning.row, warning.reason, warning.value) for warning in reading.warnings] == [
        (5, RowReason.ANSWER_UNKNOWN, "11"),
        (5, RowReason.ANSWER_UNKNOWN, "駐車場"),
        (5, RowReason.NO_SUCH_MONTH, "2020-13-01"),
    ]
    assert reading.refused == []


def test_two_rows_of_headings_and_a_column_for_each_option(tmp_path: Path) -> None:
    text = (
        "Respondent ID,End Date,Email Address,よかったところ,,,,来店のきっかけ,\n"
        ",,,技術,雰囲気,価格,立地,Response,その他 (please specify)\n"
        "118001,11/14/2026 02:30:00 PM,a@example.jp,技術,,価格,,チラシ,\n"
        "118002,11/09/2026 09:00:00 AM,,,雰囲気,,,,友人の車\n"
    )
    form = form_of(tmp_path, text)
    assert matched(form)["よかったところ [価格]"] == question_target("liked", "価格")
    assert matched(form)["来店のきっかけ"] == question_target("why")
    reading = read(form)
    assert [(draft.row, draft.day) for draft in reading.drafts] == [(3, date(2026, 11, 14)), (4, date(2026, 11, 9))]
    assert set(reading.drafts[0].answers) == {Answer("liked", ("技術", "価格")), Answer("why", ("チラシ",))}
    assert Answer("liked", ("雰囲気",)) in reading.drafts[1].answers


def test_a_workbook_with_times_as_times(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ID", "開始時刻", "完了時刻", "メール", "名前", "ご友人にすすめたいと思いますか", "よかったところ", "はじめての日"])
    times = datetime(2026, 11, 3, 9, 58), datetime(2026, 11, 3, 10, 1, 30)
    sheet.append([1, *times, "anonymous", None, 9, "技術;価格;", datetime(2024, 4, 1)])
    path = tmp_path / "answers.xlsx"
    book.save(path)
    form = open_form(path, CONTENT)
    assert form.mapping.targets[:5] == ("response_id", "", "answered_at", "email", "name")
    (draft,) = read(form).drafts
    assert (draft.day, draft.who.is_empty) == (date(2026, 11, 3), True)
    assert set(draft.answers) == {Answer("nps", ("9",)), Answer("liked", ("技術", "価格")), Answer("since", day=date(2024, 4, 1))}


def test_headings_with_an_option_each_and_ticks_as_numbers(tmp_path: Path) -> None:
    text = "回答日,よかったところ [技術],よかったところ [価格],Q5 年に何回\n2026/11/01,1,0,4\n2026/11/01,0,TRUE,\n"
    reading = read(form_of(tmp_path, text))
    assert [draft.answers[0].chosen for draft in reading.drafts] == [("技術",), ("価格",)]


def test_columns_are_matched_by_hand(tmp_path: Path) -> None:
    text = "いつ,点,良い所,だれ\n2026/11/01,9,技術,佐藤\n"
    form = form_of(tmp_path, text, overrides=("いつ=answered_at", "点=1", "C=よかったところ", "だれ=name"))
    assert form.mapping.targets == ("answered_at", question_target("nps"), question_target("liked"), "name")
    assert form_of(tmp_path, text, overrides=("良い所=liked [技術]",)).mapping.targets[2] == question_target("liked", "技術")
    with pytest.raises(UnknownField):
        form_of(tmp_path, text, overrides=("点=11",))
    with pytest.raises(UnknownColumn):
        form_of(tmp_path, text, overrides=("ない=1",))
    bare = form_of(tmp_path, text)
    with pytest.raises(MissingColumns):
        read(bare)


def test_a_heading_that_is_only_alike(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        "タイムスタンプ,スタッフの応対はいかがでしたか,お店を友だちに勧めますか(0〜10),天気はいかがでしたか\n2026/11/01,5,8,晴れ\n",
    )
    assert form.mapping.targets == ("answered_at", question_target("staff"), question_target("nps"), "")


def test_an_option_that_holds_a_separator() -> None:
    several = Question("m", QuestionKind.MULTI, "何", options=("カット", "カット, カラー", "ヘッドスパ・育毛"), has_other=True)
    assert chosen(several, "カット, カラー, ヘッドスパ・育毛") == ("カット, カラー", "ヘッドスパ・育毛")
    assert chosen(several, "カット;ヘッドスパ・育毛") == ("カット", "ヘッドスパ・育毛")
    assert one(several, "カット\nコーヒー・紅茶、雑誌") == Answer("m", ("カット", "other"), words="コーヒー・紅茶、雑誌")


def test_one_option_by_its_words_or_its_number() -> None:
    question = Question("o", QuestionKind.SINGLE, "なぜ", options=("ご紹介", "チラシ", "Web サイト"))
    for cell in ("Web サイト", "ｗｅｂサイト。", "3. Web サイト", "3"):
        assert chosen(question, cell) == ("Web サイト",)
    assert reader_of(question)("新聞").problem is RowReason.ANSWER_UNKNOWN
    counted = Question("c", QuestionKind.SINGLE, "人数", options=("0名", "1名", "2名"))
    assert reader_of(counted)("1").problem is RowReason.ANSWER_UNKNOWN


def test_points_of_a_scale() -> None:
    assert chosen(scale(), "5 とても満足") == chosen(scale(), "5.0") == chosen(scale(), "★★★★★") == chosen(scale(), "5/5") == ("5",)
    assert chosen(scale(), "6") == ()
    named = scale(labels=("悪い", "やや悪い", "普通", "良い", "とても良い"))
    assert (chosen(named, "良い"), chosen(named, "とても良い")) == (("4",), ("5",))
    assert chosen(scale(ends=("不満", "満足")), "満足") == ("5",)
    wide = ("とても満足", "満足", "普通", "不満", "とても不満")
    assert [chosen(scale(), word, wide) for word in wide] == [("5",), ("4",), ("3",), ("2",), ("1",)]
    narrow = ("満足", "やや満足", "どちらともいえない", "やや不満", "不満")
    assert [chosen(scale(), word, narrow) for word in narrow] == [("5",), ("4",), ("3",), ("2",), ("1",)]
    english = ("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied")
    assert [chosen(scale(), word, english) for word in english] == [("5",), ("4",), ("3",), ("2",), ("1",)]
    assert chosen(scale(), "満足", ("満足", "普通")) == ()
    assert chosen(scale(3), "不満", ("満足", "普通", "不満")) == ("1",)


def test_a_scale_whose_best_point_is_the_first() -> None:
    values = ("1 とても満足", "2", "5 とても不満")
    assert [chosen(scale(), value, values) for value in values] == [("5",), ("4",), ("1",)]


def test_scores_of_recommending() -> None:
    question = Question("n", QuestionKind.NPS, "すすめますか", ends=("まったく思わない", "とても思う"))
    assert chosen(question, "10 - とても思う") == chosen(question, "とても思う") == chosen(question, "10/10") == ("10",)
    assert chosen(question, "まったく思わない") == chosen(question, "0") == ("0",)
    assert chosen(question, "推奨者") == chosen(question, "-") == ()


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2026/11/20 3:04:05 午後 GMT+9", 15),
        ("2026-11-20T06:04:05Z", 15),
        ("2026-11-20 06:04:05 UTC", 15),
        ("2026-11-20T15:04:05+09:00", 15),
        ("11/20/26 15:04:05", 15),
        ("11/20/2026 03:04:05 PM", 15),
        ("2026年11月20日 15時04分", 15),
        ("46346.628", 15),
    ],
)
def test_time_stamps(text: str, hour: int) -> None:
    moment = read_moment(text, None, TOKYO)
    assert (moment.date(), moment.hour) == (date(2026, 11, 20), hour)  # type: ignore[union-attr]


def test_a_time_of_another_zone_is_the_day_of_the_shop() -> None:
    assert read_moment("2026-11-19 20:00 UTC", None, TOKYO).date() == TODAY  # type: ignore[union-attr]


def test_rows_that_cannot_come_in(tmp_path: Path) -> None:
    text = "タイムスタンプ,来店のきっかけ,年に何回\n2026/11/21,チラシ,1\n,チラシ,2\nきのう,チラシ,3\n2026/11/01,,\n2026/11/01,,99\n"
    reading = read(form_of(tmp_path, text))
    assert reading.drafts == [] and reading.warnings == []
    assert [(error.row, error.reason) for error in reading.refused] == [
        (2, RowReason.DATE_IN_FUTURE),
        (3, RowReason.DATE_MISSING),
        (4, RowReason.DATE_UNREADABLE),
        (5, RowReason.NOTHING_ANSWERED),
        (6, RowReason.NUMBER_OUT_OF_RANGE),
    ]


def test_what_is_no_choice_is_told_and_given_one_by_hand(tmp_path: Path) -> None:
    text = (
        "日時,よかったところ,スタッフの対応はいかがでしたか,よかったところ [価格]\n"
        '2026/11/01,"技術, 駐車場、トイレ",ふたつ,△\n2026/11/02,"駐車場",2,\n2026/11/03, 駐車場。,3,1\nいつか,駐車場,4,\n'
    )
    form = form_of(tmp_path, text, overrides=["よかったところ=liked", "よかったところ [価格]=liked [価格]"])
    liked, staff, price = question_target("liked"), question_target("staff"), question_target("liked", "価格")
    reading = read(form)
    assert [(one.target, one.text, one.count) for one in reading.unmatched] == [
        (liked, "駐車場", 3), (liked, "駐車場、トイレ", 1), (staff, "ふたつ", 1), (price, "△", 1)
    ]  # fmt: skip
    meanings = {(liked, "駐車場"): "立地", (staff, "ふたつ"): "2", (price, "△"): "価格"}
    told = read_answers(form, form.mapping, CONTENT, today=TODAY, zone=TOKYO, meanings=meanings)
    assert [draft.answers for draft in told.drafts] == [
        (Answer("liked", ("技術", "価格", "立地")), Answer("staff", ("2",))),
        (Answer("liked", ("立地",)), Answer("staff", ("2",))),
        (Answer("liked", ("価格", "立地")), Answer("staff", ("3",))),
    ]
    assert [(one.target, one.text, one.count) for one in told.unmatched] == [(liked, "トイレ", 1)]
    assert [(one.row, one.value) for one in told.warnings] == [(2, "トイレ")]
    assert [draft.reference for draft in told.drafts] == [draft.reference for draft in reading.drafts]


def test_an_only_answer_is_not_lost_once_it_is_told(tmp_path: Path) -> None:
    form = form_of(tmp_path, "日時,よかったところ\n2026/11/01,駐車場\n")
    assert [error.reason for error in read(form).refused] == [RowReason.ANSWER_UNKNOWN]
    meanings = {(question_target("liked"), "駐車場"): "立地"}
    told = read_answers(form, form.mapping, CONTENT, today=TODAY, zone=TOKYO, meanings=meanings)
    assert told.refused == [] and told.drafts[0].answers == (Answer("liked", ("立地",)),)


def test_a_row_is_known_again_in_a_longer_file(tmp_path: Path) -> None:
    rows = ["2026/11/01 10:00:00,チラシ,", "2026/11/01 10:00:00,チラシ,", "2026/11/02 10:00:00,,4"]
    head = "タイムスタンプ,来店のきっかけ,年に何回"
    short = read(form_of(tmp_path, "\n".join((head, *rows)) + "\n"))
    longer = [f"{head},天気", "2026/11/03 09:00:00,ネット,,雨", *(f"{row}," for row in reversed(rows))]
    long = read(form_of(tmp_path, "\n".join(longer) + "\n"))
    assert len({draft.reference for draft in short.drafts}) == 3
    assert {draft.reference for draft in short.drafts} < {draft.reference for draft in long.drafts}


def test_without_a_column_of_times_it_was_today(tmp_path: Path) -> None:
    reading = read(form_of(tmp_path, "来店のきっかけ,年に何回\nチラシ,3\n"))
    assert (reading.has_days, reading.drafts[0].day) == (False, TODAY)


def test_what_a_column_is_called() -> None:
    assert target_words(question_target("liked", "技術"), CONTENT, "ja") == "4. よかったところ [技術]"
    assert target_words("answered_at", CONTENT, "en") == "Answered at"
    assert aim_of("email") is None
