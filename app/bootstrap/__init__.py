"""The composition root: the only place that builds all the parts and knows all of them."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app import cli


@dataclass(frozen=True, slots=True)
class StartOptions:
    data_dir: Path | None
    language: str
    theme: str
    is_demo: bool
    screenshots: Path | None
    is_self_test: bool


def run(argv: Sequence[str]) -> int:
    """A verb goes to the command line, everything else opens the window. Returns the exit code."""
    if cli.is_verb(argv):
        return cli.run(argv)
    options = read_options(argv)
    from app.bootstrap.program import Program

    if options.is_self_test:
        with tempfile.TemporaryDirectory() as folder:
            return Program(_for_self_test(options, Path(folder))).run()
    return Program(options).run()


def read_options(argv: Sequence[str]) -> StartOptions:
    verbs = f"Without a window: {', '.join(cli.VERBS)}. “okaeri VERB --help” explains each."
    parser = argparse.ArgumentParser(prog="okaeri", description="Okaeri: keeps a small shop's customers.", epilog=verbs)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--language", choices=("ja", "en"), default="")
    parser.add_argument("--theme", choices=("light", "dark"), default="")
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--screenshots", type=Path, metavar="DIR")
    parser.add_argument("--self-test", action="store_true", help=argparse.SUPPRESS)
    found = parser.parse_args(argv)
    return StartOptions(found.data_dir, found.language, found.theme, found.demo, found.screenshots, found.self_test)


def _for_self_test(options: StartOptions, folder: Path) -> StartOptions:
    return StartOptions(folder, options.language or "ja", options.theme, True, folder / "pictures", True)
