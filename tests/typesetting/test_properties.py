"""What holds for any text: nothing moves twice, no word changes, the work is linear."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.model.typography import STANDARD, Dash, Space, Typography
from briefing.typesetting import Typesetter, typeset, typeset_spans

SIGNS = "aB9 5'\"’‘“”«»„‹›…....;:!?!,–—---()[]/%€@&;`\n\u00a0\u202f\u2060\u3164"
WORDS = (
    "  |etc|l'|M. |D. |n°|p. |12 000|1er |XXe |siècle| mars |2025|http://x.|://| :)|www.|.. |&amp;"
    '| - | — | – |Il |h |km| « | » | “|” |juin|-juillet|8h-|10h|XIXe-|XXe s.|no 5|$|$x=|{"|}|:a:|° C'
    '|12 $| US|CHF |5.–|+1 |M.|cf. |л|der |дом| ;|\'"|""|×|H 30'
).split("|")
TAGS = (
    "<em>|</em>|<p>|</p>|<br>|<code>|</code>|<i lang=en>|</i>|&nbsp;|&amp;|&#39;|&quot;|<|>|<!--"
    "|-->|<sup>|</sup>|XX<sup>e</sup>|<sup>ème</sup>| siècle|<title>|</title>|<span class=century>"
    "|</span>"
).split("|")
typed = st.sampled_from([*SIGNS, *WORDS])
texts = st.one_of(st.text(), st.lists(typed, max_size=14).map("".join))
pages = st.lists(st.one_of(typed, st.sampled_from(TAGS)), max_size=14).map("".join)
houses = st.builds(
    Typography,
    st.sampled_from([None, *Space]),
    st.sampled_from(Dash),
    st.booleans(),
    st.sampled_from([0, 4, 5]),
)
typesetters = st.builds(
    Typesetter, st.sampled_from(["fr-FR", "fr-CH", "fr-CA"]), houses | st.just(STANDARD)
)
often = settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))

CHANGED = re.compile(r"[\s\u2060\u00a0\u202f\"“”«»„‹›'’‘\-–—.…]+")
"""Spaces, quotation marks, apostrophes, dashes and points: all that rules may change."""


def words(text: str) -> str:
    return CHANGED.sub("", text)


def words_of_page(page: str) -> str:
    text = unescape(re.sub(r"</?(?:em|p|br|code|i|sup|span)\b[^<>]*>", "", page))
    return words(re.sub(r"[°º]", "o", text).replace("<", "").replace(">", ""))


@pytest.mark.slow
@often
@given(texts, typesetters)
@example('«"»"', Typesetter())
@example("«Il a dit “oui » hier”", Typesetter())
@example("a ;'( - ", Typesetter())
@example("–/&amp;", Typesetter())
@example('""/12 000', Typesetter())
@example("«;(;", Typesetter())
@example('"«"»"', Typesetter())
@example("««0 ›»", Typesetter("fr-CH"))
@example("«„0„”", Typesetter())
@example("«„„“", Typesetter())
@example('„"("“', Typesetter())
@example('"„a“"b', Typesetter())
@example("12 000km", Typesetter())
@example("a – “b” –; M. -;", Typesetter())
@example("0H 00H00", Typesetter())
@example("8h-10h 30h", Typesetter())
@example('l\'" axe "', Typesetter())
@example("juin–juillet—mai", Typesetter())
def test_twice_is_once(text: str, by: Typesetter) -> None:
    once = by.text(text)
    assert by.text(once) == once


@pytest.mark.slow
@often
@given(pages, typesetters)
@example("n°<em>&#39;a", Typesetter())
@example("n°www.l'a", Typesetter())
@example("/n°'\"", Typesetter())
@example(" — $x=9$", Typesetter())
def test_twice_is_once_in_markup(page: str, by: Typesetter) -> None:
    once = typeset(page, by.locale, markup=True, house=by.house)
    assert typeset(once, by.locale, markup=True, house=by.house) == once


@pytest.mark.slow
@often
@given(texts, typesetters)
def test_no_word_changes(text: str, by: Typesetter) -> None:
    assert words(by.text(text)) == words(text)


@pytest.mark.slow
@often
@given(pages.filter(lambda page: "<!--" not in page), typesetters)
def test_no_word_changes_in_markup(page: str, by: Typesetter) -> None:
    done = typeset(page, by.locale, markup=True, house=by.house)
    assert words_of_page(done) == words_of_page(page)


@pytest.mark.slow
@often
@given(st.lists(texts, max_size=5), st.sets(st.integers(0, 4)))
@example(["0 ", "H00"], set())
def test_spans_keep_their_number_and_frozen_ones_their_bytes(
    parts: list[str], frozen: set[int]
) -> None:
    frozen = {index for index in frozen if index < len(parts)}
    done = typeset_spans(parts, frozen=frozen)
    assert [words(part) for part in done] == [words(part) for part in parts]
    assert all(done[index] == parts[index] for index in frozen)
    assert typeset_spans(done, frozen=frozen) == done


HOSTILE = (
    '"', "« ", "“", "»", "...", "....", '<a "', "<a '", "<!--", "<", "a@", "a.", "1 000 ", "   ",
    "http://", "— ", "a - ", "D. ", "M", "n°", "`", "&", "/", "'", "5'", "<p>", "<i>", "</p>",
    "\u3164", "e", "1", ":", ";)", "&#", "<a b=", "((", '« "', "\n\n", " ?", "etc", "‹", "›", "„",
    "```", "#", "the ", "nos 1", "nos 1, ", "14h", "12345 ", "II ", "Ab", "XIe, ", "<b>a</b>", "0 ",
    "$", "$x=", '{"', '{"a{}', ":a", " ;a", "XIe-", "juin-", "8h-", "+1 2", "(514) ", "± ", "der ",
    "\u0434", "° ", "cf. ", "XX<sup>e</sup> siècle ", '""', "M.", "1–",
)  # fmt: skip


def seconds(text: str, *, markup: bool) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        typeset(text, markup=markup)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("markup", [False, True])
@pytest.mark.parametrize("run", HOSTILE)
def test_time_is_linear(run: str, markup: bool) -> None:
    """Quadratic time would be sixteen times as long for a text four times as long, every time."""
    assert any(grows_slowly(run, markup=markup) for _ in range(4))


def grows_slowly(run: str, *, markup: bool) -> bool:
    """Compare two sizes; a busy machine may spoil one comparison."""
    short, long = (seconds(run * (size // len(run)), markup=markup) for size in (8_000, 32_000))
    return long < 0.02 or long < 12 * short
