"""print-log and returned: what was printed, how far it came, and what of it came back by post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Any

from app.cli.call import REFUSED, USAGE, Call, Outcome, target_of
from app.cli.print_answers import left_out_words
from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_problems import PROBLEM_SENTENCES, NothingToPrint, PrintProblem
from app.domain.print_runs import PrintRunRow
from app.domain.prints import HANDED_OVER, PURSE_CARDS, PrintKind
from app.domain.returned import ReturnedOutcome, ReturnedRow
from app.domain.run_changes import Stop
from app.domain.run_details import RunPiece

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.models.database import Database

_RUN = QT_TRANSLATE_NOOP("CommandLine", "{run}: {day} {time}, {title}, {paper}, pieces: {pieces}")
_UNSENT = QT_TRANSLATE_NOOP("CommandLine", "not printed: {count}")
_BACK = QT_TRANSLATE_NOOP("CommandLine", "came back by post: {count}")
_GOES_WITH = QT_TRANSLATE_NOOP("CommandLine", "goes with run {count}")
_KINDS: Mapping[PrintKind, str] = {
    PrintKind.THANK_YOU: QT_TRANSLATE_NOOP("CommandLine", "Postcards"),
    PrintKind.LETTER: QT_TRANSLATE_NOOP("CommandLine", "Letters"),
    PrintKind.ENVELOPE: QT_TRANSLATE_NOOP("CommandLine", "Envelopes and addresses"),
    PrintKind.LABELS: QT_TRANSLATE_NOOP("CommandLine", "Labels"),
    PrintKind.MEMBER_CARDS: QT_TRANSLATE_NOOP("CommandLine", "Member cards"),
    PrintKind.REFERRAL_CARDS: QT_TRANSLATE_NOOP("CommandLine", "Cards to hand on"),
    PrintKind.SURVEY: QT_TRANSLATE_NOOP("CommandLine", "Survey sheets"),
}
_SMALL = QT_TRANSLATE_NOOP("CommandLine", "small cards")
_OWN_SHEET = "custom:"
_NO_RUNS = QT_TRANSLATE_NOOP("CommandLine", "Nothing was printed yet.")
_NO_RUN = QT_TRANSLATE_NOOP("CommandLine", "No run was named. Please give --run with its number; the verb print-log lists them.")
_NO_FILE = QT_TRANSLATE_NOOP("CommandLine", "No file was named. Please give --out.")
_NOT_PRINTED = QT_TRANSLATE_NOOP("CommandLine", "not printed")
_BY_HAND = QT_TRANSLATE_NOOP("CommandLine", "Was taken out by hand.")
_STOPPED = QT_TRANSLATE_NOOP("CommandLine", "Run {run} stopped: {count} pieces from number {next} on are not noted as sent any more.")
_WENT_ON = QT_TRANSLATE_NOOP("CommandLine", "The rest: pieces: {count}, pages: {pages}, in {file}. They are recorded as sent.")
_HANDED = QT_TRANSLATE_NOOP("CommandLine", "The rest: pieces: {count}, pages: {pages}, in {file}. They are recorded as handed over.")
_LEFT = QT_TRANSLATE_NOOP("CommandLine", "Run {run}: {count} pieces were left out.")
_ONCE_MORE = QT_TRANSLATE_NOOP("CommandLine", "The same once more: pieces: {count}, in {file}. Nothing was recorded.")
_NONE_BACK = QT_TRANSLATE_NOOP("CommandLine", "No post came back yet.")
_SAVED = QT_TRANSLATE_NOOP("CommandLine", "Pieces not sent to these addresses since: {count}, saved: {yen}")
_CALLS = QT_TRANSLATE_NOOP("CommandLine", "Follow-ups planned to ask for the new address: {count}")
_MARKED = QT_TRANSLATE_NOOP("CommandLine", "{code}: {customer}. The address is marked, and no post goes there until it is changed.")
_MOVED = QT_TRANSLATE_NOOP("CommandLine", "{code}: {customer}. The address was changed since, so it is not marked.")
_AGAIN = QT_TRANSLATE_NOOP("CommandLine", "{code}: this piece is noted as returned already.")
_NOTE = QT_TRANSLATE_NOOP("CommandLine", "Post came back. Please ask for the new address.")


def print_log(call: Call) -> Outcome:
    """Every run, the latest first; one of them with its people; or what is done with one."""
    given = call.options
    asked = ((_stop_at, given.stop_at is not None), (_go_on, given.go_on), (_give_up, given.give_up), (_again, given.again))
    act = next((act for act, is_asked in asked if is_asked), None)
    if given.run is None and act is not None:
        return Outcome({"error": call.say(_NO_RUN)}, [], USAGE, call.say(_NO_RUN))
    if act in (_go_on, _again) and not given.out:
        return Outcome({"error": call.say(_NO_FILE)}, [], USAGE, call.say(_NO_FILE))
    if act is not None:
        return act(call)
    return _listed_runs(call) if given.run is None else _one(call)


def _listed_runs(call: Call) -> Outcome:
    from app.queries.prints_log import print_log as runs_printed
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        runs, zone = runs_printed(session, limit=call.options.limit), shop_zone(session)
    return Outcome({"rows": [_run(run) for run in runs]}, [_run_words(call, run, zone) for run in runs] or [call.say(_NO_RUNS)])


def _one(call: Call) -> Outcome:
    from app.queries.codes import number_of
    from app.queries.run_details import run_details
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        found, zone = run_details(session, call.options.run), shop_zone(session)
        ids = [*(piece.customer_id for piece in found.pieces), *(one.customer_id for one in found.left_out)]
        numbers = {number: number_of(session, number) for number in ids}
    people = [_on_run(piece, numbers[piece.customer_id]) for piece in found.pieces]
    without = [{"customer": numbers[one.customer_id], "reason": _reason(call, one.problem)} for one in found.left_out]
    said = [f"{one['position']} {one['code']} {one['customer']} {one['name']} {one['sent_on'] or call.say(_NOT_PRINTED)}" for one in people]
    said += left_out_words(call, without)
    return Outcome({**_run(found.run), "people": people, "without": without}, [_run_words(call, found.run, zone), *said])


def _stop_at(call: Call) -> Outcome:
    from app.services.print_runs import stop_at

    run_id = call.options.run
    with call.database() as database:
        with database.write() as session:
            action = stop_at(session, run_id, call.options.stop_at, now=call.now)
        row = _row_of(database, run_id)
    facts = {"run": run_id, "unsent": row.unsent, "next": row.next_position, "action": action}
    return Outcome(facts, [call.say(_STOPPED, run=run_id, count=row.unsent, next=row.next_position)])


def _go_on(call: Call) -> Outcome:
    """What is left and may still go: the file and the record of sending are one act."""
    from app.queries.prints_log import rest_of
    from app.queries.shop import shop_zone
    from app.reports.run_rest import made_rest
    from app.services.print_runs import finish_rest
    from app.services.prints import save_document

    run_id, target = call.options.run, target_of(call.options.out)
    with call.database() as database:
        with database.read() as session:
            today = call.options.date or call.today(shop_zone(session))
            rest = rest_of(session, run_id, today)
            numbers = _numbers(session, run_id)
            left_out = _left_out(call, session, rest.stops)
        if not rest.positions:
            complaint = call.sentence(NothingToPrint())
            facts = {"run": run_id, "pages": 0, "printed": [], "left_out": left_out}
            return Outcome(facts, left_out_words(call, left_out), REFUSED, complaint)
        call.heed([{"row": None, "text": f"{one['customer']}: {one['reason']}"} for one in left_out])
        made = made_rest(rest)
        with database.write() as session:
            action = finish_rest(session, run_id, rest.positions, now=call.now, today=today)
            # Within the transaction: without the file nothing is noted.
            save_document(target, made.document)
    printed = [numbers[position] for position in rest.positions]
    facts = {"run": run_id, "pages": made.pages, "printed": printed, "left_out": left_out, "file": target, "action": action}
    said = call.say(_HANDED if rest.card.kind in HANDED_OVER else _WENT_ON, count=len(printed), pages=made.pages, file=target)
    return Outcome(facts, [said, *left_out_words(call, left_out)])


def _give_up(call: Call) -> Outcome:
    from app.queries.run_details import run_details
    from app.services.print_runs import give_up_rest

    run_id = call.options.run
    with call.database() as database:
        with database.read() as session:
            unsent, numbers = run_details(session, run_id).unsent(), _numbers(session, run_id)
        with database.write() as session:
            action = give_up_rest(session, run_id, now=call.now)
    reason = _reason(call, PrintProblem.GIVEN_UP)
    left_out = [{"customer": numbers[piece.position], "reason": reason} for piece in unsent]
    return Outcome({"run": run_id, "left_out": left_out, "action": action}, [call.say(_LEFT, run=run_id, count=len(left_out))])


def _again(call: Call) -> Outcome:
    from app.reports.run_rest import printed_again
    from app.services.prints import save_document

    run_id, target = call.options.run, target_of(call.options.out)
    with call.database() as database:
        row = _row_of(database, run_id)
        with database.read() as session:
            save_document(target, printed_again(session, run_id))
    return Outcome({"run": run_id, "pieces": row.pieces, "file": target}, [call.say(_ONCE_MORE, count=row.pieces, file=target)])


def returned(call: Call) -> Outcome:
    """Note the pieces with these codes as returned; without a code list what came back."""
    if not call.options.code:
        return _listed(call)
    from app.queries.returned import saved_by_returns
    from app.queries.shop import shop_zone
    from app.services.returned_mail import record_returned

    note = call.say(_NOTE)
    with call.database() as database:
        with database.read() as session:
            today = call.options.date or call.today(shop_zone(session))
        with database.write() as session:
            done = record_returned(session, call.options.code, note=note, now=call.now, today=today)
            warnings = _warnings(call, done)
            call.heed(warnings)
            saved = saved_by_returns(session)
    refused = [{"code": one.text, "reason": call.sentence(one.error)} for one in done.refused]
    facts = {
        "returned": [_piece(row) for row in done.returned],
        "again": [_piece(row) for row in done.again],
        "refused": refused,
        "follow_ups": done.follow_ups,
        "saved": {"pieces": saved.pieces, "yen": saved.yen},
        "action": done.action_id,
        "warnings": warnings,
    }
    said = [call.say(_MOVED if row.is_moved else _MARKED, code=written(row.code), customer=row.customer) for row in done.returned]
    said += [f"{one['code']}: {one['reason']}" for one in refused]
    said += [call.say(_CALLS, count=done.follow_ups)] if done.follow_ups else []
    said += [call.say(_SAVED, count=saved.pieces, yen=saved.yen)] if saved.pieces else []
    return Outcome(facts, [*said, *(warning["text"] for warning in warnings)])


def _listed(call: Call) -> Outcome:
    from app.queries.returned import returned_view

    with call.database() as database, database.read() as session:
        view = returned_view(session)
    facts = {"rows": [_piece(row) for row in view.rows], "saved": {"pieces": view.saved.pieces, "yen": view.saved.yen}}
    said = [f"{row.returned_on} {written(row.code)} {row.customer}" for row in view.rows]
    if view.saved.pieces:
        said.append(call.say(_SAVED, count=view.saved.pieces, yen=view.saved.yen))
    return Outcome(facts, said or [call.say(_NONE_BACK)])


def _row_of(database: Database, run_id: int) -> PrintRunRow:
    from app.queries.run_details import run_details

    with database.read() as session:
        return run_details(session, run_id).run


def _numbers(session: Session, run_id: int) -> dict[int, str]:
    """By position: the number of whose piece it is."""
    from app.queries.codes import number_of
    from app.queries.run_details import run_details

    return {piece.position: number_of(session, piece.customer_id) for piece in run_details(session, run_id).pieces}


def _left_out(call: Call, session: Session, stops: Sequence[Stop]) -> list[dict[str, str]]:
    from app.queries.codes import number_of

    return [{"customer": number_of(session, stop.customer_id), "reason": _reason(call, stop.problem)} for stop in stops]


def _reason(call: Call, problem: PrintProblem | None) -> str:
    return call.say(_BY_HAND) if problem is None else call.translate("PrintProblems", PROBLEM_SENTENCES[problem])


def _on_run(piece: RunPiece, number: str) -> dict[str, Any]:
    return {
        "position": piece.position,
        "customer": number,
        "name": piece.name,
        "code": written(piece.code) if piece.code else "",
        "sent_on": piece.sent_on,
        "returned_on": piece.returned_on,
        "used": piece.is_brought,
    }


def _run(run: PrintRunRow) -> dict[str, Any]:
    return {
        "run": run.id,
        "at": run.at,
        "day": run.day,
        "kind": run.kind,
        "title": run.title,
        "occasion": run.occasion,
        "paper": run.stock,
        "pieces": run.pieces,
        "unsent": run.unsent,
        "returned": run.returned,
        "left_out": run.left_out,
        "coded": run.coded,
        "used": run.used,
        "cost": run.cost,
        "file_hash": run.file_hash,
        "next": run.next_position or None,
        "follows": run.follows or None,
    }


def _run_words(call: Call, run: PrintRunRow, zone: tzinfo) -> str:
    title = run.title or run.occasion or call.say(_KINDS[run.kind])
    paper = call.say(_SMALL) if run.kind in PURSE_CARDS else run.stock.removeprefix(_OWN_SHEET) or "—"
    time = f"{run.at.astimezone(zone):%H:%M}"
    parts = [call.say(_RUN, run=run.id, day=run.day, time=time, title=title, paper=paper, pieces=run.pieces)]
    counts = ((_GOES_WITH, run.follows), (_UNSENT, run.unsent), (_BACK, run.returned))
    return ", ".join(parts + [call.say(words, count=count) for words, count in counts if count])


def _piece(row: ReturnedRow) -> dict[str, Any]:
    return {
        "code": written(row.code),
        "customer": row.customer,
        "name": row.name,
        "address": row.address,
        "run": row.run_id,
        "position": row.position,
        "sent_on": row.sent_on,
        "returned_on": row.returned_on,
        "address_is_newer": row.is_moved,
    }


def _warnings(call: Call, done: ReturnedOutcome) -> list[dict[str, Any]]:
    return [{"row": None, "text": call.say(_AGAIN, code=written(row.code))} for row in done.again]
