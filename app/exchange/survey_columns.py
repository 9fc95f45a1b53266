"""Which column of a web form's answers is which question, and which says who answered and when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from app.domain.surveys import NPS_POINTS, OTHER, Question, QuestionKind, SurveyContent
from app.exchange.columns import ColumnMapping, column_index, label
from app.exchange.labels import ANSWER_LABELS, ANSWER_WORDS, label_key
from app.exchange.problems import UnknownField
from app.exchange.survey_choices import choice_key

ANSWER_FIELDS: tuple[str, ...] = tuple(ANSWER_LABELS)
_QUESTION, _OPTION = "question:", "option:"
_LIKE_ENOUGH = 0.84
_PART_ENOUGH = 0.6
_SHORTEST_PART = 5
_NUMBER_BEFORE = re.compile(
    r"^\s*(?:q|問|設問|質問|question)?\s*\d{1,2}\s*[.:)、。\s\-|]+\s*|^\s*(?:q|問|設問|質問)\s*\d{1,2}", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"^(?P<base>.*?)\s*\[(?P<part>.+)\]\s*$", re.DOTALL)
_BEHIND_SIGN = re.compile(r"^(?P<base>.{2,}?)\s*(?:\s[-–|]\s|[:/]|\s>\s)\s*(?P<part>[^:/|]+)$", re.DOTALL)
_LAST_BRACKETS = re.compile(r"^(?P<base>.{2,}?)\s*\((?P<part>[^()]+)\)\s*$", re.DOTALL)
_RECOMMENDS = re.compile(r"すすめ|勧め|薦め|推奨|recommend")
_SCORE = re.compile(r"\D{0,20}(\d{1,2})(?:\.0)?\D{0,20}")
_OTHERS = ("その他", "そのほか", "other", "otherpleasespecify", "その他具体的に")


@dataclass(frozen=True, slots=True)
class Aim:
    """What a column is of a question: the whole of it, or one of its options."""

    question: str
    option: str = ""


def question_target(question: str, option: str = "") -> str:
    """As a column's target; `aim_of` reads it again."""
    return f"{_OPTION}{question}\n{option}" if option else f"{_QUESTION}{question}"


def aim_of(target: str) -> Aim | None:
    """None for what is no question."""
    if target.startswith(_QUESTION):
        return Aim(target.removeprefix(_QUESTION))
    if target.startswith(_OPTION):
        question, _, option = target.removeprefix(_OPTION).partition("\n")
        return Aim(question, option)
    return None


def answer_targets(content: SurveyContent) -> tuple[str, ...]:
    """What a column can be set to, in the order of the sheet; one for each option of a question with several."""
    found: list[str] = []
    for question in content.asked:
        found.append(question_target(question.id))
        if question.kind is QuestionKind.MULTI:
            found += [question_target(question.id, choice) for choice in question.choices]
    return (*found, *ANSWER_FIELDS)


def target_words(target: str, content: SurveyContent, language: str) -> str:
    """What a column is called that has this target: "2. Why did you come?", "4. What did you like? [Price]"."""
    aim = aim_of(target)
    question = None if aim is None else content.question(aim.question)
    if aim is None or question is None:
        return label(target, language)
    words = f"{content.number_of(question.id)}. {question.text}"
    if not aim.option:
        return words
    return f"{words} [{other_word(language) if aim.option == OTHER else aim.option}]"


def other_word(language: str) -> str:
    return "その他" if language.startswith("ja") else "Other"


def guess_answer_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], content: SurveyContent, overrides: Iterable[str] = ()
) -> ColumnMapping:
    """Match columns by their headings, and the question of recommending by its values too. `overrides`: texts "Column=question"; the
    question by its number on the sheet, its id or its words, an option behind it in [ ]; or a field. UnknownColumn, UnknownField."""
    targets = [""] * len(header)
    free = _exactly(header, content, targets)
    _fields(header, targets)
    _options(header, content, targets, free)
    _nearly(header, content, targets, free)
    _by_scores(header, rows, content, targets, free)
    mapping = ColumnMapping(tuple(header), tuple(targets))
    for text in overrides:
        column, _, target = text.rpartition("=")
        mapping = mapping.with_target(column_index(header, column), named_target(target.strip(), content))
    return mapping


def named_target(text: str, content: SurveyContent) -> str:
    """The target that a user means. UnknownField."""
    if not text or text in ANSWER_FIELDS or text in answer_targets(content):
        return text
    inside = _IN_BRACKETS.match(unicodedata.normalize("NFKC", text))
    question = _named(text, content)
    if question is not None:
        return question_target(question.id)
    question = _named(inside["base"], content) if inside is not None else None
    option = _option_of(question, inside["part"]) if question is not None and inside is not None else None
    if question is None or option is None:
        raise UnknownField(target=text)
    return question_target(question.id, option)


def _named(text: str, content: SurveyContent) -> Question | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    by_id = content.question(plain)
    if by_id is not None and content.number_of(by_id.id):
        return by_id
    number = plain.removeprefix("Q").removeprefix("q").removeprefix("問")
    if number.isdecimal() and 1 <= int(number) <= len(content.asked):
        return content.asked[int(number) - 1]
    return next((one for one in content.asked if _key(one.text) == _key(plain)), None)


def _key(text: str) -> str:
    """A question without its number, marks, width, case and signs."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return re.sub(r"[?!。、.,「」\"'’]", "", label_key(_NUMBER_BEFORE.sub("", plain, count=1) or plain))


def _exactly(header: Sequence[str], content: SurveyContent, targets: list[str]) -> list[Question]:
    """Those that say the same; the questions that are left."""
    free: list[Question] = []
    keys = [_key(name) for name in header]
    for question in content.asked:
        place = next((at for at, key in enumerate(keys) if key == _key(question.text) and not targets[at]), None)
        if place is None:
            free.append(question)
        else:
            targets[place] = question_target(question.id)
    return free


@cache
def _ranks() -> Mapping[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for field, (japanese, english) in ANSWER_LABELS.items():
        for name in (field, japanese, english):
            found.setdefault(label_key(name), (0, field))
    for field, words in ANSWER_WORDS.items():
        for rank, name in enumerate(words.split("|")):
            found.setdefault(label_key(name), (rank, field))
    return found


def _fields(header: Sequence[str], targets: list[str]) -> None:
    best: dict[str, tuple[int, int]] = {}
    for place, name in enumerate(header):
        rank, field = _ranks().get(label_key(_NUMBER_BEFORE.sub("", name, count=1)) or label_key(name), (0, ""))
        if field and not targets[place] and (field not in best or rank < best[field][0]):
            best[field] = (rank, place)
    for field, (_, place) in best.items():
        targets[place] = field


def _options(header: Sequence[str], content: SurveyContent, targets: list[str], free: list[Question]) -> None:
    """Columns of one option each, "Question [option]", and the lines of a grid, "Title [question]"."""
    several = [one for one in content.asked if one.kind is QuestionKind.MULTI]
    for place, name in enumerate(header):
        if targets[place]:
            continue
        for base, part in _taken_apart(name):
            found = _option_target(base, part, several)
            if not found:
                question = next((one for one in free if _key(one.text) == _key(part)), None)
                found = question_target(question.id) if question is not None else ""
            if found and found not in targets:
                targets[place] = found
                break
    _forget_matched(targets, free)


def _taken_apart(name: str) -> Iterable[tuple[str, str]]:
    plain = unicodedata.normalize("NFKC", name)
    for pattern in (_IN_BRACKETS, _BEHIND_SIGN, _LAST_BRACKETS):
        if match := pattern.match(plain):
            yield match["base"], match["part"]


def _option_target(base: str, part: str, several: Sequence[Question]) -> str:
    for question in several:
        option = _option_of(question, part)
        if option is not None and _likeness(_key(base), _key(question.text)) >= _LIKE_ENOUGH:
            return question_target(question.id, option)
    return ""


def _option_of(question: Question, part: str) -> str | None:
    key = choice_key(part)
    found = next((one for one in question.options if choice_key(one) == key), None)
    if found is None and question.has_other and label_key(part).replace("(", "").replace(")", "") in _OTHERS:
        return OTHER
    return found


def _likeness(one: str, other: str) -> float:
    """From 0 to 1; a text within the other is as like as it must be where it is the larger part of it."""
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_PART and short in long and len(short) >= len(long) * _PART_ENOUGH:
        return max(_LIKE_ENOUGH, len(short) / len(long))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _nearly(header: Sequence[str], content: SurveyContent, targets: list[str], free: list[Question]) -> None:
    """The most alike first, so that a question is not taken by a column that is only rather like it."""
    keys = {place: _key(name) for place, name in enumerate(header) if not targets[place]}
    pairs = [
        (likeness, place, question)
        for question in free
        for place, key in keys.items()
        if (likeness := _likeness(key, _key(question.text))) >= _LIKE_ENOUGH
    ]
    for _, place, question in sorted(pairs, key=lambda pair: (-pair[0], content.number_of(pair[2].id), pair[1])):
        if not targets[place] and question_target(question.id) not in targets:
            targets[place] = question_target(question.id)
    _forget_matched(targets, free)


def _forget_matched(targets: Sequence[str], free: list[Question]) -> None:
    taken = {aim.question for target in targets if (aim := aim_of(target)) is not None}
    free[:] = [one for one in free if one.id not in taken]


def _by_scores(
    header: Sequence[str], rows: Sequence[Sequence[str]], content: SurveyContent, targets: list[str], free: Sequence[Question]
) -> None:
    """A column about recommending with nothing but 0 to 10 below it."""
    question = content.nps()
    if question is None or question not in free:
        return
    places = [
        place
        for place, name in enumerate(header)
        if not targets[place] and _RECOMMENDS.search(unicodedata.normalize("NFKC", name).casefold()) and _has_scores(rows, place)
    ]
    if len(places) == 1:
        targets[places[0]] = question_target(question.id)


def _has_scores(rows: Sequence[Sequence[str]], place: int) -> bool:
    values = [value for row in rows if (value := unicodedata.normalize("NFKC", row[place]).strip())]
    matches = [_SCORE.fullmatch(value) for value in values]
    return bool(values) and all(match is not None and int(match[1]) <= NPS_POINTS[-1] for match in matches)
