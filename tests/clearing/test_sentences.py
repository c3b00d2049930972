"""Sentences: those that cite what is hidden go whole, and never a part of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clearing.sentences import without
from briefing.model.text import RichText, Span, plain
from briefing.reading.prose import citations
from tests.builders import rich


def told(spans: RichText) -> str:
    """Return prose with its citations as they are typed."""
    return "".join(f"[{'; '.join(s.citations)}]" if s.citations else s.text for s in spans)


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("Un[@a]. Deux[@x].", "Un[a].", "Deux[x]."),
        ("Un[@x]. Deux[@a].", "Deux[a].", "Un[x]."),
        ("Sans rien. Un[@x]. Deux.", "Sans rien. Deux.", "Un[x]."),
        ("Un[@a], deux[@x], trois.", "", "Un[a], deux[x], trois."),
        ("Un[@a; @x].", "Un[a].", ""),
        ("Un[@a] [@x].", "Un[a].", ""),
        ("Un [@x] [@a].", "Un [a].", ""),
        ("Rien.[@x] Deux.", "Deux.", "Rien.[x]"),
        ("Rien. [@x] Deux.", "Deux.", "Rien. [x]"),
        ("« Un ! »[@x] Deux.", "Deux.", "« Un ! »[x]"),
        ("« Rien. » Deux[@x].", "« Rien. »", "Deux[x]."),
        ("Selon M. Un et D. Deux, cf. Trois[@x]. Quatre.", "Quatre.", None),
        ("C'est l'UE. Elle paie[@x]. Quatre.", "Quatre.", None),
        ("Voir p. 12, vol. II[@x]. Quatre ?", "Quatre ?", None),
        ("Un *deux*[@x]. Trois *quatre*.", "Trois quatre.", "Un deux[x]."),
        ("Un… Deux[@x] ! Trois ?", "Un… Trois ?", "Deux[x] !"),
        ("Un[@x]", "", "Un[x]"),
    ],
)
def test_a_sentence_goes_with_a_call_of_its_own(text: str, kept: str, gone: str | None) -> None:
    left, out = without(rich(text), {"x"})
    assert told(left) == kept
    assert gone is None or told(out) == gone


def test_what_stays_keeps_its_setting_in_as_few_spans_as_reading_makes() -> None:
    left, _ = without(rich("Un *deux*. Trois[@x]. Quatre **cinq**[@a]."), {"x"})
    assert left == rich("Un *deux*. Quatre **cinq**[@a].")


def test_prose_that_cites_nothing_hidden_is_left_alone() -> None:
    spans = rich("Un  deux [@a] [@b] . Trois ")
    assert without(spans, {"x"}) == (spans, ())


SENTENCE = st.tuples(
    st.sampled_from(("Le train part", "La région paie", "Nul ne sait")),
    st.lists(st.sampled_from("abxy"), max_size=2, unique=True),
)


@given(st.lists(SENTENCE, max_size=5))
def test_no_hidden_citation_stays_and_no_sentence_is_lost(
    given_: list[tuple[str, list[str]]],
) -> None:
    spans: list[Span] = []
    for text, ids in given_:
        spans += [Span(f"{' ' if spans else ''}{text}")]
        spans += [Span("", citations=tuple(ids)), Span(".")] if ids else [Span(".")]
    kept, gone = without(tuple(spans), {"x", "y"})
    assert not {"x", "y"} & set(citations(kept))
    staying = [text for text, ids in given_ if not ids or not {"x", "y"} >= set(ids)]
    assert plain(kept) == " ".join(f"{text}." for text in staying)
    assert plain(gone).count(".") == len(given_) - len(staying)
