"""print: what is printed, as it was chosen in the window and as the options say instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from app.cli.call import Call
from app.domain.cards import Card, CardSide, Direction
from app.domain.label_sheets import find_called, label_sheet
from app.domain.offers import NO_OFFER
from app.domain.print_kinds import PieceOrder, WorkKind
from app.domain.print_profiles import profile_for, stock_of, with_calibration
from app.domain.print_runs import OF_ONE_OCCASION, PrintSettings
from app.domain.print_work import addresses_on_postcards, job_of, template_key_of, with_template
from app.domain.template_choice import chosen_row, find_row
from app.domain.templates import Template, TemplateKind, UnknownPaper
from app.domain.text import fold
from app.words import LANGUAGES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WORK: Mapping[str, WorkKind] = {
    "thank-you": WorkKind.CARD,
    "card": WorkKind.CARD,
    "letter": WorkKind.LETTER,
    "envelope": WorkKind.ENVELOPE,
    "labels": WorkKind.LABELS,
    "member-cards": WorkKind.PURSE,
    "referral-cards": WorkKind.PURSE,
}
_TEMPLATE_KINDS: Mapping[str, TemplateKind] = {
    "card": TemplateKind.CARD,
    "letter": TemplateKind.LETTER,
    "member-cards": TemplateKind.MEMBER_CARD,
    "referral-cards": TemplateKind.REFERRAL_CARD,
}


def chosen_job(call: Call, session: Session, settings: PrintSettings, day: date) -> tuple[PrintSettings, Card]:
    """The settings with what the options say, and the job the window makes of them. `settings`: as kept, for people like these.

    UnknownTemplate, UnknownPaper, ProfileUnknown, UnknownLabelSheet and the errors of a sheet's measures.
    """
    from app.queries.print_profiles import profiles
    from app.queries.shop import shop_fields

    given, shop = call.options, shop_fields(session)
    settings = _with_options(settings, given)
    kind = _WORK.get(given.what)
    if kind is None:
        job = addresses_on_postcards(settings, shop, call.language, day)
    else:
        template = _template(call, session, settings, day)
        if template is not None:
            settings = with_template(settings, kind, template.key)
        job = job_of(settings, kind, template, shop, call.language, day)
    if given.printer:
        job = with_calibration(job, profile_for(profiles(session), given.printer, stock_of(job)))
    return settings, job


def _with_options(settings: PrintSettings, given: Any) -> PrintSettings:
    if getattr(given, "side", None):
        settings = replace(settings, side=CardSide(given.side))
    if getattr(given, "direction", None):
        settings = replace(settings, direction=Direction(given.direction))
    if given.what != "thank-you" and not getattr(given, "offer", False):
        settings = replace(settings, offer=NO_OFFER)
    kinds = settings.kinds
    if getattr(given, "paper", None):
        kinds = replace(kinds, envelope=_paper(given.paper))
    sheet = getattr(given, "sheet", None) and (find_called(kinds.sheets, given.sheet) or label_sheet(given.sheet).name)
    if sheet and sheet != kinds.sheet:
        # Where the next free label is was said of the other sheet.
        kinds = replace(kinds, sheet=sheet, starts={**kinds.starts, WorkKind.LABELS.value: 1})
    if given.sort:
        kinds = replace(kinds, order=PieceOrder(given.sort))
    if getattr(given, "postal_barcode", False):
        kinds = replace(kinds, postal_barcode=True)
    if getattr(given, "start", None):
        kinds = replace(kinds, starts={**kinds.starts, _WORK[given.what].value: given.start})
    if getattr(given, "copies", None):
        kinds = replace(kinds, copies={**kinds.copies, _WORK[given.what].value: given.copies})
    return replace(settings, kinds=kinds)


def _template(call: Call, session: Session, settings: PrintSettings, day: date) -> Template | None:
    """The one asked for, else the one chosen last in the window; None for work that has none."""
    from app.queries.templates import template_called, templates_of

    what = call.options.what
    if what == "thank-you":
        row = chosen_row(templates_of(session, call.language), settings, WorkKind.CARD, day.month)
        return row.template if row else None
    kind = _TEMPLATE_KINDS.get(what)
    if kind is None:
        return None
    name = call.options.template
    if name is None:
        rows = templates_of(session, call.language, kind)
        if settings.greeting in OF_ONE_OCCASION:
            row = chosen_row(rows, settings, _WORK[what], day.month)
        else:
            row = find_row(rows, template_key_of(settings, _WORK[what]), kind.value)
        name = row.template.key if row else kind.value
    languages = (call.language, *(language for language in LANGUAGES if language != call.language))
    return template_called(session, name, languages, kind)


def _paper(name: str) -> str:
    from app.printing.address_plans import has_address_side
    from app.printing.geometry import PAPERS

    addressed = [paper.name for paper in PAPERS.values() if has_address_side(paper)]
    found = next((paper for paper in addressed if fold(paper) == fold(name)), None)
    if found is None:
        raise UnknownPaper(field="paper", paper=name, papers=", ".join(addressed))
    return found
