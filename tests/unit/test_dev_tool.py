"""The developer's tool: what it starts with which arguments, and how it writes translations."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

import dev
from dev import Message


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["--demo"], True),
        (["--data-dir", "shop", "--language", "ja"], True),
        (["--data-dir=shop"], True),
        (["--screenshots", "out", "--demo"], True),
        (["kpi", "summary"], False),
        (["--data-dir", "shop", "check", "--json"], False),
        (["--self-test"], False),
        (["--help"], False),
    ],
)
def test_a_verb_opens_no_window(arguments: list[str], expected: bool) -> None:
    assert dev.opens_window(arguments) is expected


def test_without_a_display_a_plain_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not dev.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert dev.has_display()


def test_an_unknown_command_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    assert "run, test, lock, translations, build, bench" in capsys.readouterr().err


def test_the_stamp_is_of_the_lock_as_it_is(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("thing==1\n", encoding="utf-8")
    before = dev.fingerprint(lock)
    lock.write_text("thing==2\n", encoding="utf-8")
    assert dev.fingerprint(lock) != before


def test_a_library_that_is_not_there_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "LIBRARIES", {"libokaeri-is-not-there.so.9": "libokaeri9"})
    monkeypatch.setattr(dev, "TEST_TOOLS", {"okaeri-is-not-there": "okaeri-tools"})
    assert dev.missing_packages(window=False, tests=False) == ["libokaeri9"]
    assert dev.missing_packages(window=False, tests=True) == ["libokaeri9", "okaeri-tools"]


CATALOGUE: dev.Catalogue = {
    Message("Page", "%n customer(s)", "", True): ["お客様 %n名"],
    Message("Page", 'Save "{name}" & close', "a button", False): ["「{name}」を保存して閉じる"],
    Message("Errors", "Two\nlines <b>", "", False): [],
}


def test_a_catalogue_is_read_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "okaeri_ja.ts"
    dev.write_catalogue(path, "ja", CATALOGUE)
    assert dev.read_catalogue(path) == CATALOGUE
    first = path.read_bytes()
    dev.write_catalogue(path, "ja", dev.read_catalogue(path))
    assert path.read_bytes() == first


def test_english_has_two_forms_and_an_empty_one_is_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "okaeri_en.ts"
    counted = Message("Page", "%n customer(s)", "", True)
    dev.write_catalogue(path, "en", {counted: []})
    translation = ElementTree.parse(path).getroot().find("context/message/translation")
    assert translation is not None
    assert translation.get("type") == "unfinished"
    assert len(translation.findall("numerusform")) == 2
    assert dev.read_catalogue(path) == {counted: []}
