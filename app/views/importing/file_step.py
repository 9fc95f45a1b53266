"""Step 1: which file, and what was brought in before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout

from app.domain.formats import CountUnit, format_count
from app.domain.imports import ImportKind, ImportRow
from app.views.importing.file_choice import FileChoice
from app.views.importing.words import IN_WIZARD, grouped, kind_word
from app.views.moments import language, moment_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.filter_chips import ChoiceChips
from app.views.widgets.labels import Text
from app.views.widgets.layouts import row


class FileStep(FileChoice):
    def wanted_kind(self) -> ImportKind | None:
        """What the user says the list is; None: find out."""
        kind = self._kind.current()
        return kind if isinstance(kind, ImportKind) else None

    def set_wanted_kind(self, kind: ImportKind | None) -> None:
        self._kind.set_current(kind)

    def drop_words(self) -> str:
        return ""

    def below_drop(self) -> QLayout:
        kinds = [(None, self.tr("Find out")), *((kind, kind_word(kind)) for kind in IN_WIZARD)]
        self._kind = ChoiceChips(kinds, None, self.tr("What the list is"))
        what = row(gap=10)
        what.addWidget(Text(self.tr("What the list is"), TextStyle.BODY, Tone.TEXT2), 0, Qt.AlignmentFlag.AlignTop)
        what.addWidget(self._kind, 1)
        return what

    def past_words(self, past: ImportRow) -> tuple[str, str]:
        words = language()
        counts = [grouped(self.tr("%n row(s) in", "", past.accepted), past.accepted)]
        if past.created:
            counts.append(self.tr("{count} new").format(count=format_count(past.created, CountUnit.CUSTOMERS, words)))
        if past.updated:
            counts.append(self.tr("{count} brought up to date").format(count=format_count(past.updated, CountUnit.CUSTOMERS, words)))
        if past.refused:
            counts.append(grouped(self.tr("%n row(s) left out", "", past.refused), past.refused))
        detail = ("・" if words == "ja" else ", ").join(counts)
        return f"{kind_word(past.kind)}  {moment_text(past.at, self.clock)}", detail
