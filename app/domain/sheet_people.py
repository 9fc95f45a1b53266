"""Whom survey sheets may be printed for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.groups import GroupSummary
from app.domain.print_cost import PrintRates
from app.domain.print_runs import PrintGroup
from app.domain.shop import ShopFields
from app.domain.survey_rows import SurveyView

LATELY_DAYS = 30


@dataclass(frozen=True, slots=True)
class SheetPeople:
    """`lately`: who came within LATELY_DAYS, the latest first; `ready` counts the ready-made groups."""

    survey: SurveyView
    shop: ShopFields
    rates: PrintRates
    lately: tuple[int, ...]
    ready: Mapping[PrintGroup, int]
    groups: tuple[GroupSummary, ...]
