"""print: pieces of every kind as one PDF."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.cli.call import DONE, REFUSED, USAGE, Call, Outcome, plain, target_of
from app.cli.print_answers import left_out_rows, left_out_words, look_rows, look_words
from app.cli.print_plans import asked_plan, followed_plan
from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import NothingToPrint
from app.domain.print_runs import PlanLine
from app.domain.prints import HANDED_OVER, PrintKind

if TYPE_CHECKING:
    from app.printing.house import PlacedField
    from app.reports.card_runs import MadeRun
    from app.reports.run_record import RecordedRun


def print_piece(call: Call) -> Outcome:
    given = call.options
    if given.what == "survey":
        from app.cli.print_surveys import print_survey

        return print_survey(call)
    followed = getattr(given, "for_run", None)
    is_named = bool(given.customer or given.group)
    if is_named == bool(followed) or (followed and given.sort):
        said = call.say(_EITHER if followed else _NOBODY)
        return Outcome({"error": said}, [], USAGE, said)
    from app.queries.shop import shop_zone
    from app.reports.run_record import record_run
    from app.services.prints import save_document

    target = target_of(given.out)
    layout = target_of(given.layout) if given.layout else None
    with call.database() as database:
        with database.read() as session:
            day = given.date or call.today(shop_zone(session))
            plan = followed_plan(call, session, followed, day) if followed else asked_plan(call, session, day)
        kept = [line for line in plan.lines if not line.is_stopped]
        stopped = [line for line in plan.lines if line.is_stopped]
        left_out = left_out_rows(call, stopped)
        if not kept:
            complaint = call.sentence(NothingToPrint())
            return Outcome({"pages": 0, "printed": [], "left_out": left_out}, left_out_words(call, left_out), REFUSED, complaint)
        warnings = look_rows(call, plan, kept)
        call.heed(warnings)
        with database.read() as session:
            made = plan.make(session, kept, stopped)
        with database.write() as session:
            done = record_run(session, made, now=call.now, today=day, notes_places=bool(given.layout))
            if done.outcome.is_again:
                again = call.say(_LAID_ANEW if done.is_laid_anew else _AGAIN, run=done.outcome.run_id, file=target)
                # That they have post of today is this very run.
                warnings = [{"row": None, "text": again}, *look_rows(call, plan, kept, is_again=True)]
                call.heed(warnings)
            # Within the transaction: without the files nothing is recorded.
            if layout is not None:
                save_document(layout, _layout(done.placed))
            save_document(target, done.document)
    facts = _facts(kept, made, done) | {"left_out": left_out, "warnings": warnings, "file": target}
    if done.outcome.is_again:
        said, looks = again, warnings[1:]
    else:
        said, looks = call.say(_recorded(made.run.card.kind), count=len(kept), pages=made.pages, file=target), warnings
    return Outcome(facts, [said, *left_out_words(call, left_out), *look_words(call, looks)], DONE)


def _facts(kept: Sequence[PlanLine], made: MadeRun, done: RecordedRun) -> dict[str, Any]:
    names = {line.candidate.customer_id: line.candidate.code for line in kept}
    pieces = [(names[number], written(code) if code else "") for number, code in done.pieces]
    facts: dict[str, Any] = {
        "pages": made.pages,
        "printed": [name for name, _ in pieces],
        "codes": _first_codes(pieces),
        "pieces": [{"customer": name, "code": code} for name, code in pieces],
        "run": done.outcome.run_id,
    }
    if made.run.card.options.postal_barcode:
        facts["without_barcode"] = [names[piece.customer_id] for piece in made.run.pieces if piece.recipient and not piece.recipient.bars]
    return facts


_NOBODY = QT_TRANSLATE_NOOP("CommandLine", "Nobody was named. Please give --customer or --group.")
_EITHER = QT_TRANSLATE_NOOP(
    "CommandLine", "--for-run prints for the people of a run, in its order. Please give it without --customer, --group and --sort."
)
_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "Pieces: {count}, pages: {pages}, in {file}. They are recorded as sent.")
_HANDED = QT_TRANSLATE_NOOP("CommandLine", "Pieces: {count}, pages: {pages}, in {file}. They are recorded as handed over.")
_LAID_ANEW = QT_TRANSLATE_NOOP(
    "CommandLine",
    "The same as run {run} of the same day, in its order and laid for this printer: in {file}. Nothing was recorded a second time.",
)
_AGAIN = QT_TRANSLATE_NOOP(
    "CommandLine", "The same as run {run} of the same day, the same bytes: in {file}. Nothing was recorded a second time."
)


def _recorded(kind: PrintKind) -> str:
    return _HANDED if kind in HANDED_OVER else _PRINTED


def _first_codes(pieces: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Of two pieces for one customer the first."""
    codes: dict[str, str] = {}
    for name, code in pieces:
        if code:
            codes.setdefault(name, code)
    return codes


def _layout(placed: Sequence[PlacedField]) -> bytes:
    return (json.dumps([plain(one) for one in placed], ensure_ascii=False) + "\n").encode()
