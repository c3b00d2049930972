"""Pages that make Python's parser raise are read all the same."""

from __future__ import annotations

import pytest

from briefing.documents.opening import open_file
from briefing.documents.reading import read_document

PAGES = {
    "section": "<p>avant</p><![foo[ dedans ]]><p>apres</p>",
    "no name": "<p>avant</p><![ 1 ]><p>apres</p>",
    "number": f"<p>avant</p>&#{'9' * 6000};<p>apres</p>",
    "attribute": f'<p>avant</p><p title="&#{"9" * 6000};">apres</p>',
    "cut": "<p>avant</p><p>apres</p><![foo[",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_what_stands_around_is_read(page: str) -> None:
    for text in (
        read_document("a.html", page.encode()).text,
        str(open_file("a.html", page.encode())),
    ):
        assert "avant" in text
        assert "apres" in text
