"""What the page of points is given, in one answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.money import Currency, currency_of
from app.domain.point_money import PointMoney, RuleTrial
from app.domain.points import RuleFields, RuleRow
from app.domain.products import GroupRow, ProductRow
from app.domain.tiers import LoyaltySettings, TierRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PointsAnswer:
    """`rule` holds today (also one that is off); `coming` begins later. `tiers` highest first, none while tiers are off; `excluded` are
    the names of products and groups without points; `surveys` title and points of those that give some when answered."""

    today: date
    currency: Currency
    rule: RuleRow | None
    coming: tuple[RuleRow, ...]
    tiers: tuple[TierRow, ...]
    loyalty: LoyaltySettings
    excluded: tuple[str, ...]
    money: PointMoney
    surveys: tuple[tuple[str, int], ...] = ()

    @property
    def fields(self) -> RuleFields | None:
        return None if self.rule is None else self.rule.fields

    @property
    def top_tier(self) -> TierRow | None:
        return self.tiers[0] if self.tiers else None

    @property
    def is_empty(self) -> bool:
        """Whether the shop has no rule yet, nor points."""
        return self.rule is None and not self.coming and not self.money.lapses


def points_answer(session: Session, today: date) -> PointsAnswer:
    from app.queries.point_money import point_money
    from app.queries.points import loyalty, rules
    from app.queries.products import group_rows, product_rows
    from app.queries.shop import shop_fields
    from app.queries.survey_answers import surveys_with_points
    from app.queries.tiers import tiers

    versions = rules(session)
    rule = version_on(versions, today)
    settings = loyalty(session)
    return PointsAnswer(
        today=today,
        currency=currency_of(shop_fields(session).currency),
        rule=rule,
        coming=tuple(row for row in versions if _is_later(row, today) and (rule is None or row.id > rule.id)),
        tiers=tiers(session) if settings.tiers_on else (),
        loyalty=settings,
        excluded=_excluded(group_rows(session), product_rows(session)),
        money=point_money(session, today),
        surveys=surveys_with_points(session),
    )


def trial_answer(session: Session, today: date, other: RuleFields, tier_rates: dict[int, int]) -> RuleTrial:
    """What `other` would have cost beside today's rule."""
    from app.queries.point_sales import tried
    from app.queries.points import rules

    now = version_on(rules(session), today)
    return tried(session, today, None if now is None else now.fields, other, tier_rates)


def version_on(versions: tuple[RuleRow, ...], day: date) -> RuleRow | None:
    """The newest version that holds on a day, also when it is one that gives no points."""
    return next((row for row in reversed(versions) if row.valid_from is None or row.valid_from <= day), None)


def _is_later(row: RuleRow, today: date) -> bool:
    return row.valid_from is not None and row.valid_from > today


def _excluded(groups: tuple[GroupRow, ...], products: tuple[ProductRow, ...]) -> tuple[str, ...]:
    without = {group.fields.name for group in groups if not group.fields.earns_points}
    single = (product.name for product in products if not product.earns_points and product.fields.group not in without)
    return (*sorted(without), *single)
