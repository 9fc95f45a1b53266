"""print: pieces of every kind as one PDF."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import DONE, REFUSED, USAGE, Call, Outcome, plain
from app.domain.cards import Calibration, Card, CardSide, CardText, Direction
from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.offers import NO_OFFER
from app.domain.print_kinds import WORK_OF
from app.domain.print_problems import PROBLEM_SENTENCES, NothingToPrint, PrintProblem
from app.domain.print_profiles import POSTCARD, profile_for, stock_of, with_calibration
from app.domain.print_runs import GROUP_NAMES, PlanLine, PrintGroup, PrintSettings, UnknownGroup
from app.domain.prints import PrintKind
from app.domain.segments import SEGMENT_NAMES, Segment
from app.domain.status import CHIP_NAMES, Chip
from app.domain.template_choice import find_row
from app.domain.templates import Template, TemplateKind, UnknownPaper
from app.domain.text import fold
from app.words import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.house import PlacedField


def print_piece(call: Call) -> Outcome:
    given = call.options
    if not given.customer and not given.group:
        return Outcome({"error": call.say(_NOBODY)}, [], USAGE, call.say(_NOBODY))
    from app.queries.codes import codes_for
    from app.queries.shop import shop_zone
    from app.reports.card_runs import check_list, kept_settings, made_run, people_for
    from app.services.prints import record_print_run, save_document

    target = Path(given.out)
    with call.database() as database:
        with database.read() as session:
            day = given.date or call.today(shop_zone(session))
            people = people_for(session, _asked_for(call, session, day), day)
            settings = _settings(kept_settings(session, people, day), given)
            job = _calibrated(call, session, settings, _job(call, session, _card(call, session, settings, day)))
        lines = check_list(people, settings, job)
        kept = [line for line in lines if not line.is_stopped]
        stopped = [line for line in lines if line.is_stopped]
        left_out = [_row(call, line) for line in stopped]
        if not kept:
            complaint = call.sentence(NothingToPrint())
            return Outcome({"pages": 0, "printed": [], "left_out": left_out}, _sentences(left_out), REFUSED, complaint)
        warnings = [_warning(call, line) for line in kept if line.problems]
        call.heed(warnings)
        with database.read() as session:
            codes = codes_for(session, job, (line.candidate.customer_id for line in kept))
        made = made_run(kept, settings, job, codes=codes, left_out=stopped, notes_places=bool(given.layout))
        with database.write() as session:
            done = record_print_run(session, made.run, now=call.now, today=day)
            if done.is_again:
                warnings.append({"row": None, "text": call.say(_AGAIN, run=done.run_id)})
                call.heed(warnings)
            # Within the transaction: without the files nothing is recorded.
            if given.layout:
                save_document(Path(given.layout), _layout(made.placed))
            save_document(target, done.document)
    facts = {
        "pages": made.pages,
        "printed": [line.candidate.code for line in kept],
        "codes": {line.candidate.code: written(codes[line.candidate.customer_id]) for line in kept if codes[line.candidate.customer_id]},
        "left_out": left_out,
        "warnings": warnings,
        "run": done.run_id,
        "file": target,
    }
    said = call.say(_PRINTED, count=len(kept), pages=made.pages, file=target)
    return Outcome(facts, [said, *_sentences(left_out), *(warning["text"] for warning in warnings)], DONE)


_NOBODY = QT_TRANSLATE_NOOP("CommandLine", "Nobody was named. Please give --customer or --group.")
_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "Pieces: {count}, pages: {pages}, in {file}. They are recorded as sent.")
_AGAIN = QT_TRANSLATE_NOOP("CommandLine", "This is run {run} once more: the same bytes, and nothing was recorded a second time.")

_KINDS: Mapping[str, PrintKind] = {
    "thank-you": PrintKind.THANK_YOU,
    "card": PrintKind.THANK_YOU,
    "letter": PrintKind.LETTER,
    "address": PrintKind.ENVELOPE,
    "envelope": PrintKind.ENVELOPE,
    "labels": PrintKind.LABELS,
    "member-cards": PrintKind.MEMBER_CARDS,
    "referral-cards": PrintKind.REFERRAL_CARDS,
}
_TEMPLATE_KINDS: Mapping[str, TemplateKind] = {
    "card": TemplateKind.CARD,
    "letter": TemplateKind.LETTER,
    "member-cards": TemplateKind.MEMBER_CARD,
    "referral-cards": TemplateKind.REFERRAL_CARD,
}


def _settings(settings: PrintSettings, given: Any) -> PrintSettings:
    if getattr(given, "side", None):
        settings = replace(settings, side=CardSide(given.side))
    return replace(settings, direction=Direction(given.direction)) if getattr(given, "direction", None) else settings


def _card(call: Call, session: Session, settings: PrintSettings, day: date) -> Card:
    """The card the window would print for such people."""
    from app.queries.shop import shop_fields
    from app.queries.templates import templates_of

    row = find_row(templates_of(session, call.language, TemplateKind.CARD), settings.template_key, settings.design)
    shop = shop_fields(session)
    return settings.card(shop, call.language, day) if row is None else settings.card_after(row.template, shop, call.language, day)


def _job(call: Call, session: Session, card: Card) -> Card:
    """What the window would have chosen for cards, turned into what was asked for. UnknownTemplate, UnknownPaper."""
    given = call.options
    if given.what == "thank-you":
        return card
    options = replace(
        card.options,
        paper=_paper(getattr(given, "paper", card.options.paper)),
        sheet=getattr(given, "sheet", ""),
        start_at=getattr(given, "start", 1),
        copies=getattr(given, "copies", 1),
    )
    return replace(
        card,
        kind=_KINDS[given.what],
        text=CardText(),
        template=_template(call, session) if given.what in _TEMPLATE_KINDS else None,
        offer=card.offer if getattr(given, "offer", False) else NO_OFFER,
        options=options,
    )


def _calibrated(call: Call, session: Session, settings: PrintSettings, job: Card) -> Card:
    """As the printer named has to be given it; without one by the shift that the window keeps for the kind. ProfileUnknown."""
    from app.queries.print_profiles import profiles

    if call.options.printer:
        return with_calibration(job, profile_for(profiles(session), call.options.printer, stock_of(job)))
    if stock_of(job) == POSTCARD:
        return job
    shift = Calibration(*settings.kinds.shift(WORK_OF[job.kind]))
    return replace(job, options=replace(job.options, calibration=shift))


def _template(call: Call, session: Session) -> Template:
    from app.queries.templates import template_called

    languages = (call.language, *(language for language in LANGUAGES if language != call.language))
    return template_called(session, call.options.template, languages, _TEMPLATE_KINDS[call.options.what])


def _paper(name: str) -> str:
    from app.printing.address_plans import has_address_side
    from app.printing.geometry import PAPERS

    addressed = [paper.name for paper in PAPERS.values() if has_address_side(paper)]
    found = next((paper for paper in addressed if fold(paper) == fold(name)), None)
    if found is None:
        raise UnknownPaper(field="paper", paper=name, papers=", ".join(addressed))
    return found


def _layout(placed: Sequence[PlacedField]) -> bytes:
    return (json.dumps([plain(one) for one in placed], ensure_ascii=False) + "\n").encode()


def _asked_for(call: Call, session: Session, day: Any) -> list[int]:
    from app.queries.customers import in_kana_order
    from app.queries.groups import group_named, members
    from app.queries.prints import group_ids, ids_coded

    ids = ids_coded(session, call.options.customer)
    for name in call.options.group:
        stored = group_named(session, name)
        if stored is None:
            ids += group_ids(session, find_group(name), day)
        else:
            ids += in_kana_order(session, [int(number) for number in members(session, stored, day)])
    return ids


def find_group(name: str) -> PrintGroup | Segment | Chip:
    """A group by its name in either language or by the word the program uses itself. UnknownGroup."""
    named: dict[str, Mapping[Any, str]] = {"PrintGroups": GROUP_NAMES, "Segments": SEGMENT_NAMES, "Status": CHIP_NAMES}
    words: dict[str, PrintGroup | Segment | Chip] = {}
    for catalogue in (Catalogue.load(language) for language in LANGUAGES):
        for context, names in named.items():
            for group, source in names.items():
                for word in (group.value, source, catalogue.tr(context, source)):
                    words.setdefault(fold(word.replace("_", "-")), group)
    found = words.get(fold(name.replace("_", "-")))
    if found is None:
        known = [group.value.replace("_", "-") for names in named.values() for group in names]
        raise UnknownGroup(field="group", name=name, names=", ".join(dict.fromkeys(known)))
    return found


def _row(call: Call, line: PlanLine) -> dict[str, str]:
    return {"customer": line.candidate.code, "reason": _reason(call, line.problems)}


def _reason(call: Call, problems: tuple[PrintProblem, ...]) -> str:
    return " ".join(call.translate("PrintProblems", PROBLEM_SENTENCES[problem]) for problem in problems)


def _warning(call: Call, line: PlanLine) -> dict[str, Any]:
    return {"row": None, "text": f"{line.candidate.code}: {_reason(call, line.problems)}"}


def _sentences(rows: list[dict[str, str]]) -> list[str]:
    return [f"{row['customer']}: {row['reason']}" for row in rows]
