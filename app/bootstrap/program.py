"""The running program: one window on one data folder, from the first screen to the backup at the end."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QDir, QEvent, QLockFile, QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import paths
from app.bootstrap.banners import ShopNotices, sample_banner
from app.bootstrap.keeper import Keeper
from app.bootstrap.lock import lock_folder
from app.bootstrap.look import follow_preference, install_theme, show_fitting
from app.bootstrap.opening import OpenedShop, data_paths, make_demo, make_shop, name_of_shop, open_shop, remove_demo
from app.context import AppContext, DataPaths, SystemClock
from app.crash import CrashHandler, start_log
from app.domain.backups import Backup, BackupShrinks
from app.domain.entities import Entity
from app.domain.errors import StorageInUse, StorageProblem
from app.domain.shop import ShopFields
from app.i18n import Translators, system_language
from app.jobs.job import Job, JobControl
from app.jobs.tasks import Tasks
from app.settings import Settings
from app.views.crash_dialog import show_report
from app.views.first_run.draft import FirstRunDraft
from app.views.main_window import MainWindow
from app.views.messages import WindowMessages, sentence_of
from app.views.printing.passing import remove_left_behind
from app.views.undo import UndoDesk
from app.views.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from app.bootstrap import StartOptions
    from app.bootstrap.pictures import Pictures
    from app.models.database import Database
    from app.views.first_run.window import FirstRunWindow

log = logging.getLogger(__name__)


class Program(QObject):
    """Builds the parts, opens the shop, and answers for what concerns the file as a whole (it is the ShopDoor)."""

    def __init__(self, options: StartOptions) -> None:
        self._app = cast("QApplication", QApplication.instance() or QApplication(sys.argv[:1]))
        super().__init__()
        self._options = options
        self._own_folder = options.data_dir or paths.default_data_dir()
        self._is_demo = options.is_demo
        self._settings = Settings(self._own_folder / "settings.ini")
        self._translators = Translators(self)
        self._translators.use(options.language or self._settings.language or system_language())
        self._theme = install_theme(self._app, self._settings, options.theme)
        self._crash = CrashHandler()
        self._tasks = Tasks()
        self._opened: OpenedShop | None = None
        self._window: MainWindow | None = None
        self._context: AppContext | None = None
        self._keeper: Keeper | None = None
        self._notices: ShopNotices | None = None
        self._lock: QLockFile | None = None
        self._first_run: FirstRunWindow | None = None
        self._pictures: Pictures | None = None
        self._draft = FirstRunDraft()
        self._page_to_show = "today"
        self._is_closing = False
        self._connect()

    def run(self) -> int:
        self._app.setApplicationName("Okaeri")
        self._app.setQuitOnLastWindowClosed(False)
        self._app.setWindowIcon(QIcon(str(paths.resource("icons", "okaeri.png"))))
        self._crash.install()
        start_log(self._own_folder / "logs")
        remove_left_behind(Path(QDir.tempPath()))
        QTimer.singleShot(0, self._begin)
        code = self._app.exec()
        self._end()
        return code

    def leave_demo(self) -> None:
        if self._context is not None and not self._context.messages.confirm(
            self.tr("Remove the sample shop?"),
            self.tr("Everything in the sample goes, also what you entered in it. Your own shop is not touched."),
            safe=self.tr("Keep the sample"),
            danger=self.tr("Remove the sample"),
        ):
            return
        if self._keeper is not None:
            self._keeper.stop()
        self._close_window()
        self._tasks.exclusive(remove_demo, self._on_demo_left, owner=self, failed=self._on_demo_not_left)

    def back_up_now(self) -> None:
        if self._keeper is not None:
            title = self.tr("Saving a backup")
            self._keeper.back_up(only_if_changed=False, force=True, title=title, done=self._on_backed_up)

    def restore(self, backup: Path) -> None:
        now, data = datetime.now(UTC), self._data_paths()

        def op(database: Database, _control: JobControl) -> None:
            from app.services.backups import back_up_into, restore

            back_up_into(data.database, data.backups, now=now, force=True)
            database.close()
            restore(backup, data.database, now=now)

        if self._keeper is not None:
            self._keeper.stop()
        title = self.tr("Restoring the backup")
        self._tasks.exclusive(op, self._on_restored, owner=self, failed=self._on_restore_failed, title=title)

    # opening and closing

    @Slot()
    def _begin(self) -> None:
        data = self._data_paths()
        try:
            self._lock = lock_folder(data.folder)
        except StorageProblem as error:
            self._refuse(error)
            return
        if data.database.exists() or os.environ.get("OKAERI_DATABASE_URL"):
            self._show_window()
            self._open()
        elif self._is_demo:
            self._show_window()
            self._make_demo()
        else:
            self._show_first_run()

    def _refuse(self, error: StorageProblem) -> None:
        if self._options.screenshots is None:
            from app.views.notice import show_notice

            title = self.tr("Okaeri is already open") if isinstance(error, StorageInUse) else self.tr("Okaeri")
            show_notice(title, sentence_of(error), self.tr("Close"))
        else:
            sys.stderr.write(sentence_of(error) + "\n")
        self._app.exit(1)

    def _open(self, sentence: str = "") -> None:
        data, now = self._data_paths(), datetime.now(UTC)

        def op(_control: JobControl) -> OpenedShop:
            return open_shop(data.database, data.backups, now)

        self._tasks.run(op, partial(self._on_opened, sentence), owner=self, failed=self._on_not_opened)

    def _on_opened(self, sentence: str, opened: OpenedShop) -> None:
        self._opened = opened
        self._tasks.open(opened.database)
        context = self._start_window(opened)
        if self._keeper is not None:
            self._keeper.tidy_soon()
        if sentence:
            context.messages.toast(sentence)
        if self._options.screenshots is not None and self._window is not None:
            from app.bootstrap.pictures import Pictures

            self._pictures = Pictures(self._window, context, self._options.screenshots)
            self._pictures.finished.connect(self._on_pictures_finished)
            self._pictures.start()

    def _on_not_opened(self, error: Exception) -> None:
        if self._options.screenshots is not None:
            sys.stderr.write(f"{sentence_of(error)}\n")
            self._crash.take(error)
            return
        state = EmptyState("circle-alert", self.tr("The shop's data could not be opened"), sentence_of(error), self.tr("Choose a backup"))
        state.action_clicked.connect(self._on_choose_backup)
        self._show_window().show_instead(state)

    def _start_window(self, opened: OpenedShop) -> AppContext:
        window = self._show_window()
        clock = SystemClock(opened.timezone)
        desk = UndoDesk(window, self._tasks, clock, window.toasts)
        window.undo_requested.connect(desk.undo_latest)
        window.undo_of_requested.connect(desk.undo)
        window.redo_requested.connect(desk.redo_latest)
        messages = WindowMessages(window, window.toasts, desk)
        context = AppContext(self._tasks, self._settings, messages, window, clock, self._data_paths(), self)
        self._context = context
        window.start(context)
        self._on_named(opened.name)
        if opened.is_demo:
            banner = sample_banner()
            banner.action_clicked.connect(self.leave_demo)
            window.show_banner(banner)
        window.show_page(self._page_to_show)
        self._keep(context, opened)
        return context

    def _keep(self, context: AppContext, opened: OpenedShop) -> None:
        if self._keeper is not None:
            self._keeper.stop()
        self._keeper = Keeper(context, opened.database)
        if self._window is not None and not opened.is_demo:
            self._notices = ShopNotices(self._window, self._keeper, self.back_up_now)
            self._keeper.watch_scans(self._window)
        self._keeper.look_soon()

    def _show_window(self) -> MainWindow:
        if self._window is None:
            self._window = MainWindow(self.tr("Okaeri"))
            self._window.closing.connect(self._on_closing)
            if not self._settings.window_geometry.isEmpty() and self._options.screenshots is None:
                self._window.restoreGeometry(self._settings.window_geometry)
            show_fitting(self._window, keeps_size=self._options.screenshots is not None)
        return self._window

    def _close_window(self) -> None:
        if self._window is not None:
            self._settings.window_geometry = self._window.saveGeometry()
            self._window.leave()
            self._window.deleteLater()
        self._window = self._context = self._notices = None

    def _close_shop(self) -> None:
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = self._notices = None
        self._tasks.open(None)
        if self._opened is not None:
            self._opened.database.close()
            self._opened = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _data_paths(self) -> DataPaths:
        return data_paths(self._options.data_dir, self._settings.backup_folder, is_demo=self._is_demo)

    def _end(self) -> None:
        """All in order while the application still stands: windows, work, shop, words."""
        self._end_first_run()
        self._close_window()
        self._tasks.close()
        self._close_shop()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._translators.clear()

    # first run and demo

    def _show_first_run(self) -> None:
        from app.views.first_run.window import FirstRunWindow

        window = FirstRunWindow(self._tasks, self._translators.language, self._data_paths(), self._settings, self._draft)
        window.demo_requested.connect(self._on_demo_requested)
        window.shop_requested.connect(self._on_shop_requested)
        window.closed.connect(self._app.quit)
        self._first_run = window
        show_fitting(window, keeps_size=self._options.screenshots is not None)
        if self._options.screenshots is not None:
            from app.bootstrap.pictures import save_widget

            save_widget(window, self._options.screenshots / "first.png")
            self._app.exit(0)

    def _end_first_run(self) -> None:
        if self._first_run is not None:
            self._first_run.leave()
            self._first_run = None

    @Slot()
    def _on_demo_requested(self) -> None:
        self._end_first_run()
        self._close_shop()
        self._is_demo = True
        self._begin()

    def _on_demo_left(self, _nothing: None) -> None:
        self._is_demo = False
        self._close_shop()
        self._begin()

    def _on_demo_not_left(self, error: Exception) -> None:
        log.warning("the sample shop stays in its folder: %s", error)
        self._on_demo_left(None)

    def _make_demo(self) -> None:
        op = partial(make_demo, self._data_paths().database, datetime.now(UTC), SystemClock().today(), self._translators.language)
        title = self.tr("Preparing the sample shop")
        self._tasks.run(op, self._on_made, owner=self, failed=self._on_not_opened, title=title)

    @Slot(object, bool)
    def _on_shop_requested(self, fields: ShopFields, then_import: bool) -> None:
        op = partial(make_shop, self._data_paths().database, fields, datetime.now(UTC))
        self._end_first_run()
        self._show_window()
        self._page_to_show = "import" if then_import else "today"
        self._tasks.run(op, self._on_made, owner=self, failed=self._on_not_opened)

    def _on_made(self, _nothing: None) -> None:
        self._open()

    # what the window asks

    def _connect(self) -> None:
        self._settings.changed.connect(self._on_setting_changed)
        self._tasks.failed.connect(self._on_job_failed)
        self._tasks.data_changed.connect(self._on_data_changed)
        self._tasks.job_started.connect(self._on_job_started)
        self._crash.crashed.connect(self._on_crashed)

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if Entity.SHOP in changed and self._context is not None:
            self._tasks.query(name_of_shop, self._on_named, owner=self, replaces="name")

    def _on_named(self, name: str) -> None:
        if self._window is not None and self._opened is not None:
            self._opened = replace(self._opened, name=name)
            program = self.tr("Okaeri")
            self._window.setWindowTitle(f"{name} - {program}")

    def _on_setting_changed(self, name: str) -> None:
        settings = self._settings
        if name == "language":
            self._translators.use(settings.language or system_language())
            QTimer.singleShot(0, self._rebuild)
        elif name == "backup_folder" and self._opened is not None:
            QTimer.singleShot(0, self._rebuild)
        elif name == "backup_minutes" and self._context is not None and self._opened is not None:
            self._keep(self._context, self._opened)
        else:
            follow_preference(self._theme, settings, name)

    @Slot()
    def _rebuild(self) -> None:
        """Another language: the window is built anew on the same page."""
        if self._first_run is not None:
            self._first_run.leave()
            self._show_first_run()
        elif self._window is not None and self._opened is not None:
            page = self._window.current_page
            self._page_to_show = page.name if page is not None else "today"
            self._close_window()
            self._start_window(self._opened)

    def _on_job_started(self, job: Job) -> None:
        if job.title and self._window is not None:
            self._window.show_job(job)

    def _on_job_failed(self, _job: Job, error: Exception) -> None:
        if self._context is not None:
            self._context.messages.error(error)
        else:
            self._crash.take(error)

    @Slot(str)
    def _on_crashed(self, report: str) -> None:
        if self._options.screenshots is None:
            show_report(self._window, report)
        else:
            sys.stderr.write(report)
            self._app.exit(1)

    def _on_backed_up(self, backup: Backup | None) -> None:
        if self._context is not None and backup is not None:
            self._context.messages.toast(self.tr("The backup is saved and checked"))
        if self._notices is not None:
            self._notices.look_at(backup)

    @Slot()
    def _on_choose_backup(self) -> None:
        from app.views.backup_chooser import choose_backup

        chosen = choose_backup(self._window, self._data_paths().backups)
        if chosen is not None:
            now, data = datetime.now(UTC), self._data_paths()

            def op(_control: JobControl) -> None:
                from app.services.backups import restore

                restore(chosen, data.database, now=now)

            self._tasks.run(op, self._on_restored, owner=self, failed=self._on_not_opened)

    def _on_restored(self, failed: Any) -> None:
        self._page_to_show = "today"
        lock, self._lock = self._lock, None
        self._close_window()
        self._close_shop()
        self._lock = lock
        self._show_window()
        self._open("" if failed else self.tr("The shop's data are as they were when this backup was made"))

    def _on_restore_failed(self, error: Exception) -> None:
        self._on_restored(error)
        self._tasks.failed.emit(None, error)

    @Slot()
    def _on_closing(self) -> None:
        if self._keeper is None or self._options.screenshots is not None:
            self._leave()
            return
        if self._is_closing:
            return
        self._is_closing = True
        title = self.tr("Saving a backup before closing")
        self._keeper.back_up(only_if_changed=True, title=title, done=self._on_last_backup, failed=self._on_last_backup_failed)

    def _on_last_backup(self, _backup: Backup | None) -> None:
        self._leave()

    def _on_last_backup_failed(self, error: Exception) -> None:
        self._is_closing = False
        if isinstance(error, BackupShrinks) and self._keeper is not None and self._context is not None:
            if self._context.messages.confirm(
                self.tr("Save the smaller backup?"),
                sentence_of(error),
                safe=self.tr("Keep the window open"),
                danger=self.tr("Save it and close"),
            ):
                title = self.tr("Saving a backup before closing")
                self._keeper.back_up(
                    only_if_changed=True, force=True, title=title, done=self._on_last_backup, failed=self._on_last_backup_failed
                )
            return
        if self._context is None or self._context.messages.confirm(
            self.tr("Close without a backup?"),
            sentence_of(error),
            safe=self.tr("Keep the window open"),
            danger=self.tr("Close without a backup"),
        ):
            self._leave()

    def _leave(self) -> None:
        self._close_window()
        self._app.quit()

    @Slot(list)
    def _on_pictures_finished(self, problems: list[str]) -> None:
        if self._options.is_self_test and not problems:
            sys.stdout.write("self-test ok\n")
        for problem in problems:
            sys.stderr.write(problem + "\n")
        self._close_window()
        self._app.exit(1 if problems else 0)
