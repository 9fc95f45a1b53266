"""The kinds of work of the print workspace, and what is chosen for those that are no postcards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from app.domain.cards import LARGEST_SHIFT_MM
from app.domain.label_sheets import LABEL_SHEETS, MOST_COPIES, MOST_PLACES, LabelSheet, checked_name, label_sheet
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PrintError
from app.domain.prints import PrintKind
from app.domain.stored import as_mapping, is_member, is_number
from app.domain.templates import TemplateKind

CARDS_A_SHEET = 10
ENVELOPES = ("長形3号", "長形4号", "角形2号", "洋形2号", "洋形4号", "DL", "#10")


class WorkKind(StrEnum):
    """PURSE: cards of the size of a business card, for members and for handing on. SURVEY: sheets to fill in."""

    LETTER = "letter"
    CARD = "card"
    ENVELOPE = "envelope"
    LABELS = "labels"
    PURSE = "purse"
    SURVEY = "survey"


class PieceOrder(StrEnum):
    """AS_ASKED: as the people were asked for. POSTCODE: as the post sorts, those without one last. KANA: as a list of names is read."""

    AS_ASKED = "as-asked"
    POSTCODE = "postcode"
    KANA = "kana"


ORDER_LABELS: Mapping[PieceOrder, str] = {
    PieceOrder.AS_ASKED: QT_TRANSLATE_NOOP("PrintKinds", "As asked for"),
    PieceOrder.POSTCODE: QT_TRANSLATE_NOOP("PrintKinds", "By postcode"),
    PieceOrder.KANA: QT_TRANSLATE_NOOP("PrintKinds", "By reading"),
}

WORKSPACE = (WorkKind.LETTER, WorkKind.CARD, WorkKind.ENVELOPE, WorkKind.LABELS, WorkKind.PURSE)
"""What is chosen in the print workspace; sheets are printed where their survey is built."""

ON_SHEETS = (WorkKind.LABELS, WorkKind.PURSE)

TEMPLATES_OF: Mapping[WorkKind, frozenset[TemplateKind]] = {
    WorkKind.LETTER: frozenset({TemplateKind.LETTER}),
    WorkKind.CARD: frozenset({TemplateKind.CARD}),
    WorkKind.ENVELOPE: frozenset(),
    WorkKind.LABELS: frozenset(),
    WorkKind.PURSE: frozenset({TemplateKind.MEMBER_CARD, TemplateKind.REFERRAL_CARD}),
    WorkKind.SURVEY: frozenset(),
}
WORK_OF: Mapping[PrintKind, WorkKind] = {
    PrintKind.LETTER: WorkKind.LETTER,
    PrintKind.THANK_YOU: WorkKind.CARD,
    PrintKind.ENVELOPE: WorkKind.ENVELOPE,
    PrintKind.LABELS: WorkKind.LABELS,
    PrintKind.MEMBER_CARDS: WorkKind.PURSE,
    PrintKind.REFERRAL_CARDS: WorkKind.PURSE,
    PrintKind.SURVEY: WorkKind.SURVEY,
}


@dataclass(frozen=True, slots=True)
class KindChoices:
    """`templates`: the key of the one used last for letters and for cards of the purse; for letters of one occasion under its name as well,
    as `occasion_place` says. `envelope`: name of the paper; with
    `envelope_boxes` the boxes of the postal number are drawn. `cut_marks`: the sheet is not cut yet. `starts`, `copies`: the first free
    place of the sheet and how many of each, by kind. `shifts`: mm to the right and down, by kind. `sheets`: measures of the
    shop's own label sheets, by name; `sheet` is one of them or a product. `order`: in which the pieces come out.
    `postal_barcode`: with the address where it has a place."""

    templates: Mapping[str, str] = field(default_factory=dict)
    envelope: str = ENVELOPES[0]
    envelope_boxes: bool = False
    cut_marks: bool = False
    sheet: str = next(iter(LABEL_SHEETS))
    starts: Mapping[str, int] = field(default_factory=dict)
    copies: Mapping[str, int] = field(default_factory=dict)
    shifts: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    sheets: Mapping[str, str] = field(default_factory=dict)
    order: PieceOrder = PieceOrder.AS_ASKED
    postal_barcode: bool = False

    def shift(self, kind: WorkKind) -> tuple[float, float]:
        return self.shifts.get(kind, (0.0, 0.0))

    @property
    def sheet_measures(self) -> str:
        """The sheet chosen as `label_sheet` reads it."""
        return self.sheets.get(self.sheet, self.sheet)

    def with_sheet(self, before: str, name: str, sheet: LabelSheet) -> KindChoices:
        """One of the shop's own under its name, chosen; in place of the one called so `before`, empty: a new one."""
        sheets = {name if one == before else one: text for one, text in self.sheets.items()}
        starts = {**self.starts, WorkKind.LABELS.value: min(self.starts.get(WorkKind.LABELS, 1), sheet.labels)}
        return replace(self, sheets={**sheets, name: sheet.to_text()}, sheet=name, starts=starts)

    def without_sheet(self, name: str) -> KindChoices:
        """Without one of the shop's own; if it was chosen, the first product is."""
        sheets = {one: text for one, text in self.sheets.items() if one != name}
        return replace(self, sheets=sheets, sheet=next(iter(LABEL_SHEETS)) if self.sheet == name else self.sheet)

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"shifts": {kind: list(shift) for kind, shift in self.shifts.items()}}

    @classmethod
    def from_json(cls, stored: object) -> KindChoices:
        """What was stored, as far as it is understood; the rest as in a new shop."""
        given = as_mapping(stored)
        values: dict[str, Any] = {name: given[name] for name in _SWITCHES if isinstance(given.get(name), bool)}
        if is_member(PieceOrder, given.get("order")):
            values["order"] = PieceOrder(given["order"])
        if given.get("envelope") in ENVELOPES:
            values["envelope"] = given["envelope"]
        values["sheets"] = _sheets(given.get("sheets"))
        sheet = given.get("sheet")
        if isinstance(sheet, str) and (sheet in LABEL_SHEETS or sheet in values["sheets"]):
            values["sheet"] = sheet
        templates = as_mapping(given.get("templates")).items()
        values["templates"] = {place: key for place, key in templates if _is_place(place) and isinstance(key, str)}
        for name, most in (("starts", MOST_PLACES), ("copies", MOST_COPIES)):
            values[name] = {kind: number for kind, number in _by_kind(given.get(name)).items() if _is_count(number, most)}
        values["shifts"] = {kind: (float(one[0]), float(one[1])) for kind, one in _by_kind(given.get("shifts")).items() if _is_shift(one)}
        return cls(**values)


_SWITCHES = ("envelope_boxes", "cut_marks", "postal_barcode")


def _by_kind(stored: object) -> dict[str, Any]:
    return {kind: one for kind, one in as_mapping(stored).items() if is_member(WorkKind, kind)}


def occasion_place(kind: WorkKind, occasion: str) -> str:
    """Where the template is kept that was used last for work of this kind on this occasion."""
    return f"{kind.value}:{occasion}"


def _is_place(place: object) -> bool:
    return isinstance(place, str) and is_member(WorkKind, place.partition(":")[0])


def _sheets(stored: object) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, text in as_mapping(stored).items():
        try:
            if isinstance(text, str) and label_sheet(text).to_text() == text:
                found[checked_name(name, found)] = text
        except PrintError:
            continue
    return found


def _is_count(number: object, most: int) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= most


def _is_shift(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(is_number(one) and abs(one) <= LARGEST_SHIFT_MM for one in pair)
