"""The head of an edition: what the house is called, what the note is, its day."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model.edition import Medium
from tests.builders import assembled, dossier, extract
from tests.rendering.pages import MEDIA, html_of


@pytest.mark.parametrize("medium", MEDIA)
def test_a_note_without_collection_bears_no_name_of_ours(medium: Medium) -> None:
    for collection, printed in (("", []), ("La maison", ["La maison"])):
        what = replace(dossier(extract("a#1")), collection=collection, genre="Note")
        html = html_of(assembled(what), medium)
        masthead = html.partition("</header>")[0].rpartition("<header")[2]
        assert re.findall(r'<p class="collection">(.*?)</p>', masthead) == printed
        assert "Briefing" not in masthead
