"""What a cell of a web form says to a question: the option it means, the point of a scale, a number, a day, words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.dates import DateError, DateOrder, parse_date, parse_datetime
from app.domain.numbers import parse_decimal
from app.domain.surveys import BOXED, NPS_POINTS, OTHER, Answer, Question, QuestionKind
from app.exchange.problems import RowReason
from app.exchange.scale_words import Feeling, ScaleWords
from app.exchange.typed import DATE_REASONS, moment_of_serial, one_line

_BLANK = frozenset(
    (
        *("", "-", "ー", "―", "—", "n/a", "na", "no answer", "not answered", "skipped"),
        *("無回答", "未回答", "回答なし", "該当なし", "未選択", "(空白)"),
    )
)
_NOT_TICKED = frozenset(
    ("0", "0.0", "no", "false", "off", "いいえ", "×", "✕", "なし", "未選択", "unchecked", "not selected", "未"),
)
_TICKED = frozenset(
    ("1", "1.0", "yes", "true", "on", "はい", "○", "〇", "◯", "✓", "✔", "☑", "■", "●", "x", "checked", "selected", "選択", "あり"),
)
_OTHER = re.compile(
    r"(?:その他|そのほか|other)(?:\s*\((?:具体的に|please specify|specify|記入)[^)]*\))?"
    r"\s*(?:[:\-]\s*(?P<after>.+)|\((?P<in>.+)\))?"
)
_SEPARATORS = ",;、\n・/|"
_AROUND = f"{_SEPARATORS} \t"
_DASHES = str.maketrans({"〜": "-", "~": "-", "–": "-", "—": "-", "―": "-", "‐": "-", "−": "-"})
_NUMBERED = re.compile(r"\(?\d{1,2}\)?[.:)、\s\-]\s*(?P<words>\S.*)")
_PART_OF = re.compile(r"(?<!\d)(?P<part>\d{1,2})\s*/\s*(?P<whole>\d{1,2})(?!\d)")
_WHOLE_NUMBER = re.compile(r"(?<![\d.,\-])(\d{1,2})(?:\.0+)?(?![\d,]|\.\d)")
_AMOUNT = re.compile(r"[^\d\-]{0,4}(-?\d[\d,]*(?:\.\d+)?)\s*[^\d\s]{0,6}")
_STARS = "★⭐"


@dataclass(frozen=True, slots=True)
class CellRead:
    """`answer` as far as the cell is understood, None for nothing; `problem`: why the rest, `value`, is left out. `unmatched`: the texts in
    it that are no choice of the question."""

    answer: Answer | None = None
    problem: RowReason | None = None
    value: str = ""
    unmatched: tuple[str, ...] = ()


NOTHING_READ = CellRead()
NO_MEANINGS: Mapping[str, str] = {}


def choice_key(text: str) -> str:
    """A choice without width, case, blanks and closing signs, by which it is known again."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES)
    return "".join(plain.split()).rstrip("。.!?")


def reader_of(
    question: Question, values: Sequence[str] = (), order: DateOrder | None = None, meanings: Mapping[str, str] = NO_MEANINGS
) -> Callable[[str], CellRead]:
    """Reads the cells of the question's column; `values` of the whole column tell which words stand for which point, `order` how its days
    are written, `meanings` which choice a text is that is none by itself."""
    readers: Mapping[QuestionKind, Callable[[str], CellRead]] = {
        QuestionKind.NUMBER: lambda text: _number(question, text),
        QuestionKind.DATE: lambda text: _day(question, text, order),
        QuestionKind.LINE: lambda text: CellRead(Answer(question.id, words=one_line(text))),
        QuestionKind.TEXT: lambda text: CellRead(Answer(question.id, words=text)),
    }
    if question.kind in BOXED:
        reads = _boxed(question, values, meanings)
    else:
        reads = readers[question.kind]
    is_worded = question.kind in (QuestionKind.LINE, QuestionKind.TEXT)
    taken = {choice_key(one) for one in question.options}

    def read(cell: str) -> CellRead:
        text = cell.strip()
        if not text or (not is_worded and _lower(text) in _BLANK and choice_key(text) not in taken):
            return NOTHING_READ
        return reads(text)

    return read


def is_ticked(question: Question, choice: str, cell: str, meanings: Mapping[str, str] = NO_MEANINGS) -> CellRead:
    """A cell below the heading of one option: ticked, empty, or the words of "other". `meanings` as in reader_of."""
    text = cell.strip()
    word = _lower(text)
    if not text or word in _BLANK or (word in _NOT_TICKED and choice_key(text) != choice_key(choice)):
        return NOTHING_READ
    if word in _TICKED or choice_key(text) == choice_key(choice):
        return CellRead(Answer(question.id, (choice,)))
    if choice == OTHER:
        match = _OTHER.fullmatch(unicodedata.normalize("NFKC", text).casefold())
        return CellRead(Answer(question.id, (OTHER,), words="" if match and not match["after"] and not match["in"] else one_line(text)))
    meant = _meant(text, meanings)
    return _unknown(text) if meant is None else CellRead(Answer(question.id, (meant,)))


def _unknown(text: str) -> CellRead:
    return CellRead(None, RowReason.ANSWER_UNKNOWN, text, (text,))


def _meant(text: str, meanings: Mapping[str, str]) -> str | None:
    key = choice_key(text)
    return next((choice for said, choice in meanings.items() if choice_key(said) == key), None)


def _lower(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _boxed(question: Question, values: Sequence[str], meanings: Mapping[str, str]) -> Callable[[str], CellRead]:
    if question.kind is QuestionKind.MULTI:
        return _Several(question, meanings).read
    reads = _One(question).read if question.kind is QuestionKind.SINGLE else _Points(question, values).read

    def read(text: str) -> CellRead:
        found = reads(text)
        meant = _meant(text, meanings) if found.unmatched else None
        return found if meant is None else CellRead(Answer(question.id, (meant,)))

    return read


class _One:
    """One of the options, by its words, by its words behind a number, or by its place."""

    def __init__(self, question: Question) -> None:
        self._question = question
        keys = [choice_key(one) for one in question.options]
        self.by_key = {key: one for key, one in zip(keys, question.options, strict=True) if keys.count(key) == 1}
        self._counts_places = not any(char.isdigit() for one in question.options for char in unicodedata.normalize("NFKC", one))

    def read(self, text: str) -> CellRead:
        choice = self.option(text)
        if choice is not None:
            return CellRead(Answer(self._question.id, (choice,)))
        if self._question.has_other:
            return CellRead(Answer(self._question.id, (OTHER,), words=words_of_other(text)))
        return _unknown(text)

    def option(self, text: str) -> str | None:
        if text in self._question.options:
            return text
        found = self.by_key.get(choice_key(text))
        if found is not None:
            return found
        numbered = _NUMBERED.fullmatch(_lower(text))
        if numbered is not None and choice_key(numbered["words"]) in self.by_key:
            return self.by_key[choice_key(numbered["words"])]
        if self._counts_places and (place := _whole(text)) is not None and 1 <= place <= len(self._question.options):
            return self._question.options[place - 1]
        return None


class _Several:
    """Options one after the other. Those that are known are looked for first: they may hold a separator themselves."""

    def __init__(self, question: Question, meanings: Mapping[str, str]) -> None:
        self._question = question
        self._meanings = meanings
        self._one = _One(question)
        known = [*((one, one) for one in question.options), *meanings.items()]
        flat = [(_flat(unicodedata.normalize("NFKC", text).strip()), one) for text, one in known]
        self._options = sorted(flat, key=lambda pair: -len(pair[0]))

    def read(self, text: str) -> CellRead:
        original = unicodedata.normalize("NFKC", text)
        flat = _flat(original)
        chosen: set[str] = set()
        unknown: list[str] = []
        place, begun = 0, -1
        while place < len(flat):
            if flat[place].isspace() or flat[place] in _SEPARATORS:
                place += 1
                continue
            option, end = self._known_at(flat, place)
            if option is None:
                end = _next_separator(flat, place)
                part = original[place:end].strip()
                option = self._one.option(part) or _meant(part, self._meanings)
            if option is None:
                # What is not known belongs together, separators and all.
                begun = place if begun < 0 else begun
            else:
                chosen.add(option)
                if begun >= 0:
                    unknown.append(original[begun:place].strip(_AROUND))
                begun = -1
            place = end
        if begun >= 0:
            unknown.append(original[begun:].strip(_AROUND))
        return self._told(chosen, unknown)

    def _told(self, chosen: set[str], unknown: Sequence[str]) -> CellRead:
        question, words = self._question, ""
        if unknown and question.has_other:
            chosen.add(OTHER)
            words = "、".join(said for one in unknown if (said := words_of_other(one)))
            unknown = ()
        answer = Answer(question.id, tuple(one for one in question.choices if one in chosen), words=words) if chosen else None
        return CellRead(answer, RowReason.ANSWER_UNKNOWN if unknown else None, ", ".join(unknown), tuple(unknown))

    def _known_at(self, flat: str, place: int) -> tuple[str | None, int]:
        for key, option in self._options:
            end = place + len(key)
            if key and flat.startswith(key, place) and (end == len(flat) or flat[end:].lstrip()[:1] in ("", *_SEPARATORS)):
                return option, end
        return None, place


def words_of_other(text: str) -> str:
    """What was written beside "other", without that word."""
    match = _OTHER.fullmatch(unicodedata.normalize("NFKC", one_line(text)).casefold())
    if match is None:
        return one_line(text)
    said = match["after"] or match["in"] or ""
    plain = unicodedata.normalize("NFKC", one_line(text))
    start = plain.casefold().rfind(said) if said else -1
    return plain[start : start + len(said)].strip() if start >= 0 else ""


def _flat(normal: str) -> str:
    """For comparing; as long as what is given."""
    return "".join(char.casefold() if len(char.casefold()) == 1 else char for char in normal)


def _next_separator(flat: str, place: int) -> int:
    return next((end for end in range(place, len(flat)) if flat[end] in _SEPARATORS), len(flat))


class _Points:
    """NPS and SCALE: by the words of the points, by a number (also beside words), by stars."""

    def __init__(self, question: Question, values: Sequence[str]) -> None:
        self._question = question
        self._low = 0 if question.kind is QuestionKind.NPS else 1
        self._high = NPS_POINTS[-1] if question.kind is QuestionKind.NPS else question.points
        self._labels = self._named_points()
        self._words = ScaleWords(self._high if question.kind is QuestionKind.SCALE else 0, values)
        self._is_upside_down = question.kind is QuestionKind.SCALE and any(self._goes_down(value) for value in values)

    def read(self, text: str) -> CellRead:
        point = self._point(text)
        if point is None:
            return _unknown(text)
        return CellRead(Answer(self._question.id, (str(point),)))

    def _named_points(self) -> dict[str, int]:
        question = self._question
        named: Iterable[tuple[str, int]] = zip(question.ends, (self._low, self._high), strict=True)
        if len(question.labels) == 2:
            named = (*named, *zip(question.labels, (self._low, self._high), strict=True))
        elif len(question.labels) == self._high - self._low + 1:
            named = (*named, *((text, self._low + place) for place, text in enumerate(question.labels)))
        return {choice_key(text): point for text, point in named if text.strip()}

    def _point(self, text: str) -> int | None:
        key, bare = choice_key(text), choice_key(_without_numbers(text))
        for known in (key, bare):
            if known in self._labels:
                return self._labels[known]
        number = self._number(text)
        if number is not None:
            return self._low + self._high - number if self._is_upside_down else number
        stars = sum(text.count(sign) for sign in _STARS)
        if self._low <= stars and 0 < stars <= self._high and not any(char.isdigit() for char in text):
            return stars
        return None if any(char.isdigit() for char in text) else self._words.point(text)

    def _number(self, text: str) -> int | None:
        plain = unicodedata.normalize("NFKC", text)
        part = _PART_OF.search(plain)
        if part is not None:
            found = [int(part["part"])] if int(part["whole"]) == self._high else []
        else:
            found = sorted({int(one) for one in _WHOLE_NUMBER.findall(plain)})
        return found[0] if len(found) == 1 and self._low <= found[0] <= self._high else None

    def _goes_down(self, text: str) -> bool:
        """Whether the words beside a number say that the best has the lowest."""
        number, middle = self._number(text), (self._low + self._high) / 2
        if number is None or number == middle:
            return False
        bare = _without_numbers(text)
        known = self._labels.get(choice_key(bare))
        feeling = Feeling.of(bare)
        if known is not None:
            return (known > middle) != (number > middle)
        return feeling is not None and feeling.sign != 0 and (feeling.sign > 0) != (number > middle)


def _without_numbers(text: str) -> str:
    return re.sub(r"[\d().:/\-\s、]+", " ", unicodedata.normalize("NFKC", text)).strip()


def _whole(text: str) -> int | None:
    match = _WHOLE_NUMBER.fullmatch(_lower(text))
    return int(match[1]) if match is not None else None


def _number(question: Question, text: str) -> CellRead:
    plain = unicodedata.normalize("NFKC", text).removesuffix(unicodedata.normalize("NFKC", question.unit)).strip()
    value = parse_decimal(plain)
    if value is None:
        match = _AMOUNT.fullmatch(plain)
        value = parse_decimal(match[1]) if match is not None else None
    if value is None:
        return CellRead(None, RowReason.NUMBER_UNREADABLE, text)
    number = float(value)
    if (question.low is not None and number < question.low) or (question.high is not None and number > question.high):
        return CellRead(None, RowReason.NUMBER_OUT_OF_RANGE, text)
    return CellRead(Answer(question.id, number=number))


def _day(question: Question, text: str, order: DateOrder | None) -> CellRead:
    moment = moment_of_serial(text) or parse_datetime(text, order=order)
    found: date | DateError = parse_date(text, order=order) if isinstance(moment, DateError) else moment.date()
    if isinstance(found, DateError):
        return CellRead(None, DATE_REASONS[found.problem], text)
    return CellRead(Answer(question.id, day=found))
