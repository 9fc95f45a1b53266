"""Cards to be handed on to friends carry the customer's own code, however often they are printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.codes import is_referral
from app.domain.print_runs import FrozenRun, Piece, PrintSettings
from app.domain.prints import PrintKind
from app.models.database import Database
from app.printing.shipped import shipped_template
from app.queries.codes import codes_for, look_up, referral_code_of
from app.services.prints import record_print_run
from tests.factories import NOW, SHOP, TODAY, add_customer


def test_every_printing_has_the_same_personal_code(database: Database) -> None:
    with database.write() as session:
        first, second = add_customer(session, "吉田 和子"), add_customer(session, "渡辺 真理")
        template = shipped_template("referral_card", "ja")
        for days in (0, 1):
            card = PrintSettings().card(SHOP, "ja", TODAY + timedelta(days=days))
            card = replace(card, kind=PrintKind.REFERRAL_CARDS, template=template)
            codes = codes_for(session, card, [first, second])
            assert codes == {first: referral_code_of(session, first), second: referral_code_of(session, second)}
            assert all(map(is_referral, codes.values()))
            pieces = tuple(Piece(number, code=code) for number, code in codes.items())
            outcome = record_print_run(session, FrozenRun(card, pieces, b"%PDF", 0), now=NOW, today=TODAY + timedelta(days=days))
            assert (outcome.pieces, outcome.is_again) == (2, False)
        found = look_up(session, codes[first], TODAY)
        assert (found.customer_id, found.is_referral) == (first, True)
