"""The grammar of the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import NoReturn

from app.cli.out import put_out
from app.cli.print_log_arguments import add_print_log_arguments
from app.domain.label_sheets import MOST_COPIES, MOST_PLACES
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.piece_order import PieceOrder

Translate = Callable[[str, str], str]

_MOST = 999_999_999
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


_RULE_WORDS = {
    "yen": QT_TRANSLATE_NOOP("CommandLine", "for every so much money (minor units)"),
    "off": QT_TRANSLATE_NOOP("CommandLine", "purchases earn no points any more; what is there can still be used"),
    "points": QT_TRANSLATE_NOOP("CommandLine", "so many points are earned"),
    "rounding": QT_TRANSLATE_NOOP("CommandLine", "of a last step that is not full"),
    "tax": QT_TRANSLATE_NOOP("CommandLine", "whether the amount with or without tax counts"),
    "minimum": QT_TRANSLATE_NOOP("CommandLine", "purchases below this amount earn nothing"),
    "birthday": QT_TRANSLATE_NOOP("CommandLine", "rate in the month of the birthday: 200 = twice"),
    "bonus": QT_TRANSLATE_NOOP("CommandLine", "rate on the days named by --bonus-days and --bonus-weekdays: 200 = twice"),
    "days": QT_TRANSLATE_NOOP("CommandLine", "days of the month with the bonus rate, such as 5,20"),
    "weekdays": QT_TRANSLATE_NOOP("CommandLine", "weekdays with the bonus rate, such as mon,sat"),
    "first": QT_TRANSLATE_NOOP("CommandLine", "points added to a first visit"),
    "referral": QT_TRANSLATE_NOOP("CommandLine", "points for either side of an introduction"),
    "value": QT_TRANSLATE_NOOP("CommandLine", "what one point pays for (minor units)"),
    "from": QT_TRANSLATE_NOOP("CommandLine", "as few points as can be used"),
    "valid": QT_TRANSLATE_NOOP("CommandLine", "for purchases of this day and later; else for all that are recorded from now on"),
    "months": QT_TRANSLATE_NOOP("CommandLine", "points count for so many months, the last day included"),
    "on": QT_TRANSLATE_NOOP("CommandLine", "points count up to this day of a year, that day included"),
    "visit": QT_TRANSLATE_NOOP("CommandLine", "the months begin anew with each visit"),
    "end": QT_TRANSLATE_NOOP("CommandLine", "to the end of that month"),
}


_PIECES = {
    "thank-you": QT_TRANSLATE_NOOP("CommandLine", "Cards as chosen in the window"),
    "card": QT_TRANSLATE_NOOP("CommandLine", "Cards after a template"),
    "letter": QT_TRANSLATE_NOOP("CommandLine", "Letters after a template"),
    "address": QT_TRANSLATE_NOOP("CommandLine", "Addresses on postcards"),
    "envelope": QT_TRANSLATE_NOOP("CommandLine", "Addresses on envelopes"),
    "labels": QT_TRANSLATE_NOOP("CommandLine", "Addresses on sheets of labels"),
    "member-cards": QT_TRANSLATE_NOOP("CommandLine", "Member cards, ten on a sheet"),
    "referral-cards": QT_TRANSLATE_NOOP("CommandLine", "Cards to hand on to friends, ten on a sheet"),
}
_PRINT_WORDS = {
    "sort": QT_TRANSLATE_NOOP("CommandLine", "in which order the pieces come out"),
    "for_run": QT_TRANSLATE_NOOP("CommandLine", "for the pieces of that run of the print log, in its order and with its codes"),
    "barcode": QT_TRANSLATE_NOOP(
        "CommandLine", "with the customer barcode of the post (cheaper from 1,000 like pieces, though not on cards that the post issues)"
    ),
    "date": QT_TRANSLATE_NOOP("CommandLine", "the day that stands on it; else today"),
    "layout": QT_TRANSLATE_NOOP("CommandLine", "file to say in where everything lies, in points from the lower left corner"),
    "template": QT_TRANSLATE_NOOP("CommandLine", "key or name of a template; the verb templates lists them"),
    "last_template": QT_TRANSLATE_NOOP("CommandLine", "key or name of a template; else the one chosen last in the window"),
    "paper": QT_TRANSLATE_NOOP("CommandLine", "name of the envelope; else the one chosen last in the window"),
    "offer": QT_TRANSLATE_NOOP("CommandLine", "with the offer chosen last in the window"),
    "sheet": QT_TRANSLATE_NOOP("CommandLine", "product of the sheet, such as 28171, or its measures; else the one used last in the window"),
    "start": QT_TRANSLATE_NOOP("CommandLine", "first free place of the first sheet, counted from 1; else as in the window"),
    "copies": QT_TRANSLATE_NOOP("CommandLine", "so many for each; else as in the window"),
    "printer": QT_TRANSLATE_NOOP("CommandLine", "moved, sized and turned as is kept for this printer and the paper"),
}


class Misused(Exception):
    """The arguments do not fit; what is wrong was said on stderr."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        put_out(f"{self.format_usage()}{self.prog}: {message}", sys.stderr)
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
    _moving_verbs(verb, tr)
    _kpi_verb(verb("kpi", QT_TRANSLATE_NOOP("CommandLine", "Figures of the shop")))
    merge = verb("merge", QT_TRANSLATE_NOOP("CommandLine", "Make two records of one customer into one"))
    merge.add_argument("keep", metavar="KEEP")
    merge.add_argument("gone", metavar="GONE")
    _points_verb(verb("points", QT_TRANSLATE_NOOP("CommandLine", "Rules, statements and balances of points")), tr)
    _redeem_verb(verb("redeem", QT_TRANSLATE_NOOP("CommandLine", "Use the code of a card")))
    _print_verb(verb("print", QT_TRANSLATE_NOOP("CommandLine", "Print pieces as a PDF and record them as sent")), tr)
    listed = verb("groups", QT_TRANSLATE_NOOP("CommandLine", "The groups of customers, with how many are in each"))
    listed.add_argument("--date", type=_day, metavar="YYYY-MM-DD")
    templates = verb("templates", QT_TRANSLATE_NOOP("CommandLine", "The templates to print with"))
    templates.add_argument("--kind", choices=("card", "letter", "member_card", "referral_card"))
    print_log = verb("print-log", QT_TRANSLATE_NOOP("CommandLine", "What was printed, the latest first"))
    add_print_log_arguments(print_log, tr, _day)
    returned = verb("returned", QT_TRANSLATE_NOOP("CommandLine", "Note post that came back, or list what did"))
    returned.add_argument("code", nargs="*", metavar="CODE")
    returned.add_argument("--date", type=_day, metavar="YYYY-MM-DD")
    barcode = verb("postal-barcode", QT_TRANSLATE_NOOP("CommandLine", "The customer barcode of an address"))
    barcode.add_argument("postal_code", metavar="POSTALCODE")
    barcode.add_argument("rest", metavar="REST", help=tr(QT_TRANSLATE_NOOP("CommandLine", "what follows the town")))
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


_SHOP_WORDS = QT_TRANSLATE_NOOP(
    "CommandLine", "shop: households, groups, templates, printers, print settings and prices, who is archived; a JSON file"
)


def _moving_verbs(verb: Callable[[str, str], argparse.ArgumentParser], tr: Callable[[str], str]) -> None:
    moving_in = verb("import", QT_TRANSLATE_NOOP("CommandLine", "Bring in a list from a file, or what a shop has beside its lists"))
    moving_in.add_argument("what", choices=("customers", "purchases", "products", "points-opening", "shop"), help=tr(_SHOP_WORDS))
    moving_in.add_argument("file", metavar="FILE")
    moving_in.add_argument("--encoding", default="")
    moving_in.add_argument("--preset", default="")
    moving_in.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", type=_assignment)
    moving_in.add_argument("--create-customers", action="store_true")
    moving_in.add_argument("--dry-run", action="store_true")
    undo = verb("undo-import", QT_TRANSLATE_NOOP("CommandLine", "Take a whole import back"))
    undo.add_argument("id", type=int, metavar="ID")
    moving_out = verb("export", QT_TRANSLATE_NOOP("CommandLine", "Write a list to a file, or what the shop has beside its lists"))
    moving_out.add_argument("what", choices=("customers", "purchases", "products", "shop"), help=tr(_SHOP_WORDS))
    moving_out.add_argument("file", metavar="FILE")
    moving_out.add_argument("--for", dest="style", choices=("excel", "moving"), default="excel")


def _kpi_verb(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("figure", choices=("summary", "retention", "repurchase", "cohorts", "rfm"))
    parser.add_argument("--period", choices=("month", "quarter", "year"), default="month")
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD")


def _points_verb(parser: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    # The options of the program stand before, between and after the words alike.
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    common = _common(str)

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), allow_abbrev=False)

    rule_words = QT_TRANSLATE_NOOP("CommandLine", "State the whole rule for what is recorded from now on; what is not named counts plainly")
    _rule_options(act("rule", rule_words), tr)
    statement = act("statement", QT_TRANSLATE_NOOP("CommandLine", "Every entry of one customer, the oldest first"))
    statement.add_argument("code", metavar="CODE")
    balance = act("balance", QT_TRANSLATE_NOOP("CommandLine", "What every customer has, and what that is in money"))
    balance.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help=tr(QT_TRANSLATE_NOOP("CommandLine", "at the end of this day")))


def _rule_options(rule: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    words = {name: tr(text) for name, text in _RULE_WORDS.items()}
    is_on = rule.add_mutually_exclusive_group(required=True)
    is_on.add_argument("--yen", type=int, metavar="N", help=words["yen"])
    is_on.add_argument("--off", action="store_true", help=words["off"])
    rule.add_argument("--points", type=int, default=1, metavar="N", help=words["points"])
    rule.add_argument("--rounding", choices=("down", "nearest", "up"), default="down", help=words["rounding"])
    rule.add_argument("--tax", choices=("in", "out"), default="in", help=words["tax"])
    rule.add_argument("--minimum", type=int, default=0, metavar="N", help=words["minimum"])
    rule.add_argument("--birthday-rate", type=int, default=100, metavar="PERCENT", help=words["birthday"])
    rule.add_argument("--bonus-rate", type=int, default=100, metavar="PERCENT", help=words["bonus"])
    rule.add_argument("--bonus-days", type=_numbers, default=(), metavar="DAY,…", help=words["days"])
    rule.add_argument("--bonus-weekdays", type=_weekdays, default=(), metavar="mon,…", help=words["weekdays"])
    rule.add_argument("--first-visit", type=int, default=0, metavar="N", help=words["first"])
    rule.add_argument("--referral", type=int, default=0, metavar="N", help=words["referral"])
    rule.add_argument("--point-value", type=int, default=1, metavar="N", help=words["value"])
    rule.add_argument("--use-from", type=int, default=1, metavar="N", help=words["from"])
    rule.add_argument("--from", dest="valid_from", type=_day, metavar="YYYY-MM-DD", help=words["valid"])
    last_day = rule.add_mutually_exclusive_group()
    last_day.add_argument("--expire-months", type=int, metavar="N", help=words["months"])
    last_day.add_argument("--expire-on", type=_month_and_day, metavar="MM-DD", help=words["on"])
    rule.add_argument("--expire-after-visit", action="store_true", help=words["visit"])
    rule.add_argument("--month-end", action="store_true", help=words["end"])


def _redeem_verb(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--customer", metavar="CODE")


def _print_verb(parser: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    common = _common(str)
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    words = {word: tr(text) for word, text in _PRINT_WORDS.items()}
    for name, text in _PIECES.items():
        piece = kinds.add_parser(name, parents=[common], help=tr(text), description=tr(text), allow_abbrev=False)
        piece.add_argument("--customer", action="append", default=[], metavar="CODE")
        piece.add_argument("--group", action="append", default=[], metavar="NAME")
        piece.add_argument("--sort", choices=[order.value for order in PieceOrder], default=PieceOrder.AS_ASKED.value, help=words["sort"])
        piece.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help=words["date"])
        piece.add_argument("--out", required=True, metavar="FILE.pdf")
        piece.add_argument("--layout", metavar="FILE.json", help=words["layout"])
        piece.add_argument("--printer", default="", metavar="NAME", help=words["printer"])
        _piece_options(name, piece, words)


def _piece_options(name: str, piece: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """What means something for this kind alone."""
    if name in ("letter", "card"):
        piece.add_argument("--template", required=True, metavar="NAME", help=words["template"])
    if name in ("member-cards", "referral-cards"):
        piece.add_argument("--template", metavar="NAME", help=words["last_template"])
    if name in ("letter", "card", "member-cards", "referral-cards"):
        piece.add_argument("--offer", action="store_true", help=words["offer"])
    if name in ("address", "envelope", "labels"):
        piece.add_argument("--for-run", type=_count_to(_MOST), metavar="N", help=words["for_run"])
    if name != "labels" and not name.endswith("-cards"):
        piece.add_argument("--postal-barcode", action="store_true", help=words["barcode"])
    if name in ("thank-you", "card"):
        piece.add_argument("--side", choices=("address", "message", "both"))
    if name in ("thank-you", "card", "address", "envelope"):
        piece.add_argument("--direction", choices=("vertical", "horizontal"))
    if name == "envelope":
        piece.add_argument("--paper", metavar="PAPER", help=words["paper"])
    if name == "labels":
        piece.add_argument("--sheet", metavar="PRODUCT", help=words["sheet"])
    if name in ("labels", "member-cards", "referral-cards"):
        piece.add_argument("--start", type=_count_to(MOST_PLACES), metavar="N", help=words["start"])
        piece.add_argument("--copies", type=_count_to(MOST_COPIES), metavar="N", help=words["copies"])


def _count_to(most: int) -> Callable[[str], int]:
    def count(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {most}")
        return int(text)

    return count


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
