"""print-log and returned: what was printed, and what of it came back by post."""

from __future__ import annotations

from typing import Any

from app.cli.call import Call, Outcome
from app.domain.codes import written
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.print_runs import PrintRunRow
from app.domain.returned import ReturnedOutcome, ReturnedRow

_RUN = QT_TRANSLATE_NOOP("CommandLine", "{run}: {day}, {title}, pieces: {pieces}")
_UNSENT = QT_TRANSLATE_NOOP("CommandLine", "not printed: {count}")
_BACK = QT_TRANSLATE_NOOP("CommandLine", "came back by post: {count}")
_NO_RUNS = QT_TRANSLATE_NOOP("CommandLine", "Nothing was printed yet.")
_NONE_BACK = QT_TRANSLATE_NOOP("CommandLine", "No post came back yet.")
_SAVED = QT_TRANSLATE_NOOP("CommandLine", "Pieces not sent to these addresses since: {count}, saved: {yen}")
_MARKED = QT_TRANSLATE_NOOP("CommandLine", "{code}: {customer}. The address is marked, and no post goes there until it is changed.")
_MOVED = QT_TRANSLATE_NOOP("CommandLine", "{code}: {customer}. The address was changed since, so it is not marked.")
_AGAIN = QT_TRANSLATE_NOOP("CommandLine", "{code}: this piece is noted as returned already.")
_NOTE = QT_TRANSLATE_NOOP("CommandLine", "Post came back. Please ask for the new address.")


def print_log(call: Call) -> Outcome:
    """Every run, the latest first."""
    from app.queries.prints_log import print_log as runs_printed

    with call.database() as database, database.read() as session:
        runs = runs_printed(session, limit=call.options.limit)
    return Outcome({"rows": [_run(run) for run in runs]}, [_run_words(call, run) for run in runs] or [call.say(_NO_RUNS)])


def returned(call: Call) -> Outcome:
    """Note the pieces with these codes as returned; without a code list what came back."""
    if not call.options.code:
        return _listed(call)
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
    refused = [{"code": one.text, "reason": call.sentence(one.error)} for one in done.refused]
    facts = {
        "returned": [_piece(row) for row in done.returned],
        "again": [_piece(row) for row in done.again],
        "refused": refused,
        "follow_ups": done.follow_ups,
        "action": done.action_id,
        "warnings": warnings,
    }
    said = [call.say(_MOVED if row.is_moved else _MARKED, code=written(row.code), customer=row.customer) for row in done.returned]
    said += [f"{one['code']}: {one['reason']}" for one in refused]
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


def _run(run: PrintRunRow) -> dict[str, Any]:
    return {
        "run": run.id,
        "at": run.at,
        "day": run.day,
        "kind": run.kind,
        "title": run.title,
        "occasion": run.occasion,
        "pieces": run.pieces,
        "unsent": run.unsent,
        "returned": run.returned,
        "left_out": run.left_out,
        "coded": run.coded,
        "used": run.used,
        "cost": run.cost,
        "file_hash": run.file_hash,
    }


def _run_words(call: Call, run: PrintRunRow) -> str:
    parts = [call.say(_RUN, run=run.id, day=run.day, title=run.title or run.occasion, pieces=run.pieces)]
    counts = ((_UNSENT, run.unsent), (_BACK, run.returned))
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
