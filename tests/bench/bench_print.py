"""1,000 and 10,000 A4 letters and vertical cards beside ReportLab and a mail merge of the same words: python -m tests.bench.bench_print

Rounds take turns, so that a machine that others use slows all of them alike; memory is that of a process of its own.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from app.domain.cards import Card, CardDesign, CardOptions, CardText, Recipient
from app.domain.codes import piece_code, written
from app.domain.offers import Offer, OfferKind
from app.domain.prints import PrintKind
from app.domain.progress import Cancelled
from app.domain.templates import Slot
from app.printing.house import render, write_run
from app.printing.preview import preview_pages
from app.printing.shipped import shipped_template
from tests.bench.bench_cards import SENDER, people
from tests.bench.mail_merge import merged_seconds
from tests.bench.plain_print import PlainPress, register_font

FEW, MANY, ROUNDS = 1_000, 10_000, 3
PLAIN, MERGED = 200, (200, 1_000)
PREVIEWS, STOPS = 30, 40
OFFER = Offer(OfferKind.PERCENT, 10, words="カット 10%引き", note="この紙をお持ちください(12月20日まで)")
OWN_WORDS = "前回は{{前回来店日|date:M月D日}}にお越しくださいました。ただ今{{ポイント|number}}ポイントをお持ちです。"
KINDS = {"letters": ("letter_season", PrintKind.LETTER), "cards": ("maple", PrintKind.THANK_YOU)}


def job_of(kind: str) -> Card:
    """Letters have a sentence that is different for each customer, so that no paragraph is set once for all."""
    key, printed = KINDS[kind]
    template = shipped_template(key, "ja")
    assert template is not None
    if printed is PrintKind.LETTER:
        template = template.with_text(Slot.BODY, OWN_WORDS + template.text_of(Slot.BODY))
    options = CardOptions(blank_stock=True)
    return Card(CardDesign.PLAIN, CardText(), SENDER, options, date(2026, 11, 22), OFFER, template=template, kind=printed)


def addressees(count: int) -> list[Recipient]:
    return [
        replace(
            person,
            code=written(piece_code(b"a secret", person.key)),
            fields={"last_visit": date(2026, 1 + number % 10, 1 + number % 28), "points": number * 7 % 5_000},
        )
        for number, person in enumerate(people(count))
    ]


@dataclass(frozen=True, slots=True)
class Large:
    """One long run in a process of its own, kept in memory as the program does, or written out as it grows."""

    pages: int
    size: int
    seconds: float
    peak_mib: float


def _run_alone(kind: str, count: int, is_kept: bool) -> Large:
    recipients, job = addressees(count), job_of(kind)
    begin = time.perf_counter()
    if is_kept:
        made = render(recipients, job, notes_places=False)
        pages, size = made.pages, len(made.document)
    else:
        with tempfile.TemporaryFile() as out:
            pages, _ = write_run(recipients, job, out)
            size = out.tell()
    taken = time.perf_counter() - begin
    return Large(pages, size, taken, _peak_mib())


def _peak_mib() -> float:
    # What getrusage tells begins with the peak of the process that started this one.
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.split("VmHWM:")[1].split()[0]) / 1024


def run_alone(kind: str, count: int, *, is_kept: bool) -> Large:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run_alone, (kind, count, is_kept))


def rates(makes: Sequence[tuple[int, Callable[[], object]]]) -> list[float]:
    """Pieces a second of each, the rounds taking turns: the medians. Each is called once before."""
    taken: list[list[float]] = [[] for _ in makes]
    for number in range(ROUNDS + 1):
        for (count, make), own in zip(makes, taken, strict=True):
            begin = time.process_time()
            make()
            if number:
                own.append(count / (time.process_time() - begin))
    return [statistics.median(own) for own in taken]


def beside_plain(kind: str) -> str:
    job = job_of(kind)
    press, many, few = PlainPress(job), addressees(FEW), addressees(PLAIN)
    is_card = job.kind is PrintKind.THANK_YOU
    sides = 2 if is_card else 1
    makes: list[tuple[int, Callable[[], object]]] = [
        (FEW * sides, lambda: render(many, job, notes_places=False)),
        (PLAIN * sides, lambda: press.pages(few, with_address_side=is_card)),
    ]
    if not is_card:
        makes.append((PLAIN, lambda: press.flowing(few)))
    ours, plain, *flowing = rates(makes)
    said = f"{kind}: {ours:.0f} pages a second of one processor, plain ReportLab {plain:.0f}: {ours / plain:.1f}x (aim 3x)"
    return said + "".join(f"; its paragraphs {rate:.0f}: {ours / rate:.1f}x" for rate in flowing)


def long_runs(kind: str) -> list[str]:
    said = []
    for is_kept in (True, False):
        few, many = (run_alone(kind, count, is_kept=is_kept) for count in (FEW, MANY))
        how = "kept in memory" if is_kept else "written to a file"
        said.append(
            f"{kind}, {how}: {few.pages:,} pages at {few.pages / few.seconds:.0f}/s with {few.peak_mib:.0f} MiB, "
            f"{many.pages:,} at {many.pages / many.seconds:.0f}/s with {many.peak_mib:.0f} MiB: "
            f"{many.peak_mib / few.peak_mib:.2f}x (aim 1.5x), {many.size / many.pages:.0f} bytes a page"
        )
    return said


def previews(kind: str) -> str:
    job, recipients = job_of(kind), addressees(PREVIEWS)
    preview_pages(recipients[0], job, 600)
    seen = []
    for person in recipients:
        begin = time.perf_counter()
        preview_pages(person, job, 600)
        seen.append((time.perf_counter() - begin) * 1000)
    return f"{kind}: on the screen in {statistics.median(seen):.0f} ms, slowest {max(seen):.0f} ms (aim 150 ms)"


class _Stop:
    """Somebody presses the button after so many seconds."""

    def __init__(self, after: float) -> None:
        self.pressed_at = 0.0
        self._timer = threading.Timer(after, self._press)
        self._timer.start()

    def advance(self, done: int, total: int) -> None:
        if self.pressed_at:
            raise Cancelled()

    def give_up(self) -> None:
        self._timer.cancel()

    def _press(self) -> None:
        self.pressed_at = time.perf_counter()


class _Steps:
    def __init__(self) -> None:
        self.told = [time.perf_counter()]

    def advance(self, done: int, total: int) -> None:
        self.told.append(time.perf_counter())


def stops(kind: str) -> str:
    """At any moment of a run; and the longest time in which nobody asks whether to stop, its end included."""
    job, recipients = job_of(kind), addressees(FEW)
    steps = _Steps()
    begin = time.perf_counter()
    render(recipients, job, steps, notes_places=False)
    steps.told.append(time.perf_counter())
    whole = steps.told[-1] - begin
    longest = 1000 * max(after - before for before, after in pairwise(steps.told))
    late = []
    drawn = random.Random(4)
    for _ in range(STOPS):
        stop = _Stop(drawn.uniform(0, whole * 0.9))
        try:
            render(recipients, job, stop, notes_places=False)
        except Cancelled:
            late.append((time.perf_counter() - stop.pressed_at) * 1000)
        stop.give_up()
    return (
        f"{kind}: stopped {len(late)} times after {statistics.median(late):.1f} ms, slowest {max(late):.0f} ms; "
        f"longest stretch of a run without asking {longest:.0f} ms (aim 100 ms)"
    )


def beside_mail_merge(count: int) -> str:
    job, recipients = job_of("letters"), addressees(count)
    with tempfile.TemporaryDirectory() as folder:
        merged = merged_seconds(recipients, job, Path(folder))
    if merged is None:
        return "mail merge: LibreOffice Writer and Base with python3-uno are not installed here"
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        render(recipients, job, notes_places=False)
        taken.append(time.perf_counter() - begin)
    ours, theirs = count / statistics.median(taken), count / merged
    return f"{count:,} letters: {ours:.0f} pages/s, LibreOffice's mail merge {theirs:.1f} pages/s: {ours / theirs:.0f}x (aim 60x)"


def main() -> None:
    register_font()
    for kind in KINDS:
        print(beside_plain(kind), previews(kind), stops(kind), *long_runs(kind), sep="\n", flush=True)
    # What a merge takes grows with the square of the people.
    for count in MERGED:
        print(beside_mail_merge(count), flush=True)


if __name__ == "__main__":
    main()
