"""Fiches put where none is read: told once, where they are wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.finding import Finding
from briefing.reading.dossier import read_raw_dossier
from tests.support import extract_text, fiche_text, raw_dossier, raw_file, shown

SUBFOLDER = (
    "fiches/martin-2025.md:0 BR313 “fiches/martin-2025.md” is there, but subfolders aren't read"
    " → move it beside dossier.toml, as “martin-2025.md”"
)
SUFFIX = (
    "martin-2025.txt:0 BR313 “martin-2025.txt” is there, but a fiche is an .md file"
    " → rename it: martin-2025.md"
)
CITING = "Il paie[@martin-2025#offre]."


def findings(
    strays: dict[str, str], fiches: dict[str, str], chapeau: str | None = CITING
) -> tuple[Finding, ...]:
    raw = raw_dossier(chapeau=chapeau, fiches=fiches)
    files = tuple(raw_file(name, text) for name, text in strays.items())
    return read_raw_dossier(replace(raw, strays=files)).findings


@pytest.mark.parametrize(
    ("name", "told"), [("fiches/martin-2025.md", SUBFOLDER), ("martin-2025.txt", SUFFIX)]
)
def test_the_only_fiche_is_one_fault(name: str, told: str) -> None:
    """Neither the missing fiche, nor its extracts, nor what they bear out are told besides."""
    assert shown(findings({name: fiche_text()}, {})) == [told]


def test_a_fiche_that_is_cited_is_told_beside_others() -> None:
    idle = fiche_text(extract_text(appuie=""))
    assert shown(findings({"fiches/martin-2025.md": fiche_text()}, {"b": idle})) == [SUBFOLDER]


def test_a_fiche_that_alone_bears_something_out_is_told() -> None:
    idle = fiche_text(extract_text(appuie=""))
    strays = {"fiches/martin-2025.md": fiche_text(), "fiches/autre.md": idle}
    assert shown(findings(strays, {"b": idle}, None)) == [SUBFOLDER]


@pytest.mark.parametrize("name", ["archives/martin-2025.md", "archives/vieux.md"])
def test_an_old_fiche_may_rest_in_a_subfolder(name: str) -> None:
    assert findings({name: fiche_text()}, {"martin-2025": fiche_text()}) == ()


@pytest.mark.parametrize("text", ["# Notes\n\nÀ lire.", "## Un mot\n- id : a", "", "\ufffd"])
def test_what_looks_like_no_fiche_is_none(text: str) -> None:
    found = findings({"notes/martin-2025.md": text}, {})
    assert "BR313" not in {finding.code for finding in found}
    assert found[0].code == "BR311"
