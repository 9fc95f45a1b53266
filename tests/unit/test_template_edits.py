"""What is done to a template in the designer, step by step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.template_beginnings import new_template
from app.domain.template_edits import (
    added,
    can_add_page,
    changed,
    copied,
    duplicated,
    element_called,
    kept_on,
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
    MOST_ELEMENTS,
    Element,
    ElementKind,
    FollowsNothing,
    Frame,
    NameTwice,
    Slot,
    Template,
    TemplateKind,
    TooManyElements,
)
from app.printing.geometry import PAPERS
from app.printing.template_read import compile_template_page

PAPER = (100.0, 148.0)
A4 = (210.0, 297.0)


def text(name: str, frame: Frame, **values: object) -> Element:
    return Element(ElementKind.TEXT, name, frame, text=name, **values)  # type: ignore[arg-type]


CARD = Template(
    "card",
    "ja",
    TemplateKind.CARD,
    "はがき",
    "はがき",
    (
        text("head", Frame(10, 10, 80, 10), slot=Slot.HEADLINE),
        text("body", Frame(10, 30, 80, 50), slot=Slot.BODY),
        text("after", Frame(10, 40, 80, 50), follows="body", gap=4.0),
        Element(ElementKind.CODE, "code", Frame(75, 115, 15, 20)),
    ),
)
LETTER = replace(CARD, kind=TemplateKind.LETTER, paper="A4")


def frame_of(template: Template, name: str) -> Frame:
    found = element_called(template, name)
    assert found is not None
    return found.frame


def one(template: Template, name: str) -> Element:
    found = element_called(template, name)
    assert found is not None
    return found


def test_a_group_is_moved_together_and_stops_at_the_edge_of_the_paper() -> None:
    after = moved(CARD, ["head", "code"], 3.04, 0.06, PAPER)
    assert (frame_of(after, "head"), frame_of(after, "code")) == (Frame(13.0, 10.1, 80, 10), Frame(78.0, 115.1, 15, 20))

    far = moved(CARD, ["head", "code"], 50, -99, PAPER)
    assert (frame_of(far, "head"), frame_of(far, "code")) == (Frame(20, 0, 80, 10), Frame(85, 105, 15, 20))
    assert one(far, "body") == one(CARD, "body")


def test_what_stands_below_another_keeps_more_or_less_distance() -> None:
    assert (one(moved(CARD, ["after"], 0, 6, PAPER), "after").gap, frame_of(moved(CARD, ["after"], 0, 6, PAPER), "after").top) == (10, 46)
    assert one(moved(CARD, ["after"], 0, -6, PAPER), "after").gap == 0
    assert one(moved(CARD, ["body", "after"], 0, 6, PAPER), "after").gap == 4


def test_below_a_long_text_it_goes_up_no_further_than_the_text() -> None:
    lies = {"after": Frame(10, 60, 80, 30)}
    after = moved(CARD, ["after"], 0, -20, PAPER, shown=lies)
    assert (one(after, "after").gap, frame_of(after, "after").top) == (0, 36)
    assert moved(moved(CARD, ["after"], 0, -4, PAPER, shown=lies), ["after"], 0, -9, PAPER, shown=lies) == after


def test_a_frame_gets_the_place_its_edges_were_brought_to() -> None:
    assert frame_of(resized(CARD, "head", Frame(5.04, 8, 60, 12.26), PAPER), "head") == Frame(5.0, 8, 60, 12.3)
    assert frame_of(resized(CARD, "head", Frame(-5, 8, 200, 12), PAPER), "head") == Frame(0, 8, 100, 12)


def test_below_a_long_text_its_upper_edge_is_its_distance_and_its_lower_edge_its_own() -> None:
    shown = Frame(10, 60, 80, 30)
    lower = one(resized(CARD, "after", Frame(10, 65, 80, 30), PAPER, shown=shown), "after")
    assert (lower.gap, lower.frame) == (9, Frame(10, 40, 80, 55))
    shorter = one(resized(CARD, "after", Frame(12, 60, 78, 20), PAPER, shown=shown), "after")
    assert (shorter.gap, shorter.frame) == (4, Frame(12, 40, 78, 40))


def test_a_code_is_made_no_smaller_than_can_be_read_and_keeps_its_other_edge() -> None:
    assert frame_of(resized(CARD, "code", Frame(75, 115, 2, 2), PAPER), "code") == Frame(75, 115, 10.5, 14.5)
    assert frame_of(resized(CARD, "code", Frame(88, 133, 2, 2), PAPER), "code") == Frame(79.5, 120.5, 10.5, 14.5)


def test_values_are_changed_and_brought_to_the_nearest_that_can_be() -> None:
    after = changed(CARD, "head", text="あけまして", size=2.0, leading=99, line_width=-1, gap=float("nan"), frame=Frame(1.26, 2, -3, 4))
    assert (one(after, "head").text, one(after, "head").size, one(after, "head").leading) == ("あけまして", 9.0, 5.0)
    assert (one(after, "head").line_width, one(after, "head").gap, one(after, "head").frame) == (0.05, 0.0, Frame(1.3, 2, 0, 4))
    assert changed(CARD, "nobody", text="x") is CARD
    assert changed(CARD, "head", text="head") is CARD


def test_a_new_name_goes_on_in_what_stands_below() -> None:
    after = changed(CARD, "body", name="  本文  その1 ")
    assert one(after, "after").follows == "本文 その1"
    assert changed(CARD, "body", name="  ") is CARD
    with pytest.raises(NameTwice):
        changed(CARD, "body", name="head")


def test_nothing_stands_below_itself_or_what_is_not_on_its_page() -> None:
    assert one(changed(CARD, "after", follows="head"), "after").follows == "head"
    assert one(changed(CARD, "after", follows=""), "after").follows == ""
    for name, follows in (("body", "after"), ("body", "body"), ("body", "nobody")):
        with pytest.raises(FollowsNothing):
            changed(CARD, name, follows=follows)
    on_two = changed(with_page_added(LETTER), "after", page=1)
    assert (one(on_two, "after").page, one(on_two, "after").follows) == (1, "")
    assert one(changed(with_page_added(LETTER), "body", page=1), "after").follows == ""
    with pytest.raises(FollowsNothing):
        changed(on_two, "after", follows="body")


def test_a_slot_is_one_elements() -> None:
    after = changed(CARD, "after", slot=Slot.BODY)
    assert [one.slot for one in after.elements] == [Slot.HEADLINE, None, Slot.BODY, None]


def test_one_text_of_a_letter_flows_and_has_a_place_to_go_on() -> None:
    flows = changed(LETTER, "body", flows=True)
    assert flows.continuation == frame_of(flows, "body")
    other = changed(flows, "after", flows=True)
    assert [one.flows for one in other.elements] == [False, False, True, False]
    assert changed(CARD, "body", flows=True) is CARD


@pytest.mark.parametrize("kind", ElementKind)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("paper", ["はがき", "A4", "名刺"])
def test_a_new_element_of_any_kind_lies_on_the_paper_and_can_be_printed(kind: ElementKind, language: str, paper: str) -> None:
    size = (PAPERS[paper].width, PAPERS[paper].height)
    kind_of = {"はがき": TemplateKind.CARD, "A4": TemplateKind.LETTER, "名刺": TemplateKind.MEMBER_CARD}[paper]
    empty = Template("x", language, kind_of, "x", paper, ())
    template, name = added(empty, kind, 0, size, language=language, art="tea_cup", image="" if kind is not ElementKind.IMAGE else DOT)

    compile_template_page(template)
    again, other = added(template, kind, 0, size, language=language, art="tea_cup", image=DOT)
    assert other == f"{name} 2"
    assert frame_of(again, other) != frame_of(again, name)


DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsUR1vQAAAABJRU5ErkJggg=="


def test_a_new_element_looks_for_room() -> None:
    template, name = added(CARD, ElementKind.COUPON, 0, PAPER, language="ja")
    frame = frame_of(template, name)
    assert (name, frame.top) == ("クーポン", 90.8)


def test_what_stood_below_something_that_is_gone_stands_below_what_that_did() -> None:
    chain = changed(CARD, "code", follows="after")
    after = removed(chain, ["after"])
    assert one(after, "code").follows == "body"
    assert one(removed(chain, ["after", "body"]), "code").follows == ""
    assert removed(CARD, ["nobody"]) is CARD
    circle = CARD.with_elements(replace(one, follows={"head": "body", "body": "head"}.get(one.name, "body")) for one in CARD.elements)
    assert [one.follows for one in removed(circle, ["head", "body"]).elements] == ["", ""]


def test_a_second_of_each_lies_beside_and_a_text_below_another_has_it_below_itself() -> None:
    after, names = duplicated(CARD, ["head", "after", "code"], PAPER)
    assert names == ("head 2", "after 2", "code 2")
    assert frame_of(after, "head 2") == Frame(14, 14, 80, 10)
    assert frame_of(after, "code 2") == Frame(79, 119, 15, 20)
    assert one(after, "after 2").follows == "after"
    assert one(after, "head 2").slot is None
    both, _ = duplicated(CARD, ["body", "after"], PAPER)
    assert one(both, "after 2").follows == "body 2"
    assert duplicated(after, ["head 2"], PAPER)[1] == ("head 3",)
    flowing, _ = duplicated(changed(LETTER, "body", flows=True), ["body"], A4)
    assert [one.flows for one in flowing.elements if one.name.startswith("body")] == [True, False]


def test_what_was_copied_is_put_in_where_it_lay_or_aside() -> None:
    cut = removed(CARD, ["body", "after"])
    back, names = pasted(cut, copied(CARD, ["body", "after"]), 0, PAPER)
    assert names == ("body", "after")
    assert (frame_of(back, "body"), one(back, "after").follows) == (frame_of(CARD, "body"), "body")
    twice, names = pasted(back, copied(CARD, ["after"]), 0, PAPER)
    assert (names, frame_of(twice, "after 2"), one(twice, "after 2").follows) == (("after 2",), Frame(14, 44, 80, 50), "")
    thrice, _ = pasted(twice, copied(CARD, ["after"]), 0, PAPER)
    assert frame_of(thrice, "after 3") == Frame(18, 48, 80, 50)
    small, _ = pasted(replace(CARD, elements=()), copied(CARD, ["code"]), 0, (50.0, 50.0))
    assert frame_of(small, "code") == Frame(35, 30, 15, 20)


def test_elements_change_places_with_those_of_their_page() -> None:
    two = with_page_added(LETTER)
    template = replace(two, elements=(two.elements[-1], *two.elements[:-1]))
    assert [one.name for one in ordered(template, "head", 1).elements[1:]] == ["body", "head", "after", "code"]
    assert [one.name for one in ordered(template, "code", -9).elements[1:]] == ["code", "head", "body", "after"]
    assert ordered(template, "head", -1) is template
    assert ordered(template, "nobody", 1) is template


def test_pages_come_and_go_with_what_stands_on_them() -> None:
    assert not can_add_page(CARD)
    assert with_page_added(CARD) is CARD
    two = with_page_added(LETTER)
    three = with_page_added(two)
    assert [page_count(one) for one in (LETTER, two, three)] == [1, 2, 3]
    compile_template_page(three)

    left = with_page_removed(three, 0)
    assert [one.page for one in left.elements] == [0, 1]
    assert with_page_removed(LETTER, 0) is LETTER
    while can_add_page(three):
        three = with_page_added(three)
    assert page_count(three) == 10


def test_another_paper_keeps_everything_at_its_part_of_it() -> None:
    wide = with_paper(CARD, "洋形2号", PAPER, (162.0, 114.0))
    assert wide.paper == "洋形2号"
    assert frame_of(wide, "head") == Frame(16.2, 7.7, 129.6, 7.7)
    assert (frame_of(wide, "code").width, frame_of(wide, "code").height) == (15, 20)
    compile_template_page(wide)


@pytest.mark.parametrize("kind", TemplateKind)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_new_template_can_be_printed_on_each_paper_of_its_kind(kind: TemplateKind, language: str) -> None:
    for paper in KIND_PAPERS[kind]:
        template = new_template(kind, language, "新しい", paper, (PAPERS[paper].width, PAPERS[paper].height))
        compile_template_page(template)
        assert template.text_of(Slot.HEADLINE)


def test_no_template_grows_past_what_can_be_printed() -> None:
    full = CARD.with_elements(text(f"t{number}", Frame(0, 0, 10, 10)) for number in range(MOST_ELEMENTS))
    with pytest.raises(TooManyElements):
        added(full, ElementKind.LINE, 0, PAPER, language="ja")
    with pytest.raises(TooManyElements):
        duplicated(full, ["t1"], PAPER)
    with pytest.raises(TooManyElements):
        pasted(full, CARD.elements, 0, PAPER)


def test_a_place_is_rounded_and_lies_on_the_paper_whatever_was_asked_for() -> None:
    assert kept_on(Frame(float("nan"), float("inf"), 1e9, -5), PAPER) == Frame(0, 0, 100, 0)
    assert kept_on(Frame(300, 104.7, 10.04, 0.09), (241.3, 104.775)) == Frame(231.3, 104.6, 10.0, 0.1)


def test_a_band_goes_over_the_edge_of_the_paper_and_words_do_not() -> None:
    band = Element(ElementKind.RECTANGLE, "band", Frame(0, 0, 100, 20))
    line = Element(ElementKind.LINE, "line", Frame(50, 40, 0, 20))
    words = Element(ElementKind.TEXT, "words", Frame(10, 30, 40, 10))
    template = replace(new_template(TemplateKind.CARD, "ja", "端まで", "はがき", PAPER), elements=(band, line, words))

    over = resized(template, "band", Frame(-3, -3, 106, 23), PAPER)
    assert over.elements[0].frame == Frame(-3, -3, 106, 23)
    assert moved(over, ["band"], -50, 0, PAPER).elements[0].frame.left == -5
    assert moved(template, ["line"], -90, 0, PAPER).elements[1].frame.left == 0
    assert moved(template, ["words"], -90, 0, PAPER).elements[2].frame.left == 0
    # A group stays together: the words stop it.
    assert [one.frame.left for one in moved(template, ["band", "words"], -90, 0, PAPER).elements] == [-5, 50, 5]


def test_what_lies_far_over_the_edge_already_is_not_brought_back() -> None:
    leaf = Element(ElementKind.RECTANGLE, "leaf", Frame(-30, 10, 60, 60))
    template = replace(new_template(TemplateKind.CARD, "ja", "葉", "はがき", PAPER), elements=(leaf,))

    assert moved(template, ["leaf"], 1, 0, PAPER).elements[0].frame.left == -29
