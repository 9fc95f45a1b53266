"""Parts of a template on their way: where they are while the mouse holds them, and where they lie until the picture shows it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.template_edits import moved, resized
from app.domain.template_snaps import Guide, snapped
from app.domain.templates import Element, ElementKind, Frame, Template
from app.views.designer.handles import stretched

Size = tuple[float, float]
_LOWERED = 0.05
_NEAR_LINE_MM = 1.5
# What covers more of the paper than this lies behind everything.
_BACKGROUND = 0.6


@dataclass(frozen=True, slots=True)
class Drag:
    """`edges` empty: the parts are moved, else the one is made larger or smaller. `shown`: where everything of the page lies;
    `start`: where the mouse took hold. Millimetres."""

    template: Template
    names: tuple[str, ...]
    edges: str
    start: tuple[float, float]
    shown: Mapping[str, Frame]

    def to(
        self, where: tuple[float, float], paper: Size, tolerance: float, *, is_straight: bool = False
    ) -> tuple[Template, tuple[Guide, ...]]:
        """The template with the mouse there, and the lines it stands on. `tolerance` 0: nothing catches. `is_straight`: along one
        direction only; a corner keeps the shape."""
        dx, dy = where[0] - self.start[0], where[1] - self.start[1]
        others = [frame for name, frame in self.shown.items() if name not in self.names]
        if self.edges:
            return self._resized(dx, dy, others, paper, tolerance, keeps_shape=is_straight)
        if is_straight:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        box = around(self.shown[name] for name in self.names)
        target = replace(box, left=box.left + dx, top=box.top + dy)
        guides: tuple[Guide, ...] = ()
        if tolerance:
            target, guides = snapped(target, others, paper, tolerance)
        after = moved(self.template, self.names, target.left - box.left, target.top - box.top, paper, shown=self.shown)
        return after, guides

    def _resized(
        self, dx: float, dy: float, others: list[Frame], paper: Size, tolerance: float, *, keeps_shape: bool
    ) -> tuple[Template, tuple[Guide, ...]]:
        (name,) = self.names
        frame = stretched(self.shown[name], self.edges, dx, dy, keeps_shape=keeps_shape)
        guides: tuple[Guide, ...] = ()
        if tolerance and not keeps_shape:
            frame, guides = snapped(frame, others, paper, tolerance, edges=self.edges)
        return resized(self.template, name, frame, paper, shown=self.shown[name]), guides


def around(frames: Iterable[Frame]) -> Frame:
    """The least frame that holds all of them."""
    held = list(frames)
    left, top = min(one.left for one in held), min(one.top for one in held)
    right, bottom = max(one.left + one.width for one in held), max(one.top + one.height for one in held)
    return Frame(left, top, right - left, bottom - top)


def lies_now(box: Frame, before: Element, now: Element) -> Frame:
    """Where a part lies that lay in `box` when it was `before`."""
    old, new = before.frame, now.frame
    is_lowered = bool(now.follows) and now.follows == before.follows and box.top > old.top + _LOWERED
    top = box.top + (now.gap - before.gap if is_lowered else new.top - old.top)
    bottom = box.top + box.height + new.top + new.height - old.top - old.height
    return Frame(box.left + new.left - old.left, top, max(0.0, box.width + new.width - old.width), max(0.0, bottom - top))


def covers(element: Element, frame: Frame, where: tuple[float, float], reach: float) -> bool:
    """Whether a part can be taken hold of there; a line by what is near to it."""
    x, y = where[0] - frame.left, where[1] - frame.top
    near = max(reach, _NEAR_LINE_MM) if element.kind is ElementKind.LINE else 0.0
    if not (-near <= x <= frame.width + near and -near <= y <= frame.height + near):
        return False
    if element.kind is not ElementKind.LINE:
        return True
    length = math.hypot(frame.width, frame.height)
    return length == 0 or abs(x * frame.height - y * frame.width) / length <= near


def is_background(frame: Frame, paper: Size) -> bool:
    return frame.width * frame.height >= _BACKGROUND * paper[0] * paper[1]


def touches(one: Frame, other: Frame) -> bool:
    return (
        one.left <= other.left + other.width
        and other.left <= one.left + one.width
        and one.top <= other.top + other.height
        and other.top <= one.top + one.height
    )
