"""What each chart means, in plain words, with a tiny example and its formula: the text behind the (i) of its card."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.domain.explanations import Explanation
from app.domain.marking import QT_TRANSLATE_NOOP


class Chart(StrEnum):
    FLOW = "flow"
    SEGMENTS = "segments"
    SALES = "sales"
    STAKE = "stake"
    MEASURES = "measures"
    NPS = "nps"
    CONTRACTS = "contracts"


CHART_EXPLANATIONS: Mapping[Chart, Explanation] = {
    Chart.FLOW: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Who came and who was lost"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers count as coming while their last visit was within {window} days. Above the line: who kept coming, who came back "
            "after more than that, and who came for the first time. Below it: who no longer came by the end of the month.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 100 customers at the start of October, 88 of them also at its end: 88 kept coming, 12 lost.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Kept + lost = all at the start. New: first visit ever in the month. Back again: a visit in the month, neither among those at "
            "its start nor new. The running month goes up to today.",
        ),
    ),
    Chart.SEGMENTS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Groups: customers and sales"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "How many of your customers belong to each group, and how much of the sales of the last 365 days they bring.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: 30 of 200 customers are regulars (15.0%) and bring 42.0% of the sales."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers of the group ÷ all customers; net sales of the group in 365 days ÷ those of all. Who has left is not counted.",
        ),
    ),
    Chart.SALES: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "What the sales are made of"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Sales to customers are customers × visits each × amount a visit. The three lines show which of them moved.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: 100 customers × 1.5 visits × ¥4,000 = ¥600,000."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Visits of the month ÷ customers of the month; net sales ÷ visits. Sales without a customer are left out.",
        ),
    ),
    Chart.STAKE: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Gross profit at stake"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "How long customers have been away, and the gross profit these same customers brought in a year while they came. "
            "The longer they stay away, the less of it comes back by itself.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: ¥73,000 bought over two years at a profit share of 50%: ¥18,250 a year.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Gross profit so far ÷ years from the first to the last visit, at least one year. Who has left is not counted.",
        ),
    ),
    Chart.MEASURES: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "What the campaigns brought"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Profit on cost of each finished campaign, against people it was not sent to. Right of 0% it brought more than it cost. "
            "The line is the range of chance; an open mark means that nothing can be said.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 240 cards for ¥24,000 brought ¥43,200 more gross profit than without: (43,200 − 24,000) ÷ 24,000 = +80%.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "(People × effect for each − cost) ÷ cost. Where several are compared, only what outlasts that (10% false finds at most) "
            "is called a success.",
        ),
    ),
    Chart.CONTRACTS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "How long contracts last"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "The share of contracts that last longer than so many months, counted from the first day of each. Contracts that still run "
            "count as far as they have come.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: of 100 contracts 10 end in the first month: 90.0%. Of 60 that have come further 3 end in the second: 90% × 57 ÷ 60 = "
            "85.5%.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Product over the months of (were in it − ended in it) ÷ were in it (Kaplan–Meier), with its 95% range. Dashed: the "
            "shifted-beta-geometric curve fitted to it, shown only where it follows the curve.",
        ),
    ),
    Chart.NPS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Recommendation (NPS)"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Of the answers from 0 to 10, 9 and 10 would recommend you and 0 to 6 would not. NPS is the difference, from −100 to +100.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: of 100 answers 60 would recommend and 15 would not: NPS +45, give or take 15.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "100 × (would recommend − would not) ÷ answers, with its 95% range. Below 100 answers the range comes first; below 5 nothing "
            "is shown.",
        ),
    ),
}
