"""Survey sheets, each with its own codes and name: python -m tests.bench.bench_sheets [SHEETS]"""

from __future__ import annotations

import io
import random
import sys
import time
import tracemalloc

from app.domain.codes import ALPHABET, LENGTH
from app.domain.survey_prints import PrintedSheet, SheetShop
from app.domain.survey_sheets import SheetChoice, SheetPaper, TypeSize
from app.domain.survey_templates import SALON
from app.printing.survey_layout import lay_out
from app.printing.survey_sheets import preview_picture, write_sheets
from app.printing.survey_templates import survey_template

_SHOP = SheetShop("美容室 こもれび", "03-1234-5678")
_CHOICES = (SheetChoice(), SheetChoice(SheetPaper.A5), SheetChoice(SheetPaper.A5, 2), SheetChoice(size=TypeSize.LARGE))


def main(count: int) -> None:
    template = survey_template(SALON, "ja")
    if template is None:
        raise SystemExit("the template is not there")
    draw = random.Random(20_261_122)
    sheets = [PrintedSheet("".join(draw.choices(ALPHABET, k=LENGTH)), f"田中 美咲{number}") for number in range(count)]
    for choice in _CHOICES:
        laid = lay_out(template.content, choice)
        start = time.perf_counter()
        again = lay_out(template.content, choice)
        laying = time.perf_counter() - start
        preview_picture(again, _SHOP, 0, 860)
        start = time.perf_counter()
        preview_picture(again, _SHOP, 0, 860)
        seeing = time.perf_counter() - start
        out = io.BytesIO()
        start = time.perf_counter()
        pages = write_sheets(laid, _SHOP, sheets, 12, out)
        writing = time.perf_counter() - start
        tracemalloc.start()
        write_sheets(laid, _SHOP, sheets[: count // 4], 12, io.BytesIO())
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        sys.stdout.write(
            f"{choice.paper} {choice.per_page} per page {choice.size}: {pages} pages, {pages / writing:.0f} pages/s, "
            f"{out.tell() / pages / 1024:.1f} KB a page, {most / 2**20:.1f} MB at most for a quarter; "
            f"layout {laying * 1000:.1f} ms, preview {seeing * 1000:.1f} ms\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
