"""Search while typing in 100,000 customers against LIKE '%…%', and the rows of a page: python -m tests.bench.bench_search"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import text

from app.domain.customer_rows import CustomerFilter, CustomerSort
from app.domain.customers import CustomerFields
from app.domain.text import customer_search_key, fold, sort_key
from app.models.database import Database
from app.queries.customers import customer_ids, filter_counts, list_rows, similar_customers
from tests.bench.big_shop import TODAY, make_shop

CUSTOMERS, PURCHASES = 100_000, 400_000
FAMILY = (
    "佐藤さとう 鈴木すずき 高橋たかはし 田中たなか 伊藤いとう 渡邊わたなべ 山本やまもと 中村なかむら 小林こばやし 加藤かとう "
    "髙橋たかはし 吉田よしだ 林はやし 森もり 齋藤さいとう 清水しみず 山﨑やまさき 長谷川はせがわ 五十嵐いがらし 勅使河原てしがわら"
)
GIVEN = (
    "和子かずこ 花子はなこ 由美子ゆみこ 大輔だいすけ 桜さくら 恵めぐみ 翔太しょうた 真理まり 香織かおり 陽菜ひな "
    "蓮れん 湊みなと 葵あおい 凛りん 結衣ゆい 誠まこと 修おさむ 麻衣まい 健けん 美代子みよこ"
)
TYPED = ("吉田和子", "よしだ かずこ", "やまもと", "勅使河原", "髙橋 恵", "090-0012-3456", "3456", "はせがわ しょう", "林", "999")


def fill_names(database: Database) -> None:
    """Names as they are spread in Japan would be: few family names for many people, some rare."""
    families, givens = _parts(FAMILY), _parts(GIVEN)
    rows = []
    for number in range(CUSTOMERS):
        family, family_kana = families[(number * number + number // 7) % len(families)]
        given, given_kana = givens[(number // 3) % len(givens)]
        name, kana, phone = f"{family} {given}", f"{family_kana} {given_kana}", f"090-{number // 10_000:04d}-{number % 10_000:04d}"
        key = customer_search_key(name, kana, "", "", phone, f"{number:06d}", "")
        rows.append({"i": number + 1, "n": name, "k": kana, "p": phone, "s": key, "o": sort_key(kana, name), "c": f"{number:06d}"})
    statement = text("UPDATE customer SET name=:n, kana=:k, mobile=:p, search_key=:s, sort_key=:o, code=:c WHERE id=:i")
    with database.connection() as connection:
        connection.execute(statement, rows)


def _parts(words: str) -> list[tuple[str, str]]:
    """吉田よしだ as (吉田, よしだ)."""
    found = []
    for word in words.split():
        at = next(place for place, char in enumerate(word) if "ぁ" <= char <= "ん")
        found.append((word[:at], word[at:]))
    return found


def keys_of(words: Sequence[str]) -> list[str]:
    """What stands in the field after each key."""
    return [word[:count] for word in words for count in range(1, len(word) + 1) if fold(word[:count])]


def times_ms(act: Callable[[str], object], keys: Sequence[str], rounds: int = 3) -> list[float]:
    taken = []
    for _ in range(rounds):
        for key in keys:
            begin = time.perf_counter()
            act(key)
            taken.append((time.perf_counter() - begin) * 1000)
    return taken


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def measure(database: Database) -> list[str]:
    keys = keys_of(TYPED)
    lines = []
    with database.read() as session:
        begin = time.perf_counter()
        customer_ids(session, TODAY, sort_by=CustomerSort.LAST_VISIT)
        lines.append(f"first list of {CUSTOMERS:,} (index and order built): {(time.perf_counter() - begin) * 1000:.0f} ms")
        begin = time.perf_counter()
        filter_counts(session, TODAY)
        lines.append(f"counts of the filters: {(time.perf_counter() - begin) * 1000:.1f} ms")

        def find(key: str) -> object:
            return customer_ids(session, TODAY, text=key, filter_by=CustomerFilter.ALL, sort_by=CustomerSort.LAST_VISIT)

        like = text("SELECT id FROM customer WHERE search_key LIKE '%' || :key || '%' AND archived_at IS NULL")

        def find_like(key: str) -> object:
            return session.execute(like, {"key": fold(key)}).all()

        for key in keys:
            words = key.split()
            assert len(words) != 1 or len(find(key)) == len(find_like(key)), key  # type: ignore[arg-type]
        ours, theirs = times_ms(find, keys), times_ms(find_like, keys)
        ratio = p95(ours) / p95(theirs)
        lines.append(
            f"search per key over {len(keys)} keys: p50 {statistics.median(ours):.2f} ms, p95 {p95(ours):.2f} ms, "
            f"LIKE p95 {p95(theirs):.2f} ms: {ratio:.2f}x (aim 0.2x)"
        )
        ids = customer_ids(session, TODAY, sort_by=CustomerSort.LAST_VISIT).tolist()
        pages = [ids[start : start + 100] for start in range(0, 50_000, 977)]
        list_rows(session, pages[0], TODAY)
        rows = times_ms(lambda page: list_rows(session, pages[int(page)], TODAY), [str(n) for n in range(len(pages))], 1)
        lines.append(f"100 rows of the list: p95 {p95(rows):.2f} ms")
        same = times_ms(lambda key: similar_customers(session, CustomerFields(name=key, mobile="090-0001-0002")), ["吉田 和子"] * 20, 1)
        lines.append(f"who is already there: p95 {p95(same):.2f} ms")
    return lines


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = make_shop(Path(folder) / "okaeri.db", CUSTOMERS, PURCHASES)
        fill_names(database)
        for line in measure(database):
            print(line)
        database.close()


if __name__ == "__main__":
    main()
