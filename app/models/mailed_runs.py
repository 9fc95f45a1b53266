"""Which runs went by post, as queries ask the database."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, or_

from app.domain.prints import MAILED_KINDS, MAILED_PAPER, PrintKind
from app.models.records import PrintRun


def is_mailed_run() -> ColumnElement[bool]:
    """As `domain.prints.is_mailed`, of a PrintRun."""
    paper = func.json_extract(PrintRun.recipe, "$.options.paper")
    return or_(PrintRun.kind.in_(MAILED_KINDS), and_(PrintRun.kind == PrintKind.ENVELOPE, paper == MAILED_PAPER))
