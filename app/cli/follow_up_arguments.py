"""What the verb of follow-ups is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.cli.given import day
from app.domain.marking import QT_TRANSLATE_NOOP

_WORDS = {
    "date": QT_TRANSLATE_NOOP("CommandLine", "the day that is run; else today"),
    "until": QT_TRANSLATE_NOOP("CommandLine", "only those due by this day"),
}


def add_follow_up_arguments(verb: argparse.ArgumentParser, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    """`common`: the options that stand with every word of the command line."""
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), add_help=False, allow_abbrev=False)

    run = act("run", QT_TRANSLATE_NOOP("CommandLine", "Let the rules make what is due; a day can be run any number of times"))
    run.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=tr(_WORDS["date"]))
    listed = act("list", QT_TRANSLATE_NOOP("CommandLine", "The follow-ups that are open, by day"))
    listed.add_argument("--until", type=day, metavar="YYYY-MM-DD", help=tr(_WORDS["until"]))
