"""From people to printed cards: the check list, the pages, and sample cards to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from sqlalchemy.orm import Session

from app.domain.cards import Card, CardDesign, CardSide, Direction, Recipient, is_addressed, offered
from app.domain.codes import ALPHABET, LENGTH
from app.domain.print_problems import PROBLEM_SEVERITY, PrintProblem, Severity
from app.domain.print_runs import (
    Candidate,
    FrozenRun,
    Greeting,
    Piece,
    PlanLine,
    PrintGroup,
    PrintSettings,
    PrintView,
    card_key,
    greeting_for,
    left_out_of,
    plan_line,
)
from app.domain.prints import PrintKind
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.shared_pieces import settled, shared_for, tolerated_by, unnamed
from app.domain.shop import ShopFields
from app.exchange.postal import PostalTable
from app.paths import resource
from app.printing.checks import check_recipient
from app.printing.house import PlacedField, render
from app.printing.preview import Faces, preview_faces
from app.printing.salutations import greeting_of, greeting_values
from app.printing.template_read import compile_template_page
from app.printing.thank_you import merge_values, read_words
from app.queries.codes import code_press, codes_for
from app.queries.print_rates import print_rates
from app.queries.prints import candidates, group_counts, group_ids, sold_names
from app.queries.prints_log import log_to_work_on
from app.queries.shop import print_settings, shop_fields
from app.queries.templates import templates_of
from app.services.prints import save_document

SAMPLE_CARDS = 6
# As large as any code: what fits with it fits with each.
_ANY_CODE = ALPHABET[0] * LENGTH


@dataclass(frozen=True, slots=True)
class CardPreview:
    """Both faces as pictures, and what they say in words, for those who do not see them."""

    faces: Faces
    words: str


@dataclass(frozen=True, slots=True)
class MadeRun:
    """A run with the number of its pages and, if it was asked for, where everything lies on them."""

    run: FrozenRun
    pages: int
    placed: tuple[PlacedField, ...]


@cache
def postal_table() -> PostalTable:
    return PostalTable.load(resource("data", "postal", "postal.bin"))


def people_for(session: Session, customer_ids: Iterable[int], today: date) -> list[Candidate]:
    """Everybody asked for, with what the records and the postal table say."""
    return candidates(session, customer_ids, today, postal_table())


def kept_settings(session: Session, people: Sequence[Candidate], today: date, greeting: Greeting | None = None) -> PrintSettings:
    """What was chosen last for people like these."""
    return replace(PrintSettings.from_json(print_settings(session)), greeting=greeting or greeting_for(people, today))


def print_view(
    session: Session, asked: Sequence[int] | PrintGroup, today: date, greeting: Greeting | None = None, language: str = "ja"
) -> PrintView:
    """The workspace for these people, or for a ready-made group as it is today; `greeting` None: what fits them."""
    ids = group_ids(session, asked, today) if isinstance(asked, PrintGroup) else asked
    people = people_for(session, ids, today)
    products, groups = sold_names(session)
    return PrintView(
        shop_fields(session),
        kept_settings(session, people, today, greeting),
        tuple(people),
        group_counts(session, today),
        tuple(log_to_work_on(session)),
        code_press(session),
        products,
        groups,
        print_rates(session),
        templates_of(session, language),
    )


def preview(recipient: Recipient, card: Card, width_px: int) -> CardPreview:
    """One card to look at. UnknownField, TemplateBroken, TemplateUnfit."""
    return CardPreview(preview_faces(recipient, card, width_px), words_of(recipient, card))


def words_of(recipient: Recipient, card: Card) -> str:
    """What a piece says, line by line."""
    said = [recipient.postal_code, recipient.address, recipient.building] if is_addressed(card) else []
    said += [f"{recipient.name} {recipient.honorific}", *_texts_of(recipient, card), recipient.message, recipient.code]
    return "\n".join(text for text in said if text.strip())


def _texts_of(recipient: Recipient, card: Card) -> list[str]:
    if card.kind in (PrintKind.ENVELOPE, PrintKind.LABELS):
        return []
    own_fields = frozenset(recipient.fields)
    values = merge_values(recipient, card)
    if card.template is not None:
        pages = compile_template_page(card.template, own_fields)
        greeting, all_named = greeting_of(pages, card), greeting_values(values, recipient, card, card.template.language)
        said = [one.text.merged(all_named if one.element.name == greeting else values) for one in pages.elements]
        return [*said, offered(card).words, offered(card).note]
    texts = read_words(card, own_fields)
    return [text.merged(values) for text in (texts.headline, texts.salutation, texts.body, texts.offer, texts.offer_note, texts.signature)]


def check_list(people: Sequence[Candidate], settings: PrintSettings, card: Card, progress: Progress = NO_PROGRESS) -> tuple[PlanLine, ...]:
    """Each with everything that stands against his card. UnknownField, TemplateBroken, OfferOutOfRange, OfferOver, Cancelled."""
    if card.day is not None:
        card.offer.checked(card.day)
    checked: dict[int, PlanLine] = {}
    missed: set[int] = set()
    shared = shared_for(people, card)
    while True:
        for done, person in enumerate(shared):
            progress.advance(done, len(shared))
            known = checked.get(person.customer_id)
            if known is None or known.candidate.sharing != person.sharing or known.candidate.marks != person.marks:
                checked[person.customer_id] = _checked_line(person, settings, card)
        # Where the card of a household cannot be printed, the next of it is addressed.
        found = {person.customer_id for person in shared if person.joint and checked[person.customer_id].is_stopped}
        if found <= missed:
            break
        missed |= found
        shared = shared_for(people, card, missed)
    progress.advance(len(people), len(people))
    return _without_seconds([checked[person.customer_id] for person in people], card)


def _without_seconds(lines: Sequence[PlanLine], card: Card) -> tuple[PlanLine, ...]:
    """Whoever got the very card today is left out where somebody did not; asked for alone, the same is printed again."""
    key = card_key(card)
    if all(line.is_stopped or key in line.candidate.had.any_run for line in lines):
        return tuple(lines)
    return tuple(
        replace(line, problems=(PrintProblem.HAS_IT, *line.problems))
        if key in line.candidate.had.any_run and PrintProblem.HAS_IT not in line.problems
        else line
        for line in lines
    )


def _checked_line(person: Candidate, settings: PrintSettings, card: Card) -> PlanLine:
    code = "" if card.kind is PrintKind.THANK_YOU and card.options.side is CardSide.ADDRESS else _ANY_CODE
    found = check_recipient(settings.recipient(person, code), card)
    stops = any(PROBLEM_SEVERITY[problem] is Severity.BLOCKS for problem in found)
    if stops and person.recipient.joint_names and settings.print_joint_names:
        # Names beside the addressee are no reason not to write to the household.
        alone = unnamed(person)
        without_names = check_recipient(settings.recipient(alone, code), card)
        if without_names != found:
            person, found = alone, without_names
    if card_key(card) in person.had.cut_run:
        found = [PrintProblem.HAS_IT, *found]
    return plan_line(person, found, card, tolerated_by(card))


def print_run(
    lines: Sequence[PlanLine],
    settings: PrintSettings,
    shop: ShopFields,
    card: Card,
    *,
    codes: Mapping[int, str],
    occasion: str = "",
    left_out: Sequence[PlanLine] = (),
    progress: Progress = NO_PROGRESS,
) -> FrozenRun:
    """As `made_run`, without where everything lies."""
    return made_run(lines, settings, card, codes=codes, occasion=occasion, left_out=left_out, progress=progress).run


def made_run(
    lines: Sequence[PlanLine],
    settings: PrintSettings,
    card: Card,
    *,
    codes: Mapping[int, str],
    occasion: str = "",
    left_out: Sequence[PlanLine] = (),
    notes_places: bool = False,
    progress: Progress = NO_PROGRESS,
) -> MadeRun:
    """The pages for exactly these lines, with the codes that `codes_for` drew; `left_out` get none. `notes_places`: where everything
    lies is asked for.

    NothingToPrint, UnknownField, TemplateBroken, TemplateUnfit, Cancelled.
    """
    people = settled([line.candidate for line in lines])
    recipients: list[Recipient] = [settings.recipient(person, codes[person.customer_id]) for person in people]
    made = render(recipients, card, progress, notes_places=notes_places)
    pieces = tuple(
        Piece(person.customer_id, line.is_stopped, codes[person.customer_id], recipient, person.joint)
        for person, line, recipient in zip(people, lines, recipients, strict=True)
    )
    run = FrozenRun(card, pieces, made.document, occasion=occasion, left_out=left_out_of(left_out))
    return MadeRun(run, made.pages, made.placed)


def sample_pdfs(session: Session, folder: Path, today: date, language: str = "ja") -> list[Path]:
    """Both designs, with vertical and horizontal addresses, for the first of those to reach out to; nothing is recorded."""
    shop = shop_fields(session)
    people = people_for(session, group_ids(session, PrintGroup.REACH_OUT, today), today)
    chosen = PrintSettings.from_json(print_settings(session))
    written = []
    for design in CardDesign:
        for direction in Direction:
            settings = replace(chosen.with_design(design), direction=direction, blank_stock=True)
            card = settings.card(shop, language, today)
            lines = [line for line in check_list(people[: SAMPLE_CARDS * 3], settings, card) if not line.is_stopped]
            path = folder / f"thank-you-{design}-{direction}.pdf"
            shown = lines[:SAMPLE_CARDS]
            codes = codes_for(session, card, (line.candidate.customer_id for line in shown))
            save_document(path, print_run(shown, settings, shop, card, codes=codes).document)
            written.append(path)
    return written
