"""What there is to say of a laid-out survey sheet, beside the preview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.domain.survey_prints import MOST_RECOMMENDED, RemarkKind, SheetRemark
from app.domain.survey_sheets import TypeSize
from app.domain.surveys import QuestionKind, SurveyContent
from app.printing.fonts import missing_characters
from app.printing.survey_layout import LaidOut, lay_out

# Reading a question and answering it by hand.
_SECONDS: Mapping[QuestionKind, int] = {
    QuestionKind.NPS: 14,
    QuestionKind.SCALE: 10,
    QuestionKind.SINGLE: 12,
    QuestionKind.MULTI: 18,
    QuestionKind.NUMBER: 12,
    QuestionKind.DATE: 15,
    QuestionKind.LINE: 20,
    QuestionKind.TEXT: 50,
    QuestionKind.HEADING: 2,
}
_BEFORE = 15
_MOST_SHOWN = 12


def remarks(laid: LaidOut) -> tuple[SheetRemark, ...]:
    """In the order in which they are shown."""
    return tuple(_remarks(laid))


def minutes_of(content: SurveyContent) -> int:
    """About how long a sheet takes to fill in, rounded half up; at least one."""
    seconds = _BEFORE + sum(_SECONDS[one.kind] for one in content.questions)
    return max(1, (seconds + 30) // 60)


def _remarks(laid: LaidOut) -> Iterator[SheetRemark]:
    content, pages = laid.content, len(laid.pages)
    if pages == 1:
        yield SheetRemark(RemarkKind.ONE_PAGE, is_good=True, values={"room": int(laid.room)})
    else:
        several = RemarkKind.PAGES_ODD if pages % 2 else RemarkKind.PAGES
        kind = RemarkKind.PAGES_BESIDE if laid.choice.per_page == 2 else several
        yield SheetRemark(kind, is_good=False, values={"pages": pages})
    has_boxes = bool(laid.layout.boxes)
    yield SheetRemark(RemarkKind.READABLE if has_boxes else RemarkKind.HANDWRITING_ONLY, is_good=has_boxes)
    asked = len(content.asked)
    values = {"minutes": minutes_of(content), "questions": asked, "most": MOST_RECOMMENDED}
    if asked <= MOST_RECOMMENDED:
        yield SheetRemark(RemarkKind.MINUTES, is_good=True, values=values)
    else:
        yield SheetRemark(RemarkKind.MANY_QUESTIONS, is_good=False, values=values)
    lacking = missing_characters(_all_words(content))
    if lacking:
        yield SheetRemark(RemarkKind.LACKING, is_good=False, values={"letters": lacking[:_MOST_SHOWN]})
    if laid.choice.size is TypeSize.NORMAL:
        larger = len(lay_out(content, replace(laid.choice, size=TypeSize.LARGE)).pages)
        offer = RemarkKind.LARGER if larger == pages else RemarkKind.LARGER_PAGES
        yield SheetRemark(offer, is_good=True, values={"pages": larger})


def _all_words(content: SurveyContent) -> str:
    texts = [content.title, content.intro, content.purpose, content.thanks]
    for one in content.questions:
        texts += [one.text, *one.options, *one.ends, *one.labels, one.unit]
    return "".join(line for text in texts for line in text.splitlines())
