"""print thank-you."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import DONE, REFUSED, USAGE, Call, Outcome
from app.domain.cards import CardSide, Direction
from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PROBLEM_SENTENCES, NothingToPrint, PrintProblem
from app.domain.print_runs import GROUP_NAMES, PlanLine, PrintGroup, PrintSettings, UnknownGroup
from app.domain.segments import SEGMENT_NAMES, Segment
from app.domain.status import CHIP_NAMES, Chip
from app.domain.text import fold
from app.words import LANGUAGES, Catalogue

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def print_piece(call: Call) -> Outcome:
    given = call.options
    if not given.customer and not given.group:
        return Outcome({"error": call.say(_NOBODY)}, [], USAGE, call.say(_NOBODY))
    from app.queries.codes import codes_for
    from app.queries.shop import shop_fields, shop_zone
    from app.reports.card_runs import check_list, kept_settings, people_for, print_run
    from app.services.prints import record_print_run, save_document

    target = Path(given.out)
    with call.database() as database:
        with database.read() as session:
            day = given.date or call.today(shop_zone(session))
            shop = shop_fields(session)
            people = people_for(session, _asked_for(call, session, day), day)
            settings = _settings(kept_settings(session, people, day), given)
        card = settings.card(shop, call.language, day)
        lines = check_list(people, settings, card)
        kept = [line for line in lines if not line.is_stopped]
        left_out = [_row(call, line) for line in lines if line.is_stopped]
        if not kept:
            complaint = call.sentence(NothingToPrint())
            return Outcome({"pages": 0, "printed": [], "left_out": left_out}, _sentences(left_out), REFUSED, complaint)
        warnings = [_warning(call, line) for line in kept if line.problems]
        call.heed(warnings)
        with database.read() as session:
            codes = codes_for(session, card, (line.candidate.customer_id for line in kept))
        stopped = [line for line in lines if line.is_stopped]
        run = print_run(kept, settings, shop, card, codes=codes, left_out=stopped)
        with database.write() as session:
            done = record_print_run(session, run, now=call.now, today=day)
            if done.is_again:
                warnings.append({"row": None, "text": call.say(_AGAIN, run=done.run_id)})
                call.heed(warnings)
            # Within the transaction: without the file nothing is recorded.
            save_document(target, done.document)
    pages = len(kept) * (2 if card.options.side is CardSide.BOTH else 1)
    facts = {
        "pages": pages,
        "printed": [line.candidate.code for line in kept],
        "codes": {line.candidate.code: written(codes[line.candidate.customer_id]) for line in kept if codes[line.candidate.customer_id]},
        "left_out": left_out,
        "warnings": warnings,
        "file": target,
    }
    said = call.say(_PRINTED, count=len(kept), pages=pages, file=target)
    return Outcome(facts, [said, *_sentences(left_out), *(warning["text"] for warning in warnings)], DONE)


_NOBODY = QT_TRANSLATE_NOOP("CommandLine", "Nobody was named. Please give --customer or --group.")
_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "Cards: {count}, pages: {pages}, in {file}. They are recorded as sent.")


_AGAIN = QT_TRANSLATE_NOOP("CommandLine", "This is run {run} once more: the same bytes, and nothing was recorded a second time.")


def _settings(settings: PrintSettings, given: Any) -> PrintSettings:
    if given.side:
        settings = replace(settings, side=CardSide(given.side))
    return replace(settings, direction=Direction(given.direction)) if given.direction else settings


def _asked_for(call: Call, session: Session, day: Any) -> list[int]:
    from app.queries.prints import group_ids, ids_coded

    ids = ids_coded(session, call.options.customer)
    for name in call.options.group:
        ids += group_ids(session, find_group(name), day)
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
