"""The program's own files, as the checks read them."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("app", "tests", "installer", "resources", "docs", ".ci")


def python_files(*folders: str) -> list[Path]:
    """Python files below the named folders, and the starters at the top when "." is among them."""
    top = [path for path in ROOT.glob("*.py") if "." in folders]
    return sorted(top + [path for folder in folders if folder != "." for path in (ROOT / folder).rglob("*.py")])


def own_files() -> list[Path]:
    """Every file a person wrote: no environment, no build."""
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return sorted(path for path in [*ROOT.iterdir(), *below] if path.is_file())


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def nodes_of(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(tree_of(path))
