"""What is remembered is what would be made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.typography import Typography
from briefing.reading.dossier import read_raw_dossier
from briefing.reading.fiche import read_fiche
from briefing.typesetting import Typesetter
from briefing.watching import remembering
from briefing.watching.remembering import (
    FicheMemory,
    remembering_readers,
    remembering_typesetter,
)
from tests.support import CONFIG, fiche_text, raw_dossier

Remembering = remembering_typesetter()


@given(st.lists(st.text("ab «»!:\u00a0'é", max_size=12), max_size=3), st.sets(st.integers(0, 2)))
def test_paragraphs_are_set_as_they_would_be(parts: list[str], frozen: set[int]) -> None:
    frozen = {index for index in frozen if index < len(parts)}
    for by in (Remembering(), Remembering("fr-CH"), Remembering("en")):
        plain = Typesetter(by.locale)
        for _ in range(2):
            assert by.spans(parts, frozen=frozen) == plain.spans(parts, frozen=frozen)


def test_houses_are_told_apart() -> None:
    text = "Non – dit-il – 12000 euros !"
    for house in (Typography(), Typography(grouped_from=5)):
        assert Remembering(house=house).text(text) == Typesetter(house=house).text(text)


def test_what_is_set_within_another_language_is_remembered_too() -> None:
    assert isinstance(Remembering().within("en"), Remembering)


def test_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "PARAGRAPHS", 2)
    by = remembering_typesetter()()
    assert [by.text(f"{n} !") for n in range(5)] == [f"{n}\u202f!" for n in range(5)]


def test_a_fiche_is_read_once_until_something_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = read_fiche

    def counting(text: str, **given: object) -> object:
        read.append(text)
        return real(text, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(remembering, "read_fiche", counting)
    memory = FicheMemory()
    raw = raw_dossier()
    first = read_raw_dossier(raw, memory)
    assert read_raw_dossier(raw, memory) == first == read_raw_dossier(raw)
    assert len(read) == 1
    spoilt = raw_dossier(config=CONFIG.replace("Région", "Commune"))
    assert read_raw_dossier(spoilt, memory) == read_raw_dossier(spoilt)  # the party is another
    assert len(read) == 2
    edited = raw_dossier(fiches={"martin-2025": fiche_text(title="Un autre titre")})
    assert read_raw_dossier(edited, memory) == read_raw_dossier(edited)
    assert len(read) == 3


def test_findings_of_one_reading_do_not_pile_up_in_the_next() -> None:
    memory = FicheMemory()
    broken = raw_dossier(fiches={"martin-2025": fiche_text(title="")})
    first = read_raw_dossier(broken, memory).findings
    assert first
    assert read_raw_dossier(broken, memory).findings == first


def test_a_document_is_opened_and_indexed_once() -> None:
    readers = remembering_readers()
    one, same = (readers.document("a.txt", b"du texte") for _ in range(2))
    assert one is same
    assert readers.locator(one.text) is readers.locator(same.text)
    assert readers.document("a.txt", b"un autre") is not one
