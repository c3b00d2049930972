"""The bibliography: which file it is, how it is read, and how it completes a fiche."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from briefing.errors import MachineError
from briefing.model.dates import Date, Moment
from briefing.model.source import Source
from briefing.reading.bibliography import complete, named_file, read_bibliography
from briefing.reading.dossier import Reading, read_raw_dossier
from tests.support import CONFIG, raw_dossier, shown

NAMED = f'bibliographie = "zotero.json"\n{CONFIG}'
LIBRARY = """[
  {"id": "minic2025", "type": "report", "title": "Logiques d'une négociation",
   "author": [{"family": "Minic", "given": "Dimitri"}], "publisher": "Ifri",
   "issued": {"date-parts": [[2025, 2, 13]]}}
]"""
EXTRACT = """
## La région accepte de payer la moitié.
> nous paierons
- id : offre
- nature : contexte
- statut : fait
- appuie : moitie
"""


@pytest.mark.parametrize(
    ("config", "name"),
    [
        ('bibliographie = "zotero.json"', "zotero.json"),
        ('BIBLIOGRAPHIE = "z.bib"', "z.bib"),
        ("bibliographie = 3", ""),
        ('titre = "x"', ""),
        ("bibliographie = ", ""),
        ("\udcff", ""),
        ("[" * 5000, ""),
    ],
)
def test_the_file_is_the_one_that_the_dossier_names(config: str, name: str) -> None:
    assert named_file(config.encode("utf-8", "surrogateescape"), "bibliographie") == name


ENTRY = Source(
    "k",
    "Leur titre",
    authors=("Anne Un", "Ifri"),
    bodies=("Ifri",),
    publisher="Leur éditeur",
    date=Date("2025", Moment(2025)),
    url="https://a.example/",
    key="k",
)


def test_what_a_fiche_lacks_is_taken() -> None:
    source = Source("fiche", "", key="k", path="fiche.md", line=3)
    assert complete(source, ENTRY) == replace(ENTRY, id="fiche", path="fiche.md", line=3)


def test_the_lines_of_a_fiche_win() -> None:
    own = Source(
        "fiche",
        "Mon titre",
        authors=("Paul Deux",),
        publisher="Mon éditeur",
        date=Date("2024", Moment(2024)),
        key="k",
    )
    assert complete(own, ENTRY) == replace(own, url="https://a.example/")


def reading(fiche: str, config: str = NAMED, bibliography: str | None = LIBRARY) -> Reading:
    fiches = {"minic-2025": f"{fiche}\n{EXTRACT}"}
    return read_raw_dossier(raw_dossier(config=config, fiches=fiches, bibliography=bibliography))


def test_a_fiche_of_a_key_alone_has_its_title_and_reference() -> None:
    found = reading("#\n- clé : minic2025")
    assert shown(found.findings) == []
    assert found.dossier is not None
    (source,) = found.dossier.sources
    assert (source.title, source.authors) == ("Logiques d'une négociation", ("Dimitri Minic",))
    assert (source.id, source.path) == ("minic-2025", "minic-2025.md")


@pytest.mark.parametrize(
    ("fiche", "config", "bibliography", "told"),
    [
        (
            "# T\n- clé : minic2024",
            NAMED,
            LIBRARY,
            (
                "minic-2025.md:2 BR408 the bibliography has no entry “minic2024”"
                " → did you mean “minic2025”?"
            ),
        ),
        (
            "# T\n- clé : minic2025",
            CONFIG,
            None,
            (
                "minic-2025.md:2 BR408 the bibliography has no entry “minic2025”"
                ' → name one in dossier.toml: bibliographie = "zotero.json"'
            ),
        ),
        (
            "# T\n- clé : minic2025",
            NAMED,
            None,
            (
                "dossier.toml:1 BR340 the bibliography “zotero.json” isn't in the dossier"
                " → put the file beside dossier.toml, or mend its name"
            ),
        ),
        (
            "# T\n- clé : minic2025",
            NAMED,
            "[\n{,}]",
            (
                "zotero.json:2 BR341 the bibliography isn't JSON: a key in double quotes is"
                " missing → export it again from Zotero as “CSL JSON” or “Better CSL JSON”"
            ),
        ),
        (
            "#\n- clé : sans",
            NAMED,
            '[{"id": "sans"}]',
            (
                "minic-2025.md:1 BR210 the title of the document is empty → if the document has none,"
                " supply one in brackets: “# [Note sur …]”"
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_once_at_its_place(
    fiche: str, config: str, bibliography: str | None, told: str
) -> None:
    assert shown(reading(fiche, config, bibliography).findings) == [told]


def test_bytes_that_are_no_text_are_told() -> None:
    raw = raw_dossier(config=NAMED, bibliography=b"[\xff]")
    assert "zotero.json:1 BR102" in shown(read_raw_dossier(raw).findings)[0]


def test_a_bib_file_without_its_extra_is_an_error_that_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "bibtexparser", None)
    with pytest.raises(MachineError, match="needs the extra “bib”"):
        read_bibliography("@book{a}", "zotero.bib")
