"""What the verb of the day is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.cli.given import day
from app.domain.marking import QT_TRANSLATE_NOOP

_WORDS = {
    "date": QT_TRANSLATE_NOOP("CommandLine", "the day to look at; else today"),
    "staff": QT_TRANSLATE_NOOP("CommandLine", "only what is to be done by this member of staff"),
    "out": QT_TRANSLATE_NOOP("CommandLine", "also as one page with boxes to tick, in this PDF"),
}


def add_today_arguments(verb: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    verb.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=tr(_WORDS["date"]))
    verb.add_argument("--staff", metavar="NAME", help=tr(_WORDS["staff"]))
    verb.add_argument("--out", metavar="FILE", help=tr(_WORDS["out"]))
