"""Sample replies: words with fields in braces that are filled for one voice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.inquiries import InquiryKind
from app.domain.inquiry_rows import MergeValues
from app.domain.marking import QT_TRANSLATE_NOOP

CONTEXT = "InquiryReplies"
REPLY_FIELDS: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("InquiryReplies", "name"),
    "shop": QT_TRANSLATE_NOOP("InquiryReplies", "shop"),
    "staff": QT_TRANSLATE_NOOP("InquiryReplies", "staff"),
    "title": QT_TRANSLATE_NOOP("InquiryReplies", "what it is about"),
    "promise": QT_TRANSLATE_NOOP("InquiryReplies", "promise"),
}
_WORDS: Mapping[str, str] = {
    "お名前": "name",
    "名前": "name",
    "name": "name",
    "お店": "shop",
    "店名": "shop",
    "shop": "shop",
    "担当": "staff",
    "staff": "staff",
    "内容": "title",
    "what it is about": "title",
    "title": "title",
    "お約束": "promise",
    "約束": "promise",
    "promise": "promise",
}
_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")


@dataclass(frozen=True, slots=True)
class ReplyFields:
    """A sample reply as it is typed; `kind` None: for any."""

    title: str
    text: str
    kind: InquiryKind | None = None


@dataclass(frozen=True, slots=True)
class ReadyReply:
    """One that comes with the program, marked English."""

    kind: InquiryKind | None
    title: str
    text: str


READY_REPLIES: tuple[ReadyReply, ...] = (
    ReadyReply(
        InquiryKind.COMPLAINT,
        QT_TRANSLATE_NOOP("InquiryReplies", "An apology, and when we will call"),
        QT_TRANSLATE_NOOP(
            "InquiryReplies",
            "{name}, thank you for telling us, and please excuse the trouble. {promise}\n{staff}, {shop}",
        ),
    ),
    ReadyReply(
        InquiryKind.OPINION,
        QT_TRANSLATE_NOOP("InquiryReplies", "Thanks for an opinion"),
        QT_TRANSLATE_NOOP(
            "InquiryReplies", "{name}, thank you for telling us. We have read it together and will see what we can do.\n{staff}, {shop}"
        ),
    ),
    ReadyReply(
        InquiryKind.REQUEST,
        QT_TRANSLATE_NOOP("InquiryReplies", "A request is being considered"),
        QT_TRANSLATE_NOOP(
            "InquiryReplies", "{name}, thank you for your request about “{title}”. We will tell you what we decide.\n{staff}, {shop}"
        ),
    ),
    ReadyReply(
        InquiryKind.QUESTION,
        QT_TRANSLATE_NOOP("InquiryReplies", "An answer to a question"),
        QT_TRANSLATE_NOOP("InquiryReplies", "{name}, thank you for your question about “{title}”.\n\n{staff}, {shop}"),
    ),
)


def filled(text: str, values: MergeValues) -> str:
    """With its fields filled in; a field nobody knows stays as it was written, an empty value leaves nothing behind."""
    known = {name: getattr(values, name) for name in REPLY_FIELDS}

    def value(found: re.Match[str]) -> str:
        name = _WORDS.get(found[1].strip().casefold(), "")
        return known[name] if name else found[0]

    lines = [re.sub(r" {2,}", " ", _FIELD.sub(value, line)).lstrip(" ,、").rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip()


def unknown_fields(text: str) -> tuple[str, ...]:
    """What stands in braces and is no field."""
    return tuple(one.strip() for one in _FIELD.findall(text) if one.strip().casefold() not in _WORDS)
