"""What came back from a survey, as it is shown: figures with their range of chance, remarks, and who is to be answered."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.follow_ups import FollowUpKind
from app.domain.numbers import MINUS, format_number
from app.domain.rates import CELL_ENOUGH, ENOUGH, Rate, half_up
from app.domain.surveys import Audience, Question

FEWEST_SHOWN = 5
"""Below so many answers nothing but counts and remarks is shown."""
MARGIN_FIRST_BELOW = 100
COMES_BACK_WITHIN = 90
FALSE_DISCOVERIES = 0.10
"""Share of the differences called real that may be chance (Benjamini & Hochberg 1995, J. Royal Statistical Society B 57)."""
MOST_TAGS = 12
LONGEST_TAG = 20


class Soundness(StrEnum):
    """HIDDEN: too few to say anything; REFERENCE: shown in grey."""

    HIDDEN = "hidden"
    REFERENCE = "reference"
    SOUND = "sound"


def soundness(count: int) -> Soundness:
    """Of a figure of a part of the answers."""
    if count < CELL_ENOUGH:
        return Soundness.HIDDEN
    return Soundness.SOUND if count >= ENOUGH else Soundness.REFERENCE


class NpsGroup(StrEnum):
    PROMOTERS = "promoters"
    PASSIVES = "passives"
    DETRACTORS = "detractors"


@dataclass(frozen=True, slots=True)
class Nps:
    """100 x (promoters - detractors) / n, and half of its 95 % interval: 1.96 x 100 x sqrt((p + d - (p - d)^2) / n) with the shares p
    and d (Reichheld 2003). Both None when nobody answered."""

    n: int
    promoters: int
    passives: int
    detractors: int
    nps: float | None
    margin: float | None

    @property
    def shown(self) -> int | None:
        """In whole points, half away from zero, from the whole numbers."""
        return half_up(100 * (self.promoters - self.detractors), self.n) if self.n else None

    @property
    def low(self) -> float | None:
        return None if self.nps is None or self.margin is None else max(-100.0, self.nps - self.margin)

    @property
    def high(self) -> float | None:
        return None if self.nps is None or self.margin is None else min(100.0, self.nps + self.margin)

    @property
    def soundness(self) -> Soundness:
        return Soundness.HIDDEN if self.n < FEWEST_SHOWN else Soundness.SOUND if self.n >= ENOUGH else Soundness.REFERENCE


@dataclass(frozen=True, slots=True)
class Mean:
    """With its 95 % interval (Student 1908); `low`, `high` None where one value or none is known."""

    n: int
    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """From one wave to the next: the difference and whether it outlasts the range of chance."""

    before: date
    difference: float
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Wave:
    """`wave`: first day of its month, None for all together. `returned`: sheets handed out that came back filled in; `answers` count those
    without paper too. `nps` None: the survey does not ask for it."""

    wave: date | None
    handed_out: int
    answers: int
    returned: Rate
    nps: Nps | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One choice of a question, or one value. `of` the answers, in a question with several boxes more than one can be ticked."""

    choice: str
    count: int
    share: Rate


@dataclass(frozen=True, slots=True)
class WaveMean:
    wave: date
    mean: Mean


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """`key` names the question over its versions: its id, with the version behind it where a later one asks something else under the same
    id. `number` on the sheet of the newest version that asks it. `waves`: all waves, oldest first, for what has a score; `step` from the
    wave before. `middle`: median of numbers; `days`: the first and the last of dates. `remarks`: how many wrote something."""

    key: str
    question: Question
    number: int
    version: int
    is_current: bool
    n: int
    bars: tuple[Bar, ...] = ()
    mean: Mean | None = None
    waves: tuple[WaveMean, ...] = ()
    step: Step | None = None
    middle: float | None = None
    days: tuple[date, date] | None = None
    remarks: int = 0


class CrossBy(StrEnum):
    """STAFF: who received the customer at the visit before the answer. SEGMENT and PURCHASES as things stand today."""

    STAFF = "staff"
    PURCHASES = "purchases"
    AREA = "area"
    PRODUCT_GROUP = "product_group"
    SEGMENT = "segment"


OTHERS = "…"
"""The key of the row in which small groups are put together."""


@dataclass(frozen=True, slots=True)
class CrossCell:
    """`nps` or `mean` of one question in one group. `difference` to all others together; `is_sure`: it outlasts the correction for as many
    comparisons as the table makes; `p` None: not tested."""

    n: int
    nps: Nps | None = None
    mean: Mean | None = None
    difference: float | None = None
    p: float | None = None
    is_sure: bool = False

    @property
    def soundness(self) -> Soundness:
        return soundness(self.n)


@dataclass(frozen=True, slots=True)
class CrossRow:
    """`key`: the name as the shop has it ("" for none), a Segment, or the place of a band of occasions. `n` people."""

    key: Hashable
    n: int
    cells: tuple[CrossCell, ...]


@dataclass(frozen=True, slots=True)
class CrossTable:
    """`columns`: keys of the questions. `unnamed`: answers without a customer, which are in no row. `tested` cells; each with Welch's
    t-test of the group against all others of the table, kept by Benjamini-Hochberg with q = 0.10 over all of them."""

    by: CrossBy
    columns: tuple[str, ...]
    rows: tuple[CrossRow, ...]
    unnamed: int
    tested: int

    @property
    def sure(self) -> tuple[tuple[CrossRow, str, CrossCell], ...]:
        found = [(row, column, cell) for row in self.rows for column, cell in zip(self.columns, row.cells, strict=True) if cell.is_sure]
        return tuple(sorted(found, key=lambda one: (one[2].p if one[2].p is not None else 1.0, one[1])))


@dataclass(frozen=True, slots=True)
class LowScorer:
    """Somebody who would not recommend the shop and was not answered yet; `words` of the same sheet."""

    response_id: int
    customer_id: int
    name: str
    is_company: bool
    score: int
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """`all` low scores, `unnamed` of them without a customer, `out_of_reach` who are not to be contacted; `people`: who was neither spoken
    to nor has a follow-up since. `limit`: the highest score that counts as low."""

    limit: int
    all: int
    unnamed: int
    out_of_reach: int
    people: tuple[LowScorer, ...]
    kind: FollowUpKind


@dataclass(frozen=True, slots=True)
class ToThank:
    """`all` who would recommend the shop; `ids`: customers who were never given a card for somebody they bring."""

    all: int
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComingBack:
    """Of those who answered so and whose 90 days are over, who came within them. `is_sure`: promoters and detractors differ beyond
    chance."""

    groups: tuple[tuple[NpsGroup, Rate], ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class WordCount:
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """One wave of a survey, or all. `is_withheld`: of staff, and fewer than five have answered: nothing is said. `is_few`: counts and
    remarks alone. `nps_key` of the question the NPS comes from, "" without one. `open_answers`: those still in doubt. `notes` of talks."""

    survey_id: int
    title: str
    audience: Audience
    language: str
    version: int
    is_withheld: bool
    is_few: bool
    chosen: Wave
    waves: tuple[Wave, ...]
    nps_key: str = ""
    nps_step: Step | None = None
    questions: tuple[QuestionResult, ...] = ()
    cross: CrossTable | None = None
    crosses: tuple[CrossBy, ...] = ()
    to_answer: ToAnswer | None = None
    to_thank: ToThank | None = None
    coming_back: ComingBack | None = None
    open_answers: int = 0
    notes: int = 0

    def question(self, key: str) -> QuestionResult | None:
        return next((one for one in self.questions if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of an answer beside the score of the same sheet; `name` "" for nobody in particular. `answer_id` None: what was noted in a
    talk, which is of no question and under no tag."""

    answer_id: int | None
    response_id: int
    customer_id: int | None
    name: str
    is_company: bool
    score: int | None
    day: date
    question: str
    words: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemarkList:
    """`shown`: the newest of `found`; `all` of the wave. `tags` and `words` of all of the wave, the most frequent first."""

    all: int
    found: int
    shown: tuple[Remark, ...]
    tags: tuple[WordCount, ...]
    words: tuple[WordCount, ...]


# ---- who is behind a figure ----


@dataclass(frozen=True, slots=True)
class Answered:
    """Who answered `key` with `choice`; with anything when `choice` is None."""

    key: str
    choice: str | None = None


@dataclass(frozen=True, slots=True)
class InNpsGroup:
    group: NpsGroup


@dataclass(frozen=True, slots=True)
class InCross:
    """Who is in a row of a cross table and answered `key`; "" for any of its questions."""

    by: CrossBy
    row: Hashable
    key: str = ""


@dataclass(frozen=True, slots=True)
class CameBack:
    group: NpsGroup
    came: bool | None = None


@dataclass(frozen=True, slots=True)
class EverybodyAsked:
    """Who was handed a sheet; `answered` None: whether it came back or not."""

    answered: bool | None = None


AnswerSpec = Answered | InNpsGroup | InCross | CameBack | EverybodyAsked


@dataclass(frozen=True, slots=True)
class AnswerPeople:
    """`unnamed`: answers behind the figure that no customer is known of."""

    ids: tuple[int, ...]
    unnamed: int


def signed(points: int | float) -> str:
    """A score or a difference in whole points: +33, 0, −5."""
    text = format_number(points)
    return f"+{text}" if text.strip("0,") and not text.startswith(MINUS) else text


def tidy_tags(typed: str) -> tuple[str, ...]:
    """Tags as typed, divided by commas, spaces or "#"; each once, as first written."""
    words = typed.replace("、", " ").replace(",", " ").replace("，", " ").replace("#", " ").replace("＃", " ").split()
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.casefold(), word[:LONGEST_TAG])
    return tuple(found.values())[:MOST_TAGS]
