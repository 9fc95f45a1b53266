"""Areas and lines: filled or not, their edge, corners and strokes."""

from __future__ import annotations

from typing import ClassVar

from app.domain.templates import ElementKind
from app.views.designer.properties_section import Section

_AREAS = (ElementKind.RECTANGLE, ElementKind.COUPON)


class LookSection(Section):
    kinds: ClassVar[frozenset[ElementKind]] = frozenset({*_AREAS, ElementKind.LINE, ElementKind.WRITING})
    is_shared: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__(self.tr("Area and lines"))

    def _build(self) -> None:
        fill = self.add_colour("fill", self.tr("Fill"), optional=True)
        self.form.addWidget(self.only_for(fill, *_AREAS))
        self.form.addWidget(self.add_colour("stroke", self.tr("Line colour"), optional=True))
        width = self.add_number("line_width", self.tr("Thickness (mm)"), "0.05", "10", decimals=2, step="0.1")
        radius = self.add_number("radius", self.tr("Corners (mm)"), "0", "100")
        pitch = self.add_number("pitch", self.tr("Distance (mm)"), "3", "60")
        self.only_for(radius, *_AREAS)
        self.only_for(pitch, ElementKind.WRITING)
        self.add_pair(width, radius)
        self.form.addWidget(pitch)
        self.dash = self.add_check("dash", self.tr("Dotted or dashed"))
        self.form.addWidget(self.dash)
