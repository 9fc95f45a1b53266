"""The words of proposals and what is kept of their evidence; the page to hand over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.care import CareSettings
from app.domain.proposal_words import reason_of, short_reason, target_of, words_for_customer
from app.domain.proposals import Evidence, ProposalKind, ProposalSettings
from app.printing.proposal_page import PrintedProposal, render_proposal
from app.words import Catalogue

SEEN = Evidence("ヘッドスパ", "トリートメント", ProposalKind.CROSS_SELL, 34, 100, 12.0, 90, date(2026, 11, 4))
PAGE = PrintedProposal(
    language="ja",
    label="ご提案書",
    day="2026年11月20日(金)",
    addressee="吉田 和子 様",
    greeting="いつもありがとうございます。次のことをご提案します。",
    title="座ったまま楽なヘッドスパ短時間15分",
    parts=(("お役に立てる理由", "腰の負担が少なく、同じ年代の方によく選ばれています。"), ("料金", "ヘッドスパ ¥3,300"), ("目標", "")),
    answers_title="お返事",
    answers=("お願いする", "考えてみる", "今回は見送る"),
    sender=("美容室 こもれび", "〒150-0001 東京都渋谷区神宮前4-5-6", "電話 03-0000-1234 · 担当 田中 美咲"),
)


def english(_context: str, source: str) -> str:
    return source


def test_the_reason_comes_in_words_and_numbers() -> None:
    assert reason_of(SEEN, english) == (
        "34% of those who chose ヘッドスパ chose トリートメント as well within 90 days (of everybody who comes as often 12%)."
    )
    better = replace(SEEN, kind=ProposalKind.UP_SELL)
    assert "moved on to トリートメント within 90 days" in reason_of(better, english)
    assert short_reason(SEEN, english) == "ヘッドスパ: 34% took this next (of everybody 12%)"
    assert words_for_customer(SEEN, english) == "Many who chose ヘッドスパ like トリートメント as well."


def test_the_reason_is_there_in_japanese() -> None:
    said = reason_of(SEEN, Catalogue.load("ja").tr)
    assert said == "ヘッドスパを選んだ方の34%が、90日以内にトリートメントも選んでいます(同じくらいご来店の方全体では12%)。"


def test_an_aim_is_so_much_more_within_some_time() -> None:
    assert target_of(20, 6, english) == "+20% in 6 months"
    assert target_of(20, None, english) == "+20%"
    assert target_of(None, 6, english) == ""


def test_evidence_is_kept_whole_and_nothing_else_is_taken_for_it() -> None:
    assert Evidence.from_json(SEEN.to_json()) == SEEN
    assert SEEN.base == 0.12 and SEEN.lift == pytest.approx(34 / 12)
    for broken in ({}, {"counts": [1]}, SEEN.to_json() | {"counts": [0, 5]}, SEEN.to_json() | {"kind": "x"}, SEEN.to_json() | {"usual": 0}):
        assert Evidence.from_json(broken) is None


def test_the_least_numbers_are_kept_with_the_care_of_the_shop() -> None:
    own = CareSettings(proposals=ProposalSettings(30, 8, 1.5, 60))
    assert CareSettings.from_json(own.to_json()) == own
    assert CareSettings.from_json({"proposals": {"buyers": 1, "lift": 0.5, "followed": "x"}}).proposals == ProposalSettings()


def test_the_page_is_the_same_for_the_same_words_and_one_page_however_much_is_said() -> None:
    import pypdfium2

    assert render_proposal(PAGE) == render_proposal(PAGE)
    long = replace(PAGE, title="とても長い題名" * 20, parts=(("理由", "言葉を尽くして申し上げます。" * 200), ("料金", "¥3,300")))
    for page in (PAGE, long):
        document = pypdfium2.PdfDocument(render_proposal(page))
        try:
            assert len(document) == 1
            text = document[0].get_textpage().get_text_bounded()
            assert "吉田 和子 様" in text and "お願いする" in text and "美容室 こもれび" in text
        finally:
            document.close()
