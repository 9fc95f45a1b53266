"""Templates in the designer: for the people of a run, for somebody made up, and with everything that may be wrong with them."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PIL import Image

from app.domain.cards import Calibration, Card, CardOptions, Recipient
from app.domain.print_problems import TemplateBroken, UnknownField
from app.domain.print_runs import CodePress, PrintSettings
from app.domain.shop import ShopFields
from app.domain.templates import (
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
    PicturesTooLarge,
    PictureTooLarge,
    PictureUnreadable,
    Template,
    TemplateKind,
    TooManyElements,
    TooManyPages,
    UnknownDrawing,
    UnknownPaper,
)
from app.models.database import Database
from app.printing.geometry import PAPERS
from app.printing.preview import Picture, preview_pages
from app.printing.shipped import shipped_templates
from app.printing.template_compose import FOLIO
from app.queries.templates import people_to_show
from app.reports.designs import (
    MOST_PEOPLE,
    DesignPreview,
    DesignView,
    design_job,
    design_preview,
    design_recipient,
    design_view,
    sample_recipient,
    thumbnail,
)
from app.services.customers import archive_customer
from tests.factories import NOW, add_customer, add_purchase
from tests.unit.template_samples import CARD, LETTER, PARAGRAPH, PERSON, job_of, with_element

TODAY = date(2026, 11, 22)
WIDTH = 240
BAD = Element(ElementKind.TEXT, "bad", Frame(10, 100, 60, 12), text="はい")


def preview_of(template: Template, recipient: Recipient = PERSON, **changes: object) -> DesignPreview:
    return design_preview(template, recipient, job_of(template, **changes), WIDTH)


def with_bad(**changes: object) -> Template:
    return CARD.with_elements((*CARD.elements, replace(BAD, **changes)))  # type: ignore[arg-type]


def ink_in(picture: Picture, frame: Frame, paper: str) -> int:
    """How many dots of the frame are not white."""
    scale = picture.width / PAPERS[paper].width
    rows = np.frombuffer(picture.rgba, np.uint8).reshape(picture.height, picture.width, 4)[:, :, :3]
    top, left = max(int(frame.top * scale), 0), max(int(frame.left * scale), 0)
    part = rows[top : int((frame.top + frame.height) * scale), left : int((frame.left + frame.width) * scale)]
    return int((part.min(axis=2) < 200).sum())


def a_picture(width: int, height: int) -> str:
    out = io.BytesIO()
    Image.new("L", (width, height), 90).save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def test_a_page_is_the_page_that_is_printed() -> None:
    (page,) = preview_of(LETTER).pages
    assert page.picture == preview_pages(PERSON, job_of(LETTER), WIDTH)[0]
    shifted = preview_of(LETTER, options=CardOptions(calibration=Calibration(dx=8, rotated=True)))
    assert shifted.pages[0].picture == page.picture


def test_every_element_has_its_box_where_it_lies_for_this_person() -> None:
    (page,) = preview_of(LETTER).pages
    assert set(page.boxes) == {one.name for one in LETTER.elements}
    assert page.boxes["coupon"] == Frame(22, 240, 120, 26)
    body, closing = page.boxes["body"], page.boxes["closing"]
    assert closing.top > 150
    assert closing.top + closing.height == pytest.approx(235)
    assert body.height == pytest.approx(218 - body.top)
    assert page.absent == {"coupon", "personal"}
    assert "吉田 和子 様" in page.words.split("\n")


def test_a_text_that_goes_on_has_its_words_on_the_further_page() -> None:
    long = with_element(LETTER, "body", text="\n".join([PARAGRAPH] * 12))
    first, second = preview_of(long).pages
    assert {"body", "closing"} <= set(second.boxes)
    assert second.boxes["body"].top >= 25
    assert FOLIO not in second.boxes
    assert "signature" in first.boxes and "signature" not in second.boxes
    assert not preview_of(long).problems


def test_what_does_not_fit_is_told_by_name() -> None:
    preview = preview_of(with_element(CARD, "body", text="多すぎることば。" * 60))
    (problem,) = preview.problems
    assert (problem.element, problem.error, problem.overflow) == ("body", None, True)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"text": "{{靴のサイズ}}"}, UnknownField),
        ({"text": "{{name"}, TemplateBroken),
        ({"when": "nothing"}, UnknownField),
        ({"kind": ElementKind.ART, "art": "dragon"}, UnknownDrawing),
        ({"kind": ElementKind.IMAGE, "image": ""}, PictureUnreadable),
        ({"kind": ElementKind.IMAGE, "image": "AAAA"}, PictureUnreadable),
        ({"kind": ElementKind.IMAGE, "image": a_picture(6001, 1)}, PictureTooLarge),
        ({"kind": ElementKind.CODE, "frame": Frame(10, 100, 5, 6)}, CodeTooSmall),
        ({"kind": ElementKind.BARCODE, "frame": Frame(10, 100, 20, 3)}, BarcodeTooSmall),
        ({"frame": Frame(float("nan"), 100, 20, 3)}, MeasureUnfit),
        ({"frame": Frame(1e300, 100, 20, 3)}, MeasureUnfit),
        ({"size": float("inf")}, MeasureUnfit),
        ({"leading": 0.2}, MeasureUnfit),
        ({"colour": "red"}, MeasureUnfit),
        ({"page": 50}, MeasureUnfit),
        ({"page": -1}, MeasureUnfit),
    ],
)
def test_what_cannot_be_drawn_is_left_out_and_named(change: dict[str, object], error: type[Exception]) -> None:
    preview = preview_of(with_bad(**change))
    assert [(one.element, type(one.error)) for one in preview.problems] == [("bad", error)]
    page = preview.pages[0]
    assert page.picture == preview_of(CARD).pages[0].picture
    if preview.problems[0].error is not None and "page" not in change:
        assert "bad" in page.boxes and "bad" in page.absent


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"follows": "nobody"}, FollowsNothing),
        ({"follows": "bad"}, FollowsNothing),
        ({"frame": Frame(60, 100, 60, 12)}, OutsidePaper),
        ({"frame": Frame(-5, 100, 60, 12)}, OutsidePaper),
    ],
)
def test_what_lies_wrongly_is_named_and_drawn_all_the_same(change: dict[str, object], error: type[Exception]) -> None:
    preview = preview_of(with_bad(**change))
    assert [(one.element, type(one.error)) for one in preview.problems] == [("bad", error)]
    frame = replace(BAD, **change).frame  # type: ignore[arg-type]
    assert preview.pages[0].boxes["bad"] == frame
    assert ink_in(preview.pages[0].picture, frame, "はがき") > ink_in(preview_of(CARD).pages[0].picture, frame, "はがき")


def test_of_two_with_one_name_the_first_is_drawn() -> None:
    preview = preview_of(with_bad(name="body", text="二つめ"))
    assert [(one.element, type(one.error)) for one in preview.problems] == [("body", NameTwice)]
    assert preview.pages[0].picture == preview_of(CARD).pages[0].picture


def test_what_stood_below_something_broken_stays_in_its_order() -> None:
    template = with_element(CARD, "body", text="{{nothing}}")
    preview = preview_of(template)
    assert [(one.element, type(one.error)) for one in preview.problems] == [("body", UnknownField)]
    assert "lines" not in preview.pages[0].absent


@pytest.mark.parametrize(
    ("template", "error"),
    [
        (replace(CARD, paper="papyrus"), UnknownPaper),
        (replace(CARD, paper="A4"), PaperUnfit),
        (with_bad(page=1), TooManyPages),
        (CARD.with_elements([replace(BAD, name=f"{number}") for number in range(501)]), TooManyElements),
        (replace(LETTER, continuation=Frame(float("nan"), 0, 1, 1)), MeasureUnfit),
        (replace(LETTER, continuation=Frame(22, 25, 189, 230)), OutsidePaper),
    ],
)
def test_what_is_wrong_with_the_whole_is_named_without_an_element(template: Template, error: type[Exception]) -> None:
    preview = preview_of(template)
    assert [(one.element, type(one.error)) for one in preview.problems] == [("", error)]
    assert len(preview.pages) == (2 if error is TooManyPages else 1)


def test_pictures_that_are_too_large_together_are_left_out() -> None:
    pictures = [Element(ElementKind.IMAGE, f"{index}", Frame(10, 10, 20, 20), image=a_picture(4000, 3000 + index)) for index in range(3)]
    preview = preview_of(CARD.with_elements((*CARD.elements, *pictures)))
    assert [(one.element, type(one.error)) for one in preview.problems] == [
        ("", PicturesTooLarge),
        *((str(index), PicturesTooLarge) for index in range(3)),
    ]
    assert preview.pages[0].absent >= {"0", "1", "2"}


def test_a_template_of_nothing_is_an_empty_page() -> None:
    (page,) = preview_of(CARD.with_elements(())).pages
    assert (dict(page.boxes), page.absent) == ({}, frozenset())


def test_everything_wrong_at_once_is_told_and_nothing_is_raised() -> None:
    wrong = [
        replace(BAD, name="a", follows="b"),
        replace(BAD, name="b", follows="c"),
        replace(BAD, name="c", follows="a", frame=Frame(0, 0, float("inf"), 0)),
        replace(BAD, name="a", kind=ElementKind.IMAGE, image="?"),
        replace(BAD, name="d", follows="e", text="{{}}"),
        replace(BAD, name="e", follows="d", flows=True, page=3),
    ]
    preview = preview_of(Template("x", "ja", TemplateKind.MEMBER_CARD, "", "A9", tuple(wrong)))
    assert {one.element for one in preview.problems} == {"", "a", "b", "c", "d", "e"}


def test_the_view_has_the_people_of_the_run_or_those_who_were_here_last(database: Database) -> None:
    with database.write() as session:
        ids = [add_customer(session, name, own={"趣味": "登山"}) for name in ("林 一郎", "森 花子")]
    with database.read() as session:
        view = design_view(session, "letter_thanks", "ja", [ids[1]], TODAY)
        anybody = design_view(session, "", "ja", [], TODAY)
    assert view.row is not None and view.row.template.key == "letter_thanks"
    assert [one.name for one in view.people] == ["森 花子"]
    assert view.own_fields == ("趣味",)
    assert view.papers["はがき"] == (100.0, 148.0)
    assert "maple_band" in view.arts
    assert anybody.row is None
    assert {one.name for one in anybody.people} == {"林 一郎", "森 花子"}
    with database.read() as session:
        many = design_view(session, "", "ja", [ids[0]] * MOST_PEOPLE + [ids[1]], TODAY)
    assert [one.name for one in many.people] == ["林 一郎"]
    recipient = design_recipient(view, view.people[0])
    job = design_job(view, view.row.template, "ja", TODAY)
    preview = design_preview(view.row.template, recipient, job, WIDTH)
    assert not preview.problems
    assert preview.pages[0].absent == {"message"}
    assert recipient.code == sample_recipient("ja").code


def test_those_who_were_here_last_come_first_and_nobody_who_has_gone(database: Database) -> None:
    with database.write() as session:
        early, late, never, gone = (add_customer(session, name) for name in ("朝", "夕", "未", "去"))
        add_purchase(session, early, date(2026, 11, 1))
        add_purchase(session, late, date(2026, 11, 9))
        add_purchase(session, gone, date(2026, 11, 15))
        archive_customer(session, gone, now=NOW)
    with database.read() as session:
        assert people_to_show(session) == [late, early, never]


def test_a_shop_without_customers_looks_at_somebody_made_up(database: Database) -> None:
    with database.read() as session:
        view = design_view(session, "birthday", "ja", [], TODAY)
    assert (view.people, view.own_fields) == ((), ())
    assert view.row is not None


VIEW = DesignView(None, (), PrintSettings(), ShopFields(name="こもれび", person="田中", phone="03-0000-0000"), CodePress(), (), (), {})


def sample_job(template: Template, language: str) -> Card:
    return design_job(VIEW, template, language, NOW.date())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_of_the_templates_of_the_program_is_seen_with_somebody_made_up(language: str) -> None:
    for template in shipped_templates(language):
        preview = design_preview(template, sample_recipient(language), sample_job(template, language), WIDTH)
        assert preview.problems == ()
        assert not [name for page in preview.pages for name in page.absent if not name.startswith("writing")]


def test_a_field_of_the_shop_shows_its_name_in_somebody_made_up() -> None:
    template = with_element(CARD, "headline", text="{{犬の名前}}")
    recipient = sample_recipient("ja", ["犬の名前"])
    assert design_preview(template, recipient, sample_job(template, "ja"), WIDTH).problems == ()
    assert recipient.fields["犬の名前"] == "（犬の名前）"


def test_a_thumbnail_is_the_first_page_also_with_fields_nobody_knows() -> None:
    picture = thumbnail(with_element(CARD, "headline", text="{{犬の名前}} {{猫}}"), "ja", 120)
    assert (picture.width, picture.height) == (120, 178)
    assert picture != thumbnail(with_element(CARD, "headline", text=""), "ja", 120)
    assert thumbnail(replace(CARD, paper="?", elements=(replace(BAD, text="{{"),)), "ja", 120).width == 120


def test_a_thumbnail_has_no_bars_that_are_printed_only_when_they_are_chosen() -> None:
    bars = Element(ElementKind.BARCODE, "bars", Frame(10, 110, 75, 4))
    assert thumbnail(CARD.with_elements((*CARD.elements, bars)), "ja", 240) == thumbnail(CARD, "ja", 240)
    template = CARD.with_elements((*CARD.elements, bars))
    assert "bars" not in design_preview(template, sample_recipient("ja"), sample_job(template, "ja"), WIDTH).pages[0].absent


def test_no_card_for_mourning_is_seen_with_an_offer() -> None:
    coupon = replace(next(one for one in LETTER.elements if one.kind is ElementKind.COUPON), frame=Frame(10, 100, 80, 20))
    safe = CARD.with_elements((*CARD.elements, coupon))
    without = thumbnail(replace(CARD, mourning_safe=True), "ja", 120)
    assert thumbnail(replace(safe, mourning_safe=True), "ja", 120) == without
    assert thumbnail(safe, "ja", 120) != without
