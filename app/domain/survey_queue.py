"""Pages that came back, as they are taken in and as they stand in the queue of what a person has to look at.

Two rules hold for all of it: what the reader doubted counts only when somebody decided it, and a page belongs to nobody but the
customer whose code stands on it, unless somebody links it by hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.stored import as_mapping
from app.domain.survey_pages import Doubt, PageRow, PageState, ReadPage
from app.domain.survey_sheets import SheetChoice, SheetLayout
from app.domain.surveys import BOXED, Answer, SurveyContent

SETTLED_KEY = "settled"
"""Beside the reading, what a person decided: by question the choices."""
AS_IT_IS_KEY = "as_it_is"
COUNT_KEY = "of"
"""Beside the reading, of how many pages its file is."""


class PageReason(StrEnum):
    """Why a page is in its state, where the state alone does not say. DIFFERS: its sheet was read before, with other answers: WAITING for
    somebody to choose. CHOSEN: somebody kept the other one. Of a BROKEN page the name of the error stands there, of a thrown out one what
    was typed."""

    NONE = ""
    SAME_FILE = "same_file"
    SAME_ANSWERS = "same_answers"
    CHOSEN = "chosen"
    DIFFERS = "differs"
    THROWN_OUT_BEFORE = "thrown_out_before"
    UNKNOWN_SHEET = "unknown_sheet"
    OTHER_LAYOUT = "other_layout"
    CODES_DISAGREE = "codes_disagree"
    BLANK = "blank"
    EMPTY = "empty"


class ItemKind(StrEnum):
    """What somebody has to decide. QUESTION: one question of a page. DIFFERENT: which of two readings of a sheet counts. MISSING: whether
    a sheet counts without its other pages. UNLOCATED: where the sheet is in the picture, and which it is."""

    QUESTION = "question"
    DIFFERENT = "different"
    MISSING = "missing"
    UNLOCATED = "unlocated"


class Keep(StrEnum):
    """Which of two readings of one sheet counts. BOTH: somebody else filled in a copy of it, and counts without a name."""

    EARLIER = "earlier"
    LATER = "later"
    BOTH = "both"


def fingerprint_of(file_hash: str, page_in_file: int) -> str:
    """Of a page of a file with these contents."""
    return f"{file_hash}#{page_in_file}"


class PageGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This page is no longer there to be decided. Nothing was changed.")


class ThrowOutReasonMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Why is the sheet to be left out? Please type a word or two.")


class SheetCodeUnknown(DomainError):
    """`code` as typed."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "There is no sheet “{code}” of this survey. Nothing was changed. Please compare it with the paper."
    )


@dataclass(frozen=True, slots=True)
class TakenPage:
    """What a reader hands over of one page of a picture. `page_in_file` from 0, of `pages_in_file`. `picture`: the page set straight, or as
    it came where no sheet was found; a JPEG. `crops`: by question what is cut out of it (SheetLayout.rows). `reason`: of a page that could
    not be opened the name of its error."""

    file_name: str
    page_in_file: int
    fingerprint: str
    state: PageState
    reading: ReadPage | None = None
    picture: bytes = b""
    crops: Mapping[str, bytes] = field(default_factory=dict)
    reason: str = ""
    pages_in_file: int = 1


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that was read before: its pages by their number, as far as they were kept. `is_there`: all of them were, and nothing of them
    was deleted since, so there is nothing to read anew."""

    pages: Mapping[int, TakenPage]
    is_whole: bool
    is_there: bool


@dataclass(frozen=True, slots=True)
class TakenIn:
    """`pages`: the state of each page, in the order in which they were handed over. `action_id` of the whole go so far."""

    batch_id: int
    action_id: int
    pages: tuple[PageState, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """`is_counted`: the sheet has no doubts left, so its answers are in the figures now."""

    action_id: int
    is_counted: bool
    response_id: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says so far. `chosen`: by question with boxes, what is ticked or was decided; of one in doubt the guess. `doubts`: those
    that nobody decided yet."""

    chosen: Mapping[str, tuple[str, ...]]
    doubts: Mapping[str, Doubt] = field(default_factory=dict)

    def agrees_with(self, other: Told) -> bool:
        """Whether the two say the same wherever both are sure."""
        unsure = {*self.doubts, *other.doubts}
        return all(other.chosen[name] == chosen for name, chosen in self.chosen.items() if name in other.chosen and name not in unsure)


def told_by(stored: object) -> Told:
    """Of a page as it is kept: its reading with what was decided beside it. A box in doubt is always a doubt of its question."""
    reading = ReadPage.from_json(stored)
    settled = settled_in(stored)
    doubts = {name.partition("|")[0]: doubt for name, doubt in reading.doubts.items() if doubt is not Doubt.NONE}
    chosen: dict[str, tuple[str, ...]] = {}
    for box in reading.boxes:
        chosen.setdefault(box.question, reading.ticked(box.question))
        if box.doubt is not Doubt.NONE:
            doubts.setdefault(box.question, box.doubt)
    chosen |= {name: given for name, given in settled.items() if name in chosen}
    return Told(chosen, {name: doubt for name, doubt in doubts.items() if name not in settled})


def settled_in(stored: object) -> dict[str, tuple[str, ...]]:
    """What was decided by hand, by question."""
    given = as_mapping(as_mapping(stored).get(SETTLED_KEY))
    return {str(name): tuple(str(one) for one in chosen) for name, chosen in given.items() if isinstance(chosen, list)}


def with_settled(stored: Mapping[str, Any], question: str, chosen: Iterable[str]) -> dict[str, Any]:
    """As it is kept when a question was decided."""
    settled = {name: list(given) for name, given in settled_in(stored).items()}
    return {**stored, SETTLED_KEY: settled | {question: list(chosen)}}


def is_taken_as_it_is(stored: object) -> bool:
    """Whether somebody decided that its sheet counts without the pages that did not come."""
    return as_mapping(stored).get(AS_IT_IS_KEY) is True


def together(pages: Sequence[tuple[Told, Mapping[str, tuple[str, ...]]]], kinds: Mapping[str, str]) -> Told:
    """What the pages of one sheet say together, each with what was decided on it. A question may run over two pages: its ticks are added
    up, and what was decided counts for the whole of it. `kinds` as SheetLayout.questions: two marks where one is asked for are a doubt."""
    settled: dict[str, tuple[str, ...]] = {}
    for _, decided in pages:
        settled |= decided
    chosen: dict[str, tuple[str, ...]] = {}
    doubts: dict[str, Doubt] = {}
    for told, _ in pages:
        for name, given in told.chosen.items():
            chosen[name] = tuple(dict.fromkeys((*chosen.get(name, ()), *given)))
        doubts |= told.doubts
    for name, given in chosen.items():
        if len(given) > 1 and kinds.get(name) != "multi":
            doubts.setdefault(name, Doubt.TWO_MARKS)
    chosen |= {name: given for name, given in settled.items() if name in chosen}
    return Told(chosen, {name: doubt for name, doubt in doubts.items() if name not in settled})


def open_doubts(pages: Sequence[tuple[int, Told, Mapping[str, tuple[str, ...]]]], kinds: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """What is to be decided of the pages of one sheet, each with its number: the number of the page and the question. One that runs over
    two pages is shown on the last of them."""
    joint = together([(told, settled) for _, told, settled in pages], kinds)
    shown: dict[str, int] = {}
    for number, told, _ in pages:
        shown |= {name: number for name in joint.doubts if name in told.chosen or name in told.doubts}
    return tuple((number, name) for name, number in shown.items())


def whole_on(layout: SheetLayout, pages: Collection[int]) -> frozenset[str]:
    """The questions all of whose boxes are on these pages."""
    elsewhere = {box.question for box in layout.boxes if box.area.page not in pages}
    return frozenset(box.question for box in layout.boxes) - elsewhere


def pages_needed(layout: SheetLayout) -> frozenset[int]:
    """The pages of a sheet that ask something, from 0."""
    return frozenset(box.area.page for box in layout.boxes) | frozenset(frame.page for frame in layout.frames.values())


def answers_of(content: SurveyContent, told: Told, written: Iterable[Answer], whole: Collection[str]) -> tuple[Answer, ...]:
    """The answers of a sheet. What was written in words or settled before (`written`) stays where no box says otherwise; to a question that
    is not `whole` on the pages that were read, what they say is added."""
    answers = {answer.question: answer for answer in written}
    for name, given in told.chosen.items():
        question = content.question(name)
        if question is None or question.kind not in BOXED:
            continue
        earlier = answers.get(name, Answer(name))
        chosen = given if name in whole else tuple(dict.fromkeys((*earlier.chosen, *given)))
        answers[name] = Answer(name, chosen, words=earlier.words if question.has_other else "")
    return tuple(answers.values())


@dataclass(frozen=True, slots=True)
class QueueItem:
    """`question` empty but for QUESTION. `boxes` of the question and which of them (`marks`, from 0) the reader takes for ticked: what a
    small picture of it shows."""

    kind: ItemKind
    page_id: int
    question: str = ""
    boxes: int = field(default=0, compare=False)
    marks: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """A kind of sheet that was printed, to choose it by hand. `layout_id` is the first number on its paper, `made_on` the day from which
    it was printed. `choice`: how it was laid; `pages` of one sheet."""

    layout_id: int
    survey_id: int
    title: str
    version: int
    choice: SheetChoice
    pages: int
    is_staff: bool
    made_on: date


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """`items` in the order in which they are shown, those that were not located last. `pages`: of the goes they come from, or of the last
    go where nothing is left, by state. `title`: of the survey where all are of one, else of the go. `counted`: the sheets among them whose
    answers are in the figures."""

    items: tuple[QueueItem, ...]
    pages: Mapping[PageState, int]
    title: str = ""
    read_at: datetime | None = None
    counted: int = 0

    @property
    def total(self) -> int:
        return sum(self.pages.values())


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page with all that is needed to decide about it. `content` and `layout` None where no sheet was found. `earlier`: what is there of
    the same sheet already, where the two differ. `missing`: pages of the sheet that did not come yet, from 0."""

    row: PageRow
    told: Told
    settled: Mapping[str, tuple[str, ...]]
    reading: ReadPage
    content: SurveyContent | None
    layout: SheetLayout | None
    picture: bytes
    crops: Mapping[str, bytes]
    response_id: int | None
    is_staff: bool = False
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missing: tuple[int, ...] = ()

    @property
    def is_open_sheet(self) -> bool:
        return self.row.customer_id is None


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """One line of what else stands on the page. `has_writing`: words by hand that nobody typed yet; `is_sure`: read without a doubt, or
    decided."""

    number: int
    text: str
    question: str
    chosen: tuple[str, ...]
    has_writing: bool
    is_sure: bool


def other_answers(page: ReviewPage, besides: str) -> tuple[SheetAnswer, ...]:
    """The other questions of the page, in the order of the sheet."""
    if page.content is None or page.layout is None:
        return ()
    here = {name for name, area in page.layout.rows.items() if area.page == page.reading.page}
    written = {name.partition("|")[0] for name in page.reading.written}
    return tuple(
        SheetAnswer(
            page.content.number_of(one.id),
            one.text,
            one.id,
            page.told.chosen.get(one.id, ()),
            one.id in written,
            one.id not in page.told.doubts,
        )
        for one in page.content.asked
        if one.id != besides and (one.id in here or one.id in page.told.chosen)
    )
