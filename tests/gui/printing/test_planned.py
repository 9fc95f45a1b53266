"""A run that a campaign planned: its people, its template and its offer, and the run noted with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.context import AppContext
from app.domain.follow_ups import FollowUpFields, FollowUpKind
from app.domain.measure_audience import PersonFacts
from app.domain.measures import MeasureChannel, MeasurePlan, MeasureTakenBack
from app.domain.offers import NO_OFFER, Offer, OfferKind
from app.domain.print_kinds import WorkKind
from app.jobs.job import JobControl
from app.models.database import Database
from app.models.records import PrintRun
from app.queries.day_plan import day_plan
from app.queries.measures import measure_view
from app.services.actions import undo
from app.services.follow_ups import add_follow_up
from app.services.measure_start import start_with
from app.services.measures import save_draft
from tests.factories import NOW, TODAY
from tests.fakes import MessageSpy
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


def test_nothing_is_printed_for_a_campaign_that_was_taken_back(
    shown: Shown, ids: list[int], database: Database, tmp_path: Path, messages: MessageSpy
) -> None:
    """Undone beside the page, before it has read anew."""
    number = campaign(database, ids)
    page = shown(customer_ids=ids, title="秋のおかえり", work=WorkKind.CARD, template="maple", offer=OFFER, measure_id=number)
    with database.write() as session:
        start = measure_view(session, number).action_id
        assert start is not None
        undo(session, start, now=NOW)
    page.make_pdf(tmp_path / "cards.pdf")
    assert isinstance(messages.errors[-1], MeasureTakenBack)
    with database.read() as session:
        assert session.scalars(select(PrintRun)).all() == []
    assert not (tmp_path / "cards.pdf").exists()


def test_a_run_of_a_campaign_is_left_when_it_is_taken_back(
    shown: Shown, ids: list[int], database: Database, context: AppContext, messages: MessageSpy
) -> None:
    number = campaign(database, ids)
    page = shown(customer_ids=ids, title="秋のおかえり", work=WorkKind.CARD, template="maple", offer=OFFER, measure_id=number)
    assert page.print_button.isVisible()

    def take_back(session: Session, _control: JobControl) -> None:
        start = measure_view(session, number).action_id
        assert start is not None
        undo(session, start, now=NOW)

    context.tasks.command(take_back, None, owner=context.settings)
    assert messages.toasts[-1][0].startswith("“秋のおかえり” was taken back, so nothing is printed for it.")
    assert not page.print_button.isVisible()
    assert page.places.currentWidget() is page.start


def test_planned_cards_are_done_with_the_run_and_keep_the_offer_at_hand(
    shown: Shown, ids: list[int], database: Database, tmp_path: Path
) -> None:
    fields = FollowUpFields(TODAY, FollowUpKind.CARD)
    with database.write() as session:
        numbers = [add_follow_up(session, one, fields, now=NOW, today=TODAY).follow_up_id for one in ids]
    page = shown(customer_ids=ids, title="お礼", work=WorkKind.CARD, template="maple", follow_up_ids=numbers)
    template = page.settings_card.template()
    assert page.settings_card.kind is WorkKind.CARD and template is not None and template.key == "maple"
    page.settings_card.choose_offer(OFFER)
    page.open_with(customer_ids=ids, title="お礼", work=WorkKind.CARD, follow_up_ids=numbers)
    assert page.settings_card.settings().offer.words == OFFER.words
    page.make_pdf(tmp_path / "cards.pdf")
    with database.read() as session:
        assert day_plan(session, TODAY).tasks == ()
        printed = session.scalars(select(PrintRun)).one().pieces
        assert len(day_plan(session, TODAY).done) == printed
