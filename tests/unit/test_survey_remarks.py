"""What is said beside the preview of a survey sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.survey_prints import RemarkKind, SheetRemark
from app.domain.survey_sheets import SheetChoice, SheetPaper, TypeSize
from app.domain.surveys import Question, QuestionKind, SurveyContent
from app.printing.survey_layout import lay_out
from app.printing.survey_remarks import minutes_of, remarks
from tests.unit.survey_samples import EVERY_KIND, VISIT


def said(content: SurveyContent, choice: SheetChoice | None = None) -> dict[RemarkKind, SheetRemark]:
    return {one.kind: one for one in remarks(lay_out(content, choice or SheetChoice()))}


def test_a_sheet_that_fits_says_how_much_is_left() -> None:
    found = said(VISIT)
    laid = lay_out(VISIT, SheetChoice())
    assert found[RemarkKind.ONE_PAGE].values == {"room": int(laid.room)}
    assert 0 < laid.room < 60
    assert found[RemarkKind.READABLE].is_good
    assert found[RemarkKind.MINUTES].values == {"minutes": 2, "questions": 5, "most": 6}
    assert RemarkKind.LACKING not in found


def test_a_taller_frame_leaves_less() -> None:
    *others, last = VISIT.questions
    taller = replace(VISIT, questions=(*others, replace(last, lines=last.lines + 1)))
    assert lay_out(VISIT, SheetChoice()).room - lay_out(taller, SheetChoice()).room == pytest.approx(8)


def test_what_takes_two_pages_says_so() -> None:
    found = said(VISIT, SheetChoice(SheetPaper.A5))
    assert found[RemarkKind.PAGES].values == {"pages": 2}
    assert not found[RemarkKind.PAGES].is_good
    assert RemarkKind.ONE_PAGE not in found


def test_pages_are_told_how_to_be_printed() -> None:
    for more, kind in ((0, RemarkKind.PAGES), (1, RemarkKind.PAGES_ODD)):
        content = replace(EVERY_KIND, questions=(*EVERY_KIND.questions, *(Question("t", QuestionKind.TEXT, "?", lines=14),) * more))
        assert said(content, SheetChoice(SheetPaper.A5))[kind].values == {"pages": 2 + more}
        assert said(content, SheetChoice(SheetPaper.A5, 2))[RemarkKind.PAGES_BESIDE].values == {"pages": 2 + more}


def test_many_questions_are_said_to_be_many() -> None:
    assert not said(EVERY_KIND)[RemarkKind.MANY_QUESTIONS].is_good
    assert RemarkKind.MINUTES not in said(EVERY_KIND)


def test_a_sheet_without_boxes_is_typed_in_by_hand() -> None:
    content = SurveyContent("題", "ja", (Question("a", QuestionKind.TEXT, "ご自由に"),))
    assert RemarkKind.HANDWRITING_ONLY in said(content)
    assert RemarkKind.READABLE not in said(content)


def test_letters_without_a_font_are_named() -> None:
    content = replace(VISIT, title="ご来店🙂", thanks="ありがとう\nございます")
    assert said(content)[RemarkKind.LACKING].values == {"letters": "🙂"}


def test_larger_letters_are_offered_with_the_pages_they_take() -> None:
    short = replace(VISIT, questions=VISIT.questions[:2])
    assert RemarkKind.LARGER in said(short)
    long = replace(VISIT, questions=(*VISIT.questions[:4], Question("t", QuestionKind.TEXT, "ご自由に", lines=9)))
    assert said(long)[RemarkKind.LARGER_PAGES].values == {"pages": 2}
    assert not {RemarkKind.LARGER, RemarkKind.LARGER_PAGES} & set(said(short, SheetChoice(size=TypeSize.LARGE)))


def test_every_remark_has_its_words() -> None:
    for content in (VISIT, EVERY_KIND, replace(VISIT, title="🙂")):
        for one in remarks(lay_out(content, SheetChoice())):
            assert "{" not in one.title.format(**one.values) + one.detail.format(**one.values)


def test_minutes_are_rounded_half_up_and_at_least_one() -> None:
    assert minutes_of(SurveyContent("題", "ja", (Question("a", QuestionKind.SCALE, "問"),))) == 1
    texts = tuple(Question(str(number), QuestionKind.TEXT, "問") for number in range(3))
    assert minutes_of(SurveyContent("題", "ja", texts)) == 3
