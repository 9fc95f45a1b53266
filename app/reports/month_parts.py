"""The second page of the month-end report: the chosen figures, campaigns, who was won and lost, points, surveys, and how it is counted."""

from __future__ import annotations

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_results import VERDICT_WORDS
from app.domain.month_report import SHOWN_REMARKS, MeasureLine, MeasureStage, MonthFacts, SurveyLine, Waiting
from app.domain.numbers import EMPTY_CELL, format_number, round_half_up
from app.domain.survey_results import Soundness
from app.domain.tiles import CONTEXT as TILES
from app.domain.tiles import TILE_NAMES, Tile
from app.printing.month_report import ReportSection, ReportTable
from app.reports.month_words import MonthWords, tile_gap, tile_now, tile_value

LEAST = 3
MOST_MEASURES = 6
MOST_SURVEYS = 2
LONGEST_REMARK = 120
MOST_MEANS = 3
_NAMED, _AIMED = 0.26, 0.26

FIGURES = QT_TRANSLATE_NOOP("MonthReport", "Figures")
FIGURE = QT_TRANSLATE_NOOP("MonthReport", "Figure")
VALUE = QT_TRANSLATE_NOOP("MonthReport", "This month")
BEFORE = QT_TRANSLATE_NOOP("MonthReport", "Month before")
LAST_YEAR = QT_TRANSLATE_NOOP("MonthReport", "Year before")
TARGET = QT_TRANSLATE_NOOP("MonthReport", "Target")
GAP = QT_TRANSLATE_NOOP("MonthReport", "Gap")
FOR_REFERENCE = QT_TRANSLATE_NOOP("MonthReport", "* of fewer than 30: for reference")
CAMPAIGNS = QT_TRANSLATE_NOOP("MonthReport", "Campaigns")
CAMPAIGN = QT_TRANSLATE_NOOP("MonthReport", "Campaign")
SENT = QT_TRANSLATE_NOOP("MonthReport", "Sent to")
HELD = QT_TRANSLATE_NOOP("MonthReport", "Held back")
EACH = QT_TRANSLATE_NOOP("MonthReport", "Profit each (95 % range)")
SPREAD = QT_TRANSLATE_NOOP("MonthReport", "{each} ({low} to {high})")
MORE = QT_TRANSLATE_NOOP("MonthReport", "and {count} more campaigns")
OUTCOME = QT_TRANSLATE_NOOP("MonthReport", "Result")
NO_CAMPAIGN = QT_TRANSLATE_NOOP("MonthReport", "No campaign ran in this month.")
KNOWN_ON = QT_TRANSLATE_NOOP("MonthReport", "known on {end}")
WORKS = QT_TRANSLATE_NOOP("MonthReport", "works")
NOT_CLEAR = QT_TRANSLATE_NOOP("MonthReport", "not yet clear")
HARM = QT_TRANSLATE_NOOP("MonthReport", "may have done harm")
REFERENCE = QT_TRANSLATE_NOOP("MonthReport", "reference only")
NO_HOLDOUT = QT_TRANSLATE_NOOP("MonthReport", "no comparison")
WON_AND_LOST = QT_TRANSLATE_NOOP("MonthReport", "Customers won and lost")
MONTH = QT_TRANSLATE_NOOP("MonthReport", "Month")
NEW = QT_TRANSLATE_NOOP("MonthReport", "New")
BACK = QT_TRANSLATE_NOOP("MonthReport", "Came back")
KEPT = QT_TRANSLATE_NOOP("MonthReport", "Kept")
LOST = QT_TRANSLATE_NOOP("MonthReport", "Lost")
POINTS = QT_TRANSLATE_NOOP("MonthReport", "Points")
OWED = QT_TRANSLATE_NOOP("MonthReport", "Owed at the end of the month: {points} points, worth {amount}.")
COST = QT_TRANSLATE_NOOP("MonthReport", "Used in the month: {used} points for {money}, rewards for {rewards}. Newly given: {given} points.")
COST_POINTS = QT_TRANSLATE_NOOP("MonthReport", "Used in the month: {used} points for {money}. Newly given: {given} points.")
LAPSING = QT_TRANSLATE_NOOP("MonthReport", "Next month {points} points of {people} customers lapse.")
CARE = QT_TRANSLATE_NOOP("MonthReport", "Complaints, promises and contracts")
CAUSES = QT_TRANSLATE_NOOP("MonthReport", "Complaints closed by cause (month before): {causes}.")
CAUSE = QT_TRANSLATE_NOOP("MonthReport", "{cause} {count} ({before})")
NOT_SAID = QT_TRANSLATE_NOOP("MonthReport", "not said")
OPEN = QT_TRANSLATE_NOOP("MonthReport", "Voices still open: {count}.")
LATE = QT_TRANSLATE_NOOP("MonthReport", "Voices still open: {count}, {late} of them later than promised.")
RENEWALS = QT_TRANSLATE_NOOP("MonthReport", "Contracts to be renewed next month: {contracts}.")
RENEWAL = QT_TRANSLATE_NOOP("MonthReport", "{day} {name} ({plan})")
COMMA = QT_TRANSLATE_NOOP("MonthReport", ", ")
AND_MORE = QT_TRANSLATE_NOOP("MonthReport", "and {count} others")
VOICES = QT_TRANSLATE_NOOP("MonthReport", "Voices of customers")
SURVEY_NPS = QT_TRANSLATE_NOOP("MonthReport", "“{name}”: {answers} answers, NPS {nps} ± {margin}.")
SURVEY = QT_TRANSLATE_NOOP("MonthReport", "“{name}”: {answers} answers.")
MEAN = QT_TRANSLATE_NOOP("MonthReport", "{question}: {mean} on average of {answers} answers.")
QUOTE = QT_TRANSLATE_NOOP("MonthReport", "“{words}”")
HOW = QT_TRANSLATE_NOOP("MonthReport", "How the figures are worked out")
HOWS = (
    QT_TRANSLATE_NOOP(
        "MonthReport",
        "Return rate: of the customers who had visited within {window} days before the start of a period of {months} months, "
        "the share who have visited within {window} days before its end. New customers do not count.",
    ),
    QT_TRANSLATE_NOOP(
        "MonthReport",
        "The range in brackets holds the true rate in 95 of 100 cases (Wilson). A change is only called one where chance is ruled out "
        "(Newcombe; several together after Benjamini and Hochberg).",
    ),
    QT_TRANSLATE_NOOP(
        "MonthReport",
        "New: first visit in the month. Came back: visited, and had not for {window} days before the month. "
        "Lost: no visit for {window} days at the end of the month, and had at its start.",
    ),
    QT_TRANSLATE_NOOP(
        "MonthReport",
        "The result of a campaign compares those it was sent to with those who were held back at random, with its 95 % range, "
        "and is only told when its time is over.",
    ),
    QT_TRANSLATE_NOOP(
        "MonthReport",
        "Everything is as of the end of the month. Sales without a customer are in the sales and in no figure about customers.",
    ),
)
COMES = QT_TRANSLATE_NOOP("MonthReport", "Which figures come when")
COMES_LINES = {
    Waiting.RETURN_RATE: QT_TRANSLATE_NOOP("MonthReport", "Return rate: from the report of {month} on."),
    Waiting.FLOW: QT_TRANSLATE_NOOP("MonthReport", "Customers won and lost: from the report of {month} on."),
    Waiting.LAST_YEAR: QT_TRANSLATE_NOOP("MonthReport", "Comparison with the year before: from the report of {month} on."),
}
_OUTCOMES = dict(zip(VERDICT_WORDS, (WORKS, NOT_CLEAR, HARM, REFERENCE, NO_HOLDOUT), strict=True))


def month_parts(facts: MonthFacts, words: MonthWords, *, less: int = 0) -> tuple[ReportTable | ReportSection, ...]:
    """In their order; without those there is nothing to say in. `less`, up to LEAST: of what there may be much of, so that one page
    holds it."""
    parts: list[ReportTable | ReportSection] = [_tiles(facts, words)] if facts.tiles else []
    if facts.waiting:
        lines = tuple(words.say(COMES_LINES[what], month=words.month_name(month)) for what, month in facts.waiting)
        parts.append(ReportSection(words.say(COMES), lines))
    if facts.is_complete:
        parts.append(_campaigns(facts, words, (MOST_MEASURES, 5, 4, 3)[less]))
    if any(row.is_complete for row in facts.flows):
        parts.append(_flows(facts, words, (3, 2, 1, 1)[less]))
    if facts.points is not None:
        parts.append(_points(facts, words))
    if facts.surveys:
        parts.append(_voices(facts, words, less))
    parts += _care(facts, words, less)
    hows = tuple(words.say(line, window=facts.window, months=facts.trend.lag_months) for line in HOWS)
    return (*parts, ReportSection(words.say(HOW), hows, is_small=True))


def _tiles(facts: MonthFacts, words: MonthWords) -> ReportTable:
    has_year = facts.options.with_last_year
    heads = [FIGURE, VALUE, BEFORE, *((LAST_YEAR,) if has_year else ()), TARGET, GAP]
    rows = tuple(_tile_row(tile, words, has_year=has_year) for tile in facts.tiles)
    count = len(heads) - 1
    plain = (1 - _NAMED - _AIMED) / (count - 2)
    widths = (_NAMED, *((plain,) * (count - 2)), _AIMED / 2, _AIMED / 2)
    note = words.say(FOR_REFERENCE) if any(tile.is_reference and tile.value is not None for tile in facts.tiles) else ""
    return ReportTable(words.say(FIGURES), tuple(words.say(head) for head in heads), rows, widths, note=note)


def _tile_row(tile: Tile, words: MonthWords, *, has_year: bool) -> tuple[str, ...]:
    now = tile_now(words, tile)
    mark = "*" if tile.is_reference and tile.value is not None else ""
    before, year, target = (tile_value(words, tile.unit, value) for value in (tile.before, tile.last_year, tile.target))
    name = words.named(TILES, TILE_NAMES[tile.key])
    return (name, f"{now}{mark}", before, *((year,) if has_year else ()), target, tile_gap(words, tile))


def _campaigns(facts: MonthFacts, words: MonthWords, most: int) -> ReportTable:
    heads = tuple(words.say(head) for head in (CAMPAIGN, SENT, HELD, EACH, OUTCOME))
    rows = tuple(_campaign_row(line, words) for line in facts.measures[:most])
    left = len(facts.measures) - len(rows)
    note = words.say(MORE, count=left) if left else ""
    return ReportTable(words.say(CAMPAIGNS), heads, rows, (0.34, 0.08, 0.1, 0.28, 0.2), words.say(NO_CAMPAIGN), note)


def _campaign_row(line: MeasureLine, words: MonthWords) -> tuple[str, ...]:
    people, held = format_number(line.people), format_number(line.held)
    if line.stage is not MeasureStage.KNOWN or line.result is None:
        return line.name, people, held, EMPTY_CELL, words.say(KNOWN_ON, end=words.day(line.ends_on))
    effect = line.result.effect
    if effect is None:
        return line.name, people, held, EMPTY_CELL, words.say(_OUTCOMES[line.result.verdict])
    each, low, high = (words.money(int(round_half_up(value))) for value in (effect.effect, effect.low, effect.high))
    return line.name, people, held, words.say(SPREAD, each=each, low=low, high=high), words.say(_OUTCOMES[line.result.verdict])


def _flows(facts: MonthFacts, words: MonthWords, most: int) -> ReportTable:
    rows = [row for row in facts.flows if row.is_complete][-most:]
    heads = tuple(words.say(head) for head in (MONTH, NEW, BACK, KEPT, LOST))
    cells = tuple(
        (words.month_name(row.month), *(format_number(number) for number in (row.new, row.returned, row.kept, row.lost))) for row in rows
    )
    return ReportTable(words.say(WON_AND_LOST), heads, cells, (0.36, 0.16, 0.16, 0.16, 0.16))


def _points(facts: MonthFacts, words: MonthWords) -> ReportSection:
    line = facts.points
    if line is None:
        raise ValueError("no points")
    cost = line.cost
    lines = [
        words.say(OWED, points=line.owed.points, amount=words.money(line.owed.money)),
        words.say(
            COST if cost.reward_cost else COST_POINTS,
            used=cost.used_points,
            money=words.money(cost.used_money),
            rewards=words.money(cost.reward_cost),
            given=cost.granted_points,
        ),
    ]
    if line.lapsing and facts.is_complete:
        lines.append(words.say(LAPSING, points=line.lapsing, people=line.lapsing_people))
    return ReportSection(words.say(POINTS), tuple(lines))


def _voices(facts: MonthFacts, words: MonthWords, less: int) -> ReportSection:
    surveys = facts.surveys[: (MOST_SURVEYS, 1, 1, 1)[less]]
    lines = tuple(line for survey in surveys for line in _survey(survey, words, (MOST_MEANS, 1, 0, 0)[less]))
    remarks = dict.fromkeys(remark for survey in surveys for remark in survey.remarks)
    quotes = [words.say(QUOTE, words=_shortened(remark)) for remark in remarks][: (SHOWN_REMARKS, 2, 1, 0)[less]]
    return ReportSection(words.say(VOICES), lines, tuple(quotes) if facts.options.with_remarks else ())


def _care(facts: MonthFacts, words: MonthWords, less: int) -> list[ReportSection]:
    """Complaints by cause, and what is to be kept and renewed next."""
    care, most = facts.care, (5, 4, 3, 2)[less]
    lines = []
    if care.causes:
        named = [words.say(CAUSE, cause=one.cause or words.say(NOT_SAID), count=one.count, before=one.before) for one in care.causes[:most]]
        lines.append(words.say(CAUSES, causes=_listed(named, len(care.causes), words)))
    if care.open_voices:
        lines.append(words.say(LATE if care.late else OPEN, count=care.open_voices, late=care.late))
    if care.due:
        renewals = [words.say(RENEWAL, day=one.day, name=one.name, plan=one.plan) for one in care.due[:most]]
        lines.append(words.say(RENEWALS, contracts=_listed(renewals, len(care.due), words)))
    return [ReportSection(words.say(CARE), tuple(lines))] if lines else []


def _listed(named: list[str], count: int, words: MonthWords) -> str:
    more = [words.say(AND_MORE, count=count - len(named))] if count > len(named) else []
    return words.say(COMMA).join((*named, *more))


def _shortened(remark: str) -> str:
    return remark if len(remark) <= LONGEST_REMARK else f"{remark[: LONGEST_REMARK - 1]}…"


def _survey(survey: SurveyLine, words: MonthWords, most: int) -> list[str]:
    nps = survey.nps
    if nps is None or nps.shown is None or nps.margin is None or nps.soundness is Soundness.HIDDEN:
        lines = [words.say(SURVEY, name=survey.title, answers=survey.answers)]
    else:
        shown = {"nps": format_number(nps.shown), "margin": format_number(nps.margin)}
        lines = [words.say(SURVEY_NPS, name=survey.title, answers=survey.answers, **shown)]
    means = [one for one in survey.means if one[2] >= 5][:most]
    return lines + [words.say(MEAN, question=text, mean=format_number(mean, 1), answers=n) for text, mean, n in means]
