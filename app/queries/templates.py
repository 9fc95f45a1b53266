"""The templates to choose from: those that come with the program, as the shop has changed them, and its own."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.print_runs import PrintSettings
from app.domain.proposal_paper import PAPER_KEY
from app.domain.templates import Template, TemplateKind, TemplateRow, TemplateUnreadable, UnknownTemplate
from app.domain.text import fold
from app.domain.typed_words import with_typed
from app.models.customer import Customer, is_within_reach
from app.models.printing import PrintTemplate
from app.models.summary import CustomerStat
from app.printing.shipped import shipped_templates
from app.queries.shop import print_settings

_SHOWN_PEOPLE = 12


def templates_of(session: Session, language: str, kind: TemplateKind | None = None) -> tuple[TemplateRow, ...]:
    """Those of a language: first the program's, in their order, then the shop's own by name."""
    is_listed = PrintTemplate.language == language, PrintTemplate.archived_at.is_(None), PrintTemplate.key != PAPER_KEY
    query = select(PrintTemplate).where(*is_listed).order_by(PrintTemplate.id)
    own = {template.key: template for row in session.scalars(query) if (template := _readable(row)) is not None}
    typed = PrintSettings.from_json(print_settings(session)).texts
    rows = []
    for one in shipped_templates(language):
        changed = own[one.key] if one.key in own else with_typed(one, typed)
        rows.append(TemplateRow(changed, is_changed=one.key in own or changed != one, shipped=one))
    for row in rows:
        own.pop(row.template.key, None)
    rows += [TemplateRow(one, is_own=True) for one in sorted(own.values(), key=lambda one: fold(one.name))]
    return tuple(row for row in rows if kind is None or row.template.kind is kind)


def _readable(row: PrintTemplate) -> Template | None:
    """None for one that a newer version of the program has written: it hides no other."""
    try:
        return Template.from_json(row.content)
    except TemplateUnreadable:
        return None


def find_template(session: Session, key: str, language: str) -> TemplateRow | None:
    return next((row for row in templates_of(session, language) if row.template.key == key), None)


def template_called(session: Session, name: str, languages: tuple[str, ...], kind: TemplateKind) -> Template:
    """By its key, else by its name, the shop's own before the program's, in the first of the languages that has one. UnknownTemplate."""
    known: list[str] = []
    for language in languages:
        rows = templates_of(session, language, kind)
        named = [row for row in rows if fold(row.template.name) == fold(name)]
        found = [row for row in rows if fold(row.template.key) == fold(name)] + sorted(named, key=lambda row: not row.is_own)
        if found:
            return found[0].template
        known += [row.template.key for row in rows]
    raise UnknownTemplate(field="template", name=name, names=", ".join(dict.fromkeys(known)))


def people_to_show(session: Session) -> list[int]:
    """A few customers to look at a template with: those who were here last."""
    query = (
        select(Customer.id)
        .outerjoin(CustomerStat, CustomerStat.customer_id == Customer.id)
        .where(is_within_reach())
        .order_by(CustomerStat.last_day.is_(None), CustomerStat.last_day.desc(), Customer.id)
        .limit(_SHOWN_PEOPLE)
    )
    return list(session.scalars(query))
