"""Where the program's own files lie, from the source tree and when frozen."""

from __future__ import annotations

import sys
from pathlib import Path


def program_dir() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resources_dir() -> Path:
    return program_dir() / "resources"


def resource(*parts: str) -> Path:
    return resources_dir().joinpath(*parts)


def default_data_dir() -> Path:
    """This machine's own folder for application data: never one that a cloud service copies."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Okaeri", appauthor=False))


def demo_data_dir() -> Path:
    """The demonstration shop has a folder of its own and never touches the shop's."""
    return default_data_dir().with_name("Okaeri demo")
