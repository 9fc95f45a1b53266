"""What the verbs of surveys are told."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.cli.given import count_to, day, month
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.survey_sheets import MOST_SHEETS
from app.domain.surveys import SurveyState

if TYPE_CHECKING:
    Kinds = argparse._SubParsersAction[argparse.ArgumentParser]

Verb = Callable[[str, str], argparse.ArgumentParser]

_WORDS = {
    "file": QT_TRANSLATE_NOOP("CommandLine", "the survey as a JSON file"),
    "survey": QT_TRANSLATE_NOOP("CommandLine", "number or title of a survey; the verb surveys lists them"),
    "customer": QT_TRANSLATE_NOOP("CommandLine", "number of a customer; may stand several times"),
    "group": QT_TRANSLATE_NOOP("CommandLine", "name of a group; the verb groups lists them; may stand several times"),
    "copies": QT_TRANSLATE_NOOP("CommandLine", "so many sheets that carry no customer"),
    "paper": QT_TRANSLATE_NOOP("CommandLine", "size of a sheet; a5x2: two pages of A5 on one of A4"),
    "large": QT_TRANSLATE_NOOP("CommandLine", "in larger letters"),
    "date": QT_TRANSLATE_NOOP("CommandLine", "the day of the run; else today"),
    "out": QT_TRANSLATE_NOOP("CommandLine", "the PDF to write"),
    "layout": QT_TRANSLATE_NOOP("CommandLine", "file to say in where the boxes of one sheet lie, in points from the lower left corner"),
    "state": QT_TRANSLATE_NOOP("CommandLine", "only those that are drafts, in use or archived"),
    "pictures": QT_TRANSLATE_NOOP("CommandLine", "scans or photos of filled-in sheets: PDF, TIFF, JPEG, PNG, or folders of them"),
    "dry_run": QT_TRANSLATE_NOOP("CommandLine", "only try it; nothing is stored"),
    "wave": QT_TRANSLATE_NOOP("CommandLine", "only the answers to sheets of this month (YYYY-MM)"),
}


def add_survey_arguments(verb: Verb, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    """`common`: the options that stand with every word of the command line."""
    words = {word: tr(text) for word, text in _WORDS.items()}
    one = verb("survey", QT_TRANSLATE_NOOP("CommandLine", "Make a survey, or see what was answered"))
    acts = one.add_subparsers(dest="act", required=True, metavar="ACT")

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), add_help=False, allow_abbrev=False)

    create = act("create", QT_TRANSLATE_NOOP("CommandLine", "A new survey from a file"))
    create.add_argument("file", metavar="FILE.json", help=words["file"])
    result = act("result", QT_TRANSLATE_NOOP("CommandLine", "What came back: rate of return, NPS and every question"))
    result.add_argument("survey", metavar="S", help=words["survey"])
    result.add_argument("--wave", type=month, metavar="YYYY-MM", help=words["wave"])
    listed = verb("surveys", QT_TRANSLATE_NOOP("CommandLine", "The surveys, with how many sheets were handed out and answered"))
    listed.add_argument("--state", choices=[state.value for state in SurveyState], help=words["state"])
    scan = verb("scan", QT_TRANSLATE_NOOP("CommandLine", "Read filled-in sheets of surveys from pictures"))
    scan.add_argument("file", nargs="+", metavar="FILE", help=words["pictures"])
    scan.add_argument("--dry-run", action="store_true", help=words["dry_run"])


def add_sheet_arguments(kinds: Kinds, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    """print survey."""
    words = {word: tr(text) for word, text in _WORDS.items()}
    text = tr(QT_TRANSLATE_NOOP("CommandLine", "Sheets of a survey to fill in"))
    piece = kinds.add_parser("survey", parents=[common], help=text, description=text, add_help=False, allow_abbrev=False)
    piece.add_argument("--survey", required=True, metavar="S", help=words["survey"])
    piece.add_argument("--customer", action="append", default=[], metavar="CODE", help=words["customer"])
    piece.add_argument("--group", action="append", default=[], metavar="NAME", help=words["group"])
    piece.add_argument("--copies", type=count_to(MOST_SHEETS), metavar="N", help=words["copies"])
    piece.add_argument("--paper", choices=("a4", "a5", "a5x2"), default="a4", help=words["paper"])
    piece.add_argument("--large", action="store_true", help=words["large"])
    piece.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=words["date"])
    piece.add_argument("--out", required=True, metavar="FILE.pdf", help=words["out"])
    piece.add_argument("--layout", metavar="FILE.json", help=words["layout"])
