"""Killing the program at every step of a print run, starting it again, and looking who has a piece."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from sqlalchemy import select

from app.domain.codes import written
from app.domain.shop import ShopFields
from app.models.backup import damage_in
from app.models.database import Database
from app.models.records import PrintDocument, PrintPiece, PrintRun
from app.services.shop import create_shop
from tests.architecture.sources import ROOT
from tests.e2e.killing import NOW, TODAY, Toll
from tests.factories import add_customer

PIECES = 200
_HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
_LOOK_EVERY = 0.0002
_LONGEST = 120.0


@dataclass(frozen=True, slots=True)
class Uninterrupted:
    """What a run gives that nobody kills: its bytes, and how long it took."""

    document: bytes
    seconds: float


def kill_during_prints(folder: Path, kills: int, seed: int = 5) -> Toll:
    """Half of the kills at a moment of the run by the clock, half when a step is seen to be done; each begins with a fresh shop."""
    begun, toll = _shop_of_many(folder), Toll()
    whole = _uninterrupted(begun, folder / "whole")
    toll.half += _text_faults(folder / "whole", whole.document)
    dice = random.Random(seed)
    for number in range(kills):
        here = folder / f"kill{number}"
        shutil.copytree(begun, here)
        if number % 2:
            _run_until(here, _SIGHTS[number // 2 % len(_SIGHTS)], _LONGEST)
        else:
            _run_until(here, _never, whole.seconds * (0.25 + 0.75 * (number + dice.random()) / kills))
        toll.kills += 1
        toll.half += [f"kill {number}: {fault}" for fault in _faults_after_kill(here, whole.document)]
        toll.confirmed += _runs(here)
        _print(here)
        toll.half += [f"kill {number}, started again: {fault}" for fault in _faults_at_the_end(here, whole.document)]
        shutil.rmtree(here)
    return toll


def _shop_of_many(folder: Path) -> Path:
    begun = folder / "begun"
    begun.mkdir()
    create_shop(begun / "okaeri.db", ShopFields(name="こもれび"), now=NOW, today=TODAY)
    database = Database.of_file(begun / "okaeri.db")
    with database.write() as session:
        for number in range(PIECES):
            add_customer(session, f"渡辺 {_kanji(number)}", code=_code(number), street=f"渋谷{number + 1}-2", **_HOME)
    with database.driver_connection() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return begun


def _kanji(number: int) -> str:
    signs = "一二三四五六七八九十"
    return "".join(signs[number // power % 10] for power in (100, 10, 1))


def _code(number: int) -> str:
    return f"K{number:03d}"


def _command(here: Path) -> list[str]:
    named = [word for number in range(PIECES) for word in ("--customer", _code(number))]
    target = ["--side", "message", "--out", str(here / "cards.pdf"), "--date", TODAY.isoformat(), "--language", "ja"]
    return [sys.executable, "main.py", "print", "thank-you", *named, *target, "--data-dir", str(here), "--json"]


def _print(here: Path) -> None:
    subprocess.run(_command(here), cwd=ROOT, check=True, capture_output=True)


def _uninterrupted(begun: Path, here: Path) -> Uninterrupted:
    shutil.copytree(begun, here)
    start = time.monotonic()
    _print(here)
    return Uninterrupted((here / "cards.pdf").read_bytes(), time.monotonic() - start)


def _run_until(here: Path, is_seen: Callable[[Path], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    with subprocess.Popen(_command(here), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and time.monotonic() < end and not is_seen(here):
            time.sleep(_LOOK_EVERY)
        process.kill()


def _never(_here: Path) -> bool:
    return False


def _is_turn_taken(here: Path) -> bool:
    return (here / "okaeri.db-wal").exists()


def _is_half_written(here: Path) -> bool:
    part = here / "cards.pdf.part"
    return part.exists() and part.stat().st_size > 0


def _is_in_place(here: Path) -> bool:
    return (here / "cards.pdf").exists()


def _is_log_growing(here: Path) -> bool:
    log = here / "okaeri.db-wal"
    try:
        return log.stat().st_size > 100_000
    except FileNotFoundError:
        return False


_SIGHTS: tuple[Callable[[Path], bool], ...] = (_is_turn_taken, _is_half_written, _is_in_place, _is_log_growing)


def _faults_after_kill(here: Path, document: bytes) -> list[str]:
    """Nothing is half: a file in its place is whole, and what is recorded has its file."""
    faults = []
    file = here / "cards.pdf"
    if file.exists() and file.read_bytes() != document:
        faults.append("the file is not whole")
    if _runs(here) and not file.exists():
        faults.append("recorded without a file")
    return faults + _log_faults(here, document, is_done=bool(_runs(here)))


def _faults_at_the_end(here: Path, document: bytes) -> list[str]:
    faults = [] if (here / "cards.pdf").read_bytes() == document else ["the file is another one"]
    return faults + _log_faults(here, document, is_done=True)


def _runs(here: Path) -> int:
    database = Database.of_file(here / "okaeri.db")
    with database.read() as session:
        found = len(session.scalars(select(PrintRun.id)).all())
    database.close()
    return found


def _log_faults(here: Path, document: bytes, *, is_done: bool) -> list[str]:
    """Everybody has one piece, or nobody has any."""
    database = Database.of_file(here / "okaeri.db")
    with database.driver_connection() as connection:
        faults = list(damage_in(connection))
    with database.read() as session:
        holders = sorted(session.scalars(select(PrintPiece.customer_id).where(PrintPiece.sent_on.is_not(None))))
        kept = session.scalars(select(PrintDocument.content)).all()
    database.close()
    if holders != (list(range(1, PIECES + 1)) if is_done else []):
        faults.append(f"{len(holders)} pieces for {len(set(holders))} people")
    if list(kept) != ([document] if is_done else []):
        faults.append("the bytes that were kept are others")
    return faults


def _text_faults(here: Path, document: bytes) -> list[str]:
    """Whether the pages say what the log says: each code once, on the page of its place."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(document)).pages]
    database = Database.of_file(here / "okaeri.db")
    with database.read() as session:
        pieces = session.execute(select(PrintPiece.position, PrintPiece.code).order_by(PrintPiece.position)).all()
    database.close()
    each = len(pages) // PIECES
    faults = [] if len(pieces) == PIECES else [f"{len(pieces)} pieces in the log"]
    for position, code in pieces:
        shown = [number for number, text in enumerate(pages) if written(code or "") in text]
        if shown != [(position - 1) * each]:
            faults.append(f"piece {position} stands on pages {shown}")
    return faults
