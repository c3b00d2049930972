"""Cover, figures and boxes that an audience may see, and what goes along with the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.assembling import assemble
from briefing.clearing import Cleared, Consequence, Going, clear
from briefing.model.audience import Audience, Depth
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier, Party
from briefing.model.parts import PARTY_PLACE, DeclaredBox, DeclaredFigure, Picture
from briefing.model.text import Paragraph, plain
from briefing.model.vocabulary import Tlp
from briefing.outputs.export import export_json
from tests.builders import PARTIES, audience, dossier, extract, rich, source

PUBLIC = replace(audience("chapeau", "positions", "sources"), clearance=Tlp.CLEAR)
PICTURE = Picture("image/png", b"dots", 4, 3, "ab12")
FIGURE = DeclaredFigure("fig", "images/quai.png", alt="Le quai", place="chapeau", picture=PICTURE)
COVER = replace(FIGURE, id="couverture", place="")
BOX = DeclaredBox("loi", rich("La loi"), (Paragraph(rich("Elle dit."), line=3),), place="chapeau")
OPEN = extract("minic#x")
SECRET = replace(extract("minic#secret"), tlp=Tlp.AMBER)


def with_parts(
    *parts: DeclaredFigure | DeclaredBox, cover: DeclaredFigure | None = None
) -> Dossier:
    sources = [source("minic"), replace(source("blanche"), tlp=Tlp.RED)]
    what = dossier(
        OPEN, SECRET, sources=sources, parties=(*PARTIES, Party("cabinet", "Cabinet", tlp=Tlp.RED))
    )
    return replace(
        what,
        cover=cover,
        figures=tuple(part for part in parts if isinstance(part, DeclaredFigure)),
        boxes=tuple(part for part in parts if isinstance(part, DeclaredBox)),
    )


def cleared(*parts: DeclaredFigure | DeclaredBox) -> Cleared:
    return clear(with_parts(*parts), PUBLIC)


def going(what: Cleared) -> list[Consequence]:
    kinds = (Going.FIGURE, Going.BOX, Going.SENTENCE)
    return [one for one in what.withheld.consequences if one.what in kinds]


def shown(what: Dossier, who: Audience = PUBLIC) -> Briefing:
    return assemble(what, who)


@pytest.mark.parametrize("mark", [None, *Tlp])
@pytest.mark.parametrize("clearance", Tlp)
def test_parts_are_seen_as_other_items_are(mark: Tlp | None, clearance: Tlp) -> None:
    sees = mark is None or list(Tlp).index(mark) <= list(Tlp).index(clearance)
    figure, box = replace(FIGURE, tlp=mark), replace(BOX, tlp=mark)
    what = with_parts(figure, box, cover=replace(COVER, tlp=mark))
    left = clear(what, replace(PUBLIC, clearance=clearance))
    found = [left.dossier.cover is not None, bool(left.dossier.figures), bool(left.dossier.boxes)]
    assert found == [sees] * 3
    assert len(left.withheld.parts) == (0 if sees else 3)
    assert going(left) == [], "its mark says so"


def test_a_figure_goes_with_its_source() -> None:
    left = cleared(replace(FIGURE, source="blanche", line=7), replace(FIGURE, id="b"))
    assert [figure.id for figure in left.dossier.figures] == ["b"]
    assert going(left) == [Consequence(Going.FIGURE, "fig", 7)]


def test_a_part_goes_with_the_party_that_it_is_placed_under() -> None:
    place = f"{PARTY_PLACE}cabinet"
    left = cleared(replace(FIGURE, place=place), replace(BOX, place=place))
    assert (left.dossier.figures, left.dossier.boxes) == ((), ())
    assert [(one.what, one.name) for one in going(left)] == [
        (Going.FIGURE, "fig"),
        (Going.BOX, "loi"),
    ]
    kept = cleared(replace(FIGURE, place=f"{PARTY_PLACE}russie"))
    assert len(kept.dossier.figures) == 1


def test_a_box_loses_the_sentences_of_withheld_extracts() -> None:
    text = (Paragraph(rich("Un mot[@minic#x]. Une caisse[@minic#secret]."), line=3),)
    left = cleared(replace(BOX, text=text, file="loi.md"))
    (box,) = left.dossier.boxes
    assert plain(box.text[0].spans) == "Un mot."
    assert [plain(p.spans) for p in left.withheld.passages] == ["Une caisse."]
    assert going(left) == [Consequence(Going.SENTENCE, "Une caisse.", 3, "loi.md")]


def test_a_box_loses_its_marked_paragraphs() -> None:
    text = (Paragraph(rich("Un mot.")), Paragraph(rich("Le reste."), tlp=Tlp.GREEN))
    left = cleared(replace(BOX, text=text))
    assert [plain(p.spans) for p in left.dossier.boxes[0].text] == ["Un mot."]
    assert going(left) == [], "its mark says so"


def test_a_box_goes_with_the_last_of_its_text() -> None:
    text = (Paragraph(rich("Une caisse[@minic#secret]."), line=3),)
    left = cleared(replace(BOX, text=text, line=9))
    assert left.dossier.boxes == ()
    assert Consequence(Going.BOX, "loi", 9) in going(left)


def test_their_places_are_told_to_those_alone_who_may_see_all() -> None:
    what = with_parts(replace(FIGURE, line=9), replace(BOX, line=9), cover=replace(COVER, line=9))
    left = clear(what, PUBLIC).dossier
    assert left.cover is not None
    assert (left.cover.line, left.figures[0].line, left.boxes[0].line) == (0, 0, 0)
    assert clear(what, replace(PUBLIC, clearance=Tlp.RED)).dossier.figures[0].line == 9


@pytest.mark.parametrize("place", ["questions", f"{PARTY_PLACE}russie"])
def test_a_part_of_what_is_left_out_is_told_nowhere(place: str) -> None:
    what = with_parts(replace(FIGURE, place=place, tlp=Tlp.CLEAR), replace(BOX, place=place))
    made = shown(what, replace(PUBLIC, depth=Depth.NONE))
    assert made.tlp is None
    for word in ("images/quai.png", "Le quai", "ab12", "La loi", "Elle dit"):
        assert word not in repr(made) + export_json(made)


@pytest.mark.parametrize(
    "what",
    [
        with_parts(cover=replace(COVER, tlp=Tlp.CLEAR)),
        with_parts(replace(FIGURE, tlp=Tlp.CLEAR)),
        with_parts(replace(FIGURE, tlp=Tlp.CLEAR, place=f"{PARTY_PLACE}russie")),
        with_parts(replace(BOX, tlp=Tlp.CLEAR)),
        with_parts(replace(BOX, text=(Paragraph(rich("Un mot."), tlp=Tlp.CLEAR),))),
    ],
)
def test_their_marks_count_in_the_label_of_the_edition(what: Dossier) -> None:
    assert shown(what).tlp is Tlp.CLEAR
    assert shown(with_parts(FIGURE, BOX, cover=COVER)).tlp is None
