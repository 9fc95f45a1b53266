"""The squares of survey sheets, put together from single bits, against an encoder and a reader that know nothing of it."""

from __future__ import annotations

import numpy as np
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.codes import ALPHABET, LENGTH
from app.domain.survey_sheets import CODE_ENDS, SheetCode, sheet_code
from app.printing.survey_codes import code_rows

CODES = st.builds(SheetCode, st.integers(1, 10**6), st.integers(0, 40), st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH))


@settings(max_examples=120)
@given(code=CODES, end=st.sampled_from(CODE_ENDS))
def test_each_code_is_read_as_what_it_says(code: SheetCode, end: str) -> None:
    text = code.to_text(end)
    rows = code_rows(text)
    masks = (segno.make(text, version=2, error="m", mode="alphanumeric", mask=mask, boost_error=False).matrix for mask in range(8))
    assert rows in [tuple("".join(str(int(square)) for square in row) for row in matrix) for matrix in masks]
    grid = np.array([[int(square) for square in row] for row in rows], np.uint8)
    picture = np.kron(np.pad(255 - 255 * grid, 4, constant_values=255), np.ones((6, 6), np.uint8))
    [found] = zxingcpp.read_barcodes(picture)
    assert sheet_code(found.text) == (code, end)


def test_the_two_codes_of_a_page_differ() -> None:
    code = SheetCode(12, 0, "K7M42QX")
    assert code_rows(code.to_text("A")) != code_rows(code.to_text("B"))
