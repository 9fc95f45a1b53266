"""A4 letters a second against ReportLab, plain and with its paragraphs, with the same words: python -m tests.bench.bench_letters"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.renderPDF import draw
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from app.domain.cards import Recipient
from app.domain.codes import piece_code, written
from app.paths import resource as program_file
from app.printing.house import render, write_run
from app.printing.preview import preview_pages
from tests.bench.bench_cards import Nowhere, people, rss_mib
from tests.unit.template_samples import LETTER, OFFER, PARAGRAPH, PERSON, SENDER, job_of

PIECES, ROUNDS, LONG = 1_000, 3, 10_000
JOB = job_of(LETTER, offer=OFFER)


def addressees(count: int) -> list[Recipient]:
    """Each with words of his own in every paragraph."""
    return [
        replace(person, code=written(piece_code(b"a secret", str(number))), fields={**PERSON.fields, "staff": f"担当{number}"})
        for number, person in enumerate(people(count))
    ]


def _paragraphs(number: int) -> list[str]:
    said = PARAGRAPH.replace("{{last_visit|date:M月D日}}", "8月3日").replace("{{staff|default:店長}}", f"担当{number}")
    return [said, said]


def plain_letters(recipients: Sequence[Recipient]) -> bytes:
    """The same words by drawString, and the squares by ReportLab's own widget."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(210 * mm, 297 * mm), invariant=1)
    for number, person in enumerate(recipients):
        canvas.setFont("Mincho", 11)
        for row, line in enumerate((person.postal_code, person.address, person.building, f"{person.name} {person.honorific}")):
            canvas.drawString(22 * mm, (228 - 6 * row) * mm, line)
        canvas.setFont("Mincho", 18)
        canvas.drawCentredString(105 * mm, 190 * mm, "ありがとうございました")
        canvas.setFont("Mincho", 10.5)
        lines = [line for text in _paragraphs(number) for line in simpleSplit(text, "Mincho", 10.5, 166 * mm)]
        for row, line in enumerate(lines):
            canvas.drawString(22 * mm, (165 - 6.4 * row) * mm, line)
        canvas.drawString(22 * mm, 40 * mm, OFFER.words)
        canvas.drawString(22 * mm, 22 * mm, f"{SENDER.shop} {SENDER.name}")
        canvas.drawString(160 * mm, 30 * mm, person.code)
        squares = Drawing(20 * mm, 20 * mm)
        squares.add(QrCodeWidget(person.code, barLevel="H", barWidth=20 * mm, barHeight=20 * mm))
        draw(squares, canvas, 160 * mm, 35 * mm)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def flowing_letters(recipients: Sequence[Recipient]) -> bytes:
    """The same words as paragraphs, without squares."""
    style = ParagraphStyle("body", fontName="Mincho", fontSize=10.5, leading=18, wordWrap="CJK")
    story: list[object] = []
    for number, person in enumerate(recipients):
        lines = [person.postal_code, person.address, person.building, f"{person.name} {person.honorific}", "ありがとうございました"]
        lines += [*_paragraphs(number), OFFER.words, f"{SENDER.shop} {SENDER.name}", person.code]
        story += [*(Paragraph(line, style) for line in lines), PageBreak()]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=(210 * mm, 297 * mm), invariant=1).build(story)
    return out.getvalue()


def pages_a_second(make: Callable[[], object], pages: int, rounds: int = ROUNDS) -> float:
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        make()
        taken.append(time.perf_counter() - begin)
    return pages / statistics.median(taken)


def stopping_ms(recipients: Sequence[Recipient]) -> float:
    """From the wish to stop until it has stopped, at the worst."""
    told: list[float] = []

    class Steps:
        def advance(self, done: int, total: int) -> None:
            told.append(time.perf_counter())

    told.append(time.perf_counter())
    render(recipients, JOB, Steps())
    return 1000 * max(after - before for before, after in pairwise(told))


def peak_mib(count: int) -> float:
    with io.BufferedWriter(Nowhere()) as out:
        write_run(addressees(count), JOB, out)
    return rss_mib()


def measure() -> list[str]:
    pdfmetrics.registerFont(TTFont("Mincho", str(program_file("fonts", "BIZUDPMincho-Regular.ttf"))))
    recipients = addressees(PIECES)
    render(recipients[:10], JOB)
    ours = pages_a_second(lambda: render(recipients, JOB, notes_places=False), PIECES)
    plain = pages_a_second(lambda: plain_letters(recipients[:200]), 200, 1)
    flowing = pages_a_second(lambda: flowing_letters(recipients[:200]), 200, 1)
    size = len(render(recipients, JOB, notes_places=False).document) / PIECES
    seen = []
    for person in recipients[:20]:
        begin = time.perf_counter()
        preview_pages(person, JOB, 600)
        seen.append((time.perf_counter() - begin) * 1000)
    worst = stopping_ms(recipients)
    short = peak_mib(PIECES)
    long = peak_mib(LONG)
    return [
        f"letters {ours:.0f} pages/s, {size:.0f} bytes a page; plain ReportLab {plain:.0f} pages/s: {ours / plain:.1f}x (aim 3x), "
        f"its paragraphs {flowing:.0f} pages/s: {ours / flowing:.1f}x",
        f"first page on the screen: median {statistics.median(seen):.0f} ms, slowest {max(seen):.0f} ms (aim 150 ms)",
        f"longest without a place to stop: {worst:.0f} ms (aim 100 ms)",
        f"memory: {PIECES:,} pages {short:.0f} MiB, {LONG:,} pages {long:.0f} MiB: {long / short:.2f}x (aim 1.5x)",
    ]


def main() -> None:
    for line in measure():
        print(line)


if __name__ == "__main__":
    main()
