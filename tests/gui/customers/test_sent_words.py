"""What the timeline says of a printed piece, by its kind."""

from __future__ import annotations

import pytest

from app.domain.customer_rows import SentRow
from app.domain.prints import PrintKind
from app.views.customers.sent_words import sent_sentence
from tests.factories import TODAY


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (PrintKind.THANK_YOU, "A card was sent"),
        (PrintKind.LETTER, "A letter was sent"),
        (PrintKind.ENVELOPE, "An envelope or address side was printed"),
        (PrintKind.LABELS, "A label was printed"),
        (PrintKind.MEMBER_CARDS, "A member card was printed"),
        (PrintKind.REFERRAL_CARDS, "A referral card was printed"),
    ],
)
def test_a_piece_is_called_what_it_is(kind: PrintKind, words: str) -> None:
    assert sent_sentence(SentRow(1, TODAY, "お礼", kind=kind)) == words
