"""What the verb of measures is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measures import MeasureKind

_WORDS = {
    "only": QT_TRANSLATE_NOOP("CommandLine", "only those of a kind"),
}


def add_measure_arguments(verb: argparse.ArgumentParser, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    """`common`: the options that stand with every word of the command line."""
    words = {word: tr(text) for word, text in _WORDS.items()}
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), add_help=False, allow_abbrev=False)

    listed = act("list", QT_TRANSLATE_NOOP("CommandLine", "The measures, drafts first, then those running, then the others"))
    listed.add_argument("--kind", choices=[kind.value for kind in MeasureKind], help=words["only"])
