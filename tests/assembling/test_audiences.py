"""What an audience is shown: depth, notes, headings, its own parts, and the label of all that."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from briefing.api import render
from briefing.assembling import assemble
from briefing.model.audience import Audience, Depth, NoteStyle
from briefing.model.briefing import Briefing
from briefing.model.dossier import Dossier
from briefing.model.naming import Acronym, Person
from briefing.model.text import Paragraph, plain
from briefing.model.verification import Fragment, Verdict, Verification
from briefing.model.vocabulary import Kind, Tlp, Voice
from briefing.outputs.attached import attachments
from briefing.outputs.export import export_json
from tests.builders import (
    audience,
    dossier,
    event,
    evidence_of,
    extract,
    key_point,
    position,
    question,
    rich,
    side,
    source,
)

FIRST = extract("minic#a", voice=Voice.OWN, supports=("kp", "p"), kinds=(Kind.CONTEXT,))
DIRECT = extract("a#b", voice=Voice.DIRECT, supports=("kp", "p"), kinds=(Kind.CONTEXT,))
WHAT = dossier(
    FIRST,
    DIRECT,
    extract("minic#c"),
    key_points=[key_point("kp")],
    positions=[position("p")],
    introduction="Dit ainsi[@minic#a; @a#b].",
)


def made(what: Dossier = WHAT, *sections: str, **changes: Any) -> Briefing:
    return assemble(what, replace(audience(*sections), **changes))


def quoted(briefing: Briefing) -> list[str]:
    return [entry.extract.id for note in briefing.notes for entry in note.entries]


def test_one_extract_an_item_is_the_most_direct() -> None:
    assert quoted(made(WHAT, "chapeau", "sources")) == ["minic#a", "a#b"]
    assert quoted(made(WHAT, "chapeau", "sources", depth=Depth.ONE)) == ["a#b"]
    in_positions = quoted(made(WHAT, "positions", "sources", depth=Depth.ONE))
    assert sorted(in_positions) == ["a#b", "minic#c"]


def test_without_depth_positions_stand_in_the_matrix_alone() -> None:
    briefing = made(depth=Depth.NONE)
    assert briefing.matrix is not None
    assert briefing.positions == ()
    assert quoted(briefing) == []
    assert briefing.extracts == ()


@pytest.mark.parametrize("changes", [{"notes": NoteStyle.NONE}, {"depth": Depth.NONE}])
def test_what_no_note_quotes_is_not_printed_large(changes: dict[str, Any]) -> None:
    pulled = replace(extract("minic#x", parties=()), pulled=True)
    assert made(dossier(pulled)).pull_quotes
    assert made(dossier(pulled), **changes).pull_quotes == ()


def test_short_notes_say_who_and_where() -> None:
    found = Verification(Verdict.VERBATIM, fragments=(Fragment(0, 4, "dont", "a", "b"),))
    who = replace(audience(), notes=NoteStyle.SHORT)
    pulled = replace(extract("minic#y"), pulled=True)
    briefing = assemble(
        dossier(extract("minic#x"), pulled), who, evidence=evidence_of(x=found, y=found)
    )
    entries = {e.extract.id: e for note in briefing.notes for e in note.entries}
    assert entries["minic#x"].extract.quotation == ""
    assert entries["minic#x"].extract.speaker is not None
    assert entries["minic#x"].verification == replace(found, fragments=())
    assert entries["minic#y"].extract.quotation, "it is printed large, and proved"


def test_a_note_without_quotation_is_no_doubtful_one() -> None:
    who = replace(audience(), notes=NoteStyle.SHORT)
    briefing = assemble(dossier(extract("minic#x")), who, evidence=evidence_of())
    assert not any(entry.doubtful for note in briefing.notes for entry in note.entries)


def test_numbers_refer_to_a_list_that_is_there() -> None:
    assert made(WHAT, "points-clés").key_points[0].support.numbers == (1, 2)
    bare = made(WHAT, "points-clés", notes=NoteStyle.NONE)
    assert bare.key_points[0].support.numbers == ()
    assert bare.key_points[0].support.sources == 2


def test_an_edition_that_leaves_out_nothing_has_every_extract() -> None:
    assert len(made().extracts) == 3
    assert made().whole
    partial = made(WHAT, "chapeau", "sources")
    assert [e.id for e in partial.extracts] == ["minic#a", "a#b"]
    assert not partial.whole


def test_parts_of_its_own() -> None:
    who: dict[str, Any] = {
        "foreword": (Paragraph(rich("Un mot[@minic#a].")),),
        "contact": ("moi",),
        "embargo": "demain",
        "headings": MappingProxyType({"points-clés": "L'essentiel"}),
        "language": "en",
    }
    briefing = made(**who)
    assert plain(briefing.foreword[0].passages[0].spans) == "Un mot"
    assert quoted(briefing)[0] == "minic#a", "the foreword comes first"
    assert (briefing.contact, briefing.embargo, briefing.language) == (("moi",), "demain", "en")
    assert briefing.headings == (("points-clés", "L'essentiel"),)
    assert briefing.text_language == "fr"


# ---- What is named -------------------------------------------------------------------------


def test_only_names_that_are_used_are_told() -> None:
    what = replace(
        dossier(extract("minic#x"), key_points=[key_point("kp", "Jeanne Roche quitte l'OTAN.")]),
        people=(Person("Jeanne Roche", "J. Roche"), Person("Luc Muet", "L. Muet")),
        acronyms=(Acronym("OTAN", ""), Acronym("ONU", "Organisation des Nations unies")),
    )
    briefing = made(what)
    assert [person.name for person in briefing.people] == ["Jeanne Roche"]
    assert [entry.letters for entry in briefing.acronyms] == ["OTAN"]
    assert made(what, "sources").people == ()


def test_without_positions_only_parties_of_quoted_extracts_are_told() -> None:
    briefing = made(dossier(event("minic#x", "2025")), "chronologie", "sources")
    assert (briefing.parties, briefing.issues) == ((), ())
    assert [p.id for p in made(WHAT, "chapeau", "sources").parties] == ["russie"]


# ---- The label -----------------------------------------------------------------------------


def marked(id_: str, mark: Tlp) -> Any:
    return replace(extract(id_), tlp=mark)


@pytest.mark.parametrize(
    ("what", "label"),
    [
        (WHAT, None),
        (dossier(marked("minic#x", Tlp.CLEAR)), Tlp.CLEAR),
        (dossier(marked("minic#x", Tlp.GREEN), marked("minic#y", Tlp.AMBER)), Tlp.AMBER),
        (dossier(extract("a#x"), sources=[replace(source("a"), tlp=Tlp.RED)]), Tlp.RED),
        (dossier(key_points=[replace(key_point("k"), tlp=Tlp.AMBER_STRICT)]), Tlp.AMBER_STRICT),
        (
            dossier(questions=[question("q", replace(side("A"), tlp=Tlp.GREEN))]),
            Tlp.GREEN,
        ),
        (
            replace(WHAT, introduction=(Paragraph(rich("Un mot."), "text", Tlp.AMBER),)),
            Tlp.AMBER,
        ),
    ],
)
def test_the_label_is_the_highest_mark_of_what_is_shown(what: Dossier, label: Tlp | None) -> None:
    assert made(what).tlp is label


def test_what_is_not_shown_raises_no_label() -> None:
    chapeau = (Paragraph(rich("Un mot."), "text", Tlp.AMBER),)
    what = replace(
        dossier(extract("a#x"), questions=[replace(question("q"), tlp=Tlp.RED)]),
        introduction=chapeau,
    )
    assert made(what, "points-clés", "sources").tlp is None
    assert made(what, "chapeau").tlp is Tlp.AMBER


def test_an_acronym_that_no_cleared_text_uses_is_told_nowhere() -> None:
    """Neither are the people whom withheld texts alone name."""
    secret = extract("minic#s", statement="La DGSE et Max Muet le savent.", quotation="la DGSE")
    shown = extract("minic#x", statement="L'OTAN le sait.", quotation="c'est su")
    what = replace(
        dossier(shown, replace(secret, tlp=Tlp.AMBER)),
        acronyms=(Acronym("DGSE", "Direction des secrets"), Acronym("OTAN", "Organisation")),
        people=(Person("Max Muet", "M. Muet"),),
    )
    whole, seen = made(what, clearance=Tlp.RED), made(what, clearance=Tlp.CLEAR)
    assert [entry.letters for entry in whole.acronyms] == ["DGSE", "OTAN"]
    assert [entry.letters for entry in seen.acronyms] == ["OTAN"]
    assert seen.people == ()
    files = (export_json(seen), render(seen, "screen").html, render(seen, "print").html)
    for text in (*files, *(file.data.decode() for file in attachments(seen))):
        assert [word for word in ("DGSE", "Direction des secrets", "Muet") if word in text] == []
    assert "Direction des secrets" in render(whole, "screen").html


def test_an_audience_is_told_no_label_of_what_it_does_not_see() -> None:
    who = Audience("x", "X", "complet", audience().sections, clearance=Tlp.GREEN)
    what = dossier(marked("minic#x", Tlp.GREEN), marked("minic#y", Tlp.RED))
    assert assemble(what, who).tlp is Tlp.GREEN
