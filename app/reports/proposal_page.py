"""A proposal as it is handed to the customer: the words of the shop, the customer and the proposal put together."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.cards import FieldValue
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.dates import DateStyle, format_date
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of, format_money
from app.domain.names import split_name, with_honorific
from app.domain.proposal_paper import CONTEXT, PaperWords
from app.domain.proposal_words import target_of
from app.domain.proposals import ProposalFields
from app.domain.shop import ShopFields
from app.domain.text import is_japanese
from app.printing.proposal_page import PrintedProposal, render_proposal
from app.printing.proposal_words import merged_words
from app.queries.customers import customer_card
from app.queries.products import product_book
from app.queries.proposal_paper import paper_words
from app.queries.shop import shop_fields
from app.words import Catalogue

_SOMEBODY = QT_TRANSLATE_NOOP("ProposalPage", "Hanako Yamada")
_PERSON = QT_TRANSLATE_NOOP("ProposalPage", "In charge: {name}")
_PHONE = QT_TRANSLATE_NOOP("ProposalPage", "Phone {phone}")


def proposal_page(
    session: Session, customer_id: int | None, fields: ProposalFields, today: date, language: str, words: PaperWords | None = None
) -> bytes:
    """One page of A4; without a customer for somebody made up. `words`: others than the shop's. CustomerMissing; UnknownField and
    TemplateBroken, with the part as their field."""
    book, shop = Catalogue.load(language), shop_fields(session)
    card = CustomerFields(name=book.tr(CONTEXT, _SOMEBODY)) if customer_id is None else customer_card(session, customer_id).fields
    product, price = _price(session, fields, shop, language)
    in_charge = fields.staff or shop.person
    family_name, given_name = split_name(card.name)
    values: dict[str, FieldValue] = {
        "name": card.name,
        "family_name": family_name,
        "given_name": given_name,
        "honorific": card.honorific,
        "shop": shop.name,
        "phone": shop.phone,
        "staff": in_charge,
        "today": today,
        "title": fields.title,
        "product": product,
        "target": target_of(fields.target_percent, fields.target_months, book.tr),
        "price": price,
    }
    said = merged_words(words or paper_words(session, language).words, values)
    phone = book.tr(CONTEXT, _PHONE).format(phone=shop.phone) if shop.phone else ""
    person = book.tr(CONTEXT, _PERSON).format(name=in_charge) if in_charge else ""
    sender = (shop.name, _address(shop, language), " · ".join(part for part in (phone, person) if part))
    return render_proposal(
        PrintedProposal(
            language=language,
            label=said.heading,
            # A paper that is kept says the year.
            day=format_date(today, language, DateStyle.TEXT, today=date.min),
            addressee=with_honorific(card.name, card.honorific, is_organisation=card.kind is CustomerKind.COMPANY, language=language),
            greeting=said.opening,
            title=fields.title,
            parts=(
                (said.why, fields.text),
                (said.price, said.price_words if price else ""),
                (said.aim, said.aim_words),
                (said.steps, said.steps_words),
            ),
            answers_title=said.answers,
            answers=tuple(line.strip() for line in said.answers_words.splitlines() if line.strip()),
            sender=tuple(line for line in sender if line),
            closing=said.closing,
        )
    )


def _price(session: Session, fields: ProposalFields, shop: ShopFields, language: str) -> tuple[str, str]:
    """Name and price, each "" when it is not known."""
    found = next((one for one in product_book(session).products if one.id == fields.product_id), None)
    if found is None:
        return "", ""
    price = found.fields.price
    return found.name, "" if price is None else format_money(price, currency_of(shop.currency), language)


def _address(shop: ShopFields, language: str) -> str:
    if is_japanese(language):
        place = f"{shop.prefecture}{shop.city}{shop.street}"
        return " ".join(part for part in (f"〒{shop.postal_code}" if shop.postal_code else "", place, shop.building) if part)
    parts = (shop.building, shop.street, shop.city, shop.prefecture, shop.postal_code)
    return ", ".join(part for part in parts if part)
