"""What there is to choose from while a template is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class DesignChoices:
    """`own_fields`: the shop's own merge fields. `arts`: names of the drawings. `papers`: width and height in mm by name."""

    own_fields: tuple[str, ...] = ()
    arts: tuple[str, ...] = ()
    papers: Mapping[str, Size] = field(default_factory=dict)

    def size_of(self, paper: str) -> Size:
        """An unknown paper is taken for a postcard."""
        return self.papers.get(paper, (100.0, 148.0))
