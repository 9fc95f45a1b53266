"""Print: cards for the people chosen, seen before they are printed, and noted as sent in the same step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.print_cost import barcode_saving, job_cost
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import stock_of
from app.domain.print_runs import GROUP_NAMES, YEN, Greeting, PrintGroup, PrintOutcome, PrintRunRow, PrintSettings, PrintView
from app.domain.prints import MAILED_KINDS, PrintKind
from app.domain.ready_groups import GREETINGS
from app.domain.run_follow import FOLLOWING, RunPeople, run_to_go_with
from app.jobs.job import JobControl
from app.views.labels import label_of
from app.views.labels_customers import polite_name
from app.views.moments import language
from app.views.pages.page import Page
from app.views.printing.acts import PrintActs, RunRequest
from app.views.printing.came_out import CameOut
from app.views.printing.checking import Checking
from app.views.printing.desk import Desk
from app.views.printing.keeping import Keeping
from app.views.printing.kinds import KindTabs, PieceWords
from app.views.printing.log_part import RunLog
from app.views.printing.once_more import DoneBar, OnceMore
from app.views.printing.own_groups import OwnGroups
from app.views.printing.own_sheets import OwnSheets
from app.views.printing.planned import PlannedRun, planned_run
from app.views.printing.printers import Printers
from app.views.printing.recipients_card import RecipientsCard
from app.views.printing.returned_panel import open_returned_panel
from app.views.printing.run_state import RunState
from app.views.printing.settings_card import SettingsCard
from app.views.printing.showing import Showing
from app.views.printing.start_part import StartPart
from app.views.printing.words import reasons
from app.views.theme import theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.layouts import STRETCH, column, row
from app.views.widgets.page_header import PageHeader
from app.views.widgets.side_columns import SideColumns
from app.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LEFT_WIDTH, RIGHT_WIDTH, FOLDED_WIDTH = 248, 256, 288


class PrintingPage(Page):
    """`open_with(customer_ids=…, title=…)`, `open_with(group=PrintGroup…)`, `open_with(is_reach_out=True)` or, for the envelopes of a run
    that was printed, `open_with(for_run=…)`. With customers `template=…` begins with a small card of that template; with `work=…`,
    `offer=…` and `measure_id=…` beside it with what a campaign planned, with `follow_up_ids=…` for the follow-ups that are done with it."""

    name = "printing"
    shows = frozenset(
        {Entity.CUSTOMER, Entity.PURCHASE, Entity.PRINT_RUN, Entity.SHOP, Entity.PRODUCT, Entity.CODE, Entity.TEMPLATE, Entity.GROUP}
        | {Entity.MEASURE}
    )

    def __init__(self, context: AppContext, printers: Printers | None = None) -> None:
        super().__init__(context)
        self._printers = printers
        self._run = RunState()
        self._printing: tuple[object, Path | None] = (None, None)
        self._acts = PrintActs(context, self, printers)
        self._build()
        self._checking = Checking(context, self._run, self.settings_card, self)
        self._showing = Showing(context, self._run, self.settings_card, self.desk, self)
        self._keeping = Keeping(context, self.settings_card, self)
        self._once_more = OnceMore(context, self)
        self.own_sheets = OwnSheets(context, self.settings_card, self._acts, self)
        self._own_groups = OwnGroups(self, self.start)
        self._run_log = RunLog(self, self.start, printers)
        self._connect()
        self._fit()

    def open_with(self, **arguments: Any) -> None:
        if arguments.get("for_run"):
            self._ask((), "", follows=int(arguments["for_run"]))
            return
        group = PrintGroup.REACH_OUT if arguments.get("is_reach_out") else arguments.get("group")
        if isinstance(group, PrintGroup):
            self._ask(group, label_of(group, GROUP_NAMES, "PrintGroups"), GREETINGS.get(group))
        elif arguments.get("customer_ids") is not None:
            ids, title, template = list(arguments["customer_ids"]), str(arguments.get("title", "")), str(arguments.get("template", ""))
            self._ask(ids, title, arguments.get("greeting"), template=template, planned=planned_run(arguments))

    def refresh(self) -> None:
        asked, today, greeting, spoken = self._run.asked, self.context.clock.today(), self._run.greeting, language()
        follows, planned = self._run.follows, self._run.planned

        def op(session: Session, _control: JobControl) -> tuple[PrintView, RunPeople | None] | None:
            from app.reports.card_runs import print_view
            from app.reports.run_follow import followed_people

            if planned is not None and planned.is_off(session):
                return None
            return print_view(session, asked, today, greeting, spoken), followed_people(session, follows, today) if follows else None

        self.context.tasks.query(op, self._on_view, owner=self, failed=self._on_unread, replaces="view")
        self._own_groups.refresh()

    def trigger_primary(self) -> None:
        if self.print_button.isEnabled() and self.print_button.isVisible():
            self.print_button.click()

    def focus_search(self) -> None:
        (self.recipients.people if self._run.lines else self.start.groups).setFocus()

    def go_back(self) -> bool:
        """From a run back to choosing whom to print for."""
        if self.places.currentWidget() is self.start:
            return False
        self._ask((), "")
        return True

    def may_leave(self, go: Callable[[], None]) -> bool:
        # What was typed a moment ago is kept before anything else happens.
        self._keeping.keep_now()
        return True

    def make_pdf(self, path: Path) -> None:
        """The cards as a file there, noted as sent."""
        self._print(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Print"))
        self.pdf_button = NormalButton(self.tr("Make a PDF"), "download")
        self.pdf_button.setToolTip(self.tr("The pages go into a file and are recorded as sent, as when they are printed."))
        self.kinds = KindTabs()
        self._words = PieceWords(self)
        self.print_button = PrimaryButton("", "printer")
        self.print_button.set_shortcut_hint("Ctrl+Return", live=False)
        self.templates_button = NormalButton(self.tr("Templates"), "palette")
        self.header.add(self.templates_button)
        self.header.add(self.pdf_button)
        self.header.set_primary(self.print_button)
        self.start = StartPart(self.context.clock)
        self.settings_card = SettingsCard(self.context.clock.today())
        self.desk = Desk()
        self.recipients = RecipientsCard(self.context, self._printers)
        self.tabs = Tabs([("people", self.tr("Recipients")), ("design", self.tr("Design and paper"))], self.tr("Recipients or design"))
        self.columns = SideColumns(("design", self.settings_card), self.desk, ("people", self.recipients), self.tabs)
        self.places = QStackedWidget()
        self.places.addWidget(self.start)
        self.places.addWidget(self.columns)
        self._kind_line = row(STRETCH, gap=0)
        self.came_out, self.done = CameOut(self.context), DoneBar()
        self.installEventFilter(self.came_out)
        layout = column(self.header, self._kind_line, self.done, self.came_out, gap=12, margins=(24, 16, 24, 16))
        layout.addWidget(self.places, 1)
        self.setLayout(layout)
        self._show_place(is_run=False)

    def _connect(self) -> None:
        self.start.group_chosen.connect(lambda group: self.open_with(group=group))
        self.start.customers_requested.connect(self._on_customers)
        for part in (self.start.reprint_requested, self.done.again_requested):
            part.connect(self._run_log.print_again)
        self.start.returned_requested.connect(self._on_returned)
        self.settings_card.changed.connect(self._on_settings)
        self.settings_card.test_requested.connect(self._on_test)
        self.settings_card.text.edit_requested.connect(self._on_edit)
        self.templates_button.clicked.connect(self._on_templates)
        self.recipients.chosen.connect(self._on_chosen)
        self.recipients.printer.changed.connect(self._show_profile)
        self.recipients.opened.connect(self._on_person_opened)
        self.recipients.tick_requested.connect(self._on_tick)
        self.recipients.others_requested.connect(self.go_back)
        self.recipients.order_chosen.connect(self.settings_card.choose_order)
        self.recipients.run_chosen.connect(lambda run_id: self.open_with(for_run=run_id))
        self.desk.stepped.connect(self._on_step)
        self.desk.message_typed.connect(self._on_message)
        self._checking.checked.connect(self._on_checked)
        self._checking.refused.connect(self._show_numbers)
        self.kinds.changed.connect(self._on_kind)
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(self._on_pdf)
        self._acts.printed.connect(self._on_printed)
        self._acts.ended.connect(self._show_numbers)
        self._acts.given_away.connect(self.came_out.ask)
        self._run_log.attend(self.came_out)
        theme_of(self).changed.connect(self._fit)

    def _fit(self) -> None:
        px, is_folded = theme_of(self).px, self.columns.is_narrow()
        left = max(px(FOLDED_WIDTH if is_folded else LEFT_WIDTH), self.settings_card.fitting_width())
        self.settings_card.set_titled(not is_folded)
        if self.columns.fold(is_folded=is_folded, left=left, right=left if is_folded else px(RIGHT_WIDTH)):
            self._kind_line.removeWidget(self.kinds)
            if is_folded:
                self._kind_line.insertWidget(0, self.kinds)
            else:
                self.header.add_beside_title(self.kinds)

    def _ask(
        self,
        asked: Sequence[int] | PrintGroup,
        occasion: str,
        greeting: Greeting | None = None,
        *,
        follows: int = 0,
        template: str = "",
        planned: PlannedRun | None = None,
    ) -> None:
        self._keeping.keep_now()
        self.done.clear()
        self._run.begin(asked, occasion, greeting, follows=follows)
        self._run.template, self._run.planned = template, planned
        self.kinds.set_following(is_following=bool(follows))
        self.settings_card.set_following(is_following=bool(follows))
        if follows and self.settings_card.kind not in FOLLOWING:
            self._choose_kind(FOLLOWING[0])
        elif planned is not None:
            self._choose_kind(planned.work)
        elif template:
            self._choose_kind(WorkKind.PURSE)
        elif greeting is not None and not isinstance(asked, PrintGroup):
            # What is to be said is said on a card.
            self._choose_kind(WorkKind.CARD)
        self._show_numbers()
        if not asked and not follows:
            self._show_place(is_run=False)
        self.mark_stale()

    def _choose_kind(self, kind: WorkKind) -> None:
        self.kinds.set_current(kind)
        self.settings_card.show_kind(kind)

    def _show_place(self, *, is_run: bool) -> None:
        there = self.columns if is_run else self.start
        before = self.places.currentWidget()
        if before is not None and before is not there and before.isAncestorOf(self.focusWidget()):
            # Else it would go to whatever comes next, with a frame around it that nobody asked for.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.places.setCurrentWidget(there)
        self.kinds.setVisible(is_run)
        self.templates_button.setVisible(not is_run)
        self.pdf_button.setVisible(is_run)
        self.print_button.setVisible(is_run)
        self.header.set_fact(self._run.occasion if is_run else "")

    def _on_view(self, found: tuple[PrintView, RunPeople | None] | None) -> None:
        if found is None:
            words = self.tr("“{name}” was taken back, so nothing is printed for it. It can be started again under Campaigns.")
            self.context.messages.toast(words.format(name=self._run.occasion))
            self._ask((), "")
            return
        (view, followed), asked = found, self._run.asked
        if followed is not None:
            view = replace(view, people=followed.candidates)
            self._run.occasion = self._words.goes_with(followed.run)
            if not self._run.is_seen and followed.run.kind == PrintKind.THANK_YOU and self.settings_card.kind is WorkKind.ENVELOPE:
                # Postcards have no envelopes.
                self._choose_kind(WorkKind.CARD)
        self._run.take(view, followed)
        self.settings_card.offer.set_choices(view.products, view.groups, view.shop.currency)
        if not self._keeping.is_waiting:
            self.settings_card.show_settings(view.settings, view.templates)
            self._choose_wanted()
        self.start.show_view(view)
        self.done.show_log(view.log)
        self._show_place(is_run=bool(view.people))
        if isinstance(asked, PrintGroup) and not view.people:
            self.context.messages.toast(self.tr("There is nobody in “{group}” today.").format(group=self._run.occasion))
        if view.people:
            self._checking.check()
            self._showing.show()

    def _choose_wanted(self) -> None:
        """Once: what is chosen by hand from then on stays."""
        wanted, planned, self._run.template = self._run.template, self._run.planned, ""
        if planned is not None and not self._run.is_seen:
            planned.choose(self.settings_card)
        elif wanted:
            self.settings_card.choose_template(wanted)

    def _on_unread(self, error: Exception) -> None:
        self.context.messages.error(error)
        if self._run.follows:
            self._ask((), "")

    def _on_checked(self) -> None:
        self._show_numbers()
        if not self._run.is_seen:
            self._run.is_seen = True
            # The list may have got the focus from what was hidden; a run begins with a piece that is printed.
            self._run.current = 0
            self._show_position()
            self.recipients.people.scrollToTop()
        self._showing.show_if_other()

    def _show_numbers(self) -> None:
        """Everything that depends on who is printed."""
        run = self._run
        printed, view = run.printed(), run.view
        kind = self.settings_card.kind
        self.print_button.setText(self._words.print_button(kind, len(printed) * self.settings_card.copies()))
        for button in (self.print_button, self.pdf_button):
            button.setEnabled(bool(printed) and run.is_readable and not self._acts.is_printing)
        if view is None or not run.lines:
            return
        self.recipients.show_lines(run.lines, run.ticks())
        self.recipients.show_order(self.settings_card.settings().kinds.order, run.followed)
        self.recipients.show_offered_run(None if run.follows else self._run_to_go_with(view))
        is_reckoned = view.shop.currency == YEN
        job, today = self.settings_card.job(view.shop), self.context.clock.today()
        self.recipients.printer.show_job(kind, job)
        self._show_profile()
        cost = job_cost(job, len(printed), today, view.rates, self.settings_card.settings().kinds.envelope) if is_reckoned else None
        if cost is not None and run.followed is not None and run.followed.run.kind in MAILED_KINDS:
            cost = cost.without_postage()
        self.recipients.show_cost(cost, kind)
        self.settings_card.address.show_saving(barcode_saving(job, len(printed), today, view.rates) if is_reckoned else None)
        self._show_position()

    def _run_to_go_with(self, view: PrintView) -> PrintRunRow | None:
        """The letters that envelopes or labels may be meant for."""
        return run_to_go_with(view.log, self.context.clock.today()) if self.settings_card.kind in FOLLOWING else None

    def _show_profile(self) -> None:
        self.settings_card.paper.show_profile(self.recipients.printer.profile())

    def _show_position(self) -> None:
        person, ids = self._run.person(), self._run.printed_ids()
        if person is None:
            return
        place = ids.index(person.key) if person.key in ids else -1
        self.desk.show_place(place, len(ids), polite_name(person.name, is_company=person.is_company))
        self.desk.show_message(self._run.message(person.key), is_shown=self.settings_card.has_personal_words())
        self.recipients.select(person.key)

    def _on_edit(self, key: str) -> None:
        # What was typed here is what is seen there.
        self._keeping.keep_now()
        people = [person.customer_id for person in self._run.people()]
        self.context.navigate.show_page("templates", key=key, customer_ids=people, adopt=self._on_adopted)

    def _on_adopted(self, key: str) -> None:
        """Saved there as a new one, it is what is printed with."""
        self.settings_card.choose_template(key)
        self._keeping.keep_now()

    def _on_templates(self) -> None:
        self.context.navigate.show_page("templates")

    def _on_customers(self) -> None:
        self.context.navigate.show_page("customers", is_picking=True)

    def _on_returned(self) -> None:
        open_returned_panel(self.context, self.window()).customer_requested.connect(self._on_opened)

    def _on_kind(self, kind: object) -> None:
        self.settings_card.show_kind(WorkKind(str(kind)))
        self._fit()
        self._show_numbers()
        self._checking.check()
        self._showing.show()

    def _on_settings(self, _settings: PrintSettings) -> None:
        self._keeping.keep_soon()
        self._checking.check()
        self._showing.show()

    def _on_test(self) -> None:
        if self._run.view is not None:
            self._acts.print_test_sheet(self.settings_card.paper.calibration(), stock_of(self.settings_card.job(self._run.view.shop)))

    def _on_chosen(self, key: int) -> None:
        self._run.current = key
        self._show_position()
        self._showing.show()

    def _on_person_opened(self, key: int) -> None:
        self._on_opened(self._run.line_of(key).candidate.customer_id)

    def _on_opened(self, customer_id: int) -> None:
        self.context.navigate.show_page("customers", customer_id=customer_id)

    def _on_message(self, words: str) -> None:
        person = self._run.person()
        if person is not None:
            # Whoever is printed first may change with the words; the piece on the desk does not.
            self._run.current = person.key
            self._run.set_message(person.key, words)
            self._checking.check()
            self._showing.show()

    def _on_step(self, step: int) -> None:
        key = self._run.beside(step)
        if key is not None:
            self._on_chosen(key)

    def _on_tick(self, key: int) -> None:
        line = self._run.line_of(key)
        is_wanted = not self._run.is_ticked(line)
        if is_wanted and not line.can_be_printed:
            self.context.messages.toast(self.tr("There is nothing to print: {reason}").format(reason=reasons(line.problems)))
            return
        if is_wanted and line.asks_first and not self._once_more.is_sure(line):
            return
        self._run.tick(key, is_wanted=is_wanted)
        self._show_numbers()
        self._showing.show()

    def _on_print(self) -> None:
        self._print(None)

    def _on_pdf(self) -> None:
        name = f"{self._words.tab(self.settings_card.kind)} {self.context.clock.today().isoformat()}.pdf"
        path = _asked_path(self, self.tr("Make a PDF and record it as sent"), name, self.tr("PDF (*.pdf)"))
        if path is not None:
            self.make_pdf(path)

    def _print(self, path: Path | None) -> None:
        view, printed = self._run.view, self._run.printed()
        if view is None or not printed:
            return
        settings, job = self.settings_card.settings(), self.settings_card.job(view.shop)
        if not self._once_more.is_wanted(printed, job):
            return
        self._keeping.keep_now()
        self.print_button.setEnabled(False)
        self.pdf_button.setEnabled(False)
        self._printing, choice = (self._run.started, path), self.recipients.printer.choice()
        occasion = "" if self._run.followed is not None else self._run.occasion
        more = (path, self._run.left_out(), choice, self._run.followed, self._run.measure_id, self._run.follow_ups)
        self._acts.print_cards(RunRequest(printed, settings, view.shop, job, occasion, *more))

    def _on_printed(self, outcome: PrintOutcome) -> None:
        started, path = self._printing
        # Somebody may have gone on to another run meanwhile.
        if self._run.started is not started:
            return
        # Else Enter, pressed once more, would begin the run anew from the list of groups.
        self.setFocus()
        self._ask((), "")
        if path is not None:
            self.done.show_run(outcome, self.settings_card.kind, path.name)

    def _on_data_changed(self, changed: frozenset[Entity], initiator: object) -> None:
        # What was kept of the settings stands on the page already.
        if initiator is not self._keeping:
            super()._on_data_changed(changed, initiator)


def _asked_path(page: PrintingPage, title: str, name: str, kinds: str) -> Path | None:
    """Where a file is wanted, in the folder of the last one; None: nowhere after all."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(page.context.settings.remembered("print_folder", documents))
    chosen, _kind = QFileDialog.getSaveFileName(page, title, str(folder / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    page.context.settings.remember("print_folder", str(path.parent))
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
