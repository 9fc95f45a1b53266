"""A template being changed: steps back and forth, typing as one step, what stays selected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.template_edits import changed, removed, with_page_added
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind
from app.views.designer.draft import Draft
from app.views.edit_steps import MOST_STEPS

PARTS = (
    Element(ElementKind.TEXT, "one", Frame(10, 10, 60, 12), text="一"),
    Element(ElementKind.TEXT, "two", Frame(10, 30, 60, 12), text="二"),
)
LETTER = Template("own", "ja", TemplateKind.LETTER, "お便り", "A4", PARTS)


@pytest.fixture
def draft() -> Draft:
    made = Draft()
    made.open(LETTER)
    return made


def retext(draft: Draft, name: str, text: str, joins: str = "") -> None:
    draft.change(changed(draft.template, name, text=text), words=f"→ {text}", joins=joins)


def texts(draft: Draft) -> list[str]:
    return [element.text for element in draft.template.elements]


def test_steps_go_back_and_forth_with_their_words(draft: Draft) -> None:
    retext(draft, "one", "い")
    retext(draft, "two", "ろ")
    assert (draft.undo_words, draft.can_redo, draft.is_changed) == ("→ ろ", False, True)
    draft.undo()
    assert texts(draft) == ["い", "二"] and (draft.undo_words, draft.redo_words) == ("→ い", "→ ろ")
    draft.undo()
    assert draft.template == LETTER and not draft.can_undo and not draft.is_changed
    draft.redo()
    draft.redo()
    assert texts(draft) == ["い", "ろ"] and not draft.can_redo
    draft.undo()
    retext(draft, "two", "は")
    assert not draft.can_redo


def test_keys_of_one_word_are_one_step_until_something_else_comes(draft: Draft) -> None:
    for text in ("あ", "あり", "ありが"):
        retext(draft, "one", text, "one text")
    retext(draft, "two", "ろ", "two text")
    retext(draft, "one", "ありがと", "one text")
    draft.undo()
    draft.undo()
    assert texts(draft) == ["ありが", "二"]
    draft.undo()
    assert draft.template == LETTER
    draft.redo()
    retext(draft, "one", "ありがとう", "one text")
    draft.undo()
    assert texts(draft) == ["ありが", "二"]


def test_selecting_ends_a_step(draft: Draft) -> None:
    draft.select("one")
    retext(draft, "one", "あ", "text")
    draft.select("two")
    draft.select("one")
    retext(draft, "one", "あい", "text")
    draft.undo()
    assert texts(draft) == ["あ", "二"]


def test_what_is_gone_is_not_selected(draft: Draft) -> None:
    draft.select("two", "one", "nobody", "two")
    assert list(draft.selected) == ["two", "one"]
    draft.change(removed(draft.template, ["two"]))
    assert list(draft.selected) == ["one"]


def test_pages(draft: Draft) -> None:
    draft.select("one")
    draft.show_page(5)
    assert (draft.page, draft.selected) == (0, ("one",))
    draft.change(with_page_added(draft.template))
    draft.show_page(1)
    assert (draft.page, draft.selected) == (1, ())
    draft.undo()
    assert draft.page == 0
    draft.redo()
    assert draft.page == 1


def test_saved_is_unchanged_until_the_next_step(draft: Draft) -> None:
    told: list[bool] = []
    draft.history_changed.connect(lambda: told.append(draft.is_changed))
    retext(draft, "one", "い")
    draft.saved_now(draft.template)
    assert told == [True, False]
    draft.undo()
    assert draft.is_changed and draft.saved != draft.template


def test_same_again_is_no_step(draft: Draft) -> None:
    draft.change(replace(LETTER))
    assert not draft.can_undo


def test_the_oldest_steps_are_forgotten(draft: Draft) -> None:
    for number in range(MOST_STEPS + 5):
        retext(draft, "one", str(number))
    for _ in range(MOST_STEPS):
        draft.undo()
    assert texts(draft)[0] == "4" and not draft.can_undo
