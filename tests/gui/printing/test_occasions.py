"""A ready-made group begins with the template of its occasion, whatever was printed before."""

from __future__ import annotations

from app.domain.customers import PartialDate
from app.domain.print_kinds import WorkKind
from app.domain.print_runs import PrintGroup
from app.models.database import Database
from tests.factories import TODAY, add_customer
from tests.fakes import MessageSpy
from tests.gui.printing.conftest import HOME, Shown


def test_birthdays_begin_with_the_birthday_card_and_the_birthday_letter(shown: Shown, ids: list[int], database: Database) -> None:
    with database.write() as session:
        add_customer(session, "誕生 花子", street="渋谷1-1", birthday=PartialDate(None, TODAY.month, 3), **HOME)
    page = shown(customer_ids=ids)
    page.settings_card.text.template_chosen.emit("autumn")
    page.open_with(group=PrintGroup.BIRTHDAYS)
    template = page.settings_card.template()
    assert template is not None
    assert template.occasion.value == "birthday"
    page.kinds.set_current(WorkKind.LETTER)
    page.settings_card.show_kind(WorkKind.LETTER)
    letter = page.settings_card.template()
    assert letter is not None
    assert letter.key == "letter_birthday"


def test_a_group_of_nobody_says_so(shown: Shown, messages: MessageSpy) -> None:
    page = shown()
    page.start.groups.activated_key.emit(PrintGroup.BIRTHDAYS)
    assert messages.toasts[-1][0] == "There is nobody in “Birthday this month” today."
