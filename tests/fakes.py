"""Stand-ins for the user's surroundings: a fixed clock, a spy for messages, a record of page changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

TODAY = date(2026, 11, 20)


class FixedClock:
    """Friday 20 November 2026, 09:00 in Tokyo; `advance` moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=10)
        return self.moment

    def today(self) -> date:
        return (self.moment + timedelta(hours=9)).date()

    def zone(self) -> ZoneInfo:
        return ZoneInfo("Asia/Tokyo")

    def advance(self, days: int) -> None:
        self.moment += timedelta(days=days)


@dataclass
class MessageSpy:
    """Remembers what was said; `answer` is what the user would choose in a confirmation."""

    answer: bool = True
    toasts: list[tuple[str, int | None]] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    def toast(self, text: str, *, undo_action_id: int | None = None, is_bulk: bool = False) -> None:
        self.toasts.append((text, undo_action_id))

    def error(self, error: Exception) -> None:
        self.errors.append(error)

    def sentence(self, error: Exception) -> str:
        return str(error)

    def confirm(self, question: str, body: str, *, safe: str, danger: str) -> bool:
        self.questions.append(question)
        self.bodies.append(body)
        return self.answer


@dataclass
class NavigationSpy:
    shown: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def show_page(self, name: str, **arguments: Any) -> None:
        self.shown.append((name, arguments))

    def record_visit(self, customer_id: int | None = None, *, code: str = "") -> None:
        self.shown.append(("record_visit", {"customer_id": customer_id} | ({"code": code} if code else {})))

    def enter_day(self) -> None:
        self.shown.append(("enter_day", {}))

    def add_customer(self) -> None:
        self.shown.append(("add_customer", {}))

    def go_back(self) -> None:
        self.shown.append(("go_back", {}))

    def undo(self, action_id: int) -> None:
        self.shown.append(("undo", {"action_id": action_id}))


@dataclass
class ShopDoorSpy:
    asked: list[str] = field(default_factory=list)

    def leave_demo(self) -> None:
        self.asked.append("leave_demo")

    def back_up_now(self) -> None:
        self.asked.append("back_up_now")

    def restore(self, backup: Path) -> None:
        self.asked.append(f"restore {backup.name}")
