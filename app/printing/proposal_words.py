"""The words of a proposal's page with what their merge fields stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from app.domain.cards import FieldValue
from app.domain.print_problems import TemplateBroken, UnknownField
from app.domain.proposal_paper import OWN_FIELDS, PAPER_FIELDS, PaperWords
from app.printing.fields import FieldText, compile_template

_OWN = frozenset((*OWN_FIELDS, *OWN_FIELDS.values()))


def read_words(words: PaperWords) -> dict[str, FieldText]:
    """By part. UnknownField and TemplateBroken, with the part as their field."""
    return {part: _read(part, text) for part, text in asdict(words).items()}


def merged_words(words: PaperWords, values: Mapping[str, FieldValue]) -> PaperWords:
    """`values` go by the English names. Errors as of `read_words`."""
    known = dict(values) | {called: values.get(name) for name, called in OWN_FIELDS.items()}
    return PaperWords(**{part: text.merged(known).strip() for part, text in read_words(words).items()})


def _read(part: str, text: str) -> FieldText:
    try:
        found = compile_template(text, _OWN)
    except UnknownField as error:
        raise UnknownField(field=part, name=error.values["name"]) from error
    except TemplateBroken as error:
        raise TemplateBroken(field=part, part=error.values["part"]) from error
    foreign = sorted(found.names - PAPER_FIELDS.keys() - _OWN)
    if foreign:
        # Letters know it; nothing of it is known here.
        raise UnknownField(field=part, name=foreign[0])
    return found
