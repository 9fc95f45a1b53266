"""What the builder begins with: a new survey, and a new question of each kind that could be printed as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.surveys import Question, QuestionKind, SurveyContent
from app.domain.text import is_japanese


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    intro: str
    purpose: str
    thanks: str
    texts: Mapping[QuestionKind, str]
    nps_ends: tuple[str, str]
    scale: Mapping[int, tuple[str, ...]]
    options: tuple[str, ...]
    unit: str


# What stands on a sheet is in the language of the sheet, not in that of the window.
_JAPANESE = _Words(
    title="アンケート",
    intro="いつもご来店ありがとうございます。ご記入は2分ほどです。",
    purpose="お答えは、お店をよくするためだけに使います。",
    thanks="ご記入ありがとうございました。受付の箱にお入れください。",
    texts={
        QuestionKind.NPS: "当店をご家族やお友だちにすすめたいと思いますか",
        QuestionKind.SCALE: "今回はご満足いただけましたか",
        QuestionKind.SINGLE: "次はいつごろのご来店をお考えですか",
        QuestionKind.MULTI: "よかったところをお選びください",
        QuestionKind.NUMBER: "何名様でお越しになりましたか",
        QuestionKind.DATE: "ご来店の日を教えてください",
        QuestionKind.LINE: "ひとことお願いします",
        QuestionKind.TEXT: "お気づきのことを、なんでもお書きください",
        QuestionKind.HEADING: "ご来店について",
    },
    nps_ends=("まったく思わない", "とてもそう思う"),
    scale={
        3: ("不満", "ふつう", "満足"),
        5: ("不満", "やや不満", "ふつう", "満足", "とても満足"),
        7: ("とても不満", "不満", "やや不満", "ふつう", "やや満足", "満足", "とても満足"),
    },
    options=("1つ目の答え", "2つ目の答え"),
    unit="名",
)
_ENGLISH = _Words(
    title="Survey",
    intro="Thank you for coming to us. This takes about 2 minutes.",
    purpose="We use your answers only to become better.",
    thanks="Thank you. Please put the sheet into the box at the desk.",
    texts={
        QuestionKind.NPS: "How likely are you to recommend us to your family or friends?",
        QuestionKind.SCALE: "How satisfied were you this time?",
        QuestionKind.SINGLE: "When would you like to come again?",
        QuestionKind.MULTI: "What did you like?",
        QuestionKind.NUMBER: "How many of you came?",
        QuestionKind.DATE: "On which day were you here?",
        QuestionKind.LINE: "A few words, please",
        QuestionKind.TEXT: "Anything else you would like to tell us",
        QuestionKind.HEADING: "About your visit",
    },
    nps_ends=("Not at all", "Very likely"),
    scale={
        3: ("Unsatisfied", "Neutral", "Satisfied"),
        5: ("Unsatisfied", "Rather unsatisfied", "Neutral", "Satisfied", "Very satisfied"),
        7: (
            "Very unsatisfied", "Unsatisfied", "Rather unsatisfied", "Neutral", "Rather satisfied", "Satisfied", "Very satisfied",
        ),
    },
    options=("First answer", "Second answer"),
    unit="people",
)  # fmt: skip


def _words(language: str) -> _Words:
    return _JAPANESE if is_japanese(language) else _ENGLISH


def new_survey(language: str) -> SurveyContent:
    """One question to begin with, and the words around it."""
    words = _words(language)
    content = SurveyContent(words.title, language, intro=words.intro, purpose=words.purpose, thanks=words.thanks)
    return replace(content, questions=(new_question(content, QuestionKind.NPS),))


def new_question(content: SurveyContent, kind: QuestionKind) -> Question:
    """For this survey, in its language; not put into it yet."""
    plain = Question(content.free_id(), kind, _words(content.language).texts[kind])
    return as_kind(plain, kind, content.language)


def as_kind(question: Question, kind: QuestionKind, language: str) -> Question:
    """The same words asked in another way; what the kind needs and is not there yet is as usual."""
    words = _words(language)
    one = replace(question, kind=kind)
    if kind is QuestionKind.NPS and one.ends == ("", ""):
        one = replace(one, ends=words.nps_ends, labels=())
    if kind is QuestionKind.SCALE and not one.labels:
        one = with_points(one, one.points, language)
    if kind is not QuestionKind.NPS and kind is not QuestionKind.SCALE:
        one = replace(one, ends=("", ""), labels=(), smileys=False)
    if kind in (QuestionKind.SINGLE, QuestionKind.MULTI):
        return one if one.options else replace(one, options=words.options)
    if kind is QuestionKind.NUMBER and one.low is None:
        one = replace(one, low=0, unit=one.unit or words.unit)
    if kind is QuestionKind.HEADING:
        one = replace(one, required=False)
    return replace(one, options=(), has_other=False)


def with_points(question: Question, points: int, language: str) -> Question:
    """A scale with so many points. Labels that were the usual ones are the usual ones of the new scale."""
    usual = _words(language).scale
    is_usual = not question.labels or question.labels in usual.values()
    return replace(question, points=points, ends=("", ""), labels=usual[points] if is_usual else ())


def usual_labels(points: int, language: str) -> tuple[str, ...]:
    """Words for each point of a scale, from the lowest."""
    return _words(language).scale[points]


def everything(language: str) -> SurveyContent:
    """All words a survey can begin with, a question of each kind and of each scale among them: for putting them into the other language."""
    words = _words(language)
    kinds = tuple(as_kind(Question(f"{kind}", kind, words.texts[kind]), kind, language) for kind in words.texts)
    scales = tuple(
        Question(f"scale {points}", QuestionKind.SCALE, "", points=points, labels=labels) for points, labels in words.scale.items()
    )
    content = SurveyContent(words.title, language, intro=words.intro, purpose=words.purpose, thanks=words.thanks)
    return replace(content, questions=(*kinds, *scales))
