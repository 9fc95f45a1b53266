"""The grammar of the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NoReturn

from app.domain.marking import QT_TRANSLATE_NOOP

Translate = Callable[[str, str], str]

# verb → module of this package and the function in it; loaded only when asked for.
VERBS: Mapping[str, tuple[str, str]] = {
    "new": ("shop", "new"),
    "backup": ("shop", "backup"),
    "restore": ("shop", "restore"),
    "check": ("shop", "check"),
    "import": ("moving", "import_file"),
    "undo-import": ("moving", "undo"),
    "export": ("moving", "export"),
    "kpi": ("figures", "kpi"),
    "print": ("printing", "print_piece"),
    "points": ("points", "points"),
    "merge": ("merging", "merge"),
    "redeem": ("codes", "redeem"),
}

# Options before the verb that take a value of their own.
_WITH_VALUE = ("--data-dir", "--language", "--theme", "--screenshots")

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def verb_in(argv: Sequence[str]) -> str:
    """The first argument that is neither an option nor an option's value; empty when there is none."""
    waiting = False
    for argument in argv:
        if waiting:
            waiting = False
        elif argument in _WITH_VALUE:
            waiting = True
        elif not argument.startswith("-"):
            return argument
    return ""


class Misused(Exception):
    """The arguments do not fit; what is wrong was said on stderr."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        if sys.stderr is not None:
            self.print_usage(sys.stderr)
            print(f"{self.prog}: {message}", file=sys.stderr)
        raise Misused(message)


def build_parser(translate: Translate) -> argparse.ArgumentParser:
    def tr(source: str) -> str:
        return translate("CommandLine", source)

    common = _common(tr)
    parser: argparse.ArgumentParser = _Parser(prog="okaeri", parents=[common], allow_abbrev=False)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    def verb(name: str, help_text: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), allow_abbrev=False)

    _shop_verbs(verb)
    _moving_verbs(verb)
    _kpi_verb(verb("kpi", QT_TRANSLATE_NOOP("CommandLine", "Figures of the shop")))
    merge = verb("merge", QT_TRANSLATE_NOOP("CommandLine", "Make two records of one customer into one"))
    merge.add_argument("keep", metavar="KEEP")
    merge.add_argument("gone", metavar="GONE")
    _points_verb(verb("points", QT_TRANSLATE_NOOP("CommandLine", "Rules, statements and balances of points")))
    _redeem_verb(verb("redeem", QT_TRANSLATE_NOOP("CommandLine", "Use the code of a card")))
    _print_verb(verb("print", QT_TRANSLATE_NOOP("CommandLine", "Print cards as a PDF and record them as sent")))
    return parser


def _common(tr: Callable[[str], str]) -> argparse.ArgumentParser:
    # Stands before and after the verb alike: nothing is set unless it was given.
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data-dir", metavar="DIR", help=tr(QT_TRANSLATE_NOOP("CommandLine", "folder that holds the shop's data")))
    common.add_argument("--language", choices=("ja", "en"), help=tr(QT_TRANSLATE_NOOP("CommandLine", "language of the sentences")))
    common.add_argument("--theme", help=argparse.SUPPRESS)  # of the window; scripts may give it to every call
    common.add_argument("--demo", action="store_true", help=tr(QT_TRANSLATE_NOOP("CommandLine", "use the sample shop")))
    common.add_argument("--json", action="store_true", help=tr(QT_TRANSLATE_NOOP("CommandLine", "one JSON object instead of sentences")))
    common.add_argument("--strict", action="store_true", help=tr(QT_TRANSLATE_NOOP("CommandLine", "do nothing when there is a warning")))
    return common


def _shop_verbs(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    new = verb("new", QT_TRANSLATE_NOOP("CommandLine", "Begin a new shop"))
    new.add_argument("--name", required=True)
    new.add_argument("--currency", default="JPY")
    new.add_argument("--timezone", default="Asia/Tokyo")
    new.add_argument("--window", type=int, default=90, metavar="DAYS")
    new.add_argument("--margin-rate", type=float, default=0.6)
    backup = verb("backup", QT_TRANSLATE_NOOP("CommandLine", "Copy the data to a file and check the copy"))
    backup.add_argument("file", metavar="FILE")
    backup.add_argument("--force", action="store_true")
    restore = verb("restore", QT_TRANSLATE_NOOP("CommandLine", "Put a backup in the place of the data"))
    restore.add_argument("file", metavar="FILE")
    check = verb("check", QT_TRANSLATE_NOOP("CommandLine", "Look whether the data are whole"))
    check.add_argument("--repair", action="store_true")


def _moving_verbs(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    moving_in = verb("import", QT_TRANSLATE_NOOP("CommandLine", "Bring in customers, purchases, products or points from a file"))
    moving_in.add_argument("what", choices=("customers", "purchases", "products", "points-opening"))
    moving_in.add_argument("file", metavar="FILE")
    moving_in.add_argument("--encoding", default="")
    moving_in.add_argument("--preset", default="")
    moving_in.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", type=_assignment)
    moving_in.add_argument("--create-customers", action="store_true")
    moving_in.add_argument("--dry-run", action="store_true")
    undo = verb("undo-import", QT_TRANSLATE_NOOP("CommandLine", "Take a whole import back"))
    undo.add_argument("id", type=int, metavar="ID")
    moving_out = verb("export", QT_TRANSLATE_NOOP("CommandLine", "Write customers, purchases or products to a file"))
    moving_out.add_argument("what", choices=("customers", "purchases", "products"))
    moving_out.add_argument("file", metavar="FILE")
    moving_out.add_argument("--for", dest="style", choices=("excel", "moving"), default="excel")


def _kpi_verb(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("figure", choices=("summary", "retention", "repurchase", "cohorts", "rfm"))
    parser.add_argument("--period", choices=("month", "quarter", "year"), default="month")
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD")


def _points_verb(parser: argparse.ArgumentParser) -> None:
    # The options of the program stand before, between and after the words alike.
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    common = _common(str)
    rule = acts.add_parser("rule", parents=[common], allow_abbrev=False)
    is_on = rule.add_mutually_exclusive_group(required=True)
    is_on.add_argument("--yen", type=int, metavar="N")
    is_on.add_argument("--off", action="store_true")
    rule.add_argument("--points", type=int, default=1, metavar="N")
    rule.add_argument("--rounding", choices=("down", "nearest", "up"), default="down")
    rule.add_argument("--tax", choices=("in", "out"), default="in")
    rule.add_argument("--minimum", type=int, default=0, metavar="N")
    rule.add_argument("--birthday-rate", type=int, default=100, metavar="PERCENT")
    rule.add_argument("--bonus-rate", type=int, default=100, metavar="PERCENT")
    rule.add_argument("--bonus-days", type=_numbers, default=(), metavar="DAY,…")
    rule.add_argument("--bonus-weekdays", type=_weekdays, default=(), metavar="mon,…")
    rule.add_argument("--first-visit", type=int, default=0, metavar="N")
    rule.add_argument("--referral", type=int, default=0, metavar="N")
    rule.add_argument("--point-value", type=int, default=1, metavar="N")
    rule.add_argument("--use-from", type=int, default=1, metavar="N")
    rule.add_argument("--from", dest="valid_from", type=_day, metavar="YYYY-MM-DD")
    last_day = rule.add_mutually_exclusive_group()
    last_day.add_argument("--expire-months", type=int, metavar="N")
    last_day.add_argument("--expire-on", type=_month_and_day, metavar="MM-DD")
    rule.add_argument("--expire-after-visit", action="store_true")
    rule.add_argument("--month-end", action="store_true")
    statement = acts.add_parser("statement", parents=[common], allow_abbrev=False)
    statement.add_argument("code", metavar="CODE")
    balance = acts.add_parser("balance", parents=[common], allow_abbrev=False)
    balance.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD")


def _redeem_verb(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--customer", metavar="CODE")


def _print_verb(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("thank-you",))
    parser.add_argument("--customer", action="append", default=[], metavar="CODE")
    parser.add_argument("--group", action="append", default=[], metavar="NAME")
    parser.add_argument("--side", choices=("address", "message", "both"))
    parser.add_argument("--direction", choices=("vertical", "horizontal"))
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD")
    parser.add_argument("--out", required=True, metavar="FILE.pdf")


def _assignment(text: str) -> str:
    if "=" not in text:
        raise argparse.ArgumentTypeError(f"{text!r} does not say which field. Please write it as Column=field.")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day like 2026-11-20") from None


def _numbers(text: str) -> tuple[int, ...]:
    try:
        return tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of days like 1,15") from None


def _weekdays(text: str) -> tuple[int, ...]:
    try:
        return tuple(sorted({_WEEKDAYS.index(part.strip().lower()) for part in text.split(",")}))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of days like sat,sun") from None


def _month_and_day(text: str) -> tuple[int, int]:
    try:
        # A leap year has every day there is.
        day = date.fromisoformat(f"2000-{text}")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day of the year like 03-31") from None
    return day.month, day.day
