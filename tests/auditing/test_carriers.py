"""Whatever a text is packed in, it is found: every carrier, and any text in it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.auditing import Needles
from tests.auditing.auditing import HIDDEN, leaks, needles, secretive
from tests.auditing.carriers import CARRIERS


@pytest.fixture(scope="module")
def sought() -> Needles:
    return needles(secretive())


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_quotation_is_found(sought: Needles, carrier: str) -> None:
    told = leaks(sought, *CARRIERS[carrier](HIDDEN))
    assert "quotation" in {leak.needle.field for leak in told}


@pytest.mark.parametrize("carrier", CARRIERS)
def test_an_author_is_found(sought: Needles, carrier: str) -> None:
    told = leaks(sought, *CARRIERS[carrier]("Étienne Quesnoy"))
    assert "authors" in {leak.needle.field for leak in told}


@pytest.mark.parametrize("carrier", CARRIERS)
def test_what_anybody_may_see_is_no_leak(sought: Needles, carrier: str) -> None:
    text = "dont les objectifs restent maximalistes selon Dimitri Minic"
    assert leaks(sought, *CARRIERS[carrier](text)) == ()


@pytest.mark.parametrize("carrier", CARRIERS)
def test_some_words_in_a_row_are_found(sought: Needles, carrier: str) -> None:
    told = leaks(sought, *CARRIERS[carrier]("aurait caché la note du ministère à la"))
    assert "quotation" in {leak.needle.field for leak in told}


LETTERS = "abcdefghijklmnopqrstuvwxyzéèêàçôœûABCDEFGÉ"
WORDS = st.lists(st.text(LETTERS, min_size=3, max_size=9), min_size=8, max_size=14)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, st.sampled_from(sorted(CARRIERS)))
def test_any_text_is_found_anywhere(words: list[str], carrier: str) -> None:
    text = " ".join(words)
    what = needles(secretive(text))
    carried = text.replace("œ", "oe") if carrier.startswith("PNG") else text
    assert "quotation" in {x.needle.field for x in leaks(what, *CARRIERS[carrier](carried))}
