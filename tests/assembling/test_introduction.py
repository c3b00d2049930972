"""The chapeau is cut where it cites, and its notes stand against their words."""

from __future__ import annotations

import pytest

from briefing.model.notes import Block, Call, Passage
from briefing.model.text import plain
from tests.builders import assembled, dossier, extract

A = extract("a#1")
B = extract("b#2")


def blocks(text: str) -> tuple[Block, ...]:
    return assembled(dossier(A, B, introduction=text), "chapeau").introduction


def passages(text: str) -> tuple[Passage, ...]:
    (block,) = blocks(text)
    return block.passages


def words(text: str) -> str:
    return "".join(plain(passage.spans) + passage.stop for passage in passages(text))


def numbers(call: Call | None) -> list[int]:
    if call is None:
        return []
    return [*call.recalled, *([call.note.number] if call.note else [])]


def test_prose_without_citation_is_one_passage() -> None:
    (passage,) = passages("Des mots, *et d'autres*.")
    assert passage.call is None
    assert plain(passage.spans) == "Des mots, et d'autres."


def test_a_passage_ends_where_it_cites() -> None:
    calls = [passage.call for passage in passages("Ceci [@a#1], puis cela [@b#2].")]
    assert [numbers(call) for call in calls if call] == [[1], [2]]


@pytest.mark.parametrize("before", ["mots [@a#1]", "mots[@a#1]", "*mots* [@a#1]"])
def test_no_space_stands_before_a_call(before: str) -> None:
    """The call holds to its word, whether the analyst typed a space or not."""
    assert words(f"{before}. La suite.") == "mots. La suite."


@pytest.mark.parametrize(
    "text",
    [
        "Un mot [@a#1] ; un autre [@b#2].",
        "Un mot [@a#1], « un autre [@b#2] ».",
        "Un mot [@a#1] : *un autre* [@b#2] ?",
        "Un mot ([@a#1]) et un autre [@b#2]…",
        "Un mot [@a#1][@b#2].",
        "[@a#1] Un mot.",
    ],
)
def test_no_word_is_lost_at_a_citation(text: str) -> None:
    bare = text.replace("*", "").replace("[@a#1]", "").replace("[@b#2]", "")
    assert "".join(words(text).split()) == "".join(bare.split())


def test_citations_side_by_side_are_one_call() -> None:
    """Two calls that touch would read as one number."""
    called = [passage for passage in passages("Un mot [@a#1] [@b#2].") if passage.call]
    assert len(called) == 1
    assert called[0].call is not None
    assert called[0].call.note is not None
    assert [e.extract.id for e in called[0].call.note.entries] == ["a#1", "b#2"]


def test_one_citation_of_several_extracts_is_one_call() -> None:
    called = [passage.call for passage in passages("Un mot [@a#1; @b#2].") if passage.call]
    assert len(called) == 1


def test_an_extract_cited_again_is_recalled() -> None:
    first, second = (p.call for p in passages("Ceci [@a#1] et cela [@a#1].") if p.call)
    assert numbers(first) == numbers(second) == [1]
    assert second is not None
    assert second.note is None


def test_an_unknown_citation_leaves_the_prose_whole() -> None:
    """Reading reported it already."""
    assert [passage.call for passage in passages("Ceci [@a#absent], cela.")] == [None]


def test_blocks_keep_their_roles() -> None:
    roles = [block.role for block in blocks("Texte.\n\n## Titre\n\n- élément\n")]
    assert roles == ["text", "heading", "item"]
