"""34x: the bibliography that completes the fiches."""

from __future__ import annotations

from briefing.checking.pages.page import ERROR, WARNING, Page
from briefing.model.finding import message

BIBLIOGRAPHY = (
    Page(
        "BR340",
        ERROR,
        message("The bibliography isn't in the dossier"),
        message(
            "The file that dossier.toml names under “bibliographie” stands inside the dossier, so"
            " that whoever gets the dossier can build it."
        ),
        wrong='bibliographie = "../zotero.json"',
        right='bibliographie = "zotero.json"',
    ),
    Page(
        "BR341",
        ERROR,
        message("The bibliography can't be read"),
        message(
            "It is a list of entries in CSL-JSON, as Zotero and Better BibTeX export it, or BibTeX"
            " in a file whose name ends in .bib."
        ),
        wrong='{"id": "minic2025"}',
        right='[{"id": "minic2025", "title": "Logiques"}]',
    ),
    Page(
        "BR342",
        WARNING,
        message("An entry of the bibliography that can't be used"),
        message(
            "An entry without a key can't be named by a fiche; of two with one key, the first"
            " counts. The other entries are read."
        ),
        wrong='[{"title": "Logiques"}]',
        right='[{"id": "minic2025", "title": "Logiques"}]',
    ),
    Page(
        "BR343",
        WARNING,
        message("A field of the bibliography of another shape"),
        message(
            "A text stands between quotation marks, and people are a list of objects. The field"
            " is left out, and the rest of the entry is read."
        ),
        wrong='[{"id": "minic2025", "title": ["Logiques"]}]',
        right='[{"id": "minic2025", "title": "Logiques"}]',
    ),
    Page(
        "BR344",
        WARNING,
        message("A date of the bibliography that can't be read"),
        message(
            "Reference managers keep dates that they don't understand as free text. Such a date"
            " is left out: mend it in Zotero, or write it in the fiche."
        ),
        wrong='[{"id": "minic2025", "issued": {"literal": "février 2025"}}]',
        right='[{"id": "minic2025", "issued": {"date-parts": [[2025, 2]]}}]',
    ),
    Page(
        "BR345",
        ERROR,
        message("The citation style isn't in the dossier"),
        message(
            "The file that dossier.toml names under “style-bibliographique” stands inside the"
            " dossier, so that whoever gets the dossier can build it."
        ),
        wrong='style-bibliographique = "https://www.zotero.org/styles/apa"',
        right='style-bibliographique = "apa.csl"',
    ),
    Page(
        "BR346",
        ERROR,
        message("The citation style can't be used"),
        message(
            "It is an independent style in CSL 1.0 with a “bibliography”. A dependent style only"
            " names its parent: take that one. A DOCTYPE and macros that call themselves are"
            " refused."
        ),
        wrong='<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>',
        right="<bibliography><layout>…</layout></bibliography>",
    ),
)
