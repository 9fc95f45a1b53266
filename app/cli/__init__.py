"""The command line: the same services and queries as the window, for schedulers, for moving data and for checking figures.

Exit codes: 0 done, 1 nothing done because of the input, 2 usage, 3 storage fault or bug.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.cli.verbs import VERBS, verb_in

__all__ = ["VERBS", "is_verb", "run"]


def is_verb(argv: Sequence[str]) -> bool:
    """Whether the arguments (without the program's name) ask for the command line rather than the window; a mistyped verb does."""
    return bool(verb_in(argv))


def run(argv: Sequence[str]) -> int:
    """Do what the arguments ask and return the exit code. Nothing is raised."""
    # A window that opens has no use for the arguments of the verbs.
    from app.cli.running import run as run_verb

    return run_verb(argv)
