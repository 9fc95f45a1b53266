"""A sentence some of whose words can be pressed to choose others."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class PressableWords:
    """`pattern` with {0}, {1}, … for `words`: what a word is called, and what stands for it."""

    pattern: str
    words: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return PLACE.sub(lambda place: self.words[int(place.group(1))][1], self.pattern)


def pressable(pattern: str, word_at: Callable[[re.Match[str]], str]) -> PressableWords:
    """`pattern` names its words ("{number}"); `word_at` says what stands at such a place."""
    words: list[tuple[str, str]] = []

    def place(found: re.Match[str]) -> str:
        words.append((found.group(1), word_at(found)))
        return f"{{{len(words) - 1}}}"

    return PressableWords(PLACE.sub(place, pattern), tuple(words))
