"""The developer's one tool, standard library only: run, test, lock, translations, build, bench.

    python3 dev.py run [arguments of the program]
    python3 dev.py test [arguments of pytest]

On a fresh machine both make `.venv` from the pinned lock first; later starts only compare a stamp.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "okaeri-stamp.json"
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}
I18N = ROOT / "resources" / "i18n"

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libcups.so.2": "libcups2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TEST_TOOLS = {"xvfb-run": "xvfb", "xauth": "xauth", "pdftoppm": "poppler-utils", "qpdf": "qpdf"}
OLDEST_PYTHON = (3, 11)
OPTIONS_WITH_VALUE = {"--data-dir", "--language", "--theme", "--screenshots"}


class Trouble(Exception):
    """One sentence for the developer; nothing more can be done here."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, quiet: bool = False) -> int:
    import subprocess

    output = subprocess.DEVNULL if quiet else None
    return subprocess.call([str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}, stdout=output, stderr=output)


# ── the machine ──────────────────────────────────────────────────────────────────────────────────────────────────────


def missing_packages(*, window: bool, tests: bool) -> list[str]:
    """Names of the Debian packages whose library or tool is not on this machine."""
    import shutil

    wanted = {**LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    missing = [package for library, package in wanted.items() if not _can_load(library)]
    if tests:
        missing += [package for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None]
    return missing


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str]) -> bool:
    """Install where we may; otherwise print the one command and say so with False."""
    import shutil

    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        say(f"These system packages are missing; on Debian or Ubuntu run:\n  sudo {command}")
        return False
    say("Installing system packages: " + " ".join(packages))
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    if call(["apt-get", "update", "-q"], env=env, quiet=True) != 0 or call(command.split(), env=env, quiet=True) != 0:
        say(f"They could not be installed here; please run:\n  sudo {command}")
        return False
    return True


def check_system(stamp: dict[str, str], *, window: bool, tests: bool) -> None:
    if not sys.platform.startswith("linux"):
        return
    key = "system-tests" if tests else "system-window" if window else "system"
    if stamp.get(key):
        return
    missing = missing_packages(window=window, tests=tests)
    if not missing or install_packages(missing):
        stamp[key] = "checked"
        write_stamp(stamp)


# ── the environment ──────────────────────────────────────────────────────────────────────────────────────────────────


def read_stamp() -> dict[str, str]:
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if PYTHON.exists() else {}


def write_stamp(stamp: Mapping[str, str]) -> None:
    if VENV.is_dir():
        STAMP.write_text(json.dumps(dict(stamp), indent=1), encoding="utf-8")


def fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def ensure_environment(kind: str) -> dict[str, str]:
    """Make `.venv` hold what the lock of `kind` ("run" or "test") says; returns the stamp."""
    stamp = read_stamp()
    if stamp.get(kind) == fingerprint(LOCKS[kind]):
        return stamp
    if not PYTHON.exists():
        make_environment()
    say("Installing the pinned packages (once; a few minutes on a fresh machine) …")
    started = time.monotonic()
    if call([PYTHON, "-c", "import pip"], quiet=True) != 0 and call([PYTHON, "-m", "ensurepip", "--upgrade"], quiet=True) != 0:
        raise Trouble("pip is missing in .venv and could not be added; remove .venv and start again.")
    options = ["--require-hashes", "--disable-pip-version-check", "--no-input", "--quiet"]
    if call([PYTHON, "-m", "pip", "install", *options, "-r", LOCKS[kind]]) != 0:
        raise Trouble("The packages could not be installed; the lines above say why. Nothing else was changed.")
    say(f"Installed in {time.monotonic() - started:.0f} s.")
    stamp[kind] = fingerprint(LOCKS[kind])
    if kind == "test":  # the test lock holds everything of the other
        stamp["run"] = fingerprint(LOCKS["run"])
    write_stamp(stamp)
    return stamp


def make_environment() -> None:
    base = find_python()
    say(f"Making .venv with {base} …")
    command = [base, "-m", "venv", "--clear", str(VENV)]
    if call(command, quiet=True) == 0:
        return
    if sys.platform.startswith("linux") and install_packages(["python3-venv"]) and call(command) == 0:
        return
    raise Trouble("A virtual environment could not be made. Python 3.11 or newer with its venv module is needed.")


def find_python() -> str:
    import shutil

    if tuple(sys.version_info) >= OLDEST_PYTHON:
        return sys.executable
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        if found := shutil.which(name):
            return found
    raise Trouble("Python 3.11 or newer is needed and was not found on this machine.")


# ── run ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for the window: no verb and no option that only prints."""
    takes_value = False
    for argument in arguments:
        if takes_value:
            takes_value = False
        elif argument in OPTIONS_WITH_VALUE:
            takes_value = True
        elif not argument.startswith("-") or argument in {"--help", "-h", "--version", "--self-test"}:
            return False
    return True


def has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def run(arguments: list[str]) -> int:
    stamp = ensure_environment("run")
    window = opens_window(arguments)
    if window or "--self-test" in arguments:  # the verbs need no Qt
        check_system(stamp, window=window and has_display(), tests=False)
    pictures = any(argument.split("=")[0] == "--screenshots" for argument in arguments)
    if window and not has_display():
        if "--demo" in arguments and not pictures:
            say("There is no display here: the demo runs unseen and leaves pictures of every page and the sample PDFs in out/.")
            arguments = [*arguments, "--screenshots", "out"]
        elif not pictures:
            raise Trouble("There is no display here; add --demo to get pictures of every page in out/, or use a verb (--help lists them).")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    command = [str(PYTHON), str(ROOT / "main.py"), *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


# ── test ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test(arguments: list[str]) -> int:
    """Every check; with arguments only pytest, which gets them."""
    stamp = ensure_environment("test")
    check_system(stamp, window=True, tests=True)
    if arguments:
        return pytest(arguments)
    steps: list[tuple[str, Callable[[], int]]] = [
        ("ruff", lambda: call([SCRIPTS / "ruff", "check", "."])),
        ("mypy", lambda: call([PYTHON, "-m", "mypy"])),
        ("layers", lambda: call([SCRIPTS / "lint-imports", "--no-logo"])),
        ("translations", lambda: translations(["--check"])),
        ("tests", lambda: pytest(["-n", "2", "--dist", "worksteal", "-q", *test_folders("unit", "data", "gui", "architecture")])),
        ("end to end", end_to_end),
    ]
    failed = []
    for name, step in steps:
        say(f"── {name}")
        started = time.monotonic()
        if step() != 0:
            failed.append(name)
        say(f"── {name}: {'FAILED' if name in failed else 'ok'}, {time.monotonic() - started:.0f} s")
    say("Failed: " + ", ".join(failed) if failed else "Everything passed.")
    return 1 if failed else 0


def test_folders(*names: str) -> list[str]:
    """The named folders that hold tests: pytest given none would run all."""
    return [f"tests/{name}" for name in names if any((ROOT / "tests" / name).rglob("test_*.py"))]


def pytest(arguments: Sequence[str], *, under: Sequence[str] = (), platform: str = "offscreen") -> int:
    return call([*under, PYTHON, "-m", "pytest", *arguments], env={"QT_QPA_PLATFORM": platform})


def end_to_end() -> int:
    import shutil

    arguments = test_folders("e2e")
    if not arguments:
        return 0
    if sys.platform.startswith("linux") and shutil.which("xvfb-run"):
        arguments += ["-n", "2", "--dist", "loadgroup", "-q"]  # the group "window" shares the screen, hence one process
        return pytest(arguments, under=["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"], platform="xcb")
    if has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        return call([PYTHON, "-m", "pytest", *arguments, "-q"])
    say("There is neither a display nor xvfb-run: the end-to-end tests run offscreen.")
    return pytest([*arguments, "-q"])


# ── lock ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def lock(arguments: list[str]) -> int:
    """Pin every package with hashes, for every platform, without addresses. Needs uv."""
    import shutil

    if shutil.which("uv") is None:
        raise Trouble("Locking needs the program uv; install it and start again. Running and testing do not need it.")
    compile_ = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--quiet", "--python-version", "3.11"]
    for kind, group in (("run", []), ("test", ["--group", "dev"])):
        if call([*compile_, *group, "pyproject.toml", "-o", LOCKS[kind], *arguments], quiet=True) != 0:
            raise Trouble(f"{LOCKS[kind].name} could not be made; run uv by hand to see why.")
    return 0


# ── translations ─────────────────────────────────────────────────────────────────────────────────────────────────────


class Message(NamedTuple):
    context: str
    source: str
    comment: str
    plural: bool


Catalogue = dict[Message, list[str]]


def extract_messages() -> list[Message]:
    """Every marked text of the program. lupdate reads Python only from a list of files, never from a folder."""
    import subprocess
    import tempfile

    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "fresh_ja.ts"
        listing = Path(folder) / "files.lst"
        listing.write_text("\n".join(files), encoding="utf-8")
        options = ["-silent", "-locations", "none", "-source-language", "en", "-target-language", "ja"]
        done = subprocess.run(
            [str(SCRIPTS / "pyside6-lupdate"), *options, f"@{listing}", "-ts", str(target)], cwd=ROOT, capture_output=True, text=True
        )
        if done.returncode != 0 or not target.exists():
            raise Trouble("lupdate failed: " + (done.stdout + done.stderr).strip())
        return sorted(read_catalogue(target))


def read_catalogue(path: Path) -> Catalogue:
    from xml.etree import ElementTree

    if not path.exists():
        return {}
    found: Catalogue = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            # A text marked outside Qt cannot say that it counts something; its %n says so.
            key = Message(context.findtext("name") or "", source, message.findtext("comment") or "", "%n" in source)
            found[key] = _translated(message)
    return found


def _translated(message: Element) -> list[str]:
    translation = message.find("translation")
    if translation is None:
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return forms if all(forms) else []


def write_catalogue(path: Path, language: str, catalogue: Catalogue) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(catalogue_text(language, catalogue), encoding="utf-8", newline="\n")


def catalogue_text(language: str, catalogue: Catalogue) -> str:
    from itertools import groupby

    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}" sourcelanguage="en">']
    for context, messages in groupby(sorted(catalogue), key=lambda message: message.context):
        lines += ["<context>", f"    <name>{_escape(context)}</name>"]
        for message in messages:
            lines += _message_lines(message, catalogue[message], forms=2 if language == "en" else 1)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message_lines(message: Message, translated: list[str], *, forms: int) -> list[str]:
    plural = message.plural
    lines = ['    <message numerus="yes">' if plural else "    <message>", f"        <source>{_escape(message.source)}</source>"]
    if message.comment:
        lines.append(f"        <comment>{_escape(message.comment)}</comment>")
    unfinished = "" if translated else ' type="unfinished"'
    if plural:
        texts = [*translated, *[""] * forms][: max(forms, len(translated))]
        body = "".join(f"<numerusform>{_escape(text)}</numerusform>" for text in texts)
    else:
        body = _escape(translated[0]) if translated else ""
    return [*lines, f"        <translation{unfinished}>{body}</translation>", "    </message>"]


def _escape(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(text, {'"': "&quot;", "'": "&apos;"})


def merged_catalogues() -> dict[str, Catalogue]:
    """Today's marked texts with the translations of the files; English holds the plural forms only."""
    messages = extract_messages()
    known = {language: read_catalogue(I18N / f"okaeri_{language}.ts") for language in ("ja", "en")}
    return {
        language: {message: known[language].get(message, []) for message in messages if language == "ja" or message.plural}
        for language in known
    }


def compile_catalogue(source: Path, target: Path) -> None:
    import subprocess

    done = subprocess.run(
        [str(SCRIPTS / "pyside6-lrelease"), "-silent", str(source), "-qm", str(target)], cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise Trouble("lrelease failed: " + (done.stdout + done.stderr).strip())


def is_compiled(source: Path) -> bool:
    """Whether the .qm beside the .ts holds exactly its texts."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.qm"
        compile_catalogue(source, fresh)
        compiled = source.with_suffix(".qm")
        return compiled.exists() and compiled.read_bytes() == fresh.read_bytes()


def translation_faults() -> list[str]:
    """One sentence for each text without translation and each file that does not hold today's texts."""
    faults = []
    for language, catalogue in merged_catalogues().items():
        source = I18N / f"okaeri_{language}.ts"
        missing = [message for message, forms in catalogue.items() if not forms]
        faults += [f"{source.name}: not translated: [{message.context}] {message.source}" for message in missing]
        written = source.read_text(encoding="utf-8") if source.exists() else ""
        if written != catalogue_text(language, catalogue) or not is_compiled(source):
            faults.append(f"{source.name} does not hold the texts of the program; run: python3 dev.py translations")
    return faults


def translations(arguments: list[str]) -> int:
    """Bring the .ts and .qm files up to date; `--check` only says what would change. Lists what is not translated."""
    ensure_environment("run")
    if "--check" not in arguments:
        for language, catalogue in merged_catalogues().items():
            source = I18N / f"okaeri_{language}.ts"
            write_catalogue(source, language, catalogue)
            compile_catalogue(source, source.with_suffix(".qm"))
    faults = translation_faults()
    for fault in faults:
        say(fault)
    return 1 if faults else 0


# ── build, bench ─────────────────────────────────────────────────────────────────────────────────────────────────────


def build(arguments: list[str]) -> int:
    """Freeze the program into dist/Okaeri and start it once; on Windows and macOS make the installer too."""
    import shutil

    check_system(ensure_environment("test"), window=False, tests=False)
    spec = ROOT / "installer" / "okaeri.spec"
    if call([PYTHON, "-m", "PyInstaller", "--noconfirm", "--distpath", ROOT / "dist", "--workpath", ROOT / "build", spec, *arguments]) != 0:
        return 1
    if call([PYTHON, ROOT / "installer" / "smoke.py", ROOT / "dist"]) != 0:
        return 1
    if sys.platform == "darwin":
        return call([PYTHON, ROOT / "installer" / "make_dmg.py"])
    if sys.platform == "win32" and shutil.which("makensis"):
        import tomllib

        version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        return call(["makensis", f"-DVERSION={version}", ROOT / "installer" / "okaeri.nsi"])
    return 0


def bench(arguments: list[str]) -> int:
    check_system(ensure_environment("test"), window=False, tests=False)
    return call([PYTHON, "-m", "tests.bench.run", *arguments], env={"QT_QPA_PLATFORM": "offscreen"})


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "lock": lock,
    "translations": translations,
    "build": build,
    "bench": bench,
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        say((__doc__ or "") + "\nCommands: " + ", ".join(COMMANDS))
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
