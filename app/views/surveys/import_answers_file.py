"""Which file has the answers, and which files were brought in for this survey before."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout

from app.domain.imports import ImportRow
from app.views.importing.file_choice import FileChoice
from app.views.importing.words import rows_text
from app.views.moments import language, moment_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import column


class AnswerFile(FileChoice):
    shows_undo = True

    def drop_words(self) -> str:
        return self.tr("Drop the file with the answers here, or choose it")

    def below_drop(self) -> QLayout:
        kinds = self.tr(
            "As Google Forms, Microsoft Forms, SurveyMonkey and others save it: a row for each who answered, a column for each question."
        )
        return column(WrapLabel(kinds, TextStyle.BODY, Tone.TEXT2))

    def past_words(self, past: ImportRow) -> tuple[str, str]:
        detail = self.tr("{rows} came in, {unnamed} of them without a customer").format(
            rows=rows_text(past.accepted), unnamed=f"{past.without_customer:,}"
        )
        return "", ("・" if language() == "ja" else ", ").join((moment_text(past.at, self.clock), detail))
