"""What goes out beside the pages speaks the language of the frame too."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefing.model.briefing import Briefing
from briefing.outputs.attached import attachments
from briefing.outputs.export import export
from briefing.outputs.frames import labels_of
from briefing.typesetting.engine import FRENCH
from tests.builders import assembled, dossier, extract, source

DOSSIER = dossier(extract(), sources=[source(title="Un train ?")])


def framed(language: str, texts: str = "") -> Briefing:
    return assembled(replace(DOSSIER, language=language, told_text_language=texts))


@pytest.mark.parametrize(
    ("language", "reference"),
    [
        (
            "fr",
            "Dimitri Minic, «\u202fUn train\u202f?\u202f», s.\u00a0l., 13\u00a0février\u00a02025.",
        ),
        ("en", "Dimitri Minic, “Un train\u202f?”, n.p., 13\u00a0February\u00a02025."),
        ("de", "Dimitri Minic, „Un train\u202f?“, o.\u00a0O., 13.\u00a0Februar\u00a02025."),
    ],
)
def test_an_export_has_the_references_of_the_print(language: str, reference: str) -> None:
    (exported,) = export(framed(language))["sources"]
    assert exported["reference"] == reference


def test_the_language_of_texts_is_told_where_it_differs() -> None:
    assert "text_language" not in export(framed("fr-CH"))
    assert "text_language" not in export(framed("en", "en-GB"))
    assert export(framed("en"))["text_language"] == "fr"
    assert export(framed("fr", "en"))["text_language"] == "en"


def test_attachments_are_described_in_the_frame() -> None:
    english, german = (
        [file.description for file in attachments(framed(language))] for language in ("en", "de")
    )
    assert english[0] == "Structure of the briefing (JSON)"
    assert german[2] == "Quellen (CSL-JSON)"


def test_annotations_tell_statements_and_tags_apart() -> None:
    """A statement is the analyst's, the keys of a fiche are French."""
    files = {file.name: file.data for file in attachments(framed("de", "en"))}
    collection = json.loads(files["extraits.jsonld"])
    assert collection["label"].startswith("Zitierte Auszüge: ")
    statement, *tags = collection["first"]["items"][0]["body"]
    assert statement["language"] == "en"
    assert {tag["language"] for tag in tags} == {"fr"}


def test_french_editions_share_one_typesetter() -> None:
    assert labels_of("fr-CA") is FRENCH
    assert labels_of("en").frame.language == "en"
