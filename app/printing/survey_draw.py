"""The pages of survey sheets as drawn: what all sheets share once in a document, and on top of it each sheet's codes and name."""

from __future__ import annotations

from app.domain.survey_prints import PrintedSheet, SheetShop
from app.domain.survey_sheets import CODE_ENDS, SheetCode
from app.printing.geometry import MM
from app.printing.ink import BLACK, Ink
from app.printing.pdf import PdfFile
from app.printing.survey_codes import draw_squares
from app.printing.survey_head import foot_left, foot_marks, shop_marks
from app.printing.survey_layout import LaidOut
from app.printing.survey_marks import SolidMark, glyphs_of, shortened, width_of
from app.printing.survey_measures import CODE_QUIET, CODE_TYPE, SQUARE_CENTRE, Measures
from app.printing.survey_parts import regular

_NAME_SIZES = (12.0, 11.0, 10.0, 9.0)
_NAME_BASELINE = SQUARE_CENTRE + 3.8
_CODE_BELOW = 2.9
_CODE_DESCENT = 0.4


class SheetDrawer:
    """Draws the pages of one laid-out sheet into a document."""

    def __init__(self, file: PdfFile, laid: LaidOut, shop: SheetShop) -> None:
        self._file = file
        self._laid = laid
        self._shop = shop

    def draw_static(self, ink: Ink, page: int) -> None:
        """All of a page that is alike on each sheet."""
        laid, m = self._laid, self._laid.measures
        fixed = [*(SolidMark(box) for box in m.squares), *shop_marks(self._shop.name, m)]
        fixed += foot_marks(self._shop.name, self._shop.phone, laid.words, page, len(laid.pages), m)
        for mark in fixed:
            mark.draw(ink, 0.0)
        for mark, down in laid.pages[page].marks:
            mark.draw(ink, down)

    def show_static(self, ink: Ink, page: int) -> None:
        """The same as a form that the document holds once."""
        name = f"Sheet{page}"
        if not self._file.has_form(name):
            paper = self._laid.measures.paper
            form = Ink(self._file, paper)
            self.draw_static(form, page)
            self._file.add_form(name, form.content(), paper.width * MM, paper.height * MM)
        ink.show(name)

    def draw_own(self, ink: Ink, page: int, sheet: PrintedSheet, layout_id: int) -> None:
        """Codes as squares and as signs to type in, and on the first page whose sheet it is."""
        m = self._laid.measures
        code = SheetCode(layout_id, page, sheet.code)
        for end, box in zip(CODE_ENDS, m.codes, strict=True):
            draw_squares(code.to_text(end), box, ink)
        ink.fill_colour(BLACK)
        glyphs = glyphs_of(code.shown, regular())
        right = m.right - width_of(code.shown, regular(), CODE_TYPE)
        ink.text(glyphs, right, m.codes[0].bottom + CODE_QUIET + _CODE_BELOW, CODE_TYPE)
        ink.text(glyphs, foot_left(m), m.codes[1].bottom - _CODE_DESCENT, CODE_TYPE)
        if page == 0 and sheet.addressee.strip():
            self._draw_name(ink, sheet, m)

    def _draw_name(self, ink: Ink, sheet: PrintedSheet, m: Measures) -> None:
        said, title = said_name(self._laid, sheet)
        size = next((one for one in _NAME_SIZES if width_of(said, regular(), one) <= m.head_width), _NAME_SIZES[-1])
        ink.text(shortened(said, regular(), size, m.head_width, f"… {title}".strip()), m.margin, _NAME_BASELINE, size)


def said_name(laid: LaidOut, sheet: PrintedSheet) -> tuple[str, str]:
    """The name as it stands on a sheet, and the honorific in it."""
    title = sheet.honorific if laid.words.honorific else ""
    return f"{sheet.addressee.strip()} {title}".strip(), title


def holds_name(laid: LaidOut, name: str) -> bool:
    """Whether the head of the sheet has room for all of it, in the smallest letters there are."""
    return width_of(said_name(laid, PrintedSheet("", name))[0], regular(), _NAME_SIZES[-1]) <= laid.measures.head_width
