"""The words of the page a proposal is handed over on, with the merge fields of letters and some of its own; the shop can change them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from functools import cache

from app.domain.cards import FIELD_NAMES
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.templates import Element, ElementKind, Frame, Template, TemplateKind
from app.domain.text import is_japanese
from app.words import Catalogue

CONTEXT = "ProposalPage"
PAPER_KEY = "proposal-page"
"""Under which the shop's own words are kept beside its templates; no template of the designer."""
PAPER_NAME = QT_TRANSLATE_NOOP("ProposalPage", "Page of suggestions")
OWN_FIELDS: Mapping[str, str] = {"title": "提案", "product": "商品", "target": "目標", "price": "料金"}
"""Besides the merge fields of letters: what is proposed, the product, the aim and the price; name and Japanese name."""
_OF_LETTERS = ("name", "family_name", "given_name", "honorific", "shop", "phone", "staff", "today")
PAPER_FIELDS: Mapping[str, str] = {**{name: FIELD_NAMES[name] for name in _OF_LETTERS}, **OWN_FIELDS}
LONGEST_PART = 2000


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Texts with merge fields, as `{{name}}`. `why`, `price`, `aim` and `steps` are headings; a part without words is left out with its
    heading. `answers_words`: one to a line, each gets a box to tick."""

    heading: str
    opening: str
    why: str
    price: str
    price_words: str
    aim: str
    aim_words: str
    steps: str
    steps_words: str
    answers: str
    answers_words: str
    closing: str


_SHIPPED = PaperWords(
    heading=QT_TRANSLATE_NOOP("ProposalPage", "A suggestion for you"),
    opening=QT_TRANSLATE_NOOP("ProposalPage", "Thank you for coming to us. We would like to suggest the following to you."),
    why=QT_TRANSLATE_NOOP("ProposalPage", "Why it helps"),
    price=QT_TRANSLATE_NOOP("ProposalPage", "Price"),
    price_words="{{product}} {{price}}",
    aim=QT_TRANSLATE_NOOP("ProposalPage", "What we aim at"),
    aim_words="{{target}}",
    steps=QT_TRANSLATE_NOOP("ProposalPage", "How it goes on"),
    steps_words=QT_TRANSLATE_NOOP(
        "ProposalPage", "1. We listen to you.\n2. We look at how things are.\n3. We decide on the plan together.\n4. We begin."
    ),
    answers=QT_TRANSLATE_NOOP("ProposalPage", "Your answer"),
    answers_words=QT_TRANSLATE_NOOP("ProposalPage", "Yes, please\nI will think about it\nNot this time"),
    closing=QT_TRANSLATE_NOOP("ProposalPage", "Please ask us anything at any time."),
)


@dataclass(frozen=True, slots=True)
class PaperState:
    """`is_own`: other than as the program has them."""

    words: PaperWords
    is_own: bool


@cache
def shipped_words(language: str) -> PaperWords:
    """As they come with the program."""
    book = Catalogue.load(language)
    return PaperWords(**{name: _with_marks(book.tr(CONTEXT, words), language) for name, words in asdict(_SHIPPED).items()})


def field_mark(name: str, language: str) -> str:
    """What is put into a text for a field: in Japanese its Japanese name."""
    called = PAPER_FIELDS[name] if is_japanese(language) else name
    return f"{{{{{called}}}}}"


def checked_words(words: PaperWords) -> PaperWords:
    """Without stray blanks."""
    return PaperWords(**{name: text.strip()[:LONGEST_PART] for name, text in asdict(words).items()})


def to_template(words: PaperWords, language: str) -> Template:
    """As it is kept, and taken along to another computer: a part to each text."""
    elements = tuple(
        Element(ElementKind.TEXT, name, Frame(24, 24 + 12 * place, 162, 10), text=text)
        for place, (name, text) in enumerate(asdict(words).items())
    )
    name = Catalogue.load(language).tr(CONTEXT, PAPER_NAME)
    return Template(PAPER_KEY, language, TemplateKind.LETTER, name, "A4", elements)


def from_template(template: Template, usual: PaperWords) -> PaperWords:
    """What it has no part for stays as `usual`."""
    names = {field.name for field in fields(PaperWords)}
    return replace(usual, **{one.name: one.text for one in template.elements if one.name in names})


def _with_marks(text: str, language: str) -> str:
    for name in PAPER_FIELDS:
        text = text.replace(field_mark(name, "en"), field_mark(name, language))
    return text
