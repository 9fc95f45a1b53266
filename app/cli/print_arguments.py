"""What print is told: kinds of pieces and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

from app.cli.given import count_to, day
from app.cli.survey_arguments import add_sheet_arguments
from app.domain.label_sheets import MOST_COPIES, MOST_PLACES
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_kinds import PieceOrder

_MOST = 999_999_999

PIECES = {
    "thank-you": QT_TRANSLATE_NOOP("CommandLine", "Cards as chosen in the window"),
    "card": QT_TRANSLATE_NOOP("CommandLine", "Cards after a template"),
    "letter": QT_TRANSLATE_NOOP("CommandLine", "Letters after a template"),
    "address": QT_TRANSLATE_NOOP("CommandLine", "Addresses on postcards"),
    "envelope": QT_TRANSLATE_NOOP("CommandLine", "Addresses on envelopes"),
    "labels": QT_TRANSLATE_NOOP("CommandLine", "Addresses on sheets of labels"),
    "member-cards": QT_TRANSLATE_NOOP("CommandLine", "Member cards, ten on a sheet"),
    "referral-cards": QT_TRANSLATE_NOOP("CommandLine", "Cards to hand on to friends, ten on a sheet"),
}
_WORDS = {
    "customer": QT_TRANSLATE_NOOP("CommandLine", "number of a customer (#12: the one of id 12 without a number); may stand several times"),
    "group": QT_TRANSLATE_NOOP("CommandLine", "name of a group; the verb groups lists them; may stand several times"),
    "out": QT_TRANSLATE_NOOP("CommandLine", "the PDF to write"),
    "side": QT_TRANSLATE_NOOP("CommandLine", "which sides of the cards; else as in the window"),
    "direction": QT_TRANSLATE_NOOP("CommandLine", "of the address; else as in the window"),
    "sort": QT_TRANSLATE_NOOP("CommandLine", "in which order the pieces come out; else as in the window"),
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
    "mailed": QT_TRANSLATE_NOOP("CommandLine", "also for whoever was sent post on one of the last 30 days; else they are left out"),
    "printer": QT_TRANSLATE_NOOP("CommandLine", "moved, sized and turned as is kept for this printer and the paper"),
}


def add_print_arguments(parser: argparse.ArgumentParser, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    """`common`: the options that stand with every word of the command line."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    words = {word: tr(text) for word, text in _WORDS.items()}
    add_sheet_arguments(kinds, common, tr)
    for name, text in PIECES.items():
        piece = kinds.add_parser(name, parents=[common], help=tr(text), description=tr(text), add_help=False, allow_abbrev=False)
        piece.add_argument("--customer", action="append", default=[], metavar="CODE", help=words["customer"])
        piece.add_argument("--group", action="append", default=[], metavar="NAME", help=words["group"])
        piece.add_argument("--sort", choices=[order.value for order in PieceOrder], help=words["sort"])
        piece.add_argument("--date", type=day, metavar="YYYY-MM-DD", help=words["date"])
        piece.add_argument("--out", required=True, metavar="FILE.pdf", help=words["out"])
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
        piece.add_argument("--for-run", type=count_to(_MOST), metavar="N", help=words["for_run"])
    if name != "labels" and not name.endswith("-cards"):
        piece.add_argument("--postal-barcode", action="store_true", help=words["barcode"])
    if name in ("thank-you", "card", "letter"):
        piece.add_argument("--include-mailed-lately", action="store_true", help=words["mailed"])
    if name in ("thank-you", "card"):
        piece.add_argument("--side", choices=("address", "message", "both"), help=words["side"])
    if name in ("thank-you", "card", "address", "envelope"):
        piece.add_argument("--direction", choices=("vertical", "horizontal"), help=words["direction"])
    if name == "envelope":
        piece.add_argument("--paper", metavar="PAPER", help=words["paper"])
    if name == "labels":
        piece.add_argument("--sheet", metavar="PRODUCT", help=words["sheet"])
    if name in ("labels", "member-cards", "referral-cards"):
        piece.add_argument("--start", type=count_to(MOST_PLACES), metavar="N", help=words["start"])
        piece.add_argument("--copies", type=count_to(MOST_COPIES), metavar="N", help=words["copies"])
