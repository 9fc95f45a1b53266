"""How a long pure function says how far it is and learns that it is no longer wanted."""

from __future__ import annotations

from typing import Protocol

from app.domain.errors import Cancelled

__all__ = ["NO_PROGRESS", "Cancelled", "Progress"]


class Progress(Protocol):
    def advance(self, done: int, total: int) -> None:
        """Report `done` of `total` steps; raises Cancelled when the user stopped the work."""


class _Silent:
    def advance(self, done: int, total: int) -> None:
        return None


NO_PROGRESS: Progress = _Silent()
