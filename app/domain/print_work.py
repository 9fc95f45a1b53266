"""From what was chosen in the print workspace to the job that is printed, for each kind of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.cards import Calibration, Card, CardText
from app.domain.offers import NO_OFFER, OfferKind, OfferPiece, noted_on
from app.domain.print_kinds import WorkKind, occasion_place
from app.domain.print_runs import OF_ONE_OCCASION, PrintSettings
from app.domain.prints import PrintKind
from app.domain.shop import ShopFields
from app.domain.templates import ElementKind, Template, TemplateKind

OFFER_PIECES: Mapping[WorkKind, OfferPiece] = {
    WorkKind.LETTER: OfferPiece.LETTER,
    WorkKind.CARD: OfferPiece.POSTCARD,
    WorkKind.ENVELOPE: OfferPiece.LETTER,
    WorkKind.LABELS: OfferPiece.LETTER,
    WorkKind.PURSE: OfferPiece.CARD,
    WorkKind.SURVEY: OfferPiece.LETTER,
}
"""What the offer of each kind of work is brought on."""


def job_of(settings: PrintSettings, kind: WorkKind, template: Template | None, shop: ShopFields, language: str, day: date) -> Card:
    """`template`: the one of the kind; envelopes and labels have none."""
    if settings.offer.kind is not OfferKind.NONE:
        settings = replace(settings, offer=noted_on(settings.offer, language, OFFER_PIECES[kind]))
    usual = settings.card(shop, language, day) if template is None else settings.card_after(template, shop, language, day)
    if kind is WorkKind.CARD:
        return usual
    chosen = settings.kinds
    options = replace(
        usual.options,
        calibration=Calibration(*chosen.shift(kind)),
        start_at=chosen.starts.get(kind, 1),
        copies=chosen.copies.get(kind, 1),
    )
    if kind is WorkKind.ENVELOPE:
        options = replace(options, paper=chosen.envelope, blank_stock=chosen.envelope_boxes)
        return replace(usual, kind=PrintKind.ENVELOPE, text=CardText(), offer=NO_OFFER, options=options)
    if kind is WorkKind.LABELS:
        return replace(usual, kind=PrintKind.LABELS, text=CardText(), offer=NO_OFFER, options=replace(options, sheet=chosen.sheet_measures))
    if kind is WorkKind.LETTER:
        return replace(usual, kind=PrintKind.LETTER, options=options)
    options = replace(options, blank_stock=chosen.cut_marks)
    is_handed_on = template is not None and template.kind is TemplateKind.REFERRAL_CARD
    job = replace(usual, kind=PrintKind.REFERRAL_CARDS if is_handed_on else PrintKind.MEMBER_CARDS, options=options)
    return job if has_offer(template) else replace(job, text=CardText(), offer=NO_OFFER)


def addresses_on_postcards(settings: PrintSettings, shop: ShopFields, language: str, day: date) -> Card:
    """Addresses alone, each with a code of its own, where those of cards lie on the same stock."""
    return replace(settings.card(shop, language, day), kind=PrintKind.ENVELOPE, text=CardText(), offer=NO_OFFER)


def has_offer(template: Template | None) -> bool:
    """Whether an offer has a place on it."""
    return template is not None and any(one.kind is ElementKind.COUPON for one in template.elements)


def template_key_of(settings: PrintSettings, kind: WorkKind) -> str:
    """The one chosen last for the kind and, where the run is for one occasion, for that; empty when none was."""
    return settings.template_key if kind is WorkKind.CARD else settings.kinds.templates.get(_place(settings, kind), "")


def with_template(settings: PrintSettings, kind: WorkKind, key: str) -> PrintSettings:
    if kind is WorkKind.CARD:
        return settings.with_template(key)
    return replace(settings, kinds=replace(settings.kinds, templates={**settings.kinds.templates, _place(settings, kind): key}))


def _place(settings: PrintSettings, kind: WorkKind) -> str:
    is_of_occasion = kind is WorkKind.LETTER and settings.greeting in OF_ONE_OCCASION
    return occasion_place(kind, settings.greeting) if is_of_occasion else kind.value
