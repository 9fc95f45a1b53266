"""The verbs of the command line, read before anything heavy: a window that opens needs to know no more of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    "clv": ("lifetimes", "clv"),
    "print": ("printing", "print_piece"),
    "templates": ("templates", "templates"),
    "groups": ("groups", "groups"),
    "points": ("points", "points"),
    "merge": ("merging", "merge"),
    "redeem": ("codes", "redeem"),
    "print-log": ("print_log", "print_log"),
    "returned": ("print_log", "returned"),
    "postal-barcode": ("barcodes", "postal_barcode"),
    "survey": ("surveys", "survey"),
    "surveys": ("surveys", "surveys"),
    "scan": ("scan", "scan"),
    "report": ("report", "report"),
    "measure": ("measures", "measure"),
    "calendar": ("calendar", "calendar"),
    "health": ("health", "health"),
    "proposals": ("proposals", "proposals"),
    "today": ("today", "today"),
    "follow-ups": ("follow_ups", "follow_ups"),
}

# Options before the verb that take a value of their own.
_WITH_VALUE = ("--data-dir", "--language", "--theme", "--screenshots")


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
