"""What the designer begins with: a new element of each kind, and a new template that could be printed as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.templates import Align, Element, ElementFace, ElementKind, Frame, Slot, Template, TemplateKind
from app.domain.text import is_japanese

NEW_KEY = "own"

_FAINT = "#B8BFB4"
_ACCENT = "#3F6B55"
_PALE = "#F3F7F3"
_CODE = (14.7, 19.45)

# What is written into a template is in the language of the template, not in that of the window.
_NAMES: Mapping[ElementKind, tuple[str, str]] = {
    ElementKind.ART: ("挿絵", "Drawing"),
    ElementKind.TEXT: ("文章", "Text"),
    ElementKind.IMAGE: ("写真", "Picture"),
    ElementKind.RECTANGLE: ("四角", "Rectangle"),
    ElementKind.LINE: ("線", "Line"),
    ElementKind.COUPON: ("クーポン", "Coupon"),
    ElementKind.CODE: ("コード", "Code"),
    ElementKind.LINK: ("リンク", "Link"),
    ElementKind.BARCODE: ("カスタマバーコード", "Postal barcode"),
    ElementKind.WRITING: ("手書きの線", "Writing lines"),
    ElementKind.PERSONAL: ("ひとこと", "Personal words"),
    ElementKind.ADDRESSEE: ("宛名", "Address"),
}


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    title: str
    salutation: str
    body: str
    signature: str
    member: str
    person: str
    number: str
    referral: str


_JAPANESE = _Words(
    text="ここに文章を入力します。",
    title="ありがとうございます",
    salutation="{{氏名}} {{敬称}}",
    body="いつもありがとうございます。\nまたお目にかかれる日を、楽しみにしております。",
    signature="{{店名}}  {{差出人}}\n{{電話}}  {{備考}}",
    member="メンバーズカード",
    person="{{氏名}} {{敬称}}",
    number="お客様番号 {{お客様番号}}",
    referral="お友だちをご紹介ください。このカードをお持ちいただいた方を、心を込めてお迎えいたします。",
)
_ENGLISH = _Words(
    text="Type your words here.",
    title="Thank you",
    salutation="Dear {{name}},",
    body="Thank you for coming to us.\nWe look forward to seeing you again soon.",
    signature="{{shop}}  {{sender}}\n{{phone}}  {{note}}",
    member="Member's card",
    person="{{name}}",
    number="No. {{number}}",
    referral="Please hand this card to a friend. Whoever brings it along will be warmly welcomed.",
)


def called(kind: ElementKind, language: str) -> str:
    """What an element of the kind is called as long as nobody names it."""
    return _NAMES[kind][0 if is_japanese(language) else 1]


def begun(kind: ElementKind, language: str, paper: tuple[float, float]) -> Element:
    """A new element at the upper left corner, of a size that fits a paper of that size in mm."""
    width, height = paper
    sizes: Mapping[ElementKind, tuple[float, float]] = {
        ElementKind.ART: (40.0, 30.0),
        ElementKind.TEXT: (width * 0.6, 14.0),
        ElementKind.IMAGE: (40.0, 30.0),
        ElementKind.RECTANGLE: (40.0, 25.0),
        ElementKind.LINE: (width * 0.6, 0.0),
        ElementKind.COUPON: (min(width * 0.7, 116.0), 22.0),
        ElementKind.CODE: _CODE,
        ElementKind.LINK: (20.0, 20.0),
        ElementKind.BARCODE: (72.0, 3.6),
        ElementKind.WRITING: (width * 0.7, 36.0),
        ElementKind.PERSONAL: (width * 0.7, 24.0),
        ElementKind.ADDRESSEE: (min(width * 0.6, 85.0), 30.0),
    }
    size = sizes[kind]
    frame = Frame(0.0, 0.0, round(min(size[0], width), 1), round(min(size[1], height), 1))
    words = _words(language)
    name = called(kind, language)
    if kind is ElementKind.TEXT:
        return Element(kind, name, frame, text=words.text, align=Align.LEFT)
    if kind is ElementKind.COUPON:
        return _coupon(name, frame)
    if kind is ElementKind.RECTANGLE:
        return Element(kind, name, frame, stroke=_ACCENT)
    if kind is ElementKind.WRITING:
        return Element(kind, name, frame, stroke=_FAINT, line_width=0.22, dash=True)
    if kind is ElementKind.LINE:
        return Element(kind, name, frame, stroke=_ACCENT)
    return Element(kind, name, frame, art="sprig" if kind is ElementKind.ART else "", align=Align.LEFT)


def new_template(kind: TemplateKind, language: str, name: str, paper_name: str, paper: tuple[float, float]) -> Template:
    """A template of a name on a paper of that size in mm: heading, greeting, words, sender and code. Its key is not free."""
    if kind in (TemplateKind.MEMBER_CARD, TemplateKind.REFERRAL_CARD):
        elements = _of_purse(kind, _words(language), paper)
        return Template(NEW_KEY, language, kind, name, paper_name, elements)
    margin = round(min(paper) * 0.11)
    bottom = paper[1] - round(paper[1] * 0.06)
    inner = paper[0] - 2.0 * margin
    is_letter = kind is TemplateKind.LETTER
    continuation = Frame(margin, margin + 5.0, inner, bottom - margin - 15.0) if is_letter else None
    elements = _of_post(_words(language), margin, inner, bottom, is_letter=is_letter)
    return Template(NEW_KEY, language, kind, name, paper_name, elements, continuation=continuation)


def _words(language: str) -> _Words:
    return _JAPANESE if is_japanese(language) else _ENGLISH


def _coupon(name: str, frame: Frame) -> Element:
    return Element(
        ElementKind.COUPON, name, frame, size=17.0, colour=_ACCENT, fill=_PALE, stroke=_ACCENT, line_width=0.4, radius=2.0, dash=True
    )


def _of_post(words: _Words, margin: float, inner: float, bottom: float, *, is_letter: bool) -> tuple[Element, ...]:
    """A card or a letter: what is said from the top down, sender and code at the foot."""
    foot = round(bottom - _CODE[1], 2)
    body = margin + (32.0 if is_letter else 26.0)
    coupon = round(foot - 25.0, 2) if foot - body > 70 else foot
    low = round(coupon - 4.0 - body, 2)
    texts = (
        Element(
            ElementKind.TEXT, "headline", Frame(margin, margin, inner, 10.0), slot=Slot.HEADLINE, text=words.title, size=20.0,
            smallest=11.0, align=Align.LEFT, colour=_ACCENT, leading=1.3,
        ),
        Element(ElementKind.LINE, "rule", Frame(margin, margin + 12.0, inner, 0.0), stroke=_FAINT, line_width=0.3),
        Element(
            ElementKind.TEXT, "salutation", Frame(margin, margin + 16.0, inner, 14.0), slot=Slot.SALUTATION, text=words.salutation,
            size=12.5, align=Align.LEFT, leading=1.4,
        ),
        Element(
            ElementKind.TEXT, "body", Frame(margin, body, inner, low), slot=Slot.BODY, text=words.body, follows="salutation", gap=3.0,
            flows=is_letter,
        ),
        Element(ElementKind.PERSONAL, "message", Frame(margin, body, inner, low), follows="body", gap=3.0),
    )  # fmt: skip
    lines = Element(
        ElementKind.WRITING, "writing", Frame(margin, body, inner, low), follows="message", gap=1.0, stroke=_FAINT, line_width=0.22,
        dash=True,
    )  # fmt: skip
    offer = (_coupon("coupon", Frame(margin, coupon, inner, 20.0)),) if coupon < foot else ()
    signature = Element(
        ElementKind.TEXT, "signature", Frame(margin, foot + 1.0, inner - 20.0, _CODE[1] - 1.0), slot=Slot.SIGNATURE,
        text=words.signature, size=9.5, align=Align.LEFT, leading=1.5,
    )  # fmt: skip
    code = Element(ElementKind.CODE, "code", Frame(round(margin + inner - _CODE[0], 2), foot, *_CODE))
    return (*texts, *(() if is_letter else (lines,)), *offer, signature, code)


def _of_purse(kind: TemplateKind, words: _Words, paper: tuple[float, float]) -> tuple[Element, ...]:
    width, height = paper
    code = Element(ElementKind.CODE, "code", Frame(round(width - 21.5, 2), round(height - 26.0, 2), *_CODE))
    shop = Element(
        ElementKind.TEXT, "headline", Frame(7.0, 6.5, width - 14.0, 8.0), slot=Slot.HEADLINE, text="{{shop}}", size=15.0, align=Align.LEFT,
        colour=_ACCENT, leading=1.25,
    )  # fmt: skip
    edge = Element(ElementKind.RECTANGLE, "edge", Frame(3.5, 3.5, width - 7.0, height - 7.0), stroke=_ACCENT, line_width=0.25, radius=1.5)
    room = width - 32.0
    if kind is TemplateKind.REFERRAL_CARD:
        said = Element(
            ElementKind.TEXT, "body", Frame(7.0, 18.0, room, 20.0), slot=Slot.BODY, text=words.referral, size=9.5, align=Align.LEFT,
            leading=1.4,
        )  # fmt: skip
        lower: tuple[Element, ...] = (said,)
    else:
        title = Element(
            ElementKind.TEXT, "title", Frame(7.0, 14.5, room, 5.0), text=words.member, size=9.0, align=Align.LEFT, face=ElementFace.GOTHIC,
            colour=_ACCENT, leading=1.2,
        )  # fmt: skip
        person = Element(
            ElementKind.TEXT, "salutation", Frame(7.0, 23.0, room, 13.0), slot=Slot.SALUTATION, text=words.person, size=14.0,
            align=Align.LEFT, leading=1.25,
        )  # fmt: skip
        number = Element(
            ElementKind.TEXT, "number", Frame(7.0, 37.0, room, 5.0), text=words.number, size=9.0, align=Align.LEFT,
            face=ElementFace.GOTHIC, leading=1.2, when="number",
        )  # fmt: skip
        lower = (title, person, number)
    phone = Element(
        ElementKind.TEXT, "signature", Frame(7.0, height - 12.5, room, 8.5), slot=Slot.SIGNATURE, text="{{phone}}  {{note}}", size=9.0,
        align=Align.LEFT, leading=1.25,
    )  # fmt: skip
    return (edge, shop, *lower, phone, code)
