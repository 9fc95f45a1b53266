"""A run that a campaign planned: its people, its template and its offer, and the run noted with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.measure_audience import PersonFacts
from app.domain.measures import MeasureChannel, MeasurePlan
from app.domain.offers import NO_OFFER, Offer, OfferKind
from app.domain.print_kinds import WorkKind
from app.models.database import Database
from app.queries.measures import measure_view
from app.services.measure_start import start_with
from app.services.measures import save_draft
from tests.factories import NOW, TODAY
from tests.gui.printing.conftest import Shown

OFFER = Offer(OfferKind.PERCENT, 10, words="カット 10%引き")


def campaign(database: Database, ids: list[int]) -> int:
    plan = MeasurePlan(name="秋のおかえり", channel=MeasureChannel.POSTCARD, card_key="maple", offer=OFFER, held_back=0)
    with database.write() as session:
        number = save_draft(session, None, plan, now=NOW).measure_id
        start_with(session, number, [PersonFacts(one) for one in ids], now=NOW, today=TODAY)
    return number


def test_what_was_planned_is_printed_and_noted_with_the_campaign(shown: Shown, ids: list[int], database: Database, tmp_path: Path) -> None:
    number = campaign(database, ids)
    planned = {"work": WorkKind.CARD, "template": "maple", "offer": OFFER, "measure_id": number}
    page = shown(customer_ids=ids, title="秋のおかえり", **planned)
    settings = page.settings_card.settings()
    template = page.settings_card.template()
    assert settings.offer == replace(OFFER, note=settings.offer.note) and template is not None and template.key == "maple"
    page.make_pdf(tmp_path / "cards.pdf")
    with database.read() as session:
        assert measure_view(session, number).run_id is not None


def test_an_offer_of_before_does_not_stand_on_a_campaign_without_one(shown: Shown, ids: list[int], database: Database) -> None:
    number = campaign(database, ids)
    page = shown(customer_ids=ids)
    page.settings_card.choose_offer(OFFER)
    page.open_with(customer_ids=ids, work=WorkKind.LETTER, template="", offer=NO_OFFER, measure_id=number)
    assert page.settings_card.kind is WorkKind.LETTER and page.settings_card.settings().offer == NO_OFFER
