"""What the parts and the kinds of a template are called on the screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.templates import Align, Element, ElementFace, ElementKind, Occasion, Slot, Template, TemplateKind
from app.views.labels import label_of, translated
from app.views.moments import language

_CONTEXT = "TemplateWords"
_FIELD = re.compile(r"\{\{\s*([^|{}]*?)\s*(?:\|[^{}]*)?\}\}")

ELEMENT_WORDS: Mapping[ElementKind, str] = {
    ElementKind.TEXT: QT_TRANSLATE_NOOP("TemplateWords", "Text"),
    ElementKind.IMAGE: QT_TRANSLATE_NOOP("TemplateWords", "Picture"),
    ElementKind.ART: QT_TRANSLATE_NOOP("TemplateWords", "Drawing"),
    ElementKind.RECTANGLE: QT_TRANSLATE_NOOP("TemplateWords", "Rectangle"),
    ElementKind.LINE: QT_TRANSLATE_NOOP("TemplateWords", "Line"),
    ElementKind.COUPON: QT_TRANSLATE_NOOP("TemplateWords", "Coupon"),
    ElementKind.CODE: QT_TRANSLATE_NOOP("TemplateWords", "Code of the piece"),
    ElementKind.LINK: QT_TRANSLATE_NOOP("TemplateWords", "Link to a web page (QR)"),
    ElementKind.BARCODE: QT_TRANSLATE_NOOP("TemplateWords", "Bars of the post"),
    ElementKind.WRITING: QT_TRANSLATE_NOOP("TemplateWords", "Lines to write on"),
    ElementKind.PERSONAL: QT_TRANSLATE_NOOP("TemplateWords", "A word for this person"),
    ElementKind.ADDRESSEE: QT_TRANSLATE_NOOP("TemplateWords", "Addressee"),
}
"""In the order in which they are offered."""

ELEMENT_ICONS: Mapping[ElementKind, str] = {
    ElementKind.TEXT: "type",
    ElementKind.IMAGE: "image",
    ElementKind.ART: "shapes",
    ElementKind.RECTANGLE: "square",
    ElementKind.LINE: "minus",
    ElementKind.COUPON: "ticket",
    ElementKind.CODE: "qr-code",
    ElementKind.LINK: "globe",
    ElementKind.BARCODE: "barcode",
    ElementKind.WRITING: "pen-line",
    ElementKind.PERSONAL: "message-circle",
    ElementKind.ADDRESSEE: "mail",
}
SLOT_WORDS: Mapping[Slot, str] = {
    Slot.HEADLINE: QT_TRANSLATE_NOOP("TemplateWords", "Heading"),
    Slot.SALUTATION: QT_TRANSLATE_NOOP("TemplateWords", "Greeting"),
    Slot.BODY: QT_TRANSLATE_NOOP("TemplateWords", "Message"),
    Slot.SIGNATURE: QT_TRANSLATE_NOOP("TemplateWords", "Signature"),
}
ALIGN_WORDS: Mapping[Align, str] = {
    Align.LEFT: QT_TRANSLATE_NOOP("TemplateWords", "Left"),
    Align.CENTRE: QT_TRANSLATE_NOOP("TemplateWords", "Centre"),
    Align.RIGHT: QT_TRANSLATE_NOOP("TemplateWords", "Right"),
    Align.JUSTIFY: QT_TRANSLATE_NOOP("TemplateWords", "Even on both sides"),
}
FACE_WORDS: Mapping[ElementFace, str] = {
    ElementFace.RUN: QT_TRANSLATE_NOOP("TemplateWords", "As chosen when printing"),
    ElementFace.MINCHO: QT_TRANSLATE_NOOP("TemplateWords", "Mincho"),
    ElementFace.GOTHIC: QT_TRANSLATE_NOOP("TemplateWords", "Gothic"),
    ElementFace.BOLD: QT_TRANSLATE_NOOP("TemplateWords", "Gothic bold"),
}
KIND_WORDS: Mapping[TemplateKind, str] = {
    TemplateKind.CARD: QT_TRANSLATE_NOOP("TemplateWords", "Postcard"),
    TemplateKind.LETTER: QT_TRANSLATE_NOOP("TemplateWords", "Letter"),
    TemplateKind.MEMBER_CARD: QT_TRANSLATE_NOOP("TemplateWords", "Member card"),
    TemplateKind.REFERRAL_CARD: QT_TRANSLATE_NOOP("TemplateWords", "Introduction card"),
}
OCCASION_WORDS: Mapping[Occasion, str] = {
    Occasion.THANK_YOU: QT_TRANSLATE_NOOP("TemplateWords", "Thanks"),
    Occasion.SECOND_VISIT: QT_TRANSLATE_NOOP("TemplateWords", "Second visit"),
    Occasion.LONG_TIME: QT_TRANSLATE_NOOP("TemplateWords", "Not seen for a while"),
    Occasion.BIRTHDAY: QT_TRANSLATE_NOOP("TemplateWords", "Birthday"),
    Occasion.ANNIVERSARY: QT_TRANSLATE_NOOP("TemplateWords", "Anniversary"),
    Occasion.SEASON: QT_TRANSLATE_NOOP("TemplateWords", "Season's greeting"),
    Occasion.REFERRAL: QT_TRANSLATE_NOOP("TemplateWords", "Referral"),
    Occasion.LAPSE: QT_TRANSLATE_NOOP("TemplateWords", "Points that lapse"),
    Occasion.PLAIN: QT_TRANSLATE_NOOP("TemplateWords", "For any occasion"),
    Occasion.NOTICE: QT_TRANSLATE_NOOP("TemplateWords", "Notice"),
}
_PAPER_WORDS: Mapping[str, str] = {
    "はがき": QT_TRANSLATE_NOOP("TemplateWords", "Japanese postcard"),
    "名刺": QT_TRANSLATE_NOOP("TemplateWords", "Business card"),
}


def element_kind_word(kind: ElementKind) -> str:
    return label_of(kind, ELEMENT_WORDS, _CONTEXT)


def element_title(element: Element) -> str:
    """What a part is called: by what it is for, else by its kind."""
    return element_kind_word(element.kind) if element.slot is None else label_of(element.slot, SLOT_WORDS, _CONTEXT)


def excerpt(text: str, length: int = 18) -> str:
    """The first words of a text, on one line; of a merge field its name alone."""
    line = " ".join(_FIELD.sub(r"[\1]", text).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def element_titles(template: Template, page: int) -> dict[str, str]:
    """What each part of a page is called, by its name: a text by its words, and where two would be called the same, with a number."""
    parts = [one for one in template.elements if one.page == page]
    plain = {one.name: _plain_title(one) for one in parts}
    often, seen = Counter(plain.values()), Counter[str]()
    titles = {}
    for one in parts:
        title = plain[one.name]
        seen[title] += 1
        titles[one.name] = f"{title} {seen[title]}" if often[title] > 1 else title
    return titles


def _plain_title(element: Element) -> str:
    words = excerpt(element.text) if element.kind is ElementKind.TEXT and element.slot is None else ""
    return translated(_CONTEXT, QT_TRANSLATE_NOOP("TemplateWords", "“{words}”"), words=words) if words else element_title(element)


def align_word(align: Align) -> str:
    return label_of(align, ALIGN_WORDS, _CONTEXT)


def face_word(face: ElementFace) -> str:
    return label_of(face, FACE_WORDS, _CONTEXT)


def template_kind_word(kind: TemplateKind) -> str:
    return label_of(kind, KIND_WORDS, _CONTEXT)


def occasion_word(occasion: Occasion) -> str:
    return label_of(occasion, OCCASION_WORDS, _CONTEXT)


def paper_word(paper: str) -> str:
    """Papers have the names of the trade, which an English reader need not know."""
    return translated(_CONTEXT, _PAPER_WORDS[paper]) if language() == "en" and paper in _PAPER_WORDS else paper


def overlap_sentence(template: Template, name: str, other: str, *, is_code: bool) -> str:
    """What is wrong where a part lies on another that it keeps from being read."""
    page = next((one.page for one in template.elements if one.name == name), 0)
    titles = element_titles(template, page)
    code = QT_TRANSLATE_NOOP(
        "TemplateWords", "{part} and {other} lie on each other. Please leave white around {part}, or it cannot be read."
    )
    words = QT_TRANSLATE_NOOP(
        "TemplateWords", "{part} lies under {other} and cannot be read. Please move one of them, or bring it to the front."
    )
    return translated(_CONTEXT, code if is_code else words, part=titles.get(name, name), other=titles.get(other, other))
