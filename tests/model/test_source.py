"""What a source says of itself."""

from __future__ import annotations

import pytest

from briefing.model.source import Source


def test_a_source_without_author_is_unsigned() -> None:
    assert not Source("a", "A").signed
    assert Source("a", "A", authors=("Zoé",)).signed


@pytest.mark.parametrize(
    ("document", "name"), [("documents/000.txt", "000.txt"), ("000.txt", "000.txt"), ("", "")]
)
def test_the_name_of_a_document_has_no_folder(document: str, name: str) -> None:
    assert Source("a", "A", document=document).document_name == name
