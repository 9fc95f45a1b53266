"""The shop's own words on the page of a proposal, and the days it was printed."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from app.domain.print_problems import UnknownField
from app.domain.products import ProductFields
from app.domain.proposal_paper import shipped_words, to_template
from app.domain.proposals import ProposalFields, ProposalKind
from app.models.database import Database
from app.queries.proposal_paper import paper_words
from app.queries.proposals import find_proposal, open_proposals
from app.queries.templates import find_template, templates_of
from app.queries.timeline_care import care_entries
from app.reports.proposal_page import proposal_page
from app.services.actions import undo
from app.services.products import add_product
from app.services.proposal_paper import reset_paper_words, save_paper_words
from app.services.proposals import add_proposal, note_printed, print_new
from app.services.templates import check_from_file
from tests.factories import NOW, TODAY, add_customer

SPA = ProposalFields(ProposalKind.CROSS_SELL, "座ったまま楽なヘッドスパ", "腰の負担が少ない", target_percent=20, target_months=6)
USUAL = shipped_words("ja")
OWN = replace(USUAL, heading="{{店名}}からのご提案", closing="担当 {{担当|default:店長}}まで")


def text_of(document: bytes) -> str:
    read = pypdfium2.PdfDocument(document)
    try:
        return str(read[0].get_textpage().get_text_bounded())
    finally:
        read.close()


def test_the_words_are_kept_for_their_language_and_undo_takes_them_back(database: Database) -> None:
    with database.write() as session:
        act = save_paper_words(session, OWN, "ja", now=NOW)
        assert act is not None and paper_words(session, "ja").words == OWN and paper_words(session, "ja").is_own
        assert paper_words(session, "en").words == shipped_words("en")
        assert save_paper_words(session, OWN, "ja", now=NOW) is None
        undo(session, act, now=NOW)
        assert paper_words(session, "ja").words == USUAL


def test_they_are_put_back_as_they_came_and_undo_brings_them_again(database: Database) -> None:
    with database.write() as session:
        assert reset_paper_words(session, "ja", now=NOW) is None
        save_paper_words(session, OWN, "ja", now=NOW)
        act = save_paper_words(session, replace(USUAL, heading=f" {USUAL.heading} "), "ja", now=NOW)
        assert act is not None and not paper_words(session, "ja").is_own
        undo(session, act, now=NOW)
        assert paper_words(session, "ja").words == OWN


def test_what_cannot_be_printed_is_not_kept(database: Database) -> None:
    with database.write() as session:
        with pytest.raises(UnknownField) as caught:
            save_paper_words(session, replace(OWN, opening="{{ねだん}}"), "ja", now=NOW)
        assert caught.value.field == "opening" and not paper_words(session, "ja").is_own


def test_they_are_no_template_of_the_designer_but_go_along_to_another_computer(database: Database) -> None:
    with database.write() as session:
        before = templates_of(session, "ja")
        save_paper_words(session, OWN, "ja", now=NOW)
        assert templates_of(session, "ja") == before
        kept = to_template(OWN, "ja")
        assert find_template(session, kept.key, "ja") is None
    assert check_from_file(kept) == kept


def test_the_page_says_the_words_of_the_shop(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session, "吉田 和子")
        product = add_product(session, ProductFields("短時間ヘッドスパ", price=3300), now=NOW).product_id
        fields = replace(SPA, product_id=product)
        usual = text_of(proposal_page(session, customer, fields, TODAY, "ja"))
        assert "ご提案書" in usual and "短時間ヘッドスパ ¥3,300" in usual and "6か月" in usual.replace(" ", "")
        save_paper_words(session, OWN, "ja", now=NOW)
        own = text_of(proposal_page(session, customer, fields, TODAY, "ja"))
        assert "からのご提案" in own and "担当 田中 美咲まで" in own and "ご提案書" not in own
        tried = text_of(proposal_page(session, None, SPA, TODAY, "ja", replace(USUAL, heading="試しの題")))
        assert "試しの題" in tried and "料金" not in tried


def test_the_days_it_was_printed_stand_with_the_customer(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        number = add_proposal(session, customer, SPA, now=NOW, today=TODAY).proposal_id
        act = note_printed(session, number, now=NOW, today=TODAY)
        assert act is not None and note_printed(session, number, now=NOW, today=TODAY) is None
        row = find_proposal(session, number)
        assert row is not None and (row.printed_on, row.presented_on, row.evidence) == (TODAY, None, None)
        entries = care_entries(session, customer, 20, ZoneInfo("Asia/Tokyo"))
        assert [(one.day, one.title, one.source_id) for one in entries if one.proposal is None] == [(TODAY, SPA.title, number)]
        undo(session, act, now=NOW)
        row = find_proposal(session, number)
        assert row is not None and row.printed_on is None


def test_printing_what_could_be_suggested_prepares_it_in_the_same_act(database: Database) -> None:
    with database.write() as session:
        made = print_new(session, add_customer(session), SPA, now=NOW, today=TODAY)
        (row,) = open_proposals(session)
        assert (row.id, row.printed_on, row.presented_on) == (made.proposal_id, TODAY, None)
        undo(session, made.action_id, now=NOW)
        assert open_proposals(session) == ()
