"""Marks in a reference: what a field can't forge, and what is read of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.citing.marks import (
    FIRST,
    HYPHEN,
    Mark,
    clean,
    marked,
    read,
    without_raised_letters,
)
from briefing.model.text import Span, plain

MARKS = "".join(mark.opening + mark.closing for mark in Mark)


def spans(text: str) -> tuple[Span, ...]:
    return read(text, {Mark.URL: "https://a.example/", Mark.DOI: "https://doi.org/10.1/a"}, "en")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("<script>{{ 7*7 }}</script> & \\textbf{«»}", "<script>{{ 7*7 }}</script> & \\textbf{«»}"),
        ("a\0b\x1bc\nd\te", "a b c d e"),
        ("a\u202eb\u2066c\u2069d", "abcd"),
        ("שלום\u200f عربي\u200e", "שלום\u200f عربي\u200e"),
        (f"a{MARKS}{FIRST}{HYPHEN}b\ufffe\uffff", "ab"),
        ("a\ud800b", "ab"),
        ("n°\u00a05, l\u2019é\u0301t\u202f!", "n°\u00a05, l\u2019é\u0301t\u202f!"),
    ],
)
def test_a_field_keeps_its_letters_alone(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_each_mark_is_a_noncharacter_of_its_own() -> None:
    assert len(set(MARKS + FIRST + HYPHEN)) == 2 * len(Mark) + 2
    assert all("\ufdd0" <= sign <= "\ufdef" for sign in MARKS + FIRST + HYPHEN)


@pytest.mark.parametrize(
    ("mark", "span"),
    [
        (Mark.ITALIC, Span("abc", emphasis=True)),
        (Mark.STARRED, Span("abc", emphasis=True)),
        (Mark.BOLD, Span("abc", strong=True)),
        (Mark.SMALL_CAPS, Span("abc", variant="small-caps")),
        (Mark.SUPERIOR, Span("abc", variant="sup")),
        (Mark.INFERIOR, Span("abc", variant="sub")),
        (Mark.FOREIGN, Span("abc", language="en")),
        (Mark.URL, Span("abc", link="https://a.example/")),
        (Mark.DOI, Span("abc", link="https://doi.org/10.1/a")),
        (Mark.FIELD, Span("abc")),
    ],
)
def test_a_marked_run_is_a_span(mark: Mark, span: Span) -> None:
    around = spans(f"x {marked('abc', mark)} y")
    assert plain(around) == "x abc y"
    assert span in around or span == Span("abc")


def test_italics_of_a_title_are_roman_amid_italics() -> None:
    text = marked(f"Relire {marked('La Nuit', Mark.STARRED)} !", Mark.ITALIC)
    assert spans(text) == (
        Span("Relire ", emphasis=True),
        Span("La Nuit"),
        Span(" !", emphasis=True),
    )


def test_a_capital_set_by_a_style_stays_in_its_run() -> None:
    text = marked("the end", Mark.FOREIGN)
    assert spans(text[0].upper() + text[1:]) == (Span("The end", language="en"),)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (marked("Fin ?", Mark.ITALIC) + ".", "Fin ?"),
        (marked("Fin.", Mark.FIELD) + ". Suite", "Fin. Suite"),
        (marked("Fin…", Mark.FIELD) + ".", "Fin…"),
        (marked("Fin", Mark.FIELD) + ".", "Fin."),
        ("Fin ?.", "Fin ?."),
        (marked("Fin ", Mark.ITALIC) + " Suite", "Fin Suite"),
        (marked("Fin.", Mark.FIELD) + "...", "Fin...."),
        (f"{FIRST}1ʳᵉ mars", "1er mars"),
        (f"{FIRST}1\u00a0janv.", "1er\u00a0janv."),
        (f"{FIRST}1/03/2025", "1/03/2025"),
        (f"hors{HYPHEN}série", "hors-série"),
    ],
)
def test_where_a_field_meets_the_style(text: str, printed: str) -> None:
    assert plain(spans(text)) == printed


def test_the_resolver_is_of_the_link() -> None:
    text = f"doi: https://doi.org/{marked('10.1/a', Mark.DOI)}."
    link = Span("https://doi.org/10.1/a", link="https://doi.org/10.1/a")
    assert spans(text) == (Span("doi: "), link, Span("."))


@given(st.text(), st.sampled_from(Mark))
def test_nothing_of_a_text_is_lost_or_taken_for_a_mark(text: str, mark: Mark) -> None:
    words = " ".join(clean(text).split())
    assert "".join(plain(spans(marked(words, mark))).split()) == "".join(words.split())


@given(st.text(st.sampled_from(MARKS + FIRST + HYPHEN + "ab1 .?")))
def test_no_order_of_marks_crashes_the_reader(text: str) -> None:
    """A style may hold any: its own text isn't ours."""
    assert not set(plain(spans(text))) & set(MARKS + FIRST + HYPHEN)


@pytest.mark.parametrize(
    ("text", "plain_text"),
    [("nᵒ 3", "n° 3"), ("nᵒˢ 3-4", "nos 3-4"), ("2ᵉ éd.", "2e éd."), ("1ʳᵉ", "1re")],
)
def test_raised_letters_are_left_to_the_typesetter(text: str, plain_text: str) -> None:
    assert without_raised_letters(text) == plain_text
