"""TOML tables: a wrong type or an unknown key is told at its line, and the rest is read."""

from __future__ import annotations

import tomllib

import pytest

from briefing.model.finding import Finding
from briefing.model.text import Span
from briefing.reading.tables import Table, TomlFile
from briefing.reading.toml_lines import TomlLines
from tests.support import shown


def root(text: str) -> tuple[Table, list[Finding]]:
    findings: list[Finding] = []
    return Table(TomlFile("d.toml", TomlLines(text), findings), tomllib.loads(text)), findings


def test_a_text() -> None:
    table, findings = root('titre = "Un"\n')
    assert (table.text("titre"), table.text("genre"), findings) == ("Un", "", [])


def test_a_key_is_found_without_its_accents_and_case() -> None:
    table, findings = root('Methode = "a"\n"côté" = "b"\n')
    assert (table.text("méthode"), table.text("cote")) == ("a", "b")
    table.close()
    assert findings == []


@pytest.mark.parametrize("value", ["3", "true", "[]", "{}", "2025-01-01", '["a"]'])
def test_a_wrong_type_is_told_once(value: str) -> None:
    table, findings = root(f"a = 1\ntitre = {value}\n")
    assert table.text("titre", required="write it") == ""
    assert shown(findings) == ['d.toml:2 BR301 “titre” must be "…"']


@pytest.mark.parametrize("text", ['titre = ""', 'titre = "  "', "", "# titre"])
def test_what_is_required_and_missing_or_blank_is_told(text: str) -> None:
    table, findings = root(text)
    table.text("titre", required="write it")
    assert [(f.code, str(f.hint)) for f in findings] == [("BR302", "write it")]


def test_prose() -> None:
    table, _ = root('texte = " le *de facto* "')
    assert table.rich("texte") == (Span("le "), Span("de facto", emphasis=True))


@pytest.mark.parametrize(
    ("value", "texts"),
    [('["a", "b"]', ("a", "b")), ('"a"', ("a",)), ("[]", ()), ("3", ()), ('["a", 3]', ())],
)
def test_a_list_of_texts(value: str, texts: tuple[str, ...]) -> None:
    table, findings = root(f"a = {value}")
    assert table.texts("a") == texts
    assert len(findings) == ("3" in value)


@pytest.mark.parametrize("value", ['"2025-02-12"', "2025-02-12"])
def test_a_date_is_a_text_or_a_toml_date(value: str) -> None:
    table, findings = root(f"date = {value}")
    date = table.date("date")
    assert date is not None
    assert (date.edtf, findings) == ("2025-02-12", [])


@pytest.mark.parametrize("value", ['"hier"', "2025-02-12T10:00:00", "true", "[]"])
def test_a_wrong_date_is_told(value: str) -> None:
    table, findings = root(f"\ndate = {value}")
    assert table.date("date") is None
    assert [(f.code, f.line) for f in findings] == [("BR205", 2)]
    assert root("")[0].date("date") is None


def test_tables_know_their_lines() -> None:
    table, findings = root('[[a]]\nb = "1"\n\n[[a]]\nb = "2"\n')
    found = [(child.text("b"), child.line(), child.line("b")) for child in table.tables("a")]
    assert (found, findings) == ([("1", 1, 2), ("2", 4, 5)], [])


@pytest.mark.parametrize("text", ['a = "b"', "a = 1"])
def test_what_should_be_tables(text: str) -> None:
    table, findings = root(text)
    assert list(table.tables("a")) == []
    assert shown(findings) == ["d.toml:1 BR301 “a” must be [[a]]"]


@pytest.mark.parametrize("value", ['"x"', '["x"]'])
def test_what_should_be_tables_is_called_by_its_full_name_without_accents(value: str) -> None:
    table, findings = root(f"[[divergences]]\nelements = {value}\n")
    (child,) = table.tables("divergences")
    assert list(child.tables("éléments")) == []
    assert shown(findings) == ["d.toml:2 BR301 “elements” must be [[divergences.elements]]"]


def test_what_should_be_tables_and_is_in_part() -> None:
    table, findings = root('a = [{b = "1"}, "c"]')
    assert [child.text("b") for child in table.tables("a")] == ["1"]
    assert [finding.code for finding in findings] == ["BR301"]


def test_one_table_and_named_tables() -> None:
    table, findings = root('[m]\nb = "1"\n[p.x]\nc = "2"\n[p.y]\nc = "3"\n')
    assert table.table("m").text("b") == "1"
    assert table.table("absent").text("b") == ""
    named = {name: child.text("c") for name, child in table.named_tables("p")}
    assert (named, findings) == ({"x": "2", "y": "3"}, [])


def test_a_named_table_of_the_wrong_shape_is_told() -> None:
    table, findings = root('[p]\nx = 1\ny = {c = "3"}\n')
    assert [name for name, _ in table.named_tables("p")] == ["y"]
    assert [finding.code for finding in findings] == ["BR301"]


def test_every_key_nobody_asked_for_is_told_with_the_nearest() -> None:
    table, findings = root('titre = "a"\ntirte = "b"\nzzz = 1\n')
    table.text("titre")
    table.close()
    assert shown(findings) == [
        "d.toml:2 BR201 unknown key “tirte” → did you mean “titre”?",
        "d.toml:3 BR201 unknown key “zzz” → known here: titre",
    ]


def test_the_keys_to_write_are_told_without_their_accents() -> None:
    table, findings = root('metode = "a"\nzzz = 1\n')
    table.text("méthode")
    table.text("éditeur")
    table.close()
    assert shown(findings) == [
        "d.toml:1 BR201 unknown key “metode” → did you mean “methode”?",
        "d.toml:2 BR201 unknown key “zzz” → known here: methode, editeur",
    ]


def test_a_key_of_the_file_in_a_table_is_sent_to_its_head() -> None:
    table, findings = root("[mentions]\nDepuis = 'a'\nzzz = 1\n[[points]]\nmentions = 'b'\n")
    table.table("mentions").close()
    for point in table.tables("points"):
        point.close()
    table.text("depuis")
    table.close()
    higher = "“Depuis” goes at the head of the file, before the first [ ]"
    assert shown(findings) == [
        f"d.toml:2 BR201 unknown key “Depuis” → {higher}",
        "d.toml:3 BR201 unknown key “zzz”",
        "d.toml:5 BR201 unknown key “mentions”",
    ]
