"""The shop's own templates: saving, putting back, bringing in from a file and out to one. Every change is an act that can be undone."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.print_problems import UnknownField
from app.domain.templates import (
    Template,
    TemplateGone,
    TemplateNameMissing,
    TemplateOutcome,
    TemplatePlaceUnusable,
    TemplateUnreadable,
)
from app.domain.text import collapse_spaces
from app.models.printing import PrintTemplate
from app.printing.shipped import shipped_template
from app.printing.template_read import compile_template_page
from app.services.actions import recorded

LARGEST_FILE = 20 * 1024 * 1024


def save_template(session: Session, template: Template, *, now: datetime) -> TemplateOutcome:
    """Keep a template under its key and language; in the place of one that comes with the program, where it has that one's.

    Saved as the program has it, the shop's own is dropped. TemplateNameMissing.
    """
    name = collapse_spaces(template.name)
    if not name or not template.key.strip():
        raise TemplateNameMissing(field="name")
    template = replace(template, name=name)
    row = _row(session, template.key, template.language)
    shipped = shipped_template(template.key, template.language)
    if template == shipped:
        return TemplateOutcome(
            template.key, template.language, None if row is None else reset_template(session, row.key, row.language, now=now)
        )
    content = template.to_json()
    if row is not None and row.archived_at is None and row.content == content:
        return TemplateOutcome(template.key, template.language, None)
    is_new = shipped is None and (row is None or row.archived_at is not None)
    with recorded(session, ActionKind.ADD_TEMPLATE if is_new else ActionKind.SAVE_TEMPLATE, now=now, name=name) as act:
        if row is None:
            session.add(
                PrintTemplate(
                    key=template.key,
                    language=template.language,
                    name=name,
                    content=content,
                    created_at=now,
                    updated_at=now,
                    archived_at=None,
                )
            )
        else:
            row.name, row.content, row.updated_at, row.archived_at = name, content, now, None
    return TemplateOutcome(template.key, template.language, act.action_id)


def copy_template(session: Session, template: Template, name: str, *, now: datetime) -> TemplateOutcome:
    """A new template that begins as another; the outcome has its key. TemplateNameMissing."""
    return save_template(session, replace(template, key=_free_key(session, template), name=name), now=now)


def reset_template(session: Session, key: str, language: str, *, now: datetime) -> int:
    """Drop what the shop made of a template: one of the program's is as it came again, one of the shop's own is gone. The action's id.
    TemplateGone."""
    row = _row(session, key, language)
    if row is None:
        raise TemplateGone()
    kind = ActionKind.DELETE_TEMPLATE if shipped_template(key, language) is None else ActionKind.RESET_TEMPLATE
    with recorded(session, kind, now=now, name=row.name) as act:
        session.delete(row)
    return act.action_id


def import_template(session: Session, path: Path, *, now: datetime) -> TemplateOutcome:
    """A template from a file. It never takes the place of another: where its key is taken it gets one of its own.

    The same template again is the one that is there. TemplateUnreadable, TemplateUnfit, TemplateBroken. A field of another shop is no
    reason to refuse it; the template says so when it is opened.
    """
    template = _read(path)
    known = frozenset[str]()
    while True:
        try:
            compile_template_page(template, known)
            break
        except UnknownField as error:
            known |= {str(error.values["name"])}
    present = _row(session, template.key, template.language)
    there = shipped_template(template.key, template.language) if present is None else Template.from_json(present.content)
    if there == template:
        return TemplateOutcome(template.key, template.language, None)
    if there is not None or shipped_template(template.key, template.language) is not None:
        template = replace(template, key=_free_key(session, template))
    return save_template(session, template, now=now)


def export_template(template: Template, path: Path) -> None:
    """Write it as a file, whole or not at all. TemplatePlaceUnusable."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(template.to_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise TemplatePlaceUnusable(field="file", name=path.name) from error


def _read(path: Path) -> Template:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TemplateUnreadable(field="file")
        stored = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise TemplateUnreadable(field="file") from error
    if not isinstance(stored, dict):
        raise TemplateUnreadable(field="file")
    template = Template.from_json(stored)
    if not collapse_spaces(template.name) or not template.key.strip():
        raise TemplateUnreadable(field="file")
    return replace(template, name=collapse_spaces(template.name))


def _row(session: Session, key: str, language: str) -> PrintTemplate | None:
    return session.scalar(select(PrintTemplate).where(PrintTemplate.key == key, PrintTemplate.language == language))


def _free_key(session: Session, template: Template) -> str:
    base, number = template.key, 2
    while _row(session, f"{base}-{number}", template.language) or shipped_template(f"{base}-{number}", template.language):
        number += 1
    return f"{base}-{number}"
