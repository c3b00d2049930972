"""English and German: apostrophes and quotation marks; `␣` is a thin space, `⍽` a no-break one."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.typesetting import Typesetter, typeset, typeset_spans
from briefing.typesetting.foreign_marks import collide

VISIBLE = str.maketrans({"\u202f": "␣", "\u00a0": "⍽"})
ENGLISH = (
    ('the "end game", he said', "the “end game”, he said"),
    ('"No," he said. "Never!"', "“No,” he said. “Never!”"),
    ("I don't think it's O'Brien's", "I don’t think it’s O’Brien’s"),
    ("the Allies' aim", "the Allies’ aim"),
    ("'the allies' aim'", "'the allies' aim'"),
    ("rock 'n' roll of the '90s", "rock 'n' roll of the '90s"),
    ('he is 5\'10" and the screen 27"', 'he is 5\'10" and the screen 27"'),
    ('he is "27"', "he is “27”"),
    ('"He said "no" to it"', "“He said ‘no’ to it”"),
    ("“He said “no” to it”", "“He said ‘no’ to it”"),
    ('""No" was said"', "“␣‘No’ was said”"),
    ('"he said "no""', "“he said ‘no’␣”"),
    ("“he said ‘no’”", "“he said ‘no’␣”"),
    ('"he said "the \'deal\' is off" and left"', "“he said “the 'deal' is off” and left”"),
    ('"a "b "c" d" e"', "“a “b “c” d” e”"),
    ('an open " mark, the "end"', 'an open " mark, the "end"'),
    ('an open "mark\n\nthe "end"', 'an open "mark\n\nthe “end”'),
    ("a stray ” and “", "a stray ” and “"),
    ("pre-“typed” – “as is”", "pre-“typed” – “as is”"),
    ('("x")—"y"/"z"', "(“x”)—“y”/“z”"),
    ("the aim […] is [...] it", "the aim⍽[…] is⍽[...] it"),
    ("12 000 ; no... - 1st?", "12 000 ; no... - 1st?"),
    ('see https://a.example/?q="x"', 'see https://a.example/?q="x"'),
)
GERMAN = (
    ('das "Ende"', "das „Ende“"),
    ("das “Ende” ist's", "das „Ende“ ist’s"),
    ("das „Ende”", "das „Ende“"),
    ("das „Ende“, »so« heißt es", "das „Ende“, »so« heißt es"),
    ("„Er sagt „nein“ dazu“", "„Er sagt ‚nein‘ dazu“"),
    ('"Er sagt "nein""', "„Er sagt ‚nein‘␣“"),
    ("Hans' Haus", "Hans’ Haus"),
    ("ein “ allein", "ein “ allein"),
)


@pytest.mark.parametrize(("typed", "seen"), ENGLISH)
def test_english(typed: str, seen: str) -> None:
    assert Typesetter("en-GB").text(typed).translate(VISIBLE) == seen


@pytest.mark.parametrize(("typed", "seen"), GERMAN)
def test_german(typed: str, seen: str) -> None:
    assert Typesetter("de").text(typed).translate(VISIBLE) == seen


def test_spans_are_one_text_and_frozen_ones_words() -> None:
    parts = ['He said "', "no", '" to ', '"it"', ", didn't", " […]"]
    done = Typesetter("en").spans(parts, frozen={3})
    assert done == ["He said “", "no", "” to ", '"it"', ", didn’t", "\u00a0[…]"]
    assert Typesetter("en").spans([]) == []


@pytest.mark.parametrize("locale", ["es", "it", "zxx", "und-Cyrl"])
def test_any_other_language_is_left_alone(locale: str) -> None:
    assert Typesetter(locale).text('"it" don\'t […]') == '"it" don\'t […]'


def test_plain_text_that_is_not_french_is_left_alone() -> None:
    """Where a line is told as English by its words, that is a guess."""
    line = 'He said that the "end game" for the war isn\'t the same.'
    assert typeset(line) == typeset(line, "en") == line
    assert typeset_spans([line], "de") == [line]


@pytest.mark.parametrize(
    ("before", "after", "touching"),
    [("“", "« a", True), ("a »", "”", True), ("a", "”", False), ("", "”", False), ("“", "", False)],
)
def test_marks_that_touch(before: str, after: str, touching: bool) -> None:
    assert collide(before, after) is touching


SIGNS = [*"\"'“”„‘’‚«» .,s15a-([…\n\u3164", "don't", '"x"', ' "', '" ', "\n\n", " […]", "'s", "5'2"]
texts = st.one_of(st.text(), st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))
languages = st.sampled_from(["en", "de"])
often = settings(max_examples=1_000, deadline=None)
CHANGED = str.maketrans("", "", "\"'“”„‘’‚ \u00a0\u202f")


@often
@given(texts, languages)
@example("““‘» 1«", "de")
@example("a“[…]”«„s“““««5,", "de")
@example('""', "en")
def test_twice_is_once(text: str, language: str) -> None:
    by = Typesetter(language)
    once = by.text(text)
    assert by.text(once) == once


@often
@given(texts, languages)
def test_no_word_changes(text: str, language: str) -> None:
    done = Typesetter(language).text(text)
    assert done.translate(CHANGED) == text.translate(CHANGED)


@often
@given(st.lists(texts, max_size=4), st.sets(st.integers(0, 3)), languages)
def test_spans_keep_their_number_and_frozen_ones_their_bytes(
    parts: list[str], frozen: set[int], language: str
) -> None:
    frozen = {index for index in frozen if index < len(parts)}
    done = Typesetter(language).spans(parts, frozen=frozen)
    assert [part.translate(CHANGED) for part in done] == [p.translate(CHANGED) for p in parts]
    assert all(done[index] == parts[index] for index in frozen)
