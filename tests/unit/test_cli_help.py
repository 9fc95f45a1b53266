"""The command line explains itself: each word of each verb, in the language asked for."""

from __future__ import annotations

import re

import pytest

from app.cli.parser import build_parser
from app.cli.print_arguments import PIECES
from app.cli.verbs import VERBS
from app.words import LANGUAGES, Catalogue

CALLS = [(verb,) for verb in VERBS] + [("print", piece) for piece in PIECES] + [("points", act) for act in ("rule", "statement", "balance")]
_ENTRY = re.compile(r"^  (?! )(\S.*?)(?:  +(\S.*))?$(?:\n {8,}(\S.*))?", re.MULTILINE)


def _help(language: str, call: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "400")
    with pytest.raises(SystemExit) as ended:
        build_parser(Catalogue.load(language).tr).parse_args([*call, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_option_is_explained(
    language: str, call: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = _help(language, call, capsys, monkeypatch)

    entries = [(name, beside or below) for name, beside, below in _ENTRY.findall(said.partition("\n\n")[2])]
    assert len(entries) >= 7
    assert [name for name, words in entries if not words and name not in ("WHAT", "ACT")] == []
    if language == "ja":
        assert [name for name, words in entries if words and not re.search("[ぁ-んァ-ヶ一-龠]", words)] == []


def test_every_verb_stands_in_the_readme() -> None:
    from tests.architecture.sources import ROOT

    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"`{verb}" not in told] == []
    assert [piece for piece in PIECES if piece not in told] == []
