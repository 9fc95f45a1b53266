"""Label sheets of the shop's own, and the ways from the workspace to the templates."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.domain.cards import Calibration
from app.domain.print_kinds import WorkKind
from app.domain.print_profiles import PrinterProfile
from app.models.database import Database
from app.models.records import PrintRun
from app.queries.print_profiles import profile_of
from app.queries.shop import print_settings
from app.services.print_profiles import save_profile
from app.views.printing.label_sheet_panel import LabelSheetPanel
from app.views.printing.page import PrintingPage
from tests.factories import NOW
from tests.fakes import MessageSpy, NavigationSpy
from tests.gui.printing.conftest import Shown, Viewer


def _labels(shown: Shown, people: dict[str, int]) -> PrintingPage:
    page = shown(width=1400, customer_ids=list(people.values()))
    page.kinds.button(WorkKind.LABELS).click()  # type: ignore[attr-defined]
    page.settings_card.pages.set_current("paper")
    return page


def _opened(page: PrintingPage) -> LabelSheetPanel:
    panel = page.own_sheets.panel
    assert panel is not None
    return panel


def _type(panel: LabelSheetPanel, **numbers: str) -> None:
    for key, text in numbers.items():
        field = panel.fields[key]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)


def test_a_sheet_is_made_printed_on_changed_and_removed(
    shown: Shown, people: dict[str, int], database: Database, viewer: Viewer, messages: MessageSpy
) -> None:
    page = _labels(shown, people)
    paper = page.settings_card.paper
    assert paper.new_sheet.isVisible() and not paper.change_sheet.isVisible()
    paper.new_sheet.click()
    panel = _opened(page)
    panel.name.setText("窓口")
    _type(panel, across="2", down="3", width="80", height="60", pitch_x="82", pitch_y="62", left="10", top="12")
    panel.test.click()
    panel.save.click()
    assert page.settings_card.settings().kinds.sheet == "窓口" and paper.change_sheet.isVisible()
    assert "1 to 6" in paper.start_field.hint.text()
    page.trigger_primary()
    with database.read() as session:
        (run,) = session.scalars(select(PrintRun))
        assert run.recipe["options"]["sheet"] == "custom:A4,2x3,80x60,82x62,10x12"
        assert print_settings(session)["kinds"]["sheets"] == {"窓口": "custom:A4,2x3,80x60,82x62,10x12"}
    assert len(viewer.documents) == 2
    page.open_with(customer_ids=list(people.values()))
    paper.change_sheet.click()
    panel = _opened(page)
    assert panel.name.text() == "窓口"
    _type(panel, down="4")
    panel.save.click()
    assert page.settings_card.settings().kinds.sheets == {"窓口": "custom:A4,2x4,80x60,82x62,10x12"}
    paper.put_back.click()
    assert page.settings_card.settings().kinds.sheets == {"窓口": "custom:A4,2x3,80x60,82x62,10x12"}
    assert not paper.put_back.isVisible()
    paper.remove_sheet.click()
    kinds = page.settings_card.settings().kinds
    assert kinds.sheets == {} and kinds.sheet == "A-one 28171" and not paper.remove_sheet.isVisible()
    assert "窓口" in messages.toasts[-1][0]
    paper.put_back.click()
    kinds = page.settings_card.settings().kinds
    assert kinds.sheets == {"窓口": "custom:A4,2x3,80x60,82x62,10x12"} and kinds.sheet == "窓口"


def test_what_is_known_of_the_printer_goes_along_with_a_sheet_that_is_measured_anew(
    shown: Shown, people: dict[str, int], database: Database
) -> None:
    page = _labels(shown, people)
    paper = page.settings_card.paper
    paper.new_sheet.click()
    panel = _opened(page)
    panel.name.setText("窓口")
    _type(panel, across="2", down="3", width="80", height="60", pitch_x="82", pitch_y="62", left="10", top="12")
    panel.save.click()
    shift = Calibration(dx=1.5, dy=-2.0)
    with database.write() as session:
        save_profile(session, PrinterProfile("受付", "custom:A4,2x3,80x60,82x62,10x12", shift), now=NOW)
    paper.change_sheet.click()
    panel = _opened(page)
    _type(panel, left="11")
    panel.save.click()
    with database.read() as session:
        assert profile_of(session, "受付", "custom:A4,2x3,80x60,82x62,10x12") is None
        moved = profile_of(session, "受付", "custom:A4,2x3,80x60,82x62,11x12")
    assert moved is not None and moved.calibration == shift
    paper.put_back.click()
    with database.read() as session:
        assert profile_of(session, "受付", "custom:A4,2x3,80x60,82x62,10x12") is not None


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ({"left": "200"}, "left"),
        ({"down": "20"}, "top"),
        ({"pitch_x": "10"}, "pitch_x"),
        ({"height": "3"}, "height"),
        ({"width": "x"}, "width"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_said_beside_its_field(
    shown: Shown, people: dict[str, int], numbers: dict[str, str], wrong: str
) -> None:
    page = _labels(shown, people)
    page.settings_card.paper.new_sheet.click()
    panel = _opened(page)
    panel.name.setText("奥")
    assert panel.view.off_paper() == 0
    _type(panel, **numbers)
    assert [key for key, box in panel.boxes.items() if box.has_error] == [wrong]
    assert (panel.view.off_paper() > 0) is (wrong in ("left", "top"))
    panel.save.click()
    assert page.settings_card.settings().kinds.sheets == {}


def test_a_name_of_a_product_is_refused(shown: Shown, people: dict[str, int]) -> None:
    page = _labels(shown, people)
    page.settings_card.paper.new_sheet.click()
    panel = _opened(page)
    panel.name.setText("28171")
    panel.save.click()
    assert panel.boxes["name"].has_error and page.settings_card.settings().kinds.sheets == {}


def test_the_template_on_the_desk_is_opened_for_the_people_of_the_run(
    shown: Shown, people: dict[str, int], navigation: NavigationSpy
) -> None:
    page = shown(customer_ids=list(people.values()))
    assert not page.templates_button.isVisible()
    page.settings_card.text.edit.click()
    key = page.settings_card.text.design.current()
    name, asked = navigation.shown[-1]
    assert (name, asked["key"], asked["customer_ids"]) == ("templates", key, list(people.values()))
    page.go_back()
    assert page.templates_button.isVisible()
    page.templates_button.click()
    assert navigation.shown[-1] == ("templates", {})
