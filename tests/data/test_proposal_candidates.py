"""What could be proposed to whom: from real purchases, with the reason, and to nobody who is to be left in peace."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.inquiries import InquiryChannel, InquiryKind, InquiryState
from app.domain.products import ProductFields
from app.domain.proposal_rows import CandidateList, CandidatePeople
from app.domain.proposals import Decision, ProposalFields, ProposalKind, ProposalOutcome, ProposalSettings
from app.domain.purchases import LineFields
from app.models.database import Database
from app.models.inquiries import Inquiry
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.people import people_behind
from app.queries.proposal_candidates import candidates
from app.queries.sold_together import sold_together
from app.services import products, proposals
from app.services.customers import add_contact, mark_customer
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

PRICES = {"カット": 5000, "ヘッドスパ": 3000, "ワックス": 2000, "プレミアムカット": 8000, "剃り": 700}
GROUPS = {"カット": "カット", "プレミアムカット": "カット", "ヘッドスパ": "ケア", "ワックス": "店販", "剃り": "剃り"}


def buy(session: Session, customer: int, day: date, *names: str) -> int:
    lines = tuple(LineFields(name, "", GROUPS[name], Decimal(1), PRICES[name], 0, PRICES[name]) for name in names)
    return add_purchase(session, customer, day, lines=lines)


def a_shop(session: Session) -> None:
    """Of 40 who had a head spa, 20 take wax within 90 days; of 60 others who come as often, 3 do."""
    for number in range(100):
        customer = add_customer(session, f"お客様{number:03}")
        begin = TODAY - timedelta(days=400 + number % 30)
        buy(session, customer, begin, "ヘッドスパ" if number < 40 else "カット")
        second = "ワックス" if number < 20 or number in (50, 60, 70) else "カット"
        buy(session, customer, begin + timedelta(days=30), second)
        buy(session, customer, begin + timedelta(days=60), "カット")


def found(session: Session, **more: int) -> CandidateList:
    """As the pages do: asked again until the purchases are read."""
    while (answer := candidates(session, TODAY, **more)).read < 1.0:
        pass
    return answer


def test_who_bought_the_one_lately_and_never_the_other(database: Database) -> None:
    with database.write() as session:
        a_shop(session)
        yoshida, had_it, long_ago = (add_customer(session, name, code=name) for name in ("吉田", "高橋", "山本"))
        buy(session, yoshida, TODAY - timedelta(days=10), "ヘッドスパ")
        buy(session, had_it, TODAY - timedelta(days=40), "ワックス")
        buy(session, had_it, TODAY - timedelta(days=10), "ヘッドスパ")
        buy(session, long_ago, TODAY - timedelta(days=100), "ヘッドスパ")
        (one,) = found(session).rows
        assert (one.customer_id, one.customer_code, one.product, one.kind) == (yoshida, "吉田", "ワックス", ProposalKind.CROSS_SELL)
        assert (one.evidence.because, one.evidence.bought_on) == ("ヘッドスパ", TODAY - timedelta(days=10))
        assert (one.evidence.followed, one.evidence.buyers) == (20, 41)
        assert one.evidence.confidence == pytest.approx(20 / 41) and one.support == pytest.approx(20 / 103)
        assert one.evidence.usual < 10 and one.evidence.lift > 2
        assert people_behind(session, CandidatePeople(TODAY)) == [yoshida]
        assert [row.customer_id for row in found(session, customer_id=yoshida).rows] == [yoshida]
        assert found(session, customer_id=had_it).rows == ()


def test_what_is_bought_today_counts_at_once(database: Database) -> None:
    with database.write() as session:
        a_shop(session)
        newcomer, done = add_customer(session, "吉田"), add_customer(session, "高橋")
        buy(session, done, TODAY - timedelta(days=10), "ヘッドスパ")
    with database.read() as session:
        assert [row.customer_id for row in found(session).rows] == [done]
    with database.write() as session:
        buy(session, newcomer, TODAY, "ヘッドスパ")
        buy(session, done, TODAY, "ワックス")
    with database.read() as session:
        assert [row.customer_id for row in found(session).rows] == [newcomer]


def test_a_dearer_one_of_the_same_group_is_something_better(database: Database) -> None:
    with database.write() as session:
        for number in range(100):
            customer = add_customer(session, f"お客様{number:03}")
            begin = TODAY - timedelta(days=300)
            buy(session, customer, begin, "カット" if number < 40 else "ワックス")
            better = number < 20
            buy(session, customer, begin + timedelta(days=30), "プレミアムカット" if better else "ワックス")
        lately = add_customer(session, "吉田")
        buy(session, lately, TODAY - timedelta(days=5), "カット")
        (one,) = [row for row in found(session).rows if row.customer_id == lately]
        assert (one.product, one.kind) == ("プレミアムカット", ProposalKind.UP_SELL)


def test_nobody_who_is_to_be_left_in_peace(database: Database) -> None:
    with database.write() as session:
        a_shop(session)
        names = ("free", "no contact", "touched", "said no", "has one open", "complains")
        free, stopped, touched, said_no, has_one, complains = (add_customer(session, name) for name in names)
        for customer in (free, stopped, touched, said_no, has_one, complains):
            buy(session, customer, TODAY - timedelta(days=10), "ヘッドスパ")
        assert len(found(session).rows) == 6
        fields = ProposalFields(ProposalKind.CROSS_SELL, "ワックス")
        mark_customer(session, stopped, do_not_contact=True, now=NOW)
        add_contact(session, touched, ContactKind.PHONE, "お元気でした", day=TODAY, staff_id=None, now=NOW)
        number = proposals.add_proposal(session, said_no, fields, now=NOW, today=TODAY).proposal_id
        proposals.decide_proposal(session, number, Decision(ProposalOutcome.DECLINED), now=NOW, today=TODAY)
        proposals.add_proposal(session, has_one, fields, now=NOW, today=TODAY)
        session.add(
            Inquiry(
                kind=InquiryKind.COMPLAINT,
                state=InquiryState.OPEN,
                customer_id=complains,
                title="x",
                channel=InquiryChannel.COUNTER,
                received_at=NOW,
                created_at=NOW,
                updated_at=NOW,
            )
        )
        session.flush()
        assert [row.customer_id for row in found(session).rows] == [free]
        later = candidates(session, TODAY + timedelta(days=7))
        assert touched in [row.customer_id for row in later.rows] and said_no not in [row.customer_id for row in later.rows]


def test_what_somebody_said_yes_to_is_not_suggested_again(database: Database) -> None:
    with database.write() as session:
        a_shop(session)
        customer = add_customer(session, "吉田")
        buy(session, customer, TODAY - timedelta(days=10), "ヘッドスパ")
        (one,) = found(session).rows
        number = proposals.add_proposal(session, customer, one.fields(one.product, ""), now=NOW, today=TODAY).proposal_id
        day = TODAY - timedelta(days=30)
        proposals.decide_proposal(session, number, Decision(ProposalOutcome.ACCEPTED), now=NOW, today=day)
        assert found(session).rows == ()


def test_at_most_two_for_a_customer_the_best_first(database: Database) -> None:
    with database.write() as session:
        others = ("ワックス", "ヘッドスパ", "プレミアムカット")
        for number in range(240):
            customer = add_customer(session, f"お客様{number:03}")
            begin = TODAY - timedelta(days=300)
            buy(session, customer, begin, "カット" if number < 120 else "剃り")
            buy(session, customer, begin + timedelta(days=30), others[number % 3] if number < 120 else "剃り")
        one = add_customer(session, "吉田")
        buy(session, one, TODAY - timedelta(days=5), "カット")
        rows = [row for row in found(session).rows if row.customer_id == one]
        assert len(rows) == 2 and rows[0].score >= rows[1].score
        assert len({row.product for row in rows}) == 2


def test_what_was_given_back_and_former_products_count_for_nothing(database: Database) -> None:
    with database.write() as session:
        a_shop(session)
        customer = add_customer(session, "吉田")
        number = buy(session, customer, TODAY - timedelta(days=10), "ヘッドスパ", "カット")
        assert [row.customer_id for row in found(session).rows] == [customer]
        purchase = session.get_one(Purchase, number)
        spa = next(line for line in purchase.lines if line.product == "ヘッドスパ")
        refund_visit(
            session, number, (LineFields(spa.product, "", spa.product_group, Decimal(1), 3000, 0, 3000),), day=TODAY, now=NOW, today=TODAY
        )
        assert found(session).rows == ()


def test_a_product_that_is_not_sold_any_more_is_not_proposed(database: Database) -> None:
    with database.write() as session:
        a_shop(session)
        customer = add_customer(session, "吉田")
        buy(session, customer, TODAY - timedelta(days=10), "ヘッドスパ")
        number = products.add_product(session, ProductFields("ワックス", price=2400), now=NOW).product_id
        (row,) = found(session).rows
        assert (row.product_id, row.price) == (number, 2400)
        products.archive_product(session, number, now=NOW)
        assert found(session).rows == ()


def test_the_least_numbers_are_the_shops(database: Database) -> None:
    with database.write() as session:
        a_shop(session)
        customer = add_customer(session, "吉田")
        buy(session, customer, TODAY - timedelta(days=10), "ヘッドスパ")
        shop = session.query(Shop).one()
        shop.care = {"proposals": ProposalSettings(buyers=41).to_json()}
        session.flush()
        answer = found(session)
        assert answer.rows == () and answer.settings.buyers == 41 and answer.most_buyers >= 60
        shop.care = {"proposals": ProposalSettings(buyers=40).to_json()}
        session.flush()
        assert len(found(session).rows) == 1


def test_a_new_shop_says_what_there_is(database: Database) -> None:
    with database.write() as session:
        answer = found(session)
        assert (answer.rows, answer.count, answer.sold, answer.products, answer.most_buyers) == ((), 0, 0, 0, 0)


def test_read_in_portions_it_is_the_same(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.write() as session:
        a_shop(session)
        whole = sold_together(session, TODAY, ProposalSettings()).found
    monkeypatch.setattr("app.queries.sold_together.PORTION", 37)
    shares = []
    while True:
        with database.read() as session:
            so_far = sold_together(session, TODAY, ProposalSettings())
        shares.append(so_far.read)
        if so_far.found is not None:
            break
    assert whole is not None and so_far.found.pairs == whole.pairs and len(shares) > 8
    assert shares == sorted(shares)
    assert np.array_equal(so_far.found.bought.first, whole.bought.first)
