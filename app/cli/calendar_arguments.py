"""What the verb of calendars is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.domain.marking import QT_TRANSLATE_NOOP


def add_calendar_arguments(verb: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    out = tr(QT_TRANSLATE_NOOP("CommandLine", "the .ics file to write"))
    verb.add_argument("--out", required=True, metavar="FILE", help=out)
