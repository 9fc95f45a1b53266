"""What a customer's page says of the campaigns he was in."""

from __future__ import annotations

from app.domain.measure_audience import PersonFacts
from app.domain.measures import Arm, MeasureChannel, MeasurePlan
from app.models.database import Database
from app.queries.measures import people_of
from app.services.measure_start import start_with
from app.services.measures import save_draft
from tests.factories import NOW, TODAY
from tests.fakes import NavigationSpy
from tests.gui.customers.conftest import Shown


def test_a_campaign_stands_among_what_was_sent_and_opens(
    shown: Shown, people: dict[str, int], database: Database, navigation: NavigationSpy
) -> None:
    plan = MeasurePlan(name="秋のお便り", channel=MeasureChannel.LIST)
    with database.write() as session:
        number = save_draft(session, None, plan, now=NOW).measure_id
        start_with(session, number, [PersonFacts(one) for one in people.values()], now=NOW, today=TODAY, seed=1)
        (sent, *_), (held, *_) = people_of(session, number, Arm.SENT), people_of(session, number, Arm.HELD)
    tab = shown(customer_id=sent).detail.sent
    (row,) = tab.list.rows()
    assert (row.title, row.detail) == ("秋のお便り", "Was in this campaign") and row.side_detail.startswith("until ")
    tab.list.activated_key.emit(row.key)
    assert navigation.shown[-1] == ("measures", {"measure_id": number})
    (row,) = shown(customer_id=held).detail.sent.list.rows()
    assert row.detail == "Was left out of it by lot, to compare with"
