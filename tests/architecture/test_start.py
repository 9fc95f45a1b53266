"""Opening the window loads nothing heavy: that is what makes the start quick."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.sources import ROOT, name_of, python_files

HEAVY = ("pandas", "numpy", "scipy", "matplotlib", "reportlab", "sqlalchemy", "alembic", "python_calamine", "pypdfium2", "PIL")


def module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def loaded_by(modules: list[str]) -> list[str]:
    """The heavy packages that importing `modules` in a fresh interpreter brings in, each with the module that did."""
    script = f"""
import importlib, sys
for name in {modules!r}:
    importlib.import_module(name)
    for heavy in {HEAVY!r}:
        if heavy in sys.modules:
            print(heavy, "by", name)
            sys.exit()
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_window_and_its_start_load_nothing_heavy() -> None:
    window = [module_name(name_of(path)) for path in python_files("app/bootstrap", "app/views", "app/itemmodels", "app/jobs")]
    start = [f"app.{path.stem}" for path in (ROOT / "app").glob("*.py") if path.stem != "__init__"]
    assert loaded_by([*start, *window]) == []


def test_the_command_line_loads_no_qt() -> None:
    modules = [module_name(name_of(path)) for path in python_files("app/cli")]
    script = f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\nprint('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout.strip()) == ("", "False")
