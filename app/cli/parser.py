"""The grammar of the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import NoReturn

from app.cli.calendar_arguments import add_calendar_arguments
from app.cli.follow_up_arguments import add_follow_up_arguments
from app.cli.given import assignment, counts, day, month, month_and_day, numbers, weekdays
from app.cli.health_arguments import add_health_arguments
from app.cli.measure_arguments import add_measure_arguments
from app.cli.out import put_out
from app.cli.print_arguments import add_print_arguments
from app.cli.print_log_arguments import add_print_log_arguments
from app.cli.proposal_arguments import add_proposal_arguments
from app.cli.survey_arguments import add_survey_arguments
from app.cli.today_arguments import add_today_arguments
from app.domain.marking import QT_TRANSLATE_NOOP

Translate = Callable[[str, str], str]

_WORDS = {
    "name": QT_TRANSLATE_NOOP("CommandLine", "what the shop is called"),
    "currency": QT_TRANSLATE_NOOP("CommandLine", "three letters: JPY, EUR …"),
    "timezone": QT_TRANSLATE_NOOP("CommandLine", "where the shop is: Asia/Tokyo …"),
    "window": QT_TRANSLATE_NOOP("CommandLine", "within so many days of a visit a customer counts as coming"),
    "margin": QT_TRANSLATE_NOOP("CommandLine", "what of each sale is left, from 0 to 1"),
    "backup": QT_TRANSLATE_NOOP("CommandLine", "the copy to write"),
    "force": QT_TRANSLATE_NOOP("CommandLine", "also where it would hold far less than the last one"),
    "restore": QT_TRANSLATE_NOOP("CommandLine", "the copy to put back"),
    "repair": QT_TRANSLATE_NOOP("CommandLine", "count anew the figures that are kept beside the purchases"),
    "lists": QT_TRANSLATE_NOOP(
        "CommandLine", "shop: households, groups, templates, printers, print settings and prices, who is archived; a JSON file"
    ),
    "lists_in": QT_TRANSLATE_NOOP(
        "CommandLine",
        "shop: households, groups, templates, printers, print settings and prices, who is archived; a JSON file; "
        "answers: of a web form, to the survey named by --survey",
    ),
    "survey": QT_TRANSLATE_NOOP("CommandLine", "for answers: number or title of the survey; the verb surveys lists them"),
    "moving_in": QT_TRANSLATE_NOOP("CommandLine", "the file to read: .csv, .tsv, .txt, .xlsx, .xls, .ods; for shop .json"),
    "encoding": QT_TRANSLATE_NOOP("CommandLine", "kind of characters of a text file; else found out"),
    "preset": QT_TRANSLATE_NOOP("CommandLine", "program the file comes from; else found out"),
    "map": QT_TRANSLATE_NOOP(
        "CommandLine", "which column is which field, for answers which question; COLUMN= leaves one out; may stand several times"
    ),
    "create": QT_TRANSLATE_NOOP("CommandLine", "also make records of customers that are named only there"),
    "dry_run": QT_TRANSLATE_NOOP("CommandLine", "only try it; nothing is stored"),
    "import_id": QT_TRANSLATE_NOOP("CommandLine", "number of the import, as it was said then"),
    "moving_out": QT_TRANSLATE_NOOP("CommandLine", "the file to write: .csv, .tsv, .xlsx; for shop .json"),
    "style": QT_TRANSLATE_NOOP("CommandLine", "excel: to look at; moving: to bring in elsewhere without loss"),
    "figure": QT_TRANSLATE_NOOP("CommandLine", "which of them"),
    "period": QT_TRANSLATE_NOOP("CommandLine", "of each row, for retention"),
    "as_of": QT_TRANSLATE_NOOP("CommandLine", "as the figures stood on this day"),
    "keep": QT_TRANSLATE_NOOP("CommandLine", "number of the customer who stays"),
    "gone": QT_TRANSLATE_NOOP("CommandLine", "number of the one who is taken into the first"),
    "customer": QT_TRANSLATE_NOOP("CommandLine", "number of the customer"),
    "code": QT_TRANSLATE_NOOP("CommandLine", "what stands on the piece"),
    "brought_by": QT_TRANSLATE_NOOP("CommandLine", "number of whoever brought it, when another one than it was sent to"),
    "on": QT_TRANSLATE_NOOP("CommandLine", "who is in them on this day; else today"),
    "kind": QT_TRANSLATE_NOOP("CommandLine", "only those of a kind"),
    "returned": QT_TRANSLATE_NOOP("CommandLine", "codes of the pieces that came back; none: list those noted"),
    "returned_on": QT_TRANSLATE_NOOP("CommandLine", "the day they came back; else today"),
    "postal_code": QT_TRANSLATE_NOOP("CommandLine", "seven digits, with or without a hyphen"),
    "rest": QT_TRANSLATE_NOOP("CommandLine", "the address, or what of it follows the town"),
    "month": QT_TRANSLATE_NOOP("CommandLine", "the month it is of; of the one that runs as far as it has come"),
    "report_out": QT_TRANSLATE_NOOP("CommandLine", "the PDF to write"),
}
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


_LISTS = ("customers", "purchases", "products", "points-opening", "contracts", "answers", "shop")


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
    parser: argparse.ArgumentParser = _Parser(prog="okaeri", parents=[common], add_help=False, allow_abbrev=False)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    def verb(name: str, help_text: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), add_help=False, allow_abbrev=False)

    said = {name: tr(text) for name, text in _WORDS.items()}
    _shop_verbs(verb, said)
    _moving_verbs(verb, said)
    _kpi_verb(verb("kpi", QT_TRANSLATE_NOOP("CommandLine", "Figures of the shop")), said)
    _clv_verb(verb("clv", QT_TRANSLATE_NOOP("CommandLine", "Models of what customers are still worth")), common, tr)
    merge = verb("merge", QT_TRANSLATE_NOOP("CommandLine", "Make two records of one customer into one"))
    merge.add_argument("keep", metavar="KEEP", help=said["keep"])
    merge.add_argument("gone", metavar="GONE", help=said["gone"])
    _points_verb(verb("points", QT_TRANSLATE_NOOP("CommandLine", "Rules, statements and balances of points")), common, tr)
    _redeem_verb(verb("redeem", QT_TRANSLATE_NOOP("CommandLine", "Use the code of a printed piece")), said)
    pieces = verb("print", QT_TRANSLATE_NOOP("CommandLine", "Print pieces as a PDF and record them as sent"))
    add_print_arguments(pieces, common, tr)
    listed = verb("groups", QT_TRANSLATE_NOOP("CommandLine", "The groups of customers, with how many are in each"))
    listed.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=said["on"])
    templates = verb("templates", QT_TRANSLATE_NOOP("CommandLine", "The templates to print with"))
    templates.add_argument("--kind", choices=("card", "letter", "member_card", "referral_card"), help=said["kind"])
    print_log = verb("print-log", QT_TRANSLATE_NOOP("CommandLine", "What was printed, the latest first"))
    add_print_log_arguments(print_log, tr, day)
    returned = verb("returned", QT_TRANSLATE_NOOP("CommandLine", "Note post that came back, or list what did"))
    returned.add_argument("code", nargs="*", metavar="CODE", help=said["returned"])
    returned.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=said["returned_on"])
    barcode = verb("postal-barcode", QT_TRANSLATE_NOOP("CommandLine", "The customer barcode of an address"))
    barcode.add_argument("postal_code", metavar="POSTALCODE", help=said["postal_code"])
    barcode.add_argument("rest", metavar="REST", help=said["rest"])
    add_survey_arguments(verb, common, tr)
    add_today_arguments(verb("today", QT_TRANSLATE_NOOP("CommandLine", "Whom to look after on a day, and why")), tr)
    add_follow_up_arguments(
        verb("follow-ups", QT_TRANSLATE_NOOP("CommandLine", "What the rules make for customers, and what is open")), common, tr
    )
    add_proposal_arguments(verb("proposals", QT_TRANSLATE_NOOP("CommandLine", "Suggestions to customers")), common, tr)
    health = verb("health", QT_TRANSLATE_NOOP("CommandLine", "How well things stand with one customer, from 0 to 100, and why"))
    add_health_arguments(health, tr)
    add_measure_arguments(verb("measure", QT_TRANSLATE_NOOP("CommandLine", "Campaigns and what came of them")), common, tr)
    calendar = verb("calendar", QT_TRANSLATE_NOOP("CommandLine", "The open follow-ups as a file for a calendar program"))
    add_calendar_arguments(calendar, tr)
    report = verb("report", QT_TRANSLATE_NOOP("CommandLine", "The month-end report as a PDF; the same month gives the same file"))
    report.add_argument("--month", required=True, type=month, metavar="YYYY-MM", help=said["month"])
    report.add_argument("--out", required=True, metavar="FILE", help=said["report_out"])
    return parser


def _common(tr: Callable[[str], str]) -> argparse.ArgumentParser:
    # Stands before and after the verb alike: nothing is set unless it was given.
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shown = tr(QT_TRANSLATE_NOOP("CommandLine", "show this help and do nothing else"))
    common.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=shown)
    common.add_argument("--data-dir", metavar="DIR", help=tr(QT_TRANSLATE_NOOP("CommandLine", "folder that holds the shop's data")))
    common.add_argument("--language", choices=("ja", "en"), help=tr(QT_TRANSLATE_NOOP("CommandLine", "language of the sentences")))
    common.add_argument("--theme", help=argparse.SUPPRESS)  # of the window; scripts may give it to every call
    common.add_argument("--demo", action="store_true", help=tr(QT_TRANSLATE_NOOP("CommandLine", "use the sample shop")))
    common.add_argument("--json", action="store_true", help=tr(QT_TRANSLATE_NOOP("CommandLine", "one JSON object instead of sentences")))
    common.add_argument("--strict", action="store_true", help=tr(QT_TRANSLATE_NOOP("CommandLine", "do nothing when there is a warning")))
    return common


def _shop_verbs(verb: Callable[[str, str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    new = verb("new", QT_TRANSLATE_NOOP("CommandLine", "Begin a new shop"))
    new.add_argument("--name", required=True, help=said["name"])
    new.add_argument("--currency", default="JPY", help=said["currency"])
    new.add_argument("--timezone", default="Asia/Tokyo", help=said["timezone"])
    new.add_argument("--window", type=int, default=90, metavar="DAYS", help=said["window"])
    new.add_argument("--margin-rate", type=float, default=0.6, help=said["margin"])
    backup = verb("backup", QT_TRANSLATE_NOOP("CommandLine", "Copy the data to a file and check the copy"))
    backup.add_argument("file", metavar="FILE", help=said["backup"])
    backup.add_argument("--force", action="store_true", help=said["force"])
    restore = verb("restore", QT_TRANSLATE_NOOP("CommandLine", "Put a backup in the place of the data"))
    restore.add_argument("file", metavar="FILE", help=said["restore"])
    check = verb("check", QT_TRANSLATE_NOOP("CommandLine", "Look whether the data are whole"))
    check.add_argument("--repair", action="store_true", help=said["repair"])


def _moving_verbs(verb: Callable[[str, str], argparse.ArgumentParser], said: Mapping[str, str]) -> None:
    moving_in = verb("import", QT_TRANSLATE_NOOP("CommandLine", "Bring in a list from a file, or what a shop has beside its lists"))
    moving_in.add_argument("what", choices=_LISTS, help=said["lists_in"])
    moving_in.add_argument("file", metavar="FILE", help=said["moving_in"])
    moving_in.add_argument("--encoding", default="", help=said["encoding"])
    moving_in.add_argument("--preset", default="", help=said["preset"])
    moving_in.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", type=assignment, help=said["map"])
    moving_in.add_argument("--create-customers", action="store_true", help=said["create"])
    moving_in.add_argument("--survey", default="", metavar="S", help=said["survey"])
    moving_in.add_argument("--dry-run", action="store_true", help=said["dry_run"])
    undo = verb("undo-import", QT_TRANSLATE_NOOP("CommandLine", "Take a whole import back"))
    undo.add_argument("id", type=int, metavar="ID", help=said["import_id"])
    moving_out = verb("export", QT_TRANSLATE_NOOP("CommandLine", "Write a list to a file, or what the shop has beside its lists"))
    moving_out.add_argument("what", choices=("customers", "purchases", "products", "contracts", "shop"), help=said["lists"])
    moving_out.add_argument("file", metavar="FILE", help=said["moving_out"])
    moving_out.add_argument("--for", dest="style", choices=("excel", "moving"), default="excel", help=said["style"])


def _kpi_verb(parser: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    parser.add_argument("figure", choices=("summary", "retention", "repurchase", "cohorts", "rfm", "contracts"), help=said["figure"])
    parser.add_argument("--period", choices=("month", "quarter", "year"), default="month", help=said["period"])
    parser.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help=said["as_of"])


def _clv_verb(parser: argparse.ArgumentParser, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), add_help=False, allow_abbrev=False)

    fit = act("fit", QT_TRANSLATE_NOOP("CommandLine", "Fit buying and spending to all purchases, and try the last months"))
    fit.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help=tr(_WORDS["as_of"]))
    sbg = act("sbg", QT_TRANSLATE_NOOP("CommandLine", "Fit how contracts end to the survivors of one cohort"))
    survivors = tr(QT_TRANSLATE_NOOP("CommandLine", "how many there were at first and after each renewal, such as 1000,869,743"))
    sbg.add_argument("--survivors", type=counts, required=True, metavar="N,N,…", help=survivors)


def _points_verb(parser: argparse.ArgumentParser, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    # The options of the program stand before, between and after the words alike.
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), add_help=False, allow_abbrev=False)

    rule_words = QT_TRANSLATE_NOOP("CommandLine", "State the whole rule for what is recorded from now on; what is not named counts plainly")
    _rule_options(act("rule", rule_words), tr)
    statement = act("statement", QT_TRANSLATE_NOOP("CommandLine", "Every entry of one customer, the oldest first"))
    statement.add_argument("code", metavar="CODE", help=tr(_WORDS["customer"]))
    balance = act("balance", QT_TRANSLATE_NOOP("CommandLine", "What every customer has, and what that is in money"))
    balance.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help=tr(QT_TRANSLATE_NOOP("CommandLine", "at the end of this day")))


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
    rule.add_argument("--bonus-days", type=numbers, default=(), metavar="DAY,…", help=words["days"])
    rule.add_argument("--bonus-weekdays", type=weekdays, default=(), metavar="mon,…", help=words["weekdays"])
    rule.add_argument("--first-visit", type=int, default=0, metavar="N", help=words["first"])
    rule.add_argument("--referral", type=int, default=0, metavar="N", help=words["referral"])
    rule.add_argument("--point-value", type=int, default=1, metavar="N", help=words["value"])
    rule.add_argument("--use-from", type=int, default=1, metavar="N", help=words["from"])
    rule.add_argument("--from", dest="valid_from", type=day, metavar="YYYY-MM-DD", help=words["valid"])
    last_day = rule.add_mutually_exclusive_group()
    last_day.add_argument("--expire-months", type=int, metavar="N", help=words["months"])
    last_day.add_argument("--expire-on", type=month_and_day, metavar="MM-DD", help=words["on"])
    rule.add_argument("--expire-after-visit", action="store_true", help=words["visit"])
    rule.add_argument("--month-end", action="store_true", help=words["end"])


def _redeem_verb(parser: argparse.ArgumentParser, said: Mapping[str, str]) -> None:
    parser.add_argument("code", metavar="CODE", help=said["code"])
    parser.add_argument("--customer", metavar="CODE", help=said["brought_by"])
