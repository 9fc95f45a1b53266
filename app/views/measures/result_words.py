"""What is said of a campaign's result, on the screen and on paper."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from app.domain.errors import in_a_row
from app.domain.measure_results import Pooled, Verdict
from app.domain.measure_view import BALANCE_WORDS, Band, KindResults, MeasureResult, ResultChartWords
from app.domain.measures import KIND_LABELS, MeasureChannel, MeasureState
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_number, format_percent, format_points_change, round_half_up
from app.views.labels import label_of
from app.views.labels_figures import people_count
from app.views.measures.list_words import VERDICT_CHIPS
from app.views.moments import day_text
from app.views.moments import language as spoken
from app.views.theme import Tone

MOST_NEEDED = 10_000
"""More people than this no small shop reaches."""


class ResultWords(QObject):
    """Sentences about one result as it stands on `today`."""

    def __init__(self, result: MeasureResult, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result = result
        self._today = today

    def money(self, minor: float) -> str:
        return format_money(int(round_half_up(minor)), currency_of(self.result.currency), spoken())

    def day(self, day: date) -> str:
        return day_text(day, today=self._today)

    def counted_on(self) -> str:
        """The day the result stands for: of a finished campaign the day it was known, so that it is the same on any later day."""
        return day_text(min(self._today, self.result.ends_on))

    def chip(self) -> tuple[str, Tone]:
        if self.result.state is MeasureState.STOPPED:
            return self.tr("Stopped"), Tone.NEUTRAL
        if not self.result.is_complete:
            return self.tr("Running"), Tone.INFO
        return label_of(self.result.verdict, VERDICT_CHIPS, "Measures"), self.tone()

    def reached(self) -> str:
        """What those are called who got it."""
        return {
            MeasureChannel.CALLS: self.tr("called"),
            MeasureChannel.POINTS: self.tr("given points"),
            MeasureChannel.EMAIL: self.tr("written an e-mail"),
            MeasureChannel.LIST: self.tr("on the list"),
        }.get(self.result.channel, self.tr("sent to"))

    def dates(self) -> str:
        """From the first to the last day, short enough for a head line."""
        found = self.result
        text = self.tr("{start} to {end}").format(start=self.day(found.sent_on), end=self.day(found.ends_on))
        return self.tr("{text} · drawn outside").format(text=text) if found.is_outside else text

    def fact(self) -> str:
        found = self.result
        known = {"start": self.day(found.sent_on), "end": self.day(found.ends_on), "sent": people_count(found.n_sent)}
        known |= {"held": people_count(found.n_held), "reached": self.reached()}
        text = self.tr("{start} to {end} · {reached} {sent}, held back {held}").format(**known)
        return self.tr("{text} · drawn outside").format(text=text) if found.is_outside else text

    def tone(self) -> Tone:
        if not self.result.is_complete and self.result.n_held:
            return Tone.INFO
        tones = {Verdict.WORKS: Tone.OK, Verdict.MAY_HAVE_DONE_HARM: Tone.DANGER, Verdict.NO_HOLDOUT: Tone.DANGER}
        return tones.get(self.result.verdict, Tone.WARN)

    def verdict(self) -> str:
        found = self.result
        if found.verdict is Verdict.NO_HOLDOUT:
            return self.tr("For reference only: there is nothing to compare with")
        if not found.is_complete:
            return self.tr("Visits still count")
        words = {
            Verdict.WORKS: self.tr("It can be said that this campaign worked"),
            Verdict.NOT_YET_CLEAR: self.tr("Nothing can be said yet"),
            Verdict.MAY_HAVE_DONE_HARM: self.tr("It may have done harm"),
            Verdict.REFERENCE: self.tr("For reference"),
        }
        return words[found.verdict]

    def headline(self) -> str:
        found, effect = self.result, self.result.cuped
        if found.verdict is Verdict.NO_HOLDOUT:
            return self.tr("Whether it worked cannot be known. Next time, leave out some people to compare with.")
        if not found.is_complete:
            known = {"day": found.day, "days": found.days, "date": self.day(found.ends_on)}
            return self.tr("Day {day} of {days}. The verdict is known on {date}.").format(**known)
        if effect is None:
            return self.tr("With fewer than 30 people in the smaller group, only the counts are shown.")
        if found.verdict is Verdict.REFERENCE:
            return self.tr("The smaller group has only %n people, so there is no verdict.", "", found.smaller)
        if found.verdict is Verdict.NOT_YET_CLEAR:
            return self._open_question()
        more = found.rate is not None and found.rate.low > 0
        if found.verdict is Verdict.WORKS and more and found.rate is not None:
            back = int(round_half_up(found.rate.difference * found.n_sent))
            return self.tr("About %n customer(s) came back who would not have come otherwise", "", back)
        amount = self.money(abs(effect.effect))
        if effect.effect > 0:
            return self.tr("Each of those it was sent to brought about {amount} more gross profit").format(amount=amount)
        return self.tr("Each of those it was sent to brought about {amount} less gross profit").format(amount=amount)

    def words(self) -> str:
        """What the headline rests on."""
        found, effect = self.result, self.result.cuped
        if not found.is_complete or not found.n_held:
            sent = self.tr("Of {sent} {reached}, {came} have come.").format(
                sent=people_count(found.n_sent), came=people_count(found.came_sent), reached=self.reached()
            )
            if not found.n_held:
                return sent
            held = self.tr("Of {held} held back, {came} have come.").format(
                held=people_count(found.n_held), came=people_count(found.came_held)
            )
            return in_a_row(sent, held)
        if effect is None:
            return self.tr("Compared would be {sent} with {held}.").format(sent=people_count(found.n_sent), held=people_count(found.n_held))
        known = {"held": people_count(found.n_held), "low": self.money(effect.low), "high": self.money(effect.high)}
        text = self.tr("Compared with {held} it was not sent to. Allowing for chance, {low} to {high} of gross profit each (95% sure).")
        if found.verdict is Verdict.WORKS and found.rate is not None and found.rate.low > 0:
            people = (int(round_half_up(share * found.n_sent)) for share in (found.rate.low, found.rate.high))
            known["few"], known["many"] = (format_number(number) for number in people)
            text = self.tr("Compared with {held} it was not sent to. Allowing for chance, between {few} and {many} people (95% sure).")
        return text.format(**known)

    def factor(self) -> tuple[str, str]:
        """What came back for each unit of money spent, and its range; empty unless it worked."""
        roi = self.result.roi
        if self.result.verdict is not Verdict.WORKS or roi is None or roi.value is None or roi.low is None or roi.high is None:
            return "", ""
        value, low, high = (format_number(one + 1, 1) for one in (roi.value, roi.low, roi.high))
        return self.tr("{factor} times").format(factor=value), self.tr("between {low} and {high} times").format(low=low, high=high)

    def difference(self) -> str:
        between = self.result.rate
        if between is None:
            return ""
        known = {"points": format_points_change(between.difference), "low": format_points_change(between.low)}
        return self.tr("Difference {points} points ({low} to {high})").format(**known, high=format_points_change(between.high))

    def return_words(self) -> str:
        roi, chance = self.result.roi, self.result.chance
        if roi is None:
            return ""
        if roi.value is None or roi.low is None or roi.high is None:
            return self.tr("No cost is noted, so there is no profit on cost.")
        known = {name: format_percent(getattr(roi, name), 0) for name in ("value", "low", "high")}
        if self.result.is_reference:
            return self.tr("For reference: most likely {value}, between {low} and {high}.").format(**known)
        if roi.low > 0:
            text = self.tr("Most likely {value}. Even at the low end of what was counted, {low}, nothing is lost.").format(**known)
        elif roi.high < 0:
            text = self.tr("Most likely {value}. Even at the high end, {high}, the cost does not come back.").format(**known)
        else:
            text = self.tr("Most likely {value}; between {low} and {high} both loss and gain are possible.").format(**known)
        if chance is not None:
            text = in_a_row(
                text,
                self.tr("Effects are usually smaller than what is counted once: allowing for that, a gain is {chance} likely.").format(
                    chance=format_percent(chance, 0)
                ),
            )
        return text

    def last_touch(self) -> str:
        amount = self.money(self.result.last_touch)
        text = self.tr("All that those it was sent to bought: {amount}. Most of it would have come anyway, so it is no effect.")
        return text.format(amount=amount)

    def warnings(self) -> list[str]:
        """What speaks against trusting the comparison."""
        found = self.result
        said = []
        if found.is_as_drawn is False:
            said.append(self.tr("The sizes of the two groups do not come from such a draw. Please do not rely on this result."))
        unlike = [label_of(row.trait, BALANCE_WORDS, "Measures") for row in found.balance if not row.is_alike]
        if unlike:
            text = self.tr("The two groups were not alike before: {traits}. Please do not rely on this result.")
            said.append(text.format(traits=self.tr(", ").join(unlike)))
        return said

    def pooled(self, kind: KindResults) -> str:
        """All campaigns of the kind as one; empty while there are fewer than two."""
        pooled = kind.pooled
        if pooled is None or pooled.count < 2:
            return ""
        known = {"kind": label_of(kind.kind, KIND_LABELS, "Measures"), "count": pooled.count}
        known |= {name: self.money(getattr(pooled, name)) for name in ("effect", "low", "high")}
        text = self.tr("All {count} campaigns “{kind}” together: {effect} of gross profit each ({low} to {high}).").format(**known)
        return in_a_row(text, self._pooled_verdict(pooled))

    def band(self, band: Band) -> str:
        if band.high is None:
            return self.tr("{low} days or more").format(low=band.low)
        return self.tr("{low} to {high} days").format(low=band.low, high=band.high)

    def chart_words(self) -> ResultChartWords:
        found, roi = self.result, self.result.roi
        value, low, high = (None, None, None) if roi is None else (roi.value, roi.low, roi.high)
        return ResultChartWords(
            sent=self.tr("It was sent to"),
            held=self.tr("Held back"),
            sent_note=self._of(found.came_sent, found.n_sent),
            held_note=self._of(found.came_held, found.n_held),
            sent_short=self.tr("Sent {percent}").format(percent=format_percent(found.sent_rate.rate)),
            held_short=self.tr("Held back\n{percent}").format(percent=format_percent(found.held_rate.rate)),
            start=self.tr("Sent"),
            week=self.tr("week {n}"),
            between=self.tr("What it brought"),
            loss=self.tr("Loss"),
            gain=self.tr("Gain"),
            value=self.tr("Most likely {percent}").format(percent=format_percent(value, 0)),
            low=self.tr("Low {percent}").format(percent=format_percent(low, 0)),
            high=self.tr("High {percent}").format(percent=format_percent(high, 0)),
        )

    def _of(self, came: int, people: int) -> str:
        return self.tr("{came} of {people}").format(came=format_number(came), people=people_count(people))

    def _open_question(self) -> str:
        needed, effect = self.result.needed, self.result.cuped
        if effect is None or effect.effect <= 0 or not needed:
            return self.tr("No gain can be seen against those held back")
        if needed > MOST_NEEDED:
            return self.tr("The effect, if there is one, is too small to be seen with this shop's numbers")
        words = self.tr("About {count} more people would settle it, were the difference seen the true one")
        return words.format(count=format_number(needed))

    def _pooled_verdict(self, pooled: Pooled) -> str:
        if pooled.low > 0:
            return self.tr("Together they worked.")
        return self.tr("Together they may have done harm.") if pooled.high < 0 else self.tr("Together nothing can be said yet.")
