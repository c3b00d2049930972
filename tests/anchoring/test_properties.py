"""What holds for any text and any passage of it."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from briefing.anchoring import Change, Locator, Place, Verdict, locate, normalise
from briefing.typesetting import typeset

WORDS = (
    "la paix guerre Russie l'Ukraine d'Europe négociation peut-être cessez-le-feu 12 15-20 2025 "
    "1,5 V. Trump n'est pas œuvre été à où Moscou-Pékin *deal* OTAN 50 % ans irréaliste M. I"
).split()
MARKS = (
    " ",
    " ",
    " ",
    " ",
    ", ",
    " ; ",
    " : ",
    ". ",
    " ? ",
    " – ",
    " « ",
    " » ",
    " (",
    ") ",
    "... ",
)
BREAKS = ("\n", "\n\n", "\u00a0", "\u202f", "  ", "\f")
often = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))

words = st.sampled_from(WORDS)
pairs = st.tuples(words, st.sampled_from(MARKS))
prose = st.lists(pairs, min_size=4, max_size=30)
passages = st.tuples(prose, st.integers(0, 25), st.integers(1, 12))


def cut_out(pieces: list[tuple[str, str]], first: int, size: int) -> tuple[str, str, int]:
    """Return a text, a passage of whole words in it, and where that begins."""
    first %= len(pieces)
    before = "".join(word + mark for word, mark in pieces[:first])
    inside = "".join(word + mark for word, mark in pieces[first : first + size])
    after = "".join(word + mark for word, mark in pieces[first + size :])
    return before + inside + after, inside.strip(" «»–;:,("), len(before)


def bare(text: str) -> str:
    """Return the letters and digits of a text as normalisation leaves them."""
    return re.sub(r"[\W_]+", "", normalise(text, flowing=True).text)


def places(text: str, quotation: str) -> set[int]:
    anchor = locate(text, quotation)
    found = {anchor.start, *(place.start for place in anchor.candidates)}
    assert anchor.verdict in (Verdict.VERBATIM, Verdict.AMBIGUOUS)
    return {start for start in found if start is not None}


@often
@given(passages)
def test_a_passage_is_found_at_its_place(drawn: tuple[list[tuple[str, str]], int, int]) -> None:
    text, passage, start = cut_out(*drawn)
    assume(re.search(r"\w", passage) and passage[-1] not in ".*'")
    start = text.index(passage, start)
    assert start in {place + lead for place in places(text, passage) for lead in (0, 1, -1)}


@often
@given(passages, st.sampled_from(["fr-FR", "fr-CH", "fr-CA"]))
def test_house_typography_hides_nothing(
    drawn: tuple[list[tuple[str, str]], int, int], variant: str
) -> None:
    text, passage, _ = cut_out(*drawn)
    assume(re.search(r"\w", passage))
    assert places(text, passage) == places(text, typeset(passage, variant))


@often
@given(passages, st.sampled_from(["fr-FR", "fr-CH", "fr-CA"]))
def test_a_typeset_document_holds_what_was_typed(
    drawn: tuple[list[tuple[str, str]], int, int], variant: str
) -> None:
    text, passage, _ = cut_out(*drawn)
    assume(re.search(r"\w", passage))
    assert len(places(text, passage)) == len(places(typeset(text, variant), passage))


@often
@given(passages, st.sampled_from(BREAKS))
def test_layout_hides_nothing(drawn: tuple[list[tuple[str, str]], int, int], break_: str) -> None:
    text, passage, _ = cut_out(*drawn)
    assume(re.search(r"\w", passage))
    laid_out = re.sub(r"(?<=[a-zé]{2}) (?=[a-zé]{2})", break_, text)
    assert len(places(laid_out, passage)) == len(places(text, passage))


@often
@given(passages, st.data())
def test_a_changed_word_is_never_verbatim(
    drawn: tuple[list[tuple[str, str]], int, int], data: st.DataObject
) -> None:
    text, passage, _ = cut_out(*drawn)
    spots = [m.span() for m in re.finditer(r"\w+", passage)]
    assume(spots)
    start, end = data.draw(st.sampled_from(spots))
    word = data.draw(st.sampled_from(["mirabelle", "zzz", f"{passage[start:end]}x", "777"]))
    anchor = locate(text, passage[:start] + word + passage[end:])
    assert anchor.verdict in (Verdict.NEAR, Verdict.ABSENT)


@often
@given(passages, st.integers(0, 30))
def test_an_added_word_is_never_verbatim(
    drawn: tuple[list[tuple[str, str]], int, int], place: int
) -> None:
    text, passage, _ = cut_out(*drawn)
    spoken = passage.split(" ")
    spoken.insert(place % (len(spoken) + 1), "mirabelle")
    assert locate(text, " ".join(spoken)).verdict in (Verdict.NEAR, Verdict.ABSENT)


@often
@given(passages)
def test_a_place_holds_the_words_of_the_quotation(
    drawn: tuple[list[tuple[str, str]], int, int],
) -> None:
    text, passage, _ = cut_out(*drawn)
    assume(re.search(r"\w", passage))
    anchor = locate(text, passage)
    for place in anchor.candidates or anchor.parts:
        assert bare(text[place.start : place.end]) == bare(passage)


@often
@given(st.text(), st.text())
@example("a\u0301\u0301", "a")
@example("\u0958", "\u0958")
@example("\0", "\0")
@example("*" * 50, "_")
def test_any_text_may_be_asked_for_in_any(text: str, quotation: str) -> None:
    anchor = locate(text, quotation, prefix=quotation, suffix=text, hint=3)
    if anchor.start is not None and anchor.end is not None:
        assert 0 <= anchor.start < anchor.end <= len(text)


@often
@given(st.text(min_size=1))
@example("ﬁn « été »…")
def test_offsets_lead_back_in_order(text: str) -> None:
    for flowing in (False, True):
        form = normalise(text, flowing=flowing)
        origins = [form.offsets.origin_of(index) for index in range(len(form.text))]
        assert all(0 <= origin < len(text) for origin in origins if form.text[0] != "\n")
        if not flowing:
            assert origins == sorted(origins)


@often
@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_both_unicode_forms_are_one(text: str) -> None:
    forms = {normalise(unicodedata.normalize(form, text)).text for form in ("NFC", "NFD")}
    assert len(forms) == 1


@often
@given(passages)
def test_what_is_sought_often_is_found_alike(
    drawn: tuple[list[tuple[str, str]], int, int],
) -> None:
    """The index of words changes how places are found, not which."""
    text, passage, _ = cut_out(*drawn)
    assume(re.search(r"\w", passage))
    locator = Locator(text)
    first = locator.locate(passage)
    assert locator.locate_all([passage] * 50)[-1] == first


HOSTILE = (
    "*", "_", "[", "](", "[a](", "<sup>1</sup>", "<", "&", "&a;", "\n", "\n\n", "\f", "\n1. A\n\n",
    "\n\n1. a", "---\n\n", "-", "- ", " ", ".", "…", "1", "1 000 ", "a-\n", "\u0301", "\u00ad",
    "« ", '"', "¹", "a1 ", "! 1.\n", "\\", "\n> ", "~~", "etc... ", "(…)", "\0", "Page 1\n\f",
)  # fmt: skip


@pytest.mark.parametrize("run", HOSTILE)
def test_time_is_linear(run: str) -> None:
    """Quadratic time would be sixteen times as long for a text four times as long."""
    short, long = (seconds(run * (size // len(run))) for size in (10_000, 40_000))
    assert long < 0.05 or long < 12 * short


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        normalise(text, flowing=True)
        best = min(best, time.process_time() - start)
    return best


def test_repeats_are_told_apart_by_context_then_by_hint() -> None:
    text = "D'abord la paix viendra vite. Ensuite la paix viendra mal. Enfin la paix viendra."
    asked = "la paix viendra"
    anchor = locate(text, asked)
    assert anchor.verdict is Verdict.AMBIGUOUS
    assert [place.start for place in anchor.candidates] == [8, 38, 65]
    assert anchor.place == Place(8, 23)
    for chosen in (
        locate(text, asked, prefix="vite. Ensuite "),
        locate(text, asked, suffix=" mal. Enfin"),
        locate(text, asked, hint=40),
    ):
        assert (chosen.verdict, chosen.start) == (Verdict.VERBATIM, 38)
        assert len(chosen.candidates) == 3
    assert locate(text, asked, prefix="ailleurs, ").verdict is Verdict.AMBIGUOUS


def test_a_difference_names_both_wordings() -> None:
    anchor = locate("à un horizon de 15 à 20 ans, dit-il", "à un horizon de 5 à 20 ans")
    (difference,) = anchor.differences
    assert (difference.change, difference.quoted, difference.document) == (
        Change.REPLACED,
        "5",
        "15",
    )
