"""Typography and layout change nothing; a word, a figure or a sign changes everything."""

from __future__ import annotations

import pytest

from briefing.anchoring import Anchor, Verdict, locate, normalise
from tests.anchoring.tables import Entry, separators, table


def entries(name: str) -> list[object]:
    return [pytest.param(entry, id=entry.title) for entry in table(name)]


@pytest.mark.parametrize("entry", entries("variants"))
def test_a_variant_is_verbatim_at_its_place(entry: Entry) -> None:
    anchor = locate(entry.document, entry.quotation)
    found = entry.document[anchor.start : anchor.end]
    assert anchor.verdict is Verdict.VERBATIM
    assert found == entry.document[entry.start : entry.end]


@pytest.mark.parametrize("entry", entries("variants"))
def test_a_variant_is_found_in_a_long_document_searched_often(entry: Entry) -> None:
    """The same answer when the places come from the index of words."""
    from briefing.anchoring import Locator

    locator = Locator(entry.document)
    assert [locator.locate(entry.quotation) for _ in range(60)] == [
        locate(entry.document, entry.quotation)
    ] * 60


@pytest.mark.parametrize("entry", entries("altered"))
def test_an_altered_quotation_is_never_verbatim(entry: Entry) -> None:
    anchor = locate(entry.document, entry.quotation)
    assert anchor.verdict in (Verdict.NEAR, Verdict.ABSENT)
    assert anchor.candidates == ()


@pytest.mark.parametrize("entry", entries("altered"))
def test_context_proves_nothing(entry: Entry) -> None:
    document = f"Premier paragraphe, avant. {entry.document} Dernier paragraphe, après."
    anchor = locate(
        document,
        entry.quotation,
        prefix="Premier paragraphe, avant. ",
        suffix=" Dernier paragraphe, après.",
        hint=27,
    )
    assert anchor.verdict in (Verdict.NEAR, Verdict.ABSENT)


@pytest.mark.parametrize("name", ["variants", "altered"])
def test_tables_are_long_enough_and_no_entry_is_lost(name: str) -> None:
    assert len(table(name)) >= 60
    assert separators(name) == 3 * len(table(name))


def test_the_place_reads_as_the_quotation() -> None:
    for entry in table("variants"):
        anchor: Anchor = locate(entry.document, entry.quotation)
        for place in anchor.parts:
            passage = entry.document[place.start : place.end]
            assert passage == passage.strip()
            assert normalise(passage, flowing=True).text
