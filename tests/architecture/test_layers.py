"""The rooms of the program see only what lies below them."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.sources import ROOT, name_of, nodes_of, python_files

ROOMS = """
bootstrap
views | cli
context
itemmodels
jobs | settings | i18n | crash
reports
services | queries
analytics | charts | printing | scanning | exchange
models
domain
words
paths
"""


def layers_of(text: str) -> list[set[str]]:
    return [{room.strip(" ()") for room in line.replace(":", "|").split("|")} for line in text.strip().splitlines()]


def test_the_contract_names_the_rooms_in_their_order() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["type"] == "layers")
    assert layers["exhaustive"] is True
    assert layers_of("\n".join(layers["layers"])) == layers_of(ROOMS)


def test_every_contract_is_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(linter), "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def rooms_named_by(path: Path) -> set[str]:
    """Rooms that a file imports from anywhere in its text, for types alone too."""
    modules = [
        name
        for node in nodes_of(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    ]
    return {name.split(".")[1] for name in modules if name.startswith("app.")}


def test_imports_for_types_alone_look_down_too() -> None:
    depth = {room: number for number, layer in enumerate(layers_of(ROOMS)) for room in layer}
    upward = [
        f"{name_of(path)} names app.{other}"
        for path in python_files("app")
        for room in [path.relative_to(ROOT / "app").parts[0].removesuffix(".py")]
        if room in depth
        for other in rooms_named_by(path)
        if other != room and depth[other] <= depth[room]
    ]
    assert upward == []
