"""All templates as small pictures, to be opened, copied, renamed, taken back, brought in from a file and out to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.context import AppContext
from app.domain.formats import CountUnit, format_count
from app.domain.print_kinds import TEMPLATES_OF, WorkKind
from app.domain.templates import KIND_PAPERS, Template, TemplateKind, TemplateRow
from app.domain.text import fold
from app.jobs.job import JobControl
from app.views.designer.elements_words import occasion_word, paper_word, template_kind_word
from app.views.designer.gallery_acts import GalleryActs
from app.views.designer.gallery_grid import CardGrid, TemplateCard
from app.views.moments import language
from app.views.widgets.buttons import NormalButton, PrimaryButton, escape_mnemonic
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.layouts import column, row, set_shown
from app.views.widgets.page_header import PageHeader
from app.views.widgets.tabs import Tabs
from app.views.widgets.text_field import SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.printing.preview import Picture

OWN = "own"
_TABS = (WorkKind.CARD, WorkKind.LETTER, WorkKind.PURSE)


class Gallery(QWidget):
    """`open_requested`: the key of a template to be changed."""

    open_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._rows: list[TemplateRow] = []
        self._drawn: dict[str, tuple[Template, int]] = {}
        self._is_drawing = False
        self._wanted = ""
        self._acts = GalleryActs(context, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Ask for the templates anew; pictures are made again only of those that changed."""
        spoken = language()

        def op(session: Session, _control: JobControl) -> list[TemplateRow]:
            from app.queries.templates import templates_of

            return list(templates_of(session, spoken))

        self._context.tasks.query(op, self._on_rows, owner=self, replaces="templates")

    def stand_on(self, key: str) -> None:
        """Show the tab of a template and select it, now or as soon as it is there."""
        self._wanted = key
        self._stand_on_wanted()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def trigger_primary(self) -> None:
        self.new.click()

    def shown_kinds(self) -> Sequence[TemplateKind]:
        """The kinds of the tab that is open; all of them on the tab of the shop's own."""
        kind = self.tabs.current()
        return list(TemplateKind) if not isinstance(kind, WorkKind) else [one for one in TemplateKind if one in TEMPLATES_OF[kind]]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_next()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Templates"))
        self.back = self.header.add_back(self.tr("Back"))
        self.search = SearchField(self.tr("Search templates"), "Ctrl+F")
        self.bring_in = NormalButton(self.tr("Import from a file"), "upload")
        self.new = PrimaryButton(self.tr("New template"), "plus")
        self.new.set_shortcut_hint("Ctrl+Return", live=False)
        self.header.add_search(self.search)
        self.header.add(self.bring_in)
        self.header.set_primary(self.new)
        options = [
            (WorkKind.CARD, self.tr("Postcards")),
            (WorkKind.LETTER, self.tr("Letters")),
            (WorkKind.PURSE, self.tr("Member and introduction cards")),
            (OWN, self.tr("Your own")),
        ]
        self.tabs = Tabs(options, self.tr("Which templates"))
        self.grid = CardGrid(self.tr("Templates"))
        self.not_found = EmptyState("search", "", "", link=self.tr("Clear the search"))
        self.no_own = EmptyState(
            "palette",
            self.tr("Your own designs stand here"),
            self.tr("Begin with one that comes with the program: whatever you change is kept as yours, and the original is never lost."),
            link=self.tr("Look at the postcards"),
        )
        self.no_own.set_steps(
            [
                self.tr("Press a template, and it opens as it will be printed."),
                self.tr("Press a text or a picture on the paper and change it."),
                self.tr("Save it. It is offered wherever you print."),
            ]
        )
        self._stack = QStackedWidget()
        for place in (self.grid, self.not_found, self.no_own):
            self._stack.addWidget(place)
        self.keys = KeyHints([("Enter", self.tr("open")), ("F2", self.tr("rename")), ("Del", self.tr("delete or put back"))])
        layout = column(self.header, self.tabs, gap=12, margins=(24, 16, 24, 12))
        layout.addWidget(self._stack, 1)
        layout.addLayout(row(self.keys, gap=0))
        self.setLayout(layout)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.bring_in.clicked.connect(self._acts.bring_in)
        self.new.clicked.connect(self._on_new)
        self.search.search_changed.connect(self._on_other)
        self.search.down_pressed.connect(self._on_down)
        self.tabs.changed.connect(self._on_other)
        self.not_found.link_clicked.connect(self._on_clear)
        self.no_own.link_clicked.connect(self._on_look)
        self.grid.opened.connect(self.open_requested)
        self.grid.delete_requested.connect(self._on_delete)
        self.grid.renamed.connect(self._on_renamed)
        self.grid.menu_requested.connect(self._on_menu)
        self._acts.kept.connect(self.stand_on)
        self._acts.made.connect(self.open_requested)

    def menu_for(self, key: str) -> QMenu | None:
        """Everything that can be done with one of them."""
        one = self._row(key)
        if one is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = [
            (self.tr("Open"), partial(self.open_requested.emit, key), "Enter"),
            (self.tr("Copy"), partial(self._acts.copy, one), ""),
            (self.tr("Rename"), self.grid.rename_current, "F2"),
            (self.tr("Export to a file"), partial(self._acts.export, one.template), ""),
        ]
        if one.is_own:
            acts.append((self.tr("Delete"), partial(self._acts.take_back, one), "Del"))
        elif one.is_changed:
            acts.append((self.tr("Put back as it came with the program"), partial(self._acts.take_back, one), "Del"))
        for text, act, key_name in acts:
            entry = menu.addAction(f"{escape_mnemonic(text)}\t{key_name}" if key_name else escape_mnemonic(text))
            entry.triggered.connect(lambda _on=False, act=act: act())
        return menu

    def new_menu(self) -> QMenu:
        """What a new one may be; the kind of the tab stands first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.shown_kinds()
        for kind in sorted(TemplateKind, key=lambda kind: kind not in shown):
            papers = KIND_PAPERS[kind]
            for paper in papers:
                word = template_kind_word(kind)
                text = f"{word}  {paper_word(paper)}" if len(papers) > 1 else word
                menu.addAction(escape_mnemonic(text)).triggered.connect(partial(self._on_make, kind, paper))
        return menu

    def _row(self, key: str) -> TemplateRow | None:
        return next((one for one in self._rows if one.template.key == key), None)

    def _on_rows(self, rows: list[TemplateRow]) -> None:
        self._rows = sorted(rows, key=lambda one: not (one.is_own or one.is_changed))
        for kind in _TABS:
            self.tabs.set_text(kind, self._tab_text(kind))
        self._show_cards()
        self._stand_on_wanted()

    def _tab_text(self, kind: WorkKind) -> str:
        words: Mapping[WorkKind, str] = {
            WorkKind.CARD: self.tr("Postcards"),
            WorkKind.LETTER: self.tr("Letters"),
            WorkKind.PURSE: self.tr("Member and introduction cards"),
        }
        return f"{words[kind]}  {sum(one.template.kind in TEMPLATES_OF[kind] for one in self._rows)}"

    def _show_cards(self, *, is_other: bool = False) -> None:
        shown, asked = self.shown_kinds(), fold(self.search.text())
        rows = [one for one in self._rows if one.template.kind in shown]
        if self.tabs.current() == OWN:
            rows = [one for one in rows if one.is_own or one.is_changed]
        found = [one for one in rows if asked in _searched(one)] if asked else rows
        self.grid.set_cards([self._card(one) for one in found], is_other=is_other)
        self.header.set_fact(format_count(len(found), CountUnit.ITEMS, language()) if found else "")
        place: QWidget = self.grid
        if not found:
            place = self.not_found if asked else self.no_own
            self.not_found.set(self.tr("No template is found for “{words}”").format(words=self.search.text()))
        self._stack.setCurrentWidget(place)
        set_shown(self.keys, place is self.grid)
        self._draw_next()

    def _card(self, one: TemplateRow) -> TemplateCard:
        template = one.template
        joint = "・" if language() == "ja" else ", "
        detail = joint.join((paper_word(template.paper), occasion_word(template.occasion)))
        chip = self.tr("Yours") if one.is_own else self.tr("Changed") if one.is_changed else ""
        return TemplateCard(one, detail, chip)

    def _draw_next(self) -> None:
        """One picture after the other, in the background, those on this tab first; others' work is never far behind."""
        if self._is_drawing or not self.isVisible():
            return
        size = self.grid.picture_size()
        waiting = (card.row.template for card in self.grid.cards())
        template = next((one for one in waiting if self._drawn.get(one.key) != (one, size.height())), None)
        if template is None:
            return
        self._is_drawing = True
        spoken = language()

        def op(_control: JobControl) -> Picture:
            from app.printing.geometry import PAPERS
            from app.reports.designs import thumbnail

            paper = PAPERS.get(template.paper)
            fits = min(size.width(), size.height() * paper.width / paper.height) if paper is not None else size.width()
            return thumbnail(template, spoken, max(40, round(fits)))

        drawn = partial(self._on_drawn, template, size.height())
        self._context.tasks.run(op, drawn, owner=self, failed=partial(self._on_undrawn, template, size.height()))

    def _on_drawn(self, template: Template, height: int, picture: Picture) -> None:
        # The picture's own bytes may go; the copy stays.
        image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888).copy()
        self.grid.set_picture(template.key, image)
        self._after(template, height)

    def _on_undrawn(self, template: Template, height: int, error: Exception) -> None:
        self._after(template, height)
        self._context.messages.error(error)

    def _after(self, template: Template, height: int) -> None:
        self._drawn[template.key] = (template, height)
        self._is_drawing = False
        self._draw_next()

    def _stand_on_wanted(self) -> None:
        one = self._row(self._wanted) if self._wanted else None
        if one is None:
            return
        self._wanted = ""
        if one.template.kind not in self.shown_kinds():
            self.tabs.set_current(next(kind for kind in _TABS if one.template.kind in TEMPLATES_OF[kind]))
        if not self.grid.select_key(one.template.key):
            self._on_clear()
            self.grid.select_key(one.template.key)

    def _on_other(self) -> None:
        self._show_cards(is_other=True)

    def _on_clear(self) -> None:
        self.search.clear()
        self.search.send_now()

    def _on_down(self) -> None:
        if self.grid.cards():
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.grid.current_key() is None:
                self.grid.select_key(self.grid.cards()[0].key)

    def _on_look(self) -> None:
        self.tabs.set_current(WorkKind.CARD)

    def _on_new(self) -> None:
        self.new_menu().popup(self.new.mapToGlobal(QPoint(0, self.new.height())))

    def _on_make(self, kind: TemplateKind, paper: str, _on: bool = False) -> None:
        self._acts.make(kind, paper)

    def _on_menu(self, key: str, where: QPoint) -> None:
        menu = self.menu_for(key)
        if menu is not None:
            menu.popup(where)

    def _on_delete(self, key: str) -> None:
        one = self._row(key)
        if one is not None and (one.is_own or one.is_changed):
            self._acts.take_back(one)

    def _on_renamed(self, key: str, name: str) -> None:
        one = self._row(key)
        if one is not None:
            self._acts.rename(one.template, name)


def _searched(one: TemplateRow) -> str:
    """What a search looks through: what it is called, what it is for and what stands on it."""
    template = one.template
    words = (template.name, occasion_word(template.occasion), paper_word(template.paper), *(element.text for element in template.elements))
    return fold(" ".join(words))
