"""new, backup, restore, check."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from app.cli.call import DONE, FAULT, Call, Outcome, target_of
from app.domain.errors import StorageProblem
from app.domain.marking import QT_TRANSLATE_NOOP


def new(call: Call) -> Outcome:
    from app.domain.shop import ShopFields
    from app.services.shop import create_shop

    given = call.options
    fields = ShopFields(
        name=given.name, currency=given.currency, timezone=given.timezone, window_days=given.window, margin_rate=given.margin_rate
    )
    warnings = _warnings_about(call)
    call.heed(warnings)
    create_shop(call.data_file, fields, now=call.now)
    facts = {
        "name": fields.name, "currency": fields.currency.upper(), "timezone": fields.timezone, "window": fields.window_days,
        "margin_rate": fields.margin_rate, "file": call.data_file, "warnings": warnings,
    }  # fmt: skip
    begun = call.say(QT_TRANSLATE_NOOP("CommandLine", "The shop {name} begins in {file}."), name=fields.name, file=call.data_file)
    return Outcome(facts, [begun, *(str(warning["text"]) for warning in warnings)])


def backup(call: Call) -> Outcome:
    from app.models.backup import count_contents
    from app.services.backups import back_up

    target = target_of(call.options.file)
    made = back_up(call.data_file, target, now=call.now, force=call.options.force)
    contents = count_contents(target, is_in_use=False)
    facts = {
        "file": target, "bytes": made.size, "revision": made.revision, "customers": contents.customers,
        "purchases": contents.purchases, "verified": True,
    }  # fmt: skip
    line = call.say(
        QT_TRANSLATE_NOOP("CommandLine", "Backed up to {file} and checked. Customers: {customers}, purchases: {purchases}."),
        file=target, customers=contents.customers, purchases=contents.purchases,
    )  # fmt: skip
    return Outcome(facts, [line])


def restore(call: Call) -> Outcome:
    from app.services import backups

    source = Path(call.options.file)
    # Nothing is touched for a file that is no backup.
    backups.check_backup(source)
    warnings = []
    if call.data_file.exists():
        try:
            call.back_up_first()
        except StorageProblem as problem:
            # A damaged file is the very reason to restore; it is kept beside.
            warnings.append({"row": None, "text": call.sentence(problem)})
            call.heed(warnings)
    outcome = backups.restore(source, call.data_file, now=call.now)
    facts = {
        "file": source, "kept": outcome.kept, "migrated": outcome.is_migrated, "customers": outcome.contents.customers,
        "purchases": outcome.contents.purchases, "warnings": warnings,
    }  # fmt: skip
    lines = [
        call.say(
            QT_TRANSLATE_NOOP("CommandLine", "Restored from {file}. Customers: {customers}, purchases: {purchases}."),
            file=source, customers=outcome.contents.customers, purchases=outcome.contents.purchases,
        )
    ]  # fmt: skip
    if outcome.kept is not None:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "What was there before is kept as {file}."), file=outcome.kept))
    return Outcome(facts, lines)


def check(call: Call) -> Outcome:
    from app.models.backup import count_contents, damage_in
    from app.queries.shop import shop_zone
    from app.services import summaries
    from app.services.ledger import ledger_faults

    with call.database() as database:
        with database.driver_connection() as connection:
            faults = damage_in(connection)
        contents = count_contents(call.data_file, is_in_use=True)
        is_repaired = False
        with database.read() as session:
            zone = shop_zone(session)
            is_consistent = summaries.is_consistent(session)
            ledger = ledger_faults(session) if not faults else []
        if not is_consistent and not faults and call.options.repair:
            with database.write() as session:
                summaries.rebuild(session, call.today(zone))
                is_consistent = summaries.is_consistent(session)
            is_repaired = is_consistent
    is_whole = not faults and not ledger and is_consistent
    facts = {
        "ok": is_whole, "application_id": True, "schema_version": contents.schema_version, "revision": contents.revision,
        "integrity": "ok" if not faults else "damaged", "faults": faults, "summaries": "consistent" if is_consistent else "differ",
        "points": "consistent" if not ledger else "differ", "ledger": ledger, "repaired": is_repaired, "rows": contents.rows,
    }  # fmt: skip
    return Outcome(facts, _findings(call, facts), DONE if is_whole else FAULT)


def _findings(call: Call, facts: dict[str, Any]) -> list[str]:
    if facts["faults"]:
        damaged = QT_TRANSLATE_NOOP("CommandLine", "The data file is damaged. Please restore the latest backup. What was found:")
        return [call.say(damaged), *facts["faults"]]
    counts = QT_TRANSLATE_NOOP("CommandLine", "The data are whole. Customers: {customers}, purchases: {purchases}.")
    lines = [call.say(counts, customers=facts["rows"]["customer"], purchases=facts["rows"]["purchase"])]
    if facts["summaries"] != "consistent":
        differ = QT_TRANSLATE_NOOP(
            "CommandLine", "The figures kept beside the purchases differ from them. “check --repair” counts them anew."
        )
        lines.append(call.say(differ))
    if facts["ledger"]:
        wrong = QT_TRANSLATE_NOOP(
            "CommandLine", "The points do not add up: balances may be wrong. Please restore a backup from before it. What was found:"
        )
        lines += [call.say(wrong), *(f"  {fault}" for fault in facts["ledger"])]
    if facts["repaired"]:
        lines.append(call.say(QT_TRANSLATE_NOOP("CommandLine", "The figures were counted anew from the purchases.")))
    return lines


def _warnings_about(call: Call) -> list[dict[str, str | None]]:
    from app.domain.backups import SYNCED_NAMES, synced_folder

    service = synced_folder(call.data_dir.absolute(), os.environ)
    if service is None:
        return []
    warning = QT_TRANSLATE_NOOP(
        "CommandLine",
        "The folder is copied by {service} while it is in use, which can tear the data. Please choose another; backups may lie there.",
    )
    return [{"row": None, "text": call.say(warning, service=call.translate("Backups", SYNCED_NAMES[service]))}]
