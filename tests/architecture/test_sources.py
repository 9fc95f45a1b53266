"""What no file of the program may hold."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.sources import name_of, nodes_of, own_files, python_files

TEXT_SUFFIXES = {".py", ".md", ".toml", ".lock", ".txt", ".ts", ".json", ".svg", ".nsi", ".spec", ".ini", ".csv", ".mako", ""}
# Put together from parts, so that this file does not hold them either.
REGISTRIES = [".".join(parts) for parts in (("py" + "pi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))]
MACHINE_PATHS = ["/".join(("", folder, "")) for folder in ("work", "root", "tmp")]
UNFINISHED = re.compile("|".join((r"\bTO" + "DO\\b", r"\bFIX" + "ME\\b", r"raise NotImpl" + "emented")))
NOT_RUN = {"skip", "skipif", "xfail", "importorskip", "skipTest"}


def texts() -> list[tuple[str, str]]:
    return [(name_of(path), path.read_text(encoding="utf-8", errors="replace")) for path in own_files() if path.suffix in TEXT_SUFFIXES]


@pytest.mark.parametrize("forbidden", REGISTRIES)
def test_no_file_names_a_package_registry(forbidden: str) -> None:
    assert [name for name, text in texts() if forbidden in text] == []


@pytest.mark.parametrize("forbidden", MACHINE_PATHS)
def test_no_file_names_a_path_of_one_machine(forbidden: str) -> None:
    pattern = re.compile(rf"(?<![\w.}}*:/-]){re.escape(forbidden)}")
    assert [name for name, text in texts() if pattern.search(text)] == []


def test_nothing_is_left_unfinished() -> None:
    assert [name for name, text in texts() if name.endswith(".py") and UNFINISHED.search(text)] == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files("tests")
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and node.attr in NOT_RUN and "pytest" in ast.unparse(node)
    ]
    assert found == []


def test_no_error_is_swallowed() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files(".", "app")
        for node in nodes_of(path)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and all(isinstance(statement, ast.Pass | ast.Continue) for statement in node.body)
    ]
    assert found == []
