"""Templates at work in the designer: for real people, with everything that could not be printed, and in small for the gallery."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain.cards import FIELD_NAMES, Card, CardText, FieldValue, Recipient
from app.domain.codes import ALPHABET, LENGTH, written
from app.domain.errors import DomainError
from app.domain.offers import OfferKind
from app.domain.postal_barcode import postal_barcode
from app.domain.print_kinds import TEMPLATES_OF, WorkKind
from app.domain.print_problems import UnknownField
from app.domain.print_runs import Candidate, CodePress, PrintSettings
from app.domain.print_work import job_of
from app.domain.shop import ShopFields
from app.domain.templates import Frame, Template, TemplateRow
from app.domain.text import is_japanese
from app.printing.art import ART
from app.printing.geometry import PAPERS, Box
from app.printing.preview import Picture
from app.printing.template_faults import faults_of
from app.printing.template_look import PageLook, look_at
from app.queries.codes import code_press
from app.queries.shop import print_settings, shop_fields
from app.queries.templates import find_template, people_to_show
from app.reports.card_runs import people_for

# As large as any code, and none that anybody has.
_ANY_CODE = written(ALPHABET[0] * LENGTH)
MOST_PEOPLE = 200
"""Of a larger run the first so many are enough to look at a template with."""
_SAMPLE_POSTCODE = "150-0001"


@dataclass(frozen=True, slots=True)
class DesignView:
    """`row` None: there is no such template. `people` to look at it with, none in a shop without customers; `own_fields`: the shop's own
    merge fields; `arts`: names of the drawings; `papers`: name and size in mm."""

    row: TemplateRow | None
    people: tuple[Candidate, ...]
    settings: PrintSettings
    shop: ShopFields
    press: CodePress
    own_fields: tuple[str, ...]
    arts: tuple[str, ...]
    papers: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class DesignPage:
    """`boxes`: the frame of every element of the page where it lies for this person, its top brought down below what it follows; also of
    those that are `absent`, of which nothing is drawn. `lines`: where the words of each stand. On a further page of a flowing text: its
    words. `words`: what the page says, for those who do not see it."""

    picture: Picture
    boxes: Mapping[str, Frame]
    absent: frozenset[str]
    words: str = ""
    lines: Mapping[str, tuple[Frame, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DesignProblem:
    """What stands against printing the template: `error`, with `overflow` that not all words of the element fit for this person, or with
    `under` that the element of that name keeps it from being read; `is_code`: it is squares or bars. `element` empty: it is the
    template's own."""

    element: str
    error: DomainError | None = None
    overflow: bool = False
    under: str = ""
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class DesignPreview:
    pages: tuple[DesignPage, ...]
    problems: tuple[DesignProblem, ...]


def design_view(session: Session, key: str, language: str, customer_ids: Sequence[int], today: date) -> DesignView:
    """A template with the people of a run; without any with those who were in the shop last."""
    row = find_template(session, key, language) if key else None
    people = tuple(people_for(session, customer_ids[:MOST_PEOPLE] or people_to_show(session), today))
    own_fields = tuple(name for name in people[0].recipient.fields if name not in FIELD_NAMES) if people else ()
    return DesignView(
        row,
        people,
        PrintSettings.from_json(print_settings(session)),
        shop_fields(session),
        code_press(session),
        own_fields,
        tuple(ART),
        {name: (paper.width, paper.height) for name, paper in PAPERS.items()},
    )


def design_preview(template: Template, recipient: Recipient, job: Card, width_px: int) -> DesignPreview:
    """All pages of a template for one person. What is wrong with it is told, and left out where it cannot be drawn; nothing is raised."""
    look = look_at(template, recipient, job, width_px, frozenset(recipient.fields))
    problems = [DesignProblem(fault.element, fault.error) for fault in look.faults]
    problems += [DesignProblem(name, overflow=True) for name in look.overflows]
    problems += [DesignProblem(one.element, under=one.other, is_code=one.is_code) for one in look.overlaps]
    return DesignPreview(tuple(_page(one) for one in look.pages), tuple(problems))


def sample_recipient(language: str, own_fields: Sequence[str] = ()) -> Recipient:
    """Somebody made up, about whom everything is known."""
    known: dict[str, FieldValue] = {
        "points": 1250,
        "visits": 8,
        "lapse_points": 300,
        "last_visit": date(2026, 9, 12),
        "lapse_day": date(2027, 3, 31),
    }
    own: dict[str, FieldValue] = {name: f"（{name}）" if is_japanese(language) else f"({name})" for name in own_fields}
    if not is_japanese(language):
        return Recipient(
            "C0001", "Emma Carter", "Ms", "SW1A 1AA", "12 Rose Lane, London", "", code=_ANY_CODE, bars=_sample_bars(),
            message="The tea you asked about is here.",
            fields=own | known | {"kana": "", "family_name": "Carter", "given_name": "Emma", "staff": "Alice", "birthday": "4 May"},
        )  # fmt: skip
    return Recipient(
        "C0001", "山田 花子", "様", _SAMPLE_POSTCODE, "東京都渋谷区神宮前1-2-3", "こもれびハイツ204号", code=_ANY_CODE,
        bars=_sample_bars(), message="先日お話しした新しいお茶が入りました。",
        fields=own | known | {"kana": "やまだ はなこ", "family_name": "山田", "given_name": "花子", "staff": "佐藤", "birthday": "5月4日"},
    )  # fmt: skip


def design_recipient(view: DesignView, candidate: Candidate) -> Recipient:
    """One of the people as a run addresses him, with a code that is none."""
    return view.settings.recipient(candidate, ALPHABET[0] * LENGTH)


def design_job(view: DesignView, template: Template, language: str, day: date) -> Card:
    """A run of this template; where none is chosen, with an offer and bars that show how they would stand."""
    kind = next(kind for kind, kinds in TEMPLATES_OF.items() if template.kind in kinds)
    job = job_of(view.settings, kind, template, view.shop, language, day)
    if job.offer.kind is OfferKind.NONE and not job.text.offer.strip():
        job = replace(job, text=_sample_offer(language, has_note=kind is not WorkKind.PURSE))
    return replace(job, options=replace(job.options, postal_barcode=True))


def thumbnail(template: Template, language: str, width_px: int) -> Picture:
    """The first page for somebody made up, as it is printed when nothing more is chosen; with an offer where one is in its place. Fields
    of the shop that are not known here stand with their names."""
    view = DesignView(None, (), PrintSettings(), _sample_shop(language), CodePress(), (), (), {})
    job = design_job(view, template, language, date(2026, 4, 1))
    text = CardText() if template.mourning_safe else job.text
    job = replace(job, text=text, options=replace(job.options, postal_barcode=False))
    known: list[str] = []
    while True:
        recipient = replace(sample_recipient(language, known), message="")
        unknown = [
            str(fault.error.values["name"])
            for fault in faults_of(template, frozenset(recipient.fields))
            if isinstance(fault.error, UnknownField)
        ]
        if not unknown or unknown[0] in known:
            return design_preview(template, recipient, job, width_px).pages[0].picture
        known += unknown


def _page(look: PageLook) -> DesignPage:
    lines = {name: tuple(map(_frame, boxes)) for name, boxes in look.lines.items()}
    return DesignPage(look.picture, {name: _frame(box) for name, box in look.boxes.items()}, look.absent, look.words, lines)


def _frame(box: Box) -> Frame:
    return Frame(*(round(number, 2) for number in (box.left, box.top, box.width, box.height)))


def _sample_bars() -> str:
    return postal_barcode(_SAMPLE_POSTCODE, "1-2-3").bars


def _sample_offer(language: str, *, has_note: bool) -> CardText:
    words, note = ("10%引き", "ご来店の際にお持ちください") if is_japanese(language) else ("10% off", "Please bring this with you")
    return CardText(offer=words, offer_note=note if has_note else "")


def _sample_shop(language: str) -> ShopFields:
    if is_japanese(language):
        return ShopFields(name="こもれび", person="田中", phone="03-0000-0000")
    return ShopFields(name="Sunlit Corner", person="Alice Green", phone="020 0000 0000")
