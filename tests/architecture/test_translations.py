"""Every text of the program is found by lupdate, translated, and keeps its places for values."""

from __future__ import annotations

import ast
import re
from string import Formatter

import dev
from tests.architecture.sources import name_of, nodes_of, python_files


def places_of(text: str) -> set[str]:
    """The places for values: the names in braces (doubled braces are braces) and the count."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return names | ({"%n"} if "%n" in text else set())


def is_call(node: ast.AST, *names: str) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    return (called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else "") in names


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_nothing_is_untranslated_and_the_files_are_up_to_date() -> None:
    assert dev.translation_faults() == []


def test_japanese_keeps_the_places_for_values() -> None:
    changed = [
        f"[{message.context}] {message.source} → {forms[0]}"
        for message, forms in dev.read_catalogue(dev.I18N / "okaeri_ja.ts").items()
        if forms and places_of(message.source) != places_of(forms[0])
    ]
    assert changed == []


def test_japanese_writes_signs_in_one_width() -> None:
    """As dates with their weekday have them: 11月20日(金)."""
    japanese = dev.read_catalogue(dev.I18N / "okaeri_ja.ts").items()
    assert [f"[{message.context}] {forms[0]}" for message, forms in japanese if forms and re.search("[（）：？！]", forms[0])] == []


def test_one_act_has_one_word() -> None:
    acts = [forms[0] for message, forms in dev.read_catalogue(dev.I18N / "okaeri_ja.ts").items() if message.context == "Actions" and forms]
    assert [text for text in acts if text.endswith(("を削除しました", "を変更しました"))] == []


def test_english_has_a_singular_and_a_plural_that_keep_the_places() -> None:
    for message, forms in dev.read_catalogue(dev.I18N / "okaeri_en.ts").items():
        assert len(forms) == 2, message
        for form in forms:
            assert places_of(form) == places_of(message.source), message
            assert not re.search(r"\((s|es|ies)\)", form), message


def test_contexts_are_classes_or_topics() -> None:
    """A call on a variable (`label.tr(…)`) would be filed under the variable's name and never be found again."""
    assert [message for message in dev.read_catalogue(dev.I18N / "okaeri_ja.ts") if not message.context[:1].isupper()] == []


def test_marked_texts_are_literals() -> None:
    wrong = []
    for path in python_files("app"):
        for node in nodes_of(path):
            if is_call(node, "tr") and isinstance(node, ast.Call) and ast.unparse(node.func) == "self.tr" and not is_text(node.args[0]):
                wrong.append(f"{name_of(path)}:{node.lineno}")
            if is_call(node, "QT_TRANSLATE_NOOP") and isinstance(node, ast.Call) and not all(is_text(part) for part in node.args):
                wrong.append(f"{name_of(path)}:{node.lineno}")
    assert wrong == []


def test_no_text_is_marked_inside_an_f_string() -> None:
    """lupdate does not look into f-strings."""
    wrong = [
        f"{name_of(path)}:{inner.lineno}"
        for path in python_files("app")
        for node in nodes_of(path)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and is_call(inner, "tr", "QT_TRANSLATE_NOOP")
    ]
    assert wrong == []
