"""Points of a scale in everyday words: "very satisfied", どちらともいえない, and which point they stand for among the words of a column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_NEUTRAL = re.compile(r"普通|ふつう|どちら(?:でも|とも)|neutral|neither|average|so-so|undecided")
_NEGATIVE = re.compile(
    r"不満|悪|わる|思わな|思いませ|感じな|当てはまらな|あてはまらな|したくな|ない$|ません$"
    r"|dissatisf|unsatisf|disagree|unlikely|bad|poor|difficult|\bnot\b|never"
)
_POSITIVE = re.compile(
    r"満足|良|よい|よかった|いい|思う|思います|感じる|当てはまる|あてはまる|したい|satisf|agree|likely|good|excellent|great|easy"
)
_VERY = re.compile(
    r"とても|大変|たいへん|非常|すごく|大満足|大いに|最高|最悪|最も|全く|まったく|強く|very|extremely|strongly|excellent|terrible|completely|totally"
)
_SOMEWHAT = re.compile(r"やや|まあ|少し|どちらかと|ある程度|あまり|somewhat|fairly|slightly|a little|rather")
_MILD, _PLAIN, _STRONG = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Feeling:
    """`sign`: -1, 0 or 1; `strength`: of three."""

    sign: int
    strength: int

    @classmethod
    def of(cls, text: str) -> Feeling | None:
        """None for words that say neither good nor bad."""
        plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
        strength = _STRONG if _VERY.search(plain) else _MILD if _SOMEWHAT.search(plain) else _PLAIN
        if _NEUTRAL.search(plain) and strength != _MILD:
            return cls(0, _PLAIN)
        if _NEGATIVE.search(plain):
            return cls(-1, strength)
        if _POSITIVE.search(plain):
            return cls(1, strength)
        return cls(0, _PLAIN) if _NEUTRAL.search(plain) else None


class ScaleWords:
    """Words as points from 1 to `points`, told by all the words of the column together: beside とても満足 a plain 満足 is the second best,
    beside やや満足 the best. Where they leave it open, no point is told."""

    def __init__(self, points: int, values: Iterable[str]) -> None:
        self._points = points
        feelings = {feeling for value in values if (feeling := Feeling.of(value)) is not None and feeling.sign}
        self._strengths = sorted({feeling.strength for feeling in feelings})

    def point(self, text: str) -> int | None:
        """None where it cannot be told."""
        feeling = Feeling.of(text)
        if feeling is None or not self._points:
            return None
        middle, sides = (self._points + 1) // 2, (self._points - 1) // 2
        if feeling.sign == 0:
            return middle
        if sides == 1:
            return middle + feeling.sign if len(self._strengths) == 1 else None
        if len(self._strengths) == sides:
            return middle + feeling.sign * (1 + self._strengths.index(feeling.strength))
        if len(self._strengths) > sides or feeling.strength == _PLAIN:
            return None
        return middle + feeling.sign * (sides if feeling.strength == _STRONG else 1)
