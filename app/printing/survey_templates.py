"""The surveys that come with the program, one file each in a folder for each language."""

from __future__ import annotations

import json
from functools import cache

from app.domain.survey_templates import TEMPLATE_KEYS, SurveyTemplate
from app.paths import resource
from app.words import LANGUAGES


@cache
def survey_templates(language: str) -> tuple[SurveyTemplate, ...]:
    """Those of a language in the order in which they are listed; none for a language that has none."""
    # A survey says its language itself, and so may anybody's file: what it says is no part of a path.
    if language not in LANGUAGES:
        return ()
    folder = resource("surveys", language)
    return tuple(SurveyTemplate.from_json(json.loads((folder / f"{key}.json").read_text(encoding="utf-8"))) for key in TEMPLATE_KEYS)


def survey_template(key: str, language: str) -> SurveyTemplate | None:
    return next((one for one in survey_templates(language) if one.key == key), None)
