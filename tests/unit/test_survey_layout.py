"""Whatever is asked lies on the sheet whole: nothing overlaps, nothing leaves the paper, boxes have the white that a reader needs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cards import Typeface
from app.domain.survey_sheets import SheetChoice, SheetLayout, SheetPaper, TypeSize
from app.domain.surveys import BOXED, LONGEST_TEXT, MOST_OPTIONS, OTHER, SCALES, Question, QuestionKind, SurveyContent
from app.printing.fonts import family
from app.printing.geometry import MM, Box
from app.printing.survey_layout import LaidOut, LaidPage, lay_out
from app.printing.survey_marks import FaceMark, FrameMark, Mark, PanelMark, PenMark, TextMark, TickMark
from tests.unit.survey_samples import CHOICES, EVERY_KIND, VISIT

CLEAR = 2.4
SIGNS = "あいうえおかきくけこ、。「」（）ーっ仕上担当者予約大変満足 abcdefgh.,-ABCDEFGijklmnop qrstuvwxyz0123456789\n\u3000🙂é"


def texts(longest: int = LONGEST_TEXT) -> st.SearchStrategy[str]:
    short = st.text(SIGNS, max_size=14)
    return short | st.text(SIGNS, max_size=longest) | st.builds(lambda one, times: (one * times)[:longest], short, st.integers(1, 60))


def filled(longest: int = LONGEST_TEXT) -> st.SearchStrategy[str]:
    return texts(longest).map(lambda text: (text if text.strip() else f"問{text}")[:longest])


def distinct(options: list[str]) -> tuple[str, ...]:
    return tuple(f"{number} {option}"[:LONGEST_TEXT] for number, option in enumerate(options, 1))


_LIMITS = st.none() | st.floats(-(10**12), 10**12) | st.integers(1, 10**7).map(float)


@st.composite
def questions(draw: st.DrawFn, identity: str) -> Question:
    kind = draw(st.sampled_from(QuestionKind))
    points = draw(st.sampled_from(SCALES))
    ends = draw(st.sampled_from([("", "")]) | st.tuples(texts(), texts()))
    # A survey whose lowest number is above its highest is refused before it is laid out.
    low, high = draw(_LIMITS), draw(_LIMITS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Question(
        identity,
        kind,
        draw(filled()),
        options=draw(st.lists(filled(300), min_size=2, max_size=draw(st.sampled_from([3, 8, MOST_OPTIONS]))).map(distinct)),
        points=points,
        ends=ends,
        labels=draw(
            st.just(()) | st.lists(texts(), min_size=points, max_size=points).map(tuple) | st.lists(texts(), max_size=4).map(tuple)
        ),
        smileys=draw(st.booleans()),
        required=draw(st.booleans()),
        has_other=draw(st.booleans()),
        lines=draw(st.integers(1, MOST_OPTIONS)),
        low=low,
        high=high,
        unit=draw(texts(40)),
    )


@st.composite
def contents(draw: st.DrawFn) -> SurveyContent:
    count = draw(st.integers(1, 7))
    asked = [draw(questions(f"q{number}")) for number in range(count)]
    asked.append(Question("last", QuestionKind.NPS, draw(filled())))
    language = draw(st.sampled_from(["ja", "en"]))
    return SurveyContent(draw(filled(80)), language, tuple(asked), draw(texts()), draw(texts()), draw(texts())).checked()


def moved(mark: Mark, down: float) -> Box:
    bounds = mark.bounds
    return Box(bounds.left, bounds.top + down, bounds.width, bounds.height)


def grown(box: Box, by: float) -> Box:
    return Box(box.left - by, box.top - by, box.width + 2 * by, box.height + 2 * by)


def check_page(laid: LaidOut, page: LaidPage) -> None:
    m = laid.measures
    free = [grown(box, 2.5) for box in m.squares] + [grown(box, 4 * 16 / 25) for box in m.codes]
    drawn = [(mark, moved(mark, down)) for mark, down in page.marks if not isinstance(mark, TextMark) or mark.text.strip()]
    for mark, bounds in drawn:
        hang = mark.size / MM if isinstance(mark, TextMark) else 0.0
        assert bounds.left >= m.margin - 1e-6
        assert bounds.right <= m.right + hang + 1e-6
        assert bounds.bottom <= m.bottom + 1.0
        assert bounds.top >= 17.0
        assert not any(bounds.overlaps(one) for one in free)
        if isinstance(mark, TextMark):
            assert mark.size >= 9
    solid = [(mark, bounds) for mark, bounds in drawn if not isinstance(mark, PanelMark)]
    panels = [bounds for mark, bounds in drawn if isinstance(mark, PanelMark)]
    for (one, first), (other, second) in combinations(solid, 2):
        ticks = isinstance(one, TickMark) + isinstance(other, TickMark)
        if ticks == 1:
            assert not grown(first, CLEAR / 2).overlaps(grown(second, CLEAR / 2)), (one, other)
        elif ticks == 2:
            across, down = abs(first.left - second.left), abs(first.top - second.top)
            assert across >= 12 - 1e-6 or down >= 9 - 1e-6
        else:
            assert not tight(one, first).overlaps(tight(other, second)), (one, other)
    for panel in panels:
        inside = [bounds for _, bounds in solid if bounds.overlaps(panel)]
        assert inside and all(panel.contains(bounds) for bounds in inside)


def tight(mark: Mark, box: Box) -> Box:
    """Without what only few letters reach into: ascenders above and descenders below."""
    if not isinstance(mark, TextMark):
        return box
    hair = 0.1 * mark.size / MM
    return Box(box.left, box.top + hair, box.width, box.height - 2 * hair)


def check(laid: LaidOut) -> None:
    content, layout = laid.content, laid.layout
    assert len(laid.pages) == layout.pages == len(layout.marks)
    for page in laid.pages:
        check_page(laid, page)
    placed = Counter((box.question, box.option) for box in layout.boxes)
    assert placed == Counter((one.id, choice) for one in content.questions for choice in one.choices)
    assert set(layout.questions) == {one.id for one in content.questions if one.kind in BOXED}
    written = {one.id for one in content.asked if one.kind not in BOXED}
    others = {f"{one.id}|{OTHER}" for one in content.questions if one.has_other and one.kind in (QuestionKind.SINGLE, QuestionKind.MULTI)}
    assert set(layout.frames) == written | others
    assert set(layout.rows) == {one.id for one in content.asked}
    for first, second in combinations([box for box in layout.rows.values()], 2):
        assert first.page != second.page or first.y >= second.y + second.h - 1e-3 or second.y >= first.y + first.h - 1e-3
    for box in layout.boxes:
        row = layout.rows[box.question]
        if row.page == box.area.page:
            assert row.x <= box.area.x and row.y <= box.area.y
            assert row.x + row.w >= box.area.x + box.area.w and row.y + row.h >= box.area.y + box.area.h
    assert SheetLayout.from_json(layout.to_json()) == layout


def printable(text: str) -> Counter[str]:
    return Counter(glyph.text for glyph in family(Typeface.GOTHIC).glyphs(text.replace("\n", "")) if glyph.text.strip())


@settings(max_examples=80)
@given(content=contents(), choice=st.sampled_from(CHOICES))
def test_any_survey_is_laid_out_whole(content: SurveyContent, choice: SheetChoice) -> None:
    laid = lay_out(content, choice)
    check(laid)
    drawn = Counter(
        sign for page in laid.pages for mark, _ in page.marks if isinstance(mark, TextMark) for sign in mark.text if sign.strip()
    )
    asked = Counter[str]()
    for text in (content.title, content.intro, content.purpose, content.thanks):
        asked += printable(text)
    for one in content.questions:
        asked += printable(one.text)
        if one.kind in (QuestionKind.SINGLE, QuestionKind.MULTI):
            asked += printable("".join(one.options))
        if one.kind is QuestionKind.NUMBER:
            asked += printable(one.unit)
        if one.kind is QuestionKind.NPS:
            asked += printable("".join(one.ends))
    assert not asked - drawn


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("content", [VISIT, EVERY_KIND], ids=["visit", "every kind"])
def test_usual_surveys_are_laid_out_whole(content: SurveyContent, choice: SheetChoice) -> None:
    check(lay_out(content, choice))


def test_a_draft_with_gaps_is_shown_as_it_is() -> None:
    empty = tuple(Question(kind.value, kind, "", labels=("",), has_other=True, smileys=True) for kind in QuestionKind)
    for choice in CHOICES:
        check(lay_out(SurveyContent("", "ja", empty), choice))
        assert len(lay_out(SurveyContent("", "ja"), choice).pages) == 1


def test_a_title_of_many_lines_stands_in_as_few_as_it_needs() -> None:
    broken = lay_out(replace(VISIT, title="ご\n来\n店\n" * 13), SheetChoice())
    check(broken)
    assert broken.layout == lay_out(replace(VISIT, title=" ".join("ご来店" * 13)), SheetChoice()).layout


def test_words_begin_with_the_best_and_numbers_with_the_lowest() -> None:
    laid = lay_out(VISIT, SheetChoice())
    across = {
        name: [box.option for box in sorted(laid.layout.boxes, key=lambda box: box.area.x) if box.question == name] for name in ("q1", "q2")
    }
    assert across["q1"] == [str(point) for point in range(11)]
    assert across["q2"] == ["5", "4", "3", "2", "1"]


def test_eleven_points_break_over_two_lines_on_small_paper_alone() -> None:
    rows = {
        paper: {round(box.area.y) for box in lay_out(VISIT, SheetChoice(paper)).layout.boxes if box.question == "q1"}
        for paper in SheetPaper
    }
    assert {paper: len(heights) for paper, heights in rows.items()} == {SheetPaper.A4: 1, SheetPaper.A5: 2}


def test_large_letters_are_larger_and_boxes_stay() -> None:
    sizes = {}
    for size in TypeSize:
        laid = lay_out(VISIT, SheetChoice(size=size))
        sizes[size] = min(mark.size for page in laid.pages for mark, _ in page.marks if isinstance(mark, TextMark))
        assert {round(box.area.w / MM, 2) for box in laid.layout.boxes} == {4.5}
    assert sizes[TypeSize.LARGE] >= sizes[TypeSize.NORMAL] + 1.5


def test_what_does_not_fit_goes_on_to_the_next_page_with_all_of_its_question() -> None:
    many = replace(VISIT, questions=tuple(replace(one, id=f"{one.id}-{turn}") for turn in range(4) for one in VISIT.questions))
    laid = lay_out(many, SheetChoice())
    assert len(laid.pages) > 1
    for one in many.questions:
        places = {box.area.page for box in laid.layout.boxes if box.question == one.id} | {laid.layout.rows[one.id].page}
        assert len(places) == 1


def test_a_heading_never_ends_a_page() -> None:
    for lines in range(1, 27):
        content = SurveyContent(
            "題",
            "ja",
            (
                Question("a", QuestionKind.TEXT, "一", lines=lines),
                Question("h", QuestionKind.HEADING, "見出し"),
                Question("b", QuestionKind.TEXT, "二", lines=3),
            ),
        )
        laid = lay_out(content, SheetChoice())
        at = {mark.text: number for number, page in enumerate(laid.pages) for mark, _ in page.marks if isinstance(mark, TextMark)}
        assert at["見出し"] == at["二"] == laid.layout.frames["b"].page


def test_numbers_have_a_place_for_each_digit_and_dates_for_eight() -> None:
    laid = lay_out(EVERY_KIND, SheetChoice())
    frames = [mark for page in laid.pages for mark, _ in page.marks if isinstance(mark, FrameMark)]
    assert sorted(len(frame.parts) + 1 for frame in frames if frame.parts) == [2, 2, 2, 4]


def test_faces_are_drawn_and_the_example_shows_how_to_mark() -> None:
    laid = lay_out(EVERY_KIND, SheetChoice())
    marks = [mark for page in laid.pages for mark, _ in page.marks]
    assert [mark.mood for mark in marks if isinstance(mark, FaceMark)] == [1, 0.5, 0, -0.5, -1]
    assert [mark.is_struck for mark in marks if isinstance(mark, PenMark)] == [False, True, False]
