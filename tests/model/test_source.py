"""What a source says of itself."""

from __future__ import annotations

import pytest

from briefing.model.source import Source
from briefing.model.vocabulary import SourceType


def test_a_source_without_author_is_unsigned() -> None:
    assert not Source("a", "A").signed
    assert Source("a", "A", authors=("Zoé",)).signed


@pytest.mark.parametrize(
    ("document", "name"), [("documents/000.txt", "000.txt"), ("000.txt", "000.txt"), ("", "")]
)
def test_the_name_of_a_document_has_no_folder(document: str, name: str) -> None:
    assert Source("a", "A", document=document).document_name == name


@pytest.mark.parametrize(
    ("type_", "directors"),
    [
        (SourceType.BOOK, ("Zoé",)),
        (SourceType.CHAPTER, ()),
        (SourceType.THESIS, ()),
        (None, ("Zoé",)),
    ],
)
def test_who_directs_a_work_signs_it_and_not_a_part_of_it(
    type_: SourceType | None, directors: tuple[str, ...]
) -> None:
    source = Source("a", "A", type=type_, editors=("Zoé",))
    assert (source.directors, source.signed) == (directors, bool(directors))


def test_an_account_signs_its_posts() -> None:
    assert Source("a", "A", account="@a").signed
