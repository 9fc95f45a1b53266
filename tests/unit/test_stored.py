"""What was kept as JSON and damaged since is read as far as it is understood: a shop opens whatever stands there."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.cards import CardDesign, Direction
from app.domain.offers import Offer, OfferKind
from app.domain.print_cost import DEFAULT_RATES, MailKind, PrintRates
from app.domain.print_kinds import KindChoices, WorkKind
from app.domain.print_profiles import PrinterChoice
from app.domain.print_runs import Greeting, PrintSettings
from app.domain.shop_moves import ShopPack
from app.domain.templates import Template, TemplateUnreadable
from app.domain.tiers import LoyaltySettings, TierBasis

BROKEN: tuple[object, ...] = (
    float("inf"),
    float("nan"),
    -1,
    10**400,
    True,
    None,
    "",
    "x",
    [],
    {},
    [[]],
    {"x": 1},
    "custom:A4,nanxinf",
    [1, "2"],
    ["2026-01-01", 1e400],
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(BROKEN),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _fields(*names: str, parts: Mapping[str, st.SearchStrategy[Any]] | None = None) -> st.SearchStrategy[Any]:
    """Any JSON, and objects with the names that are asked for."""
    return JSON | st.fixed_dictionaries({}, optional={**dict.fromkeys(names, JSON), **(parts or {})})


KINDS = st.dictionaries(st.sampled_from(list(WorkKind)), JSON, max_size=3)
OFFERS = _fields("value", "product", "words", "note", "valid_until", parts={"kind": JSON | st.sampled_from(list(OfferKind))})
CHOICES = _fields(*KindChoices.__dataclass_fields__, parts={name: JSON | KINDS for name in ("templates", "starts", "copies", "shifts")})
SETTINGS = _fields(
    *PrintSettings.__dataclass_fields__,
    parts={
        "designs": JSON | st.dictionaries(st.sampled_from(list(Greeting)), JSON),
        "texts": JSON | st.dictionaries(st.sampled_from(list(CardDesign)), JSON | st.just({"body": {}, "headline": "x"})),
        "offer": OFFERS,
        "kinds": CHOICES,
    },
)
POSTAGE = st.dictionaries(st.sampled_from(list(MailKind)), JSON | st.lists(st.tuples(st.just("2026-01-01"), JSON).map(list), max_size=3))
RATES = _fields(*PrintRates.__dataclass_fields__, parts={"postage": JSON | POSTAGE})
LOYALTY = _fields(*LoyaltySettings.__dataclass_fields__)


@given(SETTINGS)
@example({"template_key": 5, "design": [], "direction": {}, "side": [], "dx": True})
def test_any_settings_of_printing_are_read(stored: object) -> None:
    settings = PrintSettings.from_json(stored)
    assert PrintSettings.from_json(json.loads(json.dumps(settings.to_json()))) == settings


@given(CHOICES)
@example({"order": [], "sheet": {}, "starts": {"letter": float("inf")}, "shifts": {"letter": [float("nan"), 0]}})
def test_any_choices_of_work_are_read(stored: object) -> None:
    choices = KindChoices.from_json(stored)
    assert KindChoices.from_json(json.loads(json.dumps(choices.to_json()))) == choices


@given(RATES)
@example({"paper": float("inf")})
@example({"postage": {"postcard": [["2026-01-01", float("inf")], ["2026-02-01", 90]]}})
def test_any_prices_are_read(stored: object) -> None:
    rates = PrintRates.from_json(stored)
    assert rates.labour >= 0
    assert all(rates.rate(mail, date(2026, 11, 22)) >= 0 for mail in MailKind)


@given(OFFERS)
@example({"kind": []})
def test_any_offer_is_read(stored: object) -> None:
    offer = Offer.from_json(stored)
    assert Offer.from_json(offer.to_json()) == offer


@given(LOYALTY)
@example({"basis": [], "grace_months": float("inf"), "tiers_on": "yes"})
def test_any_rules_of_loyalty_are_read(stored: object) -> None:
    settings = LoyaltySettings.from_json(stored)
    assert LoyaltySettings.from_json(settings.as_json()) == settings


@given(st.text() | JSON.map(json.dumps))
def test_any_choice_of_a_printer_is_read(text: str) -> None:
    assert isinstance(PrinterChoice.from_text(text).printer, str)


@pytest.mark.parametrize(("read", "refusal"), [(Template.from_json, TemplateUnreadable), (ShopPack.from_json, ValueError)])
@given(stored=_fields("households", "groups", "templates", "profiles", "key", "elements", "months", parts={"format": JSON | st.just(1)}))
def test_a_file_is_read_or_refused(read: Callable[[object], object], refusal: type[Exception], stored: object) -> None:
    with pytest.raises(refusal):
        read(stored)


def test_what_is_understood_stays() -> None:
    settings = PrintSettings.from_json({"direction": "horizontal", "side": 5, "designs": {"missed": "maple", "thanks": []}})
    assert (settings.direction, settings.design) == (Direction.HORIZONTAL, CardDesign.MAPLE)
    rates = PrintRates.from_json({"paper": 7, "wage": [], "postage": {"postcard": [["2026-01-01", 90], ["x", 1], 5]}})
    assert (rates.paper, rates.wage, rates.rate(MailKind.POSTCARD, date(2026, 11, 22))) == (7, DEFAULT_RATES.wage, 90)
    assert LoyaltySettings.from_json({"tiers_on": True, "basis": "visits", "period": 3}).basis is TierBasis.VISITS
