"""What is printed."""

from __future__ import annotations

from enum import StrEnum


class PrintKind(StrEnum):
    THANK_YOU = "thank_you"
