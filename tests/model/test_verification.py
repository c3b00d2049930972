"""A quotation in its document, as a briefing tells it."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.verification import CONTEXT, CUT, Evidence, Fragment, Verdict, Verification
from tests.builders import edtf

TEXT = (
    "Lundi, devant une salle pleine, la présidente a parlé du train de nuit : nous paierons la"
    " moitié du déficit, a-t-elle dit avant de rappeler longuement les efforts déjà consentis par"
    " la région, mais pas un euro de plus, quoi qu'il arrive à la ligne et à ses voyageurs."
)


def fragment(exact: str, text: str = TEXT) -> Fragment:
    start = text.index(exact)
    end = start + len(exact)
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Fragment(start, end, exact, before, after)


def passage(*parts: str, text: str = TEXT) -> str:
    """Return the passage of `parts`, what is quoted between braces."""
    fragments = tuple(fragment(part, text) for part in parts)
    runs = Verification(Verdict.VERBATIM, fragments=fragments).passage
    return "".join(f"{{{run.text}}}" if run.quoted else run.text for run in runs)


def test_a_quotation_is_shown_between_whole_words() -> None:
    assert passage("nous paierons la moitié du déficit") == (
        "[…] a parlé du train de nuit : {nous paierons la moitié du déficit}, a-t-elle dit avant de […]"
    )


def test_the_ends_of_the_document_are_no_cut() -> None:
    assert passage("Lundi, devant").startswith("{Lundi, devant}")
    assert passage("ses voyageurs.").endswith("{ses voyageurs.}")
    assert passage("quoi qu'il arrive", text="Oui, quoi qu'il arrive !").endswith(
        "{quoi qu'il arrive} !"
    )


def test_a_short_gap_is_told_whole() -> None:
    assert "{nous paierons} la {moitié du déficit}" in passage("nous paierons", "moitié du déficit")


def test_a_gap_that_both_contexts_cover_is_told_once() -> None:
    shown = passage("moitié du déficit", "longuement les efforts")
    assert "{moitié du déficit}, a-t-elle dit avant de rappeler {longuement les efforts}" in shown


def test_a_long_gap_is_marked() -> None:
    shown = passage("moitié du déficit", "pas un euro de plus")
    assert (
        "{moitié du déficit}, a-t-elle dit avant de […] consentis par la région, mais {pas" in shown
    )


def test_without_a_place_there_is_no_passage() -> None:
    assert Verification(Verdict.ABSENT).passage == ()


@given(st.text(min_size=1, max_size=300), st.data())
def test_a_passage_quotes_every_part_and_invents_nothing(text: str, data: st.DataObject) -> None:
    cuts = st.integers(0, len(text))
    a, b, c, d = sorted(data.draw(st.tuples(cuts, cuts, cuts, cuts)))
    fragments = tuple(
        Fragment(i, j, text[i:j], text[max(0, i - CONTEXT) : i], text[j : j + CONTEXT])
        for i, j in ((a, b), (c, d))
    )
    runs = Verification(Verdict.VERBATIM, fragments=fragments).passage
    assert [run.text for run in runs if run.quoted] == [text[a:b], text[c:d]]
    around = [run.text for run in runs if not run.quoted]
    for piece in "\0".join(around).split(CUT):
        assert all(part in text for part in piece.split("\0"))


@pytest.mark.parametrize(
    ("verdict", "verified"),
    [
        (Verdict.VERBATIM, True),
        (Verdict.AMBIGUOUS, True),
        (Verdict.NEAR, False),
        (Verdict.ABSENT, False),
        (None, False),
    ],
)
def test_only_what_stands_word_for_word_is_verified(
    verdict: Verdict | None, verified: bool
) -> None:
    assert Verification(verdict).verified is verified


def test_evidence_counts_what_is_verified_and_what_the_lock_answered_for() -> None:
    found = {
        "a": Verification(Verdict.VERBATIM),
        "b": Verification(Verdict.VERBATIM, earlier=True),
        "c": Verification(Verdict.NEAR, earlier=True),
        "d": Verification(),
    }
    evidence = Evidence(MappingProxyType(found), edtf("2025-03-01"))
    assert (evidence.verified, evidence.earlier) == (2, 1)
