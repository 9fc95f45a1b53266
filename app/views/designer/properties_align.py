"""Lining parts up: one with the paper, several with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from app.domain.templates import Element, ElementKind, Frame, Template
from app.views.designer.properties_section import Section
from app.views.widgets.buttons import IconButton
from app.views.widgets.layouts import boxed, row


class AlignSection(Section):
    """`align_requested`: left, middle, right, top, centre or bottom."""

    align_requested = Signal(str)
    is_shared = True

    def suits(self, kinds: frozenset[ElementKind]) -> bool:
        return True

    def show_element(self, element: Element, template: Template) -> None:
        self.element, self.template = element, template

    def _build(self) -> None:
        names = {
            "left": ("align-start-vertical", self.tr("Line up at the left")),
            "middle": ("align-center-vertical", self.tr("Line up in the middle from left to right")),
            "right": ("align-end-vertical", self.tr("Line up at the right")),
            "top": ("align-start-horizontal", self.tr("Line up at the top")),
            "centre": ("align-center-horizontal", self.tr("Line up in the middle from top to bottom")),
            "bottom": ("align-end-horizontal", self.tr("Line up at the bottom")),
        }
        line = row(gap=4)
        self.buttons: dict[str, IconButton] = {}
        for edge, (icon, name) in names.items():
            self.buttons[edge] = IconButton(icon, name, size=30, framed=True)
            self.buttons[edge].clicked.connect(partial(self._on_pressed, edge))
            line.addWidget(self.buttons[edge])
        line.addStretch(1)
        self.form.addWidget(boxed(line))

    def _on_pressed(self, edge: str, _on: bool = False) -> None:
        self.align_requested.emit(edge)


def aligned(frames: Sequence[Frame], edge: str, paper: tuple[float, float]) -> list[Frame]:
    """The frames moved to one edge or middle: of the paper when there is one, else of all together."""
    left, top, right, bottom = 0.0, 0.0, *paper
    if len(frames) > 1:
        left, top = min(one.left for one in frames), min(one.top for one in frames)
        right, bottom = max(one.left + one.width for one in frames), max(one.top + one.height for one in frames)
    moves = {
        "left": lambda one: replace(one, left=left),
        "middle": lambda one: replace(one, left=(left + right - one.width) / 2),
        "right": lambda one: replace(one, left=right - one.width),
        "top": lambda one: replace(one, top=top),
        "centre": lambda one: replace(one, top=(top + bottom - one.height) / 2),
        "bottom": lambda one: replace(one, top=bottom - one.height),
    }
    return [moves[edge](one) for one in frames]
