"""Templates to try the engine with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.cards import Card, CardDesign, CardOptions, CardText, Recipient, Sender
from app.domain.offers import Offer, OfferKind
from app.domain.prints import PrintKind
from app.domain.templates import Align, Element, ElementFace, ElementKind, Frame, Slot, Template, TemplateKind

SENDER = Sender("美容室 こもれび", "田中 美咲", "150-0001", "東京都渋谷区神宮前4-5-6", "欅ビル2階", "03-0000-1234", "火曜定休")
DAY = date(2026, 11, 20)
OFFER = Offer(OfferKind.PERCENT, 10, words="カット 10%引き", note="この手紙をお持ちください(12月20日まで)")
PERSON = Recipient(
    "C00012",
    "吉田 和子",
    "様",
    "150-0001",
    "東京都渋谷区神宮前1-2-3",
    "こもれびハイツ204",
    fields={"last_visit": date(2026, 8, 3), "points": 1234, "staff": "佐々木", "趣味": "登山"},
    code="JRME-PQN",
)
PARAGRAPH = (
    "　先日は{{last_visit|date:M月D日}}にお越しいただき、誠にありがとうございました。「{{staff|default:店長}}」もお会いできて"
    "喜んでおりました。ご自宅でのお手入れのご様子はいかがでしょうか。"
    "お気付きの点がございましたら、どうぞご遠慮なくお知らせください。"
)

LETTER = Template(
    "letter",
    "ja",
    TemplateKind.LETTER,
    "お礼状",
    "A4",
    (
        Element(ElementKind.ART, "art", Frame(0, 0, 210, 60), art="maple_band"),
        Element(ElementKind.ADDRESSEE, "addressee", Frame(22, 65, 80, 30), size=11),
        Element(ElementKind.TEXT, "day", Frame(140, 65, 48, 6), text="{{today|date:YYYY年M月D日}}", align=Align.RIGHT),
        Element(
            ElementKind.TEXT, "headline", Frame(22, 102, 166, 10), slot=Slot.HEADLINE, text="ありがとうございました", size=18,
            align=Align.CENTRE, face=ElementFace.BOLD, colour="#8E3410",
        ),
        Element(ElementKind.TEXT, "salutation", Frame(22, 118, 166, 8), slot=Slot.SALUTATION, text="{{氏名}} {{敬称}}", size=12.5),
        Element(
            ElementKind.TEXT, "body", Frame(22, 128, 166, 90), slot=Slot.BODY, follows="salutation", gap=2, flows=True, smallest=10,
            text="\n".join([PARAGRAPH] * 2),
        ),
        Element(ElementKind.TEXT, "closing", Frame(22, 130, 166, 105), follows="body", gap=3, align=Align.RIGHT, text="敬具"),
        Element(ElementKind.PERSONAL, "personal", Frame(22, 130, 166, 105), follows="closing", gap=4, face=ElementFace.GOTHIC),
        Element(
            ElementKind.COUPON, "coupon", Frame(22, 240, 120, 26), stroke="#B0470F", fill="#FDF3E6", radius=2, dash=True, size=18,
            text="{{family_name}}様だけに", colour="#B0470F",
        ),
        Element(
            ElementKind.TEXT, "signature", Frame(22, 270, 130, 18), slot=Slot.SIGNATURE, size=9.5, align=Align.LEFT,
            text="{{shop}} {{sender}}\n{{phone}} {{note}}",
        ),
        Element(ElementKind.CODE, "code", Frame(160, 245, 20, 22)),
    ),
    continuation=Frame(22, 25, 166, 230),
)  # fmt: skip

CARD = Template(
    "card",
    "ja",
    TemplateKind.CARD,
    "季節のはがき",
    "はがき",
    (
        Element(ElementKind.ART, "band", Frame(0, 0, 100, 41), art="maple_band"),
        Element(
            ElementKind.TEXT, "headline", Frame(12, 16, 76, 12), slot=Slot.HEADLINE, text="おかえりなさい。", size=22, align=Align.CENTRE,
            colour="#8E3410",
        ),
        Element(ElementKind.TEXT, "salutation", Frame(12, 48, 76, 7), slot=Slot.SALUTATION, text="{{name}} {{honorific}}", size=12),
        Element(
            ElementKind.TEXT, "body", Frame(12, 56, 76, 40), slot=Slot.BODY, size=11,
            text="{{前回来店日|date:M月}}にお越しいただいてから、少し間があきました。\n{{points|number}}ポイントをお持ちです。\nお待ちしております。",
        ),
        Element(ElementKind.WRITING, "lines", Frame(12, 60, 76, 56), follows="body", gap=1, dash=True, colour="#D9B48C"),
        Element(
            ElementKind.TEXT, "signature", Frame(12, 122, 56, 18), slot=Slot.SIGNATURE, size=9, align=Align.LEFT,
            text="{{shop}} {{sender}}\n{{phone}} {{note}}",
        ),
        Element(ElementKind.CODE, "code", Frame(74, 120, 14, 19)),
    ),
)  # fmt: skip


def job_of(template: Template, **changes: Any) -> Card:
    kind = PrintKind.LETTER if template.kind is TemplateKind.LETTER else PrintKind.THANK_YOU
    return replace(Card(CardDesign.PLAIN, CardText(), SENDER, CardOptions(), DAY, template=template, kind=kind), **changes)


def with_element(template: Template, name: str, **changes: Any) -> Template:
    """The template with one element changed."""
    return template.with_elements(replace(one, **changes) if one.name == name else one for one in template.elements)
