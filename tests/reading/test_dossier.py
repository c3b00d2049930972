"""A whole dossier: its parts put together, and every fault of every file at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.text import plain
from tests.support import CONFIG, extract_text, fiche_text, read, shown


def test_a_sound_dossier() -> None:
    reading = read(chapeau="Il paie[@martin-2025#offre].\n\n## Suite\n\nFin.")
    assert reading.ok
    assert reading.findings == ()
    dossier = reading.dossier
    assert dossier is not None
    assert dossier.title == "Un train de nuit pour Valmont"
    assert [source.id for source in dossier.sources] == ["martin-2025"]
    (extract,) = dossier.extracts
    assert (extract.id, extract.source) == ("martin-2025#offre", "martin-2025")
    assert (extract.parties, extract.issues) == (("region",), ("financement",))
    found = [(plain(paragraph.spans), paragraph.role) for paragraph in dossier.introduction]
    assert found == [("Il paie.", "text"), ("Suite", "heading"), ("Fin.", "text")]


def test_the_same_id_may_serve_in_two_fiches() -> None:
    reading = read(fiches={"a": fiche_text(), "b": fiche_text()})
    assert reading.ok
    assert reading.dossier is not None
    assert [extract.id for extract in reading.dossier.extracts] == ["a#offre", "b#offre"]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "old-mac"])
def test_line_ends_change_neither_values_nor_lines(end: str) -> None:
    chapeau = "Un.\n\nDeux[@martin-2025#offre]."
    spoiled = {"martin-2025": fiche_text(extract_text(comment="a\n\nb")).replace("\n", end)}
    plain_ones = {"martin-2025": fiche_text(extract_text(comment="a\n\nb"))}
    assert read(
        config=CONFIG.replace("\n", end),
        chapeau="\ufeff" + chapeau.replace("\n", end),
        fiches=spoiled,
    ) == read(chapeau=chapeau, fiches=plain_ones)


def test_all_faults_of_all_files_come_at_once_causes_first_then_by_place() -> None:
    reading = read(
        config=CONFIG.replace("titre", "titer", 1),
        chapeau="Il paie[@autre#rien].",
        fiches={
            "zoe-2025": b"\xff",
            "martin-2025": fiche_text(extract_text(id="", voix="direct")),
        },
    )
    assert not reading.ok
    assert [(f.path, f.line, f.code) for f in reading.findings] == [
        ("martin-2025.md", 7, "BR220"),
        ("zoe-2025.md", 1, "BR102"),
        ("chapeau.md", 1, "BR402"),
        ("dossier.toml", 0, "BR302"),
        ("dossier.toml", 1, "BR201"),
        ("martin-2025.md", 13, "BR204"),
    ]


def test_a_folder_without_dossier_toml() -> None:
    reading = read(config=None, fiches={})
    assert (reading.dossier, reading.ok) == (None, False)
    assert shown(reading.findings) == [
        (
            "dossier:0 BR310 there is no dossier.toml in this folder"
            " → “briefing new DIR” writes a commented dossier to begin with"
        )
    ]


def test_without_dossier_toml_no_other_fault_is_told() -> None:
    """A folder that is no dossier may hold any text."""
    reading = read(config=None, chapeau=b"\xff", fiches={"a": "Lisez-moi.", "b": b"\0"})
    assert (reading.dossier, [finding.code for finding in reading.findings]) == (None, ["BR310"])


@pytest.mark.parametrize("config", ["titre =", b"\xff", b"titre = \0"])
def test_an_unreadable_dossier_toml_hides_no_fault_of_a_fiche(config: str | bytes) -> None:
    reading = read(config=config, fiches={"a": fiche_text(extract_text(id=""))})
    assert reading.dossier is None
    assert [(finding.path, finding.line) for finding in reading.findings] == [
        ("a.md", 7),
        ("dossier.toml", 1),
    ]


def test_a_dossier_without_fiche() -> None:
    assert shown(read(config='titre = "T"\n', fiches={}).findings) == [
        (
            "dossier.toml:0 BR311 the dossier holds no fiche"
            " → add a file such as dupont-2025.md beside dossier.toml, one per source"
        )
    ]


def test_a_chapeau_that_is_no_text_is_a_fault() -> None:
    assert [(f.path, f.code) for f in read(chapeau=b"a\0").findings] == [("chapeau.md", "BR103")]


def test_a_warning_alone_stops_nothing() -> None:
    sheets = {"a": fiche_text(extract_text(locuteur="un élu"))}
    reading = read(fiches=sheets)
    assert len(reading.findings) == 1
    assert reading.ok


@given(
    st.text(alphabet='[]="\n tixre-', max_size=30),
    st.text(alphabet="#>-: \nida[@]", max_size=30),
    st.binary(max_size=20),
)
def test_any_files_give_a_reading(config: str, chapeau: str, fiche: bytes) -> None:
    reading = read(config=config, chapeau=chapeau, fiches={"a": fiche})
    assert reading.ok <= (reading.dossier is not None)
    assert list(reading.findings) == sorted(reading.findings, key=lambda f: f.sort_key)
    for finding in reading.findings:
        assert str(finding.message)
        assert str(finding.hint)
