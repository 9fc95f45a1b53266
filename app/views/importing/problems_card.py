"""What was mended, what cannot come in and what is odd, with filters; a repair can be switched off, a cell typed anew."""

from __future__ import annotations

from app.views.importing.desk import ImportDesk
from app.views.importing.entries import Entry, EntryKind, Findings
from app.views.importing.entry_list import EntryList
from app.views.importing.words import grouped
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import column

ALL = "all"
# A list of a hundred thousand odd cells helps nobody; the CSV of step 4 has every refused row.
SHOWN = 5_000
_GROUPS = {
    EntryKind.MENDED: (EntryKind.MENDED, EntryKind.KEPT, EntryKind.TYPED),
    EntryKind.REFUSED: (EntryKind.REFUSED,),
    EntryKind.NOTED: (EntryKind.NOTED,),
}


class ProblemsCard(Card):
    def __init__(self, desk: ImportDesk) -> None:
        super().__init__()
        self._desk = desk
        self._findings = Findings(desk.draft)
        self.set_title(self.tr("Worth a look"))
        self.set_note(self.tr("in the order of the rows"))
        self._chips = FilterChips(name=self.tr("Which rows"))
        self.list = EntryList(self.tr("Worth a look"))
        self._foot = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.add(self._chips)
        self.add_list(self.list)
        self.set_footer(column(self._foot))
        self._chips.changed.connect(self._on_chip)
        self.list.switched.connect(self._on_switched)
        self.list.typed.connect(self._on_typed)

    def show_draft(self) -> None:
        self._findings = Findings(self._desk.draft)
        words = {
            EntryKind.MENDED: self.tr("Mended"),
            EntryKind.REFUSED: self.tr("Cannot come in"),
            EntryKind.NOTED: self.tr("Please check"),
        }
        every = self._findings.count(tuple(EntryKind))
        options: list[tuple[str, str, int | None]] = [(ALL, self.tr("All"), every)]
        for kind, group in _GROUPS.items():
            count = self._findings.count(group)
            if count:
                options.append((kind, words[kind], count))
        self._chips.set_options(options)
        self._on_chip()
        refused = self._findings.refused_rows()
        foot = grouped(self.tr("%n row(s) that cannot come in are kept in a CSV with the reason.", "", refused), refused) if refused else ""
        if every > SHOWN:
            more = self.tr("Only the first {count} are listed here.").format(count=f"{SHOWN:,}")
            foot = f"{foot} {more}".strip()
        self._foot.setText(foot or self.tr("Everything else comes in as it stands."))

    def has_entries(self) -> bool:
        return self._findings.count(tuple(EntryKind)) > 0

    def _on_chip(self) -> None:
        key = self._chips.current()
        group = next((group for kind, group in _GROUPS.items() if kind == key), tuple(EntryKind))
        self.list.set_entries(self._findings.entries(group, SHOWN))

    def _on_switched(self, entry: Entry) -> None:
        if entry.kind is EntryKind.MENDED and entry.repair is not None:
            self._desk.leave_unmended(entry.repair)
        else:
            self._desk.mend((entry.row, entry.field))

    def _on_typed(self, entry: Entry, text: str) -> None:
        if entry.problem is not None:
            self._desk.type_cell(entry.problem, text)
