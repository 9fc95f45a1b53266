"""Changes to what a survey asks. Each gives the survey as it is afterwards; one that is not there is left out of account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.survey_errors import TooMuchAsked
from app.domain.surveys import MOST_OPTIONS, MOST_QUESTIONS, Question, SurveyContent


def added(content: SurveyContent, question: Question, after: str = "") -> SurveyContent:
    """Below the question `after`; at the end where there is none. TooMuchAsked."""
    if len(content.questions) >= MOST_QUESTIONS:
        raise TooMuchAsked(field="questions", most=MOST_QUESTIONS)
    place = next((number for number, one in enumerate(content.questions, 1) if one.id == after), len(content.questions))
    return replace(content, questions=(*content.questions[:place], question, *content.questions[place:]))


def changed(content: SurveyContent, question: Question) -> SurveyContent:
    """With the question as it is now."""
    return replace(content, questions=tuple(question if one.id == question.id else one for one in content.questions))


def removed(content: SurveyContent, identity: str) -> SurveyContent:
    return replace(content, questions=tuple(one for one in content.questions if one.id != identity))


def copied(content: SurveyContent, identity: str) -> SurveyContent:
    """The question once more, below itself. TooMuchAsked."""
    question = content.question(identity)
    return content if question is None else added(content, replace(question, id=content.free_id()), identity)


def placed(content: SurveyContent, identity: str, place: int) -> SurveyContent:
    """The question at another place among all, from 0; past an end it is the end."""
    question = content.question(identity)
    if question is None:
        return content
    others = [one for one in content.questions if one.id != identity]
    others.insert(max(0, min(place, len(others))), question)
    return replace(content, questions=tuple(others))


def stepped(content: SurveyContent, identity: str, step: int) -> SurveyContent:
    """So many places further down, or up."""
    place = place_of(content, identity)
    return content if place < 0 else placed(content, identity, max(0, place + step))


def place_of(content: SurveyContent, identity: str) -> int:
    """From 0; -1 where it is not."""
    return next((number for number, one in enumerate(content.questions) if one.id == identity), -1)


def with_option(question: Question, place: int, text: str) -> Question:
    """The option at this place as it is typed."""
    options = list(question.options)
    options[place] = text
    return replace(question, options=tuple(options))


def with_option_added(question: Question, text: str = "") -> Question:
    """TooMuchAsked."""
    if len(question.options) >= MOST_OPTIONS:
        raise TooMuchAsked(field="options", most=MOST_OPTIONS)
    return replace(question, options=(*question.options, text))


def with_option_removed(question: Question, place: int) -> Question:
    return replace(question, options=(*question.options[:place], *question.options[place + 1 :]))


def with_option_moved(question: Question, place: int, step: int) -> Question:
    """The option so many places further on, or back; past an end it is the end."""
    options = list(question.options)
    option = options.pop(place)
    options.insert(max(0, min(place + step, len(options))), option)
    return replace(question, options=tuple(options))


def in_language(content: SurveyContent, language: str, pairs: Sequence[tuple[SurveyContent, SurveyContent]]) -> SurveyContent:
    """The survey on a sheet of the other language. What stands word for word in one of the `pairs` (as ready in this language, as ready in
    the other) is translated with it; what is the shop's own stays as it was typed."""
    words: dict[str, str] = {}
    for here, there in pairs:
        words |= _word_pairs(here, there)

    def said(text: str) -> str:
        return words.get(text, text)

    def asked(one: Question) -> Question:
        first, last = one.ends
        options, labels = tuple(said(text) for text in one.options), tuple(said(text) for text in one.labels)
        return replace(one, text=said(one.text), options=options, labels=labels, ends=(said(first), said(last)), unit=said(one.unit))

    return SurveyContent(
        said(content.title),
        language,
        tuple(asked(one) for one in content.questions),
        said(content.intro),
        said(content.purpose),
        said(content.thanks),
    )


def _word_pairs(here: SurveyContent, there: SurveyContent) -> dict[str, str]:
    found = dict(zip(_around(here), _around(there), strict=True))
    for one in here.questions:
        other = there.question(one.id)
        if other is not None:
            found |= dict(zip(_within(one), _within(other), strict=False))
    return {text: other for text, other in found.items() if text and other}


def _around(content: SurveyContent) -> tuple[str, ...]:
    return content.title, content.intro, content.purpose, content.thanks


def _within(question: Question) -> tuple[str, ...]:
    return (question.text, question.unit, *question.ends, *question.labels, *question.options)
