"""A PDF in any language of frame or texts is read back whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from babel.messages import Catalog

from briefing.locale import catalogues
from briefing.verifying.pages import read_pages
from briefing.verifying.seal import seal_checks
from tests.support import CONFIG
from tests.verifying.making import TEXT, failures, read_back, small_pdf, verified


@pytest.mark.parametrize("texts", ["fr", "en"])
@pytest.mark.parametrize("language", ["en", "en-US", "de", "fr"])
def test_what_was_built_passes_and_a_changed_word_does_not(language: str, texts: str) -> None:
    head = f'langue = "{language}"\nlangue-des-textes = "{texts}"\n'
    finished = read_back(small_pdf(config=head + CONFIG))
    report = verified(finished, TEXT)
    checked = {check.name: check.count for check in report.checks}
    assert failures(report) == {}
    assert min(checked["print.quotations"], checked["print.notes"]) >= 2
    assert checked["print.references"] == 1
    pages = tuple(page.replace("moitié", "totalité") for page in finished.pages)
    assert {"print.quotations", "print.notes"} <= failures(
        verified(replace(finished, pages=pages), TEXT)
    ).keys()


@pytest.mark.parametrize(
    "note",
    [
        "1. C. Martin [1] : « la moitié » ; C. Roche [2] : « l’autre ».",
        "1. C. Martin [1]: “la moitié”; C. Roche [2], p. 3: “l’autre”.",
        "1. C. Martin [1]: „la moitié“; C. Roche [2], S. 3 (über Le Monde): „l’autre“.",
    ],
)
def test_notes_are_read_in_the_marks_of_each_frame(note: str) -> None:
    found = read_pages([f"Le texte.\n\n{note}\n"]).quotations
    assert [(quotation.source, quotation.text) for quotation in found] == [
        (1, "la moitié"),
        (2, "l’autre"),
    ]


def labels(locale: str) -> Catalog:
    return catalogues.read(catalogues.FOLDER / locale / "LC_MESSAGES" / "edition.po")


@pytest.mark.parametrize("locale", catalogues.EDITION_LOCALES)
def test_headings_that_reading_back_looks_for_are_those_of_the_catalogue(locale: str) -> None:
    said = labels(locale)
    sources = said.get("Sources")
    seal = said.get(
        "Ce PDF contient en pièces jointes ses extraits, ses sources et ses données. Empreinte :"
    )
    assert sources is not None
    assert seal is not None
    assert read_pages([f"Texte.\n{sources.string}\nA."]).lists_sources
    page = f"{seal.string} 89fb 1234 5678 9abc."
    _, printed = seal_checks({}, {}, [page], printed=True)
    assert printed.count == 1


QUOTING = ("la moitié du déficit", '"la moitié" du l\'autre "déficit."')


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_marks_within_a_quotation_are_read_back_whatever_their_level(language: str) -> None:
    """In an English text they alternate, and a space parts those that touch."""

    def edit(text: str) -> str:
        return text.replace(*QUOTING)

    config = f'langue = "{language}"\nlangue-des-textes = "{language}"\n{CONFIG}'
    finished = read_back(small_pdf(config=config, edit=edit))
    assert failures(verified(finished, edit(TEXT))) == {}
    pages = tuple(page.replace("moitié", "totalité") for page in finished.pages)
    assert "print.quotations" in failures(verified(replace(finished, pages=pages), edit(TEXT)))
