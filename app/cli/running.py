"""Running a verb: its arguments read, the work done, the outcome or the reason against it said."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from app.cli.call import DONE, FAULT, REFUSED, USAGE, Call, Outcome, Warned, plain
from app.cli.out import put_out
from app.cli.parser import Misused, build_parser
from app.cli.verbs import VERBS
from app.domain.errors import Cancelled, DomainError, StorageProblem
from app.domain.marking import QT_TRANSLATE_NOOP
from app.words import LANGUAGES, Catalogue, system_language

log = logging.getLogger(__name__)

STOPPED = QT_TRANSLATE_NOOP("CommandLine", "Stopped. Nothing was changed.")
UNSAID = QT_TRANSLATE_NOOP("CommandLine", "The verb has ended, but its answer cannot be written: {reason}.")
BUG = QT_TRANSLATE_NOOP(
    "CommandLine",
    "Something went wrong inside the program ({kind}). What was saved before is safe. Run it again with OKAERI_DEBUG=1 for details.",
)


def run(argv: Sequence[str]) -> int:
    """Do what the arguments ask and return the exit code. Nothing is raised."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    language = _language(argv)
    translate = Catalogue.load(language).tr if {"-h", "--help"} & set(argv) else lambda _context, source: source
    try:
        options = build_parser(translate).parse_args(list(argv))
    except SystemExit as stop:
        try:
            put_out("", sys.stdout)
        except OSError as error:
            return _refuse(str(error.strerror), error, FAULT, wants_json=False)
        return DONE if not stop.code else USAGE
    except Misused as error:
        if "--json" in argv:
            put_out(json.dumps({"error": str(error), "kind": "Usage"}, ensure_ascii=False), sys.stdout)
        return USAGE
    call = Call(options, _data_dir(options), language, datetime.now(UTC))
    wants_json = getattr(options, "json", False)
    try:
        module, function = VERBS[options.verb]
        outcome: Outcome = getattr(import_module(f"app.cli.{module}"), function)(call)
    except Warned as error:
        texts = [str(warning["text"]) for warning in error.warnings]
        return _refuse(" ".join([call.sentence(error), *texts]), error, REFUSED, wants_json, warnings=plain(error.warnings))
    except DomainError as error:
        return _refuse(call.refusal(error), error, REFUSED, wants_json, field=error.field)
    except (Cancelled, KeyboardInterrupt) as error:
        return _refuse(call.say(STOPPED), error, REFUSED, wants_json)
    except StorageProblem as error:
        return _refuse(call.sentence(error), error, FAULT, wants_json)
    except Exception as error:
        return _refuse(call.say(BUG, kind=type(error).__name__), error, FAULT, wants_json)
    said = json.dumps(plain(outcome.facts), ensure_ascii=False, allow_nan=False) if wants_json else "\n".join(outcome.lines)
    try:
        put_out(said, sys.stdout)
    except OSError as error:
        return _refuse(call.say(UNSAID, reason=error.strerror), error, FAULT, wants_json=False)
    if outcome.complaint:
        put_out(outcome.complaint, sys.stderr)
    return outcome.code


def _language(argv: Sequence[str]) -> str:
    for number, argument in enumerate(argv):
        if argument == "--language" and number + 1 < len(argv):
            return argv[number + 1] if argv[number + 1] in LANGUAGES else "en"
        if argument.startswith("--language="):
            return argument.partition("=")[2] if argument.partition("=")[2] in LANGUAGES else "en"
    return system_language()


def _data_dir(options: Any) -> Path:
    from app.paths import default_data_dir, demo_data_dir

    is_demo = getattr(options, "demo", False)
    named = getattr(options, "data_dir", None)
    if named is None:
        return demo_data_dir() if is_demo else default_data_dir()
    return Path(named) / "demo" if is_demo else Path(named)


def _refuse(sentence: str, error: BaseException, code: int, wants_json: bool, **facts: object) -> int:
    if os.environ.get("OKAERI_DEBUG"):
        log.error("%s", sentence, exc_info=error)
    put_out(sentence, sys.stderr)
    if wants_json:
        put_out(json.dumps({"error": sentence, "kind": type(error).__name__, **facts}, ensure_ascii=False), sys.stdout)
    return code
