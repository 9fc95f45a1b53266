"""Sheets of a survey with pages that came back, without paper: what a reader would have said of them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PIL import Image
from sqlalchemy.orm import Session

from app.domain.codes import piece_code
from app.domain.survey_pages import BoxReading, Doubt, PageState, ReadPage
from app.domain.survey_queue import TakenPage, fingerprint_of
from app.domain.survey_sheets import Area, PageMarks, SheetChoice, SheetLayout, TickBox
from app.domain.surveys import Audience, Question, QuestionKind, SurveyContent, SurveyRules
from app.models.surveys import SurveyLayout, SurveySheet
from app.services.surveys import create_survey, ensure_version
from tests.factories import NOW, TODAY

ASKED = (
    Question("q1", QuestionKind.NPS, "当店をすすめたいと思いますか", ends=("思わない", "思う")),
    Question("q2", QuestionKind.SINGLE, "仕上がりにご満足いただけましたか", options=("とても満足", "満足", "ふつう", "やや不満", "不満")),
    Question("q3", QuestionKind.MULTI, "よかったところ", options=("仕上がり", "担当者の説明", "お店の雰囲気")),
    Question("q4", QuestionKind.TEXT, "ご自由にお書きください"),
)
CONTENT = SurveyContent("ご来店後アンケート", "ja", ASKED)
CODES = tuple(piece_code(b"the shop's own", f"sheet {number}") for number in range(6))


@dataclass(frozen=True, slots=True)
class Printed:
    survey_id: int
    layout_id: int
    layout: SheetLayout
    sheets: Mapping[str, int]


def layout_of(content: SurveyContent = CONTENT, page_of: Mapping[str, int] | None = None) -> SheetLayout:
    """A question below the other; `page_of` puts some of them on later pages."""
    places = page_of or {}
    boxes: list[TickBox] = []
    rows: dict[str, Area] = {}
    frames: dict[str, Area] = {}
    for number, question in enumerate(content.asked):
        page, y = places.get(question.id, 0), 700.0 - 100 * number
        rows[question.id] = Area(page, 40, y - 30, 515, 90)
        boxes += [TickBox(Area(page, 60 + 40 * n, y, 12.8, 12.8), question.id, one) for n, one in enumerate(question.choices)]
        if not question.choices:
            frames[question.id] = Area(page, 60, y - 20, 470, 60)
    corner = [Area(0, x, y, 14.2, 14.2) for y in (801, 27) for x in (27, 554)]
    marks = PageMarks((corner[0], corner[1], corner[2], corner[3]), (Area(0, 500, 740, 45, 45), Area(0, 50, 50, 45, 45)))
    kinds = {one.id: "single" if one.is_single else "multi" for one in content.asked if one.choices}
    pages = max(places.values(), default=0) + 1
    return SheetLayout(595.3, 841.9, pages, tuple(boxes), (marks,) * pages, rows, frames, kinds)


def print_sheets(
    session: Session,
    customers: Sequence[int | None],
    *,
    codes: Sequence[str] = CODES,
    content: SurveyContent = CONTENT,
    page_of: Mapping[str, int] | None = None,
    audience: Audience = Audience.CUSTOMERS,
    rules: SurveyRules | None = None,
) -> Printed:
    """A survey with a sheet for each of these."""
    survey_id = create_survey(session, content, audience, now=NOW, rules=rules).survey_id
    return print_more(session, survey_id, customers, codes=codes, content=content, page_of=page_of)


def print_more(
    session: Session,
    survey_id: int,
    customers: Sequence[int | None],
    *,
    codes: Sequence[str],
    content: SurveyContent = CONTENT,
    page_of: Mapping[str, int] | None = None,
) -> Printed:
    version = ensure_version(session, survey_id, now=NOW)
    layout = layout_of(content, page_of)
    row = SurveyLayout(version_id=version.id, choice=SheetChoice().to_json(), content=layout.to_json(), drawn=b"", made_at=NOW)
    session.add(row)
    session.flush()
    sheets = {}
    for position, (code, customer_id) in enumerate(zip(codes, customers, strict=False)):
        sheet = SurveySheet(
            layout_id=row.id,
            survey_id=survey_id,
            code=code,
            customer_id=customer_id,
            run_id=None,
            position=position,
            wave=TODAY.replace(month=10, day=1),
        )
        session.add(sheet)
        session.flush()
        sheets[code] = sheet.id
    return Printed(survey_id, row.id, layout, sheets)


def read_as(
    printed: Printed,
    code: str,
    ticked: Mapping[str, Sequence[str]],
    *,
    page: int = 0,
    doubts: Mapping[str, Doubt] | None = None,
    written: Sequence[str] = (),
    layout: int | None = None,
) -> ReadPage:
    doubts = doubts or {}
    boxes = tuple(
        BoxReading(box.question, box.option, box.option in ticked.get(box.question, ()), 0.12 if box.option in ticked.get(box.question, ())
                   else 0.004, doubts.get(box.question, Doubt.NONE) if box.option in ticked.get(box.question, ()) else Doubt.NONE)
        for box in printed.layout.boxes
        if box.area.page == page
    )  # fmt: skip
    corners = ((0.05, 0.04), (0.95, 0.04), (0.05, 0.96), (0.95, 0.96))
    number = printed.layout_id if layout is None else layout
    return ReadPage(number, page, code, boxes, 0.93, corners, doubts, tuple(written))


def taken(
    reading: ReadPage | None, name: str, *, page_in_file: int = 0, state: PageState | None = None, reason: str = "", pages_in_file: int = 1
) -> TakenPage:
    """As the reader hands it over; `name` of the file is the hash of its contents as well."""
    known = PageState.WAITING if reading is not None and reading.doubts else PageState.READ
    crops = {} if reading is None else {name: small_picture() for name in ("q1", "q2", "q3", "q4")}
    fingerprint = fingerprint_of(name, page_in_file)
    return TakenPage(name, page_in_file, fingerprint, state or known, reading, small_picture(), crops, reason, pages_in_file)


def small_picture(width: int = 120, height: int = 170) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height), 245).save(out, "JPEG")
    return out.getvalue()
