"""The whole torture set on every paper, both directions, both typefaces, and on every label sheet: python -m tests.bench.bench_addresses"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace

from app.domain.cards import Card, CardDesign, CardOptions, CardText, Direction, Typeface
from app.domain.label_sheets import LABEL_SHEETS
from app.domain.prints import PrintKind
from app.printing.address_latin import is_abroad
from app.printing.address_plans import has_address_side
from app.printing.address_side import compose_address
from app.printing.geometry import PAPERS, SMALLEST_TYPE_PT
from app.printing.house import render
from app.printing.label_text import compose_label
from app.printing.labels import room_on
from app.printing.layout import Part
from tests.unit.address_people import TORTURE_SET
from tests.unit.address_sheets import faults, torn
from tests.unit.printing_people import SENDER, TORTURE

PEOPLE = tuple(replace(person, code="K7M4-2QX") for person in (*TORTURE_SET, *TORTURE))


def sides() -> Iterator[str]:
    for paper in filter(has_address_side, PAPERS.values()):
        begin = time.perf_counter()
        laid, wrong = 0, []
        for direction, typeface, with_barcode in itertools.product(Direction, Typeface, (False, True)):
            options = CardOptions(direction=direction, typeface=typeface, print_joint_names=True, postal_barcode=with_barcode)
            for person in PEOPLE:
                side = compose_address(person, SENDER, options, paper)
                found = faults(side, person, paper, with_barcode=with_barcode and not is_abroad(person))
                laid += 1
                wrong += [f"{person.key}: {fault}" for fault in found]
        rate = laid / (time.perf_counter() - begin)
        yield f"{paper.name}: {laid} sides, {len(wrong)} faults {wrong[:3] or ''} ({rate:.0f} a second, looked at)"


def labels() -> Iterator[str]:
    options = CardOptions(print_joint_names=True)
    for name, sheet in LABEL_SHEETS.items():
        room = room_on(sheet, 0)
        layouts = [compose_label(person, options, room).layout for person in PEOPLE]
        too_long = sum(layout.overflows for layout in layouts)
        without = sum(not layout.overflows and not layout.of(Part.CODE) for layout in layouts)
        wrong = sum(
            not room.contains(one.box) or (one.size < SMALLEST_TYPE_PT and one.part is not Part.CODE)
            for layout in layouts
            for one in layout.placed
        )
        touching = sum(one.box.overlaps(other.box) for layout in layouts for one, other in itertools.combinations(layout.placed, 2))
        parted = sum(bool(torn(one.placed, person)) for one, person in zip(layouts, PEOPLE, strict=True) if not one.overflows)
        faulty = wrong + touching + parted
        yield f"{name} ({sheet.width:g}x{sheet.height:g}): {too_long} named as too long, {without} without code, {faulty} faults"


def pages() -> Iterator[str]:
    for paper, direction in (("はがき", Direction.VERTICAL), ("長形3号", Direction.VERTICAL), ("洋形2号", Direction.HORIZONTAL)):
        options = CardOptions(paper=paper, direction=direction, blank_stock=True)
        job = Card(CardDesign.PLAIN, CardText(), SENDER, options, kind=PrintKind.ENVELOPE)
        begin = time.perf_counter()
        made = render(PEOPLE, job)
        taken = time.perf_counter() - begin
        yield f"{paper}: {made.pages} pages, {made.pages / taken:.0f} pages/s, {len(made.document) / made.pages:.0f} bytes a page"


def main() -> None:
    for line in itertools.chain(sides(), labels(), pages()):
        print(line)


if __name__ == "__main__":
    main()
