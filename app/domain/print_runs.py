"""A run of cards: who is asked for, what stands against each, what was chosen last, and what is kept of it afterwards."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from app.domain.cards import (
    LARGEST_SHIFT_MM,
    AddressNumerals,
    Calibration,
    Card,
    CardDesign,
    CardOptions,
    CardSide,
    CardText,
    Direction,
    Recipient,
    Sender,
    Typeface,
    default_text,
    is_addressed,
    needs_address,
    offered,
    speaks_of_nothing,
)
from app.domain.codes import piece_code, referral_code, written
from app.domain.households import ALONE, NOBODYS, Home, Sharing
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import PERSON_HONORIFIC
from app.domain.offers import NO_OFFER, Offer, OfferKind
from app.domain.print_cost import DEFAULT_RATES, PrintRates
from app.domain.print_kinds import KindChoices
from app.domain.print_problems import NOT_OVERRIDABLE, PROBLEM_SEVERITY, PrintError, PrintProblem, Severity
from app.domain.prints import PrintKind
from app.domain.run_changes import NOTHING_HAD, Had, Stop
from app.domain.shop import ShopFields
from app.domain.stored import as_mapping, is_member, is_number
from app.domain.templates import Slot, Template, TemplateRow
from app.domain.text import is_japanese

LATELY_DAYS = 30
"""Whoever came within so many days is thanked."""

ASKS_FIRST = frozenset({PrintProblem.DO_NOT_CONTACT, PrintProblem.NO_CONSENT, PrintProblem.DECEASED})
"""The customer's own word, and death: only one person at a time can be taken in against it, and only after a question."""

HONORIFICS = (PERSON_HONORIFIC, "さま", "先生", "殿")
YEN = "JPY"


class PrintGroup(StrEnum):
    """Ready-made groups to print for, besides the segments and chips."""

    REACH_OUT = "reach-out"
    BIRTHDAYS = "birthdays"
    NEWCOMERS = "newcomers"


GROUP_NAMES: Mapping[PrintGroup, str] = {
    PrintGroup.REACH_OUT: QT_TRANSLATE_NOOP("PrintGroups", "Customers to reach out to"),
    PrintGroup.BIRTHDAYS: QT_TRANSLATE_NOOP("PrintGroups", "Birthday this month"),
    PrintGroup.NEWCOMERS: QT_TRANSLATE_NOOP("PrintGroups", "Came for the first time lately"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a card was asked for. `place`: postcode and town in one line; `marks`: what the record, the log or another
    candidate says against it; `address_problems`: what is wrong with the address, of weight only when it is printed; `joint`: other
    customers of the household who share the piece, and how; `home`: what is known of the household; `had`: the cards of today;
    `piece`: the place in a run whose pieces these go with, 0 for no such run."""

    customer_id: int
    code: str
    name: str
    is_company: bool
    recipient: Recipient
    place: str = ""
    last_visit: date | None = None
    marks: tuple[PrintProblem, ...] = ()
    address_problems: tuple[PrintProblem, ...] = ()
    joint: tuple[int, ...] = ()
    sharing: Sharing = ALONE
    home: Home = NOBODYS
    had: Had = NOTHING_HAD
    piece: int = 0

    @property
    def key(self) -> int:
        """What tells it from the others asked for: of a run that is followed one customer may have two pieces."""
        return -self.piece or self.customer_id


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A candidate with everything found, most serious first."""

    candidate: Candidate
    problems: tuple[PrintProblem, ...] = ()

    @property
    def is_stopped(self) -> bool:
        """Left out unless the user takes the person in."""
        return any(PROBLEM_SEVERITY[problem] is Severity.BLOCKS for problem in self.problems)

    @property
    def asks_first(self) -> bool:
        return any(problem in ASKS_FIRST for problem in self.problems)

    @property
    def can_be_printed(self) -> bool:
        """False when there would be nothing to print."""
        return not any(problem in NOT_OVERRIDABLE for problem in self.problems)


def plan_line(candidate: Candidate, found: list[PrintProblem], card: Card, tolerated: Collection[PrintProblem] = ()) -> PlanLine:
    """`found`: the problems of the layout; `tolerated`: what is none for a piece of this kind."""
    wrong = candidate.address_problems if needs_address(card) else ()
    empty = (PrintProblem.NOTHING_LAPSES,) if speaks_of_nothing(card, candidate.recipient) else ()
    problems = dict.fromkeys(problem for problem in (*candidate.marks, *wrong, *found, *empty) if problem not in tolerated)
    if PrintProblem.NO_ADDRESS in problems:
        problems.pop(PrintProblem.NO_POSTCODE, None)
        if not is_addressed(card):
            # Nothing of it is printed, so the letter can be made to be handed over.
            problems = {PrintProblem.UNPOSTABLE if one is PrintProblem.NO_ADDRESS else one: None for one in problems}
    return PlanLine(candidate, tuple(sorted(problems, key=lambda problem: PROBLEM_SEVERITY[problem] is Severity.WARNS)))


class Greeting(StrEnum):
    """What a run says: thanks to those just here, that somebody was missed, that points lapse soon, good wishes, or to come again."""

    THANKS = "thanks"
    MISSED = "missed"
    LAPSE = "lapse"
    BIRTHDAY = "birthday"
    SECOND_VISIT = "second_visit"


OF_ONE_OCCASION = frozenset({Greeting.LAPSE, Greeting.BIRTHDAY, Greeting.SECOND_VISIT})
"""Said only where it is asked for; what was printed for something else does not fit."""


def greeting_for(people: Sequence[Candidate], today: date) -> Greeting:
    """THANKS when at least half of them came within LATELY_DAYS."""
    lately = sum(person.last_visit is not None and (today - person.last_visit).days < LATELY_DAYS for person in people)
    return Greeting.THANKS if people and 2 * lately >= len(people) else Greeting.MISSED


_DESIGNS: Mapping[Greeting, CardDesign] = {
    Greeting.THANKS: CardDesign.PLAIN,
    Greeting.MISSED: CardDesign.MAPLE,
    Greeting.LAPSE: CardDesign.POINTS,
    Greeting.BIRTHDAY: CardDesign.PLAIN,
    Greeting.SECOND_VISIT: CardDesign.PLAIN,
}


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What was chosen in the print workspace. `designs`: the one used last for each greeting; `greeting` is that of the run at
    hand and is not kept. `texts`: the words of each design that were changed; an `offer` has its own words.
    `chosen`: keys of the templates chosen since, by the name of the greeting; `kinds`: what is chosen for other work. dx, dy in mm."""

    designs: Mapping[Greeting, CardDesign] = field(default_factory=lambda: dict(_DESIGNS))
    greeting: Greeting = Greeting.MISSED
    texts: Mapping[CardDesign, CardText] = field(default_factory=dict)
    side: CardSide = CardSide.BOTH
    direction: Direction = Direction.VERTICAL
    typeface: Typeface = Typeface.MINCHO
    numerals: AddressNumerals = AddressNumerals.KANJI
    honorific: str = PERSON_HONORIFIC
    print_sender: bool = True
    print_joint_names: bool = True
    handwriting_lines: bool = True
    blank_stock: bool = False
    dx: float = 0.0
    dy: float = 0.0
    offer: Offer = NO_OFFER
    chosen: Mapping[str, str] = field(default_factory=dict)
    kinds: KindChoices = field(default_factory=KindChoices)

    @property
    def design(self) -> CardDesign:
        return self.designs[self.greeting]

    @property
    def template_key(self) -> str:
        """For the greeting at hand; designs of old are templates of the same name. Empty: none chosen for what no such design says."""
        is_new = self.greeting in (Greeting.BIRTHDAY, Greeting.SECOND_VISIT)
        return self.chosen.get(self.greeting) or ("" if is_new else self.design.value)

    def with_template(self, key: str) -> PrintSettings:
        return replace(self, chosen={**self.chosen, self.greeting.value: key})

    def with_design(self, design: CardDesign) -> PrintSettings:
        return replace(self, designs={**self.designs, self.greeting: design})

    def text(self, language: str) -> CardText:
        return self.texts.get(self.design) or default_text(self.design, language)

    def with_text(self, text: CardText, language: str) -> PrintSettings:
        """The text for the present design; what equals the ready-made one is not kept, so that it follows the language."""
        kept = {design: words for design, words in self.texts.items() if design is not self.design}
        if text != default_text(self.design, language):
            kept[self.design] = text
        return replace(self, texts=kept)

    def card(self, shop: ShopFields, language: str, day: date) -> Card:
        options = CardOptions(
            side=self.side,
            direction=self.direction,
            typeface=self.typeface,
            numerals=self.numerals,
            print_sender=self.print_sender,
            print_joint_names=self.print_joint_names,
            blank_stock=self.blank_stock,
            handwriting_lines=self.handwriting_lines,
            postal_barcode=self.kinds.postal_barcode,
            calibration=Calibration(self.dx, self.dy),
        )
        text = self.text(language)
        if self.offer.kind is not OfferKind.NONE:
            text = replace(text, offer=self.offer.words, offer_note=self.offer.note)
        return Card(self.design, text, sender_of(shop, language), options, day, self.offer)

    def card_after(self, template: Template, shop: ShopFields, language: str, day: date) -> Card:
        """As `card`, with the words of a template; what is said in place of an offer stays."""
        said = CardText(offer=self.text(language).offer, offer_note=self.text(language).offer_note)
        text = said if self.offer.kind is OfferKind.NONE else CardText()
        return replace(self.card(shop, language, day), text=text, template=template)

    def recipient(self, candidate: Candidate, code: str = "") -> Recipient:
        """The candidate as this run addresses him, with the code of his piece."""
        found = replace(candidate.recipient, code=written(code) if code else "")
        if not self.print_joint_names:
            found = replace(found, joint_names=(), joint_honorifics=())
        (_, own), *others = found.named(with_joint=True)
        return replace(found, honorific=self._usual(own), joint_honorifics=tuple(self._usual(one) for _, one in others))

    def _usual(self, honorific: str) -> str:
        return self.honorific if honorific == PERSON_HONORIFIC else honorific

    def to_json(self) -> dict[str, Any]:
        values: dict[str, Any] = {
            name: getattr(self, name).value if isinstance(getattr(self, name), StrEnum) else getattr(self, name)
            for name in self.__dataclass_fields__
            if name not in ("texts", "designs", "greeting", "offer", "chosen", "kinds")
        }
        designs = {greeting.value: design.value for greeting, design in self.designs.items()}
        texts = {design.value: asdict(words) for design, words in self.texts.items()}
        values |= {"designs": designs, "texts": texts, "offer": self.offer.to_json(), "chosen": dict(self.chosen)}
        return values | {"kinds": self.kinds.to_json()}

    @classmethod
    def from_json(cls, stored: object) -> PrintSettings:
        """What was stored, as far as it is understood; the rest as in a new shop."""
        found = as_mapping(stored)
        kinds: dict[str, type[StrEnum]] = {
            "side": CardSide, "direction": Direction, "typeface": Typeface, "numerals": AddressNumerals,
        }  # fmt: skip
        values: dict[str, Any] = {name: kind(found[name]) for name, kind in kinds.items() if is_member(kind, found.get(name))}
        values |= {name: found[name] for name in _SWITCHES if isinstance(found.get(name), bool)}
        values |= {name: float(found[name]) for name in ("dx", "dy") if _is_shift(found.get(name))}
        if found.get("honorific") in HONORIFICS:
            values["honorific"] = found["honorific"]
        offer = Offer.from_json(found.get("offer"))
        values |= {"designs": _designs(found.get("designs")), "texts": _texts(found.get("texts"))}
        return cls(**values, offer=offer, chosen=_keys(found.get("chosen")), kinds=KindChoices.from_json(found.get("kinds")))


_SWITCHES = ("print_sender", "print_joint_names", "handwriting_lines", "blank_stock")


def _is_shift(value: object) -> bool:
    return is_number(value) and abs(value) <= LARGEST_SHIFT_MM


def _designs(stored: object) -> dict[Greeting, CardDesign]:
    given = as_mapping(stored)
    return {
        greeting: CardDesign(given[greeting.value]) if is_member(CardDesign, given.get(greeting.value)) else usual
        for greeting, usual in _DESIGNS.items()
    }


def _keys(stored: object) -> dict[str, str]:
    return {name: key for name, key in as_mapping(stored).items() if isinstance(key, str) and key}


def _texts(stored: object) -> dict[CardDesign, CardText]:
    known = CardText.__dataclass_fields__
    return {
        CardDesign(design): CardText(**{name: value for name, value in words.items() if name in known and isinstance(value, str)})
        for design, words in as_mapping(stored).items()
        if is_member(CardDesign, design) and isinstance(words, Mapping)
    }


_WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")


def sender_of(shop: ShopFields, language: str) -> Sender:
    closed = sorted(set(shop.closed_weekdays))
    if is_japanese(language):
        note = "・".join("月火水木金土日"[day] for day in closed) + "曜定休" if closed else ""
    else:
        note = "Closed on " + ", ".join(_WEEKDAYS[day] for day in closed) if closed else ""
    return Sender(shop.name, shop.person, shop.postal_code, f"{shop.prefecture}{shop.city}{shop.street}", shop.building, shop.phone, note)


def run_title(card: Card) -> str:
    """What a customer's timeline calls the piece: its headline; empty when that is made of merge fields and no template names it."""
    if card.survey is not None:
        return card.survey.title
    headline = card.text.headline if card.template is None else card.template.text_of(Slot.HEADLINE)
    if "{{" in headline or not headline.strip():
        return card.template.name if card.template else ""
    return headline.strip().replace("\n", " ")


@lru_cache(maxsize=8)
def card_key(card: Card) -> str:
    """Says which piece it is: the same words with the same offer on the same day, of envelopes and labels the same paper. How it lies on
    the paper makes no other."""
    said: dict[str, Any] = {"kind": card.kind, "day": card.day.isoformat() if card.day else ""}
    # Nothing else is said on these, and each of another size is for something else.
    if card.survey is not None:
        said["survey"] = [card.survey.asked, card.survey.is_named]
    elif card.kind is PrintKind.ENVELOPE:
        said["paper"] = card.options.paper
    elif card.kind is PrintKind.LABELS:
        said["sheet"] = card.options.sheet
    if card.template is None:
        said |= {"design": card.design, "text": asdict(card.text)}
    else:
        said["template"] = card.template.to_json()
        free = offered(card)
        if card.offer.kind is OfferKind.NONE and (free.words or free.note):
            said["words"] = [free.words, free.note]
    return hashlib.sha256(json.dumps(said | {"offer": card.offer.to_json()}, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class CodePress:
    """Makes the codes of pieces, the same in every copy of a shop: a piece is a card for a customer, however often it is printed."""

    secret: bytes = field(default=b"", repr=False)

    def code(self, card: Card, customer_id: int, taken: Collection[str] = ()) -> str:
        """None of those `taken` by other pieces; empty for a card whose message side is not printed. On cards to be handed on to friends
        the personal code, which counts for each friend."""
        if card.kind is PrintKind.REFERRAL_CARDS:
            return referral_code(self.secret, customer_id)
        if card.kind is PrintKind.THANK_YOU and card.options.side is CardSide.ADDRESS:
            return ""
        return piece_code(self.secret, f"{card_key(card)}:{customer_id}", taken)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a run with its code. `is_overridden`: printed although something stood against it. `recipient` as printed; `joint`:
    others of the household who share the piece."""

    customer_id: int
    is_overridden: bool = False
    code: str = ""
    recipient: Recipient | None = None
    joint: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody asked for who gets none; `problem` None: taken out by hand."""

    customer_id: int
    problem: PrintProblem | None = None


def left_out_of(lines: Iterable[PlanLine]) -> tuple[LeftOut, ...]:
    """The lines that are not printed, each with the most serious thing against it."""
    return tuple(LeftOut(line.candidate.customer_id, line.problems[0] if line.is_stopped else None) for line in lines)


@dataclass(frozen=True, slots=True)
class FrozenRun:
    """A run as it was printed. `occasion`: for whom, in the user's words; `cost` in minor units, None: by the shop's rates. `follows`: the
    run whose pieces these go with, under the same codes; 0: none. `follow_ups`: planned ones that are done with it."""

    card: Card
    pieces: tuple[Piece, ...]
    document: bytes
    cost: int | None = None
    occasion: str = ""
    left_out: tuple[LeftOut, ...] = ()
    follows: int = 0
    follow_ups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """`is_again`: this run was recorded before, `document` is what was kept of it. `action_id`: what takes it back, or None."""

    run_id: int
    action_id: int | None
    pieces: int
    document: bytes = b""
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class PrintRunRow:
    """A line of the print log; `coded` of its pieces carry a code, and `used` of those were brought. `action_id`: what takes the record
    of sending back, if that is still possible. `unsent` of the pieces did not come out, `returned` came back by post; `left_out` people
    asked for got none. `next_position`: of the first piece that did not come out, else 0. `has_people`, `has_document`: whether those
    were kept; of runs of old not. `follows`: the run whose pieces these go with, else 0. `stock`: the paper or label sheet."""

    id: int
    at: datetime
    day: date
    title: str
    occasion: str
    pieces: int
    cost: int
    action_id: int | None
    coded: int = 0
    used: int = 0
    kind: PrintKind = PrintKind.THANK_YOU
    unsent: int = 0
    returned: int = 0
    left_out: int = 0
    file_hash: str = ""
    next_position: int = 0
    follows: int = 0
    has_people: bool = True
    has_document: bool = True
    stock: str = ""


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A run with pieces that did not come out; `next_position` is the first of them."""

    id: int
    day: date
    title: str
    occasion: str
    kind: PrintKind
    pieces: int
    unsent: int
    next_position: int


@dataclass(frozen=True, slots=True)
class RestOfRun:
    """What is left of a run: the job and the people as frozen, with their places in the run. `stops`: what has come up since against
    other pieces that were left, `stopped` in number."""

    run_id: int
    card: Card
    recipients: tuple[Recipient, ...]
    positions: tuple[int, ...]
    stops: tuple[Stop, ...] = ()
    stopped: int = 0


@dataclass(frozen=True, slots=True)
class PrintView:
    """What the print workspace shows. `counts` and `log` are for choosing whom to print for, `products` for what an offer is."""

    shop: ShopFields
    settings: PrintSettings
    people: tuple[Candidate, ...]
    counts: Mapping[PrintGroup, int]
    log: tuple[PrintRunRow, ...]
    press: CodePress = CodePress()
    products: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    rates: PrintRates = DEFAULT_RATES
    templates: tuple[TemplateRow, ...] = ()


class NobodyCoded(PrintError):
    """`code` belongs to nobody."""

    sentence = QT_TRANSLATE_NOOP("Errors", "There is no customer with the number {code}. Nothing was printed.")


class DocumentGone(PrintError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The pages of this run are no longer kept. Nothing was printed.")


class RunGone(PrintError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This print run is not there any more. Nothing was changed.")
