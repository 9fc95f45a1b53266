"""Whatever is done to a template, in whatever order, it can be shown, kept and read again; and what can be printed stays so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.template_beginnings import new_template
from app.domain.template_edits import (
    added,
    changed,
    copied,
    duplicated,
    moved,
    ordered,
    page_count,
    pasted,
    removed,
    resized,
    with_page_added,
    with_page_removed,
    with_paper,
)
from app.domain.templates import (
    KIND_PAPERS,
    Align,
    Element,
    ElementKind,
    Frame,
    Slot,
    Template,
    TemplateKind,
    TemplateUnfit,
)
from app.printing.geometry import PAPERS
from app.printing.template_faults import faults_of
from app.printing.template_look import look_at
from tests.unit.template_samples import PERSON, job_of

Edit = Callable[[Template, st.DataObject], Template]
MM = st.floats(-400, 400)


def size_of(template: Template) -> tuple[float, float]:
    paper = PAPERS[template.paper]
    return paper.width, paper.height


def some(template: Template, data: st.DataObject) -> list[str]:
    names = [one.name for one in template.elements]
    return data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True)) if names else []


def one(template: Template, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([one.name for one in template.elements] or ["nobody"]))


def a_frame(data: st.DataObject) -> Frame:
    return Frame(data.draw(MM), data.draw(MM), data.draw(st.floats(0, 400)), data.draw(st.floats(0, 400)))


def value_of(template: Template, data: st.DataObject) -> dict[str, Any]:
    values: dict[str, st.SearchStrategy[Any]] = {
        "name": st.sampled_from(["body", "code", "新しい", " ", "名前 2"]),
        "text": st.sampled_from(["", "{{name}} {{敬称}}", "ことば" * 40, "{{today|date:M月D日}}\n\n{{staff|default:店長}}"]),
        "size": MM,
        "leading": MM,
        "gap": MM,
        "pitch": MM,
        "line_width": MM,
        "radius": MM,
        "align": st.sampled_from(list(Align)),
        "slot": st.sampled_from([None, *Slot]),
        "when": st.sampled_from(["", "offer", "code", "message", "points"]),
        "flows": st.booleans(),
        "dash": st.booleans(),
        "fill": st.sampled_from(["", "#FFFFFF", "#102030"]),
        "follows": st.sampled_from(["", *(one.name for one in template.elements)]),
        "page": st.integers(-3, 12),
    }
    field = data.draw(st.sampled_from(sorted(values)))
    return {field: data.draw(values[field])}


def _added(template: Template, data: st.DataObject) -> Template:
    kind = data.draw(st.sampled_from([kind for kind in ElementKind if kind is not ElementKind.IMAGE]))
    page = data.draw(st.integers(0, page_count(template) - 1))
    return added(template, kind, page, size_of(template), language=template.language, art="tea_cup")[0]


def _on_paper(template: Template, data: st.DataObject) -> Template:
    paper = data.draw(st.sampled_from(KIND_PAPERS[template.kind]))
    return with_paper(template, paper, size_of(template), (PAPERS[paper].width, PAPERS[paper].height))


def _pasted(template: Template, data: st.DataObject) -> Template:
    page = data.draw(st.integers(0, page_count(template) - 1))
    return pasted(template, copied(template, some(template, data)), page, size_of(template))[0]


EDITS: dict[str, Edit] = {
    "added": _added,
    "changed": lambda template, data: changed(template, one(template, data), **value_of(template, data)),
    "moved": lambda template, data: moved(template, some(template, data), data.draw(MM), data.draw(MM), size_of(template)),
    "resized": lambda template, data: resized(template, one(template, data), a_frame(data), size_of(template)),
    "dragged": lambda template, data: resized(template, one(template, data), a_frame(data), size_of(template), shown=a_frame(data)),
    "removed": lambda template, data: removed(template, some(template, data)),
    "duplicated": lambda template, data: duplicated(template, some(template, data), size_of(template))[0],
    "pasted": _pasted,
    "ordered": lambda template, data: ordered(template, one(template, data), data.draw(st.integers(-5, 5))),
    "page added": lambda template, _data: with_page_added(template),
    "page removed": lambda template, data: with_page_removed(template, data.draw(st.integers(0, 3))),
    "paper": _on_paper,
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(TemplateKind)), st.sampled_from(["ja", "en"]), st.data())
def test_what_can_be_printed_can_be_printed_after_any_steps(kind: TemplateKind, language: str, data: st.DataObject) -> None:
    paper = KIND_PAPERS[kind][0]
    template = new_template(kind, language, "新しい", paper, (PAPERS[paper].width, PAPERS[paper].height))
    for name in data.draw(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=14)):
        before = template
        try:
            template = EDITS[name](template, data)
        except TemplateUnfit:
            # Refused with a sentence: nothing was changed.
            assert template is before

        assert [(name, fault.element, type(fault.error)) for fault in faults_of(template)] == []
        assert Template.from_json(template.to_json()) == template
        assert len({one.name for one in template.elements}) == len(template.elements)
    look = look_at(template, PERSON, job_of(template), 90, frozenset(PERSON.fields))
    assert len(look.pages) >= page_count(template)
    assert {name for page in look.pages for name in page.boxes} >= {one.name for one in template.elements}


ANY_NUMBER = st.sampled_from([0.0, -1.0, 1e-9, 9.0, 50.0, 300.0, 1e9, -1e300, float("nan"), float("inf")])
ANY_TEXT = st.sampled_from(["", "a", "b", "{{", "{{name}}", "{{x|y}}", "}}", "#12345", "#123456", "tea_cup", "AAAA", "\u0000", "長い" * 99])


@st.composite
def any_element(draw: st.DrawFn) -> Element:
    texts = {name: draw(ANY_TEXT) for name in ("text", "colour", "fill", "stroke", "follows", "when", "art", "image")}
    numbers = {name: draw(ANY_NUMBER) for name in ("size", "smallest", "leading", "line_width", "radius", "gap", "pitch")}
    frame = Frame(*(draw(ANY_NUMBER) for _ in range(4)))
    kept = draw(st.sets(st.sampled_from([*texts, *numbers])))
    odd = {name: value for name, value in (texts | numbers).items() if name in kept}
    sound = Frame(10, draw(st.sampled_from([10, 40, 90])), 70, 20)
    return Element(
        draw(st.sampled_from(list(ElementKind))),
        draw(st.sampled_from(["a", "b", "c", "folio", ""])),
        draw(st.sampled_from([frame, sound])),
        draw(st.sampled_from([0, 0, 0, 1, -1, 99])),
        flows=draw(st.booleans()),
        **odd,  # type: ignore[arg-type]
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(any_element(), max_size=5), st.sampled_from(list(TemplateKind)), st.sampled_from(["A4", "はがき", "名刺", "", "x"]), st.data()
)
def test_no_template_whatever_cannot_be_looked_at(elements: list[Element], kind: TemplateKind, paper: str, data: st.DataObject) -> None:
    goes_on = data.draw(st.sampled_from([None, Frame(10, 10, 50, 50), Frame(10, 10, 0, 0), Frame(0, float("nan"), 1, -5)]))
    template = Template("x", "ja", kind, "x", paper, tuple(elements), continuation=goes_on)
    person = replace(PERSON, message="ひとこと", joint_names=("花子",))
    look = look_at(template, person, job_of(template), 60, frozenset(person.fields))
    assert look.pages
    assert all(page.picture.width == 60 for page in look.pages)
    assert {name for page in look.pages for name in page.boxes} >= {one.name for one in elements if one.page == 0}
