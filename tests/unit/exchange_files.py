"""Files as shops have them, and files as nobody should: written by the tests that need them."""

from __future__ import annotations

import gzip
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from app.domain.money import JPY, Currency
from app.exchange.columns import Subject, guess_columns
from app.exchange.customers import CustomerReading, read_customers
from app.exchange.purchases import PurchaseReading, read_purchases
from app.exchange.source import Reading, Table, open_table

TODAY = date(2026, 11, 20)

# As exported by a salon's old till: title line, numbers without their zeros, eras, full-width digits.
SHOP_LIST = (
    ("顧客名簿 2026年11月", "", "", "", "", "", "", ""),
    ("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "住所", "電話番号", "備考"),
    ("１０１", "髙橋 由美子", "ﾀｶﾊｼ ﾕﾐｺ", "S48.11.8", "150-0001", "東京都渋谷区神宮前１－２－３", "9012340000", "①番"),
    ("102", "㈱山﨑商店", "", "", "600000", "北海道札幌市中央区北一条西２丁目", "０９０－１２３４－５６７８", "㈱宛"),
    ("103", "吉田　和子", "よしだ　かずこ", "昭和33年6月2日", "1530051", "目黒区上目黒2-1-1 青山荘", "0337111234", "2行の\nメモ, 「引用」"),
    ("104", "大塚 昭", "", "1958/13/2", "", "", "", ""),
)  # fmt: skip


def csv_text(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in f'{separator}"\n') else cell

    return "".join(separator.join(quoted(cell) for cell in row) + "\r\n" for row in rows)


def write_text(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def write_gz(path: Path, text: str) -> Path:
    path.write_bytes(gzip.compress(text.encode()))
    return path


def write_xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[str | float | date]]]) -> Path:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy/m/d"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    else:
                        sheet.write(row, column, cell)
    return path


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_PACKAGE = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'{_XML}<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="s" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="t" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def write_raw_xlsx(path: Path, rows: str, *, before: str = "", document_type: str = "", strings: str = "") -> Path:
    """A workbook whose single sheet is written by hand."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _PACKAGE.items():
            package.writestr(name, text)
        if strings:
            package.writestr("xl/sharedStrings.xml", f'{_XML}<sst xmlns="{_MAIN}" {strings}><si><t>a</t></si></sst>')
        sheet = f'{_XML}{document_type}<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'
        package.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


def write_ods(path: Path, rows: str) -> Path:
    content = (
        f'{_XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        f'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", f'{_XML}<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
    return path


def ods_row(*texts: str, repeated: int = 1, columns: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def write_xls(path: Path, cells: Sequence[tuple[int, int, str | float]]) -> Path:
    """An old workbook of one sheet: (row, column, value) from 0 on, in a container of 512-byte sectors."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    def placed(row: int, column: int, value: str | float) -> bytes:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = value.encode("utf-16-le")
            return record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)
        return record(0x0203, place + struct.pack("<d", value))

    begin, end = struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0), record(0x000A, b"")
    head = record(0x0809, begin)
    directory = record(0x0085, struct.pack("<IHBB", len(head) + 14 + len(end), 0, 1, 0) + b"S\0")
    sheet = record(0x0809, begin[:2] + b"\x10\0" + begin[4:]) + b"".join(placed(*entry) for entry in cells) + end
    stream = head + directory + end + sheet
    stream = stream.ljust(-(-max(len(stream), 4096) // 512) * 512, b"\0")
    count = len(stream) // 512
    following = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    table = struct.pack(f"<{len(following)}I", *following).ljust(512, b"\xff")

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<3I", 0xFFFFFFFF, 0xFFFFFFFF, child)
        return text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + links + bytes(36) + struct.pack("<IQ", start, size)

    entries = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 2, len(stream)) + bytes(256)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<109I", 0, *(0xFFFFFFFF,) * 108)
    path.write_bytes(header + table + entries + stream)
    return path


def open_text(tmp_path: Path, text: str, *, name: str = "list.csv", encoding: str = "utf-8", reading: Reading | None = None) -> Table:
    return open_table(write_text(tmp_path / name, text, encoding), reading or Reading())


def customers_of(tmp_path: Path, text: str, *overrides: str, today: date = TODAY) -> CustomerReading:
    table = open_text(tmp_path, text)
    return read_customers(table, guess_columns(table, Subject.CUSTOMERS, overrides=overrides), today=today)


def purchases_of(tmp_path: Path, text: str, *overrides: str, today: date = TODAY, currency: Currency = JPY) -> PurchaseReading:
    table = open_text(tmp_path, text)
    return read_purchases(table, guess_columns(table, Subject.PURCHASES, overrides=overrides), today=today, currency=currency)
