from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.customers import PartialDate
from app.views.widgets.combo_field import ComboField
from app.views.widgets.contact_fields import PhoneField, PostcodeField
from app.views.widgets.date_field import BirthdayField, DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.name_field import KanaField, NameField
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.text_field import SearchField, TextArea, TextField
from tests.gui.widgets.conftest import Shower

TODAY = date(2026, 11, 20)


def _compose(field: QLineEdit, stages: list[str], committed: str) -> None:
    for stage in stages:
        QApplication.sendEvent(field, QInputMethodEvent(stage, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(committed)
    QApplication.sendEvent(field, event)


def test_numbers_are_read_in_full_width_and_stepped_by_arrows(show: Shower, qtbot: QtBot) -> None:
    field = NumberField(1, 99)
    show(field)
    _compose(field, [], "１２")
    assert field.value() == 12
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 13
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert field.value() == 1
    field.setText("100")
    assert field.value() is None
    assert not field.is_valid()


def test_decimals_are_kept_exactly(show: Shower) -> None:
    field = NumberField(decimals=1)
    field.set_value(Decimal("-0.5"))
    show(field)
    assert field.value() == Decimal("-0.5")
    field.setText("")
    assert field.value() is None
    assert field.is_valid()


def test_an_amount_is_shown_with_commas_when_left(show: Shower, qtbot: QtBot) -> None:
    field, other = MoneyField(), TextField()
    show(field, other)
    field.setFocus()
    qtbot.keyClicks(field, "12345")
    assert field.value() == 12345
    other.setFocus()
    assert field.text() == "12,345"


def test_an_amount_that_cannot_be_read_is_left_as_typed(show: Shower, qtbot: QtBot) -> None:
    field, other = MoneyField(), TextField()
    show(field, other)
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    other.setFocus()
    assert (field.text(), field.value(), field.is_valid()) == ("abc", None, False)


@pytest.mark.parametrize("typed", ["S33.6.2", "昭和33/6/2", "1958/6/2"])
def test_days_are_read_as_people_write_them(show: Shower, typed: str) -> None:
    field, other = DateField(today=TODAY), TextField()
    show(field, other)
    field.setFocus()
    field.setText(typed)
    other.setFocus()
    assert field.value() == date(1958, 6, 2)
    assert field.text() == "1958/06/02"


def test_a_day_without_a_year_is_of_this_year_and_arrows_move_it(show: Shower, qtbot: QtBot) -> None:
    field = DateField(today=TODAY)
    show(field)
    qtbot.keyClicks(field, "12/25")
    assert field.value() == date(2026, 12, 25)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == date(2026, 12, 24)


def test_a_day_that_does_not_exist_is_not_valid() -> None:
    field = DateField(today=TODAY)
    field.setText("2026/13/2")
    assert field.value() is None
    assert not field.is_valid()
    field.setText("")
    assert field.is_valid()
    assert not DateField(today=TODAY, optional=False).is_valid()


def test_a_birthday_shows_era_and_age_when_left(show: Shower, qtbot: QtBot) -> None:
    field, other = BirthdayField(today=TODAY), TextField()
    show(field, other)
    field.setFocus()
    qtbot.keyClicks(field, "S33.6.2")
    other.setFocus()
    assert field.text() == "昭和33年6月2日(68歳)"
    assert field.value() == PartialDate(1958, 6, 2)


def test_a_phone_number_gets_its_hyphens_when_left(show: Shower, qtbot: QtBot) -> None:
    field, other = PhoneField(), TextField()
    show(field, other)
    field.setFocus()
    field.setText("09012340000")
    other.setFocus()
    assert field.text() == "090-1234-0000"
    field.setText("090-0000-12")
    assert not field.is_valid()


def test_a_postal_code_is_announced_once_when_complete(show: Shower, qtbot: QtBot) -> None:
    field = PostcodeField()
    show(field)
    found: list[str] = []
    field.completed.connect(found.append)
    qtbot.keyClicks(field, "150-0001")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "1")
    assert found == ["1500001"]
    field.set_value("1530051")
    assert found == ["1500001"]
    assert field.text() == "153-0051"


def test_the_reading_is_caught_while_the_name_is_converted(show: Shower) -> None:
    family, given, kana = NameField(), NameField(), KanaField()
    kana.follow(family, given)
    show(family, given, kana)
    _compose(family, ["よ", "よし", "よしだ", "吉田"], "吉田")
    _compose(given, ["かずこ", "和子"], "和子")
    assert (family.text(), given.text(), kana.text()) == ("吉田", "和子", "よしだ かずこ")
    family.clear()
    assert kana.text() == "かずこ"


def test_a_reading_typed_by_hand_is_not_written_over(show: Shower, qtbot: QtBot) -> None:
    name, kana, other = NameField(), KanaField(), TextField()
    kana.follow(name)
    show(name, kana, other)
    kana.setFocus()
    _compose(kana, [], "ｶﾄｳ")
    _compose(name, ["よしだ"], "吉田")
    other.setFocus()
    assert kana.text() == "かとう"


def test_a_field_is_checked_when_left_and_keeps_its_text(show: Shower, qtbot: QtBot) -> None:
    phone, other = PhoneField(), TextField()
    field = FormField("電話番号", phone, required=True, hint="携帯でも")
    field.set_validator(lambda: "" if phone.is_valid() else "数字が足りないようです(11桁のうち9桁)")
    show(field, other)
    phone.setFocus()
    qtbot.keyClicks(phone, "090-0000-12")
    other.setFocus()
    assert field.error() == "数字が足りないようです(11桁のうち9桁)"
    assert field.error_label.isVisible()
    assert phone.text() == "090-0000-12"
    assert phone.accessibleDescription() == field.error()
    assert not field.hint.isVisible()
    phone.setFocus()
    phone.setText("09000001234")
    other.setFocus()
    assert not field.has_error
    assert field.hint.isVisible()


def test_a_label_belongs_to_its_field() -> None:
    text = TextField()
    field = FormField("お名前 & 様", text)
    assert field.label.buddy() is text
    assert text.accessibleName() == "お名前 & 様"


def test_search_waits_a_moment_but_not_after_enter(show: Shower, qtbot: QtBot) -> None:
    field = SearchField("お名前・電話番号で探す", "Ctrl+K")
    show(field)
    with qtbot.waitSignal(field.search_changed, timeout=2000) as found:
        _compose(field, ["よ"], "よし")
    assert found.args == ["よし"]
    sent: list[str] = []
    field.search_changed.connect(sent.append)
    _compose(field, [], "だ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sent == ["よしだ"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert sent == ["よしだ", ""]


def test_tab_leaves_a_text_box(show: Shower, qtbot: QtBot) -> None:
    area, other = TextArea("メモ"), TextField()
    show(area, other)
    area.setFocus()
    with qtbot.waitSignal(area.edited_done):
        qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert area.text() == ""


def test_a_combo_tells_what_the_user_chose_and_is_silent_otherwise(show: Shower, qtbot: QtBot) -> None:
    combo = ComboField([("tue", "火曜日"), ("wed", "水曜日")], "wed")
    show(combo)
    found: list[object] = []
    combo.changed.connect(found.append)
    combo.set_current("tue")
    assert found == []
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert found == ["wed"]
    combo.set_options([("wed", "水曜日"), ("thu", "木曜日")])
    assert combo.current() == "wed"
