"""postal-barcode: the customer barcode of one address."""

from __future__ import annotations

from app.cli.call import Call, Outcome
from app.domain.marking import QT_TRANSLATE_NOOP

_SAID = QT_TRANSLATE_NOOP("CommandLine", "Address number: {number}. Bars: {bars}")


def postal_barcode(call: Call) -> Outcome:
    from app.domain.postal_barcode import after_town
    from app.domain.postal_barcode import postal_barcode as barcode_of
    from app.exchange.postal import PostalTable
    from app.paths import resource

    code, rest = call.options.postal_code, call.options.rest
    areas = PostalTable.load(resource("data", "postal", "postal.bin")).lookup(code)
    behind = after_town(rest, areas)
    made = barcode_of(code, rest if behind is None else behind)
    facts = {"address_number": made.address_number, "check": made.check, "bars": made.bars}
    return Outcome(facts, [call.say(_SAID, number=made.address_number, bars=made.bars)])
