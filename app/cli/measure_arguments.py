"""What the verb of measures is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.cli.given import count_to, day
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measures import DEFAULT_WINDOW, LONGEST_WINDOW, MeasureKind

MOST_PEOPLE = 10_000_000

_WORDS = {
    "name": QT_TRANSLATE_NOOP("CommandLine", "what the campaign is called"),
    "assignment": QT_TRANSLATE_NOOP(
        "CommandLine", "who was sent to and who was held back: columns customer_code and arm (sent or held), also date and cost of each"
    ),
    "sent_on": QT_TRANSLATE_NOOP("CommandLine", "the day it was sent; a date in the list counts before it"),
    "window": QT_TRANSLATE_NOOP("CommandLine", "purchases count for so many days, the day of sending included"),
    "cost": QT_TRANSLATE_NOOP("CommandLine", "what the whole of it cost (minor units)"),
    "kind": QT_TRANSLATE_NOOP("CommandLine", "its aim; results of a kind are put together"),
    "encoding": QT_TRANSLATE_NOOP("CommandLine", "kind of characters of a text file; else found out"),
    "people": QT_TRANSLATE_NOOP("CommandLine", "how many people there are, those held back included"),
    "held": QT_TRANSLATE_NOOP("CommandLine", "how many of them are held back; else as many as usual"),
    "id": QT_TRANSLATE_NOOP("CommandLine", "number of the campaign; measure list names them"),
    "as_of": QT_TRANSLATE_NOOP("CommandLine", "as it stood on this day; else today"),
    "rows": QT_TRANSLATE_NOOP("CommandLine", "the file to write: .csv, .tsv, .xlsx"),
    "only": QT_TRANSLATE_NOOP("CommandLine", "only those of a kind"),
}


def add_measure_arguments(verb: argparse.ArgumentParser, common: argparse.ArgumentParser, tr: Callable[[str], str]) -> None:
    """`common`: the options that stand with every word of the command line."""
    words = {word: tr(text) for word, text in _WORDS.items()}
    acts = verb.add_subparsers(dest="act", required=True, metavar="ACT")

    def act(name: str, help_text: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, parents=[common], help=tr(help_text), description=tr(help_text), add_help=False, allow_abbrev=False)

    create = act("create", QT_TRANSLATE_NOOP("CommandLine", "Bring in a campaign that was drawn and sent elsewhere"))
    create.add_argument("--name", required=True, help=words["name"])
    create.add_argument("--assignment", required=True, metavar="FILE", help=words["assignment"])
    create.add_argument("--sent-on", type=day, required=True, metavar="YYYY-MM-DD", help=words["sent_on"])
    create.add_argument("--window", type=count_to(LONGEST_WINDOW), default=DEFAULT_WINDOW, metavar="DAYS", help=words["window"])
    create.add_argument("--cost", type=int, default=0, metavar="AMOUNT", help=words["cost"])
    create.add_argument("--kind", choices=[kind.value for kind in MeasureKind], default=MeasureKind.OTHER.value, help=words["kind"])
    create.add_argument("--encoding", default="", help=words["encoding"])
    listed = act("list", QT_TRANSLATE_NOOP("CommandLine", "The campaigns, drafts first, then those running, then the others"))
    listed.add_argument("--kind", choices=[kind.value for kind in MeasureKind], help=words["only"])
    power = act("power", QT_TRANSLATE_NOOP("CommandLine", "What effect can be seen with so many people"))
    power.add_argument("--n", type=count_to(MOST_PEOPLE), required=True, metavar="N", help=words["people"])
    power.add_argument("--held", type=int, metavar="N", help=words["held"])
    power.add_argument("--window", type=count_to(LONGEST_WINDOW), default=DEFAULT_WINDOW, metavar="DAYS", help=words["window"])
    result = act("result", QT_TRANSLATE_NOOP("CommandLine", "What a campaign did: effect, profit on cost, verdict"))
    result.add_argument("id", type=int, metavar="ID", help=words["id"])
    result.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help=words["as_of"])
    export = act("export", QT_TRANSLATE_NOOP("CommandLine", "Write the rows a result was worked out from, so that anybody can check it"))
    export.add_argument("id", type=int, metavar="ID", help=words["id"])
    export.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help=words["as_of"])
    export.add_argument("--out", required=True, metavar="FILE.csv", help=words["rows"])
