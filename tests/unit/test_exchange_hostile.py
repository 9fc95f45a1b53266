"""Files that are damaged, foreign or meant to harm: a sentence for each, quickly, and nothing else."""

from __future__ import annotations

import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Cancelled, DomainError
from app.exchange.limits import LIMITS
from app.exchange.problems import (
    FileDamaged,
    FileMissing,
    FileTooLarge,
    HeaderOnly,
    NotASpreadsheet,
    NothingInIt,
    PasswordProtected,
    TakesTooLong,
)
from app.exchange.source import open_table
from tests.unit.exchange_files import (
    SHOP_LIST,
    cell,
    csv_text,
    ods_row,
    write_gz,
    write_ods,
    write_raw_xlsx,
    write_text,
    write_xls,
    write_xlsx,
)


def refusal(path: Path) -> DomainError:
    with pytest.raises(DomainError) as caught:
        open_table(path)
    assert path.name in str(caught.value)
    return caught.value


def test_no_file_no_bytes_no_rows(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "none.csv"), FileMissing)
    assert isinstance(refusal(tmp_path), FileMissing)
    assert isinstance(refusal(write_text(tmp_path / "a.csv", "")), NothingInIt)
    assert isinstance(refusal(write_text(tmp_path / "b.csv", "\ufeff\r\n\r\n  ")), NothingInIt)
    assert isinstance(refusal(write_text(tmp_path / "c.csv", "氏名,電話番号\n")), HeaderOnly)
    assert isinstance(refusal(write_xlsx(tmp_path / "d.xlsx", {"S": [("氏名", "電話番号")]})), HeaderOnly)
    assert isinstance(refusal(write_xlsx(tmp_path / "e.xlsx", {"S": []})), NothingInIt)


def test_other_kinds_of_files_under_a_lists_name(tmp_path: Path) -> None:
    for number, head in enumerate((b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"<html><table><tr><td>a", b"MZ\x90\0")):
        path = tmp_path / f"{number}.csv"
        path.write_bytes(head + b"1,2\n" * 50)
        assert isinstance(refusal(path), NotASpreadsheet)
    noise = tmp_path / "noise.csv"
    noise.write_bytes(random.Random(1).randbytes(50_000))
    assert isinstance(refusal(noise), NotASpreadsheet)
    other = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    assert isinstance(refusal(other), NotASpreadsheet)


def test_one_endless_line_is_no_list(tmp_path: Path) -> None:
    assert isinstance(refusal(write_text(tmp_path / "a.csv", "氏名," + "x" * 6_000_000)), NotASpreadsheet)


def test_truncated_files(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", {"S": SHOP_LIST}).read_bytes()
    for part in (30, len(whole) // 2, len(whole) - 10):
        path = tmp_path / f"cut{part}.xlsx"
        path.write_bytes(whole[:part])
        assert isinstance(refusal(path), FileDamaged)
    packed = write_gz(tmp_path / "whole.csv.gz", csv_text(SHOP_LIST)).read_bytes()
    cut = tmp_path / "cut.csv.gz"
    cut.write_bytes(packed[: len(packed) // 2])
    assert isinstance(refusal(cut), FileDamaged)


def test_a_changed_byte_inside_a_workbook_is_noticed(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"S": SHOP_LIST})
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        place = package.getinfo("xl/worksheets/sheet1.xml").header_offset + 80
    content[place] ^= 0x55
    path.write_bytes(content)
    assert isinstance(refusal(path), FileDamaged)


def test_bombs_are_refused_by_size_and_ratio(tmp_path: Path) -> None:
    row = f"<row>{cell('A1', 'x')}</row>"
    bomb = write_raw_xlsx(tmp_path / "bomb.xlsx", row * 500_000)
    assert bomb.stat().st_size < 400_000
    assert isinstance(refusal(bomb), FileTooLarge)
    text_bomb = write_gz(tmp_path / "bomb.csv.gz", "a,b\n" * 300_000)
    with pytest.raises(FileTooLarge):
        open_table(text_bomb, limits=replace(LIMITS, unpacked_bytes=1_000_000))
    with pytest.raises(FileTooLarge):
        open_table(text_bomb, limits=replace(LIMITS, file_bytes=100))


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1">{cell("A1", "x")}</row><row r="1048576">{cell("XFD1048576", "y")}</row>',
        f'<row r="1">{cell("xfd1048576", "y")}{cell("A1", "x")}</row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999"><c><v>2</v></c></row>',
        "<row>" + "<c><v>1</v></c>" * 1_500 + "</row>" + f'<row r="900000">{cell("A900000", "y")}</row>',
    ],
)
def test_cells_far_away_do_not_fill_the_memory(tmp_path: Path, rows: str) -> None:
    assert isinstance(refusal(write_raw_xlsx(tmp_path / "far.xlsx", rows)), FileTooLarge)


def test_an_absurd_claim_of_size_is_not_believed(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "氏名")}{cell("B1", "電話番号")}</row><row r="2">{cell("A2", "吉田")}{cell("B2", "03-3711-1234")}</row>'
    table = open_table(write_raw_xlsx(tmp_path / "claim.xlsx", rows, before='<dimension ref="A1:XFD1048576"/>'))
    assert table.sample() == [(2, ["吉田", "03-3711-1234"])]
    many = write_raw_xlsx(tmp_path / "strings.xlsx", rows, strings='count="4000000000" uniqueCount="4000000000"')
    assert isinstance(refusal(many), FileDamaged)


def test_entities_are_refused(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = write_raw_xlsx(tmp_path / "laughs.xlsx", f'<row r="1">{cell("A1", "&b;")}</row>', document_type=laughs)
    assert isinstance(refusal(path), FileDamaged)


def test_repeated_cells_of_an_open_document(tmp_path: Path) -> None:
    good = write_ods(tmp_path / "good.ods", ods_row("氏名", "電話番号") + ods_row("吉田", "03-3711-1234"))
    assert open_table(good).sample() == [(2, ["吉田", "03-3711-1234"])]
    wide = write_ods(tmp_path / "wide.ods", ods_row("x", repeated=1_000_000, columns=16_000))
    assert isinstance(refusal(wide), FileTooLarge)


def test_passwords(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert isinstance(refusal(path), PasswordProtected)


def test_old_workbooks_read_unless_their_cells_are_far_away(tmp_path: Path) -> None:
    cells: list[tuple[int, int, str | float]] = [(0, 0, "氏名"), (0, 1, "電話番号"), (1, 0, "𠮷田 和子"), (1, 1, 9012345678.0)]
    assert open_table(write_xls(tmp_path / "a.xls", cells)).sample() == [(2, ["𠮷田 和子", "9012345678"])]
    assert isinstance(refusal(write_xls(tmp_path / "far.xls", [*cells, (65_535, 65_000, 1.0)])), FileTooLarge)


def test_a_broken_old_workbook(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(2).randbytes(5_000))
    assert isinstance(refusal(path), FileDamaged | NotASpreadsheet)


def test_time_is_limited_and_the_user_can_stop(tmp_path: Path) -> None:
    path = write_text(tmp_path / "a.csv", "氏名,メモ\n" + "a,b\n" * 20_000)
    with pytest.raises(TakesTooLong):
        open_table(path, limits=replace(LIMITS, seconds=-1))
    with pytest.raises(FileTooLarge):
        list(open_table(path, limits=replace(LIMITS, rows=10_000)).records([]))

    class Stopped:
        def advance(self, done: int, total: int) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_table(path, progress=Stopped())
    with pytest.raises(Cancelled):
        list(open_table(path).records([], Stopped()))
