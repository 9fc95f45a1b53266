"""templates: what there is to print with."""

from __future__ import annotations

from app.cli.call import Call, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.templates import TemplateKind, TemplateRow
from app.words import LANGUAGES

_KINDS = {
    TemplateKind.CARD: QT_TRANSLATE_NOOP("CommandLine", "card"),
    TemplateKind.LETTER: QT_TRANSLATE_NOOP("CommandLine", "letter"),
    TemplateKind.MEMBER_CARD: QT_TRANSLATE_NOOP("CommandLine", "member card"),
    TemplateKind.REFERRAL_CARD: QT_TRANSLATE_NOOP("CommandLine", "referral card"),
}


def templates(call: Call) -> Outcome:
    """Every template of either language, those of the program before the shop's own."""
    from app.queries.templates import templates_of

    kind = TemplateKind(call.options.kind) if call.options.kind else None
    with call.database() as database, database.read() as session:
        rows = [row for language in LANGUAGES for row in templates_of(session, language, kind)]
    return Outcome({"rows": [_row(row) for row in rows]}, [_words(call, row) for row in rows])


def _row(row: TemplateRow) -> dict[str, object]:
    template = row.template
    return {
        "key": template.key,
        "kind": template.kind,
        "name": template.name,
        "language": template.language,
        "paper": template.paper,
        "occasion": template.occasion,
        "is_own": row.is_own,
        "is_changed": row.is_changed,
    }


def _words(call: Call, row: TemplateRow) -> str:
    template = row.template
    return f"{template.key} ({template.language}): {template.name}, {call.say(_KINDS[template.kind])}, {template.paper}"
