"""Words under any typography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.auditing.folding import STOP, Aliases, is_hyphenated, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("L’Été", ["l", "ete"]),
        ("œuvre cœur", ["oeuvre", "coeur"]),
        ("ﬁnance ﬂux", ["finance", "flux"]),
        ("n° 5 – n\u1d52 5", ["no", "5", "no", "5"]),
        ("XX\u1d49", ["xxe"]),
        ("obj\u00adet ob\u200bjet obj\u00ad\net", ["objet"] * 3),
        ("ob-\njet", ["objet"]),
        ("a_b-c/d.e", ["a", "b", "c", "d", "e"]),
        ("Il part. Elle reste !", ["il", "part", STOP, "elle", "reste", STOP]),
        ("D. Minic, p. 12.5", ["d", "minic", "p", "12", "5"]),
        ("Straße", ["strasse"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_hyphen_at_the_end_of_a_line_may_be_the_words_own() -> None:
    assert is_hyphenated("Jean-\nPierre")
    assert words_of("Jean-\nPierre", joined=False) == ["jean", "pierre"]


@given(st.text())
def test_case_makes_no_difference(text: str) -> None:
    plain = "".join(c for c in text if c.isascii())
    assert words_of(plain) == words_of(plain.swapcase())


@given(st.lists(st.text("abcé", min_size=2), max_size=9))
def test_spaces_make_no_difference(words: list[str]) -> None:
    assert words_of(" ".join(words)) == words_of("\u202f\n".join(words))


def test_names_are_shortened() -> None:
    aliases = Aliases.of([("Donald Trump", "D. Trump"), ("Donald", "Don"), ("", "x"), ("a", "a")])
    assert aliases.shorten("avec donald trump et donald".split()) == "avec d trump et don".split()
