"""What each figure means, in plain words, with a tiny example and its formula: the text behind every (i).

Whoever shows one translates each part under the context "Explanations" and fills `{window}` (the shop's usual number of days) and
`{months}` (how far apart the return rate looks twice).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.marking import QT_TRANSLATE_NOOP

CONTEXT = "Explanations"


class Figure(StrEnum):
    RETURN_RATE = "return_rate"
    REPURCHASE = "repurchase"
    SECOND_VISIT = "second_visit"
    COHORTS = "cohorts"
    CUSTOMER_MAP = "customer_map"
    ACTIVE_RATIO = "active_ratio"
    AVERAGE_AMOUNT = "average_amount"
    TOTAL_AMOUNT = "total_amount"
    LIFETIME_PROFIT = "lifetime_profit"
    AMOUNT_PER_CUSTOMER = "amount_per_customer"
    VISITS_PER_CUSTOMER = "visits_per_customer"
    PRODUCT_GROUPS = "product_groups"
    VISITS_THIS_MONTH = "visits_this_month"
    WELCOME_BACK = "welcome_back"
    NOT_SEEN_LATELY = "not_seen_lately"
    SLIPPING = "slipping"
    RHYTHM = "rhythm"
    GROUPS = "groups"
    CHANCE = "chance"
    WITHOUT_CUSTOMER = "without_customer"


@dataclass(frozen=True, slots=True)
class Explanation:
    title: str
    words: str
    example: str
    formula: str


EXPLANATIONS: Mapping[Figure, Explanation] = {
    Figure.RETURN_RATE: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Return rate"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Of the customers who were with you {months} months before (who had visited within {window} days), the share who still come.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 200 customers {months} months before, 137 of them visited lately. 137 ÷ 200 = 68.5%.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers active then and active now ÷ customers active then. New customers do not count.",
        ),
    ),
    Figure.REPURCHASE: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Month to next month"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Of the customers who bought in a month, the share who also bought in the month after.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 80 customers bought in May, 28 of them again in June. 28 ÷ 80 = 35.0%.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Customers of both months ÷ customers of the first month."),
    ),
    Figure.SECOND_VISIT: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Second visit"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Of the customers whose first visit was at least 90 days ago, the share who came a second time within 90 days of it.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 50 customers came first long enough ago, 27 came again in time. 27 ÷ 50 = 54.0%.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Second visit within the days ÷ first visit at least that many days ago."),
    ),
    Figure.COHORTS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Return by first-visit month"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "A row holds the customers who first came in that month. Further to the right, more time has passed since their first visit.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 40 customers first came in April, 20 of them came in May. The cell “1 month” shows 50.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers of the row who came in that month ÷ customers of the row. The running month stays blank.",
        ),
    ),
    Figure.CUSTOMER_MAP: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Customer map"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Down: how long ago the last visit was. Across: how often a customer came within the last 365 days. "
            "Press a cell to see the names.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: last visit 20 days ago, 9 visits within a year: top row, “8–14 visits”, a regular.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Solid frame: 8 visits or more, the last within 60 days. Dashed frame: 8 visits or more, the last over 120 days ago.",
        ),
    ),
    Figure.ACTIVE_RATIO: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Active customers"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Of all customers who ever bought, the share who visited within the last {window} days.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 850 customers ever bought, 340 visited lately. 340 ÷ 850 = 40.0%.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers with a visit within {window} days ÷ customers with any purchase.",
        ),
    ),
    Figure.AVERAGE_AMOUNT: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Average purchase"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "What one receipt comes to on average. Receipts taken back in full do not count.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: ¥5,000, ¥7,000 and ¥9,000 make ¥7,000 on average."),
        QT_TRANSLATE_NOOP("Explanations", "Sum of the receipts above zero ÷ their number."),
    ),
    Figure.TOTAL_AMOUNT: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Purchases in all"),
        QT_TRANSLATE_NOOP("Explanations", "Everything this customer has bought so far, less what was given back."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: two purchases of ¥6,000 and ¥500 given back make ¥11,500. Two receipts on one day are one visit.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Sum of all receipts, refunds taken off on their day."),
    ),
    Figure.LIFETIME_PROFIT: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Lifetime profit per customer"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "The gross profit one customer has brought so far, on average. It is profit, not sales.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: purchases of ¥100,000 at a profit share of 60% make ¥60,000."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Each purchase × the share of profit of its product (else of its group or the shop), added up ÷ customers who have bought. "
            "Points that paid for a part count with the costs of the points.",
        ),
    ),
    Figure.AMOUNT_PER_CUSTOMER: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Purchases per customer"),
        QT_TRANSLATE_NOOP("Explanations", "What one customer bought in the period, on average. Who did not come at all is left out."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 300 customers bought for ¥9,000,000 in all: ¥30,000 each."),
        QT_TRANSLATE_NOOP("Explanations", "Net sales of the period to customers ÷ those who came in it."),
    ),
    Figure.VISITS_PER_CUSTOMER: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Visits per customer"),
        QT_TRANSLATE_NOOP("Explanations", "How often one customer came in the period, on average. Two receipts on one day are one visit."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 300 customers came 1,260 times: 4.2 visits each."),
        QT_TRANSLATE_NOOP("Explanations", "Visits of the period ÷ customers who came in it."),
    ),
    Figure.PRODUCT_GROUPS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Product groups per customer"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "From how many of your product groups one customer bought in the period, on average. More groups make a closer bond.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: cut and hair care are two groups; who buys only cuts counts as one."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Groups from which something was bought and kept in the period ÷ customers who came in it. "
            "The group is that of the product, else the one on the receipt.",
        ),
    ),
    Figure.VISITS_THIS_MONTH: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Visitors this month"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers who came this month up to today, beside those who came last month up to the same day. Each counts once.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: on 20 November, 1–20 November stands beside 1–20 October."),
        QT_TRANSLATE_NOOP("Explanations", "Different customers with a purchase from the 1st up to and with today."),
    ),
    Figure.WELCOME_BACK: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Welcome back"),
        QT_TRANSLATE_NOOP("Explanations", "Customers who came this month after staying away for 90 days or more."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: last here on 3 August, back on 1 November: 90 days, so this customer counts.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "A visit this month with at least 90 days since the visit before."),
    ),
    Figure.NOT_SEEN_LATELY: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Not seen lately"),
        QT_TRANSLATE_NOOP("Explanations", "Customers who are past 1.5 times their own usual gap between visits."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: somebody who comes every 40 days is listed from the 60th day, and needs attention from the 80th.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Days since the last visit ≥ 1.5 × usual gap, and not yet long away."),
    ),
    Figure.SLIPPING: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Slipping customers"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers who are past 1.5 times their usual gap between visits. A word now often brings them back.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: usually every 35 days, now 71 days ago."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Days since the last visit ≥ 1.5 × usual gap; newcomers of the last 60 days and those long away are apart.",
        ),
    ),
    Figure.RHYTHM: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Usual gap"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "The middle one of the gaps between this customer's visits. Before the fourth visit, that of similar customers is used.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: gaps of 30, 35 and 90 days give 35 days; one long gap does not change the habit.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Median of the days between visits, from 4 visits on."),
    ),
    Figure.GROUPS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Groups of customers"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Every customer is in exactly one group. The first that fits counts: new, away, slipping, regulars, room to grow, steady.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: first visit 20 days ago: new, whatever was bought."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "New: first visit within 60 days. Away: over {window} days and 2.5 usual gaps. Slipping: 1.5 usual "
            "gaps. Regulars: visits and amount among the best 40%. Room to grow: few visits, but at least the "
            "middle amount per visit.",
        ),
    ),
    Figure.CHANCE: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Range of chance"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "If the same were done 100 times, the true value would lie in such a range about 95 times. Fewer people, wider range.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Example: 8 of 10 may stand for anything from 49% to 94%; 800 of 1,000 for 77% to 82%.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "95% interval of a share after Wilson. Below 30 people a figure is for reference only.",
        ),
    ),
    Figure.WITHOUT_CUSTOMER: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Sales without a customer"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Sales that carry nobody's name. They count as sales, but no figure about customers knows them.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: ¥120,000 of ¥1,000,000 were sold without a name: 12.0%."),
        QT_TRANSLATE_NOOP("Explanations", "Net sales without a customer ÷ all net sales."),
    ),
}
