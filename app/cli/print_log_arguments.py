"""What the verb print-log is asked with."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from app.domain.marking import QT_TRANSLATE_NOOP

_LIMIT = QT_TRANSLATE_NOOP("CommandLine", "no more than so many")
_OUT = QT_TRANSLATE_NOOP("CommandLine", "the PDF to write")
_RUN = QT_TRANSLATE_NOOP("CommandLine", "one run, with everybody on it")
_STOP = QT_TRANSLATE_NOOP("CommandLine", "note that the pieces from this number on did not come out")
_GO_ON = QT_TRANSLATE_NOOP("CommandLine", "write the pieces that did not come out and note them as sent")
_GIVE_UP = QT_TRANSLATE_NOOP("CommandLine", "the pieces that did not come out are not printed any more")
_AGAIN = QT_TRANSLATE_NOOP("CommandLine", "write the same pages again; nothing is noted")
_DATE = QT_TRANSLATE_NOOP("CommandLine", "the day they go off; else today")


def add_print_log_arguments(verb: argparse.ArgumentParser, tr: Callable[[str], str], day: Callable[[str], date]) -> None:
    verb.add_argument("--limit", type=int, default=1000, metavar="N", help=tr(_LIMIT))
    verb.add_argument("--run", type=int, metavar="N", help=tr(_RUN))
    act = verb.add_mutually_exclusive_group()
    act.add_argument("--stop-at", type=int, metavar="N", help=tr(_STOP))
    act.add_argument("--go-on", action="store_true", help=tr(_GO_ON))
    act.add_argument("--give-up", action="store_true", help=tr(_GIVE_UP))
    act.add_argument("--again", action="store_true", help=tr(_AGAIN))
    verb.add_argument("--out", metavar="FILE.pdf", help=tr(_OUT))
    verb.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=tr(_DATE))
