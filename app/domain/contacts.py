"""Touches with a customer that are neither a purchase nor a printed piece."""

from __future__ import annotations

from enum import StrEnum


class ContactKind(StrEnum):
    PHONE = "phone"
    TALK = "talk"
    EMAIL = "email"
    NOTE = "note"
