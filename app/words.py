"""The translations read without Qt, for the command line and for paper: the same source files as the window's."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.paths import resource

LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`words`: (context, source) → its forms in `language`: one, or for a counted English sentence singular and plural."""

    language: str
    words: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, language: str) -> Catalogue:
        """`language` "ja" or "en". English is the source: its file holds plurals alone."""
        from xml.etree import ElementTree

        words: dict[tuple[str, str], tuple[str, ...]] = {}
        tree = ElementTree.parse(resource("i18n", f"okaeri_{language}.ts"))
        for context in tree.iterfind("context"):
            name = context.findtext("name", "")
            for message in context.iterfind("message"):
                translation = message.find("translation")
                if translation is None or translation.get("type") in ("vanished", "obsolete"):
                    continue
                forms = tuple(form.text or "" for form in translation.iterfind("numerusform")) or (translation.text or "",)
                if forms[0]:
                    words[name, message.findtext("source", "")] = forms
        return cls(language, words)

    def tr(self, context: str, source: str, n: int | None = None) -> str:
        """`source` in the language, or as it is when it has no translation; with `n` in the form for so many, %n filled in."""
        forms = self.words.get((context, source), (source,))
        if n is None:
            return forms[0]
        form = forms[0] if n == 1 else forms[-1]
        return form.replace("%n", f"{n:,}")


def system_language(environ: Mapping[str, str] = os.environ) -> str:
    """ "ja" where the user's environment or system speaks Japanese, else "en"."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(variable):
            return "ja" if environ[variable].casefold().startswith("ja") else "en"
    spoken = locale.getlocale()[0] or ""
    return "ja" if spoken.casefold().startswith(("ja", "japanese")) else "en"
