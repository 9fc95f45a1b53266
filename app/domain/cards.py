"""The words of a card: who gets it, who sends it, what stands on it and how it is laid on the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import zip_longest

from app.domain.customers import CustomerFields
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.names import ORGANISATION_HONORIFIC, PERSON_HONORIFIC, addressee
from app.domain.offers import NO_OFFER, Offer, OfferKind
from app.domain.print_problems import CalibrationOutOfRange
from app.domain.prints import PrintKind
from app.domain.survey_jobs import SurveyJob
from app.domain.templates import ElementKind, Occasion, Template
from app.domain.text import collapse_spaces, is_japanese

FieldValue = str | int | date | None


class CardSide(StrEnum):
    MESSAGE = "message"
    ADDRESS = "address"
    BOTH = "both"


class Direction(StrEnum):
    """Of the address side."""

    VERTICAL = "vertical"
    HORIZONTAL = "horizontal"


class Typeface(StrEnum):
    MINCHO = "mincho"
    GOTHIC = "gothic"


class AddressNumerals(StrEnum):
    """How the numbers of an address stand in a vertical line."""

    KANJI = "kanji"
    ARABIC = "arabic"


class NumberJoint(StrEnum):
    """What a hyphen between two numbers becomes in a vertical line: 一ノ二 or 一ー二."""

    NO = "no"
    BAR = "bar"


class CardDesign(StrEnum):
    MAPLE = "maple"
    PLAIN = "plain"
    POINTS = "points"


CARD_DESIGN_LABELS: Mapping[CardDesign, str] = {
    CardDesign.MAPLE: QT_TRANSLATE_NOOP("Cards", "Autumn welcome (maple)"),
    CardDesign.PLAIN: QT_TRANSLATE_NOOP("Cards", "Plain letter (room to write)"),
    CardDesign.POINTS: QT_TRANSLATE_NOOP("Cards", "Notice of points that lapse"),
}
SIDE_LABELS: Mapping[CardSide, str] = {
    CardSide.BOTH: QT_TRANSLATE_NOOP("Cards", "Both sides"),
    CardSide.MESSAGE: QT_TRANSLATE_NOOP("Cards", "Message side only"),
    CardSide.ADDRESS: QT_TRANSLATE_NOOP("Cards", "Address side only"),
}
DIRECTION_LABELS: Mapping[Direction, str] = {
    Direction.VERTICAL: QT_TRANSLATE_NOOP("Cards", "Vertical"),
    Direction.HORIZONTAL: QT_TRANSLATE_NOOP("Cards", "Horizontal"),
}
TYPEFACE_LABELS: Mapping[Typeface, str] = {
    Typeface.MINCHO: QT_TRANSLATE_NOOP("Cards", "Mincho"),
    Typeface.GOTHIC: QT_TRANSLATE_NOOP("Cards", "Gothic"),
}
NUMERALS_LABELS: Mapping[AddressNumerals, str] = {
    AddressNumerals.KANJI: QT_TRANSLATE_NOOP("Cards", "Kanji numerals"),
    AddressNumerals.ARABIC: QT_TRANSLATE_NOOP("Cards", "Arabic numerals"),
}
JOINT_LABELS: Mapping[NumberJoint, str] = {
    NumberJoint.NO: QT_TRANSLATE_NOOP("Cards", "一ノ二"),
    NumberJoint.BAR: QT_TRANSLATE_NOOP("Cards", "一ー二"),
}

FIELD_NAMES: Mapping[str, str] = {
    "name": "氏名",
    "family_name": "姓",
    "given_name": "名",
    "kana": "ふりがな",
    "number": "お客様番号",
    "honorific": "敬称",
    "company": "会社名",
    "department": "部署",
    "role": "役職",
    "shop": "店名",
    "sender": "差出人",
    "phone": "電話",
    "note": "備考",
    "today": "日付",
    "last_visit": "前回来店日",
    "visits": "来店回数",
    "points": "ポイント",
    "lapse_points": "失効ポイント",
    "lapse_day": "ポイント有効期限",
    "staff": "担当",
    "birthday": "誕生日",
}
"""Merge field and its Japanese name; `{{name}}` and `{{氏名}}` mean the same."""

LARGEST_SHIFT_MM = 10.0
SMALLEST_SCALE = 98.0
LARGEST_SCALE = 102.0


@dataclass(frozen=True, slots=True)
class Sender:
    shop: str = ""
    name: str = ""
    postal_code: str = ""
    address: str = ""
    building: str = ""
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who a card is for. `key` is the customer's number; `code` the short code of the piece, as shown (empty: none is printed).

    `joint_names` stand beside the name; one without a blank is a given name. `joint_honorifics` are theirs, one by one; who has none there
    has that of any person. `message`: words for this one customer alone. `bars`: the post's customer barcode of the address, 67 digits
    (empty: there is none).
    """

    key: str = ""
    name: str = ""
    honorific: str = PERSON_HONORIFIC
    postal_code: str = ""
    address: str = ""
    building: str = ""
    company: str = ""
    department: str = ""
    role: str = ""
    joint_names: tuple[str, ...] = ()
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    code: str = ""
    message: str = ""
    bars: str = ""
    joint_honorifics: tuple[str, ...] = ()

    def named(self, *, with_joint: bool) -> tuple[tuple[str, str], ...]:
        """Everybody who is named, each with the own honorific; the addressee first."""
        joint = zip_longest(self.joint_names, self.joint_honorifics[: len(self.joint_names)], fillvalue=PERSON_HONORIFIC)
        return ((self.name, self.honorific), *(joint if with_joint else ()))


@dataclass(frozen=True, slots=True)
class CardText:
    """Words of the message side with merge fields; lines end with a line feed."""

    headline: str = ""
    salutation: str = "{{name}} {{honorific}}"
    body: str = ""
    offer: str = ""
    offer_note: str = ""
    signature: str = "{{shop}} {{sender}}\n{{phone}} {{note}}"


@dataclass(frozen=True, slots=True)
class Calibration:
    """How one printer and stock differ: shift in mm (right and down positive, as it is read), size in %, feed turned by 180°."""

    dx: float = 0.0
    dy: float = 0.0
    scale: float = 100.0
    rotated: bool = False

    def __post_init__(self) -> None:
        if not (abs(self.dx) <= LARGEST_SHIFT_MM and abs(self.dy) <= LARGEST_SHIFT_MM):
            raise CalibrationOutOfRange(field="dx" if abs(self.dx) > LARGEST_SHIFT_MM else "dy")
        if not SMALLEST_SCALE <= self.scale <= LARGEST_SCALE:
            raise CalibrationOutOfRange(field="scale")


@dataclass(frozen=True, slots=True)
class CardOptions:
    """`blank_stock`: the paper has no printed number boxes, so their frames are drawn. `paper`: name of the paper of addresses and
    envelopes. `sheet`: name of the label sheet, `start_at` its first free label (from 1), `copies` of each label or card.
    `postal_barcode`: the post's customer barcode stands with the address."""

    side: CardSide = CardSide.BOTH
    direction: Direction = Direction.VERTICAL
    typeface: Typeface = Typeface.MINCHO
    numerals: AddressNumerals = AddressNumerals.KANJI
    joint: NumberJoint = NumberJoint.NO
    print_joint_names: bool = False
    print_sender: bool = True
    blank_stock: bool = False
    handwriting_lines: bool = True
    calibration: Calibration = field(default_factory=Calibration)
    paper: str = "はがき"
    sheet: str = ""
    start_at: int = 1
    copies: int = 1
    postal_barcode: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is equal for all pieces of a run. `day` fills `{{today}}`; `offer` is what the words of the text promise.
    With a `template` that one is printed in place of `design` and `text`, with a `survey` its sheets. `was_printed`: it is frozen, and
    not judged by later rules."""

    design: CardDesign
    text: CardText
    sender: Sender
    options: CardOptions = field(default_factory=CardOptions)
    day: date | None = None
    offer: Offer = NO_OFFER
    template: Template | None = None
    kind: PrintKind = PrintKind.THANK_YOU
    was_printed: bool = False
    survey: SurveyJob | None = None


def is_addressed(job: Card) -> bool:
    """Whether an address stands on each piece, so that what is wrong with it counts."""
    if job.kind is PrintKind.THANK_YOU:
        return job.options.side is not CardSide.MESSAGE
    if job.kind is PrintKind.LETTER:
        return job.template is not None and any(one.kind is ElementKind.ADDRESSEE for one in job.template.elements)
    return job.kind in (PrintKind.ENVELOPE, PrintKind.LABELS)


def needs_address(job: Card) -> bool:
    """Whether each piece goes to an address: it stands there, or on the envelope that a letter goes in."""
    return is_addressed(job) or job.kind is PrintKind.LETTER


def offered(job: Card) -> Offer:
    """What stands on the piece as its offer: that of the run, else what is said in its place, which nobody counts."""
    return job.offer if job.offer.kind is not OfferKind.NONE else Offer(words=job.text.offer, note=job.text.offer_note)


def default_text(design: CardDesign, language: str) -> CardText:
    """A text to begin with, in the shop's language."""
    if not is_japanese(language):
        return _ENGLISH_TEXTS[design]
    return _JAPANESE_TEXTS[design]


def honorific_for(name: str, company: str, typed: str = "") -> str:
    """様 for a person, 御中 for a company without one; what was typed wins for a person."""
    person, firm = collapse_spaces(name), collapse_spaces(company)
    if person and person != firm:
        return typed if typed and typed != ORGANISATION_HONORIFIC else PERSON_HONORIFIC
    return ORGANISATION_HONORIFIC if firm else typed or PERSON_HONORIFIC


def recipient_from(
    customer: CustomerFields,
    *,
    fields: Mapping[str, FieldValue] | None = None,
    joint_names: tuple[str, ...] = (),
    code: str = "",
    bars: str = "",
) -> Recipient:
    """A recipient as the address side writes one; an honorific typed behind the name is taken apart from it."""
    is_firm = customer.kind == "company" and not customer.company
    lines = addressee(
        "" if is_firm else customer.name,
        honorific=customer.honorific,
        company=customer.name if is_firm else customer.company,
        department=customer.department,
        role=customer.role,
    )
    named = lines.name or lines.department or lines.company
    name, _, honorific = named.rpartition(" ")
    extra: dict[str, FieldValue] = {
        "kana": customer.kana,
        "family_name": customer.family_name,
        "given_name": customer.given_name,
        "staff": customer.staff,
        "birthday": str(customer.birthday) if customer.birthday else "",
    }
    return Recipient(
        key=customer.code,
        name=name,
        honorific=honorific,
        postal_code=customer.postal_code,
        address=f"{customer.prefecture}{customer.city}{customer.street}",
        building=customer.building,
        company=lines.company if named is not lines.company else "",
        department=lines.department if named is not lines.department else "",
        role=lines.role,
        joint_names=joint_names,
        fields=extra | dict(fields or {}),
        code=code,
        bars=bars,
    )


_JAPANESE_TEXTS: Mapping[CardDesign, CardText] = {
    CardDesign.MAPLE: CardText(
        headline="おかえりなさい。",
        body="{{前回来店日|date:M月}}にお越しいただいてから、少し間があきました。お変わりなくお過ごしでしょうか。\n"
        "木々の色づく季節です。またお顔を拝見できる日を、楽しみにお待ちしております。",
    ),
    CardDesign.PLAIN: CardText(
        headline="ありがとうございます",
        body="先日はお越しいただき、ありがとうございました。お会いしてお話しできたことを、うれしく思っております。",
    ),
    CardDesign.POINTS: CardText(
        headline="ポイントのお知らせ",
        body="いつもありがとうございます。\n"
        "お持ちの{{ポイント|number}}ポイントのうち、{{失効ポイント|number}}ポイントは{{ポイント有効期限|date:M月D日}}までお使いいただけます。\n"
        "お買い物やお支払いに、どうぞお役立てください。お待ちしております。",
    ),
}

_ENGLISH_TEXTS: Mapping[CardDesign, CardText] = {
    CardDesign.MAPLE: CardText(
        headline="Welcome back",
        salutation="Dear {{name}},",
        body="It has been a little while since we last saw you. The leaves are turning, and we would love to see you again. "
        "Please come by whenever it suits you.",
    ),
    CardDesign.PLAIN: CardText(
        headline="Thank you",
        salutation="Dear {{name}},",
        body="Thank you for your visit. It was a pleasure to see you and to talk with you.",
    ),
    CardDesign.POINTS: CardText(
        headline="About your points",
        salutation="Dear {{name}},",
        body="Thank you for coming to us.\n"
        "You have {{points|number}} points. {{lapse_points|number}} of them can be used up to and including {{lapse_day|date:D/M/YYYY}}.\n"
        "Please make good use of them. We look forward to seeing you.",
    ),
}


def speaks_of_nothing(job: Card, recipient: Recipient) -> bool:
    """Whether it says that points lapse to somebody of whom it is known that none do."""
    is_of_lapse = job.template is not None and job.template.occasion is Occasion.LAPSE
    return is_of_lapse and "lapse_points" in recipient.fields and not recipient.fields["lapse_points"]
