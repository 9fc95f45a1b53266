"""Which pieces lie on which pages, and which of them a printer did not get whole."""

from __future__ import annotations

import pytest

from app.domain.piece_pages import spans_of, unsent_pieces, words_of_numbers

LETTERS = ((0, 1), (2, 2), (3, 4))


def test_a_piece_spans_all_pages_it_lies_on() -> None:
    assert spans_of([(1, 0), (1, 1), (1, 0), (2, 2), (3, 4), (3, 3)]) == LETTERS
    assert spans_of([(2, 0), (1, 0), (2, 1)]) == ((0, 0), (0, 1))
    assert spans_of([]) == ()


@pytest.mark.parametrize(
    ("pages", "waiting"), [(range(5), []), (range(4), [3]), (range(1, 5), [1]), ((), [1, 2, 3]), ((0, 1, 3, 4), [2]), ((0, 2, 4), [1, 3])]
)
def test_a_letter_waits_unless_all_its_pages_were_sent(pages: range, waiting: list[int]) -> None:
    assert unsent_pieces(LETTERS, pages) == waiting


def test_a_letter_whose_middle_page_is_missing_waits() -> None:
    assert unsent_pieces(((0, 2), (3, 5)), (0, 2, 3, 4, 5)) == [1]


def test_labels_wait_with_their_sheet() -> None:
    assert unsent_pieces(((0, 0), (0, 1), (1, 1)), [0]) == [2, 3]


def test_numbers_are_said_by_their_runs() -> None:
    assert words_of_numbers([1]) == "1"
    assert words_of_numbers([1, 2]) == "1-2"
    assert words_of_numbers([3, 4, 5, 8, 10, 11]) == "3-5, 8, 10-11"
    assert words_of_numbers([]) == ""
