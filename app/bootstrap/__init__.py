"""The composition root: the only place that builds all the parts and knows all of them."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app import cli
from app.scanning import READ_PICTURES


@dataclass(frozen=True, slots=True)
class StartOptions:
    data_dir: Path | None
    language: str
    theme: str
    is_demo: bool
    screenshots: Path | None
    is_self_test: bool


def run(argv: Sequence[str]) -> int:
    """A verb goes to the command line, the hidden argument to the reader of pictures, everything else opens the window. Returns the exit
    code."""
    if argv[:1] == [READ_PICTURES]:
        from app.scanning.worker import serve

        return serve(argv[1:])
    if cli.is_verb(argv):
        return cli.run(argv)
    options = read_options(argv)
    if not has_display():
        if options.screenshots is None and not options.is_self_test:
            sys.stderr.write("There is no screen to open the window on. With --screenshots DIR it is drawn into pictures.\n")
            return 2
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.bootstrap.program import Program

    if options.is_self_test:
        with tempfile.TemporaryDirectory() as folder:
            return Program(_for_self_test(options, Path(folder))).run()
    return Program(options).run()


def has_display() -> bool:
    """Whether a window can be opened; a platform named by hand is taken at its word."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


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
