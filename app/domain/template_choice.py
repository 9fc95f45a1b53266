"""Which templates come first when one is chosen: those for what the run is to say and for the month, the others after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.print_kinds import TEMPLATES_OF, WorkKind
from app.domain.print_runs import OF_ONE_OCCASION, Greeting, PrintSettings
from app.domain.print_work import template_key_of
from app.domain.templates import Occasion, TemplateRow

OCCASIONS: Mapping[Greeting, frozenset[Occasion]] = {
    Greeting.THANKS: frozenset({Occasion.THANK_YOU, Occasion.SECOND_VISIT}),
    Greeting.MISSED: frozenset({Occasion.LONG_TIME}),
    Greeting.LAPSE: frozenset({Occasion.LAPSE}),
    Greeting.BIRTHDAY: frozenset({Occasion.BIRTHDAY}),
    Greeting.SECOND_VISIT: frozenset({Occasion.SECOND_VISIT}),
}


def in_order(rows: Sequence[TemplateRow], greeting: Greeting, month: int) -> list[TemplateRow]:
    """What fits the greeting in this month, then the season's, then those of any month, last those of other months."""

    def place(row: TemplateRow) -> int:
        months = row.template.months
        is_in_time = not months or month in months
        if row.template.occasion in OCCASIONS[greeting]:
            return 0 if is_in_time else 3
        if months:
            return 1 if is_in_time else 4
        return 2

    return sorted(rows, key=place)


def find_row(rows: Sequence[TemplateRow], *keys: str) -> TemplateRow | None:
    """The first of the keys that there is, else the first row."""
    by_key = {row.template.key: row for row in rows}
    return next((by_key[key] for key in keys if key in by_key), rows[0] if rows else None)


def chosen_row(rows: Sequence[TemplateRow], settings: PrintSettings, kind: WorkKind, month: int) -> TemplateRow | None:
    """The one chosen last for work of this kind, else the one that is offered first; None where there is none to choose."""
    return usual_row([row for row in in_order(rows, settings.greeting, month) if row.template.kind in TEMPLATES_OF[kind]], settings, kind)


def usual_row(rows: Sequence[TemplateRow], settings: PrintSettings, kind: WorkKind) -> TemplateRow | None:
    """As `chosen_row`, of those that fit the kind, in their order. On an occasion never one that was chosen for something else, where
    there is one for it."""
    chosen, last = template_key_of(settings, kind), settings.kinds.templates.get(kind, "")
    if settings.greeting in OF_ONE_OCCASION and kind is not WorkKind.PURSE:
        last = next((row.template.key for row in rows if row.template.occasion in OCCASIONS[settings.greeting]), last)
    return find_row(rows, chosen, last, settings.design)
