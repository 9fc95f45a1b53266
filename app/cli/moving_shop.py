"""import shop, export shop: what a shop has beside its lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.call import Call, Outcome, target_of
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.shop_moves import LeftOutOfFile

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.domain.groups import GroupChoices
    from app.domain.shop_moves import ShopPack, UnpackOutcome

SHOP = "shop"
_KINDS = ("households", "groups", "templates", "profiles")

_WRITTEN = QT_TRANSLATE_NOOP(
    "CommandLine", "Written to {file}. Households: {households}, groups: {groups}, templates: {templates}, printers: {profiles}."
)
_BROUGHT = QT_TRANSLATE_NOOP(
    "CommandLine", "Brought in. Households: {households}, groups: {groups}, templates: {templates}, printers: {profiles}."
)
_TRIED = QT_TRANSLATE_NOOP(
    "CommandLine",
    "Only tried, nothing was stored. Households: {households}, groups: {groups}, templates: {templates}, printers: {profiles}.",
)
_CODES_STAY = QT_TRANSLATE_NOOP(
    "CommandLine",
    "The print log and the codes on cards and coupons handed out so far stay with the old shop; restore a backup to keep them.",
)
_REPLACED = QT_TRANSLATE_NOOP("CommandLine", "“{name}” was here already; the one from the file takes its place.")


class _Rehearsed(Exception):
    """Ends the transaction of an import that is only tried."""


def export_shop(call: Call, *, who: str) -> Outcome:
    """Noted before the file exists, as every list that goes out."""
    from app.exchange.shop_file import write_shop_file
    from app.services.exports import log_list_export
    from app.services.shop_moves import pack_shop

    path = target_of(call.options.file)
    with call.database() as database:
        with database.read() as session:
            pack = pack_shop(session, _choices(session, _today(call, session)))
        with database.write() as session:
            log_list_export(session, SHOP, sum(_counts(pack).values()), _KINDS, who=who, now=call.now)
        write_shop_file(path, pack)
    lines = [call.say(_WRITTEN, file=path, **_counts(pack)), call.say(_CODES_STAY)]
    return Outcome({"file": path, "what": SHOP, **_counts(pack)}, lines)


def import_shop(call: Call) -> Outcome:
    """After the lists: the file names customers, staff, products and tiers of them."""
    from app.exchange.shop_file import read_shop_file
    from app.services.shop_moves import unpack_shop

    pack = read_shop_file(Path(call.options.file))
    is_tried = bool(call.options.dry_run)
    with call.database() as database:
        if not is_tried:
            call.back_up_first()
        try:
            with database.write() as session:
                done = unpack_shop(session, pack, _choices(session, _today(call, session)), now=call.now)
                warnings = _warnings(call, done)
                call.heed(warnings)
                if is_tried:
                    raise _Rehearsed
        except _Rehearsed:
            # Whatever was written is taken back with the transaction.
            pass
    counts = {kind: getattr(done, kind) for kind in _KINDS}
    lines = [call.say(_TRIED if is_tried else _BROUGHT, **counts), *(str(one["text"]) for one in warnings)]
    return Outcome({**counts, "warnings": warnings, "dry_run": is_tried}, lines)


def _warnings(call: Call, done: UnpackOutcome) -> list[dict[str, Any]]:
    texts = [call.say(_REPLACED, name=name) for name in done.replaced] + [_said(call, problem) for problem in done.problems]
    return [{"row": None, "text": text} for text in texts]


def _said(call: Call, problem: DomainError) -> str:
    because = f" {call.sentence(problem.because)}" if isinstance(problem, LeftOutOfFile) else ""
    return call.sentence(problem) + because


def _counts(pack: ShopPack) -> dict[str, int]:
    return {kind: len(getattr(pack, kind)) for kind in _KINDS}


def _today(call: Call, session: Session) -> date:
    from app.queries.shop import shop_zone

    return call.today(shop_zone(session))


def _choices(session: Session, today: date) -> GroupChoices:
    from app.queries.groups import choices

    return choices(session, today)
