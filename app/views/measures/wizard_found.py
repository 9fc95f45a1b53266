"""What the wizard is given: the list of a plan with what can be seen with it, and what the shop has to plan with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.groups import GroupSummary
from app.domain.measure_audience import AudienceView, Power
from app.domain.measure_view import PastResult
from app.domain.measures import MeasureKind, MeasurePlan
from app.domain.money import Currency, currency_of
from app.domain.print_cost import PrintRates
from app.domain.progress import Progress
from app.domain.templates import TemplateRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Counted:
    """`power`: what the shop's history says of the people who can be drawn."""

    audience: AudienceView
    power: Power


@dataclass(frozen=True, slots=True)
class Around:
    """`groups`: the shop's own. `products` and `product_groups`: what an offer can be for. `wage` an hour, 0 where it is not counted.
    `point_value`: what a point pays for, in minor units, and `used_share`: how many of those given are used, 0 to 1. `past`: campaigns of
    the kind whose result is known."""

    currency: Currency
    groups: tuple[GroupSummary, ...]
    rates: PrintRates
    templates: tuple[TemplateRow, ...]
    products: tuple[str, ...]
    product_groups: tuple[str, ...]
    wage: int
    point_value: int
    used_share: float
    past: tuple[PastResult, ...] = ()

    @property
    def past_rate(self) -> float | None:
        """How many more of those sent to came in the earlier ones of the kind, all taken together; None where none was compared."""
        known = [(one.n_sent, one.rate.difference) for one in self.past if one.rate is not None]
        people = sum(count for count, _difference in known)
        return sum(count * difference for count, difference in known) / people if people else None


def counted(session: Session, plan: MeasurePlan, today: date, language: str, measure_id: int | None, progress: Progress) -> Counted:
    from app.queries.measure_power import power
    from app.reports.measures import audience

    view = audience(session, plan, today, language=language, measure_id=measure_id, progress=progress)
    ids = [person.customer_id for person in view.people]
    return Counted(view, power(session, ids, today, plan.window_days))


def around(session: Session, kind: MeasureKind, today: date, language: str) -> Around:
    from app.queries.figure_settings import figure_settings
    from app.queries.groups import stored_groups
    from app.queries.measure_results import past_results
    from app.queries.point_money import point_value_on, used_share
    from app.queries.print_rates import print_rates
    from app.queries.prints import sold_names
    from app.queries.shop import shop_fields
    from app.queries.templates import templates_of

    rates = print_rates(session)
    products, product_groups = sold_names(session)
    return Around(
        currency_of(shop_fields(session).currency),
        stored_groups(session, today),
        rates,
        templates_of(session, language),
        products,
        product_groups,
        figure_settings(session).wage or rates.wage,
        point_value_on(session, today),
        float(used_share(session, today).share),
        past_results(session, today, kind),
    )
