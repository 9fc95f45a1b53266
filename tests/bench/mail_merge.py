"""The letters of a run by LibreOffice's mail merge: a document with fields, a table of people as text, one PDF.

Its own Python has the bridge to it; this file is run by both: imported by the bench, and started by that Python with a folder.
"""

from __future__ import annotations

import csv
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.domain.cards import Card, Recipient

SOURCE, TABLE = "okaeri_bench", "people"
COLUMNS = ("number", "address", "building", "name", "day", "points", "code")
_LONGEST_START_MS = 120_000
# Run by the program itself when it has started: this is how one waits for it without asking again and again.
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Bench" script:language="StarBasic">
Sub Started
  ' Without a document it would end now.
  StarDesktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, Array())
  Shell("{tell}", 0)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Bench"/></library:library>
"""
_FILE = 2
_COMMAND_TABLE = 0
# Behind the name of a process in its stat: for itself, then for the system.
_WORKED = 11


@dataclass(frozen=True, slots=True)
class Merged:
    """`seconds`: how long the merge itself took, the program warm, and how much of them a processor worked; `size` of its file in bytes."""

    seconds: float
    worked: float
    size: int
    peak_mib: float


def merge(recipients: Sequence[Recipient], job: Card, folder: Path) -> Merged | None:
    """None without LibreOffice."""
    office, python = shutil.which("soffice"), shutil.which("python3", path=os.defpath)
    if office is None or python is None or subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode:
        return None
    _write_people(recipients, folder / f"{TABLE}.csv")
    _write_picture(job, folder / "art.png")
    (folder / "letter.json").write_text(json.dumps(_lines(job), ensure_ascii=False), encoding="utf-8")
    pipe = f"pipe,name=okaeri{os.getpid()};urp"
    profile = folder / "profile"
    flags = (office, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}")
    # The first start of all makes the profile.
    subprocess.run([*flags, "--terminate_after_init"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    told_by = _prepare_start(folder, profile)
    started = (*flags, f"--accept={pipe}", "macro:///Standard.Bench.Started")
    running = subprocess.Popen(started, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(told_by)
        told = subprocess.run([python, __file__, str(folder), pipe, str(running.pid)], capture_output=True, text=True, check=False)
        if told.returncode:
            raise RuntimeError(told.stderr)
        (made,) = folder.glob("merged*.pdf")
        seconds, worked = (float(one) for one in told.stdout.split())
        return Merged(seconds, worked, made.stat().st_size, max(peak_mib(one) for one in _family(running.pid)))
    finally:
        running.terminate()
        running.wait()


def peak_mib(process: int | str = "self") -> float:
    """The most memory a process ever had."""
    # What getrusage tells begins with the peak of the process that started this one.
    told = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    return int(told.split("VmHWM:")[1].split()[0]) / 1024


def _family(process: int) -> Iterator[int]:
    """A process and those that it started."""
    yield process
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        for child in told.read_text(encoding="ascii").split():
            yield from _family(int(child))


def _worked(process: int) -> float:
    """Seconds that processors worked for a process and those that it started."""
    ticks = 0
    for one in _family(process):
        told = Path(f"/proc/{one}/stat").read_text(encoding="ascii", errors="replace").rsplit(")", 1)[1].split()
        ticks += int(told[_WORKED]) + int(told[_WORKED + 1])
    return ticks / os.sysconf("SC_CLK_TCK")


def _prepare_start(folder: Path, profile: Path) -> Path:
    """Into what the program writes when it has started."""
    told_by, tell = folder / "started", folder / "tell"
    os.mkfifo(told_by)
    tell.write_text(f"#!/bin/sh\necho started > '{told_by}'\n", encoding="utf-8")
    tell.chmod(0o700)
    library = profile / "user" / "basic" / "Standard"
    (library / "Bench.xba").write_text(_MODULE.format(tell=tell), encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    return told_by


def _wait_for(told_by: Path) -> None:
    told = os.open(told_by, os.O_RDONLY | os.O_NONBLOCK)
    try:
        waiting = select.poll()
        waiting.register(told, select.POLLIN)
        if not waiting.poll(_LONGEST_START_MS):
            raise TimeoutError("LibreOffice did not start")
    finally:
        os.close(told)


def _write_picture(job: Card, path: Path) -> None:
    """The drawing of the template, as such a letter would have it: a picture at its top."""
    import pypdfium2

    from app.domain.cards import Recipient
    from app.domain.templates import ElementKind
    from app.printing.house import render

    assert job.template is not None
    bare = job.template.with_elements(one for one in job.template.elements if one.kind is ElementKind.ART)
    document = pypdfium2.PdfDocument(render([Recipient()], replace(job, template=bare)).document)
    page = document[0].render(scale=2.5).to_pil()
    page.crop((0, 0, page.width, page.height // 6)).save(path)
    document.close()


def _write_people(recipients: Sequence[Recipient], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        rows.writerow(COLUMNS)
        for one in recipients:
            name = f"{one.name} {one.honorific}"
            rows.writerow([one.postal_code, one.address, one.building, name, one.fields["last_visit"], one.fields["points"], one.code])


def _lines(job: Card) -> list[str]:
    """The letter line by line; a name of a column in angle brackets stands for it."""
    assert job.template is not None
    named = {element.name: element.text for element in job.template.elements}
    body = named["body"].replace("{{前回来店日|date:M月D日}}", "<day>").replace("{{ポイント|number}}", "<points>")
    sender = job.sender
    return [
        "〒<number>", "<address>", "<building>", "<name>", named["headline"], "<name>", *body.replace("{{店名}}", sender.shop).split("\n"),
        job.offer.words, job.offer.note, f"{sender.shop} {sender.name}", f"{sender.phone} {sender.note}", "<code>",
    ]  # fmt: skip


def _connect(uno: Any, pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    return resolver.resolve(f"uno:{pipe};StarOffice.ComponentContext")


def _register(uno: Any, context: Any, folder: Path) -> None:
    databases = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = databases.createInstance()
    source.URL = f"sdbc:flat:{folder.as_uri()}"
    source.Info = (
        _named(uno, "Extension", "csv"), _named(uno, "HeaderLine", True), _named(uno, "FieldDelimiter", ","),
        _named(uno, "StringDelimiter", '"'), _named(uno, "CharSet", "UTF-8"),
    )  # fmt: skip
    place = (folder / "people.odb").as_uri()
    source.DatabaseDocument.storeAsURL(place, ())
    databases.registerDatabaseLocation(SOURCE, place)


def _named(uno: Any, name: str, value: object) -> Any:
    one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    one.Name, one.Value = name, value
    return one


def _write_letter(uno: Any, context: Any, desktop: Any, lines: Sequence[str], path: Path) -> None:
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (_named(uno, "Hidden", True),))
    text = document.Text
    cursor = text.createTextCursor()
    cursor.CharFontNameAsian = cursor.CharFontName = "BIZ UDPMincho"
    cursor.CharHeightAsian = cursor.CharHeight = 12
    _insert_picture(uno, context, document, path.with_name("art.png"))
    for line in lines:
        for part in line.replace("<", "\0<").replace(">", "\0").split("\0"):
            if part.startswith("<"):
                text.insertTextContent(cursor, _field(document, part[1:]), False)
            else:
                text.insertString(cursor, part, False)
        text.insertControlCharacter(cursor, 0, False)
    document.storeAsURL(path.as_uri(), ())
    document.close(True)


def _insert_picture(uno: Any, context: Any, document: Any, path: Path) -> None:
    pictures = context.ServiceManager.createInstanceWithContext("com.sun.star.graphic.GraphicProvider", context)
    shown = document.createInstance("com.sun.star.text.TextGraphicObject")
    shown.Graphic = pictures.queryGraphic((_named(uno, "URL", path.as_uri()),))
    size = uno.createUnoStruct("com.sun.star.awt.Size")
    size.Width, size.Height = 17_000, 4_000
    shown.Size = size
    document.Text.insertTextContent(document.Text.createTextCursor(), shown, False)


def _field(document: Any, column: str) -> Any:
    master = document.createInstance("com.sun.star.text.FieldMaster.Database")
    master.DataBaseName, master.DataTableName, master.DataColumnName = SOURCE, TABLE, column
    field = document.createInstance("com.sun.star.text.TextField.Database")
    field.attachTextFieldMaster(master)
    return field


def _merge(uno: Any, context: Any, folder: Path, letter: Path, name: str) -> float:
    begin = time.perf_counter()
    merge = context.ServiceManager.createInstanceWithContext("com.sun.star.text.MailMerge", context)
    merge.DataSourceName, merge.Command, merge.CommandType = SOURCE, TABLE, _COMMAND_TABLE
    merge.DocumentURL, merge.OutputURL, merge.OutputType = letter.as_uri(), folder.as_uri(), _FILE
    merge.SaveAsSingleFile, merge.SaveFilter, merge.FileNamePrefix = True, "writer_pdf_Export", name
    merge.execute(())
    return time.perf_counter() - begin


def main(folder: Path, pipe: str, process: int) -> None:
    uno: Any = import_module("uno")
    context = _connect(uno, pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    _register(uno, context, folder)
    letter = folder / "letter.odt"
    _write_letter(uno, context, desktop, json.loads((folder / "letter.json").read_text(encoding="utf-8")), letter)
    before = _worked(process)
    seconds = _merge(uno, context, folder, letter, "merged")
    sys.stdout.write(f"{seconds} {_worked(process) - before}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
