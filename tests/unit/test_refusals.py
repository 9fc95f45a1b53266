"""What is wrong with a template is said without what did not happen, so that it reads right while one is still at work on it."""

from __future__ import annotations

import pytest

from app.domain.errors import DomainError, in_a_row
from app.domain.print_problems import NOT_PRINTED, TemplateBroken, UnknownField
from app.domain.templates import TemplateUnfit, TooManyElements


def _kinds(kind: type[DomainError]) -> list[type[DomainError]]:
    return [kind, *(below for one in kind.__subclasses__() for below in _kinds(one))]


@pytest.mark.parametrize("kind", [*_kinds(TemplateUnfit), UnknownField, TemplateBroken])
def test_a_fault_of_a_template_says_nothing_of_printing_by_itself(kind: type[DomainError]) -> None:
    assert NOT_PRINTED not in kind.sentence
    assert kind.refusal == ("" if kind is TooManyElements else NOT_PRINTED)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("A.", "B.", "A. B."), ("あ。", "い。", "あ。い。"), ("A.", "", "A."), ("用紙: A4", "い。", "用紙: A4 い。")],
)
def test_sentences_follow_each_other_as_the_language_writes_them(first: str, second: str, said: str) -> None:
    assert in_a_row(first, second) == said
