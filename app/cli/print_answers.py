"""print: who was left out, and what of that which was printed should be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.cli.call import Call
from app.cli.print_plans import Plan
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PROBLEM_SENTENCES, PrintProblem
from app.domain.print_runs import PlanLine

_LEFT_OUT = QT_TRANSLATE_NOOP("CommandLine", "Left out:")
_LOOK = QT_TRANSLATE_NOOP("CommandLine", "Printed, but please look:")
_MOVED = QT_TRANSLATE_NOOP("CommandLine", "{customer}: the record has another address now than that piece has.")
_NO_OFFER = QT_TRANSLATE_NOOP("CommandLine", "No offer was chosen in the window yet, so none stands on the pieces.")

_ACROSS = QT_TRANSLATE_NOOP(
    "CommandLine", "On a landscape envelope the address is written horizontally, so --direction vertical was not followed."
)


def left_out_rows(call: Call, stopped: Iterable[PlanLine]) -> list[dict[str, str]]:
    return [{"customer": line.candidate.code, "reason": _reason(call, line.problems)} for line in stopped]


def look_rows(call: Call, plan: Plan, kept: Sequence[PlanLine], *, is_again: bool = False) -> list[dict[str, Any]]:
    """Warnings about what is printed. `is_again`: as a run of the same day, so that its own post is none to look at."""
    texts = [call.say(_NO_OFFER)] if plan.lacks_offer else []
    texts += [call.say(_ACROSS)] if plan.lies_across else []
    for line in kept:
        problems = [problem for problem in line.problems if not (is_again and problem is PrintProblem.MAILED_TODAY)]
        if problems:
            texts.append(f"{line.candidate.code}: {_reason(call, problems)}")
    texts += [call.say(_MOVED, customer=code) for code in plan.moved]
    return [{"row": None, "text": text} for text in texts]


def left_out_words(call: Call, rows: Sequence[Mapping[str, str]]) -> list[str]:
    return headed(call.say(_LEFT_OUT), [f"{row['customer']}: {row['reason']}" for row in rows])


def look_words(call: Call, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return headed(call.say(_LOOK), [str(row["text"]) for row in rows])


def headed(heading: str, texts: Sequence[str]) -> list[str]:
    """A list under its heading; nothing at all where it is empty."""
    return [heading, *(f"  {text}" for text in texts)] if texts else []


def _reason(call: Call, problems: Iterable[PrintProblem]) -> str:
    return " ".join(call.translate("PrintProblems", PROBLEM_SENTENCES[problem]) for problem in problems)
