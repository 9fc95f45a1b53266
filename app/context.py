"""What every page is given: the ways to ask, to tell and to move on. Never global."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from app.jobs.tasks import TasksBase
from app.settings import Settings


class Clock(Protocol):
    def now(self) -> datetime:
        """The instant, with its zone."""

    def today(self) -> date:
        """The shop's local calendar day."""

    def zone(self) -> ZoneInfo:
        """The shop's time zone."""


class SystemClock:
    def __init__(self, timezone: str = "Asia/Tokyo") -> None:
        self._zone = ZoneInfo(timezone)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(self._zone).date()

    def zone(self) -> ZoneInfo:
        return self._zone


class Messages(Protocol):
    """How a page speaks to the user. Sentences come translated, except errors, which carry their own."""

    def toast(self, text: str, *, undo_action_id: int | None = None, is_bulk: bool = False) -> None: ...

    def error(self, error: Exception) -> None: ...

    def sentence(self, error: Exception) -> str:
        """The translated sentence of an error, for showing beside a field."""

    def confirm(self, question: str, body: str, *, safe: str, danger: str) -> bool:
        """Only for what cannot be undone; the safe button is the default."""


class Navigate(Protocol):
    """`arguments` go to the page's `open_with`. Pages: today customers insights printing import settings actions."""

    def show_page(self, name: str, **arguments: Any) -> None: ...

    def record_visit(self, customer_id: int | None = None, *, code: str = "") -> None: ...

    def enter_day(self) -> None:
        """A stack of slips of one day."""

    def add_customer(self) -> None: ...

    def go_back(self) -> None:
        """To the page before."""

    def undo(self, action_id: int) -> None: ...


class ShopDoor(Protocol):
    """What concerns the file as a whole; each answers by itself with a toast, a banner or an error."""

    def leave_demo(self) -> None:
        """Put the sample shop away and begin an own one."""

    def back_up_now(self) -> None: ...

    def restore(self, backup: Path) -> None:
        """Back up what is there, put `backup` in its place and open it."""


@dataclass(frozen=True, slots=True)
class DataPaths:
    """`folder` holds the database and its lock; `backups` may be elsewhere."""

    folder: Path
    database: Path
    backups: Path


@dataclass(frozen=True, slots=True)
class AppContext:
    tasks: TasksBase
    settings: Settings
    messages: Messages
    navigate: Navigate
    clock: Clock
    paths: DataPaths
    shop: ShopDoor
