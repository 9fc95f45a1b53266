"""The templates that come with the program, one file each in a folder for each language."""

from __future__ import annotations

import json
from functools import cache

from app.domain.templates import Template
from app.paths import resource
from app.words import LANGUAGES


@cache
def shipped_templates(language: str) -> tuple[Template, ...]:
    """Those of a language in the order of their files' names; none for a language that has none."""
    # A template's file says its language: what it says is no part of a path.
    if language not in LANGUAGES:
        return ()
    folder = resource("templates", language)
    return tuple(Template.from_json(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json")))


def shipped_template(key: str, language: str) -> Template | None:
    return next((one for one in shipped_templates(language) if one.key == key), None)
