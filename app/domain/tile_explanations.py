"""What each figure of a period means, for its (i): those of domain.explanations where one is there already."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.explanations import EXPLANATIONS, Explanation, Figure
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.tiles import TileKey

OF_OWN_DATES = Explanation(
    QT_TRANSLATE_NOOP("Explanations", "Return rate"),
    QT_TRANSLATE_NOOP(
        "Explanations",
        "Of the customers who were with you on the first day (who had visited within {window} days), the share who still come on the last.",
    ),
    QT_TRANSLATE_NOOP("Explanations", "Example: 200 customers on the first day, 137 of them still come on the last. 137 ÷ 200 = 68.5%."),
    EXPLANATIONS[Figure.RETURN_RATE].formula,
)
"""The return rate between two days of one's own."""
TILE_EXPLANATIONS: Mapping[TileKey, Explanation] = {
    TileKey.RETURN_RATE: EXPLANATIONS[Figure.RETURN_RATE],
    TileKey.CHURN: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "No longer coming"),
        QT_TRANSLATE_NOOP("Explanations", "Of the very customers of the return rate, the share who no longer come. Both make 100%."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 200 customers at the beginning, 63 of them not seen lately. 63 ÷ 200 = 31.5%."),
        QT_TRANSLATE_NOOP("Explanations", "100% − return rate. Usual in general, over a whole year: 10–30%."),
    ),
    TileKey.REPURCHASE: EXPLANATIONS[Figure.REPURCHASE],
    TileKey.SECOND_VISIT_90: EXPLANATIONS[Figure.SECOND_VISIT],
    TileKey.SECOND_VISIT_180: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Second visit in 180 days"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Of the customers whose first visit was at least 180 days ago, the share who came a second time within 180 days of it.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: 50 customers came first long enough ago, 31 came again in time. 31 ÷ 50 = 62.0%."),
        QT_TRANSLATE_NOOP("Explanations", "Second visit within the days ÷ first visit at least that many days ago."),
    ),
    TileKey.SECOND_VISIT_365: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Second visit in a year"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Of the customers whose first visit was at least 365 days ago, the share who came a second time within 365 days of it.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: 40 customers came first long enough ago, 30 came again in time. 30 ÷ 40 = 75.0%."),
        QT_TRANSLATE_NOOP("Explanations", "Second visit within the days ÷ first visit at least that many days ago."),
    ),
    TileKey.ACTIVE_RATIO: EXPLANATIONS[Figure.ACTIVE_RATIO],
    TileKey.AVERAGE_AMOUNT: EXPLANATIONS[Figure.AVERAGE_AMOUNT],
    TileKey.PROFIT_TO_DATE: EXPLANATIONS[Figure.LIFETIME_PROFIT],
    TileKey.PROFIT_EXPECTED: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Lifetime profit to come"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "The gross profit one customer is still expected to bring, from how your own customers came back so far. "
            "What is far off counts less. It is a forecast: how far it missed the last six months stands beside it.",
        ),
        QT_TRANSLATE_NOOP(
            "Explanations", "Example: 6 purchases expected of ¥5,000 each at a profit share of 60% make about ¥16,000 today."
        ),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Profit share × expected amount × expected purchases, each year to come taken at 10% less (models BG/NBD and gamma-gamma). "
            "Shown from 200 customers on, and never when it missed the last six months by more than 25%.",
        ),
    ),
    TileKey.AMOUNT_PER_CUSTOMER: EXPLANATIONS[Figure.AMOUNT_PER_CUSTOMER],
    TileKey.VISITS_PER_CUSTOMER: EXPLANATIONS[Figure.VISITS_PER_CUSTOMER],
    TileKey.GROUPS_PER_CUSTOMER: EXPLANATIONS[Figure.PRODUCT_GROUPS],
    TileKey.TOUCH_POINTS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Touch points per customer"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "How often you and a customer were in touch: visits, talks and calls, e-mails, cards and letters. Remarks you note are none.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: two visits and a card for one customer, one call for another: 4 ÷ 2 = 2.0."),
        QT_TRANSLATE_NOOP("Explanations", "Touch points of the period ÷ customers with at least one."),
    ),
    TileKey.SATISFACTION: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Satisfaction"),
        QT_TRANSLATE_NOOP("Explanations", "How customers answered the scales of your surveys, brought to 1 (poor) to 5 (good)."),
        QT_TRANSLATE_NOOP("Explanations", "Example: answers of 5, 4 and 3 make 4.00."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Mean over all answers of the period, each the mean of its scales. The range says what may be chance. Shown from 5 answers on.",
        ),
    ),
    TileKey.NPS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "NPS"),
        QT_TRANSLATE_NOOP("Explanations", "How many customers would recommend you (9 or 10), less those who would not (0 to 6), of 100."),
        QT_TRANSLATE_NOOP("Explanations", "Example: of 50 answers 25 are 9 or 10 and 10 are 0 to 6: 50% − 20% = 30."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "100 × (9 and 10 − 0 to 6) ÷ answers; of each person and wave the latest answer. Below 100 answers, look at the range first.",
        ),
    ),
    TileKey.GOOD_CUSTOMERS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Regulars among customers"),
        QT_TRANSLATE_NOOP("Explanations", "How many of your customers are regulars: they come often and buy much."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 165 regulars of 850 customers: 19.4%."),
        QT_TRANSLATE_NOOP("Explanations", "Regulars ÷ all customers who have bought and not left."),
    ),
    TileKey.GOOD_SALES: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Sales to regulars"),
        QT_TRANSLATE_NOOP("Explanations", "How much of what customers buy is bought by your regulars."),
        QT_TRANSLATE_NOOP("Explanations", "Example: ¥6,200,000 of ¥10,000,000 in a year: 62.0%."),
        QT_TRANSLATE_NOOP("Explanations", "Net sales of 365 days to regulars ÷ those to all customers who have not left."),
    ),
    TileKey.SLIPPING: EXPLANATIONS[Figure.SLIPPING],
    TileKey.NOT_CONTACTED: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Not contacted lately"),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Customers with whom nobody was in touch for {window} days: no visit, no talk or call, no e-mail, no card. "
            "The list begins with the longest ago.",
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: last visit in March, a card in April, nothing since: on the list from July on."),
        QT_TRANSLATE_NOOP("Explanations", "Whoever does not want to be contacted, has left or was added lately is not on it."),
    ),
    TileKey.SALES: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Net sales"),
        QT_TRANSLATE_NOOP(
            "Explanations", "Everything sold in the period, less what was given back in it. Sales without a customer are in it."
        ),
        QT_TRANSLATE_NOOP("Explanations", "Example: ¥520,000 sold and ¥20,000 given back make ¥500,000."),
        QT_TRANSLATE_NOOP("Explanations", "Sum of all receipts; refunds count on the day of the refund."),
    ),
    TileKey.VISITORS: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Visitors"),
        QT_TRANSLATE_NOOP("Explanations", "Customers who came in the period. Each counts once, however often."),
        QT_TRANSLATE_NOOP("Explanations", "Example: somebody who came three times in October is one visitor of October."),
        QT_TRANSLATE_NOOP("Explanations", "Different customers with a purchase in the period."),
    ),
    TileKey.COVERAGE: EXPLANATIONS[Figure.WITHOUT_CUSTOMER],
    TileKey.RENEWAL_RATE: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Contracts that go on"),
        QT_TRANSLATE_NOOP("Explanations", "Of the contracts that ran twelve months before the last day, the share that still run on it."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 40 contracts a year before, 34 of them still run: 34 ÷ 40 = 85.0%."),
        QT_TRANSLATE_NOOP(
            "Explanations", "Still running ÷ running twelve months before. New contracts count in neither; a pause is no end."
        ),
    ),
    TileKey.CONTRACT_CHURN: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Contracts ended"),
        QT_TRANSLATE_NOOP("Explanations", "Of the very same contracts, the share that no longer run. Both make 100%."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 40 contracts a year before, 6 of them ended: 6 ÷ 40 = 15.0%."),
        QT_TRANSLATE_NOOP("Explanations", "100% − contracts that go on. Usual in general, over a whole year: 10–30%."),
    ),
    TileKey.SOLVED: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Voices solved in 30 days"),
        QT_TRANSLATE_NOOP("Explanations", "Of the voices whose 30 days ended in the period, the share that was closed in time."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 50 voices, 47 closed within 30 days: 47 ÷ 50 = 94.0%."),
        QT_TRANSLATE_NOOP("Explanations", "What was received less than 30 days before the end of the period counts in neither."),
    ),
    TileKey.FIRST_REPLY: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Hours to the first reply"),
        QT_TRANSLATE_NOOP("Explanations", "How many hours it took on average to reply, over the voices first replied to in the period."),
        QT_TRANSLATE_NOOP("Explanations", "Example: replied to after 1 hour and after 5 hours: 3.0 hours."),
        QT_TRANSLATE_NOOP("Explanations", "Sum of the hours ÷ number of voices; nights and closed days count. Who still waits does not."),
    ),
    TileKey.WIN_RATE: Explanation(
        QT_TRANSLATE_NOOP("Explanations", "Suggestions accepted"),
        QT_TRANSLATE_NOOP("Explanations", "Of the suggestions that customers decided in the period, the share they accepted."),
        QT_TRANSLATE_NOOP("Explanations", "Example: 12 accepted and 8 declined: 12 ÷ 20 = 60.0%."),
        QT_TRANSLATE_NOOP(
            "Explanations",
            "Accepted ÷ (accepted + declined); what is still open or was not made counts in neither. "
            "Usual in general: 60–70% of existing customers, 5–20% of new ones.",
        ),
    ),
}
