from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.views.theme import TextStyle, Theme
from app.views.widgets.icons import IconLabel, pixmap
from app.views.widgets.labels import Caption, ElidedLabel, NumberText, Text, WrapLabel
from app.views.widgets.layouts import FlowLayout, ScrollColumn, boxed, clear, column, set_shown
from tests.gui.widgets.conftest import Shower

_LONG = "送った240名と、送らなかった80名を比べた結果です。偶然の幅を考えると 8〜51名です。"


def test_a_name_with_markup_is_shown_as_typed(show: Shower) -> None:
    plain, marked = Text("吉田"), Text("<b>吉田</b><img src=x>")
    show(plain, marked)
    assert marked.textFormat() is Qt.TextFormat.PlainText
    assert marked.sizeHint().width() > plain.sizeHint().width() * 2


def test_a_paragraph_gets_the_height_its_width_needs(show: Shower) -> None:
    label = WrapLabel(_LONG)
    window = show(label, width=260)
    narrow = label.minimumHeight()
    window.resize(560, 400)
    assert narrow > label.minimumHeight() >= label.heightForWidth(label.width())


def test_a_paragraph_grows_with_its_words(show: Shower) -> None:
    label = WrapLabel("短い")
    show(label, width=260)
    before = label.minimumHeight()
    label.setText(_LONG)
    assert label.minimumHeight() > 2 * before


def test_a_paragraph_never_begins_a_line_with_a_full_stop(show: Shower) -> None:
    label = WrapLabel("ああああああああああ。い")
    show(label)
    full = label.fontMetrics().horizontalAdvance("ああああああああああ")
    assert label.heightForWidth(full + 1) == label.heightForWidth(full - 30)


def test_words_without_room_end_in_dots_and_stand_in_the_tooltip(show: Shower) -> None:
    label = ElidedLabel("<高橋 由美子> & 佐藤")
    window = show(label, width=70)
    assert label.is_elided()
    assert "&lt;高橋" in label.toolTip()
    window.resize(500, 100)
    assert not label.is_elided()
    assert label.toolTip() == ""


def test_numbers_stand_at_the_right() -> None:
    assert NumberText("1,240").alignment() & Qt.AlignmentFlag.AlignRight


def test_label_styles_follow_the_text_size(theme: Theme) -> None:
    label = Caption("説明")
    theme.set_text_percent(150)
    assert label.font().pixelSize() == 18
    label.set_style(TextStyle.PAGE_TITLE)
    assert label.font().pixelSize() == 30


def test_icons_are_drawn_in_their_colour_at_the_screens_ratio() -> None:
    image: QImage = pixmap("phone", "#FF0000", 16, 2.0).toImage()
    assert image.width() == 32
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200]
    assert inked
    assert all(colour.red() > 200 and colour.green() < 60 for colour in inked)


def test_an_icon_alone_may_have_a_name() -> None:
    assert IconLabel("lock", name_for_readers="対応中").accessibleName() == "対応中"


def test_parts_in_a_flow_wrap_to_the_next_line(show: Shower) -> None:
    flow = FlowLayout(8)
    labels = [Text("お客様の名前") for _ in range(6)]
    for label in labels:
        flow.addWidget(label)
    show(boxed(flow), width=260)
    assert labels[0].y() < labels[-1].y()
    assert flow.heightForWidth(2000) < flow.heightForWidth(200)


def test_a_scrolling_column_never_asks_for_its_contents_height(show: Shower) -> None:
    scroll = ScrollColumn()
    for number in range(80):
        scroll.body.addWidget(Text(f"{number}行"))
    show(scroll)
    assert scroll.minimumSizeHint().height() <= 80


def test_clearing_takes_out_everything_within(show: Shower) -> None:
    layout = column(Text("一"), column(Text("二")))
    box = boxed(layout)
    show(box)
    clear(layout)
    assert layout.count() == 0
    assert [label for label in box.findChildren(Text) if label.isVisible()] == []


def test_a_part_without_a_parent_is_not_shown_as_a_window() -> None:
    label = Text("後で置く")
    label.hide()
    set_shown(label, True)
    assert not label.isVisible()
    box = boxed(column(label))
    box.show()
    assert label.isVisible()
    box.close()
