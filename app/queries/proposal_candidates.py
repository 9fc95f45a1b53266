"""What could be proposed to whom, and why: from what others took after the same purchase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.analytics.association import Association
from app.analytics.occasions import Ints
from app.domain.care import CareSettings
from app.domain.customers import CustomerKind
from app.domain.inquiries import InquiryKind, InquiryState
from app.domain.periods import day_number, day_of
from app.domain.proposal_rows import Candidate, CandidateList
from app.domain.proposals import Evidence, ProposalKind, ProposalOutcome
from app.models.arrays import read_columns
from app.models.customer import Customer, is_within_reach
from app.models.inquiries import Inquiry
from app.models.product import Product
from app.models.proposals import Proposal
from app.models.shop import Shop
from app.queries.health import high_scores
from app.queries.proposals import last_outcomes
from app.queries.sold_together import SoldProduct, SoldTogether, bought_on, sold_together
from app.queries.touches import touches

MOST_EACH = 2
"""At most so many for one customer."""
MOST_PAIRS = 400
_AT_ONCE = 500
DEARER = 1.1
"""Within a group something is better, not just another thing, from this times the price on."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """Parallel columns, the best first, at most MOST_EACH for a customer: who, which pair, and when the first of it was bought last."""

    customer: Ints
    pair: Ints
    bought: Ints


def candidates(session: Session, today: date, *, most: int = 300, customer_id: int | None = None) -> CandidateList:
    """Those in good health first, then by lift x gross profit of one. Left out: whoever is out of reach, rests after a no, was touched
    within the days of rest, has an open suggestion or an open complaint. `read` below 1: ask again, purchases are still being read."""
    care = CareSettings.from_json(session.scalar(select(Shop.care)))
    so_far = sold_together(session, today, care.proposals)
    together = so_far.found
    if together is None:
        return CandidateList((), 0, 0, 0, 0, 0, care.proposals, so_far.read)
    pairs = _best_pairs(together)
    keen = np.asarray(high_scores(session, today)) if pairs else _NOBODY
    found = _Search(together, pairs, today, care.proposals.within).best(session, _free(session, today, care, customer_id), keen)
    shown = _Found(found.customer[:most], found.pair[:most], found.bought[:most])
    return CandidateList(
        rows=_rows(session, together, pairs, shown, keen, care.proposals.within),
        count=len(found.customer),
        sold=len(together.bought.ids),
        products=len(together.products),
        pairs=len(together.pairs),
        most_buyers=int(np.bincount(together.bought.product).max(initial=0)),
        settings=care.proposals,
        read=1.0,
    )


def candidate_customers(session: Session, today: date) -> Ints:
    """Everybody who has a candidate, ascending. Empty while purchases are being read."""
    care = CareSettings.from_json(session.scalar(select(Shop.care)))
    together = sold_together(session, today, care.proposals).found
    if together is None:
        return _NOBODY
    search = _Search(together, _best_pairs(together), today, care.proposals.within)
    return np.unique(search.best(session, _free(session, today, care, None), _NOBODY).customer)


_NOBODY = np.empty(0, dtype=np.int64)


def _best_pairs(together: SoldTogether) -> list[Association]:
    return sorted(together.pairs, key=lambda pair: -_score(together, pair))[:MOST_PAIRS]


def _score(together: SoldTogether, pair: Association) -> float:
    """Lift x gross profit of one, in minor units."""
    product = together.products[pair.then]
    return pair.lift * product.price * product.margin_rate


def _free(session: Session, today: date, care: CareSettings, customer_id: int | None) -> Ints:
    """To whom anything can be proposed now, ascending."""
    within = select(Customer.id).where(is_within_reach())
    if customer_id is not None:
        within = within.where(Customer.id == customer_id)
    stopped = select(Proposal.customer_id).where(or_(Proposal.rests_until > today, Proposal.outcome == ProposalOutcome.OPEN))
    complaint = and_(Inquiry.kind == InquiryKind.COMPLAINT, Inquiry.state != InquiryState.CLOSED, Inquiry.customer_id.is_not(None))
    ids = np.sort(read_columns(session, within)[0])
    for query in (stopped, select(Inquiry.customer_id).where(complaint)):
        ids = np.setdiff1d(ids, read_columns(session, query)[0])
    if care.rest_days and len(ids):
        ids = ids[touches(session, today, care.rest_days).last_of(ids) + care.rest_days <= day_number(today)]
    return ids


@dataclass(frozen=True, slots=True)
class _Search:
    """For who bought the one of a pair within so many days and the other never."""

    together: SoldTogether
    pairs: Sequence[Association]
    today: date
    within: int

    def best(self, session: Session, free: Ints, keen: Ints) -> _Found:
        """At most MOST_EACH of a customer, the best of all first."""
        bought_today = bought_on(session, self.today, self.together.products)
        parts = [*self._before(free), *self._of_today(bought_today, free)]
        customer, pair, bought = (np.concatenate([_NOBODY, *column]) for column in zip(*parts, strict=True)) if parts else [_NOBODY] * 3
        then = np.array([one.then for one in self.pairs], dtype=np.int64)
        kinds = len(self.together.products)
        settled = (*bought_today, *_accepted(session, self.together))
        had = np.array([owner * kinds + product for owner, product in settled], dtype=np.int64)
        score = np.array([_score(self.together, one) for one in self.pairs])
        kept = np.flatnonzero(~np.isin(customer * kinds + then[pair], had)) if len(customer) else _NOBODY
        order = kept[np.lexsort((customer[kept], -score[pair[kept]], ~np.isin(customer[kept], keen)))]
        return self._cut(_Found(customer[order], pair[order], bought[order]), then)

    def _before(self, free: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
        bought, since = self.together.bought, day_number(self.today) - self.within
        is_free = np.isin(bought.ids, free, assume_unique=True)
        keys = bought.who * bought.kinds + bought.product
        lately: dict[int, Ints] = {}
        for place, pair in enumerate(self.pairs):
            if pair.first not in lately:
                of_first = np.flatnonzero((bought.product == pair.first) & (bought.last >= since))
                lately[pair.first] = of_first[is_free[bought.who[of_first]]]
            rows = lately[pair.first]
            wanted = bought.who[rows] * bought.kinds + pair.then
            rows = rows[keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] != wanted]
            yield bought.ids[bought.who[rows]], np.full(len(rows), place, dtype=np.int64), bought.last[rows]

    def _of_today(self, bought_today: Sequence[tuple[int, int]], free: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
        """What was bought today counts at once."""
        bought, allowed = self.together.bought, set(free.tolist())
        for customer, product in bought_today:
            if customer in allowed:
                who = int(np.searchsorted(bought.ids, customer))
                is_known = who < len(bought.ids) and int(bought.ids[who]) == customer
                rows = slice(int(bought.begins[who]), int(bought.begins[who + 1])) if is_known else slice(0, 0)
                has = set(bought.product[rows].tolist())
                places = [place for place, pair in enumerate(self.pairs) if pair.first == product and pair.then not in has]
                same = np.full(len(places), customer, dtype=np.int64)
                yield same, np.array(places, dtype=np.int64), np.full(len(places), day_number(self.today), dtype=np.int64)

    def _cut(self, found: _Found, then: Ints) -> _Found:
        """A product once for a customer, and no more than MOST_EACH."""
        _pairs, once = np.unique(found.customer * max(len(self.together.products), 1) + then[found.pair], return_index=True)
        once.sort()
        customer = found.customer[once]
        order = np.argsort(customer, kind="stable")
        starts = np.flatnonzero(np.append(True, np.diff(customer[order]) != 0)[: len(order)])
        place = np.arange(len(order)) - np.repeat(starts, np.diff(np.append(starts, len(order))))
        kept = np.sort(order[place < MOST_EACH])
        return _Found(customer[kept], found.pair[once][kept], found.bought[once][kept])


def _accepted(session: Session, together: SoldTogether) -> list[tuple[int, int]]:
    """Customer and product of what somebody said yes to, though no receipt says so."""
    numbers = {product.name: place for place, product in enumerate(together.products)}
    query = select(Proposal.customer_id, Proposal.evidence, Product.name).outerjoin(Product, Product.id == Proposal.product_id)
    found = []
    for customer, stored, name in session.execute(query.where(Proposal.outcome == ProposalOutcome.ACCEPTED)):
        evidence = Evidence.from_json(stored)
        number = numbers.get(name or (evidence.product if evidence is not None else ""))
        if number is not None:
            found.append((customer, number))
    return found


def _rows(
    session: Session, together: SoldTogether, pairs: Sequence[Association], found: _Found, keen: Ints, within: int
) -> tuple[Candidate, ...]:
    ids = sorted({int(number) for number in found.customer})
    names: dict[int, tuple[str, str, bool]] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        query = select(Customer.id, Customer.name, Customer.code, Customer.kind).where(Customer.id.in_(ids[begin : begin + _AT_ONCE]))
        for number, name, code, kind in session.execute(query):
            names[number] = name, code or f"#{number}", kind is CustomerKind.COMPANY
    last = last_outcomes(session, ids)
    rows = []
    for customer, place, day in zip(found.customer.tolist(), found.pair.tolist(), found.bought.tolist(), strict=True):
        pair = pairs[place]
        first, then = together.products[pair.first], together.products[pair.then]
        evidence = Evidence(first.name, then.name, kind_of(first, then), pair.followed, pair.buyers, pair.usual, within, day_of(day))
        name, code, is_company = names[customer]
        rows.append(
            Candidate(
                customer_id=customer,
                customer_name=name,
                customer_code=code,
                is_company=is_company,
                evidence=evidence,
                support=pair.support,
                product_id=then.product_id,
                price=then.price if then.has_price else None,
                score=_score(together, pair),
                is_keen=bool(np.isin(customer, keen)),
                last=last.get(customer),
            )
        )
    return tuple(rows)


def kind_of(first: SoldProduct, then: SoldProduct) -> ProposalKind:
    """Something better: a dearer product of the same group."""
    is_better = bool(first.group) and first.group == then.group and then.price >= first.price * DEARER
    return ProposalKind.UP_SELL if is_better else ProposalKind.CROSS_SELL
