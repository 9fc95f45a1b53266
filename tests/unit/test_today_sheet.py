"""The day on paper: one page, nobody left out without being named, no small print."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from app.printing.today_sheet import SMALLEST, PrintedToday, SheetLine, SheetSection, TodaySheet, render_today

NAMES = ("髙橋 由美子", "𠮷田 大輔", "渡邉󠄂 真理", "Emily Johnson", "株式会社 まつもと建設")


def line(number: int) -> SheetLine:
    last = "11/4 お電話: 色持ちを気にされていた。次は明るめをご希望とのこと、仕上がりの写真もお見せする" if number % 2 else ""
    name = f"{NAMES[number % len(NAMES)]}{number}"
    return SheetLine(name, f"用件{number}", "いつも38日ごと・前回から61日", last, "090-1234-5678", "担当 田中")


def printed(late: int, today: int, *, more: str = "ほかに 9名 が、今日の目安です。") -> PrintedToday:
    sections = (
        SheetSection("期限が過ぎています", tuple(line(number) for number in range(late)), True),
        SheetSection("今日", tuple(line(number) for number in range(late, late + today))),
    )
    sheet = TodaySheet("ja", "美容室", "今日", "みんな", "メモ", sections, "全部済みました。", more, "あと {count}件: {names}", " · ", "、")
    return render_today(sheet)


def text_of(made: PrintedToday) -> str:
    document = pypdf.PdfReader(io.BytesIO(made.document))
    assert len(document.pages) == 1
    box = document.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    return document.pages[0].extract_text()


@pytest.mark.parametrize(("late", "today"), [(0, 1), (3, 6), (0, 20), (2, 18), (20, 0)])
def test_a_day_within_the_usual_cap_stands_whole_on_one_page(late: int, today: int) -> None:
    made = printed(late, today)
    assert (made.shown, made.left_out) == (late + today, 0)
    text = text_of(made)
    assert all(f"用件{number}" in text for number in range(late + today))
    assert "ほかに 9名 が、今日の目安です。" in text
    assert ("期限が過ぎています" in text) == bool(late)


def test_what_does_not_fit_is_named_at_the_foot() -> None:
    made = printed(10, 20)
    text = text_of(made)
    assert made.shown >= 18 and made.left_out == 30 - made.shown
    assert f"あと {made.left_out}件" in text
    for number in range(made.shown, made.shown + 4):
        assert f"用件{number}" not in text and str(NAMES[number % len(NAMES)]).split()[-1] in text


def test_very_many_are_counted_and_stay_on_the_page() -> None:
    made = printed(0, 400)
    assert f"あと {made.left_out}件" in text_of(made) and made.shown + made.left_out == 400


def test_a_day_without_anything_says_so() -> None:
    assert "全部済みました。" in text_of(printed(0, 0, more=""))


def test_no_word_is_smaller_than_nine_points_and_no_sign_is_lost() -> None:
    document = pypdf.PdfReader(io.BytesIO(printed(3, 17).document))
    contents = document.pages[0].get_contents()
    assert contents is not None
    sizes = [float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", contents.get_data())]
    assert sizes and min(sizes) >= SMALLEST == 9.0
    text = document.pages[0].extract_text()
    assert "髙橋" in text and "𠮷田" in text


def test_the_same_day_gives_the_same_bytes() -> None:
    assert printed(3, 17).document == printed(3, 17).document
    assert printed(3, 17).document != printed(3, 16).document
