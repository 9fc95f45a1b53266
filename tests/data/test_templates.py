"""The shop's own templates: in the place of the program's, beside them, from a file and to one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from app.domain.cards import CardDesign, CardText
from app.domain.print_problems import TemplateBroken
from app.domain.print_runs import PrintSettings
from app.domain.template_beginnings import new_template
from app.domain.templates import (
    Element,
    ElementKind,
    Frame,
    NameTwice,
    PictureUnreadable,
    Slot,
    Template,
    TemplateGone,
    TemplateKind,
    TemplateNameMissing,
    TemplatePlaceUnusable,
    TemplateUnreadable,
    TooManyElements,
    UnknownTemplate,
)
from app.models.database import Database
from app.models.printing import PrintTemplate
from app.printing.shipped import shipped_templates
from app.queries.templates import find_template, template_called, templates_of
from app.services.actions import redo, undo
from app.services.shop import save_print_settings
from app.services.templates import (
    add_template,
    bring_in,
    copy_template,
    export_template,
    read_image,
    read_template,
    rename_template,
    reset_template,
    save_template,
    save_typed,
)
from tests.factories import NOW

OWN = Template(
    "our-spring",
    "ja",
    TemplateKind.CARD,
    "春のおたより",
    "はがき",
    (Element(ElementKind.TEXT, "body", Frame(10, 10, 80, 100), slot=Slot.BODY, text="{{name}}様、春です。"),),
)
SHIPPED = shipped_templates("ja")[0]
CHANGED = SHIPPED.with_text(Slot.BODY, "店のことば。{{name}}様。")


def keys(database: Database, kind: TemplateKind | None = None) -> list[str]:
    with database.read() as session:
        return [row.template.key for row in templates_of(session, "ja", kind)]


def test_a_new_shop_has_the_templates_of_the_program_in_either_language(database: Database) -> None:
    with database.read() as session:
        for language in ("ja", "en"):
            rows = templates_of(session, language)
            assert [row.template for row in rows] == list(shipped_templates(language))
            assert {row.template.kind for row in rows} >= {TemplateKind.CARD}
            assert not any(row.is_own or row.is_changed for row in rows)
        assert {row.template.kind for row in templates_of(session, "ja", TemplateKind.CARD)} == {TemplateKind.CARD}


def test_a_changed_template_takes_the_place_of_the_programs_until_it_is_put_back(database: Database) -> None:
    before = keys(database)
    with database.write() as session:
        save_template(session, CHANGED, now=NOW)
    with database.read() as session:
        row = find_template(session, SHIPPED.key, "ja")
        assert row is not None and row.is_changed and not row.is_own and row.template == CHANGED
    assert keys(database) == before

    with database.write() as session:
        reset_template(session, SHIPPED.key, "ja", now=NOW)
    with database.read() as session:
        row = find_template(session, SHIPPED.key, "ja")
        assert row is not None and row.template == SHIPPED and not row.is_changed
    with database.write() as session, pytest.raises(TemplateGone):
        reset_template(session, SHIPPED.key, "ja", now=NOW)


def test_saving_it_as_it_came_drops_what_the_shop_had(database: Database) -> None:
    with database.write() as session:
        save_template(session, CHANGED, now=NOW)
        save_template(session, SHIPPED, now=NOW)
    with database.read() as session:
        row = find_template(session, SHIPPED.key, "ja")
    assert row is not None and not row.is_changed


def test_an_own_template_stands_behind_those_of_the_program(database: Database) -> None:
    with database.write() as session:
        outcome = save_template(session, replace(OWN, name=" 春の  おたより "), now=NOW)
    with database.read() as session:
        last = templates_of(session, "ja")[-1]
    assert (last.template.name, last.is_own) == ("春の おたより", True)
    assert outcome.key == "our-spring"
    assert keys(database, TemplateKind.LETTER) == [key for key in keys(database, TemplateKind.LETTER) if key != "our-spring"]


def test_saving_putting_back_and_deleting_can_be_undone_and_done_again(database: Database) -> None:
    with database.write() as session:
        save_template(session, OWN, now=NOW)
        save_template(session, replace(OWN, name="夏のおたより"), now=NOW)
        reset_template(session, OWN.key, "ja", now=NOW)
    seen = []
    for act in (undo, undo, undo, redo, redo):
        with database.write() as session:
            act(session, now=NOW)
        with database.read() as session:
            row = find_template(session, OWN.key, "ja")
        seen.append(row.template.name if row else "")
    assert seen == ["夏のおたより", "春のおたより", "", "春のおたより", "夏のおたより"]


def test_saving_the_same_again_is_no_act(database: Database) -> None:
    with database.write() as session:
        assert save_template(session, OWN, now=NOW).action_id is not None
        assert save_template(session, OWN, now=NOW).action_id is None


def test_a_template_needs_a_name(database: Database) -> None:
    with database.write() as session:
        for nameless in (replace(OWN, name=" "), replace(OWN, key="")):
            with pytest.raises(TemplateNameMissing):
                save_template(session, nameless, now=NOW)


def test_a_copy_begins_as_the_other_and_is_its_own(database: Database) -> None:
    with database.write() as session:
        first = copy_template(session, SHIPPED, "うちの一枚", now=NOW)
        second = copy_template(session, SHIPPED, "もう一枚", now=NOW)
    assert (first.key, second.key) == (f"{SHIPPED.key}-2", f"{SHIPPED.key}-3")
    with database.read() as session:
        row = find_template(session, first.key, "ja")
    assert row is not None and row.is_own
    assert row.template.elements == SHIPPED.elements


def test_a_template_goes_out_to_a_file_and_comes_in_again_elsewhere(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "templates" / "spring.json"
    export_template(OWN, path)

    with database.write() as session:
        outcome = bring_in(session, read_template(path), now=NOW)
        again = bring_in(session, read_template(path), now=NOW)
    with database.read() as session:
        row = find_template(session, outcome.key, "ja")
    assert row is not None and row.template == OWN
    assert again == replace(outcome, action_id=None)


def test_what_comes_in_never_takes_the_place_of_another(database: Database, tmp_path: Path) -> None:
    export_template(CHANGED, tmp_path / "one.json")
    export_template(replace(OWN, name="よその春"), tmp_path / "two.json")
    with database.write() as session:
        save_template(session, OWN, now=NOW)
        first = bring_in(session, read_template(tmp_path / "one.json"), now=NOW)
        second = bring_in(session, read_template(tmp_path / "two.json"), now=NOW)
    assert (first.key, second.key) == (f"{SHIPPED.key}-2", "our-spring-2")
    with database.read() as session:
        shipped, own = find_template(session, SHIPPED.key, "ja"), find_template(session, OWN.key, "ja")
    assert shipped is not None and shipped.template == SHIPPED
    assert own is not None and own.template == OWN


def test_a_field_of_another_shop_is_no_reason_to_refuse_a_file(database: Database, tmp_path: Path) -> None:
    export_template(OWN.with_text(Slot.BODY, "{{靴のサイズ}}と{{犬の名前}}"), tmp_path / "own.json")
    with database.write() as session:
        assert bring_in(session, read_template(tmp_path / "own.json"), now=NOW).action_id is not None


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", TemplateUnreadable),
        (b"\xff\xfe\x00", TemplateUnreadable),
        (b"[]", TemplateUnreadable),
        (b"{}", TemplateUnreadable),
        (b'{"format": 2}', TemplateUnreadable),
        (b'{"format": Infinity}', TemplateUnreadable),
        (b"[" * 100_000, TemplateUnreadable),
        ({"elements": "abc"}, TemplateUnreadable),
        ({"elements": [["name"]]}, TemplateUnreadable),
        ({"name": " "}, TemplateUnreadable),
        ({"kind": "poster"}, TemplateUnreadable),
        ({"elements": [{"kind": "text", "name": "a", "frame": [0, 0, 1, 1], "text": "{{name"}]}, TemplateBroken),
        ({"elements": [{"kind": "text", "name": "a", "frame": [0, 0, 1, 1]}] * 2}, NameTwice),
        ({"elements": [{"kind": "image", "name": "a", "frame": [0, 0, 1, 1], "image": "R0lGODlhAQABAAAAACw="}]}, PictureUnreadable),
    ],
)
def test_a_file_that_is_no_template_is_refused(
    database: Database, tmp_path: Path, content: bytes | dict[str, object], error: type[Exception]
) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(OWN.to_json() | content).encode())
    before = keys(database)

    with database.write() as session, pytest.raises(error):
        bring_in(session, read_template(path), now=NOW)

    assert keys(database) == before


def test_a_file_that_is_not_there_or_cannot_be_written_is_told(database: Database, tmp_path: Path) -> None:
    with database.write() as session, pytest.raises(TemplateUnreadable):
        bring_in(session, read_template(tmp_path / "nowhere.json"), now=NOW)
    with pytest.raises(TemplatePlaceUnusable):
        export_template(OWN, tmp_path)


def test_a_template_is_found_by_key_or_name_in_the_first_language_that_has_it(database: Database) -> None:
    with database.write() as session:
        save_template(session, OWN, now=NOW)
    namesake = replace(OWN, key="namesake", name=SHIPPED.name, kind=SHIPPED.kind)
    with database.read() as session:
        assert template_called(session, "OUR-SPRING", ("en", "ja"), TemplateKind.CARD) == OWN
        assert template_called(session, "春のおたより", ("ja",), TemplateKind.CARD) == OWN
        assert template_called(session, SHIPPED.name, ("ja",), SHIPPED.kind) == SHIPPED
        with pytest.raises(UnknownTemplate):
            template_called(session, "our-spring", ("ja", "en"), TemplateKind.LETTER)
    with database.write() as session:
        save_template(session, namesake, now=NOW)
    with database.read() as session:
        assert template_called(session, SHIPPED.name, ("ja",), SHIPPED.kind) == namesake
        assert template_called(session, SHIPPED.key, ("ja",), SHIPPED.kind) == SHIPPED


def test_a_new_one_gets_a_key_of_its_own(database: Database) -> None:
    fresh = new_template(TemplateKind.LETTER, "ja", "お知らせ", "A4", (210.0, 297.0))
    with database.write() as session:
        outcomes = [add_template(session, fresh, now=NOW) for _ in range(2)]
    assert len({outcome.key for outcome in outcomes}) == 2
    with database.read() as session:
        row = find_template(session, outcomes[1].key, "ja")
    assert row is not None and row.is_own and row.template.elements == fresh.elements


def test_own_templates_and_those_of_the_program_get_another_name_which_can_be_undone(database: Database) -> None:
    with database.write() as session:
        save_template(session, OWN, now=NOW)
        rename_template(session, OWN.key, "ja", " 夏の おたより", now=NOW)
        rename_template(session, SHIPPED.key, "ja", "うちの一枚", now=NOW)
        with pytest.raises(TemplateNameMissing):
            rename_template(session, OWN.key, "ja", " ", now=NOW)
        with pytest.raises(TemplateGone):
            rename_template(session, "nothing", "ja", "x", now=NOW)
    with database.read() as session:
        own, shipped = find_template(session, OWN.key, "ja"), find_template(session, SHIPPED.key, "ja")
        assert own is not None and own.template == replace(OWN, name="夏の おたより")
        assert shipped is not None and shipped.template == replace(SHIPPED, name="うちの一枚")
    with database.write() as session:
        undo(session, now=NOW)
        undo(session, now=NOW)
    with database.read() as session:
        own, shipped = find_template(session, OWN.key, "ja"), find_template(session, SHIPPED.key, "ja")
    assert own is not None and own.template == OWN
    assert shipped is not None and not shipped.is_changed


def test_a_name_leaves_the_words_alone_that_were_typed_before_there_were_templates(database: Database) -> None:
    typed = CardText(headline="うちの見出し")
    with database.write() as session:
        save_print_settings(session, PrintSettings(texts={CardDesign.MAPLE: typed}).to_json())
        rename_template(session, "maple", "ja", "うちの秋", now=NOW)
    with database.read() as session:
        row = find_template(session, "maple", "ja")
    assert row is not None
    assert (row.template.name, row.template.text_of(Slot.HEADLINE)) == ("うちの秋", "うちの見出し")


def typed_until(database: Database, minutes: float, words: str, template: Template = SHIPPED) -> int | None:
    with database.write() as session:
        return save_typed(session, template.with_text(Slot.BODY, words), now=NOW + timedelta(minutes=minutes)).action_id


def body_of(database: Database, key: str = SHIPPED.key) -> str:
    with database.read() as session:
        row = find_template(session, key, "ja")
    return row.template.text_of(Slot.BODY) if row else ""


def test_what_is_typed_in_one_go_is_one_act(database: Database) -> None:
    acts = [typed_until(database, minutes, words) for minutes, words in ((0, "お"), (4, "お元"), (8, "お元気"))]
    assert len(set(acts)) == 1
    with database.write() as session:
        undo(session, now=NOW + timedelta(minutes=9))
    assert body_of(database) == SHIPPED.text_of(Slot.BODY)
    with database.write() as session:
        redo(session, now=NOW + timedelta(minutes=10))
    assert body_of(database) == "お元気"


def test_typing_after_a_pause_is_an_act_of_its_own(database: Database) -> None:
    typed_until(database, 0, "お元気")
    typed_until(database, 1, "お元気で")
    typed_until(database, 7, "さようなら")
    typed_until(database, 8, "さようなら。")
    with database.write() as session:
        undo(session, now=NOW)
    assert body_of(database) == "お元気で"


def test_typing_takes_no_other_act_along(database: Database) -> None:
    with database.write() as session:
        save_template(session, CHANGED, now=NOW)
    typed_until(database, 1, "タイプ")
    with database.write() as session:
        save_template(session, OWN, now=NOW)
    typed_until(database, 2, "よその", OWN)
    typed_until(database, 3, "タイプした")
    seen = []
    for _ in range(4):
        with database.write() as session:
            undo(session, now=NOW + timedelta(minutes=4))
        seen.append((body_of(database), body_of(database, OWN.key)))
    first, own = CHANGED.text_of(Slot.BODY), OWN.text_of(Slot.BODY)
    assert seen == [("タイプ", "よその"), ("タイプ", own), ("タイプ", ""), (first, "")]


def test_typing_goes_on_as_a_new_act_after_it_was_undone(database: Database) -> None:
    with database.write() as session:
        save_template(session, CHANGED, now=NOW - timedelta(hours=1))
    typed_until(database, 0, "お元気")
    with database.write() as session:
        undo(session, now=NOW + timedelta(minutes=1))
    typed_until(database, 2, "おげんき")
    assert body_of(database) == "おげんき"
    with database.write() as session:
        undo(session, now=NOW + timedelta(minutes=3))
    assert body_of(database) == CHANGED.text_of(Slot.BODY)


@pytest.mark.parametrize("language", ["fr", "", "JA", "../ja", "/etc", None, 5])
def test_a_file_in_a_language_the_program_does_not_speak_is_refused(tmp_path: Path, language: object) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(OWN.to_json() | {"language": language}), encoding="utf-8")
    with pytest.raises(TemplateUnreadable):
        read_template(path)


def test_no_folder_is_read_but_those_of_the_languages(tmp_path: Path) -> None:
    (tmp_path / "evil.json").write_text("no json", encoding="utf-8")
    assert shipped_templates(str(tmp_path)) == ()
    assert shipped_templates("../templates/ja") == ()


def test_a_file_of_too_many_parts_is_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    path.write_text(json.dumps(OWN.to_json() | {"elements": [{}] * 501}), encoding="utf-8")
    with pytest.raises(TooManyElements):
        read_template(path)


def test_one_that_cannot_be_read_hides_no_other(database: Database) -> None:
    with database.write() as session:
        save_template(session, OWN, now=NOW)
        save_template(session, replace(OWN, key="newer"), now=NOW)
        newer = session.scalars(select(PrintTemplate).where(PrintTemplate.key == "newer")).one()
        newer.content = newer.content | {"format": 99}
    assert keys(database)[-1] == OWN.key


def test_a_picture_is_read_from_its_file_and_what_is_none_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20), "#3F6B55").save(tmp_path / "logo.png")
    (tmp_path / "words.png").write_text("これは絵ではありません", encoding="utf-8")
    with_logo = OWN.with_elements(
        (*OWN.elements, Element(ElementKind.IMAGE, "logo", Frame(10, 110, 20, 20), image=read_image(tmp_path / "logo.png")))
    )
    export_template(with_logo, tmp_path / "one.json")
    assert read_template(tmp_path / "one.json") == with_logo
    for name in ("words.png", "nowhere.png"):
        with pytest.raises(PictureUnreadable) as told:
            read_image(tmp_path / name)
        assert told.value.values["name"] == name


@pytest.mark.parametrize(
    "change",
    [
        {"name": "お礼\ud800"},
        {"key": "\ud800"},
        {"name": "あ" * 100_000},
        {"key": "k" * 100_000},
        {"months": [99]},
        {"mourning_safe": "false"},
        {"elements": [OWN.to_json()["elements"][0] | {"text": "\udfff"}]},
        {"elements": [OWN.to_json()["elements"][0] | {"flows": "false"}]},
    ],
)
def test_a_file_that_nobody_could_have_made_here_is_refused_in_a_sentence(tmp_path: Path, change: dict[str, Any]) -> None:
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps(OWN.to_json() | change), encoding="utf-8")
    with pytest.raises(TemplateUnreadable):
        read_template(path)
