"""Starts the frozen program once, as a shop would get it: the window unseen, then two verbs of the command line.

    python installer/smoke.py dist
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 180


def program_in(folder: Path, *, console: bool) -> Path:
    if sys.platform == "darwin":
        return folder / "Okaeri.app" / "Contents" / "MacOS" / "Okaeri"
    if sys.platform == "win32":
        return folder / "Okaeri" / ("okaeri-cli.exe" if console else "Okaeri.exe")
    return folder / "Okaeri" / "Okaeri"


def start(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    command = [str(program), *arguments]
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", errors="replace", timeout=SECONDS, check=False)
    if done.returncode != 0:
        sys.exit(f"{program.name} {' '.join(arguments)} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def main(folder: Path) -> None:
    start(program_in(folder, console=False), "--self-test")
    with tempfile.TemporaryDirectory() as data:
        console = program_in(folder, console=True)
        for verb in (["new", "--name", "Smoke"], ["check"]):
            answer = start(console, "--data-dir", data, *verb, "--json").stdout
            if not isinstance(json.loads(answer), dict):
                sys.exit(f"{verb[0]} did not answer with one JSON object: {answer}")
    print("The frozen program starts, shows its window and answers the command line.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
