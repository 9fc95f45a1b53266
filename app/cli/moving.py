"""import, undo-import, export."""

from __future__ import annotations

import getpass
from pathlib import Path

from app.cli.call import Call, Outcome
from app.domain.exports import ExportWhat
from app.domain.marking import QT_TRANSLATE_NOOP


def export(call: Call) -> Outcome:
    from app.exchange.export import ExportStyle
    from app.services.exports import log_export, write_export

    path = Path(call.options.file)
    what = ExportWhat(call.options.what)
    with call.database() as database:
        with database.write() as session:
            plan = log_export(session, what, path, who=_who(), now=call.now)
        with database.read() as session:
            rows = write_export(session, path, plan, style=ExportStyle(call.options.style), language=call.language)
    line = call.say(QT_TRANSLATE_NOOP("CommandLine", "Rows written to {file}: {rows}"), file=path, rows=rows)
    return Outcome({"file": path, "what": what, "rows": rows, "columns": list(plan.columns)}, [line])


def _who() -> str:
    """The account at work; a machine may have none with a name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
