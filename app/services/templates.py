"""The shop's own templates: saving, putting back, bringing in from a file and out to one. Every change is an act that can be undone."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.print_problems import UnknownField
from app.domain.print_runs import PrintSettings
from app.domain.templates import (
    MOST_ELEMENTS,
    PictureTooLarge,
    PictureUnreadable,
    Template,
    TemplateGone,
    TemplateNameMissing,
    TemplateOutcome,
    TemplatePlaceUnusable,
    TemplateUnreadable,
    TooManyElements,
)
from app.domain.text import collapse_spaces
from app.domain.typed_words import with_typed
from app.models.printing import PrintTemplate
from app.models.shop import Shop
from app.printing.shipped import shipped_template
from app.printing.template_faults import faults_of
from app.printing.template_pictures import picture_file
from app.services.actions import join_with_last, recorded

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_PICTURE_FILE = 60 * 1024 * 1024
MONTHS = 12
LONGEST_NAME = 80
TYPING = timedelta(minutes=5)
"""Words that are typed with shorter pauses than this are one act."""


def save_template(session: Session, template: Template, *, now: datetime) -> TemplateOutcome:
    """Keep a template under its key and language; in the place of one that comes with the program, where it has that one's.

    Saved as the program has it, the shop's own is dropped. TemplateNameMissing.
    """
    return _saved(session, template, ActionKind.SAVE_TEMPLATE, now)


def save_typed(session: Session, template: Template, *, now: datetime) -> TemplateOutcome:
    """As `save_template`, for words that are kept while they are typed: taken back at once, as far as they were typed in one go."""
    outcome = _saved(session, template, ActionKind.TYPE_TEMPLATE, now)
    if outcome.action_id is None:
        return outcome
    return replace(outcome, action_id=join_with_last(session, outcome.action_id, since=now - TYPING))


def _saved(session: Session, template: Template, act_of_change: ActionKind, now: datetime) -> TemplateOutcome:
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
    with recorded(session, ActionKind.ADD_TEMPLATE if is_new else act_of_change, now=now, name=name) as act:
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


def add_template(session: Session, template: Template, *, now: datetime) -> TemplateOutcome:
    """A new one; the outcome has the key it got. TemplateNameMissing."""
    return save_template(session, replace(template, key=_free_key(session, template)), now=now)


def copy_template(session: Session, template: Template, name: str, *, now: datetime) -> TemplateOutcome:
    """A new template that begins as another; the outcome has its key. TemplateNameMissing."""
    return add_template(session, replace(template, name=name), now=now)


def rename_template(session: Session, key: str, language: str, name: str, *, now: datetime) -> TemplateOutcome:
    """TemplateNameMissing, TemplateGone."""
    row, shipped = _row(session, key, language), shipped_template(key, language)
    if row is not None and row.archived_at is None:
        template = Template.from_json(row.content)
    elif shipped is not None:
        # What was typed for it before goes along.
        template = with_typed(shipped, PrintSettings.from_json(session.scalars(select(Shop.print_settings)).one()).texts)
    else:
        raise TemplateGone()
    return save_template(session, replace(template, name=name), now=now)


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


def read_template(path: Path) -> Template:
    """A template from a file, as far as it can be printed anywhere. It touches no database and may take a second for its pictures.

    TemplateUnreadable, TemplateUnfit, TemplateBroken. A field of another shop is no reason to refuse it; the template says so when it
    is opened.
    """
    return check_from_file(_read(path))


def check_from_file(template: Template) -> Template:
    """A template of somebody else's as it can be kept, as far as it can be printed anywhere; nothing broken is taken. TemplateUnreadable
    for one without a name, a key (neither longer than LONGEST_NAME) or possible months; else as `read_template`."""
    name = collapse_spaces(template.name)
    is_named = 0 < len(name) <= LONGEST_NAME and bool(template.key.strip()) and len(template.key) <= LONGEST_NAME
    if not is_named or not all(1 <= month <= MONTHS for month in template.months):
        raise TemplateUnreadable(field="file")
    for fault in faults_of(template):
        if not isinstance(fault.error, UnknownField):
            raise fault.error
    return replace(template, name=name)


def bring_in(session: Session, template: Template, *, now: datetime) -> TemplateOutcome:
    """Keep a template that was read from a file. It never takes the place of another: where its key is taken it gets one of its own; the
    same template again is the one that is there."""
    shipped = shipped_template(template.key, template.language)
    present = _row(session, template.key, template.language)
    there = Template.from_json(present.content) if present is not None and present.archived_at is None else shipped
    if there == template:
        return TemplateOutcome(template.key, template.language, None)
    return save_template(session, template, now=now) if there is None else add_template(session, template, now=now)


def read_image(path: Path) -> str:
    """A picture file as an element has it: PNG or JPEG in base64, the right way up, no finer than paper shows. PictureUnreadable,
    PictureTooLarge."""
    try:
        if path.stat().st_size > LARGEST_PICTURE_FILE:
            raise PictureTooLarge(field="image", name=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise PictureUnreadable(field="image", name=path.name) from error
    return picture_file(content, path.name)


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
    elements = stored.get("elements")
    if isinstance(elements, list) and len(elements) > MOST_ELEMENTS:
        raise TooManyElements(field="file", name=path.name, most=MOST_ELEMENTS)
    return Template.from_json(stored)


def _row(session: Session, key: str, language: str) -> PrintTemplate | None:
    return session.scalar(select(PrintTemplate).where(PrintTemplate.key == key, PrintTemplate.language == language))


def _free_key(session: Session, template: Template) -> str:
    base, number = template.key, 2
    while _row(session, f"{base}-{number}", template.language) or shipped_template(f"{base}-{number}", template.language):
        number += 1
    return f"{base}-{number}"
