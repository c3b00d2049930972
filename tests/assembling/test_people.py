"""People named in full, then in short; whoever is quoted, or is another, keeps the name typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.people import People
from briefing.model.naming import Naming, Person
from briefing.model.text import Span, plain
from tests.builders import rich

TRUMP = Person("Donald Trump", "D. Trump")
BARROT = Person("Jean-Noël Barrot", "J.-N. Barrot")
GAULLE = Person("Charles de Gaulle", "C. de Gaulle")
MACRON = Person("Emmanuel Macron", "E. Macron")
ABBAS = Person("Mahmoud Abbas", "Abou Mazen")
SCHUMAN = Person("Robert Schuman", "R. Schuman")
ALL = (TRUMP, BARROT, GAULLE, MACRON, ABBAS, SCHUMAN)


def written(*texts: str, naming: Naming = Naming.SHORT) -> list[str]:
    """Return `texts` as they stand one after the other in a section."""
    people = People(ALL, naming)
    return [plain(people.in_text(rich(text))) for text in texts]


def once(text: str) -> str:
    return written(text)[0]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Donald Trump, puis Donald Trump.", "Donald Trump, puis D. Trump."),
        ("D. Trump, puis D. Trump.", "Donald Trump, puis D. Trump."),
        ("Donald Trump dit que D. Trump parle.", "Donald Trump dit que D. Trump parle."),
        ("D. Trump (Donald Trump)", "Donald Trump (D. Trump)"),
        ("J.-N. Barrot et C. de Gaulle", "Jean-Noël Barrot et Charles de Gaulle"),
        ("d'E. Macron à E. Macron", "d'Emmanuel Macron à E. Macron"),
    ],
)
def test_the_first_mention_is_in_full_and_the_next_in_short(text: str, printed: str) -> None:
    assert once(text) == printed


def test_a_mention_counts_from_one_text_to_the_next_until_a_section_ends() -> None:
    people = People(ALL)
    name = rich("Donald Trump")
    assert [plain(people.in_text(name)) for _ in range(2)] == ["Donald Trump", "D. Trump"]
    people.begin_section()
    assert plain(people.in_text(name)) == "Donald Trump"


@pytest.mark.parametrize(
    "typed", ["D.\u00a0Trump", "D.\u202fTrump", "D.Trump", "Donald\u00a0Trump", "Donald  Trump"]
)
def test_a_name_may_be_spaced_as_it_likes(typed: str) -> None:
    first, second = written(typed, typed)
    assert " ".join(first.split()) == "Donald Trump"
    assert first == (typed if typed.startswith("Don") else "Donald Trump")
    assert second == (typed if typed.startswith("D.") else "D. Trump")


def test_hyphens_and_apostrophes_may_be_of_any_kind() -> None:
    people = People([Person("Jean-Noël O'Neil", "J.-N. O'Neil")])
    assert plain(people.in_text((Span("J.\u2011N. O’Neil"),))) == "Jean-Noël O'Neil"


@pytest.mark.parametrize(
    "text",
    [
        "Trump parle, les Trump aussi.",
        "Le duo Donald Trump-Poutine et l'axe Poutine–Donald Trump",
        "Donald Trumpette et McDonald Trump",
        "Donald Trump Jr. et Donald Trump junior",
        "J. D. Trump",
        "« Donald Trump » et “D. Trump”, dit-il",
        "[D. Trump](https://exemple.fr) et *D.* Trump",
        "la Fondation Robert Schuman, l'Institut Robert Schuman, le prix Charles de Gaulle",
        "l'aéroport Charles-de-Gaulle",
        "donald trump",
    ],
)
def test_what_is_no_mention_of_them_stays(text: str) -> None:
    assert written("Donald Trump, Robert Schuman, Charles de Gaulle", text)[1] == plain(rich(text))


def test_what_is_no_mention_leaves_the_first_to_come() -> None:
    assert (
        once("« Donald Trump », dit-il de D. Trump") == "« Donald Trump », dit-il de Donald Trump"
    )


@pytest.mark.parametrize("title", ["M.", "Mme", "Dr", "M.\u00a0"])
def test_after_a_title_a_name_stays_as_it_is_typed(title: str) -> None:
    text = f"{title} Donald Trump puis Donald Trump".replace("\u00a0 ", "\u00a0")
    assert once(text) == text.replace("puis Donald", "puis D.")


@pytest.mark.parametrize(
    "before", ["la fin de l'ONU. ", "V. Poutine et ", "et ", "Et ", "Président ", "« Non », dit "]
)
def test_what_stands_before_is_no_part_of_the_name(before: str) -> None:
    assert once(f"{before}D. Trump") == f"{before}Donald Trump"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("l'avis de Mahmoud Abbas", "l'avis de Mahmoud Abbas"),
        ("Mahmoud Abbas part", "Abou Mazen part"),
        ("avec Mahmoud Abbas", "avec Abou Mazen"),
    ],
)
def test_a_form_that_would_spoil_an_elision_isnt_taken(text: str, printed: str) -> None:
    assert written("Mahmoud Abbas", text)[1] == printed


def test_a_numeral_makes_a_namesake_and_an_initial_doesnt() -> None:
    assert (
        once("Donald Trump II, D. Trump V. Poutine") == "Donald Trump II, Donald Trump V. Poutine"
    )


def test_a_name_within_another_is_read_as_the_longer_one() -> None:
    people = People([Person("Jean Dupont", "J. Dupont"), Person("Jean Dupont Aignan", "J. D. A.")])
    text = rich("Jean Dupont Aignan, Jean Dupont, Jean Dupont Aignan")
    assert plain(people.in_text(text)) == "Jean Dupont Aignan, Jean Dupont, J. D. A."


def test_an_audience_may_have_names_in_full() -> None:
    texts = ("D. Trump, D. Trump", "M. D. Trump")
    assert written(*texts, naming=Naming.FULL) == ["Donald Trump, Donald Trump", "M. D. Trump"]


def test_an_audience_may_have_names_as_they_are_typed() -> None:
    text = "D. Trump, Donald Trump"
    assert written(text, naming=Naming.TYPED) == [text]
    assert plain(People(ALL, Naming.TYPED).in_short(rich(text))) == text


@pytest.mark.parametrize("naming", [Naming.SHORT, Naming.FULL])
def test_a_cell_has_them_in_short_and_counts_for_nothing(naming: Naming) -> None:
    people = People(ALL, naming)
    assert plain(people.in_short(rich("Donald Trump"))) == "D. Trump"
    assert plain(people.in_text(rich("D. Trump"))) == "Donald Trump"


def test_without_people_nothing_is_read() -> None:
    text = rich("D. Trump")
    assert People(()).in_text(text) is text


def test_who_is_named_is_found_in_either_form() -> None:
    text = rich("D. Trump, « E. Macron », Donald Trump")
    assert list(People(ALL).named_in(text)) == [TRUMP, TRUMP]


WORDS = st.lists(
    st.sampled_from(
        ["D. Trump", "Donald Trump", "Trump", "«", "»", "de", "M.", "-", "*", "E. Macron"]
    )
)


@given(WORDS, st.sampled_from(Naming))
def test_written_twice_a_text_stays_as_it_is(words: list[str], naming: Naming) -> None:
    first = written(" ".join(words), naming=naming)[0]
    assert plain(People(ALL, naming).in_text((Span(first),))) == first


@given(WORDS)
def test_both_forms_of_a_text_are_one_in_short(words: list[str]) -> None:
    """What versions are compared in doesn't tell a first mention from the next."""
    text = (Span(" ".join(words)),)
    people = People(ALL)
    people.in_text(rich("Donald Trump et Emmanuel Macron"))
    later, first = people.in_text(text), People(ALL).in_text(text)
    assert people.in_short(later) == people.in_short(first) == people.in_short(text)


@given(
    st.lists(st.text(alphabet="aB.-'’ \u00a0‑ʼ(", min_size=1, max_size=6), min_size=2, max_size=6)
)
def test_any_form_is_found_again(forms: list[str]) -> None:
    people = [Person(name, short) for name, short in zip(forms[::2], forms[1::2], strict=False)]
    register = People(people)
    for form in forms:
        register.in_text((Span(f"x, {form}, {form}"),))
