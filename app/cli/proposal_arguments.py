"""What the verb of proposals is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.cli.given import count_to, day
from app.domain.marking import QT_TRANSLATE_NOOP

MOST_LISTED = 1_000_000
_WORDS = {
    "date": QT_TRANSLATE_NOOP("CommandLine", "as it is on this day; else today"),
    "most": QT_TRANSLATE_NOOP("CommandLine", "no more than so many, the best first"),
}


def add_proposal_arguments(verb: argparse.ArgumentParser, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    """`common`: the options that stand with every word of the command line."""
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")
    said = tr(QT_TRANSLATE_NOOP("CommandLine", "What could be suggested to whom, from what others bought next, with the reason"))
    listed = acts.add_parser("candidates", parents=[common], help=said, description=said, add_help=False, allow_abbrev=False)
    listed.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=tr(_WORDS["date"]))
    listed.add_argument("--most", type=count_to(MOST_LISTED), default=MOST_LISTED, metavar="N", help=tr(_WORDS["most"]))
