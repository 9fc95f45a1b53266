"""The command line with its steps of writing counted: python -m tests.e2e.drive_steps STEPS KILL_AT SAY_AT VERB …

What is done to the data and to files from the beginning of a writer's turn on is written into the file STEPS, a line before and a line
after each step. At line KILL_AT (from 1; 0: none) the process kills itself as nothing in it can prevent. At line SAY_AT it says a word on
stdout, so that whoever listens can kill it from outside in the midst, and goes on when a line comes in or nobody can send one.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from app import cli

_FILES = {"fsync", "replace"}
_DATABASE = {"execute", "executemany", "commit"}
_BEGIN = "BEGIN IMMEDIATE"
_WRITING = (_BEGIN, "INSERT", "UPDATE", "DELETE", "COMMIT")


class Steps:
    """`take` is called for everything that the program calls or leaves."""

    def __init__(self, said: Callable[[str], None], kill_at: int, say_at: int) -> None:
        self._said = said
        self._kill_at = kill_at
        self._say_at = say_at
        self._count = 0
        self._is_writing = False

    def take(self, frame: FrameType, event: str, function: Any) -> None:
        if event not in ("c_call", "c_return"):
            return
        name = _step(frame, function)
        self._is_writing = self._is_writing or name == _BEGIN
        if not name or not self._is_writing:
            return
        self._count += 1
        self._said(f"{'before' if event == 'c_call' else 'after'} {name}")
        if self._count == self._say_at:
            os.write(sys.stdout.fileno(), b"now\n")
            sys.stdin.readline()
        if self._count == self._kill_at:
            # Where there is no such signal, the other one ends a process as surely.
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def _step(frame: FrameType, function: Any) -> str:
    """What is written by the call; empty for one that writes nothing."""
    name: str = function.__name__
    owner: object = getattr(function, "__self__", None)
    if owner is os.fsync.__self__:  # type: ignore[attr-defined]
        return name if name in _FILES else ""
    if name == "write" and str(getattr(owner, "name", "")).endswith(".part"):
        return name
    if name not in _DATABASE or not type(owner).__module__.startswith("sqlcipher3"):
        return ""
    statement = " ".join(str(frame.f_locals.get("statement", name)).split())
    words = name.upper() if name == "commit" else statement
    return " ".join(words.split()[:3]) if words.upper().startswith(_WRITING) else ""


def main() -> int:
    steps, kill_at, say_at, *arguments = sys.argv[1:]
    with Path(steps).open("w", buffering=1, encoding="utf-8") as file:

        def said(step: str) -> None:
            file.write(step + "\n")

        sys.setprofile(Steps(said, int(kill_at), int(say_at)).take)
        code = cli.run(arguments)
        sys.setprofile(None)
    return code


if __name__ == "__main__":
    sys.exit(main())
