"""The cover, figures and boxes: each where it is placed, its notes in the order of reading."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.assembling.wording import written
from briefing.model.dossier import Dossier
from briefing.model.insets import all_boxes, all_illustrations
from briefing.model.naming import Naming, Person
from briefing.model.parts import DeclaredBox, DeclaredFigure, Picture
from briefing.model.text import plain
from briefing.reading.parts import PLACES
from briefing.reading.prose import parse_blocks
from tests.builders import FEW, assembled, dossier, extract, rich, source, subsets_of_sections

PICTURE = Picture("image/png", b"\x89PNG", 4, 3, "0" * 64)
SPOTS = (*PLACES, "partie:russie", "partie:ukraine")


def figure(
    id_: str, place: str = "chapeau", *, picture: Picture | None = PICTURE
) -> DeclaredFigure:
    return DeclaredFigure(id_, f"{id_}.png", "Ce qu'on voit", place=place, picture=picture)


def box(id_: str, place: str = "chapeau", text: str = "Un mot[@minic#x].") -> DeclaredBox:
    return DeclaredBox(id_, rich("Un titre"), parse_blocks(text), place=place)


def with_parts(what: Dossier, *parts: DeclaredFigure | DeclaredBox) -> Dossier:
    figures = tuple(part for part in parts if isinstance(part, DeclaredFigure))
    return replace(
        what, figures=figures, boxes=tuple(p for p in parts if isinstance(p, DeclaredBox))
    )


def test_the_cover_is_that_of_every_edition() -> None:
    what = replace(dossier(extract("minic#x")), cover=figure("couverture"))
    for sections in (("sources",), ("points-clés", "sources")):
        cover = assembled(what, *sections).cover
        assert cover is not None
        assert cover.picture == PICTURE


def test_a_picture_that_could_not_be_read_is_left_out() -> None:
    what = with_parts(dossier(extract("minic#x")), figure("f", picture=None))
    made = assembled(replace(what, cover=figure("couverture", picture=None)))
    assert (made.cover, all_illustrations(made)) == (None, ())


def test_a_box_calls_notes_as_the_chapeau_does() -> None:
    made = assembled(with_parts(dossier(extract("minic#x"), extract("minic#y")), box("b")))
    (placed,) = made.boxes
    assert placed.extracts == ("minic#x",)
    (passage, *_) = placed.blocks[0].passages
    assert passage.call is not None
    assert passage.stop == "."
    assert passage.call.note is not None
    assert passage.call.note in made.notes


def test_an_extract_that_was_quoted_is_recalled_in_a_box() -> None:
    parts = (box("b", "chapeau"), box("c", "questions"))
    first, second = all_boxes(assembled(with_parts(dossier(extract("minic#x")), *parts)))
    calls = [made.blocks[0].passages[0].call for made in (first, second)]
    assert [(bool(c and c.note), c.recalled if c else ()) for c in calls] == [
        (True, ()),
        (False, (1,)),
    ]


def test_parts_of_a_party_stand_with_its_positions() -> None:
    parts = (figure("f", "partie:ukraine"), box("b", "partie:russie"))
    made = assembled(with_parts(dossier(extract("minic#x")), *parts))
    russia, ukraine = made.positions
    assert [item.id for item in ukraine.illustrations] == ["f"]
    assert [item.id for item in russia.boxes] == ["b"]
    assert (made.illustrations, made.boxes, russia.illustrations) == ((), (), ())


def test_a_figure_numbers_the_source_it_is_taken_from() -> None:
    what = dossier(extract("minic#x"), sources=[source("minic"), source("autre")])
    taken = replace(figure("f", "points-clés"), source="autre")
    (made,) = assembled(with_parts(what, taken)).illustrations
    assert made.source is not None
    assert (made.source.source.id, made.source.number, made.source.cited) == ("autre", 1, True)


@FEW
@given(st.lists(st.sampled_from(SPOTS), max_size=5), subsets_of_sections())
def test_a_part_is_printed_if_its_section_is(places: list[str], sections: list[str]) -> None:
    parts = [figure(f"f{i}", place) for i, place in enumerate(places)]
    boxes = [box(f"b{i}", place, f"Mot[@minic#{i}].") for i, place in enumerate(places)]
    extracts = [extract(f"minic#{i}") for i in range(max(1, len(places)))]
    made = assembled(with_parts(dossier(*extracts), *parts, *boxes), *sections)

    def order(place: str) -> tuple[int, int]:
        is_partys = place.startswith("partie:")
        section = "positions" if is_partys else place
        return sections.index(section), SPOTS.index(place) - len(SPOTS) if is_partys else 0

    shown = [p for p in places if ("positions" if p.startswith("partie:") else p) in sections]
    expected = sorted(shown, key=order)
    assert [item.place for item in all_illustrations(made)] == expected
    assert [item.place for item in all_boxes(made)] == expected


@FEW
@given(st.lists(st.sampled_from(SPOTS), min_size=1, max_size=5))
def test_notes_are_numbered_in_the_order_of_reading(places: list[str]) -> None:
    boxes = [box(f"b{i}", place, f"Mot[@minic#{i}].") for i, place in enumerate(places)]
    extracts = [extract(f"minic#{i}", kinds=(), parties=(), issues=()) for i in range(len(places))]
    made = assembled(with_parts(dossier(*extracts), *boxes))
    calls = [printed.blocks[0].passages[0].call for printed in all_boxes(made)]
    numbers = [call.note.number for call in calls if call and call.note]
    assert numbers == list(range(1, len(places) + 1))


def test_people_are_named_in_full_in_each_box() -> None:
    text = "Dimitri Minic parle. Dimitri Minic écrit."
    parts = (box("b", "chapeau", text), box("c", "partie:russie", text))
    named = replace(figure("f"), caption=rich("Dimitri Minic"))
    what = with_parts(dossier(extract("minic#x")), *parts, named)
    what = replace(
        what, people=(Person("Dimitri Minic", "D. Minic"),), introduction=parse_blocks(text)
    )
    made = assembled(what)
    for printed in all_boxes(made):
        words = plain(printed.blocks[0].passages[0].spans)
        assert words == "Dimitri Minic parle. D. Minic écrit."
    assert plain(made.illustrations[0].caption) == "D. Minic"
    assert written(replace(made, people=()), Naming.SHORT) == replace(made, people=())
