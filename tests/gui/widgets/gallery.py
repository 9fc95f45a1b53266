"""Every part of the window on a few sheets: for the eye, and for the audit of clipped words.

    python -m tests.gui.widgets.gallery FOLDER      writes the sheets as PNG, light and dark, at 100 and 150 %
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from app.paths import resource
from app.views.theme import Mode, TextStyle, Theme, Tone
from app.views.widgets.avatar import Avatar
from app.views.widgets.banner import Banner
from app.views.widgets.buttons import DangerButton, IconButton, LinkButton, MenuButton, NormalButton, PrimaryButton, TonalButton
from app.views.widgets.card import Card, Inset, NextStepBar
from app.views.widgets.check_box import CheckBox, RadioButton
from app.views.widgets.chip import Badge, Chip
from app.views.widgets.choice_row import ChoiceRows
from app.views.widgets.combo_field import ComboField
from app.views.widgets.contact_fields import PhoneField, PostcodeField
from app.views.widgets.date_field import DateField
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.explanation import Explanation
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.form_field import FormField
from app.views.widgets.gauges import Gauge, ProgressLine, ProgressRing
from app.views.widgets.heat_map import HeatCell, HeatGrid, HeatMap, HeatRegion, HeatRow
from app.views.widgets.jobs_panel import JobLine, JobsPanel
from app.views.widgets.key_cap import KeyCap, KeyHints
from app.views.widgets.kpi_card import Delta, KpiCard
from app.views.widgets.labels import Caption, Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, Hairline, boxed, column, row
from app.views.widgets.lock_line import LockLine
from app.views.widgets.name_field import KanaField, NameField
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.page_header import PageHeader
from app.views.widgets.row_list import RowAction, RowContent, RowList
from app.views.widgets.segmented import Segmented
from app.views.widgets.sentence import Sentence
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.steps import HorizontalSteps, VerticalSteps
from app.views.widgets.summary import AmountLines, SummaryLine
from app.views.widgets.switch import Switch
from app.views.widgets.table_view import Column, SimpleTable
from app.views.widgets.tabs import Tabs
from app.views.widgets.text_field import SearchField, TextArea, TextField
from app.views.widgets.toast import ToastHost

TODAY = date(2026, 11, 20)
LTV = Explanation(
    "お一人の生涯の粗利",
    "お一人が最初から最後までにもたらす粗利の見込みです。",
    "例:1回9,000円×粗利率60%×年6回×5年=16万2千円",
    "計算:平均単価 × 粗利率 × 年間回数 × 続く年数",
    "計算の内訳を見る",
)


def _form() -> Card:
    card = Card("フォーム")
    family, given, kana = NameField(), NameField(), KanaField()
    family.setText("吉田")
    given.setText("和子")
    kana.set_value("よしだ かずこ")
    pair = row(FormField("姓", family, required=True), FormField("名", given), gap=10)
    phone = PhoneField()
    phone.setText("090-0000-12")
    phone_field = FormField("電話番号", phone)
    phone_field.set_error("数字が足りないようです(11桁のうち9桁)")
    born = DateField(today=TODAY)
    born.set_value(date(1958, 6, 2))
    card.add(pair)
    card.add(FormField("ふりがな", kana, hint="お名前から自動で入ります。違うときは直してください。"))
    card.add(phone_field)
    card.add(FormField("お誕生日", born, hint="「S33.6.2」「1958/6/2」でも入力できます。"))
    card.add(row(STRETCH, NormalButton("やめる"), PrimaryButton("保存する")))
    card.body.addStretch(1)
    return card


def _work() -> Card:
    card = Card("進んでいる作業")
    running, over = JobLine("宛名のPDFを作っています"), JobLine("バックアップ")
    running.set_progress(18, 22)
    over.end("バックアップが終わりました", failed=False)
    for part in (running, Caption("このまま他の作業を続けられます。"), Hairline(), over):
        card.add(part)
    card.body.addStretch(1)
    return card


def parts_sheet() -> QWidget:
    """The sheet of ui/comp.png."""
    chips = [("良好", Tone.OK), ("気がかり", Tone.WARN), ("要注意", Tone.DANGER), ("2回目へ", Tone.INFO), ("ゴールド", Tone.WARN)]
    chips += [("下書き", Tone.ACCENT), ("ふつう", Tone.NEUTRAL)]
    line = row(*(Chip(text, tone) for text, tone in chips), Badge(7), STRETCH, gap=8)
    for button in (PrimaryButton("主な操作"), NormalButton("ふつうの操作"), TonalButton("強めの操作"), LinkButton("控えめ")):
        line.addWidget(button)
    empty = Card()
    body = "「自分との約束」を入れておくと、\nその日に「今日」の画面でお知らせします。"
    empty.add(
        EmptyState("calendar-check", "フォローの予定はまだありません", body, "最初の予定を入れる", "おすすめから選ぶ", action_icon="plus")
    )
    explained = Card("お一人の生涯の粗利とは", explanation=LTV)
    for part in (WrapLabel(LTV.sentence), WrapLabel(LTV.example), Hairline(), Caption(LTV.formula)):
        explained.add(part)
    explained.add(row(LinkButton("計算の内訳を見る"), STRETCH))
    question = Card()
    question.add(Title("この取り込みを取り消しますか?", TextStyle.DIALOG_TITLE))
    question.add(WrapLabel("取り込んだ 214名 と 来店 1,032件 を、取り込む前に戻します。", tone=Tone.TEXT))
    question.add(row(STRETCH, NormalButton("取り消さない"), DangerButton("214名を元に戻す")))
    sheet = column(
        Title("部品の見本", TextStyle.PAGE_TITLE),
        Banner(
            Tone.DANGER,
            "プリンターが応答していません",
            "22枚のうち 9枚は印刷が終わっています。宛先と文面は保存してあります。電源と用紙を確かめてから、10枚目から続けてください。",
            "10枚目から続ける",
            icon="printer",
        ),
        Banner(
            Tone.WARN,
            "バックアップを 9日間 取っていません",
            "データはこのパソコンの中だけにあります。",
            "今すぐ控えを取る",
            icon="download",
        ),
        line,
        gap=12,
        margins=(24, 16, 24, 16),
    )
    columns = row(gap=14)
    columns.addWidget(_form(), 5)
    columns.addLayout(column(empty, _work(), gap=12), 4)
    columns.addLayout(column(explained, question, STRETCH, gap=12), 4)
    sheet.addLayout(columns, 1)
    return boxed(sheet)


def _follow_rows() -> list[RowContent]:
    acts = (RowAction("tomorrow", "明日へ", key="T"), RowAction("done", "済んだ", primary=True, key="Space"))
    return [
        RowContent("late", "期限が過ぎています 2件", heading=True, side_tone=Tone.DANGER),
        RowContent(
            1, "高橋 由美子 様", "カラー後のお加減をうかがう", "11/4 初めてのハイライト・色持ちを気にされていた",
            icon="phone", checked=False, chip=("2日過ぎ", Tone.DANGER), actions=acts,
        ),
        RowContent("today", "今日 5件", heading=True),
        RowContent(
            2, "佐藤 花子 様", "お礼のはがきを書く", "ご来店10回目・ゴールドになりました",
            icon="mail", checked=False, side="担当 田中", actions=acts,
        ),
        RowContent(
            3, "渡辺 真理 様", "次回のご予約をご案内する", "いつも48日ごと・前回から52日",
            icon="phone", checked=True, side="担当 佐々木",
        ),
    ]  # fmt: skip


def _customer_rows() -> list[RowContent]:
    return [
        RowContent(1, "吉田 和子 様", detail="いつも35日ごと → 71日お見えでない", avatar="吉", chip=("要注意", Tone.DANGER)),
        RowContent(2, "木村 直人 様", detail="いつも60日ごと → 95日お見えでない", avatar="木", chip=("気がかり", Tone.WARN)),
        RowContent(3, "髙﨑 𠮷之 様", detail="たかさき よしゆき", avatar="髙", side="良好", side_tone=Tone.OK, side_detail="11/18 ご来店"),
    ]


def lists_sheet() -> QWidget:
    header = PageHeader("今日")
    header.set_fact("11月20日(金)・美容室 こもれび")
    header.add_search(SearchField("お名前・電話番号で探す", "Ctrl+K"))
    header.set_primary(PrimaryButton("来店を記録", "plus"))
    figures = row(gap=12)
    for label, number, unit, delta, direction in (
        ("今月のご来店", "186", "名", "先月の同じ日より 12名 多い", Delta.UP),
        ("再来店率", "68.4", "%", "先月より 2.1ポイント 上昇", Delta.UP),
        ("おかえりなさい", "14", "名", "90日以上ぶりに戻られたお客様", Delta.NONE),
        ("しばらくお見えでない", "23", "名", "先週より 4名 増えています", Delta.ATTENTION),
    ):
        card = KpiCard(label, LTV)
        card.set(number, unit, delta, direction)
        figures.addWidget(card)
    follow = Card()
    words = column(Title("今日のフォロー", TextStyle.DIALOG_TITLE), Caption("あと7件。4件はもう済みました。"), gap=2)
    follow.add(row(ProgressRing(4, 11), words, STRETCH, NormalButton("予定を入れる", "plus"), gap=12))
    followed = RowList("今日のフォロー", uniform=False)
    followed.set_rows(_follow_rows())
    followed.select_key(2)
    follow.add_list(followed)
    hints = row(KeyHints([("↑↓", "選ぶ"), ("Space", "済んだ"), ("T", "明日へ"), ("Enter", "お客様を開く")]))
    hints.addWidget(LinkButton("すべての予定を見る", small=True))
    follow.set_footer(hints)
    call = Card("声をかけたいお客様", action="23名を見る")
    called = RowList("声をかけたいお客様", row_height=46, grows=True)
    called.set_rows(_customer_rows())
    call.add_list(called, 0)
    call.add(row(NormalButton("5名の予定をまとめて入れる", "calendar-check", small=True), STRETCH))
    staff = Card("担当", action="担当を足す")
    columns = [Column("name", "お名前", stretch=True), Column("role", "役割"), Column("n", "お客様", numeric=True)]
    table = SimpleTable(columns, "担当", grows=True)
    table.set_rows([(1, ["田中 美咲", "店長", "412名"]), (2, ["佐々木 健", "スタイリスト", "338名"]), (3, ["山口 麻衣", "", "92名"])])
    staff.add(table)
    body = row(gap=16)
    body.addWidget(follow, 2)
    body.addLayout(column(call, staff, STRETCH, gap=12), 1)
    sheet = column(header, figures, gap=12, margins=(24, 16, 24, 16))
    sheet.addLayout(body, 1)
    return boxed(sheet)


def choices_sheet() -> QWidget:
    left = Card("選ぶ")
    left.add(row(Segmented([(3, "3か月"), (18, "18か月"), (0, "すべて")], 18, "期間"), ComboField([(1, "すべてのお客様")]), STRETCH))
    left.add(FilterChips([(0, "すべて", None), (1, "常連", 126), (2, "要注意", 23)], name="絞り込み", addable=True))
    left.add(Tabs([(1, "これまでのこと"), (2, "お買上げ"), (3, "ポイント"), (4, "アンケート")]))
    on, switch_off = Switch("PIN"), Switch("はっきり")
    on.setChecked(True)
    box, radio = CheckBox("差出人を印刷する"), RadioButton("自動")
    box.setChecked(True)
    radio.setChecked(True)
    left.add(row(on, switch_off, box, CheckBox("連名も印刷する"), radio, STRETCH, gap=12))
    facts = ["送る 240名", "様子を見る 80名", "費用 ¥20,400"]
    left.add(ChoiceRows([(1, "おすすめ", facts), (2, "半分ずつ", ["160名", "160名", "¥13,600"])], 1, "様子を見る方"))
    steps = HorizontalSteps(["ファイル", "列を合わせる", "確かめる", "結果"])
    steps.set_current(2)
    left.add(steps)
    rule = Sentence("{0}のお買上げで{1}、端数は{2}ます。", [("a", "100円"), ("b", "1ポイント"), ("c", "切り捨て")])
    left.add(rule)
    left.add(LockLine("田中さんが対応中 10:42から"))
    left.add(NextStepBar("phone", "次にすること:今日、お電話で様子をうかがう", "いつもは35日ごと。71日空いています。"))
    left.body.addStretch(1)
    right = Card("入れる", explanation=LTV, action="覚えておくことを開く")
    price, count, code = MoneyField(), NumberField(1, 99), PostcodeField()
    price.set_value(4950)
    count.set_value(1)
    code.set_value("1500001")
    right.add(row(FormField("単価", price), FormField("数", count), FormField("〒", code), gap=8))
    area = TextArea("メモ", 3)
    area.set_text("年末にお孫さんと旅行。")
    right.add(FormField("メモ(これまでのことに残ります)", area))
    disabled = TextField()
    disabled.setText("変えられません")
    disabled.setEnabled(False)
    off = PrimaryButton("記録する")
    off.setEnabled(False)
    back = IconButton("chevron-left", "前へ", framed=True)
    right.add(row(disabled, off, IconButton("ellipsis", "さらに"), back, MenuButton(name="さらに"), KeyCap("Ctrl+Enter")))
    right.add(row(Avatar("吉田 和子", 52), Gauge(38, Tone.DANGER, name="健康度"), ProgressRing(4, 11), ProgressLine(), gap=14))
    amounts = AmountLines()
    amounts.add("小計(3点)", "¥11,990")
    amounts.add("ポイント", "−¥500")
    amounts.add("お支払い", "¥10,995", bold=True)
    inset = Inset()
    inset.add(amounts)
    inset.add(SummaryLine("見分けられる差", "6.2ポイント", "送らない方が80名のとき"))
    right.add(inset)
    wizard = VerticalSteps(["どなたに", "様子を見る方", "何を送る"])
    wizard.set_current(1)
    wizard.set_detail(0, "90日お見えでない方 320名")
    right.add(wizard)
    right.body.addStretch(1)
    sheet = row(gap=14, margins=(24, 16, 24, 16))
    sheet.addWidget(left, 1)
    sheet.addWidget(right, 1)
    return boxed(sheet)


def maps_sheet() -> QWidget:
    cohort = HeatMap("初めて来た月ごとの、また来た割合")
    shares = [[50, 43, 44, 38, 29, 32, 29], [54, 40, 41, 38, 40, 34], [50, 53, 36, 42, 35], [54, 49, 42, 44], [59, 42, 43], [61, 53], [57]]
    names = [f"{month}月" for month in range(4, 11)]
    cells = [
        [HeatCell("100"), *(HeatCell(str(share), (share - 25) / 40) for share in line), *([None] * (7 - len(line)))] for line in shares
    ]
    cells[-1][1] = HeatCell("少ない", faded=True)
    heads = [HeatRow(name, f"{count}名") for name, count in zip(names, (41, 38, 35, 44, 29, 33, 9), strict=True)]
    cohort.set_grid(HeatGrid(heads, ["初回", *(f"{number}か月" for number in range(1, 8))], cells))
    people = [[9, 12, 18, 31, 56], [14, 19, 27, 34, 44], [22, 28, 33, 30, 25], [37, 41, 35, 24, 14], [58, 49, 32, 19, 9]]
    spread = HeatMap("お客様の分布")
    regions = [HeatRegion("常連", 0, 3, 1, 4), HeatRegion("離れかけた常連", 3, 3, 4, 4, dashed=True, tone=Tone.DANGER)]
    rows = [HeatRow(text) for text in ("30日以内", "〜60日", "〜120日", "〜240日", "それより前")]
    grid = [[HeatCell(str(count), count / 58) for count in line] for line in people]
    spread.set_grid(HeatGrid(rows, ["1回", "2〜3回", "4〜7回", "8〜14回", "15回〜"], grid, regions, column_labels_below=True, bold=True))
    left = Card("初めて来た月ごとの、また来た割合(%)", explanation=LTV, action="表で見る")
    left.add(cohort, 1)
    right = Card("お客様の分布(名)", explanation=LTV, action="表で見る")
    right.add(spread, 1)
    right.add(row(Text("常連 165名"), STRETCH, NormalButton("66名に声をかける", "calendar-check", small=True)))
    sheet = row(gap=12, margins=(24, 16, 24, 16))
    sheet.addWidget(left, 1)
    sheet.addWidget(right, 1)
    return boxed(sheet)


def overlays_sheet() -> QWidget:
    """What lies over a page: the visit panel, a toast, the jobs drawer, an explanation."""
    window = lists_sheet()
    window.setMinimumSize(1280, 700)
    window.resize(1280, 700)
    panel = SidePanel(window, "来店を記録")
    panel.header_row.addWidget(ComboField([(1, "担当 田中 美咲")]))
    bar = NextStepBar("user", "吉田 和子 様", "前回 9月10日(木) カット・白髪染め ¥9,350・いつも35日ごと")
    bar.add_button(LinkButton("別の方にする"))
    panel.body.addWidget(bar)
    panel.body.addWidget(FormField("メニュー・商品を足す", SearchField("かな・品番・バーコード")))
    panel.body.addStretch(1)
    amounts = AmountLines()
    amounts.add("小計(3点)", "¥11,990")
    amounts.add("お支払い", "¥10,995", bold=True)
    panel.summary.addWidget(Title("お会計"))
    panel.summary.addWidget(amounts)
    panel.summary.addStretch(1)
    panel.set_primary(PrimaryButton("¥10,995の来店を記録", "check"), Caption("あとで元に戻せます"))
    panel.open_panel()
    jobs = JobsPanel(window)
    jobs.add_job("pdf", "宛名のPDFを作っています")
    jobs.set_progress("pdf", 18, 22)
    jobs.fail("pdf", "プリンターが応答していません。22枚のうち9枚は印刷が終わっています。")
    ToastHost(window).show_toast("高橋 由美子 様の予定を「済んだ」にしました", undo=panel.close_panel)
    FocusRing(window)
    return window


SHEETS: Mapping[str, Callable[[], QWidget]] = {
    "parts": parts_sheet,
    "lists": lists_sheet,
    "choices": choices_sheet,
    "maps": maps_sheet,
    "overlays": overlays_sheet,
}


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale(QLocale.Language.Japanese))
    words = QTranslator(app)
    words.load(str(resource("i18n", "okaeri_ja.qm")))
    app.installTranslator(words)
    theme = Theme.install(app, mode=Mode.LIGHT)
    for percent in (100, 150):
        theme.set_text_percent(percent)
        for mode in (Mode.LIGHT, Mode.DARK):
            theme.set_mode(mode)
            for name, build in SHEETS.items():
                sheet = build()
                sheet.resize(1366 * percent // 100, 720 * percent // 100)
                sheet.show()
                sheet.grab().save(str(folder / f"{name}-{mode.value}-{percent}.png"))
                sheet.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
