"""What one row of a list shows, as data."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from app.views.tokens import Tone


@dataclass(frozen=True, slots=True)
class RowAction:
    """A small button in a row, shown while the row is selected or under the mouse. `key` ("T", "Space", "Del") does the same.

    `always`: the button stands there whichever row is at hand."""

    id: str
    text: str
    primary: bool = False
    key: str = ""
    shown: bool = True
    always: bool = False


@dataclass(frozen=True, slots=True)
class RowContent:
    """Line 1: `title` (who) and `what`; line 2: `detail` (why). Right: `side` over `side_detail`, or a chip.

    `checked` None means no circle. `square` draws a check box instead of a circle. A heading is one short line with a rule.
    `accessible` is the whole sentence for readers; made of the parts when empty.
    """

    key: Hashable
    title: str
    what: str = ""
    detail: str = ""
    avatar: str = ""
    icon: str = ""
    icon_tone: Tone = Tone.NEUTRAL
    icon_circle: bool = False
    checked: bool | None = None
    square: bool = False
    chip: tuple[str, Tone] | None = None
    side: str = ""
    side_detail: str = ""
    side_tone: Tone = Tone.TEXT2
    detail_tone: Tone = Tone.TEXT3
    actions: tuple[RowAction, ...] = ()
    accessible: str = ""
    heading: bool = False

    def sentence(self) -> str:
        """Everything the row says."""
        if self.accessible:
            return self.accessible
        chip = self.chip[0] if self.chip is not None else ""
        parts = (self.title, self.what, self.detail, chip, self.side, self.side_detail)
        return " ".join(part for part in parts if part)
