"""A proposal as it is handed to the customer: the words of the shop, the customer and the proposal put together."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.dates import DateStyle, format_date
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of, format_money
from app.domain.names import with_honorific
from app.domain.proposal_words import target_of
from app.domain.proposals import ProposalFields
from app.domain.shop import ShopFields
from app.domain.text import is_japanese
from app.printing.proposal_page import PrintedProposal, render_proposal
from app.queries.customers import customer_card
from app.queries.products import product_book
from app.queries.shop import shop_fields
from app.words import Catalogue

CONTEXT = "ProposalPage"
_LABEL = QT_TRANSLATE_NOOP("ProposalPage", "A suggestion for you")
_GREETING = QT_TRANSLATE_NOOP("ProposalPage", "Thank you for coming to us. We would like to suggest the following to you.")
_WHY = QT_TRANSLATE_NOOP("ProposalPage", "Why it helps")
_PRICE = QT_TRANSLATE_NOOP("ProposalPage", "Price")
_TAKEN = QT_TRANSLATE_NOOP("ProposalPage", "{product}: {price}")
_AIM = QT_TRANSLATE_NOOP("ProposalPage", "What we aim at")
_STEPS = QT_TRANSLATE_NOOP("ProposalPage", "How it goes on")
_FOUR_STEPS = QT_TRANSLATE_NOOP(
    "ProposalPage", "1. We listen to you.\n2. We look at how things are.\n3. We decide on the plan together.\n4. We begin."
)
_ANSWER = QT_TRANSLATE_NOOP("ProposalPage", "Your answer")
_YES = QT_TRANSLATE_NOOP("ProposalPage", "Yes, please")
_LATER = QT_TRANSLATE_NOOP("ProposalPage", "I will think about it")
_NO = QT_TRANSLATE_NOOP("ProposalPage", "Not this time")
_PERSON = QT_TRANSLATE_NOOP("ProposalPage", "In charge: {name}")
_PHONE = QT_TRANSLATE_NOOP("ProposalPage", "Phone {phone}")


def proposal_page(session: Session, customer_id: int, fields: ProposalFields, today: date, language: str) -> bytes:
    """One page of A4. CustomerMissing."""
    book = Catalogue.load(language)
    card, shop = customer_card(session, customer_id).fields, shop_fields(session)

    def say(source: str, **values: object) -> str:
        return book.tr(CONTEXT, source).format(**values)

    parts = (
        (say(_WHY), fields.text),
        (say(_PRICE), _price(session, fields, shop, language, say(_TAKEN, product="{product}", price="{price}"))),
        (say(_AIM), target_of(fields.target_percent, fields.target_months, book.tr)),
        (say(_STEPS), say(_FOUR_STEPS)),
    )
    addressee = with_honorific(card.name, card.honorific, is_organisation=card.kind is CustomerKind.COMPANY, language=language)
    in_charge = fields.staff or shop.person
    phone, person = say(_PHONE, phone=shop.phone) if shop.phone else "", say(_PERSON, name=in_charge) if in_charge else ""
    sender = (shop.name, _address(shop, language), " · ".join(part for part in (phone, person) if part))
    return render_proposal(
        PrintedProposal(
            language=language,
            label=say(_LABEL),
            # A paper that is kept says the year.
            day=format_date(today, language, DateStyle.TEXT, today=date.min),
            addressee=addressee,
            greeting=say(_GREETING),
            title=fields.title,
            parts=parts,
            answers_title=say(_ANSWER),
            answers=(say(_YES), say(_LATER), say(_NO)),
            sender=tuple(line for line in sender if line),
        )
    )


def _price(session: Session, fields: ProposalFields, shop: ShopFields, language: str, words: str) -> str:
    """ "" without a product in the list that has a price."""
    found = next((one for one in product_book(session).products if one.id == fields.product_id), None)
    if found is None or found.fields.price is None:
        return ""
    price = format_money(found.fields.price, currency_of(shop.currency), language)
    return words.format(product=found.name, price=price)


def _address(shop: ShopFields, language: str) -> str:
    if is_japanese(language):
        place = f"{shop.prefecture}{shop.city}{shop.street}"
        return " ".join(part for part in (f"〒{shop.postal_code}" if shop.postal_code else "", place, shop.building) if part)
    parts = (shop.building, shop.street, shop.city, shop.prefecture, shop.postal_code)
    return ", ".join(part for part in parts if part)
