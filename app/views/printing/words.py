"""What the print workspace says: reasons, merge fields, amounts."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.cards import FIELD_NAMES
from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import JPY, format_money
from app.domain.print_problems import PROBLEM_SENTENCES, PROBLEM_SEVERITY, PrintProblem, Severity
from app.views.labels import label_of
from app.views.moments import language
from app.views.tokens import Tone

MERGE_LABELS: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("MergeFields", "Name"),
    "family_name": QT_TRANSLATE_NOOP("MergeFields", "Family name"),
    "honorific": QT_TRANSLATE_NOOP("MergeFields", "Form of address"),
    "last_visit": QT_TRANSLATE_NOOP("MergeFields", "Day of the last visit"),
    "visits": QT_TRANSLATE_NOOP("MergeFields", "Number of visits"),
    "points": QT_TRANSLATE_NOOP("MergeFields", "Points"),
    "lapse_points": QT_TRANSLATE_NOOP("MergeFields", "Points that lapse next"),
    "lapse_day": QT_TRANSLATE_NOOP("MergeFields", "Last day to use them"),
    "staff": QT_TRANSLATE_NOOP("MergeFields", "Who is in charge"),
    "shop": QT_TRANSLATE_NOOP("MergeFields", "Name of the shop"),
    "sender": QT_TRANSLATE_NOOP("MergeFields", "Sender"),
    "today": QT_TRANSLATE_NOOP("MergeFields", "Day of printing"),
}
_DAYS = frozenset({"last_visit", "lapse_day", "today"})


def merge_mark(name: str) -> str:
    """What is put into the text for a field: in Japanese its Japanese name."""
    is_japanese = language() == "ja"
    written = FIELD_NAMES[name] if is_japanese else name
    if name in _DAYS:
        written += "|date:M月D日" if is_japanese else "|date:D/M/YYYY"
    return f"{{{{{written}}}}}"


def reasons(problems: tuple[PrintProblem, ...]) -> str:
    """Why somebody needs a look, as one line."""
    sentences = [label_of(problem, PROBLEM_SENTENCES, "PrintProblems") for problem in problems]
    if language() == "ja":
        return "・".join(sentence.rstrip("。") for sentence in sentences)
    return " ".join(sentences)


def reason_tone(problems: tuple[PrintProblem, ...]) -> Tone:
    is_stopped = any(PROBLEM_SEVERITY[problem] is Severity.BLOCKS for problem in problems)
    return Tone.ACCENT if is_stopped else Tone.WARN


def people(count: int) -> str:
    return format_count(count, CountUnit.CUSTOMERS, language())


def yen(amount: int) -> str:
    return format_money(amount, JPY, language())
