"""clv fit, clv sbg: models of what customers are still worth."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from app.cli.call import REFUSED, Call, Outcome
from app.domain.lifetime_models import FEWEST_CUSTOMERS, FEWEST_MONTHS, FEWEST_REPEATERS, LARGEST_MISS, LifetimeFit
from app.domain.marking import QT_TRANSLATE_NOOP

_TOO_LITTLE = QT_TRANSLATE_NOOP(
    "CommandLine",
    "There is too little to fit: {customers} customers, {repeaters} of whom came again, and {months} months are needed. Nothing was done.",
)
_NO_COHORT = QT_TRANSLATE_NOOP(
    "CommandLine", "These are no survivors of one cohort: at least three numbers that fall, the first above zero. Nothing was done."
)
_BUYING = QT_TRANSLATE_NOOP("CommandLine", "Buying (BG/NBD), in weeks: r {r:.4f}, alpha {alpha:.4f}, a {a:.4f}, b {b:.4f}")
_SPENDING = QT_TRANSLATE_NOOP("CommandLine", "Spending (gamma-gamma): p {p:.4f}, q {q:.4f}, v {v:.2f}")
_FORETOLD = QT_TRANSLATE_NOOP(
    "CommandLine", "Of the last {months} months {expected} purchases were foretold; there were {actual}: a miss of {error}."
)
_NOT_SHOWN = QT_TRANSLATE_NOOP("CommandLine", "A forecast that misses by more than {most} is not shown in the window.")
_ENDING = QT_TRANSLATE_NOOP("CommandLine", "Ending (sBG): alpha {alpha:.3f}, beta {beta:.3f}")


def clv(call: Call) -> Outcome:
    return _sbg(call) if call.options.act == "sbg" else _fit(call)


def _fit(call: Call) -> Outcome:
    from app.analytics.contract_survival import NoFit
    from app.queries.figures import default_as_of
    from app.queries.lifetimes import lifetime_fit
    from app.queries.shop import shop_zone

    with call.database() as database, database.read() as session:
        as_of = call.options.as_of or default_as_of(session, call.today(shop_zone(session)))
        try:
            fit = lifetime_fit(session, as_of)
        except NoFit:
            needed = {"customers": FEWEST_CUSTOMERS, "repeaters": FEWEST_REPEATERS, "months": FEWEST_MONTHS}
            said = call.say(_TOO_LITTLE, **needed)
            return Outcome({"error": said, "as_of": as_of}, [], REFUSED, said)
    facts: dict[str, Any] = {
        "as_of": as_of,
        "unit": "week",
        "customers": fit.customers,
        "repeaters": fit.repeaters,
        "bgnbd": asdict(fit.bgnbd),
        "gamma_gamma": None if fit.gamma_gamma is None else asdict(fit.gamma_gamma),
        "backtest": None if fit.backtest is None else asdict(fit.backtest),
    }
    return Outcome(facts, _lines(call, fit))


def _lines(call: Call, fit: LifetimeFit) -> list[str]:
    lines = [call.say(_BUYING, **asdict(fit.bgnbd))]
    if fit.gamma_gamma is not None:
        lines.append(call.say(_SPENDING, **asdict(fit.gamma_gamma)))
    told = fit.backtest
    if told is not None:
        error = "—" if told.error is None else f"{told.error:+.1%}"
        lines.append(call.say(_FORETOLD, months=told.months, expected=round(told.expected), actual=told.actual, error=error))
        if not told.is_good:
            lines.append(call.say(_NOT_SHOWN, most=f"{LARGEST_MISS:.0%}"))
    return lines


def _sbg(call: Call) -> Outcome:
    from app.analytics.contract_survival import NoFit, fit_sbg

    try:
        found = fit_sbg(call.options.survivors)
    except NoFit:
        said = call.say(_NO_COHORT)
        return Outcome({"error": said}, [], REFUSED, said)
    return Outcome(asdict(found), [call.say(_ENDING, **asdict(found))])
