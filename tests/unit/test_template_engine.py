"""Templates composed for one person: which words stand, how large, below what, on which page."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cards import Card, CardOptions, Recipient
from app.domain.print_problems import TemplateBroken, UnknownField
from app.domain.templates import (
    Align,
    BarcodeTooSmall,
    CodeTooSmall,
    Element,
    ElementKind,
    FollowsNothing,
    Frame,
    MeasureUnfit,
    NameTwice,
    OutsidePaper,
    PaperUnfit,
    PictureUnreadable,
    Template,
    TemplateKind,
    TooManyElements,
    TooManyPages,
    UnknownDrawing,
    UnknownPaper,
)
from app.printing.geometry import MM, PAPERS
from app.printing.layout import Row
from app.printing.linebreak import NEVER_AT_END, NEVER_AT_HEAD
from app.printing.template_compose import FOLIO, Side, compose
from app.printing.template_read import compile_template_page
from tests.unit.printing_people import PASSAGES
from tests.unit.template_samples import CARD, LETTER, OFFER, PARAGRAPH, PERSON, job_of, with_element

OWN = frozenset(PERSON.fields)


def sides_of(template: Template, recipient: Recipient = PERSON, **changes: object) -> tuple[Side, ...]:
    return compose(compile_template_page(template, OWN), recipient, job_of(template, **changes))


def words_of(side: Side, name: str) -> list[str]:
    return ["".join(g.text for g in row.glyphs) for mark in (*side.static, *side.marks) if mark.element.name == name for row in mark.rows]


def rows_of(side: Side, name: str) -> list[Row]:
    return [row for mark in (*side.static, *side.marks) if mark.element.name == name for row in mark.rows]


def test_the_fields_of_a_text_are_filled_for_the_person() -> None:
    (side,) = sides_of(LETTER)

    assert words_of(side, "salutation") == ["吉田 和子 様"]
    assert words_of(side, "day") == ["2026年11月20日"]
    assert "8月3日にお越しいただき" in "".join(words_of(side, "body"))
    assert side.overflows == ()


def test_a_line_whose_fields_are_all_empty_drops_out_and_what_follows_moves_up() -> None:
    rich, poor = sides_of(CARD)[0], sides_of(CARD, replace(PERSON, fields={"points": None, "last_visit": None}))[0]

    assert "1,234ポイントをお持ちです。" in words_of(rich, "body")
    assert not any("ポイント" in line for line in words_of(poor, "body"))
    assert poor.boxes["body"].bottom < rich.boxes["body"].bottom
    assert poor.boxes["lines"].top == pytest.approx(poor.boxes["body"].bottom + 1)


def test_what_follows_begins_a_gap_below_and_never_above_its_own_top() -> None:
    (side,) = sides_of(LETTER)
    assert side.boxes["closing"].top == pytest.approx(side.boxes["body"].bottom + 3)

    lower = with_element(LETTER, "closing", frame=Frame(22, 200, 166, 35))
    assert sides_of(lower)[0].boxes["closing"].top == pytest.approx(200)


def test_without_words_in_between_the_next_stands_below_the_one_before() -> None:
    greeted = replace(PERSON, message="また来月。")
    last = Element(ElementKind.TEXT, "last", Frame(22, 100, 166, 140), follows="personal", gap=1, text="店主")
    template = LETTER.with_elements((*LETTER.elements, last))

    spoken, silent = sides_of(template, greeted)[0], sides_of(template)[0]

    assert spoken.boxes["last"].top == pytest.approx(spoken.boxes["personal"].bottom + 1)
    assert "personal" not in silent.boxes
    assert silent.boxes["last"].top == pytest.approx(silent.boxes["closing"].bottom + 1)


@pytest.mark.parametrize(
    ("when", "full", "bare"),
    [
        ("points", {}, {"fields": {"points": None}}),
        ("ポイント", {}, {"fields": {}}),
        ("message", {"message": "また来月。"}, {"message": " "}),
        ("code", {}, {"code": ""}),
        ("趣味", {}, {"fields": {"趣味": ""}}),
    ],
)
def test_an_element_is_left_out_where_its_field_is_empty(when: str, full: dict[str, object], bare: dict[str, object]) -> None:
    template = with_element(CARD, "signature", when=when)

    assert "signature" in sides_of(template, replace(PERSON, **full))[0].boxes  # type: ignore[arg-type]
    assert "signature" not in sides_of(template, replace(PERSON, **bare))[0].boxes  # type: ignore[arg-type]


def test_a_coupon_is_there_with_an_offer_alone() -> None:
    assert "coupon" not in sides_of(LETTER)[0].boxes

    (side,) = sides_of(LETTER, offer=OFFER)

    assert words_of(side, "coupon") == ["吉田様だけに", "カット 10%引き", "この手紙をお持ちください(12月20日まで)"]
    assert all(side.boxes["coupon"].contains(row.box) for row in rows_of(side, "coupon"))


def test_type_grows_smaller_only_as_far_as_it_must() -> None:
    sizes = []
    for count in (1, 5, 6, 7):
        template = with_element(
            CARD, "body", text="お変わりなくお過ごしでしょうか。またお越しください。" * count, frame=Frame(12, 56, 76, 40)
        )
        (side,) = sides_of(template)
        sizes.append(rows_of(side, "body")[0].size)
        assert not side.overflows
        assert side.boxes["body"].bottom <= 96.02

    assert sizes[0] == 11.0
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < 10


def test_type_is_never_smaller_than_nine_points_even_where_a_file_asks_for_it() -> None:
    (side,) = sides_of(with_element(CARD, "body", text="多すぎることば。" * 60, smallest=4.0))

    assert {row.size for row in rows_of(side, "body")} == {9.0}
    assert side.overflows == ("body",)
    assert all(row.box.bottom <= 96.02 for row in rows_of(side, "body"))


def test_a_word_is_rather_made_smaller_than_torn() -> None:
    (side,) = sides_of(with_element(CARD, "headline", text="Congratulations!!!", size=30.0))

    assert words_of(side, "headline") == ["Congratulations!!!"]


@pytest.mark.parametrize(("align", "edge"), [(Align.LEFT, "left"), (Align.RIGHT, "right"), (Align.CENTRE, "middle")])
def test_a_line_stands_at_its_edge(align: Align, edge: str) -> None:
    (side,) = sides_of(with_element(CARD, "headline", align=align))

    box = side.boxes["headline"]
    assert getattr(box, edge) == pytest.approx({"left": 12, "right": 88, "middle": 50}[edge])


def test_lines_fill_the_frame_and_break_no_rule() -> None:
    for passage in PASSAGES:
        (side,) = sides_of(with_element(LETTER, "body", text=passage * 6, flows=False))
        rows = rows_of(side, "body")
        for row in rows[:-1]:
            assert row.box.right == pytest.approx(188, abs=row.size / MM * 1.02)
        for row in rows[1:]:
            assert row.glyphs[0].text[0] not in NEVER_AT_HEAD
        for row in rows:
            assert row.glyphs[-1].text[0] not in NEVER_AT_END


def test_a_text_that_flows_is_first_made_smaller() -> None:
    one = sides_of(with_element(LETTER, "body", text="\n".join([PARAGRAPH] * 5)))

    assert len(one) == 1
    assert rows_of(one[0], "body")[0].size < 10.5


def test_a_long_letter_goes_on_on_a_second_page_and_what_follows_goes_along() -> None:
    first, second = sides_of(with_element(LETTER, "body", text="\n".join(f"{number}。{PARAGRAPH}" for number in range(9))))

    assert first.overflows == second.overflows == ()
    assert {row.size for side in (first, second) for row in rows_of(side, "body")} == {10.5}
    said = "".join(words_of(first, "body") + words_of(second, "body"))
    assert [f"{number}。" in said for number in range(9)] == [True] * 9
    assert "closing" not in first.boxes
    assert second.boxes["body"].top == pytest.approx(25, abs=1)
    assert second.boxes["closing"].top == pytest.approx(second.boxes["body"].bottom + 3)
    assert words_of(second, FOLIO) == ["吉田 和子 様   2/2"]
    assert FOLIO not in first.boxes
    assert "code" in first.boxes and "code" not in second.boxes


def test_no_paragraph_leaves_one_line_alone_at_the_turn_of_a_page() -> None:
    for count in range(4, 14):
        text = "\n".join([PARAGRAPH] * count)
        sides = sides_of(with_element(LETTER, "body", text=text, smallest=10.5))
        if len(sides) == 1:
            continue
        first, second = (words_of(side, "body") for side in sides[:2])
        whole = "".join(first + second)
        assert whole.count("8月3日") == count
        cut = "".join(first[-1:]) + "".join(second[:1])
        if not second[0].startswith("　"):
            assert not first[-1].startswith("　"), cut
            assert len(second) > 1 and not second[1].startswith("　"), cut


def test_a_closing_that_finds_no_room_takes_lines_along() -> None:
    tight = with_element(
        with_element(LETTER, "closing", frame=Frame(22, 130, 166, 20)), "body", frame=Frame(22, 128, 166, 21), smallest=10.5,
    )  # fmt: skip
    first, second = sides_of(tight)

    assert words_of(second, "closing") == ["敬具"]
    assert len(words_of(second, "body")) >= 2
    assert "closing" not in first.boxes


def test_a_fixed_second_page_shares_itself_with_what_flows() -> None:
    slip = Element(ElementKind.TEXT, "slip", Frame(22, 200, 166, 60), page=1, text="お返事\nお名前 {{name}}")
    long = with_element(LETTER, "body", text="\n".join([PARAGRAPH] * 9))

    short_sides = sides_of(LETTER.with_elements((*LETTER.elements, slip)))
    long_sides = sides_of(long.with_elements((*long.elements, slip)))

    assert len(short_sides) == len(long_sides) == 2
    assert words_of(short_sides[1], "slip") == words_of(long_sides[1], "slip") == ["お返事", "お名前 吉田 和子"]
    assert "body" in long_sides[1].boxes


def test_a_page_with_no_room_at_all_ends_in_an_overflow_and_not_in_empty_pages() -> None:
    nowhere = replace(with_element(LETTER, "body", text=PARAGRAPH * 40), continuation=Frame(22, 25, 166, 2))

    sides = sides_of(nowhere)

    assert len(sides) == 2
    assert "body" in sides[1].overflows


def test_without_a_place_to_go_on_too_much_text_is_an_overflow() -> None:
    (side,) = sides_of(replace(with_element(LETTER, "body", text=PARAGRAPH * 40), continuation=None))

    assert side.overflows == ("body",)


def test_the_addressee_has_number_address_and_a_larger_name() -> None:
    (side,) = sides_of(LETTER)
    rows = rows_of(side, "addressee")

    assert [row.text for row in rows] == ["〒150-0001", "東京都渋谷区神宮前1-2-3", "こもれびハイツ204", "吉田 和子 様"]
    assert rows[-1].size > rows[0].size
    firm = replace(PERSON, company="株式会社青山フラワーサービス", department="営業部", role="部長", joint_names=("太郎",))
    roomy = with_element(LETTER, "addressee", frame=Frame(22, 62, 80, 40))
    with_family = sides_of(roomy, firm, options=CardOptions(print_joint_names=True))[0]
    assert [row.text for row in rows_of(with_family, "addressee")][-4:] == [
        "株式会社青山フラワーサービス", "営業部 部長", "吉田 和子 様", "太郎 様",
    ]  # fmt: skip
    assert not with_family.overflows


def test_everybody_named_has_the_own_honorific() -> None:
    family = replace(PERSON, honorific="先生", joint_names=("太郎", "花"), joint_honorifics=("様", "ちゃん"))
    roomy = with_element(LETTER, "addressee", frame=Frame(22, 62, 80, 40))

    (side,) = sides_of(roomy, family, options=CardOptions(print_joint_names=True))

    assert [row.text for row in rows_of(side, "addressee")][-3:] == ["吉田 和子 先生", "太郎 様", "花 ちゃん"]


def test_an_addressee_in_latin_letters_is_named_first() -> None:
    someone = Recipient("F", "Alexander Montgomery", "", "SW1A 1AA", "12 Sample Street, London", "Flat 3")

    (side,) = sides_of(LETTER, someone)

    assert words_of(side, "addressee") == ["Alexander Montgomery", "12 Sample Street, London", "Flat 3", "SW1A 1AA"]


def test_an_address_too_long_for_its_window_is_told() -> None:
    (side,) = sides_of(LETTER, replace(PERSON, address="長い住所" * 60))

    assert "addressee" in side.overflows


def test_writing_lines_stand_a_pitch_apart_and_only_if_wanted() -> None:
    (side,) = sides_of(CARD)
    lines = next(mark for mark in side.marks if mark.element.name == "lines").lines

    assert len(lines) >= 3
    assert all(second - first == pytest.approx(8.6) for first, second in pairwise(lines))
    assert lines[-1] <= 116.001
    assert "lines" not in sides_of(CARD, options=CardOptions(handwriting_lines=False))[0].boxes


def test_only_what_differs_between_people_is_set_for_each() -> None:
    (side,) = sides_of(LETTER)

    assert [mark.element.name for mark in side.static] == ["art", "day", "headline", "signature"]


def test_the_bars_of_the_post_stand_there_only_if_wanted_and_as_large_as_their_frame() -> None:
    bars = Element(ElementKind.BARCODE, "bars", Frame(22, 96, 75, 5))
    template = LETTER.with_elements((*LETTER.elements, bars))
    coded = replace(PERSON, bars="1" * 67)
    wanted = CardOptions(postal_barcode=True)

    assert sides_of(template, coded, options=wanted)[0].boxes["bars"].width == pytest.approx(75, abs=0.01)
    assert "bars" not in sides_of(template, coded)[0].boxes
    assert "bars" not in sides_of(template, PERSON, options=wanted)[0].boxes
    wide = LETTER.with_elements((*LETTER.elements, replace(bars, frame=Frame(22, 96, 150, 9))))
    assert sides_of(wide, coded, options=wanted)[0].boxes["bars"].width == pytest.approx(79.8 * 1.15, abs=0.01)


UNFIT = Element(ElementKind.TEXT, "more", Frame(10, 10, 50, 20))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"text": "{{shoesize}}"}, UnknownField),
        ({"when": "shoesize"}, UnknownField),
        ({"text": "{{name"}, TemplateBroken),
        ({"name": "body"}, NameTwice),
        ({"follows": "nobody"}, FollowsNothing),
        ({"follows": "more"}, FollowsNothing),
        ({"page": 1, "follows": "body"}, FollowsNothing),
        ({"kind": ElementKind.ART, "art": "unicorn"}, UnknownDrawing),
        ({"kind": ElementKind.IMAGE, "image": "!!!"}, PictureUnreadable),
        ({"kind": ElementKind.CODE, "frame": Frame(0, 0, 8, 30)}, CodeTooSmall),
        ({"kind": ElementKind.BARCODE, "frame": Frame(0, 0, 60, 4)}, BarcodeTooSmall),
        ({"frame": Frame(0, 0, float("nan"), 5)}, MeasureUnfit),
        ({"frame": Frame(0, 0, -1, 5)}, MeasureUnfit),
        ({"size": 1e9}, MeasureUnfit),
        ({"leading": 0.0}, MeasureUnfit),
        ({"kind": ElementKind.WRITING, "pitch": 0.0}, MeasureUnfit),
        ({"colour": "red"}, MeasureUnfit),
        ({"page": 99}, MeasureUnfit),
    ],
)
def test_what_cannot_be_printed_is_refused_before_the_first_page(change: dict[str, object], error: type[Exception]) -> None:
    template = CARD.with_elements((*CARD.elements, replace(UNFIT, **change)))  # type: ignore[arg-type]

    with pytest.raises(error):
        compile_template_page(template)


def test_two_that_follow_each_other_in_a_circle_are_refused() -> None:
    circle = with_element(with_element(CARD, "body", follows="lines"), "lines", follows="body")

    with pytest.raises(FollowsNothing):
        compile_template_page(circle)


def test_a_paper_nobody_sells_is_refused() -> None:
    with pytest.raises(UnknownPaper):
        compile_template_page(replace(CARD, paper="papyrus"))


@pytest.mark.parametrize(("template", "paper"), [(LETTER, "A4"), (LETTER, "Letter"), (CARD, "はがき")])
def test_a_template_lies_on_its_paper(template: Template, paper: str) -> None:
    inside = (one for one in template.elements if one.frame.left + one.frame.width <= PAPERS[paper].width)
    (side,) = sides_of(replace(template, paper=paper).with_elements(one for one in inside if one.frame.top < 250))

    assert side.paper == PAPERS[paper]


@pytest.mark.parametrize(
    ("kind", "paper", "fits"),
    [
        (TemplateKind.CARD, "洋形2号", True),
        (TemplateKind.CARD, "A4", False),
        (TemplateKind.LETTER, "B5", True),
        (TemplateKind.LETTER, "はがき", False),
        (TemplateKind.MEMBER_CARD, "名刺", True),
        (TemplateKind.MEMBER_CARD, "A4", False),
        (TemplateKind.REFERRAL_CARD, "はがき", False),
    ],
)
def test_each_kind_has_its_papers(kind: TemplateKind, paper: str, fits: bool) -> None:
    template = Template("one", "ja", kind, "一つ", paper, (Element(ElementKind.TEXT, "text", Frame(5, 5, 60, 20), text="はい"),))
    if fits:
        assert compile_template_page(template).paper == PAPERS[paper]
    else:
        with pytest.raises(PaperUnfit):
            compile_template_page(template)


def test_only_a_letter_has_a_second_page() -> None:
    second = Element(ElementKind.CODE, "second", Frame(10, 10, 20, 24), page=1)

    assert len(sides_of(LETTER.with_elements((*LETTER.elements, second)))) == 2
    with pytest.raises(TooManyPages):
        compile_template_page(CARD.with_elements((*CARD.elements, second)), OWN)


def test_a_card_goes_on_on_no_further_page_whatever_its_file_says() -> None:
    long = with_element(replace(CARD, continuation=Frame(10, 10, 80, 100)), "body", text="多すぎることば。" * 60, flows=True)

    assert [side.overflows for side in sides_of(long)] == [("body",)]


@pytest.mark.parametrize("frame", [Frame(-1, 10, 50, 9), Frame(60, 10, 50, 9), Frame(10, -2, 50, 9), Frame(10, 141, 50, 9)])
def test_nothing_lies_outside_the_paper(frame: Frame) -> None:
    with pytest.raises(OutsidePaper):
        compile_template_page(with_element(CARD, "headline", frame=frame), OWN)


@pytest.mark.parametrize("kind", [ElementKind.RECTANGLE, ElementKind.LINE])
def test_what_is_only_drawn_may_be_cut_by_the_edge_of_the_paper(kind: ElementKind) -> None:
    band = Element(kind, "edge", Frame(-3, -3, 106, 20), fill="#C2570C")

    compile_template_page(CARD.with_elements((band, *CARD.elements)), OWN)
    with pytest.raises(OutsidePaper):
        compile_template_page(CARD.with_elements((replace(band, frame=Frame(101, 10, 20, 20)), *CARD.elements)), OWN)


def test_what_was_printed_before_is_not_refused_by_a_later_rule() -> None:
    headline = replace(CARD.elements[0], frame=Frame(60, 10, 50, 9))
    unfit = CARD.with_elements((headline, *CARD.elements[1:]))

    compile_template_page(unfit, OWN, was_printed=True)
    compile_template_page(replace(CARD, paper="A4"), OWN, was_printed=True)
    with pytest.raises(UnknownField):
        compile_template_page(with_element(CARD, "headline", text="{{nobody}}"), OWN, was_printed=True)


def test_a_template_has_so_many_parts_and_no_more() -> None:
    many = [Element(ElementKind.LINE, f"{number}", Frame(0, 0, 10, 10)) for number in range(501)]

    compile_template_page(CARD.with_elements(many[:500]))
    with pytest.raises(TooManyElements):
        compile_template_page(CARD.with_elements(many))


def test_what_lies_above_words_of_one_person_is_drawn_above_them() -> None:
    cover = Element(ElementKind.RECTANGLE, "cover", Frame(10, 45, 80, 12), fill="#FFFFFF")
    title = Element(ElementKind.TEXT, "title", Frame(20, 46, 60, 10), text="題")
    behind = Element(ElementKind.RECTANGLE, "behind", Frame(10, 45, 80, 12), fill="#FFFFFF")
    (side,) = sides_of(CARD.with_elements((behind, *CARD.elements, cover, title)))

    assert [mark.element.name for mark in side.static if mark.element.name in ("behind", "cover", "title")] == ["behind"]
    names = [mark.element.name for mark in side.marks]
    assert names.index("salutation") < names.index("cover") < names.index("title")


def test_the_same_person_and_job_stand_the_same_every_time() -> None:
    pages = compile_template_page(LETTER, OWN)
    job: Card = job_of(LETTER, offer=OFFER)

    assert compose(pages, PERSON, job) == compose(pages, PERSON, job)
    assert compose(pages, PERSON, job)[0].boxes == compose(compile_template_page(LETTER, OWN), PERSON, job)[0].boxes


@given(
    count=st.integers(1, 40), height=st.floats(12, 120), room=st.floats(12, 200), closing=st.floats(6, 60), smallest=st.floats(9, 10.5),
    passage=st.sampled_from(PASSAGES),
)  # fmt: skip
def test_nothing_is_lost_or_said_twice_wherever_the_page_turns(
    count: int, height: float, room: float, closing: float, smallest: float, passage: str
) -> None:
    text = "\n".join(f"{number}番。{passage}" for number in range(count))
    flowing = with_element(LETTER, "body", text=text, smallest=smallest, frame=Frame(22, 128, 166, height))
    flowing = with_element(flowing, "closing", frame=Frame(22, 130, 166, closing))
    template = replace(flowing, continuation=Frame(22, 25, 166, room))

    sides = sides_of(template)

    said = "".join(line for side in sides for line in words_of(side, "body"))
    endings = [line for side in sides for line in words_of(side, "closing")]
    assert len({side.paper for side in sides}) == 1
    if any(side.overflows for side in sides):
        assert text.replace("\n", "").replace(" ", "").startswith(said.replace(" ", ""))
        return
    assert said.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert endings == ["敬具"]
    for number, side in enumerate(sides):
        lowest = 25 + room if number else 128 + height
        assert all(row.box.bottom <= lowest + 0.02 for row in rows_of(side, "body"))
