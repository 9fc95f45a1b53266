"""What was chosen so far at the first start; it outlives the window when the language is switched."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.shop import ShopFields, Trade


@dataclass
class FirstRunDraft:
    """`step` counts from 0: how to begin, the shop, the usual days, where things lie."""

    step: int = 0
    wants_import: bool = False
    shop: ShopFields = field(default_factory=lambda: ShopFields(name="", trade=Trade.SALON))
