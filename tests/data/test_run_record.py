"""The same job made once more: laid for another printer, or asked for in another order, it is the run that the log has."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from app.domain.cards import Calibration, Card, CardOptions, CardText
from app.domain.codes import written
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import PrintSettings
from app.domain.print_work import job_of
from app.models.database import Database
from app.queries import shop as shops
from app.queries.codes import codes_for
from app.queries.prints_log import document_of, print_log
from app.queries.timeline import sent_to
from app.reports.card_runs import MadeRun, check_list, made_run, people_for
from app.reports.run_record import RecordedRun, record_run
from app.services.openings import Opening, open_points
from tests.factories import NOW, SHOP, TODAY, add_customer

HOME = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
SETTINGS = PrintSettings().with_text(CardText(headline="おかえりなさい。", body="ポイントは{{points|default:0}}です。"), "ja")
MOVED = Calibration(2.0, -1.0)


@pytest.fixture
def ids(database: Database) -> list[int]:
    with database.write() as session:
        return [add_customer(session, f"客 {number}子", street=f"渋谷{number}-2", **HOME) for number in "123"]


def _card() -> Card:
    return SETTINGS.card(SHOP, "ja", TODAY)


def _made(database: Database, ids: list[int], card: Card, *, notes_places: bool = True) -> MadeRun:
    with database.read() as session:
        lines = check_list(people_for(session, ids, TODAY), SETTINGS, card)
        codes = codes_for(session, card, ids)
    return made_run(lines, SETTINGS, card, codes=codes, notes_places=notes_places)


def _record(database: Database, made: MadeRun, *, notes_places: bool = True) -> RecordedRun:
    with database.write() as session:
        return record_run(session, made, now=NOW, today=TODAY, notes_places=notes_places)


def _texts(document: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(document)).pages]


@pytest.mark.parametrize("options", [{"calibration": MOVED}, {"start_at": 4}, {"blank_stock": True}])
def test_laid_for_another_printer_it_is_the_run_that_is_there(database: Database, ids: list[int], options: dict[str, object]) -> None:
    card = _card() if "start_at" not in options else job_of(SETTINGS, WorkKind.LABELS, None, SHOP, "ja", TODAY)
    first = _record(database, _made(database, ids, card))
    other = replace(card, options=replace(card.options, **options))  # type: ignore[arg-type]
    made = _made(database, ids, other)
    again = _record(database, made)
    assert (again.outcome.run_id, again.outcome.is_again, again.is_laid_anew) == (first.outcome.run_id, True, True)
    assert again.document == made.run.document != first.document
    assert again.placed == made.placed
    with database.read() as session:
        assert len(print_log(session)) == 1
        assert len(sent_to(session, ids[0])) == 1
        assert document_of(session, first.outcome.run_id) == first.document


def test_what_is_laid_anew_says_what_the_log_says(database: Database, ids: list[int]) -> None:
    first = _record(database, _made(database, ids, _card()))
    with database.write() as session:
        open_points(session, [Opening(ids[0], 300, None)], import_id=None, now=NOW, today=TODAY)
    assert "300" in "".join(_texts(_made(database, ids, _card()).run.document))
    card = replace(_card(), options=replace(_card().options, calibration=MOVED))
    again = _record(database, _made(database, ids, card))
    assert again.is_laid_anew
    assert _texts(again.document) == _texts(first.document)


def test_asked_for_in_another_order_the_pieces_have_the_numbers_of_the_log(database: Database, ids: list[int]) -> None:
    first = _record(database, _made(database, ids, _card()))
    again = _record(database, _made(database, list(reversed(ids)), _card()))
    assert (again.outcome.run_id, again.document, again.is_laid_anew) == (first.outcome.run_id, first.document, False)
    assert [number for number, _ in again.pieces] == ids
    assert again.pieces == first.pieces
    assert again.placed == first.placed


def test_another_side_or_wording_is_another_run(database: Database, ids: list[int]) -> None:
    first = _record(database, _made(database, ids, _card()))
    plain = replace(_card(), options=CardOptions(print_sender=False))
    assert not _record(database, _made(database, ids, plain)).outcome.is_again
    assert first.outcome.pieces == 3


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (WorkKind.ENVELOPE, {"paper": "長形3号"}, {"paper": "洋形2号"}),
        (WorkKind.LABELS, {"sheet": "A-one 28315"}, {"sheet": "A-one 28366"}),
    ],
)
def test_on_another_paper_each_piece_has_a_code_of_its_own(
    database: Database, ids: list[int], kind: WorkKind, one: dict[str, str], other: dict[str, str]
) -> None:
    with database.read() as session:
        usual = job_of(SETTINGS, kind, None, shops.shop_fields(session), "ja", TODAY)
    jobs = [replace(usual, options=replace(usual.options, **paper)) for paper in (one, other)]  # type: ignore[arg-type]
    runs = [_record(database, _made(database, ids, job)) for job in jobs]
    first, second = ([code for _, code in run.pieces] for run in runs)
    assert not set(first) & set(second)
    assert all(written(code) in "".join(_texts(run.document)) for run, codes in zip(runs, (first, second), strict=True) for code in codes)
    again = _record(database, _made(database, ids, jobs[0]))
    assert (again.outcome.run_id, again.pieces) == (runs[0].outcome.run_id, runs[0].pieces)
