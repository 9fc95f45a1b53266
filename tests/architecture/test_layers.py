"""The rooms of the program see only what lies below them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.sources import ROOT

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
