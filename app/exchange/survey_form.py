"""The answers that a web form's program wrote to a file, opened as a table: one row of headings, or two where options have their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.progress import NO_PROGRESS, Progress
from app.domain.surveys import SurveyContent
from app.exchange.columns import ColumnMapping
from app.exchange.header import column_letters
from app.exchange.labels import label_key
from app.exchange.problems import HeaderOnly, NothingInIt, RowError
from app.exchange.source import Reading, Table, open_table
from app.exchange.survey_columns import aim_of, guess_answer_columns

_SAMPLE = 60
_WHOLE = frozenset(
    label_key(one) for one in ("Response", "Open-Ended Response", "回答", "自由回答", "自由形式の回答", "自由記述", "自由回答形式の回答")
)
_LETTERS_BEFORE = 3
_FIND_OUT = Reading()


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """`header`: the headings as one row each; `mapping`: what was guessed of them."""

    table: Table
    header: tuple[str, ...]
    mapping: ColumnMapping

    def sample(self, count: int = _SAMPLE) -> list[tuple[int, list[str]]]:
        return self.table.sample(count)

    def records(self, refused: list[RowError], progress: Progress = NO_PROGRESS) -> Iterator[tuple[int, list[str]]]:
        """As Table.records."""
        return self.table.records(refused, progress)

    @property
    def questions(self) -> int:
        """How many columns are questions."""
        return sum(1 for target in self.mapping.targets if aim_of(target) is not None)


def open_form(
    path: Path, content: SurveyContent, reading: Reading = _FIND_OUT, *, overrides: Sequence[str] = (), progress: Progress = NO_PROGRESS
) -> AnswerForm:
    """Open the file with its columns matched to the questions of `content`. Programs of web forms write the headings into the first row; it
    is looked elsewhere only where those match nothing. What open_table raises, UnknownColumn, UnknownField."""
    if reading.header_row is not None:
        return _matched(open_table(path, reading, progress=progress), content, overrides)
    first = open_table(path, replace(reading, header_row=1), progress=progress)
    form = _with_two_rows(path, first, content, reading, overrides) or _matched(first, content, overrides)
    if form.questions:
        return form
    found = open_table(path, reading, progress=progress)
    if found.facts.header_row in (0, 1):
        return form
    below = _matched(found, content, overrides)
    return below if below.questions else form


def _matched(table: Table, content: SurveyContent, overrides: Sequence[str], header: tuple[str, ...] = ()) -> AnswerForm:
    names = header or table.header
    rows = [cells for _, cells in table.sample(_SAMPLE)]
    return AnswerForm(table, names, guess_answer_columns(names, rows, content, overrides))


def _with_two_rows(path: Path, first: Table, content: SurveyContent, reading: Reading, overrides: Sequence[str]) -> AnswerForm | None:
    """A question stands above the first of its options, and these in the row below: "Question [option]" then."""
    try:
        second = open_table(path, replace(reading, header_row=2))
    except (HeaderOnly, NothingInIt):
        return None
    below = ["" if _is_nameless(name, place) else name for place, name in enumerate(second.header)]
    above = ["" if _is_nameless(name, place) else name for place, name in enumerate(first.header)]
    above += [""] * (len(below) - len(above))
    says_whole = any(label_key(_unnumbered(name)) in _WHOLE for name in below)
    has_hanging = any(name and not over for name, over in zip(below, above, strict=False))
    if not below or below[0] or not (says_whole or has_hanging):
        return None
    header: list[str] = []
    question = ""
    for place, name in enumerate(below):
        question = above[place] or question
        part = _unnumbered(name)
        plain = question if not part or label_key(part) in _WHOLE else f"{question} [{part}]"
        header.append(plain if plain and plain not in header else f"{plain} ({column_letters(place)})")
    return _matched(second, content, overrides, tuple(header))


def _is_nameless(name: str, place: int) -> bool:
    return any(name == column_letters(place + more) for more in range(_LETTERS_BEFORE))


def _unnumbered(name: str) -> str:
    """Without the number by which headings that are alike are told apart."""
    base, _, number = name.rpartition(" (")
    return base if base and number.rstrip(")").isdecimal() else name
