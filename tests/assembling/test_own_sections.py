"""Where the sections that a dossier adds stand in an edition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.own_sections import ordered
from briefing.model.naming import Person
from briefing.model.parts import DeclaredSection
from briefing.model.text import plain
from briefing.reading.built_in_audiences import SECTIONS
from briefing.reading.prose import parse_blocks
from tests.builders import assembled, audience, dossier, extract, rich

IDS = ("a", "b", "c", "d")


def own(
    id_: str, beside: str = "chapeau", *, before: bool = False, **more: object
) -> DeclaredSection:
    made = DeclaredSection(id_, rich(f"Section {id_}"), beside=beside, precedes=before)
    return replace(made, **more)  # type: ignore[arg-type]


def order(*sections: DeclaredSection, among: str = "chapeau positions sources") -> str:
    return " ".join(ordered(sections, audience(*among.split())))


def test_a_section_stands_where_it_says() -> None:
    assert order(own("a")) == "chapeau a positions sources"
    assert order(own("a", before=True)) == "a chapeau positions sources"


def test_those_of_one_place_are_in_the_order_of_the_dossier() -> None:
    assert order(own("a"), own("b"), own("c", "a")) == "chapeau a c b positions sources"
    assert order(own("a", "b"), own("b"), own("c", "b", before=True)).startswith("chapeau c b a ")


def test_what_it_stands_beside_takes_it_along() -> None:
    assert order(own("a", "questions"), own("b", "a")) == "chapeau positions sources"


def test_an_audience_that_it_is_for_has_it_all_the_same() -> None:
    mine = own("a", "questions", only_for=("complet",))
    assert order(mine, own("b", "points-clés", only_for=("complet",))) == (
        "b chapeau positions a sources"
    )
    assert order(replace(mine, only_for=("presse",))) == "chapeau positions sources"


def test_a_section_beside_one_for_others_stands_where_that_one_would() -> None:
    others = own("a", "positions", only_for=("presse",))
    assert order(others, own("b", "a")) == "chapeau positions b sources"


def test_an_audience_in_an_order_of_its_own_has_what_it_names() -> None:
    asked = replace(audience("b", "sources", "gone"), ordered=True)
    assert ordered([own("a"), own("b")], asked) == ("b", "sources")
    assert ordered([own("a", only_for=("complet",)), own("b")], asked) == ("a", "b", "sources")


@given(
    st.lists(
        st.builds(
            own,
            st.sampled_from(IDS),
            st.sampled_from((*SECTIONS, *IDS)),
            before=st.booleans(),
            only_for=st.sampled_from([(), ("complet",), ("presse",)]),
        ),
        unique_by=lambda section: section.id,
    ).filter(lambda sections: _grounded(sections)),  # noqa: PLW0108 - it stands below
    st.lists(st.sampled_from((*SECTIONS, *IDS)), unique=True),
    st.booleans(),
)
def test_any_order_keeps_that_of_the_audience_and_prints_nothing_twice(
    sections: list[DeclaredSection], names: list[str], asked: bool
) -> None:
    who = replace(audience(*names), sections=tuple(names), ordered=asked)
    made = ordered(sections, who)
    assert len(set(made)) == len(made)
    for_it = {s.id for s in sections if not s.only_for or "complet" in s.only_for}
    assert [n for n in made if n in names] == [n for n in names if n in SECTIONS or n in for_it]
    assert {s.id for s in sections if s.only_for == ("complet",)} <= set(made)
    assert set(made) <= {*SECTIONS, *for_it}


def _grounded(sections: list[DeclaredSection]) -> bool:
    """Say whether each stands beside one of ours in the end, as reading makes sure."""
    beside = {section.id: section.beside for section in sections}
    for first in beside.values():
        met: set[str] = set()
        place = first
        while place in beside and place not in met:
            met.add(place)
            place = beside[place]
        if place not in SECTIONS:
            return False
    return True


# ---- What they say -------------------------------------------------------------------------


def test_notes_are_numbered_where_they_are_called() -> None:
    text = parse_blocks("Un mot[@x]. Un autre[@y].")
    what = dossier(extract("x"), extract("y"), introduction="Enfin[@y].")
    for before, numbers in ((True, ["x", "y"]), (False, ["y", "x"])):
        added = own("a", before=before, text=text)
        briefing = assembled(replace(what, sections=(added,)), "chapeau", "sources")
        assert [note.entries[0].extract.id for note in briefing.notes] == numbers
        (section,) = briefing.own_sections
        assert (section.anchor, section.extracts) == ("section-a", ("x", "y"))


def test_people_are_named_in_full_in_each() -> None:
    people = (Person("Donald Trump", "D. Trump"),)
    text = parse_blocks("D. Trump parle. Donald Trump se tait.")
    what = replace(dossier(introduction="Donald Trump."), people=people)
    (section,) = assembled(replace(what, sections=(own("a", text=text),))).own_sections
    words = plain(section.blocks[0].passages[0].spans)
    assert words == "Donald Trump parle. D. Trump se tait."


@pytest.mark.parametrize("names", [("chapeau", "sources"), SECTIONS])
def test_an_edition_without_one_of_them_is_not_whole(names: tuple[str, ...]) -> None:
    what = replace(dossier(extract("x")), sections=(own("a", "questions"),))
    assert assembled(what, *names).whole is (names is SECTIONS)
