"""What the verb of the health score is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.cli.given import day
from app.domain.marking import QT_TRANSLATE_NOOP

_CODE = QT_TRANSLATE_NOOP("CommandLine", "the number of the customer")
_DATE = QT_TRANSLATE_NOOP("CommandLine", "as it was known at the end of this day; else today")


def add_health_arguments(verb: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    verb.add_argument("code", metavar="CODE", help=tr(_CODE))
    verb.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=tr(_DATE))
