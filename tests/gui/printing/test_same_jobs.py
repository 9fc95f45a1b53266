"""The window and the command line make the same job of the same settings, so that what one has sent is known to the other."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.cli.call import Call
from app.cli.parser import build_parser
from app.cli.print_choices import chosen_job
from app.domain.cards import Direction, Recipient
from app.domain.offers import NO_OFFER, Offer, OfferKind
from app.domain.print_jobs import fingerprint_of
from app.domain.print_kinds import KindChoices, WorkKind
from app.domain.print_runs import FrozenRun, Greeting, Piece, PrintSettings
from app.models.database import Database
from app.queries.shop import shop_fields
from app.queries.templates import templates_of
from app.services.templates import save_template
from app.views.printing.settings_card import SettingsCard
from tests.unit.template_samples import CARD, LETTER

DAY = date(2026, 11, 20)
KEPT = PrintSettings(
    direction=Direction.HORIZONTAL,
    blank_stock=True,
    dx=5.0,
    dy=-3.0,
    offer=Offer(OfferKind.PERCENT, 10, words="カット 10%引き"),
    chosen={Greeting.MISSED.value: "card"},
    kinds=KindChoices(
        templates={WorkKind.LETTER.value: "letter", WorkKind.PURSE.value: "referral_card"},
        envelope="角形2号",
        postal_barcode=True,
        envelope_boxes=True,
        cut_marks=True,
        sheet="A-one 28366",
        starts={WorkKind.LABELS.value: 7, WorkKind.PURSE.value: 4},
        copies={WorkKind.LABELS.value: 3, WorkKind.PURSE.value: 2},
        shifts={WorkKind.LETTER.value: (1.0, 0.5), WorkKind.ENVELOPE.value: (-2.0, 1.0), WorkKind.LABELS.value: (0.5, 0.5)},
    ),
)
OWN_SHEET = replace(KEPT, kinds=replace(KEPT.kinds, sheets={"うちのラベル": "custom:A4,2x6,80x40,85x42,20x15"}, sheet="うちのラベル"))
MEMBERS = replace(KEPT, kinds=replace(KEPT.kinds, templates={WorkKind.PURSE.value: "member_card"}))
OWN = replace(KEPT, kinds=replace(KEPT.kinds, sheets={"Desk 1": "custom:A4,2x4,80x60,82x62,10x12"}, sheet="Desk 1"))


def _asked(*arguments: str) -> Namespace:
    return build_parser(lambda _context, source: source).parse_args(["print", *arguments, "--customer", "C001", "--out", "a.pdf"])


@pytest.mark.parametrize(
    ("kind", "kept", "arguments"),
    [
        (WorkKind.CARD, KEPT, ("thank-you",)),
        (WorkKind.CARD, KEPT, ("card", "--template", "card", "--offer")),
        (WorkKind.CARD, replace(KEPT, offer=NO_OFFER), ("card", "--template", "季節のはがき")),
        (WorkKind.LETTER, KEPT, ("letter", "--template", "letter", "--offer")),
        (WorkKind.ENVELOPE, KEPT, ("envelope",)),
        (WorkKind.LABELS, KEPT, ("labels",)),
        (WorkKind.LABELS, KEPT, ("labels", "--sheet", "28366")),
        (WorkKind.LABELS, OWN, ("labels",)),
        (WorkKind.LABELS, OWN, ("labels", "--sheet", "desk 1")),
        (WorkKind.LABELS, OWN_SHEET, ("labels",)),
        (WorkKind.LABELS, OWN_SHEET, ("labels", "--sheet", "うちの ラベル")),
        (WorkKind.PURSE, KEPT, ("referral-cards", "--offer")),
        (WorkKind.PURSE, MEMBERS, ("member-cards", "--offer")),
    ],
)
def test_window_and_command_line_make_the_same_job(
    qtbot: QtBot, database: Database, tmp_path: Path, kind: WorkKind, kept: PrintSettings, arguments: tuple[str, ...]
) -> None:
    with database.write() as session:
        save_template(session, LETTER, now=datetime(2026, 11, 1, tzinfo=UTC))
        save_template(session, CARD, now=datetime(2026, 11, 1, tzinfo=UTC))
    with database.read() as session:
        shop = shop_fields(session)
        card = SettingsCard(DAY)
        qtbot.addWidget(card)
        card.show_settings(kept, templates_of(session, "ja"))
        card.show_kind(kind)
        call = Call(_asked(*arguments), tmp_path, "ja", datetime(2026, 11, 20, 3, tzinfo=UTC))
        _settings, job = chosen_job(call, session, kept, DAY)

    assert job == card.job(shop)
    piece = Piece(1, recipient=Recipient(key="C001", name="渡辺 真理"))
    prints = [fingerprint_of(FrozenRun(one, (piece,), b""), DAY) for one in (job, card.job(shop))]
    assert prints[0] == prints[1]
