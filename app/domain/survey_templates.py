"""Ready-made surveys, and which of them suit a shop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.shop import Trade
from app.domain.stored import as_mapping, is_member
from app.domain.survey_errors import SurveyUnreadable
from app.domain.surveys import Audience, SurveyContent

SHOP_VISIT = "shop_visit"
SALON = "salon"
RESTAURANT = "restaurant"
CLINIC = "clinic"
AFTER_EVENT = "after_event"
B2B_HEARING = "b2b_hearing"
WIN_BACK = "win_back"
STAFF = "staff"

TEMPLATE_KEYS = (SHOP_VISIT, SALON, RESTAURANT, CLINIC, AFTER_EVENT, B2B_HEARING, WIN_BACK, STAFF)
"""In the order in which they are listed."""

FIRST_THREE: Mapping[Trade, tuple[str, str, str]] = {
    Trade.SALON: (SALON, WIN_BACK, STAFF),
    Trade.CAFE: (RESTAURANT, AFTER_EVENT, WIN_BACK),
    Trade.BAKERY: (SHOP_VISIT, AFTER_EVENT, WIN_BACK),
    Trade.CLINIC: (CLINIC, WIN_BACK, STAFF),
    Trade.GARAGE: (SHOP_VISIT, WIN_BACK, STAFF),
    Trade.RETAIL: (SHOP_VISIT, AFTER_EVENT, WIN_BACK),
    Trade.B2B: (B2B_HEARING, AFTER_EVENT, STAFF),
    Trade.OTHER: (SHOP_VISIT, AFTER_EVENT, WIN_BACK),
}
"""What a shop of each trade is offered first."""


@dataclass(frozen=True, slots=True)
class SurveyTemplate:
    """`content` in the language it was asked for in."""

    key: str
    content: SurveyContent
    audience: Audience

    @property
    def trades(self) -> tuple[Trade, ...]:
        """Those which are offered it first."""
        return tuple(trade for trade, keys in FIRST_THREE.items() if self.key in keys)

    @classmethod
    def from_json(cls, stored: Any) -> SurveyTemplate:
        """SurveyUnreadable."""
        given = as_mapping(stored)
        key = given.get("key")
        if not isinstance(key, str) or not is_member(Audience, given.get("audience")):
            raise SurveyUnreadable(what="key")
        return cls(key, SurveyContent.from_json(given.get("content")), Audience(given["audience"]))


def templates_for(trade: Trade, templates: Iterable[SurveyTemplate]) -> tuple[SurveyTemplate, ...]:
    """All of them, those that suit the trade first."""
    keys = [*FIRST_THREE[trade], *TEMPLATE_KEYS]
    return tuple(sorted(templates, key=lambda one: keys.index(one.key)))
