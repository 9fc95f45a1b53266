"""Nothing grows past what one person can hold in mind."""

from __future__ import annotations

import ast

from tests.architecture.sources import name_of, nodes_of, python_files

FILE_LINES = 500
CLASS_LINES = 400
FUNCTION_LINES = 60


def length_of(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_too_long() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(".", "app", "tests", "installer")}
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_class_and_no_function_is_too_long() -> None:
    too_long = []
    for path in python_files(".", "app", "tests", "installer"):
        for node in nodes_of(path):
            if isinstance(node, ast.ClassDef) and length_of(node) > CLASS_LINES:
                too_long.append(f"{name_of(path)}:{node.lineno} class {node.name}: {length_of(node)}")
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length_of(node) > FUNCTION_LINES:
                too_long.append(f"{name_of(path)}:{node.lineno} {node.name}(): {length_of(node)}")
    assert too_long == []
