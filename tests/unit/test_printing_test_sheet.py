"""The sheets with rulers: every stock has one, of its size, and what stands on it moves with the shift that is typed."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from app.domain.cards import Calibration
from app.domain.label_sheets import LABEL_SHEETS
from app.domain.print_profiles import STOCKS, paper_of_stock
from app.domain.templates import UnknownPaper
from app.printing.geometry import PAPERS
from app.printing.page_images import page_sizes
from app.printing.test_sheet import render_stock_test_sheet

DOTS = 300


def left_ruler(stock: str, calibration: Calibration | None = None) -> float:
    """How far from the left edge the line 10 stands, in mm: where the ruler has ink well above its short marks."""
    document = pypdfium2.PdfDocument(render_stock_test_sheet(stock, calibration))
    image: np.ndarray = document[0].render(scale=DOTS / 72, grayscale=True).to_numpy()
    document.close()
    if calibration is not None and calibration.rotated:
        image = image[::-1, ::-1]
    a_mm = DOTS / 25.4
    middle = image.shape[0] / 2 - (calibration.dy * a_mm if calibration else 0)
    rows = image[round(middle - 2.7 * a_mm) : round(middle - 2.2 * a_mm), round(7 * a_mm) : round(13.5 * a_mm)]
    marks = np.nonzero((rows < 140).all(axis=0))[0]
    return float(marks.mean()) / a_mm + 7


@pytest.mark.parametrize("stock", STOCKS)
def test_every_stock_has_a_sheet_of_its_size(stock: str) -> None:
    paper = PAPERS[paper_of_stock(stock)]
    (size,) = page_sizes(render_stock_test_sheet(stock))
    assert size == pytest.approx((paper.width, paper.height), abs=0.01)


@pytest.mark.parametrize("stock", ["はがき", "長形4号", "角形2号", "洋形4号", "DL", "A4", "Letter", "名刺"])
def test_line_ten_is_ten_millimetres_from_the_edge_and_moves_with_the_shift(stock: str) -> None:
    assert left_ruler(stock) == pytest.approx(10.0, abs=0.1)
    assert left_ruler(stock, Calibration(dx=1.3)) == pytest.approx(11.3, abs=0.1)
    assert left_ruler(stock, Calibration(dx=1.3, rotated=True)) == pytest.approx(11.3, abs=0.1)


def test_a_sheet_of_labels_shows_their_numbers() -> None:
    document = pypdfium2.PdfDocument(render_stock_test_sheet("Avery 5160", Calibration(dx=0.5)))
    said = document[0].get_textpage().get_text_range()
    document.close()
    assert {str(number) for number in range(1, LABEL_SHEETS["Avery 5160"].labels + 1)} <= set(said.split())
    assert "Avery 5160" in said
    assert "+0.5 mm" in said


def test_a_sheet_of_the_shops_own_is_drawn_and_an_unknown_paper_refused() -> None:
    (size,) = page_sizes(render_stock_test_sheet("custom:A4,2x5,90x50,95x52,10x15"))
    assert size == pytest.approx((210, 297), abs=0.01)
    with pytest.raises(UnknownPaper):
        render_stock_test_sheet("B7")
