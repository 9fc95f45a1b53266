"""The pages of one piece after a template: where everything stands for this one customer. Millimetres; type in points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.domain.cards import Card, FieldValue, Recipient, offered
from app.domain.offers import OfferKind
from app.domain.prints import PrintKind
from app.domain.templates import Align, Element, ElementFace, ElementKind, Frame, Slot
from app.printing.geometry import MM, SMALLEST_TYPE_PT, Box, Paper
from app.printing.layout import Layout, Part
from app.printing.link_squares import is_readable, link_rows, whole_address
from app.printing.salutations import BELOW, BESIDE, family_values, greeting_of, greeting_values
from app.printing.template_parts import Mark, addressee_rows, bars_mark, code_mark, coupon_rows, writing_lines
from app.printing.template_read import ReadElement, TemplatePages
from app.printing.template_set import Filled, Manner, face_of, fill, fit
from app.printing.thank_you import merge_values

FOLIO = "folio"
"""Name of the small line on a further page: whose piece it is, and which of how many pages."""

_FOLIO_BELOW = 8.0
_FOLIO_COLOUR = "#6B6F6C"
_MOST_PAGES = 12
_CROWD = 2
# So many lines go with what would otherwise stand alone on a further page.
_COMPANY = 2
_PARTS: Mapping[Slot | None, Part] = {
    Slot.HEADLINE: Part.HEADLINE,
    Slot.SALUTATION: Part.SALUTATION,
    Slot.BODY: Part.BODY,
    Slot.SIGNATURE: Part.SIGNATURE,
    None: Part.BODY,
}


@dataclass(frozen=True, slots=True)
class Side:
    """One page. `static` is the same on every piece of the run, `marks` stand over it. `overflows`: names of the elements whose words
    do not all fit; `boxes`: what each element takes up; `ends`: where what each says ends, also of one without words."""

    page: int
    paper: Paper
    static: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    layout: Layout
    overflows: tuple[str, ...]
    boxes: Mapping[str, Box]
    ends: Mapping[str, float | None]


def compose(pages: TemplatePages, recipient: Recipient, job: Card) -> tuple[Side, ...]:
    """The pages of one piece, in their order; further ones where a text flows."""
    return composer_of(pages, job).sides(recipient)


@lru_cache(maxsize=4)
def composer_of(pages: TemplatePages, job: Card) -> Composer:
    return Composer(pages, job)


@dataclass(frozen=True, slots=True)
class _Who:
    """One customer: the values of the merge fields and of what `when` may ask for. `is_family`: the names beside have no room."""

    recipient: Recipient
    values: Mapping[str, FieldValue]
    is_family: bool = False


@dataclass(slots=True)
class _Sheet:
    """A page as it fills. `ends`: where the words of each element end; of one without words, where those it follows do."""

    marks: list[Mark]
    ends: dict[str, float | None]
    overflows: list[str]


@dataclass(frozen=True, slots=True)
class _Moved:
    """What goes on, or stands as a whole, on the next page."""

    one: ReadElement
    text: str
    size: float


class Composer:
    """Composes the pieces of one run: what is the same on all of them is set once."""

    def __init__(self, pages: TemplatePages, job: Card) -> None:
        self.pages = pages
        self._job = job
        self._greeting = greeting_of(pages, job)
        nobody = self._known(Recipient())
        self._static = [self._set_page([one for one in page if one.is_static], nobody, _Sheet([], {}, [])) for page in pages.pages]
        self.static = tuple(tuple(sheet.marks) for sheet in self._static)
        self._moving = [[one for one in page if not one.is_static] for page in pages.pages]

    def sides(self, recipient: Recipient) -> tuple[Side, ...]:
        """As many of the names of a household as there is room for: all of them, else the family's, else the addressee's alone."""
        sides = self._sides(self._known(recipient))
        if self._greeting and recipient.joint_names and any(side.overflows for side in sides):
            for named in (replace(self._known(recipient), is_family=True), self._known(replace(recipient, joint_names=()))):
                shorter = self._sides(named)
                if not any(side.overflows for side in shorter):
                    return shorter
        return sides

    def _sides(self, who: _Who) -> tuple[Side, ...]:
        sheets: list[_Sheet] = []
        moved: list[_Moved] = []
        while len(sheets) < len(self._moving) or (moved and len(sheets) < _MOST_PAGES):
            number = len(sheets)
            still = self._static[number] if number < len(self._static) else _Sheet([], {}, [])
            sheet = _Sheet([], dict(still.ends), [])
            moved = self._go_on(moved, who, sheet)
            if number < len(self._moving):
                moved += self._flowing_page(self._moving[number], who, sheet)
            sheets.append(sheet)
        if moved:
            sheets[-1].overflows += [one.one.element.name for one in moved]
        return tuple(self._side(number, sheet, len(sheets), who.recipient) for number, sheet in enumerate(sheets))

    def _known(self, recipient: Recipient) -> _Who:
        return _Who(recipient, merge_values(recipient, self._job))

    def _side(self, number: int, sheet: _Sheet, count: int, recipient: Recipient) -> Side:
        still = self._static[number] if number < len(self._static) else _Sheet([], {}, [])
        if number >= len(self._static):
            sheet.marks.append(self._folio(number, count, recipient))
        rows = tuple(row for mark in (*still.marks, *sheet.marks) for row in mark.rows)
        overflows = tuple(dict.fromkeys((*still.overflows, *sheet.overflows)))
        boxes = {mark.element.name: mark.box for mark in (*still.marks, *sheet.marks)}
        paper = self.pages.paper
        return Side(number, paper, tuple(still.marks), tuple(sheet.marks), Layout(rows, bool(overflows)), overflows, boxes, sheet.ends)

    def _flowing_page(self, page: Sequence[ReadElement], who: _Who, sheet: _Sheet) -> list[_Moved]:
        """Set the page; what goes on on the next one, where there is a place to go on.

        A text that flows is first made smaller. If that is not enough it keeps its size, and what follows it goes along with it.
        """
        flowing = next((one for one in page if one.element.flows), None)
        if flowing is None or self.pages.template.continuation is None or (flowing.when and not self._has(flowing.when, who)):
            self._set_page(page, who, sheet)
            return []
        followers = _followers(page, flowing.element.name)
        before = (list(sheet.marks), dict(sheet.ends), list(sheet.overflows))
        for size in flowing.sizes:
            sheet.marks, sheet.ends, sheet.overflows = list(before[0]), dict(before[1]), list(before[2])
            self._set_page(page, who, sheet, size)
            if not {flowing.element.name, *followers} & set(sheet.overflows):
                return []
        sheet.marks, sheet.ends, sheet.overflows = before
        size = flowing.sizes[0]
        self._set_page([one for one in page if one.element.name not in (flowing.element.name, *followers)], who, sheet)
        return self._set_flowing(flowing, [one for one in page if one.element.name in followers], who, sheet, size)

    def _set_flowing(self, flowing: ReadElement, followers: Sequence[ReadElement], who: _Who, sheet: _Sheet, size: float) -> list[_Moved]:
        element = flowing.element
        box = lowered(element, sheet.ends)
        manner = self._manner(element)
        said = flowing.text.merged(who.values).strip("\n")
        filled = fill(said, manner, size, box, goes_on=True)
        if not filled.rest:
            lower = filled.end - _COMPANY * manner.leading * size / MM
            filled = fill(said, manner, size, Box(box.left, box.top, box.width, lower - box.top), goes_on=True)
        _add_rows(element, filled, sheet)
        return [_Moved(flowing, filled.rest, size), *(_Moved(one, "", one.sizes[0]) for one in followers)]

    def _go_on(self, moved: Sequence[_Moved], who: _Who, sheet: _Sheet) -> list[_Moved]:
        """Set what came from the page before, one below the other; what goes on once more."""
        frame = self.pages.template.continuation
        if frame is None:
            return []
        top = frame.top
        for index, one in enumerate(moved):
            element = one.one.element
            if one.text:
                box = Box(frame.left, top, frame.width, frame.top + frame.height - top)
                filled = fill(one.text, self._manner(element), one.size, box, goes_on=True)
                _add_rows(element, filled, sheet)
                if filled.rest and not filled.rows and not index:
                    sheet.overflows.append(element.name)
                    return []
                if filled.rest:
                    return [replace(one, text=filled.rest), *moved[index + 1 :]]
                top = filled.end
                continue
            tried = _Sheet([], dict(sheet.ends), [])
            self._set_below(one.one, who, tried, frame)
            if tried.overflows and (index or top > frame.top):
                return list(moved[index:])
            sheet.marks += tried.marks
            sheet.ends |= tried.ends
            sheet.overflows += tried.overflows
        return []

    def _set_below(self, one: ReadElement, who: _Who, sheet: _Sheet, frame: Frame) -> None:
        """An element that came along to a further page: below what it follows, else at the top."""
        element = one.element
        end = sheet.ends.get(element.follows)
        top = frame.top if end is None else end + element.gap
        bottom = frame.top + frame.height
        height = bottom - top if element.kind in (ElementKind.TEXT, ElementKind.PERSONAL) else element.frame.height
        moved = replace(element, frame=Frame(element.frame.left, top, element.frame.width, max(height, 0.0)), follows="")
        self._set(replace(one, element=moved), who, sheet, one.sizes)
        if top + height > bottom + 0.01:
            sheet.overflows.append(element.name)

    def _set_page(self, page: Sequence[ReadElement], who: _Who, sheet: _Sheet, flow_size: float | None = None) -> _Sheet:
        for one in page:
            sizes = (flow_size,) if flow_size is not None and one.element.flows else one.sizes
            self._set(one, who, sheet, sizes)
        return sheet

    def _set(self, one: ReadElement, who: _Who, sheet: _Sheet, sizes: Sequence[float]) -> None:
        element = one.element
        if one.when and not self._has(one.when, who):
            sheet.ends[element.name] = sheet.ends.get(element.follows)
            return
        box = lowered(element, sheet.ends)
        if element.kind in (ElementKind.TEXT, ElementKind.PERSONAL):
            filled = self._filled(one, who, sizes, box)
            if filled.rest:
                sheet.overflows.append(element.name)
            _add_rows(element, filled, sheet)
            return
        mark = self._mark(one, who, sheet, box, sizes)
        sheet.ends[element.name] = sheet.ends.get(element.follows) if mark is None else mark.box.bottom
        if mark is not None:
            sheet.marks.append(mark)

    def _filled(self, one: ReadElement, who: _Who, sizes: Sequence[float], box: Box) -> Filled:
        element, manner = one.element, self._manner(one.element)
        if element.kind is ElementKind.PERSONAL:
            return fit(who.recipient.message.strip("\n"), manner, sizes, box)
        if element.name != self._greeting or not who.recipient.joint_names:
            return fit(one.text.merged(who.values).strip("\n"), manner, sizes, box)
        language = self.pages.template.language
        family = one.text.merged(family_values(who.values, who.recipient, one.text, language)).strip("\n")
        if who.is_family:
            return fit(family, manner, sizes, box)
        beside, below = (
            one.text.merged(greeting_values(who.values, who.recipient, self._job, language, apart)).strip("\n") for apart in (BESIDE, BELOW)
        )
        filled = fit(beside, manner, sizes, box)
        if len(filled.rows) <= beside.count("\n") + 1 and not filled.rest:
            return filled
        # Where they do not stand in one line each has an own one, so that no honorific begins a line; a card has no room for so many.
        is_crowded = self._job.kind is PrintKind.THANK_YOU and len(who.recipient.joint_names) >= _CROWD
        return fit(family if is_crowded else below, manner, sizes, box)

    def _mark(self, one: ReadElement, who: _Who, sheet: _Sheet, box: Box, sizes: Sequence[float]) -> Mark | None:
        element = one.element
        kind = element.kind
        if kind is ElementKind.CODE:
            return code_mark(element, who.recipient.code, box)
        if kind is ElementKind.LINK:
            address = whole_address(one.text.merged(who.values).strip())
            if address and not is_readable(address, box):
                sheet.overflows.append(element.name)
            return Mark(element, box, code=address) if link_rows(address) else None
        if kind is ElementKind.BARCODE:
            return bars_mark(element, who.recipient.bars if self._job.options.postal_barcode else "", box)
        if kind is ElementKind.WRITING:
            lines = writing_lines(box, element.pitch) if self._job.options.handwriting_lines else ()
            # It ends at its last line, so that further lines can go on at the same pitch.
            return Mark(element, Box(box.left, box.top, box.width, lines[-1] - box.top), lines=lines) if lines else None
        if kind is ElementKind.COUPON:
            if not self._offers():
                return None
            rows, fits = coupon_rows(element, one.text.merged(who.values), offered(self._job), box, sizes, self._job.options.typeface)
        elif kind is ElementKind.ADDRESSEE:
            rows, fits = addressee_rows(element, who.recipient, self._job.options, box, sizes)
        else:
            return Mark(element, box, picture=one.picture)
        if not fits:
            sheet.overflows.append(element.name)
        return Mark(element, box, rows)

    def _has(self, name: str, who: _Who) -> bool:
        if name == "message":
            return bool(who.recipient.message.strip())
        if name == "code":
            return bool(who.recipient.code)
        if name == "offer":
            return self._offers()
        return who.values.get(name) not in (None, "")

    def _offers(self) -> bool:
        return self._job.offer.kind is not OfferKind.NONE or bool(self._job.text.offer.strip())

    def _manner(self, element: Element) -> Manner:
        part = Part.NOTE if element.kind is ElementKind.PERSONAL else _PARTS[element.slot]
        return Manner(part, face_of(element.face, self._job.options.typeface), element.align, element.leading)

    def _folio(self, number: int, count: int, recipient: Recipient) -> Mark:
        frame = self.pages.template.continuation or Frame(0, 0, self.pages.paper.width, self.pages.paper.height)
        top = min(frame.top + frame.height + 3.0, self.pages.paper.height - _FOLIO_BELOW)
        box = Box(frame.left, top, frame.width, 2 * SMALLEST_TYPE_PT / MM)
        manner = Manner(Part.FOLIO, face_of(ElementFace.GOTHIC, self._job.options.typeface), Align.RIGHT, 1.0)
        said = f"{recipient.name} {recipient.honorific}".strip()
        filled = fit(f"{said}   {number + 1}/{count}", manner, (SMALLEST_TYPE_PT,), box)
        element = Element(ElementKind.TEXT, FOLIO, Frame(box.left, box.top, box.width, box.height), colour=_FOLIO_COLOUR)
        return Mark(element, box, filled.rows)


def lowered(element: Element, ends: Mapping[str, float | None]) -> Box:
    """Its frame, its top brought down below the words it follows."""
    frame = element.frame
    end = ends.get(element.follows)
    top = frame.top if end is None else max(frame.top, end + element.gap)
    return Box(frame.left, top, frame.width, max(frame.top + frame.height - top, 0.0))


def _add_rows(element: Element, filled: Filled, sheet: _Sheet) -> None:
    if not filled.rows:
        sheet.ends[element.name] = sheet.ends.get(element.follows)
        return
    left = min([row.left for row in filled.rows])
    top = filled.rows[0].box.top
    box = Box(left, top, max([row.left + row.width for row in filled.rows]) - left, filled.end - top)
    sheet.ends[element.name] = filled.end
    sheet.marks.append(Mark(element, box, filled.rows))


def _followers(page: Sequence[ReadElement], name: str) -> set[str]:
    """Whatever stands below the element, also by way of others."""
    found = {name}
    for one in page:
        if one.element.follows in found:
            found.add(one.element.name)
    return found - {name}
