"""The printed first-response card: one page, every word on it, the same bytes each time."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.inquiry_cards import LONGEST_STEP, MOST_STEPS
from app.printing.response_card import ResponseCard, draw_response_card

CARD = ResponseCard(
    "最初の対応:苦情",
    "担当がいなくても、まずこの順に対応します。",
    ("まずお詫びする", "髙橋さんに伝える", "受診をすすめる"),
    "美容室 こもれび",
)


def test_every_word_is_on_one_page_of_a5() -> None:
    document = draw_response_card(CARD)
    [page] = PdfReader(BytesIO(document)).pages
    assert [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)] == [148, 210]
    text = "".join(page.extract_text().split())
    for words in (CARD.title, CARD.note, *CARD.steps, CARD.foot):
        assert "".join(words.split()) in text
    assert draw_response_card(CARD) == document


@pytest.mark.parametrize("step", ["あ" * LONGEST_STEP, "word " * (LONGEST_STEP // 5)])
def test_the_most_and_longest_steps_still_fit(step: str) -> None:
    card = ResponseCard("First response", "note", (step,) * MOST_STEPS, "Shop", "en")
    document = draw_response_card(card)
    [page] = PdfReader(BytesIO(document)).pages
    lowest: list[float] = []
    page.extract_text(visitor_text=lambda text, _cm, tm, *_more: lowest.append(tm[5]) if text.strip() else None)
    assert min(lowest) > 20
