"""Thank-you cards a second against ReportLab used plainly for the same words: python -m tests.bench.bench_cards"""

from __future__ import annotations

import io
import math
import resource
import statistics
import time
from collections.abc import Callable, Sequence

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.domain.cards import Card, CardDesign, CardOptions, Recipient, Sender, default_text
from app.paths import resource as program_file
from app.printing.job import render_cards, write_cards
from app.printing.preview import preview_faces

PIECES, ROUNDS, LONG = 500, 3, 5_000
LEAVES, CURVES = 11, 14
FAMILY, GIVEN = "渡辺清水石井吉田森田三浦", "真理美代子和子幸子久美直人健"
TOWNS = ("神宮前", "渋谷", "太子堂", "千駄ヶ谷", "恵比寿西", "上目黒")
SENDER = Sender("美容室 こもれび", "田中 美咲", "150-0001", "東京都渋谷区神宮前4-5-6", "", "03-0000-1234", "火曜定休")


def people(count: int) -> list[Recipient]:
    found = []
    for number in range(count):
        family = FAMILY[number % 6 * 2 : number % 6 * 2 + 2]
        address = f"東京都渋谷区{TOWNS[number % 6]}{number % 5 + 1}-{number % 17 + 1}-{number % 29 + 1}"
        name = f"{family} {GIVEN[number % 11 : number % 11 + 2]}"
        code = f"150{number % 10_000:04d}"
        found.append(Recipient(f"C{number}", name, "様", code, address, f"こもれびハイツ{number % 9 + 1}0{number % 7 + 1}"))
    return found


def plain_cards(recipients: Sequence[Recipient], card: Card) -> bytes:
    """The same words at the same places by drawString, and leaves of as many curves; without the kinsoku and the vertical forms."""
    pdfmetrics.registerFont(TTFont("Mincho", str(program_file("fonts", "BIZUDPMincho-Regular.ttf"))))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(100 * mm, 148 * mm), invariant=1)
    for person in recipients:
        _plain_message(canvas, person, card)
        canvas.showPage()
        plain_address_side(canvas, person, card.sender)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _plain_leaf(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y)
    for number in range(CURVES):
        turn = 2 * math.pi * number / CURVES
        end = (x + 12 * math.cos(turn), y + 12 * math.sin(turn))
        path.curveTo(x + 6 * math.cos(turn - 0.3), y + 6 * math.sin(turn - 0.3), end[0] - 3, end[1] - 3, *end)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _plain_message(canvas: Canvas, person: Recipient, card: Card) -> None:
    canvas.setFillColorRGB(0.973, 0.914, 0.831)
    canvas.rect(0, 107 * mm, 100 * mm, 41 * mm, stroke=0, fill=1)
    canvas.setFillColorRGB(0.8, 0.4, 0.1)
    for number in range(LEAVES):
        _plain_leaf(canvas, (8 + 8 * number) * mm, (112 + number % 4 * 9) * mm)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("Mincho", 20)
    canvas.drawCentredString(50 * mm, 125 * mm, card.text.headline)
    canvas.setFont("Mincho", 11)
    canvas.drawString(12 * mm, 96 * mm, f"{person.name} {person.honorific}")
    body = card.text.body.replace("{{前回来店日|date:M月}}", "9月")
    for number, line in enumerate(simpleSplit(body, "Mincho", 11, 76 * mm)):
        canvas.drawString(12 * mm, (88 - 7 * number) * mm, line)
    for number in range(5):
        canvas.line(12 * mm, (55 - 8 * number) * mm, 88 * mm, (55 - 8 * number) * mm)
    canvas.setFont("Mincho", 9)
    canvas.drawString(12 * mm, 14 * mm, f"{card.sender.shop} {card.sender.name}")
    canvas.drawString(12 * mm, 10 * mm, f"{card.sender.phone} {card.sender.note}")


def plain_address_side(canvas: Canvas, person: Recipient, sender: Sender) -> None:
    canvas.setFont("Mincho", 14)
    for number, digit in enumerate(person.postal_code):
        canvas.drawCentredString((47 + 7 * number) * mm, 131 * mm, digit)
    columns = (
        (person.address, 14, 90, 118), (person.building, 12, 82, 110), (f"{person.name}{person.honorific}", 28, 50, 110),
        (sender.address, 9, 26, 70), (sender.shop, 11, 20, 60), (sender.name, 9, 14, 50),
    )  # fmt: skip
    for words, size, left, top in columns:
        canvas.setFont("Mincho", size)
        for number, sign in enumerate(words):
            canvas.drawCentredString(left * mm, top * mm - number * size * 1.05, sign)


def pages_a_second(make: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        make()
        taken.append(time.perf_counter() - begin)
    return 2 * PIECES / statistics.median(taken)


class Nowhere(io.RawIOBase):
    """Takes the pages and forgets them, as a file would take them out of memory."""

    def writable(self) -> bool:
        return True

    def write(self, content: object, /) -> int:
        return len(content)  # type: ignore[arg-type]


def peak_mib(count: int, card: Card) -> float:
    with io.BufferedWriter(Nowhere()) as out:
        write_cards(people(count), card, out)
    return rss_mib()


def rss_mib() -> float:
    """The most memory this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure() -> list[str]:
    card = Card(CardDesign.MAPLE, default_text(CardDesign.MAPLE, "ja"), SENDER, CardOptions(blank_stock=True))
    recipients = people(PIECES)
    render_cards(recipients[:10], card)
    plain_cards(recipients[:10], card)
    ours, plain = pages_a_second(lambda: render_cards(recipients, card)), pages_a_second(lambda: plain_cards(recipients, card))
    seen = []
    for person in recipients[:20]:
        begin = time.perf_counter()
        preview_faces(person, card, 420)
        seen.append((time.perf_counter() - begin) * 1000)
    short = peak_mib(PIECES, card)
    long = peak_mib(LONG, card)
    return [
        f"cards {ours:.0f} pages/s, plain ReportLab {plain:.0f} pages/s: {ours / plain:.1f}x (aim 3x)",
        f"both faces on the screen: median {statistics.median(seen):.0f} ms, slowest {max(seen):.0f} ms (aim 150 ms)",
        f"memory: {2 * PIECES:,} pages {short:.0f} MiB, {2 * LONG:,} pages {long:.0f} MiB: {long / short:.2f}x (aim 1.5x)",
    ]


def main() -> None:
    for line in measure():
        print(line)


if __name__ == "__main__":
    main()
