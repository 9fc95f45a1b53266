"""Words a shop typed for a design before designs were templates: they live on in the template of the same name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.domain.cards import CardDesign, CardText, default_text
from app.domain.templates import Slot, Template
from app.words import LANGUAGES

_SLOTS: Mapping[Slot, str] = {
    Slot.HEADLINE: "headline",
    Slot.SALUTATION: "salutation",
    Slot.BODY: "body",
    Slot.SIGNATURE: "signature",
}


def with_typed(template: Template, texts: Mapping[CardDesign, CardText]) -> Template:
    """The template with what was typed for the design of its name; texts that were left as they came follow the template."""
    design = next((one for one in texts if one == template.key), None)
    if design is None:
        return template
    ready_made = [default_text(design, language) for language in LANGUAGES]
    for slot, name in _SLOTS.items():
        typed = getattr(texts[design], name)
        if all(typed != getattr(text, name) for text in ready_made):
            template = template.with_text(slot, typed)
    return template


def without_typed(texts: Mapping[CardDesign, CardText], key: str, language: str) -> dict[CardDesign, CardText]:
    """`texts` with the ready-made words for the design of that name; what it offers stays."""
    kept = dict(texts)
    design = next((one for one in texts if one == key), None)
    if design is not None:
        text = kept.pop(design)
        usual = default_text(design, language)
        if (text.offer, text.offer_note) != (usual.offer, usual.offer_note):
            kept[design] = replace(usual, offer=text.offer, offer_note=text.offer_note)
    return kept
