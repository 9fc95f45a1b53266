"""No line breaks a rule of JIS X 4051, whatever the width."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cards import Typeface
from app.domain.templates import Align, Slot
from app.printing.fonts import clusters, family
from app.printing.geometry import Box
from app.printing.layout import Part
from app.printing.linebreak import HANGING, NEVER_AT_END, NEVER_AT_HEAD, Line, break_lines, is_word_character
from app.printing.shipped import shipped_templates
from app.printing.template_set import Manner, fill
from tests.unit.printing_people import PASSAGES

OPENING = "（「『〔［｛〈《【"
CLOSING_AND_SMALL = "、。）」』】ー々っゃゅょァ・！？"


def lines_of(text: str, width: float) -> tuple[list[str], list[float], list[Line]]:
    signs, widths = _measured(text)
    return signs, widths, break_lines(signs, widths, width)


@lru_cache(maxsize=256)
def _measured(text: str) -> tuple[list[str], list[float]]:
    signs = list(clusters(text))
    glyphs = [family(Typeface.MINCHO).horizontal(sign) for sign in signs]
    return signs, [glyph.width if glyph else 1.0 for glyph in glyphs]


def faults(text: str, width: float) -> list[str]:
    signs, widths, lines = lines_of(text, width)
    found = []
    for number, line in enumerate(lines):
        shown = signs[line.start : line.end]
        used = sum(widths[line.start : line.end - line.hangs]) + line.stretch * len(line.gaps)
        if used > width + 1e-6:
            found.append(f"{number}: wider than the box")
        if line.hangs and shown[-1] not in HANGING:
            found.append(f"{number}: {shown[-1]} hangs")
        if number and shown[0] in NEVER_AT_HEAD:
            found.append(f"{number}: begins with {shown[0]}")
        if number < len(lines) - 1 and shown[-1] in NEVER_AT_END:
            found.append(f"{number}: ends with {shown[-1]}")
        if number and line.start == lines[number - 1].end and is_word_character(signs[line.start - 1]) and is_word_character(shown[0]):
            found.append(f"{number}: parts a word before {shown[0]}")
    kept = "".join("".join(signs[line.start : line.end]) for line in lines)
    if "".join(kept.split()) != "".join(text.split()):
        found.append("text is lost")
    return found


@pytest.mark.parametrize("passage", PASSAGES)
def test_no_width_from_ten_em_breaks_a_rule(passage: str) -> None:
    longest_word = 13.5
    swept = [round(10 + step * 0.05, 2) for step in range(500)]
    wide_enough = [width for width in swept if width >= longest_word or "https" not in passage]

    assert [fault for width in wide_enough for fault in faults(passage, width)] == []


def _mixed_texts(count: int) -> list[str]:
    """Letters as shops write them: the passages and what the templates say, put together anew."""
    random = Random(20261122)
    said = [line for language in ("ja", "en") for one in shipped_templates(language) for line in one.text_of(Slot.BODY).split("\n")]
    known = {
        "{{店名}}": "美容室 こもれび",
        "{{前回来店日|date:M月D日}}": "10月3日",
        "{{name}}": "Ms. O'Neill-Sørensen",
        "{{ポイント|number}}": "1,250",
    }
    pieces = [re.sub(r"\{\{.*?\}\}", lambda found: known.get(found[0], "3,500円"), line) for line in said if line] + list(PASSAGES)
    return ["".join(random.sample(pieces, 3)) for _ in range(count)]


def test_thousands_of_swept_letters_break_no_rule() -> None:
    random = Random(10)
    found = []
    for text in _mixed_texts(200):
        longest = max(sum(_measured(word)[1]) for word in _words(text))
        for _ in range(20):
            width = random.uniform(max(10.0, longest + 1), 60.0)
            found += [f"{width:.3f} {text[:12]} {fault}" for fault in faults(text, width)]
    assert found == []


def _words(text: str) -> list[str]:
    """What may not be parted: longer than a line, it would have to be."""
    return re.findall(r"[!-~À-ɏ’]+", text) or ["a"]


@given(
    text=st.text(alphabet="あいうえお漢字仮名" * 3 + CLOSING_AND_SMALL + OPENING, min_size=1, max_size=60),
    width=st.floats(min_value=10, max_value=40),
)
def test_any_mixture_keeps_its_text_and_stays_in_the_box(text: str, width: float) -> None:
    signs, widths, lines = lines_of(text, width)

    assert "".join("".join(signs[line.start : line.end]) for line in lines) == text
    for line in lines:
        assert sum(widths[line.start : line.end - line.hangs]) <= width + 1e-6


def test_a_stop_is_pulled_back_with_the_character_before_it() -> None:
    signs = list("あいうえおかきくけこ。さ")

    lines = break_lines(signs, [1.0] * len(signs), 10)

    assert "".join(signs[lines[0].start : lines[0].end]) == "あいうえおかきくけ"


def test_a_stop_hangs_where_pulling_back_would_leave_the_line_short() -> None:
    signs = list("あいうえおかReport。さしすせそ")

    lines = break_lines(signs, [1.0] * len(signs), 12)

    assert "".join(signs[lines[0].start : lines[0].end]) == "あいうえおかReport。"
    assert lines[0].hangs


def test_lines_but_the_last_fill_the_width() -> None:
    signs = list("あいう、えおかきくけこさしすせそたちつて")

    lines = break_lines(signs, [1.0] * len(signs), 10.4)

    assert lines[0].natural + lines[0].stretch * len(lines[0].gaps) == pytest.approx(10.4)
    assert lines[-1].stretch == 0


def test_a_word_wider_than_the_line_is_parted_and_nothing_is_lost() -> None:
    signs = list("a" * 25)

    lines = break_lines(signs, [1.0] * 25, 10)

    assert [line.end - line.start for line in lines] == [10, 10, 5]


@pytest.mark.parametrize("width", [0.0, 0.4, 0.99])
def test_on_a_line_narrower_than_any_sign_each_has_its_own(width: float) -> None:
    signs, _, lines = lines_of("春の 風、と", width)

    assert ["".join(signs[line.start : line.end]).strip() for line in lines] == ["春", "の", "風", "、", "と"]


@pytest.mark.parametrize("align", Align)
def test_lines_that_are_set_know_how_wide_they_are(align: Align) -> None:
    manner = Manner(Part.BODY, family(Typeface.MINCHO), align, 1.5)
    for passage in ("林", "", *PASSAGES):
        rows = fill(passage, manner, 10.5, Box(10, 10, 61.7, 2_000)).rows
        assert [row.width for row in rows] == [pytest.approx(replace(row, ems=None).width) for row in rows]
        assert "".join(row.text for row in rows).replace(" ", "") == passage.replace(" ", "")


@pytest.mark.parametrize("honorific", ["様", "御中", "先生", "ご家族の皆様"])
def test_an_honorific_does_not_leave_its_name(honorific: str) -> None:
    text = list(f"ご紹介者 Maximilian Featherstone {honorific}")
    for width in range(len("Featherstone ") + len(honorific), len(text)):
        lines = ["".join(text[line.start : line.end]).strip() for line in break_lines(text, [1.0] * len(text), width)]
        assert honorific not in lines, width
