"""One of everything that can be printed, for short and long names: every template of both languages, envelopes, labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.cards import Card, CardDesign, CardOptions, CardText, Direction, FieldValue, Recipient
from app.domain.label_sheets import LABEL_SHEETS
from app.domain.offers import Offer, OfferKind
from app.domain.prints import PrintKind
from app.domain.survey_jobs import SurveyJob, places_of
from app.domain.survey_sheets import SheetChoice
from app.domain.templates import Template, TemplateKind
from app.printing.shipped import shipped_templates
from app.printing.survey_layout import lay_out
from tests.unit.printing_people import SENDER
from tests.unit.survey_samples import VISIT

TEMPLATES = [template for language in ("ja", "en") for template in shipped_templates(language)]
KINDS = {
    TemplateKind.CARD: PrintKind.THANK_YOU,
    TemplateKind.LETTER: PrintKind.LETTER,
    TemplateKind.MEMBER_CARD: PrintKind.MEMBER_CARDS,
    TemplateKind.REFERRAL_CARD: PrintKind.REFERRAL_CARDS,
}
ADDRESSED = ("はがき", "長形3号", "長形4号", "洋形2号", "洋形4号", "角形2号", "DL", "#10")
OWN_SHEETS = ("custom:A4,2x5,90x50,95x52,10x15", "custom:A4,3x9,60x30,65x31,8x8", "custom:Letter,5x12,38x21,40x22,8x8")
SHEETS = (*LABEL_SHEETS, *OWN_SHEETS)
FIELDS: dict[str, FieldValue] = {"last_visit": date(2026, 9, 3), "points": 1250, "lapse_points": 300, "lapse_day": date(2026, 12, 31)}
OFFER = Offer(OfferKind.PERCENT, 10, words="カット 10%引き", note="12月20日まで")
SHORT = Recipient("C1", "林 健", "様", "150-0001", "東京都渋谷区神宮前1-2-3", fields=FIELDS, code="K7M4-2QX")
RARE = Recipient(
    "C2", "髙﨑 𠮷德", "様", "064-0821", "北海道札幌市中央区北1条西28丁目3-22", "円山ハイツ105", fields=FIELDS, code="K7M4-2QX"
)
LONG = Recipient(
    "C3", "小比類巻 かほるこ", "様", "604-8571", "京都府京都市中京区寺町通御池上る上本能寺前町488番地",
    "グランドメゾン御所南ザ・レジデンス イーストタワー1203", fields=FIELDS, code="K7M4-2QX",
)  # fmt: skip
LATIN = Recipient("C4", "Maximilian Featherstone", "", "10115", "Invalidenstrasse 116, Berlin", fields=FIELDS, code="K7M4-2QX")
PEOPLE = (SHORT, RARE, LONG, LATIN)


def survey_job() -> SurveyJob:
    """Sheets with names, on A4."""
    laid = lay_out(VISIT, SheetChoice())
    return SurveyJob(1, 1, 1, places_of(laid.layout), VISIT, SheetChoice(), laid.layout.pages)


def job(kind: PrintKind, template: Template | None = None, **options: object) -> Card:
    chosen = CardOptions(**options)  # type: ignore[arg-type]
    card = Card(CardDesign.PLAIN, CardText(), SENDER, chosen, date(2026, 11, 22), OFFER, template=template, kind=kind)
    return replace(card, survey=survey_job()) if kind is PrintKind.SURVEY else card


def jobs() -> Mapping[str, Card]:
    """By a name of each."""
    found = {f"{one.language} {one.key}": job(KINDS[one.kind], one) for one in TEMPLATES}
    for paper in ADDRESSED:
        for direction in Direction:
            found[f"{paper} {direction.value}"] = job(PrintKind.ENVELOPE, paper=paper, direction=direction, blank_stock=True)
    return found | {f"labels {sheet}": job(PrintKind.LABELS, sheet=sheet) for sheet in SHEETS}
