"""The catalogue without Qt says what the window's translators say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from app.paths import resource
from app.words import Catalogue, system_language

SENTENCE = "The disk is full. What was saved before is safe; this change was not saved. Please free some space and try again."


def test_a_sentence_in_both_languages() -> None:
    assert Catalogue.load("en").tr("Errors", SENTENCE) == SENTENCE
    japanese = Catalogue.load("ja").tr("Errors", SENTENCE)
    assert japanese != SENTENCE and "空き" in japanese


def test_an_unknown_sentence_and_context_stay_as_they_are() -> None:
    assert Catalogue.load("ja").tr("Errors", "No such sentence") == "No such sentence"
    assert Catalogue.load("ja").tr("Nowhere", SENTENCE) == SENTENCE


@pytest.mark.parametrize(("n", "said"), [(1, "1 customer"), (2, "2 customers"), (1200, "1,200 customers")])
def test_counted_sentences_take_the_form_of_the_number(n: int, said: str) -> None:
    words = Catalogue("en", {("C", "%n customer(s)"): ("%n customer", "%n customers")})
    assert words.tr("C", "%n customer(s)", n) == said


def test_japanese_has_one_form() -> None:
    assert Catalogue("ja", {("C", "%n customer(s)"): ("%n名",)}).tr("C", "%n customer(s)", 1200) == "1,200名"


def test_the_window_says_the_same(qapp: QCoreApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "okaeri_ja.qm")))
    words = Catalogue.load("ja").words
    differing = [key for key, forms in words.items() if len(forms) == 1 and "%n" not in key[1] and translator.translate(*key) != forms[0]]
    assert words and differing == []


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "en_GB.UTF-8"}, "ja"),
        ({"LC_ALL": "", "LC_MESSAGES": "C", "LANG": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_the_language_of_the_environment(environ: dict[str, str], language: str) -> None:
    assert system_language(environ) == language
