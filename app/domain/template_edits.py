"""What a user does to a template, each as one step from a template to the next.

Nothing here is drawn. Places are rounded to 0.1 mm and stay on the paper, whose size in mm is handed in. Where there is nothing to change
the same template comes back.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from app.domain.template_beginnings import begun, called
from app.domain.templates import (
    LEAST_SIZES,
    MOST_ELEMENTS,
    MOST_PAGES,
    RUNS_OVER,
    SMALLEST_SIZE,
    Element,
    ElementKind,
    FollowsNothing,
    Frame,
    NameTwice,
    Template,
    TemplateKind,
    TooManyElements,
)
from app.domain.text import collapse_spaces

Size = tuple[float, float]
_Number = TypeVar("_Number", int, float)

BLEED = 5.0
"""mm by which what may run over the edge of the paper is moved beyond it."""

_COPY_APART = 4.0
_STEP = 1.0
_THIN = 2.0
_LEAST = (3.0, 3.0)
_NUMBERED = re.compile(r" \d+$")
_RANGES: Mapping[str, tuple[float, float]] = {
    "size": (SMALLEST_SIZE, 300.0),
    "smallest": (SMALLEST_SIZE, 300.0),
    "leading": (1.0, 5.0),
    "line_width": (0.05, 10.0),
    "radius": (0.0, 100.0),
    "gap": (0.0, 300.0),
    "pitch": (3.0, 60.0),
}
_BELOW_ANOTHER = frozenset({ElementKind.TEXT, ElementKind.PERSONAL})


def moved(
    template: Template, names: Collection[str], dx: float, dy: float, paper: Size, *, shown: Mapping[str, Frame] | None = None
) -> Template:
    """All of them by the same way, as far as the paper goes. What stands below something that is not moved along keeps more or less
    distance from it. `shown`: where they lie for the person at hand."""
    group = [one for one in template.elements if one.name in names]
    if not group:
        return template
    ways = [_ways(kept_on(one.frame, paper, _over(one, paper)), paper, _over(one, paper)) for one in group]
    dx = _within(_mm(dx), max(left for left, *_ in ways), min(right for _, _, right, _ in ways))
    dy = _within(_mm(dy), max(up for _, up, *_ in ways), min(down for *_, down in ways))
    for one in group:
        lies = (shown or {}).get(one.name)
        if lies is not None and one.follows and one.follows not in names and lies.top > one.frame.top + 0.05:
            dy = max(dy, -one.gap)

    def change(one: Element) -> Element:
        frame = kept_on(replace(one.frame, left=one.frame.left + dx, top=one.frame.top + dy), paper, _over(one, paper))
        hangs = bool(one.follows) and one.follows not in names
        return replace(one, frame=frame, gap=_mm(max(one.gap + dy, 0.0)) if hangs else one.gap)

    return _with(template, (change(one) if one.name in names else one for one in template.elements))


def resized(template: Template, name: str, frame: Frame, paper: Size, *, shown: Frame | None = None) -> Template:
    """`frame`: where its edges were brought to; `shown`: where they were for the person at hand, which is lower than its own top when it
    stands below a longer text. Without it `frame` is its own new place."""
    element = element_called(template, name)
    if element is None:
        return template
    base = shown or element.frame
    over = _over(element, paper)
    target = kept_on(_at_least(frame, base, element.kind), paper, over)
    if shown is None:
        return _replaced(template, name, frame=target)
    own = element.frame
    right = own.left + own.width + target.left + target.width - base.left - base.width
    bottom = own.top + own.height + target.top + target.height - base.top - base.height
    left, way = own.left + target.left - base.left, target.top - base.top
    is_lowered = bool(element.follows) and base.top > own.top + 0.05
    top = min(own.top, target.top) if is_lowered else own.top + way
    gap = max(element.gap + way, 0.0) if is_lowered else element.gap
    after = _at_least(Frame(left, top, max(right - left, 0.0), max(bottom - top, 0.0)), own, element.kind)
    return _replaced(template, name, frame=kept_on(after, paper, over), gap=_mm(gap))


def changed(template: Template, name: str, /, **values: Any) -> Template:
    """One element with other values. Numbers that cannot be are brought to the nearest that can.

    A new name goes on in whatever stands below it, a slot leaves whoever had it. NameTwice, FollowsNothing.
    """
    element = element_called(template, name)
    if element is None:
        return template
    known = {field: _fit_value(field, value) for field, value in values.items()}
    new_name = known["name"] = collapse_spaces(str(known.get("name", name))) or name
    if new_name != name and element_called(template, new_name) is not None:
        raise NameTwice(field="name", name=new_name)
    after = replace(element, **known)
    last = page_count(template) if can_add_page(template) else page_count(template) - 1
    after = replace(after, page=_within(after.page, 0, last))
    if after.page != element.page:
        after = replace(after, follows="")
    if after.flows and template.kind is not TemplateKind.LETTER:
        after = replace(after, flows=False)
    elements = [after if one.name == name else _made_room(one, element, after) for one in template.elements]
    if after.follows != element.follows and not _can_follow(elements, after):
        raise FollowsNothing(field="follows", name=new_name, followed=after.follows)
    template = _with(template, elements)
    if after.flows and template.continuation is None:
        return replace(template, continuation=after.frame)
    return template


def added(
    template: Template, kind: ElementKind, page: int, paper: Size, *, language: str, art: str = "", image: str = ""
) -> tuple[Template, str]:
    """A new element in front of the others, where there is room if there is any; its name. TooManyElements."""
    element = begun(kind, language, paper)
    if art:
        element = replace(element, art=art)
    element = replace(element, image=image, page=page, name=_free_name(template, called(kind, language)))
    # A drawing lies behind the words as often as not.
    others = [one.frame for one in template.elements if one.page == page and (one.kind is not ElementKind.ART or kind is one.kind)]
    element = replace(element, frame=_free_place(element.frame, others, paper))
    return _with_more(template, [element]), element.name


def removed(template: Template, names: Collection[str]) -> Template:
    """What stood below one of them stands below what that one stood below."""
    gone = {one.name: one for one in template.elements if one.name in names}
    if not gone:
        return template

    def left(one: Element) -> Element:
        seen = set[str]()
        while one.follows in gone and one.follows not in seen:
            seen.add(one.follows)
            one = replace(one, follows=gone[one.follows].follows)
        return replace(one, follows="") if one.follows in gone else one

    return _with(template, (left(one) for one in template.elements if one.name not in gone))


def copied(template: Template, names: Collection[str]) -> tuple[Element, ...]:
    """What `pasted` puts in again."""
    return tuple(one for one in template.elements if one.name in names)


def duplicated(template: Template, names: Collection[str], paper: Size) -> tuple[Template, tuple[str, ...]]:
    """A second of each, a little to the lower right; a text that stands below another has its second below itself. TooManyElements."""
    group = copied(template, names)
    called_now = _free_names(template, group)
    seconds = []
    for one in group:
        follows = called_now.get(one.follows, one.name if one.follows and one.kind in _BELOW_ANOTHER else "")
        frame = _shifted(one, _COPY_APART, paper)
        seconds.append(replace(one, name=called_now[one.name], frame=frame, follows=follows, slot=None, flows=False))
    return _with_more(template, seconds), tuple(called_now.values())


def pasted(template: Template, elements: Sequence[Element], page: int, paper: Size) -> tuple[Template, tuple[str, ...]]:
    """Elements of this template or another on a page, each where it lay; aside where just the same lies already. TooManyElements."""
    called_now = _free_names(template, elements)
    there = {one.frame for one in template.elements if one.page == page}
    apart = 0.0
    while any(_shifted(one, apart, paper) in there for one in elements) and apart < _COPY_APART * 10:
        apart += _COPY_APART
    put = [
        replace(
            one,
            name=called_now[one.name],
            page=page,
            frame=_shifted(one, apart, paper),
            follows=called_now.get(one.follows, ""),
            slot=None,
            flows=False,
        )
        for one in elements
    ]
    return _with_more(template, put), tuple(called_now.values())


def ordered(template: Template, name: str, step: int) -> Template:
    """So many steps nearer to the eye, or with a negative number behind, past the others of its page."""
    element = element_called(template, name)
    if element is None:
        return template
    own = [one for one in template.elements if one.page == element.page]
    at = own.index(element)
    own.insert(_within(at + step, 0, len(own) - 1), own.pop(at))
    in_turn = iter(own)
    return _with(template, (next(in_turn) if one.page == element.page else one for one in template.elements))


def page_count(template: Template) -> int:
    return 1 + max((one.page for one in template.elements), default=0)


def can_add_page(template: Template) -> bool:
    return template.kind is TemplateKind.LETTER and page_count(template) < MOST_PAGES


def with_page_added(template: Template) -> Template:
    """A page is there as soon as something stands on it: the new one begins with a text."""
    if not can_add_page(template):
        return template
    frame = template.continuation or Frame(20.0, 20.0, 100.0, 20.0)
    text = begun(ElementKind.TEXT, template.language, (frame.left + frame.width, frame.top + frame.height))
    text = replace(
        text,
        name=_free_name(template, called(ElementKind.TEXT, template.language)),
        frame=replace(frame, height=min(frame.height, 20.0)),
        page=page_count(template),
    )
    return _with_more(template, [text])


def with_page_removed(template: Template, page: int) -> Template:
    """Without the page and what stands on it; the last one stays."""
    if page_count(template) < 2 or not 0 <= page < page_count(template):
        return template
    left = removed(template, [one.name for one in template.elements if one.page == page])
    return _with(left, (replace(one, page=one.page - 1) if one.page > page else one for one in left.elements))


def with_paper(template: Template, paper_name: str, old_size: Size, new_size: Size) -> Template:
    """On another paper: everything at the same part of its breadth and height; codes and bars keep their size, words mostly theirs."""
    across, down = new_size[0] / old_size[0], new_size[1] / old_size[1]

    def fitted(frame: Frame, kind: ElementKind | None = None, over: float = 0.0) -> Frame:
        left, top = frame.left * across, frame.top * down
        width, height = frame.width * across, frame.height * down
        if kind in LEAST_SIZES:
            left, top = left + (width - frame.width) / 2, top + (height - frame.height) / 2
            width, height = frame.width, frame.height
        return kept_on(Frame(left, top, width, height), new_size, over)

    scale = min(across, down)
    elements = [
        replace(one, frame=fitted(one.frame, one.kind, _over(one, old_size)), size=round(max(one.size * scale, min(one.size, 12.0)), 1))
        for one in template.elements
    ]
    continuation = fitted(template.continuation) if template.continuation else None
    return replace(template, paper=paper_name, elements=tuple(elements), continuation=continuation)


def element_called(template: Template, name: str) -> Element | None:
    return next((one for one in template.elements if one.name == name), None)


def kept_on(frame: Frame, paper: Size, over: float = 0.0) -> Frame:
    """The nearest place on the paper, or as far as `over` beyond its edges; smaller where it is larger than that."""
    across, down = paper[0] + 2 * over, paper[1] + 2 * over
    width, height = (_within(_mm(side), 0.0, _floor(most)) for side, most in ((frame.width, across), (frame.height, down)))
    left, top, right, bottom = _ways(Frame(0.0, 0.0, width, height), paper, over)
    return Frame(_within(_mm(frame.left), left, _floor(right)), _within(_mm(frame.top), top, _floor(bottom)), width, height)


def _ways(frame: Frame, paper: Size, over: float) -> tuple[float, float, float, float]:
    """By how much it may go to the left and up, which is less than nothing, to the right and down: some of it stays on the paper."""
    wide, high = min(over, frame.width), min(over, frame.height)
    right, down = paper[0] + wide - frame.left - frame.width, paper[1] + high - frame.top - frame.height
    return -wide - frame.left, -high - frame.top, right, down


def _over(one: Element, paper: Size) -> float:
    """How far beyond the edge of the paper it may go: what is only drawn is cut there, and farther than it is already it is not brought."""
    if one.kind not in RUNS_OVER:
        return 0.0
    frame = one.frame
    out = (-frame.left, -frame.top, frame.left + frame.width - paper[0], frame.top + frame.height - paper[1])
    return max(BLEED, *(_mm(side) for side in out))


def _mm(number: float) -> float:
    return round(number, 1) + 0.0 if math.isfinite(number) else 0.0


def _floor(number: float) -> float:
    return math.floor(number * 10 + 1e-6) / 10


def _within(number: _Number, low: _Number, high: _Number) -> _Number:
    return max(low, min(number, high))


def _at_least(frame: Frame, base: Frame, kind: ElementKind) -> Frame:
    """Not smaller than it can be; the edge that was not dragged stays."""
    least = (0.0, 0.0) if kind is ElementKind.LINE else LEAST_SIZES.get(kind, _LEAST)
    width, height = max(frame.width, least[0]), max(frame.height, least[1])
    left = frame.left if abs(frame.left - base.left) < 0.05 else frame.left + frame.width - width
    top = frame.top if abs(frame.top - base.top) < 0.05 else frame.top + frame.height - height
    return Frame(left, top, width, height)


def _fit_value(field: str, value: Any) -> Any:
    if field in _RANGES:
        return round(_within(float(value), *_RANGES[field]), 2) if math.isfinite(value) else _RANGES[field][0]
    return Frame(*map(_mm, (value.left, value.top, max(value.width, 0.0), max(value.height, 0.0)))) if field == "frame" else value


def _made_room(one: Element, before: Element, after: Element) -> Element:
    """Another element when one has changed."""
    if one.follows == before.name:
        one = replace(one, follows=after.name if after.page == one.page else "")
    if after.slot is not None and one.slot is after.slot:
        one = replace(one, slot=None)
    return replace(one, flows=False) if after.flows and one.page == after.page else one


def _can_follow(elements: Iterable[Element], one: Element) -> bool:
    by_name = {other.name: other for other in elements if other.page == one.page}
    seen = {one.name}
    followed = one.follows
    while followed:
        if followed in seen or followed not in by_name:
            return False
        seen.add(followed)
        followed = by_name[followed].follows
    return True


def _replaced(template: Template, name: str, **values: Any) -> Template:
    return _with(template, (replace(one, **values) if one.name == name else one for one in template.elements))


def _with(template: Template, elements: Iterable[Element]) -> Template:
    after = tuple(elements)
    return template if after == template.elements else replace(template, elements=after)


def _with_more(template: Template, elements: Sequence[Element]) -> Template:
    if len(template.elements) + len(elements) > MOST_ELEMENTS:
        raise TooManyElements(field="elements", name=template.name, most=MOST_ELEMENTS)
    return _with(template, (*template.elements, *elements))


def _free_name(template: Template, wanted: str, taken: Collection[str] = ()) -> str:
    used = {one.name for one in template.elements}.union(taken)
    base, number = _NUMBERED.sub("", wanted), 2
    if wanted not in used:
        return wanted
    while f"{base} {number}" in used:
        number += 1
    return f"{base} {number}"


def _free_names(template: Template, elements: Iterable[Element]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in elements:
        found[one.name] = _free_name(template, one.name, found.values())
    return found


def _shifted(one: Element, by: float, paper: Size) -> Frame:
    return kept_on(replace(one.frame, left=one.frame.left + by, top=one.frame.top + by), paper, _over(one, paper))


def _free_place(frame: Frame, others: Sequence[Frame], paper: Size) -> Frame:
    """The first place from above, in the middle, at the left or at the right, that touches no other; else in the middle of the page."""
    frame = kept_on(frame, paper)
    spare = paper[0] - frame.width
    margin = min(paper[0] * 0.1, spare / 2)
    top = min(paper[1] * 0.1, max(paper[1] - frame.height, 0.0) / 2)
    while top + frame.height <= paper[1] * 0.95:
        for left in (spare / 2, margin, spare - margin):
            tried = kept_on(replace(frame, left=left, top=top), paper)
            if not any(_touch(tried, other) for other in others):
                return tried
        top += _STEP
    middle = kept_on(replace(frame, left=spare / 2, top=(paper[1] - frame.height) / 2), paper)
    while middle in others and middle.top + middle.height + _COPY_APART <= paper[1]:
        middle = kept_on(replace(middle, left=middle.left + _COPY_APART, top=middle.top + _COPY_APART), paper)
    return middle


def _touch(one: Frame, other: Frame) -> bool:
    return (
        one.left < other.left + max(other.width, _THIN)
        and other.left < one.left + max(one.width, _THIN)
        and one.top < other.top + max(other.height, _THIN)
        and other.top < one.top + max(one.height, _THIN)
    )
