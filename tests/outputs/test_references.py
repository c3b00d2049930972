"""References as words: those that the list of sources prints, in any style."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace

import pytest

from briefing.api import render
from briefing.model.briefing import Briefing
from briefing.model.text import plain
from briefing.outputs.attached.annotations import to_annotations
from briefing.outputs.attached.structure import to_json
from briefing.outputs.frames import labels_of
from briefing.outputs.references import printed_reference
from briefing.typesetting.references import reference
from tests.builders import assembled, dossier, edtf, extract, source
from tests.citing.styles import STYLES, golden, minimal, style

GOLDEN = golden()


def briefing(name: str, language: str = "fr") -> Briefing:
    held = replace(source(), date=edtf("2025-03-01"), url="https://a.example/b", edition="2")
    made = assembled(dossier(extract(f"{held.id}#x"), sources=[held]))
    return replace(made, citation_style=style(name), language=language)


def words(text: str) -> str:
    """Return the words of a page, however its signs are raised."""
    return html.unescape(re.sub(r"<[^>]*>", "", text))


@pytest.mark.parametrize("language", ["fr", "en", "de"])
@pytest.mark.parametrize("name", STYLES)
def test_what_is_attached_is_what_is_printed(name: str, language: str) -> None:
    held = briefing(name, language)
    (entry,) = held.sources
    told = printed_reference(entry.source, held.citation_style, labels_of(language))
    found = re.search(r'<p class="reference">(.*?)</p>', render(held).html, re.DOTALL)
    assert found
    assert words(found[1]) == told
    assert json.loads(to_json(held))["sources"][0]["reference"] == told
    assert json.dumps(told, ensure_ascii=False)[1:-1] in to_annotations(held)


@pytest.mark.parametrize("case", GOLDEN)
def test_without_a_style_it_is_that_of_the_house(case: str) -> None:
    by = labels_of("fr")
    expected = plain(reference(GOLDEN[case], by=by))
    assert printed_reference(GOLDEN[case], None, by) == expected
    silent = minimal('<text variable="abstract"/>')
    assert printed_reference(GOLDEN[case], silent, by) == expected
