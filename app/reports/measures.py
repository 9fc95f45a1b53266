"""From the plan of a measure to its list: who is chosen, who is left out and why, as the print house would say it; and its start."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cards import Card
from app.domain.entities import Entity
from app.domain.measure_audience import REASON_OF_PROBLEM, AudienceView, LeftOutReason
from app.domain.measures import BY_POST, MeasureChannel, MeasurePeopleChanged, MeasurePlan, StartOutcome
from app.domain.offers import NO_OFFER, Offer, OfferProblem
from app.domain.print_kinds import WorkKind
from app.domain.print_problems import PROBLEM_SEVERITY, PrintProblem, Severity
from app.domain.print_runs import PlanLine, PrintSettings
from app.domain.print_work import job_of
from app.domain.progress import NO_PROGRESS, Progress
from app.domain.template_choice import find_row
from app.domain.templates import Template, TemplateKind
from app.models.changes import cache_of, changed_in
from app.models.measure_rows import measure_row
from app.models.printing import PrintTemplate
from app.queries.measure_audience import chosen_people, facts_of, taken_elsewhere, unreachable
from app.queries.shop import shop_fields
from app.queries.templates import templates_of
from app.reports.card_runs import check_list, kept_settings, people_for
from app.services.measure_start import start_with

_WORK: Mapping[MeasureChannel, tuple[WorkKind, TemplateKind]] = {
    MeasureChannel.POSTCARD: (WorkKind.CARD, TemplateKind.CARD),
    MeasureChannel.LETTER: (WorkKind.LETTER, TemplateKind.LETTER),
}

_MADE_OF = frozenset(
    {Entity.CUSTOMER, Entity.SHOP, Entity.TEMPLATE, Entity.PRINT_RUN, Entity.PURCHASE, Entity.POINTS, Entity.CODE, Entity.STAFF}
)


def audience(
    session: Session,
    plan: MeasurePlan,
    today: date,
    *,
    language: str = "ja",
    measure_id: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> AudienceView:
    """Everybody the plan is for, as the list is today. `measure_id`: the measure itself, which is in nobody's way. What is sent by post is
    asked of the print house's check list, so that the run that follows leaves out nobody else. CustomerGroupGone, Cancelled, and the
    errors of a template that cannot be read."""
    ids = [int(number) for number in chosen_people(session, plan.audience, today)]
    taken = taken_elsewhere(session, plan, today, measure_id)
    reasons = dict.fromkeys((number for number in ids if number in taken), LeftOutReason.OTHER_MEASURE)
    if plan.channel in BY_POST:
        # Whoever is in another measure gets nothing, so the next of the household is addressed.
        free = [number for number in ids if number not in reasons]
        reasons |= _stopped_by_post(session, plan, free, today, language, progress)
    else:
        # What is against it for good is said before what is against it now.
        reasons |= unreachable(session, ids, plan.channel, today)
    kept = [number for number in ids if number not in reasons]
    return AudienceView(len(ids), facts_of(session, kept, today), _by_reason(reasons))


def start_measure(
    session: Session,
    measure_id: int,
    *,
    language: str,
    now: datetime,
    today: date,
    seed: int | None = None,
    shown: Collection[int] | None = None,
    progress: Progress = NO_PROGRESS,
) -> StartOutcome:
    """Gather the list of a draft and start it, in the caller's one transaction. As `services.measure_start.start_with` and `audience`.
    `shown`: whom it was said to be for, sent and held back; MeasurePeopleChanged if these are others."""
    plan = MeasurePlan.from_json(measure_row(session, measure_id).plan)
    view = audience(session, plan, today, language=language, measure_id=measure_id, progress=progress)
    if shown is not None and {person.customer_id for person in view.people} != set(shown):
        raise MeasurePeopleChanged(shown=len(set(shown)), now=view.count)
    left_out = view.chosen - view.count
    return start_with(session, measure_id, view.people, now=now, today=today, seed=seed, left_out=left_out)


def _stopped_by_post(
    session: Session, plan: MeasurePlan, ids: list[int], today: date, language: str, progress: Progress
) -> dict[int, LeftOutReason]:
    template = _template(session, plan, _WORK[plan.channel][1], language)

    def build() -> dict[int, LeftOutReason]:
        people = people_for(session, ids, today)
        settings, card = _job(session, plan, template, kept_settings(session, people, today), today, language)
        lines = check_list(people, settings, card, progress)
        return {line.candidate.customer_id: REASON_OF_PROBLEM[_gravest(line)] for line in lines if line.is_stopped}

    if changed_in(session):
        return build()
    # A plan is counted again with each of its changes, most of which have nothing to do with the piece.
    basis = (tuple(ids), plan.channel, template, plan.offer, today, language)
    return cache_of(session).get("left out of a measure by post", _MADE_OF, build, basis=basis)


def _gravest(line: PlanLine) -> PrintProblem:
    """The first of what stops it; the order of the reasons is that of LeftOutReason."""
    order = list(LeftOutReason)
    stops = [problem for problem in line.problems if PROBLEM_SEVERITY[problem] is Severity.BLOCKS]
    return min(stops, key=lambda problem: order.index(REASON_OF_PROBLEM[problem]))


def _job(
    session: Session, plan: MeasurePlan, template: Template | None, settings: PrintSettings, today: date, language: str
) -> tuple[PrintSettings, Card]:
    """The piece of the plan as the print house would make it today."""
    settings = replace(settings, offer=_printable(plan.offer, today))
    return settings, job_of(settings, _WORK[plan.channel][0], template, shop_fields(session), language, today)


def _template(session: Session, plan: MeasurePlan, kind: TemplateKind, language: str) -> Template | None:
    """The one chosen, else the first of its kind."""
    own = None if plan.template_id is None else session.scalar(select(PrintTemplate.key).where(PrintTemplate.id == plan.template_id))
    row = find_row(templates_of(session, language, kind), *(key for key in (own, plan.card_key) if key))
    return None if row is None else row.template


def _printable(offer: Offer, today: date) -> Offer:
    """An offer that is still being typed is no reason to leave anybody out."""
    try:
        return offer.checked(today)
    except OfferProblem:
        return NO_OFFER


def _by_reason(reasons: Mapping[int, LeftOutReason]) -> dict[LeftOutReason, tuple[int, ...]]:
    found = {reason: tuple(sorted(_with(reasons.items(), reason))) for reason in LeftOutReason}
    return {reason: ids for reason, ids in found.items() if ids}


def _with(reasons: Collection[tuple[int, LeftOutReason]], wanted: LeftOutReason) -> Iterable[int]:
    return (number for number, reason in reasons if reason is wanted)
