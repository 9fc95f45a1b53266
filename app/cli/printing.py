"""print: pieces of every kind as one PDF."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import DONE, REFUSED, USAGE, Call, Outcome, plain
from app.cli.print_plans import asked_plan, followed_plan
from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PROBLEM_SENTENCES, NothingToPrint, PrintProblem
from app.domain.print_runs import PlanLine

if TYPE_CHECKING:
    from app.printing.house import PlacedField


def print_piece(call: Call) -> Outcome:
    given = call.options
    followed = getattr(given, "for_run", None)
    is_named = bool(given.customer or given.group)
    if is_named == bool(followed) or (followed and given.sort):
        said = call.say(_EITHER if followed else _NOBODY)
        return Outcome({"error": said}, [], USAGE, said)
    from app.queries.shop import shop_zone
    from app.reports.run_record import record_run
    from app.services.prints import save_document

    target = Path(given.out)
    with call.database() as database:
        with database.read() as session:
            day = given.date or call.today(shop_zone(session))
            plan = followed_plan(call, session, followed, day) if followed else asked_plan(call, session, day)
        kept = [line for line in plan.lines if not line.is_stopped]
        stopped = [line for line in plan.lines if line.is_stopped]
        left_out = [_row(call, line) for line in stopped]
        if not kept:
            complaint = call.sentence(NothingToPrint())
            return Outcome({"pages": 0, "printed": [], "left_out": left_out}, _sentences(left_out), REFUSED, complaint)
        warnings = [_warning(call, line) for line in kept if line.problems]
        warnings += [{"row": None, "text": call.say(_MOVED, customer=code)} for code in plan.moved]
        call.heed(warnings)
        with database.read() as session:
            made = plan.make(session, kept, stopped)
        with database.write() as session:
            done = record_run(session, made, now=call.now, today=day, notes_places=bool(given.layout))
            if done.outcome.is_again:
                warnings.append({"row": None, "text": call.say(_LAID_ANEW if done.is_laid_anew else _AGAIN, run=done.outcome.run_id)})
                call.heed(warnings)
            # Within the transaction: without the files nothing is recorded.
            if given.layout:
                save_document(Path(given.layout), _layout(done.placed))
            save_document(target, done.document)
    names = {line.candidate.customer_id: line.candidate.code for line in kept}
    pieces = [(names[number], written(code) if code else "") for number, code in done.pieces]
    facts = {
        "pages": made.pages,
        "printed": [name for name, _ in pieces],
        "codes": _first_codes(pieces),
        "pieces": [{"customer": name, "code": code} for name, code in pieces],
        "left_out": left_out,
        "warnings": warnings,
        "run": done.outcome.run_id,
        "file": target,
    }
    if made.run.card.options.postal_barcode:
        without = [names[piece.customer_id] for piece in made.run.pieces if piece.recipient and not piece.recipient.bars]
        facts["without_barcode"] = without
    said = call.say(_PRINTED, count=len(kept), pages=made.pages, file=target)
    return Outcome(facts, [said, *_sentences(left_out), *(warning["text"] for warning in warnings)], DONE)


_NOBODY = QT_TRANSLATE_NOOP("CommandLine", "Nobody was named. Please give --customer or --group.")
_EITHER = QT_TRANSLATE_NOOP(
    "CommandLine", "--for-run prints for the people of a run, in its order. Please give it without --customer, --group and --sort."
)
_MOVED = QT_TRANSLATE_NOOP("CommandLine", "{customer}: the record has another address now than that piece has.")
_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "Pieces: {count}, pages: {pages}, in {file}. They are recorded as sent.")
_LAID_ANEW = QT_TRANSLATE_NOOP(
    "CommandLine", "This is run {run} once more, in its own order and laid for this printer; nothing was recorded a second time."
)
_AGAIN = QT_TRANSLATE_NOOP("CommandLine", "This is run {run} once more: the same bytes, and nothing was recorded a second time.")


def _first_codes(pieces: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Of two pieces for one customer the first."""
    codes: dict[str, str] = {}
    for name, code in pieces:
        if code:
            codes.setdefault(name, code)
    return codes


def _layout(placed: Sequence[PlacedField]) -> bytes:
    return (json.dumps([plain(one) for one in placed], ensure_ascii=False) + "\n").encode()


def _row(call: Call, line: PlanLine) -> dict[str, str]:
    return {"customer": line.candidate.code, "reason": _reason(call, line.problems)}


def _reason(call: Call, problems: tuple[PrintProblem, ...]) -> str:
    return " ".join(call.translate("PrintProblems", PROBLEM_SENTENCES[problem]) for problem in problems)


def _warning(call: Call, line: PlanLine) -> dict[str, Any]:
    return {"row": None, "text": f"{line.candidate.code}: {_reason(call, line.problems)}"}


def _sentences(rows: list[dict[str, str]]) -> list[str]:
    return [f"{row['customer']}: {row['reason']}" for row in rows]
