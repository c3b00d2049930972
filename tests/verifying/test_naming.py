"""A PDF that names people in two forms is verified as any other, small capitals included."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefing.documents.finished import read_finished
from briefing.model.finished import FinishedPdf
from tests.support import CONFIG
from tests.verifying.making import TEXT, failures, in_json, small_pdf, verified, with_files

NAMED = """
[[personnes]]
nom = "Jeanne Roche"

[sigles]
OTAN = "Organisation du traité"

[typographie]
petites-capitales = true
"""


@pytest.fixture(scope="module")
def finished() -> FinishedPdf:
    config = CONFIG.replace("La région paierait", "J. Roche et l'OTAN, et J. Roche, paieraient")
    assert config != CONFIG
    data = small_pdf(config=config + NAMED, edit=_named)
    return read_finished("essai.pdf", data)


def _named(text: str) -> str:
    return text.replace("La région promet un train", "J. Roche promet, avec l'OTAN, un train")


def test_what_is_printed_is_what_is_attached(finished: FinishedPdf) -> None:
    assert failures(verified(finished, TEXT)) == {}


def test_what_is_copied_is_in_capitals(finished: FinishedPdf) -> None:
    document = json.loads(finished.attachments["briefing.json"])
    (point,) = document["key_points"]
    assert point["text"].startswith("Jeanne Roche et l'Organisation du traité (OTAN), et J. Roche")
    (promise,) = (e for e in document["extracts"] if "promet" in e["statement"])
    assert promise["statement"] == "J. Roche promet, avec l'OTAN, un train dès l'hiver."
    text = " ".join(" ".join(page.split()) for page in finished.pages)
    assert "traité (OTAN)" in text
    assert "otan" not in text


def test_without_its_people_a_statement_named_otherwise_is_told(finished: FinishedPdf) -> None:
    def edit(document: Any) -> None:
        del document["people"]

    changed = with_files(finished, briefing=in_json(finished.attachments["briefing.json"], edit))
    assert "attachments.statements" in failures(verified(changed, TEXT))


def test_another_person_in_a_statement_is_told(finished: FinishedPdf) -> None:
    def edit(document: Any) -> None:
        for position in document["positions"]:
            position["text"] = position["text"].replace("Jeanne Roche", "Jean Roche")

    changed = with_files(finished, briefing=in_json(finished.attachments["briefing.json"], edit))
    assert "attachments.statements" in failures(verified(changed, TEXT))
