"""import, undo-import and export by the command line, with the lists that shops have."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from tests.e2e.cli_runs import CommandLine

PEOPLE = """お客様番号,お名前,フリガナ,郵便番号,住所,電話番号,生年月日,メモ,好きな色
1001,髙橋 花子,タカハシ ハナコ,150-0001,東京都渋谷区神宮前4-5-6,090-1111-2222,S48.11.8,①㈱サンプルの紹介,青
1002,山﨑 次郎,ヤマザキ ジロウ,600001,北海道札幌市中央区北一条西2,312345678,1980/2/30,,
1003,,,,,,,名前のない行,
"""

SALES = """伝票番号,日付,お客様番号,商品名,金額
R-1,2025/2/3,1001,カット,"4,950"
R-1,2025/2/3,1001,シャンプー,￥２，６４０
R-2,令和7年6月1日,1001,カット,4950
R-3,2025/6/2,9999,パーマ,9900
R-4,2025/6/3,,物販,1200
R-5,2025/6/4,1001,取消,△500
R-6,いつか,1001,カット,4950
"""


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "shop", capsys)
    line.json("new", "--name", "こもれび")
    return line


def written(path: Path, text: str, encoding: str = "cp932") -> str:
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_a_customer_list_in_cp932(shop: CommandLine, tmp_path: Path) -> None:
    done = shop.json("import", "customers", written(tmp_path / "名簿.csv", PEOPLE), "--language", "en")
    assert (done["accepted"], done["created"], done["updated"], done["without_customer"]) == (1, 1, 0, 0)
    assert [entry["row"] for entry in done["refused"]] == [3, 4]
    assert done["refused"][0]["reason"] == "Birthday: There is no such day."
    assert done["columns_left_out"] == ["好きな色"]
    matched = ("--map", "好きな色=field:色", "--map", "生年月日=")
    mapped = shop.json("import", "customers", str(tmp_path / "名簿.csv"), *matched, "--language", "en")
    assert (mapped["accepted"], mapped["created"], mapped["updated"]) == (2, 1, 1)
    texts = {(w["row"], w["text"]) for w in mapped["warnings"]}
    assert (3, "Postcode: “600001” was mended to “060-0001”.") in texts
    assert any(row is None and "imported before" in text for row, text in texts)
    shop.json("export", "customers", str(tmp_path / "out.csv"), "--for", "moving")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["name"], first["birthday"], first["note"], first["field:色"]) == ("髙橋 花子", "1973-11-08", "①㈱サンプルの紹介", "青")
    assert (second["postal_code"], second["phone"]) == ("060-0001", "03-1234-5678")


def test_a_sales_list_with_what_shops_write(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("import", "customers", written(tmp_path / "c.csv", PEOPLE))
    done = shop.json("import", "purchases", written(tmp_path / "s.csv", SALES), "--language", "en")
    assert (done["accepted"], done["without_customer"], done["created"]) == (5, 1, 0)
    assert done["refused"] == [
        {"row": 5, "reason": "Customer no.: There is no customer 9999."},
        {"row": 8, "reason": "Date: This cannot be read as a date."},
    ]
    summary = shop.json("kpi", "summary", "--as-of", "2025-07-01")
    assert (summary["net_sales"], summary["receipts"], summary["sales_without_customer"]) == (4950 + 2640 + 4950 + 1200 - 500, 3, 1200)
    again = shop.json("import", "purchases", str(tmp_path / "s.csv"), "--create-customers")
    assert (again["accepted"], again["created"]) == (1, 1)


def test_a_dry_run_stores_nothing_and_says_the_same(shop: CommandLine, tmp_path: Path) -> None:
    file = written(tmp_path / "s.csv", SALES)
    tried = shop.json("import", "purchases", file, "--create-customers", "--dry-run")
    assert (tried["import_id"], tried["dry_run"]) == (None, True)
    assert shop.json("check")["rows"]["purchase"] == 0
    assert not (shop.folder / "backups").exists()
    done = shop.json("import", "purchases", file, "--create-customers")
    assert {**done, "import_id": None, "dry_run": True} == tried
    assert shop.json("check")["rows"]["purchase"] == 5


def test_an_import_is_undone_as_a_whole(shop: CommandLine, tmp_path: Path) -> None:
    before = shop.json("check")["rows"]
    done = shop.json("import", "purchases", written(tmp_path / "s.csv", SALES), "--create-customers")
    undone = shop.json("undo-import", str(done["import_id"]))
    assert (undone["purchases"], undone["customers"], undone["kept"]) == (5, 2, 0)
    after = shop.json("check")
    assert after["ok"] and {t: n for t, n in after["rows"].items() if t != "import_batch"} == {
        t: n for t, n in before.items() if t != "import_batch"
    }
    assert shop.json("undo-import", str(done["import_id"]), code=1)["kind"] == "ImportUndone"
    assert shop.json("undo-import", "77", code=1)["kind"] == "ImportGone"


def test_a_backup_is_taken_before_an_import(shop: CommandLine, tmp_path: Path) -> None:
    shop.json("import", "purchases", written(tmp_path / "s.csv", SALES), "--create-customers")
    (backup,) = (shop.folder / "backups").glob("okaeri-*.db")
    shop.json("restore", str(backup))
    assert shop.json("check")["rows"]["purchase"] == 0


def test_strict_stores_nothing_when_something_is_worth_a_look(shop: CommandLine, tmp_path: Path) -> None:
    file = written(tmp_path / "c.csv", PEOPLE)
    refused = shop.json("import", "customers", file, "--map", "生年月日=", "--strict", code=1)
    assert {warning["row"] for warning in refused["warnings"]} == {3}
    assert shop.json("check")["rows"]["customer"] == 0


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("empty.csv", b"", "NothingInIt"),
        ("header.csv", "お名前,電話\n".encode(), "HeaderOnly"),
        ("noise.csv", bytes(range(256)) * 40, "NotASpreadsheet"),
        ("broken.xlsx", b"PK\x03\x04" + b"\0" * 400, "FileDamaged"),
        ("cut.csv.gz", gzip.compress(PEOPLE.encode() * 50)[:-40], "FileDamaged"),
    ],
)
def test_files_that_are_no_lists(shop: CommandLine, tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert shop.json("import", "customers", str(tmp_path / name), code=1)["kind"] == kind
    assert shop.said.count("\n") == 1
    assert shop.json("check")["rows"]["import_batch"] == 0


def test_what_cannot_be_matched_is_said(shop: CommandLine, tmp_path: Path) -> None:
    file = written(tmp_path / "c.csv", PEOPLE)
    assert shop.json("import", "customers", str(tmp_path / "gone.csv"), code=1)["kind"] == "FileMissing"
    assert shop.json("import", "customers", file, "--map", "血液型=note", code=1)["kind"] == "UnknownColumn"
    assert shop.json("import", "customers", file, "--map", "メモ=secret", code=1)["kind"] == "UnknownField"
    assert shop.json("import", "customers", file, "--encoding", "ebcdic-x", code=1)["kind"] == "UnknownEncoding"
    assert shop.json("import", "purchases", file, code=1)["kind"] == "MissingColumns"


def test_a_list_of_which_nothing_comes_in_is_1_with_its_reasons(shop: CommandLine, tmp_path: Path) -> None:
    file = written(tmp_path / "s.csv", "伝票番号,日付,お客様番号,金額\nR-1,2025/2/3,1001,100\n")
    refused = shop.json("import", "purchases", file, "--language", "en", code=1)
    assert (refused["import_id"], refused["accepted"], [entry["row"] for entry in refused["refused"]]) == (None, 0, [2])
    assert shop.said.startswith("None of the rows could be imported.")
    assert shop.json("check")["rows"]["import_batch"] == 0


@pytest.mark.parametrize(("style", "suffix"), [("moving", "csv"), ("moving", "xlsx"), ("excel", "csv"), ("excel", "xlsx")])
def test_what_is_exported_comes_in_again_the_same(
    shop: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str], style: str, suffix: str
) -> None:
    shop.json("import", "customers", written(tmp_path / "c.csv", PEOPLE), "--map", "好きな色=field:色", "--map", "生年月日=")
    shop.json("import", "purchases", written(tmp_path / "s.csv", SALES), "--create-customers")
    files = {what: str(tmp_path / f"{what}.{suffix}") for what in ("customers", "purchases")}
    other = CommandLine(tmp_path / "other", capsys)
    other.json("new", "--name", "引っ越し先")
    for what, file in files.items():
        moved = shop.json("export", what, file, "--for", style, "--language", "ja")
        came = other.json("import", what, file)
        assert (came["accepted"], came["refused"]) == (moved["rows"], [])
    for verb in ("summary", "cohorts", "rfm"):
        assert other.json("kpi", verb) == shop.json("kpi", verb)
    again = [tmp_path / "first.csv", tmp_path / "second.csv"]
    shop.json("export", "purchases", str(again[0]), "--for", "moving")
    other.json("export", "purchases", str(again[1]), "--for", "moving")
    assert again[0].read_text() == again[1].read_text()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_import_reads_as_sentences(shop: CommandLine, tmp_path: Path, language: str) -> None:
    said = shop.text("import", "purchases", written(tmp_path / "s.csv", SALES), "--create-customers", "--language", language)
    assert "{" not in said
    assert ("Rows that were refused: 1" if language == "en" else "取り込めなかった行: 1行") in said


def test_what_a_list_lacks_is_said_in_the_language_of_the_run(shop: CommandLine, tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "品名,色\n花,赤\n葉,緑\n")
    assert "(お名前)" in shop.json("import", "customers", path, "--language", "ja", code=1)["error"]
    assert "(Date, Amount)" in shop.json("import", "purchases", path, "--language", "en", code=1)["error"]


def test_a_column_without_a_field_is_wrong_usage(shop: CommandLine, tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "氏名\n吉田\n")
    found = shop.json("import", "customers", path, "--map", "氏名", code=2)
    assert found["kind"] == "Usage" and "Column=field" in found["error"]


def test_products_come_in_go_out_and_are_undone(shop: CommandLine, tmp_path: Path) -> None:
    rows = '商品コード,商品名,商品の種類,値段,税率,粗利率\nS-1,シャンプー,物販,"2,640",10%,42%\nC-1,カット,ヘア,4950,標準,\nX,,,100,,\n'
    done = shop.json("import", "products", written(tmp_path / "商品.csv", rows), "--language", "en")
    assert (done["accepted"], done["created"], done["updated"], done["without_customer"]) == (2, 2, 0, 0)
    assert done["refused"] == [{"row": 4, "reason": "Product: The name of the product is needed."}]
    out = shop.json("export", "products", str(tmp_path / "out.csv"), "--for", "moving")
    assert (out["what"], out["rows"]) == ("products", 2)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        first, _second = csv.DictReader(file)
    assert (first["product_code"], first["price"], first["margin_rate"], first["tax_rate"]) == ("S-1", "2640", "42%", "10%")
    again = shop.json("import", "products", str(tmp_path / "out.csv"))
    assert (again["accepted"], again["created"], again["updated"]) == (2, 0, 0)
    undone = shop.json("undo-import", str(done["import_id"]))
    assert (undone["products"], undone["restored"]) == (2, 0)
    assert shop.json("check")["rows"]["product"] == 0
