"""Surveys for tests of their sheets."""

from __future__ import annotations

from app.domain.survey_prints import SheetShop
from app.domain.survey_sheets import SheetChoice, SheetPaper, TypeSize
from app.domain.surveys import Question, QuestionKind, SurveyContent

SHOP = SheetShop("美容室 こもれび", "03-1234-5678")

VISIT = SurveyContent(
    "ご来店後アンケート",
    "ja",
    (
        Question("q1", QuestionKind.NPS, "当店をご家族やお友だちにすすめたいと思いますか", ends=("まったく思わない", "とてもそう思う")),
        Question("q2", QuestionKind.SCALE, "仕上がりにご満足いただけましたか", labels=("不満", "やや不満", "ふつう", "満足", "とても満足")),
        Question("q3", QuestionKind.MULTI, "よかったところ", options=("仕上がり", "説明", "待ち時間", "雰囲気", "値段", "予約")),
        Question("q4", QuestionKind.SINGLE, "次のご来店はいつごろですか", options=("1か月以内", "2か月以内"), has_other=True),
        Question("q5", QuestionKind.TEXT, "お気づきのことを、なんでもお書きください", lines=4),
    ),
    intro="先日はご来店くださり、ありがとうございました。",
    purpose="お答えは、お店をよくするためだけに使います。",
    thanks="ご記入ありがとうございました。",
)

EVERY_KIND = SurveyContent(
    "Every kind of question",
    "en",
    (
        Question("h", QuestionKind.HEADING, "About your visit"),
        Question("faces", QuestionKind.SCALE, "How do you feel?", smileys=True, labels=("Bad", "Poor", "Fair", "Good", "Great")),
        Question("seven", QuestionKind.SCALE, "How clean was it?", points=7, ends=("Dirty", "Spotless")),
        Question("number", QuestionKind.NUMBER, "How many are you?", low=0, high=20, unit="people"),
        Question("money", QuestionKind.NUMBER, "What did you spend?", unit="yen"),
        Question("day", QuestionKind.DATE, "When will you come again?"),
        Question("line", QuestionKind.LINE, "Who served you?", required=True),
        Question("multi", QuestionKind.MULTI, "How did you hear of us?", options=("A friend", "A map", "A leaflet"), has_other=True),
        Question("text", QuestionKind.TEXT, "Anything else?"),
    ),
)

CHOICES = (
    SheetChoice(),
    SheetChoice(SheetPaper.A5),
    SheetChoice(SheetPaper.A5, 2),
    SheetChoice(size=TypeSize.LARGE),
    SheetChoice(SheetPaper.A5, size=TypeSize.LARGE),
)
