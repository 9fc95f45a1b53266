"""Twelve laid addresses as they were when somebody last looked at them. `python -m tests.unit.golden_addresses` writes them anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.cards import CardOptions, Direction, Recipient, Typeface
from app.domain.label_sheets import label_sheet
from app.printing.address_side import compose_address
from app.printing.geometry import PAPERS
from app.printing.label_text import compose_label
from app.printing.labels import room_on
from app.printing.layout import Layout
from tests.unit.printing_people import SENDER

FILE = Path(__file__).parent / "golden" / "addresses.json"
PERSON = Recipient("1", "吉田 和子", "様", "150-0001", "東京都渋谷区神宮前1-2-3", "こもれびハイツ204", code="K7M4-2QX")
KYOTO = replace(
    PERSON, postal_code="604-8571", address="京都府京都市中京区寺町通御池上る上本能寺前町488番地", building="グランドメゾン御所南 東棟1203"
)
FAMILY = replace(PERSON, name="髙﨑 𠮷德", joint_names=("花子", "太郎", "次郎"))
FIRM = replace(KYOTO, company="株式会社青山フラワーサービス", department="営業本部 第二営業部", role="部長")
OFFICE = replace(PERSON, name="独立行政法人国立高等専門学校機構", honorific="御中")
ABROAD = Recipient("2", "Jean-Pierre Lefèvre", "様", "75004", "18 bis rue des Érables, 75004 Paris, FRANCE", "Bâtiment C, 3e étage")
UPRIGHT = CardOptions(print_joint_names=True)
ACROSS = replace(UPRIGHT, direction=Direction.HORIZONTAL)
_SIDES: Mapping[str, tuple[Recipient, CardOptions]] = {
    "はがき": (FIRM, UPRIGHT),
    "はがき 横": (FAMILY, ACROSS),
    "長形3号": (FAMILY, UPRIGHT),
    "長形3号 横": (OFFICE, ACROSS),
    "長形4号": (KYOTO, replace(UPRIGHT, typeface=Typeface.GOTHIC)),
    "洋形2号": (FIRM, ACROSS),
    "洋形4号": (KYOTO, replace(ACROSS, postal_barcode=True)),
    "角形2号": (OFFICE, UPRIGHT),
    "DL": (PERSON, ACROSS),
    "#10": (ABROAD, ACROSS),
}
_LABELS: Mapping[str, Recipient] = {"28187": FIRM, "5160": FAMILY}


def laid() -> dict[str, Any]:
    """Case → rows of part, text, type size, and left, top, width, height in mm."""
    found = {}
    for case, (person, options) in _SIDES.items():
        found[case] = _rows(compose_address(person, SENDER, options, PAPERS[case.split(" ")[0]]).layout)
    for sheet, person in _LABELS.items():
        found[sheet] = _rows(compose_label(person, UPRIGHT, room_on(label_sheet(sheet), 0)).layout)
    return found


def _rows(layout: Layout) -> list[list[Any]]:
    rows = []
    for one in layout.placed:
        box = one.box
        corners = (round(number, 2) for number in (one.size, box.left, box.top, box.width, box.height))
        rows.append([one.part.value, one.text, *corners])
    return rows


def main() -> None:
    cases = (f" {json.dumps(case, ensure_ascii=False)}: [\n{_lines(rows)}\n ]" for case, rows in laid().items())
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text("{\n" + ",\n".join(cases) + "\n}\n", encoding="utf-8", newline="\n")


def _lines(rows: list[list[Any]]) -> str:
    return ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)


if __name__ == "__main__":
    main()
